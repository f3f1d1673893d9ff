"""Pages of the inspector as a person uses them."""

from collections.abc import Iterator
from types import NoneType
from typing import get_args

from PySide6.QtTest import QTest

from journey_editor.core.parts import Part
from journey_editor.core.records import FILE_KINDS, MAP_KINDS, Head, Record
from journey_editor.ui.panels.inspector.binding import Bound
from journey_editor.ui.panels.inspector.editors import LineEditor, WordsEditor
from journey_editor.ui.panels.inspector.page import Page
from journey_editor.ui.panels.inspector.panel import Inspector
from journey_editor.ui.workspace import Workspace
from tests.hands import tap

MODELS: list[type[Record]] = [Head, *FILE_KINDS.values(), *MAP_KINDS.values()]
NOT_EDITED = {"id", "rank", "map", "rest"}
"""Identity, order, nesting and unknown keys: no one edits them as fields."""


def page_of(inspector: Inspector, workspace: Workspace, *ids: str) -> Page:
    """Select records and wait for their page: what an edit elsewhere led to is shown a moment later."""
    workspace.session.select(ids)
    while ids and inspector.shown_pages()[0].subject.ids != ids:
        QTest.qWait(5)
    page = inspector.shown_pages()[0]
    page.unfold(True)
    return page


def bound_in(page: Page, field: str) -> Bound:
    return page.bound[field] if field in page.bound else page.moment.bound[field]


def editor_in(page: Page, field: str) -> LineEditor | WordsEditor:
    widget = bound_in(page, field).widget
    found = widget.findChild(WordsEditor) or widget.findChild(LineEditor)
    assert isinstance(found, LineEditor | WordsEditor)
    return found


def write(editor: LineEditor | WordsEditor, words: str) -> None:
    """Replace what is written as a person does, and take it."""
    editor.setFocus()
    editor.selectAll()
    if words.isascii() and "\n" not in words and words:
        QTest.keyClicks(editor, words)
    elif words:
        editor.insertPlainText(words) if isinstance(editor, WordsEditor) else editor.insert(words)
    else:
        tap(editor, "Del")
    tap(editor, "Ctrl+Return")


def parts_of(model: type[Record]) -> Iterator[str]:
    """The fields of a kind as paths: those of a part of its own instead of the part."""
    for name, field in model.model_fields.items():
        if name in NOT_EDITED:
            continue
        options = [each for each in get_args(field.annotation) if each is not NoneType]
        part = next((each for each in options if isinstance(each, type) and issubclass(each, Part)), None)
        if part is not None and not str(field.annotation).startswith("tuple"):
            yield from (f"{name}.{inner}" for inner in part.model_fields if inner not in NOT_EDITED)
        else:
            yield name
