"""What people do about what the program finds: set it aside with a reason, and agree how customers are passed on."""

from collections.abc import Collection

from journey_editor.assets import _
from journey_editor.core.document import Document
from journey_editor.core.flow import Edge, edges_from, holders, is_handoff, leaving_by_source, steps
from journey_editor.core.journey import Journey
from journey_editor.core.parts import Dismissal
from journey_editor.core.records import JourneyMap, Transition


def set_aside(document: Document, map_id: str, rule: str, records: Collection[str], reason: str) -> None:
    """Set a finding of a map aside: it is known by its rule and the set of its records; its reason may be changed so.

    Raises KeyError where the id names no map.
    """
    journey_map = document.one(JourneyMap, map_id)
    others = tuple(each for each in journey_map.dismissed if not _is(each, rule, records))
    new = Dismissal(rule=rule, records=tuple(records), reason=" ".join(reason.split()))
    with document.transaction(_("Set finding aside")):
        document.put(journey_map.with_(dismissed=(*others, new)))


def take_back(document: Document, map_id: str, rule: str, records: Collection[str]) -> bool:
    """Let a finding count again; returns whether it was set aside. Raises KeyError where the id names no map."""
    journey_map = document.one(JourneyMap, map_id)
    others = tuple(each for each in journey_map.dismissed if not _is(each, rule, records))
    if len(others) == len(journey_map.dismissed):
        return False
    with document.transaction(_("Take finding back")):
        document.put(journey_map.with_(dismissed=others))
    return True


def agree_protocol(document: Document, map_id: str, source: str, target: str, protocol: str) -> tuple[str, ...]:
    """Say how a customer is passed on between two touchpoints, in one step; return the transitions that say it now.

    It holds for all edges of the handoff: those between the same two columns with the same two holders. Edges that
    nobody drew become transitions, those beside them too, since a happy one ends what order alone implies. A protocol
    that is there stays. Raises KeyError where no such handoff is.
    """
    every, group = _around(document.journey(map_id), source, target)
    drawn = {edge.source for edge in every if edge.implied and (edge.source, edge.target) in group}
    said: list[str] = []
    with document.transaction(_("Agree a protocol")):
        for edge in every:
            passes = (edge.source, edge.target) in group
            if edge.implied and edge.source in drawn:
                words = protocol if passes else ""
                new = Transition(
                    id=document.new_id(), map=map_id, source=edge.source, target=edge.target, protocol=words
                )
                document.put(new)
                said += (new.id,) if passes else ()
            elif passes:
                for each in edge.transitions:
                    said.append(each.id)
                    if not each.protocol.strip():
                        document.put(each.with_(protocol=protocol))
    return tuple(said)


def _around(journey: Journey, source: str, target: str) -> tuple[list[Edge], set[tuple[str, str]]]:
    """Return the edges that leave the column of a touchpoint, and the ends of those that are one handoff with its."""
    held, leaving = holders(journey), leaving_by_source(journey)
    places = {each.id: index for index, column in enumerate(journey.columns) for each in column}
    here, there = next((pair for pair in steps(journey) if any(each.id == source for each in pair[0])), ((), ()))
    every = [edge for each in here for edge in edges_from(each.id, there, leaving.get(each.id, ()))]
    meant = next((edge for edge in every if (edge.source, edge.target) == (source, target)), None)
    if meant is None:
        raise KeyError(f"{source} → {target}")

    def about(edge: Edge) -> tuple[int, str, str]:
        return places[edge.target], held[edge.source], held[edge.target]

    alike = (each for each in every if is_handoff(each, held) and about(each) == about(meant))
    return every, {(source, target), *((each.source, each.target) for each in alike)}


def _is(dismissal: Dismissal, rule: str, records: Collection[str]) -> bool:
    return dismissal.rule == rule and set(dismissal.records) == set(records)
