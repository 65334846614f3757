"""What a fault can lay its hands on, and how it is told and mended."""

from abc import ABC, abstractmethod
from collections.abc import Callable
from random import Random
from typing import Any, ClassVar

from acd.sim.loop import SimLoop
from acd.sim.network import Network
from acd.sim.phones import PhoneBoard
from acd.sim.postgres import SimPostgres
from acd.sim.story import Story
from acd.sim.supervisor import Supervisor
from acd.sim.switch import Switch


class Mischief:
    """One world, as far as it can be broken. `disturbed` is told whenever something breaks or is mended."""

    def __init__(
        self,
        loop: SimLoop,
        dice: Random,
        story: Story,
        *,
        supervisor: Supervisor,
        postgres: SimPostgres,
        network: Network,
        switch: Switch,
        board: PhoneBoard,
        disturbed: Callable[[], None],
    ) -> None:
        self.loop = loop
        self.dice = dice
        self.supervisor = supervisor
        self.postgres = postgres
        self.network = network
        self.switch = switch
        self.board = board
        self.disturbed = disturbed
        self.is_over = False
        """Everything was mended, and nothing breaks any more."""
        self._story = story

    def tell(self, what: str) -> None:
        """Write into the story what breaks."""
        self._story.tell("FAULT", what)

    def after(self, delay_s: float, mend: Callable[[], None], what: str) -> None:
        """Mend something later, unless everything was mended before."""

        def act() -> None:
            if not self.is_over:
                self.tell(what)
                self.disturbed()
                mend()

        self.loop.in_world(delay_s, act)


class Family(ABC):
    """Kinds of faults that break the same part."""

    KINDS: ClassVar[tuple[Callable[[Any], None], ...]]
    """Its methods, each of which strikes once. A kind is called by the method's name."""

    def __init__(self, world: Mischief) -> None:
        self._world = world
        self._dice = world.dice

    @abstractmethod
    def mend(self) -> None:
        """Put right whatever was broken."""
