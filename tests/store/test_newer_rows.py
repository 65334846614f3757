"""What a newer version has written, read by this one: more fields, other states, other facts."""

from typing import Any

import msgspec
import psycopg
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from psycopg import sql
from psycopg.types.json import Jsonb

from acd.model.agent import Agent
from acd.model.contact import Contact
from acd.model.ids import ContactId
from acd.model.leg import Leg
from acd.model.offer import Offer
from acd.model.outcome import Record
from acd.runtime.ports import Entry
from acd.store.load import BooksUnreadable, load
from acd.store.queries import facts_between, story_of
from acd.store.writing import steps
from tests.store import books
from tests.store.strategies import values_of

_JUNK = st.recursive(
    st.none() | st.booleans() | st.integers(-9, 9) | st.text("ab", max_size=3),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.text("ab", max_size=2), inner, max_size=2),
)


def with_more_fields(value: Any, more: Any) -> Any:
    """A value as JSON would have it, each record in it with a field that this version does not know."""
    if isinstance(value, msgspec.Struct):
        config = value.__struct_config__
        tag = {config.tag_field: config.tag} if config.tag_field else {}
        fields = {name: with_more_fields(getattr(value, name), more) for name in value.__struct_fields__}
        return tag | fields | {"of_a_newer_version": more}
    if isinstance(value, tuple):
        return [with_more_fields(each, more) for each in value]
    return msgspec.to_builtins(value)


# --- more fields -------------------------------------------------------------------------------------------


@settings(max_examples=300)
@given(record=st.one_of(*map(values_of, (Contact, Leg, Offer, Agent, Entry))), more=_JUNK)
def test_fields_that_this_version_does_not_know_change_nothing(record: Record | Entry, more: Any) -> None:
    document = msgspec.json.encode(with_more_fields(record, more))
    assert msgspec.json.decode(document, type=type(record)) == record


async def test_a_row_with_more_fields_is_a_live_row(dsn: str) -> None:
    live = books.contact("c1-1")
    with psycopg.connect(dsn) as connection:
        document = Jsonb(with_more_fields(live, ["anything"]))
        connection.execute("INSERT INTO contact (floor, record) VALUES ('main', %s)", [document])
    assert (await load(dsn, "main")).contacts == (live,)


# --- other states ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("table", "row", "change", "constraint"),
    [
        ("contact", books.contact("x1"), {"place": {"type": "called_back", "at": 5}}, "contact_place_known"),
        ("leg", books.leg("x1"), {"side": "observer"}, None),
        ("offer", books.offer("x1"), {"ring_s": None}, None),
        ("agent", books.agent("x1"), {"presence": {"type": "teaching", "since": 5}}, "agent_presence_known"),
    ],
)
async def test_a_live_row_in_a_state_of_a_newer_version_is_named_and_nothing_is_loaded(
    dsn: str, table: str, row: Record, change: dict[str, Any], constraint: str | None
) -> None:
    document = Jsonb(msgspec.to_builtins(row) | change)
    with psycopg.connect(dsn) as connection:
        if constraint is not None:
            names = map(sql.Identifier, (table, constraint))
            connection.execute(sql.SQL("ALTER TABLE {} DROP CONSTRAINT {}").format(*names))
        insert = sql.SQL("INSERT INTO {} (floor, record) VALUES ('main', %s)").format(sql.Identifier(table))
        connection.execute(insert, [document])
    with pytest.raises(BooksUnreadable, match=rf"Row x1 of table {table}, floor 'main', .* a newer one"):
        await load(dsn, "main")


async def test_a_row_that_is_over_may_be_in_any_state(dsn: str) -> None:
    """Going back is possible as soon as what only the newer version knows has ended."""
    document = Jsonb(msgspec.to_builtins(books.ended("c1-1")) | {"medium": 7, "language": None})
    with psycopg.connect(dsn) as connection:
        connection.execute("INSERT INTO contact (floor, record) VALUES ('main', %s)", [document])
    assert (await load(dsn, "main")).contacts == ()


# --- other facts -------------------------------------------------------------------------------------------


_UNKNOWN = st.builds(
    lambda kind, more: {"type": kind, "contact": "c1-1", **more},
    st.sampled_from(["CallbackOffered", "SiteClosed"]),
    st.dictionaries(st.text("xyz", min_size=1, max_size=3), _JUNK, max_size=3),
)
"""Facts of kinds that this version does not know."""
_CHANGED = st.just({"type": "ContactEnded", "contact": "c1-1", "ending": "called_back"})
"""A kind that it knows, with a value that it does not."""


@settings(max_examples=100, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(known=values_of(Entry), others=st.lists(st.tuples(st.integers(0, 4), _UNKNOWN | _CHANGED), max_size=4))
async def test_facts_of_a_newer_version_are_named_and_the_others_are_read(
    dsn: str, known: Entry, others: list[tuple[int, dict[str, Any]]]
) -> None:
    facts: list[Any] = [*msgspec.to_builtins(known.facts)]
    for place, fact in others:
        facts.insert(place, fact)
    with psycopg.connect(dsn, autocommit=True) as connection:
        connection.execute("TRUNCATE fact")
        connection.execute(
            """INSERT INTO fact (floor, epoch, commit_no, contacts, agents, entry)
               VALUES ('main', 1, 1, '{c1-1}', '{}', %s)""",
            [Jsonb({"at": books.NOW, "facts": facts})],
        )
    theirs = [fact["type"] for fact in facts if fact in [other for _, other in others]]
    expected = Entry(at=books.NOW, facts=known.facts, unread=tuple(theirs))
    assert await story_of(dsn, "main", ContactId("c1-1")) == [expected]
    (page,) = await facts_between(dsn, "main", since=books.NOW - 1, until=books.NOW + 1)
    assert page.entry == expected


def test_what_this_version_writes_has_nothing_unread() -> None:
    (step,) = steps(books.batch(entries=(books.queued(),)))
    assert "unread" not in step.encoded()
