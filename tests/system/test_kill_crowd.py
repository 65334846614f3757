"""Five hundred customers are to be called, and the service is gone while the moments of half of them pass:
afterwards they are called in order, as many as may be, and nobody is missing.
"""

import time
from collections.abc import Callable
from functools import partial
from itertools import cycle, pairwise
from pathlib import Path

import pytest

from acd.testing.call_centre import CallCentre, Fact
from acd.testing.phone import Phone
from acd.web.bodies import NewCallback
from acd.web.client import ControlClient
from tests.system.scene import ending_of, unless_over

COMPANY = Path(__file__).parent / "callback_crowd.yaml"
AGENTS = {"201": "desk1", "202": "desk2", "203": "desk3"}
LINES, PER_MINUTE = 2, 30
"""As the company says."""
MANY, DIALLED = 500, 36
"""So many are to be called; and so many are, here."""
A_MINUTE_S = 60.0
OUTAGE_S = A_MINUTE_S + 10.0


@pytest.mark.timeout(300)
def test_five_hundred_who_are_due_after_an_outage_are_called_in_order_as_many_as_may_be(
    centre: CallCentre, record_property: Callable[[str, object], None]
) -> None:
    home = centre.caller("gateway", name="home")
    scheduled = schedule(centre)
    line = to_be_called(centre)
    assert line == scheduled[1::2] + scheduled[0::2], "whose moment comes first"
    last = last_moment(centre)
    centre.stack.service.kill()
    centre.until(lambda: time.time() > last or None, OUTAGE_S, "the moments of all have passed")
    began = time.monotonic()
    centre.stack.service.start()
    record_property(f"From a start to readiness with {MANY} callbacks", time.monotonic() - began)
    assert to_be_called(centre) == line, "nobody is missing, and nobody has been overtaken"

    home.auto_answer()
    for agent, desk in AGENTS.items():
        centre.agent(agent, desk, ready=False).auto_answer()
        centre.order(agent, "ready")
    serve(centre, home)
    go_home(centre, home)

    # Who goes home while the telephone rings for somebody leaves that one to another agent, or in the line.
    offered = list(dict.fromkeys(offer.fields["contact"] for offer in centre.facts("OfferOpened")))
    assert offered == line[: len(offered)], "in order"
    dials = centre.facts("CustomerDialled")
    dialled = [dial.fields["contact"] for dial in dials]
    assert len(home.calls) == len(dialled) == len(set(dialled)) >= DIALLED
    assert {ending_of(centre, contact) for contact in dialled} == {"served"}
    assert most_at_once(centre) == LINES
    assert most_in_a_minute(dials) == PER_MINUTE
    rest = to_be_called(centre)
    assert rest == [contact for contact in line if contact not in dialled], "all others wait in their places"
    give_up(centre, rest)


def schedule(centre: CallCentre) -> list[str]:
    """Somebody types them, by turns for in a minute and for now; the contacts that have come of it."""
    with ControlClient(centre.stack.control_socket) as client:
        return [
            client.schedule_callback(
                NewCallback(number=f"+43660{1_000_000 + n}", queue="sales", at=at, author="boss")
            ).contact
            for n, at in zip(range(MANY), cycle(("+1m", "now")), strict=False)
        ]


def to_be_called(centre: CallCentre) -> list[str]:
    """Who is to be called, in the order of their places."""
    with ControlClient(centre.stack.control_socket) as client:
        return [callback.contact for callback in client.callbacks().callbacks]


def last_moment(centre: CallCentre) -> float:
    """Before which the last of them is not to be called."""
    with ControlClient(centre.stack.control_socket) as client:
        return max(callback.not_before or 0.0 for callback in client.callbacks().callbacks)


def serve(centre: CallCentre, home: Phone) -> None:
    """So many customers talk with an agent, and each of them hangs up."""
    seen = centre.told_from
    for _ in range(DIALLED):
        joined = centre.wait_fact("TalkJoined", 2 * A_MINUTE_S, after=seen)
        seen = joined.seq
        hang_up(centre, home, joined)


def hang_up(centre: CallCentre, home: Phone, joined: Fact) -> None:
    """The customer of this talk does."""
    (dialled,) = centre.facts("CustomerDialled", contact=joined.fields["contact"])
    invite = f"INVITE sip:{dialled.fields['number']}@"
    (call,) = (call for call in home.calls if call.invite.startswith(invite))
    call.hang_up()


def go_home(centre: CallCentre, home: Phone) -> None:
    """Nobody is rung any more, and who is called already is served."""
    for agent in AGENTS:
        centre.order(agent, "notready", reason="1")

    def all_are_free() -> bool | None:
        for joined in centre.facts("TalkJoined"):
            if not centre.facts("TalkEnded", contact=joined.fields["contact"]):
                unless_over(partial(hang_up, centre, home, joined))
        return all(centre.agent_status(agent)["activity"] == "idle" for agent in AGENTS) or None

    centre.until(all_are_free, 10, "all agents are free")


def give_up(centre: CallCentre, contacts: list[str]) -> None:
    """Somebody cancels the callbacks of all these."""
    with ControlClient(centre.stack.control_socket) as client:
        for contact in contacts:
            client.cancel_callback(contact, "boss")
    cancelled = {fact.fields["contact"] for fact in centre.facts("ContactEnded", ending="cancelled")}
    assert cancelled == set(contacts)


def most_at_once(centre: CallCentre) -> int:
    """How many lines have been in use at a time: from the ring of an agent to the end of the call."""
    changes = {"OfferOpened": 1, "OfferWithdrawn": -1, "ContactEnded": -1}
    used = most = 0
    for fact in centre.facts():
        used += changes.get(fact.kind, 0)
        most = max(most, used)
    return most


def most_in_a_minute(dials: list[Fact]) -> int:
    """How many customers have been dialled in any minute."""
    moments = [dial.at for dial in dials]
    assert all(one <= other for one, other in pairwise(moments))
    return max(sum(first <= at < first + A_MINUTE_S for at in moments) for first in moments)
