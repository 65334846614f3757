"""Writes down what is said in messages and notes, by a program of the administrator's choice.

One message at a time, and beside everything else: whatever goes wrong with it is logged, and the message
waits, is listened to and closed as without it.
"""

import asyncio
import contextlib
import tempfile
from collections.abc import Awaitable, Callable, Iterable, Sequence
from pathlib import Path

import structlog

from acd.model.contact import Contact
from acd.model.fact import MessageLeft, NoteLeft
from acd.model.ids import ContactId, RecordingId
from acd.model.message import MessageRead, NoteRead
from acd.model.outcome import Outcome
from acd.model.voice_message import Kept, Listened
from acd.model.voice_note import Noted
from acd.runtime.ports import Tell

log = structlog.get_logger(__name__)

LIMIT_S = 120.0
"""For one message. A program that takes longer is ended."""

MOST_CHARACTERS = 10_000
"""So much of what it writes is kept."""

Fetch = Callable[[RecordingId], Awaitable[bytes]]
"""The sound of a recording."""


Left = MessageLeft | NoteLeft


class Transcriber:
    """Hears of every message that is left. `run` until cancelled."""

    def __init__(self, command: Sequence[str], *, limit_s: float = LIMIT_S) -> None:
        """`command`: a program and its arguments; the path of the sound file comes behind them. Without one
        nothing is heard.
        """
        self._command = tuple(command)
        self._limit_s = limit_s
        self._left: asyncio.Queue[tuple[type[Left], ContactId, RecordingId]] = asyncio.Queue()

    def hear(self, outcome: Outcome) -> None:
        """An observer of the loop."""
        for fact in outcome.facts:
            if self._command and isinstance(fact, Left):
                self._left.put_nowait((type(fact), fact.contact, fact.recording))

    def catch_up(self, contacts: Iterable[Contact]) -> None:
        """What was left before we were there, and has not been written down."""
        for contact in contacts:
            message = contact.message
            if isinstance(message, Kept | Listened) and message.note.text is None:
                self._left.put_nowait((MessageLeft, contact.id, message.note.recording))
            note = contact.note
            if contact.is_live and isinstance(note, Noted) and note.text is None:
                self._left.put_nowait((NoteLeft, contact.id, note.recording))

    async def run(self, fetch: Fetch, tell: Tell) -> None:
        """Work off what was left."""
        while True:
            kind, contact, recording = await self._left.get()
            try:
                text = await self._read(await fetch(recording))
                if kind is MessageLeft:
                    tell(MessageRead(contact=contact, text=text))
                else:
                    tell(NoteRead(contact=contact, recording=recording, text=text))
            except Exception as error:
                log.warning("a message was not transcribed", contact=contact, reason=str(error))

    async def _read(self, sound: bytes) -> str:
        with tempfile.TemporaryDirectory(prefix="acd-message-") as folder:
            path = Path(folder) / "message.wav"
            await asyncio.to_thread(path.write_bytes, sound)
            return await self._ask(path)

    async def _ask(self, path: Path) -> str:
        process = await asyncio.create_subprocess_exec(
            *self._command,
            str(path),
            stdin=asyncio.subprocess.DEVNULL,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.PIPE,
        )
        try:
            async with asyncio.timeout(self._limit_s):
                output, errors = await process.communicate()
        except TimeoutError:
            raise RuntimeError(f"{self._command[0]} took longer than {self._limit_s:g} s") from None
        finally:
            if process.returncode is None:
                with contextlib.suppress(ProcessLookupError):
                    process.kill()
                await process.wait()
        if process.returncode != 0:
            lines = errors.decode("utf-8", "replace").strip().splitlines()
            raise RuntimeError(f"{self._command[0]} failed: {lines[-1] if lines else 'it gave no reason'}")
        return " ".join(output.decode("utf-8", "replace").split())[:MOST_CHARACTERS]
