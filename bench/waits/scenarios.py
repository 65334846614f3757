"""Call centres in which waits are estimated: a single line, overlapping skills, days that change."""

from math import pi, sin

from acd.simulate.schema import (
    Exponential,
    Group,
    Interval,
    Lognormal,
    Poisson,
    Queue,
    Scenario,
    Stream,
    Table,
)

WITH_SKILLS = ("n-model", "six skills", "needs in a queue", "changing day")
"""Those of which the aim speaks."""


def scenarios(hours: float) -> dict[str, Scenario]:
    """By name; each runs for so many hours."""
    made = {
        "one line": _one_line(),
        "n-model": _n_model(),
        "six skills": _six_skills(),
        "needs in a queue": _needs_in_a_queue(),
        "changing day": _changing_day(),
    }
    return {
        name: Scenario(scenario=name, hours=hours, runs=1, streams=streams, queues=queues, agents=agents)
        for name, (streams, queues, agents) in made.items()
    }


Parts = tuple[dict[str, Stream], dict[str, Queue], dict[str, Group]]


def _one_line() -> Parts:
    """M/M/c: twenty agents, 95 % of whose time is asked for, and callers who wait for ever."""
    stream = Stream(arrivals=Poisson(per_hour=285.0), handle=Exponential(mean_s=240.0), queue="all")
    return {"all": stream}, {"all": Queue()}, {"agent": Group(count=20)}


def _n_model() -> Parts:
    """Sixty who serve one kind only, thirty who serve both and keep two of them free for the other kind."""
    streams = {
        name: Stream(
            arrivals=Poisson(per_hour=per_hour),
            handle=Exponential(mean_s=300.0),
            patience=Exponential(mean_s=180.0),
            queue=name,
        )
        for name, per_hour in (("v", 288.0), ("l", 792.0))
    }
    queues = {"v": Queue(reserve=2, head_start_s=3600.0), "l": Queue()}
    agents = {
        "special": Group(count=60, queues=("l",)),
        "general": Group(count=30, queues=("v", "l")),
    }
    return streams, queues, agents


def _six_skills() -> Parts:
    """Six kinds of calls of different length; every agent has two or three of the six skills."""
    kinds = {
        "a": (72.0, 300.0),
        "b": (90.0, 240.0),
        "c": (132.0, 360.0),
        "d": (156.0, 200.0),
        "e": (84.0, 420.0),
        "f": (114.0, 300.0),
    }
    streams = {
        name: Stream(
            arrivals=Poisson(per_hour=per_hour),
            handle=Exponential(mean_s=mean_s),
            patience=Exponential(mean_s=600.0),
            queue=name,
        )
        for name, (per_hour, mean_s) in kinds.items()
    }
    queues = {name: Queue(needs={name: 1}) for name in kinds}
    skills = {"ab": 8, "bc": 8, "cd": 8, "de": 8, "ef": 8, "af": 8, "ace": 4, "bdf": 4}
    agents = {
        name: Group(count=count, skills=dict.fromkeys(name, 5), queues=tuple(name))
        for name, count in skills.items()
    }
    return streams, queues, agents


def _needs_in_a_queue() -> Parts:
    """One queue; what an agent must be able to do is different from caller to caller."""
    kinds: dict[str, tuple[float, dict[str, int]]] = {
        "english": (150.0, {"english": 3}),
        "german": (75.0, {"german": 5}),
        "refund": (40.0, {"english": 3, "refund": 6}),
        "german refund": (12.0, {"german": 5, "refund": 4}),
    }
    streams = {
        name: Stream(
            arrivals=Poisson(per_hour=per_hour),
            handle=Exponential(mean_s=280.0),
            patience=Exponential(mean_s=500.0),
            queue="service",
            needs=needs,
        )
        for name, (per_hour, needs) in kinds.items()
    }
    agents = {
        "english": Group(count=8, skills={"english": 8}),
        "german": Group(count=3, skills={"german": 8}),
        "both": Group(count=4, skills={"english": 5, "german": 6}),
        "senior": Group(count=4, skills={"english": 9, "refund": 8}),
        "all": Group(count=2, skills={"english": 7, "german": 7, "refund": 6}),
    }
    return streams, {"service": Queue()}, agents


def _changing_day() -> Parts:
    """Arrivals that rise and fall from hour to hour, people who come and go, and lengths as they are found in
    call centres: lognormal.
    """
    kinds = {"a": (144.0, 240.0), "b": (156.0, 300.0), "c": (120.0, 270.0)}
    streams = {
        name: Stream(
            arrivals=Table(
                intervals=tuple(
                    Interval(at=f"{hour:02}:{minute:02}", per_hour=per_hour * _rush(hour + minute / 60))
                    for hour in range(24)
                    for minute in (0, 30)
                )
            ),
            handle=Lognormal(mean_s=mean_s, deviation_s=0.8 * mean_s),
            patience=Exponential(mean_s=420.0),
            queue=name,
        )
        for name, (per_hour, mean_s) in kinds.items()
    }
    agents = {
        "ab": Group(count=9, queues=("a", "b")),
        "bc": Group(count=9, queues=("b", "c")),
        "a": Group(count=6, queues=("a",)),
        "abc": Group(count=6, queues=("a", "b", "c")),
        "late": Group(count=5, queues=("a", "b", "c"), shifts=("10:00-18:00",), breaks=("14:00-14:30",)),
    }
    return streams, {name: Queue() for name in kinds}, agents


def _rush(hour: float) -> float:
    """How many call at an hour, relative to the mean."""
    return 1.0 + 0.35 * sin(2 * pi * hour / 4.0)
