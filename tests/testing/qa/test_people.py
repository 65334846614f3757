"""Callers and agents of the QA kit on a real stack: what they do, what they expect, what they say if not."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from acd.testing.errors import ExpectationFailed, MistakeInTest
from acd.testing.qa import AgentPhones, Caller, Callers, StackUnderTest

pytestmark = pytest.mark.system
MENU, SHORT_MENU, SALES, SUPPORT, OFFICE = "7100", "7500", "7400", "7300", "7600"


@pytest.fixture(scope="module")
def acd_company() -> Path:
    return Path(__file__).parents[2] / "system" / "company.yaml"


def test_prompts_are_expected_one_after_another(caller: Caller) -> None:
    caller.dial(SHORT_MENU)
    caller.hears("pick")
    caller.hears("no_key")
    with pytest.raises(ExpectationFailed, match=r"should have heard “closed” within 2 s.\nHeard .*“pick”"):
        caller.hears("closed", within_s=2)
    caller.has_not_heard("closed")
    with pytest.raises(ExpectationFailed, match="caller has heard “no_key”, and should not have"):
        caller.has_not_heard("no_key")


def test_key_pressed_into_a_prompt_cuts_it(caller: Caller) -> None:
    caller.dial(MENU)
    caller.begins_to_hear("welcome")
    caller.press("1")
    caller.waits_in("sales")
    caller.hears_music()
    caller.has_not_heard("welcome", to_its_end=True)


def test_a_call_that_was_taken_back_before_anybody_looked_has_stopped_ringing(
    caller: Caller, agent_phone: AgentPhones
) -> None:
    ben = agent_phone("Ben", at="desk3")
    caller.dial(SALES)
    ben.rings()
    caller.hang_up()
    ben.is_free()
    ben.stops_ringing(within_s=1)
    with pytest.raises(ExpectationFailed, match="The phone of Ben should have rung"):
        ben.stops_ringing(within_s=1)


def test_two_talk_say_something_and_hold(caller: Caller, agent_phone: AgentPhones) -> None:
    ben = agent_phone("Ben", at="desk3")
    assert ben.desk == "desk3"
    caller.dial(SALES)
    ben.rings(caller=caller, queue="sales")
    ben.answer()
    caller.is_served()
    assert ben.contact == caller.contact
    caller.hears(ben)
    ben.hears(caller.say("I would like to order three rolls and a small cake."))
    caller.hears(ben.say(Path(__file__).parents[2] / "system" / "sounds" / "closed.wav"))
    ben.hold()
    caller.hears_music()
    ben.unhold()
    caller.hears(ben)
    ben.hears(caller.say(1000))
    with pytest.raises(
        ExpectationFailed, match=r"the voice of caller and nothing else.*\nHeard instead: tone 1000"
    ):
        ben.hears(caller, within_s=1)
    ben.hang_up()
    caller.call_ends()


def test_display_that_shows_something_else_is_told(callers: Callers, agent_phone: AgentPhones) -> None:
    ben = agent_phone("202")
    first, second = callers(2)
    first.dial(SALES)
    with pytest.raises(ExpectationFailed, match=f"should show '{second.number}', and shows '{first.number}'"):
        ben.rings(caller=second)
    second.dial(SALES, from_number="anonymous")
    second.waits_in("sales")
    with pytest.raises(ExpectationFailed, match="caller 2 should wait in support, and waits in sales"):
        second.waits_in("support")


def test_agent_who_is_not_rung_says_why_and_who_is(caller: Caller, agent_phone: AgentPhones) -> None:
    ben = agent_phone("Ben")
    anna = agent_phone("Anna")
    anna.take_a_break("Training")
    caller.dial(SALES)
    ben.rings()
    with pytest.raises(
        ExpectationFailed, match=r"Anna is not ready \(Training\) and idle, at desk2\.\nRung now: Ben"
    ):
        anna.rings(within_s=0.5)
    anna.has_not_rung()
    anna.stays_quiet(for_s=0.2)
    ben.reject()
    anna.get_ready()
    anna.rings()
    caller.hang_up()
    caller.dial(SALES)
    with pytest.raises(ExpectationFailed, match=r"The phone of Anna rings \(4315550001\), and should not"):
        anna.stays_quiet(for_s=3)


def test_agent_lets_it_ring_twice_and_is_not_ready_any_more(caller: Caller, agent_phone: AgentPhones) -> None:
    emil = agent_phone("Emil")
    emil.is_free()
    caller.dial(OFFICE)
    for _ in range(2):
        emil.rings()
        emil.let_it_ring()
    emil.is_not_ready()
    with pytest.raises(
        ExpectationFailed, match=r"Emil should be ready and idle .*\nEmil is not ready \(.+\) and idle"
    ):
        emil.is_free(within_s=0.2)


def test_desk_phone_logs_in_and_out_by_feature_codes(stack: StackUnderTest, agent_phone: AgentPhones) -> None:
    dora = agent_phone("Dora", ready=False)
    dora.dial("*13")
    dora.is_free()
    dora.log_out()
    dora.dial(f"*11{dora.number}")
    dora.press(stack.centre.pin(dora.number) + "#")
    dora.is_not_ready()
    dora.log_in()


def test_wrap_up_ends_when_the_agent_says_so(
    caller: Caller, agent_phone: AgentPhones, stack: StackUnderTest
) -> None:
    stack.change({"queues": {"sales": {"wrap_up_s": 60}}})
    ben = agent_phone("Ben")
    ben.answer_every_call()
    caller.dial(SALES)
    caller.is_served()
    caller.hang_up()
    ben.is_in_wrap_up()
    ben.end_wrap_up()
    ben.is_free()


def test_company_says_who_waits_and_why(callers: Callers, stack: StackUnderTest) -> None:
    first, second = callers(2)
    for one in (first, second):
        one.dial(SUPPORT)
        one.waits_in("support")
    assert stack.waiting_in("support") == 2
    why = stack.why_not_yet(second)
    assert (why.queue, why.ring, why.ahead, why.rung) == ("support", 1, 1, None)
    assert set(why.could_take.values()) == {"logged out"}
    assert sum(why.cannot.values()) == len(stack.company.agents)
    assert str(why).startswith("Now: it has waited ")
    assert f"{next(iter(why.could_take))} (" in str(why)
    with pytest.raises(ExpectationFailed, match=r"Not within 0\.1 s: three people to wait"):
        stack.wait_for(lambda: stack.waiting_in("support") == 3 or None, "three people to wait", within_s=0.1)


def test_absence_and_its_end(agent_phone: AgentPhones, stack: StackUnderTest) -> None:
    ben = agent_phone("Ben")
    illness = stack.enter_absence("Ben", "Ill")
    ben.is_absent()
    ben.is_not_ready()
    with pytest.raises(
        ExpectationFailed, match=r"Ben should be back within 0\.1 s\.\nBen is not ready \(Ill\)"
    ):
        ben.is_back(within_s=0.1)
    illness.move_end("+2h")
    illness.end()
    ben.is_back()
    with pytest.raises(MistakeInTest, match="no absence or incident"):
        illness.end()
    stack.enter_absence("202", "Holiday", begins="+1d", ends="+2d")
    ben.is_back()


def test_incident_is_told_to_whom_it_concerns(caller: Caller, stack: StackUnderTest) -> None:
    with pytest.raises(MistakeInTest, match="no queue sale; did you mean sales"):
        stack.open_incident("Storm", head_start_s=5, queue="sale")
    with pytest.raises(MistakeInTest, match="head start, a prompt or both"):
        stack.open_incident("Storm", queue="sales")
    stack.open_incident("Storm", prompt="closed", queue=("sales", "support"))
    caller.dial(SALES)
    caller.waits_in("sales")
    caller.hears("closed")


def test_the_next_test_knows_of_no_absence_and_no_incident(stack: StackUnderTest) -> None:
    with stack.control() as client:
        assert client.overlays().overlays == ()


def test_hours_are_moved_for_one_test(caller: Caller, stack: StackUnderTest) -> None:
    caller.dial("7200")
    caller.hears("closed")
    caller.call_ends()
    stack.open_now("never")
    caller.dial("7200")
    caller.hears("welcome")
    with pytest.raises(ExpectationFailed, match="The call of caller goes on"):
        caller.call_ends(within_s=0.1)
    stack.close_now("never")
    assert not stack.is_open("7200", datetime.now(UTC))
    with pytest.raises(ExpectationFailed, match=r"silence for 1 s within 0\.1 s"):
        caller.hears_silence(within_s=0.1)


def test_who_dials_a_number_that_nobody_has_is_told_those_there_are(caller: Caller) -> None:
    caller.dial("7201")
    with pytest.raises(ExpectationFailed, match=r"404 .*\.\nThe company has no number '7201'\. It has: "):
        caller.press("1")


def test_next_test_finds_the_company_as_it_is_written(stack: StackUnderTest) -> None:
    assert stack.company.queues["sales"].wrap_up_s == 2
    assert not stack.is_open("7200", "2026-11-02 12:00")
    assert stack.waiting_in("support") == 0


def test_mistake_in_a_test_is_told_with_what_there_is(
    caller: Caller, agent_phone: AgentPhones, stack: StackUnderTest
) -> None:
    with pytest.raises(MistakeInTest, match=r"caller is in no call yet. Let the caller dial first"):
        caller.hears("welcome")
    caller.dial(SALES)
    with pytest.raises(MistakeInTest, match=r"no prompt 'velcome'. It has: welcome, menu"):
        caller.hears("velcome")
    with pytest.raises(MistakeInTest, match=r"no queue 'shop'. It has: sales"):
        caller.waits_in("shop")
    with pytest.raises(MistakeInTest, match=r"no agent 'Ana'. It has: Anna \(201\), Ben \(202\)"):
        agent_phone("Ana")
    with pytest.raises(MistakeInTest, match=r"no phone 'desk9'. It has: desk1"):
        agent_phone("Anna", at="desk9")
    with pytest.raises(MistakeInTest, match=r"no sound file /.*/order\.wav"):
        caller.say(Path("order.wav"))
    stack.change({"agents": {"202": {"name": "Anna"}}})
    with pytest.raises(MistakeInTest, match=r"2 agents are called 'Anna'.*201, 202"):
        agent_phone("Anna")
