"""The page of an opportunity: scores by digit and click, status, pains that it answers, money, and what it is worth."""

from datetime import date

from PySide6.QtCore import QPoint
from PySide6.QtTest import QTest

from journey_editor.core.edits.fields import set_field
from journey_editor.core.records import Note, Opportunity, Touchpoint
from journey_editor.storage.format import dumps
from journey_editor.ui.panels.inspector.answers import Answers
from journey_editor.ui.panels.inspector.page import Page
from journey_editor.ui.panels.inspector.panel import Inspector
from journey_editor.ui.panels.inspector.scores import ScoreDots, Segments
from journey_editor.ui.panels.inspector.tagging import Tags
from journey_editor.ui.panels.inspector.worth import WorthGroup
from journey_editor.ui.workspace import Workspace
from tests.hands import click, tap
from tests.ui.panels.pages import editor_in, page_of, write


def opportunity_of(workspace: Workspace, words: str) -> Opportunity:
    """The opportunity whose text begins so."""
    return next(each for each in workspace.document.of_kind(Opportunity) if each.text.startswith(words))


def open_page(inspector: Inspector, workspace: Workspace, words: str) -> tuple[str, Page]:
    """Select an opportunity that nobody has weighed yet; returns its id and page."""
    record_id = opportunity_of(workspace, words).id
    with workspace.document.transaction("Nothing is weighed yet"):
        plain = {"impact": None, "value": None, "alignment": None, "effort": None, "cost": None, "benefit": None}
        workspace.document.put(workspace.document.records[record_id].with_(**plain))
    return record_id, page_of(inspector, workspace, record_id)


def dots_in(page: Page, field: str) -> ScoreDots:
    found = page.bound[field].widget
    assert isinstance(found, ScoreDots)
    return found


def worth_in(page: Page) -> str:
    assert isinstance(page.group, WorthGroup)
    return page.group.said.text() if page.group.said.isVisibleTo(page) else ""


def test_scores_are_set_by_digit_click_and_arrows_and_taken_away(inspector: Inspector, workspace: Workspace):
    record_id, page = open_page(inspector, workspace, "One-page contract")
    before = dumps(workspace.document.records)
    dots = dots_in(page, "impact")

    def impact() -> int | None:
        return opportunity_of(workspace, "One-page").impact

    dots.setFocus()
    tap(dots, "4")
    assert impact() == 4
    click(dots, dots.place_of(2).toPoint())
    assert impact() == 2
    tap(dots, "Right")
    assert impact() == 3
    click(dots, dots.place_of(3).toPoint())  # the last filled one again
    assert impact() is None
    tap(dots, "5")
    tap(dots, "0")
    assert impact() is None
    tap(dots, "7")
    assert impact() is None, "no score"
    for _step in range(6):
        workspace.undo()
    assert dumps(workspace.document.records) == before
    assert record_id in workspace.document.records


def test_what_it_is_worth_is_told_in_words(inspector: Inspector, workspace: Workspace):
    record_id, page = open_page(inspector, workspace, "Same-day welcome")
    for field, digit in (("impact", "5"), ("value", "4"), ("alignment", "5"), ("effort", "1")):
        tap(dots_in(page, field), digit)
    assert worth_in(page) == "Worth 4.7 · quick win"
    tap(dots_in(page, "effort"), "4")
    assert worth_in(page) == "Worth 4.7 · strategic bet"
    write(editor_in(page, "cost"), "20k")
    write(editor_in(page, "benefit"), "90,000")
    assert worth_in(page).endswith("returns +350 %")
    found = workspace.document.records[record_id]
    assert isinstance(found, Opportunity) and (found.cost, found.benefit) == (20_000, 90_000)
    set_field(workspace.document, ("",), "currency", "EUR")
    assert "EUR" in [label.text() for label in page.bound["cost"].widget.findChildren(type(page._heading))]
    write(editor_in(page, "cost"), "much")
    assert "is not an amount" in page.bound["cost"].said()


def test_what_is_done_gets_its_day_in_the_same_step(inspector: Inspector, workspace: Workspace):
    record_id, page = open_page(inspector, workspace, "Guided setup")
    before = dumps(workspace.document.records)
    segments = page.bound["status"].widget
    assert isinstance(segments, Segments)
    place = segments.rects()[3].center().toPoint()
    click(segments, place)
    found = workspace.document.records[record_id]
    assert isinstance(found, Opportunity) and (found.status, found.done_on) == ("done", date.today())
    workspace.undo()
    assert dumps(workspace.document.records) == before
    workspace.session.select((record_id,))
    segments.setFocus()
    tap(segments, "Right")
    assert opportunity_of(workspace, "Guided").status == "doing"
    assert segments.rects()[-1].right() <= segments.width() + 0.5


def test_pains_of_the_same_place_are_offered_first_and_all_others_are_found(inspector: Inspector, workspace: Workspace):
    touchpoint = next(each for each in workspace.document.of_kind(Touchpoint) if each.title.startswith("First login"))
    record = next(each for each in workspace.document.of_kind(Opportunity) if each.on == touchpoint.id)
    with workspace.document.transaction("Nothing is answered yet"):
        workspace.document.put(record.with_(answers=()))
    page = page_of(inspector, workspace, record.id)
    answers = page.bound["answers"].widget
    assert isinstance(answers, Answers)
    answers.ask()
    assert answers.picker is not None
    first = workspace.document.records[answers.picker.model.key(0)]
    assert isinstance(first, Note) and (first.on, first.kind) == (touchpoint.id, "pain_point")
    tap(answers.picker.field, "Return")
    assert opportunity_of(workspace, record.text).answers == (first.id,)
    answers.ask()
    QTest.keyClicks(answers.picker.field, "too many options")
    tap(answers.picker.field, "Return")
    texts = [workspace.document.records[each] for each in opportunity_of(workspace, record.text).answers]
    assert [each.text for each in texts if isinstance(each, Note)][1:] == ["Too many options to judge"]


def test_tags_are_typed_completed_and_set_on_many_at_once(inspector: Inspector, workspace: Workspace):
    cards = [each.id for each in workspace.document.journey(workspace.map_id).touchpoints[:3]]
    set_field(workspace.document, cards[:1], "tags", ("Quick fix",))
    page = page_of(inspector, workspace, *cards)
    tags = page.bound["tags"].widget
    assert isinstance(tags, Tags)
    assert [chip.accessibleName() for chip in tags.chips] == ["Quick fix: not on all of them"]
    tags.field.setFocus()
    QTest.keyClicks(tags.field, "quick fix,launch")
    tap(tags.field, "Return")
    QTest.qWait(20)

    def tagged() -> list[tuple[str, ...]]:
        return [workspace.document.records[each].__dict__["tags"] for each in cards]

    assert tagged() == [("Quick fix", "launch")] * 3
    tap(tags.field, "Backspace")
    assert tagged() == [("Quick fix",)] * 3
    chip = tags.chips[0]
    click(chip, QPoint(chip.width() - 8, 14))
    assert tagged() == [()] * 3
    completer = tags.field.completer()
    assert completer is not None and not completer.popup().isVisible(), "it goes with what was typed"
    set_field(workspace.document, [workspace.document.of_kind(Opportunity)[0].id], "tags", ("Onboarding",))
    QTest.keyClicks(tags.field, "board")
    assert completer.currentCompletion() == "Onboarding"
