"""Facts of a place in a queue: taken, moved, kept, left."""

import msgspec

from acd.model.about import About, HeadStart
from acd.model.contact import MeantFor
from acd.model.ids import (
    AgentId,
    ContactId,
    OverlayId,
    PromptId,
    QueueId,
    RegionId,
)
from acd.model.needs import Needs
from acd.model.promise import Promise, WaitEnd
from acd.model.queue import Destination, Excess
from acd.model.why import PassedOver


class PlaceTaken(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """The contact waits."""

    contact: ContactId
    queue: QueueId
    needs: Needs
    order_key: float
    head_starts: tuple[HeadStart, ...] = ()
    """What it was given, before the cap."""
    meant_for: MeantFor | None = None
    """The one person it waits for at first."""
    is_sent_on: bool = False
    """The line is too long: it does not wait here."""


class PlaceResumed(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """The customer has rung again, and goes on in the place of another contact."""

    contact: ContactId
    earlier: ContactId
    """Whose place it was."""
    waits_since: float
    needs: Needs = ()
    """What the caller has asked for besides, on the way."""


class PlaceAwaited(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """The customer has rung again, and wants to go on in the place of another contact, whose line has not
    ended: nobody can tell yet whether anybody is there.
    """

    contact: ContactId
    earlier: ContactId
    """Whose place it is."""


class PlaceInherited(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """That line has ended: the contact goes on in its place."""

    contact: ContactId
    earlier: ContactId
    """Whose place it was."""
    waits_since: float


class PlacePassedOn(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """The customer has rung again after the line had ended, and goes on in the place of this contact."""

    contact: ContactId
    to: ContactId
    """As which the customer has rung again."""


class WaitPromised(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """How long the wait that begins, or begins again, will be; or that we cannot say."""

    contact: ContactId
    queue: QueueId
    promise: Promise


class WaitEnded(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """The outcome of the last promise: the wait in this queue is over."""

    contact: ContactId
    queue: QueueId
    waited_s: float
    """In this queue, since it was promised how long it would be."""
    end: WaitEnd


class PlaceKept(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """From the menu of its queue the caller has chosen the same queue again, with these needs now."""

    contact: ContactId
    queue: QueueId
    needs: Needs
    head_starts: tuple[HeadStart, ...] = ()
    """Those that count from now on, should they be more than before."""
    meant_for: MeantFor | None = None
    """The one person whom the caller has asked for now."""


class PlaceMoved(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """An incident moves the contact forward in the line."""

    contact: ContactId
    order_key: float
    because: str
    head_start_s: float
    """What the incident gives it, before the cap."""


class IncidentTold(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """While it waits the contact is being told of an incident."""

    contact: ContactId
    overlay: OverlayId
    prompt: PromptId
    because: str


class Announced(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """While it waits the contact is being told something by the clock."""

    contact: ContactId
    queue: QueueId
    prompt: PromptId
    position: int | None = None
    """The place in the line, if that is said."""
    promise: Promise | None = None
    """The rest of the wait, if that is said."""


class PersonGivenUp(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """One person is not waited for any longer, or not alone."""

    contact: ContactId
    agent: AgentId
    substitutes: bool
    """That person's substitutes may take it now; False: the whole queue."""
    skipped: bool
    """Before the time was up: nobody who could take it was logged in."""
    passed_over: PassedOver | None = None
    """Why that person did not take it, if it is more than that the time was up."""


class PersonBack(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """Whoever was given up because nobody was there is there: the contact waits for that person again."""

    contact: ContactId
    agent: AgentId
    until: float


class PersonWanted(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """A callback that was scheduled for somebody is tried again: it is for that person first, once more."""

    contact: ContactId
    agent: AgentId
    until: float


class Overflowed(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """The queue cannot serve the contact, or not soon enough: it goes elsewhere."""

    contact: ContactId
    queue: QueueId
    """The one it leaves."""
    to: Destination
    because: Excess
    needs: Needs
    about: About


class RingOpened(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """What the contact needs is relaxed."""

    contact: ContactId
    queue: QueueId
    ring: int
    """Index of the ring that is open now."""
    skipped: bool
    """The ring before was left early: nobody who is logged in could serve the contact there."""


class PlaceAmended(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """A new version of the company asks otherwise for a contact that waits; it keeps its place."""

    contact: ContactId
    queue: QueueId
    needs: Needs
    ring: int
    region: RegionId | None


class NobodyFound(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """Nobody in the company could serve the contact, whoever logs in, and the queue sends it nowhere else."""

    contact: ContactId
    queue: QueueId


class PlaceRestored(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """An agent had answered but the two did not get together: the contact waits again, in its old place."""

    contact: ContactId
    queue: QueueId
    order_key: float
    answered_at: float
    listened: bool = False
    """The agent has listened to a message, or heard a machine: there was nobody to get together with."""


OfPlace = (
    PlaceTaken
    | PlaceResumed
    | PlaceAwaited
    | PlaceInherited
    | PlacePassedOn
    | WaitPromised
    | WaitEnded
    | PlaceKept
    | PlaceMoved
    | IncidentTold
    | Announced
    | PersonGivenUp
    | PersonBack
    | PersonWanted
    | Overflowed
    | RingOpened
    | PlaceAmended
    | NobodyFound
    | PlaceRestored
)
