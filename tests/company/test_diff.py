"""What changes between two versions of a company, in words."""

from hypothesis import given
from hypothesis import strategies as st

from acd.company.diff import Kind, diff
from tests.company.small import MINIMAL, changed, company_in

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
