"""The customer who rings again, as the company file describes it: the checks, and what the engine takes."""

from acd.company import schema
from acd.company.findings import Findings
from acd.company.mistake import Steps
from acd.company.routes import leading_into
from acd.model.again import Recognition
from acd.model.ids import FlowId


def check_again(findings: Findings) -> None:
    """Only who has a place is asked whether to take it."""
    company = findings.company
    callbacks = company.callbacks
    if callbacks is not None:
        findings.refer("flows", callbacks.rings_again, ("callbacks", "rings_again"))
    for name, flow in company.flows.items():
        asking = [each for each, node in flow.nodes.items() if isinstance(node, ASKING)]
        if asking:
            _check_flow(findings, name, ("flows", name, "nodes", asking[0]))


ASKING = (schema.TakePlace, schema.DeclineCallback, schema.StartOver)
"""What only somebody who has rung before can be asked."""


def _check_flow(findings: Findings, flow: str, here: Steps) -> None:
    """Whoever comes there has rung before: nothing else leads into the flow. It is told at its first node."""
    company = findings.company
    if not all(findings.whole(section) for section in ("callbacks", "queues", "numbers")):
        return
    named = company.callbacks.rings_again if company.callbacks is not None else None
    if named != flow and (named is None or named in company.flows):
        findings.at_key(
            here,
            "nobody who comes here is known to have rung before",
            "name this flow as rings_again under callbacks, or remove the node",
        )
    into = leading_into(company, flow)
    into += [f"the menu of {name}" for name, queue in company.queues.items() if queue.menu == flow]
    if into:
        findings.at_key(
            here,
            f"{into[0]} leads into this flow, too, and whoever comes from there has not rung before",
            "give that a flow of its own",
        )


def recognition_of(company: schema.Company) -> Recognition:
    """Whom the company recognises."""
    callbacks = company.callbacks
    asks = callbacks.rings_again if callbacks is not None else None
    return Recognition(country=company.country, called_back=FlowId(asks) if asks is not None else None)
