"""What a newcomer reads when everything runs: what to do next, with what."""

import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from rich.console import Group, RenderableType
from rich.markup import escape
from rich.padding import Padding
from rich.table import Table
from rich.text import Text


@dataclass(frozen=True, kw_only=True)
class Account:
    """A SIP account to put into a softphone."""

    name: str
    password: str = field(repr=False)


@dataclass(frozen=True, kw_only=True)
class Person:
    """An agent, whose number and PIN log in at any desk phone."""

    name: str
    number: str
    pin: str = field(repr=False)


@dataclass(frozen=True, kw_only=True)
class Welcome:
    """The facts that a newcomer needs."""

    company: str
    sip_server: str
    number: str
    """The number to dial."""
    caller: Account | None
    """An account that plays the outside world; None when no trunk of the company registers here."""
    desks: tuple[Account, ...]
    people: tuple[Person, ...]
    codes: Mapping[str, str]
    """What can be dialled at a desk, by what it means."""
    login_code: str
    ready_code: str
    health: str
    whereabouts: str
    """Where passwords and logs are, and how everything is ended: some lines of text."""

    def shown(self) -> RenderableType:
        """The message."""
        return Group(
            Text.from_markup(f"\n[bold]{escape(self.company)} is open.[/] Next, with any softphone:\n"),
            Text.from_markup(
                f"[bold]1[/]  Set up phones at the SIP server [bold]{self.sip_server}[/] (UDP):"
            ),
            _indented(self._accounts()),
            Text("2  At each desk, log in and get ready:"),
            _indented(self._logins()),
            self._call(),
            Text("Codes at a desk phone:"),
            _indented(_table((code, meaning) for meaning, code in self.codes.items())),
            Text(f"Health: {self.health}/readyz · metrics: {self.health}/metrics\n{self.whereabouts}\n"),
        )

    def _accounts(self) -> Table:
        rows = [
            (f"Desk of {person.name}", desk) for person, desk in zip(self.people, self.desks, strict=False)
        ]
        rows += [("The caller", self.caller)] if self.caller else []
        return _table(
            (role, f"account {account.name}", f"password {account.password}") for role, account in rows
        )

    def _logins(self) -> Table:
        return _table(
            (
                f"{person.name}:",
                f"dial {self.login_code}{person.number}",
                f"key in {person.pin}#",
                self._ready,
            )
            for person in self.people
        )

    @property
    def _ready(self) -> str:
        return f"dial {self.ready_code}"

    def _call(self) -> Text:
        if self.caller is not None:
            return Text.from_markup(f"3  As [bold]{self.caller.name}[/], dial [bold]{self.number}[/].\n")
        return Text.from_markup(
            f"3  Nobody can call [bold]{self.number}[/] from here: all trunks of the company lead elsewhere. "
            "For a caller's\n   account, give its file one without a host: "
            "[bold]trunks: {caller: {name: Caller}}[/].\n"
        )


def kept_in(directory: Path) -> str:
    """The whereabouts of an instance that ends with its session."""
    place = Path(os.path.relpath(directory))
    return (
        f"Passwords: {place}/secrets.json · logs: {place}/service/service.log, {place}/asterisk/log/\n"
        "Ctrl-C ends everything; the next run remembers its state."
    )


def _table(rows: Iterable[Iterable[str]]) -> Table:
    table = Table.grid(padding=(0, 3, 0, 0))
    for row in rows:
        table.add_row(*(Text(cell) for cell in row))
    return table


def _indented(table: Table) -> Padding:
    return Padding(table, (0, 0, 1, 3))
