"""The service is killed at each boundary of deciding, committing and performing, at each stage of a call.

A case is a deed (somebody calls, presses a key, answers, hangs up, …) and a boundary at which the service
ends itself on the way from hearing of it to having done what follows from it (`acd.runtime.boundaries`). It
is started again, and the call comes to the end that its people wanted: nothing lost, nothing done twice.

One agent, one caller; both keep their phones from case to case.
"""

import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from acd.testing.call import Call
from acd.testing.call_centre import CallCentre
from acd.testing.errors import PhoneError
from acd.testing.phone import Phone
from acd.testing.protocol import Moment
from acd.testing.stacks import On, Service
from acd.web.client import NoAnswer
from tests.system.trouble import HUM_HZ, all_is_over, contact_of

COMPANY = Path(__file__).parent / "boundaries.yaml"
MENU_PROMPT = Path(__file__).parent / "sounds/welcome.wav"
MENU, QUEUE, CAREFUL = "7100", "7300", "7400"
"""Only the careful queue has wrap-up."""
CLEO, DESK = "203", "desk3"
SOON_S = 10.0


@dataclass
class Case:
    """The people of one case, and what they have in hand."""

    centre: CallCentre
    cleo: Phone
    caller: Phone
    after: int
    since: Moment = field(default_factory=Moment.now)

    call: Call | None = None
    """The caller's."""
    ringing: Call | None = None
    """Cleo's."""

    def dial(self, number: str) -> Call:
        self.call = self.caller.call(number)
        return self.call

    @property
    def calling(self) -> Call:
        assert self.call is not None
        return self.call

    @property
    def contact(self) -> str:
        return contact_of(self.centre, "caller", after=self.after)

    def count(self, kind: str) -> int:
        return len(self.centre.facts(kind, after=self.after))

    @property
    def invites(self) -> int:
        """How often Cleo's phone was called."""
        asked = self.cleo.ladder.all("INVITE", sent=False, after_ns=self.since.mono_ns)
        return len({message.call_id for message in asked})


# ── how the case begins ──────────────────────────────────────────────────────────────────────────────

Act = Callable[[Case], None]


def cleo_is_ready(this: Case) -> None:
    this.centre.order(CLEO, "ready")


def cleo_is_not_ready(this: Case) -> None:
    this.centre.order(CLEO, "notready")


def cleo_has_gone_home(this: Case) -> None:
    this.centre.order(CLEO, "logout")


# ── what people do ───────────────────────────────────────────────────────────────────────────────────


def calls(this: Case) -> None:
    this.dial(QUEUE)


def calls_the_menu(this: Case) -> None:
    this.dial(MENU)


def presses_a_key(this: Case) -> None:
    this.dial(MENU).wait_answered(SOON_S)
    this.centre.wait_fact("PromptBegan", SOON_S, after=this.after)
    this.calling.press("2")


def waits(this: Case) -> None:
    calls(this)
    assert this.calling.hears_tone(HUM_HZ, within_s=SOON_S)


def is_rung(this: Case) -> None:
    calls(this)
    this.ringing = this.cleo.wait_for_ring(SOON_S)


def rings(this: Case) -> None:
    is_rung(this)
    this.centre.wait_fact("OfferRang", SOON_S, after=this.after)


def answers(this: Case) -> None:
    is_rung(this)
    assert this.ringing
    this.ringing.answer()


def talks(this: Case) -> None:
    answers(this)
    this.centre.wait_fact("TalkJoined", SOON_S, after=this.after)


def rejects(this: Case) -> None:
    rings(this)
    assert this.ringing
    this.ringing.reject()


def agent_hangs_up(this: Case) -> None:
    talks(this)
    assert this.ringing
    this.ringing.hang_up()


def agent_has_done_the_work(this: Case) -> None:
    this.dial(CAREFUL)
    this.ringing = this.cleo.wait_for_ring(SOON_S).answer()
    this.centre.wait_fact("TalkJoined", SOON_S, after=this.after)
    this.ringing.hang_up()


def caller_hangs_up(this: Case) -> None:
    talks(this)
    this.calling.hang_up()


def caller_leaves_while_it_rings(this: Case) -> None:
    rings(this)
    this.calling.hang_up()


def caller_leaves_the_queue(this: Case) -> None:
    waits(this)
    this.calling.hang_up()


def agent_logs_in(this: Case) -> None:
    with pytest.raises(NoAnswer):
        this.centre.order(CLEO, "login", phone=DESK)


def agent_becomes_ready(this: Case) -> None:
    waits(this)
    with pytest.raises(NoAnswer):
        this.centre.order(CLEO, "ready")


def agent_becomes_not_ready_as_it_rings(this: Case) -> None:
    rings(this)
    with pytest.raises(NoAnswer):
        this.centre.order(CLEO, "notready")


# ── how it must end ──────────────────────────────────────────────────────────────────────────────────


def is_served(this: Case) -> None:
    """The caller hears music, Cleo's phone rings, the two talk, and the books know of one talk."""
    calling = this.calling
    calling.wait_answered(SOON_S)
    while this.ringing is None or this.ringing.state == "ended":
        this.ringing = this.cleo.wait_for_ring(SOON_S)
    if this.ringing.state != "answered":
        this.ringing.answer()
    hear_only_each_other(calling, this.ringing)
    this.ringing.hang_up()
    calling.wait_ended(SOON_S)
    ended = this.centre.wait_fact("ContactEnded", SOON_S, after=this.after, contact=this.contact)
    assert ended.fields["ending"] == "served"
    for once in ("ContactArrived", "PlaceTaken", "OfferAnswered", "TalkBegan", "TalkJoined"):
        assert this.count(once) == 1, once
    assert this.count("OfferOpened") - this.count("OfferWithdrawn") - this.count("OfferFailed") == 1


def hear_only_each_other(one: Call, other: Call) -> None:
    since = Moment.now()
    for hearer, speaker in ((one, other), (other, one)):
        hearing = hearer.hears_only(speaker.phone.tone_hz, SOON_S, for_s=0.5, since=since)
        assert hearing, hearing


def is_served_by_one_ring(this: Case) -> None:
    """The same, and Cleo's phone was called once."""
    is_served(this)
    assert this.invites == this.count("OfferOpened") == 1


def keeps_the_place(this: Case) -> None:
    """The caller waits with music until Cleo becomes ready."""
    assert this.calling.hears_tone(HUM_HZ, within_s=SOON_S)
    assert this.invites == 0
    this.centre.order(CLEO, "ready")
    is_served_by_one_ring(this)


def hears_the_menu(this: Case) -> None:
    assert this.calling.hears_file(MENU_PROMPT, within_s=SOON_S, at_least=0.5)
    this.calling.press("2")
    keeps_the_place(this)


def has_chosen(this: Case) -> None:
    """The key counts, or the caller is asked again."""

    def goes_on() -> str | None:
        kinds = [fact.kind for fact in this.centre.facts(after=this.after)]
        asked_again = kinds.count("PromptBegan") > 1 or None
        return "queue" if "PlaceTaken" in kinds else asked_again and "menu"

    if this.centre.until(goes_on, SOON_S, "the queue, or the menu again") == "menu":
        assert this.count("KeyTaken") == 0
        this.calling.press("2")
    keeps_the_place(this)
    assert this.count("KeyTaken") == 1


def is_offered_again(this: Case) -> None:
    """The caller keeps the place, and Cleo, who has declined, is asked again after a rest."""
    is_served(this)
    assert this.count("OfferOpened") == this.count("OfferRang") == this.invites == 2


def is_over_for_both(this: Case) -> None:
    """Nobody is left alone on the line, and Cleo takes the next call."""
    assert this.ringing
    this.calling.wait_ended(SOON_S)
    this.ringing.wait_ended(SOON_S)
    ended = this.centre.wait_fact("ContactEnded", SOON_S, after=this.after, contact=this.contact)
    # Letting go does not wait for the books: when both legs are gone by then, nobody knows who went first.
    assert ended.fields["ending"] in ("served", "lost")
    assert this.invites == this.count("TalkBegan") == 1
    this.centre.wait_agent(CLEO, SOON_S, activity="idle", presence="ready")


def stops_ringing(this: Case) -> None:
    """The phone falls silent, Cleo has missed nothing, and nobody rings for who has gone."""
    assert this.ringing
    this.ringing.wait_ended(SOON_S)
    assert this.ringing.ended_by == "them"
    this.centre.wait_fact("ContactEnded", SOON_S, after=this.after, contact=this.contact)
    this.centre.wait_agent(CLEO, SOON_S, activity="idle", presence="ready")
    assert this.count("OfferFailed") == 0
    assert this.invites == 1


def nobody_rings(this: Case) -> None:
    this.centre.wait_fact("ContactEnded", SOON_S, after=this.after, contact=this.contact)
    this.centre.order(CLEO, "ready")
    assert this.invites == 0


def sits_at_the_desk(this: Case) -> None:
    """Cleo, who had no answer, asks again or finds that it was done; either way she is there once."""
    if this.centre.agent_status(CLEO)["presence"] == "logged_out":
        this.centre.order(CLEO, "login", phone=DESK)
    assert this.count("AgentLoggedIn") == 1
    this.centre.order(CLEO, "ready")
    calls(this)
    is_served_by_one_ring(this)


def takes_who_waits(this: Case) -> None:
    if this.centre.agent_status(CLEO)["presence"] == "not_ready":
        this.centre.order(CLEO, "ready")
    is_served(this)
    assert this.count("AgentBecameReady") == 1


def is_left_alone(this: Case) -> None:
    """Cleo's phone stops ringing, and rings again when she wants it to."""
    assert this.ringing
    if this.centre.agent_status(CLEO)["presence"] == "ready":
        this.centre.order(CLEO, "notready")
    this.ringing.wait_ended(SOON_S)
    assert this.count("AgentBecameNotReady") == 1
    assert this.count("OfferFailed") == 0
    this.centre.order(CLEO, "ready")
    is_served(this)


# ── the cases ────────────────────────────────────────────────────────────────────────────────────────


def round_commit(fact: str) -> list[str]:
    """Decided and not written; written, with all that follows from it yet to be sent."""
    return [f"before-commit:1:{fact}", f"after-commit:1:{fact}"]


def after_send(*commands: str) -> list[str]:
    """Each of these is on its way to Asterisk; the next one is not, nor the one after the last."""
    return [f"after-send:1:{command}" for command in commands]


def letting_go(first: str, *others: str) -> list[str]:
    """What lets go does not wait for the commit."""
    return [f"before-send:1:{first}", *after_send(first, *others)]


STAGES: list[tuple[Act, Act, Act, list[str]]] = [
    (
        cleo_is_not_ready,
        calls,
        keeps_the_place,
        [*round_commit("ContactArrived"), *after_send("AnswerLeg", "StartMusic")],
    ),
    (
        cleo_is_not_ready,
        calls_the_menu,
        hears_the_menu,
        [*round_commit("PromptBegan"), *after_send("AnswerLeg", "Play")],
    ),
    (
        cleo_is_not_ready,
        presses_a_key,
        has_chosen,
        [*letting_go("StopPlayback"), *round_commit("KeyTaken"), *after_send("StartMusic")],
    ),
    (
        cleo_is_ready,
        calls,
        is_served,
        [*round_commit("OfferOpened"), *after_send("CreateLeg"), *round_commit("LegAppeared")],
    ),
    (cleo_is_ready, is_rung, is_served_by_one_ring, [*after_send("Ring"), *round_commit("OfferRang")]),
    (
        cleo_is_ready,
        answers,
        is_served_by_one_ring,
        [*round_commit("OfferAnswered"), *after_send("StopMusic", "Join"), *round_commit("TalkJoined")],
    ),
    (cleo_is_ready, rejects, is_offered_again, round_commit("OfferFailed")),
    (
        cleo_is_ready,
        agent_hangs_up,
        is_over_for_both,
        [*letting_go("EndBridge", "EndLeg"), *round_commit("TalkEnded")],
    ),
    (cleo_is_ready, agent_has_done_the_work, is_over_for_both, round_commit("WrapUpEnded")),
    (
        cleo_is_ready,
        caller_hangs_up,
        is_over_for_both,
        [*letting_go("EndBridge"), *round_commit("TalkEnded")],
    ),
    (
        cleo_is_ready,
        caller_leaves_while_it_rings,
        stops_ringing,
        [*letting_go("EndLeg"), *round_commit("OfferWithdrawn")],
    ),
    (cleo_is_not_ready, caller_leaves_the_queue, nobody_rings, round_commit("ContactEnded")),
    (cleo_has_gone_home, agent_logs_in, sits_at_the_desk, round_commit("AgentLoggedIn")),
    (cleo_is_not_ready, agent_becomes_ready, takes_who_waits, round_commit("AgentBecameReady")),
    (
        cleo_is_ready,
        agent_becomes_not_ready_as_it_rings,
        is_left_alone,
        round_commit("AgentBecameNotReady"),
    ),
]
CASES = [
    pytest.param(begin, deed, end, boundary, id=f"{deed.__name__}-{boundary.replace(':1:', '-')}")
    for begin, deed, end, boundaries in STAGES
    for boundary in boundaries
]


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory, on: On) -> Iterator[CallCentre]:
    with CallCentre(tmp_path_factory.mktemp("centre"), COMPANY, on=on) as centre:
        yield centre


@pytest.fixture(scope="module")
def people(running: CallCentre) -> tuple[Phone, Phone]:
    """Cleo at her desk, and somebody outside."""
    return running.agent(CLEO, DESK), running.caller()


@pytest.fixture
def this(running: CallCentre, people: tuple[Phone, Phone]) -> Iterator[Case]:
    cleo, caller = people
    running.told_from = running.last_seq()
    yield Case(running, cleo, caller, running.told_from)
    for phone in people:
        for call in phone.calls:
            if call.state != "ended":
                with suppress(PhoneError):
                    call.hang_up()


@contextmanager
def doomed(service: Service, boundary: str) -> Iterator[None]:
    """The service will be killed at this boundary; afterwards it is one that will not."""
    ordinary = service.environment
    service.kill()  # quicker than an orderly end, and nothing goes on
    service.environment = {**ordinary, "ACD_TEST_FAULT": f"kill:{boundary}", "ACD_TEST_FAULTS_ALLOWED": "yes"}
    service.start()
    service.environment = ordinary
    try:
        yield
        assert service.wait(SOON_S), "the service has not come to this boundary"
        assert service.exit_status == -signal.SIGKILL
    finally:
        service.kill()
        service.start()


@pytest.mark.parametrize(("begin", "deed", "end", "boundary"), CASES)
def test_nothing_is_lost_and_nothing_is_done_twice(
    this: Case, begin: Act, deed: Act, end: Act, boundary: str
) -> None:
    begin(this)
    this.after = this.centre.last_seq()
    with doomed(this.centre.stack.service, boundary):
        deed(this)
    end(this)
    all_is_over(this.centre)
