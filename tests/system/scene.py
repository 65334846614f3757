"""Words for what happens in many tests: somebody waits, somebody talks."""

import itertools
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from click.testing import CliRunner

from acd.cli.root import main
from acd.testing.call import Call
from acd.testing.call_centre import CallCentre
from acd.testing.errors import CommandRefusedError
from acd.testing.phone import Phone
from acd.testing.protocol import Moment

SOUNDS = Path(__file__).parent / "sounds"
MUSIC_HZ = 440
"""What callers hear while they wait: `sounds/hum`, one pure tone."""

MOST = 0.6
"""Share of a prompt that must be heard: on a machine under load a phone loses pieces of it; another prompt
does not reach half as much.
"""

MENU, SHORT_MENU, CLOSED = "7100", "7500", "7200"
SALES, SUPPORT, OFFICE = "7400", "7300", "7600"
"""Numbers that lead straight to a queue. Everybody but Cleo serves the office, which has no wrap-up."""

_callers = itertools.count(4315550001)


def a_number() -> str:
    """The number of somebody who has not called yet."""
    return str(next(_callers))


@dataclass(frozen=True)
class Waiting:
    """A caller in a queue."""

    call: Call
    contact: str


@dataclass(frozen=True)
class Talk:
    """A caller and an agent, connected."""

    caller: Call
    agent: Call
    contact: str


def wait_in_line(centre: CallCentre, caller: Phone, number: str, *, keys: str = "") -> Waiting:
    """Call a number, press keys at once if there are any, and hear the music of the queue."""
    from_number = a_number()
    call = caller.call(number, caller_id=from_number)
    call.wait_answered()
    if keys:
        call.press(keys)
    contact = centre.contact_of(from_number)
    centre.wait_fact("PlaceTaken", contact=contact)
    assert call.hears_only(MUSIC_HZ, for_s=0.3)
    return Waiting(call, contact)


def talk(centre: CallCentre, caller: Phone, desk: Phone, number: str = SALES) -> Talk:
    """Call a number that leads straight to the agent at this desk, and let the agent answer."""
    from_number = a_number()
    call = caller.call(number, caller_id=from_number)
    answered = desk.wait_for_ring().answer()
    contact = centre.contact_of(from_number)
    centre.wait_fact("TalkJoined", contact=contact)
    return Talk(call, answered, contact)


def hear_only_each_other(one: Call, other: Call, within_s: float = 3.0) -> bool:
    """Do both hear the other's tone, and nothing else, for a second?"""
    since = Moment.now()
    heard = [
        one.hears_only(other.phone.tone_hz, within_s, since=since),
        other.hears_only(one.phone.tone_hz, within_s, since=since),
    ]
    assert all(heard), heard
    return True


def explained(centre: CallCentre, contact: str) -> str:
    """What `acd explain` prints about a contact: what has happened and why, why not yet, what would help."""
    words = ["explain", contact, "--socket", str(centre.stack.control_socket)]
    ran = CliRunner().invoke(main, words, catch_exceptions=False)
    assert ran.exit_code == 0, ran.output
    return ran.output


def obstacles(centre: CallCentre, contact: str) -> dict[str, str]:
    """Who could take a contact that waits, the nearest first, each with what keeps him or her."""
    return {one["agent"]: one["obstacle"] for one in centre.explain(contact)["not_yet"]["suitable"]}


def unless_over(deed: Callable[[], object]) -> None:
    """Do something with a call that somebody else may have ended by now."""
    with suppress(CommandRefusedError):
        deed()


def ending_of(centre: CallCentre, contact: str) -> str:
    """How a contact ended, once it has."""
    return str(centre.wait_fact("ContactEnded", contact=contact).fields["ending"])


def first_of(centre: CallCentre, contact: str, *kinds: str, after: int = 0) -> str:
    """Which of these facts about a contact comes first: its kind."""

    def look() -> str | None:
        found = [fact.kind for fact in centre.facts(after=after, contact=contact) if fact.kind in kinds]
        return found[0] if found else None

    return centre.until(look, 5, f"one of {', '.join(kinds)} about {contact}")
