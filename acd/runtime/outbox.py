"""The outbox: commands that wait. Claiming ones for the commit of the decision they follow from; continuing
ones for the end of the step in which they were decided, which may end with letting go.

Letting go overtakes taking hold: a leg is ended at once, also while Postgres is away, so whatever was to be
done with that leg and has not been done yet must never be done.
"""

from typing import assert_never

from acd.model.command import (
    AnswerLeg,
    Claiming,
    Continuing,
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
    Releasing,
    Ring,
    StartMusic,
    SteerPlayback,
    StopMusic,
    StopPlayback,
)
from acd.model.ids import LegId


class Outbox:
    """Holds commands in order; a releasing command strikes out those it makes void."""

    def __init__(self) -> None:
        self._held: list[Claiming] = []
        self._going_on: list[Continuing] = []

    def hold(self, command: Claiming | Continuing) -> None:
        """Keep a command until it is taken."""
        if isinstance(command, Continuing):
            self._going_on.append(command)
        else:
            self._held.append(command)

    def strike(self, release: Releasing) -> None:
        """Forget every held command that the release makes void."""
        self._held = [command for command in self._held if not _is_void(command, release)]
        self._going_on = [command for command in self._going_on if not _is_void(command, release)]

    @property
    def is_empty(self) -> bool:
        """Whether nothing is held that a commit has to set free."""
        return not self._held

    def take(self) -> list[Claiming]:
        """All claiming commands, once what they follow from is committed.

        Asterisk works them off one after another, and somebody waits for a phone to ring: so new legs come
        first, which no other command of the same commit can be about. All others stay in order.
        """
        taken, self._held = self._held, []
        return sorted(taken, key=lambda command: not isinstance(command, CreateLeg))

    def take_continuing(self) -> list[Continuing]:
        """All continuing commands, in order."""
        taken, self._going_on = self._going_on, []
        return taken


def _legs(command: Claiming | Continuing) -> tuple[LegId, ...]:
    match command:
        case Join(legs=legs):
            return legs
        case SteerPlayback() | FindRecording() | DeleteRecording():
            return ()
        case (
            AnswerLeg()
            | Play()
            | Record()
            | StartMusic()
            | StopMusic()
            | CreateLeg()
            | DialOut()
            | PassOn()
            | Ring()
        ):
            return (command.leg,)
        case _:
            assert_never(command)


def _is_void(command: Claiming | Continuing, release: Releasing) -> bool:
    match release:
        case EndLeg(leg=leg):
            return leg in _legs(command)
        case StopPlayback(playback=playback):
            return isinstance(command, Play) and command.playback == playback
        case DropRecording(recording=recording):
            return isinstance(command, Record) and command.recording == recording
        case EndBridge(bridge=bridge):
            return isinstance(command, Join) and command.bridge == bridge
        case _:
            assert_never(release)
