"""What those who wait hear: music, what is said by the clock, and the menu they may ask for; nothing of it
keeps them from an agent.
"""

from itertools import cycle, groupby
from pathlib import Path

import pytest

from acd.testing.call import Call
from acd.testing.call_centre import CallCentre
from acd.testing.protocol import Moment
from acd.testing.tones import describe
from tests.system.boxes import listen_to_box, wait_spoken_to
from tests.system.decisions import queue_up, says, waits_with_music
from tests.system.scene import MOST, MUSIC_HZ, ending_of

COMPANY = Path(__file__).parent / "waiting.yaml"
TOLD, TOLD_IN_GERMAN, ASKED, TALKING, ROUNDS = "7100", "7150", "7200", "7300", "7400"
SOON, SOON_IN_GERMAN = "7500", "7550"
LEARNT = "7600"
CRAFT = {"205": "desk1", "206": "desk2", "207": "desk3"}
"""Who serves that queue, and where."""
TEN = 10
"""Of fewer calls than this nothing is learnt."""
ANNA, BEN, CARLA, DORA = "201", "202", "203", "204"
ROUNDS_HZ = (300, 360, 500)
"""The files of `sounds/rounds`, by their names."""
BOX = "100"


def test_who_waits_is_told_the_place_and_the_wait_and_hears_music_in_between(centre: CallCentre) -> None:
    waiting = queue_up(centre, centre.caller(), TOLD)
    assert waits_with_music(waiting)
    assert waiting.call.hears_file(centre.prompt_file("place/0"), at_least=MOST)
    assert waiting.call.hears_file(centre.prompt_file("#1:en"), at_least=MOST)
    assert waiting.call.hears_tone(MUSIC_HZ, within_s=5, for_s=0.5)
    assert waiting.call.hears_file(centre.prompt_file("unsure"), at_least=MOST)
    assert waiting.call.hears_file(centre.prompt_file("patience"), at_least=MOST)
    assert waiting.call.hears_tone(MUSIC_HZ, within_s=8, for_s=0.5)
    prompts = [fact.fields["prompt"] for fact in centre.facts("Announced", contact=waiting.contact)]
    assert prompts[:3] == ["place", "unsure", "patience"]
    assert says(centre, waiting.contact, "Is told (place): place 1 in the line.", "Is told (unsure)")


def test_each_queue_has_its_own_music_and_a_playlist_is_played_file_by_file(centre: CallCentre) -> None:
    one = queue_up(centre, centre.caller(), ASKED)
    other = queue_up(centre, centre.caller(), ROUNDS)
    assert waits_with_music(one)
    centre.until(lambda: len(tones_in(other.call)) > len(ROUNDS_HZ) or None, 8, "all files, and one again")
    assert tones_in(other.call)[:4] == [*ROUNDS_HZ, ROUNDS_HZ[0]]
    assert waits_with_music(one)
    assert set(tones_in(one.call)) == {MUSIC_HZ}


def tones_in(call: Call) -> list[int]:
    """The tones that were heard, in order, what is between them left out."""
    heard = call.heard
    words = [what for _, _, what in describe(heard.samples, heard.rate_hz) if what.startswith("tone ")]
    return [int(what.split()[1]) for what, _ in groupby(words)]


@pytest.mark.parametrize(
    ("number", "language", "wait"), [(SOON, "en", "wait"), (SOON_IN_GERMAN, "de", "wait:de")]
)
def test_the_expected_wait_is_told_as_a_range_in_the_language_of_the_caller(
    centre: CallCentre, number: str, language: str, wait: str
) -> None:
    """Ben is in a break; Dora has nothing to do, and helps when the next ring opens."""
    centre.agent(BEN, "desk1", ready=False)
    dora = centre.agent(DORA, "desk2")
    waiting = queue_up(centre, centre.caller(), number)
    for sound in (f"{wait}/0", f"#2:{language}", f"#5:{language}", f"{wait}/4"):
        assert waiting.call.hears_file(centre.prompt_file(sound), at_least=MOST), sound
    assert waiting.call.hears_tone(MUSIC_HZ, within_s=5, for_s=0.5)
    assert says(centre, waiting.contact, "Is told (wait): expected wait: 2 to 5 minutes.")
    dora.expect_no_ring(0)


@pytest.mark.timeout(240)
def test_the_expected_wait_is_told_as_a_range_that_was_learnt_from_ten_calls(centre: CallCentre) -> None:
    """Nobody is free, and no ring is to open: how long it takes is known by what calls took before."""
    desks = {agent: centre.agent(agent, desk, ready=False) for agent, desk in CRAFT.items()}
    for agent, desk in desks.items():
        desk.auto_answer()
        centre.order(agent, "ready")
    callers = cycle([centre.caller(name=f"caller {n}") for n in range(3)])
    calls = [queue_up(centre, next(callers), LEARNT) for _ in range(TEN)]
    last = calls[-1]
    assert last.call.hears_file(centre.prompt_file("unsure"), at_least=MOST)
    assert says(centre, last.contact, "we cannot say, for too few calls of this queue have been seen")
    for waiting in calls:
        joined = centre.wait_fact("TalkJoined", 30, contact=waiting.contact)
        desks[joined.fields["agent"]].calls[-1].hang_up()
    for agent in desks:
        centre.wait_agent(agent, 20, activity="idle")

    emil, *others = desks
    for agent in others:
        centre.order(agent, "notready", reason="1")
    served = queue_up(centre, next(callers), LEARNT)
    centre.wait_fact("TalkJoined", contact=served.contact, agent=emil)
    ahead = [queue_up(centre, next(callers), LEARNT) for _ in range(TEN - 1)]
    told = queue_up(centre, centre.caller(name="told"), LEARNT)
    assert told.call.hears_file(centre.prompt_file("wait/0"), at_least=MOST)
    announced = centre.wait_fact("Announced", contact=told.contact, prompt="wait").fields["promise"]
    low, high = (round(announced[end] / 60) for end in ("low_s", "high_s"))
    assert 1 <= low < high, "ten times ten seconds, and some more"
    for sound in (f"#{low}:en", f"#{high}:en", "wait/4"):
        assert told.call.hears_file(centre.prompt_file(sound), at_least=MOST), sound
    assert (announced["basis"]["agents"], announced["basis"]["ahead"]) == (1, len(ahead))
    assert says(centre, told.contact, f"Is told (wait): expected wait: {low} to {high} minutes.")


def test_the_place_is_told_in_the_language_of_the_caller(centre: CallCentre) -> None:
    first = queue_up(centre, centre.caller(), TOLD)
    second = queue_up(centre, centre.caller(), TOLD_IN_GERMAN)
    assert second.call.hears_file(centre.prompt_file("place:de/0"), at_least=MOST)
    assert second.call.hears_file(centre.prompt_file("#2:de"), at_least=MOST)
    assert not second.call.hears_file(centre.prompt_file("place/0"), within_s=0, at_least=0.3)
    first.call.hang_up()
    centre.wait_fact("ContactEnded", contact=first.contact)
    assert second.call.hears_file(centre.prompt_file("#1:de"), within_s=15, at_least=MOST)


def test_an_answer_cuts_short_what_is_being_said(centre: CallCentre) -> None:
    waiting = queue_up(centre, centre.caller(), TALKING)
    centre.wait_fact("Announced", contact=waiting.contact)
    anna = centre.agent(ANNA, "desk1")
    ringing = anna.wait_for_ring()
    ringing.answer()
    answered = Moment.now()
    assert waiting.call.hears_only(anna.tone_hz, since=answered)
    assert ringing.hears_only(waiting.call.phone.tone_hz)


def test_whoever_asks_for_something_meanwhile_keeps_the_place(centre: CallCentre) -> None:
    first, second = (queue_up(centre, centre.caller(), ASKED) for _ in range(2))
    assert waits_with_music(first)
    first.call.press("2")
    assert first.call.hears_file(centre.prompt_file("hours"), at_least=MOST)
    assert first.call.hears_tone(MUSIC_HZ, within_s=10, for_s=0.5)
    first.call.press("8")
    assert first.call.hears_file(centre.prompt_file("choices"), at_least=MOST)
    anna = centre.agent(ANNA, "desk1")
    anna.wait_for_ring().answer()
    assert first.call.hears_only(anna.tone_hz), "an answer ends the menu, too"
    anna.calls[-1].hang_up()
    assert ending_of(centre, first.contact) == "served"
    anna.wait_for_ring().answer()
    assert second.call.hears_only(anna.tone_hz)
    assert says(centre, first.contact, "looks into the menu", "chose 2", "waits on", "looks into the menu")


def test_whoever_turns_to_another_queue_takes_the_time_along(centre: CallCentre) -> None:
    waiting = queue_up(centre, centre.caller(), ASKED)
    assert waits_with_music(waiting)
    came_at = centre.wait_fact("PlaceTaken", contact=waiting.contact, queue="asked").fields["order_key"]
    waiting.call.press("1")
    taken = centre.wait_fact("PlaceTaken", contact=waiting.contact, queue="workshop")
    assert taken.fields["order_key"] == came_at
    assert waits_with_music(waiting)
    ben = centre.agent(BEN, "desk2")
    ben.wait_for_ring().answer()
    assert waiting.call.hears_only(ben.tone_hz)


def test_an_agent_whose_phone_rings_for_who_turns_to_another_queue_is_free_again(centre: CallCentre) -> None:
    anna = centre.agent(ANNA, "desk1")
    waiting = queue_up(centre, centre.caller(), ASKED)
    ringing = anna.wait_for_ring()
    waiting.call.press("1")
    ringing.wait_ended()
    withdrawn = centre.wait_fact("OfferWithdrawn", contact=waiting.contact)
    assert withdrawn.fields["reason"] == "chosen_anew"
    centre.wait_agent(ANNA, activity="idle", presence="ready")
    assert waits_with_music(waiting)


def test_whoever_wants_to_know_the_place_in_the_line_is_told(centre: CallCentre) -> None:
    first, second = (queue_up(centre, centre.caller(), ASKED) for _ in range(2))
    assert waits_with_music(second)
    second.call.press("3")
    assert second.call.hears_file(centre.prompt_file("#2:en"), at_least=MOST)
    assert second.call.hears_tone(MUSIC_HZ, within_s=5, for_s=0.5)
    first.call.hang_up()
    centre.wait_fact("ContactEnded", contact=first.contact)
    second.call.press("3")
    assert second.call.hears_file(centre.prompt_file("#1:en"), at_least=MOST)
    assert says(centre, second.contact, "Is told (place): place 2", "Is told (place): place 1")


def test_whoever_chooses_another_language_is_spoken_to_in_it_and_served_by_who_speaks_it(
    centre: CallCentre,
) -> None:
    waiting = queue_up(centre, centre.caller(), ASKED)
    assert waits_with_music(waiting)
    waiting.call.press("4")
    assert waiting.call.hears_file(centre.prompt_file("hours:de"), at_least=MOST)
    anna, carla = centre.agent(ANNA, "desk1"), centre.agent(CARLA, "desk2")
    carla.wait_for_ring().answer()
    assert waiting.call.hears_only(carla.tone_hz)
    anna.expect_no_ring(0)
    assert says(
        centre,
        waiting.contact,
        "in another language (de)",
        "an agent needs german 3 and office 1 or more now",
    )


def test_whoever_would_rather_leave_a_message_does_so_at_once(centre: CallCentre) -> None:
    anna = centre.agent(ANNA, "desk2", ready=False)
    caller = centre.caller()
    waiting = queue_up(centre, caller, ASKED)
    assert waits_with_music(waiting)
    waiting.call.press("5")
    centre.wait_fact("CallPassedOn", contact=waiting.contact, box=BOX)
    assert ending_of(centre, waiting.contact) == "voicemail"
    waiting.call.press("#")  # past the greeting
    wait_spoken_to(waiting.call, 4.0)
    waiting.call.hang_up()
    listen_to_box(centre, anna, BOX, caller.tone_hz)
