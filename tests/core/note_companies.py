"""Companies for stories of notes that customers leave for whoever calls them back."""

import msgspec

from acd.model.callback import Mode, PersonCheck, Preview
from acd.model.flow import CallBack, Choice, Menu, RecordNote
from acd.model.hours import Hours, Span
from acd.model.ids import FlowId, NodeId, PromptId
from acd.model.policy import Policy
from acd.model.queue import Overflow, ToFlow, ToQueue, ToVoicemail
from tests.core.again_companies import ringing_again
from tests.core.small_company import CLOSED, REPAIR, SALES


def leaving_notes() -> Policy:
    """As `ringing_again`, but with 5 one says what it is about, and is called back then; where nothing was
    said, hears the menu again. Who rings again may say it before taking the place, likewise. Who has waited
    200 s for sales goes on to repair, and after 27 s there hears that we are closed.
    """
    base = ringing_again()
    menu = base.flows[FlowId("meanwhile")]
    ask = menu.nodes[NodeId("ask")]
    assert isinstance(ask, Menu)
    note = RecordNote(
        prompt=PromptId("welcome"),
        longest_s=30.0,
        silence_s=4.0,
        next=NodeId("call"),
        otherwise=NodeId("ask"),
    )
    ask = msgspec.structs.replace(ask, choices=ask.choices | {"5": Choice(next=NodeId("note"))})
    again = base.flows[FlowId("again")]
    known = again.nodes[NodeId("known")]
    assert isinstance(known, Menu)
    known = msgspec.structs.replace(known, choices=known.choices | {"5": Choice(next=NodeId("note"))})
    first = msgspec.structs.replace(note, next=NodeId("take"), otherwise=NodeId("take"))
    known_nodes = again.nodes | {NodeId("known"): known, NodeId("note"): first}
    nodes = menu.nodes | {NodeId("ask"): ask, NodeId("note"): note}
    on = Overflow(waited_s=200.0, to=ToQueue(queue=REPAIR))
    closed = Overflow(waited_s=27.0, to=ToFlow(flow=CLOSED.id))
    queues = {
        SALES: msgspec.structs.replace(base.queues[SALES], overflow=(on,)),
        REPAIR: msgspec.structs.replace(base.queues[REPAIR], overflow=(closed,)),
    }
    return msgspec.structs.replace(
        base,
        version=5,
        queues=queues,
        flows=base.flows
        | {
            menu.id: msgspec.structs.replace(menu, nodes=nodes),
            again.id: msgspec.structs.replace(again, nodes=known_nodes),
        },
    )


def leaving_notes_afterwards() -> Policy:
    """As `leaving_notes`; with 5 one is called back, and says then what it is about."""
    base = leaving_notes()
    menu = base.flows[FlowId("meanwhile")]
    ask, note, call = (menu.nodes[NodeId(name)] for name in ("ask", "note", "call"))
    assert isinstance(ask, Menu)
    assert isinstance(note, RecordNote)
    assert isinstance(call, CallBack)
    first = msgspec.structs.replace(call, next=NodeId("note"))
    ask = msgspec.structs.replace(ask, choices=ask.choices | {"5": Choice(next=NodeId("first"))})
    note = msgspec.structs.replace(note, next=call.next, otherwise=call.next)
    nodes = menu.nodes | {NodeId("ask"): ask, NodeId("note"): note, NodeId("first"): first}
    flows = base.flows | {menu.id: msgspec.structs.replace(menu, nodes=nodes)}
    return msgspec.structs.replace(base, version=11, flows=flows)


def leaving_notes_before_any_line() -> Policy:
    """As `leaving_notes`; at 200 one says at once what it is about, and is called back by sales."""
    base = leaving_notes()
    straight, menu = base.flows[FlowId("straight")], base.flows[FlowId("meanwhile")]
    call = menu.nodes[NodeId("call")]
    assert isinstance(call, CallBack)
    call = msgspec.structs.replace(call, queue=SALES, otherwise=call.next)
    nodes = menu.nodes | {NodeId("call"): call}
    flow = msgspec.structs.replace(straight, start=NodeId("note"), nodes=nodes)
    return msgspec.structs.replace(base, version=12, flows=base.flows | {straight.id: flow})


def leaving_notes_unannounced() -> Policy:
    """As `leaving_notes`; the agent hears nothing before the note."""
    base = leaving_notes()
    assert base.dialling is not None
    return msgspec.structs.replace(
        base, version=6, dialling=msgspec.structs.replace(base.dialling, briefing=None)
    )


def leaving_notes_for_a_while() -> Policy:
    """As `leaving_notes`; who has waited 5 s for sales comes to a voicemail box."""
    base = leaving_notes()
    box = Overflow(waited_s=5.0, to=ToVoicemail(box="100"))
    sales = msgspec.structs.replace(base.queues[SALES], overflow=(box,))
    return msgspec.structs.replace(base, version=7, queues=base.queues | {SALES: sales})


def looking_first() -> Policy:
    """As `leaving_notes`; the agent decides by keys: later is 100 s later, once; somebody else twice."""
    base = leaving_notes()
    preview = Preview(
        prompt=PromptId("menu"),
        wrong_key=PromptId("wrong_key"),
        later_s=100.0,
        later_times=1,
        passes=2,
        decide_s=5.0,
    )
    return _looking(msgspec.structs.replace(base, version=8), preview)


def looking_first_in_time() -> Policy:
    """As `looking_first`; customers are called until a minute past noon."""
    base = looking_first()
    assert base.dialling is not None
    spans = tuple(Span(weekday=weekday, opens_min=0, closes_min=721) for weekday in range(7))
    hours = Hours(timezone="Europe/Vienna", spans=spans)
    return msgspec.structs.replace(
        base, version=10, dialling=msgspec.structs.replace(base.dialling, hours=hours)
    )


def looking_first_or_not() -> Policy:
    """As `looking_first`; silence leaves it to somebody else, and of wrong keys nothing is said."""
    preview = Preview(prompt=PromptId("menu"), decide_s=5.0, silence_passes_on=True)
    return _looking(msgspec.structs.replace(leaving_notes(), version=9), preview)


def note_first() -> Policy:
    """As `leaving_notes`; the customer is called before any agent, and has to press 1; who answers for a
    customer who has done so hears the note first. Nobody goes on to repair.
    """
    base = leaving_notes()
    check = PersonCheck(prompt=PromptId("menu"), key="1", wait_s=4.0, times=2)
    sales = base.queues[SALES]
    assert sales.callback is not None
    rules = msgspec.structs.replace(
        sales.callback, mode=Mode.CUSTOMER_FIRST, person=check, ahead_s=20.0, note_first=True
    )
    queues = base.queues | {SALES: msgspec.structs.replace(sales, callback=rules, overflow=())}
    return msgspec.structs.replace(base, version=13, queues=queues)


def note_first_no_more() -> Policy:
    """As `note_first`, but nobody hears the note of who is on the line."""
    base = note_first()
    sales = base.queues[SALES]
    assert sales.callback is not None
    rules = msgspec.structs.replace(sales.callback, note_first=False)
    queues = base.queues | {SALES: msgspec.structs.replace(sales, callback=rules)}
    return msgspec.structs.replace(base, version=14, queues=queues)


def _looking(base: Policy, preview: Preview) -> Policy:
    sales = base.queues[SALES]
    assert sales.callback is not None
    rules = msgspec.structs.replace(sales.callback, mode=Mode.PREVIEW, preview=preview)
    queues = base.queues | {SALES: msgspec.structs.replace(sales, callback=rules, overflow=())}
    return msgspec.structs.replace(base, queues=queues)


NOTE_COMPANIES = {
    "leaving_notes": leaving_notes,
    "leaving_notes_afterwards": leaving_notes_afterwards,
    "leaving_notes_before_any_line": leaving_notes_before_any_line,
    "leaving_notes_for_a_while": leaving_notes_for_a_while,
    "note_first": note_first,
    "note_first_no_more": note_first_no_more,
    "looking_first": looking_first,
    "looking_first_in_time": looking_first_in_time,
    "looking_first_or_not": looking_first_or_not,
    "leaving_notes_unannounced": leaving_notes_unannounced,
}
