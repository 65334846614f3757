"""What a caller types counts as meant, to the last key."""

import msgspec

from acd.model.about import About
from acd.model.contact import Speaking
from acd.model.fact import DigitsMistaken, DigitsTaken, KeyMistaken, PlaceTaken, QueueChosen
from acd.model.flow import Ask, Choice, Enqueue, Flow, Meaning, Menu, Node
from acd.model.ids import FlowId, LegId, NodeId, PhoneId, PromptId
from acd.model.message import CallArrived, KeyPressed, PlaybackEnded
from acd.model.people import Outside
from acd.model.policy import Policy
from tests.core.floor_story import FloorStory
from tests.core.small_company import NORTH, SALES, agent, company
from tests.core.small_variants import fine
from tests.core.told import facts_of

CALLER = LegId("call-1")


def asking(means: Meaning, next_node: Node, *, least: int = 2, most: int = 4) -> Policy:
    """Whoever dials 200 is asked, and goes on to a node. It knows the regions of the fine company."""
    ask = Ask(
        prompt=PromptId("where"),
        unknown=PromptId("unknown"),
        no_key=PromptId("no_key"),
        means=means,
        least=least,
        most=most,
        wait_s=5.0,
        tries=2,
        next=NodeId("next"),
        otherwise=NodeId("sales"),
    )
    nodes: dict[NodeId, Node] = {NodeId("ask"): ask, NodeId("next"): next_node}
    flow = Flow(
        id=FlowId("straight"),
        start=NodeId("ask"),
        nodes=nodes | {NodeId("sales"): Enqueue(queue=SALES)},
    )
    base, line = company(), msgspec.structs.replace(agent("77"), outside=LINE)
    return company(
        flows=base.flows | {flow.id: flow},
        regions=fine().regions,
        agents=base.agents | {line.id: line, agent("78").id: agent("78")},
    )


LINE = Outside(phone=PhoneId("201"), prompt=PromptId("menu"))
MENU = Menu(
    prompt=PromptId("menu"),
    wrong_key=PromptId("wrong_key"),
    no_key=PromptId("no_key"),
    choices={"1": Choice(next=NodeId("sales"))},
    wait_s=5.0,
    tries=1,
    otherwise=NodeId("sales"),
)


def typed(policy: Policy, *keys: str) -> FloorStory:
    """A caller who types one key a tenth of a second; `.` is waiting until the prompt has ended."""
    story = FloorStory(policy)
    story.take(0.0, CallArrived(leg=CALLER, did="200", caller="+361"))
    for key in keys:
        at_s = story.now_s + 0.1
        if key == ".":
            (contact,) = story.floor.contacts()
            assert isinstance(contact.journey, Speaking)
            story.take(at_s, PlaybackEnded(playback=contact.journey.playback))
        else:
            story.take(at_s, KeyPressed(leg=CALLER, key=key))
    return story


def test_a_hash_that_was_not_needed_is_not_held_against_the_next_menu() -> None:
    story = typed(asking(Meaning.POSTAL_CODE, MENU), *"1234#")
    assert facts_of(story, KeyMistaken) == []
    story = typed(asking(Meaning.POSTAL_CODE, MENU), *"1234##")  # but a second one is
    assert [fact.key for fact in facts_of(story, KeyMistaken)] == ["#"]


def test_a_hash_after_the_next_prompt_has_ended_is_no_part_of_the_digits() -> None:
    story = typed(asking(Meaning.POSTAL_CODE, MENU), *"1234.#")
    assert [fact.key for fact in facts_of(story, KeyMistaken)] == ["#"]


def test_too_few_digits_stand_for_nothing_though_a_region_begins_with_them() -> None:
    story = typed(asking(Meaning.POSTAL_CODE, MENU), *"1#")
    assert [fact.digits for fact in facts_of(story, DigitsMistaken)] == ["1"]
    story = typed(asking(Meaning.POSTAL_CODE, MENU, least=1), *"1#")
    assert [fact.region for fact in facts_of(story, DigitsTaken)] == ["north"]


def test_what_was_typed_last_counts_more_than_what_was_known() -> None:
    policy = asking(Meaning.POSTAL_CODE, Enqueue(queue=SALES))
    did = msgspec.structs.replace(policy.dids["200"], about=About(product="heating", region=NORTH))
    story = typed(msgspec.structs.replace(policy, dids=policy.dids | {"200": did}), *"3100")
    (chosen,) = facts_of(story, QueueChosen)
    assert (chosen.about.region, chosen.about.product) == ("south", "heating")


def test_nobody_can_ask_for_a_line_to_the_outside() -> None:
    policy = asking(Meaning.EXTENSION, Enqueue(queue=SALES), most=2)
    assert facts_of(typed(policy, *"77"), DigitsTaken) == []
    (chosen,) = facts_of(typed(policy, *"78"), QueueChosen)
    assert chosen.about.wanted == "78"


def test_letters_that_some_phones_send_are_not_heard() -> None:
    story = typed(asking(Meaning.POSTAL_CODE, Enqueue(queue=SALES)), *"1A2B3C4")
    assert [fact.digits for fact in facts_of(story, DigitsTaken)] == ["1234"]
    assert len(facts_of(story, PlaceTaken)) == 1
