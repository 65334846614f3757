"""Which contacts ended long ago, and that nothing is left of what they said."""

import msgspec

from acd.model.contact import Contact, Ended
from acd.model.fact import Fact, MessageTranscribed, NoteTranscribed
from acd.model.ids import ContactId, PromptId, QueueId, RecordingId
from acd.model.voice_message import MessageBox, Note, Settled
from acd.model.voice_note import NoNote, Noted
from acd.runtime.ports import Entry
from acd.store.queries import contact, story_of
from acd.store.retention import ended_before, strike_texts
from tests.store import books
from tests.store.books import NOW, batch, left, queued
from tests.store.test_load import journal_of

BOX = MessageBox(box="100", queue=QueueId("sales"), prompt=PromptId("speak"), outcomes={"1": "done"})


def settled(name: str) -> Contact:
    note = Note(rules=BOX, recording=RecordingId(f"acd-1-{name}"), left_at=NOW, length_s=3.0, text="my words")
    said = Noted(recording=RecordingId(f"acd-1-{name}-n1"), left_at=NOW, length_s=2.0, text="about this")
    return msgspec.structs.replace(books.ended(name), message=Settled(note=note), note=said)


def read(*names: str) -> Entry:
    facts: list[Fact] = [MessageTranscribed(contact=ContactId(name), text="my words") for name in names]
    facts += [NoteTranscribed(contact=ContactId(name), text="about this") for name in names]
    return Entry(at=NOW, facts=tuple(facts))


async def with_texts(dsn: str) -> float:
    """c1-1 and c1-2 have ended, c1-3 has not; returns when they did."""
    journal = await journal_of(dsn, "main")
    over = settled("c1-1")
    await journal.commit(
        batch(
            over,
            books.contact("c1-3"),
            entries=(queued("c1-1", at=NOW), read("c1-1", "c1-3"), left("c1-1", at=NOW + 2)),
        )
    )
    await journal.commit(batch(settled("c1-2"), entries=(read("c1-2"),)))
    await journal.close()
    return over.life.at  # type: ignore[union-attr]


async def test_who_ended_before_a_moment(dsn: str) -> None:
    ended_at = await with_texts(dsn)
    names = [ContactId(name) for name in ("c1-1", "c1-3", "c9-9")]
    assert await ended_before(dsn, "main", names, before=ended_at) == {}
    found = await ended_before(dsn, "main", names, before=ended_at + 1)
    assert found == {"c1-1": books.ended("c1-1").arrived_at}
    assert await ended_before(dsn, "south", names, before=ended_at + 1) == {}


async def test_what_was_written_down_is_struck_out_of_contacts_and_facts(dsn: str) -> None:
    ended_at = await with_texts(dsn)
    before = await story_of(dsn, "main", ContactId("c1-1"))
    for moment in (ended_at, ended_at + 1, ended_at + 1):
        await strike_texts(dsn, "main", before=moment)
        found = await contact(dsn, "main", ContactId("c1-1"))
        assert found is not None
        assert isinstance(found.message, Settled)
        assert found.message.note.text == ("my words" if moment == ended_at else None)
        assert isinstance(found.note, Noted)
        assert found.note.text == ("about this" if moment == ended_at else None)
        assert (found.message.note.length_s, found.note.length_s) == (3.0, 2.0)
        assert isinstance(found.life, Ended)
        assert found.life.texts_deleted is (moment != ended_at)
    after = await story_of(dsn, "main", ContactId("c1-1"))
    assert [entry.at for entry in after] == [entry.at for entry in before]
    (_, told, _) = after
    assert told.facts == (
        MessageTranscribed(contact=ContactId("c1-1"), text=None),
        MessageTranscribed(contact=ContactId("c1-3"), text="my words"),
        NoteTranscribed(contact=ContactId("c1-1"), text=None),
        NoteTranscribed(contact=ContactId("c1-3"), text="about this"),
    )
    assert (after[0], after[2]) == (before[0], before[2])


async def test_what_came_when_the_contact_was_over_is_struck_out_of_the_facts(dsn: str) -> None:
    """The agent had closed the message before the program was done: only the facts know the text."""
    journal = await journal_of(dsn, "main")
    over = settled("c1-1")
    assert isinstance(over.message, Settled)
    unread = msgspec.structs.replace(over.message.note, text=None)
    over = msgspec.structs.replace(over, message=Settled(note=unread), note=NoNote())
    await journal.commit(batch(over, entries=(left("c1-1", at=NOW + 2), read("c1-1"))))
    await journal.close()
    for moment, text in ((NOW + 1, "my words"), (NOW + 2, None), (NOW + 2, None)):
        await strike_texts(dsn, "main", before=moment)
        told = (await story_of(dsn, "main", ContactId("c1-1")))[-1]
        assert told.facts[0] == MessageTranscribed(contact=ContactId("c1-1"), text=text)


async def test_of_another_floor_nothing_is_struck_out(dsn: str) -> None:
    ended_at = await with_texts(dsn)
    await strike_texts(dsn, "south", before=ended_at + 1)
    found = await contact(dsn, "main", ContactId("c1-1"))
    assert found is not None
    assert isinstance(found.message, Settled)
    assert found.message.note.text == "my words"
