"""A very small Asterisk: which channels and bridges there truly are, and what it tells.

It obeys commands as the real one does (create, ring once, music that must be stopped before a bridge, 404 as
an answer) and keeps what it has to tell in `told`, from where the test delivers it in any order.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from acd.core.view import View
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
from acd.model.contact import Announcing, Music, Speaking
from acd.model.ids import BridgeId, LegId, PlaybackId, RecordingId
from acd.model.message import (
    AsteriskSeen,
    CallArrived,
    FromAsterisk,
    JoinRefused,
    KeyPressed,
    LegAnswered,
    LegJoined,
    LegRang,
    LegRefused,
    LegSeen,
    LegVanished,
    PlaybackEnded,
    RecordingEnded,
    SeenBridge,
    SeenLeg,
)
from acd.model.voice_message import Invited


@dataclass
class Channel:
    """One channel as it truly is."""

    arrived: CallArrived | None = None
    up: bool = False
    ringing: bool = False
    dialled: bool = False
    number: str = ""
    """A customer's telephone outside."""
    music: bool = False
    playbacks: set[PlaybackId] = field(default_factory=set)
    recording: RecordingId | None = None


class SmallAsterisk:
    """Truth, and what is told of it."""

    def __init__(self) -> None:
        self.channels: dict[LegId, Channel] = {}
        self.bridges: dict[BridgeId, set[LegId]] = {}
        self.told: list[FromAsterisk] = []
        self.connected = False
        self.refuses_next = False
        """The next phone is not registered, `create` is refused."""
        self.misrepresented = False
        """The engine was lied to about channels: it cannot know what those hear that it joins."""
        self.recorded: set[RecordingId] = set()
        self._callers = 0
        self._made: set[LegId] = set()

    def tell(self, message: FromAsterisk) -> None:
        """Say something, if anybody listens."""
        if self.connected:
            self.told.append(message)

    # --- what people do -------------------------------------------------------------------------------

    def call(self, did: str, caller: str | None = None) -> None:
        """Somebody calls one of our numbers, or believes so; withheld is the empty number."""
        self._callers += 1
        number = f"+36{self._callers}" if caller is None else caller or None
        arrived = CallArrived(leg=LegId(f"call-{self._callers}"), did=did, caller=number)
        self.channels[arrived.leg] = Channel(arrived=arrived)
        self.tell(arrived)

    def press(self, leg: LegId, key: str) -> None:
        """A caller presses a key."""
        self.tell(KeyPressed(leg=leg, key=key))

    def ring(self, leg: LegId) -> None:
        """A phone that was dialled begins to ring."""
        self.channels[leg].ringing = True
        self.tell(LegRang(leg=leg))

    def answer(self, leg: LegId) -> None:
        """An agent answers."""
        self.channels[leg].up = True
        self.tell(LegAnswered(leg=leg))

    def hang_up(self, leg: LegId, cause: int = 16) -> None:
        """A channel ends, for whatever reason."""
        channel = self.channels.pop(leg, None)
        if channel is None:
            return
        for members in self.bridges.values():
            members.discard(leg)
        for playback in sorted(channel.playbacks):
            self.tell(PlaybackEnded(playback=playback))
        self._end_recording(channel, None)
        self.tell(LegVanished(leg=leg, cause=cause))

    def finish(self, playback: PlaybackId) -> None:
        """A prompt ends."""
        for channel in self.channels.values():
            if playback in channel.playbacks:
                channel.playbacks.discard(playback)
                self.tell(PlaybackEnded(playback=playback))

    def fall_silent(self, leg: LegId, length_s: float | None) -> None:
        """Whoever is recorded has said what there was to say; None: nothing could be recorded."""
        channel = self.channels.get(leg)
        if channel is None or channel.recording is None:
            return
        if length_s is not None:
            self._end_recording(channel, length_s)
            return
        recording, channel.recording = channel.recording, None
        self.tell(RecordingEnded(recording=recording, failed=True))

    def _end_recording(self, channel: Channel, length_s: float | None) -> None:
        if channel.recording is not None:
            recording, channel.recording = channel.recording, None
            self.recorded.add(recording)
            self.tell(RecordingEnded(recording=recording, length_s=length_s))

    # --- what the controller asks ---------------------------------------------------------------------

    def perform(self, command: Command) -> None:
        """Obey, and tell what came of it. Without a connection nothing arrives here."""
        if not self.connected:
            return
        match command:
            case CreateLeg(leg=leg):
                self._create(leg)
            case DialOut(leg=leg, endpoint=endpoint):
                self._create(leg, number=endpoint)
            case Ring(leg=leg):
                self._dial(leg)
            case Join():
                self._join(command)
            case EndLeg(leg=leg):
                if leg in self.channels:
                    self.hang_up(leg)
                else:
                    self.tell(LegVanished(leg=leg, cause=None))
            case PassOn(leg=leg):
                self.hang_up(leg)
            case EndBridge(bridge=bridge):
                self.bridges.pop(bridge, None)
            case (
                Record()
                | DropRecording()
                | FindRecording()
                | DeleteRecording()
                | SteerPlayback()
                | StopPlayback()
            ):
                self._handle_sound(command)
            case AnswerLeg() | Play() | StartMusic() | StopMusic():
                self._treat_caller(command)

    def _treat_caller(self, command: AnswerLeg | Play | StartMusic | StopMusic) -> None:
        channel = self.channels.get(command.leg)
        match command:
            case AnswerLeg(leg=leg) if channel is None:
                self.tell(LegVanished(leg=leg, cause=None))
            case Play(playback=playback) if channel is None:
                self.tell(PlaybackEnded(playback=playback, failed=True))
            case _ if channel is None:
                pass
            case AnswerLeg(leg=leg):
                channel.up = True
                self.tell(LegAnswered(leg=leg))
            case Play(playback=playback):
                assert self.misrepresented or not channel.playbacks, (
                    f"{playback} would be heard at the same time as {channel.playbacks}"
                )
                assert self.misrepresented or "-p" not in playback or not channel.music, (
                    f"{playback} would be heard with music behind it"
                )
                channel.playbacks.add(playback)
            case StartMusic() | StopMusic():
                channel.music = isinstance(command, StartMusic)

    def _handle_sound(
        self, command: Record | DropRecording | DeleteRecording | FindRecording | SteerPlayback | StopPlayback
    ) -> None:
        match command:
            case StopPlayback(playback=playback):
                self.finish(playback)
            case Record(leg=leg, recording=recording):
                self._record(leg, recording)
            case FindRecording(recording=recording):
                if all(channel.recording != recording for channel in self.channels.values()):
                    self.tell(RecordingEnded(recording=recording, failed=recording not in self.recorded))
            case DropRecording(recording=recording):
                for leg in [leg for leg, each in self.channels.items() if each.recording == recording]:
                    self.fall_silent(leg, None)
            case DeleteRecording(recording=recording):
                self.recorded.discard(recording)
            case SteerPlayback():
                pass

    def _record(self, leg: LegId, recording: RecordingId) -> None:
        channel = self.channels.get(leg)
        if channel is None:
            return
        assert recording not in self.recorded, f"{recording} would be lost: it is there already"
        honest = not self.misrepresented
        assert not (honest and (channel.music or channel.playbacks)), f"{leg} is recorded over something"
        channel.recording = recording

    def _create(self, leg: LegId, number: str = "") -> None:
        assert leg not in self._made, f"{leg} is created twice"
        self._made.add(leg)
        there = [other for other, channel in self.channels.items() if number and channel.number == number]
        assert not there, f"{number} is dialled twice at a time: {there} and {leg}"
        if self.refuses_next:
            self.refuses_next = False
            self.tell(LegRefused(leg=leg, reason="Allocation failed"))
        else:
            self.channels[leg] = Channel(number=number)
            self.tell(LegSeen(leg=leg))

    def _dial(self, leg: LegId) -> None:
        channel = self.channels.get(leg)
        if channel is None:
            self.tell(LegRefused(leg=leg, reason="no such channel"))
            return
        assert not channel.dialled, f"{leg} is dialled twice, which hangs it up"
        channel.dialled = True

    def _join(self, command: Join) -> None:
        members = self.bridges.setdefault(command.bridge, set())
        for leg in command.legs:
            channel = self.channels.get(leg)
            if channel is None or not channel.up:
                self.tell(JoinRefused(bridge=command.bridge, reason=f"{leg} cannot be joined"))
                continue
            honest = not self.misrepresented
            assert not (honest and channel.music), f"{leg} would go on hearing music in {command.bridge}"
            assert not (honest and channel.playbacks), (
                f"{leg} would go on hearing a prompt in {command.bridge}"
            )
            assert not (honest and channel.recording), f"{leg} would go on being recorded in {command.bridge}"
            for others in self.bridges.values():
                others.discard(leg)
            members.add(leg)
            self.tell(LegJoined(leg=leg, bridge=command.bridge))

    # --- what there is --------------------------------------------------------------------------------

    def seen(self, at: float) -> AsteriskSeen:
        """All channels and bridges, as a look-up finds them."""
        legs = tuple(
            SeenLeg(leg=leg, up=channel.up, ringing=channel.ringing, arrived=channel.arrived)
            for leg, channel in self.channels.items()
        )
        bridges = tuple(
            SeenBridge(bridge=bridge, legs=tuple(sorted(members))) for bridge, members in self.bridges.items()
        )
        return AsteriskSeen(asked_at=at, legs=legs, bridges=bridges)

    def misheard(self, floor: View) -> Iterator[str]:
        """Who hears what should not be heard, or no music in a queue, once all that was asked for is done."""
        if not self.connected or self.misrepresented:
            return
        for contact in floor.contacts():
            channel = self.channels.get(contact.customer_leg)
            if channel is None or not contact.is_live or contact.is_away:
                continue
            room, journey = contact.waiting_room, contact.journey
            if channel.music is not isinstance(room, Music | Announcing):
                yield f"{contact.id} hears music: {channel.music}, and is in {type(room).__name__}"
            states = (room, journey, contact.message)
            said = {state.playback for state in states if isinstance(state, Announcing | Speaking | Invited)}
            if not channel.playbacks <= said:
                yield f"{contact.id} hears {channel.playbacks}, and should at most {said}"

    def restart(self) -> None:
        """Everything is gone, and nobody was told."""
        self.channels.clear()
        self.bridges.clear()
        self.told.clear()
        self.connected = False

    def callers(self) -> Iterator[LegId]:
        """Channels of callers, and of customers who are called back."""
        return (leg for leg, channel in self.channels.items() if channel.arrived or channel.number)

    def dialled(self) -> Iterator[LegId]:
        """Channels of phones that have been rung and not answered."""
        return (leg for leg, channel in self.channels.items() if channel.dialled and not channel.up)
