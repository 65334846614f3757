"""What a soak promises, and whether it was kept."""

from collections.abc import Callable, Iterator, Mapping, Sequence

import msgspec

from bench.scale.trend import Trend, trend
from bench.soak.samples import CONSTANT, Sample

Quantity = Callable[[Sample], float]
HOUR_S = 3600.0
LONG_ENOUGH_S = 1_700.0
"""Before that, whatever has a fixed size is still being filled for the first time: at 20 calls a second the
service takes a quarter of an hour, and only then it can be told whether it is flat.
"""
FILLING_MIB = 24.0
"""So much more than at the first call the service may hold at any time."""
MOST_GROWTH_AN_HOUR = 0.05
"""Of what there was: a program that grows by more, with 95 % certainty, is not flat."""
FILES_MORE, THREADS_MORE, CONNECTIONS_MORE = 2, 2, 2
"""After the last call: what may be open beyond what was open before the first."""
ASTERISK_FILES_MORE = 8
CONSTANT_MIB = 8.0
"""The largest that a table may become whose rows change all the time and are always as many."""
CARRIED = 0.97
"""Share of the wanted calls that must have come."""


class Promise(msgspec.Struct, frozen=True, kw_only=True):
    """One of them."""

    words: str
    kept: bool | None
    """None: it cannot be told, and `evidence` says why."""
    evidence: str


class Ends(msgspec.Struct, frozen=True, kw_only=True):
    """How things stood before the first call, or after the last."""

    sample: Sample
    connections: int
    tables_mib: Mapping[str, float]
    left: Mapping[str, int]
    """By name: what Asterisk has of the application."""


class Course(msgspec.Struct, frozen=True, kw_only=True):
    """All that was seen in a run."""

    length_s: float
    per_s: float
    calls: Mapping[str, int]
    differences: tuple[str, ...]
    """Between Asterisk and the books, minute by minute."""
    looks: int
    surprises: int
    log_errors: tuple[str, ...]
    left_behind: tuple[str, ...]
    """Rows of the books that were open after the last call."""
    before: Ends
    after: Ends
    samples: tuple[Sample, ...]


def promises(course: Course) -> list[Promise]:
    """Each with its evidence."""
    return [
        _all(f"Asterisk equals the books, every minute ({course.looks} looks)", course.differences),
        _all("after the last call nothing is open in the books", course.left_behind),
        Promise(
            words="after the last call Asterisk has no channel and no bridge left",
            kept=not any(course.after.left[name] for name in ("channels", "bridges")),
            evidence=", ".join(f"{name} {number}" for name, number in course.after.left.items()),
        ),
        Promise(words="no surprise", kept=not course.surprises, evidence=f"{course.surprises} in the facts"),
        _all("no error in the service's log", course.log_errors),
        *_calls(course),
        _bounded(course),
        _flat("the service's memory is flat", course, lambda one: one.service_mib),
        _flat("Asterisk's memory is flat", course, lambda one: one.asterisk_mib),
        *_handles(course),
        *_tables(course),
    ]


def _all(words: str, wrong: Sequence[str]) -> Promise:
    return Promise(words=words, kept=not wrong, evidence="; ".join(wrong[:5]) or "as it should be")


def _calls(course: Course) -> Iterator[Promise]:
    calls, wanted = course.calls, course.length_s * course.per_s
    yield Promise(
        words=f"{course.per_s:g} calls a second came, and nobody was turned away",
        kept=calls["ended"] >= wanted * CARRIED and not calls["refused"],
        evidence=f"{calls['ended']} of about {wanted:.0f} calls, {calls['refused']} refused, "
        f"{calls['held back']} held back because too many were waiting",
    )
    busy = calls["offered to a busy desk"]
    yield Promise(words="no call was offered to a busy agent", kept=not busy, evidence=f"{busy} were")


def growth_an_hour(course: Course, quantity: Quantity) -> Trend:
    """In the second half of a run, as a share of what there was in its middle.

    Raises:
        ValueError: there are too few samples.
    """
    half = course.samples[len(course.samples) // 2 :]
    found = trend([(one.at_s, quantity(one)) for one in half])
    return found.times(HOUR_S / quantity(half[0]))


def _bounded(course: Course) -> Promise:
    first, most = course.samples[0].service_mib, max(one.service_mib for one in course.samples)
    return Promise(
        words=f"the service never holds {FILLING_MIB:g} MiB more than at the first call",
        kept=most - first <= FILLING_MIB,
        evidence=f"{first:.1f} MiB at first, {most:.1f} at most",
    )


def _flat(words: str, course: Course, quantity: Quantity) -> Promise:
    if course.length_s < LONG_ENOUGH_S:
        evidence = (
            f"{quantity(course.samples[0]):.1f} MiB at first, {quantity(course.samples[-1]):.1f} at last"
        )
        return Promise(words=words, kept=None, evidence=f"too short to tell: {evidence}")
    found = growth_an_hour(course, quantity).times(100)
    evidence = (
        f"{quantity(course.samples[0]):.1f} MiB at first, {quantity(course.samples[-1]):.1f} at last; "
        f"{found} % an hour in the second half"
    )
    return Promise(words=words, kept=found.low <= MOST_GROWTH_AN_HOUR * 100, evidence=evidence)


def _handles(course: Course) -> Iterator[Promise]:
    before, after = course.before, course.after
    for words, more, then, now in (
        (
            "the service has as many files open",
            FILES_MORE,
            before.sample.service_files,
            after.sample.service_files,
        ),
        (
            "the service has as many threads",
            THREADS_MORE,
            before.sample.service_threads,
            after.sample.service_threads,
        ),
        (
            "Asterisk has as many files open",
            ASTERISK_FILES_MORE,
            before.sample.asterisk_files,
            after.sample.asterisk_files,
        ),
        ("PostgreSQL has as many connections", CONNECTIONS_MORE, before.connections, after.connections),
    ):
        yield Promise(
            words=f"{words} after the last call as before the first",
            kept=now <= then + more,
            evidence=f"{then} before, {now} after",
        )


def _tables(course: Course) -> Iterator[Promise]:
    sizes = {name: course.after.tables_mib[name] for name in CONSTANT}
    yield Promise(
        words="tables whose rows only change stay small",
        kept=max(sizes.values()) <= CONSTANT_MIB,
        evidence=", ".join(f"{name} {size:.1f} MiB" for name, size in sizes.items()),
    )
