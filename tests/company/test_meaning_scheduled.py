"""A time that callers key in: what fits the schema and makes no sense, and what comes of the rest."""

from acd.company.compile import policy_of
from acd.company.prompts import prompts_of
from acd.model.flow import Ask, CallBack, Meaning
from acd.model.ids import FlowId, NodeId, PromptId
from tests.company.small import Bad, changed, company_in, each_is_told, mistakes_in
from tests.company.test_meaning_callbacks import TEXT

ASKING = changed(
    ("  bell: {file: sounds/bell.wav}\n", "  bell: {file: sounds/bell.wav}\n  at: {text: 'At {time}.'}\n"),
    ('"3": {next: bye}}', '"3": {next: when}}'),
    (
        "      call: {do: call_back, next: thanks, otherwise: back}\n",
        """\
      call: {do: call_back, next: thanks, otherwise: back}
      when:
        do: ask
        asks_for: time
        prompt: hello
        unknown: bell
        no_key: bell
        next: say
        otherwise: back
      say: {do: say, prompt: at, next: then}
      then: {do: call_back, at: asked, next: thanks, otherwise: back}
""",
    ),
    text=TEXT,
)

TOLD = {
    "two times": Bad(
        "at: asked,",
        'at: asked, between: "14:00-18:00",',
        "flows.meanwhile.nodes.then.at",
        "asked",
        "there is a time of day beside it",
        "keep either at: or between:",
    ),
    "said where none is known": Bad(
        "unknown: bell\n        no_key: bell\n        next: say",
        "unknown: at\n        no_key: bell\n        next: say",
        "prompts.at.text",
        "'At {time}.'",
        "{time} is known only on the way through a flow",
        "do: say or do: menu",
    ),
    "another word": Bad(
        "at: asked,",
        "at: tomorrow,",
        "flows.meanwhile.nodes.then.at",
        "tomorrow",
        "is not known here",
        "asked",
    ),
}


def test_it_is_a_company() -> None:
    company_in(ASKING)


test_is_told = each_is_told(TOLD, ASKING)


def test_a_time_that_nobody_is_asked_for_is_neither_said_nor_gone_by() -> None:
    told = mistakes_in(changed(("asks_for: time", "asks_for: extension"), text=ASKING))
    found = {mistake.path: mistake.message for mistake in told}
    assert "no caller is ever asked for a time" in found["flows.meanwhile.nodes.then.at"]
    assert (
        "reads out a time, and no caller is ever asked for one" in found["flows.meanwhile.nodes.say.prompt"]
    )


def test_what_the_engine_takes_of_it() -> None:
    company = company_in(ASKING).company
    policy = policy_of(company, version=1, year=2026, sounds=dict.fromkeys(prompts_of(company), "sound:x"))
    nodes = policy.flows[FlowId("meanwhile")].nodes
    when = nodes[NodeId("when")]
    assert isinstance(when, Ask)
    assert (when.means, when.least, when.most) == (Meaning.TIME, 3, 4)
    assert nodes[NodeId("then")] == CallBack(next=NodeId("thanks"), otherwise=NodeId("back"), at_asked=True)
    assert policy.sounds[PromptId("at")] == "sound:x,{time:en}"
