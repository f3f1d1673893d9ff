"""The rules `gray_zone` and `stage_owner`: what nobody answers for."""

from collections.abc import Iterator

from journey_editor.assets import _, ngettext
from journey_editor.core.flow import effective_owner
from journey_editor.core.records import Stage, Touchpoint
from journey_editor.insight.case import Case
from journey_editor.insight.finding import Finding


def gray_zone(case: Case) -> Iterator[Finding]:
    """Find stages with interactions that neither they themselves nor their stage give an owner, one for each stage."""
    for stage in case.journey.stages:
        if stage.owner:
            continue
        columns = case.journey.columns_by_stage[stage.id]
        orphans = [
            each
            for column in columns
            for each in column
            if each.kind == "interaction" and effective_owner(each, stage) is None
        ]
        if orphans:
            numbers = {"touchpoints": len(orphans)}
            said = _orphans_text(case, stage, orphans)
            yield Finding("gray_zone", "high", tuple(each.id for each in orphans), numbers, said)


def stage_owner(case: Case) -> Iterator[Finding]:
    """Find stages without an owner of their own; those who contribute do not answer for them."""
    for stage in case.journey.stages:
        if stage.owner:
            continue
        helpers = len(set(stage.contributors))
        said = (
            ngettext(
                "“{stage}” has {count} contributor but no owner: nobody answers for it as a whole.",
                "“{stage}” has {count} contributors but no owner: nobody answers for it as a whole.",
                helpers,
            )
            if helpers
            else _("“{stage}” has no owner: nobody answers for it as a whole.")
        ).format(stage=case.name(stage.id), count=helpers)
        yield Finding("stage_owner", "high", (stage.id,), {"contributors": helpers}, said)


def _orphans_text(case: Case, stage: Stage, orphans: list[Touchpoint]) -> str:
    first, stage_name = case.name(orphans[0].id), case.name(stage.id)
    if len(orphans) == 1:
        return _("Nobody owns “{title}” in “{stage}”: when it goes wrong, nobody is asked.").format(
            title=first, stage=stage_name
        )
    said = ngettext(
        "Nobody owns “{title}” and {more} other touchpoint in “{stage}”: when they go wrong, nobody is asked.",
        "Nobody owns “{title}” and {more} other touchpoints in “{stage}”: when they go wrong, nobody is asked.",
        len(orphans) - 1,
    )
    return said.format(title=first, stage=stage_name, more=len(orphans) - 1)
