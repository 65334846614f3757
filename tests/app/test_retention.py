"""What has been kept for long enough is found, whatever lies beside it; what goes wrong is tried again."""

from collections.abc import Collection

import msgspec
import pytest

from acd.app.retention import AGAIN_S, AT_ONCE, EVERY_S, NOT_YET_S, Retention
from acd.asterisk.ari.door import Body, Query, Response
from acd.asterisk.ari.errors import AriNotConnected, AriRefused
from acd.core.floor import Floor
from acd.model.ids import ContactId, RecordingId
from acd.model.message import Heard, RecordingOutlived
from acd.model.voice_note import Noted
from acd.runtime.ports import JournalAway
from tests.core.small_company import company
from tests.store import books

NOW, DAY_S = 10_000_000.0, 86400.0
ENDED = {"c1-1": 1000.9, "c1-2": 2000.0, "c1-20": 2000.0}
"""Those that the books say have ended long ago, and when they came."""


class Asterisk:
    """A door behind which there are recordings."""

    def __init__(self, *names: str, error: Exception | None = None) -> None:
        self._names = names
        self._error = error

    async def request(
        self,
        method: str,
        path: str,
        *,
        query: Query = (),
        body: Body | None = None,
        timeout_s: float | None = None,
    ) -> Response:
        """One request; what else it says is of no interest."""
        assert (method, path, query, body, timeout_s) == ("GET", "recordings/stored", (), None, None)
        if self._error is not None:
            raise self._error
        told = [{"name": name, "format": "wav"} for name in self._names]
        return Response(status=200, body=msgspec.json.encode(told).decode())


@pytest.fixture
def struck(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """Before which moments texts were struck out."""
    befores = list[float]()

    async def strike_texts(_dsn: str, floor: str, *, before: float) -> None:
        assert floor == "main"
        befores.append(before)

    async def ended_before(
        _dsn: str, _floor: str, contacts: Collection[ContactId], *, before: float
    ) -> dict[ContactId, float]:
        assert before == NOW - 90 * DAY_S
        return {contact: ENDED[contact] for contact in contacts if contact in ENDED}

    monkeypatch.setattr("acd.app.retention.strike_texts", strike_texts)
    monkeypatch.setattr("acd.app.retention.ended_before", ended_before)
    return befores


async def looked(asterisk: Asterisk, *, connected: bool = True) -> tuple[float, list[Heard]]:
    told = list[Heard]()
    floor = Floor(company(), 1)
    floor.connect(connected)
    pause_s = await Retention("dsn", "main", lambda: floor, lambda: NOW).look(asterisk, told.append)
    return pause_s, told


def outlived(contact: str, recording: str) -> RecordingOutlived:
    return RecordingOutlived(contact=ContactId(contact), recording=RecordingId(recording))


async def test_while_asterisk_is_not_there_it_is_left_in_peace(struck: list[float]) -> None:
    refusing = Asterisk(error=AssertionError("it was asked"))
    assert await looked(refusing, connected=False) == (NOT_YET_S, [])
    assert struck == []


async def test_what_is_old_is_found_by_the_books_and_nothing_else_is_touched(struck: list[float]) -> None:
    names = ("acd-1000-c1-1", "acd-9999-c1-2", "acd-2000-c1-20", "acd-3000-c1-3", "greeting", "acd-x")
    assert await looked(Asterisk(*names)) == (
        EVERY_S,
        [outlived("c1-1", "acd-1000-c1-1"), outlived("c1-20", "acd-2000-c1-20")],
    )
    assert struck == [NOW - 90 * DAY_S]


async def test_many_are_not_deleted_all_at_once(struck: list[float], monkeypatch: pytest.MonkeyPatch) -> None:
    names = [f"acd-1000-c1-{number}" for number in range(100, 101 + AT_ONCE)]
    for number in range(100, 101 + AT_ONCE):
        monkeypatch.setitem(ENDED, f"c1-{number}", 1000.0)
    pause_s, told = await looked(Asterisk(*names))
    assert (pause_s, len(told), len(struck)) == (AGAIN_S, AT_ONCE, 1)


@pytest.mark.parametrize(
    "error", [AriNotConnected("away"), AriRefused(500, "no", "GET"), ValueError("unheard of")]
)
async def test_what_goes_wrong_is_tried_again_soon(struck: list[float], error: Exception) -> None:
    assert await looked(Asterisk(error=error)) == (AGAIN_S, [])
    assert len(struck) == 1


async def test_the_database_may_be_away(struck: list[float], monkeypatch: pytest.MonkeyPatch) -> None:
    async def away(*_: object, **__: object) -> None:
        raise JournalAway("away")

    monkeypatch.setattr("acd.app.retention.strike_texts", away)
    assert await looked(Asterisk("acd-1000-c1-1")) == (AGAIN_S, [])
    assert struck == []


@pytest.mark.usefixtures("struck")
async def test_a_note_that_went_along_with_a_place_is_kept_while_its_customer_is_with_us() -> None:
    note = Noted(recording=RecordingId("acd-1000-c1-1-n1"), left_at=NOW, length_s=2.0)
    floor = Floor(company(), 1)
    floor.connect(True)
    floor.put(msgspec.structs.replace(books.contact("c1-9"), note=note))
    told = list[Heard]()
    retention = Retention("dsn", "main", lambda: floor, lambda: NOW)
    await retention.look(Asterisk("acd-1000-c1-1-n1", "acd-1000-c1-1-n2"), told.append)
    assert told == [outlived("c1-1", "acd-1000-c1-1-n2")]


@pytest.mark.usefixtures("struck")
async def test_an_asterisk_that_stores_nothing_is_in_order() -> None:
    assert await looked(Asterisk(error=AriRefused(404, "no such resource", "GET"))) == (EVERY_S, [])
