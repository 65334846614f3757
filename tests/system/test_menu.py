"""The menu as a caller hears it: real prompts, real keys."""

import pytest

from acd.testing.call import Call
from acd.testing.call_centre import CallCentre
from acd.testing.protocol import Moment
from tests.system.scene import (
    MENU,
    MOST,
    MUSIC_HZ,
    SHORT_MENU,
    SOUNDS,
    a_number,
    ending_of,
    hear_only_each_other,
)


def enter(centre: CallCentre, number: str) -> tuple[Call, str]:
    """A caller in a menu, and the contact."""
    from_number = a_number()
    call = centre.caller().call(number, caller_id=from_number)
    call.wait_answered()
    return call, centre.contact_of(from_number)


@pytest.mark.parametrize(
    ("key", "queue", "needs"),
    [
        ("1", "sales", [[{"skill": "selling", "level": 1}]]),
        ("2", "support", [[{"skill": "repair", "level": 5}]]),
    ],
)
def test_key_chooses_the_queue_and_what_is_needed(
    centre: CallCentre, key: str, queue: str, needs: list[list[dict[str, object]]]
) -> None:
    call, contact = enter(centre, SHORT_MENU)
    assert call.hears_file(centre.prompt_file("pick"), at_least=MOST)
    call.press(key)
    place = centre.wait_fact("PlaceTaken", contact=contact)
    assert (place.fields["queue"], place.fields["needs"]) == (queue, needs)
    assert call.hears_only(MUSIC_HZ)


def test_key_during_the_prompt_cuts_it(centre: CallCentre) -> None:
    call, _ = enter(centre, MENU)
    assert call.hears_file(SOUNDS / "menu.wav", at_least=0.2)
    call.press("1")
    assert call.hears_only(MUSIC_HZ, within_s=2)
    assert not call.hears_file(SOUNDS / "menu.wav", within_s=0, at_least=0.8)


def test_key_during_the_welcome_counts_for_the_menu(centre: CallCentre) -> None:
    anna = centre.agent("201", "desk1")
    call, _ = enter(centre, MENU)
    assert call.hears_file(SOUNDS / "welcome.wav", at_least=0.2)
    call.press("1")
    ringing = anna.wait_for_ring(within_s=2)
    assert not call.hears_file(SOUNDS / "welcome.wav", within_s=0, at_least=0.8)
    ringing.answer()
    assert hear_only_each_other(call, ringing)


def test_key_without_meaning_is_told_and_the_menu_is_repeated(centre: CallCentre) -> None:
    call, contact = enter(centre, SHORT_MENU)
    call.press("9")
    assert call.hears_file(centre.prompt_file("wrong_key"), at_least=MOST)
    told_at = Moment.now()  # before that the menu was heard for the first time
    again = centre.facts("PromptBegan", contact=contact, prompt="wrong_key")[-1]
    assert call.hears_file(centre.prompt_file("pick"), at_least=MOST, since=told_at)
    call.press("1")
    assert call.hears_only(MUSIC_HZ)
    heard = centre.facts("PromptBegan", contact=contact, after=again.seq)
    assert [fact.fields["prompt"] for fact in heard] == ["pick"]


def test_silence_is_told_and_the_menu_is_repeated(centre: CallCentre) -> None:
    call, contact = enter(centre, SHORT_MENU)
    assert call.hears_file(centre.prompt_file("no_key"), at_least=MOST)
    assert not call.hears_file(centre.prompt_file("wrong_key"), within_s=0, at_least=MOST)
    told = centre.wait_fact("PromptBegan", contact=contact, prompt="no_key")
    centre.wait_fact("PromptBegan", contact=contact, prompt="pick", after=told.seq)
    call.press("1")
    assert call.hears_only(MUSIC_HZ)


def test_after_three_tries_the_flow_goes_on_otherwise(centre: CallCentre) -> None:
    call, contact = enter(centre, SHORT_MENU)
    call.wait_ended(within_s=15)
    assert call.ended_by == "them"
    assert ending_of(centre, contact) == "flow_ended"
    said = [fact.fields["prompt"] for fact in centre.facts("PromptBegan", contact=contact)]
    assert said == ["pick", "no_key", "pick", "no_key", "pick"]


def test_flood_of_wrong_keys_uses_up_no_more_tries_than_the_caller_hears(centre: CallCentre) -> None:
    call, contact = enter(centre, SHORT_MENU)
    call.press("9" * 50, tone_ms=40, gap_ms=40)
    call.wait_ended(within_s=15)
    said = [fact.fields["prompt"] for fact in centre.facts("PromptBegan", contact=contact)]
    assert said.count("pick") == 3


def test_flood_of_right_keys_is_one_choice_and_disturbs_nobody_afterwards(centre: CallCentre) -> None:
    anna = centre.agent("201", "desk1")
    call, contact = enter(centre, MENU)
    call.press("12" * 25, tone_ms=40, gap_ms=40)
    ringing = anna.wait_for_ring()
    ringing.answer()
    call.press("#", tone_ms=40)  # queued behind the flood: heard when it is over
    anna.wait_for(lambda: ringing.keys_heard.endswith("#") or None, 8, "the end of the flood")
    assert hear_only_each_other(call, ringing)
    assert [fact.fields["key"] for fact in centre.facts("KeyTaken", contact=contact)] == ["1"]


def test_prompt_that_has_vanished_from_the_disk_is_passed_over(centre: CallCentre) -> None:
    welcome = centre.prompt_file("welcome")
    aside = welcome.with_suffix(".aside")
    anna = centre.agent("201", "desk1")
    welcome.rename(aside)
    try:
        call, contact = enter(centre, MENU)
        assert call.hears_file(SOUNDS / "menu.wav", within_s=6, at_least=MOST)
    finally:
        aside.rename(welcome)
    assert centre.facts("PromptFailed", contact=contact, node="welcome")
    call.press("1")
    assert hear_only_each_other(call, anna.wait_for_ring().answer())


def test_caller_who_leaves_in_the_menu_has_not_abandoned_a_queue(centre: CallCentre) -> None:
    call, contact = enter(centre, MENU)
    assert call.hears_file(SOUNDS / "welcome.wav", at_least=0.2)
    call.hang_up()
    assert ending_of(centre, contact) == "left_in_menu"
