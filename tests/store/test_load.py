"""What a restarted engine finds is what was alive when the last commit was written."""

import asyncio

import msgspec
import psycopg
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from acd.model.about import About
from acd.model.again import Awaiting, BegunAnew, Recognised, Resumed
from acd.model.agent import Agent
from acd.model.contact import Contact, Listening
from acd.model.experience import Experience
from acd.model.fact import CustomerDialled
from acd.model.ids import ContactId, FlowId, LegId, NodeId
from acd.model.leg import Leg
from acd.model.offer import Offer
from acd.model.outcome import Record
from acd.model.overlay import Overlay
from acd.runtime.ports import Entry
from acd.store.journal import PostgresJournal
from acd.store.load import Books, load
from acd.store.policies import save
from tests.store import books
from tests.store.books import NOW, agent, batch, contact, dropped, ended, gone, leg, offer, ready, talked
from tests.store.leading import lead
from tests.store.locks import waiting_for_locks

LIVE: list[Record] = [
    contact("c1-1"),
    contact("c1-2", policy_version=2),
    leg("l1"),
    leg("l2"),
    offer("o1-1", contact="c1-1", agent="anna"),
    agent("anna", phone="101", offer="o1-1"),
    agent("bela"),
]
OVER: list[Record] = [ended("c1-8"), gone("l8"), offer("o1-8", contact="c1-8", state=books.MISSED)]


async def journal_of(dsn: str, floor: str) -> PostgresJournal:
    leadership = await lead(dsn, floor)
    await leadership.release()
    return PostgresJournal(dsn, floor=floor, epoch=leadership.epoch, commit_no=leadership.commit_no)


async def test_live_rows_are_loaded_and_the_others_are_not(dsn: str) -> None:
    journal = await journal_of(dsn, "main")
    await journal.commit(batch(*LIVE, *OVER))
    await journal.close()
    found = await load(dsn, "main")
    assert [*found.contacts, *found.legs, *found.offers, *found.agents] == LIVE


async def test_what_has_ended_since_is_gone_from_the_books(dsn: str) -> None:
    journal = await journal_of(dsn, "main")
    await journal.commit(batch(*LIVE))
    closed = offer("o1-1", contact="c1-1", agent="anna", state=books.MISSED)
    await journal.commit(batch(ended("c1-1"), gone("l1"), closed, agent("anna", phone="101")))
    await journal.close()
    found = await load(dsn, "main")
    assert [row.id for row in found.contacts] == ["c1-2"]
    assert [row.id for row in found.legs] == ["l2"]
    assert found.offers == ()
    assert found.agents == (agent("anna", phone="101"), agent("bela"))


async def test_another_floor_is_another_world(dsn: str) -> None:
    for floor, name in (("north", "anna"), ("south", "bela")):
        journal = await journal_of(dsn, floor)
        await journal.commit(batch(contact("c1-1"), agent(name, phone="101"), offer("o1-1", agent=name)))
        await journal.close()
    assert [row.id for row in (await load(dsn, "north")).agents] == ["anna"]
    assert [row.id for row in (await load(dsn, "south")).agents] == ["bela"]


async def test_a_new_floor_has_empty_books(dsn: str) -> None:
    assert await load(dsn, "main") == Books(
        contacts=(),
        legs=(),
        offers=(),
        agents=(),
        overlays=(),
        experiences=(),
        policies=(),
        written_until=None,
    )


async def test_the_books_tell_the_moment_of_their_newest_fact(dsn: str) -> None:
    for floor, moments in (("main", (NOW, NOW + 2.5)), ("south", (NOW + 9,))):
        journal = await journal_of(dsn, floor)
        for at in moments:
            await journal.commit(batch(entries=(ready("anna", at=at),)))
        await journal.close()
    assert (await load(dsn, "main")).written_until == NOW + 2.5


async def test_the_books_tell_with_whom_callers_talked_last(dsn: str) -> None:
    journal = await journal_of(dsn, "main")
    day = 24 * 3600.0
    talks = (
        talked("c1-1", caller="+361", agent="anna", since=NOW - 9 * day),
        talked("c1-2", caller="+361", agent="bela", since=NOW - 2 * day),
        talked("c1-3", caller=None, agent="bela", since=NOW - day),
        talked("c1-4", caller="+362", agent="anna", since=NOW - day),
    )
    await journal.commit(batch(*talks, contact("c1-5"), entries=(ready("anna", at=NOW),)))
    await journal.close()
    assert (await load(dsn, "main")).talks == ()
    found = (await load(dsn, "main", remember_s=3 * day)).talks
    assert [(talk.caller, talk.agent, talk.since) for talk in found] == [
        ("+361", "bela", NOW - 2 * day),
        ("+362", "anna", NOW - day),
    ]
    everything = (await load(dsn, "main", remember_s=30 * day)).talks
    assert [talk.agent for talk in everything] == ["anna", "bela", "anna"]
    assert (await load(dsn, "south", remember_s=30 * day)).talks == ()


async def test_the_books_tell_who_has_left_a_line_and_may_ring_again(dsn: str) -> None:
    """Lately enough, and with a place that nobody has taken since, or begun anew instead."""
    journal = await journal_of(dsn, "main")
    rows = [
        dropped(f"c1-{n}", at=NOW - ago_s) for n, ago_s in enumerate((400.0, 200.0, 150.0, 100.0), start=1)
    ]
    later = [
        msgspec.structs.replace(contact("c1-7", at=NOW - 90), again=Resumed(earlier=ContactId("c1-2"))),
        msgspec.structs.replace(ended("c1-8"), again=BegunAnew(earlier=ContactId("c1-4"))),
        msgspec.structs.replace(ended("c1-10"), again=Awaiting(earlier=ContactId("c1-3"))),
        msgspec.structs.replace(
            contact("c1-9", at=NOW), again=Recognised(earlier=ContactId("c1-3"), flow=FlowId("main"))
        ),
    ]
    await journal.commit(batch(*rows, *later, contact("c1-5"), entries=(ready("anna", at=NOW),)))
    await journal.close()
    assert (await load(dsn, "main")).dropped == ()
    assert [row.id for row in (await load(dsn, "main", resume_s=300.0)).dropped] == ["c1-3"]
    assert (await load(dsn, "main", resume_s=900.0)).dropped == (rows[0], rows[2])
    assert (await load(dsn, "south", resume_s=900.0)).dropped == ()


async def test_of_too_many_who_have_left_the_last_are_remembered(
    dsn: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    journal = await journal_of(dsn, "main")
    rows = [dropped(f"c1-{n}", at=NOW - n) for n in range(1, 6)]
    await journal.commit(batch(*rows, entries=(ready("anna", at=NOW),)))
    await journal.close()
    monkeypatch.setattr("acd.store.load.MOST_DROPPED", 2)
    assert [row.id for row in (await load(dsn, "main", resume_s=60.0)).dropped] == ["c1-2", "c1-1"]


async def test_of_too_many_talks_the_latest_are_remembered(dsn: str, monkeypatch: pytest.MonkeyPatch) -> None:
    journal = await journal_of(dsn, "main")
    talks = [talked(f"c1-{n}", caller=f"+36{n}", agent="anna", since=NOW - n) for n in range(1, 6)]
    await journal.commit(batch(*talks, entries=(ready("anna", at=NOW),)))
    await journal.close()
    monkeypatch.setattr("acd.store.load.MOST_TALKS", 2)
    found = (await load(dsn, "main", remember_s=3600.0)).talks
    assert [talk.caller for talk in found] == ["+362", "+361"]


async def test_the_dials_of_the_last_minute_are_remembered_whoever_they_were_for(dsn: str) -> None:
    journal = await journal_of(dsn, "main")
    for at, contact_id, attempt in ((NOW - 70, "c1-1", 1), (NOW - 59, "c1-2", 3), (NOW - 1, "c1-1", 2)):
        fact = CustomerDialled(
            contact=ContactId(contact_id), leg=LegId("leg"), number="+431", attempt=attempt
        )
        entry = Entry(at=at, facts=(fact,))
        await journal.commit(batch(ended(contact_id), entries=(entry,)))
    await journal.commit(batch(entries=(ready("anna", at=NOW),)))
    await journal.close()
    assert [(dial.contact, dial.number, dial.at) for dial in (await load(dsn, "main")).dials] == [
        ("c1-2", 3, NOW - 59),
        ("c1-1", 2, NOW - 1),
    ]
    assert (await load(dsn, "south")).dials == ()


async def test_the_versions_that_live_contacts_travel_come_with_the_one_in_force(dsn: str) -> None:
    journal = await journal_of(dsn, "main")
    for text in ("one", "two", "three", "four", "five"):
        await save(dsn, "main", epoch=1, company=text, author="anna")
    listening = Listening(
        version=3,
        flow=FlowId("regret"),
        node=NodeId("key"),
        tries=1,
        turn=1,
        needs=(),
        about=About(),
        until=NOW + 5,
    )
    sent_on = msgspec.structs.replace(contact("c1-1", policy_version=2), journey=listening)
    await journal.commit(batch(sent_on, ended("c1-2")))
    await journal.close()
    found = await load(dsn, "main")
    assert [(policy.version, policy.company) for policy in found.policies] == [
        (2, "two"),
        (3, "three"),
        (5, "five"),
    ]


async def test_the_books_are_of_one_moment(dsn: str) -> None:
    journal = await journal_of(dsn, "main")
    await journal.commit(batch(contact("c1-1"), agent("anna", phone="101")))
    await journal.close()
    async with await psycopg.AsyncConnection.connect(dsn) as other:
        await other.execute("LOCK TABLE agent")
        loading = asyncio.create_task(load(dsn, "main"))
        await waiting_for_locks(dsn, 1)
        await other.execute("DELETE FROM contact")
        await other.execute("DELETE FROM agent")
    found = await loading
    assert (found.contacts, found.agents) == ((contact("c1-1"),), (agent("anna", phone="101"),))


_versions: dict[str, tuple[Record, ...]] = {
    "c1-1": (contact("c1-1"), ended("c1-1")),
    "c1-2": (contact("c1-2", policy_version=7), ended("c1-2")),
    "l1": (leg("l1"), gone("l1")),
    "o1-1": (offer("o1-1"), offer("o1-1", state=books.MISSED)),
    "o1-2": (
        offer("o1-2", contact="c1-2", agent="bela"),
        offer("o1-2", contact="c1-2", agent="bela", state=books.MISSED),
    ),
    "anna": (agent("anna", phone="101"), agent("anna", phone="102"), agent("anna")),
    "bela": (agent("bela", phone="103"), agent("bela", phone="104"), agent("bela")),
}
_changes = st.dictionaries(st.sampled_from(sorted(_versions)), st.integers(0, 2), max_size=7)


def _is_live(row: Record) -> bool:
    match row:
        case Contact():
            return row.is_live
        case Leg():
            return not row.is_gone
        case Offer():
            return row.is_open
        case Agent() | Experience():
            return True
        case Overlay():
            return not row.is_over


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(history=st.lists(_changes, min_size=1, max_size=6))
def test_any_history_of_commits_loads_as_its_last_live_rows(dsn: str, history: list[dict[str, int]]) -> None:
    async def play() -> None:
        floor = f"floor {next(_floors)}"
        journal = await journal_of(dsn, floor)
        kept: dict[str, Record] = {}
        for change in history:
            rows = {name: _versions[name][n % len(_versions[name])] for name, n in change.items()}
            await journal.commit(batch(*rows.values()))
            kept |= rows
        await journal.close()
        found = await load(dsn, floor)
        loaded: list[Record] = [*found.contacts, *found.legs, *found.offers, *found.agents]
        assert {row.id: row for row in loaded} == {name: row for name, row in kept.items() if _is_live(row)}

    asyncio.run(play())


_floors = iter(range(10**6))
