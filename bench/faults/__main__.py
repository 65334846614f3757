"""What becomes of calls when parts break: a real stack under load, one fault after another, and a table.

Twenty agents at twenty SIP phones, callers in every state, and then something is killed, frozen or filled up.
Prints its progress, writes docs/reliability-faults.md, and ends with 1 if anything was lost.

    python -m bench.faults                        every fault once
    python -m bench.faults --mixed --laps 3       pairs of faults as well, three times
    python -m bench.faults --only service-killed  one fault; nothing is written
    python -m bench.faults --list                 what there is
"""

import argparse
import os
import platform
import shlex
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from acd.testing.errors import PhoneDiedError
from bench.ending import end_in_order_when_told
from bench.faults import lap
from bench.faults.catalogue import MIXED, SINGLE, Fault
from bench.faults.disk import enter_own_namespace
from bench.faults.fates import brief
from bench.faults.house import House
from bench.faults.lap import Result
from bench.faults.population import IN_MENU, IN_WRAP_UP, RINGING, TALKING, WAITING
from bench.faults.report import Row, page
from bench.numbers import count

PAGE = Path(__file__).parents[2] / "docs/reliability-faults.md"
MOST_HOUSES = 40
"""So often the house may be built anew, after a loss or because a phone of the harness broke."""
SCENE = (
    f"{TALKING + 1} talk, {WAITING + 1} wait with music, {RINGING + 1} ring at an agent's phone, "
    f"{IN_MENU} are in a menu, {IN_WRAP_UP} agents are in wrap-up, and some ring up in that very moment"
)


def main() -> int:
    """Run what was asked for; the exit status."""
    arguments = _arguments()
    wanted = [*SINGLE, *(MIXED if arguments.mixed else ())]
    if arguments.only:
        wanted = [fault for fault in (*SINGLE, *MIXED) if fault.name in arguments.only]
    if arguments.list:
        for fault in wanted:
            print(f"{fault.name:34} {fault.words}{f' ({fault.needs()})' if fault.needs() else ''}")
        return 0
    not_run = {fault.words: fault.needs() for fault in wanted if fault.needs()}
    with tempfile.TemporaryDirectory(prefix="acd-faults-") as folder:
        Path(folder).chmod(0o755)
        rows, versions = run([fault for fault in wanted if not fault.needs()], arguments.laps, Path(folder))
    for row in rows:
        for loss in row.losses:
            print(f"LOST  {row.fault.name}: {loss}")
    if not arguments.only:
        command = shlex.join(["python", "-m", "bench.faults", *sys.argv[1:]])
        when = time.strftime("%Y-%m-%d %H:%M UTC", time.gmtime())
        PAGE.write_text(
            page(
                rows,
                not_run=not_run,
                command=command,
                when=when,
                versions=versions,
                scene=SCENE,
                laps=arguments.laps,
            ),
            encoding="utf-8",
        )
        print(f"written: {PAGE}")
    return 1 if any(row.losses for row in rows) else 0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m bench.faults",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--laps", type=count, default=1, metavar="N", help="how often each fault is tried")
    parser.add_argument("--mixed", action="store_true", help="also two faults at once")
    names = [fault.name for fault in (*SINGLE, *MIXED)]
    parser.add_argument(
        "--only", action="append", choices=names, metavar="FAULT", help="this fault; may be given again"
    )
    parser.add_argument("--list", action="store_true", help="name the faults, and run nothing")
    return parser.parse_args()


def run(faults: Sequence[Fault], laps: int, folder: Path) -> tuple[list[Row], str]:
    """All faults, lap by lap; and what it was tried with."""
    results: dict[str, list[Result]] = {fault.name: [] for fault in faults}
    to_do = [fault for _ in range(laps) for fault in faults]
    versions, tries = "", 0
    while to_do:
        tries += 1
        with House(folder / f"{tries}") as house:
            _say("the house is open")
            versions = versions or _versions(house)
            while to_do:
                result = _one(house, to_do[0])
                if result is None and tries < MOST_HOUSES:
                    break
                fault = to_do.pop(0)
                results[fault.name].append(result or Result(wrong=["the harness could not try it"]))
                if _told(fault, results[fault.name][-1]):
                    break  # what was lost may be in the way of the next
    return [Row(fault=fault, results=results[fault.name]) for fault in faults], versions


def _told(fault: Fault, result: Result) -> bool:
    """Say what came of a lap, and whether anything was lost."""
    row = Row(fault=fault, results=[result])
    _say(" | ".join(row.cells))
    for loss in row.losses:
        _say(f"    LOST {loss}")
    return bool(row.losses)


def _one(house: House, fault: Fault) -> Result | None:
    """What came of it; None if the harness itself broke: one of its phones."""
    try:
        return lap.run(house, fault)
    except PhoneDiedError as died:
        _say(f"the lap says nothing and is run once more: {brief(died)}")
        return None
    except Exception as failed:  # the other faults are still to be tried
        words = f"{type(failed).__name__}: {brief(failed)}"
        return Result(wrong=[f"the lap could not be run to its end: {words}"])


def _say(words: str) -> None:
    print(f"{time.strftime('%H:%M:%S')} {words}", flush=True)


def _versions(house: House) -> str:
    centre = house.centre
    asterisk = centre.stack.asterisk.rx("core show version").split(" built")[0].strip()
    ((postgres,),) = centre.query("SHOW server_version")
    revision = subprocess.run(
        ["git", "describe", "--always", "--dirty"], capture_output=True, text=True, check=False
    ).stdout.strip()
    return (
        f"The code was {revision or 'not in git'}, with {asterisk}, PostgreSQL {postgres}, "
        f"Python {platform.python_version()}, {os.cpu_count()} processor cores"
    )


if __name__ == "__main__":
    enter_own_namespace("bench.faults")
    end_in_order_when_told()
    sys.exit(main())
