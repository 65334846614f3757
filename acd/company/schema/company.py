"""The whole file."""

from typing import Annotated

import msgspec

from acd.company.schema.callbacks import Callbacks, DroppedCalls
from acd.company.schema.flows import Flow
from acd.company.schema.lines import (
    Emergency,
    Extension,
    Fallback,
    FeatureCodes,
    Mailbox,
    Music,
    Outside,
    Phone,
    Trunk,
)
from acd.company.schema.messages import Recordings
from acd.company.schema.opening import Hours, Number, Prompt
from acd.company.schema.people import Agent, Offers, Overload
from acd.company.schema.places import Customer, Region
from acd.company.schema.queues import Queue
from acd.company.schema.rules import Named, Rule, Skill
from acd.company.schema.words import (
    Account,
    CountryCode,
    DidNumber,
    Digits,
    EmergencyDigits,
    Language,
    Name,
    ReasonKey,
    Seconds,
    Title,
)


def _absence_reasons() -> dict[str, str]:
    return {"1": "Ill", "2": "Holiday", "3": "Duty elsewhere"}


class Company(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The whole file."""

    company: Title
    """Its name."""
    timezone: str
    """IANA name, such as Europe/Budapest."""
    languages: Annotated[tuple[Language, ...], msgspec.Meta(min_length=1)]
    """Those spoken to callers; the first one holds wherever none is said."""
    numbers: Annotated[dict[DidNumber, Number], msgspec.Meta(min_length=1)]
    """Numbers that callers dial."""
    hours: dict[Name, Hours] = {}
    """Opening hours, by name."""
    prompts: dict[Name, Prompt]
    """What callers hear, by name."""
    flows: Annotated[dict[Name, Flow], msgspec.Meta(min_length=1)]
    """What callers go through, by name."""
    skills: dict[Name, Skill] = {}
    """Abilities and authorities, by name."""
    products: dict[Name, Named] = {}
    """What callers call about, by name."""
    services: dict[Name, Named] = {}
    """What they want with it, by name."""
    customer_classes: dict[Name, Named] = {}
    """Kinds of customers, by name."""
    rules: tuple[Rule, ...] = ()
    """What callers need and how urgent they are, by what is known of them."""
    head_start_limit_s: Seconds = 600.0
    """The most that all head starts of a caller come to: nobody is overtaken by who comes so much later."""
    regions: dict[Name, Region] = {}
    """Where customers and agents are, by name."""
    country: CountryCode | None = None
    """Where the company is: AT. With it, telephone numbers mean the same with the country's code and without,
    and places and area codes are looked for there first."""
    customers: dict[DidNumber, Customer] = {}
    """Those known by name, by the number they call from."""
    overload: Overload = Overload()
    """When an agent has too much to do, so that the substitutes help."""
    outside: dict[Name, Outside] = {}
    """Numbers outside the company that callers may be put through to, by name."""
    callbacks: Callbacks | None = None
    """How customers are called back who would rather not wait on the line."""
    dropped_calls: DroppedCalls | None = None
    """Who rings again after the call broke off in the line, and may go on in the same place."""
    queues: dict[Name, Queue] = {}
    """Waiting lines, by name."""
    music: dict[Name, Music] = {}
    """Music for waiting callers, by name. `default` is a plain tune unless it stands here."""
    agents: dict[Digits, Agent] = {}
    """People who take calls, by the number they log in with."""
    phones: Annotated[dict[Account, Phone], msgspec.Meta(min_length=1)]
    """Desk phones, by the name of their SIP account."""
    extensions: dict[Digits, Extension] = {}
    """Internal numbers beside those of the phones."""
    voicemail: dict[Digits, Mailbox] = {}
    """Voicemail boxes, by number."""
    recordings: Recordings = Recordings()
    """How long is kept what callers have left as messages."""
    trunks: Annotated[dict[Account, Trunk], msgspec.Meta(min_length=1)]
    """Lines to the outside, by the name of their SIP account."""
    fallback: Fallback
    """What callers meet while no service answers."""
    emergency_numbers: dict[EmergencyDigits, Emergency] = {}
    """Numbers that must always work from desk phones."""
    not_ready_reasons: dict[ReasonKey, Title] = {}
    """Why an agent takes no calls, by the digit dialled after the code."""
    absence_reasons: dict[ReasonKey, Title] = msgspec.field(default_factory=_absence_reasons)
    """Why an agent is absent, by the digit dialled after the code: unless said, {"1": Ill, "2": Holiday,
    "3": Duty elsewhere}."""
    offers: Offers = Offers()
    """What becomes of an agent who does not take an offered call."""
    feature_codes: FeatureCodes = FeatureCodes()
    """What agents dial on a desk phone."""
