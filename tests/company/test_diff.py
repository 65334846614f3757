"""What changes between two versions of a company, in words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from acd.company.diff import Kind, diff
from tests.company.small import MINIMAL, ROUTING, changed, company_in

BEFORE = company_in(MINIMAL).company

CHANGES = [
    (("ring_s: 15", "ring_s: 20.5"), "~ queues.sales.ring_s: 15 → 20.5"),
    (("selling: 5", "selling: 6"), "~ agents.201.skills.selling: 5 → 6"),
    (("{name: Caller}", "{name: Outside}"), "~ trunks.caller.name: Caller → Outside"),
    ((", queues: [sales]", ""), "~ agents.202.queues: [sales] → none"),
    (("[desk1, desk2]", "[desk2, desk1]"), "~ extensions.150.phones: [desk1, desk2] → [desk2, desk1]"),
    (
        ("english: 8", 'english: 8}}\n  "203": {name: Cleo, skills: {selling: 1'),
        "+ agents.203: {name: Cleo, skills: {selling: 1}}",
    ),
    (
        (
            '"5100": {name: Front, flow: main, hours: office, closed_flow: closed}',
            '"5101": {name: Front, flow: main}',
        ),
        "- numbers.5100: {name: Front, flow: main, closed_flow: closed, hours: office}",
    ),
]


def test_no_change() -> None:
    assert diff(BEFORE, company_in(changed(("[desk1, desk2]", "[desk1,   desk2]"))).company) == []


def test_each_change_is_one_line() -> None:
    for (old, new), line in CHANGES[:-1]:
        assert [str(change) for change in diff(BEFORE, company_in(changed((old, new))).company)] == [line]


ROWS = [
    (("needs: {german: 4}", "needs: {german: 3}"), ["~ rules[3].needs.german: 4 → 3"]),
    (("name: Hotels, when", "name: Inns, when"), ["~ rules[1].name: Hotels → Inns"]),
    (
        ("      - {after_s: 30, outside: [night]}\n", ""),
        ["- queues.sales.rings[2]: {after_s: 30, outside: [night]}"],
    ),
    (
        ("nobody: true, to_queue: sales}", "nobody: true, to_queue: sales, waiting_over: 9}"),
        ["~ queues.repairs.overflow[0].waiting_over: none → 9"],
    ),
    (('"+43664000001"', '"+43664000002"'), ["~ outside.night.number: +43664000001 → +43664000002"]),
    ((', substitutes: ["202", "203"]', ""), ["~ agents.201.substitutes: [202, 203] → []"]),
    (("{occupancy: 0.8, ", "{"), ["~ overload.occupancy: 0.8 → none"]),
    (("    by_region: true\n", "    by_region: false\n"), ["~ queues.repairs.by_region: true → false"]),
]


@pytest.mark.parametrize(("change", "lines"), ROWS)
def test_rows_of_a_table_are_told_one_by_one(change: tuple[str, str], lines: list[str]) -> None:
    before, after = company_in(ROUTING).company, company_in(changed(change, text=ROUTING)).company
    assert [str(each) for each in diff(before, after)] == lines


def test_another_number_is_one_removed_and_one_added() -> None:
    replacement, line = CHANGES[-1]
    assert [str(change) for change in diff(BEFORE, company_in(changed(replacement)).company)] == [
        line,
        "+ numbers.5101: {name: Front, flow: main}",
    ]


def test_long_values_are_cut_to_one_line() -> None:
    after = company_in(
        changed(("{text: Hello.}", '{text: "Hello,\\nand welcome' + " indeed" * 30 + '"}'))
    ).company
    (change,) = diff(BEFORE, after)
    assert len(str(change)) < 120
    assert "\n" not in str(change)


@given(st.sets(st.sampled_from(range(len(CHANGES)))))
def test_changes_add_up_and_turn_round(chosen: set[int]) -> None:
    after = company_in(changed(*(CHANGES[number][0] for number in sorted(chosen)))).company
    there, back = diff(BEFORE, after), diff(after, BEFORE)
    assert len(there) == len(back) == len(chosen) + (len(CHANGES) - 1 in chosen)
    turned = {Kind.ADDED: Kind.REMOVED, Kind.REMOVED: Kind.ADDED, Kind.CHANGED: Kind.CHANGED}
    assert sorted((change.path, turned[change.kind].value) for change in there) == sorted(
        (change.path, change.kind.value) for change in back
    )
