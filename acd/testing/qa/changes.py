"""Absences and incidents in a test: entered as a supervisor would, and over with the test at the latest."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, TypedDict

import msgspec

from acd.model.about import When
from acd.model.overlay import Edit
from acd.telling.overlays import KINDS
from acd.testing.errors import MistakeInTest, told_by_its_message
from acd.web.bodies import NewEnd, NewOverlay
from acd.web.client import ControlClient, RequestRefused

if TYPE_CHECKING:
    from acd.testing.qa.stack import StackUnderTest

__tracebackhide__ = told_by_its_message

AUTHOR = "a test"

Names = str | tuple[str, ...]


class Concerned(TypedDict, total=False):
    """Whom an incident concerns: of each kind that is named, one must fit."""

    number: Names
    queue: Names
    product: Names
    service: Names
    region: Names
    language: Names
    customer_class: Names


class Entered:
    """An absence or an incident that a test has entered."""

    def __init__(self, stack: "StackUnderTest", edit: Edit, reason: str, times: "Times") -> None:
        self._stack = stack
        wish = NewOverlay(edit=edit, reason=reason, author=AUTHOR, **times)
        with _asked(stack) as client:
            self.id = client.enter(wish).id
        self._reason = reason

    def __repr__(self) -> str:
        return f"<{self.id} {self._reason}>"

    def move_end(self, until: str | None) -> None:
        """Let it end at another moment, such as `"+2h"`; None: not by itself."""
        with _asked(self._stack) as client:
            client.move_end(self.id, NewEnd(ends=until, author=AUTHOR))

    def end(self) -> None:
        """End it now, or call it off."""
        with _asked(self._stack) as client:
            client.withdraw(self.id, AUTHOR)


class Times(TypedDict):
    """When something begins and ends, as `acd absence add` takes it; None: now, and not by itself."""

    begins: str | None
    ends: str | None


def when(concerned: Concerned) -> When:
    """The condition of an incident."""
    fields = {}
    for field, noun in KINDS.items():
        names = dict(concerned).get(noun.replace(" ", "_"), ())
        fields[field] = [names] if isinstance(names, str) else names
    return msgspec.convert(fields, When)


@contextmanager
def _asked(stack: "StackUnderTest") -> Iterator[ControlClient]:
    """What is refused, a test should not have asked for."""
    try:
        with stack.control() as client:
            yield client
    except RequestRefused as refused:
        raise MistakeInTest(str(refused)) from None
