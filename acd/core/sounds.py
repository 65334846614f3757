"""Sounds: what those who wait hear. Music, and above it what an incident has to say."""

from acd.core.floor import View
from acd.core.needs import incidents
from acd.model.about import About
from acd.model.command import Play, StartMusic, StopPlayback
from acd.model.contact import Contact, Queued, Served
from acd.model.ids import OverlayId, PromptId, told_of
from acd.model.queue import Queue


def music(contact: Contact, place: Queued | Served, view: View) -> StartMusic:
    """The music of the queue in which a contact stands."""
    queue = view.queue(place.queue, contact.policy_version)
    return StartMusic(leg=contact.leg, music=queue.music)


def message_for(contact: Contact, about: About, queue: Queue, view: View) -> tuple[Play, ...]:
    """What the newest incident that concerns a contact has to say; the music goes on behind it."""
    for overlay, incident in reversed(incidents(contact, about, queue, view)):
        if incident.prompt is not None:
            return (telling(contact, overlay.id, incident.prompt, view),)
    return ()


def telling(contact: Contact, incident: OverlayId, prompt: PromptId, view: View) -> Play:
    """Say what an incident has to say."""
    return Play(leg=contact.leg, playback=told_of(contact.id, incident), media=view.policy.sounds[prompt])


def hush(place: Queued) -> tuple[StopPlayback, ...]:
    """Stop what is being said, if something is."""
    return () if place.told is None else (StopPlayback(playback=place.told),)
