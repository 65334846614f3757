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


def warn(line: str) -> None:
    """A sentence for people beside the result, which a script may be reading."""
    click.echo(f"warning: {line}", err=True)


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


def _show(table: Table) -> None:
    width = None if sys.stdout.isatty() else _UNWRAPPED
    console = Console(file=sys.stdout, highlight=False, width=width)
    with console.capture() as shown:
        console.print(table)
    say(*(line.rstrip() for line in shown.get().splitlines()))
