"""docs/installation.md, typed as it stands, on a machine with systemd and nothing else."""

import shutil
import subprocess
from pathlib import Path

from scripts.prove.booted import Booted
from scripts.prove.machine import BARE, CHECKOUT, Machine
from scripts.prove.page import commands
from scripts.prove.steps import ProofFailed, say, step

PAGE = "installation.md"

_SYSTEM = (*BARE, "apt", "systemd", "systemd-sysv")
_NEEDING_NETWORK = ("1. Programs", "2. Asterisk", "3. The service")
_BOOTED = ("4. The database", "5. Asterisk's configuration", "6. Start")

_INSTALL_S = 900.0
_SERVES_S = 120.0
_HEALTH = "http://127.0.0.1"
_PORT_OF = {"a": 8880, "b": 8881}


def _ready(port: int) -> str:
    return f"curl --silent --output /dev/null --write-out '%{{http_code}}' {_HEALTH}:{port}/readyz || true"


_READY = _ready(_PORT_OF["a"])
_LEADERS = f"curl --silent {_HEALTH}:8880/metrics {_HEALTH}:8881/metrics | grep -c '^acd_leads 1' || true"
_PROCESS = "systemctl show --property MainPID --value acd"
_USUAL_PORT = "sed -i 's/^port = .*/port = 5432/' /etc/postgresql/*/main/postgresql.conf"
"""A PostgreSQL of the host makes Debian choose another, while the machine has the host's network."""
_NO_STARTS = "#!/bin/sh\nexit 101\n"
"""What /usr/sbin/policy-rc.d says while no systemd runs that could start anything."""


def prove(machine: Machine, *, suite: str, mirror: str | None, wheel: Path | None) -> None:
    """Make the machine, type the page, then be hard on what runs.

    Args:
        suite: of Debian or Ubuntu.
        mirror: where it comes from, as mmdebstrap is told it; None: from the usual place.
        wheel: to be installed; None: it is made from this checkout.
    """
    with step(f"A machine with systemd: {suite} with {', '.join(_SYSTEM)}"):
        machine.make(suite, _SYSTEM, mirror=mirror)
        _bring_wheel(machine, wheel or _made_wheel(machine.folder / "root"))
    _install(machine)
    with Booted(machine) as booted:
        for heading in _BOOTED:
            with step(heading):
                for block in commands(PAGE, heading):
                    booted.types(block)
        _look(booted)
        _kill(booted)
        _stall(booted)
        _lose_the_database(booted)
        _stand_by(booted)
        _back_up(booted)
        with step("systemctl reboot"):
            booted.reboots()
    install, restart = commands(PAGE, "A new version")
    with step("While it is down: what installs a new version (here the same again)"):
        machine.does(f"cd /root\nset -euo pipefail\n{install}", within_s=_INSTALL_S)
    with Booted(machine) as booted:
        with step("After the reboot"):
            took_s = booted.becomes(_READY, "200", within_s=_SERVES_S)
            say(f"    callers are served {took_s:.1f} s after the machine was up")
            booted.types("systemctl status --no-pager --lines 5 acd")
            booted.types(restart)
            booted.becomes(_READY, "200", within_s=_SERVES_S)
        with step("Taking it away"):
            for block in commands(PAGE, "Taking it away"):
                booted.types(block)
            booted.becomes("ls -d /opt/pipx/venvs/acd /etc/acd /run/acd 2>/dev/null || true", "", within_s=1)


def _install(machine: Machine) -> None:
    """The part of the page that downloads: with the host's network, before systemd runs."""
    policy = machine.folder / "usr/sbin/policy-rc.d"
    policy.write_text(_NO_STARTS, encoding="ascii")
    policy.chmod(0o755)
    for heading in _NEEDING_NETWORK:
        with step(heading):
            for block in commands(PAGE, heading):
                machine.does(f"cd /root\nset -euo pipefail\n{block}", within_s=_INSTALL_S)
    policy.unlink()
    machine.does(_USUAL_PORT, within_s=60)


def _look(booted: Booted) -> None:
    with step("What systemd and the service say"):
        booted.becomes(_READY, "200", within_s=_SERVES_S)
        booted.types("systemctl show --property StatusText --value acd")
        booted.types("systemd-analyze verify acd.service")
        booted.types("systemd-analyze --no-pager security acd.service | tail -n 1")
        booted.types("stat --format '%U %a %n' /var/lib/acd/secrets.json /run/acd/control.sock")
        booted.types("runuser -u asterisk -- sh -c 'ls /var/lib/acd/sounds/acd | wc -l'")
        booted.types("journalctl --no-pager --unit acd --lines 5")


def _kill(booted: Booted) -> None:
    with step("kill -9"):
        before = booted.types(_PROCESS)
        booted.types("systemctl kill --signal KILL --kill-who main acd")
        booted.becomes(f'[ "$({_PROCESS})" != {before} ] && {_READY}', "200", within_s=_SERVES_S)


def _stall(booted: Booted) -> None:
    with step("A service that does not run on (SIGSTOP) is ended by its watchdog"):
        before = booted.types(_PROCESS)
        booted.types("systemctl kill --signal STOP --kill-who main acd")
        booted.becomes(f'[ "$({_PROCESS})" != {before} ] && {_READY}', "200", within_s=_SERVES_S)


def _lose_the_database(booted: Booted) -> None:
    with step("PostgreSQL is stopped for a while: the service waits, and is not restarted"):
        before = booted.types(_PROCESS)
        booted.types("systemctl stop postgresql")
        booted.becomes(_READY, "503", within_s=_SERVES_S)
        booted.types("systemctl start postgresql")
        booted.becomes(_READY, "200", within_s=_SERVES_S)
        if booted.types(_PROCESS) != before:
            say("    (another process: it had given its leadership up)")


def _stand_by(booted: Booted) -> None:
    with step("docs/stand-by.md: two services, and the one that leads is killed"):
        for block in commands("stand-by.md", "Running two"):
            booted.types(block)
        booted.becomes("systemctl is-active acd@a acd@b | uniq", "active", within_s=_SERVES_S)
        booted.becomes(_LEADERS, "1", within_s=_SERVES_S)
        leader = "a" if booted.types(_ready(_PORT_OF["a"])) == "200" else "b"
        other = "b" if leader == "a" else "a"
        booted.types(f"systemctl show --property StatusText --value acd@{other}")
        booted.types(f"systemctl kill --signal KILL --kill-who main acd@{leader}")
        took_s = booted.becomes(_ready(_PORT_OF[other]), "200", within_s=_SERVES_S)
        say(f"    acd@{other} serves {took_s:.1f} s after acd@{leader} was killed")
        booted.types("acd status >/dev/null")
        booted.types("systemctl disable --now acd@a acd@b\nrm /etc/systemd/system/acd@.service\n")
        booted.types("systemctl daemon-reload\nsystemctl enable --now acd")
        booted.becomes(_READY, "200", within_s=_SERVES_S)


def _back_up(booted: Booted) -> None:
    """What was restored is what goes on, also after the reboot; the old database is in the way of nothing."""
    (become,) = commands("backup.md", "The connection")
    (dump,) = commands("backup.md", "A dump")
    restore, swap = commands("backup.md", "Restoring")

    def as_administrator(typed: str) -> str:
        return f"{become.rstrip()} -e <<'TYPED'\n{typed}TYPED\n"

    with step("docs/backup.md: a dump, restored, and swapped in"):
        booted.types(as_administrator(dump + restore))
        booted.types("systemctl stop acd")
        booted.types(as_administrator(f"{swap}dropdb acd_lost\n"))
        booted.types("systemctl start acd")
        booted.becomes(_READY, "200", within_s=_SERVES_S)


def _made_wheel(folder: Path) -> Path:
    made = subprocess.run(
        [CHECKOUT / "scripts" / "wheel", folder], capture_output=True, text=True, check=False
    )
    if made.returncode != 0:
        raise ProofFailed(f"The wheel cannot be made: {made.stderr}")
    return Path(made.stdout.strip())


def _bring_wheel(machine: Machine, wheel: Path) -> None:
    target = machine.folder / "root" / wheel.name
    if wheel != target:
        shutil.copy(wheel, target)
