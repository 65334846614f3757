"""What fits the schema and makes no sense for queues and lines to the outside: choosing, rings, overflow."""

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
    "level too high": Bad(
        "lower: {selling: 1, german: 3}",
        "lower: {selling: 1, german: 11}",
        "queues.sales.rings[0].lower.german",
        "11",
        "more than 10",
        "1 to 10",
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
    "a number in place of a line": Bad(
        "{after_s: 30, outside: [night]}",
        '{after_s: 30, outside: ["+43664000001"]}',
        "queues.sales.rings[2].outside[0]",
        '"+43664000001"',
        "not right here",
        'outside: {night: {name: Night, number: "+43',
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

WARNED = {
    "ring that changes nothing": Bad(
        "{after_s: 10, lower: {selling: 1, german: 3}}",
        "{after_s: 10, lower: {german: 6}}",
        "queues.sales.rings[0]",
        "{after_s: 10",
        "changes nothing for anybody",
        "relax",
    ),
    "ring that gives up what nobody lacks": Bad(
        "{after_s: 10, lower: {selling: 1, german: 3}}",
        "{after_s: 10, drop: [german], lower: {english: 1}}",
        "queues.sales.rings[0]",
        "{after_s: 10",
        "adds nobody",
        "relax something that agents lack",
    ),
    "ring that opens when everybody has left": Bad(
        "{after_s: 30, outside: [night]}",
        "{after_s: 600, outside: [night]}",
        "queues.sales.rings[2].after_s",
        "600",
        "an overflow takes callers away after 600 s",
        "earlier",
    ),
    "more reserved than there are": Bad(
        "reserve: 1",
        "reserve: 2",
        "queues.repairs.reserve",
        "2",
        "only 2 agents serve this queue, and one of them is never kept",
        "write 1 at the most",
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
    "line nobody uses": Bad(
        "outside:\n  night:",
        'outside:\n  day: {name: Day, number: "+43664000002", trunk: carrier, prompt: press}\n  night:',
        "outside.day",
        "day",
        "no ring and no overflow",
        "name it",
    ),
}

test_it_is_told_and_nothing_else_is = each_is_told(TOLD, ROUTING)

test_it_is_warned_of_and_nothing_else_is = each_is_warned_of(WARNED, ROUTING)


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


def test_a_queue_with_a_longer_head_start_than_all_together_may_be() -> None:
    text = changed(("{name: Sales,", "{name: Sales, head_start_s: 601,"))
    assert [found.path for found in company_in(text).warnings] == ["queues.sales.head_start_s"]


@pytest.mark.parametrize(("level", "warned"), [(1, True), (2, False)])
def test_a_ring_that_adds_a_queue_of_which_nobody_could_serve_is_warned_of(level: int, warned: bool) -> None:
    """Who calls for sales needs level 2 of English."""
    cleo = f"{{fixing: 5, selling: 1, english: {level}}}"
    text = changed(
        ("  english: {name: English}\n", "  english: {name: English}\n  fixing: {name: Fixing}\n"),
        ("ring_s: 15}", "ring_s: 15, rings: [{after_s: 9, add_queues: [repairs]}]}"),
        ("agents:\n", "  repairs: {name: Repairs, needs: {fixing: 1}}\nagents:\n"),
        ("phones:\n", f'  "203": {{name: Cleo, queues: [repairs], skills: {cleo}}}\nphones:\n'),
    )
    told = [found.path for found in company_in(text).warnings if "adds nobody" in found.message]
    assert told == (["queues.sales.rings[0]"] if warned else [])


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


def test_an_order_of_agents_who_serve_the_queue() -> None:
    """Dan serves it by a ring only."""
    dan = ("overload:", '  "204": {name: Dan, skills: {fixing: 9}, queues: [repairs]}\noverload:')
    order = ('order: ["202", "201"]', 'order: ["202", "204", "203"]')
    added = (", add_queues: [repairs]}", "}")
    assert company_in(changed(dan, order, text=ROUTING)).warnings == ()
    (found,) = company_in(changed(dan, order, added, text=ROUTING)).warnings
    assert (found.path, found.message) == ("queues.sales.order[1]", '"204" does not serve this queue')


def test_a_ring_may_open_for_those_who_do_not_overflow_back() -> None:
    """Whoever has come from repairs is not sent back there, and may wait longer."""
    late = ("{after_s: 30, outside: [night]}", "{after_s: 600, outside: [night]}")
    back = ('{waited_over_s: 600, to_voicemail: "100"}', "{waited_over_s: 600, to_queue: repairs}")
    assert company_in(changed(late, back, text=ROUTING)).warnings == ()


def kept_back(sales: str, other: str, *changes: tuple[str, str]) -> list[tuple[str, str]]:
    """What is warned of where three serve sales, and all of them a queue beside it, too."""
    text = changed(
        ("queues: [sales]}", "}"),
        ('"202": {', '"203": {name: Cleo, skills: {selling: 3, english: 5}}\n  "202": {'),
        ("ring_s: 15}", f"ring_s: 15{sales}}}\n  other: {{name: Other, needs: {{english: 5}}{other}}}"),
        ("bye: {do: hangup}", "bye: {do: enqueue, queue: other}"),
    )
    return [(found.path, found.message) for found in company_in(changed(*changes, text=text)).warnings]


def test_callers_who_depend_on_agents_whom_another_queue_keeps() -> None:
    who = 'callers of "other" wait while only {} free: nobody else can serve them'
    at = "queues.sales.reserve"
    assert kept_back("", "") == []
    assert kept_back(", reserve: 1", "") == [(at, who.format('one agent of "sales" is'))]
    assert kept_back(", reserve: 2", "") == [(at, who.format('2 agents of "sales" are'))]
    assert (at, who.format('2 agents of "sales" are')) in kept_back(", reserve: 3", "")
    both = "Whoever is kept by both serves the callers of each."
    assert kept_back(", reserve: 1", ", reserve: 1") == [], both
    assert kept_back(", reserve: 2", ", reserve: 1") == [(at, who.format('2 agents of "sales" are'))]


def test_callers_whom_somebody_can_serve_who_is_not_kept_do_not_wait() -> None:
    other = ('"202": {', '"204": {name: Dan, skills: {english: 6}}\n  "202": {')
    assert kept_back(", reserve: 1", "", other) == []
    start = ("start: bye\n", "start: choose\n")
    nodes = (
        "bye: {do: enqueue, queue: other}",
        "bye: {do: enqueue, queue: other}\n"
        "      choose: {do: menu, prompt: menu, wrong_key: bell, no_key: bell, "
        'choices: {"1": {next: bye, needs: {english: 7}}}, otherwise: bye}',
    )
    (told,) = kept_back(", reserve: 1", "", other, start, nodes)
    assert told[1].startswith('callers of "other" needing english 7 wait while only one agent of "sales" is')
