"""What the contract tests need of an Asterisk and of the people around it; twice: real and simulated."""

from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from typing import Protocol

from acd.asterisk.ari.client import EventSocket, Hear
from acd.asterisk.ari.door import SideDoor
from acd.model.agent import PhoneState
from acd.model.ids import PhoneId
from acd.testing.hearing import Hearing

SHORT, LONG, MISSING = "sound:activated", "sound:agent-alreadyon", "sound:no-such-sound"
"""About one second; so long that no test waits for its end; and none."""


class Talker(Protocol):
    """One end of a call: a caller, or somebody at a desk phone."""

    async def hang_up(self) -> None:
        """Give up, or end the talk."""

    async def press(self, keys: str) -> None:
        """Press keys, one after another."""

    async def answered(self) -> None:
        """Wait for the answer."""

    async def ended(self) -> int:
        """Wait until the other side has ended the call; the SIP code it ended with, 200 after an answer."""

    async def hears_music(self) -> Hearing:
        """Whether the music is heard, and nothing else."""

    async def hears_silence(self) -> Hearing:
        """Whether nothing is heard."""

    async def hears(self, other: "Talker") -> Hearing:
        """Whether the other is heard, and nothing else."""


class Ringing(Talker, Protocol):
    """A call as the desk phone has it that was called."""

    async def answer(self) -> None:
        """Pick up."""

    async def reject(self, code: int) -> None:
        """Refuse with this SIP code."""

    def is_taken_elsewhere(self) -> bool:
        """Whether the phone was told that somebody else has answered."""


class Desk(Protocol):
    """A registered desk phone."""

    name: str

    async def rings(self) -> Ringing:
        """Wait until the next call arrives at it."""

    def refuse(self, code: int) -> None:
        """Refuse calls from now on, without ringing."""

    def keep_quiet(self) -> None:
        """Do not even ring from now on."""

    def calls(self) -> int:
        """How many calls have arrived so far."""

    async def unplug(self) -> None:
        """Vanish without a word."""

    async def talk_privately(self) -> None:
        """Be in a call that is none of ours, from now on."""

    async def leave(self) -> None:
        """End the registration."""


class Scenery(Protocol):
    """One Asterisk, rendered for the company of the tests, and whoever telephones."""

    did: str
    """A number of the company."""

    def open_socket(self, app: str, hear: Hear) -> EventSocket:
        """A socket that has not been started."""

    def side_door(self, app: str) -> SideDoor:
        """A way for single requests."""

    async def call(self, number: str | None) -> Talker:
        """Somebody dials the number of the company; `number` None withholds the caller's own."""

    async def line(self, number: str) -> Desk:
        """Somebody whom we reach through a trunk, under this number."""

    async def desk(self, name: str) -> Desk:
        """The phone of this name: `alice`, or another that is not registered until it is asked for here."""

    def follow_phones(self, tell: Callable[[PhoneId, PhoneState], None]) -> AbstractAsyncContextManager[None]:
        """Tell the state of each phone, now and whenever it changes."""

    async def stop_and_start(self) -> None:
        """Asterisk ends properly, and begins anew."""

    async def kill_and_start(self) -> None:
        """Asterisk ends as in a crash, and begins anew."""

    async def clear(self) -> None:
        """Wait until nothing is left of the test."""
