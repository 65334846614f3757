"""What is done to a part of the house, and what brings it back; and what it takes to try it here."""

import signal
from collections.abc import Callable, Mapping
from pathlib import Path

from bench.faults.disk import can_mount
from bench.faults.house import House
from bench.faults.services import Supervised

Deed = Callable[[House], None]

NOW, AHEAD, BEHIND = "+0", "+1h", "-1h"
"""What the service's clock on the wall is told to add."""


def nothing(_house: House) -> None:
    """The part comes back by itself."""


def _active(house: House) -> Supervised:
    active = house.services.active
    assert active is not None, "nobody serves callers: the round should not have begun"
    return active


def kill_service(house: House) -> None:
    """SIGKILL for the service, or for the active of two."""
    _active(house).send(signal.SIGKILL)


def stop_service(house: House) -> None:
    """An orderly end of the service, or of the active of two."""
    _active(house).send(signal.SIGTERM)


def freeze_service(house: House) -> None:
    """The active stands still, and does not know it."""
    _active(house).send(signal.SIGSTOP)


def wake_services(house: House) -> None:
    """Whoever stood still goes on."""
    for service in house.services.all:
        service.send(signal.SIGCONT)


def stop_database(house: House) -> None:
    """A fast shutdown."""
    house.centre.stack.postgres.stop()


def kill_database(house: House) -> None:
    """SIGKILL for the postmaster and all its children."""
    house.centre.stack.postgres.kill()


def freeze_database(house: House) -> None:
    """Connections stay open, nothing answers."""
    house.centre.stack.postgres.freeze()


def wake_database(house: House) -> None:
    """It answers again."""
    house.centre.stack.postgres.thaw()


def start_database(house: House) -> None:
    """After a stop or a crash."""
    house.centre.stack.postgres.start()


def kill_asterisk(house: House) -> None:
    """As a crash: phones are told nothing."""
    house.centre.stack.asterisk.kill()


def stop_asterisk(house: House) -> None:
    """`core stop now`: every phone gets its BYE."""
    house.centre.stack.asterisk.stop()


def start_asterisk(house: House) -> None:
    """After a stop or a crash."""
    house.centre.stack.asterisk.start()


def cut_wire(house: House) -> None:
    """The connection to Asterisk breaks, and no new one is let through."""
    house.wire.cut()


def mend_wire(house: House) -> None:
    """New connections are let through."""
    house.wire.mend()


def freeze_wire(house: House) -> None:
    """The connections of now hang half open: nothing passes, nobody is told."""
    house.wire.freeze()


def fill_disks(house: House) -> None:
    """Neither Asterisk nor the service's prompts have a byte left."""
    for disk in house.disks:
        disk.fill()


def empty_disks(house: House) -> None:
    """There is room again."""
    for disk in house.disks:
        disk.empty()


def set_clock(by: str) -> Deed:
    """The service's clock on the wall jumps. The monotonic one does not: no clock of a kernel does that."""

    def strike(house: House) -> None:
        house.clock.write_text(f"{by}\n")

    return strike


def both(*deeds: Deed) -> Deed:
    """One after the other, at once."""

    def do(house: House) -> None:
        for deed in deeds:
            deed(house)

    return do


def through_wire(house: House) -> Mapping[str, str]:
    """The service reaches Asterisk through the wire that can be cut."""
    house.wire.mend()
    return {"ACD_ARI_URL": f"http://127.0.0.1:{house.wire.port}"}


def own_clock(house: House) -> Mapping[str, str]:
    """The service has a clock on the wall of its own."""
    set_clock(NOW)(house)
    return {
        "LD_PRELOAD": str(_libfaketime()),
        "FAKETIME_TIMESTAMP_FILE": str(house.clock),
        "FAKETIME_CACHE_DURATION": "1",
        "FAKETIME_DONT_FAKE_MONOTONIC": "1",
    }


def _libfaketime() -> Path | None:
    return next(Path("/usr/lib").glob("*/faketime/libfaketime.so.1"), None)


def needs_clock() -> str:
    """Whether a process can be given a clock."""
    return "" if _libfaketime() else "needs Debian's package `libfaketime`"


def needs_mount() -> str:
    """Whether a small disk can be made."""
    return "" if can_mount() else "needs root, for a small disk that can be filled"
