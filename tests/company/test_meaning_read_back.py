"""What makes no sense of numbers that are read out and keyed in, and of callbacks before any line."""

from acd.company.compile import policy_of
from acd.company.prompts import prompts_of
from acd.model.flow import Ask, CallBack, Meaning, Menu
from acd.model.ids import FlowId, NodeId, PromptId, QueueId
from acd.model.policy import Policy
from tests.company.small import Bad, changed, company_in, each_is_told, mistakes_in
from tests.company.test_meaning_callbacks import TEXT as CALLBACKS

CONFIRM = """
      confirm:
        do: menu
        prompt: is_it
        wrong_key: bell
        no_key: bell
        choices: {"1": {next: call}, "2": {next: other}}
        otherwise: back
        without_number: other
      other: {do: ask, asks_for: phone_number, prompt: key_in, unknown: bell, no_key: bell, next: confirm,
              otherwise: back}
      call: {do: call_back, next: thanks, otherwise: back}
      thanks: {do: say, prompt: we_call, next: more, without_number: more}
"""
AHEAD = """
  ahead:
    start: call
    nodes:
      call: {do: call_back, queue: sales, next: bye, otherwise: line}
      line: {do: enqueue, queue: support}
      bye: {do: hangup}
skills:
"""
TEXT = changed(
    (
        "\n      call: {do: call_back, next: thanks, otherwise: back}\n"
        "      thanks: {do: say, prompt: hello, next: more}\n",
        CONFIRM,
    ),
    ('"1": {next: call}, "2": {next: thanks}', '"1": {next: confirm}, "2": {next: thanks}'),
    (
        "  about: {text: A callback.}\n",
        "  about: {text: A callback.}\n"
        '  is_it: {text: "We call {number}. Yes is 1.", translations: {de: {text: "Wir rufen an."}}}\n'
        '  we_call: {text: "We will call {number}."}\n'
        "  key_in: {text: Key in your number.}\n",
    ),
    ("\nskills:\n", AHEAD),
    ("\nhours:\n", '\n  "+43463556": {name: Ahead, flow: ahead}\nhours:\n'),
    ("\nagents:\n", "\n  support: {name: Support, needs: {selling: 1}}\nagents:\n"),
    text=CALLBACKS,
)

TOLD = {
    "number for everybody": Bad(
        "        without_number: other\n",
        "",
        "flows.meanwhile.nodes.confirm",
        "confirm",
        '"is_it" reads out a number, and some callers have none',
        "add without_number:",
    ),
    "way for nobody": Bad(
        "We call {number}. Yes is 1.",
        "Yes is 1.",
        "flows.meanwhile.nodes.confirm.without_number",
        "other",
        '"is_it" reads out no number',
        "let it say {number}",
    ),
    "way to nowhere": Bad(
        "without_number: other",
        "without_number: ohter",
        "flows.meanwhile.nodes.confirm.without_number",
        "ohter",
        'there is no node "ohter"',
        '"other"',
    ),
    "number in a question": Bad(
        "Key in your number.",
        '"Not {number}?"',
        "prompts.key_in.text",
        '"Not',
        "{number} is known only on the way through a flow",
        "do: say or do: menu",
    ),
    "circle of those who have none": Bad(
        "next: confirm,\n              otherwise: back",
        "next: confirm,\n              otherwise: confirm",
        "flows.meanwhile.nodes.confirm",
        "confirm",
        "a caller who presses nothing goes round for ever: confirm → other → confirm",
        "'otherwise'",
    ),
    "more digits than a number has": Bad(
        "asks_for: phone_number,",
        "asks_for: phone_number, max_digits: 21,",
        "flows.meanwhile.nodes.other.max_digits",
        "21",
        "more than 20",
        "write another",
    ),
    "no number has so few digits": Bad(
        "asks_for: phone_number,",
        "asks_for: phone_number, max_digits: 2,",
        "flows.meanwhile.nodes.other.min_digits",
        "",
        "both 3 at least and 2 at most",
        "lower min_digits",
    ),
    "queue that does not call back": Bad(
        "queue: sales, next: bye",
        "queue: support, next: bye",
        "flows.ahead.nodes.call.queue",
        "support",
        '"support" calls nobody back',
        "add callback: {}",
    ),
    "queue of nobody": Bad(
        "queue: sales, next: bye",
        "queue: slaes, next: bye",
        "flows.ahead.nodes.call.queue",
        "slaes",
        'there is no queue "slaes"',
        '"sales"',
    ),
    "thanks that some never end": Bad(
        "next: more, without_number: more",
        "next: more, without_number: back",
        "flows.meanwhile.nodes.call.next",
        "thanks",
        '"thanks" does not lead to good-bye',
        "do: hangup",
    ),
}


def compiled() -> Policy:
    company = company_in(TEXT).company
    return policy_of(company, version=1, sounds=dict.fromkeys(prompts_of(company), "sound:x"), year=2026)


def test_the_company_itself_has_no_mistake() -> None:
    assert mistakes_in(TEXT) == []
    assert company_in(TEXT).warnings == ()


test_a_mistake_is_told = each_is_told(TOLD, TEXT)


def test_nobody_asks_for_a_number_that_nobody_would_call() -> None:
    nobody = changed(('callbacks: {trunk: carrier, show: "+43463555", briefing: about}\n', ""), text=TEXT)
    told = [mistake for mistake in mistakes_in(nobody) if mistake.path.startswith("flows.")]
    assert {mistake.path.removeprefix("flows.meanwhile.nodes.") for mistake in told} == {
        "other.asks_for",
        "confirm.prompt",
        "thanks.prompt",
    }
    assert all("add callbacks:" in mistake.remedy for mistake in told)


def test_an_agent_hears_which_number_is_called_also_in_the_words_of_a_queue() -> None:
    assert mistakes_in(changed(("briefing: about", "briefing: we_call"), text=TEXT)) == []
    own = changed(
        ("callback: {}", "callback: {briefing: whom}"),
        ("  key_in:", '  whom: {text: "Sales calls {number}."}\n  key_in:'),
        text=TEXT,
    )
    assert mistakes_in(own) == []
    (told,) = mistakes_in(changed(("Sales calls {number}", "Sales calls at {time}"), text=own))
    assert told.path == "prompts.whom.text"
    assert "{time} is known only on the way through a flow" in told.message
    assert "a number also by a briefing, and nowhere else" in told.remedy


def test_no_number_is_read_out_by_what_is_said_before_a_note_before_a_key_of_an_agent_or_in_a_box() -> None:
    note = (
        "      thanks: {do: say",
        "      note: {do: record_note, prompt: is_it, next: call, otherwise: call}\n      thanks: {do: say",
    )
    way = ('choices: {"1": {next: call}, "2"', 'choices: {"1": {next: note}, "2"')
    look = ("callback: {}", "callback: {mode: preview, preview: {prompt: is_it}}")
    spoken = "messages: {queue: sales, prompt: hello, briefing: is_it}"
    box = ('"100": {name: Front}', f'"100": {{name: Front, {spoken}}}')
    for changes in ((note, way), (look,), (box,)):
        told = mistakes_in(changed(*changes, text=TEXT))
        assert [mistake.path for mistake in told] == ["prompts.is_it.text"], told
        assert "{number} is known only on the way through a flow" in told[0].message


def test_what_the_engine_makes_of_it() -> None:
    policy = compiled()
    nodes = policy.flows[FlowId("meanwhile")].nodes
    other, confirm = nodes[NodeId("other")], nodes[NodeId("confirm")]
    assert isinstance(other, Ask)
    assert isinstance(confirm, Menu)
    assert (other.means, other.least, other.most) == (Meaning.PHONE_NUMBER, 3, 20)
    assert confirm.without_number == "other"
    assert policy.flows[FlowId("ahead")].nodes[NodeId("call")] == CallBack(
        queue=QueueId("sales"), next=NodeId("bye"), otherwise=NodeId("line")
    )


def test_a_number_is_read_out_digit_by_digit_in_the_language_of_the_text() -> None:
    policy = compiled()
    assert policy.sounds[PromptId("is_it")] == "sound:x,{number:en},sound:x"
    assert policy.sounds[PromptId("is_it:de")] == "sound:x"
    assert {f"#{digit}:en" for digit in range(10)} <= policy.sounds.keys()
