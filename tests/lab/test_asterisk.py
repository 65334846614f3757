import contextlib
import os
import socket
import time
import urllib.error
import urllib.request
from pathlib import Path

import pytest

from acd.lab.asterisk import AsteriskProcess
from acd.lab.console import ConsoleError
from acd.lab.errors import StartError
from acd.lab.installation import AsteriskImage, Installation, InstalledAsterisk
from tests.lab.conftest import MakeStack
from tests.lab.processes import KilledParent, ended, user_of

pytestmark = pytest.mark.system


def _needs_own_tree(installation: Installation) -> None:
    if isinstance(installation, AsteriskImage):
        pytest.skip("in a container: its tree is Docker's business")
    if isinstance(installation, InstalledAsterisk) and os.geteuid() != 0:
        pytest.skip("a user's own Asterisk runs as that user, in no tree of ours")


def test_it_has_fully_booted_when_start_returns(make_stack: MakeStack) -> None:
    stack = make_stack("one")
    stack.start_asterisk()
    assert stack.asterisk.rx("core show version").startswith("Asterisk 22.")
    assert "fully booted" in stack.asterisk.rx("core waitfullybooted")
    with pytest.raises(urllib.error.HTTPError, match="404") as answer:
        urllib.request.urlopen(f"http://127.0.0.1:{stack.ports.ari}/nothing", timeout=5)
    answer.value.close()


def test_two_run_beside_each_other(make_stack: MakeStack) -> None:
    one, two = make_stack("one"), make_stack("two")
    one.start_asterisk()
    two.start_asterisk()
    assert one.asterisk.pid != two.asterisk.pid
    one.asterisk.kill()
    assert not one.asterisk.running
    assert two.asterisk.running
    with pytest.raises(ConsoleError, match="is this Asterisk running"):
        one.asterisk.rx("core show version")
    assert two.asterisk.rx("core show version")


def test_it_starts_again_after_a_crash_and_after_a_stop(make_stack: MakeStack) -> None:
    asterisk = (stack := make_stack("one")).asterisk
    stack.start_asterisk()
    asterisk.rx("database put acd word kept")
    first = asterisk.pid
    asterisk.kill()
    asterisk.start()
    assert asterisk.pid != first
    asterisk.rx("database put acd word kept")
    asterisk.restart()
    assert asterisk.rx("database get acd word") == "Value: kept"


def test_a_stop_in_the_middle_of_the_boot_is_not_lost(make_stack: MakeStack) -> None:
    asterisk = (stack := make_stack("one")).asterisk
    stack.start_asterisk()
    asterisk.stop()
    for boot_s in (0.2, 0.4, 0.6):
        with contextlib.suppress(StartError):
            asterisk.start(timeout_s=boot_s)
        begin = time.monotonic()
        asterisk.stop()
        assert not asterisk.running
        assert time.monotonic() - begin < 10


def test_it_runs_without_privileges_and_sees_nothing_of_the_machine(
    make_stack: MakeStack, installation: Installation
) -> None:
    _needs_own_tree(installation)
    stack = make_stack("one")
    stack.start_asterisk()
    assert user_of(stack.asterisk.pid) != 0
    inside = Path(f"/proc/{stack.asterisk.pid}/root")
    assert (inside / str(stack.files.conf).lstrip("/")).exists()
    assert not (inside / str(stack.directory).lstrip("/") / "secrets.json").exists()
    assert not (inside / str(Path(__file__)).lstrip("/")).exists()


def test_the_name_of_the_machine_resolves_inside(make_stack: MakeStack, installation: Installation) -> None:
    _needs_own_tree(installation)
    stack = make_stack("one")
    stack.start_asterisk()
    hosts = Path(f"/proc/{stack.asterisk.pid}/root/etc/hosts").read_text()
    assert any(socket.gethostname() in line.split() for line in hosts.splitlines())


def test_it_leaves_no_mount_on_the_machine(make_stack: MakeStack, installation: Installation) -> None:
    _needs_own_tree(installation)
    before = Path("/proc/mounts").read_text()
    stack = make_stack("one")
    stack.start_asterisk()
    assert Path("/proc/mounts").read_text() == before
    stack.asterisk.stop()
    assert Path("/proc/mounts").read_text() == before


def test_it_is_gone_when_its_parent_is_killed(tmp_path: Path) -> None:
    parent = KilledParent(
        """
        import sys
        from pathlib import Path
        from acd.lab.installation import find_asterisk
        from acd.lab.ports import free_ports
        from acd.lab.stack import Stack
        from tests.lab import bare
        directory = Path(sys.argv[1])
        stack = Stack(
            directory, installation=find_asterisk(lambda line: None), ports=free_ports(),
            company=directory / "none", render=bare.render,
        )
        stack.start_asterisk()
        print(stack.asterisk.pid, flush=True)
        """,
        str(tmp_path / "one"),
    )
    assert ended(int(parent.line))


def test_without_a_configuration_it_says_what_is_missing(tmp_path: Path, installation: Installation) -> None:
    with pytest.raises(StartError, match="render the configuration"):
        AsteriskProcess(tmp_path, installation).start()


def test_a_configuration_that_it_refuses_is_reported_with_the_log(make_stack: MakeStack) -> None:
    stack = make_stack("one")
    stack.render()
    (stack.files.etc / "modules.conf").write_text("[modules]\nrequire = no_such_module.so\n")
    with pytest.raises(StartError, match=r"ended with status .*output\.log"):
        stack.asterisk.start()
