"""P7, as short as it can be: a real crash with real calls, alone and with a stand-by."""

import pytest

from bench.options import Options
from bench.rows import p7

pytestmark = pytest.mark.system


def test_a_crash_is_survived_and_measured() -> None:
    row = p7.measure(Options(rounds=1, short=True))
    *_, nothing_lost = row.aims
    assert nothing_lost.met, row.notes
    told = row.as_json()
    assert 0 < float(str(told["stand_by_first_offer_s"])) < 60
    alone, stand_by = row.notes
    assert "Python starts" in alone
    assert "the leadership is taken" in alone
    assert "the leadership is taken" in stand_by
    assert "Python starts" not in stand_by
