"""Nothing of a record or an entry is lost in the tables, whatever states its parts are in."""

import math
from collections.abc import Iterator

import msgspec
import psycopg
import pytest
from hypothesis import HealthCheck, given, settings
from psycopg import sql

from acd.model.agent import Agent
from acd.model.contact import Contact
from acd.model.experience import Experience
from acd.model.leg import Leg
from acd.model.offer import Offer
from acd.model.outcome import Record
from acd.runtime.ports import Entry
from acd.store.writing import TABLES, WRITE, Written, parameters, steps
from tests.store import books
from tests.store.strategies import values_of

Database = psycopg.Connection[tuple[object, ...]]

_many = settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])


@pytest.fixture
def database(dsn: str) -> Iterator[Database]:
    with psycopg.connect(dsn) as connection:
        yield connection


def write(database: Database, row: Written) -> None:
    todo = steps(books.batch(entries=(row,)) if isinstance(row, Entry) else books.batch(row))
    database.execute(WRITE, {"floor": "main", "epoch": 1, "commit_no": 1, **parameters(todo)})


def kept(database: Database, record: Record) -> Record:
    """What the database has of a record, once it has been written there."""
    write(database, record)
    table = sql.Identifier(TABLES[type(record)].name)
    query = sql.SQL("SELECT record::text FROM {} WHERE id = %s").format(table)
    ((text,),) = database.execute(query, [record.id]).fetchall()
    database.rollback()
    return msgspec.json.decode(str(text), type=type(record))


@_many
@given(record=values_of(Contact))
def test_a_contact_comes_back_equal(database: Database, record: Contact) -> None:
    assert kept(database, record) == record


@_many
@given(record=values_of(Leg))
def test_a_leg_comes_back_equal(database: Database, record: Leg) -> None:
    assert kept(database, record) == record


@_many
@given(record=values_of(Offer))
def test_an_offer_comes_back_equal(database: Database, record: Offer) -> None:
    assert kept(database, record) == record


@_many
@given(record=values_of(Agent))
def test_an_agent_comes_back_equal(database: Database, record: Agent) -> None:
    assert kept(database, record) == record


@_many
@given(record=values_of(Experience))
def test_what_a_queue_has_learnt_comes_back_equal(database: Database, record: Experience) -> None:
    assert kept(database, record) == record


@_many
@given(entry=values_of(Entry))
def test_an_entry_comes_back_equal_and_names_whom_it_is_about(database: Database, entry: Entry) -> None:
    write(database, entry)
    ((text, contacts, agents),) = database.execute(
        "SELECT entry::text, contacts, agents FROM fact"
    ).fetchall()
    database.rollback()
    assert msgspec.json.decode(str(text), type=Entry) == entry
    assert contacts == list(dict.fromkeys(fact.contact for fact in entry.facts if hasattr(fact, "contact")))
    assert agents == list(dict.fromkeys(fact.agent for fact in entry.facts if hasattr(fact, "agent")))


def test_a_waiting_contact_can_be_read_with_psql(database: Database) -> None:
    write(database, books.contact("c1-7"))
    row = database.execute(
        "SELECT id, place, queue, extract(epoch FROM queued_at)::float8, order_key, ended_at FROM contact"
    ).fetchone()
    assert row is not None
    identifier, place, queue, queued_at, order_key, ended_at = row
    assert (identifier, place, queue, ended_at) == ("c1-7", "queued", "sales", None)
    assert isinstance(queued_at, float)
    assert math.isclose(queued_at, books.NOW, abs_tol=1e-6)
    assert order_key == books.NOW - 60


def test_a_missed_offer_says_when_and_how_it_was_closed(database: Database) -> None:
    write(database, books.offer("o1-1", state=books.MISSED))
    row = database.execute("SELECT state, failure, closed_at > opened_at FROM offer").fetchone()
    assert row == ("failed", "no_answer", True)


def test_the_newest_state_of_a_row_replaces_the_older(database: Database) -> None:
    write(database, books.leg("l1"))
    write(database, books.gone("l1"))
    assert database.execute("SELECT state, gone, cause FROM leg").fetchall() == [("gone", True, 16)]
