"""The actions of a room that votes: dots given and taken back, the vote strip, and the parking lot."""

from collections.abc import Callable

from journey_editor.assets import _ as translated, marked as _, ngettext
from journey_editor.core.edits.votes import Votable, clear_votes, give_vote, take_vote, votable
from journey_editor.core.titles import called
from journey_editor.insight.votes import votes_text
from journey_editor.ui.actions.table import ActionSpec, Host, asks, has_map

LONGEST = 40  # letters of a title in a sentence


def has_votable(host: Host) -> bool:
    """Whether something is selected that can have votes."""
    return any(isinstance(each, Votable) for each in host.workspace.each_selected())


def give(host: Host) -> None:
    """Give one vote to each of what is selected, and say how many there are now."""
    _vote(host, give_vote)


def take_back(host: Host) -> None:
    """Take one vote back from each of what is selected."""
    _vote(host, take_vote)


def clear(host: Host) -> None:
    """Take all votes of the map back."""
    workspace = host.workspace
    count = clear_votes(workspace.document, workspace.map_id)
    workspace.noticed.emit(
        ngettext("{count} vote was taken back.", "{count} votes were taken back.", count).format(count=count)
        if count
        else translated("There are no votes on this map.")
    )


def _vote(host: Host, verb: Callable[..., int]) -> None:
    document, ids = host.workspace.document, host.workspace.session.selected
    count = verb(document, ids)
    found = votable(document, ids)
    if not found:
        said = translated("Select a touchpoint, a note or an opportunity to vote for it.")
    elif not count:
        said = translated("There is no vote to take back.")
    elif len(found) == 1:
        votes = votes_text(found[0].votes) or translated("no votes")
        said = translated("“{name}”: {votes}").format(name=called(found[0], LONGEST), votes=votes)
    elif verb is give_vote:
        said = ngettext("{count} got a vote.", "{count} got a vote each.", count).format(count=count)
    else:
        said = ngettext("{count} lost a vote.", "{count} lost a vote each.", count).format(count=count)
    host.workspace.noticed.emit(said)


VOTES = (
    ActionSpec("vote", _("Give a vote"), give, keys="Ctrl+B", enabled=has_votable, in_room=True),
    ActionSpec("unvote", _("Take a vote back"), take_back, keys="Ctrl+Shift+B", enabled=has_votable, in_room=True),
    ActionSpec(
        "vote_strip", _("Vote strip"), asks("vote_strip"), keys="Ctrl+F6", enabled=has_map,
        checked=lambda host: host.is_shown("vote_strip"),
    ),
    ActionSpec("clear_votes", _("Take all votes back"), clear, enabled=has_map),
    ActionSpec(
        "parking", _("Parking lot"), asks("parking"), "note", "Ctrl+Shift+P", enabled=has_map,
        checked=lambda host: host.is_shown("parking"),
    ),
    ActionSpec("park_words", _("Park the words of the capture line"), asks("park_words"), keys="Ctrl+Alt+Return",
               enabled=has_map),
)  # fmt: skip
