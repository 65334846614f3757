"""Absences and incidents in words."""

from collections.abc import Iterator

from acd.model.about import When
from acd.model.overlay import Absence, Edit, Incident, Refusal
from acd.telling.phrases import levels

KINDS = {
    "numbers": "number",
    "queues": "queue",
    "products": "product",
    "services": "service",
    "regions": "region",
    "languages": "language",
    "customer_classes": "customer class",
}


def what(edit: Edit, name: str | None) -> str:
    """``Eva (205)``; ``region north: 120 s earlier, hear outage``. `name` is that of an absent agent."""
    match edit:
        case Absence(agent=agent):
            return f"{name} ({agent})" if name is not None else agent
        case Refusal(number=number):
            return number
        case Incident(when=when, head_start_s=head_start_s, prompt=prompt):
            gains = [f"{head_start_s:g} s earlier"] if head_start_s else []
            gains += [f"hear {prompt}"] if prompt is not None else []
            return f"{', '.join(_concerned(when)) or 'all calls'}: {', '.join(gains)}"


def _concerned(when: When) -> Iterator[str]:
    for field, noun in KINDS.items():
        names: frozenset[str] = getattr(when, field)
        if names:
            yield f"{noun} {' or '.join(sorted(names))}"
    if when.needs:
        yield f"who needs {levels(when.needs)}"
