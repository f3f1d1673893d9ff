"""Maps of any size for benchmarks: like real ones in their proportions, and the same in each run."""

from random import Random
from typing import Any

from journey_editor.core.parts import Emotion
from journey_editor.core.rank import anew
from journey_editor.core.records import Head, JourneyMap, Note, Opportunity, Owner, Record, Stage, Touchpoint

_OWNERS = ("Marketing", "Sales", "Customer Success", "Product", "Support", "Finance")
_CHANNELS = ("email", "phone", "website", "in_product", "video_call", "ticket", "")
_WORDS = (
    "first", "second", "weekly", "open", "short", "long", "quiet", "helpful", "late",
    "early", "contract", "demo", "call", "invoice", "login", "report", "review", "training",
    "ticket", "answer", "question", "kick-off", "meeting", "search", "offer", "price", "pilot",
    "upgrade", "delivery", "survey", "renewal",
)  # fmt: skip


def generated(touchpoints: int) -> list[Record]:
    """Return the records of a map of so many touchpoints: eight in a stage, nine of ten felt, a note on each third."""
    random = Random(1)
    map_id = f"m{touchpoints}"  # what layout keeps of maps it knows apart by their ids
    records: list[Record] = [Head(), JourneyMap(id=map_id, rank="a0", title=f"{touchpoints} touchpoints")]
    records += [Owner(id=f"o{index}", rank=f"a{index}", name=name) for index, name in enumerate(_OWNERS)]
    stages = max(1, touchpoints // 8)
    records += [
        Stage(id=f"s{index}", map=map_id, rank=rank, name=_words(random, 2)) for index, rank in enumerate(anew(stages))
    ]
    ranks = anew(touchpoints)
    owner = 0
    for index in range(touchpoints):
        owner = random.randrange(len(_OWNERS)) if random.random() < 0.3 else owner
        stage = min(index // 8, stages - 1)
        records.append(_touchpoint(random, index, map_id, f"s{stage}", ranks[index], f"o{owner}"))
        if index % 3 == 0:
            fields: dict[str, Any] = {"id": f"n{index}", "map": map_id, "rank": "a0", "on": f"t{index}"}
            records.append(Note(kind="pain_point", text=_words(random, 4), **fields))
        if index % 8 == 0:
            fields = {"id": f"p{index}", "map": map_id, "rank": "a0", "on": f"s{stage}", "text": _words(random, 3)}
            records.append(Opportunity(**fields))
    return records


def _touchpoint(random: Random, index: int, map_id: str, stage: str, rank: str, owner: str) -> Touchpoint:
    felt = random.random() < 0.9
    valence = round(random.uniform(-2, 2), 1)
    return Touchpoint(
        id=f"t{index}", map=map_id, rank=rank, stage=stage, owner=owner, title=_words(random, random.randint(1, 5)),
        channel=random.choice(_CHANNELS), emotion=Emotion(valence=valence) if felt else None,
        believed=round(random.uniform(0, 2), 1) if index % 4 == 0 else None,
    )  # fmt: skip


def _words(random: Random, count: int) -> str:
    return " ".join(random.choice(_WORDS) for _ in range(count)).capitalize()
