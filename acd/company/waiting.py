"""The checks of how queues are served: who is chosen, what rings change, where callers overflow to."""

from itertools import pairwise

from acd.company import schema
from acd.company.findings import Findings
from acd.company.mistake import Steps, quoted
from acd.company.routes import check_needs, silent_way

TO = ("to_queue", "to_flow", "to_voicemail", "to_outside")
WHEN = ("nobody", "waiting_over", "expected_wait_over_s", "waited_over_s")


def check_waiting(findings: Findings) -> None:
    """All of them, queue by queue."""
    for name, queue in findings.company.queues.items():
        here: Steps = ("queues", name)
        check_needs(findings, queue, here)
        _check_menu(findings, queue, here)
        findings.refer_keys("skills", queue.wishes, (*here, "wishes"))
        _check_choosing(findings, queue, here)
        for index, ring in enumerate(queue.rings):
            _check_ring(findings, name, ring, (*here, "rings", index))
        if findings.whole(*here, "rings"):
            _check_rings(findings, queue, (*here, "rings"))
        for index, way in enumerate(queue.overflow):
            _check_overflow(findings, name, way, (*here, "overflow", index))
        if findings.whole(*here, "overflow"):
            _check_overflows(findings, queue, (*here, "overflow"))
        if findings.whole(*here, "rings") and findings.whole("queues"):
            _check_opening(findings, name, queue, (*here, "rings"))


def _check_menu(findings: Findings, queue: schema.Queue, here: Steps) -> None:
    """What is asked for while waiting is asked for by a key."""
    findings.refer("flows", queue.menu, (*here, "menu"))
    flow = findings.company.flows.get(queue.menu or "")
    if flow is None or not findings.whole("flows", queue.menu or ""):
        return
    if flow.start in flow.nodes and not isinstance(flow.nodes[flow.start], schema.Menu):
        findings.at(
            (*here, "menu"), f"{quoted(queue.menu or '')} begins with no menu", "let it start with one"
        )


def _check_choosing(findings: Findings, queue: schema.Queue, here: Steps) -> None:
    findings.refer_all("agents", queue.order, (*here, "order"))
    if not findings.whole(*here, "order") or not findings.whole(*here, "choose"):
        return
    if queue.order and queue.choose != "fixed_order":
        findings.at(
            (*here, "order"),
            f"agents are chosen by {queue.choose}",
            "add choose: fixed_order, or remove this",
        )
    if queue.choose == "fixed_order" and not queue.order:
        findings.at((*here, "choose"), "there is no order", "add order: with the numbers of agents")


def _check_ring(findings: Findings, queue: str, ring: schema.Ring, here: Steps) -> None:
    findings.refer_keys("skills", ring.lower, (*here, "lower"))
    findings.refer_all("skills", ring.drop, (*here, "drop"))
    findings.refer_all("queues", ring.add_queues, (*here, "add_queues"))
    findings.refer_all("outside", ring.outside, (*here, "outside"))
    if queue in ring.add_queues:
        steps = (*here, "add_queues", ring.add_queues.index(queue))
        findings.at(steps, "is this queue itself", "remove it")


def _check_rings(findings: Findings, queue: schema.Queue, here: Steps) -> None:
    """Each opens later than the one before it, and says nothing that cannot be."""
    for index, (inner, outer) in enumerate(pairwise(queue.rings), start=1):
        if outer.after_s <= inner.after_s:
            findings.at(
                (*here, index, "after_s"),
                f"the ring before it opens after {inner.after_s:g} s",
                "let rings open one after another",
            )
    for index, ring in enumerate(queue.rings):
        steps = (*here, index)
        if not queue.by_region and (ring.widen is not None or ring.within_km is not None):
            findings.warn(
                (*steps, "widen" if ring.widen is not None else "within_km"),
                "the callers of this queue are served whatever their region",
                "add by_region: true to the queue, or remove this",
            )
        if ring.stand_ins and _nobody_stands_in(findings):
            findings.warn((*steps, "stand_ins"), "nobody stands in", "add stand_ins to skills or regions")


def _check_opening(findings: Findings, name: str, queue: schema.Queue, here: Steps) -> None:
    """Each ring opens before everybody has left. Who has come from a queue does not overflow back to it."""
    backs = {
        other
        for other, one in findings.company.queues.items()
        if any(way.to_queue == name for way in one.overflow)
    }
    leave = [way for way in queue.overflow if way.waited_over_s is not None and way.to_queue not in backs]
    least_s = min((way.waited_over_s for way in leave if way.waited_over_s is not None), default=None)
    for index, ring in enumerate(queue.rings):
        if least_s is not None and ring.after_s >= least_s:
            findings.warn(
                (*here, index, "after_s"),
                "never opens while somebody is there for the rings before it: "
                f"an overflow takes callers away after {least_s:g} s",
                "let it open earlier, or the overflow hold later",
            )


def _nobody_stands_in(findings: Findings) -> bool:
    company = findings.company
    skills = any(skill.stand_ins for skill in company.skills.values())
    regions = any(region.stand_ins for region in company.regions.values())
    return findings.whole("skills") and findings.whole("regions") and not skills and not regions


def _check_overflow(findings: Findings, queue: str, way: schema.Overflow, here: Steps) -> None:
    findings.refer("queues", way.to_queue, (*here, "to_queue"))
    findings.refer("flows", way.to_flow, (*here, "to_flow"))
    findings.refer("voicemail", way.to_voicemail, (*here, "to_voicemail"))
    findings.refer("outside", way.to_outside, (*here, "to_outside"))
    if not findings.whole(*here):
        return
    to = [field for field in TO if getattr(way, field) is not None]
    if len(to) != 1:
        told = f"leads to {len(to)} places" if to else "leads nowhere"
        findings.at(here, told, f"name one of {', '.join(TO)}")
    if not any(_holds(way, field) for field in WHEN):
        findings.at(here, "never happens", f"say when: {', '.join(WHEN)}")
    if way.to_queue == queue:
        findings.at((*here, "to_queue"), "is this queue itself", "name another one")
    flow = findings.company.flows.get(way.to_flow or "")
    last = silent_way(flow)[-1:] if flow is not None and findings.whole("flows", way.to_flow or "") else []
    if any(isinstance(node, schema.Enqueue) and node.queue == queue for node in last):
        findings.at(
            (*here, "to_flow"),
            f"{quoted(way.to_flow or '')} leads a caller who presses nothing straight back into this queue",
            "lead on to another queue, a voicemail box or a hangup",
        )
    elif _comes_back(findings.company, queue, way):
        findings.at(
            (*here, "to_flow"),
            f"{quoted(way.to_flow or '')} leads callers on in a circle in which nobody says a word to them",
            "say something first, or lead to a queue that does not lead back here",
        )


def _comes_back(company: schema.Company, queue: str, way: schema.Overflow) -> bool:
    """Whether whoever leaves a queue through a flow may be back at once: for ever, as through a flow callers
    come anew. From queue to queue without a flow nobody goes back.
    """
    first = _straight_into(company, way) if _is_at_once(way) else None
    reached, to_do = {first}, [first]
    while to_do:
        here = company.queues.get(to_do.pop() or "")
        for on in filter(_is_at_once, here.overflow if here is not None else ()):
            to = {on.to_queue, _straight_into(company, on)} - reached
            reached |= to
            to_do += to
    return queue in reached


def _is_at_once(way: schema.Overflow) -> bool:
    """Whether it may hold for who has only just come to the queue."""
    return any(_holds(way, field) for field in WHEN if field != "waited_over_s")


def _straight_into(company: schema.Company, way: schema.Overflow) -> str | None:
    """The queue to which a flow leads without a word; None: there is no such flow."""
    flow = company.flows.get(way.to_flow or "")
    start = flow.nodes.get(flow.start) if flow is not None else None
    return start.queue if isinstance(start, schema.Enqueue) else None


def _holds(way: schema.Overflow, field: str) -> bool:
    value = getattr(way, field)
    return value is not None and value is not False


def _check_overflows(findings: Findings, queue: schema.Queue, here: Steps) -> None:
    """None of them is always forestalled by another one. One to a queue never surely does so: it is
    left out for callers who have come from there.
    """
    always_somebody = any(ring.outside for ring in queue.rings)
    for index, way in enumerate(queue.overflow):
        earlier = [each for each in queue.overflow[:index] if each.to_queue is None]
        later = [each for each in queue.overflow[index + 1 :] if each.to_queue is None]
        for field in WHEN:
            if field == "nobody" and way.nobody and always_somebody:
                findings.warn(
                    (*here, index, field),
                    "never happens: the lines to the outside in a ring are always there",
                    "remove it, or the lines from the rings",
                )
            elif _forestalled(way, field, earlier, later):
                findings.warn(
                    (*here, index, field),
                    "never happens: another overflow always comes first",
                    "remove it, or let it hold earlier",
                )


def _forestalled(
    way: schema.Overflow, field: str, earlier: list[schema.Overflow], later: list[schema.Overflow]
) -> bool:
    """Whether others always come first. What is looked at on entry goes by the order in the file, what
    happens in the course of time by the clock.
    """
    if field == "nobody":
        return way.nobody and any(each.nobody for each in earlier)
    limit = getattr(way, field)
    if limit is None:
        return False
    before = [getattr(each, field) for each in earlier]
    after = [getattr(each, field) for each in later] if field == "waited_over_s" else []
    return any(other is not None and other <= limit for other in before) or any(
        other is not None and other < limit for other in after
    )
