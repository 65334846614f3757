"""Words for tests of routing: who calls from where, when whose phone rang, and why."""

from pathlib import Path
from typing import Any

from acd.testing.call_centre import CallCentre
from acd.testing.phone import Phone
from tests.system.scene import MUSIC_HZ, Waiting, a_number, explained

ROUTING = Path(__file__).parent / "routing.yaml"
"""The company of these tests: a queue for each way of routing."""

LATE_S = 1.0
"""So much later than promised a phone may ring on a busy machine. Earlier it may not."""


def queue_up(centre: CallCentre, caller: Phone, number: str, *, from_number: str | None = None) -> Waiting:
    """Call a number that leads straight into a queue; nothing is said yet of what is heard."""
    from_number = from_number or a_number()
    after = centre.last_seq()
    call = caller.call(number, caller_id=from_number)
    arrived = centre.wait_fact("ContactArrived", after=after, caller=from_number)
    contact = str(arrived.fields["contact"])
    centre.wait_fact("PlaceTaken", contact=contact)
    return Waiting(call, contact)


def waits_with_music(waiting: Waiting) -> bool:
    """Music, and nothing else."""
    return bool(waiting.call.hears_only(MUSIC_HZ, for_s=0.3))


def offers_of(centre: CallCentre, contact: str) -> list[dict[str, Any]]:
    """What `acd explain` says of each offer of a contact, in order: to whom, and why."""
    entries = centre.explain(contact)["entries"]
    return [fact for entry in entries for fact in entry["facts"] if fact["type"] == "OfferOpened"]


def why(centre: CallCentre, contact: str) -> dict[str, Any]:
    """Why the last one to whom the contact was offered, as `acd explain` says it."""
    reason: dict[str, Any] = offers_of(centre, contact)[-1]["why"]
    return reason


def says(centre: CallCentre, contact: str, *sentences: str) -> bool:
    """Does `acd explain` print these about a contact, in this order?"""
    printed, at = explained(centre, contact), 0
    for sentence in sentences:
        at = printed.find(sentence, at)
        assert at >= 0, f"not said, or not in this order: {sentence}\n{printed}"
    return True


def told(centre: CallCentre, contact: str, kind: str) -> list[dict[str, Any]]:
    """The facts of a kind that `acd explain` shows of a contact."""
    entries = centre.explain(contact)["entries"]
    return [fact for entry in entries for fact in entry["facts"] if fact["type"] == kind]


def not_yet(centre: CallCentre, contact: str) -> dict[str, Any]:
    """Why a contact still waits, as `acd explain` says it."""
    reason: dict[str, Any] = centre.explain(contact)["not_yet"]
    return reason


def offered_after_s(centre: CallCentre, contact: str, agent: str) -> float:
    """How long after it took its place a contact was first offered to an agent."""
    taken = centre.wait_fact("PlaceTaken", contact=contact)
    opened = centre.wait_fact("OfferOpened", contact=contact, agent=agent)
    return opened.at - taken.at


def hang_up_both(centre: CallCentre, waiting: Waiting, agent: str) -> None:
    """End a talk from outside, and wait until the agent is free again."""
    centre.wait_fact("TalkJoined", contact=waiting.contact, agent=agent)
    waiting.call.hang_up()
    centre.wait_fact("ContactEnded", contact=waiting.contact)
    centre.wait_agent(agent, activity="idle", phone_state="not_in_use")
