"""What those who wait are told, and may ask for, in variants of the small company."""

from acd.model.flow import Ask, Choice, Enqueue, Flow, Hangup, KeepWaiting, Meaning, Menu, Node, Say
from acd.model.ids import FlowId, NodeId, PromptId
from acd.model.queue import Announcement
from acd.model.spoken import MOST_IN_LINE, in_language, number_in
from tests.core.small_company import REPAIR, SALES, need

PLACE, PATIENCE, WAIT, SOON, UNSURE = (
    PromptId(name) for name in ("place", "patience", "wait", "soon", "unsure")
)
MOST_MIN = 240

SOUNDS = {
    PLACE: "sound:you_are,{position:en}",
    in_language(PLACE, "de"): "sound:sie_sind,{position:de}",
    PATIENCE: "sound:patience",
    WAIT: "sound:between,{low:en},sound:and,{high:en}",
    SOON: "sound:less_than,{high:en}",
    UNSURE: "sound:unsure",
    **{number_in("en", number): f"sound:en/{number}" for number in range(MOST_MIN + 1)},
    **{number_in("de", number): f"sound:de/{number}" for number in range(1, MOST_IN_LINE + 1)},
}

PATIENTLY = (
    Announcement(prompt=PLACE, after_s=4.0, every_s=9.0),
    Announcement(prompt=PATIENCE, after_s=5.0),
    Announcement(prompt=WAIT, after_s=7.0, every_s=15.0, if_soon=SOON, if_unsure=UNSURE),
)
PLAINLY = (
    Announcement(prompt=WAIT, after_s=3.0, every_s=10.0),
    Announcement(prompt=PLACE, after_s=6.0, every_s=12.0),
)


def _ask(means: Meaning, most: int, then: str) -> Ask:
    return Ask(
        prompt=PromptId("whom"),
        unknown=PromptId("unknown"),
        no_key=PromptId("no_key"),
        means=means,
        least=2,
        most=most,
        wait_s=3.0,
        tries=1,
        next=NodeId(then),
        otherwise=NodeId("on"),
    )


def _menu(choices: dict[str, Choice], *, tries: int, otherwise: str) -> Menu:
    return Menu(
        prompt=PromptId("menu"),
        wrong_key=PromptId("wrong_key"),
        no_key=PromptId("no_key"),
        choices=choices,
        wait_s=4.0,
        tries=tries,
        otherwise=NodeId(otherwise),
    )


_COMMON: dict[NodeId, Node] = {
    NodeId("repair"): Enqueue(queue=REPAIR, needs=need(repair=2)),
    NodeId("sales"): Enqueue(queue=SALES),
    NodeId("hours"): Say(prompt=PromptId("closed"), next=NodeId("on")),
    NodeId("on"): KeepWaiting(),
    NodeId("bye"): Hangup(),
}

MEANWHILE = Flow(
    id=FlowId("meanwhile"),
    start=NodeId("ask"),
    nodes={
        NodeId("ask"): _menu(
            {
                "1": Choice(next=NodeId("repair")),
                "2": Choice(next=NodeId("hours")),
                "3": Choice(next=NodeId("sales"), needs=need(german=4)),
                "9": Choice(next=NodeId("whom")),
                "#": Choice(next=NodeId("bye")),
            },
            tries=2,
            otherwise="on",
        ),
        NodeId("whom"): _ask(Meaning.EXTENSION, 2, "sales"),
        **_COMMON,
    },
)
"""Repairs, the hours, somebody who speaks German, a person, or no more of it; ``*`` lets it be spoken."""

BRIEFLY = Flow(
    id=FlowId("briefly"),
    start=NodeId("ask"),
    nodes={
        NodeId("ask"): _menu(
            {
                "1": Choice(next=NodeId("on")),
                "2": Choice(next=NodeId("sales")),
                "3": Choice(next=NodeId("repair"), needs=need(german=4)),
                "9": Choice(next=NodeId("where")),
            },
            tries=1,
            otherwise="bye",
        ),
        NodeId("where"): _ask(Meaning.POSTAL_CODE, 4, "repair"),
        **_COMMON,
    },
)
"""On with the wait, sales, German repairs, those near by; whoever says nothing has gone."""
