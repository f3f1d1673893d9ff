"""Answers in a review: still true, as it is today, done, dropped; each is one step back."""

from datetime import date

import pytest
from pydantic import ValidationError

from journey_editor.core.document import Document
from journey_editor.core.edits.maps import review_map
from journey_editor.core.edits.opportunities import set_status
from journey_editor.core.edits.reviews import confirm, correct
from journey_editor.core.history import History
from journey_editor.core.parts import Emotion, Review
from journey_editor.core.records import Evidence, JourneyMap
from journey_editor.storage.format import dumps
from tests.building import MAP, document, metric, opportunity, stage, touchpoint

TODAY, DUE, LONG_AGO = date(2026, 11, 25), date(2027, 2, 23), date(2024, 1, 1)


@pytest.fixture
def doc() -> Document:
    return document(
        Evidence(id="iv", rank="a0", title="Interviews", date=LONG_AGO),
        stage("s", entered=10, completed=4, as_of=LONG_AGO),
        touchpoint("a", "s", emotion=Emotion(valence=-1, word="anxious")),
        touchpoint("quiet", "s", "a1"),
        metric("m1", "s", current=65, as_of=LONG_AGO, history=((LONG_AGO, 65),)),
        opportunity("o", "a", due=LONG_AGO, status="planned"),
    )


def fields(doc: Document, record: str) -> dict[str, object]:
    return dict(doc.records[record].__dict__)


def test_what_is_still_true_takes_the_date_of_today(doc: Document):
    for record in ("iv", "s", "m1", "o", "a", "quiet"):
        confirm(doc, record, TODAY, DUE)
    assert fields(doc, "iv")["date"] == fields(doc, "s")["as_of"] == fields(doc, "m1")["as_of"] == TODAY
    assert fields(doc, "o")["due"] == DUE and fields(doc, "o")["status"] == "planned"
    assert fields(doc, "a")["emotion"] == Emotion(valence=-1, word="anxious", basis="workshop")
    assert fields(doc, "quiet")["emotion"] is None
    with pytest.raises(KeyError):
        confirm(doc, MAP, TODAY, DUE)


def test_what_changed_is_as_it_is_today(doc: Document):
    correct(doc, "s", TODAY, entered=20, completed=None)
    correct(doc, "m1", TODAY, current=40)
    correct(doc, "iv", TODAY, date=date(2026, 1, 5))
    correct(doc, "o", TODAY, due=date(2026, 12, 31))
    correct(doc, "a", TODAY, valence=1)
    now = fields(doc, "s")
    assert (now["entered"], now["completed"], now["as_of"]) == (20, None, TODAY)
    assert fields(doc, "m1")["current"] == 40 and fields(doc, "m1")["history"] == ((LONG_AGO, 65), (TODAY, 40))
    assert fields(doc, "iv")["date"] == date(2026, 1, 5) and fields(doc, "o")["due"] == date(2026, 12, 31)
    assert fields(doc, "a")["emotion"] == Emotion(valence=1, word="anxious", basis="workshop")
    before = dumps(doc.records)
    with pytest.raises(ValidationError):
        correct(doc, "s", TODAY, entered=-1)
    with pytest.raises(KeyError):
        correct(doc, MAP, TODAY, title="Other")
    assert dumps(doc.records) == before


def test_each_answer_is_one_step_back(doc: Document):
    history = History(doc)
    seen = [dumps(doc.records)]
    for answer in (
        lambda: confirm(doc, "iv", TODAY, DUE),
        lambda: correct(doc, "m1", TODAY, current=40),
        lambda: correct(doc, "a", TODAY, valence=2),
        lambda: set_status(doc, ("o",), "dropped", TODAY),
        lambda: review_map(doc, MAP, TODAY, "Ana, Ben", "Renewal is next"),
    ):
        answer()
        seen.append(dumps(doc.records))
    assert len(set(seen)) == 6
    for text in reversed(seen[:-1]):
        history.undo()
        assert dumps(doc.records) == text


def test_a_review_tells_who_looked_and_what_they_noted(doc: Document):
    review_map(doc, MAP, TODAY)
    review_map(doc, MAP, TODAY, "Ana", "All true")
    review_map(doc, MAP, TODAY, "Ana", "All true")
    review_map(doc, MAP, TODAY)
    found = doc.one(JourneyMap, MAP)
    assert found.reviewed == TODAY
    assert found.reviews == (Review(date=TODAY), Review(date=TODAY, who="Ana", note="All true"))
