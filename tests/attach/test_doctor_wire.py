"""`acd doctor` when the other side is older, or has another clock: a wire tells it so."""

import asyncio
import re
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

import pytest
from psycopg.conninfo import make_conninfo

from acd.doctor import examine
from acd.doctor.database import look_at_database
from acd.settings import read_settings
from tests.attach.office import Office, bad
from tests.store.wire import Direction, wired


@dataclass
class Misquoting(Direction):
    """Says something else, of the same length."""

    said: bytes = b""
    instead: bytes = b""

    def pass_on(self, chunk: bytes) -> bytes:
        return super().pass_on(re.sub(self.said, self.instead, chunk, flags=re.DOTALL))


@dataclass(frozen=True, kw_only=True)
class Case:
    """What is said, what comes out of the wire instead, and what is found then."""

    said: bytes
    instead: bytes
    found: str
    remedy: str


OF_POSTGRES = {
    "version": Case(
        said=rb"(server_version_num....)..",
        instead=rb"\g<1>13",
        found="which is too old",
        remedy="Use 14 or later; pg_upgrade",
    ),
    "clock": Case(
        said=rb"\d(\d{9}\.\d+)",
        instead=rb"0\1",
        found="Its clock is -1000000000.0 s off ours",
        remedy="timedatectl set-ntp true",
    ),
    "pooler": Case(  # such a one tells its clients process ids of its own (BackendKeyData)
        said=rb"(K\0\0\0\x0c)....",
        instead=b"\\1\0\0\0\7",
        found="pgbouncer",
        remedy="pool_mode = session",
    ),
}
OF_ASTERISK = {
    "version": Case(
        said=rb'("version": ?")..',
        instead=rb"\g<1>18",
        found="which is too old",
        remedy="Use 20.14, 21.9, 22.4 or later; docs/installation.md",
    ),
    "clock": Case(
        said=rb'("timestamp": ?")....',
        instead=rb"\g<1>2001",
        found="s off ours",
        remedy="timedatectl set-ntp true",
    ),
}


@pytest.mark.parametrize("case", OF_POSTGRES.values(), ids=OF_POSTGRES)
async def test_what_postgres_tells_of_itself_is_judged(healthy: Office, tmp_path: Path, case: Case) -> None:
    async with wired(healthy.stack.dsn, tmp_path) as (wire, dsn):
        wire.down = Misquoting(name="down", turns=wire.turns, said=case.said, instead=case.instead)
        findings = await look_at_database(make_conninfo(dsn, password=healthy.stack.secrets["postgres"]))
    (finding,) = bad(findings)
    assert case.found in finding.found
    assert case.remedy in finding.remedy


@pytest.mark.parametrize("case", OF_ASTERISK.values(), ids=OF_ASTERISK)
async def test_what_asterisk_tells_of_itself_is_judged(healthy: Office, case: Case) -> None:
    async with misquoted(healthy.stack.ports.ari, case) as port:
        settings = {**healthy.stack.service.environment, "ACD_ARI_URL": f"http://127.0.0.1:{port}"}
        findings = await examine(read_settings(settings))
    (finding,) = bad(findings)
    assert finding.where == "Asterisk"
    assert case.found in finding.found
    assert case.remedy in finding.remedy


@asynccontextmanager
async def misquoted(port: int, case: Case) -> AsyncIterator[int]:
    """A port of its own behind which is `port`; what comes from there is changed."""

    async def forward(near_in: asyncio.StreamReader, near_out: asyncio.StreamWriter) -> None:
        far_in, far_out = await asyncio.open_connection("127.0.0.1", port)
        await asyncio.gather(pass_on(near_in, far_out, as_it_is), pass_on(far_in, near_out, otherwise))

    async def pass_on(
        source: asyncio.StreamReader, target: asyncio.StreamWriter, say: Callable[[bytes], bytes]
    ) -> None:
        with suppress(ConnectionError):
            while chunk := await source.read(65_536):
                target.write(say(chunk))
        target.close()

    def as_it_is(chunk: bytes) -> bytes:
        return chunk

    def otherwise(chunk: bytes) -> bytes:
        return re.sub(case.said, case.instead, chunk)

    async with await asyncio.start_server(forward, "127.0.0.1", 0) as server:
        yield server.sockets[0].getsockname()[1]
