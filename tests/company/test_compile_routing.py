"""The policy that comes of what a company says of routing: each key is where the engine looks for it."""

import pytest

from acd.company.compile import policy_of
from acd.company.prompts import prompts_of
from acd.core.geography import region_of_number
from acd.model.about import About, Rule, When
from acd.model.ids import AgentId, FlowId, PhoneId, PromptId, QueueId, RegionId, SkillId
from acd.model.needs import Need, Preference
from acd.model.people import MissRule, Outside, Phone
from acd.model.policy import Customer, Policy
from acd.model.queue import (
    Choosing,
    Overflow,
    Personal,
    Reach,
    Ring,
    ToFlow,
    ToQueue,
    ToVoicemail,
)
from tests.company.small import MINIMAL, ROUTING, changed, company_in

SALES, REPAIRS, NIGHT = QueueId("sales"), QueueId("repairs"), QueueId("outside:night")
ANNA, BEN, CLEO = AgentId("201"), AgentId("202"), AgentId("203")
SOUTH, WEST = RegionId("south"), RegionId("west")
SELLING, GERMAN = SkillId("selling"), SkillId("german")


def wide(*replacements: tuple[str, str]) -> Policy:
    company = company_in(changed(*replacements, text=ROUTING)).company
    return policy_of(company, version=1, sounds=dict.fromkeys(prompts_of(company), "sound:x"), year=2026)


def need(skill: str, level: int) -> Need:
    return Need(skill=SkillId(skill), level=level)


def test_numbers_say_what_their_callers_want() -> None:
    assert wide().dids["5100"].about == About(product="heat")
    assert wide().dids["5200"].about == About(service="repair", customer_class="hotels", region=SOUTH)


def test_rules() -> None:
    first, second, third, fourth, fifth = wide().rules
    assert first == Rule(
        name="Repairs of heating",
        when=When(products=frozenset({"heat"}), services=frozenset({"repair"})),
        needs=((need("english", 3),),),
        preferences=(Preference(skill=SkillId("fixing"), weight=2),),
    )
    assert second.when.customer_classes == {"hotels"}
    assert second.head_start_s == 60.0
    assert third.when == When(regions=frozenset({SOUTH}), numbers=frozenset({"5100"}))
    assert third.needs == ((need("english", 2), need("german", 2)),)
    assert fourth.when == When(languages=frozenset({"de"}), queues=frozenset({REPAIRS}))
    assert fifth.when == When(needs=((need("english", 3),), (need("german", 2), need("selling", 1))))
    assert wide().head_start_cap_s == 90.0


def test_a_queue() -> None:
    sales = wide().queues[SALES]
    assert (sales.choosing, sales.order) == (Choosing.FIXED_ORDER, (BEN, ANNA))
    assert (sales.head_start_s, sales.regional, sales.reserve) == (5.0, False, 0)
    assert sales.preferences == (Preference(skill=SkillId("english"), weight=1),)
    assert sales.personal == Personal(wait_s=8.0, substitutes_s=9.0, owner=False, last_agent_s=172800.0)
    repairs = wide().queues[REPAIRS]
    assert (repairs.regional, repairs.reserve) == (True, 1)
    assert repairs.needs == ((need("fixing", 2), need("selling", 9)),)


def test_each_ring_keeps_what_those_before_it_have_relaxed() -> None:
    lowered = {SELLING: 1, GERMAN: 3}
    assert wide().queues[SALES].rings == (
        Ring(opens_s=0.0),
        Ring(opens_s=10.0, lower=lowered),
        Ring(opens_s=20.0, lower=lowered, give_up=frozenset({SELLING}), also=(REPAIRS,)),
        Ring(opens_s=30.0, lower=lowered, give_up=frozenset({SELLING}), also=(NIGHT, REPAIRS)),
    )
    assert [(ring.reach, ring.stand_ins) for ring in wide().queues[REPAIRS].rings] == [
        (Reach(), False),
        (Reach(up=1), False),
        (Reach(up=1, within_km=40.0), True),
        (Reach(up=None, within_km=40.0), True),
    ]


def test_a_later_ring_does_not_take_back() -> None:
    again = wide(("{after_s: 30, outside: [night]}", "{after_s: 30, lower: {german: 8}, outside: [night]}"))
    assert again.queues[SALES].rings[-1].lower == {SELLING: 1, GERMAN: 3}


def test_overflow() -> None:
    assert wide().queues[SALES].overflow == (
        Overflow(longer_than=5, to=ToFlow(flow=FlowId("sorry"))),
        Overflow(expected_over_s=300.0, to=ToQueue(queue=REPAIRS)),
        Overflow(waited_s=600.0, to=ToVoicemail(box="100")),
    )
    assert wide().queues[REPAIRS].overflow == (
        Overflow(nobody=True, to=ToQueue(queue=SALES)),
        Overflow(nobody=True, waited_s=900.0, to=ToQueue(queue=NIGHT)),
    )


def test_a_line_to_the_outside_is_an_agent_for_each_call_and_a_queue() -> None:
    policy = wide()
    lines = [agent for agent in policy.agents.values() if agent.outside is not None]
    assert [line.id for line in lines] == ["outside:night", "outside:night:2"]
    for line in lines:
        assert line.queues == {NIGHT}
        assert line.outside == Outside(
            phone=PhoneId(line.id),
            prompt=PromptId("press"),
            key="5",
            confirm_s=9.0,
            ring_s=25.0,
            no_ringing_s=12.0,
        )
        phone = PhoneId(line.id)
        assert policy.phones[phone] == Phone(id=phone, extension="", endpoint="+43664000001@carrier")
    overflow = (Overflow(waited_s=60.0, to=ToVoicemail(box="100")),)
    assert policy.queues[NIGHT].overflow == overflow


def test_nothing_is_dialled_out_there_but_what_the_file_names() -> None:
    assert {phone.endpoint for phone in wide().phones.values()} == {None, "+43664000001@carrier"}


def test_people() -> None:
    policy = wide()
    assert policy.agents[ANNA].substitutes == (BEN, CLEO)
    assert policy.agents[ANNA].regions == {SOUTH}
    assert policy.stand_ins == {SkillId("fixing"): (ANNA,), SOUTH: (BEN,)}
    assert (policy.overload, policy.overload_wait_s) == (0.8, 6.0)
    assert policy.offers.forwarded == MissRule(most=3, returns_after_s=30.0)
    assert policy.offers.unreachable == MissRule(most=1)


@pytest.mark.parametrize(
    ("rings", "queues"),
    [
        ("", {"sales"}),
        (", rings: [{after_s: 9, lower: {selling: 2}}]", {"sales", "hard"}),
        (", rings: [{after_s: 9, drop: [selling]}]", {"sales"}),
    ],
)
def test_a_ring_that_lowers_a_level_lets_more_agents_serve_but_one_that_drops_it_does_not(
    rings: str, queues: set[str]
) -> None:
    """Else everybody in the company would serve a queue that asks for nothing in the end."""
    hard = f"ring_s: 15}}\n  hard: {{name: Hard, needs: {{selling: 4}}{rings}}}"
    text = changed(("ring_s: 15}", hard), (", queues: [sales]", ""), text=MINIMAL)
    company = company_in(text).company
    policy = policy_of(company, version=1, sounds=dict.fromkeys(prompts_of(company), ""), year=2026)
    assert policy.agents[ANNA].queues == {"sales", "hard"}
    assert policy.agents[BEN].queues == queues


def test_places_have_coordinates() -> None:
    policy = wide()
    klagenfurt, villach = policy.regions[SOUTH].position, policy.agents[BEN].position
    vienna, point = policy.regions[RegionId("all")].position, policy.regions[WEST].position
    assert klagenfurt is not None
    assert villach is not None
    assert vienna is not None
    assert point is not None
    assert klagenfurt.distance_km(villach) == pytest.approx(34.5, abs=1.0)
    assert klagenfurt.distance_km(vienna) == pytest.approx(234.0, abs=5.0)
    assert point.distance_km(villach) < 1.0


@pytest.mark.parametrize("name", ["Klagenfurt", "klagenfurt am worthersee", "Klagenfurt, AT", "Celovec"])
def test_a_town_goes_by_all_its_names(name: str) -> None:
    there = wide(("place: Klagenfurt", f'place: "{name}"')).regions[SOUTH].position
    assert there == wide().regions[SOUTH].position


@pytest.mark.parametrize("written", ["+43463001", "0043463001", "43463001", "0463001"])
def test_a_customer_is_known_however_the_trunk_writes_the_number(written: str) -> None:
    assert wide().customers[written] == Customer(
        name="Lake Hotel", customer_class="hotels", region=SOUTH, owner=ANNA
    )


def test_a_number_written_without_a_country_is_in_that_of_the_company() -> None:
    mountain = Customer(name="Mr Mountain", region=WEST, language="de")
    assert wide().customers["+434242002"] == mountain
    assert wide().customers["04242002"] == mountain


@pytest.mark.parametrize(
    ("number", "region"),
    [
        ("+43463555", SOUTH),
        ("0463555", SOUTH),
        ("+434242555", WEST),
        ("004342425", WEST),
        ("+431555", None),
        ("+36463555", None),
    ],
)
def test_area_codes_come_of_prefixes_and_towns(number: str, region: RegionId | None) -> None:
    assert region_of_number(wide(), number) == region


def test_without_a_country_numbers_are_as_they_are_written() -> None:
    text = changed(("country: AT\n", ""), (", towns: [Villach]", ""), text=ROUTING)
    company = company_in(text).company
    policy = policy_of(company, version=1, sounds=dict.fromkeys(prompts_of(company), ""), year=2026)
    assert {"+43463001", "0043463001", "43463001", "04242002"} == policy.customers.keys()
