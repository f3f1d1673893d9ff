"""The panel of personas: a card for each persona, edited below the list; whose journey a map tells."""

import pytest
from PySide6.QtCore import QMimeData, QPoint
from PySide6.QtGui import QColor, QGuiApplication, QImage
from PySide6.QtWidgets import QPushButton

from journey_editor.core.records import JourneyMap, Persona, Picture
from tests import hands
from tests.ui.panels.library.support import Person

MANAGER = "IT operations manager, mid-market"


@pytest.fixture
def person(window):
    found = Person(window)
    found.press("F7")
    return found


def persona_of_map(person):
    return person.workspace.document.records[person.workspace.map_id].persona


def test_it_lists_them_with_the_maps_that_are_theirs(person):
    assert person.names() == [MANAGER]
    assert person.section.model.data(person.row(MANAGER), 11) == f"{MANAGER}, 1 map"
    assert list(person.section.users.chips) == [person.workspace.map_id]


def test_enter_makes_a_map_theirs_or_nobodys(person):
    person.pick(MANAGER)
    person.press("Return")
    assert persona_of_map(person) is None
    person.settle()
    assert person.section.using.text() == "Use on this map"
    person.section.using.click()
    assert persona_of_map(person) == person.record(MANAGER).id


def test_one_is_added_named_and_dragged_onto_the_map(person):
    person.section.new.click()
    person.type("Finance lead")
    person.press("Return")
    assert person.names() == [MANAGER, "Finance lead"]
    assert person.drag_to_map("Finance lead", person.grip("Awareness"))
    assert persona_of_map(person) == person.record("Finance lead").id


def test_everything_about_them_is_edited_below_the_list(person):
    asked = {"name", "role", "quote", "goals", "needs", "frustrations", "constraints", "activation", "about"}
    assert asked <= person.section.fields.page.fields()
    person.pick(MANAGER)
    person.press("F2")
    person.press("Ctrl+A")
    person.type("Ada")
    person.press("Return")
    assert person.names() == ["Ada"]


def test_a_map_of_theirs_is_shown_by_its_chip(person):
    document = person.workspace.document
    with document.transaction("Another"):
        document.put(JourneyMap(id="other", rank="b0", title="Other", persona=person.record(MANAGER).id))
    person.settle()
    person.section.users.chips["other"].opened.emit()
    assert person.workspace.map_id == "other"
    person.section.users.chips["other"].removed.emit()
    assert document.records["other"].persona is None


def picture() -> QMimeData:
    image = QImage(40, 30, QImage.Format.Format_RGB32)
    image.fill(QColor("red"))
    data = QMimeData()
    data.setImageData(image)
    return data


def test_a_picture_is_dropped_on_a_row_or_on_the_card_of_the_map(window, person):
    document = person.workspace.document
    where = person.section.view.viewport().mapTo(window, person.place(MANAGER))
    assert hands.carry(window, picture(), (QPoint(400, 300), where))
    shown = person.record(MANAGER).picture
    assert isinstance(document.records[shown], Picture)
    person.window.grab()
    person.undo()
    assert person.record(MANAGER).picture is None
    middle = person.viewport.mapTo(window, person.middle_of(person.record(MANAGER).id))
    assert hands.carry(window, picture(), (QPoint(400, 300), middle))
    assert person.record(MANAGER).picture is not None


def test_who_is_pressed_is_selected_and_gets_the_picture_that_is_pasted(window, person):
    person.pick(MANAGER)
    assert person.workspace.session.selected == (person.record(MANAGER).id,)
    QGuiApplication.clipboard().setMimeData(picture())
    window.do("paste")
    assert person.record(MANAGER).picture is not None


def test_removing_one_tells_whose_maps_are_nobodys_now(person):
    said = []
    person.workspace.offered.connect(lambda notice: said.append(notice.sentence))
    person.press("Delete")
    assert person.names() == [] and said[-1].endswith("without persona now: 1 map")
    assert person.section.empty.text() == "Whose journey is it? Add the first persona."
    person.undo()
    assert person.names() == [MANAGER]


def test_long_texts_keep_to_their_rows(person):
    document = person.workspace.document
    with document.transaction("Long"):
        document.put(Persona(id="long", rank="b0", name="n" * 10_000, role="role " * 2_000, quote="q" * 10_000))
    assert len(person.names()) == 2
    person.section.choose("long")
    person.settle()
    person.window.grab()
    assert person.section.view.horizontalScrollBar().maximum() == 0
    assert person.library.width() == 304


def test_a_picture_is_chosen_for_who_is_shown_and_not_for_what_is_selected_on_the_map(person):
    asked = []
    person.workspace.picture_asked.connect(lambda: asked.append(person.workspace.session.current))
    person.click("Hears of it")
    person.workspace.picture_asked.disconnect(person.window.drops.pictures.choose)  # it would wait for a file
    button = next(
        each
        for each in person.section.fields.page.bound["picture"].widget.findChildren(QPushButton)
        if each.text() == "From a file…"
    )
    button.click()
    assert asked == [person.record(MANAGER).id]


def test_the_card_of_the_map_is_switched_off_and_on_and_told_to_the_poster(window, person):
    def there():
        return person.canvas.element_of(person.record(MANAGER).id) is not None

    assert there()
    window.actions_of.by_id["persona_card"].trigger()
    assert not there() and not person.workspace.view.persona
    window.actions_of.by_id["persona_card"].trigger()
    assert there()


def test_its_name_is_edited_where_it_stands(person):
    hands.double_click(person.viewport, person.middle_of(person.record(MANAGER).id))
    assert person.canvas.editor is not None
    person.press("Ctrl+A")
    person.type("Ada")
    person.press("Return")
    assert person.names() == ["Ada"]
