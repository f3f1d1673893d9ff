"""The house keeps its shape: layers, sizes, one writer, one way to change a record, imports at the top.

Each rule is a function from a source text to complaints, tried on a planted fault as well as on the project.
"""

import ast
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = sorted((ROOT / "journey_editor").rglob("*.py"))
EVERYTHING = [
    *PACKAGE,
    *sorted((ROOT / "tests").rglob("*.py")),
    *sorted((ROOT / "packaging").glob("*.py")),
    ROOT / "dev.py",
]

FILE_LINES, CLASS_LINES, FUNCTION_LINES = 400, 300, 60

WRITER = "journey_editor/storage/atomic.py"
"""The one module that writes files; everything else hands it bytes."""

LATE_IMPORTS: dict[str, set[str]] = {
    "journey_editor/__main__.py": {"journey_editor.cli", "journey_editor.ui.app"},
    "journey_editor/cli/asked.py": {"journey_editor.poster.attachment"},
    "journey_editor/cli/export.py": {
        "journey_editor.interchange.actions",
        "journey_editor.interchange.report.written",
        "journey_editor.poster.export",
        "journey_editor.poster.page",
        "journey_editor.poster.report.export",
    },
    "journey_editor/insight/case.py": {"journey_editor.core.graph"},
    "journey_editor/ui/warming.py": {
        "journey_editor.core.graph",
        "journey_editor.interchange.actions",
        "journey_editor.interchange.report.written",
        "journey_editor.plots.figure",
        "journey_editor.plots.matrix",
        "journey_editor.plots.raster",
        "journey_editor.poster.export",
        "journey_editor.poster.report.export",
    },
}
"""Imports inside functions, for the time it takes to start and nothing else: module → what it imports late."""

Complaints = Iterator[str]
Rule = Callable[[str, str], Complaints]


def too_large(source: str, name: str) -> Complaints:
    """Files, classes and functions that should be split by meaning."""
    if (lines := source.count("\n")) > FILE_LINES:
        yield f"{name}: {lines} lines, {FILE_LINES} at most"
    for node in ast.walk(ast.parse(source)):
        match node:
            case ast.ClassDef():
                limit = CLASS_LINES
            case ast.FunctionDef() | ast.AsyncFunctionDef():
                limit = FUNCTION_LINES
            case _:
                continue
        if (lines := (node.end_lineno or 0) - node.lineno + 1) > limit:
            yield f"{name}:{node.lineno} {node.name}: {lines} lines, {limit} at most"


def unvalidated_copy(source: str, name: str) -> Complaints:
    """`model_copy(update=)` sets fields without validating them; `with_()` is the way."""
    for call in _calls(source):
        if _called(call) == "model_copy" and (call.args or call.keywords):
            yield f"{name}:{call.lineno}: model_copy(update=) does not validate, use with_()"


def foreign_write(source: str, name: str) -> Complaints:
    """Files written elsewhere than in the module that writes them whole or not at all."""
    if name == WRITER:
        return
    verbs = {"write_text", "write_bytes", "savefig", "unlink", "copyfile", "copytree", "rmtree", "mkstemp", "touch"}
    classes = {"QFile", "QSaveFile", "QSettings", "QTextStream", "QImageWriter", "NamedTemporaryFile"}
    moves = {"rename", "replace", "remove", "move", "copy", "copy2", "open", "truncate"}
    for call in _calls(source):
        verb = _called(call)
        owner = (
            call.func.value.id if isinstance(call.func, ast.Attribute) and isinstance(call.func.value, ast.Name) else ""
        )
        opened = verb == "open" and owner != "os" and _writing_mode(call)
        if verb in verbs | classes or opened or (owner in ("os", "shutil") and verb in moves):
            yield f"{name}:{call.lineno}: {verb} writes, which only {WRITER} may"


def late_import(source: str, name: str) -> Complaints:
    """Imports inside functions that are not on the list."""
    for module, line in _late_imports(source):
        if module not in LATE_IMPORTS.get(name, ()):
            yield f"{name}:{line}: imports {module} inside a function, which is not listed"


def _calls(source: str) -> Iterator[ast.Call]:
    return (node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Call))


def _called(call: ast.Call) -> str:
    match call.func:
        case ast.Attribute(attr=name) | ast.Name(id=name):
            return name
        case _:
            return ""


def _writing_mode(call: ast.Call) -> bool:
    """Whether a call of open asks for a mode that writes; a mode that is not written out counts as writing."""
    place = 1 if isinstance(call.func, ast.Name) else 0
    modes = [word.value for word in call.keywords if word.arg == "mode"] + call.args[place : place + 1]
    return any(not isinstance(mode, ast.Constant) or bool(set(str(mode.value)) & set("wax+")) for mode in modes)


def _late_imports(source: str) -> Iterator[tuple[str, int]]:
    for function in ast.walk(ast.parse(source)):
        if isinstance(function, ast.FunctionDef | ast.AsyncFunctionDef):
            for node in ast.walk(function):
                if isinstance(node, ast.ImportFrom):
                    yield node.module or ".", node.lineno
                elif isinstance(node, ast.Import):
                    yield from ((alias.name, node.lineno) for alias in node.names)


def _all(rule: Rule, files: list[Path]) -> list[str]:
    return [found for file in files for found in rule(file.read_text("utf-8"), file.relative_to(ROOT).as_posix())]


def test_every_module_imports_only_lower_layers():
    checker = shutil.which("lint-imports", path=str(Path(sys.executable).parent))
    assert checker, "import-linter is not installed"
    done = subprocess.run([checker, "--no-cache", "--no-logo"], cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr


def test_files_classes_and_functions_are_small():
    assert _all(too_large, EVERYTHING) == []


def test_records_are_changed_with_validation():
    assert _all(unvalidated_copy, EVERYTHING) == []


def test_only_one_module_writes_files():
    assert _all(foreign_write, PACKAGE) == []


def test_imports_inside_functions_are_listed():
    assert _all(late_import, PACKAGE) == []


def test_the_list_of_late_imports_is_not_longer_than_needed():
    found = {name: {module for module, _ in _late_imports((ROOT / name).read_text("utf-8"))} for name in LATE_IMPORTS}
    assert found == LATE_IMPORTS


def test_the_window_shows_before_the_heavy_libraries_are_imported():
    heavy = ("numpy", "networkx", "matplotlib", "reportlab", "pikepdf", "pypdfium2")
    code = f"import sys, journey_editor.ui.window; print([name for name in {heavy} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True)
    assert (done.stdout.strip(), done.stderr) == ("[]", "")


@pytest.mark.parametrize(
    ("rule", "fault"),
    [
        (too_large, "x = 1\n" * (FILE_LINES + 1)),
        (too_large, "def f():\n" + "    x = 1\n" * FUNCTION_LINES),
        (too_large, "class C:\n" + "    x = 1\n" * CLASS_LINES),
        (unvalidated_copy, "owner.model_copy(update={'name': ''})"),
        (foreign_write, "open(path, 'w')"),
        (foreign_write, "path.open(mode='r+b')"),
        (foreign_write, "path.open(mode)"),
        (foreign_write, "os.open(path, flags)"),
        (foreign_write, "os.replace(a, b)"),
        (foreign_write, "path.write_bytes(data)"),
        (foreign_write, "QtCore.QSaveFile(path)"),
        (late_import, "def f():\n    import numpy.linalg"),
        (late_import, "def f():\n    from journey_editor.core import rank"),
    ],
)
def test_each_rule_finds_a_planted_fault(rule: Rule, fault: str):
    assert len(list(rule(fault, "journey_editor/planted.py"))) == 1


@pytest.mark.parametrize(
    "source",
    [
        "open(path)",
        "path.open('rb')",
        "text.replace('a', 'b')",
        "path.read_bytes()",
        "item.model_copy()",
        "from os import open",
    ],
)
def test_the_rules_let_good_code_pass(source: str):
    rules = (too_large, unvalidated_copy, foreign_write, late_import)
    assert [found for rule in rules for found in rule(source, "journey_editor/planted.py")] == []
