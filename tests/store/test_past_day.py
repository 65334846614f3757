"""A past day is simulated from the fact table as it is from a file: `acd simulate --from-history`."""

import asyncio
from collections.abc import Sequence
from pathlib import Path

import msgspec
import pytest
from click.testing import CliRunner, Result
from psycopg.conninfo import conninfo_to_dict, make_conninfo

from acd.cli.root import main
from acd.runtime.ports import Batch, Entry
from acd.store.journal import PostgresJournal
from tests.simulate.floors import lived, peak_day
from tests.store.leading import lead

PAGE = 1000
TO_THE_NEXT_DAY_S = 86_400.0


@pytest.fixture
def environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, dsn: str) -> str:
    """What the command needs to reach the database."""
    parts = conninfo_to_dict(dsn)
    secrets = tmp_path / "secrets.json"
    secrets.touch(mode=0o600)
    secrets.write_bytes(msgspec.json.encode({"postgres": parts.pop("password")}))
    monkeypatch.setenv("ACD_DSN", make_conninfo("", **parts))
    monkeypatch.setenv("ACD_SECRETS", str(secrets))
    return dsn


async def write(dsn: str, entries: Sequence[Entry]) -> None:
    """As a floor writes them."""
    leadership = await lead(dsn)
    await leadership.release()
    journal = PostgresJournal(dsn, floor="main", epoch=leadership.epoch, commit_no=0)
    for first in range(0, len(entries), PAGE):
        await journal.commit(Batch(rows=(), entries=tuple(entries[first : first + PAGE])))
    await journal.close()


def simulate(*words: str, day: str = "2026-01-07") -> Result:
    runs = ("--runs", "1", "--jobs", "1", "--json")
    return CliRunner().invoke(
        main, ["simulate", "examples/utility.yaml", "--from-history", day, *runs, *words]
    )


def test_a_day_comes_back_from_the_fact_table(environment: str, tmp_path: Path) -> None:
    entries, tally = lived(peak_day())
    assert len(entries) > 2 * PAGE
    later = [msgspec.structs.replace(entry, at=entry.at + TO_THE_NEXT_DAY_S) for entry in entries[:PAGE]]
    asyncio.run(write(environment, [*entries, *later]))
    facts = tmp_path / "facts.jsonl"
    facts.write_bytes(b"\n".join(map(msgspec.json.encode, entries)))

    of_file = simulate("--facts", str(facts))
    of_table = simulate()
    assert of_table.exit_code == 0, of_table.output
    assert of_table.output == of_file.output
    assert msgspec.json.decode(of_table.output)["overall"]["offered"]["mean"] == tally.calls


def test_a_day_without_facts_is_told(environment: str) -> None:
    told = simulate(day="2026-01-09")
    assert told.exit_code == 2
    assert "is known of 2026-01-09; choose another day" in told.output


def test_another_floor_has_other_facts(environment: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ACD_FLOOR", "elsewhere")
    assert "choose another day" in simulate().output


def test_a_database_without_tables_is_told(
    environment: str, empty_dsn: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    parts = conninfo_to_dict(empty_dsn)
    del parts["password"]
    monkeypatch.setenv("ACD_DSN", make_conninfo("", **parts))
    told = simulate()
    assert told.exit_code == 2
    assert "has no tables, and so no facts: look at ACD_DSN, or run `acd migrate`" in told.output
