"""How touchpoints feel, and what the team believed."""

from collections.abc import Sequence

from journey_editor.assets import _
from journey_editor.core.capture.captured import Hands
from journey_editor.core.capture.numbers import spread
from journey_editor.core.document import Document
from journey_editor.core.edits.touchpoints import touchpoint
from journey_editor.core.parts import Basis, Emotion
from journey_editor.core.records import Touchpoint
from journey_editor.core.values import HIGHEST, LOWEST
from journey_editor.core.words import usual_valence


def held_to_scale(valence: float) -> float:
    """Return a valence within -2 … +2, to one decimal place."""
    return round(max(LOWEST, min(HIGHEST, valence)), 1) + 0.0


def set_valence(document: Document, ids: Sequence[str], valence: float, basis: Basis = "assumption") -> None:
    """Let touchpoints feel so; a feeling that is new gets the basis. A show of hands no longer holds after that."""
    with document.transaction(_("Change feeling")):
        for touchpoint_id in ids:
            each = touchpoint(document, touchpoint_id)
            feels = each.emotion.with_(valence=valence, hands=None) if each.emotion else None
            document.put(each.with_(emotion=feels or Emotion(valence=valence, basis=basis)))


def set_word(document: Document, ids: Sequence[str], word: str, basis: Basis = "assumption") -> None:
    """Let the feelings of touchpoints be called so; a valence that is there stays.

    A feeling that is new gets the word's usual valence, else the one it was used with last, else neutral.
    """
    with document.transaction(_("Change word")):
        for touchpoint_id in ids:
            each = touchpoint(document, touchpoint_id)
            if each.emotion is not None:
                document.put(each.with_(emotion=each.emotion.with_(word=word)))
            elif word:
                valence = valence_of(document, word)
                document.put(each.with_(emotion=Emotion(valence=valence, word=word, basis=basis)))


def valence_of(document: Document, word: str) -> float:
    """Return the valence that a word usually has, else the last one it has in the document, else 0."""
    usual = usual_valence(word)
    if usual is not None:
        return usual
    asked = word.strip().casefold()
    found = [
        each.emotion.valence
        for each in document.of_kind(Touchpoint)
        if each.emotion and each.emotion.word.strip().casefold() == asked
    ]
    return found[-1] if found else 0.0


def nudge_valence(document: Document, ids: Sequence[str], by: float) -> None:
    """Raise or lower feelings; one that is not there yet starts from neutral."""
    with document.transaction(_("Change feeling")):
        for touchpoint_id in ids:
            emotion = touchpoint(document, touchpoint_id).emotion
            set_valence(document, (touchpoint_id,), held_to_scale((emotion.valence if emotion else 0.0) + by))


def set_hands(document: Document, ids: Sequence[str], hands: Hands | None, basis: Basis = "workshop") -> None:
    """Let touchpoints feel as a show of hands says: its median, its ends, and how many they were.

    `hands` are five counts from desperate to delighted. Where nobody raised one the feeling stays, and nothing is
    known of how far people differ.
    """
    shown = spread(hands) if hands and any(hands) else None
    with document.transaction(_("Show of hands") if shown else _("Clear show of hands")):
        for touchpoint_id in ids:
            each = touchpoint(document, touchpoint_id)
            if shown is not None:
                feels = each.emotion or Emotion(valence=shown.median)
                feels = feels.with_(
                    valence=shown.median, basis=basis, n=shown.n, low=shown.low, high=shown.high, hands=hands
                )
                document.put(each.with_(emotion=feels))
            elif each.emotion is not None:
                document.put(each.with_(emotion=each.emotion.with_(n=None, low=None, high=None, hands=None)))


def clear_feeling(document: Document, ids: Sequence[str]) -> None:
    """Take the feelings of touchpoints away."""
    with document.transaction(_("Clear feeling")):
        for touchpoint_id in ids:
            document.put(touchpoint(document, touchpoint_id).with_(emotion=None))


def set_believed(document: Document, ids: Sequence[str], valence: float | None) -> None:
    """Set what the team believed that touchpoints feel like."""
    with document.transaction(_("Change what was believed")):
        for touchpoint_id in ids:
            document.put(touchpoint(document, touchpoint_id).with_(believed=valence))
