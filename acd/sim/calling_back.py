"""What companies that call their customers back want of it, drawn from the seed: a menu while waiting, how
queues call, how calls go out, and who is recognised.
"""

from random import Random

import msgspec

from acd.model.again import Recognition
from acd.model.callback import CallbackRules, Dialling, Miss, Mode, PersonCheck, Preview
from acd.model.flow import (
    CallBack,
    Choice,
    DeclineCallback,
    Enqueue,
    Flow,
    Hangup,
    KeepWaiting,
    Menu,
    Say,
    StartOver,
    SwitchLanguage,
    TakePlace,
    Voicemail,
)
from acd.model.ids import FlowId, NodeId, PromptId, QueueId
from acd.model.policy import Policy, Prompt
from acd.model.queue import Announcement, Proposing, Queue
from acd.sim.policies import BOX, KEY

TRUNK = "out"
"""What Asterisk dials for a customer ends in it."""
MACHINE_KEY = "*"
COUNTRY, ABROAD = "HU", "AT"
"""All customers live in the first one."""

CHOICES, THANKS, KNOWN, SORRY = map(PromptId, ("choices", "thanks", "known", "sorry"))
BRIEFING, WHO_CALLS, DECIDE = map(PromptId, ("briefing", "who_calls", "decide"))
PROMPTS = (CHOICES, THANKS, KNOWN, SORRY, BRIEFING, WHO_CALLS, DECIDE)
WRONG_KEY, NO_KEY = PromptId("wrong_key"), PromptId("no_key")

MEANWHILE, AGAIN = FlowId("meanwhile"), FlowId("again")
MENU = FlowId("menu")
"""Where callers come in: there is one in every company."""


def line_of(number: str) -> str:
    """What Asterisk dials to call a customer."""
    return f"{number}@{TRUNK}"


def is_customers(phone: str) -> bool:
    """Whether that is what a channel leads to."""
    return phone.endswith(f"@{TRUNK}")


def calls_back(company: Policy) -> bool:
    """Whether it does, or did at the beginning."""
    return MEANWHILE in company.flows


def draw_callbacks(dice: Random, plain: Policy) -> Policy:
    """The company, which calls its customers back."""
    again = dice.choice((AGAIN, AGAIN, None))
    flows = (_meanwhile(dice, max(plain.queues)), _again(dice), _ahead(plain.flows[MENU], max(plain.queues)))
    return msgspec.structs.replace(
        plain,
        flows=plain.flows | {flow.id: flow for flow in flows},
        prompts=plain.prompts | {prompt: Prompt(id=prompt, text=prompt) for prompt in PROMPTS},
        sounds=plain.sounds | {prompt: f"sound:acd/{prompt}" for prompt in PROMPTS},
        queues={name: draw_calling_queue(dice, queue) for name, queue in plain.queues.items()},
        dialling=_dialling(dice),
        recognition=Recognition(
            country=COUNTRY,
            called_back=again,
            dropped=dice.choice((AGAIN, None)),
            within_s=dice.choice((20.0, 60.0)),
        ),
    )


def change_callbacks(dice: Random, company: Policy) -> Policy:
    """The next version as far as callbacks are concerned: most of the time as it was."""
    queues = {
        name: queue if queue.callback is not None else draw_calling_queue(dice, queue)
        for name, queue in company.queues.items()
    }
    dialling = company.dialling
    match dice.randrange(12):
        case 0:
            dialling = None
        case 1 if dialling is not None:
            dialling = msgspec.structs.replace(dialling, countries=frozenset({ABROAD}))
        case 2 | 3:
            dialling = _dialling(dice)
        case 4 | 5:
            name = dice.choice(sorted(queues))
            queues[name] = draw_calling_queue(dice, queues[name])
        case 6:
            name = dice.choice(sorted(queues))
            queues[name] = msgspec.structs.replace(queues[name], callback=None, proposing=None)
        case _:
            dialling = dialling or _dialling(dice)
    return msgspec.structs.replace(company, queues=queues, dialling=dialling)


def draw_calling_queue(dice: Random, queue: Queue) -> Queue:
    """A queue whose customers may ask to be called back."""
    said = Announcement(prompt=CHOICES, after_s=dice.choice((1.0, 4.0)), every_s=dice.choice((None, 8.0)))
    return msgspec.structs.replace(
        queue,
        menu=MEANWHILE,
        callback=_rules(dice),
        announcements=dice.choice(((), (said,))),
        proposing=dice.choice((None, Proposing(flow=MEANWHILE, over_s=dice.choice((0.0, 15.0))))),
    )


def _rules(dice: Random) -> CallbackRules:
    mode = dice.choice((Mode.AGENT_FIRST, Mode.AGENT_FIRST, Mode.CUSTOMER_FIRST, Mode.PREVIEW))
    asked = mode is Mode.CUSTOMER_FIRST or dice.random() < 0.5
    check = PersonCheck(prompt=WHO_CALLS, key=KEY, wait_s=2.0, times=dice.choice((1, 2)))
    deciding = Preview(
        prompt=DECIDE,
        wrong_key=dice.choice((None, WRONG_KEY)),
        later_s=4.0,
        later_times=dice.choice((0, 2)),
        passes=dice.choice((0, 2)),
        decide_s=dice.choice((2.0, 5.0)),
        silence_passes_on=dice.choice((True, False)),
    )
    return CallbackRules(
        mode=mode,
        briefing=dice.choice((None, BRIEFING)),
        preview=deciding if mode is Mode.PREVIEW else None,
        ahead_s=dice.choice((5.0, 20.0)),
        person=check if asked else None,
        machine_key=None if asked else dice.choice((None, MACHINE_KEY)),
        ring_s=dice.choice((5.0, 10.0)),
        expires_s=dice.choice((40.0, 80.0)),
        broken_off_s=2.0,
        retries={miss: dice.choice(((2.0, 4.0, 8.0), (5.0,), ())) for miss in Miss},
    )


def _dialling(dice: Random) -> Dialling:
    return Dialling(
        trunk=TRUNK,
        caller_id="+3612345678",
        country=COUNTRY,
        countries=frozenset({COUNTRY}),
        no_ringing_s=dice.choice((3.0, 8.0)),
        briefing=dice.choice((None, BRIEFING)),
        lines=dice.choice((None, None, 1, 2)),
        per_minute=dice.choice((None, None, 4)),
        trunk_away_s=dice.choice((2.0, 6.0)),
    )


def _meanwhile(dice: Random, queue: QueueId) -> Flow:
    """The menu of those who wait: a callback, another line, another language, or just on."""
    call, on = NodeId("call"), NodeId("on")
    return Flow(
        id=MEANWHILE,
        start=NodeId("choices"),
        nodes={
            NodeId("choices"): _ask(
                dice,
                CHOICES,
                {"1": call, "2": call, "3": on, "4": NodeId("other"), "9": NodeId("language")},
                otherwise=on,
            ),
            call: CallBack(next=NodeId("thanks"), otherwise=on),
            NodeId("other"): Enqueue(queue=queue),
            NodeId("language"): SwitchLanguage(language="hu", next=on),
            NodeId("thanks"): Say(prompt=THANKS, next=NodeId("bye")),
            NodeId("bye"): Hangup(),
            on: KeepWaiting(),
        },
    )


def _ahead(flow: Flow, queue: QueueId) -> Flow:
    """The flow of the menu, with a key to be called back without having waited, and a box at its end."""
    menu = flow.nodes[NodeId("menu")]
    assert isinstance(menu, Menu)
    menu = msgspec.structs.replace(menu, choices=menu.choices | {"7": Choice(next=NodeId("call"))})
    more = {
        NodeId("menu"): menu,
        NodeId("call"): CallBack(queue=queue, next=NodeId("thanks"), otherwise=NodeId("goodbye")),
        NodeId("thanks"): Say(prompt=THANKS, next=NodeId("end")),
        NodeId("goodbye"): Voicemail(box=BOX),
    }
    return msgspec.structs.replace(flow, nodes=flow.nodes | more)


def _again(dice: Random) -> Flow:
    """Where those are asked who have a place already."""
    over, known = NodeId("over"), NodeId("known")
    return Flow(
        id=AGAIN,
        start=known,
        nodes={
            known: _ask(
                dice,
                KNOWN,
                {"1": NodeId("take"), "2": NodeId("cancel"), "3": over, "7": NodeId("anew")},
                otherwise=over,
            ),
            NodeId("take"): TakePlace(otherwise=NodeId("sorry")),
            NodeId("cancel"): DeclineCallback(next=NodeId("bye"), otherwise=NodeId("sorry")),
            NodeId("sorry"): Say(prompt=SORRY, next=over),
            NodeId("anew"): Enqueue(queue=QueueId("sales")),
            NodeId("bye"): Hangup(),
            over: StartOver(),
        },
    )


def _ask(dice: Random, prompt: PromptId, choices: dict[str, NodeId], *, otherwise: NodeId) -> Menu:
    return Menu(
        prompt=prompt,
        wrong_key=WRONG_KEY,
        no_key=NO_KEY,
        choices={key: Choice(next=node) for key, node in choices.items()},
        wait_s=dice.choice((2.0, 4.0)),
        tries=dice.choice((1, 2)),
        otherwise=otherwise,
    )
