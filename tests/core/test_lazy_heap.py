"""The lazy heap against a plain dictionary."""

from hypothesis import given
from hypothesis import strategies as st

from acd.core.lazy_heap import LazyHeap

KEYS = st.sampled_from(["a", "b", "c", "d", "e"])


@given(st.lists(st.tuples(KEYS, st.none() | st.integers(0, 3)), max_size=300))
def test_the_least_is_always_that_of_a_dictionary(steps: list[tuple[str, int | None]]) -> None:
    """None discards the key."""
    heap: LazyHeap[str] = LazyHeap()
    plain: dict[str, int] = {}
    for key, rank in steps:
        if rank is None:
            heap.discard(key)
            plain.pop(key, None)
        else:
            heap.put(key, rank)
            plain[key] = rank
        ordered = sorted((rank, key) for key, rank in plain.items())
        assert heap.least() == (ordered[0] if ordered else None)
        assert [heap.first(count) for count in range(7)] == [ordered[:count] for count in range(7)]


def test_memory_follows_what_is_live_and_not_what_has_happened() -> None:
    heap: LazyHeap[str] = LazyHeap()
    for rank in range(10_000):
        heap.put("a", rank)
    assert len(heap._heap) < 100
