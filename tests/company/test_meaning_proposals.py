"""What makes no sense of callbacks that are offered; and what the engine takes of what does."""

from acd.company.compile import policy_of
from acd.company.prompts import prompts_of
from acd.model.ids import FlowId, QueueId
from acd.model.queue import Proposing
from tests.company.small import Bad, changed, company_in, each_is_told, mistakes_in
from tests.company.test_meaning_callbacks import TEXT as CALLBACKS

OFFER = "offer_callback: {flow: meanwhile, expected_wait_over_s: 300}"
TEXT = changed(
    (
        "menu: meanwhile, callback: {}}",
        f"callback: {{}}, {OFFER},\n"
        "          rings: [{after_s: 60, offer_callback: meanwhile}, {after_s: 90, drop: [selling]}]}",
    ),
    text=CALLBACKS,
)

TOLD = {
    "flow of nobody": Bad(
        "flow: meanwhile, exp",
        "flow: meanwhlie, exp",
        "queues.sales.offer_callback.flow",
        "meanwhlie",
        'there is no flow "meanwhlie"',
        '"meanwhile"',
    ),
    "flow of nobody in a ring": Bad(
        "after_s: 60, offer_callback: meanwhile",
        "after_s: 60, offer_callback: meanwhlie",
        "queues.sales.rings[0].offer_callback",
        "meanwhlie",
        'there is no flow "meanwhlie"',
        '"meanwhile"',
    ),
    "limit without a flow": Bad(
        "flow: meanwhile, exp",
        "exp",
        "queues.sales.offer_callback",
        "",
        '"flow" is missing',
        "flow: …",
    ),
}


def test_the_company_itself_has_no_mistake() -> None:
    assert mistakes_in(TEXT) == []
    assert company_in(TEXT).warnings == ()


def test_a_flow_without_a_callback_that_ends_the_call_is_told_twice() -> None:
    text = changed(
        ("after_s: 60, offer_callback: meanwhile", "after_s: 60, offer_callback: closed"), text=TEXT
    )
    assert {mistake.message for mistake in mistakes_in(text)} == {
        'in "closed" nobody can be called back',
        '"closed" leads a caller who presses nothing out of the line',
    }


test_a_mistake_is_told = each_is_told(TOLD, TEXT)


def test_whoever_says_nothing_stays_in_the_line() -> None:
    text = changed(("        otherwise: back\n", "        otherwise: bye\n"), text=TEXT)
    assert {mistake.path for mistake in mistakes_in(text)} == {
        "queues.sales.offer_callback.flow",
        "queues.sales.rings[0].offer_callback",
    }


def test_a_queue_that_calls_nobody_back_offers_nothing() -> None:
    told = mistakes_in(changed(("callback: {}, offer", "offer"), text=TEXT))
    assert {mistake.message for mistake in told if mistake.path.startswith("queues")} == {
        "this queue calls nobody back"
    }


def test_what_the_engine_makes_of_it() -> None:
    company = company_in(TEXT).company
    policy = policy_of(company, version=1, sounds=dict.fromkeys(prompts_of(company), "sound:x"), year=2026)
    sales = policy.queues[QueueId("sales")]
    assert sales.proposing == Proposing(flow=FlowId("meanwhile"), over_s=300.0)
    assert [ring.proposes for ring in sales.rings] == [None, FlowId("meanwhile"), None]
