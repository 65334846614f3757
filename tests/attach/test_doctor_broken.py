"""`acd doctor` when one thing is broken: it is named with its remedy, and nothing else is."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import psycopg
import pytest
from psycopg.conninfo import make_conninfo

from acd.lab.stack import DATABASE
from tests.attach.office import OUR_LINES, Office, bad

OUR_MANAGER, OUR_ARI, OUR_DIALPLAN = "acd/manager.conf", "acd/ari.conf", "acd/extensions.conf"

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
    "what our modules stand on": (
        unloaded("res_ari_bridges.so"),
        "Asterisk",
        "res_ari_bridges.so does not run",
        "module load res_ari_bridges",
    ),
    "what ARI tells of Asterisk": (
        unloaded("res_ari_asterisk.so"),
        "Asterisk",
        "but not ARI",
        "see that res_ari.so and res_ari_asterisk.so run",
    ),
    "the socket's time-out": (
        changed("ari.conf", "websocket_write_timeout = 3000", "websocket_write_timeout = 500", "res_ari.so"),
        "Asterisk",
        "does not read for 500 ms is cut off",
        "websocket_write_timeout = 3000",
    ),
    "HTTP connections": (
        changed("http.conf", "enabled = yes\n", "enabled = yes\nsession_limit = 15\n", "http"),
        "Asterisk",
        "takes 15 connections",
        "session_limit = 100",
    ),
    "the music": (
        changed("musiconhold.conf", "[default]", "[other]", "res_musiconhold.so"),
        "Asterisk",
        "There is no music 'default'",
        "[default] with mode = files",
    ),
    "codecs of phones": (
        changed("pjsip.conf", "allow = ulaw\nallow = alaw\n", "allow = g729\n", "res_pjsip.so"),
        "Phones",
        "6001, 6002: Asterisk has no codec to turn a prompt into g729.",
        "allow = !all,alaw,ulaw",
    ),
    "codecs of the carrier": (
        changed("pjsip.conf", "all\nallow = alaw\n", "all\nallow = g729\n", "res_pjsip.so"),
        "Phones",
        "carrier: Asterisk has no codec to turn a prompt into g729.",
        "allow = !all,alaw,ulaw",
    ),
    "a carrier that may transfer": (
        changed(
            "pjsip.conf",
            "aors = carrier\nallow_transfer = no",
            "aors = carrier\nallow_transfer = yes",
            "res_pjsip.so",
        ),
        "Phones",
        "carrier: transfers by SIP (REFER) are allowed",
        "allow_transfer = no; then: asterisk -rx 'module reload res_pjsip.so'",
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
    "full_page_writes": (
        told_postgres("ALTER SYSTEM SET full_page_writes = off", "ALTER SYSTEM RESET full_page_writes"),
        "PostgreSQL",
        "full_page_writes is off",
        "ALTER SYSTEM SET full_page_writes = on",
    ),
    "idle sessions": (
        told_postgres(
            "ALTER ROLE CURRENT_USER SET idle_session_timeout = 5000",
            "ALTER ROLE CURRENT_USER RESET idle_session_timeout",
        ),
        "PostgreSQL",
        "idle for 5000 ms are ended",
        "SET idle_session_timeout = 0; then restart the service",
    ),
    "connections of the role": (
        told_postgres(
            "ALTER ROLE CURRENT_USER CONNECTION LIMIT 9", "ALTER ROLE CURRENT_USER CONNECTION LIMIT -1"
        ),
        "PostgreSQL",
        "9 are left to the service, which opens up to 10",
        "CONNECTION LIMIT -1;",
    ),
    "connections of the database": (
        told_postgres(
            f"ALTER DATABASE {DATABASE} CONNECTION LIMIT 9", f"ALTER DATABASE {DATABASE} CONNECTION LIMIT -1"
        ),
        "PostgreSQL",
        f"By the limit of the database {DATABASE} 9 are left",
        f"ALTER DATABASE {DATABASE} CONNECTION LIMIT -1;",
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
