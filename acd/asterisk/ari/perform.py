"""The engine's commands as requests, and what Asterisk makes of them as messages.

Requests are written in the order of the commands and not waited for in between: Asterisk works them off one
after another. Each command has its own rule for an error (the docstrings of `calls`). Nothing is repeated
here. An outcome that nobody knows is a doubt, and a doubt is resolved by looking.
"""

import asyncio
import math
from collections.abc import Awaitable, Callable
from typing import assert_never

import structlog

from acd.asterisk.ari import calls
from acd.asterisk.ari.door import Door, GatedDoor
from acd.asterisk.ari.errors import AriError, AriHeldBack, AriNotConnected, AriRefused, AriUnknownOutcome
from acd.model.command import (
    AnswerLeg,
    Command,
    CreateLeg,
    DeleteRecording,
    DialOut,
    DropRecording,
    EndBridge,
    EndLeg,
    FindRecording,
    Join,
    PassOn,
    Play,
    Record,
    Ring,
    StartMusic,
    SteerPlayback,
    StopMusic,
    StopPlayback,
)
from acd.model.message import (
    FromAsterisk,
    JoinRefused,
    LegAnswered,
    LegRefused,
    LegVanished,
    PlaybackEnded,
    RecordingEnded,
)
from acd.runtime.loop import InboxFull

log = structlog.get_logger(__name__)

BEING_RECORDED = 409
"""What Asterisk says to a leg that is to enter a bridge while it is recorded."""

JOIN_AGAIN_S = 0.04
"""Two pieces of sound: so long a recording that was dropped may go on."""

JOIN_TRIES = 20

ALREADY_THERE = 409
"""`create`, `dial` and a bridge's `create`: an earlier request has arrived, and this one changes nothing."""

GONE = {404, 409}
"""What a caller's channel answers that has ended, or has left us for the dialplan."""

NO_NUMBER = "anonymous"
"""In the display for a caller without a number; Asterisk would put its own name there."""


VOICEMAIL = "acd-box"
"""The context of the dialplan in which each number is a voicemail box."""


class AriPerformer:
    """Carries out commands on one Asterisk.

    `doubt` is called when nobody knows whether a request was carried out: look, and tell the engine.
    """

    def __init__(
        self, door: Door, app: str, tell: Callable[[FromAsterisk], None], doubt: Callable[[], None]
    ) -> None:
        self._door = door
        self._app = app
        self._tell = tell
        self._doubt = doubt
        self._running: set[asyncio.Task[None]] = set()

    def perform(self, command: Command, may_send: Callable[[], bool] = lambda: True) -> None:
        """Send the command off. Its result, where there is one to know, comes as a message; nothing comes of
        a request that `may_send` held back (`GatedPerformer`).
        """
        door = GatedDoor(self._door, may_send)
        match command:
            case AnswerLeg():
                self._send(self._answer(door, command))
            case Play():
                self._send(self._play(door, command))
            case StartMusic() | StopMusic():
                self._send(_set_music(door, command))
            case Record() | DropRecording() | FindRecording() | DeleteRecording() | SteerPlayback():
                self._send(self._handle_message(door, command))
            case CreateLeg() | DialOut():
                self._send(self._create(door, command))
            case Ring():
                self._send(self._ring(door, command))
            case Join():
                self._join(door, command)
            case PassOn(leg=leg, box=box):
                self._send(calls.continue_in_dialplan(door, channel_id=leg, context=VOICEMAIL, extension=box))
            case StopPlayback(playback=playback):
                self._send(calls.stop_playback(door, playback_id=playback))
            case EndLeg():
                self._send(self._end(door, command))
            case EndBridge(bridge=bridge):
                self._send(calls.destroy_bridge(door, bridge_id=bridge))
            case _:
                assert_never(command)

    async def aclose(self) -> None:
        """Wait until what was sent so far is answered, or given up by the door's own time limit."""
        if self._running:
            await asyncio.wait(self._running)

    def _send(self, request: Awaitable[object]) -> None:
        task = asyncio.ensure_future(self._finish(request))
        self._running.add(task)
        task.add_done_callback(self._running.discard)

    async def _finish(self, request: Awaitable[object]) -> None:
        """See one request through. A refusal of what has no answer of its own means that its leg is gone:
        that is told by events.
        """
        try:
            await request
        except AriRefused as refused:
            log.debug("asterisk refused", what=str(refused), status=refused.status)
        except AriUnknownOutcome as unknown:
            log.warning("outcome of a request unknown: looking", reason=str(unknown))
            self._doubt()
        except AriHeldBack as held_back:
            log.debug("not ours to send any more", what=str(held_back))
        except AriNotConnected:
            # Once connected again everything is looked at, and whatever is missing is asked for anew.
            log.debug("not connected, command dropped")
        except InboxFull as full:
            log.error("a result could not be told: looking, later", reason=str(full))
            self._doubt()
        except Exception:
            # An answer that nobody understands, or an error of ours. It must not be lost with its task.
            log.exception("a command went wrong: looking")
            self._doubt()

    async def _answer(self, door: Door, command: AnswerLeg) -> None:
        try:
            await calls.answer_channel(door, channel_id=command.leg)
        except AriRefused as refused:
            if refused.status in GONE:
                self._tell(LegVanished(leg=command.leg, cause=None))
            raise
        self._tell(LegAnswered(leg=command.leg))

    async def _play(self, door: Door, command: Play) -> None:
        try:
            await calls.play(
                door, channel_id=command.leg, playback_id=command.playback, media=[command.media]
            )
        except AriRefused as refused:
            if refused.status in GONE:
                self._tell(LegVanished(leg=command.leg, cause=None))
            else:
                self._tell(PlaybackEnded(playback=command.playback, failed=True))
            raise

    async def _handle_message(
        self, door: Door, command: Record | DropRecording | DeleteRecording | FindRecording | SteerPlayback
    ) -> None:
        match command:
            case DeleteRecording(recording=recording):
                await _delete(door, recording)
            case Record():
                await self._record(door, command)
            case DropRecording(recording=recording):
                await calls.drop_recording(door, name=recording)
            case FindRecording():
                await self._find(door, command)
            case SteerPlayback(playback=playback, on=on):
                await calls.steer_playback(door, playback_id=playback, on=on)

    async def _record(self, door: Door, command: Record) -> None:
        try:
            await calls.record(
                door,
                channel_id=command.leg,
                name=command.recording,
                longest_s=math.ceil(command.longest_s),
                silence_s=math.ceil(command.silence_s),
                tone=not command.had_tone,
            )
        except AriRefused as refused:
            # One that goes on already will end; a leg that is gone tells so itself.
            if refused.status not in GONE:
                self._tell(RecordingEnded(recording=command.recording, failed=True))
            raise

    async def _find(self, door: Door, command: FindRecording) -> None:
        """First whether it goes on: what ends between the two questions is found by the second."""
        if await calls.is_recording(door, name=command.recording):
            return
        there = await calls.is_recorded(door, name=command.recording)
        self._tell(RecordingEnded(recording=command.recording, failed=not there))

    async def _create(self, door: Door, command: CreateLeg | DialOut) -> None:
        app_args, variables = _made_for(command)
        try:
            await calls.create_channel(
                door,
                channel_id=command.leg,
                endpoint=f"PJSIP/{command.endpoint}",
                app=self._app,
                app_args=app_args,
                originator_id=command.originator,
                variables=variables,
            )
        except AriRefused as refused:
            if refused.status != ALREADY_THERE:
                self._tell(LegRefused(leg=command.leg, reason=str(refused)))
            raise

    async def _ring(self, door: Door, command: Ring) -> None:
        try:
            await calls.dial(door, channel_id=command.leg, ring_s=math.ceil(command.give_up_s))
        except AriRefused as refused:
            if refused.status != ALREADY_THERE:
                self._tell(LegRefused(leg=command.leg, reason=str(refused)))
            raise

    def _join(self, door: Door, command: Join) -> None:
        """Both requests at once, in order; each refusal is told."""
        self._send(self._create_bridge(door, command))
        self._send(self._add(door, command))

    async def _create_bridge(self, door: Door, command: Join) -> None:
        try:
            await calls.create_bridge(
                door, bridge_id=command.bridge, hears_keys=command.hears_keys, name=self._app
            )
        except AriRefused as refused:
            if refused.status != ALREADY_THERE:
                self._tell(JoinRefused(bridge=command.bridge, reason=str(refused)))
            raise

    async def _add(self, door: Door, command: Join) -> None:
        """A recording that was dropped ends with the next piece of sound; until then Asterisk refuses."""
        for tries_left in reversed(range(JOIN_TRIES)):
            try:
                await calls.add_to_bridge(door, bridge_id=command.bridge, channel_ids=command.legs)
            except AriRefused as refused:
                if refused.status != BEING_RECORDED or not tries_left:
                    self._tell(JoinRefused(bridge=command.bridge, reason=str(refused)))
                    raise
                await asyncio.sleep(JOIN_AGAIN_S)
            else:
                return

    async def _end(self, door: Door, command: EndLeg) -> None:
        if not await calls.hang_up(door, channel_id=command.leg, reason=command.reason):
            self._tell(LegVanished(leg=command.leg, cause=None))


async def _delete(door: Door, recording: str) -> None:
    """A failure is for people to see: the file stays, until it is asked for again."""
    try:
        await calls.delete_recording(door, name=recording)
    except AriError as error:
        log.warning("a recording was not deleted", recording=recording, reason=str(error))
        raise


async def _set_music(door: Door, command: StartMusic | StopMusic) -> None:
    match command:
        case StartMusic(leg=leg, music=music):
            await calls.start_music(door, channel_id=leg, music_class=music)
        case StopMusic(leg=leg):
            await calls.stop_music(door, channel_id=leg)


def _made_for(command: CreateLeg | DialOut) -> tuple[tuple[str, str], dict[str, str]]:
    """What a new channel is for, for those who look at it in Asterisk; and what the telephone shows."""
    if isinstance(command, DialOut):
        return ("callback", command.contact), {"CONNECTEDLINE(num,i)": command.caller_id}
    return ("offer", command.offer), {
        "CONNECTEDLINE(name,i)": command.display,
        "CONNECTEDLINE(name-pres,i)": "allowed",
        "CONNECTEDLINE(num,i)": command.caller or NO_NUMBER,
        "CONNECTEDLINE(num-pres)": "allowed",
    }
