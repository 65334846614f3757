import pytest

from acd.model.ids import AgentId, ContactId, OverlayId
from acd.model.overlay import Absence, InForce, Overlay, OverlayState, Past
from acd.runtime.ports import Entry
from acd.store.journal import PostgresJournal
from acd.store.queries import contact, counts, facts_between, open_contacts, past_overlays, story_of
from tests.store import books
from tests.store.books import NOW, agent, batch, left, queued, ready
from tests.store.leading import lead


@pytest.fixture
async def dsn_with_calls(dsn: str) -> str:
    """c1-1 waited and left, c1-2 waits and rings at Anna's phone, c1-3 waits; Bela is logged out."""
    leadership = await lead(dsn)
    await leadership.release()
    journal = PostgresJournal(dsn, floor="main", epoch=leadership.epoch, commit_no=0)
    await journal.commit(
        batch(
            books.contact("c1-1"),
            books.contact("c1-3", at=NOW - 5),
            entries=(queued("c1-1", at=NOW), ready("anna", at=NOW + 1)),
        )
    )
    await journal.commit(
        batch(
            books.ended("c1-1"),
            books.contact("c1-2"),
            books.offer("o1-1", contact="c1-2", agent="anna"),
            agent("anna", phone="101", offer="o1-1"),
            agent("bela"),
            entries=(left("c1-1", at=NOW + 2), queued("c1-2", at=NOW + 3)),
        )
    )
    await journal.close()
    return dsn


async def test_the_story_of_a_contact_in_order(dsn_with_calls: str) -> None:
    story = await story_of(dsn_with_calls, "main", ContactId("c1-1"))
    assert story == [queued("c1-1", at=NOW), left("c1-1", at=NOW + 2)]


async def test_a_contact_that_never_was_has_no_story(dsn_with_calls: str) -> None:
    assert await story_of(dsn_with_calls, "main", ContactId("c9-9")) == []
    assert await story_of(dsn_with_calls, "elsewhere", ContactId("c1-1")) == []
    assert await contact(dsn_with_calls, "main", ContactId("c9-9")) is None


async def test_an_ended_contact_can_still_be_read(dsn_with_calls: str) -> None:
    assert await contact(dsn_with_calls, "main", ContactId("c1-1")) == books.ended("c1-1")


async def test_open_contacts_in_the_order_of_arrival(dsn_with_calls: str) -> None:
    assert [row.id for row in await open_contacts(dsn_with_calls, "main")] == ["c1-3", "c1-2"]


async def test_counts(dsn_with_calls: str) -> None:
    found = await counts(dsn_with_calls, "main")
    assert (found.contacts, found.queued, found.talking) == (2, 2, 0)
    assert (found.open_offers, found.agents_logged_in) == (1, 1)


async def test_facts_come_in_pages_without_gap_or_repeat(dsn_with_calls: str) -> None:
    pages: list[list[Entry]] = []
    after = 0
    while page := await facts_between(dsn_with_calls, "main", since=NOW, until=NOW + 3, after=after, limit=2):
        pages.append([recorded.entry for recorded in page])
        after = page[-1].seq
    assert pages == [[queued("c1-1", at=NOW), ready("anna", at=NOW + 1)], [left("c1-1", at=NOW + 2)]]


def absence(name: str, *, begins_at: float, state: OverlayState) -> Overlay:
    """Anna is away."""
    return Overlay(
        id=OverlayId(name),
        edit=Absence(agent=AgentId("anna")),
        author="boss",
        reason="ill",
        begins_at=begins_at,
        state=state,
    )


async def test_the_latest_changes_that_are_over_come_first(dsn: str) -> None:
    leadership = await lead(dsn)
    await leadership.release()
    journal = PostgresJournal(dsn, floor="main", epoch=leadership.epoch, commit_no=0)
    first = absence("v1-1", begins_at=NOW, state=Past(at=NOW + 5, by="boss"))
    second = absence("v1-2", begins_at=NOW + 60, state=Past(at=NOW + 90, by=None))
    lasting = absence("v1-3", begins_at=NOW + 70, state=InForce(since=NOW + 70))
    await journal.commit(batch(first, second, lasting))
    await journal.close()
    assert await past_overlays(dsn, "main", limit=9) == [second, first]
    assert await past_overlays(dsn, "main", limit=1) == [second]
    assert await past_overlays(dsn, "elsewhere", limit=9) == []
