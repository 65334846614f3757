"""What those who wait are told by the clock: never of a farther place or a longer wait than before."""

import msgspec
import pytest

from acd.model.about import When
from acd.model.contact import Announcing
from acd.model.fact import Announced
from acd.model.ids import ContactId, PromptId
from acd.model.message import EnterOverlay, PlaybackEnded, PolicyApplied, TimePassed
from acd.model.overlay import Incident
from acd.model.policy import Policy
from acd.model.promise import NOBODY, Promise, Unsure
from acd.model.queue import Announcement
from acd.model.spoken import MOST_IN_LINE, Blank, blanks_in, filled, number_in
from tests.core.centre import Centre
from tests.core.small_company import MONDAY_TEN
from tests.core.test_expected_waits import HANDLE_S, A, B, practised, selling

PLACE, WAIT, SOON, UNSURE, PATIENCE = (
    PromptId(name) for name in ("place", "wait", "soon", "unsure", "patience")
)
NUMBERS = {number_in("en", number): f"sound:{number}" for number in range(241)}
SOUNDS = {
    PLACE: "sound:place,{position:en}",
    WAIT: "sound:between,{low:en},sound:and,{high:en}",
    SOON: "sound:less_than,{high:en}",
    UNSURE: "sound:unsure",
    PATIENCE: "sound:patience",
}
EVERY_S = 10.0
GOLD = "250"
"""A number whose callers an incident moves forward."""


def saying(*announcements: Announcement, agents: tuple[str, ...] = (A,)) -> Policy:
    policy = selling(*agents, announcements=announcements)
    gold = msgspec.structs.replace(policy.dids["200"], number=GOLD)
    return msgspec.structs.replace(
        policy, sounds=policy.sounds | SOUNDS | NUMBERS, dids=policy.dids | {GOLD: gold}
    )


def every(prompt: PromptId, **alternatives: PromptId) -> Announcement:
    return Announcement(prompt=prompt, after_s=EVERY_S, every_s=EVERY_S, **alternatives)


def pass_time(centre: Centre, seconds: float) -> None:
    """So long, with every deadline at its moment; whatever is said is over at once."""
    end_s = centre.now_s + seconds
    while (deadline := centre.engine.deadline()) is not None and deadline <= MONDAY_TEN + end_s:
        centre.now_s = max(centre.now_s, deadline - MONDAY_TEN)
        centre.hear(TimePassed())
        for contact in centre.engine.view.contacts():
            if isinstance(contact.waiting_room, Announcing):
                centre.hear(PlaybackEnded(playback=contact.waiting_room.playback))
    centre.now_s = end_s


def told(centre: Centre, contact: ContactId) -> list[Announced]:
    return [fact for _, fact in centre.facts if isinstance(fact, Announced) and fact.contact == contact]


def test_the_place_is_told_again_and_again_as_it_comes_down() -> None:
    centre = Centre(saying(every(PLACE)))
    first, second = centre.call(), centre.call()
    pass_time(centre, 2 * EVERY_S)
    centre.hang_up(first)
    pass_time(centre, EVERY_S)
    assert [fact.position for fact in told(centre, first)] == [1, 1]
    assert [fact.position for fact in told(centre, second)] == [2, 2, 1]


def test_who_is_overtaken_is_not_told_of_a_farther_place() -> None:
    centre = Centre(saying(every(PLACE)))
    storm = Incident(when=When(numbers=frozenset({GOLD})), head_start_s=60.0)
    centre.hear(EnterOverlay(edit=storm, author="boss", reason="storm"))
    first = centre.call()
    pass_time(centre, EVERY_S)
    ahead = centre.call(GOLD)
    pass_time(centre, 2 * EVERY_S)
    assert centre.engine.view.position(centre.contact(first)) == 2
    assert [fact.position for fact in told(centre, first)] == [1]
    centre.hang_up(ahead)
    pass_time(centre, EVERY_S)
    assert [fact.position for fact in told(centre, first)] == [1, 1]


def test_who_stands_far_behind_is_not_told_how_far() -> None:
    centre = Centre(saying(every(PLACE)))
    contacts = []
    for _ in range(MOST_IN_LINE + 1):
        contacts.append(centre.call())
        centre.now_s += 0.1
    pass_time(centre, EVERY_S)
    assert [len(told(centre, contact)) for contact in contacts] == [1] * MOST_IN_LINE + [0]
    centre.hang_up(contacts[0])
    pass_time(centre, EVERY_S)
    assert told(centre, contacts[-1])[-1].position == MOST_IN_LINE


def test_the_wait_is_told_as_a_range_that_never_rises() -> None:
    centre = practised(saying(every(WAIT), agents=(A, B)), A, B)
    callers = [centre.call() for _ in range(10)]
    last = callers[-1]
    for caller in callers[:6]:
        pass_time(centre, 4 * EVERY_S)
        centre.hang_up(caller)
    ranges = [promise_of(fact) for fact in told(centre, last)]
    assert len(ranges) > 20
    lows, highs = zip(*ranges, strict=True)
    assert list(lows) == sorted(lows, reverse=True)
    assert list(highs) == sorted(highs, reverse=True)
    assert highs[0] > highs[-1] > 0.0, "it came down"
    assert highs[-1] == promised(centre, last).high_s


def promised(centre: Centre, contact: ContactId) -> Promise:
    promise = centre.contact(contact).promised
    assert promise is not None
    return promise


def promise_of(fact: Announced) -> tuple[float, float]:
    promise = fact.promise
    assert promise is not None
    assert promise.low_s is not None
    assert promise.high_s is not None
    return promise.low_s, promise.high_s


def test_a_wait_that_may_be_over_at_any_moment_is_told_so() -> None:
    centre = practised(saying(every(WAIT, if_soon=SOON), agents=(A,)), A)
    centre.call()
    first, fourth = centre.call(), [centre.call() for _ in range(3)][-1]
    pass_time(centre, EVERY_S)
    assert [fact.prompt for fact in told(centre, first)] == [SOON]
    assert [fact.prompt for fact in told(centre, fourth)] == [WAIT]


@pytest.mark.parametrize(("if_unsure", "said"), [(UNSURE, [UNSURE]), (None, [])])
def test_where_nobody_can_tell_the_wait_it_is_said_so_or_nothing(
    if_unsure: PromptId | None, said: list[PromptId]
) -> None:
    announcement = Announcement(prompt=WAIT, after_s=EVERY_S, if_unsure=if_unsure)
    centre = Centre(saying(announcement))
    contact = centre.call()
    pass_time(centre, 3 * EVERY_S)
    assert [fact.prompt for fact in told(centre, contact)] == said
    assert [fact.promise and fact.promise.unsure for fact in told(centre, contact)] == [
        Unsure.NOBODY for _ in said
    ]


def test_a_promise_that_was_told_holds_in_the_next_queue_too() -> None:
    centre = practised(saying(every(WAIT), agents=(A,)), A)
    centre.call()
    contact = [centre.call() for _ in range(5)][-1]
    pass_time(centre, HANDLE_S)
    high_s = promise_of(told(centre, contact)[-1])[1]
    expected = centre.engine.view.expected(centre.contact(contact), centre.at)
    assert expected is not None
    assert expected.high_s is not None
    assert expected.high_s <= high_s


SHORT = Promise(low_s=0.0, high_s=60.0, expected_s=20.0)
LONG = Promise(low_s=180.0, high_s=300.0, expected_s=200.0)


@pytest.mark.parametrize(("first", "since"), [(SHORT, LONG), (LONG, SHORT), (SHORT, NOBODY), (SHORT, None)])
def test_the_shorter_of_what_was_promised_at_the_entry_and_told_before_is_told_now(
    first: Promise, since: Promise | None
) -> None:
    centre = practised(saying(every(WAIT)), A)
    contact = [centre.contact(centre.call()) for _ in range(8)][-1]
    place = msgspec.structs.replace(contact.place, promise=first)
    room = msgspec.structs.replace(contact.waiting_room, promise=since)
    told_before = msgspec.structs.replace(contact, place=place, waiting_room=room)
    expected = centre.engine.view.expected(told_before, centre.at)
    assert expected is not None
    assert (expected.low_s, expected.high_s) == (0.0, 60.0)


def test_a_new_version_keeps_the_clocks_of_what_is_still_said() -> None:
    once = Announcement(prompt=PATIENCE, after_s=5.0)
    centre = Centre(saying(every(PLACE), once))
    contact = centre.call()
    pass_time(centre, 7.0)
    later = saying(once, every(PLACE), Announcement(prompt=UNSURE, after_s=1.0))
    centre.hear(PolicyApplied(policy=msgspec.structs.replace(later, version=9)))
    pass_time(centre, 4.0)
    assert [fact.prompt for fact in told(centre, contact)] == [PATIENCE, UNSURE, PLACE]


def test_a_prompt_that_the_next_version_does_not_have_is_not_said() -> None:
    policy = saying(every(PATIENCE))
    centre = Centre(policy)
    contact = centre.call()
    sounds = {name: sound for name, sound in policy.sounds.items() if name != PATIENCE}
    centre.hear(PolicyApplied(policy=msgspec.structs.replace(policy, version=9, sounds=sounds)))
    pass_time(centre, 2 * EVERY_S)
    assert told(centre, contact) == []


def test_blanks_are_filled_with_sounds_or_nothing_is_said() -> None:
    media = "sound:a,{low:en},{high:de},sound:b"
    sounds = {number_in("en", 3): "sound:three", number_in("de", 5): "sound:fünf"}
    assert blanks_in(media) == {Blank.LOW, Blank.HIGH}
    assert filled(media, {Blank.LOW: 3, Blank.HIGH: 5}, sounds) == "sound:a,sound:three,sound:fünf,sound:b"
    assert filled(media, {Blank.LOW: 3, Blank.HIGH: 6}, sounds) is None
    assert filled(media, {Blank.LOW: 3}, sounds) is None
    assert filled("sound:a", {}, {}) == "sound:a"
