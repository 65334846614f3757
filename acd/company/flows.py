"""Flows, as the engine follows them: what a company file says of each node."""

from acd.company import schema
from acd.company.callbacks import between_of
from acd.company.routing import answer_of, needs_of, topic_of
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
    Node,
    RecordNote,
    Say,
    StartOver,
    SwitchLanguage,
    TakePlace,
    Voicemail,
)
from acd.model.ids import FlowId, NodeId, PromptId, QueueId, SkillId


def flow_of(name: str, flow: schema.Flow) -> Flow:
    """A flow of the file; its references are whole, because the checker has seen to it."""
    return Flow(
        id=FlowId(name),
        start=NodeId(flow.start),
        nodes={NodeId(node_name): _node(node) for node_name, node in flow.nodes.items()},
    )


def _node(node: schema.Node) -> Node:
    match node:
        case schema.Say():
            return _say(node)
        case schema.Menu():
            return _menu(node)
        case schema.Ask():
            return _ask(node)
        case schema.Enqueue():
            return _enqueue(node)
        case schema.SwitchLanguage():
            return SwitchLanguage(language=node.language, next=NodeId(node.next))
        case schema.KeepWaiting():
            return KeepWaiting(say=answer_of(node))
        case schema.CallBack():
            return _call_back(node)
        case schema.RecordNote():
            return _note(node)
        case schema.TakePlace():
            return TakePlace(otherwise=NodeId(node.otherwise))
        case schema.DeclineCallback():
            return DeclineCallback(next=NodeId(node.next), otherwise=NodeId(node.otherwise))
        case schema.Voicemail():
            return Voicemail(box=node.box)
        case schema.StartOver() | schema.Hangup():
            return StartOver() if isinstance(node, schema.StartOver) else Hangup()


def _say(node: schema.Say) -> Say:
    return Say(
        prompt=PromptId(node.prompt),
        next=NodeId(node.next),
        without_number=_node_id(node.without_number),
    )


def _menu(node: schema.Menu) -> Menu:
    return Menu(
        prompt=PromptId(node.prompt),
        wrong_key=PromptId(node.wrong_key),
        no_key=PromptId(node.no_key),
        choices={key: _choice(choice) for key, choice in node.choices.items()},
        wait_s=node.wait_s,
        tries=node.tries,
        otherwise=NodeId(node.otherwise),
        without_number=_node_id(node.without_number),
    )


def _choice(choice: schema.Choice) -> Choice:
    return Choice(
        next=NodeId(choice.next),
        needs=needs_of(choice.needs, choice.needs_one_of),
        topic=topic_of(choice),
    )


def _ask(node: schema.Ask) -> Ask:
    return Ask(
        prompt=PromptId(node.prompt),
        unknown=PromptId(node.unknown),
        no_key=PromptId(node.no_key),
        means=Meaning(node.asks_for),
        least=node.least,
        most=node.most,
        wait_s=node.wait_s,
        tries=node.tries,
        next=NodeId(node.next),
        otherwise=NodeId(node.otherwise),
    )


def _enqueue(node: schema.Enqueue) -> Enqueue:
    return Enqueue(
        queue=QueueId(node.queue),
        needs=needs_of(node.needs, node.needs_one_of),
        instead_of=frozenset(SkillId(skill) for skill in node.drop),
    )


def _call_back(node: schema.CallBack) -> CallBack:
    return CallBack(
        queue=QueueId(node.queue) if node.queue is not None else None,
        next=NodeId(node.next),
        otherwise=NodeId(node.otherwise),
        between=between_of(node),
        at_asked=node.at is not None,
    )


def _note(node: schema.RecordNote) -> RecordNote:
    return RecordNote(
        prompt=PromptId(node.prompt),
        longest_s=node.longest_s,
        silence_s=node.silence_s,
        next=NodeId(node.next),
        otherwise=NodeId(node.otherwise),
    )


def _node_id(name: str | None) -> NodeId | None:
    return NodeId(name) if name is not None else None
