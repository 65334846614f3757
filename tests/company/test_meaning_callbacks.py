"""What fits the schema and makes no sense for callbacks; and what the engine takes of what does."""

import pytest

from acd.company.compile import policy_of
from acd.company.prompts import prompts_of
from acd.model.callback import Between, CallbackRules, Dialling, Miss, Mode, PersonCheck
from acd.model.flow import CallBack
from acd.model.ids import FlowId, NodeId, PromptId, QueueId
from acd.model.policy import Policy
from tests.company.small import Bad, changed, company_in, each_is_told, mistakes_in

MENU = """
  meanwhile:
    start: ask
    nodes:
      ask:
        do: menu
        prompt: menu
        wrong_key: bell
        no_key: bell
        choices: {"1": {next: call}, "2": {next: thanks}, "3": {next: bye}}
        otherwise: back
      call: {do: call_back, next: thanks, otherwise: back}
      thanks: {do: say, prompt: hello, next: more}
      more: {do: say, prompt: about, next: bye}
      bye: {do: hangup}
      back: {do: keep_waiting}
"""
TEXT = changed(
    ("languages: [en, de]\n", "languages: [en, de]\ncountry: AT\n"),
    (
        '"5100": {name: Front, flow: main, hours: office, closed_flow: closed}',
        '"+43463555": {name: Front, flow: main, hours: office, closed_flow: closed}',
    ),
    ("  bell: {file: sounds/bell.wav}\n", "  bell: {file: sounds/bell.wav}\n  about: {text: A callback.}\n"),
    ("\nskills:\n", f"{MENU}skills:\n"),
    (
        "needs: {selling: 1}, ring_s: 15}",
        "needs: {selling: 1}, ring_s: 15, menu: meanwhile, callback: {}}",
    ),
    ("\nqueues:\n", '\ncallbacks: {trunk: carrier, show: "+43463555", briefing: about}\nqueues:\n'),
)
CALLBACKS = 'callbacks: {trunk: carrier, show: "+43463555", briefing: about}\n'

TOLD = {
    "trunk": Bad(
        "{trunk: carrier, show",
        "{trunk: carier, show",
        "callbacks.trunk",
        "carier",
        "no trunk",
        '"carrier"',
    ),
    "number that is shown": Bad(
        'show: "+43463555"',
        'show: "+43463556"',
        "callbacks.show",
        '"+43463556"',
        "no number",
        '"+43463555"',
    ),
    "briefing of a queue": Bad(
        "callback: {}",
        "callback: {briefing: abuot}",
        "queues.sales.callback.briefing",
        "abuot",
        "no prompt",
        '"about"',
    ),
    "briefing": Bad(
        "briefing: about", "briefing: abuot", "callbacks.briefing", "abuot", "no prompt", '"about"'
    ),
    "prompt for whoever takes the call": Bad(
        "callback: {}",
        "callback: {person: {prompt: helo}}",
        "queues.sales.callback.person.prompt",
        "helo",
        "no prompt",
        '"hello"',
    ),
    "customer first without a word": Bad(
        "callback: {}",
        "callback: {mode: customer_first}",
        "queues.sales.callback.mode",
        "customer_first",
        "whoever takes the call would hear nothing",
        "add person: with a prompt that says who calls",
    ),
    "note first with an agent first": Bad(
        "callback: {}",
        "callback: {note_first: true}",
        "queues.sales.callback.note_first",
        "true",
        "with mode: agent_first every agent hears the note before the customer is called",
        "remove it, or write mode: customer_first",
    ),
    "machine key beside person": Bad(
        "callback: {}",
        "callback: {person: {prompt: hello}, machine_key: '*'}",
        "queues.sales.callback.machine_key",
        "'*'",
        "it is never a machine",
        "remove one of the two",
    ),
    "machine key that is none": Bad(
        "callback: {}",
        "callback: {machine_key: '**'}",
        "queues.sales.callback.machine_key",
        "'**'",
        '"**" is not right here',
        "a key is one of 0 to 9",
    ),
    "no such mode": Bad(
        "callback: {}",
        "callback: {mode: customer_frist}",
        "queues.sales.callback.mode",
        "customer_frist",
        "is not known here",
        "customer_first",
    ),
    "key that is none": Bad(
        "callback: {}",
        "callback: {person: {prompt: hello, key: x}}",
        "queues.sales.callback.person.key",
        "x",
        '"x" is not right here',
        "a key is one of 0 to 9",
    ),
    "beginning without a country": Bad(
        "briefing: about}",
        'briefing: about, allow: ["0810"]}',
        "callbacks.allow[0]",
        '"0810"',
        '"0810" is not right here',
        "whole countries go under countries",
    ),
    "beginning that is a whole country": Bad(
        "briefing: about}",
        'briefing: about, allow: ["+43"]}',
        "callbacks.allow[0]",
        '"+43"',
        '"+43" is not right here',
        "whole countries go under countries",
    ),
    "company without a country": Bad(
        "country: AT\n",
        "",
        "callbacks",
        "callbacks",
        "without a country's code",
        "add country:",
    ),
    "country of nobody": Bad(
        "briefing: about}",
        "briefing: about, countries: [AT, austria]}",
        "callbacks.countries[1]",
        "austria",
        "not right here",
        "two letters",
    ),
    "no country at all": Bad(
        "briefing: about}",
        "briefing: about, countries: []}",
        "callbacks.countries",
        "[]",
        "is empty",
        "at least one",
    ),
    "queue that cannot dial": Bad(
        CALLBACKS,
        "",
        "queues.sales.callback",
        "callback",
        "how calls to customers go out",
        "add callbacks:",
    ),
    "queue that does not call back": Bad(
        ", callback: {}",
        "",
        "flows.meanwhile.nodes.call",
        "call",
        "no queue with this menu calls back",
        "add callback: {}",
    ),
    "thanks that lead back": Bad(
        "prompt: about, next: bye",
        "prompt: about, next: back",
        "flows.meanwhile.nodes.call.next",
        "thanks",
        '"thanks" does not lead to good-bye',
        "do: hangup",
    ),
    "back at once": Bad(
        "call_back, next: thanks",
        "call_back, next: back",
        "flows.meanwhile.nodes.call.next",
        "back",
        '"back" does not lead to good-bye',
        "do: hangup",
    ),
    "hours": Bad(
        "briefing: about}",
        "briefing: about, hours: ofice}",
        "callbacks.hours",
        "ofice",
        "no set of hours",
        '"office"',
    ),
    "number that is none": Bad(
        "briefing: about}",
        'briefing: about, never: ["+436601234567", "+99912345678"]}',
        "callbacks.never[1]",
        '"+99912345678"',
        '"+99912345678" is no telephone number',
        "with its country",
    ),
    "number of words": Bad(
        "briefing: about}",
        "briefing: about, never: [Mr Miller]}",
        "callbacks.never[0]",
        "Mr Miller",
        "not right here",
        "write 5 to 20 digits",
    ),
    "no line at all": Bad(
        "briefing: about}",
        "briefing: about, lines: 0}",
        "callbacks.lines",
        "0",
        "less than 1",
        "from 1 to 10000",
    ),
    "nobody a minute": Bad(
        "briefing: about}",
        "briefing: about, per_minute: 0}",
        "callbacks.per_minute",
        "0",
        "less than 1",
        "from 1 to 10000",
    ),
    "a trunk that is tried all the time": Bad(
        "briefing: about}",
        "briefing: about, trunk_away_s: 0}",
        "callbacks.trunk_away_s",
        "0",
        "less than 1",
        "write after how many seconds to try again, from 1 to 3600; unless said 60",
    ),
    "time that is none": Bad(
        "call_back, next: thanks",
        'call_back, between: "14:00-18:60", next: thanks',
        "flows.meanwhile.nodes.call.between",
        '"14:00-18:60"',
        "is no stretch of a day",
        '"14:00-18:00"',
    ),
    "two times": Bad(
        "call_back, next: thanks",
        'call_back, between: "08:00-10:00, 14:00-18:00", next: thanks',
        "flows.meanwhile.nodes.call.between",
        '"08:00-10:00, 14:00-18:00"',
        "not right here",
        "write one stretch",
    ),
    "longer than a day": Bad(
        "callback: {}",
        "callback: {retries_s: {busy: [90000]}}",
        "queues.sales.callback.retries_s.busy[0]",
        "90000",
        "more than 86400",
        "0 to 86400",
    ),
    "called ahead where the agent is first": Bad(
        "callback: {}",
        "callback: {ahead_s: 20}",
        "queues.sales.callback.ahead_s",
        "ahead_s",
        "nobody is called ahead of an agent in this mode",
        "add mode: customer_first, or remove this",
    ),
    "called ahead of an unknown mode": Bad(
        "callback: {}",
        "callback: {mode: customer, ahead_s: 20}",
        "queues.sales.callback.mode",
        "customer",
        "customer",
        "customer_first",
    ),
}


def dialling(*replacements: tuple[str, str]) -> Policy:
    company = company_in(changed(*replacements, text=TEXT)).company
    return policy_of(company, version=1, sounds=dict.fromkeys(prompts_of(company), "sound:x"), year=2026)


def rules(callback: str) -> CallbackRules | None:
    return dialling(("callback: {}", callback)).queues[QueueId("sales")].callback


def test_the_company_itself_has_no_mistake() -> None:
    assert mistakes_in(TEXT) == []
    assert company_in(TEXT).warnings == ()


test_a_mistake_is_told = each_is_told(TOLD, TEXT)


def test_nobody_is_called_back_who_does_not_wait() -> None:
    told = mistakes_in(changed((", menu: meanwhile", ""), text=TEXT))
    assert {mistake.path for mistake in told} == {"flows.meanwhile.nodes.call", "flows.meanwhile.nodes.back"}
    (call,) = [mistake for mistake in told if mistake.path.endswith("call")]
    assert (call.message, call.remedy) == (
        "whoever comes here does not wait yet",
        "add queue: with the line in which to take a place, or menu: with this flow to a queue",
    )


def test_one_queue_of_a_menu_that_calls_back_is_enough() -> None:
    other = "\n  more: {name: More, needs: {selling: 1}, menu: meanwhile}\nagents:\n"
    flow = "\n  second: {start: in, nodes: {in: {do: enqueue, queue: more}}}\nskills:\n"
    number = '"+43463556": {name: Second, flow: second}\nhours:\n'
    text = changed(
        ("\nagents:\n", other), ("\nskills:\n", flow), ("hours:\n  o", f"  {number}  o"), text=TEXT
    )
    assert mistakes_in(text) == []


def test_thanks_that_never_end_are_told() -> None:
    told = mistakes_in(changed(("prompt: about, next: bye", "prompt: about, next: thanks"), text=TEXT))
    assert "flows.meanwhile.nodes.call.next" in [mistake.path for mistake in told]


def test_a_company_of_which_the_queues_cannot_be_read_is_told_only_that() -> None:
    told = mistakes_in(changed(("name: Sales,", "name: [],"), text=TEXT))
    assert [mistake.path for mistake in told] == ["queues.sales.name"]


def test_what_cannot_be_read_is_told_alone() -> None:
    told = mistakes_in(changed(("country: AT", "country: Austria"), text=TEXT))
    assert [mistake.path for mistake in told] == ["country"]
    told = mistakes_in(changed(("trunk: carrier, show", "trunk: [], show"), text=TEXT))
    assert [mistake.path for mistake in told] == ["callbacks.trunk"]


def test_how_calls_go_out() -> None:
    made = dialling().dialling
    assert made is not None
    assert made == Dialling(
        trunk="carrier",
        caller_id="+43463555",
        country="AT",
        countries=frozenset({"AT"}),
        own=made.own,
        no_ringing_s=15.0,
        briefing=PromptId("about"),
        timezone="Europe/Vienna",
        trunk_away_s=60.0,
    )
    assert made.own == {"+43463555", "0043463555", "43463555", "0463555"}


def test_how_calls_go_out_as_written() -> None:
    made = dialling(("briefing: about}", 'countries: [AT], allow: ["+43810", "+1415"]}')).dialling
    assert made is not None
    assert made.allow == ("+43810", "+1415")
    made = dialling(("briefing: about}", "no_ringing_s: 7, trunk_away_s: 9, countries: [DE, CH]}")).dialling
    assert made is not None
    assert (made.countries, made.no_ringing_s, made.briefing) == (frozenset({"DE", "CH"}), 7.0, None)
    assert made.trunk_away_s == 9.0


def test_when_customers_are_called() -> None:
    made = dialling(
        (
            "briefing: about}",
            "hours: office, lines: 3, per_minute: 20, never: [06601234567, '+4930123456']}",
        )
    )
    assert made.dialling is not None
    assert made.dialling.hours == made.dids["+43463555"].hours
    assert (made.dialling.timezone, made.dialling.lines, made.dialling.per_minute) == ("Europe/Vienna", 3, 20)
    assert made.dialling.never == {"+436601234567", "+4930123456"}


def test_a_time_that_can_be_chosen() -> None:
    made = dialling(("call_back, next: thanks", 'call_back, between: "22:00-01:30", next: thanks'))
    node = made.flows[FlowId("meanwhile")].nodes[NodeId("call")]
    assert node == CallBack(
        next=NodeId("thanks"), otherwise=NodeId("back"), between=Between(opens_min=22 * 60, closes_min=90)
    )


def test_a_time_at_which_customers_are_never_called_cannot_be_chosen() -> None:
    night = ("call_back, next: thanks", 'call_back, between: "03:00-04:00", next: thanks')
    in_hours = ("briefing: about}", "briefing: about, hours: office}")
    (told,) = mistakes_in(changed(night, in_hours, text=TEXT))
    assert told.path == "flows.meanwhile.nodes.call.between"
    assert told.message == 'customers are never called at that time, says "office"'
    assert mistakes_in(changed(night, text=TEXT)) == [], "at any time, unless hours are named"
    by_day = ("call_back, next: thanks", 'call_back, between: "09:00-10:00", next: thanks')
    assert mistakes_in(changed(by_day, in_hours, text=TEXT)) == []


def test_hours_that_cannot_be_read_are_told_alone() -> None:
    by_day = ("call_back, next: thanks", 'call_back, between: "09:00-10:00", next: thanks')
    in_hours = ("briefing: about}", "briefing: about, hours: office}")
    wrong = ('mon-fri: "08:00-18:00"', 'mon-fri: "08:00-18:60"')
    told = mistakes_in(changed(by_day, in_hours, wrong, text=TEXT))
    assert "flows.meanwhile.nodes.call.between" not in [mistake.path for mistake in told]


def test_without_callbacks_nobody_is_dialled() -> None:
    policy = policy_of(
        company_in(changed()).company,
        version=1,
        sounds=dict.fromkeys(prompts_of(company_in(changed()).company), "sound:x"),
        year=2026,
    )
    assert policy.dialling is None
    assert policy.queues[QueueId("sales")].callback is None


def test_the_usual_times() -> None:
    assert rules("callback: {}") == CallbackRules(
        ring_s=30.0,
        expires_s=86400.0,
        broken_off_s=60.0,
        retries={
            Miss.NO_ANSWER: (300.0, 1800.0, 7200.0),
            Miss.BUSY: (120.0, 300.0, 600.0, 1800.0, 3600.0),
            Miss.INVALID: (900.0,),
            Miss.VOICEMAIL: (1800.0, 7200.0),
            Miss.HUNG_UP: (1800.0,),
            Miss.UNKNOWN: (300.0, 300.0),
        },
    )


@pytest.mark.parametrize("kind", ["no_answer", "busy", "invalid", "voicemail", "hung_up", "unknown"])
def test_times_as_written(kind: str) -> None:
    usual = rules("callback: {}")
    made = rules(
        f"callback: {{ring_s: 20, expires_after_h: 0.5, broken_off_s: 5, retries_s: {{{kind}: [1, 2]}}}}"
    )
    assert made is not None
    assert usual is not None
    assert (made.ring_s, made.expires_s, made.broken_off_s) == (20.0, 1800.0, 5.0)
    assert made.retries == usual.retries | {Miss(kind): (1.0, 2.0)}


def test_a_queue_has_a_briefing_of_its_own() -> None:
    made = rules("callback: {briefing: hello}")
    assert made is not None
    assert made.briefing == PromptId("hello")


def test_nobody_is_tried_again_if_there_are_no_times() -> None:
    made = rules("callback: {retries_s: {no_answer: []}}")
    assert made is not None
    assert made.retries[Miss.NO_ANSWER] == ()


def test_the_node() -> None:
    node = dialling().flows[FlowId("meanwhile")].nodes[NodeId("call")]
    assert node == CallBack(next=NodeId("thanks"), otherwise=NodeId("back"))


def test_a_key_is_asked_for_and_the_customer_is_called_first() -> None:
    taken = rules(
        "callback: {mode: customer_first, ahead_s: 12, person: {prompt: hello, key: '5', wait_s: 3}}"
    )
    assert taken is not None
    assert (taken.mode, taken.ahead_s) == (Mode.CUSTOMER_FIRST, 12.0)
    assert taken.person == PersonCheck(prompt=PromptId("hello"), key="5", wait_s=3.0, times=2)
    usual = rules("callback: {mode: customer_first, person: {prompt: hello}}")
    assert usual is not None
    assert usual.ahead_s == 20.0


@pytest.mark.parametrize(
    ("blank", "told"), [("{position}", "while somebody waits"), ("{number}", "through a flow")]
)
def test_what_is_said_to_whoever_takes_the_call_has_no_blanks(blank: str, told: str) -> None:
    person = ("callback: {}", "callback: {person: {prompt: about}}")
    found = mistakes_in(changed(("A callback.", f"'A callback to {blank}.'"), person, text=TEXT))
    assert any(told in mistake.message for mistake in found), found


@pytest.mark.parametrize(("own", "of_all"), [("", "briefing: about"), ("briefing: about", "no_ringing_s: 9")])
def test_an_agent_is_told_nothing_of_a_wait_though_others_are(own: str, of_all: str) -> None:
    said = ("callback: {}", f"announcements: [{{say: about, after_s: 30}}], callback: {{{own}}}")
    text = changed(("A callback.", "'You are number {position}.'"), ("briefing: about", of_all), text=TEXT)
    found = mistakes_in(changed(said, text=text))
    assert any("known only while somebody waits" in mistake.message for mistake in found), found
