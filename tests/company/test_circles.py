"""Overflows that would send callers round and round."""

from tests.company.small import ROUTING, changed, mistakes_in

STRAIGHT_ON = (
    ("bell: {do: say, prompt: bell, next: end}", "bell: {do: enqueue, queue: repairs}"),
    ("      end: {do: hangup}\n", ""),
)
"""Sales sends to repairs, through a flow that says nothing; and repairs back to sales."""


def test_a_circle_through_a_flow_that_says_nothing_is_a_mistake() -> None:
    (found,) = mistakes_in(changed(*STRAIGHT_ON, text=ROUTING))
    assert found.path == "queues.sales.overflow[0].to_flow"
    assert "circle" in found.message
    assert found.remedy.startswith("say something")


def test_a_circle_that_takes_its_time_may_be() -> None:
    slow = ("- {waiting_over: 5, to_flow: sorry}", "- {waited_over_s: 60, to_flow: sorry}")
    assert mistakes_in(changed(*STRAIGHT_ON, slow, text=ROUTING)) == []
