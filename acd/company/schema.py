"""What may stand in a company file, as types.

These types are the one description of the file: the checker walks them, editors get their JSON Schema from
them, and the Asterisk templates are rendered from them. The docstring under a field is what an editor shows
when the pointer rests on it, so it speaks to the person who writes the file.

The checker vouches for what types cannot say: that every name that is referred to exists, that numbers do
not collide, that flows end. Secrets are never in the file: passwords of phones and trunks are generated.
"""

from typing import Annotated, Literal

import msgspec

Name = Annotated[
    str,
    msgspec.Meta(
        pattern=r"^[a-z][a-z0-9_-]{0,39}$",
        extra={"remedy": "use up to 40 small letters, digits, '_' and '-', beginning with a letter"},
    ),
]
"""What other parts of the file call something by; also its name in Asterisk's files."""

Account = Annotated[
    str,
    msgspec.Meta(
        pattern=r"^[A-Za-z0-9][A-Za-z0-9_.-]{0,39}$",
        extra={"remedy": "use up to 40 letters, digits, '_', '-' and '.', beginning with a letter or digit"},
    ),
]
"""The name of a SIP account in Asterisk. Those that we make are a `Name`; `foreign` ones are called as their
administrator called them."""

Title = Annotated[
    str,
    msgspec.Meta(
        min_length=1,
        max_length=80,
        pattern=r'^[^\x00-\x1f\x7f"\\;<>\[\]{}$|]+$',
        extra={"remedy": 'leave out control characters and " \\ ; < > [ ] { } $ |'},
    ),
]
"""What people see: in the display of a phone, in a report. Any script is fine."""

Digits = Annotated[
    str,
    msgspec.Meta(
        pattern=r"^[0-9]{2,8}$",
        extra={"remedy": "write 2 to 8 digits, such as 101, without spaces or other characters"},
    ),
]
"""A number that people dial inside the company."""

DidNumber = Annotated[
    str,
    msgspec.Meta(
        pattern=r"^\+?[0-9]{2,20}$",
        extra={"remedy": "write digits only, as the trunk sends them, with or without a leading '+'"},
    ),
]
"""A number that callers dial, exactly as the trunk delivers it."""

EmergencyDigits = Annotated[
    str, msgspec.Meta(pattern=r"^[0-9]{2,6}$", extra={"remedy": "write 2 to 6 digits, such as 112"})
]

Code = Annotated[
    str, msgspec.Meta(pattern=r"^\*[0-9]{1,4}$", extra={"remedy": "write '*' and 1 to 4 digits, such as *11"})
]

Key = Annotated[
    str,
    msgspec.Meta(
        pattern=r"^[0-9*#]$", extra={"remedy": "a key is one of 0 to 9, * or # (write '#' in quotes)"}
    ),
]

ReasonKey = Annotated[
    str, msgspec.Meta(pattern=r"^[0-9]$", extra={"remedy": "a reason is chosen by one digit, 0 to 9"})
]

Language = Annotated[
    str,
    msgspec.Meta(
        pattern=r"^[a-z]{2,3}$", extra={"remedy": "write the language's short code: en, de, hu, zh …"}
    ),
]

Level = Annotated[
    int, msgspec.Meta(ge=1, le=10, extra={"remedy": "levels go from 1 to 10, higher is better"})
]

Days = Annotated[
    str,
    msgspec.Meta(
        pattern=r"^(mon|tue|wed|thu|fri|sat|sun)(-(mon|tue|wed|thu|fri|sat|sun))?$",
        extra={"remedy": "write a day or a stretch of days: sat, mon-fri"},
    ),
]

Times = Annotated[
    str,
    msgspec.Meta(
        pattern=r"^[0-9]{2}:[0-9]{2}-[0-9]{2}:[0-9]{2}(, ?[0-9]{2}:[0-9]{2}-[0-9]{2}:[0-9]{2})*$",
        extra={"remedy": 'write times of 24 hours, such as "08:00-18:00" or "08:00-12:00, 13:00-17:00"'},
    ),
]

Country = Annotated[
    str,
    msgspec.Meta(
        pattern=r"^[A-Z]{2}(-[A-Z0-9]{1,4})?$",
        extra={"remedy": "write a country, or a country and its region: HU, DE-BY (NO in quotes or not)"},
    ),
]

Day = Annotated[
    str,
    msgspec.Meta(
        pattern=r"^([0-9]{4}-)?[0-9]{2}-[0-9]{2}$",
        extra={"remedy": "write a date, such as 2027-05-14, or a day of every year, such as 12-24"},
    ),
]

Host = Annotated[
    str,
    msgspec.Meta(
        pattern=r"^[A-Za-z0-9]([A-Za-z0-9.:-]{0,252}[A-Za-z0-9])?$",
        extra={"remedy": "write a host name or an IP address, without port or scheme"},
    ),
]

Path = Annotated[
    str,
    msgspec.Meta(
        min_length=1,
        max_length=400,
        pattern=r"^[^\x00-\x1f\x7f]+$",
        extra={"remedy": "write a path, counted from the folder of the company file"},
    ),
]

SoundFile = Annotated[
    str,
    msgspec.Meta(
        min_length=1,
        max_length=400,
        pattern=r"^[^\x00-\x1f\x7f]+\.(aiff|au|flac|gsm|mp3|ogg|wav)$",
        extra={"remedy": "name a file that ends in .wav, .flac, .ogg, .mp3, .gsm, .aiff or .au"},
    ),
]

Email = Annotated[
    str,
    msgspec.Meta(
        pattern=r"^[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9.-]{1,190}$",
        extra={"remedy": "write an address such as desk@example.org"},
    ),
]

RingSeconds = Annotated[
    float, msgspec.Meta(gt=0, le=300, extra={"remedy": "a phone rings for more than 0 and up to 300 seconds"})
]

Needs = dict[Name, Level]
"""The least level by skill; whoever lacks one of the skills never matches."""

OneOf = tuple[Needs, ...]
"""Each entry is met by any one of its skills: [{german: 5, english: 7}]."""

Weight = Annotated[
    int, msgspec.Meta(ge=1, le=10, extra={"remedy": "weights go from 1 to 10, higher counts more"})
]

Wishes = dict[Name, Weight]
"""How much each level of a skill counts when an agent is chosen, beyond what is needed."""

Seconds = Annotated[
    float, msgspec.Meta(ge=0, le=86400, extra={"remedy": "write seconds, from 0 to 86400 (a day)"})
]

PostalCodes = Annotated[
    str,
    msgspec.Meta(
        pattern=r"^[0-9A-Z][0-9A-Z -]{0,20}$",
        extra={
            "remedy": 'write a postal code, its beginning, or a stretch of them: "9020", "90", "9000-9873"'
        },
    ),
]


class Number(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A number the company owns (DID)."""

    name: Title
    """What people call it."""
    flow: Name
    """The flow that callers enter, in hours."""
    closed_flow: Name | None = None
    """The flow that callers enter out of hours; needed together with `hours`."""
    hours: Name | None = None
    """When it is open; without hours it is always open."""
    language: Language | None = None
    """Spoken to its callers; the company's first language unless said."""


class Hours(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Opening hours that numbers refer to."""

    open: dict[Days, Times]
    """Times by day or stretch of days. A time that ends before it begins runs past midnight."""
    timezone: str | None = None
    """IANA name such as Europe/Vienna; the company's unless said."""
    holidays: tuple[Country, ...] = ()
    """Closed on the public holidays of these countries or regions: HU, AT, DE-BY."""
    closed_on: tuple[Day, ...] = ()
    """Closed on these days too: 2027-05-14, or 12-24 for every year."""


class Prompt(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Something a caller can hear: either a text to be spoken, or a sound file."""

    text: Annotated[str, msgspec.Meta(min_length=1, max_length=2000)] | None = None
    """Spoken by the speech synthesiser."""
    file: SoundFile | None = None
    """A sound file, counted from the folder of the company file."""
    language: Language | None = None
    """Of the text; the company's first language unless said."""


class Say(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, tag_field="do", tag="say"):
    """Speak a prompt, then go on."""

    prompt: Name
    """What is spoken."""
    next: Name
    """The node after it."""


class Choice(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What one key of a menu means."""

    next: Name
    """The node the key leads to."""
    needs: Needs = {}
    """What the agent must be able to do, beside what else the caller needs: least level by skill."""
    needs_one_of: OneOf = ()
    """Of each entry one skill is enough: [{german: 5, english: 7}]."""
    product: Name | None = None
    """What the caller calls about: a name under `products`."""
    service: Name | None = None
    """What the caller wants with it: a name under `services`."""


class Menu(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, tag_field="do", tag="menu"):
    """Speak a prompt and wait for one key; a key during the prompt cuts it short."""

    prompt: Name
    """What is spoken, each try anew."""
    wrong_key: Name
    """The prompt after a key without meaning."""
    no_key: Name
    """The prompt after silence."""
    choices: Annotated[dict[Key, Choice], msgspec.Meta(min_length=1)]
    """What each key means: 0 to 9, * or #."""
    otherwise: Name
    """The node to go to when all tries are used up."""
    wait_s: Annotated[float, msgspec.Meta(gt=0, le=60)] = 5.0
    """How long to wait for a key after the prompt, in seconds."""
    tries: Annotated[int, msgspec.Meta(ge=1, le=10)] = 3
    """How often the menu is spoken in all."""


class Enqueue(
    msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, tag_field="do", tag="enqueue"
):
    """Take a place in a queue."""

    queue: Name
    """The queue to wait in."""
    needs: Needs = {}
    """What the agent must be able to do, beside what else the caller needs: least level by skill."""
    needs_one_of: OneOf = ()
    """Of each entry one skill is enough: [{german: 5, english: 7}]."""


class Hangup(
    msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, tag_field="do", tag="hangup"
):
    """End the call."""


Node = Say | Menu | Enqueue | Hangup


class Flow(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What a caller goes through, step by step."""

    start: Name
    """The first node."""
    nodes: Annotated[dict[Name, Node], msgspec.Meta(min_length=1)]
    """The steps by name; `do` says what each of them does."""


class Skill(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Something an agent can or may do. An authority, such as a refund limit, is a skill too."""

    name: Title
    """What people call it."""
    description: Annotated[str, msgspec.Meta(max_length=400)] = ""
    """What its levels mean."""


class Ring(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What changes for a caller who has waited for so long. It adds to the rings before it."""

    after_s: Annotated[float, msgspec.Meta(gt=0, le=86400)]
    """Seconds in this queue."""
    lower: Needs = {}
    """Of these skills, such a level is enough."""
    drop: tuple[Name, ...] = ()
    """These skills are not needed any more."""
    widen: Literal["one", "all"] | None = None
    """Agents of the region around the caller's, one step up, or of all regions."""
    within_km: Annotated[float, msgspec.Meta(gt=0, le=20000)] | None = None
    """Agents who work within so many kilometres of the caller's region."""
    stand_ins: bool = False
    """Those who stand in for a skill or a region, too."""
    add_queues: tuple[Name, ...] = ()
    """The agents of these queues, too."""


class Queue(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A waiting line and how it is served."""

    name: Title
    """Shown in the display of the agent's phone."""
    needs: Needs = {}
    """What everybody in this line asks for: least level by skill."""
    needs_one_of: OneOf = ()
    """Of each entry one skill is enough: [{german: 5, english: 7}]."""
    wishes: Wishes = {}
    """What makes an agent the better choice here, beyond what is needed: weight by skill."""
    choose: Literal["best_level", "longest_idle", "fewest_contacts", "least_occupied", "fixed_order"] = (
        "best_level"
    )
    """Which of the free agents gets the call; of equals the longest idle."""
    order: tuple[Digits, ...] = ()
    """For `fixed_order`: the agents, first choice first."""
    reserve: Annotated[int, msgspec.Meta(ge=0, le=10000)] = 0
    """So many free agents of this queue are kept for its own callers."""
    head_start_s: Seconds = 0.0
    """Its callers are served as if they had come so much earlier."""
    by_region: bool = False
    """Its callers are served by the agents who are responsible for their region."""
    rings: tuple[Ring, ...] = ()
    """What is asked for less, or of more agents, the longer a caller waits."""
    music: Name = "default"
    """What callers hear while they wait: a name under `music`, or `default`."""
    ring_s: RingSeconds = 15.0
    """How long an agent's phone rings before the call goes to the next one, in seconds."""
    wrap_up_s: Annotated[float, msgspec.Meta(ge=0, le=3600)] = 10.0
    """Time for the work after a talk, in seconds; 0 means none."""
    service_level_s: Annotated[float, msgspec.Meta(gt=0, le=3600)] = 20.0
    """Callers should be answered within so many seconds."""


class Named(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Something that callers call about, or want."""

    name: Title
    """What people call it."""


class When(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Which callers a rule is for. All that is said must be so; of a list, one is enough."""

    number: tuple[DidNumber, ...] = ()
    """Numbers they dialled."""
    language: tuple[Language, ...] = ()
    """Spoken to them."""
    product: tuple[Name, ...] = ()
    """What they call about."""
    service: tuple[Name, ...] = ()
    """What they want."""
    customer_class: tuple[Name, ...] = ()
    """What kind of customers they are."""
    region: tuple[Name, ...] = ()
    """Where they are; also within these."""
    queue: tuple[Name, ...] = ()
    """Where they wait."""


class Rule(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What some callers need, and how urgent they are. All rules that fit a caller are added up."""

    name: Title
    """Shown when it is asked why."""
    when: When
    """Which callers it is for."""
    needs: Needs = {}
    """What the agent must be able to do: least level by skill."""
    needs_one_of: OneOf = ()
    """Of each entry one skill is enough: [{german: 5, english: 7}]."""
    wishes: Wishes = {}
    """What makes an agent the better choice, beyond what is needed: weight by skill."""
    head_start_s: Seconds = 0.0
    """Served as if they had come so much earlier."""


class Region(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A part of the country."""

    name: Title
    """What people call it."""
    within: Name | None = None
    """The larger region it is a part of."""
    place: Title | None = None
    """Its chief town."""
    postal_codes: tuple[PostalCodes, ...] = ()
    """Of its customers: "9020", all that begin with "90", or "9000-9873"."""
    prefixes: tuple[Annotated[str, msgspec.Meta(pattern=r"^\+?[0-9]{2,15}$")], ...] = ()
    """Of the telephone numbers there: "+43463"."""


class Agent(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A person who takes calls. The agent's number in the file is what he or she dials to log in."""

    name: Title
    """First name."""
    skills: Needs = {}
    """Level 1 to 10 by skill."""
    queues: tuple[Name, ...] | None = None
    """The queues served; unless said, every queue whose own needs the agent meets."""
    regions: tuple[Name, ...] = ()
    """Responsible for the customers there; for all unless said."""
    place: Title | None = None
    """The town where he or she works."""


class Phone(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A desk phone: a SIP account that we make, with a generated password, or one that is there already."""

    extension: Digits
    """What others dial to reach it."""
    foreign: bool = False
    """Its account stands in the administrator's own pjsip.conf, under this same name; none is rendered."""
    name: Title | None = None
    """Shown to those it calls inside the company; the extension unless said."""
    voicemail: Digits | None = None
    """The box that answers internal calls which nobody takes."""


class Extension(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """An internal number that is not simply one phone: a person, a team, a box."""

    name: Title
    """What people call it."""
    phones: tuple[Account, ...] = ()
    """They ring all at once."""
    ring_s: RingSeconds = 20.0
    """How long they ring, in seconds."""
    voicemail: Digits | None = None
    """The box that answers then, or at once when no phones are named."""


class Mailbox(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A voicemail box; its PIN is generated."""

    name: Title
    """Whose box it is."""
    email: Email | None = None
    """Where a note of each message goes."""
    language: Language | None = None
    """Spoken by the box; the company's first language unless said."""


class Trunk(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A line to the outside. Its callers reach our numbers and never an outside line."""

    name: Title
    """What people call it."""
    foreign: bool = False
    """It stands in the administrator's own files; none is rendered. Their dialplan sends us its calls, and
    emergency calls leave through the PJSIP endpoint of this name."""
    host: Host | None = None
    """Where the carrier is. Unless said, the other side registers here: the name of the trunk is its user."""
    port: Annotated[int, msgspec.Meta(ge=1, le=65535)] = 5060
    """Of the carrier."""
    transport: Literal["udp", "tcp"] = "udp"
    """How SIP travels."""
    addresses: tuple[Host, ...] = ()
    """Further addresses the carrier's calls come from."""
    numbers: tuple[DidNumber, ...] | None = None
    """Our numbers that may be called through it; all unless said."""


class Fallback(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What callers meet while no service answers: first the phones, then the box. At least one of them."""

    after_s: Annotated[int, msgspec.Meta(ge=0, le=600)] = 20
    """How long a caller waits with music for the service, in seconds."""
    phones: tuple[Account, ...] = ()
    """They ring all at once."""
    ring_s: RingSeconds = 30.0
    """How long they ring, in seconds."""
    voicemail: Digits | None = None
    """The box that answers when no phone does."""


class Emergency(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """An emergency number, reachable from every desk phone, also while no service runs."""

    name: Title
    """What it is."""
    trunk: Account
    """The trunk the call leaves through; it has a host, or is foreign."""


class Music(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What callers hear while they wait."""

    folder: Path
    """A folder with sound files, counted from the folder of the company file."""


class Miss(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What comes of one kind of untaken offers."""

    most: Annotated[int, msgspec.Meta(ge=0, le=100)]
    """So many of this kind without an answer between them make the agent not ready; 0: never."""
    returns_after_s: Seconds | None = None
    """Then ready again by itself after so long; unless said, the agent dials the code."""
    returns_with_phone: bool = False
    """Then ready again by itself as soon as the phone can be reached."""


class Offers(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What becomes of an agent who does not take an offered call."""

    no_answer: Miss = Miss(most=2)
    """It rang, and nobody answered."""
    rejected: Miss = Miss(most=2)
    """Somebody pressed *reject*."""
    busy: Miss = Miss(most=0)
    """The phone was in another call."""
    unreachable: Miss = Miss(most=2, returns_with_phone=True)
    """The phone was switched off, or lost."""
    do_not_disturb: Miss = Miss(most=1)
    """The phone was set to be left in peace."""
    forwarded: Miss = Miss(most=1)
    """The phone was set to send calls elsewhere, which is never followed."""
    rest_s: Annotated[float, msgspec.Meta(ge=0, le=600)] = 5.0
    """How long an agent is left alone after any failed offer, in seconds."""
    temporarily_unavailable: Literal["no_answer", "rejected", "busy", "unreachable", "do_not_disturb"] = (
        "do_not_disturb"
    )
    """What SIP 480 means: many phones send it for do-not-disturb, others when nobody answers."""
    no_ringing_s: Annotated[float, msgspec.Meta(gt=0, le=60)] = 4.0
    """A phone that has not begun to ring by then is unreachable, in seconds."""


class FeatureCodes(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What agents dial on a desk phone. None may be the beginning of another."""

    login: Code = "*11"
    """Followed by the agent's number: log in at this phone."""
    logout: Code = "*12"
    """Log out."""
    ready: Code = "*13"
    """Take calls."""
    not_ready: Code = "*14"
    """Take no calls; may be followed by the key of a reason."""
    end_wrap_up: Code = "*15"
    """The work after the talk is done."""
    voicemail: Code = "*97"
    """Listen to a voicemail box."""


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
    trunks: Annotated[dict[Account, Trunk], msgspec.Meta(min_length=1)]
    """Lines to the outside, by the name of their SIP account."""
    fallback: Fallback
    """What callers meet while no service answers."""
    emergency_numbers: dict[EmergencyDigits, Emergency] = {}
    """Numbers that must always work from desk phones."""
    not_ready_reasons: dict[ReasonKey, Title] = {}
    """Why an agent takes no calls, by the digit dialled after the code."""
    offers: Offers = Offers()
    """What becomes of an agent who does not take an offered call."""
    feature_codes: FeatureCodes = FeatureCodes()
    """What agents dial on a desk phone."""
