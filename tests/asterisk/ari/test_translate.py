"""Events of a real Asterisk, recorded once, and variants of them: what they tell the engine."""

import ast
import asyncio
import inspect
import textwrap
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from typing import Literal, TypeVar

import msgspec
import pytest

from acd.asterisk.ari.client import AriEvent, Connected, Disconnected, Replaced
from acd.asterisk.ari.door import AriAccess
from acd.asterisk.ari.generated import (
    ChannelDestroyed,
    ChannelDtmfReceived,
    ChannelEnteredBridge,
    ChannelHangupRequest,
    ChannelStateChange,
    Dial,
    PlaybackFinished,
    StasisEnd,
    StasisStart,
)
from acd.asterisk.ari.translate import CHANNELS_KEPT, SHUTDOWN, WANTED, Translator, arrival
from acd.asterisk.ari.wire import UnknownEvent
from acd.model.command import EndLeg, Join, Play
from acd.model.ids import BridgeId, LegId, PlaybackId
from acd.model.message import (
    CallArrived,
    FromAsterisk,
    KeyPressed,
    LegAnswered,
    LegJoined,
    LegRang,
    LegSeen,
    LegVanished,
    PlaybackEnded,
)
from acd.testing.phone import Phone
from tests.asterisk.ari.conftest import access_to
from tests.asterisk.ari.stage import DID, staged
from tests.asterisk.render.switch import Switch as Pbx

E = TypeVar("E")
NUMBER = "+4930123456"
BRIDGE, SPOKEN, MISSING = BridgeId("o1-bridge"), PlaybackId("c1-p1"), PlaybackId("c1-p2")


@dataclass(frozen=True, kw_only=True)
class Heard:
    """Everything one call brought, event by event."""

    caller: LegId
    agent: LegId
    events: list[AriEvent]

    def one(self, kind: type[E], leg: str | None = None) -> E:
        """The first event of this kind, of this leg."""
        return next(
            event
            for event in self.events
            if isinstance(event, kind) and leg in (None, getattr(getattr(event, "channel", None), "id", None))
        )


async def _one_call(access: AriAccess, outside: Phone, alice: Phone) -> Heard:
    """A caller hears a prompt, fails to hear another, presses a key, talks to an agent and hangs up."""
    async with staged(access) as stage:
        call, caller = await stage.call(outside, number=NUMBER)
        stage.perform(Play(leg=caller, playback=SPOKEN, media="sound:activated"))
        await stage.told.this(PlaybackEnded(playback=SPOKEN))
        stage.perform(Play(leg=caller, playback=MISSING, media="sound:no-such-sound"))
        await stage.told.this(PlaybackEnded(playback=MISSING, failed=True))
        call.press("5#")
        await stage.told.this(KeyPressed(leg=caller, key="#"))
        ringing, agent = await stage.ring(alice, "o1", originator=caller)
        await stage.answer(ringing, agent)
        stage.perform(Join(bridge=BRIDGE, legs=(caller, agent)))
        await stage.told.first(LegJoined, nth=2)
        await asyncio.to_thread(call.hang_up)
        await stage.gone(caller)
        stage.perform(EndLeg(leg=agent))
        await stage.gone(agent)
        await stage.ear.first(ChannelDestroyed, lambda event: event.channel.id == caller)
        return Heard(caller=caller, agent=agent, events=list(stage.ear.heard))


@pytest.fixture(scope="module")
def heard(booted_pbx: Pbx) -> Iterator[Heard]:
    """The events of one whole call."""
    booted_pbx.wait_idle()
    with booted_pbx.phone("outside", kind="trunk") as outside, booted_pbx.phone("alice") as alice:
        outside.register()
        alice.register()
        yield asyncio.run(_one_call(access_to(booted_pbx), outside, alice))


def told_of(heard: Heard) -> list[FromAsterisk]:
    """What the whole call is translated to."""
    translator = Translator()
    return [message for event in heard.events if (message := translator.translate(event)) is not None]


# One whole call


def test_a_call_arrives_with_what_was_dialled_and_who_called(heard: Heard) -> None:
    assert told_of(heard)[0] == CallArrived(leg=heard.caller, did=DID, caller=NUMBER)


def test_every_step_of_the_call_is_told_in_order_and_nothing_else_is(heard: Heard) -> None:
    steps = [step for at, step in enumerate(told_of(heard)) if step not in told_of(heard)[:at]]
    on_caller = [step for step in steps if getattr(step, "leg", heard.caller) == heard.caller]
    on_agent = [step for step in steps if getattr(step, "leg", None) == heard.agent]
    assert on_caller == [
        CallArrived(leg=heard.caller, did=DID, caller=NUMBER),
        LegAnswered(leg=heard.caller),
        PlaybackEnded(playback=SPOKEN),
        PlaybackEnded(playback=MISSING, failed=True),
        KeyPressed(leg=heard.caller, key="5"),
        KeyPressed(leg=heard.caller, key="#"),
        LegJoined(leg=heard.caller, bridge=BRIDGE),
        LegVanished(leg=heard.caller, cause=None),  # of two who talk only ChannelDestroyed knows it
        LegVanished(leg=heard.caller, cause=16),
    ]
    assert on_agent[:4] == [
        LegSeen(leg=heard.agent),
        LegRang(leg=heard.agent),
        LegAnswered(leg=heard.agent),
        LegJoined(leg=heard.agent, bridge=BRIDGE),
    ]
    assert {type(step) for step in on_agent[4:]} == {LegVanished}


# One event


@pytest.mark.parametrize(
    ("args", "message"),
    [
        (("inbound", "5100"), "arrived"),
        (("inbound", "5100", "more"), "arrived"),
        (("inbound",), "seen"),
        (("offer", "o1"), "seen"),
        ((), "seen"),
    ],
)
def test_only_inbound_with_a_number_is_a_call(heard: Heard, args: tuple[str, ...], message: str) -> None:
    start = heard.one(StasisStart, heard.caller)
    told = Translator().translate(msgspec.structs.replace(start, args=args))
    expected = {
        "arrived": CallArrived(leg=heard.caller, did="5100", caller=NUMBER),
        "seen": LegSeen(leg=heard.caller),
    }
    assert told == expected[message]


@pytest.mark.parametrize(
    ("presented", "caller"),
    [
        ("+4930123456", "+4930123456"),
        ("030 123456", "030 123456"),
        ("1" * 40, "1" * 40),
        ("alice", "alice"),
        ("", None),
        ("  ", None),
        ("anonymous", None),
        ("Anonymous", None),
        ("UNKNOWN", None),
        ("Restricted", None),
        ("unavailable", None),
        ("anonymous2", "anonymous2"),
        ("12\r\nX-Evil: 3", "12X-Evil: 3"),
        ("\x00\x1b", None),
    ],
)
def test_the_number_of_a_caller(heard: Heard, presented: str, caller: str | None) -> None:
    start = heard.one(StasisStart, heard.caller)
    claimed = msgspec.structs.replace(start.channel.caller, number=presented)
    assert arrival(msgspec.structs.replace(start.channel, caller=claimed), DID).caller == caller


@pytest.mark.parametrize(
    ("status", "expected"),
    [
        ("", None),
        ("RINGING", LegRang),
        ("PROGRESS", LegRang),
        ("ANSWER", LegAnswered),
        ("BUSY", None),
        ("CANCEL", None),
        ("NOANSWER", None),
        ("CHANUNAVAIL", None),
    ],
)
def test_dial_tells_of_ringing_and_answer_only(heard: Heard, status: str, expected: type | None) -> None:
    dial = heard.one(Dial)
    told = Translator().translate(msgspec.structs.replace(dial, dialstatus=status))
    assert told == (expected(leg=heard.agent) if expected else None)


@pytest.mark.parametrize(
    ("state", "expected"),
    [
        ("Down", None),
        ("Rsrvd", None),
        ("Ring", None),
        ("Dialing", None),
        ("Ringing", LegRang),
        ("Up", LegAnswered),
    ],
)
def test_a_change_of_state_tells_of_ringing_and_answer_only(
    heard: Heard, state: str, expected: type | None
) -> None:
    change = heard.one(ChannelStateChange, heard.agent)
    changed = msgspec.structs.replace(change.channel, state=state)
    told = Translator().translate(msgspec.structs.replace(change, channel=changed))
    assert told == (expected(leg=heard.agent) if expected else None)


@pytest.mark.parametrize("key", list("0123456789*#"))
def test_every_key_is_told(heard: Heard, key: str) -> None:
    pressed = heard.one(ChannelDtmfReceived, heard.caller)
    told = Translator().translate(msgspec.structs.replace(pressed, digit=key))
    assert told == KeyPressed(leg=heard.caller, key=key)


def keys_of(heard: Heard, *presses: tuple[str, int, int]) -> str:
    """What is told of key presses: each a key, when it was let go, and how long it was held, in ms."""
    pressed, translator = heard.one(ChannelDtmfReceived, heard.caller), Translator()
    told = [
        translator.translate(
            msgspec.structs.replace(
                pressed,
                digit=key,
                timestamp=pressed.timestamp + timedelta(milliseconds=at_ms),
                duration_ms=held_ms,
            )
        )
        for key, at_ms, held_ms in presses
    ]
    return "".join(message.key for message in told if isinstance(message, KeyPressed))


def test_one_press_that_asterisk_tells_twice_is_one(heard: Heard) -> None:
    assert keys_of(heard, ("5", 0, 100), ("5", 20, 100)) == "5"
    assert (
        keys_of(heard, ("4", 0, 100), ("5", 90, 100), ("5", 112, 100), ("5", 134, 100), ("6", 170, 100))
        == "456"
    )


def test_one_key_pressed_twice_is_two(heard: Heard) -> None:
    assert keys_of(heard, ("6", 0, 100), ("6", 141, 100)) == "66"
    assert keys_of(heard, ("6", 0, 250), ("6", 120, 250)) == "66", "as long as messages in SIP INFO say"
    assert keys_of(heard, ("6", 0, 40), ("6", 80, 40)) == "66", "a machine that dials fast"
    told_twice = keys_of(heard, ("6", 0, 100), ("6", 45, 100), ("6", 140, 100), ("6", 160, 100))
    assert told_twice == "66", "though the first one was told of twice"
    assert keys_of(heard, ("6", 0, 100), ("7", 20, 100)) == "67"


def test_another_call_has_keys_of_its_own(heard: Heard) -> None:
    translator = Translator()
    pressed = heard.one(ChannelDtmfReceived, heard.caller)
    other = msgspec.structs.replace(pressed.channel, id="other")
    assert translator.translate(pressed) is not None
    assert translator.translate(msgspec.structs.replace(pressed, channel=other)) is not None


@pytest.mark.parametrize(("state", "failed"), [("done", False), ("failed", True)])
def test_a_playback_ends_or_fails(heard: Heard, state: str, failed: bool) -> None:
    finished = heard.one(PlaybackFinished)
    ended = msgspec.structs.replace(finished.playback, state=state)
    told = Translator().translate(msgspec.structs.replace(finished, playback=ended))
    assert told == PlaybackEnded(playback=SPOKEN, failed=failed)


@pytest.mark.parametrize(("cause", "soft"), [(16, None), (None, None), (32, True)])
def test_a_playback_that_a_hang_up_ends_tells_nothing(
    heard: Heard, cause: int | None, soft: bool | None
) -> None:
    finished = heard.one(PlaybackFinished)
    ended = msgspec.structs.replace(finished.playback, state="failed")
    cut_short = msgspec.structs.replace(finished, playback=ended)
    request = heard.one(ChannelHangupRequest, heard.caller)
    translator = Translator()
    translator.translate(msgspec.structs.replace(heard.one(ChannelHangupRequest, heard.agent), soft=True))
    assert translator.translate(cut_short) is not None, "another line hangs up"
    translator.translate(msgspec.structs.replace(request, cause=cause, soft=soft))
    assert translator.translate(cut_short) is None
    translator.translate(heard.one(StasisEnd, heard.caller))
    assert translator.translate(cut_short) is not None, "nothing is kept of a line that has ended"


def test_a_bridge_that_nobody_is_named_in_tells_nothing(heard: Heard) -> None:
    entered = heard.one(ChannelEnteredBridge)
    assert Translator().translate(msgspec.structs.replace(entered, channel=None)) is None


@pytest.mark.parametrize(
    "event",
    [
        Connected(number=1),
        Disconnected(reason="lost"),
        Replaced(),
        UnknownEvent(type="StasisStart", fields={"args": []}, problem="no channel"),
    ],
)
def test_what_is_no_event_of_a_channel_tells_nothing(event: AriEvent) -> None:
    assert Translator().translate(event) is None


# The end of a leg

LEFT, DESTROYED, BOTH = (StasisEnd,), (ChannelDestroyed,), (StasisEnd, ChannelDestroyed)


def end_of(
    heard: Heard, requests: list[tuple[int | None, bool | None]], ends: tuple[type, ...]
) -> list[FromAsterisk | None]:
    """What becomes of hang-up requests (cause, soft) and then of these ends."""
    recorded = heard.one(ChannelHangupRequest, heard.caller)
    translator = Translator()
    for cause, soft in requests:
        assert translator.translate(msgspec.structs.replace(recorded, cause=cause, soft=soft)) is None
    return [translator.translate(heard.one(end, heard.caller)) for end in ends]


@pytest.mark.parametrize(
    ("requests", "ends", "causes"),
    [
        ([(17, None)], LEFT, [17]),
        ([(17, False)], LEFT, [17]),
        ([(17, None)], BOTH, [17, 16]),
        ([(17, None), (21, None)], LEFT, [21]),
        ([(32, True)], LEFT, [None]),  # our own DELETE: 32 is a flag and no cause
        ([(32, True)], DESTROYED, [16]),
        ([(17, None), (32, True)], LEFT, [17]),
        ([(17, None), (None, None)], LEFT, [17]),
        ([(None, None)], LEFT, [None]),
        ([], LEFT, [None]),
        ([], DESTROYED, [16]),
        ([(17, None)], DESTROYED, [17]),
        ([(SHUTDOWN, True)], LEFT, ["lost"]),  # core stop now
        ([(SHUTDOWN, True)], DESTROYED, ["lost"]),
        ([(SHUTDOWN, True)], BOTH, ["lost", 16]),  # told once
    ],
)
def test_the_cause_of_an_end(
    heard: Heard,
    requests: list[tuple[int | None, bool | None]],
    ends: tuple[type, ...],
    causes: list[int | Literal["lost"] | None],
) -> None:
    expected = [
        LegVanished(leg=heard.caller, cause=None, lost=True)
        if cause == "lost"
        else LegVanished(leg=heard.caller, cause=cause)
        for cause in causes
    ]
    assert end_of(heard, requests, ends) == expected


def test_causes_of_channels_that_never_end_are_forgotten_the_oldest_first(heard: Heard) -> None:
    request, end = heard.one(ChannelHangupRequest, heard.caller), heard.one(StasisEnd, heard.caller)
    translator = Translator()
    for number in range(CHANNELS_KEPT + 1):
        channel = msgspec.structs.replace(request.channel, id=str(number))
        translator.translate(msgspec.structs.replace(request, cause=21, soft=None, channel=channel))

    def cause(number: int) -> int | None:
        channel = msgspec.structs.replace(end.channel, id=str(number))
        told = translator.translate(msgspec.structs.replace(end, channel=channel))
        assert isinstance(told, LegVanished)
        return told.cause

    assert (cause(0), cause(1), cause(CHANNELS_KEPT)) == (None, 21, 21)


def test_asterisk_is_asked_for_every_event_that_means_something_and_for_no_other() -> None:
    tree = ast.parse(textwrap.dedent(inspect.getsource(Translator.translate)))
    meant = {
        pattern.cls.id
        for match in ast.walk(tree)
        if isinstance(match, ast.Match)
        for case in match.cases
        for pattern in (case.pattern.patterns if isinstance(case.pattern, ast.MatchOr) else [case.pattern])
        if isinstance(pattern, ast.MatchClass) and isinstance(pattern.cls, ast.Name)
    }
    assert {event.__name__ for event in WANTED} == meant
