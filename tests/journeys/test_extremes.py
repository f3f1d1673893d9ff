"""Maps at the edge of the format in the real window: nothing overlaps, nothing is wider than its place, all is undone.

Texts of 10,000 letters in each field, hundreds of entries in each list, crowds on one card, forty of everything. How
long the window stands still meanwhile is measured by `tests/bench/extremes.py`.
"""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QPointF
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QDialog, QPushButton, QWidget

from journey_editor.core.journey import Journey, read_journey
from journey_editor.core.records import JourneyMap, Owner, Record, name_of
from journey_editor.layout.compose import compose
from journey_editor.layout.options import Options
from journey_editor.poster.export import poster_pdf, poster_png, poster_svg
from journey_editor.poster.page import PosterOptions, natural_page
from journey_editor.storage.files import open_file
from journey_editor.storage.format import dumps
from journey_editor.storage.templates import own_templates
from journey_editor.ui.canvas.texts import TextList
from journey_editor.ui.desk import Desk
from journey_editor.ui.panels.inspector.chips import Chip
from journey_editor.ui.panels.inspector.editors import ChoiceEditor, WordsEditor
from journey_editor.ui.panels.inspector.viewlist import ViewList
from journey_editor.ui.room.window import RoomWindow
from tests.extremes import MAP, STYLES, crowded, extreme, peopled, text
from tests.hands import click
from tests.layout.invariants import check, elements, lines_of
from tests.person import Person

DRAWERS = ("personas", "owners", "evidence", "tray", "outline")
FLOATING = ("show_only", "opportunities", "find", "commands", "history")
SWITCHES = ("time_axis", "stage_numbers", "overlay", "lanes_layer", "lanes_channel", "lanes_owner")
ENTRIES = 12
"""Entries of each list where hundreds would only take longer."""

Open = Callable[[list[Record]], Person]


@pytest.fixture
def open_map(desk: Desk, tmp_path: Path, qtbot) -> Open:
    """Opens records from a file, as people do, in the smallest window that is promised to do."""

    def opened(records: list[Record]) -> Person:
        path = tmp_path / "extreme.journey"
        path.write_bytes(dumps({record.id: record for record in records}))
        window = desk.open_path(str(path))
        assert window is not None
        window.resize(1280, 720)
        with qtbot.waitActive(window):
            window.activateWindow()
        window.canvas.setFocus()
        return Person(window)

    return opened


def journey_of(records: list[Record], **fields: object) -> Journey:
    found = {record.id: record for record in records}
    first = next(record.id for record in records if isinstance(record, JourneyMap))
    found[first] = found[first].with_(**fields)
    return read_journey(found, first)


def sticking_out(window: QWidget) -> list[str]:
    """The widgets that are cut by what they stand in; what scrolls may be higher than its view, but not wider."""
    found: list[str] = []
    for each in window.findChildren(QWidget):
        parent = each.parentWidget()
        if not each.isVisible() or parent is None or each.window() is not window:
            continue
        place = each.geometry()
        scrolls = isinstance(parent.parentWidget(), QAbstractScrollArea)
        beside = place.left() < 0 or place.right() > parent.width()
        below = not scrolls and (place.top() < 0 or place.bottom() > parent.height())
        if beside or (below and not _is_scrolled(parent)):
            found.append(f"{type(each).__name__} {each.objectName()} {place} in {type(parent).__name__}")
    return found


def _is_scrolled(widget: QWidget) -> bool:
    """Whether a widget lies within the page of a scrolled view, which takes its height from what is in it."""
    parent = widget.parentWidget()
    return parent is not None and (isinstance(parent, QAbstractScrollArea) or _is_scrolled(parent))


def look(person: Person, what: str) -> None:
    """Let the window come to rest; nothing in it may be cut."""
    for _turn in range(3):
        QApplication.processEvents()
    assert sticking_out(person.window) == [], what
    assert person.window.minimumSizeHint().width() <= 1280, what
    popup = QApplication.activePopupWidget()
    if popup is not None:
        assert popup.width() <= 1280, what


@pytest.mark.parametrize("style", STYLES)
def test_no_text_overlaps_another_on_the_map_and_what_is_cut_says_so(style: str) -> None:
    made = extreme(style, entries=ENTRIES)
    for by in ("owner", "layer", "channel"):
        picture = compose(journey_of(made, lanes_by=by), Options(today=date(2026, 11, 25)))
        check(picture)
        for element in elements(picture, "card", "stage", "lane", "note"):
            shown = [line.text for line in lines_of(element)]
            if any(line.endswith("…") for line in shown):
                assert element.tip or element.role == "lane", element.key


@pytest.mark.parametrize("made", [crowded, peopled])
def test_crowds_do_not_overlap_on_the_map(made: Callable[[], list[Record]]) -> None:
    for by in ("owner", "layer", "channel"):
        check(compose(journey_of(made(), lanes_by=by), Options()))


@pytest.mark.parametrize("style", STYLES)
def test_any_text_prints(style: str) -> None:
    made = extreme(style, entries=ENTRIES)
    options = PosterOptions(today=date(2026, 11, 25))
    page = natural_page(journey_of(made), options)
    for element in page.elements:
        assert element.rect.right <= page.width + 0.01 and element.rect.bottom <= page.height + 0.01, element.key
    records = {record.id: record for record in made}
    assert poster_pdf(records, MAP, options).startswith(b"%PDF")
    assert poster_svg(records, MAP, options, natural=True).rstrip().endswith(b"</svg>")
    assert poster_png(records, MAP, options, natural=True).startswith(b"\x89PNG")


@pytest.mark.parametrize("style", ["solid", "lines", "rtl"])
def test_every_page_and_panel_has_room_for_any_text(open_map: Open, style: str) -> None:
    person = open_map(extreme(style, entries=ENTRIES))
    window, records = person.window, person.workspace.document.records
    for record in ("t1", "s1", "x1", "n-own", "i-t1", "k-t1", "o1", "p1", "e1", MAP):
        person.workspace.session.select(() if record == MAP else (record,))
        for page in window.inspector.shown_pages():
            page.unfold(True)
        look(person, records[record].kind_name)
    for name in (*DRAWERS, *FLOATING):
        window.actions_of.by_id[name].trigger()
        look(person, name)
        if name in DRAWERS:
            window.actions_of.by_id[name].trigger()
        else:
            person.press("Esc")
    for name in SWITCHES:
        window.actions_of.by_id[name].trigger()
        look(person, name)
    window.actions_of.by_id["select_all"].trigger()
    look(person, "all")


def test_a_text_of_ten_thousand_letters_is_typed_saved_and_undone_to_the_first_byte(open_map: Open) -> None:
    person = open_map(extreme("words", entries=ENTRIES))
    workspace, path = person.workspace, person.workspace.path
    before = dumps(workspace.document.records)
    person.workspace.session.select(("t1",))
    person.enter(lambda widget: isinstance(widget, WordsEditor))
    QApplication.clipboard().setText(text("emoji"))
    person.press("Ctrl+A", "Ctrl+V", "Return", "Ctrl+S")
    assert path is not None and open_file(path).records["t1"] == workspace.document.records["t1"]
    assert name_of(workspace.document.records["t1"]) == text("emoji")
    person.undo_all(0)
    assert dumps(workspace.document.records) == before


@pytest.mark.parametrize("kind", ["pain_point", "opportunity", "metric"])
def test_two_hundred_on_one_card_are_reached_and_written_by_keys(open_map: Open, kind: str) -> None:
    person = open_map(crowded())
    before = dumps(person.workspace.document.records)
    person.workspace.session.select(("t1",))
    page = person.window.inspector.shown_pages()[0]
    assert page.attached is not None
    section = page.attached.sections[kind]
    person.enter(lambda widget: widget is section.portion.button)
    person.press("Space")
    assert person.focused is section.entries[10].editor
    person.press("Ctrl+A")
    person.type("Said at once")
    person.press("Ctrl+Return")
    changed = person.workspace.document.records[section.entries[10].record_id]
    assert name_of(changed) == "Said at once"
    look(person, kind)
    person.undo_all(0)
    assert dumps(person.workspace.document.records) == before


def test_what_has_no_room_in_a_row_is_counted_and_listed(open_map: Open) -> None:
    person = open_map(crowded())
    canvas = person.window.canvas
    more = next(each for each in canvas.picture.elements if each.record == "pain_point:s1:more")
    assert lines_of(more)[0].text == "+197 more"
    click(canvas.viewport(), canvas.mapFromScene(QPointF(more.rect.x + 20, more.rect.y + more.rect.height / 2)))
    listed = QApplication.activePopupWidget()
    assert isinstance(listed, TextList) and len(listed.ids()) == 200 and listed.height() <= 420
    person.press("End")
    assert person.workspace.session.selected == ("n199",)
    listed.close()


def test_forty_owners_are_chosen_by_key(open_map: Open) -> None:
    person = open_map(peopled())
    workspace = person.workspace
    before = dumps(workspace.document.records)
    workspace.session.select(("m0s0t0",))
    owner = person.window.inspector.shown_pages()[0].bound["owner"].widget.findChild(ChoiceEditor)
    assert owner is not None and len(owner.values()) == 41
    person.enter(lambda widget: widget is owner)
    person.press("End", "Return")
    chosen = workspace.document.records["m0s0t0"].__dict__["owner"]
    assert isinstance(workspace.document.records[chosen], Owner) and chosen == "o39"
    person.undo_all(0)
    assert dumps(workspace.document.records) == before


def test_forty_maps_are_walked_by_keys(open_map: Open) -> None:
    person = open_map(peopled())
    person.go_to_map()
    person.press("Ctrl+PgDown", "Ctrl+PgDown", "Ctrl+PgUp")
    assert person.workspace.map_id == "m1"
    person.press("Ctrl+K")
    person.type("Map number 39")
    person.press("Return")
    assert person.workspace.map_id == "m39"
    look(person, "maps")


@pytest.mark.parametrize(("panel", "many"), [("personas", 40), ("owners", 40), ("evidence", 0)])
def test_a_library_of_forty_is_walked_by_keys(open_map: Open, panel: str, many: int) -> None:
    person = open_map(peopled())
    person.window.actions_of.by_id[panel].trigger()
    view = person.window.library.section.view
    assert view.model().rowCount() >= many
    if many:
        view.setFocus()
        person.press("End")
        assert view.currentIndex().row() >= many - 1
    look(person, panel)


def test_evidence_of_hundreds_is_attached_and_taken_away_by_keys(open_map: Open) -> None:
    person = open_map(crowded())
    before = dumps(person.workspace.document.records)
    person.workspace.session.select(("t1",))
    evidence = person.window.inspector.shown_pages()[0].evidence
    assert evidence is not None
    person.enter(lambda widget: isinstance(widget, Chip))
    person.press("Del")
    assert len(evidence.ids) == 199
    person.undo_all(0)
    assert dumps(person.workspace.document.records) == before


def test_evidence_among_hundreds_is_found_by_typing(open_map: Open) -> None:
    person = open_map(crowded())
    before = dumps(person.workspace.document.records)
    person.workspace.session.select(("t0",))
    evidence = person.window.inspector.shown_pages()[0].evidence
    assert evidence is not None
    person.enter(lambda widget: isinstance(widget, QPushButton) and widget.text() == "+ Evidence")
    person.press("Space")
    person.type("Interview 173")
    person.press("Return")
    assert evidence.ids == ("e173",)
    person.undo_all(0)
    assert dumps(person.workspace.document.records) == before


def test_views_of_hundreds_come_in_portions(open_map: Open) -> None:
    person = open_map(extreme("words"))
    person.go_to_map()
    person.press("Esc", "Esc")
    views = next(page for page in person.window.inspector.shown_pages() if page.kind == "map").bound["views"].widget
    assert isinstance(views, ViewList) and len(views.chips) == 12
    person.enter(lambda widget: widget is views.portion.button)
    person.press("Space")
    assert len(views.chips) == 36 and person.focused is views.chips[12]


@pytest.mark.parametrize("style", ["solid", "rtl"])
def test_dialogs_have_room_for_any_text(open_map: Open, in_dialog: Callable[..., list[str]], style: str) -> None:
    person = open_map(extreme(style, entries=ENTRIES))
    kept: list[QWidget] = []

    def keep_template(dialog: QDialog) -> None:
        look_at(dialog)
        dialog.accept()

    def look_at(dialog: QDialog) -> None:
        QApplication.processEvents()
        assert sticking_out(dialog) == [] and dialog.width() <= 1280 and dialog.height() <= 720
        kept.append(dialog)

    def leave(dialog: QDialog) -> None:
        look_at(dialog)
        dialog.reject()

    for name, do in (("save_template", keep_template), ("new", leave), ("export", leave)):
        seen = in_dialog(do)
        person.window.actions_of.by_id[name].trigger()
        assert len(seen) == 1, name
    assert len(kept) == 3
    assert len(own_templates()) == 1


@pytest.mark.parametrize("style", ["solid", "rtl"])
def test_people_in_the_room_see_a_page_of_any_texts(open_map: Open, style: str) -> None:
    person = open_map(extreme(style, entries=ENTRIES))
    person.window.actions_of.by_id["room"].trigger()
    shown = [each for each in QApplication.topLevelWidgets() if isinstance(each, RoomWindow) and each.isVisible()]
    assert len(shown) == 1 and sticking_out(shown[0]) == []
    person.window.room.end()
