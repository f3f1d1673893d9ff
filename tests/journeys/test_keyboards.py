"""The capture line under German and French keyboards: dead keys, AltGr, digits with Shift, Ctrl and the digit row.

Real keys of an X server reach the real program; what it understood is read from the file that it saves.
"""

import sys
from collections.abc import Generator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

from dev import screen
from journey_editor.core.ids import seeded_ids
from journey_editor.core.records import Head, JourneyMap, Note, Owner, Record, Stage, Touchpoint
from journey_editor.storage.format import dumps, load
from tests.keyboards import CTRL, FRENCH, GERMAN, RETURN, TAB, Chord, Typist, program, wait

FIVE, ONE = "14", "10"  # keys of the digit row


@contextmanager
def typist(folder: Path, layout: str, keys: Mapping[str, Sequence[Chord]]) -> Generator[tuple[Typist, Path]]:
    """A person before the program, which shows a small map; the map's file beside it."""
    path = folder / "small.journey"
    new = seeded_ids(1)
    stage = Stage(id=new(), map="now", rank="a0", name="Start")
    owner = Owner(id=new(), rank="a0", name="Produkt-Team")
    records: list[Record] = [Head(), JourneyMap(id="now", rank="a0", title="Small"), stage, owner]
    path.write_bytes(dumps({each.id: each for each in records}))
    with screen() as there:
        person = Typist(there, layout, keys)
        editor = program(there, [sys.executable, "-m", "journey_editor", path], folder)
        try:
            person.wait_for_window(editor.pid, "small")
            yield person, path
        finally:
            editor.terminate()
            editor.wait()


def saved(person: Typist, path: Path) -> dict[str, Record]:
    """Save with Ctrl+S and return what is in the file then."""
    before = path.read_bytes()
    person.press((CTRL, "39"))
    wait(lambda: path.read_bytes() != before)
    return dict(load(path))


def cards(records: Mapping[str, Record]) -> list[Touchpoint]:
    found = [each for each in records.values() if isinstance(each, Touchpoint)]
    return sorted(found, key=lambda each: each.rank)


def test_german_keys_type_what_they_show(tmp_path: Path):
    with typist(tmp_path, "de", GERMAN) as (person, path):
        person.type("Café für zwei öffnen @Vertrieb #app -1,5 (müde) !Menü zu früh fertig")
        person.press((RETURN,))
        person.type("Tête +1 @Pr")
        person.press((TAB,))
        person.press((RETURN,), (CTRL, FIVE))
        person.type("Zuviel")
        person.press((RETURN,), (CTRL, "29"))  # what types z undoes
        records = saved(person, path)
    first, second = cards(records)
    owners = {each.id: each.name for each in records.values() if isinstance(each, Owner)}
    assert (first.title, owners[first.owner or ""], first.channel) == ("Café für zwei öffnen", "Vertrieb", "mobile_app")
    assert first.emotion is not None
    assert (first.emotion.valence, first.emotion.word) == (-1.5, "müde")
    assert [each.text for each in records.values() if isinstance(each, Note)] == ["Menü zu früh fertig"]
    assert (second.title, owners[second.owner or ""]) == ("Tête", "Produkt-Team")
    assert second.emotion is not None
    assert second.emotion.valence == 2


def test_french_keys_type_what_they_show(tmp_path: Path):
    with typist(tmp_path, "fr", FRENCH) as (person, path):
        person.type("Prêt à payer @Equipe #email -1,5 (fâché) !trop naïf")
        person.press((RETURN,))
        person.type("Pièce 15 +1")
        person.press((RETURN,), (CTRL, ONE))
        person.type("Wagon")
        person.press((RETURN,), (CTRL, "25"))  # what types z undoes
        records = saved(person, path)
    first, second = cards(records)
    owners = {each.id: each.name for each in records.values() if isinstance(each, Owner)}
    assert (first.title, owners[first.owner or ""], first.channel) == ("Prêt à payer", "Equipe", "email")
    assert first.emotion is not None
    assert (first.emotion.valence, first.emotion.word) == (-1.5, "fâché")
    assert [each.text for each in records.values() if isinstance(each, Note)] == ["trop naïf"]
    assert second.title == "Pièce 15"
    assert second.emotion is not None
    assert second.emotion.valence == -2
