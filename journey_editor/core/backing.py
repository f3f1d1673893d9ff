"""What rests on something and what is only assumed: what curve, cards and legend show, and what counts as evidence."""

from journey_editor.core.records import Touchpoint


def is_backed(touchpoint: Touchpoint) -> bool:
    """Whether a touchpoint rests on something: evidence, or a feeling that is more than an assumption."""
    emotion = touchpoint.emotion
    return bool(touchpoint.evidence) or (emotion is not None and emotion.basis != "assumption")


def is_evidenced(touchpoint: Touchpoint) -> bool:
    """Whether a touchpoint rests on more than what people in a room said: evidence, research or a measurement."""
    emotion = touchpoint.emotion
    return bool(touchpoint.evidence) or (emotion is not None and emotion.basis in ("research", "measured"))


def is_assumed(touchpoint: Touchpoint) -> bool:
    """Whether how a touchpoint feels is only an assumption, with nothing that it rests on."""
    return touchpoint.emotion is not None and not is_backed(touchpoint)
