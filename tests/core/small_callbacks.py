"""Callbacks in variants of the small company, and the few customers who may ask for them."""

import msgspec

from acd.model.again import Recognition
from acd.model.callback import Between, CallbackRules, Dialling, Miss, Mode, PersonCheck, Preview
from acd.model.flow import (
    Ask,
    CallBack,
    Choice,
    DeclineCallback,
    Enqueue,
    Flow,
    Hangup,
    KeepWaiting,
    Meaning,
    Menu,
    RecordNote,
    Say,
    StartOver,
    TakePlace,
)
from acd.model.hours import Hours, Span
from acd.model.ids import FlowId, NodeId, PromptId
from acd.model.policy import Policy
from acd.model.queue import Proposing, Ring
from tests.core.small_company import REPAIR, SALES, company, need
from tests.core.small_numbers import MEANWHILE, OFFERED, reading_numbers

CUSTOMERS = (
    *(f"+4366012345{number}" for number in range(10, 22)),
    "06601234510",
    "06601234511",
    "",
    "+43900123456",
)
"""Two of them twice; the last two cannot be called back: withheld, and a premium number."""

CALL = CallBack(next=NodeId("thanks"), otherwise=NodeId("on"))
MENU = Flow(
    id=FlowId("call_me"),
    start=NodeId("ask"),
    nodes={
        NodeId("ask"): Menu(
            prompt=PromptId("menu"),
            wrong_key=PromptId("wrong_key"),
            no_key=PromptId("no_key"),
            choices={
                "1": Choice(next=NodeId("call")),
                "2": Choice(next=NodeId("repair")),
                "3": Choice(next=NodeId("sales"), needs=need(german=4)),
                "9": Choice(next=NodeId("other")),
                "*": Choice(next=NodeId("note")),
                "4": Choice(next=NodeId("when")),
            },
            wait_s=4.0,
            tries=1,
            otherwise=NodeId("on"),
        ),
        NodeId("when"): Ask(
            prompt=PromptId("menu"),
            unknown=PromptId("wrong_key"),
            no_key=PromptId("no_key"),
            means=Meaning.TIME,
            least=3,
            most=4,
            wait_s=4.0,
            tries=2,
            next=NodeId("then"),
            otherwise=NodeId("on"),
        ),
        NodeId("then"): CallBack(next=NodeId("note_then"), otherwise=NodeId("on"), at_asked=True),
        NodeId("confirm"): MEANWHILE.nodes[NodeId("confirm")],
        NodeId("other"): MEANWHILE.nodes[NodeId("other")],
        NodeId("note"): RecordNote(
            prompt=PromptId("welcome"),
            longest_s=12.0,
            silence_s=3.0,
            next=NodeId("call"),
            otherwise=NodeId("call"),
        ),
        NodeId("call"): CALL,
        NodeId("note_then"): RecordNote(
            prompt=PromptId("welcome"),
            longest_s=12.0,
            silence_s=3.0,
            next=NodeId("thanks"),
            otherwise=NodeId("thanks"),
        ),
        NodeId("thanks"): Say(prompt=PromptId("goodbye"), next=NodeId("bye")),
        NodeId("repair"): Enqueue(queue=REPAIR),
        NodeId("sales"): Enqueue(queue=SALES),
        NodeId("on"): KeepWaiting(),
        NodeId("bye"): Hangup(),
    },
)

AGAIN = Flow(
    id=FlowId("again"),
    start=NodeId("known"),
    nodes={
        NodeId("known"): Menu(
            prompt=PromptId("menu"),
            wrong_key=PromptId("wrong_key"),
            no_key=PromptId("no_key"),
            choices={
                "1": Choice(next=NodeId("take")),
                "2": Choice(next=NodeId("cancel")),
                "3": Choice(next=NodeId("over"), needs=need(german=4)),
                "9": Choice(next=NodeId("take"), needs=need(german=4)),
            },
            wait_s=4.0,
            tries=1,
            otherwise=NodeId("over"),
        ),
        NodeId("take"): TakePlace(otherwise=NodeId("sorry")),
        NodeId("cancel"): DeclineCallback(next=NodeId("thanks"), otherwise=NodeId("sorry")),
        NodeId("thanks"): Say(prompt=PromptId("goodbye"), next=NodeId("over")),
        NodeId("sorry"): Say(prompt=PromptId("closed"), next=NodeId("known")),
        NodeId("over"): StartOver(),
    },
)


RINGS = (Ring(opens_s=0.0), Ring(opens_s=6.0, proposes=MENU.id), Ring(opens_s=14.0, proposes=OFFERED.id))
PROPOSING = Proposing(flow=OFFERED.id, over_s=10.0)


def calls_back() -> Policy:
    """Both queues call back, and try again now and then; the agent is told what it is about."""
    base = reading_numbers(company())
    rules = CallbackRules(
        machine_key="*",
        ring_s=8.0,
        expires_s=150.0,
        broken_off_s=6.0,
        retries={
            Miss.NO_ANSWER: (5.0, 10.0),
            Miss.BUSY: (4.0, 4.0),
            Miss.VOICEMAIL: (5.0,),
            Miss.UNKNOWN: (6.0, 6.0, 6.0),
        },
    )
    return msgspec.structs.replace(
        base,
        version=10,
        flows=base.flows | {MENU.id: MENU, AGAIN.id: AGAIN},
        queues={
            name: msgspec.structs.replace(
                queue, menu=MENU.id, callback=rules, rings=RINGS, proposing=PROPOSING
            )
            for name, queue in base.queues.items()
        },
        dialling=Dialling(
            trunk="out",
            caller_id="+431200",
            country="AT",
            countries=frozenset({"AT"}),
            no_ringing_s=5.0,
            briefing=PromptId("welcome"),
        ),
    )


def knows_callers() -> Policy:
    """Who rings again is asked for the place."""
    known = Recognition(country="AT", called_back=AGAIN.id, dropped=AGAIN.id, within_s=20.0)
    return msgspec.structs.replace(calls_back(), version=15, recognition=known)


def knows_lines() -> Policy:
    """Who rings again is asked for the place on a line, and not for a callback."""
    base = knows_callers()
    known = msgspec.structs.replace(base.recognition, called_back=None, within_s=60.0)
    return msgspec.structs.replace(base, version=30, recognition=known)


def calls_abroad() -> Policy:
    """Nobody in the country is called any more."""
    base = calls_back()
    assert base.dialling is not None
    abroad = msgspec.structs.replace(base.dialling, countries=frozenset({"HU"}))
    return msgspec.structs.replace(base, version=16, dialling=abroad)


def _with_rules(base: Policy, version: int, **changes: object) -> Policy:
    queues = {
        name: msgspec.structs.replace(queue, callback=msgspec.structs.replace(queue.callback, **changes))
        for name, queue in base.queues.items()
        if queue.callback is not None
    }
    return msgspec.structs.replace(base, version=version, queues=queues)


def asks_for_a_key() -> Policy:
    """As `calls_back`, and whoever takes the call has to press 1."""
    check = PersonCheck(prompt=PromptId("menu"), key="1", wait_s=3.0, times=2)
    base = calls_back()
    rules = base.queues[SALES].callback
    assert rules is not None
    retries = rules.retries | {Miss.VOICEMAIL: (4.0, 8.0), Miss.HUNG_UP: (5.0,)}
    return _with_rules(base, 17, person=check, retries=retries)


def calls_customers_first() -> Policy:
    """As `asks_for_a_key`, and the customer is called before any agent is rung. Who has answered for one
    hears the note first.
    """
    return _with_rules(asks_for_a_key(), 18, mode=Mode.CUSTOMER_FIRST, ahead_s=15.0, note_first=True)


def calls_few_customers_first() -> Policy:
    """As `calls_customers_first`: two at a time, who need not prove anything and are recognised; nobody hears
    their notes.
    """
    base = msgspec.structs.replace(knows_callers(), queues=calls_customers_first().queues)
    assert base.dialling is not None
    few = msgspec.structs.replace(base.dialling, lines=2)
    return _with_rules(msgspec.structs.replace(base, dialling=few), 19, person=None, note_first=False)


def calls_back_briefly() -> Policy:
    """The agent is told nothing, and nobody is tried again."""
    base = calls_back()
    rules = CallbackRules(machine_key="*", ring_s=5.0, expires_s=60.0)
    assert base.dialling is not None
    return msgspec.structs.replace(
        base,
        version=11,
        queues={name: msgspec.structs.replace(queue, callback=rules) for name, queue in base.queues.items()},
        dialling=msgspec.structs.replace(base.dialling, briefing=None),
    )


def calls_at_times() -> Policy:
    """One customer at a time, and at some minutes only; who presses 2 is called in one of them."""
    base = calls_back()
    assert base.dialling is not None
    stretches = ((0, 662), (663, 664), (666, 669), (672, 690), (700, 1440))
    hours = Hours(
        timezone="Europe/Vienna",
        spans=tuple(
            Span(weekday=weekday, opens_min=opens, closes_min=closes)
            for weekday in range(7)
            for opens, closes in stretches
        ),
    )
    later = msgspec.structs.replace(CALL, between=Between(opens_min=661, closes_min=667))
    flow = msgspec.structs.replace(MENU, nodes=MENU.nodes | {NodeId("repair"): later})
    return msgspec.structs.replace(
        base,
        version=13,
        flows=base.flows | {flow.id: flow},
        dialling=msgspec.structs.replace(base.dialling, hours=hours, timezone="Europe/Vienna", lines=1),
    )


def calls_few() -> Policy:
    """Two customers at a time, and one of them never; a trunk that is away is tried again soon."""
    base = calls_back()
    dialling = base.dialling
    assert dialling is not None
    return msgspec.structs.replace(
        base,
        version=14,
        dialling=msgspec.structs.replace(dialling, never=frozenset(CUSTOMERS[:1]), lines=2, trunk_away_s=8.0),
    )


def calls_after_a_look() -> Policy:
    """The agent decides whether the customer is called now."""
    base = calls_back()
    preview = Preview(
        prompt=PromptId("menu"),
        wrong_key=PromptId("wrong_key"),
        later_s=8.0,
        later_times=2,
        passes=3,
        decide_s=3.0,
    )
    queues = {
        name: msgspec.structs.replace(
            queue, callback=msgspec.structs.replace(queue.callback, mode=Mode.PREVIEW, preview=preview)
        )
        for name, queue in base.queues.items()
        if queue.callback is not None
    }
    return msgspec.structs.replace(base, version=17, queues=queues)


def calls_nobody() -> Policy:
    """Nobody is called back any more, not even those who were promised it."""
    return msgspec.structs.replace(calls_back_briefly(), version=12, dialling=None)
