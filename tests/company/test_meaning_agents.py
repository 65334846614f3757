"""What fits the schema and makes no sense for agents and their substitutes, each with its bad file."""

from tests.company.small import (
    ROUTING,
    Bad,
    changed,
    company_in,
    each_is_told,
    each_is_warned_of,
)

TOLD = {
    "substitute": Bad(
        '["202", "203"]', '["202", "293"]', "agents.201.substitutes[1]", '"293"', "no agent", '"203"?'
    ),
    "agent's region": Bad(
        "regions: [south]", "regions: [suoth]", "agents.201.regions[0]", "suoth", "no region", '"south"?'
    ),
    "own substitute": Bad(
        'substitutes: ["201"]', 'substitutes: ["202"]', "agents.202.substitutes[0]", '"202"', "own", "remove"
    ),
    "agent's place": Bad(
        "place: Villach}", "place: Vilach}", "agents.202.place", "Vilach", "no town", "Sopron"
    ),
}

WARNED = {
    "agent without skills": Bad(
        "queues: [sales, repairs]}\n",
        'queues: [sales, repairs]}\n  "204": {name: Dan, queues: []}\n',
        "agents.204",
        '"204"',
        "has no skills",
        "add those",
    ),
}

test_it_is_told_and_nothing_else_is = each_is_told(TOLD, ROUTING)

test_it_is_warned_of_and_nothing_else_is = each_is_warned_of(WARNED, ROUTING)


def test_circles_of_substitutes_are_allowed() -> None:
    """The file has one: Anna's is Ben, and Ben's is Anna."""
    assert company_in(ROUTING).company.agents["202"].substitutes == ("201",)


def test_overload_without_substitutes() -> None:
    text = changed((', substitutes: ["202", "203"]', ""), (', substitutes: ["201"]', ""), text=ROUTING)
    assert [found.path for found in company_in(text).warnings] == ["overload"]


def test_a_code_for_not_ready_that_is_always_refused() -> None:
    (found,) = company_in(changed(('not_ready_reasons: {"1": Break}\n', ""), text=ROUTING)).warnings
    assert (found.path, found.message) == (
        "not_ready_reasons",
        "there are none, so no agent can say not ready: *14 is refused",
    )
