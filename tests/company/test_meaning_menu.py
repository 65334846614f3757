"""What fits the schema and makes no sense for what callers may ask for while they wait."""

from tests.company.small import Bad, changed, mistakes_in

MENU = """
  meanwhile:
    start: ask
    nodes:
      ask:
        do: menu
        prompt: menu
        wrong_key: bell
        no_key: bell
        choices:
          "1": {next: said}
          "2": {next: other, needs: {english: 3}}
        otherwise: back
      said: {do: say, prompt: hello, next: back}
      other: {do: enqueue, queue: sales}
      back: {do: keep_waiting}
"""
TEXT = changed(
    ("\nskills:\n", f"{MENU}skills:\n"),
    ("needs: {selling: 1}, ring_s: 15}", "needs: {selling: 1}, ring_s: 15, menu: meanwhile}"),
)

TOLD = {
    "no such flow": Bad(
        "menu: meanwhile", "menu: meanwile", "queues.sales.menu", "meanwile", "no flow", '"meanwhile"'
    ),
    "flow that begins otherwise": Bad(
        "menu: meanwhile", "menu: closed", "queues.sales.menu", "closed", "begins with no menu", "start"
    ),
}


def test_the_company_itself_has_no_mistake() -> None:
    assert mistakes_in(TEXT) == []


def test_another_choice_may_take_the_place_of_an_earlier_one() -> None:
    """Nobody has both: who has chosen the one and chooses the other needs the other."""
    both = changed(
        ('  "2": {next: other, needs: {english: 3}}', '  "2": {next: other, needs: {french: 3}}'),
        ("  english: {name: English}\n", "  english: {name: English}\n  french: {name: French}\n"),
        (
            '"202": {name: Ben, skills: {selling: 2, english: 9}, queues: [sales]}',
            '"202": {name: Ben, skills: {selling: 2, french: 9}, queues: [sales]}',
        ),
        text=TEXT,
    )
    (told,) = mistakes_in(both)
    assert told.path == "flows.meanwhile.nodes.other"
    assert "needing english 2 and french 3 and selling 1" in told.message
    line = "other: {do: enqueue, queue: sales}"
    instead = changed((line, "other: {do: enqueue, queue: sales, drop: [english, selling]}"), text=both)
    assert mistakes_in(instead) == []
    (told,) = mistakes_in(changed((line, "other: {do: enqueue, queue: sales, drop: [englisch]}"), text=TEXT))
    assert told.path == "flows.meanwhile.nodes.other.drop[0]"
    assert '"english"' in told.remedy


def test_nobody_keeps_waiting_who_does_not_wait() -> None:
    told = mistakes_in(TEXT.replace("closed_flow: closed", "closed_flow: meanwhile"))
    assert [mistake.path for mistake in told] == ["flows.meanwhile.nodes.back"]
    assert "number 5100 leads into this flow" in told[0].message
    told = mistakes_in(TEXT.replace(", menu: meanwhile", ""))
    assert [mistake.path for mistake in told] == ["flows.meanwhile.nodes.back"]
    assert "does not wait yet" in told[0].message
