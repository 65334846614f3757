"""What is looked at every few seconds, and what every minute."""

import time
from collections.abc import Mapping
from pathlib import Path

import httpx
import msgspec

from acd.lab.ports import HOST
from acd.testing.call_centre import CallCentre
from bench.rig.usage import children
from bench.scale.vitals import MIB, vitals_of

TABLES = ("contact", "leg", "offer", "agent", "fact", "lease", "policy")
CONSTANT = ("agent", "lease")
"""Tables whose rows change all the time and do not become more."""

_SIZES = "SELECT relname, pg_total_relation_size(oid) FROM pg_class WHERE relname = ANY(%s) AND relkind = 'r'"
_CONNECTIONS = "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()"
_SURPRISES = 'SELECT count(*) FROM fact WHERE entry @> \'{"facts": [{"type": "Surprise"}]}\''


class Sample(msgspec.Struct, frozen=True, kw_only=True):
    """What the three programs hold at a moment."""

    at_s: float
    service_mib: float
    service_files: int
    service_threads: int
    asterisk_mib: float
    asterisk_files: int
    asterisk_threads: int
    postgres_mib: float
    """Of all its processes, without what they share."""
    postgres_processes: int


def sample(centre: CallCentre, began: float) -> Sample:
    """At this moment."""
    stack = centre.stack
    service, asterisk = vitals_of(stack.service.pid), vitals_of(stack.asterisk.pid)
    family = children(stack.postgres.pid)
    return Sample(
        at_s=round(time.monotonic() - began, 1),
        service_mib=round(service.rss_mib, 2),
        service_files=service.files,
        service_threads=service.threads,
        asterisk_mib=round(asterisk.rss_mib, 2),
        asterisk_files=asterisk.files,
        asterisk_threads=asterisk.threads,
        postgres_mib=round(sum(map(_private_mib, family)), 1),
        postgres_processes=len(family),
    )


def _private_mib(pid: int) -> float:
    try:
        pages = Path(f"/proc/{pid}/statm").read_text(encoding="ascii").split()
    except (FileNotFoundError, ProcessLookupError):  # a worker that ended meanwhile
        return 0.0
    return (int(pages[1]) - int(pages[2])) * 4096 / MIB


def table_sizes(centre: CallCentre) -> Mapping[str, float]:
    """MiB by table, indexes and all."""
    return {name: size / MIB for name, size in centre.query(_SIZES, list(TABLES))}


def connections(centre: CallCentre) -> int:
    """To the database; the one that asks counts, too."""
    ((number,),) = centre.query(_CONNECTIONS)
    return int(number)


def surprises(centre: CallCentre) -> int:
    """Facts that say that a message came which no table expects."""
    ((number,),) = centre.query(_SURPRISES)
    return int(number)


def surprises_counted(centre: CallCentre) -> int:
    """The same as its metric has it, without a walk over all facts."""
    port = centre.stack.ports.http
    text = httpx.get(f"http://{HOST}:{port}/metrics", trust_env=False, timeout=20).text
    return sum(
        round(float(line.split()[-1]))
        for line in text.splitlines()
        if line.startswith("acd_surprises_total{")
    )
