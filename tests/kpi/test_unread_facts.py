"""Facts that a newer version wrote are left out when this one reads (`Entry.unread`): the books that are made
of the others may be poorer, but they are made, and they add up.
"""

import random

import pytest

from acd.kpi.agent_books import agent_intervals
from acd.kpi.contact_books import contact_intervals
from acd.kpi.figures import ServiceLevel, abandonment_rate, aht_s, asa_s, service_level
from acd.kpi.intervals import gaps_and_overlaps
from acd.kpi.visits import visits
from acd.runtime.ports import Entry
from tests.kpi.test_books import day


@pytest.mark.parametrize("seed", range(40))
def test_books_with_holes_add_up(seed: int) -> None:
    dice = random.Random(seed)  # noqa: S311
    kept = [
        Entry(at=entry.at, facts=tuple(fact for fact in entry.facts if dice.random() > 0.2))
        for entry in day(seed % 5).entries
    ]
    contacts = contact_intervals(kept)
    agents = agent_intervals(kept, until=kept[-1].at)
    assert contacts
    assert agents
    assert not gaps_and_overlaps(contacts)
    assert not gaps_and_overlaps(agents)
    seen = visits(kept)
    level = service_level(seen, ServiceLevel(within_s=20.0))
    for figure in (abandonment_rate(seen), asa_s(seen), level, aht_s(agents)):
        assert figure is None or figure >= 0
