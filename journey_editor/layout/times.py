"""When a stage is, as it is drawn."""

from journey_editor.core.records import Stage
from journey_editor.core.times import span_text
from journey_editor.layout.text import flat


def span_of(stage: Stage) -> str:
    """Return when a stage is: its own words, else made from its days ("Weeks 1–4", "Months 6–12", "From day 10")."""
    return flat(stage.when) or span_text(stage.start_day, stage.end_day)
