"""Who is offered which caller: skills, levels, the best agent, the first caller, and the reasons why."""

import time

from acd.testing.call_centre import CallCentre
from acd.testing.phone import Phone
from tests.system.scene import (
    MUSIC_HZ,
    OFFICE,
    SALES,
    SHORT_MENU,
    SUPPORT,
    Waiting,
    obstacles,
    talk,
    wait_in_line,
)

EXPERT = "2"
"""Key of the menu that asks for repair at level 5. Anna has 3, Dora 5, Cleo 9."""


def still_waits(waiting: Waiting) -> bool:
    """With music, and without anybody."""
    return bool(waiting.call.hears_only(MUSIC_HZ, for_s=0.5))


def test_agent_below_the_level_is_never_offered_the_call(centre: CallCentre) -> None:
    anna = centre.agent("201", "desk1")
    waiting = wait_in_line(centre, centre.caller(), SHORT_MENU, keys=EXPERT)
    assert still_waits(waiting)
    anna.expect_no_ring(0)
    dora = centre.agent("204", "desk2")
    dora.wait_for_ring().answer()
    assert waiting.call.hears_only(dora.tone_hz)
    anna.expect_no_ring(0)


def test_higher_proficiency_comes_first_however_long_others_have_been_idle(centre: CallCentre) -> None:
    dora = centre.agent("204", "desk1")
    cleo = centre.agent("203", "desk2")
    caller = centre.caller()
    for _ in range(2):  # the second time both are free again, in the order of before
        call = caller.call(SHORT_MENU)
        call.wait_answered()
        call.press(EXPERT)
        ringing = cleo.wait_for_ring()
        dora.expect_no_ring(0)
        call.hang_up()
        ringing.wait_ended()
        centre.wait_agent("203", activity="idle", phone_state="not_in_use")


def test_of_equals_the_longest_idle_comes_first(centre: CallCentre) -> None:
    emil = centre.agent("205", "desk2")
    ben = centre.agent("202", "desk1")
    caller = centre.caller()
    first = talk(centre, caller, emil, SALES)
    second = talk(centre, caller, ben, SALES)
    for done, agent in ((first, "205"), (second, "202")):
        done.agent.hang_up()
        done.caller.wait_ended()
        centre.wait_agent(agent, activity="wrap_up", phone_state="not_in_use")
        centre.order(agent, "endwrap")
    caller.call(SALES)
    emil.wait_for_ring()
    ben.expect_no_ring(0)


def test_of_equals_idle_for_equally_long_the_lower_number_comes_first(centre: CallCentre) -> None:
    """Both end their wrap-up in the same moment: it runs out for both while the service is stalled."""
    emil = centre.agent("205", "desk2")
    ben = centre.agent("202", "desk1")
    caller = centre.caller()
    talks = [talk(centre, caller, emil, SALES), talk(centre, caller, ben, SALES)]
    seq = centre.last_seq()
    for done in talks:
        done.agent.hang_up()
    wraps = [centre.wait_fact("WrapUpBegan", agent=agent, after=seq) for agent in ("205", "202")]
    centre.stack.service.freeze()
    both_over_at = max(wrap.fields["until"] for wrap in wraps)
    centre.until(lambda: time.time() > both_over_at or None, 5, "both wrap-ups to be over")
    centre.stack.service.thaw()
    ends = [centre.wait_fact("WrapUpEnded", agent=agent, after=seq) for agent in ("205", "202")]
    assert ends[0].at == ends[1].at
    for agent in ("205", "202"):
        centre.wait_agent(agent, phone_state="not_in_use")
    caller.call(SALES)
    ben.wait_for_ring()
    emil.expect_no_ring(0)


def test_callers_keep_their_places_and_are_served_in_order(centre: CallCentre) -> None:
    caller = centre.caller()
    line = [wait_in_line(centre, caller, OFFICE) for _ in range(3)]
    anna = centre.agent("201", "desk1")
    for n, waiting in enumerate(line):
        ringing = anna.wait_for_ring()
        assert all(later.call.hears_tone(MUSIC_HZ, within_s=1) for later in line[n:])
        ringing.answer()
        centre.wait_fact("TalkJoined", contact=waiting.contact, agent="201")
        assert waiting.call.hears_tone(anna.tone_hz)
        ringing.hang_up()
        waiting.call.wait_ended()


def test_free_agent_takes_the_first_caller_he_or_she_may_serve(centre: CallCentre) -> None:
    caller = centre.caller()
    expert_call = wait_in_line(centre, caller, SHORT_MENU, keys=EXPERT)
    simple_call = wait_in_line(centre, caller, SUPPORT)
    anna = centre.agent("201", "desk1")
    anna.wait_for_ring().answer()
    assert simple_call.call.hears_tone(anna.tone_hz)
    assert still_waits(expert_call)
    cleo = centre.agent("203", "desk2")
    cleo.wait_for_ring().answer()
    assert expert_call.call.hears_tone(cleo.tone_hz)


def test_agent_of_two_queues_serves_whoever_came_first(centre: CallCentre) -> None:
    caller = centre.caller()
    line = [wait_in_line(centre, caller, number) for number in (OFFICE, SALES)]
    anna = centre.agent("201", "desk1")
    for waiting, name in zip(line, ("Büro Größe & Maß", "Sales line"), strict=True):
        ringing = anna.wait_for_ring()
        assert ringing.display_name == name
        ringing.answer()
        assert waiting.call.hears_tone(anna.tone_hz)
        ringing.hang_up()
        waiting.call.wait_ended()


def test_every_offer_can_answer_why_this_agent(centre: CallCentre) -> None:
    centre.agent("204", "desk1")
    cleo = centre.agent("203", "desk2")
    anna = centre.agent("201", "desk3")
    waiting = served_by(centre, cleo)
    (offer,) = [
        fact
        for entry in centre.explain(waiting)["entries"]
        for fact in entry["facts"]
        if fact["type"] == "OfferOpened"
    ]
    why = offer["why"]
    assert [(one["agent"], one["proficiency"]) for one in why["candidates"]] == [("203", 9), ("204", 5)]
    assert why["needs"] == [[{"skill": "repair", "level": 5}]]
    assert why["excluded"] == {"lacks a skill or its level": 1, "serves other queues": 2}
    assert why["ahead"] == 0
    anna.expect_no_ring(0)


def served_by(centre: CallCentre, desk: Phone) -> str:
    """A caller for an expert, served at this desk; the contact."""
    call = centre.caller().call(SHORT_MENU, caller_id="43155599")
    call.wait_answered()
    call.press(EXPERT)
    desk.wait_for_ring().answer()
    return centre.contact_of("43155599")


def test_every_waiting_caller_can_answer_why_not_yet(centre: CallCentre) -> None:
    centre.agent("201", "desk1")
    centre.agent("204", "desk2", ready=False)
    caller = centre.caller()
    first = wait_in_line(centre, caller, SHORT_MENU, keys=EXPERT)
    second = wait_in_line(centre, caller, SHORT_MENU, keys=EXPERT)
    reasons = [centre.explain(waiting.contact)["not_yet"] for waiting in (first, second)]
    assert [reason["ahead"] for reason in reasons] == [0, 1]
    assert obstacles(centre, first.contact) == {"204": "not ready: logged in", "203": "logged out"}
    assert reasons[0]["excluded"]["lacks a skill or its level"] == 1  # Anna: 3 of 5
    assert reasons[0]["connected"] is True
