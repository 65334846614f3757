"""The outlook from one place in a line: who stands ahead, and who is there to serve them."""

import msgspec


class Outlook(msgspec.Struct, frozen=True, gc=False):
    """What the matcher sees from a contact's place."""

    free_in_s: float | None
    """Somebody who may be offered the contact in so many seconds has nothing to do; None: nobody, ever."""
    agents: int = 0
    """At work, busy or not, who could serve it."""
    agents_in_s: float = 0.0
    """So many seconds from now they may: then their ring opens."""
    ahead: int = 0
    """Contacts of the same need class with an earlier turn."""
    beside: float = 0.0
    """Other contacts with an earlier turn: of each the share of its agents who could serve this one, too."""


FREE = Outlook(0.0)
"""Somebody who may be offered the contact has nothing to do."""

DESERTED = Outlook(None)
"""Nobody who could serve the contact is at work."""
