"""What is said of a callback: when it is made, why not now, and why not at all."""

from datetime import datetime

import msgspec
import pytest

from acd.core.explain import not_yet
from acd.core.traffic import Full
from acd.model.callback import Between, GivenUp, Miss, NeverCalled, PutOff
from acd.model.contact import Ending
from acd.model.fact import (
    CallbackAgreed,
    CallbackBroughtForward,
    CallbackGivenUp,
    CallbackPutOff,
    CallbackScheduled,
    CallPickedUp,
    ContactEnded,
    CustomerMissed,
    CustomerReached,
    MachineHeard,
    NumberMissing,
    OverlayBegan,
    OverlayEnded,
    OverlayEndMoved,
    PersonWanted,
    PlaceAwaited,
    PlaceInherited,
    PlacePassedOn,
    PlaceRestored,
)
from acd.model.ids import AgentId, ContactId, LegId, NodeId, OverlayId, QueueId
from acd.model.overlay import Refusal
from acd.telling.facts import GIVEN_UP, MISSES, PUT_OFF, sentence
from acd.telling.names import Names
from acd.telling.numbers import NEVER_CALLED
from acd.telling.waiting import FULL, HOURS, why_not_yet
from tests.core.floor_story import COMPANIES, FloorStory
from tests.core.small_company import MONDAY_TEN

CONTACT, LEG, NUMBER = ContactId("c1-1"), LegId("c1-1-d1"), "+436601111111"
NAMES = Names(agents={}, queues={})
MORNING = datetime(2026, 1, 6, 8, 0).astimezone()


def test_every_reason_has_words() -> None:
    assert set(MISSES) == set(Miss)
    assert set(GIVEN_UP) == set(GivenUp)
    assert set(PUT_OFF) == set(PutOff)
    assert set(NEVER_CALLED) == set(NeverCalled)
    assert set(FULL) == set(Full)
    assert set(HOURS) == set(PutOff) - {PutOff.IN_USE}


def test_the_time_that_was_chosen_is_told() -> None:
    between = Between(opens_min=14 * 60, closes_min=18 * 60 + 30)
    told = sentence(CallbackAgreed(contact=CONTACT, number=NUMBER, between=between), NAMES)
    assert told == f"Will be called back at {NUMBER} between 14:00 and 18:30, and keeps the place."


@pytest.mark.parametrize(
    ("number", "why", "told"),
    [
        (None, NeverCalled.WITHHELD, "The customer cannot be called back: the number is withheld (confirm)."),
        (
            "0316144",
            NeverCalled.EMERGENCY,
            "The customer cannot be called back at 0316144: it is that of an emergency service (confirm).",
        ),
    ],
)
def test_why_the_way_leads_elsewhere_than_to_a_callback(
    number: str | None, why: NeverCalled, told: str
) -> None:
    missing = NumberMissing(contact=CONTACT, node=NodeId("confirm"), number=number, why=why)
    assert sentence(missing, NAMES) == told


def test_what_was_scheduled_is_told_with_all_that_goes_with_it() -> None:
    at = MORNING.timestamp()
    scheduled = CallbackScheduled(
        contact=CONTACT,
        number=NUMBER,
        queue=QueueId("sales"),
        not_before=at,
        expires_at=at + 3600.0,
        author="boss",
    )
    assert sentence(scheduled, NAMES) == (
        f"{NUMBER} is to be called at 2026-01-06 08:00, until 2026-01-06 09:00, for sales; entered by boss."
    )
    more = msgspec.structs.replace(
        scheduled,
        wanted=AgentId("21"),
        name="Mr Late",
        note="wants to know more",
        follows=ContactId("c1-7"),
    )
    assert sentence(more, Names(agents={"21": "Anna"}, queues={"sales": "Sales"})) == (
        f"Mr Late ({NUMBER}) is to be called at 2026-01-06 08:00, until 2026-01-06 09:00, by Anna (21), "
        "for Sales; entered by boss. It was agreed in c1-7. Note: “wants to know more”."
    )
    again = PersonWanted(contact=CONTACT, agent=AgentId("21"), until=at + 10.0)
    assert sentence(again, NAMES) == "It is for 21 first, once more, until 08:00:10."


def test_who_rings_in_before_the_moment_is_told_of_on_both_sides() -> None:
    earlier, line = ContactId("c1-1"), ContactId("c1-3")
    assert sentence(CallbackBroughtForward(contact=line, earlier=earlier), NAMES) == (
        "Waits on this line now, and is not called at the moment that was agreed (c1-1)."
    )
    assert sentence(CallbackGivenUp(contact=earlier, because=GivenUp.TAKEN, by=line), NAMES) == (
        "The customer is not called any more: he or she has rung in, and waits there now (c1-3)."
    )


def test_who_asks_for_a_place_whose_line_is_up_is_told_of_on_both_sides() -> None:
    earlier, line, since = ContactId("c1-1"), ContactId("c1-3"), MORNING.timestamp()
    assert sentence(PlaceAwaited(contact=line, earlier=earlier), NAMES) == (
        "Wants the place of c1-1, whose line is up still: it is had when that line ends."
    )
    assert sentence(PlaceInherited(contact=line, earlier=earlier, waits_since=since), NAMES) == (
        "That line has ended. Goes on in the place of c1-1, waiting since 08:00:00."
    )
    assert sentence(PlacePassedOn(contact=earlier, to=line), NAMES) == (
        "The customer rang again, and went on in this place (c1-3)."
    )


@pytest.mark.parametrize(
    ("because", "told"),
    [
        (PutOff.IN_USE, "That number is in use by another call: it is looked at again later."),
        (
            PutOff.HOURS,
            "Where the customer lives it is no hour to be called: not before 2026-01-06 08:00.",
        ),
        (PutOff.AGREED, "Is called at the moment that was agreed: not before 2026-01-06 08:00."),
        (PutOff.WINDOW, "The customer has chosen another time of day: not before 2026-01-06 08:00."),
    ],
)
def test_why_not_now(because: PutOff, told: str) -> None:
    put_off = CallbackPutOff(contact=CONTACT, until=MORNING.timestamp(), because=because)
    assert sentence(put_off, NAMES) == told


def test_why_not_at_all() -> None:
    refused = CallbackGivenUp(contact=CONTACT, because=GivenUp.REFUSED)
    assert sentence(refused, NAMES) == (
        "The customer is not called any more: the number is on the do-not-call list."
    )
    late = CustomerMissed(contact=CONTACT, leg=LEG, miss=Miss.TOO_LATE, again_at=None)
    assert sentence(late, NAMES) == "The customer was not dialled: by then it was no hour for it."


def test_the_list() -> None:
    of, edit = OverlayId("v1-1"), Refusal(number=NUMBER)
    told = [
        sentence(fact, NAMES)
        for fact in (
            OverlayBegan(overlay=of, edit=edit, reason="a wish", until=None),
            OverlayEndMoved(overlay=of, edit=edit, until=None, by="boss"),
            OverlayEnded(overlay=of, edit=edit),
        )
    ]
    assert told == [
        f"{NUMBER} is on the do-not-call list: a wish.",
        f"How long {NUMBER} is on the do-not-call list was changed by boss.",
        f"{NUMBER} is not on the do-not-call list any more.",
    ]


def told_of(company: str, key: str, contact: str = "c1-1", *others: tuple[float, str]) -> str:
    """What is said of somebody who has asked for a callback at 11:00 in Vienna, at 11:03."""
    story = FloorStory(COMPANIES[company]())
    for at, words in (
        (0.0, "AsteriskSeen"),
        (0.0, "GoNotReady night break"),
        (0.0, "LogIn bob 202"),
        (1.0, f"CallArrived call-1 200 {NUMBER}"),
        (2.0, f"KeyPressed call-1 {key}"),
        (3.0, "LegVanished call-1 16"),
        *others,
    ):
        story.hear(at, words)
    found = story.floor.contact(ContactId(contact))
    assert found is not None
    reasons = not_yet(found, story.floor, MONDAY_TEN + 180.0)
    assert reasons is not None
    return "\n".join(why_not_yet(reasons, NAMES))


def test_who_rests_for_the_hours_says_so() -> None:
    told = told_of("calling_by_day", "1", "c1-1", (11.0, "TimePassed"), (120.0, "TimePassed"))
    assert f"is to be called back at {NUMBER}, not before 2026-01-05 " in told
    assert told.endswith(":10, for now it is no hour to be called where the customer lives.")


def test_who_rests_for_the_time_that_was_chosen_says_so() -> None:
    told = told_of("calling_by_day", "4")
    assert told.endswith(":15, which is the time of day that the customer has chosen.")


def test_who_waits_for_a_line_says_so() -> None:
    others = (
        (4.0, "CallArrived call-2 200 +436602222222"),
        (5.0, "KeyPressed call-2 1"),
        (6.0, "LegVanished call-2 16"),
        (7.0, "GoReady bob"),
    )
    told = told_of("calling_one_at_a_time", "1", "c1-2", *others)
    assert "It waits for a line: as many customers are being called as may be at once." in told


def test_who_is_called_first_says_when_and_how_far_it_is() -> None:
    steps = ((8.0, "GoReady bob"),)
    assert (
        f"The customer is to be called back at {NUMBER} as soon as an agent is free, or expected within 20 s."
    ) in told_of("customer_first", "1")
    assert told_of("customer_first", "1", "c1-1", *steps).endswith(
        f"The customer is being called at {NUMBER}, before an agent is rung."
    )
    answered = (
        *steps,
        (9.0, "LegSeen c1-1-d1"),
        (9.1, "LegRang c1-1-d1"),
        (10.0, "LegAnswered c1-1-d1"),
    )
    assert told_of("customer_first", "1", "c1-1", *answered).endswith(
        f"The call to {NUMBER} was answered; a key is awaited."
    )


def test_the_key_is_told() -> None:
    assert sentence(CallPickedUp(contact=CONTACT, leg=LEG), NAMES) == (
        "The call is answered: whoever it is, is asked to press a key."
    )
    assert sentence(CustomerReached(contact=CONTACT, leg=LEG, confirmed=True), NAMES) == (
        "The customer has pressed the key."
    )
    assert sentence(CustomerReached(contact=CONTACT, leg=LEG), NAMES) == "The customer has answered."


def test_what_an_agent_has_heard_is_told() -> None:
    names = Names(agents={AgentId("21"): "Anna"}, queues={})
    assert sentence(MachineHeard(contact=CONTACT, agent=AgentId("21")), names) == (
        "Anna (21) hears a machine, and presses the key for it."
    )
    missed = CustomerMissed(contact=CONTACT, leg=LEG, miss=Miss.VOICEMAIL, again_at=None)
    assert sentence(missed, NAMES) == "The customer was not there: a machine, as far as anybody can tell."
    back = PlaceRestored(
        contact=CONTACT, queue=QueueId("sales"), order_key=0.0, answered_at=9.0, listened=True
    )
    assert sentence(back, names) == (
        "Waits again in sales, in the old place: nobody has talked with the customer."
    )
    apart = msgspec.structs.replace(back, listened=False)
    assert sentence(apart, names) == "Waits again in sales, in the old place: the two did not get together."


def test_who_leaves_the_line_after_being_called_is_told_apart() -> None:
    assert sentence(ContactEnded(contact=CONTACT, ending=Ending.LEFT_AGAIN), NAMES) == (
        "The customer was called back, and left the line while waiting there: abandoned."
    )
