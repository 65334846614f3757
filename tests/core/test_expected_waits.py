"""The expected wait on a floor: promises and their outcomes, and what is left of them after a restart."""

import random
from collections import Counter, defaultdict
from collections.abc import Iterable
from itertools import pairwise
from math import sqrt

import msgspec
import pytest

from acd.core.expectation.learner import PUT_DOWN_AFTER
from acd.kpi.promises import Outcome, outcomes, promises_kept
from acd.model.agent import OnCall
from acd.model.callback import Agreed, Dialled, Due, Miss, Resting
from acd.model.command import Command, Join
from acd.model.contact import Queued, Talking
from acd.model.experience import Experience
from acd.model.fact import Fact, Overflowed, PlaceRestored, PlaceTaken, WaitEnded, WaitPromised
from acd.model.flow import Enqueue, Flow
from acd.model.ids import AgentId, ContactId, FlowId, NodeId, PhoneId
from acd.model.message import GoReady, JoinRefused, KeyPressed, LegVanished, LogOut, TimePassed
from acd.model.message import Heard as Message
from acd.model.people import Phone
from acd.model.policy import Customer, Did, Policy
from acd.model.promise import AT_ONCE, Promise, Unsure, WaitEnd
from acd.model.queue import Excess, Overflow, Personal, Ring, ToFlow
from acd.runtime.ports import Entry
from acd.simulate.carried import policy_carried
from acd.simulate.schema import Exponential, Group, Poisson, Queue, Scenario, Stream
from acd.simulate.world import Setting, World
from tests.core.centre import Centre, answers
from tests.core.small_company import CLOSED, MONDAY_TEN, REPAIR, SALES, agent, company, queue
from tests.core.small_world import World as SmallWorld
from tests.core.story_companies import calling_back

HANDLE_S = 100.0
LONG_S = 1000.0
"""Of so long calls even the next wait is anybody's guess."""
A, B, C = "a", "b", "c"


def selling(*agents: str, **changes: object) -> Policy:
    """Some who sell; 200 leads to them, 300 to repairs."""
    straight = Flow(id=FlowId("repairs"), start=NodeId("go"), nodes={NodeId("go"): Enqueue(queue=REPAIR)})
    base = company()
    sales = msgspec.structs.replace(queue(SALES, wrap_up_s=0.0), needs=(), **changes)
    repair = msgspec.structs.replace(queue(REPAIR, wrap_up_s=0.0), needs=())
    phones = [PhoneId(str(201 + number)) for number in range(len(agents))]
    return company(
        queues={SALES: sales, REPAIR: repair},
        agents={person.id: person for person in (agent(name, SALES) for name in agents)},
        phones={phone: Phone(id=phone, extension=phone) for phone in phones},
        flows=base.flows | {straight.id: straight},
        dids=base.dids | {"300": Did(number="300", name="Repairs", flow=straight.id, closed_flow=CLOSED.id)},
    )


def practised(policy: Policy, *agents: str, calls: int = 30, handle_s: float = HANDLE_S) -> Centre:
    """A centre whose queue has seen so many calls of the same length; everybody is ready."""
    centre = Centre(policy)
    centre.be_ready(*agents)
    for _ in range(calls):
        contact = centre.call()
        centre.now_s += handle_s
        centre.hang_up(contact)
    return centre


def promised(centre: Centre, contact: ContactId) -> Promise:
    facts = [fact for _, fact in centre.facts if isinstance(fact, WaitPromised)]
    return [fact.promise for fact in facts if fact.contact == contact][-1]


def ended(centre: Centre, contact: ContactId) -> list[tuple[float, WaitEnd]]:
    return [
        (fact.waited_s, fact.end)
        for _, fact in centre.facts
        if isinstance(fact, WaitEnded) and fact.contact == contact
    ]


def test_a_new_queue_says_nothing_until_ten_calls_have_been_handled() -> None:
    centre = Centre(selling(A))
    centre.be_ready(A)
    said = []
    for _ in range(14):
        talking, waiting = centre.call(), centre.call()
        said.append(promised(centre, waiting).unsure)
        centre.now_s += 60.0
        centre.hang_up(waiting)
        centre.hang_up(talking)
    assert said[:10] == [Unsure.TOO_FEW] * 10
    assert said[-1] is None


def test_with_all_busy_the_promise_is_the_formula_and_with_one_free_it_is_nothing() -> None:
    centre = practised(selling(A, B), A, B)
    assert promised(centre, centre.call()) == AT_ONCE
    centre.call()
    first, second = centre.call(), centre.call()
    assert promised(centre, first).expected_s == pytest.approx(HANDLE_S / 2)
    told = promised(centre, second)
    assert told.expected_s == pytest.approx(HANDLE_S)
    assert (told.low_s, told.high_s) == (0.0, 180.0)
    assert told.basis is not None
    assert (told.basis.agents, told.basis.ahead) == (2, 1)


def calls_back() -> Policy:
    """One who sells; whoever waits may press 1, and is called back, once more after half a minute."""
    base, like = selling(A), calling_back()
    sold, rules = base.queues[SALES], like.queues[SALES]
    rest = msgspec.structs.replace(rules.callback, retries={Miss.BUSY: (30.0, 3000.0)})  # type: ignore[type-var]
    sales = msgspec.structs.replace(sold, menu=rules.menu, callback=rest)
    dialling = msgspec.structs.replace(like.dialling, briefing=None)  # type: ignore[type-var]
    return msgspec.structs.replace(
        base, flows=base.flows | like.flows, queues=base.queues | {SALES: sales}, dialling=dialling
    )


def test_whoever_is_to_be_called_back_counts_in_the_expected_wait_of_others() -> None:
    """During good-bye, when it may be called, and while it rests; but not if it rests for longer than they
    will wait.
    """
    centre = practised(calls_back(), A)
    talking = centre.call()
    away = centre.call(caller="+436601111111")

    def ahead() -> int:
        contact = centre.call()
        basis = promised(centre, contact).basis
        centre.hang_up(contact)
        assert basis is not None
        return basis.ahead

    leg = centre.legs[away]
    assert ahead() == 1
    centre.hear(KeyPressed(leg=leg, key="1"))
    assert isinstance(centre.contact(away).callback, Agreed)
    assert ahead() == 1
    centre.hear(LegVanished(leg=leg, cause=16))
    assert isinstance(centre.contact(away).callback, Due)
    assert ahead() == 1
    for rests_s in (30.0, 3000.0):
        centre.now_s += 1.0
        centre.hang_up(talking)
        dialled = centre.contact(away).callback
        assert isinstance(dialled, Dialled)
        talking = centre.call()
        centre.hear(LegVanished(leg=dialled.leg, cause=17))
        resting = centre.contact(away).callback
        assert isinstance(resting, Resting)
        assert resting.until == centre.at + rests_s
        centre.now_s += centre.policy.offers.rest_s
        centre.hear(TimePassed())
        assert isinstance(centre.contact(talking).talk, Talking)
        assert ahead() == (1 if rests_s < HANDLE_S else 0)
        centre.now_s = resting.until - MONDAY_TEN
        centre.hear(TimePassed())


def test_only_those_at_work_count() -> None:
    centre = practised(selling(A, B, C), A, B, C)
    for _ in range(3):
        centre.call()
    centre.pause(C)
    told = promised(centre, centre.call())
    assert told.basis is not None
    assert told.basis.agents == 2


def test_where_nobody_is_at_work_nothing_is_promised() -> None:
    centre = practised(selling(A), A)
    centre.pause(A)
    assert promised(centre, centre.call()).unsure is Unsure.NOBODY


def test_agents_of_several_queues_are_shared() -> None:
    """Two serve both queues, one sales only: of those who wait for sales, two thirds fall to the two."""
    base = selling(A, B, C)
    both = {
        person.id: msgspec.structs.replace(person, queues=frozenset({SALES, REPAIR}))
        for person in list(base.agents.values())[:2]
    }
    centre = practised(msgspec.structs.replace(base, agents=base.agents | both), A, B, C)
    for _ in range(5):
        centre.call("200")
    told = centre.engine.view.expected_at
    waiting = centre.call("300")
    assert promised(centre, waiting).unsure is Unsure.TOO_FEW  # repairs have not been handled yet
    for contact in tuple(centre.legs):
        centre.now_s += 1.0
        if contact in centre.legs and centre.engine.view.contact(contact) is not None:
            centre.hang_up(contact)
    for _ in range(12):
        contact = centre.call("300")
        centre.now_s += HANDLE_S
        centre.hang_up(contact)
    for _ in range(3):
        centre.call("200")
    centre.call("200")
    centre.call("200")
    centre.call("300")
    waiting = centre.call("300")
    basis = promised(centre, waiting).basis
    assert basis is not None
    assert (basis.agents, basis.ahead) == (2, 1)
    assert basis.beside == pytest.approx(2 * 2 / 3)
    assert told(waiting, centre.contact(waiting).place, centre.at).basis is not None  # type: ignore[arg-type]


def test_each_promise_has_its_outcome() -> None:
    centre = practised(selling(A), A)
    talking, answered, left = centre.call(), centre.call(), centre.call()
    centre.now_s += 40.0
    centre.hang_up(left)
    centre.now_s += 20.0
    centre.hang_up(talking)
    assert ended(centre, talking) == [(0.0, WaitEnd.ANSWERED)]
    assert ended(centre, answered) == [(60.0, WaitEnd.ANSWERED)]
    assert ended(centre, left) == [(40.0, WaitEnd.ABANDONED)]


def test_what_a_waiting_caller_may_be_told_never_rises() -> None:
    centre = practised(selling(A, B, C), A, B, C)
    for _ in range(6):
        centre.call()
    waiting = centre.call()
    told = [promised(centre, waiting)]
    for agent_ in (C, B):
        centre.now_s += 10.0
        centre.pause(agent_)
        now = centre.engine.view.expected(centre.contact(waiting), centre.at)
        assert now is not None
        told.append(now)
    for one, other in pairwise(told):
        assert one.high_s is not None
        assert other.high_s is not None
        assert other.high_s <= one.high_s
    fresh = promised(centre, centre.call())
    assert fresh.expected_s is not None
    assert told[-1].expected_s is not None
    assert fresh.expected_s > 2 * told[-1].expected_s, "who comes now is told how things stand now"


def test_who_comes_back_into_the_line_is_promised_anew_and_never_more(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """An agent answers, and the two do not get together; meanwhile the others have gone on a break."""
    centre = practised(selling(A, B, C), A, B, C)
    talking = [centre.call() for _ in range(3)]
    waiting = centre.call()
    before = promised(centre, waiting)
    for agent_ in (B, C):
        centre.pause(agent_)
    centre.now_s += 20.0
    with monkeypatch.context() as failing:
        failing.setattr("tests.core.centre.answers", _never_joined)
        centre.hang_up(talking[0])
    centre.pause(A)  # whom it would be offered to again
    assert isinstance(centre.contact(waiting).place, Queued)
    assert ended(centre, waiting) == [(20.0, WaitEnd.ANSWERED)]
    again = promised(centre, waiting)
    assert again is not before
    assert _is_no_later(again, before)
    centre.now_s += 15.0
    fresh = promised(centre, centre.call())
    assert not _is_no_later(fresh, again), "the line has become slower"
    now = centre.engine.view.expected(centre.contact(waiting), centre.at)
    assert now is not None
    assert _is_no_later(now, again)
    centre.hear(GoReady(agent=AgentId(A)))
    centre.hear(TimePassed())  # A's rest after the talk that failed is over
    assert ended(centre, waiting) == [(20.0, WaitEnd.ANSWERED), (15.0, WaitEnd.ANSWERED)]
    found = outcomes(Entry(at=at, facts=(fact,)) for at, fact in centre.facts)
    assert [one.promise for one in found if one.contact == waiting] == [before, again]


def _never_joined(command: Command) -> Iterable[Message]:
    if isinstance(command, Join):
        return (JoinRefused(bridge=command.bridge, reason="no bridge"),)
    return answers(command)


def _is_no_later(one: Promise, other: Promise) -> bool:
    ends = (one.low_s, other.low_s), (one.high_s, other.high_s), (one.expected_s, other.expected_s)
    return all(mine is not None and its is not None and mine <= its for mine, its in ends)


def test_what_somebody_would_be_told_who_came_now() -> None:
    centre = practised(selling(A), A)
    view = centre.engine.view
    sales = centre.policy.queues[SALES]
    assert view.expected_in(sales, centre.at) == AT_ONCE
    centre.call()
    told = view.expected_in(sales, centre.at)
    assert told == promised(centre, centre.call())


def test_as_the_line_moves_a_caller_may_be_told_less() -> None:
    centre = practised(selling(A, B), A, B)
    first, second = centre.call(), centre.call()
    for _ in range(8):
        centre.call()
    waiting = centre.call()
    before = promised(centre, waiting)
    centre.now_s += 10.0
    for contact in [first, second, *list(centre.legs)[-9:-5]]:
        centre.hang_up(contact)
    now = centre.engine.view.expected(centre.contact(waiting), centre.at)
    assert now is not None
    assert now.expected_s is not None
    assert before.expected_s is not None
    assert now.expected_s < before.expected_s


def later(opens_s: float) -> Policy:
    """A sells; B, of repairs, helps out after so many seconds."""
    base = selling(A, B, rings=(Ring(opens_s=0.0), Ring(opens_s=opens_s, also=(REPAIR,))))
    helper = msgspec.structs.replace(base.agents[AgentId(B)], queues=frozenset({REPAIR}))
    return msgspec.structs.replace(base, agents=base.agents | {helper.id: helper})


@pytest.mark.parametrize(("opens_s", "told_min"), [(40.0, (0, 1)), (300.0, (3, 7))])
def test_who_can_be_served_in_a_later_ring_only_waits_until_it_opens(
    opens_s: float, told_min: tuple[int, int]
) -> None:
    centre = Centre(later(opens_s))
    centre.be_ready(A, B)
    centre.pause(A)
    waiting = centre.call()
    told = promised(centre, waiting)
    assert (told.low_s, told.high_s, told.expected_s) == (60.0 * told_min[0], 60.0 * told_min[1], opens_s)
    centre.hang_up(waiting)
    centre.hear(LogOut(agent=AgentId(A)))
    assert promised(centre, centre.call()) == AT_ONCE, "there is nobody in the first ring to wait for"


def test_a_ring_that_opens_sooner_than_the_line_moves_counts() -> None:
    centre = practised(later(20.0), A)
    centre.be_ready(A, B)
    centre.call()
    waiting = centre.call()
    assert promised(centre, waiting).expected_s == 20.0
    centre.now_s += 15.0
    now = centre.engine.view.expected(centre.contact(waiting), centre.at)
    assert now is not None
    assert now.expected_s == pytest.approx(5.0)


def test_who_waits_for_one_person_is_not_told_that_others_are_free() -> None:
    personal = Personal(wait_s=30.0, substitutes_s=40.0)
    customers = {"": Customer(name="Mr Nobody", owner=AgentId(A))}
    centre = Centre(msgspec.structs.replace(selling(A, B, personal=personal), customers=customers))
    centre.be_ready(A, B)
    centre.pause(A)
    waiting = centre.call()
    assert promised(centre, waiting).expected_s == 70.0
    centre.now_s += 10.0
    now = centre.engine.view.expected(centre.contact(waiting), centre.at)
    assert now is not None
    assert now.expected_s == pytest.approx(60.0)


def test_whoever_would_wait_too_long_goes_elsewhere_at_once() -> None:
    way = Overflow(to=ToFlow(flow=CLOSED.id), expected_over_s=1.5 * HANDLE_S)
    centre = practised(selling(A, overflow=(way,)), A)
    centre.call()
    stays, goes = centre.call(), centre.call()
    left = [(fact.contact, fact.because) for _, fact in centre.facts if isinstance(fact, Overflowed)]
    assert left == [(goes, Excess.EXPECTED)]
    assert ended(centre, goes) == [(0.0, WaitEnd.LEFT)]
    assert not ended(centre, stays)


def test_a_wait_that_is_too_vague_to_be_told_may_still_be_too_long() -> None:
    way = Overflow(to=ToFlow(flow=CLOSED.id), expected_over_s=1.5 * LONG_S)
    centre = practised(selling(A, overflow=(way,)), A, handle_s=LONG_S)
    centre.call()
    stays, goes = centre.call(), centre.call()
    assert [promised(centre, contact).unsure for contact in (stays, goes)] == [Unsure.TOO_WIDE] * 2
    left = [(fact.contact, fact.because) for _, fact in centre.facts if isinstance(fact, Overflowed)]
    assert left == [(goes, Excess.EXPECTED)]


def test_a_queue_that_has_seen_nothing_sends_nobody_away_for_a_long_wait() -> None:
    way = Overflow(to=ToFlow(flow=CLOSED.id), expected_over_s=1.0)
    centre = Centre(selling(A, overflow=(way,)))
    centre.be_ready(A)
    for _ in range(5):
        centre.call()
    assert not [fact for _, fact in centre.facts if isinstance(fact, Overflowed)]


def test_a_restart_goes_on_with_what_was_learnt() -> None:
    centre = practised(selling(A), A, calls=40)
    again = centre.restarted()
    again.be_ready(A)
    centre.call()
    again.call()
    before, after = promised(centre, centre.call()), promised(again, again.call())
    assert before.expected_s is not None
    assert after.expected_s == pytest.approx(before.expected_s, rel=0.02)


def test_a_call_that_goes_on_over_a_restart_is_learnt_from_whole() -> None:
    centre = practised(selling(A), A, calls=40)
    talking = centre.call()
    centre.now_s += 10_000.0
    agent_ = centre.engine.view.agent(next(iter(centre.policy.agents)))
    assert agent_ is not None
    assert isinstance(agent_.activity, OnCall)
    again = centre.restarted()
    again.legs[talking] = centre.legs[talking]
    again.hang_up(talking)
    for _ in range(PUT_DOWN_AFTER):
        again.now_s += 60.0
        again.call()
        again.hang_up(next(reversed(again.legs)))
    kept = again.rows[Experience, SALES]
    assert isinstance(kept, Experience)
    assert kept.handled_s > 10_000.0


def test_what_was_learnt_is_not_written_at_every_call() -> None:
    centre = practised(selling(A), A, calls=64)
    assert centre.rows[Experience, SALES].id == SALES
    assert len(centre.rows) < 300
    kept = centre.rows[Experience, SALES]
    assert isinstance(kept, Experience)
    assert 48 - 5 <= kept.handled <= 64, "and no more than the last sixteen waits are lost"


@pytest.mark.parametrize("seed", range(4))
def test_on_any_day_each_wait_has_one_promise_and_one_outcome(seed: int) -> None:
    dice = random.Random(seed)  # noqa: S311
    world = SmallWorld("fine")
    for _ in range(1200):
        world.step(dice.randrange(256), dice.randrange(256))
    world.wind_down()
    counts: defaultdict[type, Counter[tuple[str, str]]] = defaultdict(Counter)
    for entry in world.entries:
        for fact in entry.facts:
            if isinstance(fact, PlaceTaken | PlaceRestored | WaitPromised | WaitEnded):
                counts[type(fact)][fact.contact, fact.queue] += 1
    assert counts[PlaceTaken]
    begun = counts[PlaceTaken] + counts[PlaceRestored]
    assert begun == counts[WaitPromised] == counts[WaitEnded]


# --- against chance ----------------------------------------------------------------------------------------


class Heard(World):
    """A simulated call centre that keeps its facts."""

    entries: list[Entry]

    def _listen(self, facts: tuple[Fact, ...]) -> None:
        super()._listen(facts)
        self.entries.append(Entry(at=self.agenda.now, facts=facts))


def simulated(hours: float, patience_s: float | None) -> list[Outcome]:
    """Five agents, calls of three minutes, 95 % of their time asked for."""
    stream = Stream(
        arrivals=Poisson(per_hour=95.0),
        handle=Exponential(mean_s=180.0),
        patience=None if patience_s is None else Exponential(mean_s=patience_s),
        queue="all",
    )
    scenario = Scenario(
        scenario="five",
        hours=hours,
        streams={"all": stream},
        queues={"all": Queue()},
        agents={"agent": Group(count=5)},
    )
    world = Heard(Setting(policy=policy_carried(scenario), scenario=scenario), seed=3, run=0)
    world.entries = []
    world.run()
    return outcomes(world.entries)


def test_waits_are_on_average_what_the_formula_says() -> None:
    """By the number ahead: k + 1 exponential times of 36 s have the mean 36 (k + 1) and the deviation
    36 √(k + 1); each mean is to lie within four of its standard errors.
    """
    waited: defaultdict[int, list[float]] = defaultdict(list)
    for one in simulated(60.0, None):
        if one.promise.basis is not None and one.end is WaitEnd.ANSWERED:
            waited[one.promise.basis.ahead].append(one.waited_s)
    seen = [ahead for ahead, found in waited.items() if len(found) >= 50]
    assert len(seen) >= 8
    for ahead in seen:
        found = waited[ahead]
        off_s = sum(found) / len(found) - 36.0 * (ahead + 1)
        assert abs(off_s) < 4 * 36.0 * sqrt(ahead + 1) / sqrt(len(found)), (ahead, off_s, len(found))


def test_most_promises_are_kept() -> None:
    share = promises_kept(simulated(40.0, 240.0))
    assert share is not None
    assert share > 0.7
