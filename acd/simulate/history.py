"""What really happened, as a scenario: the callers of a day call again, and the agents work as they did.

Of each caller it is known when the call came, from where, which keys were pressed, and how long the talk
took. What is not known is drawn anew in each run: the talk of somebody who hung up from the talks of the
same number, and patience from its distribution by Kaplan and Meier, in which whoever was answered counts as
patient for at least so long. A caller who waited forty seconds and was answered has more than forty.

Agents are on shift while they were logged in, and on a break while they were not ready of their own accord,
to the minute. One who had logged in before the day began and whom no fact of the day names is missing.
Absences and incidents come in between as they did: see `lived_through`.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from math import inf
from zoneinfo import ZoneInfo

import msgspec

from acd.kpi.intervals import FactsAt
from acd.model.agent import LOGGED_IN, RONA
from acd.model.contact import Ending
from acd.model.fact import (
    AgentBecameNotReady,
    AgentBecameReady,
    AgentLoggedIn,
    AgentLoggedOut,
    CallbackAgreed,
    ContactArrived,
    ContactEnded,
    DigitsTaken,
    Fact,
    KeyTaken,
    NumberEntered,
    OfferAnswered,
    OfferFailed,
    OfferOpened,
    OfferRang,
    Overflowed,
    OverlayEnded,
    PlaceTaken,
    TalkBegan,
    TalkEnded,
    TalkFailed,
    TalkJoined,
    WrapUpBegan,
    WrapUpEnded,
)
from acd.model.ids import AgentId, ContactId, OfferId
from acd.model.overlay import Absence
from acd.model.people import Failure
from acd.model.policy import Policy
from acd.model.queue import ToQueue
from acd.simulate.arrivals import DAY_S, Past
from acd.simulate.lived_through import LivedThrough
from acd.simulate.reading import ReadScenario
from acd.simulate.schema import Duration, Empirical, Fixed, Habits, Replay, Scenario, Stream

QUANTILES = 1000
PATIENCE, WRAP_UP, ANSWER = "patience", "wrap-up", "answer"
OF_THE_PHONE = frozenset({LOGGED_IN, RONA})


class NothingHappened(Exception):
    """No call of that day is known. The message says what to do."""


class PastCall(msgspec.Struct, kw_only=True):
    """A call of that day, as far as its facts tell."""

    did: str
    at: float
    caller: str | None
    keys: str = ""
    """Pressed on the way to a queue; those of its menu are not, for who waits presses none here."""
    entered_at: float | None = None
    left_at: float | None = None
    """Sent on to a flow or a box, unless another queue followed."""
    answered_at: float | None = None
    joined_at: float | None = None
    talk_s: float | None = None
    ended_at: float | None = None
    abandoned: bool = False
    agreed_at: float | None = None
    """Asked to be called back: nobody knows for how long he or she would have held the line."""

    @property
    def waits(self) -> bool:
        """In a queue at this moment, as far as it has been read."""
        return self.entered_at is not None and self.left_at is None

    @property
    def waited_s(self) -> float | None:
        """In queues, on the line; None: not at all, or nobody knows."""
        ends = (self.agreed_at, self.answered_at, self.left_at, self.ended_at)
        until = next((at for at in ends if at is not None), None)
        return None if self.entered_at is None or until is None else until - self.entered_at


class _Person(msgspec.Struct, kw_only=True):
    offers: int = 0
    failures: Counter[Failure] = msgspec.field(default_factory=Counter)
    since: float | None = None
    break_since: float | None = None
    sent_away: bool = False
    """Not ready, because an absence has begun: no break of the agent's own."""
    shifts: list[tuple[float, float]] = []
    breaks: list[tuple[float, float]] = []


class _Day:
    """The facts of a day, as far as a simulation needs them."""

    def __init__(self, begins_at: float) -> None:
        self.begins_at = begins_at
        self.calls: dict[ContactId, PastCall] = {}
        self.people: defaultdict[AgentId, _Person] = defaultdict(_Person)
        self.wrap_ups_s: list[float] = []
        self.answers_s: list[float] = []
        self.lived_through = LivedThrough(begins_at)
        self._rang: dict[OfferId, float] = {}
        self._wrap_up: dict[AgentId, float] = {}

    def read(self, fact: Fact, at: float) -> None:
        """One fact after the other."""
        self.lived_through.read(fact, at)
        match fact:
            case ContactArrived(contact=contact, did=did, caller=caller):
                self.calls[contact] = PastCall(did=did, at=at, caller=caller)
            case (
                KeyTaken()
                | DigitsTaken()
                | NumberEntered()
                | PlaceTaken()
                | CallbackAgreed()
                | Overflowed()
                | TalkBegan()
                | TalkFailed()
                | TalkJoined()
                | TalkEnded()
                | ContactEnded()
            ) if fact.contact in self.calls:
                _follow(self.calls[fact.contact], fact, at)
            case (
                OfferOpened()
                | OfferFailed()
                | AgentLoggedIn()
                | AgentLoggedOut()
                | AgentBecameReady()
                | AgentBecameNotReady()
            ):
                self._see(self.people[fact.agent], fact, at)
            case OverlayEnded(edit=Absence(agent=agent)) if agent in self.people:
                self._end_absence(self.people[agent], at)
            case OfferRang(offer=offer):
                self._rang[offer] = at
            case OfferAnswered(offer=offer) if offer in self._rang:
                self.answers_s.append(at - self._rang.pop(offer))
            case WrapUpBegan(agent=agent):
                self._wrap_up[agent] = at
            case WrapUpEnded(agent=agent) if agent in self._wrap_up:
                self.wrap_ups_s.append(at - self._wrap_up.pop(agent))
            case _:
                pass

    def _see(self, person: _Person, fact: Fact, at: float) -> None:
        match fact:
            case OfferOpened():
                person.offers += 1
            case OfferFailed(failure=failure):
                person.failures[failure] += 1
            case AgentLoggedIn() if person.since is None:  # or else it is another desk, and one shift
                person.since = at
            case AgentLoggedOut():
                self._close_break(person, at)
                person.sent_away = False
                began = self.begins_at if person.since is None else person.since
                person.shifts.append((began, at))
                person.since = None
            case AgentBecameNotReady(agent=agent) if self.lived_through.is_absent(agent):
                person.sent_away = True
            case AgentBecameNotReady(reason=reason) if reason not in OF_THE_PHONE:
                person.break_since = at if person.break_since is None else person.break_since
            case AgentBecameReady():
                self._close_break(person, at)
            case _:
                pass

    def _end_absence(self, person: _Person, at: float) -> None:
        """Whoever is not ready any longer than the absence lasts is on a break from now on."""
        if person.sent_away and person.break_since is None:
            person.break_since = at
        person.sent_away = False

    def _close_break(self, person: _Person, at: float) -> None:
        if person.break_since is not None:
            person.breaks.append((person.break_since, at))
            person.break_since = None

    def close(self) -> None:
        """The day is over."""
        ends_at = self.begins_at + DAY_S
        for person in self.people.values():
            self._close_break(person, ends_at)
            if person.since is not None:
                person.shifts.append((person.since, ends_at))
            elif not person.shifts:  # there all day: nothing was said of it
                person.shifts.append((self.begins_at, ends_at))


def _follow(call: PastCall, fact: Fact, at: float) -> None:
    match fact:
        case KeyTaken(key=key) if not call.waits:
            call.keys += key
        case DigitsTaken(digits=digits) | NumberEntered(digits=digits) if not call.waits:
            call.keys += f"{digits}#"
        case PlaceTaken():
            call.entered_at = at if call.entered_at is None else call.entered_at
            call.left_at = None
        case CallbackAgreed():
            call.agreed_at = at if call.agreed_at is None else call.agreed_at
        case Overflowed(to=to) if not isinstance(to, ToQueue):
            call.left_at = at
        case TalkBegan():
            call.answered_at = at
        case TalkFailed():  # the caller waits on
            call.answered_at = None
        case TalkJoined():
            call.joined_at = at
        case TalkEnded() if call.joined_at is not None:
            call.talk_s = at - call.joined_at
        case ContactEnded(ending=ending):
            call.ended_at = at
            call.abandoned = ending in (Ending.ABANDONED, Ending.LEFT_AGAIN) and call.left_at is None
        case _:
            pass


def scenario_of(entries: Iterable[FactsAt], day: date, policy: Policy) -> ReadScenario:
    """The scenario of a local day.

    Raises:
        NothingHappened: there is no call among the facts of that day.
    """
    midnight = datetime(day.year, day.month, day.day, tzinfo=ZoneInfo(policy.timezone)).timestamp()
    known = _Day(midnight)
    for entry in entries:
        if midnight <= entry.at < midnight + DAY_S:
            for fact in entry.facts:
                known.read(fact, entry.at)
    known.close()
    dids = sorted({call.did for call in known.calls.values()} & policy.dids.keys())
    if not dids:
        raise NothingHappened(
            f"No call to a number of {policy.company} is known of {day}; choose another day."
        )
    calls = {did: [call for call in known.calls.values() if call.did == did] for did in dids}
    values: dict[str, tuple[float, ...]] = {
        did: tuple(call.talk_s for call in of_did if call.talk_s is not None) for did, of_did in calls.items()
    }
    every_talk = tuple(talk for talks in values.values() for talk in talks) or (180.0,)
    values = {did: talks or every_talk for did, talks in values.items()}
    values[PATIENCE] = tuple(patience(known.calls.values()))
    values |= {WRAP_UP: tuple(known.wrap_ups_s), ANSWER: tuple(known.answers_s)}
    scenario = Scenario(
        scenario=f"{day} as it was",
        starts=f"{day} 00:00",
        hours=24.0,
        streams={did: _stream(did) for did in dids},
        habits=_habits(known, policy, values),
    )
    return ReadScenario(
        scenario=scenario,
        values=values,
        pasts={did: tuple(_past(call, midnight) for call in of_did) for did, of_did in calls.items()},
        meanwhile=known.lived_through.entered(),
    )


def _stream(did: str) -> Stream:
    return Stream(
        number=did,
        arrivals=Replay(file=did),
        handle=Empirical(file=did),
        patience=Empirical(file=PATIENCE),
    )


def _past(call: PastCall, midnight: float) -> Past:
    return Past(
        at_s=call.at - midnight,
        handle_s=call.talk_s,
        patience_s=call.waited_s if call.abandoned else None,
        waited_s=call.waited_s or 0.0,
        caller=call.caller,
        keys=call.keys,
    )


def _habits(known: _Day, policy: Policy, values: Mapping[str, tuple[float, ...]]) -> dict[str, Habits]:
    answer: Duration = Empirical(file=ANSWER) if values[ANSWER] else Fixed(seconds=0.0)
    wrap_up = Empirical(file=WRAP_UP) if values[WRAP_UP] else None
    habits: dict[str, Habits] = {}
    for agent in policy.agents:
        person = known.people.get(agent) or _Person()
        habits[agent] = Habits(
            shifts=tuple(_spans(person.shifts, known.begins_at)),
            breaks=tuple(_spans(person.breaks, known.begins_at)),
            answer=answer,
            no_answer=_share(person, Failure.NO_ANSWER),
            rejected=_share(person, Failure.REJECTED),
            unreachable=_share(person, Failure.UNREACHABLE),
            wrap_up=wrap_up,
        )
    return habits


def _share(person: _Person, failure: Failure) -> float:
    return person.failures[failure] / person.offers if person.offers else 0.0


def _spans(stretches: Iterable[tuple[float, float]], midnight: float) -> Iterable[str]:
    for began_at, ended_at in stretches:
        began_min, ended_min = (round((moment - midnight) / 60.0) for moment in (began_at, ended_at))
        if began_min < ended_min:
            yield f"{_clock(began_min)}-{_clock(min(ended_min, 1440))}"


def _clock(minutes: int) -> str:
    return f"{minutes // 60:02}:{minutes % 60:02}"


def patience(calls: Iterable[PastCall]) -> Iterable[float]:
    """Quantiles of patience, in equal steps; infinite beyond the longest wait that ended by hanging up.

    Source: Kaplan and Meier 1958, Nonparametric estimation from incomplete observations.
    """
    waits = sorted((call.waited_s, not call.abandoned) for call in calls if call.waited_s is not None)
    left, steps = 1.0, list[tuple[float, float]]()
    for place, (waited_s, answered) in enumerate(waits):
        if not answered:
            left *= 1.0 - 1.0 / (len(waits) - place)
            steps.append((1.0 - left, waited_s))
    place = 0
    for quantile in range(QUANTILES):
        share = (quantile + 0.5) / QUANTILES
        while place < len(steps) and steps[place][0] < share:
            place += 1
        yield steps[place][1] if place < len(steps) else inf
