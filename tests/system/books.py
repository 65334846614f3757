"""Are the books true? Asked of the database after every test, whatever it did."""

from collections import defaultdict
from collections.abc import Iterator

import msgspec

from acd.kpi.agent_books import agent_intervals
from acd.kpi.contact_books import contact_intervals
from acd.kpi.intervals import AgentBucket, ContactBucket, gaps_and_overlaps
from acd.model.fact import ContactArrived, ContactEnded, Surprise
from acd.runtime.ports import Entry
from acd.testing.call_centre import CallCentre

LINES = "outside:"
"""How the names of lines to the outside begin, which are always there."""

LIVE_ROWS = """
    SELECT 'contact', id FROM contact WHERE ended_at IS NULL
    UNION ALL SELECT 'offer', id FROM offer WHERE closed_at IS NULL
    UNION ALL SELECT 'leg', id FROM leg WHERE NOT gone
    UNION ALL SELECT 'agent', id FROM agent WHERE activity <> 'idle'
        OR (presence <> 'logged_out' AND NOT starts_with(id, 'outside:'))
        OR record->'activity'->>'rests_until' IS NOT NULL
"""
"""What must not be left when everybody has gone home."""


def live_rows(centre: CallCentre) -> list[tuple[str, str]]:
    """Rows of the books that are still open."""
    return [(table, record) for table, record in centre.query(LIVE_ROWS)]


def entries(centre: CallCentre) -> list[Entry]:
    """All facts of this centre, in order."""
    rows = centre.query("SELECT entry FROM fact ORDER BY seq")
    return [msgspec.convert(entry, Entry) for (entry,) in rows]


def untruths(centre: CallCentre) -> list[str]:
    """What is wrong with the books of a floor on which nobody is any more, as sentences."""
    told = entries(centre)
    until = max((entry.at for entry in told), default=0.0)
    return [
        *(str(fact) for entry in told for fact in entry.facts if isinstance(fact, Surprise)),
        *gaps_and_overlaps(contact_intervals(told)),
        *gaps_and_overlaps(agent_intervals(told, until)),
        *_missing_seconds(told),
        *_talks_of_one(told, until),
    ]


def _missing_seconds(told: list[Entry]) -> Iterator[str]:
    """Every contact's intervals reach from its arrival to its end."""
    arrived: dict[str, float] = {}
    ended: dict[str, float] = {}
    for entry in told:
        for fact in entry.facts:
            if isinstance(fact, ContactArrived):
                arrived[fact.contact] = entry.at
            if isinstance(fact, ContactEnded):
                if fact.contact in ended:
                    yield f"{fact.contact} has ended twice"
                ended[fact.contact] = entry.at
    booked_s: defaultdict[str, float] = defaultdict(float)
    for interval in contact_intervals(told):
        booked_s[interval.owner] += interval.length_s
    for contact, arrived_at in arrived.items():
        if contact not in ended:
            yield f"{contact} has never ended"
        elif abs(booked_s[contact] - (ended[contact] - arrived_at)) > 1e-6:
            yield f"{contact}: {ended[contact] - arrived_at} s here, but not that much in the books"


def _talks_of_one(told: list[Entry], until: float) -> Iterator[str]:
    """Caller and agent agree on who talked with whom, from when to when."""
    of_contacts = {
        (one.owner, one.agent, one.began_at, one.ended_at)
        for one in contact_intervals(told, until)
        if one.bucket is ContactBucket.TALKING
    }
    of_agents = {
        (one.contact, one.owner, one.began_at, one.ended_at)
        for one in agent_intervals(told, until)
        if one.bucket is AgentBucket.TALKING
    }
    for talk in sorted(map(str, of_contacts ^ of_agents)):
        yield f"a talk in the books of one side only: {talk}"
