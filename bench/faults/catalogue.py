"""The faults: what is done to which part, how long, and what the service needs for it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from bench.faults.deeds import (
    AHEAD,
    BEHIND,
    Deed,
    both,
    cut_wire,
    empty_disks,
    fill_disks,
    freeze_database,
    freeze_service,
    freeze_wire,
    kill_asterisk,
    kill_database,
    kill_service,
    mend_wire,
    needs_clock,
    needs_mount,
    nothing,
    own_clock,
    set_clock,
    start_asterisk,
    start_database,
    stop_asterisk,
    stop_database,
    stop_service,
    through_wire,
    wake_database,
    wake_services,
)
from bench.faults.house import House
from bench.faults.operator import is_told_of_the_full_disk

Settings = Callable[[House], Mapping[str, str]]


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
