"""What fits the schema and makes no sense for voice notes; and what the engine takes of what does."""

from acd.company.compile import policy_of
from acd.company.prompts import prompts_of
from acd.model.flow import RecordNote
from acd.model.ids import FlowId, NodeId, PromptId
from tests.company.small import Bad, changed, company_in, each_is_told, mistakes_in
from tests.company.test_meaning_callbacks import TEXT as CALLING_BACK

TEXT = changed(
    ('choices: {"1": {next: call}', 'choices: {"1": {next: note}'),
    (
        "      call: {do: call_back",
        "      note: {do: record_note, prompt: hello, next: call, otherwise: back}\n"
        "      call: {do: call_back",
    ),
    text=CALLING_BACK,
)
HERE = "flows.meanwhile.nodes.note"
TOLD = {
    "prompt": Bad(
        "prompt: hello, next: call",
        "prompt: helo, next: call",
        f"{HERE}.prompt",
        "helo",
        "no prompt",
        '"hello"',
    ),
    "node after it": Bad("hello, next: call", "hello, next: cal", f"{HERE}.next", "cal", "no node", '"call"'),
    "node otherwise": Bad(
        "call, otherwise: back}\n      call",
        "call, otherwise: bak}\n      call",
        f"{HERE}.otherwise",
        "bak",
        "no node",
        '"back"',
    ),
    "note that nobody hears": Bad(
        "hello, next: call, otherwise: back}",
        "hello, next: back, otherwise: call}",
        f"{HERE}.next",
        "back",
        "leads to no callback",
        "lead to do: call_back",
    ),
    "note after good-bye": Bad(
        "call: {do: call_back, next: thanks",
        "call: {do: call_back, next: note",
        "flows.meanwhile.nodes.call.next",
        "note",
        "does not lead to good-bye",
        "do: hangup",
    ),
}


AFTER = changed(
    ('choices: {"1": {next: note}', 'choices: {"1": {next: call}'),
    ("call: {do: call_back, next: thanks", "call: {do: call_back, next: note"),
    (
        "note: {do: record_note, prompt: hello, next: call, otherwise: back}",
        "note: {do: record_note, prompt: hello, next: thanks, otherwise: thanks}",
    ),
    text=TEXT,
)
TOLD_AFTER = {
    "no good-bye after a note": Bad(
        "hello, next: thanks, otherwise: thanks}",
        "hello, next: thanks, otherwise: back}",
        "flows.meanwhile.nodes.call.next",
        "note",
        "does not lead to good-bye",
        "record a note, and let it end with do: hangup",
    ),
    "note after another one": Bad(
        "hello, next: thanks, otherwise: thanks}",
        "hello, next: ask, otherwise: thanks}",
        "flows.meanwhile.nodes.call.next",
        "note",
        "does not lead to good-bye",
        "record a note, and let it end with do: hangup",
    ),
}


def test_the_company_itself_has_no_mistake() -> None:
    assert mistakes_in(TEXT) == []


def test_it_may_follow_on_the_callback() -> None:
    assert mistakes_in(AFTER) == []


test_a_mistake_is_told = each_is_told(TOLD, TEXT)
test_a_mistake_after_the_callback_is_told = each_is_told(TOLD_AFTER, AFTER)


def test_what_the_engine_takes_of_it() -> None:
    company = company_in(TEXT).company
    policy = policy_of(company, version=1, sounds=dict.fromkeys(prompts_of(company), "sound:x"), year=2026)
    assert policy.flows[FlowId("meanwhile")].nodes[NodeId("note")] == RecordNote(
        prompt=PromptId("hello"),
        longest_s=30.0,
        silence_s=4.0,
        next=NodeId("call"),
        otherwise=NodeId("back"),
    )
