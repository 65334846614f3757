"""The journal's bench: its calls, and that every outcome that comes is committed and counted."""

from itertools import islice

from acd.runtime.ports import Batch
from bench.journal.calls import CALLS_AT_ONCE, call, outcomes
from bench.journal.load import run


class Noting:
    """A journal that notes what it is given."""

    def __init__(self) -> None:
        self.batches: list[Batch] = []

    async def commit(self, batch: Batch) -> None:
        self.batches.append(batch)


def test_a_call_goes_from_the_queue_to_its_end() -> None:
    facts = [type(fact).__name__ for _, entry in call(1) for fact in entry.facts]
    assert facts == [
        "PlaceTaken",
        "OfferOpened",
        "LegAppeared",
        "OfferAnswered",
        "TalkJoined",
        "ContactEnded",
    ]


def test_a_call_that_is_over_makes_room_for_another() -> None:
    length = len(list(call(1)))
    of_all = islice(outcomes(), CALLS_AT_ONCE * (length + 1))
    (first, *_), *_, (newest, *_) = (rows for rows, _ in of_all)
    assert (first.id, newest.id) == ("c1-0", f"c1-{2 * CALLS_AT_ONCE - 1}")


async def test_every_outcome_is_committed_and_its_wait_counted() -> None:
    journal = Noting()
    figures = await run(journal, events_per_s=2000, seconds=0.05)
    assert figures.commits == len(journal.batches)
    assert len(figures.waits_ms) == sum(len(batch.entries) for batch in journal.batches) > 0
    assert all(wait_ms >= 0 for wait_ms in figures.waits_ms)
