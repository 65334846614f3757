"""What Lakeland Energy promises its callers, as calls over real SIP. Start it with `make qa`.

`caller` is somebody outside with a telephone, `agent_phone("Anna")` is Anna at a desk, `stack` the company.
What is ordered is imperative (`caller.dial`), what is expected says so (`caller.hears`): see docs/qa.md.
"""

from acd.testing.qa import AgentPhones, Caller, Callers, StackUnderTest


def test_who_presses_1_talks_to_somebody_who_knows_electricity(
    caller: Caller, agent_phone: AgentPhones
) -> None:
    anna = agent_phone("Anna")
    caller.dial("5100")
    caller.hears("welcome")
    caller.begins_to_hear("menu")
    caller.press("1")
    anna.rings(caller=caller, queue="electricity")
    anna.answer()
    caller.hears(anna)
    anna.hears(caller)
    caller.hang_up()
    anna.call_ends()


def test_out_of_hours_callers_hear_when_we_are_there(caller: Caller, stack: StackUnderTest) -> None:
    stack.close_now("austria")
    caller.dial("5200")
    caller.hears("closed")
    caller.call_ends()
    caller.has_not_heard("welcome")


def test_the_office_keeps_its_hours_and_holidays(stack: StackUnderTest) -> None:
    assert stack.is_open("5200", at="2026-12-23 10:00")
    assert not stack.is_open("5200", at="2026-12-23 18:30")
    assert not stack.is_open("5200", at="2026-12-24 10:00")  # closed every year
    assert not stack.is_open("5400", at="2026-10-23 10:00")  # a holiday in Hungary,
    assert stack.is_open("5200", at="2026-10-23 10:00")  # but not in Austria


def test_a_wrong_key_is_told_and_the_menu_is_spoken_again(caller: Caller) -> None:
    caller.dial("5100")
    caller.begins_to_hear("menu")
    caller.press("9")
    caller.hears("wrong_key")
    caller.begins_to_hear("menu")


def test_who_knows_the_key_need_not_hear_the_menu_out(caller: Caller, agent_phone: AgentPhones) -> None:
    ben = agent_phone("Ben")
    caller.dial("5100")
    caller.begins_to_hear("welcome")
    caller.press("2")
    ben.rings(queue="internet", within_s=2)
    caller.has_not_heard("menu")


def test_a_refund_goes_to_who_may_decide_it_however_free_the_other_is(
    caller: Caller, agent_phone: AgentPhones
) -> None:
    vera = agent_phone("Vera")  # bills, but refunds up to 20 euros only
    anna = agent_phone("Anna")
    caller.dial("5100")
    caller.press("3")
    anna.rings(queue="billing")
    vera.has_not_rung()


def test_when_one_does_not_answer_the_next_is_rung_and_the_caller_keeps_the_music(
    caller: Caller, agent_phone: AgentPhones, stack: StackUnderTest
) -> None:
    stack.change({"queues": {"electricity": {"ring_s": 2}}, "offers": {"no_ringing_s": 1}})
    anna = agent_phone("Anna")  # electricity 8 and English 8: the first choice
    csilla = agent_phone("Csilla")  # electricity 9, but English 5
    caller.dial("5100")
    caller.press("1")
    anna.rings()
    caller.hears_music()
    anna.let_it_ring()
    csilla.rings(caller=caller)
    csilla.answer()
    caller.hears(csilla)


def test_who_hangs_up_while_the_phone_rings_stops_the_ringing(
    caller: Caller, agent_phone: AgentPhones
) -> None:
    anna = agent_phone("Anna")
    caller.dial("5100")
    caller.press("1")
    anna.rings()
    caller.hang_up()
    anna.stops_ringing(within_s=1)
    anna.is_free()


def test_who_came_first_is_answered_first(
    callers: Callers, agent_phone: AgentPhones, stack: StackUnderTest
) -> None:
    first, second, third = callers(3)
    for one in (first, second, third):
        one.dial("5100")
        one.press("1")
        one.waits_in("electricity")
    stack.change({"queues": {"electricity": {"wrap_up_s": 0}}})
    anna = agent_phone("Anna")
    for one in (first, second, third):
        anna.rings(caller=one)
        anna.answer()
        one.hears(anna)
        anna.hang_up()
        one.call_ends()


def test_who_waits_is_told_the_place_and_may_ask_for_our_hours(
    callers: Callers, agent_phone: AgentPhones, stack: StackUnderTest
) -> None:
    stack.open_now("austria")
    stack.change({"queues": {"electricity": {"announcements": [{"say": "place", "after_s": 2}]}}})
    first, second = callers(2)
    first.dial("5300")  # in German
    first.press("1")
    first.hears("place:de")
    second.dial("5100")
    second.press("1")
    second.hears("place")
    first.press("1")
    first.hears("opening_hours:de")
    klaus = agent_phone("Klaus")
    klaus.rings(caller=first)  # who has kept the place


def test_after_a_talk_there_is_time_for_the_paperwork(callers: Callers, agent_phone: AgentPhones) -> None:
    first, second = callers(2)
    anna = agent_phone("Anna")
    first.dial("5100")
    first.press("1")
    anna.answer()
    second.dial("5100")
    second.press("1")
    second.hears_music()
    first.hang_up()
    anna.is_in_wrap_up()
    anna.has_not_rung()
    anna.end_wrap_up()
    anna.rings(caller=second)


def test_six_callers_at_once_are_all_served(
    callers: Callers, agent_phone: AgentPhones, stack: StackUnderTest
) -> None:
    stack.change({"queues": {"faults": {"wrap_up_s": 0}}})
    crew = [agent_phone(name) for name in ("Klaus", "Zoltán")]
    waiting = callers(6)
    for one in waiting:
        one.dial("5900")
    for agent in crew:
        agent.answer_every_call()
    for served in callers.as_served(waiting):
        served.hang_up()
