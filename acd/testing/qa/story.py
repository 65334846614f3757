"""One test as a story: what people did and heard, their SIP messages, what was decided and why, by time."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

import msgspec
import psycopg

from acd.company.schema import Company
from acd.model.fact import ContactArrived, Fact, OfferOpened, PolicyChanged
from acd.telling.facts import LINES, sentence
from acd.telling.names import Names
from acd.telling.reasons import because
from acd.telling.waiting import why_not_yet
from acd.testing.call_centre import CallCentre
from acd.testing.ladder import SipLadder, SipMessage
from acd.testing.phone import Phone
from acd.testing.protocol import Moment
from acd.testing.qa.sounds import KnownSounds
from acd.web.client import ControlClient

Kind = Literal["does", "hears", "sip", "decides"]

SERVICE = "acd"
NOT_TOLD = ("REGISTER", "OPTIONS", "ACK")
NOT_DONE_BY_PEOPLE = ("registers", "unregisters", "! codec parsed 0 frames")
TRYING, UNAUTHORIZED = 100, 401

_fact = msgspec.json.Decoder(Fact)


@dataclass(frozen=True, kw_only=True)
class Event:
    """One line of the story."""

    at_ns: int
    """CLOCK_MONOTONIC."""
    who: str
    kind: Kind
    text: str


@dataclass(frozen=True, kw_only=True)
class CallStory:
    """Everything that happened in one test, in order of time; and why who still waits does."""

    events: tuple[Event, ...]
    now: tuple[str, ...]

    def text(self) -> str:
        """A line each, with the seconds since the first."""
        if not self.events:
            return "(nothing happened)"
        width = max(len(event.who) for event in self.events)
        lines = [f"{self.second(event):8.3f}  {event.who:<{width}}  {event.text}" for event in self.events]
        return "\n".join([*lines, *([""] if self.now else []), *self.now])

    def second(self, event: Event) -> float:
        """When it happened, in seconds since the first."""
        return (event.at_ns - self.events[0].at_ns) / 1e9


def story_of(centre: CallCentre, sounds: KnownSounds, callers: Mapping[str, str]) -> CallStory:
    """The story of the test that runs. `callers`: what those are called who have these numbers."""
    until_ns = Moment.now().mono_ns
    decisions, now = _as_decided(centre, callers)
    # What is heard takes seconds to be named, in which life goes on.
    events = [event for phone in centre.phones.phones for event in _of_phone(phone, sounds)]
    told = (event for event in (*events, *decisions) if event.at_ns <= until_ns)
    return CallStory(events=tuple(sorted(told, key=lambda event: event.at_ns)), now=now)


# ── phones ────────────────────────────────────────────────────────────────────────────────────────────


def _of_phone(phone: Phone, sounds: KnownSounds) -> Iterator[Event]:
    for note in phone.notes:
        text = note.text.partition("  [")[0]
        if text not in NOT_DONE_BY_PEOPLE:
            yield Event(at_ns=note.at.mono_ns, who=phone.name, kind="does", text=text)
    for message in told_messages(phone.ladder):
        arrow = "──►" if message.sent else "◄──"
        what = f"{_start(message)} ({message.method})" if message.code else _start(message)
        yield Event(at_ns=message.at.mono_ns, who=phone.name, kind="sip", text=f"{arrow} {what}")
    for call in phone.calls:
        audio = call.heard
        for from_s, to_s, what in sounds.told(audio):
            at_ns = audio.moment_ns(round(from_s * audio.rate_hz))
            yield Event(
                at_ns=at_ns, who=phone.name, kind="hears", text=f"hears {what} for {to_s - from_s:.1f} s"
            )


def told_messages(ladder: SipLadder) -> Iterator[SipMessage]:
    """The messages of calls, without how a phone proves who it is, and without acknowledgements."""
    refused = {(m.call_id, m.header("CSeq")) for m in ladder if m.code == UNAUTHORIZED}
    for message in ladder:
        if message.method in NOT_TOLD or message.code in (TRYING, UNAUTHORIZED):
            continue
        if not message.code and (message.call_id, message.header("CSeq")) in refused:
            continue
        yield message


def _start(message: SipMessage) -> str:
    return message.start_line.removesuffix(" SIP/2.0").removeprefix("SIP/2.0 ")


# ── decisions ─────────────────────────────────────────────────────────────────────────────────────────


def _as_decided(centre: CallCentre, callers: Mapping[str, str]) -> tuple[list[Event], tuple[str, ...]]:
    """What was decided in this test, and why callers wait at this moment."""
    try:
        committed = centre.facts(after=centre.told_from)
    except psycopg.OperationalError as away:
        return [], (f"The database does not tell what was decided: {away}",)
    facts = [
        (fact.at, _fact.decode(msgspec.json.encode({"type": fact.kind, **fact.fields}))) for fact in committed
    ]
    who = {
        str(fact.contact): f"{callers.get(fact.caller or '', 'caller')} ({fact.contact})"
        for _, fact in facts
        if isinstance(fact, ContactArrived)
    }
    return list(_decisions(facts, names_of(centre.company), who)), tuple(_waiting(centre, who))


def _decisions(facts: Iterable[tuple[float, Fact]], names: Names, who: Mapping[str, str]) -> Iterator[Event]:
    now = Moment.now()
    for at, fact in facts:
        if isinstance(fact, LINES | PolicyChanged):
            continue
        contact: str = getattr(fact, "contact", "")
        of_whom = f"{who[contact]}: " if contact in who and len(who) > 1 else ""
        at_ns = int(at * 1e9) - now.wall_ns + now.mono_ns
        yield Event(at_ns=at_ns, who=SERVICE, kind="decides", text=of_whom + sentence(fact, names))
        if isinstance(fact, OfferOpened):
            for reason in because(fact.why, names):
                yield Event(at_ns=at_ns, who=SERVICE, kind="decides", text=f"    {reason}")


def names_of(company: Company) -> Names:
    """What a company calls its agents and queues."""
    return Names(
        agents={number: agent.name for number, agent in company.agents.items()},
        queues={name: queue.name for name, queue in company.queues.items()},
    )


def _waiting(centre: CallCentre, who: Mapping[str, str]) -> Iterator[str]:
    """Why each caller still waits who does, in the words of `acd explain`."""
    try:
        with ControlClient(centre.stack.control_socket) as client:
            for contact in client.status().contacts:
                told = client.explain(contact.id)
                if told.not_yet is not None:
                    lines = why_not_yet(told.not_yet, names_of(centre.company))
                    yield f"{who.get(contact.id, contact.id)} still waits. {next(lines)}"
                    yield from lines
    except Exception as problem:
        yield f"The service does not say how things stand: {problem}"
