"""How many customers may be called, at once and by the minute: who takes room, and when there is some."""

import msgspec
import pytest

from acd.core import explain
from acd.core.traffic import Full, Traffic
from acd.model.callback import (
    Agreed,
    Attempt,
    Callback,
    Closed,
    Dialled,
    Dialling,
    Due,
    Miss,
    Order,
    Reached,
    Resting,
)
from acd.model.contact import Contact, Ended, Ending, Queued, Served, Travelled
from acd.model.fact import CustomerMissed, OfferOpened
from acd.model.ids import ContactId, LegId, QueueId
from tests.core.floor_story import FloorStory
from tests.core.small_company import MONDAY_TEN
from tests.core.story_companies import STORY_COMPANIES, calling_back
from tests.core.told import facts_of

PLACE = Queued(queue=QueueId("sales"), needs=(), since=0.0, entered_at=0.0, order_key=0.0)
ORDER = Order(number="+436601111111", agreed_at=0.0, expires_at=9e9)
LEG = LegId("c1-1-d1")
DIALLED = msgspec.structs.replace(ORDER, dials=1, dialled_at=100.0)


def contact(state: Callback, name: str = "c1-1", **changes: object) -> Contact:
    made = Contact(
        id=ContactId(name),
        leg=LegId("call"),
        did="200",
        caller="+436601111111",
        language="en",
        arrived_at=0.0,
        policy_version=1,
        journey=Travelled(turn=0),
        place=PLACE,
        callback=state,
    )
    return msgspec.structs.replace(made, **changes)


def dialling(*, lines: int | None = None, per_minute: int | None = None) -> Dialling:
    return Dialling(
        trunk="out",
        caller_id="+431",
        country="AT",
        countries=frozenset({"AT"}),
        lines=lines,
        per_minute=per_minute,
    )


@pytest.mark.parametrize(
    ("state", "is_rung", "takes"),
    [
        (Due(order=ORDER), False, False),
        (Due(order=ORDER), True, True),
        (Dialled(order=ORDER, leg=LEG, since=0.0, until=1.0), False, True),
        (Reached(order=ORDER, leg=LEG), False, True),
        (Resting(order=ORDER, until=1.0), False, False),
        (Agreed(order=ORDER, leg=LEG), True, False),
        (Closed(order=ORDER), False, False),
    ],
    ids=lambda value: type(value).__name__,
)
def test_who_takes_a_line(state: Callback, is_rung: bool, takes: bool) -> None:
    traffic = Traffic()
    traffic.see(contact(state), is_rung=is_rung)
    assert (traffic.full(dialling(lines=1), 0.0) is not None) is takes
    traffic.see(contact(state, life=Ended(at=1.0, ending=Ending.SERVED)), is_rung=False)
    assert traffic.full(dialling(lines=1), 0.0) is None, "it is over"


def test_a_line_is_taken_while_the_agent_hears_what_it_is_about() -> None:
    traffic = Traffic()
    served = Served(**msgspec.structs.asdict(PLACE), answered_at=1.0)
    traffic.see(contact(Due(order=ORDER), place=served), is_rung=False)
    assert traffic.full(dialling(lines=1), 0.0) == (Full.LINES, None)
    assert traffic.full(dialling(lines=2), 0.0) is None


def test_a_minute_after_the_dial_there_is_room_again() -> None:
    traffic = Traffic()
    traffic.see(contact(Resting(order=DIALLED, until=1.0)), is_rung=False)
    assert traffic.full(dialling(per_minute=1), 159.0) == (Full.RATE, 160.0)
    assert traffic.full(dialling(per_minute=1), 160.0) is None
    assert traffic.full(dialling(per_minute=2), 159.0) is None


def test_who_is_about_to_be_dialled_counts_already() -> None:
    traffic = Traffic()
    traffic.see(contact(Due(order=ORDER)), is_rung=True)
    assert traffic.full(dialling(per_minute=1), 0.0) == (Full.RATE, None), "no clock tells when"
    traffic.see(contact(Resting(order=DIALLED, until=1.0), "c1-2"), is_rung=False)
    assert traffic.full(dialling(per_minute=2), 159.0) == (Full.RATE, 160.0)


def test_a_dial_counts_whatever_was_agreed_since() -> None:
    """Who was reached, lost the agent and asked once more has been dialled all the same."""
    traffic = Traffic()
    again = msgspec.structs.replace(DIALLED, dials=2, dialled_at=130.0)
    for order in (DIALLED, again):
        traffic.see(contact(Reached(order=order, leg=LEG)), is_rung=False)
    traffic.see(contact(Due(order=again)), is_rung=False)
    assert traffic.full(dialling(per_minute=2), 140.0) == (Full.RATE, 160.0)
    assert traffic.full(dialling(per_minute=2), 160.0) is None


def test_without_a_limit_there_is_always_room() -> None:
    traffic = Traffic()
    traffic.see(contact(Reached(order=DIALLED, leg=LEG)), is_rung=False)
    assert traffic.full(dialling(), 100.0) is None
    assert traffic.full(None, 100.0) is None


def missed(miss: Miss, at: float) -> Contact:
    order = msgspec.structs.replace(DIALLED, attempts=(Attempt(at=at, miss=miss),))
    return contact(Resting(order=order, until=at + 60.0))


def test_where_asterisk_would_not_make_a_call_one_shows_a_minute_later_whether_it_does() -> None:
    traffic = Traffic()
    traffic.see(missed(Miss.NO_TRUNK, 100.0), is_rung=False)
    assert traffic.full(dialling(), 159.9) == (Full.TRUNK, 160.0)
    assert traffic.full(dialling(), 160.0) is None
    traffic.see(contact(Due(order=ORDER), "c1-2"), is_rung=True)
    assert traffic.full(dialling(), 160.0) == (Full.TRUNK, None)
    then = msgspec.structs.replace(ORDER, dials=1, dialled_at=165.0)
    ringing = Dialled(order=then, leg=LEG, since=165.0, until=180.0)
    traffic.see(contact(ringing, "c1-2"), is_rung=False)
    assert traffic.full(dialling(), 166.0) == (Full.TRUNK, None)
    traffic.see(contact(msgspec.structs.replace(ringing, rings=True), "c1-2"), is_rung=False)
    assert traffic.full(dialling(), 167.0) is None


def test_the_company_says_when_the_trunk_is_tried_again() -> None:
    traffic = Traffic()
    traffic.see(missed(Miss.NO_TRUNK, 100.0), is_rung=False)
    soon = msgspec.structs.replace(dialling(), trunk_away_s=5.0)
    assert traffic.full(soon, 104.9) == (Full.TRUNK, 105.0)
    assert traffic.full(soon, 105.0) is None


@pytest.mark.parametrize(
    ("miss", "shows_it"), [(Miss.BUSY, True), (Miss.INVALID, True), (Miss.UNKNOWN, False)]
)
def test_what_only_a_network_can_say_shows_that_there_is_a_trunk(miss: Miss, shows_it: bool) -> None:
    traffic = Traffic()
    traffic.see(missed(Miss.NO_TRUNK, 100.0), is_rung=False)
    traffic.see(missed(miss, 120.0), is_rung=False)
    assert (traffic.full(dialling(), 130.0) is None) is shows_it


def test_a_call_of_before_shows_nothing_of_the_trunk() -> None:
    traffic = Traffic()
    traffic.see(missed(Miss.NO_TRUNK, 110.0), is_rung=False)
    traffic.see(contact(Reached(order=DIALLED, leg=LEG), "c1-2"), is_rung=False)
    assert traffic.full(dialling(), 120.0) == (Full.TRUNK, 170.0)
    assert traffic.full(dialling(), 170.0) is None, "who talks tries nothing"


def started(company: str) -> FloorStory:
    """Two have asked to be called back; one agent is at work, and one has been rung for the first of them."""
    story = FloorStory(STORY_COMPANIES[company]())
    for at, words in (
        (0.0, "AsteriskSeen"),
        (0.0, "GoNotReady night break"),
        (0.0, "LogIn bob 202"),
        (0.0, "LogIn eva 201"),
        (1.0, "CallArrived call-1 200 +436601111111"),
        (1.0, "CallArrived call-2 200 +436602222222"),
        (2.0, "KeyPressed call-1 1"),
        (2.0, "KeyPressed call-2 1"),
        (2.0, "LegVanished call-1 16"),
        (2.0, "LegVanished call-2 16"),
        (3.0, "GoReady bob"),
        (3.0, "GoReady eva"),
    ):
        story.hear(at, words)
    return story


def test_who_stands_aside_says_so() -> None:
    story = started("calling_one_at_a_time")
    assert [fact.contact for fact in facts_of(story, OfferOpened)] == ["c1-1"]
    second = story.floor.contact(ContactId("c1-2"))
    assert second is not None
    told = explain.not_yet(second, story.floor, story.engine.deadline() or 0.0)
    assert told is not None
    assert told.full is Full.LINES
    first = story.floor.contact(ContactId("c1-1"))
    assert first is not None
    about_first = explain.not_yet(first, story.floor, story.engine.deadline() or 0.0)
    assert about_first is not None
    assert about_first.full is None, "its phone rings"


def test_the_service_wakes_when_the_minute_is_over() -> None:
    story = started("calling_two_a_minute")
    assert [fact.contact for fact in facts_of(story, OfferOpened)] == ["c1-1", "c1-2"], (
        "there is room for two"
    )
    for at, words in (
        (3.1, "LegSeen o1-3-leg"),
        (3.2, "LegRang o1-3-leg"),
        (3.3, "LegAnswered o1-3-leg"),
        (3.4, "PlaybackEnded o1-3-b"),
        (3.5, "LegSeen c1-1-d1"),
        (3.6, "LegVanished c1-1-d1 19"),
        (3.7, "LegVanished o1-3-leg 16"),
        (4.1, "LegSeen o1-4-leg"),
        (4.2, "LegRang o1-4-leg"),
        (4.3, "LegAnswered o1-4-leg"),
        (4.4, "PlaybackEnded o1-4-b"),
        (4.5, "LegSeen c1-2-d1"),
        (4.6, "LegVanished c1-2-d1 19"),
        (4.7, "LegVanished o1-4-leg 16"),
        (5.0, "CallArrived call-3 200 +436603333333"),
        (5.1, "KeyPressed call-3 1"),
        (5.2, "LegVanished call-3 16"),
    ):
        story.hear(at, words)
    for _ in range(10):
        deadline = story.engine.deadline()
        assert deadline is not None
        if deadline - MONDAY_TEN > 60.0:
            break
        story.hear(deadline - MONDAY_TEN, "TimePassed")
    assert story.floor.full is Full.RATE
    assert story.engine.deadline() == MONDAY_TEN + 3.4 + 60.0, "a minute after the first dial"
    story.hear(63.4, "TimePassed")
    assert facts_of(story, OfferOpened)[-1].contact == "c1-5"


@pytest.mark.parametrize("restarts", [False, True])
def test_who_was_dialled_counts_for_a_minute_also_if_over_and_after_a_restart(restarts: bool) -> None:
    story = started("calling_two_a_minute")
    for offer, customer, at in (("o1-3", "c1-1", 4.0), ("o1-4", "c1-2", 5.0)):
        for words in (
            f"LegSeen {offer}-leg",
            f"LegRang {offer}-leg",
            f"LegAnswered {offer}-leg",
            f"PlaybackEnded {offer}-b",
            f"LegSeen {customer}-d1",
            f"LegAnswered {customer}-d1",
            f"LegJoined {customer}-d1 {offer}-bridge",
            f"LegJoined {offer}-leg {offer}-bridge",
            f"LegVanished {customer}-d1 16",
            f"LegVanished {offer}-leg 16",
        ):
            story.hear(at, words)
    for at, words in (
        (6.0, "CallArrived call-3 200 +436603333333"),
        (6.1, "KeyPressed call-3 1"),
        (6.2, "LegVanished call-3 16"),
        *([(7.0, "Restart"), (7.0, "AsteriskSeen")] if restarts else []),
        (30.0, "TimePassed"),
    ):
        story.hear(at, words)
    assert [contact.id for contact in story.floor.contacts()] == ["c1-5"], "the others are over"
    assert story.floor.full is Full.RATE
    story.hear(63.9, "TimePassed")
    assert "c1-5" not in {fact.contact for fact in facts_of(story, OfferOpened)}
    story.hear(64.0, "TimePassed")
    assert facts_of(story, OfferOpened)[-1].contact == "c1-5"


def test_who_asks_once_more_was_dialled_all_the_same() -> None:
    story = started("calling_two_a_minute")
    for at, words in (
        (3.1, "LegSeen o1-3-leg"),
        (3.2, "LegRang o1-3-leg"),
        (3.3, "LegAnswered o1-3-leg"),
        (3.4, "PlaybackEnded o1-3-b"),
        (3.5, "LegSeen c1-1-d1"),
        (3.6, "LegAnswered c1-1-d1"),
        (3.7, "LegVanished o1-3-leg 16"),
        (3.8, "KeyPressed c1-1-d1 1"),
    ):
        story.hear(at, words)
    found = story.floor.contact(ContactId("c1-1"))
    assert found is not None
    assert isinstance(found.callback, Agreed)
    assert found.callback.order.dialled_at == MONDAY_TEN + 3.4, "also for a service that is restarted"


def test_who_could_not_be_dialled_for_want_of_a_trunk_is_tried_again_when_the_company_says() -> None:
    company = calling_back()
    assert company.dialling is not None
    soon = msgspec.structs.replace(company.dialling, trunk_away_s=5.0)
    story = FloorStory(msgspec.structs.replace(company, dialling=soon))
    for at, words in (
        (0.0, "AsteriskSeen"),
        (0.0, "GoNotReady night break"),
        (1.0, "CallArrived call-1 200 +436601111111"),
        (1.1, "KeyPressed call-1 1"),
        (1.2, "LegVanished call-1 16"),
        (2.0, "LogIn bob 202"),
        (2.0, "GoReady bob"),
        (2.1, "LegSeen o1-2-leg"),
        (2.2, "LegAnswered o1-2-leg"),
        (2.3, "PlaybackEnded o1-2-b"),
        (3.0, "LegRefused c1-1-d1 unreachable"),
        (3.1, "LegVanished o1-2-leg 16"),
    ):
        story.hear(at, words)
    assert [fact.again_at for fact in facts_of(story, CustomerMissed)] == [MONDAY_TEN + 8.0]
    assert story.engine.deadline() == MONDAY_TEN + 8.0
    story.hear(8.0, "TimePassed")
    assert [fact.contact for fact in facts_of(story, OfferOpened)] == ["c1-1", "c1-1"]
