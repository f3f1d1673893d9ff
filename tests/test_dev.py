"""What dev.py finds out and says; what it installs is shown by every run of CI on a bare machine."""

import importlib.util
import os
import shutil
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parent.parent


def load(path: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("dev", path)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def dev() -> ModuleType:
    return load(ROOT / "dev.py")


@pytest.fixture
def bare(tmp_path: Path) -> Path:
    """A checkout's folder in which nothing was set up."""
    for name in ("dev.py", "pyproject.toml"):
        shutil.copy(ROOT / name, tmp_path)
    return tmp_path


def run(folder: Path, *words: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run dev.py with nothing but the standard library."""
    command = [sys.executable, "-I", "-S", "dev.py", *words]
    return subprocess.run(command, cwd=folder, env={**os.environ, **environment}, capture_output=True, text=True)


@pytest.mark.parametrize(("words", "code"), [((), 2), (("dance",), 2), (("--help",), 0)])
def test_without_a_known_word_it_tells_what_it_can_do(bare: Path, words: tuple[str, ...], code: int):
    done = run(bare, *words)
    assert (done.returncode, done.stderr) == (code, "")
    assert all(word in done.stdout for word in ("run [FILE]", "test", "lint", "bench", "doctor"))


def test_doctor_names_what_is_missing_and_changes_nothing(bare: Path):
    done = run(bare, "doctor", DISPLAY="", WAYLAND_DISPLAY="")
    lines = done.stdout.splitlines()
    assert (done.returncode, done.stderr) == (1, "")
    assert "missing  .venv (made by 'dev.py run' or 'dev.py test')" in lines
    assert any(line.startswith("missing  fonts") for line in lines)
    assert sorted(path.name for path in bare.iterdir()) == ["dev.py", "pyproject.toml"]


def test_a_missing_library_is_named_with_its_package(dev: ModuleType):
    wanted = {"libnowhere.so.9": ("libnowhere9", "nothing"), "libc.so.6": ("libc6", "everything")}
    assert dev.missing_packages(wanted) == ["libnowhere9"]


def test_a_missing_program_is_named_with_its_package(dev: ModuleType):
    assert dev.missing_packages({"no-such-program": ("nowhere", ""), "sh": ("dash", "")}) == ["nowhere"]


def test_without_a_package_manager_one_sentence_says_what_is_lacking(dev: ModuleType, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("PATH", "")
    with pytest.raises(dev.Stop, match="libnowhere9") as raised:
        dev.need_packages({"libnowhere.so.9": ("libnowhere9", "nothing")})
    assert "\n" not in str(raised.value)


@pytest.mark.parametrize(
    ("environment", "there"),
    [({}, False), ({"DISPLAY": ""}, False), ({"DISPLAY": ":0"}, True), ({"WAYLAND_DISPLAY": "wayland-0"}, True)],
)
def test_a_display_is_known_by_the_environment(dev: ModuleType, environment: dict[str, str], there: bool):
    assert dev.has_display(environment) is there


def test_an_environment_is_stale_once_a_dependency_changes_and_not_otherwise(bare: Path):
    dev, project = load(bare / "dev.py"), bare / "pyproject.toml"
    text, before = project.read_text("utf-8"), dev.fingerprint("run")
    project.write_text(text.replace("line-length = 120", "line-length = 100"), "utf-8")
    assert dev.fingerprint("run") == before
    project.write_text(text.replace('"networkx>=3.4"', '"networkx>=3.5"'), "utf-8")
    assert dev.fingerprint("run") != before


def test_what_tests_need_holds_what_the_editor_needs(dev: ModuleType):
    assert set(dev.requirements("run")) < set(dev.requirements("dev"))
    assert not [name for name in dev.requirements("run") if name.startswith("pytest")]


def test_without_a_display_the_poster_is_made_instead(
    dev: ModuleType, tmp_path: Path, capfd: pytest.CaptureFixture[str]
):
    assert dev.poster_instead(sys.executable, dev.SAMPLE, tmp_path) == 0
    pdf, png = tmp_path / "b2b-onboarding.pdf", tmp_path / "b2b-onboarding.png"
    assert (pdf.read_bytes()[:5], png.read_bytes()[:4]) == (b"%PDF-", b"\x89PNG")
    told = capfd.readouterr().out
    assert f"Written: {pdf}" in told
    assert f"Written: {png}" in told


def test_a_file_that_cannot_be_drawn_ends_with_its_exit_code(dev: ModuleType, tmp_path: Path):
    assert dev.poster_instead(sys.executable, tmp_path / "none.journey", tmp_path) == 2


def test_a_screen_of_its_own_is_lent_to_a_command(dev: ModuleType):
    code = "import os, sys; sys.exit(7 if os.environ['DISPLAY'] and os.environ['QT_QPA_PLATFORM'] == 'xcb' else 1)"
    assert dev.under_xvfb([sys.executable, "-c", code]) == 7


def test_ci_calls_the_same_command():
    script = (ROOT / ".ci" / "run").read_text("utf-8")
    assert script.rstrip().endswith("python3 dev.py test")
    assert "set -euo pipefail" in script
    assert os.access(ROOT / ".ci" / "run", os.X_OK)
