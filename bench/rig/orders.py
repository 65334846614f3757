"""What the process of the phones is told, and what it answers: messages of msgpack, one answer to each."""

from typing import TypeAlias

import msgspec

from bench.rig.tape import Tape


class Account(msgspec.Struct, array_like=True):
    """The SIP account of a desk phone."""

    name: str
    password: str


class Register(msgspec.Struct, tag=True):
    """Register these desk phones; their numbers count from 0 in this order."""

    accounts: list[Account]


class Work(msgspec.Struct, tag=True):
    """How agents take their calls from now on."""

    pick_up_s: float
    """How long it rings."""
    talk_s: tuple[float, float] | None
    """How long they talk: between these. None: until the caller leaves."""


class Keep(msgspec.Struct, tag=True):
    """Have so many calls up: when one ends, another begins."""

    dialled: str
    at_once: int


class Rate(msgspec.Struct, tag=True):
    """Begin so many calls a second, at random moments, while fewer than `at_most` are up."""

    dialled: str
    per_s: float
    at_most: int


class Stop(msgspec.Struct, tag=True):
    """No new calls; those that are up go on."""


class Clear(msgspec.Struct, tag=True):
    """No new calls; all callers hang up. Answered when the last call is over."""

    within_s: float


class HangUp(msgspec.Struct, tag=True):
    """So many of the agents who talk hang up now. Answered with how many did."""

    agents: int


class Take(msgspec.Struct, tag=True):
    """Answered with the tape since the last `Take`."""


class Look(msgspec.Struct, tag=True):
    """Answered with how things stand."""


class Done(msgspec.Struct, tag=True):
    """Carried out. How many calls are up, and how many desks are busy; `count`: of those asked for."""

    calls: int
    busy: int
    count: int = 0


class Taped(msgspec.Struct, tag=True):
    """The answer to `Take`."""

    tape: Tape


class Failed(msgspec.Struct, tag=True):
    """It could not be carried out."""

    reason: str


Order: TypeAlias = Register | Work | Keep | Rate | Stop | Clear | HangUp | Take | Look
Answer: TypeAlias = Done | Taped | Failed
