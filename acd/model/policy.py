"""What the company wants: numbers, hours, flows, queues, skills and agents, compiled from the company file.

A `Policy` is immutable and versioned. References inside it are known to be whole: `acd.company` checks the
file before it builds one, so the engine never meets a queue or a prompt that does not exist.
"""

import msgspec

from acd.model.about import About, Rule
from acd.model.again import Recognition
from acd.model.callback import Dialling
from acd.model.flow import Flow
from acd.model.hours import Hours
from acd.model.ids import AgentId, FlowId, PhoneId, PromptId, QueueId, RegionId, SkillId
from acd.model.people import AgentPolicy, OfferRules, Phone
from acd.model.queue import Queue
from acd.model.region import Region
from acd.model.voice_message import MessageBox


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
    about: About = About()
    """What whoever dials it is known to call about."""

    def open_at(self, at: float) -> bool:
        """Whether the moment `at`, in seconds since the epoch, is in hours."""
        return self.hours is None or self.hours.open_at(at)

    def flow_at(self, at: float) -> FlowId:
        """The flow for hours or out of hours."""
        return self.flow if self.open_at(at) else self.closed_flow


class Customer(msgspec.Struct, frozen=True, kw_only=True):
    """What the company's file says of somebody who calls."""

    name: str
    customer_class: str | None = None
    region: RegionId | None = None
    language: str | None = None
    owner: AgentId | None = None
    """Who looks after the account."""


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
    timezone: str = "UTC"
    """IANA name: where its days begin."""
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
    absence_reasons: dict[str, str] = {}
    """Likewise, dialled after the code for an absence."""
    offers: OfferRules = OfferRules()
    rules: tuple[Rule, ...] = ()
    """What follows from what a contact is about: all that fit are added up."""
    head_start_cap_s: float = 600.0
    """The most that head starts come to: nobody is overtaken by those who come so much later."""
    stand_ins: dict[SkillId | RegionId, tuple[AgentId, ...]] = {}
    """By skill or region: who serves in place of all who have it, or are responsible for it, while nobody of
    those is there.
    """
    overload: float | None = None
    """Whose occupancy was higher than this lately, 0 to 1, has too much to do. None: nobody ever has."""
    overload_wait_s: float | None = None
    """For whom somebody has waited alone for so long has too much to do: then the substitutes help, those who
    come after, too. None: it is the queue's own time that counts.
    """
    dialling: Dialling | None = None
    """How customers are called back. None: nobody is."""
    recognition: Recognition = Recognition()
    """Who is recognised by the number he or she calls from."""
    boxes: dict[str, MessageBox] = {}
    """By number: the voicemail boxes of which each message is work for a queue."""
    recordings_kept_s: float = 90 * 86400.0
    """So long after the end of a contact what was recorded of it is kept."""
    customers: dict[str, Customer] = {}
    """By the number they call from."""
    regions: dict[RegionId, Region] = {}
    prefixes: dict[str, RegionId] = {}
    """Where telephone numbers are, by how they begin; the longest one counts."""
