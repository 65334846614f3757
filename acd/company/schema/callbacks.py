"""How customers are called back who would rather not wait on the line."""

from typing import Annotated, Literal

import msgspec

from acd.company.schema.words import (
    Account,
    Beginning,
    CountryCode,
    Dialled,
    DidNumber,
    Key,
    Name,
    RingSeconds,
    Seconds,
    number,
)

HowMany = Annotated[
    int, number("write how many, from 1 to 10000; without it nothing is limited", ge=1, le=10_000)
]


class Callbacks(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """How calls to customers go out. Without it nobody is ever called back."""

    trunk: Account
    """The trunk they leave through."""
    show: DidNumber
    """The number of ours that the customer sees."""
    countries: Annotated[tuple[CountryCode, ...], msgspec.Meta(min_length=1)] | None = None
    """Whose numbers may be called; the company's own country unless said. Never those that cost more than an
    ordinary call, nor emergency numbers, nor ours."""
    allow: tuple[Beginning, ...] = ()
    """How numbers begin that may be called as well, although they cost more or are of another country."""
    briefing: Name | None = None
    """What the agent hears before the customer is dialled; a key of the agent cuts it short."""
    rings_again: Name | None = None
    """The flow for whoever rings from a number that is to be called back: take_place, cancel_callback and
    start_over belong there. Without it they go where the number leads everybody."""
    hours: Name | None = None
    """When customers are called, on their own clocks: a name under `hours`. Without it at any time."""
    lines: HowMany | None = None
    """So many calls to customers at once, from the moment at which an agent is rung; unless said, as many as
    there are agents for."""
    per_minute: HowMany | None = None
    """So many customers are dialled within a minute at most; unless said, as many as there are agents for."""
    trunk_away_s: Annotated[
        float,
        number("write after how many seconds to try again, from 1 to 3600; unless said 60", ge=1, le=3600),
    ] = 60.0
    """So long nobody is called after Asterisk would not make a call, as when the trunk is not registered."""
    never: tuple[Dialled, ...] = ()
    """The do-not-call list: numbers that are never called. `acd callback refuse` adds to it at any time."""
    no_ringing_s: Annotated[float, msgspec.Meta(gt=0, le=60)] = 15.0
    """A telephone that does not ring by then is not reached: networks take their time."""


class DroppedCalls(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Who rings again after the call broke off in the line, by a mobile's hole or otherwise: the network does
    not say why a line ended."""

    flow: Name
    """The flow for them: take_place and start_over belong there."""
    within_s: Annotated[float, msgspec.Meta(gt=0, le=3600)] = 300.0
    """So many seconds after the line ended the place can be taken again; or it ends at most so many seconds
    after the second call."""


class Retries(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """After how many seconds it is tried again: after the first miss of a kind, the second, and so on. After
    the last one the customer is given up."""

    no_answer: tuple[Seconds, ...] = (300.0, 1800.0, 7200.0)
    """It rang, and nobody answered."""
    busy: tuple[Seconds, ...] = (120.0, 300.0, 600.0, 1800.0, 3600.0)
    """The line was busy."""
    invalid: tuple[Seconds, ...] = (900.0,)
    """The network knows no such number, or would not carry the call."""
    voicemail: tuple[Seconds, ...] = (1800.0, 7200.0)
    """Something took the call, and the key of `person` was not pressed: a machine."""
    hung_up: tuple[Seconds, ...] = (1800.0,)
    """The call was taken, and ended before that key was pressed."""
    unknown: tuple[Seconds, ...] = (300.0, 300.0)
    """The service or Asterisk was away: it was dialled, and nobody knows what came of it."""


class Preview(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What an agent may decide who looks at a customer before the call: 1 calls now, 2 later, 3 leaves it to
    somebody else, 4 says it again."""

    prompt: Name
    """Said to the agent after the briefing and the note: what the keys mean."""
    wrong_key: Name | None = None
    """Said after a key that means nothing, or not any more; then comes `prompt` again."""
    later_s: Annotated[float, msgspec.Meta(ge=10, le=86400)] = 900.0
    """With 2 the customer is called so many seconds later."""
    later_times: Annotated[int, msgspec.Meta(ge=0, le=20)] = 2
    """So often a customer may be put off."""
    passes: Annotated[int, msgspec.Meta(ge=1, le=20)] = 3
    """So often agents may leave a customer to somebody else; then nobody is asked any more."""
    decide_s: Annotated[float, msgspec.Meta(ge=1, le=300)] = 20.0
    """So long a key is waited for."""
    if_silent: Literal["call", "pass_on"] = "call"
    """When no key comes: the customer is called, or left to somebody else."""


class Person(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """How whoever takes the call proves to be a person: networks and machines answer, too."""

    prompt: Name
    """Said as soon as the line is answered: who calls, what about, and which key to press."""
    key: Key = "1"
    """The key that says: I am here, put me through."""
    wait_s: Annotated[float, msgspec.Meta(ge=1, le=60)] = 4.0
    """So long after the prompt the key is waited for, in seconds."""
    times: Annotated[int, msgspec.Meta(ge=1, le=5)] = 2
    """So often the prompt is said."""


class Callback(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """How a queue calls its customers back."""

    mode: Literal["agent_first", "customer_first", "preview"] = "agent_first"
    """Who is called first: an agent, and then the customer; or the customer, when an agent is expected. With
    `preview` an agent, who decides whether the customer is called."""
    briefing: Name | None = None
    """What the agent hears first of customers of this queue, instead of the `briefing` of `callbacks`."""
    preview: Preview | None = None
    """For `preview`: what the agent may decide."""
    ahead_s: Annotated[float, msgspec.Meta(ge=1, le=300)] | None = None
    """For `customer_first`, and in no other mode: a customer is called when an agent is expected within so
    many seconds; 20 unless said."""
    note_first: bool = False
    """For `customer_first`: an agent who has answered hears the customer's note before the two are put
    together. The customer hears music meanwhile."""
    person: Person | None = None
    """What whoever takes the call hears, and the key that proves a person. Without it whatever answers is
    taken for the customer."""
    machine_key: Key | None = None
    """The key of an agent who has a machine on the line instead of the customer: it is tried again."""
    ring_s: RingSeconds = 30.0
    """How long the customer's telephone rings, in seconds."""
    expires_after_h: Annotated[float, msgspec.Meta(gt=0, le=720)] = 24.0
    """Who was not reached by then is given up, in hours."""
    broken_off_s: Annotated[float, msgspec.Meta(ge=1, le=86400)] = 60.0
    """The agent had hung up while it rang: it is tried again after so many seconds."""
    retries_s: Retries = Retries()
    """When it is tried again, by the kind of miss."""
