"""A floor told as a story: what is heard, and what comes of it, one line each, readable by anybody.

    0.0   CallArrived call-1 200 +3612345678
            · ContactArrived c1-1 call-1 200 +3612345678 straight open v1
            → AnswerLeg call-1

A line at the margin is a moment, in seconds, and a message: the name of its type and its fields in order.
Below it stand the facts (·), the commands (→), the reply (=) and whatever is impossible (!). After every
message the invariants are checked and the shell's duty is, too: no deadline may be passed over in silence.
`Restart` stands for a controller killed and started again: the floor is loaded from the live rows.
"""

import shlex
from collections.abc import Iterator
from typing import Any, get_args

import msgspec

from acd.core.changeover import new_agent
from acd.core.engine import Engine
from acd.core.floor import Floor
from acd.core.invariants import contradictions, violations
from acd.core.traffic import MINUTE_S
from acd.model.about import About, HeadStart
from acd.model.again import BegunAnew, Resumed
from acd.model.agent import Agent
from acd.model.callback import Between, Dial
from acd.model.contact import Contact, Ended, LastTalk, MeantFor, Over, Talking
from acd.model.experience import Experience
from acd.model.fact import CustomerDialled, Surprise
from acd.model.ids import BridgeId, LegId, OverlayId
from acd.model.leg import Leg
from acd.model.message import (
    AsteriskSeen,
    CallArrived,
    EnterOverlay,
    Heard,
    MoveOverlayEnd,
    PhonesSeen,
    PolicyApplied,
    SeenBridge,
    SeenLeg,
)
from acd.model.needs import Need
from acd.model.offer import Offer
from acd.model.outcome import Done, Outcome, Record, Refused
from acd.model.overlay import Absence, Edit, Incident, Overlay, Refusal
from acd.model.policy import Policy
from acd.model.promise import Promise
from acd.model.queue import Announcement, ToFlow, ToQueue, ToVoicemail
from acd.model.why import PassedOver, Why
from tests.core.again_companies import AGAIN_COMPANIES
from tests.core.looked_up import misplaced
from tests.core.note_companies import NOTE_COMPANIES
from tests.core.person_companies import PERSON_COMPANIES
from tests.core.small_company import MONDAY_TEN
from tests.core.small_numbers import NUMBER_COMPANIES
from tests.core.small_variants import VARIANTS
from tests.core.story_companies import STORY_COMPANIES

MESSAGES = {kind.__name__: kind for kind in get_args(Heard)}
MOMENTS = {"again_at", "expires_at", "not_before", "order_key", "until", "waits_since"}
LEFT_OUT = {
    "between",
    "earlier",
    "follows",
    "head_starts",
    "meant_for",
    "name",
    "not_before",
    "note",
    "passed_over",
    "say",
}
"""Fields that are not written where there is nothing in them."""
COMPANIES = {
    **VARIANTS,
    **STORY_COMPANIES,
    **AGAIN_COMPANIES,
    **NUMBER_COMPANIES,
    **NOTE_COMPANIES,
    **PERSON_COMPANIES,
}


class InvariantBroken(AssertionError):
    """The floor is in a state that must not be."""


class FloorStory:
    """Drives an engine and writes down what happens. `epoch` is that of the ids: ``c1-…``."""

    def __init__(self, policy: Policy, *, epoch: int = 1) -> None:
        self.epoch = epoch
        self.books: dict[tuple[type, str], Record] = {}
        self.floor = Floor(policy, epoch)
        for agent in policy.agents:
            self.floor.put(new_agent(agent, MONDAY_TEN))
        self.engine = Engine(self.floor)
        self.now_s = 0.0
        self.lines: list[str] = []
        self.outcomes: list[Outcome] = []

    def hear(self, at_s: float, text: str) -> Outcome:
        """Take one message given as text; see the module."""
        self._forgotten_deadline(at_s, text)
        self.lines.append(f"{at_s:<5g} {text}")
        if text == "Restart":
            self.restart()
            return Outcome(at=MONDAY_TEN + at_s)
        return self.take(at_s, parse(text, at_s))

    def take(self, at_s: float, message: Heard) -> Outcome:
        """Take one message, write down what comes of it and check the floor."""
        self.now_s = at_s
        outcome = self.engine.handle(message, MONDAY_TEN + at_s)
        self.outcomes.append(outcome)
        self.books.update({(type(row), row.id): row for row in outcome.rows})
        self.lines.extend(f"        {line}" for line in describe(outcome))
        contacts = [row for row in outcome.rows if isinstance(row, Contact)]
        broken = [
            *violations(self.floor),
            *misplaced(self.floor),
            *(wrong for contact in contacts for wrong in contradictions(contact)),
        ]
        if broken:
            raise InvariantBroken("\n".join((*self.lines, *broken)))
        return outcome

    def restart(self) -> None:
        """Begin anew with what the books keep of the living, as the store loads it."""
        self.epoch += 1
        floor = Floor.of(
            self.floor.policy, self.epoch, talks=self._talks(), dropped=self._dropped(), dials=self._dials()
        )
        for agent in floor.policy.agents:
            floor.put(new_agent(agent, MONDAY_TEN))
        for contact in self.floor.contacts():
            for version in contact.policy_versions:
                floor.put_policy(self.floor.policy_at(version), in_force=False)
        for record in self.books.values():
            if is_living(record):
                floor.put(record)
        self.floor, self.engine = floor, Engine(floor)

    def _talks(self) -> list[LastTalk]:
        contacts = (record for record in self.books.values() if isinstance(record, Contact))
        talks = [
            LastTalk(caller=contact.caller, agent=contact.talk.agent, since=contact.talk.since)
            for contact in contacts
            if contact.caller is not None and isinstance(contact.talk, Talking | Over)
        ]
        return sorted(talks, key=lambda talk: talk.since)

    def _dials(self) -> list[Dial]:
        return [
            Dial(contact=fact.contact, number=fact.attempt, at=outcome.at)
            for outcome in self.outcomes
            for fact in outcome.facts
            if isinstance(fact, CustomerDialled) and outcome.at >= self.outcomes[-1].at - MINUTE_S
        ]

    def _dropped(self) -> list[Contact]:
        contacts = [record for record in self.books.values() if isinstance(record, Contact)]
        settled = {each.again.earlier for each in contacts if isinstance(each.again, Resumed | BegunAnew)}
        left = [
            (each.life.at, each.id, each)
            for each in contacts
            if isinstance(each.life, Ended) and each.life.left is not None and each.id not in settled
        ]
        return [contact for _, _, contact in sorted(left)]

    @property
    def text(self) -> str:
        """The story so far."""
        return "\n".join(self.lines) + "\n"

    def _forgotten_deadline(self, at_s: float, text: str) -> None:
        assert at_s >= self.now_s, f"{text}: time runs backwards"
        deadline = self.engine.deadline()
        if deadline is not None and deadline - MONDAY_TEN < at_s and text != "TimePassed":
            raise AssertionError(f"{text}: the story passes over the deadline at {deadline - MONDAY_TEN:g}")


def is_living(record: Record) -> bool:
    """Whether the store loads it: see `acd.store.load`."""
    match record:
        case Contact():
            return record.is_live
        case Leg():
            return not record.is_gone
        case Offer():
            return record.is_open
        case Agent() | Experience():
            return True
        case Overlay():
            return not record.is_over


# --- reading -----------------------------------------------------------------------------------------------


def parse(text: str, at_s: float) -> Heard:
    """The message a line stands for."""
    name, *words = shlex.split(text)
    if name == "AsteriskSeen":
        return _asterisk_seen(words, at_s)
    if name == "PolicyApplied":
        return PolicyApplied(policy=COMPANIES[words[0]]())
    if name == "EnterOverlay":
        return _enter_overlay(*words)
    if name == "MoveOverlayEnd":
        return _move_overlay_end(*words)
    if name == "PhonesSeen":
        pairs = (word.split("=") for word in words)
        return msgspec.convert({"type": name, "states": dict(pairs)}, PhonesSeen)
    fields = iter(MESSAGES[name].__struct_fields__)
    given = {"type": name}
    for word in words:
        key, equals, value = word.partition("=")
        given[key if equals else next(fields)] = value if equals else word
    for key in {"expires_at", "not_before"} & given.keys():
        given[key] = str(MONDAY_TEN + float(given[key]))
    absent = {key: None if value == "-" else value for key, value in given.items()}
    message: Heard = msgspec.convert(absent, Heard, strict=False)
    return message


def _enter_overlay(kind: str, author: str, reason: str, *words: str) -> EnterOverlay:
    """``absence boss ill agent=eva begins_at=5 ends_at=30``, ``incident boss storm head_start_s=25``,
    ``incident boss storm needs=german:3 …`` for those who need it.
    """
    given = dict(word.split("=") for word in words)
    skill, _, level = given.pop("needs", "").partition(":")
    when = {"needs": [[{"skill": skill, "level": level}]]} if skill else {}
    times = {name: MONDAY_TEN + float(given.pop(name)) for name in ("begins_at", "ends_at") if name in given}
    fields: dict[str, object] = {"type": kind, **given} | ({"when": when} if kind == "incident" else {})
    edit: Edit = msgspec.convert(fields, Edit, strict=False)
    return EnterOverlay(edit=edit, author=author, reason=reason, **times)


def _move_overlay_end(overlay: str, author: str, ends_at: str = "-") -> MoveOverlayEnd:
    """``v1-2 boss 30``; without a moment until somebody takes it back."""
    moment = MONDAY_TEN + float(ends_at) if ends_at != "-" else None
    return MoveOverlayEnd(overlay=OverlayId(overlay), author=author, ends_at=moment)


def _asterisk_seen(words: list[str], at_s: float) -> AsteriskSeen:
    """``call-1:up o1-2-leg:ringing new:call:200:+361 o1-2-bridge=call-1,o1-2-leg asked=3 heard=o1-3-leg``."""
    legs: list[SeenLeg] = []
    bridges: list[SeenBridge] = []
    asked_at = at_s
    heard: list[LegId] = []
    for word in words:
        if word.startswith("asked="):
            asked_at = float(word.removeprefix("asked="))
        elif word.startswith("heard="):
            heard.append(LegId(word.removeprefix("heard=")))
        elif "=" in word:
            bridge, members = word.split("=")
            inside = tuple(LegId(leg) for leg in members.split(",") if leg)
            bridges.append(SeenBridge(bridge=BridgeId(bridge), legs=inside))
        else:
            legs.append(_seen_leg(*word.split(":")))
    return AsteriskSeen(
        asked_at=MONDAY_TEN + asked_at, legs=tuple(legs), bridges=tuple(bridges), heard=tuple(heard)
    )


def _seen_leg(leg: str, state: str, did: str | None = None, caller: str | None = None) -> SeenLeg:
    arrived = CallArrived(leg=LegId(leg), did=did, caller=caller) if did else None
    return SeenLeg(leg=LegId(leg), up=state == "up", ringing=state == "ringing", arrived=arrived)


# --- writing -----------------------------------------------------------------------------------------------


def describe(outcome: Outcome) -> Iterator[str]:
    """An outcome in lines."""
    for fact in outcome.facts:
        yield f"{'!' if isinstance(fact, Surprise) else '·'} {_written(fact)}"
    for command in outcome.commands:
        yield f"→ {_written(command)}"
    match outcome.reply:
        case Refused(reason=reason):
            yield f"= refused: {reason}"
        case Done(in_place_of=None):
            yield "= done"
        case Done(in_place_of=agent):
            yield f"= done in place of {agent}"
        case None:
            pass


def _written(struct: msgspec.Struct) -> str:
    words = [type(struct).__name__]
    for name in struct.__struct_fields__:
        words.extend(_word(name, getattr(struct, name)))
    return " ".join(words)


def _word(name: str, value: Any) -> Iterator[str]:
    match value:
        case Why():
            yield _why(value)
        case bool():
            yield from (name,) if value else ()
        case () | None if name in LEFT_OUT:
            pass
        case None:
            yield "-"
        case float() if name in MOMENTS:
            yield f"{name}={value - MONDAY_TEN:g}"
        case float() | int():
            yield f"{name}={value:g}"
        case Promise() | MeantFor() | Announcement() | Between():
            yield _spoken(value)
        case About():
            known = msgspec.structs.asdict(value)
            yield from (f"{what}={known[what]}" for what in known if known[what] is not None)
        case Absence() | Incident() | Refusal() | ToQueue() | ToFlow() | ToVoicemail() | PassedOver():
            yield f"{value.__struct_config__.tag or 'instead_of'}={_brief(value)}"
        case tuple():
            yield "[" + " ".join(_part(part) for part in value) + "]"
        case str() if " " in value:
            yield f"“{value}”"
        case _:
            yield str(value)


def _spoken(value: Promise | MeantFor | Announcement | Between) -> str:
    if isinstance(value, Between):
        return f"between={value.opens_min}-{value.closes_min}"
    if isinstance(value, Announcement):
        return f"say={value.prompt}"
    if isinstance(value, MeantFor):
        line = f"; somebody has waited {value.line.waited_s:g} s" if value.line is not None else ""
        return f"(for {value.agent}, {value.because}{line})"
    return value.unsure or f"promise={value.low_s:g}-{value.high_s:g}"


def _brief(value: Absence | Incident | Refusal | ToQueue | ToFlow | ToVoicemail | PassedOver) -> str:
    match value:
        case Incident():
            return f"{value.head_start_s:g}"
        case PassedOver():
            return f"{value.agent}/{value.because}"
        case _:
            return str(msgspec.structs.astuple(value)[0])


def _part(part: object) -> str:
    match part:
        case Need():
            return f"{part.skill}≥{part.level}"
        case HeadStart():
            return f"{part.reason} {part.seconds:g} s"
        case tuple():
            return "|".join(_part(each) for each in part)
        case _:
            return str(part)


def _why(why: Why) -> str:
    best = ", ".join(f"{one.agent} {one.proficiency} idle {one.idle_s:g} s" for one in why.candidates)
    others = ", ".join(f"{number} {reason}" for reason, number in why.excluded.items())
    passed = "".join(f"; instead_of={_brief(one)}" for one in why.passed_over)
    return (
        f"(waited {why.waited_s:g} s, {why.ahead} ahead; candidates: {best}; "
        f"others: {others or 'none'}{passed})"
    )
