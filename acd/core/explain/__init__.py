"""Explain: why a contact is still waiting, what comes next for it, and what would help.

Why one was offered to an agent says the matcher, in the offer. Here nothing is decided: the answers come from
the predicates by which the matcher decides and from the handler that moves contacts on, tried out on how the
floor stands. Counts and the first few names, never whole lists, so that an explanation stays small on a large
floor. Made for people who ask: it looks at every agent.
"""

from acd.core.explain.not_yet import ForOne, NotYet, not_yet
from acd.core.explain.remedies import Nearly, Remedies, Shortage
from acd.core.explain.stages import Next, Stage
from acd.core.explain.suitable import Suitable

__all__ = [
    "ForOne",
    "Nearly",
    "Next",
    "NotYet",
    "Remedies",
    "Shortage",
    "Stage",
    "Suitable",
    "not_yet",
]
