"""A rendered Asterisk starts without a complaint, has what it needs and nothing that faces the world."""

import os
import re
from collections.abc import Iterator
from pathlib import Path

from acd.asterisk.render.modules import MODULES
from tests.asterisk.render.switch import Switch


def test_boots_without_a_warning(switch: Switch) -> None:
    start = switch.log.partition("Asterisk Ready")[0]
    assert re.findall(r".*(?:WARNING|ERROR)\[.*", start) == []


def test_prints_nothing_but_a_known_remark(switch: Switch) -> None:
    # 22.10 looks for an option that its own code has renamed meanwhile; no file can please it.
    printed = switch.process.files.messages.read_text(encoding="utf-8").splitlines()
    known = ("PBX UUID", "Could not find option 'minimum_size' with type 'threadpool'")
    assert [line for line in printed if line.strip() and not line.startswith(known)] == []


def test_runs_every_module_it_names_and_no_other(switch: Switch) -> None:
    wanted = {f"{name}.so" for names in MODULES.values() for name in names}
    shown = [line.split() for line in switch.process.rx("module show").splitlines()]
    running = {words[0] for words in shown if words and words[0].endswith(".so") and "Running" in words}
    assert running == wanted


def test_serves_on_loopback_only(switch: Switch) -> None:
    ports = switch.ports
    assert set(_served(switch.process.pid)) == {
        ("udp", "127.0.0.1", ports.sip),
        ("tcp", "127.0.0.1", ports.ari),
        ("tcp", "127.0.0.1", ports.ami),
    }


def _served(pid: int) -> Iterator[tuple[str, str, int]]:
    """Where the process listens. UDP sockets on ports that the system gave are its DNS questions."""
    held = {os.readlink(entry) for entry in Path(f"/proc/{pid}/fd").iterdir() if entry.is_symlink()}
    first_given = int(Path("/proc/sys/net/ipv4/ip_local_port_range").read_text().split()[0])
    for table in ("tcp", "udp", "tcp6", "udp6"):
        for columns in map(str.split, Path(f"/proc/net/{table}").read_text().splitlines()[1:]):
            address, _, port_hex = columns[1].partition(":")
            port = int(port_hex, 16)
            serves = columns[3] == "0A" if table.startswith("tcp") else port < first_given
            if f"socket:[{columns[9]}]" in held and serves:
                yield table, ".".join(str(byte) for byte in bytes.fromhex(address)[::-1]), port


def test_reads_its_secrets_though_nobody_else_may(switch: Switch) -> None:
    secret = {path.name for path in switch.files.etc.rglob("*.conf") if path.stat().st_mode & 0o777 == 0o600}
    assert secret == {"accounts.conf", "ari.conf", "manager.conf", "voicemail.conf"}
    assert "alice/alice" in switch.process.rx("pjsip show auths")


def test_reloads_what_it_was_told_to_reload(switch: Switch) -> None:
    for module in ("res_pjsip.so", "pbx_config.so", "res_musiconhold.so", "app_voicemail.so"):
        assert "reloaded successfully" in switch.process.rx(f"module reload {module}")
