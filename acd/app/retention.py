"""Deletes what callers have left when it has been kept as long as the company keeps it: sound and text.

What there is Asterisk says, and of which contact it is the name; the books say when that contact ended. So a
deletion that failed, or that we did not live to see, is asked for again, and what belongs to nobody whom our
books know is left alone.
"""

import asyncio
from collections.abc import Callable

import structlog

from acd.asterisk.ari import calls
from acd.asterisk.ari.door import Door
from acd.asterisk.ari.errors import AriError, AriRefused
from acd.core.view import View
from acd.model.ids import RecordingId, recorded_of
from acd.model.message import RecordingOutlived
from acd.model.voice_note import Noted
from acd.runtime.loop import InboxFull
from acd.runtime.ports import JournalAway, Tell
from acd.store.retention import ended_before, strike_texts

log = structlog.get_logger(__name__)

EVERY_S = 3600.0
"""How often it is looked."""

AGAIN_S = 60.0
"""So soon after Asterisk or the database did not answer, or when there was more than at once."""

NOT_YET_S = 1.0
"""So soon while there is no connection to Asterisk: why there is none is told and mended elsewhere."""

AT_ONCE = 200
"""So many recordings are deleted at once: calls come first."""

NOT_THERE = 404
"""Asterisk stores no recordings: the module for it is not loaded."""


class Retention:
    """Looks now and then. `run` until cancelled."""

    def __init__(self, dsn: str, floor: str, view: Callable[[], View], now: Callable[[], float]) -> None:
        self._dsn = dsn
        self._floor = floor
        self._view = view
        self._now = now

    async def run(self, door: Door, tell: Tell) -> None:
        """Look as soon as Asterisk is there, and then every hour."""
        while True:
            pause_s = await self.look(door, tell)
            await asyncio.sleep(pause_s)

    async def look(self, door: Door, tell: Tell) -> float:
        """Delete what has been kept for long enough; after so many seconds it is time to look again."""
        if not self._view().connected:
            return NOT_YET_S
        before = self._now() - self._view().policy.recordings_kept_s
        try:
            await strike_texts(self._dsn, self._floor, before=before)
            outlived = await self._outlived(door, before)
            for message in outlived[:AT_ONCE]:
                tell(message)
        except (AriError, JournalAway, InboxFull) as error:
            log.warning("old recordings were not deleted, trying again", reason=str(error))
            return AGAIN_S
        except Exception:
            # Without this task nothing would ever be deleted, and nobody would know.
            log.exception("looking for old recordings went wrong, trying again")
            return AGAIN_S
        return AGAIN_S if len(outlived) > AT_ONCE else EVERY_S

    async def _outlived(self, door: Door, before: float) -> list[RecordingOutlived]:
        try:
            names = await calls.recordings(door)
        except AriRefused as refused:
            if refused.status != NOT_THERE:
                raise
            return []
        used = _of_the_living(self._view())
        ours = {name: of for name in names if name not in used and (of := recorded_of(name)) is not None}
        contacts = {contact for contact, _ in ours.values()}
        ended = await ended_before(self._dsn, self._floor, contacts, before=before)
        return [
            RecordingOutlived(contact=contact, recording=RecordingId(name))
            for name, (contact, arrived_at) in ours.items()
            if contact in ended and int(ended[contact]) == arrived_at
        ]


def _of_the_living(view: View) -> set[str]:
    """The notes of those who are with us: also of an earlier call whose place was taken."""
    live = (contact for contact in view.contacts() if contact.is_live)
    return {contact.note.recording for contact in live if isinstance(contact.note, Noted)}
