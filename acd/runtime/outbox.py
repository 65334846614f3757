"""The outbox: claiming commands that wait for the commit of the decision they follow from.

Letting go overtakes taking hold: a leg is ended at once, also while Postgres is away, so whatever was to be
done with that leg and has not been done yet must never be done.
"""

from typing import assert_never

from acd.model.command import (
    AnswerLeg,
    Claiming,
    CreateLeg,
    EndBridge,
    EndLeg,
    Join,
    Play,
    Releasing,
    Ring,
    StartMusic,
    StopMusic,
    StopPlayback,
)
from acd.model.ids import LegId


class Outbox:
    """Holds claiming commands in order; a releasing command strikes out those it makes void."""

    def __init__(self) -> None:
        self._held: list[Claiming] = []

    def hold(self, command: Claiming) -> None:
        """Keep a command until `take`."""
        self._held.append(command)

    def strike(self, release: Releasing) -> None:
        """Forget every held command that the release makes void."""
        self._held = [command for command in self._held if not _is_void(command, release)]

    @property
    def is_empty(self) -> bool:
        """Whether nothing is held."""
        return not self._held

    def take(self) -> list[Claiming]:
        """All that are held, in order; the outbox is empty then."""
        taken, self._held = self._held, []
        return taken


def _legs(command: Claiming) -> tuple[LegId, ...]:
    match command:
        case Join(legs=legs):
            return legs
        case AnswerLeg() | Play() | StartMusic() | StopMusic() | CreateLeg() | Ring():
            return (command.leg,)
        case _:
            assert_never(command)


def _is_void(command: Claiming, release: Releasing) -> bool:
    match release:
        case EndLeg(leg=leg):
            return leg in _legs(command)
        case StopPlayback(playback=playback):
            return isinstance(command, Play) and command.playback == playback
        case EndBridge(bridge=bridge):
            return isinstance(command, Join) and command.bridge == bridge
        case _:
            assert_never(release)
