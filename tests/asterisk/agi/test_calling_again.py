"""What an agent hears and keys in who has a customer called again."""

import asyncio
from dataclasses import dataclass, field

import pytest

from acd.asterisk.agi.calling_again import CallingAgain, LastCustomer, TimeSaid
from acd.asterisk.agi.scripts import DeskAnswer, FeaturePrompt, feature_script
from acd.asterisk.agi.session import Session
from acd.model.ids import ContactId, PhoneId
from tests.asterisk.agi.peer import AsteriskSide, request
from tests.asterisk.agi.test_scripts import PaperDesk

SOUNDS = {prompt: prompt.value for prompt in FeaturePrompt}
DIGITS = {str(digit): f"digit_{digit}" for digit in range(10)}
CUSTOMER = LastCustomer(contact=ContactId("c1-1"), number="+43111", digits="0111")
WHO = ["call_again", "digit_0", "digit_1", "digit_1", "digit_1"]
AT_TWO = ["called_at", "digit_1", "digit_4", "digit_0", "digit_0"]


@dataclass
class Desk:
    """Knows a customer and one time."""

    customer: LastCustomer | DeskAnswer = CUSTOMER
    answers: list[DeskAnswer] = field(default_factory=lambda: [DeskAnswer.ACCEPTED])
    asked: list[tuple[str, str, float, bool]] = field(default_factory=list)

    async def last_customer(self, _phone: PhoneId) -> LastCustomer | DeskAnswer:
        return self.customer

    def read_time(self, digits: str) -> TimeSaid | None:
        return TimeSaid(at=50400.0, digits=digits) if digits == "1400" else None

    async def call_again(
        self, phone: PhoneId, customer: LastCustomer, at: float, *, by_anybody: bool
    ) -> DeskAnswer:
        self.asked.append((phone, customer.contact, at, by_anybody))
        return self.answers.pop(0)


class SlowDesk(Desk):
    async def last_customer(self, _phone: PhoneId) -> LastCustomer | DeskAnswer:
        await asyncio.Event().wait()
        raise AssertionError("nobody sets it")


async def dial(desk: Desk, asterisk: AsteriskSide) -> str:
    again = CallingAgain(desk, SOUNDS, DIGITS, desk_wait_s=0.05).carry_out
    script = feature_script(PaperDesk(), SOUNDS, again=again)
    await script(Session(request=request("feature", "again", "", "desk1"), wire=asterisk))
    return asterisk.variables["ACD_RESULT"]


@pytest.mark.parametrize(("key", "by_anybody"), [("1", False), ("2", True)])
async def test_who_and_when_are_read_out_and_a_key_confirms_them(key: str, by_anybody: bool) -> None:
    desk, asterisk = Desk(), AsteriskSide(keys=["1400", key])
    assert await dial(desk, asterisk) == "accepted"
    assert asterisk.heard == [*WHO, "ask_time", *AT_TWO, "confirm_time", "called_again"]
    assert desk.asked == [("desk1", "c1-1", 50400.0, by_anybody)]


async def test_a_time_that_is_none_is_asked_for_thrice() -> None:
    desk, asterisk = Desk(), AsteriskSide(keys=["2500", "", "9"])
    assert await dial(desk, asterisk) == "refused"
    assert asterisk.heard == [*WHO, *["ask_time", "time_unknown"] * 3, "refused"]
    assert not desk.asked


async def test_another_time_is_keyed_in_where_the_first_was_not_meant_or_is_none_to_call() -> None:
    desk = Desk(answers=[DeskAnswer.NOT_THEN, DeskAnswer.ACCEPTED])
    asterisk = AsteriskSide(keys=["1400", "3", "1400", "1", "1400", "1"])
    assert await dial(desk, asterisk) == "accepted"
    again = ["ask_time", *AT_TWO, "confirm_time"]
    assert asterisk.heard == [*WHO, *again, *again, "not_then", *again, "called_again"]


@pytest.mark.parametrize("why", [DeskAnswer.NO_CUSTOMER, DeskAnswer.NOT_CALLED, DeskAnswer.REFUSED])
async def test_it_is_said_why_there_is_nobody_to_call(why: DeskAnswer) -> None:
    asterisk = AsteriskSide()
    assert await dial(Desk(customer=why), asterisk) == why.value
    assert asterisk.heard == [why.value]


async def test_a_desk_that_does_not_answer_and_a_sound_that_is_missing() -> None:
    asterisk = AsteriskSide()
    assert await dial(SlowDesk(), asterisk) == "unavailable"
    asterisk = AsteriskSide(missing_sounds=["ask_time"])
    assert await dial(Desk(), asterisk) == "unavailable"
    assert asterisk.heard == [*WHO, "unavailable"]


async def test_without_a_dialogue_there_is_no_such_code() -> None:
    asterisk = AsteriskSide()
    script = feature_script(PaperDesk(), SOUNDS)
    await script(Session(request=request("feature", "again", "", "desk1"), wire=asterisk))
    assert asterisk.variables["ACD_RESULT"] == "unknown_code"
