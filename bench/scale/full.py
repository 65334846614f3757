"""A full floor in one process with a simulated Asterisk: for sizes at which the real one has no more files.

    python -m bench.scale.full --agents 10000 --waiting 10000

Prints the resident memory in MiB: of the service with everybody on its floor, and of the simulated channels.
"""

import argparse
import os

from acd.runtime import logs
from bench.numbers import count
from bench.scale.aside import lines_of
from bench.scale.company import LargeCompany
from bench.scale.hall import Hall
from bench.scale.vitals import vitals_of

CALLS_PER_S = 200.0


def rss_of_full_floor_mib(agents: int, waiting: int) -> float:
    """Of a process of its own, which ends with this function."""
    return float(list(lines_of("bench.scale.full", f"--agents={agents}", f"--waiting={waiting}"))[-1])


def main() -> None:
    """Be that process."""
    parser = argparse.ArgumentParser(prog="python -m bench.scale.full", description=__doc__.splitlines()[0])
    parser.add_argument("--agents", type=count, default=10_000, metavar="N", help="how many (%(default)s)")
    parser.add_argument("--waiting", type=count, default=10_000, metavar="N", help="how many (%(default)s)")
    arguments = parser.parse_args()
    logs.set_up("warning", "console")
    hall = Hall(LargeCompany(agents=arguments.agents, working=1), calls_per_s=CALLS_PER_S, patient=True)
    hall.fill(arguments.waiting)
    print(f"{vitals_of(os.getpid()).rss_mib:.1f}", flush=True)
    hall.close()


if __name__ == "__main__":
    main()
