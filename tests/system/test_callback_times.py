"""When customers are called back, and how many at a time: with real telephones, keys and words."""

import shutil
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from acd.testing.call_centre import CallCentre
from acd.testing.phone import Phone
from tests.system.decisions import queue_up, says, waits_with_music
from tests.system.scene import MOST, MUSIC_HZ, Waiting, ending_of, hear_only_each_other

COMPANY = Path(__file__).parent / "callback_times.yaml"
SALES = "+43463555"
ANNA, BEN = "201", "202"
CUSTOMERS = ("+436601234561", "+436601234562", "+436601234563")
CUSTOMER = CUSTOMERS[0]
ALWAYS = "00:00-24:00"
AWAY_S = 3.0
"""So long nobody is called when Asterisk would not make a call."""

Change = Callable[..., None]


@pytest.fixture
def home(centre: CallCentre) -> Phone:
    """The customers' telephones, as far as we call them: behind a trunk."""
    return centre.caller("gateway", name="home")


@pytest.fixture
def change(centre: CallCentre, tmp_path: Path) -> Iterator[Change]:
    """Put a version of the company with other times in force, until the test ends."""
    shutil.copytree(COMPANY.parent / "sounds", tmp_path / "sounds")
    file = tmp_path / COMPANY.name

    def apply(**changes: str) -> None:
        text = COMPANY.read_text(encoding="utf-8")
        for old, new in changes.items():
            text = text.replace(WRITTEN[old], WRITTEN[old].replace(TIMES[old], new))
        file.write_text(text, encoding="utf-8")
        acd(centre, "apply", str(file))

    yield apply
    acd(centre, "apply", str(COMPANY))


TIMES = {"hours": ALWAYS, "later": "14:00-18:00", "soon": "08:00-12:00"}
WRITTEN = {
    "hours": f'{{mon-sun: "{ALWAYS}"}}',
    "later": 'later: {do: call_back, between: "14:00-18:00"',
    "soon": 'soon: {do: call_back, between: "08:00-12:00"',
}


def acd(centre: CallCentre, *words: str) -> str:
    """What a command says."""
    status, said, complained = centre.stack.acd(*words)
    assert status == 0, complained
    return str(said)


def around(from_h: int, to_h: int) -> str:
    """So many hours from now, in Vienna: ``14:05-15:05``."""
    now = datetime.now(ZoneInfo("Europe/Vienna"))
    begin, end = (now + timedelta(hours=hours) for hours in (from_h, to_h))
    return f"{begin:%H:%M}-{end:%H:%M}"


def ask_for_callback(centre: CallCentre, key: str = "1", number: str = CUSTOMER) -> Waiting:
    """Somebody rings, waits, presses the key and hangs up."""
    waiting = queue_up(centre, centre.caller(), SALES, from_number=number)
    assert waits_with_music(waiting)
    waiting.call.press(key)
    centre.wait_fact("CallbackAgreed", contact=waiting.contact, number=number)
    waiting.call.hang_up()
    centre.wait_fact("CustomerParted", contact=waiting.contact)
    return waiting


def serve(agent: Phone, home: Phone, number: str = CUSTOMER) -> None:
    """The agent answers, has heard enough, and talks with the customer, who hangs up."""
    ringing = agent.wait_for_ring()
    assert ringing.caller_number == number
    call = ringing.answer()
    call.press("1")
    at_home = home.wait_for_ring()
    assert at_home.invite.startswith(f"INVITE sip:{number}@")
    customer = at_home.answer()
    assert hear_only_each_other(call, customer)


def test_with_one_line_they_are_called_one_after_the_other_and_nobody_waits_for_it(
    centre: CallCentre, home: Phone
) -> None:
    first, second, third = (ask_for_callback(centre, number=number) for number in CUSTOMERS)
    anna, ben = centre.agent(ANNA, "desk1"), centre.agent(BEN, "desk2")
    for agent, waiting, number, following in (
        (anna, first, CUSTOMERS[0], second),
        (ben, second, CUSTOMERS[1], third),
        (anna, third, CUSTOMERS[2], None),
    ):
        serve(agent, home, number)
        if following is not None:
            assert says(centre, following.contact, "It waits for a line: as many customers")
        assert len(centre.facts("CustomerReached")) == len(home.calls)
        home.calls[-1].hang_up()
        assert ending_of(centre, waiting.contact) == "served"
    assert (len(anna.calls), len(ben.calls), len(home.calls)) == (2, 1, 3)
    dialled = [fact.fields["number"] for fact in centre.facts("CustomerDialled")]
    assert dialled == list(CUSTOMERS), "in order"


def test_who_waits_on_the_line_is_served_while_there_is_no_line_for_a_callback(
    centre: CallCentre, home: Phone
) -> None:
    first, second = (ask_for_callback(centre, number=number) for number in CUSTOMERS[:2])
    anna, ben = centre.agent(ANNA, "desk1"), centre.agent(BEN, "desk2")
    serve(anna, home, CUSTOMERS[0])
    third = queue_up(centre, centre.caller(), SALES)
    ben.wait_for_ring().answer()
    assert hear_only_each_other(third.call, ben.calls[-1])
    home.calls[-1].hang_up()
    assert ending_of(centre, first.contact) == "served"
    serve(anna, home, CUSTOMERS[1])
    home.calls[-1].hang_up()
    assert ending_of(centre, second.contact) == "served"


def test_while_the_trunk_is_away_agents_are_left_in_peace_and_then_the_customers_are_called(
    centre: CallCentre, home: Phone
) -> None:
    home.unregister()
    first, second = (ask_for_callback(centre, number=number) for number in CUSTOMERS[:2])
    anna = centre.agent(ANNA, "desk1")
    call = anna.wait_for_ring().answer()
    ben = centre.agent(BEN, "desk2")
    call.press("1")
    missed = centre.wait_fact("CustomerMissed", contact=first.contact, miss="no_trunk")
    call.wait_ended()
    for agent in (anna, ben):
        agent.auto_answer()
    home.register()
    assert says(centre, first.contact, "The customer was not dialled: Asterisk would not make the call.")
    assert says(centre, second.contact, "It waits for the trunk: Asterisk would not make the last call.")
    for number, waiting in zip(CUSTOMERS, (first, second), strict=False):
        ringing = home.wait_for_ring(10)
        assert ringing.invite.startswith(f"INVITE sip:{number}@")
        customer = ringing.answer()
        centre.wait_fact("TalkJoined", contact=waiting.contact)
        customer.hang_up()
        assert ending_of(centre, waiting.contact) == "served"
    rung = [fact for fact in centre.facts("OfferOpened") if fact.at > missed.at]
    assert [fact.fields["contact"] for fact in rung] == [first.contact, second.contact]
    assert rung[0].at >= missed.at + AWAY_S


def test_at_night_nobody_is_called_and_in_the_morning_the_customer_is(
    centre: CallCentre, home: Phone, change: Change
) -> None:
    night = around(2, 3)
    change(hours=night, later=night, soon=night)
    waiting = ask_for_callback(centre)
    centre.wait_fact("CallbackPutOff", contact=waiting.contact, because="hours")
    anna = centre.agent(ANNA, "desk1")
    other = queue_up(centre, centre.caller(), SALES)
    assert anna.wait_for_ring().caller_number != CUSTOMER, "who came later is served meanwhile"
    assert says(
        centre,
        waiting.contact,
        f"Will be called back at {CUSTOMER}, and keeps the place.",
        "Where the customer lives it is no hour to be called: not before",
        "for now it is no hour to be called where the customer lives",
    )
    change()
    other.call.hang_up()
    serve(anna, home)
    home.calls[-1].hang_up()
    assert ending_of(centre, waiting.contact) == "served"


def test_a_telephone_that_rings_for_it_is_let_go_when_the_hours_are_over(
    centre: CallCentre, home: Phone, change: Change
) -> None:
    waiting = ask_for_callback(centre)
    anna = centre.agent(ANNA, "desk1")
    ringing = anna.wait_for_ring()
    night = around(2, 3)
    change(hours=night, later=night, soon=night)
    ringing.wait_ended()
    withdrawn = centre.wait_fact("OfferWithdrawn", contact=waiting.contact)
    assert withdrawn.fields["reason"] == "put_off"
    centre.wait_agent(ANNA, activity="idle", presence="ready")
    change()
    serve(anna, home)
    home.calls[-1].hang_up()
    assert ending_of(centre, waiting.contact) == "served"


def test_a_customer_chooses_the_time_of_day_by_a_key(centre: CallCentre, home: Phone, change: Change) -> None:
    change(later=around(2, 3), soon=around(-1, 1))
    later = ask_for_callback(centre, "2")
    put_off = centre.wait_fact("CallbackPutOff", contact=later.contact, because="window")
    soon = ask_for_callback(centre, "3", CUSTOMERS[1])
    anna = centre.agent(ANNA, "desk1")
    serve(anna, home, CUSTOMERS[1])
    home.calls[-1].hang_up()
    assert ending_of(centre, soon.contact) == "served"
    assert 3600.0 < float(put_off.fields["until"]) - put_off.at <= 7200.0
    assert says(
        centre,
        later.contact,
        f"Will be called back at {CUSTOMER} between",
        "The customer has chosen another time of day: not before",
        "which is the time of day that the customer has chosen",
    )
    acd(centre, "callback", "cancel", later.contact)
    assert ending_of(centre, later.contact) == "cancelled"


def test_who_does_not_want_to_be_called_is_not(centre: CallCentre, home: Phone) -> None:
    waiting = ask_for_callback(centre)
    said = acd(centre, "callback", "refuse", "0660 1234561", "--note", "a wish")
    assert said == f"{CUSTOMER} is not called back until further notice.\n"
    assert ending_of(centre, waiting.contact) == "cancelled"
    assert says(centre, waiting.contact, "not called any more: the number is on the do-not-call list.")
    again = queue_up(centre, centre.caller(), SALES, from_number=CUSTOMER)
    assert waits_with_music(again)
    again.call.press("1")
    assert again.call.hears_file(centre.prompt_file("sorry"), at_least=MOST)
    assert again.call.hears_tone(MUSIC_HZ, within_s=5, for_s=0.5), "and the place is kept"
    assert acd(centre, "callback", "allow", CUSTOMER) == f"{CUSTOMER} may be called back again.\n"
    again.call.press("1")
    centre.wait_fact("CallbackAgreed", contact=again.contact)
    again.call.hang_up()
    serve(centre.agent(ANNA, "desk1"), home)
    home.calls[-1].hang_up()
    assert ending_of(centre, again.contact) == "served"
