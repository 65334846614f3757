"""A whole call centre for a test: PostgreSQL, Asterisk, the service, and the people at their phones.

    centre.caller()               somebody outside with a telephone
    centre.agent("201", "desk1")  somebody at a desk, logged in and ready

What happened is asked of the committed facts, what is the case of the control socket: both as any
administrator could.
"""

import asyncio
import json
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, Self, TypeVar

import msgspec
import psycopg
from psycopg.conninfo import make_conninfo

from acd.company.prompts import prompts_of
from acd.lab import from_company
from acd.lab.installation import find_asterisk
from acd.lab.ports import free_ports
from acd.lab.stack import RenderRequest, Stack
from acd.model.ids import PromptId
from acd.speech.synthesis import synthesise
from acd.testing.errors import NotInTimeError
from acd.testing.phone import Phone
from acd.testing.rack import PhoneRack
from acd.testing.stacks import AnyStack, On
from acd.web.bodies import AgentStatus
from acd.web.client import ControlClient

T = TypeVar("T")
CONNECT_S = 10
"""A database that a test has stalled must not stall the test."""
LOOK_EVERY_S = 0.02
"""The database and the control socket tell nothing by themselves: they are asked so often."""


class Fact(msgspec.Struct, frozen=True, kw_only=True):
    """A fact as an administrator finds it in the database."""

    seq: int
    at: float
    kind: str
    fields: dict[str, Any]


class CallCentre:
    """One stack for a company file, with phones. Ends with `close`."""

    def __init__(
        self,
        folder: Path,
        company_file: Path,
        *,
        on: On = "embedded",
        also_render: Callable[[RenderRequest], None] | None = None,
        **settings: str,
    ) -> None:
        """`on`: what it runs on; `also_render` may change Asterisk's configuration; `settings` are `ACD_*`
        variables for the service.
        """
        self.company = from_company.read_company(company_file)
        self.company_file = company_file
        build = _in_containers if on == "docker" else _embedded
        self.stack = build(folder, company_file, also_render, {"ACD_LOG_FORMAT": "json", **settings})
        self.phones = PhoneRack(self.stack.ports.sip)
        self.told_from = 0
        """Sequence number after which facts belong to the story of the test that runs."""

    def __enter__(self) -> Self:
        try:
            self.stack.start()
        except BaseException:
            self.close()
            raise
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Put the phones away and end everything."""
        self.phones.close()
        self.stack.close()

    # --- people ---------------------------------------------------------------------------------------

    def phone(self, account: str) -> Phone:
        """A desk phone of the company, registered."""
        return self.phones.phone(account, self.stack.secrets[f"phone.{account}"])

    def caller(self, trunk: str = "caller", *, name: str | None = None) -> Phone:
        """A telephone outside, behind a trunk that registers here. Any number of them can call; calls to the
        trunk's account ring at the newest.
        """
        return self.phones.phone(trunk, self.stack.secrets[f"trunk.{trunk}"], name=name or trunk)

    def agent(self, number: str, desk: str, *, ready: bool = True) -> Phone:
        """An agent at a desk: the phone registered, logged in there, and ready unless told otherwise."""
        phone = self.phone(desk)
        self.order(number, "login", phone=desk)
        if ready:
            self.order(number, "ready")
        return phone

    def pin(self, number: str) -> str:
        """What the agent keys in to log in by feature code."""
        return self.stack.secrets[f"pin.{number}"]

    # --- the control socket ---------------------------------------------------------------------------

    def order(self, number: str, what: str, *, phone: str = "", reason: str | None = None) -> dict[str, Any]:
        """An agent's wish, as `acd agent` sends it; how the agent is afterwards.

        Raises:
            RequestRefused: with the reasons.
        """
        with self._control() as client:
            after: AgentStatus
            match what:
                case "login":
                    after = client.log_in(number, phone)
                case "logout":
                    after = client.log_out(number)
                case "ready":
                    after = client.go_ready(number)
                case "notready":
                    after = client.go_not_ready(number, reason)
                case "endwrap":
                    after = client.end_wrap_up(number)
                case _:
                    raise ValueError(f"nobody can wish for {what!r}")
        return _plain(after)

    def status(self) -> dict[str, Any]:
        """The floor, as `acd status --json` shows it."""
        with self._control() as client:
            return _plain(client.status())

    def explain(self, contact: str) -> dict[str, Any]:
        """Everything about a contact, as `acd explain --json` shows it."""
        with self._control() as client:
            return _plain(client.explain(contact))

    def _control(self) -> ControlClient:
        return ControlClient(self.stack.control_socket)

    def agent_status(self, number: str) -> dict[str, Any]:
        """How one agent is."""
        return next(agent for agent in self.status()["agents"] if agent["id"] == number)

    def wait_agent(self, number: str, within_s: float = 5.0, **wanted: object) -> dict[str, Any]:
        """Wait until an agent is as wanted: ``activity="idle"``, ``presence="not_ready"`` …"""

        def look() -> dict[str, Any] | None:
            agent = self.agent_status(number)
            return agent if all(agent[name] == value for name, value in wanted.items()) else None

        return self.until(look, within_s, f"agent {number} with {wanted}")

    # --- what happened --------------------------------------------------------------------------------

    def facts(self, kind: str | None = None, *, after: int = 0, **fields: object) -> list[Fact]:
        """The committed facts, in order: of a kind, with these fields, after a sequence number."""
        rows = self.query("SELECT seq, entry FROM fact WHERE seq > %s ORDER BY seq", after)
        found = []
        for seq, entry in rows:
            told = entry if isinstance(entry, dict) else json.loads(entry)
            for fact in told["facts"]:
                rest = {name: value for name, value in fact.items() if name != "type"}
                if kind in (None, fact["type"]) and all(
                    rest.get(name) == value for name, value in fields.items()
                ):
                    found.append(Fact(seq=seq, at=told["at"], kind=fact["type"], fields=rest))
        return found

    def last_seq(self) -> int:
        """The sequence number of the newest entry."""
        ((seq,),) = self.query("SELECT coalesce(max(seq), 0) FROM fact")
        return int(seq)

    def wait_fact(self, kind: str, within_s: float = 5.0, *, after: int = 0, **fields: object) -> Fact:
        """Wait until such a fact is committed; the first of them."""

        def look() -> Fact | None:
            found = self.facts(kind, after=after, **fields)
            return found[0] if found else None

        return self.until(look, within_s, f"a fact {kind} with {fields}")

    def contact_of(self, caller: str) -> str:
        """The newest contact of the caller with this number."""
        self.wait_fact("ContactArrived", caller=caller)
        return str(self.facts("ContactArrived", caller=caller)[-1].fields["contact"])

    def prompt_file(self, prompt: str) -> Path:
        """The sound of a prompt of the company, as callers hear it; of one with blanks the part before the
        first is ``place/0``, of one in another language ``place:de``, of the number 3 ``#3:en``.
        """
        return self.prompt_files()[PromptId(prompt)]

    def prompt_files(self) -> dict[PromptId, Path]:
        """The same of all prompts."""
        sounds = asyncio.run(synthesise(prompts_of(self.company), self.stack.files.sounds))
        return {name: Path(media.removeprefix("sound:") + ".wav") for name, media in sounds.items()}

    def query(self, statement: str, *values: object) -> list[tuple[Any, ...]]:
        """Rows of the service's database, as an administrator with psql would get them."""
        dsn = make_conninfo(
            self.stack.dsn, password=self.stack.secrets["postgres"], connect_timeout=CONNECT_S
        )
        with psycopg.connect(dsn, autocommit=True) as connection:
            return connection.execute(statement, values).fetchall()

    def channels(self) -> list[str]:
        """The names of all channels in Asterisk."""
        told = self.stack.asterisk.rx("core show channels concise")
        return [line.split("!")[0] for line in told.splitlines() if "!" in line]

    def until(self, look: Callable[[], T | None], within_s: float, wanted: str) -> T:
        """Ask until there is an answer; `NotInTimeError` tells the facts so far when there is none."""
        deadline = time.monotonic() + within_s
        while time.monotonic() < deadline:
            answer = look()
            if answer is not None:
                return answer
            time.sleep(LOOK_EVERY_S)
        raise NotInTimeError(f"not within {within_s} s: {wanted}\n{self.story()}")

    def story(self) -> str:
        """The facts after `told_from`, a line each; or why they cannot be told."""
        try:
            facts = self.facts(after=self.told_from)
        except psycopg.OperationalError as away:
            return f"The database does not tell its facts: {away}"
        return "\n".join(
            f"{time.strftime('%H:%M:%S', time.localtime(fact.at))}.{int(fact.at % 1 * 1000):03d} "
            f"{fact.kind} "
            + " ".join(f"{name}={value}" for name, value in fact.fields.items() if name != "why")
            for fact in facts
        )


def _embedded(
    folder: Path,
    company_file: Path,
    also_render: Callable[[RenderRequest], None] | None,
    settings: Mapping[str, str],
) -> AnyStack:
    company = from_company.read_company(company_file)
    ordinary = from_company.renderer(company)

    def render(request: RenderRequest) -> None:
        ordinary(request)
        if also_render is not None:
            also_render(request)

    return Stack(
        folder,
        installation=find_asterisk(lambda _: None),
        ports=free_ports(),
        company=company_file,
        render=render,
        secret_names=from_company.secret_names(company),
        readable=from_company.folders_read(company),
        settings=settings,
    )


def _in_containers(
    folder: Path,
    company_file: Path,
    also_render: Callable[[RenderRequest], None] | None,
    settings: Mapping[str, str],
) -> AnyStack:
    from acd.testing.docker.stack import DockerStack  # noqa: PLC0415 - needs the extra `test`, and an engine

    return DockerStack(
        folder, ports=free_ports(), company=company_file, also_render=also_render, settings=settings
    )


def _plain(answer: msgspec.Struct) -> dict[str, Any]:
    """An answer as a script would read it: JSON."""
    read: dict[str, Any] = msgspec.json.decode(msgspec.json.encode(answer))
    return read
