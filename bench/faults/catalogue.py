"""The faults: what is done to which part, and what it takes to try it here."""

import signal
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from bench.faults.disk import can_mount
from bench.faults.house import House
from bench.faults.operator import is_told_of_the_full_disk
from bench.faults.services import Supervised

Deed = Callable[[House], None]
Settings = Callable[[House], Mapping[str, str]]

NOW, AHEAD, BEHIND = "+0", "+1h", "-1h"
"""What the service's clock on the wall is told to add."""


def nothing(_house: House) -> None:
    """The part comes back by itself."""


def no_settings(_house: House) -> Mapping[str, str]:
    """The service is started as always."""
    return {}


def no_words(_house: House) -> list[str]:
    """The operator need not be told."""
    return []


@dataclass(frozen=True, kw_only=True)
class Fault:
    """One row of the table. `strike` begins it, `lasts_s` later `mend` ends it."""

    name: str
    words: str
    strike: Deed
    mend: Deed = nothing
    lasts_s: float = 0.5
    services: int = 1
    settings: Settings = no_settings
    ends_calls: bool = False
    """Asterisk itself ends: its calls end honestly."""
    clock_jumps: bool = False
    """To the next service an hour has passed: what should be over by then, is."""
    operator: Callable[[House], list[str]] = no_words
    """Asked while it lasts: what the operator should have been told and was not."""
    needs: Callable[[], str] = field(default=lambda: "")
    """What is missing here to try it, in words; "" if nothing is."""


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


SINGLE = (
    Fault(name="service-killed", words="Service killed (SIGKILL)", strike=kill_service),
    Fault(name="service-stopped", words="Service ended (SIGTERM) and started", strike=stop_service),
    Fault(name="active-killed", words="Active of two killed", strike=kill_service, services=2),
    Fault(name="active-stopped", words="Active of two ended (SIGTERM)", strike=stop_service, services=2),
    Fault(
        name="active-frozen",
        words="Active of two frozen for 15 s (SIGSTOP)",
        strike=freeze_service,
        mend=wake_services,
        lasts_s=15,
        services=2,
    ),
    Fault(
        name="database-stopped",
        words="PostgreSQL stopped for 2 s",
        strike=stop_database,
        mend=start_database,
        lasts_s=2,
    ),
    Fault(
        name="database-killed",
        words="PostgreSQL killed, away for 2 s",
        strike=kill_database,
        mend=start_database,
        lasts_s=2,
    ),
    Fault(
        name="database-frozen",
        words="PostgreSQL frozen for 10 s (SIGSTOP)",
        strike=freeze_database,
        mend=wake_database,
        lasts_s=10,
    ),
    Fault(
        name="asterisk-killed",
        words="Asterisk killed and started",
        strike=kill_asterisk,
        mend=start_asterisk,
        ends_calls=True,
    ),
    Fault(
        name="asterisk-stopped",
        words="Asterisk stopped and started",
        strike=stop_asterisk,
        mend=start_asterisk,
        ends_calls=True,
    ),
    Fault(
        name="ari-dropped",
        words="ARI connection dropped, none for 2 s",
        strike=cut_wire,
        mend=mend_wire,
        lasts_s=2,
        settings=through_wire,
    ),
    Fault(
        name="ari-half-open",
        words="ARI connection half open",
        strike=freeze_wire,
        settings=through_wire,
    ),
    Fault(
        name="disk-full",
        words="Disks of Asterisk and of prompts full for 5 s",
        strike=fill_disks,
        mend=empty_disks,
        lasts_s=5,
        operator=is_told_of_the_full_disk,
        needs=needs_mount,
    ),
    Fault(
        name="clock-ahead",
        words="Service's clock set 1 h ahead",
        strike=set_clock(AHEAD),
        lasts_s=3,
        settings=own_clock,
        needs=needs_clock,
    ),
    Fault(
        name="clock-behind",
        words="Service's clock set 1 h back",
        strike=set_clock(BEHIND),
        lasts_s=3,
        settings=own_clock,
        needs=needs_clock,
    ),
)

MIXED = (
    Fault(
        name="service-killed+database-frozen",
        words="Service killed while PostgreSQL is frozen for 5 s",
        strike=both(kill_service, freeze_database),
        mend=wake_database,
        lasts_s=5,
    ),
    Fault(
        name="active-killed+database-stopped",
        words="Active of two killed, PostgreSQL stopped for 2 s",
        strike=both(kill_service, stop_database),
        mend=start_database,
        lasts_s=2,
        services=2,
    ),
    Fault(
        name="service-killed+ari-dropped",
        words="Service killed, no way to Asterisk for 3 s",
        strike=both(kill_service, cut_wire),
        mend=mend_wire,
        lasts_s=3,
        settings=through_wire,
    ),
    Fault(
        name="service-killed+asterisk-killed",
        words="Service and Asterisk killed",
        strike=both(kill_service, kill_asterisk),
        mend=start_asterisk,
        ends_calls=True,
    ),
    Fault(
        name="database-killed+asterisk-killed",
        words="PostgreSQL and Asterisk killed",
        strike=both(kill_asterisk, kill_database),
        mend=both(start_database, start_asterisk),
        ends_calls=True,
    ),
    Fault(
        name="service-killed+clock-ahead",
        words="Service killed, back with its clock 1 h ahead",
        strike=both(set_clock(AHEAD), kill_service),
        clock_jumps=True,
        settings=own_clock,
        needs=needs_clock,
    ),
    Fault(
        name="service-killed+clock-behind",
        words="Service killed, back with its clock 1 h behind",
        strike=both(set_clock(BEHIND), kill_service),
        settings=own_clock,
        needs=needs_clock,
    ),
    Fault(
        name="service-killed+disk-full",
        words="Service killed, back with its disks full",
        strike=both(kill_service, fill_disks),
        mend=empty_disks,
        lasts_s=5,
        needs=needs_mount,
    ),
)
