"""Five hundred who are to be called back at once, after an outage: none is lost on the way through a real
database.
"""

import time
from collections.abc import Callable, Sequence

import psycopg

from acd.core.floor import Floor
from acd.model.outcome import Outcome
from acd.runtime.loop import Pending
from acd.runtime.ports import Batch
from acd.store.journal import PostgresJournal
from acd.store.load import load
from tests.core.test_callback_crowd import (
    LINES,
    MANY,
    PER_MINUTE,
    Crowd,
    all_are_called_in_order_as_many_as_may_be,
    ask_for_callbacks,
    company,
)
from tests.store.leading import lead

AT_ONCE = 100
"""So many decisions share a commit."""

LOADED_WITHIN_S = 5.0
"""Reading the books takes a small part of that on a small machine."""


async def write(dsn: str, outcomes: Sequence[Outcome]) -> int:
    """As the loop does, under a leadership of its own; its epoch."""
    leadership = await lead(dsn)
    await leadership.release()
    journal = PostgresJournal(dsn, floor="main", epoch=leadership.epoch, commit_no=leadership.commit_no)
    for first in range(0, len(outcomes), AT_ONCE):
        pending = Pending()
        for outcome in outcomes[first : first + AT_ONCE]:
            pending.add(outcome)
        await journal.commit(Batch(rows=tuple(pending.rows.values()), entries=tuple(pending.entries)))
    await journal.close()
    return leadership.epoch


async def test_five_hundred_come_back_from_the_database_in_order_and_none_is_lost(
    dsn: str, record_property: Callable[[str, object], None]
) -> None:
    crowd = Crowd(company(lines=LINES, per_minute=PER_MINUTE), 0)
    ask_for_callbacks(crowd)
    epoch = await write(dsn, crowd.outcomes)

    began = time.monotonic()
    books = await load(dsn, "main")
    floor = Floor.of(crowd.policy, epoch + 1, dials=books.dials, records=books.records())
    took_s = time.monotonic() - began
    record_property(f"{MANY} callbacks read from the database", took_s)
    assert took_s < LOADED_WITHIN_S

    crowd.outcomes.clear()
    crowd.restart(floor)
    all_are_called_in_order_as_many_as_may_be(crowd)

    assert await write(dsn, crowd.outcomes) == epoch + 1
    assert (await load(dsn, "main")).contacts == (), "nobody is left who waits"
    assert told(dsn, "CallbackAgreed") == told(dsn, "ContactEnded") == [(MANY, MANY)], "each once"
    ((reached, of),) = told(dsn, "CustomerReached")
    assert reached == of, "nobody twice"


def told(dsn: str, kind: str) -> list[tuple[int, int]]:
    """How many such facts there are in the database, and of how many contacts."""
    with psycopg.connect(dsn) as connection:
        return connection.execute(
            "SELECT count(*), count(DISTINCT one->>'contact') "
            "FROM fact, jsonb_array_elements(entry->'facts') AS one WHERE one->>'type' = %s",
            (kind,),
        ).fetchall()
