"""`make soak`, as short as it can be: some seconds of real calls; every promise that can be told is kept."""

from pathlib import Path

import pytest

from bench.soak.promises import promises
from bench.soak.run import Plan, soak

pytestmark = pytest.mark.system

LENGTH_S, PER_S = 10.0, 4.0


def test_some_seconds_of_calls(tmp_path: Path) -> None:
    lines: list[str] = []
    course = soak(Plan(length_s=LENGTH_S, per_s=PER_S, look_every_s=60.0, told=lines.append), tmp_path)
    # How many calls came in so short a time is chance, and how fast, a matter of who else is on the machine.
    wrong = [one for one in promises(course) if one.kept is False and "calls a second" not in one.words]
    assert wrong == []
    assert course.calls["carried"] > LENGTH_S * PER_S / 2
    assert course.calls["refused"] == 0
    assert "equal" in lines[-1]
    assert course.after.tables_mib["fact"] > 0
