"""Sounds: what those who wait hear. Music, and above it what an incident has to say."""

from typing import NamedTuple

import msgspec

from acd.core.floor import View
from acd.core.machine import Step
from acd.core.needs import Known, incidents
from acd.model.command import Play, StartMusic, StopPlayback
from acd.model.contact import Contact, Queued, Served
from acd.model.fact import IncidentTold
from acd.model.ids import OverlayId, PromptId, told_of


class News(NamedTuple):
    """An incident, and what it has to say."""

    overlay: OverlayId
    prompt: PromptId
    reason: str


def music(contact: Contact, place: Queued | Served, view: View) -> StartMusic:
    """The music of the queue in which a contact stands."""
    queue = view.queue(place.queue, contact.policy_version)
    return StartMusic(leg=contact.leg, music=queue.music)


def news_for(known: Known, view: View, told: tuple[OverlayId, ...]) -> News | None:
    """The newest incident that concerns a contact and has something to say that the contact was not told."""
    for overlay, incident in reversed(incidents(known, view)):
        if incident.prompt is not None and overlay.id not in told:
            return News(overlay=overlay.id, prompt=incident.prompt, reason=overlay.reason)
    return None


def tell(contact: Contact, place: Queued, news: News, view: View) -> Step[Queued]:
    """Say what an incident has to say, and nothing else that is being said; the music goes on behind it."""
    playback = told_of(contact.id, news.overlay)
    play = Play(leg=contact.leg, playback=playback, media=view.policy.sounds[news.prompt])
    now = msgspec.structs.replace(
        place, told=(*place.told, news.overlay), speaking=(*place.speaking, playback)
    )
    told = IncidentTold(contact=contact.id, overlay=news.overlay, prompt=news.prompt, because=news.reason)
    return Step(now, facts=(told,), commands=(*hush(place), play, music(contact, place, view)))


def hush(place: Queued | Served) -> tuple[StopPlayback, ...]:
    """Stop what is being said. What has been stopped before is stopped again: Asterisk may have been away."""
    return tuple(StopPlayback(playback=playback) for playback in place.speaking)


def hush_all_but_the_last(place: Queued) -> tuple[StopPlayback, ...]:
    """Stop what was to be stopped."""
    return hush(msgspec.structs.replace(place, speaking=place.speaking[:-1]))
