"""The wheel alone, in an environment of its own: the command is there, and a poster comes out of it."""

import os
import subprocess
import sys
import sysconfig
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
pytestmark = pytest.mark.xdist_group("wheel")  # built once


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project's wheel, built without asking for anything over the network."""
    folder = tmp_path_factory.mktemp("dist")
    build = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", folder, ROOT]
    done = subprocess.run(build, capture_output=True, text=True, cwd=folder)
    assert done.returncode == 0, done.stdout + done.stderr
    [path] = folder.glob("*.whl")
    return path


@pytest.fixture(scope="module")
def programs(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of programs of a new environment that has the wheel, and takes only other people's packages from here.

    A plain path in a .pth file is not a site folder: what editable installs put there is not followed, so
    journey_editor can only come from the wheel.
    """
    folder = tmp_path_factory.mktemp("installed")
    venv.create(folder, symlinks=os.name != "nt")
    where = folder / ("Scripts" if os.name == "nt" else "bin")
    place = subprocess.run(
        [where / "python", "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"],
        capture_output=True, text=True, check=True,
    ).stdout.strip()  # fmt: skip
    pip = [sys.executable, "-m", "pip", "--python", where / "python", "install", "--no-deps", "--no-index", "-q", wheel]
    done = subprocess.run(pip, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
    Path(place, "others.pth").write_text(sysconfig.get_path("purelib") + "\n", "utf-8")
    return where


def run(program: Path, *words: str, folder: Path) -> str:
    clean = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "DISPLAY", "WAYLAND"))}
    done = subprocess.run([program, *words], cwd=folder, env=clean, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_the_wheel_carries_every_resource(wheel: Path):
    inside = set(zipfile.ZipFile(wheel).namelist())
    resources = [path.relative_to(ROOT) for path in (ROOT / "resources").rglob("*") if path.is_file()]
    assert {f"journey_editor/{path.as_posix()}" for path in resources} <= inside
    assert "journey_editor/resources/fonts/Inter-Bold.ttf" in inside
    assert not [name for name in inside if name.startswith(("tests/", "packaging/"))]


def test_the_package_and_its_resources_come_from_the_wheel(programs: Path, tmp_path: Path):
    code = "from journey_editor import assets; print(assets.__file__, assets.font_path('Inter-Regular'), sep='\\n')"
    found = run(programs / "python", "-c", code, folder=tmp_path).splitlines()
    assert all(Path(line).is_relative_to(programs.parent) for line in found), found


def test_a_poster_comes_out_of_it(programs: Path, tmp_path: Path):
    command = programs / "journey-editor"
    run(command, "new", "m.journey", "--template", "b2b-saas", folder=tmp_path)
    run(command, "export", "m.journey", "p.pdf", "--paper", "A0", folder=tmp_path)
    assert (tmp_path / "p.pdf").read_bytes().startswith(b"%PDF-")
    assert (tmp_path / "p.pdf").stat().st_size > 10_000
