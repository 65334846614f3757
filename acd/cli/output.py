"""What commands write: tables and sentences for people, JSON for scripts."""

import sys
from collections.abc import Iterable, Sequence

import click
import msgspec
from rich.console import Console
from rich.table import Table
from rich.text import Text

_UNWRAPPED = 10_000
"""Columns of an output that is no terminal: whoever reads it by program wants whole lines."""

as_json = click.option("--json", "as_json", is_flag=True, help="Write JSON, for scripts.")
"""The option of commands that a script would read."""


def say(*lines: str) -> None:
    """Sentences for people."""
    for line in lines:
        click.echo(line)


def write_json(value: object) -> None:
    """A value for scripts, indented."""
    click.echo(msgspec.json.format(msgspec.json.encode(value)).decode())


def show_table(headers: Sequence[str], rows: Iterable[Sequence[str]], *, right: Sequence[str] = ()) -> None:
    """Columns under their headers; those named in `right` hold numbers."""
    table = Table(box=None, padding=(0, 2, 0, 0), header_style="bold", pad_edge=False)
    for header in headers:
        table.add_column(header, justify="right" if header in right else "left")
    for row in rows:
        table.add_row(*map(Text, row))
    _show(table)


def show_timeline(rows: Iterable[tuple[str, str]]) -> None:
    """Moments with what happened; long sentences are wrapped beside their moment."""
    table = Table.grid(padding=(0, 2, 0, 0))
    for moment, sentence in rows:
        table.add_row(Text(moment, style="dim"), Text(sentence))
    _show(table)


def duration(seconds: float) -> str:
    """``7 s``, ``1:05``, ``2:03:04``: for tables that are read at a glance."""
    whole = max(0, int(seconds))
    minutes, rest = divmod(whole, 60)
    hours, minutes = divmod(minutes, 60)
    if hours:
        return f"{hours}:{minutes:02}:{rest:02}"
    return f"{minutes}:{rest:02}" if minutes else f"{rest} s"


def seconds(count: float) -> str:
    """``7.3 s``, and minutes when there are some: for sentences."""
    return f"{count:.1f} s" if count < 60 else f"{duration(count)} min"


def counted(number: int, noun: str) -> str:
    """``1 contact``, ``2 contacts``."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def words(name: str) -> str:
    """A name of the model as people write it: ``on_call`` → ``on call``."""
    return name.replace("_", " ")


def _show(table: Table) -> None:
    width = None if sys.stdout.isatty() else _UNWRAPPED
    console = Console(file=sys.stdout, highlight=False, width=width)
    with console.capture() as shown:
        console.print(table)
    say(*(line.rstrip() for line in shown.get().splitlines()))
