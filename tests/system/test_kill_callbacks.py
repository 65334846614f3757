"""The service is killed at each boundary of deciding, committing and performing on the way of a callback,
from the key of the caller to the end of the talk: nobody is dialled twice, and nobody is forgotten.

One agent, one caller, and the telephone at home. What a boundary is: `tests.system.test_kill_boundaries`.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import pytest

from acd.testing.call import Call
from acd.testing.call_centre import CallCentre
from acd.testing.phone import Phone
from tests.system.decisions import queue_up, waits_with_music
from tests.system.scene import Waiting, ending_of, hear_only_each_other, unless_over
from tests.system.test_callbacks import ANNA, CUSTOMER, SALES
from tests.system.test_kill_boundaries import after_send, doomed, round_commit

COMPANY = Path(__file__).parent / "callbacks.yaml"
LADDERS = {"unknown": 2.0, "busy": 1.5}
"""How long after a miss of this kind the customer is dialled again in this company."""
SOON_S = 15.0


@dataclass
class Case:
    """The people of one case."""

    centre: CallCentre
    anna: Phone
    home: Phone
    waiting: Waiting

    def count(self, kind: str) -> int:
        return len(self.centre.facts(kind, contact=self.waiting.contact))

    def wait(self, kind: str) -> None:
        self.centre.wait_fact(kind, SOON_S, contact=self.waiting.contact)


Act = Callable[[Case], None]

# ── what people do ───────────────────────────────────────────────────────────────────────────────────


def waits(this: Case) -> None:
    assert waits_with_music(this.waiting)


def presses_the_key(this: Case) -> None:
    this.waiting.call.press("1")


def hears_good_bye(this: Case) -> None:
    presses_the_key(this)
    this.wait("CallbackAgreed")


def hangs_up(this: Case) -> None:
    this.waiting.call.hang_up()


def is_gone(this: Case) -> None:
    hears_good_bye(this)
    hangs_up(this)
    this.wait("CustomerParted")


def agent_answers(this: Case) -> None:
    this.centre.order(ANNA, "ready")
    this.anna.wait_for_ring(SOON_S).answer()


def agent_has_heard_enough(this: Case) -> None:
    agent_answers(this)
    this.wait("OfferAnswered")
    this.anna.calls[-1].press("1")


def customer_answers(this: Case) -> None:
    agent_has_heard_enough(this)
    this.home.wait_for_ring(SOON_S).answer()


def customer_is_busy(this: Case) -> None:
    this.home.auto_reject(486)
    agent_has_heard_enough(this)
    this.home.wait_for_ring(SOON_S).wait_ended(SOON_S)
    this.home.ring_and_wait()


def customer_hangs_up(this: Case) -> None:
    customer_answers(this)
    this.wait("TalkJoined")
    this.home.calls[-1].hang_up()


# ── how it must end ──────────────────────────────────────────────────────────────────────────────────


def is_called_back(this: Case) -> None:
    """Whoever is rung answers, until the two talk."""
    if not this.count("CallbackAgreed"):
        waits(this)
        presses_the_key(this)
    this.waiting.call.wait_ended(SOON_S)
    if this.centre.agent_status(ANNA)["presence"] == "not_ready":
        this.centre.order(ANNA, "ready")
    agent, customer = this.centre.until(lambda: _they_talk(this), 2 * SOON_S, "a talk")
    assert hear_only_each_other(agent, customer)
    customer.hang_up()
    is_over(this)


def _they_talk(this: Case) -> tuple[Call, Call] | None:
    """Nobody is called twice at a time."""
    there = list[Call]()
    for phone in (this.anna, this.home):
        living = [call for call in phone.calls if call.state != "ended"]
        assert len(living) <= 1, living
        for call in living:
            if call.state == "ringing":
                unless_over(partial(call.respond, 200))
            elif call.state == "answered":
                there.append(call)
    return (there[0], there[1]) if len(there) == 2 and this.count("TalkJoined") else None


def is_over(this: Case) -> None:
    """The books know of one callback, one answer and one talk; of a second dial only if nobody knew what had
    come of the first, or it had failed, and not before its time.
    """
    assert ending_of(this.centre, this.waiting.contact) == "served"
    for once in ("CallbackAgreed", "CustomerParted", "CustomerReached", "TalkJoined", "ContactEnded"):
        assert this.count(once) == 1, once
    dials = this.centre.facts("CustomerDialled", contact=this.waiting.contact)
    misses = this.centre.facts("CustomerMissed", contact=this.waiting.contact)
    assert [dial.fields["attempt"] for dial in dials] == list(range(1, len(misses) + 2))
    for miss, again in zip(misses, dials[1:], strict=True):
        assert again.at - miss.at > 0.9 * LADDERS[str(miss.fields["miss"])]
    assert len(this.home.calls) <= len(dials)


def is_not_called_again(this: Case) -> None:
    """The talk is over for both. When all lines were gone by then nobody knows who went first."""
    assert ending_of(this.centre, this.waiting.contact) in ("served", "lost")
    this.anna.calls[-1].wait_ended(SOON_S)
    this.home.expect_no_ring(LADDERS["unknown"] + 1.0)
    assert this.count("CustomerDialled") == this.count("CustomerReached") == 1


# ── the cases ────────────────────────────────────────────────────────────────────────────────────────


def of_the_customer(boundaries: list[str]) -> list[str]:
    """The line of the agent is the first that comes to these."""
    return [boundary.replace(":1:", ":2:") for boundary in boundaries]


STAGES: list[tuple[Act, Act, Act, list[str]]] = [
    (waits, presses_the_key, is_called_back, [*round_commit("CallbackAgreed"), *after_send("Play")]),
    (hears_good_bye, hangs_up, is_called_back, round_commit("CustomerParted")),
    (is_gone, agent_answers, is_called_back, [*round_commit("OfferAnswered"), *after_send("Play")]),
    (
        is_gone,
        agent_has_heard_enough,
        is_called_back,
        [
            *round_commit("CustomerDialled"),
            *after_send("DialOut"),
            *of_the_customer(round_commit("LegAppeared")),
            *of_the_customer(after_send("Ring")),
            *of_the_customer(round_commit("LegStartedRinging")),
        ],
    ),
    (is_gone, customer_is_busy, is_called_back, round_commit("CustomerMissed")),
    (
        is_gone,
        customer_answers,
        is_called_back,
        [*round_commit("CustomerReached"), *after_send("Join"), *round_commit("TalkJoined")],
    ),
    (is_gone, customer_hangs_up, is_not_called_again, round_commit("TalkEnded")),
]
CASES = [
    pytest.param(begin, deed, end, boundary, id=f"{deed.__name__}-{boundary}")
    for begin, deed, end, boundaries in STAGES
    for boundary in boundaries
]


@pytest.fixture
def this(centre: CallCentre) -> Case:
    home = centre.caller("gateway", name="home")
    anna = centre.agent(ANNA, "desk1", ready=False)
    return Case(centre, anna, home, queue_up(centre, centre.caller(), SALES, from_number=CUSTOMER))


@pytest.mark.parametrize(("begin", "deed", "end", "boundary"), CASES)
def test_nobody_is_dialled_twice_and_nobody_is_forgotten(
    this: Case, begin: Act, deed: Act, end: Act, boundary: str
) -> None:
    begin(this)
    with doomed(this.centre.stack.service, boundary):
        deed(this)
    end(this)
