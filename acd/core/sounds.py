"""Sounds: what those who wait hear. Music, and above it what an incident has to say."""

from typing import NamedTuple

import msgspec

from acd.core.floor import View
from acd.core.machine import Step
from acd.core.needs import Known, incidents
from acd.model.command import Play, StartMusic, StopPlayback
from acd.model.contact import Contact, Queued, Served
from acd.model.fact import IncidentTold
from acd.model.ids import OverlayId, PromptId, said_again, told_of
from acd.model.overlay import Incident, InForce


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
        found = news_of(overlay.id, incident, overlay.reason, view)
        if found is not None and overlay.id not in told:
            return found
    return None


def news_of(overlay: OverlayId, incident: Incident, reason: str, view: View) -> News | None:
    """What an incident has to say; None: nothing, or a prompt that the company has given up since."""
    if incident.prompt is None or incident.prompt not in view.policy.sounds:
        return None
    return News(overlay=overlay, prompt=incident.prompt, reason=reason)


def tell(contact: Contact, place: Queued, news: News, view: View) -> Step[Queued]:
    """Say what an incident has to say, and nothing else that is being said; the music goes on behind it."""
    playback = told_of(contact.id, news.overlay)
    play = Play(leg=contact.leg, playback=playback, media=view.policy.sounds[news.prompt])
    now = msgspec.structs.replace(
        place, told=(*place.told, news.overlay), speaking=(*place.speaking, playback), saying=playback
    )
    told = IncidentTold(contact=contact.id, overlay=news.overlay, prompt=news.prompt, because=news.reason)
    return Step(now, facts=(told,), commands=(*hush(place), play, music(contact, place, view)))


def hush(place: Queued | Served) -> tuple[StopPlayback, ...]:
    """Stop what is being said. What has been stopped before is stopped again: Asterisk may have been away."""
    return tuple(StopPlayback(playback=playback) for playback in place.speaking)


def go_on_telling(contact: Contact, place: Queued, view: View) -> Step[Queued]:
    """Say once more, from its beginning, what was being said when Asterisk was lost: nobody can tell whether
    it was heard. It is not said any more if the incident is over.
    """
    news = None
    if place.saying is not None:
        overlay = view.overlay(place.told[-1])
        if overlay is not None and isinstance(overlay.state, InForce) and isinstance(overlay.edit, Incident):
            news = news_of(overlay.id, overlay.edit, overlay.reason, view)
    if place.saying is None or news is None:
        now = msgspec.structs.replace(place, saying=None)
        return Step(now, commands=(*hush(place), music(contact, place, view)))
    playback = said_again(place.saying)
    play = Play(leg=contact.leg, playback=playback, media=view.policy.sounds[news.prompt])
    now = msgspec.structs.replace(place, speaking=(*place.speaking, playback), saying=playback)
    return Step(now, commands=(*hush(place), play, music(contact, place, view)))
