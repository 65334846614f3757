"""What those who wait may be told by the clock, and when."""

import re
from collections.abc import Iterable, Iterator

from acd.core.view import View
from acd.model.command import Command, Play
from acd.model.contact import Announcing, Contact, Queued
from acd.model.fact import (
    Announced,
    Fact,
    OfferOpened,
    Overflowed,
    PlaceRestored,
    PolicyChanged,
    WaitPromised,
)
from acd.model.ids import ContactId
from acd.model.queue import Announcement, ToQueue
from acd.model.spoken import MOST_IN_LINE, in_language, number_in
from tests.core.oracle.turns import turn_of

Clock = tuple[ContactId, float, str]


class Told:
    """What everybody has been told so far."""

    def __init__(self) -> None:
        self._positions: dict[ContactId, int] = {}
        self._promises: dict[tuple[ContactId, type], tuple[float, float]] = {}
        """At the entry into a queue, and by the clock."""
        self._struck: dict[Clock, float] = {}
        """When an announcement was made last, to whom and since when that one waits."""
        self._came_back: dict[ContactId, float] = {}
        """From a talk that never was: all clocks begin anew."""
        self._changed_at = 0.0
        """Who has waited since before that goes by clocks of a version that is not in force any more."""

    def copy(self) -> "Told":
        """As it is now."""
        other = Told()
        other._positions, other._promises = dict(self._positions), dict(self._promises)
        other._struck, other._came_back = dict(self._struck), dict(self._came_back)
        other._changed_at = self._changed_at
        return other

    def wrong(
        self, view: View, facts: Iterable[Fact], commands: Iterable[Command], at: float
    ) -> Iterator[str]:
        """What should not have been said, or not like this. From now on it has been."""
        alone = all(isinstance(fact, Announced | OfferOpened) for fact in facts)
        for fact in facts:
            match fact:
                case PolicyChanged():
                    self._changed_at = at
                case PlaceRestored():
                    self._came_back[fact.contact] = at
                case Overflowed() if not isinstance(fact.to, ToQueue):
                    self._promises.pop((fact.contact, WaitPromised), None)  # it begins anew
                case WaitPromised():
                    yield from self._wrong_promise(fact)
                case Announced():
                    yield from self._wrong_position(fact)
                    yield from self._wrong_promise(fact)
                    contact = view.contact(fact.contact)
                    if contact is not None and isinstance(contact.place, Queued) and alone:
                        yield from self._wrong_moment(fact, contact, contact.place, view, at)
                        yield from _wrong_words(fact, contact, view, commands)
                case _:
                    pass

    def _wrong_position(self, fact: Announced) -> Iterator[str]:
        if fact.position is None:
            return
        nearest = self._positions.get(fact.contact, MOST_IN_LINE)
        if fact.position > nearest:
            yield f"{fact.contact} is told of place {fact.position}, and could count on {nearest}"
        self._positions[fact.contact] = fact.position

    def _wrong_promise(self, fact: WaitPromised | Announced) -> Iterator[str]:
        """Nothing that cannot be said takes back what was said."""
        promise = fact.promise
        if promise is None or promise.high_s is None or promise.low_s is None:
            return
        for kind in (WaitPromised, Announced):
            low_s, high_s = self._promises.get((fact.contact, kind), (promise.low_s, promise.high_s))
            if promise.low_s > low_s or promise.high_s > high_s:
                now = f"{promise.low_s} to {promise.high_s} s"
                yield f"{fact.contact} is told of {now} after {low_s} to {high_s} s"
        self._promises[fact.contact, type(fact)] = promise.low_s, promise.high_s

    def _wrong_moment(
        self, fact: Announced, contact: Contact, place: Queued, view: View, at: float
    ) -> Iterator[str]:
        if not view.connected:
            yield f"{contact.id} is told {fact.prompt} while nobody can hear it"
        since = max(place.entered_at, self._came_back.get(contact.id, 0.0))
        if since <= self._changed_at:
            return
        announcement = _announcement(fact, contact, view)
        clock = (contact.id, since, announcement.prompt)
        earliest = since + announcement.after_s
        if clock in self._struck:
            every_s = announcement.every_s
            earliest = self._struck[clock] + every_s if every_s is not None else float("inf")
        if at < earliest - 1e-6:
            yield f"{contact.id} is told {fact.prompt} at {at}, and should not be before {earliest}"
        self._struck[clock] = at


def _announcement(fact: Announced, contact: Contact, view: View) -> Announcement:
    return next(
        each
        for each in view.queue(fact.queue, contact.policy_version).announcements
        if fact.prompt in (each.prompt, each.if_soon, each.if_unsure)
    )


def _wrong_words(fact: Announced, contact: Contact, view: View, commands: Iterable[Command]) -> Iterator[str]:
    room = contact.waiting_room
    if not isinstance(room, Announcing):
        yield f"{contact.id} is told {fact.prompt}, and hears something else"
        return
    said = [each.media for each in commands if isinstance(each, Play) and each.playback == room.playback]
    sounds = view.policy.sounds
    media = sounds.get(in_language(fact.prompt, contact.language)) or sounds[fact.prompt]
    ahead = [
        other
        for other in view.contacts()
        if isinstance(other.place, Queued)
        and other.place.queue == fact.queue
        and turn_of(other) < turn_of(contact)
    ]
    if fact.position not in (None, len(ahead) + 1):
        yield f"{contact.id} is told of place {fact.position}, and {len(ahead)} are ahead"
    if ("{position" in media) is not (fact.position is not None):
        yield f"{contact.id} hears {media}, and is told of place {fact.position}"
    minutes = {"position": fact.position}
    if fact.promise is not None and fact.promise.low_s is not None and fact.promise.high_s is not None:
        minutes |= {"low": round(fact.promise.low_s / 60), "high": round(fact.promise.high_s / 60)}
        if fact.promise.high_s == 0.0:
            yield f"{contact.id} is told to wait, and need not"
    whole = re.sub(r"{(\w+):(\w+)}", lambda blank: sounds[number_in(blank[2], minutes[blank[1]] or 0)], media)
    if said != [whole]:
        yield f"{contact.id} hears {said} instead of {whole}"
