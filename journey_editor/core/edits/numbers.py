"""Setting what is counted: when stages are, and where metrics stand."""

from datetime import date

from journey_editor.assets import _
from journey_editor.core.document import Document
from journey_editor.core.records import Metric, Stage
from journey_editor.core.times import span_meant, span_text
from journey_editor.core.values import LIST_LIMIT


def set_period(document: Document, stage_id: str, start: float | None, end: float | None) -> None:
    """Let a stage be from one day to another (exclusive), counted from the journey's start; None: not known.

    Words of its own that name a time ("Weeks 1–4") no longer hold and are taken away; any others stay. Raises KeyError
    where the id names no stage.
    """
    with document.transaction(_("Change time span")):
        stage = document.one(Stage, stage_id)
        if (stage.start_day, stage.end_day) == (start, end):
            return
        when = "" if _names_time(stage) else stage.when
        document.put(stage.with_(start_day=start, end_day=end, when=when))


def set_counts(document: Document, stage_id: str, entered: int | None, completed: int | None) -> None:
    """Let so many have entered and completed a stage; None: not known. Raises KeyError where the id names no stage."""
    with document.transaction(_("Change numbers")):
        stage = document.one(Stage, stage_id)
        document.put(stage.with_(entered=entered, completed=completed))


def record_value(document: Document, metric_id: str, value: float, day: date) -> None:
    """Let a metric stand at a value since a day: it becomes the current one and is added to the history.

    A value of the same day that is there already is replaced: it was corrected. Raises KeyError where the id names
    no metric.
    """
    metric = document.one(Metric, metric_id)
    with document.transaction(_("Record value")):
        history = [entry for entry in metric.history if entry[0] != day][-LIST_LIMIT + 1 :]
        document.put(metric.with_(current=value, as_of=day, history=(*history, (day, value))))


def _names_time(stage: Stage) -> bool:
    """Whether what people wrote of a stage's time says no more than its days do."""
    said = stage.when.strip()
    return span_meant(said) is not None or said == span_text(stage.start_day, stage.end_day)
