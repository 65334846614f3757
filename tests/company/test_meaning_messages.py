"""What fits the schema and makes no sense for messages; and what the engine takes of what does."""

import pytest

from acd.company.compile import policy_of
from acd.company.prompts import prompts_of
from acd.company.ways import coming
from acd.model.ids import PromptId, QueueId, SkillId
from acd.model.needs import all_of
from acd.model.voice_message import MessageBox
from tests.company.small import Bad, changed, company_in, each_is_told, mistakes_in

TEXT = changed(
    ('"100": {name: Front}', '"100": {name: Front, messages: {queue: sales, prompt: hello, briefing: menu}}'),
    ("      bye: {do: hangup}", '      bye: {do: voicemail, box: "100"}'),
)

TOLD = {
    "queue": Bad(
        "messages: {queue: sales",
        "messages: {queue: sails",
        "voicemail.100.messages.queue",
        "sails",
        "no queue",
        '"sales"',
    ),
    "prompt": Bad(
        "prompt: hello, briefing",
        "prompt: hullo, briefing",
        "voicemail.100.messages.prompt",
        "hullo",
        "no prompt",
        '"hello"',
    ),
    "briefing": Bad(
        "briefing: menu}",
        "briefing: menue}",
        "voicemail.100.messages.briefing",
        "menue",
        "no prompt",
        '"menu"',
    ),
    "skill": Bad(
        "briefing: menu}",
        "briefing: menu, needs: {swimming: 1}}",
        "voicemail.100.messages.needs.swimming",
        "swimming",
        "no skill",
        "skills",
    ),
    "key that has a meaning": Bad(
        "briefing: menu}",
        'briefing: menu, outcomes: {"1": done, "3": no}}',
        "voicemail.100.messages.outcomes.3",
        '"3"',
        'the key "3" gives it back',
        "take one of 0, 1, 6 to 9",
    ),
    "no message could be so long": Bad(
        "briefing: menu}",
        "briefing: menu, longest_s: 10, shortest_s: 10}",
        "voicemail.100.messages.shortest_s",
        "10",
        "no message could be as long",
        "less than longest_s",
    ),
}


def box(*replacements: tuple[str, str]) -> MessageBox:
    company = company_in(changed(*replacements, text=TEXT)).company
    policy = policy_of(company, version=1, sounds=dict.fromkeys(prompts_of(company), "sound:x"), year=2026)
    (made,) = policy.boxes.values()
    return made


def test_the_company_itself_has_no_mistake() -> None:
    assert mistakes_in(TEXT) == []
    assert company_in(TEXT).warnings == ()


test_a_mistake_is_told = each_is_told(TOLD, TEXT)


def test_blanks_are_not_filled_before_the_tone() -> None:
    told = mistakes_in(changed(("hello: {text: Hello.}", 'hello: {text: "Number {position}."}'), text=TEXT))
    assert [mistake.path for mistake in told] == ["prompts.hello.text"]


def test_a_box_with_the_usual_times() -> None:
    assert box() == MessageBox(
        box="100",
        queue=QueueId("sales"),
        prompt=PromptId("hello"),
        briefing=PromptId("menu"),
        longest_s=180.0,
        shortest_s=2.0,
        silence_s=6.0,
        outcomes={"1": "done"},
    )


def test_a_box_as_written() -> None:
    made = box(
        (
            "briefing: menu}",
            'needs: {english: 2}, longest_s: 60, shortest_s: 1, silence_s: 3, outcomes: {"9": Sold}}',
        )
    )
    assert (made.longest_s, made.shortest_s, made.silence_s, made.briefing) == (60.0, 1.0, 3.0, None)
    assert made.outcomes == {"9": "Sold"}
    assert made.needs == all_of({SkillId("english"): 2})


@pytest.mark.parametrize(
    ("written", "days"), [("", 90), ("recordings: {}\n", 90), ("recordings: {keep_days: 1}\n", 1)]
)
def test_so_long_recordings_are_kept(written: str, days: int) -> None:
    company = company_in(TEXT + written).company
    policy = policy_of(company, version=1, sounds=dict.fromkeys(prompts_of(company), "sound:x"), year=2026)
    assert policy.recordings_kept_s == days * 86400.0


def test_a_plain_box_is_left_to_asterisk() -> None:
    company = company_in(changed()).company
    policy = policy_of(company, version=1, sounds=dict.fromkeys(prompts_of(company), "sound:x"), year=2026)
    assert policy.boxes == {}


def test_who_leaves_a_message_comes_to_the_queue() -> None:
    text = changed(("briefing: menu}", "needs: {english: 7}}"), text=TEXT)
    comes = [each for each in coming(company_in(text).company) if each.steps[-1] == "box"]
    assert [(each.queue, each.caller.needs) for each in comes] == [("sales", all_of({SkillId("english"): 7}))]


def test_so_does_who_is_sent_to_the_box() -> None:
    sales = 'ring_s: 15, overflow: [{waited_over_s: 60, to_voicemail: "100"}]}'
    text = changed(("ring_s: 15}", sales), text=TEXT)
    assert mistakes_in(text) == []
    comes = [each for each in coming(company_in(text).company) if each.steps[-2] == "overflow"]
    assert {each.queue for each in comes} == {"sales"}
