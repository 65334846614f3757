"""Keys of callers that no menu has are told before anything is simulated."""

import msgspec
import pytest

from acd.model.flow import Ask, Choice, Enqueue, Flow, Hangup, Meaning, Menu, Node, Say
from acd.model.hours import Hours
from acd.model.ids import FlowId, NodeId, PromptId, QueueId
from acd.model.policy import Did, Policy
from acd.model.queue import Overflow, Queue, ToFlow, ToQueue
from acd.simulate.keys import without_meaning
from acd.simulate.runs import run_once
from acd.simulate.schema import Group
from tests.simulate.floors import CALLS as CALLERS
from tests.simulate.floors import fixed, setting

WORD, LINE, BYE = PromptId("word"), NodeId("line"), NodeId("bye")
CALLS, LATE = QueueId("calls"), QueueId("late")


def menu(**choices: str) -> Menu:
    """`key_1="line"`: where a key leads; silence leads to the queue."""
    return Menu(
        prompt=WORD,
        wrong_key=WORD,
        no_key=WORD,
        choices={key.removeprefix("key_"): Choice(next=NodeId(to)) for key, to in choices.items()},
        wait_s=5.0,
        tries=3,
        otherwise=LINE,
    )


def ask(means: Meaning, *, least: int, most: int) -> Ask:
    """Goes on with the menu."""
    return Ask(
        prompt=WORD,
        unknown=WORD,
        no_key=WORD,
        means=means,
        least=least,
        most=most,
        wait_s=5.0,
        tries=3,
        next=NodeId("menu"),
        otherwise=LINE,
    )


def flow(name: str, **nodes: Node) -> Flow:
    """Begins at the first of its nodes, and has a queue and a farewell."""
    own = {NodeId(each): node for each, node in nodes.items()}
    return Flow(
        id=FlowId(name),
        start=next(iter(own), LINE),
        nodes={**own, LINE: Enqueue(queue=CALLS), BYE: Hangup()},
    )


FLOWS = [
    flow("day", hello=Say(prompt=WORD, next=NodeId("first")), first=menu(key_1="line", key_2="second"),
         second=menu(key_1="line", key_3="line")),
    flow("night", box=menu(key_7="bye")),
    flow("where", ask=ask(Meaning.POSTAL_CODE, least=4, most=5), menu=menu(key_1="line")),
    flow("plain"),
    flow("sorry", sorry=menu(key_9="bye")),
]  # fmt: skip


@pytest.fixture(scope="module")
def policy() -> Policy:
    queues = {
        CALLS: Queue(id=CALLS, name="Calls", overflow=(Overflow(to=ToQueue(queue=LATE), waited_s=60.0),)),
        LATE: Queue(
            id=LATE,
            name="Late",
            overflow=(
                Overflow(to=ToQueue(queue=CALLS), nobody=True),
                Overflow(to=ToFlow(flow=FlowId("sorry")), waited_s=60.0),
            ),
        ),
    }
    hours = Hours(timezone="UTC", spans=())
    ways = {"100": ("day", "night"), "200": ("where", "where"), "300": ("plain", "plain")}
    dids = {
        number: Did(
            number=number,
            name=number,
            flow=FlowId(by_day),
            closed_flow=FlowId(by_night),
            hours=hours if by_day != by_night else None,
        )
        for number, (by_day, by_night) in ways.items()
    }
    return msgspec.structs.replace(
        setting().policy, dids=dids, queues=queues, flows={each.id: each for each in FLOWS}
    )


@pytest.mark.parametrize(
    ("number", "keys"),
    [
        ("100", ""),
        ("100", "2"),
        ("100", "23"),
        ("100", "7"),  # by night
        ("100", "19"),  # after a wait, in the flow that the queue sends callers into
        ("200", "4020#1"),
        ("200", "402011"),
        ("200", "40201#1"),  # five digits need no end, and the end is not heard
        ("300", "9"),
    ],
)
def test_keys_that_some_menu_on_the_way_has_mean_something(policy: Policy, number: str, keys: str) -> None:
    assert without_meaning(policy, number, keys) is None


@pytest.mark.parametrize(
    ("number", "keys", "told"),
    [
        ("100", "4", '4 has no meaning in the menu "first" of the flow "day", which has 1, 2'),
        ("100", "22", '2 has no meaning in the menu "second" of the flow "day", which has 1, 3'),
        ("200", "4020#2", '2 has no meaning in the menu "menu" of the flow "where", which has 1'),
        ("100", "13", 'no menu asks for 3: the flow "day" has none after 1 before its "line"'),
        ("300", "1", 'no menu asks for 1: the flow "plain" has none before its "line"'),
    ],
)
def test_a_key_that_no_menu_has_is_told_with_those_it_has(
    policy: Policy, number: str, keys: str, told: str
) -> None:
    assert without_meaning(policy, number, keys) == told


def test_whoever_ends_digits_that_needed_no_end_presses_the_right_key_after_them() -> None:
    made = setting(
        hours=1.0,
        agents={"21": Group()},
        streams={"calls": msgspec.structs.replace(CALLERS, keys="21#1", handle=fixed(5.0))},
    )
    to_anna = flow(
        "calls",
        ask=ask(Meaning.EXTENSION, least=2, most=2),
        menu=msgspec.structs.replace(menu(key_1="line"), otherwise=BYE, tries=1),
    )
    policy = msgspec.structs.replace(made.policy, flows={to_anna.id: to_anna}, sounds={WORD: "sound:word"})
    found = run_once(msgspec.structs.replace(made, policy=policy), 1, 0)
    assert found.overall["entered"] == 1.0
