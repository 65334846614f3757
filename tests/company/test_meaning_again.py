"""What fits the schema and makes no sense for those who ring again; and what is taken of what does."""

from acd.company.compile import policy_of
from acd.company.prompts import prompts_of
from acd.model.again import Recognition
from acd.model.flow import DeclineCallback, StartOver, TakePlace
from acd.model.ids import FlowId, NodeId
from acd.model.policy import Policy
from tests.company.small import Bad, changed, company_in, each_is_told, mistakes_in
from tests.company.test_meaning_callbacks import TEXT as CALLING_BACK

AGAIN = """
  again:
    start: known
    nodes:
      known:
        do: menu
        prompt: menu
        wrong_key: bell
        no_key: bell
        choices: {"1": {next: take}, "2": {next: cancel}, "3": {next: over}}
        otherwise: take
      take: {do: take_place, otherwise: sorry}
      cancel: {do: cancel_callback, next: bye, otherwise: sorry}
      over: {do: start_over}
      sorry: {do: say, prompt: hello, next: bye}
      bye: {do: hangup}
"""
TEXT = CALLING_BACK.replace("\nskills:\n", f"{AGAIN}skills:\n", 1).replace(
    "briefing: about}", "briefing: about, rings_again: again}", 1
)

TOLD = {
    "flow for those who ring again": Bad(
        "rings_again: again",
        "rings_again: agian",
        "callbacks.rings_again",
        "agian",
        "no flow",
        '"again"',
    ),
    "place of nobody": Bad(
        ", rings_again: again}",
        "}",
        "flows.again.nodes.take",
        "take",
        "nobody who comes here is known to have rung before",
        "rings_again under callbacks",
    ),
    "number that leads there": Bad(
        "flow: main, hours: office, closed_flow: closed}",
        "flow: main, hours: office, closed_flow: again}",
        "flows.again.nodes.take",
        "take",
        "number +43463555 leads into this flow, too",
        "a flow of its own",
    ),
    "unknown node after it": Bad(
        "do: take_place, otherwise: sorry",
        "do: take_place, otherwise: sory",
        "flows.again.nodes.take.otherwise",
        "sory",
        "no node",
        '"sorry"',
    ),
    "unknown node after cancelling": Bad(
        "do: cancel_callback, next: bye",
        "do: cancel_callback, next: by",
        "flows.again.nodes.cancel.next",
        "by",
        "no node",
        '"bye"',
    ),
    "circle": Bad(
        "do: say, prompt: hello, next: bye}\n      bye: {do: hangup}\nskills",
        "do: say, prompt: hello, next: known}\n      bye: {do: hangup}\nskills",
        "flows.again.nodes.known",
        "known",
        "goes round for ever: known → take → sorry → known",
        "'otherwise'",
    ),
}


BACK = """
  back:
    start: ask
    nodes:
      ask:
        do: menu
        prompt: menu
        wrong_key: bell
        no_key: bell
        choices: {"1": {next: take}, "3": {next: over}}
        otherwise: take
      take: {do: take_place, otherwise: over}
      over: {do: start_over}
"""
DROPPING = TEXT.replace("\nskills:\n", f"{BACK}dropped_calls: {{flow: back, within_s: 90}}\nskills:\n", 1)

DROPPING_TOLD = {
    "flow of those whose calls broke off": Bad(
        "flow: back, within_s",
        "flow: bakc, within_s",
        "dropped_calls.flow",
        "bakc",
        "no flow",
        '"back"',
    ),
    "too long": Bad(
        "within_s: 90",
        "within_s: 9000",
        "dropped_calls.within_s",
        "9000",
        "more than 3600",
        "write another",
    ),
    "callback of somebody who waits for none": Bad(
        "over: {do: start_over}\ndropped",
        "over: {do: cancel_callback, next: end, otherwise: end}\n      end: {do: hangup}\ndropped",
        "flows.back.nodes.over",
        "over",
        "nobody who comes here waits for a callback",
        "a flow of their own",
    ),
}


OFFERED = changed(
    (
        '"2": {next: cancel}, "3": {next: over}}\n        otherwise: take',
        '"2": {next: call}}\n        otherwise: on',
    ),
    (
        "      cancel: {do: cancel_callback, next: bye, otherwise: sorry}\n      over: {do: start_over}\n",
        "      call: {do: call_back, next: sorry, otherwise: on}\n      on: {do: keep_waiting}\n",
    ),
    ("callback: {}}", "callback: {}, offer_callback: {flow: again, expected_wait_over_s: 60}}"),
    text=TEXT,
)


def policy(text: str = TEXT) -> Policy:
    company = company_in(text).company
    return policy_of(company, version=1, sounds=dict.fromkeys(prompts_of(company), "sound:x"), year=2026)


def test_the_file_is_sound() -> None:
    assert mistakes_in(TEXT) == []


test_what_makes_no_sense_is_told_with_its_remedy = each_is_told(TOLD, TEXT)


def test_who_is_offered_a_callback_has_not_rung_before() -> None:
    (mistake,) = mistakes_in(OFFERED)
    assert mistake.path == "flows.again.nodes.take"
    assert "the offer of a callback in sales leads into this flow, too" in mistake.message


def test_the_menu_of_a_queue_is_for_those_who_wait_already() -> None:
    told = mistakes_in(changed(("menu: meanwhile", "menu: again"), text=TEXT))
    assert ("flows.again.nodes.take", "give that a flow of its own") in [
        (mistake.path, mistake.remedy) for mistake in told
    ]


def test_what_the_engine_takes_of_it() -> None:
    known = policy()
    assert known.recognition == Recognition(country="AT", called_back=FlowId("again"))
    nodes = known.flows[FlowId("again")].nodes
    assert nodes[NodeId("take")] == TakePlace(otherwise=NodeId("sorry"))
    assert nodes[NodeId("cancel")] == DeclineCallback(next=NodeId("bye"), otherwise=NodeId("sorry"))
    assert nodes[NodeId("over")] == StartOver()


test_what_makes_no_sense_of_dropped_calls_is_told_with_its_remedy = each_is_told(DROPPING_TOLD, DROPPING)


def test_dropped_calls_with_callbacks_and_without() -> None:
    assert mistakes_in(DROPPING) == []
    known = policy(DROPPING).recognition
    assert (known.called_back, known.dropped, known.within_s) == ("again", "back", 90.0)
    alone = changed(("\nskills:\n", f"{BACK}dropped_calls: {{flow: back}}\nskills:\n"))
    known = policy(alone).recognition
    assert known == Recognition(dropped=FlowId("back"), within_s=300.0)


def test_one_flow_may_ask_both() -> None:
    both = changed(("flow: back, within_s", "flow: again, within_s"), (BACK, "\n"), text=DROPPING)
    assert mistakes_in(both) == []


def test_nobody_is_recognised_without_a_flow_for_it() -> None:
    assert policy(CALLING_BACK).recognition.called_back is None


def test_a_flow_that_asks_nobody_about_the_place_is_none_for_those_who_ring_again() -> None:
    names = ("callbacks.rings_again", "dropped_calls.flow")
    of_callbacks = changed(("rings_again: again", "rings_again: main"), (AGAIN, "\n"), text=TEXT)
    of_dropped = changed(("flow: back, within_s", "flow: main, within_s"), (BACK, "\n"), text=DROPPING)
    for name, text in zip(names, (of_callbacks, of_dropped), strict=True):
        (mistake,) = mistakes_in(text)
        assert (mistake.path, mistake.remedy) == (name, "name a flow with do: take_place")
        assert mistake.message == '"main" asks nobody about the place that he or she has'
