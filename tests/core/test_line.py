"""The line against a plain dictionary."""

from hypothesis import given
from hypothesis import strategies as st

from acd.core.line import Line

KEYS = st.sampled_from(["a", "b", "c", "d", "e"])
RANKS = st.integers(0, 3)


@given(st.lists(st.tuples(KEYS, st.none() | RANKS), max_size=300), KEYS, RANKS)
def test_a_line_is_as_a_sorted_dictionary(
    steps: list[tuple[str, int | None]], somebody: str, anywhere: int
) -> None:
    """None lets the key leave."""
    line: Line[str] = Line()
    plain: dict[str, int] = {}
    for key, rank in steps:
        if rank is None:
            line.discard(key)
            plain.pop(key, None)
        else:
            line.put(key, rank)
            plain[key] = rank
        ordered = sorted((rank, key) for key, rank in plain.items())
        assert line.least() == (ordered[0] if ordered else None)
        assert line.before(anywhere, somebody) == sum(each < (anywhere, somebody) for each in ordered)
