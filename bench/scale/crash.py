"""A crash under load: what was there before, what is there afterwards, and where the time went.

The books are read in PostgreSQL, the talks at the phones, the steps of the new service in its log: nothing of
it is asked of the service that has just been killed.
"""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from acd.testing.call_centre import CallCentre
from bench.rig.tape import End, Tape

_WAITING = """
    SELECT caller, order_key FROM contact WHERE ended_at IS NULL AND place = 'queued' ORDER BY order_key, id
"""
_TALKING = "SELECT caller, agent FROM contact WHERE ended_at IS NULL AND talk = 'talking'"


@dataclass(frozen=True, kw_only=True)
class Books:
    """Who waits and who talks, as PostgreSQL has it."""

    waiting: tuple[tuple[str, float], ...]
    """Callers' numbers in their order, each with the key of the place."""
    talking: frozenset[tuple[str, str]]
    """Caller and agent."""

    @classmethod
    def of(cls, centre: CallCentre) -> "Books":
        """At this moment."""
        return cls(
            waiting=tuple((caller, key) for caller, key in centre.query(_WAITING)),
            talking=frozenset((caller, agent) for caller, agent in centre.query(_TALKING)),
        )


def losses(before: Books, after: Books, tape: Tape, *, hung_up: int) -> list[str]:
    """What was lost in between, as sentences. `hung_up`: so many agents ended their talks themselves."""
    by_agents = sum(ring.end is End.AGENT_HUNG_UP for ring in tape.rings)
    rung = [ring.caller for ring in sorted(tape.rings, key=lambda ring: ring.rang_ns)]
    new = [caller for caller in rung if caller in dict(before.waiting)]
    kept = tuple(place for place in before.waiting if place[0] not in new)
    found = [place for place in after.waiting if place[0] in dict(before.waiting)]
    wrong = []
    if [caller for caller, _ in before.waiting[: len(new)]] != new:
        wrong.append(f"callers were served out of turn: {new} before others")
    if tuple(found) != kept:
        wrong.append(
            f"of {len(kept)} who waited on, {len(set(kept) & set(found))} kept their places in order"
        )
    if by_agents != hung_up:
        wrong.append(f"{hung_up} agents hung up, {by_agents} are told of")
    lost = before.talking - after.talking
    if len(lost) > hung_up:
        wrong.append(f"{len(lost)} talks are over in the books, and {hung_up} agents hung up")
    ended = sum(bool(call.over_ns) for call in tape.calls)
    if ended > hung_up:
        wrong.append(f"{ended} callers were hung up on, and {hung_up} talks were ended by agents")
    wrong += [
        f"an agent in a talk was rung: desk {ring.desk + 1}" for ring in tape.rings if ring.end is End.BUSY
    ]
    return wrong


STEPS = (
    ("Python starts, the company file is checked", "waiting for the leadership of the floor"),
    ("the leadership is taken", "leading"),
    ("the schema is looked at, the company is stored or found", "company in force"),
    ("prompts and books are read, the floor is built", "PolicyChanged"),
    ("Asterisk is connected and looked at, differences are told", "OfferOpened"),
)
"""What a new service does until its first offer, each with the line in the log that says so."""
LAST_STEP = "the offer is committed, and Asterisk rings the phone"


def steps_of(log_lines: Iterable[str], *, killed_at: float, rang_at: float) -> list[tuple[str, float]]:
    """How long each step took, in seconds, from the death of the former service to the first INVITE."""
    moments: dict[str, float] = {}
    for line in log_lines:
        try:
            told = json.loads(line)
            moments.setdefault(told["event"], datetime.fromisoformat(told["timestamp"]).timestamp())
        except (ValueError, KeyError, TypeError):
            continue
    took, at = [], killed_at
    for words, event in STEPS:
        if event in moments:
            took.append((words, moments[event] - at))
            at = moments[event]
    return [*took, (LAST_STEP, rang_at - at)]


class LogFrom:
    """What a log says from now on."""

    def __init__(self, log: Path) -> None:
        self._log = log
        self._skip = log.stat().st_size if log.exists() else 0

    def lines(self) -> Sequence[str]:
        """The lines since then."""
        if not self._log.exists():
            return ()
        with self._log.open("rb") as file:
            file.seek(self._skip)
            return file.read().decode("utf-8", "replace").splitlines()
