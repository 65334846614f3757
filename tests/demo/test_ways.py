"""Where callers of the demo can go."""

import msgspec

from acd.demo.ways import can_serve, ways
from acd.model.ids import AgentId
from tests.demo.example import MIDNIGHT, NOON, example, policy

POLICY = policy(example())


def test_every_key_of_a_menu_is_a_way_with_what_it_asks_for() -> None:
    of_help_line = {way.keys: way for way in ways(POLICY, NOON) if way.did == "5100"}
    assert {keys: way.queue for keys, way in of_help_line.items()} == {
        "1": "electricity",
        "2": "internet",
        "3": "billing",
    }
    assert {need.skill: need.level for (need,) in of_help_line["3"].needs} == {
        "billing": 1,
        "english": 3,
        "refund": 3,
    }
    assert of_help_line["1"].menus == ("123",)


def test_out_of_hours_a_number_leads_to_a_good_bye() -> None:
    assert {way.queue for way in ways(POLICY, NOON) if way.did == "5200"} == {
        "electricity",
        "internet",
        "billing",
    }
    assert {way.queue for way in ways(POLICY, MIDNIGHT) if way.did == "5200"} == {None}


def test_who_can_serve_a_way_has_its_skills_and_its_queue() -> None:
    refund = next(way for way in ways(POLICY, NOON) if way.did == "5100" and way.keys == "3")
    able = {name for name, agent in POLICY.agents.items() if can_serve(agent, refund)}
    assert AgentId("205") in able  # Eva: billing 8, refund 8, english 6
    assert AgentId("222") not in able  # Vera: refund 1
    assert AgentId("221") not in able  # Uwe: only business


def test_a_menu_that_leads_back_to_itself_is_not_walked_for_ever() -> None:
    company = example()
    menu = company.flows["main"].nodes["menu"]
    round_and_round = {**menu.choices, "9": type(menu.choices["1"])(next="menu")}  # type: ignore[union-attr]
    nodes = {**company.flows["main"].nodes, "menu": msgspec.structs.replace(menu, choices=round_and_round)}
    flows = {**company.flows, "main": msgspec.structs.replace(company.flows["main"], nodes=nodes)}
    found = [
        way for way in ways(policy(msgspec.structs.replace(company, flows=flows)), NOON) if way.did == "5100"
    ]
    assert {"1", "91", "991"} <= {way.keys for way in found}
    assert max(len(way.keys) for way in found) < 6
