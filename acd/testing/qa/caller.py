"""People who call the company from outside."""

import itertools
from collections.abc import Iterable, Iterator

from acd.testing.call_centre import Fact
from acd.testing.errors import told_by_its_message
from acd.testing.qa.company import entry, telephone_of, the_company_has_no
from acd.testing.qa.person import Person
from acd.testing.qa.stack import StackUnderTest

__tracebackhide__ = told_by_its_message

WITHHELD = "anonymous"
FIRST_NUMBER = 4315550001


class Caller(Person):
    """Somebody outside with a telephone and a number of his or her own."""

    _dialled = ""
    _dialled_after = 0
    _contact = ""

    def dial(self, number: str, *, from_number: str | None = None) -> None:
        """Call a number. `from_number` is shown instead of the caller's own; `"anonymous"` withholds it."""
        self.number = from_number or self.number
        self._contact = ""
        self._dialled = number
        self._dialled_after = self.stack.centre.last_seq()
        self._begin(self.phone.call(number, caller_id=self.number))

    def waits_in(self, queue: str, within_s: float = 10.0) -> None:
        """Expect that the caller has taken a place in this queue."""
        entry(self.stack.company.queues, queue, "queue")
        place = self.stack.wait_for(
            lambda: self._fact("PlaceTaken"), f"{self.name} to wait in {queue}", within_s
        )
        if place.fields["queue"] != queue:
            self._fail(f"{self.name} should wait in {queue}, and waits in {place.fields['queue']}.")

    def is_served(self, within_s: float = 10.0) -> None:
        """Expect that an agent has answered and that the two are connected."""
        self.stack.wait_for(lambda: self.talks or None, f"{self.name} and an agent to talk", within_s)

    @property
    def talks(self) -> bool:
        """Whether an agent and this caller have been connected in this call."""
        return self._fact("TalkJoined") is not None

    @property
    def contact(self) -> str:
        """The id that `acd explain` and the logs have for this call."""
        if not self._contact:
            arrived = self.stack.wait_for(self._arrival, f"the call of {self.name} to arrive at the company")
            self._contact = str(arrived.fields["contact"])
        return self._contact

    def _arrival(self) -> Fact | None:
        facts = self.stack.centre.facts("ContactArrived", after=self._dialled_after)
        shown = None if self.number == WITHHELD else self.number
        return next((fact for fact in facts if (fact.fields.get("caller") or None) == shown), None)

    def _fact(self, kind: str) -> Fact | None:
        return next(iter(self.stack.centre.facts(kind, contact=self.contact)), None)

    def _besides(self) -> str:
        numbers = self.stack.company.numbers
        return "" if self._dialled in numbers else f"\n{the_company_has_no('number', self._dialled, numbers)}"

    def _how_to_get_a_call(self) -> str:
        return "Let the caller dial first: caller.dial(NUMBER)."


class Callers:
    """The fixture `callers`: `first, second = callers(2)`."""

    def __init__(self, stack: StackUnderTest) -> None:
        self._stack = stack
        self._numbers: Iterator[int] = itertools.count(FIRST_NUMBER)
        self._made = itertools.count(1)

    def __repr__(self) -> str:
        return f"<callers of {self._stack.company.company}>"

    def __call__(self, count: int) -> list[Caller]:
        """So many people outside, each with a telephone, a number and a voice of their own."""
        return [self.one(f"caller {next(self._made)}") for _ in range(count)]

    def as_served(self, waiting: Iterable[Caller], within_s: float = 30.0) -> Iterator[Caller]:
        """These callers, each as soon as an agent talks to him or her."""
        left = list(waiting)
        while left:
            served = self._stack.wait_for(
                lambda: next((one for one in left if one.talks), None),
                f"an agent to talk to one of {', '.join(one.name for one in left)}",
                within_s,
            )
            left.remove(served)
            yield served

    def one(self, name: str) -> Caller:
        """One person outside; `name` is what stories and errors call him or her."""
        trunk = telephone_of(self._stack.company)
        return Caller(
            self._stack, self._stack.centre.caller(trunk, name=name), name, str(next(self._numbers))
        )
