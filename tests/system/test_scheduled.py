"""Callbacks for a moment that was agreed: by command for a named agent, and by a caller who keys it in."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from acd.testing.call import Call
from acd.testing.call_centre import CallCentre
from acd.testing.phone import Phone
from tests.system.decisions import queue_up, says, waits_with_music
from tests.system.scene import MOST, MUSIC_HZ, ending_of, hear_only_each_other
from tests.system.test_hot_desk import dial, house_says

COMPANY = Path(__file__).parent / "scheduled.yaml"
SALES = "+43463555"
ANNA, BEN = "201", "202"
CUSTOMER = "+436601234567"
VIENNA = ZoneInfo("Europe/Vienna")
A_MINUTE_S = 75.0
"""Moments are agreed on to the minute; this is one, and some more."""
READ_OUT_S = 25.0
"""Eleven digits, one after the other, take about ten."""


@pytest.fixture
def home(centre: CallCentre) -> Phone:
    """The customers' telephones, as far as we call them: behind a trunk."""
    return centre.caller("gateway", name="home")


@pytest.fixture(autouse=True)
def nothing_left_in_force(centre: CallCentre) -> Iterator[None]:
    yield
    for (overlay,) in centre.query("SELECT id FROM overlay WHERE state <> 'past'"):
        acd(centre, "absence", "end", overlay)


def acd(centre: CallCentre, *words: str) -> str:
    """What a command prints."""
    status, said, complained = centre.stack.acd(*words)
    assert status == 0, complained
    return str(said)


def scheduled(centre: CallCentre, at: str, *more: str) -> str:
    """A callback that somebody has typed; the contact that has come of it."""
    after = centre.last_seq()
    acd(centre, "callback", "schedule", CUSTOMER, "--queue", "sales", "--at", at, "--author", "boss", *more)
    return str(centre.wait_fact("CallbackScheduled", after=after, number=CUSTOMER).fields["contact"])


def call_together(centre: CallCentre, phone: Phone, home: Phone, *, within_s: float = 5.0) -> Call:
    """The agent's phone rings and shows who it is about; then the customer's, and the two hear each other."""
    ringing = phone.wait_for_ring(within_s=within_s)
    assert ringing.caller_number == CUSTOMER
    agent = ringing.answer()
    assert agent.hears_file(centre.prompt_file("about"), at_least=MOST)
    dialled = home.wait_for_ring()
    assert dialled.invite.startswith(f"INVITE sip:{CUSTOMER}@")
    assert dialled.caller_number == SALES, "a number of ours"
    assert agent.hears_tone(MUSIC_HZ, within_s=3), "until the customer answers"
    customer = dialled.answer()
    assert hear_only_each_other(agent, customer)
    return customer


def test_the_agent_who_was_named_is_rung_at_the_moment_and_nobody_else(
    centre: CallCentre, home: Phone
) -> None:
    anna, ben = centre.agent(ANNA, "desk1"), centre.agent(BEN, "desk2")
    contact = scheduled(centre, "+1m", "--agent", ANNA, "--name", "Ms Huber", "--note", "the second boiler")
    assert "Ms Huber, by agent 201, entered by boss, “the second boiler”" in acd(centre, "callback", "list")
    centre.stack.service.kill()
    centre.stack.service.start()
    customer = call_together(centre, anna, home, within_s=A_MINUTE_S)
    ben.expect_no_ring(0)
    customer.hang_up()
    assert ending_of(centre, contact) == "served"
    assert says(
        centre,
        contact,
        f"Ms Huber ({CUSTOMER}) is to be called at",
        "by Anna (201), for Sales; entered by boss. Note: “the second boiler”.",
        "It is meant for Anna (201): asked for by name or number.",
        "Offered to Anna (201)",
        "The customer has answered.",
    )


def test_of_an_agent_who_is_absent_the_substitute_is_rung_at_once(centre: CallCentre, home: Phone) -> None:
    ben = centre.agent(BEN, "desk2")
    acd(centre, "absence", "add", ANNA, "Ill", "--author", "boss")
    contact = scheduled(centre, "now", "--agent", ANNA)
    call_together(centre, ben, home).hang_up()
    assert ending_of(centre, contact) == "served"
    assert says(centre, contact, "It is meant for Anna (201)", "Offered to Ben (202)", "Anna (201) is absent")
    assert not centre.facts("PersonGivenUp", contact=contact), "nobody had to wait for her"


def test_an_agent_on_a_break_is_waited_for_and_then_the_substitute_is_rung(
    centre: CallCentre, home: Phone
) -> None:
    centre.agent(ANNA, "desk1", ready=False)
    ben = centre.agent(BEN, "desk2")
    contact = scheduled(centre, "now", "--agent", ANNA)
    began = centre.wait_fact("PlaceTaken", contact=contact)
    call_together(centre, ben, home).hang_up()
    given_up = centre.wait_fact("PersonGivenUp", contact=contact, agent=ANNA)
    assert given_up.at - began.at >= 3.0, "so long as the company says"
    assert ending_of(centre, contact) == "served"


def test_who_is_not_reached_is_the_same_agents_again(centre: CallCentre, home: Phone) -> None:
    home.auto_reject(486)
    anna = centre.agent(ANNA, "desk1")
    contact = scheduled(centre, "now", "--agent", ANNA)
    anna.wait_for_ring().answer()
    centre.wait_fact("CustomerMissed", contact=contact, miss="busy")
    centre.agent(BEN, "desk2")
    anna.wait_for_ring().answer()
    assert centre.wait_fact("PersonWanted", contact=contact, agent=ANNA)
    assert ending_of(centre, contact) == "unreached"


def test_what_was_cancelled_is_not_called(centre: CallCentre, home: Phone) -> None:
    contact = scheduled(centre, "+1m")
    acd(centre, "callback", "cancel", contact, "--author", "boss")
    assert ending_of(centre, contact) == "cancelled"
    home.expect_no_ring(0)


def test_a_caller_keys_in_a_time_hears_it_and_is_called_then_in_the_old_place(
    centre: CallCentre, home: Phone
) -> None:
    waiting = queue_up(centre, centre.caller(), SALES, from_number=CUSTOMER)
    assert waits_with_music(waiting)
    waiting.call.press("1")
    assert waiting.call.hears_file(centre.prompt_file("when"), at_least=MOST)
    waiting.call.press("2460")
    assert waiting.call.hears_file(centre.prompt_file("unknown"), at_least=MOST)
    assert waiting.call.hears_file(centre.prompt_file("when"), at_least=MOST)
    then = datetime.now(VIENNA) + timedelta(seconds=70)
    waiting.call.press(f"{then:%H%M}")
    assert waiting.call.hears_file(centre.prompt_file("read_back/0"), at_least=MOST)
    for digit in f"{then:%H%M}":
        assert waiting.call.hears_file(centre.prompt_file(f"#{digit}:en"), at_least=MOST)
    waiting.call.press("1")
    assert waiting.call.hears_file(centre.prompt_file("thanks"), at_least=MOST)
    waiting.call.wait_ended(within_s=8)
    agreed = centre.wait_fact("CallbackAgreed", contact=waiting.contact)
    assert agreed.fields["not_before"] == then.replace(second=0, microsecond=0).timestamp()
    anna = centre.agent(ANNA, "desk1")
    later = queue_up(centre, centre.caller(), SALES)
    talking = anna.wait_for_ring().answer()
    assert hear_only_each_other(later.call, talking)
    due = centre.wait_fact("CallbackFellDue", A_MINUTE_S, contact=waiting.contact)
    assert due.at >= float(agreed.fields["not_before"])
    talking.hang_up()
    call_together(centre, anna, home)
    assert says(
        centre,
        waiting.contact,
        f"Will be called back at {CUSTOMER}, not before",
        "and keeps the place.",
        "Is called at the moment that was agreed: not before",
        "May be called back from now on.",
    )


def keys_in(centre: CallCentre, call: Call, keys: str, *, after: str) -> None:
    """Hears that question of the house to its end, and answers it."""
    assert call.hears_file(house_says(centre, after), at_least=MOST)
    call.press(keys)


def test_an_agent_dials_the_code_and_the_customer_of_the_last_talk_is_called_again(
    centre: CallCentre, home: Phone
) -> None:
    ben, anna = centre.agent(BEN, "desk2", ready=False), centre.agent(ANNA, "desk1")
    served = queue_up(centre, centre.caller(), SALES, from_number=CUSTOMER)
    talking = anna.wait_for_ring().answer()
    assert hear_only_each_other(served.call, talking)
    served.call.hang_up()
    assert ending_of(centre, served.contact) == "served"
    talking.wait_ended()
    after = centre.last_seq()
    code = dial(anna, "*17")
    assert code.hears_file(house_says(centre, "call_again"), at_least=MOST)
    last_digit = house_says(centre, "digit_7")
    assert code.hears_file(last_digit, at_least=MOST, within_s=READ_OUT_S), "06601234567"
    then = datetime.now(VIENNA) + timedelta(seconds=80)
    keys_in(centre, code, f"{then:%H%M}#", after="ask_time")
    assert code.hears_file(house_says(centre, "called_at"), at_least=MOST)
    keys_in(centre, code, "1", after="confirm_time")
    assert code.hears_file(house_says(centre, "called_again"), at_least=MOST)
    code.wait_ended()
    noted = centre.wait_fact("CallbackScheduled", after=after, number=CUSTOMER)
    assert noted.fields["not_before"] == then.replace(second=0, microsecond=0).timestamp()
    assert (noted.fields["wanted"], noted.fields["author"]) == (ANNA, ANNA)
    assert noted.fields["follows"] == served.contact
    centre.order(BEN, "ready")
    call_together(centre, anna, home, within_s=A_MINUTE_S).hang_up()
    ben.expect_no_ring(0)
    again = str(noted.fields["contact"])
    assert says(centre, again, f"It was agreed in {served.contact}.", "It is meant for Anna (201)")


def test_the_code_says_when_there_is_nobody_to_be_called_again(centre: CallCentre) -> None:
    ben = centre.agent(BEN, "desk2", ready=False)
    served = queue_up(centre, centre.caller(), SALES, from_number="+43900123456")
    centre.order(BEN, "ready")
    talking = ben.wait_for_ring().answer()
    assert hear_only_each_other(served.call, talking)
    served.call.hang_up()
    assert ending_of(centre, served.contact) == "served"
    talking.wait_ended()
    assert dial(ben, "*17").hears_file(house_says(centre, "not_called"), at_least=MOST)
