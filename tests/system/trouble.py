"""What all tests of faults ask: was there a break in what a call heard, and do the books add up?"""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx

from acd.testing.call import Call
from acd.testing.call_centre import CallCentre
from acd.testing.phone import Phone
from acd.testing.protocol import Moment
from acd.testing.tones import DOMINANT_SHARE, longest_run_s, tone_shares
from tests.system.books import live_rows, untruths

COMPANY = Path(__file__).parent / "trouble.yaml"
SUPPORT, MENU = "7300", "7100"
REPAIRS = "7400"
"""Like support, with a long wrap-up."""
HOTLINE = "7500"
"""Like support, but phones ring for four seconds only."""
CLAIMS = "7600"
"""Like support, with a wrap-up that does not end by itself in a test."""
CALLERS = ("caller", "caller2", "caller3", "caller4")
HUM_HZ = 440
"""What waiting callers of this company hear."""
JITTER_S = 0.3
"""So long may a tone break off between two phones on a busy machine: a jitter buffer that was starved."""


def longest_break_s(call: Call, hz: float, since: Moment) -> float:
    """The longest stretch in which a call has not heard this tone, from a moment until now."""
    with call.phone.changed:
        heard = call.tape.recording(since.mono_ns)
    passed_s = (Moment.now().mono_ns - since.mono_ns) / 1e9
    assert heard.duration_s > 0.9 * passed_s - JITTER_S, (
        f"{call!r} recorded {heard.duration_s:.1f} s in {passed_s:.1f} s"
    )
    return longest_run_s(tone_shares(heard.samples, hz, heard.rate_hz) < DOMINANT_SHARE)


def keeps_hearing(call: Call, hz: float, since: Moment) -> None:
    """Assert that the tone was heard from a moment until now without a break, and is still heard."""
    hearing = call.hears_tone(hz, within_s=5)
    assert hearing, hearing
    break_s = longest_break_s(call, hz, since)
    assert break_s <= JITTER_S, f"{call.phone.name} has not heard {hz} Hz for {break_s:.2f} s"


def talk(one: Call, other: Call) -> None:
    """Assert that two calls hear each other, and nothing else."""
    for hearer, speaker in ((one, other), (other, one)):
        hearing = hearer.hears_only(speaker.phone.tone_hz, within_s=8, for_s=0.5)
        assert hearing, hearing


def contact_of(centre: CallCentre, caller: str, *, after: int) -> str:
    """The contact that a caller's call has become."""
    return str(centre.wait_fact("ContactArrived", 10, after=after, caller=caller).fields["contact"])


def all_is_over(centre: CallCentre) -> None:
    """Wait until nobody is left in the house; then nothing may remain of them, and the books must add up."""
    centre.until(lambda: not centre.status()["contacts"] or None, 15, "no contact left")
    centre.until(lambda: not centre.channels() or None, 15, "no channel left")
    for agent in centre.status()["agents"]:
        if agent["presence"] != "logged_out":
            centre.wait_agent(agent["id"], 10, activity="idle", presence="ready")
    centre.until(
        lambda: not [row for row in live_rows(centre) if row[0] != "agent"] or None, 5, "closed books"
    )
    assert untruths(centre) == []


def logged(centre: CallCentre, event: str) -> list[dict[str, Any]]:
    """The lines of the service's log whose event begins so, from its first start on."""
    lines = map(json.loads, filter(is_json, centre.stack.service.log.read_text().splitlines()))
    return [line for line in lines if str(line.get("event", "")).startswith(event)]


def is_json(line: str) -> bool:
    """Tracebacks and what other programs print is not."""
    return line.startswith("{")


def readyz(centre: CallCentre) -> tuple[int, list[str]]:
    """What a load balancer is told: the status, and what is missing."""
    reply = httpx.get(f"http://127.0.0.1:{centre.stack.ports.http}/readyz", trust_env=False)
    return reply.status_code, reply.json()["troubles"]


def wait_ready(centre: CallCentre, within_s: float = 30.0) -> None:
    """Wait until callers are served."""
    centre.until(lambda: centre.stack.service.ready() or None, within_s, "the service to be ready")


@dataclass
class Scene:
    """One talks to Cleo, Dora's phone rings for one, one waits with music."""

    centre: CallCentre
    after: int
    talker: Call
    cleo: Call
    ringer: Call
    dora: Call
    waiter: Call

    def contact(self, caller: str) -> str:
        """The contact of `caller` (the talker), `caller2` (the ringer) or `caller3` (the waiter)."""
        return contact_of(self.centre, caller, after=self.after)


def set_the_scene(centre: CallCentre, cleo: Phone, dora: Phone, outside: Sequence[Phone]) -> Scene:
    """Let three call in turn, and the first be answered."""
    after = centre.last_seq()
    talker, ringer, waiter = outside[:3]
    talking = talker.call(SUPPORT)
    answered = cleo.wait_for_ring(10).answer()
    rung = ringer.call(SUPPORT)
    ringing = dora.wait_for_ring(10)
    waiting = waiter.call(SUPPORT)
    talk(answered, talking)
    centre.wait_fact("OfferRang", 10, after=after, agent="204")
    assert waiting.hears_tone(HUM_HZ, within_s=8)
    return Scene(centre, after, talking, answered, rung, ringing, waiting)


def new_scene(centre: CallCentre) -> Scene:
    """The same, with everybody coming in first."""
    cleo, dora = centre.agent("203", "desk3"), centre.agent("204", "desk4")
    return set_the_scene(centre, cleo, dora, [centre.caller(name) for name in CALLERS[:3]])
