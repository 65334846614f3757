"""Where the picture goes: a live table on a terminal, a line for each decision anywhere else."""

from datetime import datetime
from typing import Protocol

from rich.console import Console
from rich.live import Live

from acd.demo.board import Board
from acd.demo.decisions import Decision
from acd.demo.picture import Picture


class Show(Protocol):
    """What looks are shown on."""

    def begin(self) -> None:
        """People come."""

    def show(self, picture: Picture, fresh: list[Decision]) -> None:
        """One look, and what was decided since the one before."""

    def end(self) -> None:
        """The demo is over. May be called without `begin`."""


class Table:
    """The whole terminal, and afterwards what stood there before."""

    def __init__(self, console: Console) -> None:
        self._quiet = console
        # A console of its own: what the session says meanwhile would tear the table.
        own = Console(highlight=False)
        self._live = Live(console=own, screen=True, auto_refresh=False, redirect_stdout=False)

    def begin(self) -> None:
        """Take the terminal."""
        self._quiet.quiet = True
        self._live.start()

    def show(self, picture: Picture, fresh: list[Decision]) -> None:  # noqa: ARG002 - the picture has them too
        """Draw it."""
        self._live.update(Board(picture), refresh=True)

    def end(self) -> None:
        """Give the terminal back."""
        self._live.stop()
        self._quiet.quiet = False


class Lines:
    """For a pipe or a log."""

    def __init__(self, console: Console) -> None:
        self._console = console
        self._trouble = ""

    def begin(self) -> None:
        """Nothing to prepare."""

    def show(self, picture: Picture, fresh: list[Decision]) -> None:
        """Print what is new."""
        for decision in fresh:
            self._print(line_of(decision))
        if picture.trouble and picture.trouble != self._trouble:
            self._print(picture.trouble)
        self._trouble = picture.trouble

    def end(self) -> None:
        """Nothing to give back."""

    def _print(self, line: str) -> None:
        self._console.print(line, markup=False)


def line_of(decision: Decision) -> str:
    """A decision and its reasons in one line."""
    moment = datetime.fromtimestamp(decision.at).astimezone()
    who = decision.caller or decision.contact or ""
    contact = f"({decision.contact})" if decision.contact and decision.caller else ""
    return " ".join(
        part for part in (f"{moment:%H:%M:%S}", who, contact, decision.text, decision.why) if part
    )


def show_on(console: Console) -> Show:
    """What fits the place where the demo is told. A terminal that only prints (`TERM=dumb`) is as a log."""
    return Table(console) if console.is_terminal and not console.is_dumb_terminal else Lines(console)
