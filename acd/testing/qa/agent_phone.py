"""Agents at their desk phones."""

import contextlib
from typing import NoReturn

from acd.telling.amounts import words
from acd.testing.call import Call
from acd.testing.errors import ExpectationFailed, MistakeInTest, told_by_its_message
from acd.testing.qa.caller import Caller
from acd.testing.qa.company import entry
from acd.testing.qa.person import Person
from acd.testing.qa.stack import StackUnderTest

__tracebackhide__ = told_by_its_message


class AgentPhone(Person):
    """An agent at a desk. Made by the fixture `agent_phone`."""

    def __init__(self, stack: StackUnderTest, number: str, desk: str) -> None:
        self.desk = desk
        name = stack.company.agents[number].name
        phone = stack.centre.phones.phone(desk, stack.centre.stack.secrets[f"phone.{desk}"], name=name)
        super().__init__(stack, phone, name, number)
        self._rings_seen = 0
        self._expected: Call | None = None
        """The call that was expected to ring and did; until something else is asked of it. It may be over."""

    # ── doing ─────────────────────────────────────────────────────────────────────────────────────

    def log_in(self) -> None:
        """Log in at this desk; not ready until told so."""
        self._order("login", phone=self.desk)

    def log_out(self) -> None:
        """Log out."""
        self._order("logout")

    def get_ready(self) -> None:
        """Take calls from now on."""
        self._order("ready")

    def take_a_break(self, reason: str | None = None) -> None:
        """Take no calls, for a reason of the company file; without one: for the first."""
        self._order("notready", reason=reason)

    def end_wrap_up(self) -> None:
        """Be done with the work after the talk."""
        self._order("endwrap")

    def dial(self, number: str) -> None:
        """Dial from the desk: an extension, or a feature code such as *13."""
        self._begin(self.phone.call(number))

    def answer(self) -> None:
        """Pick up the phone that rings."""
        self._ringing().answer(self._limit(5.0))

    def reject(self, code: int = 603) -> None:
        """Refuse the call that rings: 603 declined, 486 busy, 480 do not disturb."""
        ringing = self._ringing()
        ringing.reject(code)
        ringing.wait_ended(self._limit(5.0))

    def let_it_ring(self, within_s: float | None = None) -> None:
        """Do not answer, and expect that the ringing stops, after the longest `ring_s` of a queue at most."""
        ringing = self._expected or self._ringing()
        self._expected = None
        longest_s = max(queue.ring_s for queue in self.stack.company.queues.values()) + 3.0
        limit_s = self._limit(longest_s if within_s is None else within_s)
        if self.phone.wait_quietly(lambda: ringing.over or None, limit_s) is None:
            self._fail(f"The phone of {self.name} still rings after {limit_s:g} s.")

    def answer_every_call(self, after_s: float = 0.0) -> None:
        """Answer by itself from now on, so many seconds after the first ring."""
        self.phone.auto_answer(after_s)

    # ── expecting ─────────────────────────────────────────────────────────────────────────────────

    def rings(
        self, within_s: float = 5.0, *, caller: Caller | str | None = None, queue: str | None = None
    ) -> None:
        """Expect that the phone rings; and that its display shows this caller's number, this queue's name."""
        self._call = None
        call = self.phone.wait_quietly(self._new_ring, self._limit(within_s))
        if call is None:
            self._fail(
                f"The phone of {self.name} should have rung within {self._limit(within_s):g} s."
                f"{self._now()}\nRung now: {', '.join(self._rung()) or 'nobody'}."
            )
        self._rings_seen += self._rings().index(call) + 1
        self._begin(call)
        self._expected = call
        if caller is not None:
            number = caller.number if isinstance(caller, Caller) else caller
            if call.caller_number != number:
                self._shows_something_else(number, call.caller_number)
        if queue is not None:
            title = self.stack.company.queues[entry(self.stack.company.queues, queue, "queue")].name
            if call.display_name != title:
                self._shows_something_else(title, call.display_name)

    def has_not_rung(self) -> None:
        """Expect that nobody has called this phone since the last call that the test expected."""
        self.stays_quiet(0.0)

    def stays_quiet(self, for_s: float = 2.0) -> None:
        """Expect that nobody calls this phone for so many seconds."""
        call = self.phone.wait_quietly(lambda: next(iter(self._rings()), None), for_s)
        if call is not None:
            self._fail(f"The phone of {self.name} rings ({call.caller_number}), and should not.")

    def stops_ringing(self, within_s: float = 5.0) -> None:
        """Expect that the call that rings is taken back."""
        self.let_it_ring(within_s)

    def is_free(self, within_s: float = 5.0) -> None:
        """Expect that the agent is ready and has nothing to do."""
        self._becomes(within_s, presence="ready", activity="idle")

    def is_in_wrap_up(self, within_s: float = 5.0) -> None:
        """Expect that the agent is in the work after a talk."""
        self._becomes(within_s, activity="wrap_up")

    def is_not_ready(self, within_s: float = 5.0) -> None:
        """Expect that the agent takes no calls, such as after missing several."""
        self._becomes(within_s, presence="not_ready")

    def is_absent(self, within_s: float = 5.0) -> None:
        """Expect that somebody has entered an absence of this agent."""
        self._is_absent(within_s, wanted=True)

    def is_back(self, within_s: float = 5.0) -> None:
        """Expect that the agent is not absent, or not any more."""
        self._is_absent(within_s, wanted=False)

    @property
    def contact(self) -> str:
        """The id that `acd explain` and the logs have for the call that this agent has now, or had last."""
        offers = self.stack.centre.facts("OfferOpened", after=self.stack.centre.told_from, agent=self.number)
        if not offers:
            raise MistakeInTest(f"Nothing was offered to {self.name} in this test.")
        return str(offers[-1].fields["contact"])

    # ── inside ────────────────────────────────────────────────────────────────────────────────────

    def _is_absent(self, within_s: float, *, wanted: bool) -> None:
        with contextlib.suppress(ExpectationFailed):
            self.stack.wait_for(lambda: self.stack.is_absent(self.number) is wanted or None, "", within_s)
            return
        state = "absent" if wanted else "back"
        self._fail(f"{self.name} should be {state} within {self._limit(within_s):g} s.{self._now()}")

    def _becomes(self, within_s: float, **wanted: str) -> None:

        def reached() -> bool | None:
            now = self.stack.centre.agent_status(self.number)
            return all(now[name] == value for name, value in wanted.items()) or None

        with contextlib.suppress(ExpectationFailed):
            self.stack.wait_for(reached, "", within_s)
            return
        state = " and ".join(map(words, wanted.values()))
        self._fail(f"{self.name} should be {state} within {self._limit(within_s):g} s.{self._now()}")

    def _order(self, what: str, *, phone: str = "", reason: str | None = None) -> None:
        self.phone.note(f"orders {what} {phone or reason or ''}".rstrip())
        self.stack.centre.order(self.number, what, phone=phone, reason=reason)

    def _new_ring(self) -> Call | None:
        """The first call that no expectation was about; those that are over by now are passed over."""
        return next((call for call in self._rings() if not call.over), None)

    def _rings(self) -> list[Call]:
        return [call for call in self.phone.calls if call.incoming][self._rings_seen :]

    def _ringing(self) -> Call:
        if self._call is None or not self._call.incoming or self._call.over:
            self.rings()
        self._expected = None
        return self.call

    def _shows_something_else(self, wanted: str, shown: str) -> NoReturn:
        self._fail(f"The display of {self.name} should show {wanted!r}, and shows {shown!r}.")

    def _now(self) -> str:
        now = self.stack.centre.agent_status(self.number)
        reason = f" ({now['reason']})" if now["reason"] else ""
        where = f"at {now['phone']}" if now["phone"] else "at no desk"
        return f"\n{self.name} is {words(now['presence'])}{reason} and {words(now['activity'])}, {where}."

    def _rung(self) -> list[str]:
        """Whose phones ring."""
        agents = self.stack.centre.status()["agents"]
        return [str(one["name"]) for one in agents if one["activity"] == "reserved"]

    def _how_to_get_a_call(self) -> str:
        return f"Expect one first: {self.name.lower()}.rings()."


class AgentPhones:
    """The fixture `agent_phone`: `anna = agent_phone("Anna")`."""

    def __init__(self, stack: StackUnderTest) -> None:
        self._stack = stack
        self._taken: list[str] = []

    def __repr__(self) -> str:
        return f"<agents at {', '.join(self._taken) or 'no desk yet'}>"

    def __call__(self, who: str, *, at: str | None = None, ready: bool = True) -> AgentPhone:
        """The agent with this name or number at a desk, the next free one or that named by `at`.

        He or she is logged in there, and ready unless told otherwise.
        """
        number = self._stack.agent_number(who)
        desk = self._free_desk() if at is None else entry(self._stack.company.phones, at, "phone")
        self._taken.append(desk)
        agent = AgentPhone(self._stack, number, desk)
        agent.log_in()
        if ready:
            agent.get_ready()
        return agent

    def _free_desk(self) -> str:
        desks = self._stack.company.phones
        free = next((desk for desk in desks if desk not in self._taken), None)
        if free is None:
            raise MistakeInTest(
                f"All {len(desks)} phones of the company are taken in this test; it needs one more."
            )
        return free
