"""Meanwhile: absences and incidents of a run, entered before it begins; the engine has them begin and end."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from zoneinfo import ZoneInfo

from acd.company.routing import when_of
from acd.core.overlays import objection
from acd.model.ids import AgentId, PromptId
from acd.model.message import EnterOverlay
from acd.model.overlay import Absence, Edit, Incident
from acd.model.policy import Policy
from acd.simulate import schema
from acd.simulate.schema import Scenario

AUTHOR = "simulation"


def local_moment(moment: str, policy: Policy) -> float:
    """A moment of the company's time zone, in seconds since the epoch."""
    local = datetime.strptime(moment, "%Y-%m-%d %H:%M").replace(tzinfo=ZoneInfo(policy.timezone))
    return local.timestamp()


def entered(scenario: Scenario, policy: Policy) -> dict[str, EnterOverlay]:
    """What is entered, by its place in the file."""
    every: dict[str, schema.Meanwhile] = {
        **{f"absences[{place}]": absence for place, absence in enumerate(scenario.absences)},
        **{f"incidents[{place}]": incident for place, incident in enumerate(scenario.incidents)},
    }
    return {
        place: EnterOverlay(
            edit=_edit(each),
            author=AUTHOR,
            reason=each.reason,
            begins_at=local_moment(each.begins, policy),
            ends_at=local_moment(each.until, policy) if each.until is not None else None,
        )
        for place, each in every.items()
    }


def _edit(each: schema.Meanwhile) -> Edit:
    if isinstance(each, schema.Absence):
        return Absence(agent=AgentId(each.agent))
    assert isinstance(each, schema.Incident)
    return Incident(
        when=when_of(each.when),
        head_start_s=each.head_start_s,
        prompt=PromptId(each.prompt) if each.prompt is not None else None,
    )


def objections(scenario: Scenario, policy: Policy) -> Iterator[tuple[str, str]]:
    """What cannot be entered at this company, by its place in the file, and why."""
    starts_at = local_moment(scenario.starts, policy)
    for place, message in entered(scenario, policy).items():
        why = objection(message, policy, starts_at)
        if why is not None:
            yield place, why


def refused(wishes: Iterable[EnterOverlay], policy: Policy) -> Iterator[tuple[EnterOverlay, str]]:
    """What of a past day cannot be entered at this company, and why."""
    for wish in wishes:
        why = objection(wish, policy, wish.begins_at or 0.0)
        if why is not None:
            yield wish, why
