"""The ladder: the stages of a wait that are still to come. One person first, if the contact is meant for one,
then that person's substitutes, too, then ring after ring.
"""

from collections.abc import Iterator
from math import inf

import msgspec

from acd.model.contact import Queued
from acd.model.queue import Queue


class Stage(msgspec.Struct, frozen=True, gc=False):
    """One stage, and how long it lasts unless nobody is there for it: both of these must have passed."""

    place: Queued
    """Where the contact stands in this stage."""
    until_s: float
    """So many seconds from now."""
    lasts_s: float = 0.0
    """So many seconds after it has begun."""


def stages(place: Queued, queue: Queue, at: float) -> Iterator[Stage]:
    """The present stage of a contact and those after it, seen at the moment `at`."""
    meant = place.meant_for
    if meant is not None:
        yield Stage(place, meant.until - at)
        if not meant.substitutes:
            asking_others = msgspec.structs.replace(meant, substitutes=True)
            then = msgspec.structs.replace(place, meant_for=asking_others)
            yield Stage(then, 0.0, queue.personal.substitutes_s)
        place = msgspec.structs.replace(place, meant_for=None)
    for ring in range(place.ring, len(queue.rings)):
        following = queue.rings[ring + 1 : ring + 2]
        until_s = place.entered_at + following[0].opens_s - at if following else inf
        yield Stage(place if ring == place.ring else msgspec.structs.replace(place, ring=ring), until_s)
