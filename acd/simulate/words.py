"""What is said of a simulation: its figures as tables and sentences for people."""

from collections.abc import Callable, Iterator

from acd.simulate.estimate import Estimate
from acd.simulate.report import Nested, Report
from acd.simulate.tally import Meant
from acd.telling import amounts
from acd.telling.amounts import counted

Told = Callable[[float], str]
Row = list[str]

MOST_AGENTS = 40
"""More are summed up."""

MEANT = {
    Meant.PERSON: "answered by that person",
    Meant.SUBSTITUTE: "answered by a substitute",
    Meant.STAND_IN: "answered by a stand-in",
    Meant.QUEUE: "answered by anybody of the queue",
    Meant.HUNG_UP: "hung up waiting for that person or a substitute",
    Meant.HUNG_UP_LATER: "hung up when anybody might have answered",
    Meant.ELSEWHERE: "sent elsewhere or still waiting",
}

A_TRIFLE = 0.001
"""So few who never came to an end change no figure that anybody reads."""


def percent(value: float) -> str:
    """A share."""
    return f"{value * 100:z.2f} %"


def seconds(value: float) -> str:
    """A time, in minutes and hours when there are some."""
    rounded = round(value, 2)
    if abs(rounded) < 60.0:
        return f"{rounded:z.2f} s"
    return f"{'-' if value < 0 else ''}{amounts.seconds(round(abs(value)))}"


def number(value: float) -> str:
    """A count; a mean of several, so that there are parts."""
    return f"{value:z,.1f}"


def index(value: float) -> str:
    """An index from 0 to 1."""
    return f"{value:z.3f}"


def unit_of(figure: str) -> Told:
    """How the values of a figure are written."""
    whole, _, part = figure.partition(".")
    if whole.endswith("_s"):
        return seconds
    if whole in ("occupancy_jain", "occupancy_gini", "contacts_gini"):
        return index
    return number if whole in ("offered", "contacts", "not_taken", "dials") and not part else percent


def with_interval(found: Estimate, told: Told) -> str:
    """A mean and how far it may be off."""
    if found.mean is None:
        return "none"
    return told(found.mean) + (f" ± {told(found.half_width)}" if found.half_width is not None else "")


def calls_headers(result: Report) -> list[str]:
    """Of the table of streams."""
    levels = [f"in {within} s" for within in _part(result.overall, "service_level")]
    return ["", "calls", "busy line", "delayed", "hung up", "wait", "p90", *levels, "occupancy"]


def calls_rows(result: Report) -> Iterator[Row]:
    """One row for each stream, and one for all."""
    for name, figures in result.streams.items():
        yield [name, *_calls(figures)]
    if len(result.streams) > 1:
        yield ["all", *_calls(result.overall)]


def _calls(figures: Nested) -> Iterator[str]:
    for name in ("offered", "blocked", "delayed", "abandoned"):
        yield with_interval(_one(figures, name), unit_of(name))
    for part in ("mean", "p90"):
        yield with_interval(_part(figures, "wait_s")[part], seconds)
    for level in _part(figures, "service_level").values():
        yield with_interval(level, percent)
    yield with_interval(_one(figures, "occupancy"), percent)


AGENTS_HEADERS = ["agent", "occupancy", "contacts", "not taken"]


def agents_rows(result: Report) -> Iterator[Row]:
    """One row for each agent."""
    for name, figures in result.agents.items():
        yield [name, *(with_interval(_one(figures, each), unit_of(each)) for each in _AGENT)]


_AGENT = ("occupancy", "contacts", "not_taken")


def opening(result: Report) -> Iterator[str]:
    """What was simulated."""
    length = f"{counted(result.runs, 'run')} of {result.hours:g} h"
    warm_up = f" after {result.warm_up_hours:g} h of warm-up" if result.warm_up_hours else ""
    told = f"{result.scenario}, at {result.company}" if result.company != result.scenario else result.scenario
    yield f"{told}: {length}{warm_up}, {result.calls:,} calls, seed {result.seed}."
    if result.runs > 1:
        yield "± is half of the 95 % confidence interval of the mean over the runs."
    else:
        yield "One run says nothing of how far its figures may be off: --runs 10"


def findings(result: Report) -> Iterator[str]:
    """What else there is to say."""
    yield from _nowhere(result)
    yield from _left_behind(result)
    fair = result.fairness
    jain, spread = _one(fair, "occupancy_jain"), _one(fair, "occupancy_spread")
    if jain.mean is not None and spread.mean is not None and len(result.agents) > 1:
        yield (
            f"Work among agents: Jain's index {with_interval(jain, index)} (1 is even); "
            f"from the least to the most occupied {with_interval(spread, percent)}."
        )
    if len(result.streams) > 1:
        waits = with_interval(_one(fair, "wait_spread_s"), seconds)
        yield f"Waits among streams: from the shortest to the longest mean {waits}."
    if len(result.rings) > 1:
        rings = (
            f"ring {int(ring) + 1} {with_interval(_only(found), percent)}"
            for ring, found in result.rings.items()
        )
        yield f"Answered in: {', '.join(rings)}."
    stood_in = _one(result.overall, "stood_in")
    if stood_in.mean:
        share = with_interval(stood_in, percent)
        yield f"Answered by stand-ins for a skill or a region: {share} of all answered."
    if result.meant:
        yield f"Callers for one person: {'; '.join(_for_one_person(result))}."
    yield from _called_back(result)


def _for_one_person(result: Report) -> Iterator[str]:
    """What became of them; not what became of none of them."""
    waits_s = _part(result.meant, "wait_s")
    for end, share in _part(result.meant, "share").items():
        if share.mean:
            after = with_interval(waits_s[end], seconds)
            yield f"{MEANT[Meant(end)]} {with_interval(share, percent)}, after {after}"


def _called_back(result: Report) -> Iterator[str]:
    """What became of those who asked to be called back, and what it cost."""
    found = result.callbacks
    if not found:
        return
    if not _one(found, "agreed").mean:
        yield "Callbacks: nobody asked for one. Look whether the queues call back, and have a key for it."
        return
    shares = {name: with_interval(_one(found, name), percent) for name in _CALLBACKS}
    yield (
        f"Callbacks: agreed with {shares['agreed']} of those who entered a queue. Of these were reached "
        f"{shares['reached']}, given up {shares['given_up']}, and still waited {shares['still_waiting']}."
    )
    reached, line = (_part(found, name)["mean"] for name in ("reached_s", "on_the_line_s"))
    yield (
        f"Mean wait of those who were called back {with_interval(reached, seconds)}, of those answered on "
        f"the line {with_interval(line, seconds)}."
    )
    yield (
        f"Calls made for each callback {with_interval(_one(found, 'dials'), number)}; agents waited for "
        f"customers {shares['fetching']} of their time, which is part of the occupancy."
    )


_CALLBACKS = ("agreed", "reached", "given_up", "still_waiting", "fetching")


def _nowhere(result: Report) -> Iterator[str]:
    """Streams most of whose calls neither met a busy line nor came to a queue: often a slip."""
    for name, figures in result.streams.items():
        blocked, entered = _one(figures, "blocked").mean, _one(figures, "entered").mean
        if blocked is not None and entered is not None and 1.0 - blocked - entered > 0.5:
            yield (
                f"{name}: {percent(1.0 - blocked - entered)} of the calls came to no queue. Look at the "
                "hours and keys."
            )


def _left_behind(result: Report) -> Iterator[str]:
    """Streams of whom many wait for ever: then nobody knows how long their waits are."""
    for name, figures in result.streams.items():
        still_waiting = _one(figures, "still_waiting").mean
        if still_waiting is not None and still_waiting > A_TRIFLE:
            yield (
                f"{name}: {percent(still_waiting)} of those who entered a queue still waited when the run "
                "ended, a day later: the waits are longer than these figures. Look at who may serve them, "
                "and when."
            )


def _one(figures: Nested, name: str) -> Estimate:
    found = figures.get(name)
    return found if isinstance(found, Estimate) else Estimate(mean=None, half_width=None)


def _only(found: Estimate | dict[str, Estimate]) -> Estimate:
    assert isinstance(found, Estimate)
    return found


def _part(figures: Nested, name: str) -> dict[str, Estimate]:
    found = figures.get(name)
    return found if isinstance(found, dict) else {}
