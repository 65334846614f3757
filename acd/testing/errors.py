"""What goes wrong with a phone in a test. Time-outs tell the phone's story: the next question."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pytest


class PhoneError(Exception):
    """Base of everything a phone raises."""


class PhoneDiedError(PhoneError):
    """The process behind the phone has ended; open a new phone."""


class CommandRefusedError(PhoneError):
    """The phone cannot do this now, for example answer a call that is over."""


class RegistrationRefusedError(PhoneError):
    """The registrar said no, or nothing at all (408); check the account's name, password and port."""

    def __init__(self, message: str, *, sip_code: int) -> None:
        super().__init__(message)
        self.sip_code = sip_code


class NotInTimeError(PhoneError):
    """What the test waited for did not come within the time allowed."""


class CallEndedError(PhoneError):
    """The call ended while the test waited for something else on it."""


class MistakeInTest(PhoneError):
    """The test asks for what cannot be: an agent, a prompt or a number that the company does not have."""


class ExpectationFailed(AssertionError):
    """What the test expects did not happen; the message says what happened instead."""


def told_by_its_message(error: "pytest.ExceptionInfo[BaseException]") -> bool:
    """For a module's `__tracebackhide__`: pytest shows the line of the test, and none of the module."""
    return error.errisinstance((ExpectationFailed, PhoneError))
