"""Announcements: what is said to those who wait by the clock. Each has a clock of its own. No machine."""

from typing import NamedTuple

from acd.core.view import View
from acd.model.contact import Contact, Queued, WaitingRoom
from acd.model.ids import PromptId
from acd.model.promise import Promise
from acd.model.queue import Announcement, Queue
from acd.model.spoken import MOST_IN_LINE, Blank, blanks_in, filled


class Words(NamedTuple):
    """Something to be said now."""

    prompt: PromptId
    media: str
    position: int | None
    """The place in the line, if that is said."""
    promise: Promise | None
    """The rest of the wait, if that is said."""


Clocks = dict[PromptId, float | None]


def clocks(queue: Queue, at: float) -> Clocks:
    """When each announcement of a queue is said for the first time to who comes now."""
    return {each.prompt: at + each.after_s for each in queue.announcements}


def moved(queue: Queue, due: Clocks, at: float) -> Clocks:
    """The clocks where the queue has changed: those that it still has go on, new ones begin now."""
    return {prompt: due.get(prompt, first) for prompt, first in clocks(queue, at).items()}


def first_due(queue: Queue, due: Clocks, at: float) -> Announcement:
    """Of those whose time has come, the one that the queue names first."""
    return next(each for each in queue.announcements if (due[each.prompt] or at + 1) <= at)


def wound_up(announcement: Announcement, due: Clocks, at: float) -> Clocks:
    """The clocks when one has struck."""
    every_s = announcement.every_s
    return {**due, announcement.prompt: at + every_s if every_s is not None else None}


def words(
    contact: Contact, room: WaitingRoom, announcement: Announcement, view: View, at: float
) -> Words | None:
    """What an announcement comes to now; None: nothing, as nothing of it can be said, or not any more.

    Nobody is told of a farther place or a longer wait than before, and nobody to whom somebody is about to
    speak is told to wait.
    """
    place = contact.place
    assert isinstance(place, Queued)
    promise = view.expected(contact, at) if _asks_for_wait(contact, announcement, view) else None
    prompt: PromptId | None = announcement.prompt
    if promise is not None and promise.high_s == 0.0:
        return None
    if promise is not None and promise.high_s is None:
        prompt = announcement.if_unsure
    elif promise is not None and promise.low_s == 0.0 and announcement.if_soon is not None:
        prompt = announcement.if_soon
    return _spoken(contact, room, prompt, promise, view) if prompt is not None else None


def answer(
    contact: Contact, room: WaitingRoom, asked_for: Announcement, view: View, at: float
) -> Words | None:
    """What somebody is told who has asked for it: also that it takes a moment only, when a phone rings; and
    that we cannot say, if that is so.
    """
    told = words(contact, room, asked_for, view, at)
    if told is None and asked_for.if_soon is not None and _asks_for_wait(contact, asked_for, view):
        promise = view.expected(contact, at)
        if promise is not None and promise.high_s == 0.0:
            soon = _spoken(contact, room, asked_for.if_soon, promise, view)
            told = soon and soon._replace(promise=None)  # the phone may ring in vain: nobody is held to it
    if told is None and asked_for.if_unsure is not None:
        return _spoken(contact, room, asked_for.if_unsure, None, view)
    return told


def _asks_for_wait(contact: Contact, announcement: Announcement, view: View) -> bool:
    media = view.spoken(announcement.prompt, contact.language)
    return media is not None and not blanks_in(media).isdisjoint((Blank.LOW, Blank.HIGH))


def _spoken(
    contact: Contact, room: WaitingRoom, prompt: PromptId, promise: Promise | None, view: View
) -> Words | None:
    media = view.spoken(prompt, contact.language)
    if media is None:
        return None
    numbers: dict[Blank, int] = {}
    position = None
    if Blank.POSITION in blanks_in(media):
        position = view.position(contact)
        if position > min(room.position or MOST_IN_LINE, MOST_IN_LINE):
            return None
        numbers[Blank.POSITION] = position
    if promise is not None and promise.low_s is not None and promise.high_s is not None:
        numbers |= {
            Blank.LOW: round(promise.low_s / 60),
            Blank.HIGH: max(
                round(promise.high_s / 60), 1
            ),  # a phone rings: nobody says "less than 0 minutes"
        }
    whole = filled(media, numbers, view.policy.sounds)
    return Words(prompt, whole, position, promise) if whole is not None else None
