"""What an agent hears before a customer is dialled: who is called, and what about."""

import msgspec
import pytest

from acd.model.callback import Mode, Preview
from acd.model.ids import PromptId
from acd.model.policy import Policy
from tests.core.floor_story import FloorStory
from tests.core.small_company import SALES
from tests.core.small_numbers import calling_elsewhere

OF_ALL, OF_SALES = PromptId("a_callback"), PromptId("of_sales")
SAID = {
    OF_ALL: "sound:a_callback,{number:en}",
    OF_SALES: "sound:of_sales,{number:en},sound:any_key",
}
DIGITS = ",".join(f"sound:{digit}" for digit in "06601111111")


def telling(*, mode: Mode = Mode.AGENT_FIRST, own: PromptId | None = OF_SALES) -> Policy:
    """As `calling_elsewhere`; callbacks of sales have words of their own."""
    base = calling_elsewhere()
    assert base.dialling is not None
    sales = base.queues[SALES]
    assert sales.callback is not None
    preview = Preview(prompt=PromptId("menu"))
    rules = msgspec.structs.replace(sales.callback, mode=mode, preview=preview, briefing=own)
    return msgspec.structs.replace(
        base,
        dialling=msgspec.structs.replace(base.dialling, briefing=OF_ALL),
        queues=base.queues | {SALES: msgspec.structs.replace(sales, callback=rules)},
        sounds=base.sounds | SAID,
    )


def heard_by_bob(policy: Policy) -> str:
    """All that happens when bob answers for a customer who has confirmed her number."""
    story = FloorStory(policy)
    for at, words in (
        (0.0, "AsteriskSeen"),
        (0.0, "GoNotReady night break"),
        (0.0, "LogIn bob 202"),
        (1.0, "CallArrived call-1 200 +436601111111"),
        (2.0, "KeyPressed call-1 1"),
        (3.0, "KeyPressed call-1 1"),
        (4.0, "LegVanished call-1 16"),
        (5.0, "GoReady bob"),
        (5.1, "LegSeen o1-2-leg"),
        (5.2, "LegRang o1-2-leg"),
    ):
        story.hear(at, words)
    before = len(story.text)
    story.hear(6.0, "LegAnswered o1-2-leg")
    return story.text[before:]


@pytest.mark.parametrize("mode", [Mode.AGENT_FIRST, Mode.PREVIEW])
def test_an_agent_hears_the_words_of_the_queue_and_who_is_called(mode: Mode) -> None:
    assert f"sound:of_sales,{DIGITS},sound:any_key" in heard_by_bob(telling(mode=mode))


def test_without_words_of_its_own_it_is_those_of_the_company() -> None:
    assert f"sound:a_callback,{DIGITS}" in heard_by_bob(telling(own=None))


def test_words_that_a_later_version_has_taken_away_are_not_said() -> None:
    policy = telling(own=PromptId("gone"))
    assert "Play" not in heard_by_bob(policy)
