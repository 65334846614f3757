"""The policy that comes of a company: whole, pure, and saying what the file says."""

from datetime import UTC, date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import msgspec
import pytest

from acd.company.check import CheckedCompany
from acd.company.compile import policy_of
from acd.company.load import load
from acd.company.prompts import prompts_of
from acd.company.schema import Company
from acd.core.geography import region_of_postal_code
from acd.model import policy
from acd.model.flow import (
    Ask,
    CallBack,
    Choice,
    DeclineCallback,
    Enqueue,
    Flow,
    Hangup,
    KeepWaiting,
    Meaning,
    Menu,
    RecordNote,
    Say,
    StartOver,
    SwitchLanguage,
    TakePlace,
    Voicemail,
)
from acd.model.ids import AgentId, FlowId, NodeId, PromptId, QueueId, SkillId
from acd.model.needs import all_of, joined, meets
from acd.model.people import Failure, MissRule, OfferRules
from acd.model.queue import Queue
from tests.company.small import MINIMAL, changed, company_in

EXAMPLE = Path(__file__).parents[2] / "examples" / "utility.yaml"


def compiled(company: Company, year: int = 2026) -> policy.Policy:
    sounds = {name: f"sound:acd/{name}" for name in prompts_of(company)}
    return policy_of(company, version=7, sounds=sounds, year=year)


def small(*replacements: tuple[str, str]) -> policy.Policy:
    return compiled(company_in(changed(*replacements)).company)


def example() -> Company:
    found = load(EXAMPLE)
    assert isinstance(found, CheckedCompany)
    return found.company


def at(local: str, zone: str = "Europe/Vienna") -> float:
    return datetime.fromisoformat(local).replace(tzinfo=ZoneInfo(zone)).timestamp()


def test_a_flow_keeps_its_meaning() -> None:
    assert small().flows[FlowId("main")] == Flow(
        id=FlowId("main"),
        start=NodeId("hello"),
        nodes={
            NodeId("hello"): Say(prompt=PromptId("hello"), next=NodeId("menu")),
            NodeId("menu"): Menu(
                prompt=PromptId("menu"),
                wrong_key=PromptId("bell"),
                no_key=PromptId("bell"),
                choices={"1": Choice(next=NodeId("sales"), needs=all_of({SkillId("selling"): 3}))},
                wait_s=5.0,
                tries=3,
                otherwise=NodeId("sales"),
            ),
            NodeId("sales"): Enqueue(queue=QueueId("sales"), needs=all_of({SkillId("english"): 2})),
        },
    )
    assert small().flows[FlowId("closed")].nodes == {NodeId("bye"): Hangup()}


def test_needs_are_sorted_by_skill() -> None:
    both = small(("needs: {english: 2}", "needs: {selling: 1, english: 2}"))
    node = both.flows[FlowId("main")].nodes[NodeId("sales")]
    assert isinstance(node, Enqueue)
    assert [need.skill for (need,) in node.needs] == ["english", "selling"]


def test_an_agent_serves_the_queues_whose_needs_he_meets() -> None:
    second = ("ring_s: 15}", "ring_s: 15}\n  hard: {name: Hard, needs: {selling: 4}}")
    agents = small(second).agents
    assert agents[AgentId("201")].queues == {"sales", "hard"}
    assert agents[AgentId("202")].queues == {"sales"}


def test_an_agent_serves_only_the_queues_named() -> None:
    second = ("ring_s: 15}", "ring_s: 15}\n  easy: {name: Easy}")
    agents = small(second).agents
    assert agents[AgentId("201")].queues == {"sales", "easy"}
    assert agents[AgentId("202")].queues == {"sales"}


def test_languages_default_to_the_first() -> None:
    german = small(
        ("languages: [en, de]", "languages: [de, en]"), ("{text: Hello.}", "{text: Hello., language: en}")
    )
    assert german.dids["5100"].language == "de"
    assert german.prompts[PromptId("menu")].language == "de"
    assert german.prompts[PromptId("hello")].language == "en"


def test_offers_are_carried_over() -> None:
    kinds = "rejected: {most: 1, returns_after_s: 60}, unreachable: {most: 0}"
    rules = f"{kinds}, rest_s: 1, no_ringing_s: 2, temporarily_unavailable: busy"
    assert small(("not_ready_reasons:", f"offers: {{{rules}}}\nnot_ready_reasons:")).offers == OfferRules(
        rejected=MissRule(most=1, returns_after_s=60.0),
        unreachable=MissRule(most=None),
        rest_s=1.0,
        no_ringing_s=2.0,
        temporarily_unavailable=Failure.BUSY,
    )


def test_the_defaults_of_the_file_are_those_of_the_policy() -> None:
    """Two descriptions of one default must not drift apart."""
    compiled_small = small(("ring_s: 15", "ring_s: 15.0"))
    assert compiled_small.offers == OfferRules()
    queue = compiled_small.queues[QueueId("sales")]
    assert queue == Queue(id=QueueId("sales"), name="Sales", needs=queue.needs)


def test_a_prompt_without_sound_is_refused() -> None:
    with pytest.raises(KeyError, match="bell"):
        policy_of(
            company_in(MINIMAL).company,
            version=1,
            sounds={PromptId("hello"): "", PromptId("menu"): ""},
            year=2026,
        )


@pytest.mark.parametrize(
    ("local", "is_open"),
    [
        ("2026-06-15T07:59:59", False),  # a Monday
        ("2026-06-15T08:00:00", True),
        ("2026-06-15T17:59:59", True),
        ("2026-06-15T18:00:00", False),
        ("2026-06-20T12:59:59", True),  # Saturday
        ("2026-06-21T10:00:00", False),  # Sunday
        ("2026-10-26T10:00:00", False),  # national holiday of Austria, a Monday
        ("2027-10-26T10:00:00", False),
        ("2028-10-26T10:00:00", False),
        ("2026-12-24T10:00:00", False),  # closed every year
        ("2027-12-24T10:00:00", False),
        ("2026-03-30T08:00:00", True),  # the day after the clocks change
    ],
)
def test_hours(local: str, is_open: bool) -> None:
    hours = small().dids["5100"].hours
    assert hours is not None
    assert hours.open_at(at(local)) is is_open


def test_holidays_are_known_for_three_years() -> None:
    hours = compiled(company_in(MINIMAL).company, year=2030).dids["5100"].hours
    assert hours is not None
    assert {day.year for day in hours.closed_on} == {2030, 2031, 2032}


def test_hours_run_past_midnight_and_past_the_week() -> None:
    hours = (
        small(('{mon-fri: "08:00-18:00", sat: "09:00-13:00"}', '{sun: "22:00-06:00", wed: "20:00-00:00"}'))
        .dids["5100"]
        .hours
    )
    assert hours is not None
    assert [(span.weekday, span.opens_min, span.closes_min) for span in hours.spans] == [
        (0, 0, 360),
        (2, 1200, 1440),
        (6, 1320, 1440),
    ]


def test_regional_holidays_and_single_days() -> None:
    hours = (
        small(("holidays: [AT]", "holidays: [DE-BY]"), ("[12-24]", "[2027-05-14, 02-29]")).dids["5100"].hours
    )
    assert hours is not None
    assert date(2026, 1, 6) in hours.closed_on  # Epiphany: Bavaria, not all of Germany
    assert date(2027, 5, 14) in hours.closed_on
    assert date(2028, 2, 29) in hours.closed_on
    assert not any(day.month == 2 for day in hours.closed_on if day.year != 2028)


def test_the_hours_of_another_time_zone() -> None:
    hours = small(("holidays: [AT]", "timezone: Asia/Tokyo")).dids["5100"].hours
    assert hours is not None
    assert hours.open_at(at("2026-06-15T09:00:00", "Asia/Tokyo"))
    assert not hours.open_at(at("2026-06-15T18:30:00", "Asia/Tokyo"))


def test_a_question_keeps_its_meaning() -> None:
    whole = small(
        ("    start: hello\n", "    start: where\n"),
        (
            "    nodes:\n      hello:",
            "    nodes:\n      where: {do: ask, asks_for: postal_code, prompt: menu, unknown: bell, "
            "no_key: hello, min_digits: 3, max_digits: 5, wait_s: 4, tries: 2, next: whom, "
            "otherwise: hello}\n"
            "      whom: {do: ask, asks_for: extension, prompt: menu, unknown: bell, no_key: hello, "
            "next: sales, otherwise: hello}\n"
            "      hello:",
        ),
        (
            "skills:\n  selling",
            'regions:\n  south: {name: South, postal_codes: ["90"]}\nskills:\n  selling',
        ),
    )
    nodes = whole.flows[FlowId("main")].nodes
    assert nodes[NodeId("where")] == Ask(
        prompt=PromptId("menu"),
        unknown=PromptId("bell"),
        no_key=PromptId("hello"),
        means=Meaning.POSTAL_CODE,
        least=3,
        most=5,
        wait_s=4.0,
        tries=2,
        next=NodeId("whom"),
        otherwise=NodeId("hello"),
    )
    whom = nodes[NodeId("whom")]
    assert isinstance(whom, Ask)
    assert whom.means is Meaning.EXTENSION


@pytest.mark.parametrize(
    ("code", "region"),
    [
        ("9020", "carinthia"),
        ("9601", "villach"),
        ("9499", "carinthia"),
        ("9873", "carinthia"),
        ("9874", None),
        ("900", None),
        ("00950", "warsaw"),
        ("00-950", "warsaw"),
        ("SW1A 2AA", "london"),
        ("sw1a2aa", "london"),
        ("1010", None),
    ],
)
def test_a_postal_code_is_in_the_region_that_says_most_of_it(code: str, region: str | None) -> None:
    whole = small(
        (
            "skills:\n  selling",
            "regions:\n"
            '  carinthia: {name: Carinthia, postal_codes: ["9000-9873"]}\n'
            '  villach: {name: Villach, within: carinthia, postal_codes: ["9500-9699"]}\n'
            '  warsaw: {name: Warsaw, postal_codes: ["00-950"]}\n'
            '  london: {name: London, postal_codes: ["SW1A", "EC"]}\n'
            "skills:\n  selling",
        ),
    )
    assert region_of_postal_code(whole, code) == region


def test_every_reference_of_the_example_is_whole() -> None:
    whole = compiled(example())
    for did in whole.dids.values():
        assert {did.flow, did.closed_flow} <= whole.flows.keys()
    for flow in whole.flows.values():
        assert flow.start in flow.nodes
        for node in flow.nodes.values():
            match node:
                case Say():
                    assert node.next in flow.nodes
                    assert node.prompt in whole.sounds
                case Menu():
                    assert {
                        node.otherwise,
                        *(choice.next for choice in node.choices.values()),
                    } <= flow.nodes.keys()
                    assert {node.prompt, node.wrong_key, node.no_key} <= whole.sounds.keys()
                case Ask():
                    assert {node.next, node.otherwise} <= flow.nodes.keys()
                    assert {node.prompt, node.unknown, node.no_key} <= whole.sounds.keys()
                case Enqueue():
                    assert node.queue in whole.queues
                case CallBack() | RecordNote() | DeclineCallback() | TakePlace():
                    assert {node.otherwise, getattr(node, "next", node.otherwise)} <= flow.nodes.keys()
                case SwitchLanguage():
                    assert node.next in flow.nodes
                case Voicemail():
                    assert node.box in example().voicemail
                case Hangup() | KeepWaiting() | StartOver():
                    pass
    for agent in whole.agents.values():
        assert agent.queues <= whole.queues.keys()


def test_the_same_company_gives_the_same_policy_also_after_the_way_through_json() -> None:
    once = compiled(example())
    assert compiled(example()) == once
    assert msgspec.json.decode(msgspec.json.encode(once), type=policy.Policy) == once


def test_a_newcomer_reaches_either_of_two_agents_at_any_time() -> None:
    """What the comments of the example promise: 5100, then 1 or 2, and Anna or Ben can answer."""
    utility = compiled(example())
    did = utility.dids["5100"]
    assert did.hours is None
    nodes = utility.flows[did.flow].nodes
    menu = next(node for node in nodes.values() if isinstance(node, Menu))
    for key, queue in (("1", "electricity"), ("2", "internet")):
        choice = menu.choices[key]
        place = nodes[choice.next]
        assert isinstance(place, Enqueue)
        assert place.queue == queue
        needs = joined(choice.needs, place.needs, utility.queues[place.queue].needs)
        for agent in (utility.agents[AgentId("201")], utility.agents[AgentId("202")]):
            assert place.queue in agent.queues
            assert meets(agent.skills, needs)


def test_the_menu_of_the_example_has_all_that_callers_may_ask_for_while_they_wait_in_all_its_languages() -> (
    None
):
    utility = example()
    menu = utility.flows["meanwhile"].nodes
    assert {type(node).__name__ for node in menu.values()} == {
        *("Menu", "Say", "Enqueue", "SwitchLanguage", "KeepWaiting", "Voicemail", "CallBack", "Hangup")
    }
    said = [
        getattr(node, name, None)
        for node in menu.values()
        for name in ("prompt", "wrong_key", "no_key", "say")
    ]
    for prompt in map(utility.prompts.get, filter(None, said)):
        assert prompt is not None
        assert {prompt.language or "en", *prompt.translations} == set(utility.languages)


def test_the_example_has_a_number_with_hours_and_two_countries() -> None:
    utility = compiled(example())
    hours = utility.dids["5200"].hours
    assert hours is not None
    assert not hours.open_at(datetime(2026, 6, 14, 12, tzinfo=UTC).timestamp())  # a Sunday
    assert len({did.hours.timezone for did in utility.dids.values() if did.hours}) == 2
    assert len([agent for agent in utility.agents.values() if agent.outside is None]) == 24
    assert {prompt.language for prompt in utility.prompts.values()} == {"en", "de", "hu", "zh"}
