"""Keeps the liveliest picture of a demo, as an SVG file for documents."""

import re
from collections.abc import Collection
from dataclasses import replace
from io import StringIO
from pathlib import Path

from rich.console import Console

from acd.demo.board import Board
from acd.demo.decisions import Decision
from acd.demo.picture import Picture
from acd.demo.show import Show

COLUMNS, LINES = 116, 36

_IN_SIGHT = 5
"""So many decisions have room."""
_HIDDEN = "••••••"
_FONTS = re.compile(r"@font-face \{.*?\}\s*", re.DOTALL)
"""They would be fetched from elsewhere; any font in which all letters are equally wide will do."""


class Camera:
    """A show that is photographed."""

    def __init__(self, show: Show, file: Path, *, hide: Collection[str] = ()) -> None:
        """`hide`: passwords, which stand in no document."""
        self._shown = show
        self._file = file
        self._hide = hide
        self._best: Picture | None = None

    def begin(self) -> None:
        """The show begins."""
        self._shown.begin()

    def show(self, picture: Picture, fresh: list[Decision]) -> None:
        """Show it, and keep it if there is more to see on it than on the one before."""
        if self._best is None or liveliness(picture) > liveliness(self._best):
            self._best = picture
        self._shown.show(picture, fresh)

    def end(self) -> None:
        """The show ends; the file is written."""
        self._shown.end()
        if self._best is not None:
            self._file.write_text(svg(self._best, hide=self._hide), encoding="utf-8")


def liveliness(picture: Picture) -> tuple[int, int]:
    """How much there is to see: different things first, then many."""
    if picture.status is None:
        return 0, 0
    contacts, agents = picture.status.contacts, picture.status.agents
    different = (
        {contact.where for contact in contacts},
        {(agent.presence, agent.activity) for agent in agents},
        {decision.sort for decision in picture.decisions[:_IN_SIGHT]},
    )
    return sum(len(one) for one in different) + (picture.not_yet is not None), len(contacts)


def svg(picture: Picture, *, hide: Collection[str] = ()) -> str:
    """The table as a browser shows it, without these words."""
    invitation = picture.signs.invitation
    for words in hide:
        invitation = [line.replace(words, _HIDDEN) for line in invitation]
    shown = replace(picture, signs=replace(picture.signs, invitation=invitation))
    console = Console(file=StringIO(), record=True, width=COLUMNS, height=LINES, force_terminal=True)
    console.print(Board(shown), end="")
    return _FONTS.sub("", console.export_svg(title="make run DEMO=1", unique_id="demo"))
