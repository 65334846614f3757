"""`acd doctor` on the office's Asterisk: silent about what is well, exact about what is broken."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import msgspec
import psycopg
import pytest
from psycopg.conninfo import make_conninfo

from acd.doctor import Finding, Level
from acd.doctor.asterisk import new_enough
from acd.doctor.database import look_at_database
from acd.lab.stack import DATABASE
from tests.attach.office import OUR_LINES, Office
from tests.store.wire import Direction, wired

OUR_MANAGER, OUR_ARI, OUR_DIALPLAN = "acd/manager.conf", "acd/ari.conf", "acd/extensions.conf"
MENDED = {
    "ari.conf": ("enabled = yes\n", "enabled = yes\nwebsocket_write_timeout = 3000\n"),
    "pjsip.conf": (
        "direct_media = no\nlanguage = en\n",
        "direct_media = no\nlanguage = en\nallow_transfer = no\nrtp_timeout = 60\nrtp_timeout_hold = 600\n",
    ),
    "pjsip.conf ": (
        "max_contacts = 2\n",
        "max_contacts = 1\nremove_existing = yes\nqualify_frequency = 15\n",
    ),
}
"""What the doctor's warnings about the office ask for."""


def bad(findings: list[Finding]) -> list[Finding]:
    return [finding for finding in findings if finding.level is not Level.OK]


@pytest.fixture(scope="module")
def healthy(attached: Office) -> Iterator[Office]:
    """The office, after its administrator has done what the doctor's warnings asked for."""
    warned = bad(attached.ask_doctor())
    assert {finding.level for finding in warned} == {Level.WARNING}
    asked = " ".join(finding.remedy for finding in warned)
    for name, (old, new) in MENDED.items():
        for line in new.splitlines():
            assert line in old or line in asked, f"{line} is not what was asked for: {asked}"
        attached.edit(name.strip(), old, new)
    attached.reload("res_ari.so", "res_pjsip.so")
    yield attached
    for name, (old, new) in MENDED.items():
        attached.edit(name.strip(), new, old)


@pytest.mark.parametrize(
    ("version", "enough"),
    [
        ("18.26.4", False),
        ("20.13.0", False),
        ("20.14.0", True),
        ("21.8.0", False),
        ("21.9.1", True),
        ("22.3.0", False),
        ("22.4.0", True),
        ("22.10.1~dfsg+~cs6.15.60671435-1", True),
        ("23.0.0", True),
        ("certified-20.7-cert6", False),
        ("GIT-master-0a1b2c3", False),
    ],
)
def test_an_asterisk_is_new_enough_if_it_takes_requests_over_the_websocket(
    version: str, enough: bool
) -> None:
    assert new_enough(version) is enough


def test_a_system_that_is_well_has_no_finding(healthy: Office) -> None:
    findings = healthy.ask_doctor()
    assert bad(findings) == []
    places = {finding.where for finding in findings}
    assert places == {"Machine", "PostgreSQL", "Asterisk", "Dialplan", "Phones", "Service"}


def test_the_service_is_not_disturbed(healthy: Office) -> None:
    log = healthy.stack.service.log
    before = log.stat().st_size
    healthy.ask_doctor()
    with healthy.control() as service:
        assert service.status().readiness.troubles == ()
    assert "ApplicationReplaced" not in log.read_text(encoding="utf-8")
    assert log.stat().st_size == before
    assert not list(healthy.stack.files.sounds.glob("*doctor*"))


Broken = Callable[[Office], "Iterator[None]"]


def changed(name: str, old: str, new: str, *modules: str) -> Broken:
    """A file says something else, and Asterisk has read it."""

    def broken(office: Office) -> Iterator[None]:
        office.edit(name, old, new)
        office.reload(*modules)
        yield
        office.edit(name, new, old)
        office.reload(*modules)

    return broken


def unloaded(module: str) -> Broken:
    def broken(office: Office) -> Iterator[None]:
        office.stack.asterisk.rx(f"module unload {module}")
        yield
        office.stack.asterisk.rx(f"module load {module}")

    return broken


def told_postgres(worse: str, better: str) -> Broken:
    def broken(office: Office) -> Iterator[None]:
        def say(statement: str) -> None:
            password = office.stack.secrets["postgres"]
            with psycopg.connect(
                make_conninfo(office.stack.dsn, password=password), autocommit=True
            ) as admin:
                admin.execute(statement.encode())
                admin.execute("SELECT pg_reload_conf()")

        say(worse)
        yield
        say(better)

    return broken


def hidden_sounds(office: Office) -> Iterator[None]:
    office.stack.files.sounds.chmod(0o700)
    yield
    office.stack.files.sounds.chmod(0o755)


def agent_without_phone(office: Office) -> Iterator[None]:
    with office.control() as service:
        service.log_in("201", "6002")
        service.go_ready("201")
        yield
        service.log_out("201")


FILTERS = (
    "eventfilter(action(include),name(DeviceStateChange)) =\n"
    "eventfilter(action(include),name(ContactStatus)) =\n"
    "eventfilter(action(include),name(FullyBooted)) =\n"
)
INCLUDE = "#tryinclude {etc}/acd/extensions.conf"


def not_included(office: Office) -> Iterator[None]:
    line = INCLUDE.format(etc=office.etc)
    yield from changed("extensions.conf", line, "; gone", "pbx_config.so")(office)


CASES: dict[str, tuple[Broken, str, str, str]] = {
    "a module": (
        unloaded("func_timeout.so"),
        "Asterisk",
        "func_timeout.so does not run",
        "module load func_timeout",
    ),
    "ARI reads only": (
        changed(OUR_ARI, "read_only = no", "read_only = yes", "res_ari.so"),
        "Asterisk",
        "The ARI user 'acd' may only read.",
        "[acd]: read_only = no",
    ),
    "AMI rights to read": (
        changed(OUR_MANAGER, "read = system,call", "read = system", "manager"),
        "Asterisk",
        "does not hear of phones (read = call)",
        "[acd]: read = system,call",
    ),
    "AMI rights to ask": (
        changed(OUR_MANAGER, "write = reporting", "write = originate", "manager"),
        "Asterisk",
        "refuses DeviceStateList",
        "Compare [acd] in manager.conf",
    ),
    "AMI filter": (
        changed(OUR_MANAGER, FILTERS, "; no filter\n", "manager"),
        "Asterisk",
        "hears what nobody wants",
        "eventfilter(action(include)",
    ),
    "the include": (not_included, "Dialplan", "none of our contexts", "#tryinclude"),
    "a stale file": (
        changed(OUR_DIALPLAN, "for up to 2 s", "for up to 9 s", "pbx_config.so"),
        "Dialplan",
        "acd-holding is missing or different",
        "Render again",
    ),
    "the way in": (
        changed("extensions.conf", f"{OUR_LINES['from-carrier']}\n", "; nothing\n", "pbx_config.so"),
        "Dialplan",
        "No line of your dialplan leads calls of carrier",
        OUR_LINES["from-carrier"],
    ),
    "fsync": (
        told_postgres("ALTER SYSTEM SET fsync = off", "ALTER SYSTEM RESET fsync"),
        "PostgreSQL",
        "fsync is off",
        "ALTER SYSTEM SET fsync = on",
    ),
    "synchronous_commit": (
        told_postgres(
            f"ALTER DATABASE {DATABASE} SET synchronous_commit = off",
            f"ALTER DATABASE {DATABASE} RESET synchronous_commit",
        ),
        "PostgreSQL",
        "synchronous_commit is off",
        "SET synchronous_commit = on",
    ),
    "an agent's phone": (
        agent_without_phone,
        "Service",
        "Anna (201) is ready, but the phone 6002 cannot be reached",
        "acd agent notready 201",
    ),
    "the sounds": (hidden_sounds, "Asterisk", "cannot play what the service writes", "chmod o+rx"),
}


@pytest.mark.parametrize("case", CASES)
def test_what_is_broken_is_named_with_its_remedy_and_nothing_else(healthy: Office, case: str) -> None:
    broken, where, found, remedy = CASES[case]
    if broken is hidden_sounds and os.geteuid() != 0:
        pytest.skip("Asterisk runs under our own account, from which no folder can be hidden")
    with contextmanager(broken)(healthy):
        findings = bad(healthy.ask_doctor())
    assert [finding.where for finding in findings] == [where], findings
    assert found in findings[0].found
    assert remedy in findings[0].remedy


def test_a_wrong_password_is_named(healthy: Office, tmp_path: Path) -> None:
    secrets = tmp_path / "secrets.json"
    kept = msgspec.json.decode(healthy.stack.secrets_path.read_bytes(), type=dict[str, str])
    secrets.write_bytes(msgspec.json.encode({**kept, "ari": "somethingelse"}))
    secrets.chmod(0o600)
    (finding,) = bad(healthy.ask_doctor(ACD_SECRETS=str(secrets)))
    assert "ARI refuses the user 'acd' or its password." in finding.found
    assert "module reload res_ari.so" in finding.remedy


def test_a_phone_that_asterisk_does_not_have_is_named(healthy: Office, tmp_path: Path) -> None:
    company = tmp_path / "company.yaml"
    shutil.copyfile(healthy.company, company)
    text = company.read_text(encoding="utf-8")
    company.write_text(
        text.replace('"6002": {extension: "6002"', '"6009": {extension: "6002"'), encoding="utf-8"
    )
    # On a floor of its own nothing is in force, and what the file says is what counts.
    findings = bad(healthy.ask_doctor(ACD_COMPANY=str(company), ACD_FLOOR="elsewhere"))
    assert "Asterisk has no PJSIP endpoint 6009." in [finding.found for finding in findings]


async def test_a_pooler_that_shares_sessions_is_named(healthy: Office, tmp_path: Path) -> None:
    """Such a pooler tells its clients process ids of its own."""
    async with wired(healthy.stack.dsn, tmp_path) as (wire, dsn):
        wire.down = _OtherPid(name="down", turns=wire.turns)
        found = await look_at_database(make_conninfo(dsn, password=healthy.stack.secrets["postgres"]))
    assert any("pgbouncer" in finding.found for finding in bad(found))


class _OtherPid(Direction):
    def pass_on(self, chunk: bytes) -> bytes:
        at = chunk.find(b"K\0\0\0\x0c")  # BackendKeyData
        if at >= 0:
            chunk = chunk[: at + 5] + b"\0\0\0\x07" + chunk[at + 9 :]
        return super().pass_on(chunk)


def doctor(office: Office, *before: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [*before, sys.executable, "-m", "acd", "doctor"],
        capture_output=True,
        text=True,
        check=False,
        env={**office.stack.service.environment, "PATH": os.environ["PATH"]},
    )


def test_an_own_name_that_does_not_resolve_is_a_problem(healthy: Office) -> None:
    """The machine has another name for this one process."""
    other = [
        "unshare",
        "--uts",
        "--map-root-user",
        "--user",
        "sh",
        "-c",
        'hostname none.invalid && exec "$@"',
        "-",
    ]
    if subprocess.run([*other, "true"], capture_output=True, check=False).returncode != 0:
        pytest.skip("this machine lets nobody give a process another host name (unshare --uts)")
    ran = doctor(healthy, *other)
    assert ran.returncode == 2
    assert "own name none.invalid does not resolve" in ran.stdout
    assert "Add the line `127.0.1.1 none.invalid` to /etc/hosts" in ran.stdout


def test_the_exit_code_says_whether_all_is_well(healthy: Office) -> None:
    well = doctor(healthy)
    assert (well.returncode, well.stderr) == (0, "")
    assert well.stdout.endswith("\nEverything is as it should be.\n")
