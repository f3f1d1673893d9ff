"""The panel of evidence: what it says, in which order, what rests on it, and how that is attached and found."""

import pytest
from PySide6.QtWidgets import QToolButton

from journey_editor.core.edits.fields import set_field
from journey_editor.core.records import Evidence, Metric, Note, Stage, Touchpoint, Transition
from tests.ui.panels.library.support import Person

INTERVIEWS, TICKETS, WORKSHOP = "Interviews with IT operations managers", "Support tickets", "Mapping workshop"


@pytest.fixture
def person(window):
    found = Person(window)
    found.press("F9")
    return found


def first(person, kind):
    """The first record of a kind that is on the map, with nothing that it rests on."""
    found = person.workspace.document.of_kind(kind)
    record = next(each for each in found if person.canvas.element_of(each.id) is not None)
    set_field(person.workspace.document, (record.id,), "evidence", ())
    return record


def backed(person, record):
    return list(person.workspace.document.records[record.id].evidence)


def test_it_lists_what_each_is_with_its_size_and_date(person):
    assert person.names()[0] == INTERVIEWS
    said = person.section.model.data(person.row(INTERVIEWS), 11)
    assert said == f"{INTERVIEWS}, Interview · n = 12 · 18 Sep 2026, used 22 times"


def test_it_is_sorted_by_date_or_source_and_searched_in_notes(person):
    person.section.sorting.activated.emit(1)
    days = [person.record(name).date for name in person.names()]
    assert days == sorted(days, reverse=True)
    person.section.sorting.activated.emit(2)
    assert person.names()[0] == "Product analytics"
    person.type("trial")
    assert person.names() == [INTERVIEWS]


@pytest.mark.parametrize("kind", [Touchpoint, Stage, Note, Transition, Metric])
def test_it_is_dragged_onto_what_rests_on_it(person, kind):
    record = first(person, kind)
    place = person.middle_of(record.id)
    if kind is Transition:
        element = person.canvas.element_of(record.id)
        (_m, x, y), (_l, *_between, end_x, end_y) = element.parts[0].commands[:2]
        place = person.seen(element.rect.x + (x + end_x) / 2, element.rect.y + (y + end_y) / 2)
    assert person.drag_to_map(TICKETS, place)
    assert backed(person, record) == [person.record(TICKETS).id]
    assert person.workspace.history.undo_label == "Attach evidence"
    steps = len(person.workspace.history.steps)
    person.drag_to_map(TICKETS, place)
    assert len(person.workspace.history.steps) == steps


@pytest.mark.parametrize("kind", [Touchpoint, Stage, Note, Transition, Metric])
def test_enter_space_and_the_sign_attach_it_to_what_is_selected(person, kind):
    before = dict(person.workspace.document.records)
    record = first(person, kind)
    person.pick(TICKETS)
    ticket = person.record(TICKETS).id
    person.workspace.session.select((record.id,))
    person.settle()
    assert person.section.hint.text().startswith("Enter attaches it to")
    person.press("Return")
    assert backed(person, record) == [ticket]
    person.settle()
    assert person.section.hint.text().startswith("Enter takes it off")
    person.press("Space")
    assert backed(person, record) == []
    person.press_mark(TICKETS)
    assert backed(person, record) == [ticket]
    while person.workspace.history.position:
        person.undo()
    assert dict(person.workspace.document.records) == before


def test_without_a_target_enter_says_what_to_do(person):
    said = []
    person.workspace.noticed.connect(said.append)
    person.workspace.session.clear()
    person.press("Return")
    assert said and "Select a card" in said[0] and not person.workspace.history.steps


def test_it_tells_where_it_is_used_and_leads_there(person):
    person.pick(TICKETS)
    users = person.section.users
    record_id, chip = next(iter(users.chips.items()))
    chip.opened.emit()
    assert person.workspace.session.current == record_id
    chip.removed.emit()
    assert person.record(TICKETS).id not in person.workspace.document.records[record_id].evidence
    person.settle()
    assert record_id not in users.chips


def test_its_fields_are_edited_below_the_list(person):
    person.pick(TICKETS)
    person.section.edit()
    person.press("Ctrl+A")
    person.type("Tickets of spring")
    person.press("Return")
    assert "Tickets of spring" in person.names()
    assert {"title", "source", "n", "date", "link", "note"} <= person.section.fields.page.fields()


def test_one_is_added_with_what_was_searched(person):
    person.type("Survey")
    person.section.new.click()
    assert person.names()[-1] == "Survey" and person.section.fields.page.isAncestorOf(person.focused)


def test_removing_tells_what_it_backed_and_undo_brings_all_back(person):
    said = []
    person.workspace.offered.connect(lambda notice: said.append(notice.sentence))
    before = dict(person.workspace.document.records)
    person.pick(TICKETS)
    person.press("Delete")
    assert TICKETS not in person.names() and "it backed" in said[-1] and "touchpoint" in said[-1]
    person.undo()
    assert dict(person.workspace.document.records) == before


def test_a_link_is_asked_for_only_when_pressed(person):
    asked = []
    person.workspace.link_asked.disconnect()
    person.workspace.link_asked.connect(asked.append)
    person.pick(TICKETS)
    tickets = person.record(TICKETS).id
    set_field(person.workspace.document, (tickets,), "link", "https://example.org/tickets")
    person.settle()
    button = person.section.fields.page.bound["link"].widget.findChild(QToolButton)
    assert button.isVisibleTo(person.section.fields.page) and asked == []
    button.click()
    assert asked == [tickets]


def test_a_thousand_sources_are_listed_and_searched(person):
    document = person.workspace.document
    with document.transaction("Many"):
        for number in range(1_000):
            document.put(Evidence(id=f"many{number}", rank=f"b{number:04}", title=f"Source {number}", note="x" * 9_000))
    assert len(person.names()) == 1_006
    person.type("source 99")
    assert len(person.names()) == 19
