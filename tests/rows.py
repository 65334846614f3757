"""Which tests stay behind each other when several run at a time (`pytest -n 2`).

Those with programs of their own running wait for events rather than compute: two of them go well together,
but no two on the same containers. Those that only compute fill the gaps.
"""

from xdist.scheduler.loadscope import LoadScopeScheduling

CALLS = "tests/system/"
KILLS = ("tests/system/test_kill", "tests/system/test_upgrades")
"""Calls, too, but in a row of their own: the other one would be longer than all the rest."""
PROGRAMS = (
    "examples/",
    "tests/asterisk/",
    "tests/attach/",
    "tests/bench/",
    "tests/contract/",
    "tests/demo/",
    "tests/installation/",
    "tests/lab/",
    "tests/store/",
    "tests/testing/",
)


def row_of(nodeid: str) -> str | None:
    """The row in which a test stands; None: it only computes, and may run at any time."""
    if "docker" in nodeid:
        return "containers"
    if nodeid.startswith(KILLS):
        return "kills"
    if nodeid.startswith(CALLS):
        return "calls"
    return "programs" if nodeid.startswith(PROGRAMS) else None


class Rows(LoadScopeScheduling):  # type: ignore[misc]  # xdist has no types
    """Gives each row to one worker, the longest first; then the other tests, one by one."""

    def _split_scope(self, nodeid: str) -> str:
        return row_of(nodeid) or nodeid
