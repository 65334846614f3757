"""One session of `make run`: everything started with its progress shown, watched, and ended in order."""

import signal
import threading
import time
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Protocol

from rich.console import Console
from rich.markup import escape

from acd.company.schema import Company
from acd.lab import from_company
from acd.lab.ending import raised_anywhere, raised_in_waits
from acd.lab.errors import StartError
from acd.lab.installation import Installation, find_asterisk
from acd.lab.ports import HOST, Ports
from acd.lab.process import Program, first_to_end
from acd.lab.stack import DATABASE, Stack
from acd.lab.welcome import kept_in

_PATIENCE = 3
_PATIENCE_S = 60.0
"""Programs are started again, but only so many times in such a while: then something is really wrong."""


def end_session() -> None:
    """End the session that runs in the main thread, as Ctrl-C would. From any thread."""
    signal.pthread_kill(threading.main_thread().ident or 0, signal.SIGINT)


class Guests(Protocol):
    """Who comes when everything runs, and greets in place of the session. `acd.demo` sends people."""

    def come(self, stack: Stack, company: Company) -> None:
        """Everything runs. Returns soon: the session stays, and starts again what ends by itself."""

    def leave(self) -> None:
        """It is about to end; called once, also when nobody has come. Everything still runs if it can."""


class Session:
    """Runs an instance for a person at a terminal."""

    def __init__(
        self,
        console: Console,
        *,
        directory: Path,
        ports: Ports,
        settings: dict[str, str],
        guests: Guests | None = None,
    ) -> None:
        self._guests = guests
        self._console = console
        self._directory = directory
        self._ports = ports
        self._settings = settings

    def prepare(self) -> Installation:
        """Find Asterisk, or make its root folder; that takes a minute the first time."""
        with self._step("Asterisk is at hand") as report:
            return find_asterisk(report)

    def run(self, company_file: Path) -> None:
        """Start everything, greet, and stay until Ctrl-C or a signal; then end everything.

        Raises:
            LabError: something is missing or cannot start; what was started is ended.
        """
        company = from_company.read_company(company_file)
        raised_anywhere()
        stack = Stack(
            self._directory,
            installation=self.prepare(),
            ports=self._ports,
            company=company_file,
            render=from_company.renderer(company),
            secret_names=from_company.secret_names(company),
            readable=from_company.folders_read(company),
            settings=self._settings,
        )
        try:
            with raised_in_waits():
                self._start(stack.postgres, stack.start_postgres)
                company = self._in_force(stack, company, company_file)
                self._start(stack.asterisk, stack.start_asterisk)
                self._start(stack.service, stack.service.start)
                self._greet(stack, company)
                self._watch(stack)
        except KeyboardInterrupt:
            self._console.print()
        finally:
            try:
                if self._guests is not None:
                    self._guests.leave()
            finally:
                with self._step("Everything has ended"):
                    stack.close()

    def _greet(self, stack: Stack, company: Company) -> None:
        """Tell the newcomer what to do next, or let the guests do it."""
        if self._guests is not None:
            self._guests.come(stack, company)
            return
        welcome = from_company.welcome(
            company,
            sip_server=f"{HOST}:{self._ports.sip}",
            health=f"http://{HOST}:{self._ports.http}",
            secrets=stack.secrets,
            whereabouts=kept_in(self._directory),
        )
        self._console.print(welcome.shown())

    def _in_force(self, stack: Stack, company: Company, file: Path) -> Company:
        """The company that the service will have in force; Asterisk's files must be those of the same one."""
        floor = self._settings.get("ACD_FLOOR", "main")
        kept = from_company.kept_company(stack.postgres.conninfo(DATABASE), floor, file)
        if kept is None:
            return company
        company, version = kept
        stack.adopt(
            from_company.renderer(company),
            from_company.secret_names(company),
            from_company.folders_read(company),
        )
        self._console.print(
            f"[yellow]![/] Version {version.version} of the company is in force, applied by "
            f"{escape(version.author)} after the last start with {escape(str(file))}. "
            "`acd apply` puts the file in force again."
        )
        return company

    def _watch(self, stack: Stack) -> None:
        """Start again what ends by itself, for ever."""
        parts = self._parts(stack)
        ends: deque[float] = deque(maxlen=_PATIENCE)
        while True:
            ended = first_to_end(list(parts))
            self._console.print(f"[red]✗[/] {ended.name} has ended. {escape(ended.log_end())}")
            if len(ends) == _PATIENCE and time.monotonic() - ends[0] < _PATIENCE_S:
                raise StartError(
                    f"{ended.name} ends again and again: mend what its log says, run this again."
                )
            ends.append(time.monotonic())
            self._start(ended, parts[ended])

    def _start(self, program: Program, start: Callable[[], None]) -> None:
        with self._step(f"{program.name} runs"):
            start()

    @staticmethod
    def _parts(stack: Stack) -> dict[Program, Callable[[], None]]:
        return {
            stack.postgres: stack.start_postgres,
            stack.asterisk: stack.start_asterisk,
            stack.service: stack.service.start,
        }

    @contextmanager
    def _step(self, done: str) -> Iterator[Callable[[str], None]]:
        """Show that something is under way, then that it is done; yields where its progress is reported."""
        begin = time.monotonic()
        with self._console.status("…") as status:

            def report(line: str) -> None:
                if self._console.is_terminal:
                    status.update(escape(line[: self._console.width - 4]))
                else:
                    self._console.print(f"  {escape(line)}")

            yield report
        self._console.print(f"[green]✓[/] {done} [dim]({time.monotonic() - begin:.1f} s)[/]")
