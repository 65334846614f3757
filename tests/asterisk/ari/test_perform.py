"""The performer: what a phone displays, and that no error is lost. The rest is in `tests/contract`."""

from collections.abc import AsyncIterator

import pytest

from acd.asterisk.ari import calls
from acd.asterisk.ari.door import AriAccess, Body, Query, Response
from acd.asterisk.ari.errors import AriUnknownOutcome, AriUnreadable
from acd.asterisk.ari.perform import AriPerformer
from acd.model.command import (
    AnswerLeg,
    Command,
    CreateLeg,
    EndBridge,
    EndLeg,
    Join,
    Play,
    Ring,
    StartMusic,
    StopMusic,
    StopPlayback,
)
from acd.model.ids import BridgeId, LegId, OfferId, PhoneId, PlaybackId
from acd.model.message import FromAsterisk, LegSeen
from acd.runtime.loop import InboxFull
from acd.testing.phone import Phone
from tests.asterisk.ari.stage import Stage, staged
from tests.asterisk.ari.told import Told

NOBODY = LegId("o99-leg")


@pytest.fixture
async def stage(pbx_access: AriAccess) -> AsyncIterator[Stage]:
    async with staged(pbx_access) as ready:
        yield ready


def create(leg: str, phone: str, *, display: str = "Queue", caller: str | None = "123") -> CreateLeg:
    return CreateLeg(
        leg=LegId(leg),
        phone=PhoneId(phone),
        endpoint=phone,
        offer=OfferId("o1"),
        originator=LegId("-"),
        display=display,
        caller=caller,
    )


async def settled(stage: Stage) -> None:
    """Wait until everything performed is answered, and every event of it has been heard: a reply overtakes no
    event that Asterisk sent before, and the second reply none that the first request brought about.
    """
    await stage.performer.aclose()
    for _ in range(2):
        await calls.ping(stage.client)


# What the agent sees


@pytest.mark.parametrize(
    ("display", "caller", "number"),
    [
        ("Störung Größe & Maß", "+4930123456", "+4930123456"),
        ('He said "A, B", (x); <y> \\ 50 % ${EXTEN}', "123", "123"),
        ("停电和维修", "1" * 40, "1" * 40),
        ("Queue", '"><b,c', "%22%3e%3cb,c"),
        ("Queue", None, "anonymous"),
    ],
)
async def test_the_phone_shows_the_queue_and_the_number(
    stage: Stage, alice: Phone, display: str, caller: str | None, number: str
) -> None:
    ringing, _ = await stage.ring(alice, "o1", display=display, caller=caller)
    assert ringing.display_name == display
    assert ringing.caller_number == number


# Nobody knows


SINGLE = [
    AnswerLeg(leg=NOBODY),
    Play(leg=NOBODY, playback=PlaybackId("c1-p1"), media="sound:activated"),
    StartMusic(leg=NOBODY, music="default"),
    StopMusic(leg=NOBODY),
    create("o99-leg", "alice"),
    Ring(leg=NOBODY, give_up_s=20.0),
    StopPlayback(playback=PlaybackId("c1-p1")),
    EndLeg(leg=NOBODY),
    EndBridge(bridge=BridgeId("o1-bridge")),
]
"""Commands of one request each."""


@pytest.mark.parametrize("command", SINGLE, ids=lambda command: type(command).__name__)
async def test_of_an_unknown_outcome_nothing_is_told_and_nothing_is_asked_again(command: Command) -> None:
    performer, told, doubts, asked = on_a_door_that(AriUnknownOutcome("no answer"))
    performer.perform(command)
    await performer.aclose()
    assert (len(asked), told.messages, doubts) == (1, [], ["look"])


JOIN = Join(bridge=BridgeId("o1-bridge"), legs=(LegId("call-1"), NOBODY))


@pytest.mark.parametrize("command", [*SINGLE, JOIN], ids=lambda command: type(command).__name__)
async def test_what_may_not_be_sent_when_its_turn_comes_is_not_and_nothing_is_told(command: Command) -> None:
    performer, told, doubts, asked = on_a_door_that(AriUnknownOutcome("no answer"))
    refused: list[str] = []

    def may_send() -> bool:
        refused.append("no")
        return False

    performer.perform(command, may_send)
    assert refused == []  # its turn has not come
    await performer.aclose()
    assert (asked, told.messages, doubts) == ([], [], [])
    assert len(refused) == (2 if command is JOIN else 1)


# Whatever happens, it does not raise


@pytest.mark.parametrize("error", [RuntimeError("a bug"), AriUnreadable("no JSON")])
async def test_an_error_nobody_thought_of_is_a_doubt(error: Exception) -> None:
    performer, told, doubts, _ = on_a_door_that(error)
    performer.perform(EndLeg(leg=NOBODY))
    await performer.aclose()
    assert (told.messages, doubts) == ([], ["look"])


async def test_a_name_that_cannot_be_sent_is_a_doubt_and_stops_nobody_else(
    stage: Stage, alice: Phone
) -> None:
    stage.perform(create("o1-leg", "alice", display="half a character: \ud83d"), create("o2-leg", "alice"))
    await stage.told.this(LegSeen(leg=LegId("o2-leg")))
    await settled(stage)
    assert stage.doubts == ["look"]
    assert len(stage.told.all(LegSeen)) == 1


async def test_an_inbox_that_is_full_is_a_doubt(stage: Stage, outside: Phone) -> None:
    def full(message: FromAsterisk) -> None:
        raise InboxFull("100000 messages wait already")

    _, caller = await stage.call(outside, answer=False)
    performer = AriPerformer(stage.client, "acd", full, lambda: stage.doubts.append("look"))
    performer.perform(AnswerLeg(leg=caller))
    await performer.aclose()
    assert stage.doubts == ["look"]


class _Failing:
    """A door behind which every request ends in the same error."""

    def __init__(self, error: Exception) -> None:
        self._error = error
        self.asked: list[str] = []

    async def request(
        self,
        method: str,
        path: str,
        *,
        query: Query = (),
        body: Body | None = None,
        timeout_s: float | None = None,
    ) -> Response:
        self.asked.append(f"{method} {path}")
        raise self._error


def on_a_door_that(error: Exception) -> tuple[AriPerformer, Told, list[str], list[str]]:
    door, told = _Failing(error), Told()
    doubts: list[str] = []
    return AriPerformer(door, "acd", told, lambda: doubts.append("look")), told, doubts, door.asked
