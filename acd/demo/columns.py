"""Lines made of columns, each as wide as it is told to be; wide letters count twice."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest
from typing import Self

from rich.text import Text


@dataclass(frozen=True)
class Cell:
    """What stands in one column of a line. Too long a text ends with an ellipsis."""

    text: str
    width: int
    style: str
    right: bool = False

    def wide(self, width: int, *, right: bool = False) -> Self:
        """The same in a column of this width."""
        return replace(self, width=width, right=right)

    def shown(self) -> Text:
        """As wide as it should be; one column at least parts it from the next."""
        shown = Text(self.text, style=self.style)
        shown.truncate(max(1, self.width - (not self.right)), overflow="ellipsis")
        room = " " * (self.width - shown.cell_len)
        return Text.assemble(room, shown) if self.right else Text.assemble(shown, room)


def row(*cells: Cell) -> Text:
    """The cells side by side."""
    return Text.assemble(*(cell.shown() for cell in cells))


def heading(*cells: Cell) -> Text:
    """The line over a table."""
    line = row(*cells)
    line.stylize("bold underline")
    return line


def side_by_side(left: Sequence[Text], right: Sequence[Text], left_width: int) -> list[Text]:
    """Two blocks of lines, two columns apart; those on the left are `left_width` wide."""
    empty = Text(" " * left_width)
    return [
        Text.assemble(one or empty, "  ", other or "")
        for one, other in zip_longest(left, right, fillvalue=None)
    ]
