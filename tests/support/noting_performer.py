"""The port `Performer`, which notes what it is asked to do."""

from acd.model.command import Command
from tests.support.until import Changing


class NotingPerformer(Changing):
    """Carries nothing out: there is no Asterisk."""

    def __init__(self) -> None:
        super().__init__()
        self.commands: list[Command] = []

    def perform(self, command: Command) -> None:
        """See the port."""
        self.commands.append(command)
        self.change()

    @property
    def kinds(self) -> list[str]:
        """The names of the commands, in order."""
        return [type(command).__name__ for command in self.commands]
