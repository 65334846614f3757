"""Callers who would rather be called back than wait, as somebody who plans would notice it."""

from collections import Counter
from collections.abc import Iterable
from pathlib import Path

import msgspec
import pytest

from acd.core.numbers import dialable
from acd.kpi.agent_books import agent_intervals
from acd.kpi.intervals import AgentBucket
from acd.model.callback import CallbackRules, Miss, Mode, PersonCheck
from acd.model.contact import Ending
from acd.model.fact import (
    CallbackAgreed,
    CallbackProposed,
    ContactArrived,
    ContactEnded,
    CustomerDialled,
    CustomerMissed,
    CustomerParted,
    CustomerReached,
    Fact,
    OfferAnswered,
    TalkJoined,
)
from acd.model.flow import Ask, CallBack, Choice, Flow, Hangup, KeepWaiting, Meaning, Menu
from acd.model.ids import FlowId, NodeId, PromptId
from acd.model.policy import Policy
from acd.runtime.ports import Entry
from acd.simulate.calling_back import keys_to_callback, made_up, pickup
from acd.simulate.chance import Chance
from acd.simulate.figures import Figures, figures_of
from acd.simulate.reading import load
from acd.simulate.runs import run_once
from acd.simulate.schema import Habits, Poisson, ServiceLevels, Stream, WantsCallback
from acd.simulate.world import Setting, World
from tests.simulate.floors import fixed, lived, peak_day

ASKS = WantsCallback(share=1.0, after=fixed(60.0), answered=1.0, rings=fixed(7.0))
CALLS = Stream(
    number="5300",
    keys="1",
    arrivals=Poisson(per_hour=40),
    handle=fixed(240.0),
    patience=fixed(600.0),
    callback=ASKS,
)
CLERKS = {"207", "214"}
"""The two who answer calls about the internet in German."""


def few(stream: Stream = CALLS, *, hours: float = 3.0, rules: CallbackRules | None = None) -> Setting:
    """The example company with few agents, who cannot answer all calls at once."""
    made = peak_day()
    known = made.policy
    queues = known.queues
    if rules is not None:
        queues = {name: msgspec.structs.replace(queue, callback=rules) for name, queue in queues.items()}
    agents = {name: agent for name, agent in known.agents.items() if name in CLERKS}
    return Setting(
        policy=msgspec.structs.replace(known, agents=agents, queues=queues),
        scenario=msgspec.structs.replace(
            made.scenario,
            hours=hours,
            prompt_s=6.0,
            streams={"calls": msgspec.structs.replace(stream, keys="2")},
            habits={"everybody": Habits(answer=fixed(4.0))},
        ),
    )


def wants(**changes: object) -> Stream:
    """Callers whose wish differs."""
    return msgspec.structs.replace(CALLS, callback=msgspec.structs.replace(ASKS, **changes))


def figures(setting: Setting, *, seed: int = 1) -> Figures:
    """Of callbacks, in one run."""
    return run_once(setting, seed, 0).callbacks


def facts_of(entries: Iterable[Entry]) -> list[tuple[float, Fact]]:
    return [(entry.at, fact) for entry in entries for fact in entry.facts]


def test_whoever_asks_is_away_and_is_dialled_when_an_agent_has_answered() -> None:
    entries, _ = lived(few())
    facts = facts_of(entries)
    first = next(fact.contact for _, fact in facts if isinstance(fact, CallbackAgreed))
    steps = (CallbackAgreed, CustomerParted, OfferAnswered, CustomerDialled, CustomerReached, TalkJoined)
    mine = [(at, fact) for at, fact in facts if isinstance(fact, steps) and fact.contact == first]
    assert [type(fact) for _, fact in mine] == list(steps)
    agreed, parted, answered, dialled, reached, joined = [at for at, _ in mine]
    assert parted - agreed == pytest.approx(6.0)  # the word of thanks
    assert answered > parted
    assert dialled == answered
    assert reached - dialled == pytest.approx(7.0)
    assert joined == reached
    ended = next((at, fact) for at, fact in facts if isinstance(fact, ContactEnded) and fact.contact == first)
    assert ended[0] == pytest.approx(joined + 240.0)
    assert ended[1] == ContactEnded(contact=first, ending=Ending.SERVED)


def test_nobody_who_has_agreed_loses_patience_and_the_wait_counts_until_the_customer_answers() -> None:
    entries, tally = lived(few())
    facts = facts_of(entries)
    agreed = {fact.contact for _, fact in facts if isinstance(fact, CallbackAgreed)}
    left = {
        fact.contact
        for _, fact in facts
        if isinstance(fact, ContactEnded) and fact.ending is Ending.ABANDONED
    }
    assert len(agreed) > 20
    assert not agreed & left
    assert max(tally.callbacks.reached_s) > 600.0
    reached_at = {fact.contact: at for at, fact in facts if isinstance(fact, CustomerReached)}
    visits = {visit.contact: visit for visit in tally.streams["calls"].visits}
    for contact in agreed & visits.keys():
        visit = visits[contact]
        assert visit.entered_at + visit.waited_s == pytest.approx(reached_at[contact])


def test_fewer_hang_up_with_callbacks_than_without_and_the_callers_are_the_same() -> None:
    with_them = few()
    without = msgspec.structs.replace(
        with_them, policy=msgspec.structs.replace(with_them.policy, dialling=None)
    )
    a, b = run_once(without, 1, 0), run_once(with_them, 1, 0)
    assert a.overall["offered"] == b.overall["offered"]
    assert (a.overall["abandoned"] or 0.0) > 2 * (b.overall["abandoned"] or 0.0)
    assert a.callbacks["agreed"] == 0.0
    assert (b.callbacks["agreed"] or 0.0) > 0.2
    # What it costs is seen, too: those who are called back wait longer than anybody did before.
    assert (b.overall["wait_s.p99"] or 0.0) > (a.overall["wait_s.p99"] or 0.0)


def test_the_same_seed_gives_the_same_figures() -> None:
    some = few(wants(share=0.5, answered=0.6, busy=0.2))
    assert run_once(some, 3, 1) == run_once(some, 3, 1)
    assert figures(some, seed=3) != figures(some, seed=4)


def test_a_share_of_those_who_still_wait_asks() -> None:
    all_ask, some = figures(few()), figures(few(wants(share=0.3)))
    assert 0.0 < (some["agreed"] or 0.0) < 0.7 * (all_ask["agreed"] or 0.0)


def test_telephones_are_busy_let_ring_or_answered_as_often_as_is_said() -> None:
    stream = wants(answered=0.5, busy=0.2)
    drawn = [pickup(stream.callback, Chance(1, 0), ("calls", number), 1, {}) for number in range(2000)]
    kinds = Counter(
        "busy" if each.is_busy else "rings" if each.after_s is None else "answers" for each in drawn
    )
    assert kinds["busy"] / 2000 == pytest.approx(0.2, abs=0.03)
    assert kinds["answers"] / 2000 == pytest.approx(0.5, abs=0.04)
    assert {each.after_s for each in drawn} == {None, 7.0}
    assert pickup(None, Chance(1, 0), ("calls", 1), 1, {}).after_s == 0.0


@pytest.mark.parametrize(
    ("stream", "miss"),
    [
        (wants(answered=0.0, busy=1.0), Miss.BUSY),
        (wants(answered=0.0), Miss.NO_ANSWER),
        (wants(rings=fixed(31.0)), Miss.NO_ANSWER),
    ],
)
def test_who_is_not_reached_is_tried_again_and_given_up_and_has_not_abandoned(
    stream: Stream, miss: Miss
) -> None:
    rules = CallbackRules(ring_s=30.0, retries={miss: (60.0,)})
    setting = few(stream, rules=rules)
    entries, tally = lived(setting)
    facts = facts_of(entries)
    missed = [fact for _, fact in facts if isinstance(fact, CustomerMissed)]
    assert {fact.miss for fact in missed} == {miss}
    ended = {fact.contact: fact.ending for _, fact in facts if isinstance(fact, ContactEnded)}
    dials = Counter(
        fact.contact for _, fact in facts if isinstance(fact, CustomerDialled) and fact.contact in ended
    )
    assert set(dials.values()) == {2}
    found = figures_of(0, tally, ServiceLevels(), callbacks=True)
    assert found.callbacks["given_up"] == 1.0
    assert (found.callbacks["reached"], found.callbacks["still_waiting"]) == (0.0, 0.0)
    assert found.callbacks["dials"] == 2.0
    assert {ended[contact] for contact in dials} == {Ending.UNREACHED}
    assert found.overall["abandoned"] == pytest.approx(
        sum(ending is Ending.ABANDONED for ending in ended.values()) / len(ended), abs=0.02
    )


def test_who_is_not_reached_by_the_end_of_the_run_still_waits() -> None:
    """An hour between tries is more than the day of grace has room for."""
    rules = CallbackRules(ring_s=30.0, expires_s=1e6, retries={Miss.BUSY: (3600.0,) * 1000})
    found = figures(few(wants(answered=0.0, busy=1.0), hours=1.0, rules=rules))
    assert (found["still_waiting"], found["reached"], found["given_up"]) == (1.0, 0.0, 0.0)
    assert (found["dials"] or 0.0) > 10


def test_agents_spend_their_time_waiting_for_customers_and_their_books_say_the_same() -> None:
    made = World(few(wants(answered=0.7)), seed=1, run=0)
    entries: list[Entry] = []
    handle = made.engine.handle

    def noting(message: object, at: float) -> object:
        outcome = handle(message, at)  # type: ignore[arg-type]
        entries.append(Entry(at=outcome.at, facts=outcome.facts))
        return outcome

    made.engine.handle = noting  # type: ignore[method-assign, assignment]
    tally = made.run()
    began_at = entries[0].at
    until = began_at + 3 * 3600.0
    intervals = agent_intervals([each for each in entries if each.at <= until], until)
    busy = (AgentBucket.TALKING, AgentBucket.WRAP_UP, AgentBucket.JOINING)
    for name, agent in tally.agents.items():
        own = [interval for interval in intervals if interval.owner == name]
        spent_s = sum(each.length_s for each in own if each.bucket in busy)
        assert agent.busy_all_s == pytest.approx(spent_s)
    joining_s = sum(each.length_s for each in intervals if each.bucket is AgentBucket.JOINING)
    assert tally.callbacks.fetching_s == pytest.approx(joining_s)
    assert joining_s > 7.0 * len(tally.callbacks.reached_s) / 2


def test_where_the_number_cannot_be_called_the_caller_waits_on() -> None:
    premium = msgspec.structs.replace(CALLS, callers=("+43900123456",))
    entries, tally = lived(few(premium))
    assert not any(isinstance(fact, CallbackAgreed) for _, fact in facts_of(entries))
    assert any(visit.result == "abandoned" for visit in tally.streams["calls"].visits)
    assert figures(few(premium))["agreed"] == 0.0


def test_the_numbers_that_are_made_up_can_be_called_and_are_of_each_caller_another_one() -> None:
    dialling = policy().dialling
    assert dialling is not None
    for country in ("AT", "HU", "US", "NU", "TK"):
        there = msgspec.structs.replace(dialling, country=country, countries=frozenset({country}))
        numbers = [made_up(there, place, 3)(number) for place in range(3) for number in range(1, 40)]
        assert {dialable(number, there) for number in numbers} == set(numbers)
        assert len(set(numbers)) == len(numbers) or country == "TK"


def policy() -> Policy:
    return peak_day().policy


def test_the_keys_are_found_in_the_menu_of_the_queue() -> None:
    known = policy()
    assert keys_to_callback(known.flows[FlowId("meanwhile")]) == "3"
    assert keys_to_callback(known.flows[FlowId("main")]) is None


OFFERED = Flow(
    id=FlowId("offered"),
    start=NodeId("number"),
    nodes={
        NodeId("number"): Ask(
            prompt=PromptId("goodbye"),
            unknown=PromptId("goodbye"),
            no_key=PromptId("goodbye"),
            means=Meaning.PHONE_NUMBER,
            least=3,
            most=20,
            wait_s=4.0,
            tries=2,
            next=NodeId("call"),
            otherwise=NodeId("on"),
        ),
        NodeId("call"): CallBack(next=NodeId("bye"), otherwise=NodeId("on")),
        NodeId("on"): KeepWaiting(),
        NodeId("bye"): Hangup(),
    },
)
"""Asks for the number at which to call, and for nothing else."""


def offering(setting: Setting) -> Setting:
    """The company offers it by itself to who has waited for half a minute, and has no key for it."""
    known = setting.policy
    queues = {
        name: msgspec.structs.replace(
            queue,
            menu=None,
            rings=tuple(
                msgspec.structs.replace(ring, opens_s=30.0 * place, proposes=OFFERED.id if place else None)
                for place, ring in enumerate((queue.rings[0], queue.rings[0]))
            ),
        )
        for name, queue in known.queues.items()
    }
    policy = msgspec.structs.replace(
        known,
        queues=queues,
        flows=known.flows | {OFFERED.id: OFFERED},
        sounds=known.sounds | {PromptId("goodbye"): "sound:x"},
    )
    return msgspec.structs.replace(setting, policy=policy)


def test_whoever_would_ask_takes_it_when_it_is_offered_and_keys_in_the_number() -> None:
    entries, _ = lived(offering(few(wants(share=0.5))))
    facts = [fact for _, fact in facts_of(entries)]
    offered = {fact.contact for fact in facts if isinstance(fact, CallbackProposed)}
    agreed = {fact.contact for fact in facts if isinstance(fact, CallbackAgreed)}
    numbers = {fact.contact: fact.caller for fact in facts if isinstance(fact, ContactArrived)}
    assert agreed < offered, "the other half does not want it"
    assert len(agreed) > 10
    assert {fact.number for fact in facts if isinstance(fact, CallbackAgreed)} == {
        numbers[contact] for contact in agreed
    }


def test_the_number_is_keyed_in_on_the_way_or_there_is_none() -> None:
    assert keys_to_callback(OFFERED, "0660123#") == "0660123#"
    assert keys_to_callback(OFFERED) is None


def test_the_shortest_way_through_menus_counts() -> None:
    def menu(**choices: str) -> Menu:
        return Menu(
            prompt=PromptId("x"),
            wrong_key=PromptId("x"),
            no_key=PromptId("x"),
            choices={key[1:]: Choice(next=NodeId(name)) for key, name in choices.items()},
            wait_s=1.0,
            tries=1,
            otherwise=NodeId("first"),
        )

    nodes: dict[str, Menu | CallBack] = {
        "first": menu(_1="first", _2="second", _4="third"),
        "second": menu(_5="third"),
        "third": menu(_7="call", _8="first"),
        "call": CallBack(next=NodeId("first"), otherwise=NodeId("first")),
    }
    flow = Flow(
        id=FlowId("f"), start=NodeId("first"), nodes={NodeId(name): node for name, node in nodes.items()}
    )
    assert keys_to_callback(flow) == "47"


def test_a_simulated_customer_presses_the_key_and_may_be_called_before_an_agent_is_rung() -> None:
    """With the customer first no agent listens to telephones that nobody answers."""
    check = PersonCheck(prompt=PromptId("welcome"), key="1", wait_s=4.0, times=2)
    agent_first = CallbackRules(person=check, retries={Miss.NO_ANSWER: (300.0,)})
    customer_first = msgspec.structs.replace(agent_first, mode=Mode.CUSTOMER_FIRST)
    stream = wants(answered=0.5)
    before, after = (figures(few(stream, rules=rules)) for rules in (agent_first, customer_first))
    assert before["fetching"]
    assert not after["fetching"]
    entries, _ = lived(few(stream, rules=customer_first))
    facts = [fact for _, fact in facts_of(entries)]
    reached = [fact for fact in facts if isinstance(fact, CustomerReached)]
    assert reached
    assert all(fact.confirmed for fact in reached)
    assert {fact.miss for fact in facts if isinstance(fact, CustomerMissed)} == {Miss.NO_ANSWER}


SOUND = """\
scenario: A test
hours: 1
streams:
  calls:
    number: "5300"
    arrivals: {kind: poisson, per_hour: 10}
    handle: {kind: fixed, seconds: 60}
    callback: {share: 0.5, after: {kind: fixed, seconds: 60}, answered: 0.5}
"""


@pytest.mark.parametrize(
    ("old", "new", "complaint"),
    [
        (
            "answered: 0.5",
            "answered: 0.5, busy: 0.6",
            "8:15: streams.calls.callback: has more than all calls; let",
        ),
        (", answered: 0.5", "", 'streams.calls.callback: "answered" is missing'),
        ("share: 0.5", "share: 5", "streams.calls.callback.share: 5 is more than 1"),
        (
            "after: {kind: fixed, seconds: 60}",
            "after: {kind: empirical, file: none.txt}",
            "streams.calls.callback.after.file: none.txt cannot be read",
        ),
        (
            'number: "5300"',
            "queue: calls",
            "streams.calls.callback: asks for it in the menu of a queue, and queues of a scenario have none;",
        ),
    ],
)
def test_a_mistake_is_told_where_it_stands(tmp_path: Path, old: str, new: str, complaint: str) -> None:
    text = SOUND.replace(old, new)
    if "queue:" in text:
        text += "queues: {calls: {}}\nagents: {clerks: {count: 1}}\n"
    file = tmp_path / "s.yaml"
    file.write_text(text, encoding="utf-8")
    found = load(file)
    assert isinstance(found, list)
    assert [complaint in mistake.told("s") for mistake in found] == [True], [each.told("s") for each in found]
