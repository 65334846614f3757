"""What is kept for a while only: which contacts ended long ago, and what was written down of them."""

from collections.abc import Collection

from acd.model.ids import ContactId
from acd.store.connection import session

_ENDED = b"""
SELECT id, (record->>'arrived_at')::double precision FROM contact
WHERE floor = %(floor)s AND id = ANY(%(contacts)s) AND ended_at < to_timestamp(%(before)s)
"""

_STRIKE = b"""
WITH struck AS (
    UPDATE contact SET record = jsonb_set(
        jsonb_set(
            jsonb_set(record, '{message,note,text}', 'null', false), '{note,text}', 'null', false
        ),
        '{life,texts_deleted}', 'true'
    )
    WHERE floor = %(floor)s AND (message = 'settled' OR note = 'noted')
        AND ended_at < to_timestamp(%(before)s)
        AND record#>>'{life,texts_deleted}' IS DISTINCT FROM 'true'
    RETURNING id
)
UPDATE fact SET entry = jsonb_set(entry, '{facts}', (
    SELECT jsonb_agg(
        CASE WHEN one->>'type' IN ('MessageTranscribed', 'NoteTranscribed')
                AND one->>'contact' IN (SELECT id FROM struck)
            THEN jsonb_set(one, '{text}', 'null') ELSE one END
        ORDER BY place
    )
    FROM jsonb_array_elements(entry->'facts') WITH ORDINALITY AS each(one, place)
))
WHERE floor = %(floor)s AND contacts && ARRAY(SELECT id FROM struck)
    AND (
        entry->'facts' @> '[{"type": "MessageTranscribed"}]'
        OR entry->'facts' @> '[{"type": "NoteTranscribed"}]'
    )
"""


async def ended_before(
    dsn: str, floor: str, contacts: Collection[ContactId], *, before: float
) -> dict[ContactId, float]:
    """Which of these contacts ended before a moment, with the moments of their arrivals.

    Raises:
        JournalAway: PostgreSQL cannot be reached.
    """
    values = {"floor": floor, "contacts": list(contacts), "before": before}
    async with session(dsn, role="retention") as connection:
        cursor = await connection.execute(_ENDED, values)
        return {ContactId(name): arrived_at async for name, arrived_at in cursor}


async def strike_texts(dsn: str, floor: str, *, before: float) -> None:
    """Take out what was written down of messages and notes whose contacts ended before a moment: of the
    contacts, and of the facts, for of a text that came when the contact was over only they know. Nothing
    else of a fact ever changes. Nobody else writes what is over; twice is as once.

    Raises:
        JournalAway: PostgreSQL cannot be reached.
    """
    async with session(dsn, role="retention") as connection:
        await connection.execute(_STRIKE, {"floor": floor, "before": before})
