"""Whether Asterisk can record: it is let do so where nobody is, and asked what came of it."""

import asyncio

from acd.asterisk.ari import calls
from acd.asterisk.ari.client import AriEvent
from acd.asterisk.ari.door import Door, segment
from acd.asterisk.ari.errors import AriRefused
from acd.asterisk.ari.generated import RecordingFailed, RecordingFinished, RecordingStarted
from acd.doctor.finding import Notes

RECORDED_S = 5.0

FOLDER = (
    "The folder is `recording` below astspooldir of asterisk.conf, on Asterisk's machine; Asterisk does not "
    "make it. There: install -d -o asterisk -g asterisk -m 0750 /var/spool/asterisk/recording, with the "
    "account that Asterisk runs under; and see that the disk is not full."
)

Told = RecordingStarted | RecordingFinished | RecordingFailed


class Recorder:
    """Records an empty bridge for a moment, and hears what becomes of that."""

    def __init__(self) -> None:
        self._told: asyncio.Queue[Told] = asyncio.Queue()

    def hear(self, event: AriEvent) -> None:
        """Take an event of the doctor's own application."""
        if isinstance(event, Told):
            self._told.put_nowait(event)

    async def try_out(self, notes: Notes, socket: Door, bridge: str) -> None:
        """`bridge` is empty, and told of to us; the recording has its name, and is deleted.

        Raises:
            AriError: something else is wrong.
        """
        query = [("name", bridge), ("format", "wav"), ("maxDurationSeconds", "1"), ("ifExists", "fail")]
        try:
            await socket.request("POST", f"bridges/{bridge}/record", query=query)
            async with asyncio.timeout(RECORDED_S):
                is_there = await self._ended(socket, bridge)
        except (AriRefused, TimeoutError):
            is_there = False
        is_kept = await calls.delete_recording(socket, name=bridge)
        if is_there and is_kept:
            notes.ok("It records, as for messages, and deletes that again.")
        else:
            notes.problem("Asterisk cannot record, so nobody can leave a message.", FOLDER)

    async def _ended(self, socket: Door, name: str) -> bool:
        """Whether it has ended well; it is ended as soon as it has begun, for nobody says anything."""
        while True:
            match await self._told.get():
                case RecordingStarted():
                    try:
                        await socket.request("POST", f"recordings/live/{segment(name)}/stop")
                    except AriRefused:
                        continue  # it has ended by itself, and that is told
                case RecordingFinished():
                    return True
                case RecordingFailed():
                    return False
