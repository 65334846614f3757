"""What the matcher ought to do, written from the policy's own words and sharing no code with it.

Of all who wait, whoever has the smallest order key and can be served by somebody free is served first: by the
agent whom the queue's way of choosing puts first, then by the longest idle, then by id. Until nobody who is
free can serve anybody. It goes through everybody each time, and is as slow as it looks.

    asking      what is asked for a contact, and how long it waits for one person
    fitness     who may serve it at all
    turns       whose turn it is, and which of the free comes first
    returning   who is waited for again
    choosing    what a wait keeps, and what a choice in the menu of the queue changes
    telling     what those who wait may be told, and when
    reasons     what is to be kept of an offer
"""

from tests.core.oracle.asking import asked_expected, patience_expected, waits_since
from tests.core.oracle.choosing import chosen_wrongly, place_lost
from tests.core.oracle.fitness import unfit, who_is_there
from tests.core.oracle.reasons import whys_expected
from tests.core.oracle.returning import overlooked
from tests.core.oracle.telling import Told
from tests.core.oracle.turns import (
    fits,
    is_called_first,
    is_kept_back,
    may_have,
    pairs_expected,
    room_for_callbacks,
    unfairness,
)

__all__ = [
    "Told",
    "asked_expected",
    "chosen_wrongly",
    "fits",
    "is_called_first",
    "is_kept_back",
    "may_have",
    "overlooked",
    "pairs_expected",
    "patience_expected",
    "place_lost",
    "room_for_callbacks",
    "unfairness",
    "unfit",
    "waits_since",
    "who_is_there",
    "whys_expected",
]
