"""What fits the schema and makes no sense for routing, each with its bad file; what is worth a warning."""

import pytest

from tests.company.small import (
    MINIMAL,
    ROUTING,
    Bad,
    assert_told,
    assert_warned,
    changed,
    company_in,
    mistakes_in,
)

NAMES = {
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
    "region's stand-in": Bad(
        'stand_ins: ["202"]}',
        'stand_ins: ["222"]}',
        "regions.south.stand_ins[0]",
        '"222"',
        "no agent",
        '"202"?',
    ),
    "region around": Bad(
        "{name: South, within: all",
        "{name: South, within: al",
        "regions.south.within",
        "al",
        "no region",
        '"all"?',
    ),
    "customer's class": Bad(
        "Lake Hotel, customer_class: hotels",
        "Lake Hotel, customer_class: hotls",
        "customers.+43463001.customer_class",
        "hotls",
        "no customer class",
        '"hotels"?',
    ),
    "customer's region": Bad(
        "Mountain, region: west",
        "Mountain, region: est",
        "customers.04242002.region",
        "est",
        "no region",
        '"west"?',
    ),
    "customer's language": Bad(
        "west, language: de", "west, language: fr", "customers.04242002.language", "fr", "not one", "en, de"
    ),
    "customer's owner": Bad(
        'owner: "201"', 'owner: "204"', "customers.+43463001.owner", '"204"', "no agent", '"203"?'
    ),
    "order": Bad('["202", "201"]', '["202", "209"]', "queues.sales.order[1]", '"209"', "no agent", '"203"?'),
    "queue's wishes": Bad(
        "wishes: {english: 1}", "wishes: {e: 1}", "queues.sales.wishes.e", "e", "no skill", "define it"
    ),
    "lowered": Bad("german: 3}}", "x: 3}}", "queues.sales.rings[0].lower.x", "x", "no skill", "define it"),
    "dropped": Bad(
        "drop: [selling]",
        "drop: [selling, sell]",
        "queues.sales.rings[1].drop[1]",
        "sell",
        "no skill",
        '"selling"?',
    ),
    "added": Bad(
        "add_queues: [repairs]",
        "add_queues: [repair]",
        "queues.sales.rings[1].add_queues[0]",
        "repair",
        "no queue",
        '"repairs"?',
    ),
    "line in a ring": Bad(
        "outside: [night]",
        "outside: [nigt]",
        "queues.sales.rings[2].outside[0]",
        "nigt",
        "no line to the outside",
        '"night"?',
    ),
    "overflow's queue": Bad(
        "to_queue: sales",
        "to_queue: sale",
        "queues.repairs.overflow[0].to_queue",
        "sale",
        "no qu",
        '"sales"?',
    ),
    "overflow's flow": Bad(
        "to_flow: sorry", "to_flow: sory", "queues.sales.overflow[0].to_flow", "sory", "no flow", '"sorry"?'
    ),
    "overflow's box": Bad(
        'to_voicemail: "100"',
        'to_voicemail: "101"',
        "queues.sales.overflow[2].to_voicemail",
        '"101"',
        "no voicemail box",
        '"100"?',
    ),
    "overflow's line": Bad(
        "to_outside: night",
        "to_outside: nigh",
        "queues.repairs.overflow[1].to_outside",
        "nigh",
        "no line to the outside",
        '"night"?',
    ),
    "substitute": Bad(
        '["202", "203"]', '["202", "293"]', "agents.201.substitutes[1]", '"293"', "no agent", '"203"?'
    ),
    "agent's region": Bad(
        "regions: [south]", "regions: [suoth]", "agents.201.regions[0]", "suoth", "no region", '"south"?'
    ),
    "line's trunk": Bad(
        "trunk: carrier\n", "trunk: career\n", "outside.night.trunk", "career", "no trunk", "carr"
    ),
    "line's prompt": Bad("prompt: press", "prompt: pres", "outside.night.prompt", "pres", "no p", '"press"?'),
    "line's box": Bad(
        'voicemail: "100"\n    voicemail_after',
        'voicemail: "10"\n    voicemail_after',
        "outside.night.voicemail",
        '"10"',
        "no voicemail box",
        '"100"?',
    ),
}

SENSE = {
    "empty choice of skills": Bad(
        "[{german: 5, english: 7}]",
        "[{}]",
        "flows.main.nodes.menu.choices.1.needs_one_of[0]",
        "{}",
        "names no skill",
        "name some",
    ),
    "level too high": Bad(
        "lower: {selling: 1, german: 3}",
        "lower: {selling: 1, german: 11}",
        "queues.sales.rings[0].lower.german",
        "11",
        "more than 10",
        "1 to 10",
    ),
    "weight too high": Bad(
        "wishes: {fixing: 2}",
        "wishes: {fixing: 12}",
        "rules[0].wishes.fixing",
        "12",
        "more than 10",
        "weights",
    ),
    "own substitute": Bad(
        'substitutes: ["201"]', 'substitutes: ["202"]', "agents.202.substitutes[0]", '"202"', "own", "remove"
    ),
    "stand-in with the skill": Bad(
        '{name: Fixing, stand_ins: ["201"]}',
        '{name: Fixing, stand_ins: ["203"]}',
        "skills.fixing.stand_ins[0]",
        '"203"',
        "Cleo has the skill",
        "remove",
    ),
    "stand-in with the region": Bad(
        'stand_ins: ["202"]}',
        'stand_ins: ["201"]}',
        "regions.south.stand_ins[0]",
        '"201"',
        "Anna is resp",
        "rem",
    ),
    "skill and region of one name": Bad(
        "  german: {name: German}\n",
        '  german: {name: German}\n  south: {name: Southern, stand_ins: ["203"]}\n',
        "skills.south.stand_ins",
        '["203"]',
        "a region of the same name",
        "another name",
    ),
    "circle of regions": Bad(
        'all: {name: Everything, place: "Vienna, AT"}',
        'all: {name: Everything, place: "Vienna, AT", within: west}',
        "regions.all.within",
        "west",
        "circle: all → west → all",
        "within none",
    ),
    "region within itself": Bad(
        'all: {name: Everything, place: "Vienna, AT"}',
        'all: {name: Everything, place: "Vienna, AT", within: all}',
        "regions.all.within",
        "all",
        "circle: all → all",
        "within none",
    ),
    "place": Bad(
        "place: Klagenfurt", "place: Klagenfrut", "regions.south.place", "Klag", "no town", "Sopron"
    ),
    "place elsewhere": Bad(
        '"Vienna, AT"', '"Vienna, HU"', "regions.all.place", '"Vienna', "no town", "Sopron"
    ),
    "point off the map": Bad(
        '"46.61, 13.85"', '"96.61, 13.85"', "regions.west.place", '"96.61', "no town", "a point on the map"
    ),
    "agent's place": Bad(
        "place: Villach}", "place: Vilach}", "agents.202.place", "Vilach", "no town", "Sopron"
    ),
    "postal codes backwards": Bad(
        "9000-9399",
        '9000-9399", "9999-9400',
        "regions.south.postal_codes[1]",
        '"9999',
        "ends before",
        "smaller",
    ),
    "postal codes twice": Bad(
        '["95", "9600-9899"]',
        '["95", "9300-9899"]',
        "regions.west.postal_codes[1]",
        '"9300',
        'overlaps with "9000-9399" of south',
        "one place",
    ),
    "postal codes twice in one region": Bad(
        '["95", "9600-9899"]',
        '["95", "9600-9899", "9700"]',
        "regions.west.postal_codes[2]",
        '"9700"',
        'overlaps with "9600-9899"',
        "one place",
    ),
    "prefix twice": Bad(
        "towns: [Villach]",
        'prefixes: ["0463"], towns: [Villach]',
        "regions.west.prefixes[0]",
        '"0463"',
        "begin with 0463 are in south",
        "one region",
    ),
    "unknown town": Bad(
        "[Villach]}", "[Vilach]}", "regions.west.towns[0]", "Vilach", "no area code", "telephone book"
    ),
    "country": Bad("country: AT", "country: XX", "country", "XX", 'no country "XX"', "AT"),
    "postal code of nowhere": Bad(
        'postal_code: "9020"',
        'postal_code: "1010"',
        "customers.+43463001.postal_code",
        '"1010"',
        "no reg",
        "add",
    ),
    "postal code and region": Bad(
        'postal_code: "9020"',
        'postal_code: "9020", region: south',
        "customers.+43463001.postal_code",
        '"9020"',
        "named, too",
        "remove one",
    ),
    "the same customer": Bad(
        '"04242002"',
        '"0043463001"',
        "customers.0043463001",
        '"0043463001"',
        "same number as +43463001 (line 59)",
        "remove one",
    ),
    "order without its choice": Bad(
        "choose: fixed_order", "choose: best_level", "queues.sales.order", "[", "by best_level", "fixed_order"
    ),
    "choice without its order": Bad(
        '    order: ["202", "201"]\n', "", "queues.sales.choose", "fixed", "no order", "add order"
    ),
    "ring before its turn": Bad(
        "{after_s: 20, drop",
        "{after_s: 10, drop",
        "queues.sales.rings[1].after_s",
        "10",
        "after 10 s",
        "after ano",
    ),
    "ring with the queue itself": Bad(
        "add_queues: [repairs]",
        "add_queues: [repairs, sales]",
        "queues.sales.rings[1].add_queues[1]",
        "sales",
        "is this queue itself",
        "remove",
    ),
    "overflow to nowhere": Bad(
        "{nobody: true, to_queue: sales}",
        "{nobody: true}",
        "queues.repairs.overflow[0]",
        "{nobody",
        "leads nowhere",
        "to_queue, to_flow",
    ),
    "overflow to two places": Bad(
        "to_queue: sales}",
        "to_queue: sales, to_flow: sorry}",
        "queues.repairs.overflow[0]",
        "{nobody",
        "leads to 2 places",
        "name one",
    ),
    "overflow without a condition": Bad(
        "{waiting_over: 5, to_flow: sorry}",
        "{to_flow: sorry}",
        "queues.sales.overflow[0]",
        "{to_flow",
        "never happens",
        "waited_over_s",
    ),
    "overflow into itself": Bad(
        "to_queue: sales}",
        "to_queue: repairs}",
        "queues.repairs.overflow[0].to_queue",
        "repairs",
        "itself",
        "name",
    ),
    "overflow and back": Bad(
        "to_flow: sorry}",
        "to_flow: main}",
        "queues.sales.overflow[0].to_flow",
        "main",
        "straight back",
        "lead on",
    ),
    "emergency number outside": Bad(
        '"+43664000001"', '"112000"', "outside.night.number", '"112000"', "emergency", "country's code"
    ),
    "another country's emergency number": Bad(
        '"+43664000001"', '"911911"', "outside.night.number", '"911911"', "emergency", "country's code"
    ),
    "letters in a number outside": Bad(
        '"+43664000001"', '"+43664000001@evil"', "outside.night.number", '"+43', "not right here", "digits"
    ),
}

WARNINGS = {
    "skill nobody has": Bad(
        "  german: {name: German}\n",
        "  german: {name: German}\n  dutch: {name: Dutch}\n",
        "skills.dutch",
        "dutch",
        "nobody has this skill",
        "give it",
    ),
    "agent without skills": Bad(
        "queues: [sales, repairs]}\n",
        'queues: [sales, repairs]}\n  "204": {name: Dan, queues: []}\n',
        "agents.204",
        '"204"',
        "has no skills",
        "add those",
    ),
    "rule without a consequence": Bad(
        ", head_start_s: 60", "", "rules[1]", "{name: Hotels", "changes nothing", "head_start_s"
    ),
    "rule with a longer head start than all together may be": Bad(
        "head_start_s: 60", "head_start_s: 86400", "rules[1].head_start_s", "86400", "is cut to", "write less"
    ),
    "rule whose callers nobody can serve, but an overflow takes them": Bad(
        "[{german: 2, english: 2}]",
        "[{german: 10, english: 10}]",
        "rules[2]",
        "{name: In the south",
        'callers of "repairs" needing',
        "ask for less",
    ),
    "ring that changes nothing": Bad(
        "{after_s: 10, lower: {selling: 1, german: 3}}",
        "{after_s: 10, lower: {german: 6}}",
        "queues.sales.rings[0]",
        "{after_s: 10",
        "changes nothing for anybody",
        "relax",
    ),
    "wider region where none counts": Bad(
        "{after_s: 30, outside: [night]}",
        "{after_s: 30, outside: [night], widen: one}",
        "queues.sales.rings[2].widen",
        "one",
        "whatever their region",
        "by_region",
    ),
    "overflow that an earlier one forestalls": Bad(
        "- {nobody: true, to_queue: sales}",
        "- {nobody: true, to_flow: sorry}",
        "queues.repairs.overflow[1].nobody",
        "true",
        "another overflow always comes first",
        "remove it",
    ),
    "overflow that the clock forestalls": Bad(
        '- {waited_over_s: 600, to_voicemail: "100"}',
        '- {waited_over_s: 600, to_voicemail: "100"}\n      - {waited_over_s: 500, to_flow: sorry}',
        "queues.sales.overflow[2].waited_over_s",
        "600",
        "another overflow always comes first",
        "earlier",
    ),
    "overflow of a longer line": Bad(
        "- {waiting_over: 5, to_flow: sorry}",
        '- {waiting_over: 5, to_flow: sorry}\n      - {waiting_over: 9, to_voicemail: "100"}',
        "queues.sales.overflow[1].waiting_over",
        "9",
        "another overflow always comes first",
        "earlier",
    ),
    "nobody, though a line is always there": Bad(
        "- {waiting_over: 5, to_flow: sorry}",
        "- {waiting_over: 5, to_flow: sorry}\n      - {nobody: true, to_flow: sorry}",
        "queues.sales.overflow[1].nobody",
        "true",
        "always there",
        "remove it",
    ),
    "need nobody meets, but an overflow takes them": Bad(
        "line: {do: enqueue, queue: repairs}",
        "line: {do: enqueue, queue: repairs, needs: {german: 9}}",
        "flows.direct.nodes.line",
        "line",
        "needing fixing 2 or selling 9 and german 9, so they all overflow",
        "raise",
    ),
    "line nobody uses": Bad(
        "outside:\n  night:",
        'outside:\n  day: {name: Day, number: "+43664000002", trunk: carrier, prompt: press}\n  night:',
        "outside.day",
        "day",
        "no ring and no overflow",
        "name it",
    ),
    "place missing": Bad(', place: "46.61, 13.85"', "", "regions.west", "west", "has no place", "add place"),
}


@pytest.mark.parametrize("bad", (NAMES | SENSE).values(), ids=(NAMES | SENSE).keys())
def test_it_is_told_and_nothing_else_is(bad: Bad) -> None:
    assert_told(bad, ROUTING)


@pytest.mark.parametrize("bad", WARNINGS.values(), ids=WARNINGS)
def test_it_is_warned_of_and_nothing_else_is(bad: Bad) -> None:
    assert_warned(bad, ROUTING)


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


def test_a_ring_may_bring_those_who_meet_the_need() -> None:
    """Nobody of the queue has what the key asks for; those whom the last ring adds have it."""
    asked = ("{next: sales, needs: {selling: 3}}", "{next: sales, needs: {fixing: 3}}")
    skill = ("  english: {name: English}\n", "  english: {name: English}\n  fixing: {name: Fixing}\n")
    queue = ("ring_s: 15}", "ring_s: 15}\n  repairs: {name: Repairs, needs: {fixing: 1}}")
    agent = (
        "queues: [sales]}",
        'queues: [sales]}\n  "203": {name: Cleo, skills: {fixing: 5, selling: 1, english: 5}}',
    )
    ring = ("ring_s: 15}\n  rep", "ring_s: 15, rings: [{after_s: 9, add_queues: [repairs]}]}\n  rep")
    alone = changed(asked, skill, queue, (agent[0], agent[1].replace("}}", "}, queues: [repairs]}")))
    assert [found.path for found in mistakes_in(alone)] == ["flows.main.nodes.sales"]
    assert mistakes_in(changed(ring, text=alone)) == []


def test_regions_of_which_one_is_within_the_other_share_postal_codes() -> None:
    text = changed(
        (
            "  west:",
            '  town: {name: Town, within: south, place: Klagenfurt, postal_codes: ["9020-9029"]}\n  west:',
        ),
        text=ROUTING,
    )
    assert mistakes_in(text) == []


def test_towns_need_a_country() -> None:
    paths = [found.path for found in mistakes_in(changed(("country: AT\n", ""), text=ROUTING))]
    assert paths == ["regions.west.towns[0]"]


def test_nobody_is_responsible_for_a_region() -> None:
    text = changed(
        ("  west:", "  east: {name: East, within: south, place: Graz}\n  west:"),
        ("place: Villach}\n", "place: Villach}\n"),
        ("german: 4, english: 4}", "german: 4, english: 4}, regions: [west]"),
        ('["202", "203"], regions: [south]', '["202", "203"], regions: [west]'),
        text=ROUTING,
    )
    assert [found.path for found in company_in(text).warnings] == ["regions.south", "regions.east"]


def test_circles_of_substitutes_are_allowed() -> None:
    """The file has one: Anna's is Ben, and Ben's is Anna."""
    assert company_in(ROUTING).company.agents["202"].substitutes == ("201",)


def test_a_queue_with_a_longer_head_start_than_all_together_may_be() -> None:
    text = changed(("{name: Sales,", "{name: Sales, head_start_s: 601,"))
    assert [found.path for found in company_in(text).warnings] == ["queues.sales.head_start_s"]


def test_overload_without_substitutes() -> None:
    text = changed((', substitutes: ["202", "203"]', ""), (', substitutes: ["201"]', ""), text=ROUTING)
    assert [found.path for found in company_in(text).warnings] == ["overload"]


def test_warnings_are_told_as_compilers_tell_them() -> None:
    (found,) = company_in(
        changed(("  english: {name: English}\n", "  english: {name: English}\n  x: {name: X}\n"))
    ).warnings
    assert found.told("f.yaml", warning=True) == (
        "f.yaml:36:3: skills.x: warning: nobody has this skill; give it to an agent, or remove it"
    )


def test_a_number_of_ours_is_not_outside() -> None:
    text = changed(("+43664000001", "0463123456"), ('"5200":', '"+43463123456":'), text=ROUTING)
    assert [found.path for found in mistakes_in(text)] == ["outside.night.number"]


def test_long_circles_of_queues_are_followed_to_their_end() -> None:
    """Three thousand queues that overflow into each other: that is looked through without recursion."""
    many = range(3000)
    queues = "".join(
        f"  q{n}: {{name: Q, overflow: [{{nobody: true, to_queue: q{(n + 1) % len(many)}}}]}}\n" for n in many
    )
    text = changed(
        ("agents:\n", f"{queues}agents:\n"),
        ("{do: enqueue, queue: sales, needs: {english: 2}}", "{do: enqueue, queue: q0}"),
    )
    assert mistakes_in(text) == []


def test_regions_lie_in_one_another_but_not_for_ever() -> None:
    regions = "".join(f"  r{n}: {{name: R, within: r{n + 1}}}\n" for n in range(5000))
    (found,) = mistakes_in(changed(("skills:\n", f"regions:\n{regions}  r5000: {{name: R}}\nskills:\n")))
    assert (found.path, found.message) == ("regions.r0.within", "there are too many regions around it")


def test_the_file_itself_is_beyond_reproach() -> None:
    assert company_in(ROUTING).warnings == ()
    assert company_in(MINIMAL).warnings == ()
