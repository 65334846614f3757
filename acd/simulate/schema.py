"""What may stand in a scenario file, as types. As with the company file they are its one description.

A scenario says who calls, how long talks take, when agents work. It is simulated with a company file, or
carries queues and agents itself, so that a textbook model is one short file.
"""

from typing import Annotated, Literal

import msgspec

from acd.company.schema import DidNumber, Name, Needs, OneOf, Seconds, Title, When
from acd.company.schema import Queue as CompanyQueue

Positive = Annotated[float, msgspec.Meta(gt=0, le=1e7)]
NotNegative = Annotated[float, msgspec.Meta(ge=0, le=1e7)]
Share = Annotated[float, msgspec.Meta(ge=0, le=1)]
ClockTime = Annotated[
    str,
    msgspec.Meta(
        pattern=r"^([01][0-9]|2[0-3]):[0-5][0-9]$", extra={"remedy": "write a time of day, such as 08:30"}
    ),
]
Span = Annotated[
    str,
    msgspec.Meta(
        pattern=r"^([01][0-9]|2[0-3]):[0-5][0-9]-(([01][0-9]|2[0-3]):[0-5][0-9]|24:00)$",
        extra={"remedy": "write two times of day, such as 08:00-16:30"},
    ),
]
LocalMoment = Annotated[
    str,
    msgspec.Meta(
        pattern=r"^[0-9]{4}-[0-9]{2}-[0-9]{2} ([01][0-9]|2[0-3]):[0-5][0-9]$",
        extra={"remedy": "write a date and a time, such as 2026-01-05 08:00"},
    ),
]
FileName = Annotated[str, msgspec.Meta(min_length=1, max_length=1000)]
AgentNumber = Annotated[str, msgspec.Meta(pattern=r"^[0-9]{2,8}$")]


class Fixed(msgspec.Struct, frozen=True, kw_only=True, tag_field="kind", tag="fixed"):
    """Always as long."""

    seconds: NotNegative
    """How long."""


class Exponential(msgspec.Struct, frozen=True, kw_only=True, tag_field="kind", tag="exponential"):
    """As textbooks have it: short ones are the most frequent, and nobody knows how long it still takes."""

    mean_s: Positive
    """The mean."""


class Lognormal(msgspec.Struct, frozen=True, kw_only=True, tag_field="kind", tag="lognormal"):
    """As talks mostly are: few are very short, and some are very long."""

    mean_s: Positive
    """The mean."""
    deviation_s: Positive
    """The standard deviation."""


class Erlang(msgspec.Struct, frozen=True, kw_only=True, tag_field="kind", tag="erlang"):
    """So many exponential steps one after another: the more, the more regular."""

    mean_s: Positive
    """The mean of all steps together."""
    steps: Annotated[int, msgspec.Meta(ge=1, le=1000)]
    """How many."""


class Empirical(msgspec.Struct, frozen=True, kw_only=True, tag_field="kind", tag="empirical"):
    """As they were: one of the values of a file, each as likely as the others."""

    file: FileName
    """Seconds, one value a line; counted from the folder of the scenario."""


Duration = Fixed | Exponential | Lognormal | Erlang | Empirical


class Poisson(msgspec.Struct, frozen=True, kw_only=True, tag_field="kind", tag="poisson"):
    """Callers who know nothing of one another, as many at any hour."""

    per_hour: Positive
    """How many, on average."""


class Interval(msgspec.Struct, frozen=True, kw_only=True):
    """A stretch of the day."""

    at: ClockTime
    """From when on."""
    per_hour: NotNegative
    """How many callers, on average."""


class Table(msgspec.Struct, frozen=True, kw_only=True, tag_field="kind", tag="table"):
    """Callers who know nothing of one another, more of them at some hours; every day alike."""

    intervals: Annotated[tuple[Interval, ...], msgspec.Meta(min_length=1)]
    """Each lasts until the next one begins; before the first one nobody calls."""


class Replay(msgspec.Struct, frozen=True, kw_only=True, tag_field="kind", tag="replay"):
    """Callers who called: the same ones in every run."""

    file: FileName
    """A CSV file with the columns at_s (seconds from the beginning of the scenario) and, if they are known,
    handle_s and patience_s; counted from the folder of the scenario."""


Arrivals = Poisson | Table | Replay


class Redial(msgspec.Struct, frozen=True, kw_only=True):
    """Those who could not wait, or met a busy line, call again."""

    share: Share
    """How many of them."""
    after: Duration
    """How much later."""
    most: Annotated[int, msgspec.Meta(ge=1, le=100)] = 10
    """A caller calls again so often at most."""


class WantsCallback(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Those who would rather be called back than wait, where the company offers it."""

    share: Share
    """How many of those who still wait then press the keys for it."""
    after: Duration
    """How long they have waited when they do."""
    answered: Share
    """How many of the calls to them they answer."""
    busy: Share = 0.0
    """For how many of these calls their line is busy. The others ring until nobody waits any longer."""
    rings: Duration = Fixed(seconds=8.0)
    """How long their telephone rings until they answer."""


class Stream(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Callers of one kind."""

    arrivals: Arrivals
    """When they call."""
    handle: Duration
    """How long an agent talks with them."""
    patience: Duration | None = None
    """How long they wait in a queue before they hang up. Unless said: for ever."""
    queue: Name | None = None
    """Where they wait, in a scenario with queues of its own."""
    needs: Needs = {}
    """What the agent must be able to do, in a scenario with queues of its own."""
    needs_one_of: OneOf = ()
    """Of each entry one skill is enough, in a scenario with queues of its own."""
    number: DidNumber | None = None
    """The number of the company that they dial."""
    keys: Annotated[str, msgspec.Meta(pattern=r"^[0-9*#]{0,40}$")] = ""
    """What they press in its menus, one key for each: "12"."""
    callers: tuple[DidNumber, ...] = ()
    """The numbers they call from, each as likely; every call from another number unless said."""
    redial: Redial | None = None
    """Those who could not wait call again."""
    callback: WantsCallback | None = None
    """Some would rather be called back; with a company file."""


class Habits(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """When agents work, and how."""

    shifts: tuple[Span, ...] | None = None
    """Times of day at which they are there; all the time unless said."""
    breaks: tuple[Span, ...] = ()
    """Times of day at which they take no calls; a talk is finished first."""
    answer: Duration = Fixed(seconds=0.0)
    """How long their phone rings until they answer."""
    no_answer: Share = 0.0
    """How many calls they let ring."""
    rejected: Share = 0.0
    """How many calls they reject, as quickly as they would answer."""
    unreachable: Share = 0.0
    """For how many calls their phone cannot be reached."""
    back_after: Duration = Fixed(seconds=120.0)
    """When missed calls have made them not ready: how long until they are ready again."""
    wrap_up: Duration | None = None
    """How long the work after a talk takes them, within the limit of the queue. Unless said: all of it."""


class Group(Habits, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """So many agents who are alike, in a scenario with queues of its own."""

    count: Annotated[int, msgspec.Meta(ge=1, le=10000)] = 1
    """How many."""
    queues: tuple[Name, ...] | None = None
    """The queues they serve; unless said, every queue whose own needs they meet."""
    skills: Needs = {}
    """Level 1 to 10 by skill."""


class Queue(CompanyQueue, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A waiting line, as in a company file; only that it has no wrap-up unless said."""

    name: Title = ""
    """Its name; that of the entry unless said."""
    wrap_up_s: Annotated[float, msgspec.Meta(ge=0, le=3600)] = 0.0
    """Time for the work after a talk, in seconds; 0 means none."""


class ServiceLevels(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """How the service level is measured."""

    within_s: Annotated[tuple[Positive, ...], msgspec.Meta(min_length=1)] = (20.0,)
    """An answer by then is in time; each is reported."""
    formula: Literal["of_offered_less_short_abandons", "of_offered", "of_answered"] = (
        "of_offered_less_short_abandons"
    )
    """Of whom the calls answered in time are a share."""
    short_abandon_s: NotNegative = 5.0
    """Leaving before that is a short abandon."""


class Meanwhile(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Something that holds for a while, on top of the company file."""

    begins: LocalMoment = msgspec.field(name="from")
    """From when on, in the company's time zone; before the run begins means from its beginning."""
    until: LocalMoment | None = None
    """When it is over; not before the end of the run unless said."""
    reason: Title
    """In words."""


class Absence(Meanwhile, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Somebody is not there, whatever the shifts say: substitutes take what is meant for him or her."""

    agent: Title
    """The number that the agent logs in with; of a scenario's own agents `clerks-3`, or the group of one."""


class Incident(Meanwhile, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A fault that hits many: their calls are served earlier, or are told what is known, or both."""

    when: When = When()
    """Whose calls; all unless said."""
    head_start_s: Seconds = 0.0
    """They are served as if they had come so much earlier."""
    prompt: Name | None = None
    """Played to them, once: a prompt of the company file."""


class Scenario(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The whole file."""

    scenario: Title
    """What people call it."""
    hours: Annotated[float, msgspec.Meta(gt=0, le=100000)]
    """How long each run is measured."""
    warm_up_hours: Annotated[float, msgspec.Meta(ge=0, le=100000)] = 0.0
    """How long it runs before: an empty call centre is not a typical one."""
    runs: Annotated[int, msgspec.Meta(ge=1, le=100000)] = 10
    """How many, each with other callers."""
    starts: LocalMoment = "2026-01-05 00:00"
    """The moment at which each run begins, in the company's time zone. A Monday unless said."""
    streams: Annotated[dict[Name, Stream], msgspec.Meta(min_length=1)]
    """Who calls, by name."""
    queues: dict[Name, Queue] = {}
    """Waiting lines: with them the scenario needs no company file."""
    agents: dict[Name, Group] = {}
    """Who serves them, by name of the group."""
    head_start_limit_s: Seconds = 86400.0
    """The most that all head starts of a caller come to, in a scenario with queues of its own."""
    habits: dict[Annotated[str, msgspec.Meta(pattern=r"^(everybody|[0-9]{2,8})$")], Habits] = {}
    """How the agents of the company file work: `everybody`, or by the number they log in with."""
    absences: tuple[Absence, ...] = ()
    """Who is not there for a while."""
    incidents: tuple[Incident, ...] = ()
    """What hits many for a while."""
    lines: Annotated[int, msgspec.Meta(ge=1, le=1000000)] | None = None
    """So many callers at the same time, those who talk included; more meet a busy line."""
    prompt_s: NotNegative = 0.0
    """How long each announcement and menu lasts; who presses a key does so at its end."""
    service_level: ServiceLevels = ServiceLevels()
    """How the service level is measured."""


class Change(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """When an agent works on a past day, other than he or she did. What is not said stays as it was."""

    shifts: tuple[Span, ...] | None = None
    """Times of day at which he or she is there; none of them: not at all."""
    breaks: tuple[Span, ...] | None = None
    """Times of day at which he or she takes no calls; a talk is finished first."""


class WhatIf(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The whole file beside a past day: what was different."""

    what_if: Title
    """What people call it."""
    habits: Annotated[dict[AgentNumber, Change], msgspec.Meta(min_length=1)]
    """Agents of the company file, by the number they log in with, whether or not they worked on that day."""
