"""The exchange: an Asterisk that takes no time, as far as an engine notices it."""

from collections import deque
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from acd.core.view import View
from acd.model.command import (
    AnswerLeg,
    Command,
    CreateLeg,
    DialOut,
    EndLeg,
    Join,
    PassOn,
    Play,
    Record,
    Ring,
)
from acd.model.ids import LegId, OfferId
from acd.model.message import (
    Heard,
    KeyPressed,
    LegAnswered,
    LegJoined,
    LegRang,
    LegSeen,
    LegVanished,
    PlaybackEnded,
    RecordingEnded,
)
from acd.model.people import Failure
from acd.simulate.agenda import Agenda
from acd.simulate.calling_back import BUSY, key_of_person
from acd.simulate.public import NORMAL_CLEARING, Public
from acd.simulate.staff import Staff

NOTE_S = 10.0
"""So long a caller says what it is about, for whoever calls back."""
NOT_REACHED, REJECTED = 20, 21
"""The Q.850 causes of a phone that is not there, and of a call that is refused."""


class Exchange:
    """Carries out commands, and tells what came of them."""

    def __init__(
        self,
        agenda: Agenda,
        public: Public,
        staff: Staff,
        *,
        prompt_s: float,
        hear: Callable[[Heard], None],
        view: View,
    ) -> None:
        """`hear` is the engine's ear. What happens at this very moment waits in `told` for its turn."""
        self.told: deque[Heard] = deque()
        self._agenda, self._public, self._staff = agenda, public, staff
        self._prompt_s, self._hear, self._view = prompt_s, hear, view
        self._channels: set[LegId] = set()
        """Those to agents."""
        self._performers: Mapping[type[Command], Callable[[Any], None]] = {
            CreateLeg: self._create,
            DialOut: self._dial_out,
            Ring: self._ring,
            Join: self._join,
            EndLeg: self._end_leg,
            PassOn: self._pass_on,
            AnswerLeg: self._answer_caller,
            Play: self._play,
            Record: self._record,
        }

    def perform(self, commands: Iterable[Command]) -> None:
        """One after the other; those of which nobody here would notice anything are left out."""
        performers = self._performers
        for command in commands:
            performer = performers.get(type(command))
            if performer is not None:
                performer(command)

    def _create(self, command: CreateLeg) -> None:
        self._channels.add(command.leg)
        self.told.append(LegSeen(leg=command.leg))

    def _dial_out(self, command: DialOut) -> None:
        self._public.expect(command.contact, command.leg)
        self.told.append(LegSeen(leg=command.leg))

    def _ring(self, command: Ring) -> None:
        if self._public.is_on(command.leg):
            self._ring_customer(command.leg)
            return
        offer = self._view.offer(OfferId(command.leg.removesuffix("-leg")))
        assert offer is not None
        leg, taking = command.leg, self._staff.take(offer.agent)
        if taking.failure is Failure.UNREACHABLE:
            self._channels.discard(leg)
            self.told.append(LegVanished(leg=leg, cause=NOT_REACHED))
            return
        self.told.append(LegRang(leg=leg))
        if taking.failure is Failure.NO_ANSWER:
            return
        if taking.failure is Failure.REJECTED:
            self._agenda.at(self._agenda.now + taking.after_s, self._reject, leg)
        elif taking.after_s == 0.0:
            self.told.append(LegAnswered(leg=leg))
        else:
            self._agenda.at(self._agenda.now + taking.after_s, self._answer, leg)

    def _ring_customer(self, leg: LegId) -> None:
        taking = self._public.pick_up(leg)
        if taking.is_busy:
            self._public.let_go(leg)
            self.told.append(LegVanished(leg=leg, cause=BUSY))
            return
        self.told.append(LegRang(leg=leg))
        if taking.after_s is not None:
            self._agenda.at(self._agenda.now + taking.after_s, self._answer, leg)

    def _answer(self, leg: LegId) -> None:
        if leg in self._channels or self._public.is_on(leg):
            self._hear(LegAnswered(leg=leg))

    def _reject(self, leg: LegId) -> None:
        if leg in self._channels:
            self._channels.discard(leg)
            self._hear(LegVanished(leg=leg, cause=REJECTED))

    def _join(self, command: Join) -> None:
        self.told.extend(LegJoined(leg=leg, bridge=command.bridge) for leg in command.legs)

    def _end_leg(self, command: EndLeg) -> None:
        leg = command.leg
        if not self._public.let_go(leg):
            if leg not in self._channels:
                return
            self._channels.discard(leg)
        self.told.append(LegVanished(leg=leg, cause=NORMAL_CLEARING))

    def _pass_on(self, command: PassOn) -> None:
        """What is said to a voicemail box takes no line of ours: the call is over for us."""
        if self._public.let_go(command.leg):
            self.told.append(LegVanished(leg=command.leg, cause=NORMAL_CLEARING))

    def _answer_caller(self, command: AnswerLeg) -> None:
        self.told.append(LegAnswered(leg=command.leg))

    def _play(self, command: Play) -> None:
        self._agenda.at(self._agenda.now + self._prompt_s, self._finish_prompt, command)

    def _record(self, command: Record) -> None:
        """Whoever is asked what it is about says so."""
        self._agenda.at(self._agenda.now + NOTE_S, self._finish_note, command)

    def _finish_note(self, command: Record) -> None:
        self._hear(RecordingEnded(recording=command.recording, length_s=NOTE_S))

    def _finish_prompt(self, command: Play) -> None:
        """A prompt has ended: who has a key to press does so; a line to the outside is confirmed, and so is
        who is called back; an agent knows what a callback is about.
        """
        leg = command.leg
        proof = key_of_person(leg, self._view)
        if proof is not None:
            self._hear(KeyPressed(leg=leg, key=proof))
            return
        if self._public.is_on(leg):
            self._hear(PlaybackEnded(playback=command.playback))
            self._public.press_keys(leg)
            return
        if leg not in self._channels:
            return
        key = self._staff.key_of(leg, self._view)
        if key is not None:
            self._hear(KeyPressed(leg=leg, key=key))
        else:
            self._hear(PlaybackEnded(playback=command.playback))
