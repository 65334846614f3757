"""What a lap has written: commits and bytes, asked of PostgreSQL; and how fast the disk below it is."""

import os
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from acd.testing.call_centre import CallCentre
from bench.report import percentile

_PAGE_BYTES = 8192
"""As PostgreSQL writes its log."""


@dataclass(frozen=True, kw_only=True)
class Books:
    """Counters of the database, at a moment or between two."""

    commits: int
    """Of the journal."""
    facts: int
    """Rows of the table of facts."""
    log_bytes: int
    """Of PostgreSQL's write-ahead log."""

    @classmethod
    def of(cls, centre: CallCentre) -> Self:
        """As they are now. Nothing was ever written before a service has been there."""
        ((exists,),) = centre.query("SELECT to_regclass('lease') IS NOT NULL")
        if not exists:
            return cls(commits=0, facts=0, log_bytes=0)
        ((commits, facts, log_bytes),) = centre.query(
            "SELECT (SELECT coalesce(max(commit_no), 0) FROM lease), "
            "(SELECT coalesce(max(seq), 0) FROM fact), pg_current_wal_insert_lsn() - '0/0'::pg_lsn"
        )
        return cls(commits=int(commits), facts=int(facts), log_bytes=int(log_bytes))

    def __sub__(self, before: "Books") -> "Books":
        return Books(
            commits=self.commits - before.commits,
            facts=self.facts - before.facts,
            log_bytes=self.log_bytes - before.log_bytes,
        )


@dataclass(frozen=True, kw_only=True)
class FlushTime:
    """How long the disk takes until a page is safe (fdatasync)."""

    p50_ms: float
    p99_ms: float

    @classmethod
    def measured(cls, folder: Path, times: int = 200) -> Self:
        """Of the file system of a folder."""
        path = folder / "flush"
        taken_ms = []
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT)
        try:
            os.pwrite(descriptor, bytes(_PAGE_BYTES * times), 0)
            os.fsync(descriptor)
            for turn in range(times):
                os.pwrite(descriptor, b"x" * _PAGE_BYTES, turn * _PAGE_BYTES)
                began = time.perf_counter()
                os.fdatasync(descriptor)
                taken_ms.append((time.perf_counter() - began) * 1000)
        finally:
            os.close(descriptor)
            path.unlink()
        return cls(p50_ms=percentile(taken_ms, 50), p99_ms=percentile(taken_ms, 99))
