"""What fits the schema and makes no sense for rules, and for what callers ask for, each with its bad file."""

import pytest

from tests.company.small import (
    ROUTING,
    Bad,
    changed,
    company_in,
    each_is_told,
    each_is_warned_of,
    mistakes_in,
)

TOLD = {
    "number's product": Bad(
        "main, product: heat", "main, product: heet", "numbers.5100.product", "heet", "no product", '"heat"?'
    ),
    "number's service": Bad(
        "hotels, service: repair", "hotels, service: x", "numbers.5200.service", "x", "no service", "repair"
    ),
    "number's class": Bad(
        "customer_class: hotels, service",
        "customer_class: hotel, service",
        "numbers.5200.customer_class",
        "hotel",
        "no customer class",
        '"hotels"?',
    ),
    "number's region": Bad(
        "region: south}\nprompts",
        "region: suoth}\nprompts",
        "numbers.5200.region",
        "suoth",
        "no region",
        '"south"?',
    ),
    "key's product": Bad(
        "english: 7}], product: heat",
        "english: 7}], product: hat",
        "flows.main.nodes.menu.choices.1.product",
        "hat",
        "no product",
        '"heat"?',
    ),
    "key's other skills": Bad(
        "[{german: 5, english: 7}]",
        "[{german: 5, englisch: 7}]",
        "flows.main.nodes.menu.choices.1.needs_one_of[0].englisch",
        "englisch",
        "no skill",
        '"english"?',
    ),
    "rule's product": Bad(
        "{product: [heat]", "{product: [hate]", "rules[0].when.product[0]", "hate", "no product", '"heat"?'
    ),
    "rule's service": Bad(
        "service: [repair]}", "service: [repar]}", "rules[0].when.service[0]", "repar", "no serv", '"repair"?'
    ),
    "rule's class": Bad(
        "[hotels]}", "[motels]}", "rules[1].when.customer_class[0]", "motels", "no customer", '"hotels"?'
    ),
    "rule's number": Bad('["5100"]', '["5101"]', "rules[2].when.number[0]", '"5101"', "no number", '"5100"?'),
    "rule's region": Bad("[south], n", "[soth], n", "rules[2].when.region[0]", "soth", "no reg", '"south"?'),
    "rule's language": Bad(
        "[de], queue", "[fr], queue", "rules[3].when.language[0]", "fr", "not one", "en, de"
    ),
    "rule's queue": Bad(
        "queue: [repairs]", "queue: [repair]", "rules[3].when.queue[0]", "repair", "no queue", '"repairs"?'
    ),
    "what a rule goes by": Bad(
        "{english: 3}, needs_one_of",
        "{anglish: 3}, needs_one_of",
        "rules[4].when.needs.anglish",
        "anglish",
        "no skill",
        '"english"?',
    ),
    "what a rule goes by, of others": Bad(
        "[{selling: 1, german: 2}]",
        "[{selling: 1, gorman: 2}]",
        "rules[4].when.needs_one_of[0].gorman",
        "gorman",
        "no skill",
        '"german"?',
    ),
    "what a rule goes by, of none": Bad(
        "[{selling: 1, german: 2}]",
        "[{}]",
        "rules[4].when.needs_one_of[0]",
        "{}",
        "names no skill",
        "name some",
    ),
    "rule's needs": Bad(
        "needs: {german: 4}", "needs: {gorman: 4}", "rules[3].needs.gorman", "gorman", "no skill", '"german"?'
    ),
    "rule's wishes": Bad(
        "wishes: {fixing: 2}", "wishes: {fxing: 2}", "rules[0].wishes.fxing", "fxing", "no skill", '"fixing"?'
    ),
    "skill's stand-in": Bad(
        '{name: Fixing, stand_ins: ["201"]}',
        '{name: Fixing, stand_ins: ["211"]}',
        "skills.fixing.stand_ins[0]",
        '"211"',
        "no agent",
        '"201"?',
    ),
    "empty choice of skills": Bad(
        "[{german: 5, english: 7}]",
        "[{}]",
        "flows.main.nodes.menu.choices.1.needs_one_of[0]",
        "{}",
        "names no skill",
        "name some",
    ),
    "weight too high": Bad(
        "wishes: {fixing: 2}",
        "wishes: {fixing: 12}",
        "rules[0].wishes.fixing",
        "12",
        "more than 10",
        "weights",
    ),
    "stand-in with the skill": Bad(
        '{name: Fixing, stand_ins: ["201"]}',
        '{name: Fixing, stand_ins: ["203"]}',
        "skills.fixing.stand_ins[0]",
        '"203"',
        "Cleo has the skill",
        "remove",
    ),
    "skill and region of one name": Bad(
        "  german: {name: German}\n",
        '  german: {name: German}\n  south: {name: Southern, stand_ins: ["203"]}\n',
        "skills.south.stand_ins",
        '["203"]',
        "a region of the same name",
        "another name",
    ),
}

WARNED = {
    "skill nobody has": Bad(
        "  german: {name: German}\n",
        "  german: {name: German}\n  dutch: {name: Dutch}\n",
        "skills.dutch",
        "dutch",
        "nobody has this skill",
        "give it",
    ),
    "rule without a consequence": Bad(
        ", head_start_s: 60", "", "rules[1]", "{name: Hotels", "changes nothing", "head_start_s"
    ),
    "rule with a longer head start than all together may be": Bad(
        "head_start_s: 60", "head_start_s: 86400", "rules[1].head_start_s", "86400", "is cut to", "write less"
    ),
    "rule that goes by a level that nothing asks for": Bad(
        "needs: {english: 3}, needs_one_of",
        "needs: {english: 8}, needs_one_of",
        "rules[4].when.needs.english",
        "8",
        "no key, flow, queue or other rule",
        "lower level",
    ),
    "rule that goes by one of some levels that nothing asks for": Bad(
        "[{selling: 1, german: 2}]",
        "[{selling: 10, german: 6}]",
        "rules[4].when.needs_one_of[0]",
        "{selling: 10",
        "no key, flow, queue or other rule",
        "lower level",
    ),
    "rule that goes by a need and whose callers nobody can serve, but an overflow takes them": Bad(
        "needs_one_of: [{selling: 1, german: 2}]}, head_start_s: 20}",
        "queue: [repairs], region: [south]}, needs: {german: 9}}",
        "rules[4]",
        "{name: Better English",
        'callers of "repairs" needing',
        "ask for less",
    ),
    "rule whose callers nobody can serve, but an overflow takes them": Bad(
        "[{german: 2, english: 2}]",
        "[{german: 10, english: 10}]",
        "rules[2]",
        "{name: In the south",
        'callers of "repairs" needing',
        "ask for less",
    ),
    "need nobody meets, but an overflow takes them": Bad(
        "line: {do: enqueue, queue: repairs}",
        "line: {do: enqueue, queue: repairs, needs: {german: 9}}",
        "flows.direct.nodes.line",
        "line",
        "needing fixing 2 or selling 9 and german 9, so they all overflow",
        "raise",
    ),
}

test_it_is_told_and_nothing_else_is = each_is_told(TOLD, ROUTING)

test_it_is_warned_of_and_nothing_else_is = each_is_warned_of(WARNED, ROUTING)


@pytest.mark.parametrize(
    ("old", "new", "path", "says"),
    [
        (
            "when: {product: [heat], s",
            "when: {product: [cold], s",
            "rules[0].when.product",
            "no key of a menu",
        ),
        ("service: [repair]}", "service: [advice]}", "rules[0].when.service", "no key of a menu"),
        (
            "when: {customer_class: [hotels]}",
            "when: {customer_class: [inns]}",
            "rules[1].when.customer_class",
            "no c",
        ),
    ],
)
def test_a_rule_for_what_nobody_is_or_wants(old: str, new: str, path: str, says: str) -> None:
    text = changed(
        ("  heat: {name: Heating}\n", "  heat: {name: Heating}\n  cold: {name: Cooling}\n"),
        ("  repair: {name: Repairs}\n", "  repair: {name: Repairs}\n  advice: {name: Advice}\n"),
        ("  hotels: {name: Hotels}\n", "  hotels: {name: Hotels}\n  inns: {name: Inns}\n"),
        (old, new),
        text=ROUTING,
    )
    (found,) = company_in(text).warnings
    assert (found.path, says in found.message) == (path, True), found


def test_a_need_that_nobody_meets_and_no_overflow_takes_away_is_a_mistake() -> None:
    text = changed(
        ("      - {nobody: true, to_queue: sales}\n", ""),
        ("- {nobody: true, waited_over_s: 900, to_outside", "- {waited_over_s: 900, to_outside"),
        ("line: {do: enqueue, queue: repairs}", "line: {do: enqueue, queue: repairs, needs: {german: 9}}"),
        text=ROUTING,
    )
    (found,) = mistakes_in(text)
    assert found.path == "flows.direct.nodes.line"
    assert found.message.endswith("needing fixing 2 or selling 9 and german 9")
    assert "overflow" in found.remedy


def test_a_rule_may_go_by_what_another_one_adds() -> None:
    """And so ask for what nobody can do of callers of whom only that other rule says what they need."""
    better = "{english: 3}, needs_one_of: [{selling: 1, german: 2}]}, head_start_s: 20}"
    text = changed((better, "{english: 3}, queue: [repairs]}, needs: {german: 9}}"), text=ROUTING)
    (told,) = (each for each in company_in(text).warnings if each.path == "queues.sales.overflow[1]")
    assert "needing english 3 and fixing 2 or selling 9 and german 9" in told.message
