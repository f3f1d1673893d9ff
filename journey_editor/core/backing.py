"""What rests on something and what is only assumed: the one rule that curve, cards and legend show."""

from journey_editor.core.records import Touchpoint


def is_backed(touchpoint: Touchpoint) -> bool:
    """Whether a touchpoint rests on something: evidence, or a feeling that is more than an assumption."""
    emotion = touchpoint.emotion
    return bool(touchpoint.evidence) or (emotion is not None and emotion.basis != "assumption")


def is_assumed(touchpoint: Touchpoint) -> bool:
    """Whether how a touchpoint feels is only an assumption, with nothing that it rests on."""
    return touchpoint.emotion is not None and not is_backed(touchpoint)
