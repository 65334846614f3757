"""The customer who rings again, as the company file describes it: the checks, and what the engine takes."""

from acd.company import schema
from acd.company.findings import Findings
from acd.company.mistake import Steps, quoted
from acd.company.routes import heard_while_waiting, is_complete, leading_into
from acd.model.again import Recognition
from acd.model.ids import FlowId


def check_again(findings: Findings) -> None:
    """Only who has a place is asked whether to take it."""
    company = findings.company
    callbacks = company.callbacks
    if callbacks is not None:
        findings.refer("flows", callbacks.rings_again, ("callbacks", "rings_again"))
        _check_asks(findings, callbacks.rings_again, ("callbacks", "rings_again"))
    if company.dropped_calls is not None:
        findings.refer("flows", company.dropped_calls.flow, ("dropped_calls", "flow"))
        _check_asks(findings, company.dropped_calls.flow, ("dropped_calls", "flow"))
    for name, flow in company.flows.items():
        asking = [each for each, node in flow.nodes.items() if isinstance(node, ASKING)]
        if asking:
            _check_flow(findings, name, ("flows", name, "nodes", asking[0]))
        declining = [each for each, node in flow.nodes.items() if isinstance(node, schema.DeclineCallback)]
        if declining:
            _check_declining(findings, name, ("flows", name, "nodes", declining[0]))


ASKING = (schema.TakePlace, schema.DeclineCallback, schema.StartOver)
"""What only somebody who has rung before can be asked."""


def _asked_in(company: schema.Company) -> set[str | None]:
    """The flows for those who ring again."""
    callbacks, dropped = company.callbacks, company.dropped_calls
    return {
        callbacks.rings_again if callbacks is not None else None,
        dropped.flow if dropped is not None else None,
    } - {None}


def _check_asks(findings: Findings, name: str | None, here: Steps) -> None:
    """Whoever is recognised can do something about the place."""
    flow = findings.company.flows.get(name) if name is not None else None
    if name is None or flow is None or not is_complete(findings, name, flow):
        return
    if not any(isinstance(node, ASKING) for node in flow.nodes.values()):
        findings.at(
            here,
            f"{quoted(name)} asks nobody about the place that he or she has",
            "name a flow with do: take_place",
        )


def _check_declining(findings: Findings, flow: str, here: Steps) -> None:
    """Only who waits for a callback can cancel it."""
    company = findings.company
    if not findings.whole("callbacks") or not findings.whole("dropped_calls"):
        return
    callbacks = company.callbacks
    if flow in _asked_in(company) and (callbacks is None or callbacks.rings_again != flow):
        findings.at_key(
            here,
            "nobody who comes here waits for a callback",
            "remove the node, or give those who wait for one a flow of their own with it",
        )


def _check_flow(findings: Findings, flow: str, here: Steps) -> None:
    """Whoever comes there has rung before: nothing else leads into the flow. It is told at its first node."""
    company = findings.company
    if not all(findings.whole(each) for each in ("callbacks", "dropped_calls", "queues", "numbers")):
        return
    named = _asked_in(company)
    if flow not in named and named <= company.flows.keys():
        findings.at_key(
            here,
            "nobody who comes here is known to have rung before",
            "name this flow as rings_again under callbacks or as flow of dropped_calls, or remove the node",
        )
    into = leading_into(company, flow)
    into += [f"the menu of {name}" for name, queue in company.queues.items() if queue.menu == flow]
    into += [
        f"the offer of a callback in {name}"
        for name, queue in company.queues.items()
        if flow in heard_while_waiting(queue) and queue.menu != flow
    ]
    if into:
        findings.at_key(
            here,
            f"{into[0]} leads into this flow, too, and whoever comes from there has not rung before",
            "give that a flow of its own",
        )


def recognition_of(company: schema.Company) -> Recognition:
    """Whom the company recognises."""
    callbacks, dropped = company.callbacks, company.dropped_calls
    asks = callbacks.rings_again if callbacks is not None else None
    return Recognition(
        country=company.country,
        called_back=FlowId(asks) if asks is not None else None,
        dropped=FlowId(dropped.flow) if dropped is not None else None,
        within_s=dropped.within_s if dropped is not None else 0.0,
    )
