"""P11, as short as it can be: real answers, heard by real phones, in an announcement and in music."""

import pytest

from bench.options import Options
from bench.rows import p11

pytestmark = pytest.mark.system


def test_an_answer_in_the_middle_of_an_announcement_is_heard_and_measured() -> None:
    row = p11.measure(Options(rounds=1, short=True))
    for heard in (p11.ANNOUNCEMENT, p11.MUSIC):
        delays_ms = row.samples[heard]
        assert len(delays_ms) == p11.SHORT_CALLS
        assert all(0.0 < delay_ms < 5_000.0 for delay_ms in delays_ms), delays_ms
