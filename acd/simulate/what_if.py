"""What if: a past day, but that some agents work other hours than they did."""

import msgspec

from acd.model.overlay import Absence
from acd.simulate.reading import ReadScenario
from acd.simulate.schema import Habits, WhatIf


def supposing(day: ReadScenario, what_if: WhatIf) -> ReadScenario:
    """The day, but for what is different."""
    known = day.scenario.habits
    habits = {
        agent: _changed(known[agent], change.shifts, change.breaks)
        for agent, change in what_if.habits.items()
    }
    scenario = msgspec.structs.replace(
        day.scenario, scenario=f"{day.scenario.scenario}, but: {what_if.what_if}", habits={**known, **habits}
    )
    # Who comes in at hours that are named is not ill.
    here = {agent for agent, change in what_if.habits.items() if change.shifts is not None}
    meanwhile = tuple(
        wish for wish in day.meanwhile if not (isinstance(wish.edit, Absence) and wish.edit.agent in here)
    )
    return msgspec.structs.replace(day, scenario=scenario, meanwhile=meanwhile)


def _changed(was: Habits, shifts: tuple[str, ...] | None, breaks: tuple[str, ...] | None) -> Habits:
    return msgspec.structs.replace(
        was,
        shifts=was.shifts if shifts is None else shifts,
        breaks=was.breaks if breaks is None else breaks,
    )
