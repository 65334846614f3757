"""The company on test: a whole call centre, and what a test may ask of it and change in it."""

from collections.abc import Callable, Mapping
from datetime import datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar, Unpack

from acd.company.prompts import told_by
from acd.company.schema import Company
from acd.model.ids import AgentId, PromptId
from acd.model.overlay import Absence, Incident
from acd.testing.call_centre import CallCentre
from acd.testing.errors import ExpectationFailed, MistakeInTest, NotInTimeError, told_by_its_message
from acd.testing.protocol import Moment
from acd.testing.qa import company as variants
from acd.testing.qa.changes import AUTHOR, Concerned, Entered, when
from acd.testing.qa.sounds import KnownSounds, read_all
from acd.testing.qa.story import CallStory, names_of, story_of
from acd.testing.qa.waiting import WhyNotYet, rendered
from acd.web.bodies import CompanyText, Explanation
from acd.web.client import ControlClient

if TYPE_CHECKING:
    from acd.testing.qa.person import Person

__tracebackhide__ = told_by_its_message

T = TypeVar("T")

GO_HOME_S = 15.0
PLAYED = ("PromptBegan", "IncidentTold", "Announced")
"""Facts that tell of a prompt."""


class StackUnderTest:
    """One call centre in one test. Whatever the test changes is as before when it is over.

    `path` is where the service sees the company file; `patience` multiplies every limit in seconds, for slow
    machines. `centre` is the whole call centre, for what this face does not show: facts, SQL, processes to be
    killed.
    """

    def __init__(self, centre: CallCentre, *, path: Path, patience: float = 1.0) -> None:
        self.centre = centre
        self.patience = patience
        self.people: list[Person] = []
        self.began = Moment.now()
        self._path = path
        self._original = centre.company
        log = centre.stack.service.log
        self.log_from = log.stat().st_size if log.exists() else 0
        centre.told_from = centre.last_seq()
        centre.phones.phones.clear()

    def __repr__(self) -> str:
        return f"<{self.company.company}, {len(self.people)} people on the phone>"

    # --- the company ----------------------------------------------------------------------------------

    @property
    def company(self) -> Company:
        """The company as it is in force now."""
        return self.centre.company

    def change(self, changes: Mapping[str, Any]) -> None:
        """Change parts of the company file for the rest of this test, as `acd apply` would.

        `{"queues": {"sales": {"ring_s": 3}}}` changes one field; None removes. Calls in a menu go on with the
        company they came under. Phones and trunks cannot be changed: Asterisk has read them.
        """
        self._apply(variants.changed(self.company, changes))

    def open_now(self, hours: str) -> None:
        """Let these opening hours of the company be open at every moment, for the rest of this test."""
        self._apply(variants.opened_now(self.company, hours))

    def close_now(self, hours: str) -> None:
        """Let these opening hours of the company be closed now, for the rest of this test."""
        self._apply(variants.closed_now(self.company, hours))

    def is_open(self, number: str, at: datetime | str) -> bool:
        """Whether a number is in its hours at a moment such as `"2026-12-24 10:00"` of the company's clock.

        This reads the company file and needs no call.
        """
        return variants.is_open(
            self.company, number, datetime.fromisoformat(at) if isinstance(at, str) else at
        )

    def prompt_file(self, prompt: str) -> Path:
        """The sound of a prompt, or of its translation (`place:de`); of one with blanks its longest part."""
        known = told_by(self.company)
        variants.entry(known, prompt, "prompt")
        return self.centre.prompt_file(known[PromptId(prompt)])

    def agent_number(self, who: str) -> str:
        """The number of the agent with this name or number.

        Raises:
            MistakeInTest: nobody has it, or several.
        """
        agents = self.company.agents
        found = [number for number, agent in agents.items() if who in (number, agent.name)]
        if len(found) == 1:
            return found[0]
        if found:
            raise MistakeInTest(
                f"{len(found)} agents are called {who!r}: say which by number ({', '.join(found)})."
            )
        known = (f"{agent.name} ({number})" for number, agent in agents.items())
        raise MistakeInTest(variants.the_company_has_no("agent", who, known))

    # --- for a while ----------------------------------------------------------------------------------

    def enter_absence(
        self, who: str, reason: str = "away", *, begins: str | None = None, ends: str | None = None
    ) -> Entered:
        """Let an agent be absent, as `acd absence add` would: now, or from a moment such as `"+1h"`; until
        that is ended, the agent is back, or a moment has come.
        """
        edit = Absence(agent=AgentId(self.agent_number(who)))
        return Entered(self, edit, reason, {"begins": begins, "ends": ends})

    def open_incident(
        self,
        reason: str,
        *,
        head_start_s: float = 0.0,
        prompt: str | None = None,
        begins: str | None = None,
        ends: str | None = None,
        **concerned: Unpack[Concerned],
    ) -> Entered:
        """Open an incident, as `acd incident open` would: whom it concerns (`queue="sales"`, `region=…`) gets
        a head start, hears a prompt once, or both.
        """
        if not head_start_s and prompt is None:
            raise MistakeInTest("An incident gives a head start, a prompt or both: head_start_s=…, prompt=….")
        edit = Incident(
            when=when(concerned),
            head_start_s=head_start_s,
            prompt=PromptId(prompt) if prompt is not None else None,
        )
        return Entered(self, edit, reason, {"begins": begins, "ends": ends})

    def is_absent(self, who: str) -> bool:
        """Whether an absence of the agent with this name or number is in force."""
        absent = Absence(agent=AgentId(self.agent_number(who)))
        with self.control() as client:
            return any(one.edit == absent for one in client.status().in_force)

    def _apply(self, company: Company) -> None:
        text = variants.as_text(company, self.centre.company_file.parent)
        with self.control() as client:
            client.apply(CompanyText(text=text, path=str(self._path), author=AUTHOR))
        self.centre.company = company
        self.__dict__.pop("prompts", None)  # they may be others now

    # --- what is the case -----------------------------------------------------------------------------

    @cached_property
    def prompts(self) -> Mapping[str, Any]:
        """The sounds of all prompts and of their translations, by name."""
        files = self.centre.prompt_files()
        return read_all({name: files[sound] for name, sound in told_by(self.company).items()})

    @property
    def sounds(self) -> KnownSounds:
        """Everything that can be heard in this test and has a name."""
        return KnownSounds(
            prompts=self.prompts, voices={person.name: person.phone.tone_hz for person in self.people}
        )

    def sounds_played(self) -> KnownSounds:
        """The same, of prompts only those that were played in this test: to look for all takes long."""
        facts = self.centre.facts(after=self.centre.told_from)
        played = {fact.fields["prompt"] for fact in facts if fact.kind in PLAYED}
        return self.sounds.only(name for name in self.prompts if name.partition(":")[0] in played)

    def waiting_in(self, queue: str) -> int:
        """How many callers wait in a queue now, those whom a phone rings for included."""
        variants.entry(self.company.queues, queue, "queue")
        with self.control() as client:
            return next(one.waiting for one in client.status().queues if one.id == queue)

    def explain(self, caller: "Person") -> Explanation:
        """Everything about a caller's last call, as `acd explain` knows it."""
        with self.control() as client:
            return client.explain(caller.contact)

    def why_not_yet(self, caller: "Person") -> WhyNotYet:
        """Why a caller still waits: who could help, and what keeps each of them from it."""
        reasons = self.explain(caller).not_yet
        if reasons is None:
            raise ExpectationFailed(f"{caller.name} does not wait.")
        return rendered(reasons, names_of(self.company))

    def wait_for(self, look: Callable[[], T | None], wanted: str, within_s: float = 5.0) -> T:
        """Ask again and again until there is an answer that is not None; `wanted` says what for, in words."""
        try:
            return self.centre.until(look, within_s * self.patience, wanted)
        except NotInTimeError:
            raise ExpectationFailed(f"Not within {within_s * self.patience:g} s: {wanted}.") from None

    def story(self) -> CallStory:
        """Who did, heard and decided what, when, in this test."""
        return story_of(
            self.centre, self.sounds_played(), {person.number: person.name for person in self.people}
        )

    # --- the end --------------------------------------------------------------------------------------

    def tidy_up(self) -> None:
        """Everybody hangs up and goes home, and the company is again as it was.

        Raises:
            NotInTimeError: somebody is still in a call; the call centre is no good for another test.
        """
        self.centre.phones.close()
        with self.control() as client:
            for overlay in client.overlays().overlays:
                client.withdraw(overlay.id, AUTHOR)
            for agent in client.status().agents:
                if agent.presence != "logged_out":
                    client.log_out(AgentId(agent.id))
            self.centre.until(
                lambda: not client.status().contacts or None, GO_HOME_S, "every call of the test to end"
            )
        if self.centre.company != self._original:
            self._apply(self._original)

    def control(self) -> ControlClient:
        """A connection to the service, for what the words of the kit do not say."""
        return ControlClient(self.centre.stack.control_socket)
