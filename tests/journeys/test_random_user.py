"""A person who does anything at all, in any order, with undo, redo, save and load in between."""

from contextlib import suppress

from hypothesis import settings, strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from journey_editor.core.document import Document, Event
from journey_editor.core.edits.attachments import (
    add_metric,
    add_note,
    add_opportunity,
    hang_on,
    move_attached,
    set_moment,
)
from journey_editor.core.edits.feelings import clear_feeling, nudge_valence, set_believed, set_valence
from journey_editor.core.edits.fields import set_field
from journey_editor.core.edits.fragments import CannotInsert, cut, insert
from journey_editor.core.edits.joining import join_touchpoints
from journey_editor.core.edits.lanes import set_lanes_by
from journey_editor.core.edits.owners import add_owner, move_owner
from journey_editor.core.edits.place import Slot
from journey_editor.core.edits.removal import remove
from journey_editor.core.edits.replacing import TooLong, replace
from journey_editor.core.edits.rows import (
    add_row,
    choose_rows,
    copy_text,
    move_row,
    place_text,
    remove_row,
    rename_row,
    switch_row,
)
from journey_editor.core.edits.seams import join_stages, split_stage
from journey_editor.core.edits.stages import add_stage, move_stage
from journey_editor.core.edits.structure import against_lock, is_locked, set_locked
from journey_editor.core.edits.touchpoints import (
    add_touchpoint,
    duplicate_touchpoints,
    move_touchpoints,
    step_lane,
    step_touchpoint,
    to_tray,
)
from journey_editor.core.edits.transitions import add_transition
from journey_editor.core.fragments import read, take
from journey_editor.core.history import History
from journey_editor.core.hits import Wanted, find
from journey_editor.core.ids import seeded_ids
from journey_editor.core.journey import read_journey
from journey_editor.core.lanes import ALONE_LANE, NOBODYS_LANE, SILENT_LANE, Lane
from journey_editor.core.parts import LanesBy
from journey_editor.core.records import (
    Attached,
    Metric,
    Note,
    Opportunity,
    Owner,
    Record,
    Stage,
    Touchpoint,
    Transition,
)
from journey_editor.core.rows import row_kind, rows_of
from journey_editor.core.schema import references_of, targets_of
from journey_editor.storage.format import dumps, loads
from tests.building import MAP, owners, records, row, stage

WORDS = st.sampled_from(["", "First login", "Wait < 5 min & $5", "مرحبا", "🙂", 'a "quote"', "x" * 300, "two\nlines"])
VALENCES = st.integers(-20, 20).map(lambda tenths: tenths / 10)
PICK = st.integers(0, 10_000)
ROWS = ("pain_point", "goal", "opportunity", "metric", "Legal basis", "Weather: now")


class RandomUser(RuleBasedStateMachine):
    """Each rule is one verb; after each, references hold, the views' account agrees, and undo leads back exactly."""

    @initialize(seed=st.integers(0, 3))
    def open(self, seed: int) -> None:
        start = [*owners("sales", "support"), stage("s"), stage("t", "a1", owner="sales"), *row("a", "b")]
        self.document = Document(records(*start), seeded_ids(seed))
        self.history = History(self.document)
        self.first = dumps(self.document.records)
        self.seen: dict[str, Record] = dict(self.document.records)
        self.document.listen(self._follow)
        self.document.guard(lambda change: print if against_lock(change, self.document.records, MAP) else None)
        self.states = [self.first]
        self.clip = b""

    def _follow(self, event: Event) -> None:
        """Keep a copy as a view does: from the changes alone."""
        for record_id, before, after in event.change:
            assert self.seen.get(record_id) == before
            if after is None:
                del self.seen[record_id]
            else:
                self.seen[record_id] = after

    def _all(self, *kinds: type[Record]) -> list[str]:
        return sorted(record.id for record in self.document.records.values() if isinstance(record, kinds))

    def _some(self, pick: int, *kinds: type[Record]) -> str | None:
        found = self._all(*kinds)
        return found[pick % len(found)] if found else None

    def _slot(self, pick: int, beside: bool) -> Slot | None:
        stage_id = self._some(pick, Stage)
        if stage_id is None:
            return None
        inside = [
            record.id
            for record in self.document.records.values()
            if isinstance(record, Touchpoint) and record.stage == stage_id
        ]
        anchor = ([None, *sorted(inside)])[pick % (len(inside) + 1)]
        return Slot(stage_id, beside=anchor) if beside else Slot(stage_id, after=anchor)

    @rule(pick=PICK, title=WORDS, tray=st.booleans(), beside=st.booleans())
    def add_touchpoint(self, pick: int, title: str, tray: bool, beside: bool) -> None:
        add_touchpoint(self.document, MAP, title, None if tray else self._slot(pick, beside))

    @rule(name=WORDS, pick=PICK)
    def add_stage(self, name: str, pick: int) -> None:
        add_stage(self.document, MAP, name, after=self._some(pick, Stage))

    @rule(name=WORDS)
    def add_owner(self, name: str) -> None:
        add_owner(self.document, name)

    @rule(pick=PICK, index=st.integers(-1, 6))
    def reorder(self, pick: int, index: int) -> None:
        if stage_id := self._some(pick, Stage):
            move_stage(self.document, stage_id, index)
        if owner := self._some(pick, Owner):
            move_owner(self.document, owner, index)

    @rule(picks=st.lists(PICK, min_size=1, max_size=4), where=PICK, beside=st.booleans(), lane=st.integers(0, 6))
    def move(self, picks: list[int], where: int, beside: bool, lane: int) -> None:
        ids = list(dict.fromkeys(each for pick in picks if (each := self._some(pick, Touchpoint))))
        slot = self._slot(where, beside)
        owner = self._some(where, Owner)
        others = (Lane("layer", "backstage"), Lane("channel", "phone"), SILENT_LANE)
        lanes = (None, ALONE_LANE, NOBODYS_LANE, *others, *([Lane("owner", owner)] if owner else []))
        if ids and slot:
            move_touchpoints(self.document, ids, slot, lanes[lane % len(lanes)])

    @rule(by=st.sampled_from(("owner", "layer", "channel")))
    def turn_lanes(self, by: LanesBy) -> None:
        set_lanes_by(self.document, MAP, by)

    @rule(pick=PICK, later=st.booleans(), sideways=st.booleans())
    def step(self, pick: int, later: bool, sideways: bool) -> None:
        if each := self._some(pick, Touchpoint):
            if sideways:
                step_touchpoint(self.document, each, 1 if later else -1)
            else:
                step_lane(self.document, (each,), 1 if later else -1)

    @rule(picks=st.lists(PICK, min_size=1, max_size=3))
    def duplicate(self, picks: list[int]) -> None:
        ids = list(dict.fromkeys(each for pick in picks if (each := self._some(pick, Touchpoint))))
        if ids:
            duplicate_touchpoints(self.document, ids)

    @rule(pick=PICK)
    def lay_aside(self, pick: int) -> None:
        if each := self._some(pick, Touchpoint):
            to_tray(self.document, (each,))

    @rule(pick=PICK, valence=VALENCES, how=st.integers(0, 3))
    def feel(self, pick: int, valence: float, how: int) -> None:
        if each := self._some(pick, Touchpoint):
            if how == 0:
                set_valence(self.document, (each,), valence)
            elif how == 1:
                nudge_valence(self.document, (each,), valence)
            elif how == 2:
                clear_feeling(self.document, (each,))
            else:
                set_believed(self.document, (each,), valence)

    @rule(pick=PICK, text=WORDS, kind=st.integers(0, 3))
    def attach(self, pick: int, text: str, kind: int) -> None:
        if each := self._some(pick, Touchpoint, Stage, Transition):
            if kind == 0:
                add_note(self.document, each, "pain_point", text, severity=3)
            elif kind == 1:
                add_opportunity(self.document, each, text, answers=tuple(self._all(Note)[:2]))
            elif kind == 2:
                add_metric(self.document, each, text, current=1.5)
            elif (touchpoint := self._some(pick, Touchpoint)) is not None:
                set_moment(self.document, (touchpoint,), pick % 2 == 0)

    @rule(pick=PICK, where=PICK, kind=st.sampled_from(ROWS), before=PICK, copied=st.booleans())
    def carry_text(self, pick: int, where: int, kind: str, before: int, copied: bool) -> None:
        text, on = self._some(pick, Note, Opportunity, Metric), self._some(where, Stage, Touchpoint)
        if text and on:
            place = (None, "", self._some(before, Note, Opportunity, Metric))[before % 3]
            made = (copy_text if copied else place_text)(self.document, text, on, kind, place)
            record = self.document.records[made]
            assert row_kind(record) == kind and isinstance(record, Attached) and record.on == on

    @rule(name=st.sampled_from((*ROWS, "", "time_axis")), other=st.sampled_from(ROWS), how=st.integers(0, 5))
    def arrange_rows(self, name: str, other: str, how: int) -> None:
        if how == 0:
            switch_row(self.document, MAP, other, name not in rows_of(self.document, MAP))
        elif how == 1:
            move_row(self.document, MAP, name, len(other) % 4)
        elif how == 2:
            add_row(self.document, MAP, name)
        elif how == 3:
            rename_row(self.document, MAP, name, other)
        elif how == 4:
            remove_row(self.document, MAP, name)
        else:
            choose_rows(self.document, MAP, (name, other))
        shown = rows_of(self.document, MAP)
        assert len(set(shown)) == len(shown) and all(shown)

    @rule(source=PICK, end=PICK)
    def draw(self, source: int, end: int) -> None:
        first, second = self._some(source, Touchpoint), self._some(end, Touchpoint)
        if first and second:
            add_transition(self.document, first, second)

    @rule(picks=st.lists(PICK, min_size=2, max_size=4))
    def join(self, picks: list[int]) -> None:
        ids = list(dict.fromkeys(each for pick in picks if (each := self._some(pick, Touchpoint))))
        if ids:
            add_note(self.document, ids[-1], "quote", "said")
            before = set(self._all(Note, Opportunity, Metric, Stage, Touchpoint))
            votes = sum(self._touchpoint(each).votes for each in ids)
            join_touchpoints(self.document, ids[0], ids[1:])
            assert before - set(self._all(Note, Opportunity, Metric, Stage, Touchpoint)) == set(ids[1:])
            assert self._touchpoint(ids[0]).votes == votes

    @rule(picks=st.lists(PICK, min_size=2, max_size=3))
    def join_stages(self, picks: list[int]) -> None:
        ids = list(dict.fromkeys(each for pick in picks if (each := self._some(pick, Stage))))
        if ids and not is_locked(self.document.records, MAP):
            add_note(self.document, ids[-1], "goal", "said")
            before, order = set(self.document.records), self._all(Touchpoint)
            kept = join_stages(self.document, ids)
            assert before - set(self.document.records) == set(ids) - {kept}
            assert self._all(Touchpoint) == order

    @rule(pick=PICK)
    def split(self, pick: int) -> None:
        if each := self._some(pick, Touchpoint):
            order = [t.id for t in self.document.journey(MAP).touchpoints]
            split_stage(self.document, each)
            assert [t.id for t in self.document.journey(MAP).touchpoints] == order

    @rule(pick=PICK, where=PICK, later=st.booleans(), elsewhere=st.booleans())
    def move_a_note(self, pick: int, where: int, later: bool, elsewhere: bool) -> None:
        if each := self._some(pick, Note, Opportunity, Metric):
            goal = self._some(where, Touchpoint, Stage, Transition)
            if elsewhere and goal:
                hang_on(self.document, each, goal)
            else:
                move_attached(self.document, each, 1 if later else -1)

    @rule(locked=st.booleans())
    def lock(self, locked: bool) -> None:
        set_locked(self.document, MAP, locked)

    def _touchpoint(self, touchpoint_id: str) -> Touchpoint:
        found = self.document.records[touchpoint_id]
        assert isinstance(found, Touchpoint)
        return found

    @rule(pick=PICK, text=WORDS, joined=st.booleans())
    def type_title(self, pick: int, text: str, joined: bool) -> None:
        if each := self._some(pick, Touchpoint):
            set_field(self.document, (each,), "title", text, join="typing" if joined else "")

    @rule(picks=st.lists(PICK, min_size=1, max_size=3))
    def remove(self, picks: list[int]) -> None:
        kinds = (Stage, Touchpoint, Transition, Note, Opportunity, Owner)
        remove(self.document, [each for pick in picks if (each := self._some(pick, *kinds))])

    @rule(picks=st.lists(PICK, min_size=1, max_size=4), cuts=st.booleans())
    def copy(self, picks: list[int], cuts: bool) -> None:
        ids = [
            each for pick in picks if (each := self._some(pick, Stage, Touchpoint, Note, Opportunity, Metric, Owner))
        ]
        if found := take(self.document, MAP, ids, keeps_votes=cuts):
            self.clip = dumps(found)
            if cuts:
                cut(self.document, ids)

    @rule(where=PICK, tray=st.booleans())
    def paste(self, where: int, tray: bool) -> None:
        if self.clip:
            slot, on = None if tray else self._slot(where, False), self._some(where, Touchpoint, Stage)
            with suppress(CannotInsert):
                new = insert(self.document, read(loads(self.clip)), MAP, slot, on, self._some(where, Stage))
                assert all(each in self.document.records for each in new)

    @rule(words=st.sampled_from(["i", "First", "two"]), by=WORDS)
    def replace(self, words: str, by: str) -> None:
        with suppress(TooLong):
            replace(self.document, find(self.document, MAP, Wanted(words)), by)

    @rule(pick=PICK, valence=VALENCES, dropped=st.booleans())
    def drag_a_feeling(self, pick: int, valence: float, dropped: bool) -> None:
        if each := self._some(pick, Touchpoint):
            before = dumps(self.document.records)
            for step in (valence / 2, valence):
                self.document.preview(lambda step=step: set_valence(self.document, (each,), step))
            if dropped:
                set_valence(self.document, (each,), valence)
            else:
                self.document.end_preview()
                assert dumps(self.document.records) == before

    @rule(steps=st.integers(1, 6))
    def undo_and_redo(self, steps: int) -> None:
        before = dumps(self.document.records)
        done = sum(self.history.undo() is not None for _ in range(steps))
        for _ in range(done):
            self.history.redo()
        assert dumps(self.document.records) == before

    @rule(steps=st.integers(1, 3))
    def undo(self, steps: int) -> None:
        for _ in range(steps):
            self.history.undo()

    @rule()
    def redo(self) -> None:
        self.history.redo()

    @rule()
    def save_and_load(self) -> None:
        data = dumps(self.document.records)
        loaded = loads(data, "map.journey")
        assert dict(loaded) == dict(self.document.records)
        assert dumps(loaded) == data
        self.history.mark_saved()

    @invariant()
    def references_hold(self) -> None:
        for record in self.document.records.values():
            for reference in references_of(record.kind_name):
                for target in targets_of(record, reference):
                    assert self.document.records[target].kind_name in reference.targets

    @invariant()
    def the_views_agree(self) -> None:
        assert self.seen == dict(self.document.records)

    @invariant()
    def the_map_as_it_is_read_agrees(self) -> None:
        assert self.document.journey(MAP) == read_journey(self.document.records, MAP)

    def teardown(self) -> None:
        if not hasattr(self, "history"):
            return
        last = dumps(self.document.records)
        position = self.history.position
        self.history.go_to(0)
        assert dumps(self.document.records) == self.first
        self.history.go_to(position)
        assert dumps(self.document.records) == last


RandomUser.TestCase.settings = settings(max_examples=60, stateful_step_count=40, deadline=None)
TestRandomUser = RandomUser.TestCase
