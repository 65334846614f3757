import os
import signal
import sys
import threading
from pathlib import Path

import pytest

from acd.lab import chamber
from acd.lab.account import lab_account
from acd.lab.chamber import Bind, Plan, Tree
from acd.lab.errors import StartError
from acd.lab.process import LabProcess

ENVIRONMENT = {"PATH": os.environ["PATH"]}


def sleeper(log: Path) -> LabProcess:
    return LabProcess.start("sleeper", ["sleep", "60"], log=log, environment=ENVIRONMENT)


def test_a_plan_survives_its_journey() -> None:
    tree = Tree(root="/", base="/b", binds=(Bind(source="/s", target="/t", writable=True),))
    plan = Plan(argv=("a", "b c"), parent_pid=1, death_signal=9, uid=2, gid=3, tree=tree)
    assert Plan.from_json(plan.to_json()) == plan


def test_a_program_started_from_a_thread_outlives_the_thread(tmp_path: Path) -> None:
    started: list[LabProcess] = []
    thread = threading.Thread(target=lambda: started.append(sleeper(tmp_path / "log")))
    thread.start()
    thread.join()
    (process,) = started
    assert not process.wait(0.3)
    process.end()
    assert not process.running


def test_a_program_that_ignores_the_gentle_signal_is_killed(tmp_path: Path) -> None:
    script = "trap '' TERM; echo ready; exec sleep 60"
    process = LabProcess.start(
        "stubborn", ["sh", "-c", script], log=tmp_path / "log", environment=ENVIRONMENT
    )
    process.wait_until(lambda: "ready" in (tmp_path / "log").read_text(), timeout_s=10)
    process.end((signal.SIGTERM, 0.2))
    assert not process.running


def test_one_that_ends_early_is_reported_with_its_last_words(tmp_path: Path) -> None:
    process = LabProcess.start(
        "speaker", ["sh", "-c", "echo my last words; exit 3"], log=tmp_path / "log", environment=ENVIRONMENT
    )
    with pytest.raises(StartError, match=r"speaker ended with status 3(?s:.*)my last words"):
        process.wait_until(lambda: False, timeout_s=10)


def test_one_that_never_gets_ready_is_reported(tmp_path: Path) -> None:
    process = sleeper(tmp_path / "log")
    with pytest.raises(StartError, match=r"not ready after 0\.1 s"):
        process.wait_until(lambda: False, timeout_s=0.1)
    process.end()


def test_a_program_that_does_not_exist_is_reported(tmp_path: Path) -> None:
    process = LabProcess.start("nobody", ["/no/such"], log=tmp_path / "log", environment=ENVIRONMENT)
    with pytest.raises(StartError, match="cannot start /no/such"):
        process.wait_until(lambda: False, timeout_s=10)


def test_it_gets_exactly_the_environment_it_is_given(tmp_path: Path) -> None:
    process = LabProcess.start(
        "env", ["env"], log=tmp_path / "log", environment={**ENVIRONMENT, "ONLY": "this"}
    )
    assert process.wait(10)
    assert {line.partition("=")[0] for line in (tmp_path / "log").read_text().splitlines()} <= {
        "PATH",
        "ONLY",
        "LC_CTYPE",
    }


def test_in_its_tree_it_sees_and_writes_only_what_was_bound(tmp_path: Path) -> None:
    shown, hidden = tmp_path / "shown", tmp_path / "hidden"
    for folder in (shown / "base", shown / "open", hidden):
        folder.mkdir(parents=True)
    account = lab_account()
    account.own(shown)
    tree = Tree(
        root="/",
        base=str(shown / "base"),
        binds=(
            Bind(source=str(shown), target=str(shown)),
            Bind(source=str(shown / "open"), target=str(shown / "open"), writable=True),
        ),
    )
    script = f"id -u; ls {tmp_path}; touch {shown}/no; touch {shown}/open/yes; touch /usr/no; ls /home /root"
    process = LabProcess.start(
        "explorer",
        ["sh", "-c", script],
        log=tmp_path / "log",
        environment={**ENVIRONMENT, "LC_ALL": "C"},
        account=account,
        tree=tree,
    )
    assert process.wait(10)
    said = (tmp_path / "log").read_text()
    assert said.splitlines()[:2] == [str(account.uid), "shown"]
    assert f"cannot touch '{shown}/no': Read-only file system" in said
    assert "cannot touch '/usr/no': Read-only file system" in said
    assert "cannot access '/home'" in said
    assert [path.name for path in (shown / "open").iterdir()] == ["yes"]
    assert (shown / "open" / "yes").stat().st_uid == account.uid


def test_the_launcher_needs_nothing_but_the_standard_library() -> None:
    text = Path(chamber.__file__).read_text()
    imported = {line.split()[1] for line in text.splitlines() if line.startswith(("import ", "from "))}
    assert imported <= sys.stdlib_module_names
