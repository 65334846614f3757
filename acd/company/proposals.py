"""Callbacks that are offered without being asked for, as the company file describes them."""

from acd.company import schema
from acd.company.findings import Findings
from acd.company.mistake import Steps, quoted
from acd.company.routes import silent_way
from acd.model.ids import FlowId
from acd.model.queue import Proposing


def check_proposals(findings: Findings) -> None:
    """Whoever is offered a callback can have it, and stays in the line otherwise."""
    for name, queue in findings.company.queues.items():
        here: Steps = ("queues", name)
        if queue.offer_callback is not None:
            _check(findings, queue, queue.offer_callback.flow, (*here, "offer_callback", "flow"))
        for index, ring in enumerate(queue.rings):
            if ring.offer_callback is not None:
                _check(findings, queue, ring.offer_callback, (*here, "rings", index, "offer_callback"))


def _check(findings: Findings, queue: schema.Queue, name: str, at: Steps) -> None:
    findings.refer("flows", name, at)
    flow = findings.company.flows.get(name)
    if flow is None or not findings.whole("flows", name) or not findings.whole(*at[:2]):
        return
    if queue.callback is None:
        findings.at(at, "this queue calls nobody back", "add callback: {} to the queue, or remove this")
    elif not any(isinstance(node, schema.CallBack) for node in flow.nodes.values()):
        findings.at(at, f"in {quoted(name)} nobody can be called back", "add a node with do: call_back")
    last = silent_way(flow)[-1:]
    if last and not isinstance(last[0], schema.KeepWaiting | schema.Menu | schema.Ask | schema.Say):
        findings.at(
            at,
            f"{quoted(name)} leads a caller who presses nothing out of the line",
            "lead back to it with do: keep_waiting",
        )


def proposing_of(offer: schema.OfferCallback | None) -> Proposing | None:
    """When a queue offers a callback by itself."""
    if offer is None:
        return None
    return Proposing(flow=FlowId(offer.flow), over_s=offer.expected_wait_over_s)
