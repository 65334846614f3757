"""The reasons of an offer in sentences: why this agent, why now."""

from collections.abc import Iterator

from acd.model.why import Decider, Why
from acd.telling.amounts import counted, seconds
from acd.telling.names import Names
from acd.telling.phrases import excluded, instead, levels, meant_for, served_earlier

DECIDERS = {
    Decider.ALONE: "There was nobody else.",
    Decider.PROFICIENCY: "The level decided.",
    Decider.WISHES: "What the caller would like decided: all have what is needed.",
    Decider.ORDER: "The order that the queue names decided.",
    Decider.STAND_IN: "Stand-ins come after all others, in the order in which they are named.",
    Decider.CONTACTS: "Who had fewer contacts today came first.",
    Decider.OCCUPANCY: "Who was less busy lately came first.",
    Decider.IDLE: "Who has waited longest for work came first.",
    Decider.ID: "They were equal in everything: their numbers decided, read as text (1000 before 999).",
}


def because(why: Why, names: Names) -> Iterator[str]:
    """Why this agent, why now: a sentence each."""
    others = (
        f"{names.agent(one.agent)} level {one.proficiency}, idle {seconds(one.idle_s)}"
        for one in why.candidates
    )
    yield f"It had waited {seconds(why.waited_s)}."
    if why.earlier_s:
        yield served_earlier(why.earlier_s, why.head_starts)
    if why.meant_for is not None:
        yield meant_for(why.meant_for, names)
    for passed in why.passed_over:
        yield f"{instead(passed, names)}: substitutes take it."
    if why.stands_in_for:
        yield f"Stands in for {' and '.join(why.stands_in_for)}."
    if why.ring:
        yield f"Ring {why.ring + 1} was open: {levels(why.needs)}."
    if why.region is not None:
        yield f"The customer's region: {why.region}."
    yield f"Candidates, best first: {'; '.join(others)}."
    yield f"{DECIDERS[why.decided_by]}"
    if why.excluded:
        yield f"Left out: {excluded(why.excluded)}."
    if why.ahead:
        yield f"{counted(why.ahead, 'contact')} ahead, for whom none of these was right."
