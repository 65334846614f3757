"""Messages are written down by a program; whatever goes wrong with it loses nothing."""

import asyncio
import sys

import msgspec
import pytest

from acd.app.transcription import MOST_CHARACTERS, Transcriber
from acd.model.contact import Contact
from acd.model.fact import MessageLeft, NoteLeft
from acd.model.ids import ContactId, LegId, RecordingId
from acd.model.message import Heard, MessageRead, NoteRead
from acd.model.outcome import Outcome
from acd.model.voice_note import Noted
from tests.store import books

READS = "import sys; print(open(sys.argv[1]).read() * 2)"


def left(contact: str) -> Outcome:
    fact = MessageLeft(
        contact=ContactId(contact), leg=LegId("call-1"), recording=RecordingId(f"r-{contact}"), length_s=3.0
    )
    return Outcome(at=0.0, facts=(fact,))


def noted(name: str, text: str | None = None) -> Contact:
    note = Noted(recording=RecordingId(f"r-{name}"), left_at=0.0, length_s=5.0, text=text)
    return msgspec.structs.replace(books.contact(name), note=note)


async def sound_of(recording: RecordingId) -> bytes:
    if recording == "r-lost":
        raise OSError("no such recording")
    return f"sound of\n{recording} ".encode()


async def told_by(program: str, *contacts: str, limit_s: float = 30.0) -> list[Heard]:
    """What is told of these messages, the last of which is read by any program."""
    transcriber = Transcriber([sys.executable, "-c", program], limit_s=limit_s)
    told: list[Heard] = []
    done = asyncio.Event()

    def tell(message: Heard) -> None:
        told.append(message)
        if isinstance(message, MessageRead) and message.contact == contacts[-1]:
            done.set()

    for contact in contacts:
        transcriber.hear(left(contact))
    async with asyncio.timeout(60), asyncio.TaskGroup() as tasks:
        running = tasks.create_task(transcriber.run(sound_of, tell))
        await done.wait()
        running.cancel()
    return told


async def test_what_the_program_writes_is_told_in_one_line() -> None:
    assert await told_by(READS, "c1-1") == [
        MessageRead(contact=ContactId("c1-1"), text="sound of r-c1-1 sound of r-c1-1")
    ]


async def test_no_more_than_that_is_kept() -> None:
    (message,) = await told_by("print('x' * 20000)", "c1-1")
    assert isinstance(message, MessageRead)
    assert message.text == "x" * MOST_CHARACTERS


@pytest.mark.parametrize(
    ("trouble", "limit_s"),
    [("import sys; sys.exit('no model')", 30.0), ("import time; time.sleep(600)", 2.0)],
)
async def test_a_program_that_fails_or_takes_too_long_is_not_waited_for(trouble: str, limit_s: float) -> None:
    program = f"import sys\nif 'c1-1' in open(sys.argv[1]).read():\n    {trouble}\nprint('read')"
    assert await told_by(program, "c1-1", "c1-2", limit_s=limit_s) == [
        MessageRead(contact=ContactId("c1-2"), text="read")
    ]


async def test_a_recording_that_is_not_there_holds_nobody_up() -> None:
    assert [type(message) for message in await told_by("print('read')", "lost", "c1-2")] == [MessageRead]


async def test_notes_are_read_too_and_those_of_before_as_well() -> None:
    transcriber = Transcriber([sys.executable, "-c", "print('read')"])
    note = NoteLeft(contact=ContactId("c1-1"), recording=RecordingId("r-c1-1"), length_s=5.0)
    transcriber.hear(Outcome(at=0.0, facts=(note,)))
    transcriber.catch_up([noted("c1-2"), noted("c1-3", text="known already")])
    told: asyncio.Queue[Heard] = asyncio.Queue()
    async with asyncio.timeout(60), asyncio.TaskGroup() as tasks:
        running = tasks.create_task(transcriber.run(sound_of, told.put_nowait))
        assert [await told.get() for _ in range(2)] == [
            NoteRead(contact=ContactId(name), recording=RecordingId(f"r-{name}"), text="read")
            for name in ("c1-1", "c1-2")
        ]
        running.cancel()
    assert told.empty()
