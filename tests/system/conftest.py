"""One call centre for all tests of a file, tidied up between them; some make one of their own to break."""

from collections.abc import Iterator
from pathlib import Path
from statistics import median

import pytest

from acd.testing.call_centre import CallCentre
from acd.testing.stacks import On
from tests.system.books import LINES, live_rows, untruths
from tests.system.wire import Wire

COMPANY = Path(__file__).parent / "company.yaml"

ON_DOCKER_TOO = {"test_faults_asterisk.py", "test_faults_restart.py", "test_the_call.py", "test_upgrades.py"}
"""What could be different in containers: the first call, with all that is heard; and whatever starts, ends or
replaces one of the three programs. The others are about decisions and the wire, which are the same code on
the same network: `--system-on=both` runs them there as well.
"""

DOCKER_S = 300
"""A test in containers may take so long, their start and end included."""


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.system)
    # No container sees the processes of another: two services in containers are always as on two machines.
    needless = [item for item in items if _asked_of(item) == ("docker", False)]
    if needless:
        config.hook.pytest_deselected(items=needless)
        items[:] = [item for item in items if item not in needless]


def _asked_of(item: pytest.Item) -> tuple[object, object]:
    asked = item.callspec.params if isinstance(item, pytest.Function) and hasattr(item, "callspec") else {}
    return asked.get("on"), asked.get("distant")


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Everything runs on programs of this machine, and on containers what `--system-on` says."""
    if "on" not in metafunc.fixturenames:
        return
    asked = metafunc.config.getoption("--system-on")
    some = ["embedded", "docker"] if Path(metafunc.module.__file__).name in ON_DOCKER_TOO else ["embedded"]
    stacks = {"some": some, "both": ["embedded", "docker"]}.get(asked, [asked])
    docker = pytest.param("docker", marks=[pytest.mark.docker, pytest.mark.timeout(DOCKER_S)])
    metafunc.parametrize("on", [docker if stack == "docker" else stack for stack in stacks], scope="module")


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Tell what was measured on the way."""
    measured: dict[str, list[float]] = {}
    for report in terminalreporter.getreports("passed"):
        for name, value in report.user_properties:
            measured.setdefault(name, []).append(float(str(value)))
    for name, values in measured.items():
        terminalreporter.write_line(
            f"{name}: median {median(values):.2f} s, longest {max(values):.2f} s, of {len(values)}"
        )


@pytest.fixture(scope="module")
def running(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory, on: On
) -> Iterator[CallCentre]:
    """A call centre for all tests of a file; it is for them to leave it as they found it. A file that names a
    `COMPANY` of its own gets that one.
    """
    company = getattr(request.module, "COMPANY", COMPANY)
    with CallCentre(tmp_path_factory.mktemp("centre"), company, on=on) as centre:
        yield centre


@pytest.fixture(scope="module")
def wire() -> Iterator[Wire]:
    """A line to Asterisk that can break, for who wants one."""
    with Wire() as wire:
        yield wire


@pytest.fixture
def centre(running: CallCentre) -> Iterator[CallCentre]:
    """The call centre, empty; and empty again afterwards, with true books, whatever the test did."""
    running.told_from = running.last_seq()
    running.phones.phones.clear()
    yield running
    tidy_up(running)


def tidy_up(centre: CallCentre) -> None:
    """Everybody goes home; then nothing may be left, and the books must add up. Lines to the outside stay."""
    for agent in centre.status()["agents"]:
        if agent["presence"] != "logged_out" and not agent["id"].startswith(LINES):
            centre.order(agent["id"], "logout")
    centre.phones.close()
    centre.until(lambda: not centre.channels() or None, 10, "no channel left")
    centre.until(lambda: not live_rows(centre) or None, 10, "nothing open in the books")
    assert untruths(centre) == []
