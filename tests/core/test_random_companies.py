"""The engine decides as the oracle does, in whatever company.

The companies are made by chance (`random_company`), and so is what happens in them (`small_world`): after
each message the pairs, the reasons kept with them, what is asked for who has just come, and that nobody was
overtaken further than head starts explain are compared with what `oracle` says.
A run of any length: `python -m bench.oracle --events 10000000`.
"""

import random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from acd.core.matching import choice, heads, prospects
from acd.model.fact import OfferOpened
from tests.core.random_company import random_cast, run_day
from tests.core.small_world import World

BYTE = st.integers(0, 255)
EVENTS_FOR_EACH = 26_000


@settings(max_examples=100, suppress_health_check=list(HealthCheck))
@given(st.randoms(use_true_random=False), st.lists(st.tuples(BYTE, BYTE), min_size=20, max_size=150))
def test_any_company_routes_as_the_oracle_does(dice: random.Random, steps: list[tuple[int, int]]) -> None:
    world = World(cast=random_cast(dice))
    for act, detail in steps:
        world.step(act, detail)
    world.wind_down()


@pytest.mark.parametrize("first_seed", range(0, 40_000, 10_000))
def test_a_hundred_thousand_events_are_decided_as_by_the_oracle(first_seed: int) -> None:
    """All four together."""
    seed, events, offers = first_seed, 0, 0
    while events < EVENTS_FOR_EACH:
        outcomes = run_day(seed).story.outcomes
        seed, events = seed + 1, events + len(outcomes)
        offers += sum(isinstance(fact, OfferOpened) for outcome in outcomes for fact in outcome.facts)
    assert offers > EVENTS_FOR_EACH / 50, "there was hardly anything to decide"


@pytest.mark.parametrize("few", [1, 1000])
def test_the_ways_of_large_floors_decide_the_same(monkeypatch: pytest.MonkeyPatch, few: int) -> None:
    """As if nine agents were thousands: tiers instead of comparing one by one, contacts instead of agents who
    become free at once, classes that nobody has on a list of his own.
    """
    monkeypatch.setattr(choice, "MANY", 0)
    monkeypatch.setattr(prospects, "MANY", 0)
    monkeypatch.setattr(heads, "FEW", few)
    for seed in range(100_000, 100_060):
        run_day(seed)
