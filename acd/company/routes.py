"""Where callers can get to: the checks of flows.

A flow is sound when everything it refers to exists, every node of it can be reached, and a caller who presses
nothing at all comes to an end.
"""

from collections.abc import Iterator

from acd.company import schema
from acd.company.findings import Findings
from acd.company.mistake import Steps


def check_flows(findings: Findings) -> None:
    """All checks of all flows."""
    for name, flow in findings.company.flows.items():
        _check_references(findings, name, flow)
        _check_circles(findings, name, flow)
        if is_complete(findings, name, flow):
            _check_reached(findings, name, flow)


PROMPTS: dict[type[schema.Node], tuple[str, ...]] = {
    schema.Say: ("prompt",),
    schema.Menu: ("prompt", "wrong_key", "no_key"),
    schema.Ask: ("prompt", "unknown", "no_key"),
    schema.RecordNote: ("prompt",),
    schema.KeepWaiting: ("say", "if_soon", "if_unsure"),
}
"""The fields of each kind of node that name prompts."""

NODES: dict[type[schema.Node], tuple[str, ...]] = {
    schema.Say: ("next", "without_number"),
    schema.Menu: ("otherwise", "without_number"),
    schema.Ask: ("next", "otherwise"),
    schema.SwitchLanguage: ("next",),
    schema.CallBack: ("next", "otherwise"),
    schema.RecordNote: ("next", "otherwise"),
    schema.TakePlace: ("otherwise",),
    schema.DeclineCallback: ("next", "otherwise"),
}
"""Those that name other nodes, beside the choices of a menu."""


def _check_references(findings: Findings, name: str, flow: schema.Flow) -> None:
    here: Steps = ("flows", name)
    nodes: Steps = (*here, "nodes")
    findings.refer_within(nodes, "node", flow.start, (*here, "start"))
    for node_name, step in flow.nodes.items():
        at = (*nodes, node_name)
        for field in PROMPTS.get(type(step), ()):
            findings.refer("prompts", getattr(step, field), (*at, field))
        for field in NODES.get(type(step), ()):
            findings.refer_within(nodes, "node", getattr(step, field), (*at, field))
        _check_node(findings, name, step, at)


def _check_node(findings: Findings, flow: str, step: schema.Node, at: Steps) -> None:
    """What only this kind of node refers to."""
    match step:
        case schema.Menu():
            for key, choice in step.choices.items():
                findings.refer_within(at[:-1], "node", choice.next, (*at, "choices", key, "next"))
                check_needs(findings, choice, (*at, "choices", key))
        case schema.Ask():
            _check_question(findings, step, at)
        case schema.Enqueue():
            findings.refer("queues", step.queue, (*at, "queue"))
            findings.refer_all("skills", step.drop, (*at, "drop"))
            check_needs(findings, step, at)
        case schema.SwitchLanguage():
            findings.speak(step.language, (*at, "language"))
        case schema.KeepWaiting():
            _check_kept(findings, flow, at)
        case schema.Voicemail():
            findings.refer("voicemail", step.box, (*at, "box"))
        case schema.Say() | schema.CallBack() | schema.RecordNote() | schema.Hangup():
            pass
        case schema.TakePlace() | schema.DeclineCallback() | schema.StartOver():
            pass


def _check_kept(findings: Findings, flow: str, at: Steps) -> None:
    """Whoever comes there waits already: the flow is the menu of some queue, and nothing else leads there."""
    company = findings.company
    if not findings.whole("queues") or not findings.whole("numbers"):
        return
    if not any(flow in heard_while_waiting(queue) for queue in company.queues.values()):
        findings.at_key(
            at,
            "whoever comes here does not wait yet",
            "add menu: with this flow to a queue, or lead to a queue",
        )
    into = leading_into(company, flow)
    if into:
        findings.at_key(
            at,
            f"{into[0]} leads into this flow, too, and whoever comes from there does not wait",
            "give that a flow of its own",
        )


def leading_into(company: schema.Company, flow: str) -> list[str]:
    """The numbers and the overflows that lead into a flow."""
    into = [
        f"number {number}" for number, did in company.numbers.items() if flow in {did.flow, did.closed_flow}
    ]
    into += [
        f"an overflow of {name}"
        for name, queue in company.queues.items()
        if any(way.to_flow == flow for way in queue.overflow)
    ]
    return into


def heard_while_waiting(queue: schema.Queue) -> list[str]:
    """The flows into which callers come who wait: by a key, or because they are offered a callback."""
    offer = queue.offer_callback.flow if queue.offer_callback is not None else None
    return list(filter(None, (queue.menu, offer, *(ring.offer_callback for ring in queue.rings))))


def _check_question(findings: Findings, ask: schema.Ask, at: Steps) -> None:
    """Some digits must be an answer to it."""
    if not findings.whole(*at):
        return
    if ask.least > ask.most:
        findings.at(
            (*at, "min_digits"),
            f"no digits are both {ask.least} at least and {ask.most} at most",
            "lower min_digits, or raise max_digits",
        )
        return
    company = findings.company
    numbers = [number for number in company.agents if ask.least <= len(number) <= ask.most]
    if ask.asks_for == "extension" and findings.whole("agents") and not numbers:
        findings.at(
            (*at, "asks_for"),
            f"no agent's number has {_told(ask)} digits",
            "change min_digits and max_digits, or ask for something else",
        )
    codes = any(region.postal_codes for region in company.regions.values())
    if ask.asks_for == "postal_code" and findings.whole("regions") and not codes:
        findings.at(
            (*at, "asks_for"),
            "no region has postal codes, so whatever a caller types is unknown",
            "add postal_codes to regions, or ask for something else",
        )


def _told(ask: schema.Ask) -> str:
    if ask.least == ask.most:
        return str(ask.least)
    return f"{ask.least} to {ask.most}"


def check_needs(
    findings: Findings,
    asking: schema.Choice | schema.Enqueue | schema.Queue | schema.Rule | schema.When,
    here: Steps,
) -> None:
    """Every skill that is asked for must be defined, and an entry of which one is enough must name some."""
    findings.refer_keys("skills", asking.needs, (*here, "needs"))
    for index, needs in enumerate(asking.needs_one_of):
        steps = (*here, "needs_one_of", index)
        findings.refer_keys("skills", needs, steps)
        if not needs and findings.whole(*steps):
            findings.at(steps, "names no skill, so nobody could ever meet it", "name some, or remove it")


def targets(node: schema.Node) -> list[str]:
    """Where a node leads, whatever happens at it."""
    match node:
        case schema.Say():
            return [node.next, *_without_number(node)]
        case schema.SwitchLanguage():
            return [node.next]
        case schema.Menu():
            choices = [choice.next for choice in node.choices.values()]
            return [*choices, node.otherwise, *_without_number(node)]
        case schema.Ask() | schema.CallBack() | schema.RecordNote() | schema.DeclineCallback():
            return [node.next, node.otherwise]
        case schema.TakePlace():
            return [node.otherwise]
        case (
            schema.Enqueue()
            | schema.KeepWaiting()
            | schema.StartOver()
            | schema.Voicemail()
            | schema.Hangup()
        ):
            return []


def _without_number(node: schema.Say | schema.Menu) -> list[str]:
    return [node.without_number] if node.without_number is not None else []


def is_complete(findings: Findings, name: str, flow: schema.Flow) -> bool:
    """Whether every way of the flow is known: nothing broken on it, and nothing that leads nowhere."""
    nodes: Steps = ("flows", name, "nodes")
    if flow.start not in flow.nodes or any(node not in flow.nodes for node in findings.names(*nodes)):
        return False
    for node_name, node in flow.nodes.items():
        if any(target not in flow.nodes for target in targets(node)):
            return False
        choices = (*nodes, node_name, "choices")
        if isinstance(node, schema.Menu) and (
            not findings.had(*choices) or any(key not in node.choices for key in findings.names(*choices))
        ):
            return False
    return True


def _check_reached(findings: Findings, name: str, flow: schema.Flow) -> None:
    """No node to which nobody comes."""
    reached = _reached(flow)
    for node_name in flow.nodes:
        if node_name not in reached:
            findings.at_key(
                ("flows", name, "nodes", node_name),
                "no way leads to this node",
                "lead one here, or remove the node",
            )


def _check_circles(findings: Findings, name: str, flow: schema.Flow) -> None:
    """No caller who never comes to an end."""
    for circle in _silent_circles(flow):
        steps: Steps = ("flows", name, "nodes", circle[0])
        way = " → ".join((*circle, circle[0]))
        if any(isinstance(flow.nodes[node], schema.Menu | schema.Ask) for node in circle):
            findings.at_key(
                steps,
                f"a caller who presses nothing goes round for ever: {way}",
                "let 'otherwise' of a menu or question lead to a queue or a hangup",
            )
        else:
            findings.at_key(
                steps,
                f"callers go round for ever and nothing listens to them: {way}",
                "lead on to a menu, a queue or a hangup",
            )


def silent_way(flow: schema.Flow) -> list[schema.Node]:
    """The nodes that a caller meets who presses nothing, up to the last one or the first one met again."""
    way: dict[str, schema.Node] = {}
    here: str | None = flow.start
    while here in flow.nodes and here not in way:
        way[here] = flow.nodes[here]
        here = _silent_next(flow.nodes[here])
    return list(way.values())


def _reached(flow: schema.Flow) -> set[str]:
    return reached_from(flow.start, flow)


def reached_from(start: str, flow: schema.Flow) -> set[str]:
    """The nodes to which callers can come from one of them, by whatever keys, that one included."""
    reached = {start}
    to_do = [start]
    while to_do:
        for target in targets(flow.nodes[to_do.pop()]):
            if target not in reached:
                reached.add(target)
                to_do.append(target)
    return reached


def _silent_circles(flow: schema.Flow) -> Iterator[list[str]]:
    """The circles of a caller who presses nothing: from every node there is at most one way then, and one for
    those without a number that may be called.
    """
    found: set[frozenset[str]] = set()
    for withheld in (False, True):
        done: set[str] = set()
        for start in flow.nodes:
            way: list[str] = []
            here: str | None = start
            while here in flow.nodes and here not in done:
                done.add(here)
                way.append(here)
                here = _silent_next(flow.nodes[here], withheld=withheld)
            circle = way[way.index(here) :] if here in way else []
            if circle and frozenset(circle) not in found:
                found.add(frozenset(circle))
                yield circle


def _silent_next(node: schema.Node, *, withheld: bool = False) -> str | None:
    match node:
        case schema.Say(without_number=str() as instead) | schema.Menu(without_number=str() as instead) if (
            withheld
        ):
            return instead
        case schema.Say() | schema.SwitchLanguage():
            return node.next
        case (
            schema.Menu()
            | schema.Ask()
            | schema.CallBack()
            | schema.RecordNote()
            | schema.TakePlace()
            | schema.DeclineCallback()
        ):
            return node.otherwise
        case (
            schema.Enqueue()
            | schema.KeepWaiting()
            | schema.StartOver()
            | schema.Voicemail()
            | schema.Hangup()
        ):
            return None
