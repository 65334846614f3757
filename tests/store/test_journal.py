"""One batch, one transaction: fenced, in an order that the constraints allow, refused by name."""

from collections.abc import AsyncIterator

import psycopg
import pytest

from acd.model.outcome import Record
from acd.runtime.ports import Batch, JournalAway, LeadershipLost
from acd.store import writing
from acd.store.journal import PostgresJournal
from acd.store.lease import Leadership
from acd.store.queries import facts_between
from acd.store.refusal import JournalRefused
from tests.store import books
from tests.store.books import agent, batch, contact, leg, offer
from tests.store.leading import lead, lead_by_force


@pytest.fixture
async def leadership(dsn: str) -> AsyncIterator[Leadership]:
    leadership = await lead(dsn)
    yield leadership
    await leadership.release()


@pytest.fixture
async def journal(dsn: str, leadership: Leadership) -> AsyncIterator[PostgresJournal]:
    journal = PostgresJournal(dsn, floor="main", epoch=leadership.epoch, commit_no=leadership.commit_no)
    yield journal
    await journal.close()


def rows(dsn: str, query: str) -> list[tuple[object, ...]]:
    with psycopg.connect(dsn) as connection:
        return connection.execute(query.encode()).fetchall()


async def test_rows_and_facts_are_written_under_epoch_and_number(dsn: str, journal: PostgresJournal) -> None:
    await journal.commit(batch(contact("c1-1"), entries=(books.queued("c1-1"), books.left("c1-1"))))
    await journal.commit(batch(leg("l1"), entries=(books.ready("anna"),)))
    assert rows(dsn, "SELECT id FROM contact") == [("c1-1",)]
    assert rows(dsn, "SELECT id FROM leg") == [("l1",)]
    assert rows(dsn, "SELECT epoch, commit_no, contacts, agents FROM fact ORDER BY seq") == [
        (1, 1, ["c1-1"], []),
        (1, 1, ["c1-1"], []),
        (1, 2, [], ["anna"]),
    ]
    assert rows(dsn, "SELECT epoch, commit_no FROM lease") == [(1, 2)]
    assert journal.commit_no == 2


async def test_entries_keep_their_order(dsn: str, journal: PostgresJournal) -> None:
    entries = tuple(books.queued(f"c1-{n}", at=books.NOW) for n in range(500))
    await journal.commit(batch(entries=entries))
    found = await facts_between(dsn, "main", since=books.NOW - 1, until=books.NOW + 1)
    assert [recorded.entry for recorded in found] == list(entries)


async def test_a_stale_epoch_writes_nothing_and_stays_out(dsn: str, journal: PostgresJournal) -> None:
    await journal.commit(batch(contact("c1-1")))
    successor = await lead_by_force(dsn)
    with pytest.raises(LeadershipLost):
        await journal.commit(batch(contact("c1-2"), entries=(books.queued("c1-2"),)))
    with pytest.raises(LeadershipLost):
        await journal.commit(batch(contact("c1-3")))
    assert rows(dsn, "SELECT id FROM contact") == [("c1-1",)]
    assert rows(dsn, "SELECT seq FROM fact") == []

    fresh = PostgresJournal(dsn, floor="main", epoch=successor.epoch, commit_no=successor.commit_no)
    await fresh.commit(batch(contact("c2-1")))
    await fresh.close()
    await successor.release()
    assert rows(dsn, "SELECT epoch, commit_no FROM lease") == [(2, 2)]


async def test_what_is_too_much_for_one_statement_is_fenced_as_well(
    dsn: str, journal: PostgresJournal, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(writing, "MOST_ROWS", 1)
    await journal.commit(batch(contact("c1-1"), contact("c1-2")))
    successor = await lead_by_force(dsn)
    with pytest.raises(LeadershipLost):
        await journal.commit(batch(contact("c1-3"), contact("c1-4"), entries=(books.queued("c1-3"),)))
    assert rows(dsn, "SELECT id FROM contact ORDER BY id") == [("c1-1",), ("c1-2",)]
    assert rows(dsn, "SELECT seq FROM fact") == []
    await successor.release()


async def test_a_journal_that_has_missed_a_commit_writes_nothing(dsn: str, journal: PostgresJournal) -> None:
    twin = PostgresJournal(dsn, floor="main", epoch=1, commit_no=0)
    await journal.commit(batch(contact("c1-1")))
    with pytest.raises(LeadershipLost):
        await twin.commit(batch(contact("c1-2")))
    await twin.close()
    assert rows(dsn, "SELECT id FROM contact") == [("c1-1",)]


async def test_a_floor_without_lease_is_not_written(dsn: str) -> None:
    journal = PostgresJournal(dsn, floor="nowhere", epoch=1, commit_no=0)
    with pytest.raises(LeadershipLost):
        await journal.commit(batch(contact("c1-1")))
    await journal.close()
    assert rows(dsn, "SELECT id FROM contact") == []


async def test_one_commit_closes_an_offer_and_opens_the_next(dsn: str, journal: PostgresJournal) -> None:
    await journal.commit(batch(offer("o1-1", contact="c1-1", agent="anna")))
    opened = offer("o1-2", contact="c1-2", agent="anna")
    closed = offer("o1-1", contact="c1-1", agent="anna", state=books.MISSED)
    again = offer("o1-3", contact="c1-1", agent="bela")
    await journal.commit(batch(opened, again, closed))
    assert rows(dsn, "SELECT id, agent, contact FROM offer WHERE closed_at IS NULL ORDER BY id") == [
        ("o1-2", "anna", "c1-2"),
        ("o1-3", "bela", "c1-1"),
    ]


async def test_two_agents_swap_desks_in_one_commit(dsn: str, journal: PostgresJournal) -> None:
    await journal.commit(batch(agent("anna", phone="101"), agent("bela", phone="102")))
    await journal.commit(batch(agent("anna", phone="102"), agent("bela", phone="101")))
    assert rows(dsn, "SELECT id, phone FROM agent ORDER BY id") == [("anna", "102"), ("bela", "101")]


async def test_many_agents_may_be_logged_out(dsn: str, journal: PostgresJournal) -> None:
    await journal.commit(batch(agent("anna"), agent("bela")))
    assert len(rows(dsn, "SELECT id FROM agent WHERE phone IS NULL")) == 2


ANNA_RINGS = offer("o1-1", contact="c1-1", agent="anna")
BELA_RINGS = offer("o1-2", contact="c1-2", agent="bela")
REFUSALS: dict[str, tuple[Record, Record, Record]] = {
    "offer_one_open_per_agent": (ANNA_RINGS, BELA_RINGS, offer("o1-3", contact="c1-3", agent="anna")),
    "offer_one_open_per_contact": (ANNA_RINGS, BELA_RINGS, offer("o1-3", contact="c1-1", agent="cili")),
    "agent_one_per_phone": (
        agent("anna", phone="101"),
        agent("bela", phone="102"),
        agent("cili", phone="101"),
    ),
    "NumericValueOutOfRange": (
        contact("c1-1"),
        contact("c1-2"),
        contact("c1-3", policy_version=2**40),
    ),
    "UntranslatableCharacter": (leg("l1"), leg("l2"), leg("l3\0")),
    "UnicodeEncodeError": (leg("l1"), leg("l2"), leg("l3\ud800")),
}
"""By the rule: a row that is there before, a harmless neighbour in the batch, and the row that breaks it."""


@pytest.mark.parametrize("constraint", REFUSALS)
async def test_a_refused_row_is_named_and_its_neighbours_can_go_on(
    dsn: str, journal: PostgresJournal, constraint: str
) -> None:
    before, neighbour, culprit = REFUSALS[constraint]
    await journal.commit(batch(before))
    with pytest.raises(JournalRefused) as refused:
        await journal.commit(batch(contact("c1-9"), neighbour, culprit, entries=(books.queued("c1-9"),)))
    assert (refused.value.record, refused.value.constraint) == (culprit, constraint)
    assert rows(dsn, "SELECT seq FROM fact") == []
    await journal.commit(batch(contact("c1-9"), neighbour, entries=(books.queued("c1-9"),)))
    assert rows(dsn, "SELECT commit_no, contacts FROM fact") == [(2, ["c1-9"])]


async def test_a_refused_row_is_told_from_a_harmless_swap(journal: PostgresJournal) -> None:
    await journal.commit(batch(agent("anna", phone="101"), agent("bela", phone="102")))
    culprit = agent("dora\0")
    swap = (agent("anna", phone="102"), agent("cili"), agent("bela", phone="101"), culprit)
    with pytest.raises(JournalRefused) as refused:
        await journal.commit(batch(*swap))
    assert refused.value.record == culprit


async def test_a_refused_entry_is_named(journal: PostgresJournal) -> None:
    entry = books.queued("c1-1\0")
    with pytest.raises(JournalRefused) as refused:
        await journal.commit(batch(contact("c1-1"), entries=(books.queued("c1-1"), entry)))
    assert refused.value.record == entry


async def test_what_came_together_in_a_long_absence_is_written_and_its_culprit_found(
    dsn: str, journal: PostgresJournal
) -> None:
    many = [contact(f"c1-{n}") for n in range(12_000)]
    entries = tuple(books.queued(f"c1-{n}", at=books.NOW + n) for n in range(12_000))
    culprit = contact("c1-11000", policy_version=2**40)
    with pytest.raises(JournalRefused) as refused:
        await journal.commit(Batch(rows=(*many[:11_000], culprit, *many[11_001:]), entries=entries))
    assert refused.value.record == culprit
    await journal.commit(Batch(rows=tuple(many), entries=entries))
    assert rows(dsn, "SELECT count(*) FROM contact") == [(12_000,)]
    in_order = "SELECT contacts[1] FROM fact ORDER BY seq"
    assert rows(dsn, in_order) == [(f"c1-{n}",) for n in range(12_000)]


async def test_an_empty_batch_is_only_a_proof(dsn: str, journal: PostgresJournal) -> None:
    await journal.commit(batch())
    assert rows(dsn, "SELECT commit_no FROM lease") == [(1,)]


async def test_without_postgres_the_journal_says_away(tmp_path_factory: pytest.TempPathFactory) -> None:
    nobody = tmp_path_factory.mktemp("nobody")
    journal = PostgresJournal(f"host={nobody} user=acd", floor="main", epoch=1, commit_no=0)
    with pytest.raises(JournalAway, match="No such file"):
        await journal.commit(batch(contact("c1-1")))
    await journal.close()
