"""Simulated callers who say what it is about, and agents who look before they call."""

import msgspec

from acd.model.callback import Mode, Preview
from acd.model.fact import (
    CallbackAgreed,
    CustomerDialled,
    CustomerPreviewed,
    CustomerReached,
    NoteLeft,
)
from acd.model.flow import CallBack, RecordNote
from acd.model.ids import NodeId, PromptId
from acd.simulate.exchange import NOTE_S
from acd.simulate.world import Setting
from tests.simulate.floors import lived
from tests.simulate.test_callbacks import facts_of, few


def noting_and_looking() -> Setting:
    """Before each callback of the example company there is a note, and an agent who may decide."""
    base = few()
    policy = base.policy
    flows = {}
    for name, flow in policy.flows.items():
        nodes = dict(flow.nodes)
        for node_id, node in flow.nodes.items():
            if isinstance(node, CallBack):
                called = NodeId(f"{node_id} then")
                nodes[called] = node
                nodes[node_id] = RecordNote(
                    prompt=PromptId("thanks"), longest_s=30.0, silence_s=4.0, next=called, otherwise=called
                )
        flows[name] = msgspec.structs.replace(flow, nodes=nodes)
    prompt = next(iter(policy.sounds))
    preview = Preview(prompt=prompt)
    queues = {
        name: msgspec.structs.replace(
            queue, callback=msgspec.structs.replace(queue.callback, mode=Mode.PREVIEW, preview=preview)
        )
        if queue.callback is not None
        else queue
        for name, queue in policy.queues.items()
    }
    sounds = {PromptId("thanks"): "sound:thanks", **policy.sounds}
    return msgspec.structs.replace(
        base, policy=msgspec.structs.replace(policy, flows=flows, queues=queues, sounds=sounds)
    )


def test_whoever_asks_says_what_it_is_about_and_the_agent_calls_at_once() -> None:
    entries, _ = lived(noting_and_looking())
    facts = facts_of(entries)
    first = next(fact.contact for _, fact in facts if isinstance(fact, CallbackAgreed))
    steps = (NoteLeft, CallbackAgreed, CustomerPreviewed, CustomerDialled, CustomerReached)
    mine = [(at, fact) for at, fact in facts if isinstance(fact, steps) and fact.contact == first]
    assert [type(fact) for _, fact in mine] == list(steps)
    left = next(fact for _, fact in mine if isinstance(fact, NoteLeft))
    assert left.length_s == NOTE_S
