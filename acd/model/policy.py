"""What the company wants: numbers, hours, flows, queues, skills and agents, compiled from the company file.

A `Policy` is immutable and versioned. References inside it are known to be whole: `acd.company` checks the
file before it builds one, so the engine never meets a queue or a prompt that does not exist.
"""

from datetime import date, datetime
from zoneinfo import ZoneInfo

import msgspec

from acd.model.ids import AgentId, FlowId, NodeId, PhoneId, PromptId, QueueId, SkillId


class Need(msgspec.Struct, frozen=True, kw_only=True, order=True):
    """A skill and the least level of it that a contact asks for. An agent without the skill never matches."""

    skill: SkillId
    level: int
    """1 to 10, higher is better."""


Needs = tuple[Need, ...]
"""All of them must be met; sorted by skill, each skill once."""


class Span(msgspec.Struct, frozen=True, kw_only=True):
    """A stretch of one weekday during which a number is open: minutes after local midnight, end excluded."""

    weekday: int
    """Monday is 0."""
    opens_min: int
    closes_min: int
    """At most 1440."""


class Hours(msgspec.Struct, frozen=True, kw_only=True):
    """When a number is answered by people."""

    timezone: str
    """IANA name, such as ``Europe/Budapest``."""
    spans: tuple[Span, ...]
    closed_on: frozenset[date] = frozenset()
    """Local days without opening: public holidays and the company's own."""

    def open_at(self, at: float) -> bool:
        """Whether the number is open at the moment `at` (seconds since the epoch)."""
        local = datetime.fromtimestamp(at, ZoneInfo(self.timezone))
        if local.date() in self.closed_on:
            return False
        minute = local.hour * 60 + local.minute
        return any(
            span.weekday == local.weekday() and span.opens_min <= minute < span.closes_min
            for span in self.spans
        )


class Say(msgspec.Struct, frozen=True, kw_only=True, tag="say"):
    """Speak a prompt, then go on."""

    prompt: PromptId
    next: NodeId


class Choice(msgspec.Struct, frozen=True, kw_only=True):
    """What one key of a menu means."""

    next: NodeId
    needs: Needs = ()
    """Added to the contact's needs; for a skill asked twice the higher level counts."""


class Menu(msgspec.Struct, frozen=True, kw_only=True, tag="menu"):
    """Speak a prompt and wait for one key; a key during the prompt cuts it short (barge-in)."""

    prompt: PromptId
    wrong_key: PromptId
    """Spoken before the menu repeats after a key without meaning."""
    no_key: PromptId
    """Spoken before the menu repeats after silence."""
    choices: dict[str, Choice]
    """By key: ``0`` to ``9``, ``*`` or ``#``."""
    wait_s: float
    """How long to wait for a key after the prompt has ended."""
    tries: int
    """How often the prompt is spoken in all."""
    otherwise: NodeId
    """Where to go when all tries are used up."""


class Enqueue(msgspec.Struct, frozen=True, kw_only=True, tag="enqueue"):
    """Take a place in a queue."""

    queue: QueueId
    needs: Needs = ()


class Hangup(msgspec.Struct, frozen=True, kw_only=True, tag="hangup"):
    """End the call."""


Node = Say | Menu | Enqueue | Hangup


class Flow(msgspec.Struct, frozen=True, kw_only=True):
    """An IVR script as data."""

    id: FlowId
    start: NodeId
    nodes: dict[NodeId, Node]


class Did(msgspec.Struct, frozen=True, kw_only=True):
    """A number the company owns."""

    number: str
    """As the trunk delivers it."""
    name: str
    flow: FlowId
    """Entered in hours."""
    closed_flow: FlowId
    """Entered out of hours."""
    hours: Hours | None = None
    """None: always open."""
    language: str = "en"


class Queue(msgspec.Struct, frozen=True, kw_only=True):
    """How one line of callers is served."""

    id: QueueId
    name: str
    """Shown in the display of the agent's phone."""
    needs: Needs = ()
    """What everybody in this line asks for, beside the needs of the contact."""
    music: str = "default"
    """Music class of Asterisk."""
    ring_s: float = 15.0
    """How long an agent's phone rings before the offer expires."""
    wrap_up_s: float = 10.0
    """Time limit of the work after the talk; 0 means none."""
    service_level_s: float = 20.0


class OfferRules(msgspec.Struct, frozen=True, kw_only=True):
    """What becomes of an agent who does not take an offer."""

    misses_in_a_row: int = 2
    """So many counted failures in a row make the agent not ready, with reason RONA."""
    counted: frozenset[str] = frozenset({"no_answer", "rejected"})
    """Which failures count: of ``no_answer``, ``rejected``, ``busy``, ``unreachable``."""
    rest_s: float = 5.0
    """How long an agent is left alone after any failed offer, so that others come first."""
    temporarily_unavailable: str = "rejected"
    """What SIP 480 means: many phones send it for do-not-disturb, others when nobody answers."""
    no_ringing_s: float = 4.0
    """A phone that has not begun to ring by then is unreachable."""


class AgentPolicy(msgspec.Struct, frozen=True, kw_only=True):
    """A person who takes calls, as the company file describes him or her."""

    id: AgentId
    name: str
    skills: dict[SkillId, int]
    """Level 1 to 10 by skill; a missing skill is not level 0, it never matches."""
    queues: frozenset[QueueId]


class Phone(msgspec.Struct, frozen=True, kw_only=True):
    """A desk phone: a SIP account of our Asterisk."""

    id: PhoneId
    """Its endpoint name and, by default, its extension."""
    extension: str


class Prompt(msgspec.Struct, frozen=True, kw_only=True):
    """Something a caller can hear."""

    id: PromptId
    text: str | None = None
    """Spoken by the speech synthesiser, when there is no file."""
    file: str | None = None
    """A sound file of the company, absolute."""
    language: str = "en"


class Policy(msgspec.Struct, frozen=True, kw_only=True):
    """The whole company at one version."""

    version: int
    company: str
    dids: dict[str, Did]
    flows: dict[FlowId, Flow]
    queues: dict[QueueId, Queue]
    agents: dict[AgentId, AgentPolicy]
    phones: dict[PhoneId, Phone]
    prompts: dict[PromptId, Prompt]
    sounds: dict[PromptId, str]
    """The media of each prompt as Asterisk knows it, such as ``sound:acd/3f9a…``."""
    not_ready_reasons: dict[str, str]
    """Name by key: ``{"1": "break", "2": "training"}``; the key is dialled after the feature code."""
    offers: OfferRules = OfferRules()


def joined(*parts: Needs) -> Needs:
    """All needs together; where a skill is asked twice the higher level counts."""
    levels: dict[SkillId, int] = {}
    for part in parts:
        for need in part:
            levels[need.skill] = max(need.level, levels.get(need.skill, 0))
    return tuple(Need(skill=skill, level=level) for skill, level in sorted(levels.items()))


def meets(skills: dict[SkillId, int], needs: Needs) -> bool:
    """Whether an agent with these skills can serve these needs."""
    return all(need.skill in skills and skills[need.skill] >= need.level for need in needs)


def proficiency(skills: dict[SkillId, int], needs: Needs) -> int:
    """How good such an agent is for the needs: the sum of the levels asked for. 0 when nothing is asked."""
    return sum(skills[need.skill] for need in needs)
