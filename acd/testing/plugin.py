"""The QA kit as a pytest plugin: pytest loads it wherever `acd` is installed; docs/qa.md teaches it.

`stack` is the company on test, `caller` somebody outside with a telephone, `callers` several of them, and
`agent_phone` seats an agent at a desk. The call centre behind them is started once for all tests that name
the same company file. Under a failed test stands its story, and what was heard is kept.

`phones` is a rack of phones for any SIP server, whose UDP port on loopback the project's fixture
`sip_server_port` says.

This module imports nothing heavy, and nothing that the extra `qa` brings: pytest loads it also where nobody
tests calls.
"""

import sys
import traceback
from collections.abc import Generator, Iterator
from math import inf
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from acd.testing.qa.agent_phone import AgentPhones
    from acd.testing.qa.caller import Caller, Callers
    from acd.testing.qa.centres import Centres
    from acd.testing.qa.stack import StackUnderTest
    from acd.testing.rack import PhoneRack
    from acd.testing.stacks import On

ON_TEST = pytest.StashKey["StackUnderTest"]()
"""Of a test's item: the company that it tests."""

STACKS = ("embedded", "docker")
OPTIONS = {
    "company": ("FILE", "", "the company file on test"),
    "stack": ("|".join(STACKS), "embedded", "what the call centre runs on"),
    "artifacts": ("DIR", "acd-artifacts", "where the story and the audio of failed tests are kept"),
    "patience": ("FACTOR", "1", "multiply every limit in seconds, on a slow machine"),
}


def pytest_addoption(parser: pytest.Parser) -> None:
    """The options, each on the command line and in the project's settings of pytest."""
    group = parser.getgroup("acd", "call flows (acd)")
    for name, (metavar, default, what) in OPTIONS.items():
        group.addoption(
            f"--acd-{name}", metavar=metavar, help=f"{what} (also acd_{name} in pytest's settings)"
        )
        parser.addini(f"acd_{name}", what, default=default)


def pytest_configure(config: pytest.Config) -> None:
    """Refuse what cannot be meant, before anything is started."""
    if setting(config, "stack") not in STACKS:
        raise pytest.UsageError(f"--acd-stack is {' or '.join(STACKS)}, not {setting(config, 'stack')!r}")
    try:
        patience = float(setting(config, "patience"))
    except ValueError:
        patience = 0.0
    if not 0.0 < patience < inf:
        raise pytest.UsageError(
            f"--acd-patience is a factor, such as 2.5, not {setting(config, 'patience')!r}"
        )


def setting(config: pytest.Config, name: str) -> str:
    """An option's value: from the command line, else from the settings, else what it is by itself."""
    given = config.getoption(f"--acd-{name}")
    return str(given if given is not None else config.getini(f"acd_{name}"))


def artifacts(config: pytest.Config) -> Path:
    """Where traces of failed tests are kept, a folder for each."""
    return config.rootpath.joinpath(setting(config, "artifacts"))


@pytest.fixture(scope="session")
def acd_company(pytestconfig: pytest.Config) -> Path:
    """The company file on test. A project may override this fixture instead of naming the file."""
    given = pytestconfig.getoption("--acd-company")
    named = given or pytestconfig.getini("acd_company")
    if not named:
        pytest.fail(
            "Which company is tested? Name its file: pytest --acd-company=FILE, or acd_company = FILE in the "
            "settings of pytest, or a fixture acd_company that returns its path.",
            pytrace=False,
        )
    if given:
        return pytestconfig.invocation_params.dir / str(given)
    # A path of the settings counts from the file they stand in.
    return (pytestconfig.inipath.parent if pytestconfig.inipath else pytestconfig.rootpath) / str(named)


@pytest.fixture(scope="session")
def acd_centres(pytestconfig: pytest.Config, tmp_path_factory: pytest.TempPathFactory) -> Iterator["Centres"]:
    """The call centre that runs now, for one company file after the other."""
    from acd.testing.qa.centres import Centres

    on: On = "docker" if setting(pytestconfig, "stack") == "docker" else "embedded"
    with Centres(tmp_path_factory, on=on) as centres:
        yield centres


@pytest.fixture
def stack(
    request: pytest.FixtureRequest, acd_company: Path, acd_centres: "Centres"
) -> Iterator["StackUnderTest"]:
    """The company on test, empty, and tidied up afterwards."""
    from acd.testing.qa.kept import folder_of, forget

    forget(folder_of(artifacts(request.config), request.node.nodeid))
    with acd_centres.under_test(acd_company, patience=float(setting(request.config, "patience"))) as on_test:
        request.node.stash[ON_TEST] = on_test
        yield on_test


@pytest.fixture
def callers(stack: "StackUnderTest") -> "Callers":
    """People outside with telephones: `first, second = callers(2)`."""
    from acd.testing.qa.caller import Callers

    return Callers(stack)


@pytest.fixture
def caller(callers: "Callers") -> "Caller":
    """Somebody outside with a telephone."""
    return callers.one("caller")


@pytest.fixture
def agent_phone(stack: "StackUnderTest") -> "AgentPhones":
    """An agent at a desk, logged in and ready: `anna = agent_phone("Anna")`."""
    from acd.testing.qa.agent_phone import AgentPhones

    return AgentPhones(stack)


@pytest.fixture
def phones(sip_server_port: int) -> Iterator["PhoneRack"]:
    """A rack of phones for one test; all are closed after it."""
    from acd.testing.rack import PhoneRack

    with PhoneRack(sip_server_port) as rack:
        yield rack


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item,
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Add to the report of a failed test what the people in it did and heard, and keep the audio."""
    report = yield
    if report.failed and "acd.testing.rack" in sys.modules:  # else nobody has had a phone
        report.sections += _traces(item, report)
    return report


def _traces(item: pytest.Item, report: pytest.TestReport) -> list[tuple[str, str]]:
    """Whatever happens here, the report of the test itself must reach whoever reads it."""
    from acd.testing.qa.kept import folder_of
    from acd.testing.qa.traces import traces

    used = [item.stash.get(ON_TEST, None), *getattr(item, "funcargs", {}).values()]
    try:
        return list(traces(report, used, folder_of(artifacts(item.config), item.nodeid)))
    except Exception:
        return [("The story of this test cannot be told", traceback.format_exc())]
