"""What fits the schema and makes no sense for previews of callbacks; what the engine takes of what does."""

from acd.company.compile import policy_of
from acd.company.prompts import prompts_of
from acd.model.callback import CallbackRules, Mode, Preview
from acd.model.ids import PromptId, QueueId
from tests.company.small import Bad, changed, company_in, each_is_told, mistakes_in
from tests.company.test_meaning_callbacks import TEXT as CALLING_BACK

GIVEN = "callback: {mode: preview, preview: {prompt: about}}"
TEXT = changed(("callback: {}", GIVEN), text=CALLING_BACK)
HERE = "queues.sales.callback"
TOLD = {
    "preview without keys": Bad(
        "{mode: preview, preview: {prompt: about}}",
        "{mode: preview}",
        f"{HERE}.mode",
        "preview",
        "which keys there are",
        "add preview:",
    ),
    "keys without a preview": Bad(
        "{mode: preview, preview: {prompt: about}}",
        "{preview: {prompt: about}}",
        f"{HERE}.preview",
        "preview",
        "nobody is asked",
        "add mode: preview",
    ),
    "called ahead where an agent looks first": Bad(
        "{mode: preview, preview",
        "{mode: preview, ahead_s: 20, preview",
        f"{HERE}.ahead_s",
        "ahead_s",
        "nobody is called ahead of an agent in this mode",
        "add mode: customer_first",
    ),
    "prompt": Bad(
        "{prompt: about}", "{prompt: abuot}", f"{HERE}.preview.prompt", "abuot", "no prompt", '"about"'
    ),
    "prompt for wrong keys": Bad(
        "{prompt: about}",
        "{prompt: about, wrong_key: abuot}",
        f"{HERE}.preview.wrong_key",
        "abuot",
        "no prompt",
        '"about"',
    ),
    "later than ever": Bad(
        "{mode: preview, preview: {prompt: about}}",
        "{mode: preview, expires_after_h: 1, preview: {prompt: about, later_s: 3600}}",
        f"{HERE}.preview.later_s",
        "3600",
        "given up",
        "less than expires_after_h",
    ),
}


def rules(callback: str) -> CallbackRules | None:
    company = company_in(changed((GIVEN, callback), text=TEXT)).company
    policy = policy_of(company, version=1, sounds=dict.fromkeys(prompts_of(company), "sound:x"), year=2026)
    return policy.queues[QueueId("sales")].callback


def test_the_company_itself_has_no_mistake() -> None:
    assert mistakes_in(TEXT) == []


test_a_mistake_is_told = each_is_told(TOLD, TEXT)


def test_who_puts_nobody_off_may_say_any_time_for_it() -> None:
    callback = "callback: {mode: preview, expires_after_h: 0.2, preview: {prompt: about, later_times: 0}}"
    assert mistakes_in(changed((GIVEN, callback), text=TEXT)) == []


def test_what_the_engine_takes_of_it() -> None:
    made = rules(GIVEN)
    assert made is not None
    assert (made.mode, made.preview) == (Mode.PREVIEW, Preview(prompt=PromptId("about")))
    made = rules(
        "callback: {mode: preview, preview: {prompt: about, wrong_key: hello, later_s: 60, later_times: 1,"
        " passes: 2, decide_s: 5, if_silent: pass_on}}"
    )
    assert made is not None
    assert made.preview == Preview(
        prompt=PromptId("about"),
        wrong_key=PromptId("hello"),
        later_s=60.0,
        later_times=1,
        passes=2,
        decide_s=5.0,
        silence_passes_on=True,
    )


def test_an_agent_is_asked_only_where_the_company_says_so() -> None:
    made = rules("callback: {}")
    assert made is not None
    assert (made.mode, made.preview) == (Mode.AGENT_FIRST, None)
