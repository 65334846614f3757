"""What was decided, and why, in the words of `acd explain`."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from acd.model.agent import RONA
from acd.model.contact import Ending
from acd.model.fact import (
    AgentBecameNotReady,
    ContactArrived,
    ContactEnded,
    DigitsMistaken,
    DigitsTaken,
    Fact,
    KeyMissed,
    KeyMistaken,
    KeyTaken,
    NumberUnknown,
    OfferFailed,
    OfferOpened,
    OfferWithdrawn,
    PlaceRestored,
    PlaceTaken,
    PolicyChanged,
    Surprise,
)
from acd.runtime.ports import Entry
from acd.telling.facts import sentence
from acd.telling.names import Names
from acd.telling.reasons import because


class Sort(StrEnum):
    """What a decision was about; the word stands in the summary."""

    ROUTED = "sent to a queue"
    OFFERED = "offered to an agent"
    MISSED = "not answered, rejected or busy: the caller kept the place"
    WITHDRAWN = "offers taken back"
    PAUSED = "agents taken out of the line after missed calls"
    TURNED = "told out of hours"
    LEFT = "callers who gave up"
    OTHER = "other"


@dataclass(frozen=True, kw_only=True)
class Decision:
    """One decision for people to read."""

    at: float
    sort: Sort
    contact: str | None
    """None: it is about an agent or the service."""
    text: str
    why: str
    """Sentences; "" when the text says it all."""
    caller: str = ""
    """The number of the contact's caller, as far as it is known."""


def decisions(entry: Entry, names: Names) -> Iterator[Decision]:
    """Those among the facts of one entry, in order; what merely happened is left out."""
    for fact in entry.facts:
        told = _told(fact, entry, names)
        if told is not None:
            sort, why = told
            yield Decision(
                at=entry.at,
                sort=sort,
                contact=getattr(fact, "contact", None),
                text=sentence(fact, names),
                why=why,
            )


def _told(fact: Fact, entry: Entry, names: Names) -> tuple[Sort, str] | None:
    """What sort of decision a fact is, and its reasons; None: it is none."""
    match fact:
        case ContactArrived(open=False):
            return Sort.TURNED, "The number has opening hours, and this is not one of them."
        case PlaceTaken():
            return Sort.ROUTED, _by_key(entry)
        case OfferOpened(why=why):
            return Sort.OFFERED, " ".join(because(why, names))
        case OfferFailed():
            return Sort.MISSED, "The caller keeps the place, and the next best agent is asked."
        case PlaceRestored():
            return Sort.OTHER, ""
        case OfferWithdrawn():
            return Sort.WITHDRAWN, ""
        case AgentBecameNotReady(reason=reason) if reason == RONA:
            return Sort.PAUSED, "Too many missed calls in a row: nobody seems to sit there."
        case ContactEnded(
            ending=Ending.ABANDONED | Ending.LEFT_AGAIN | Ending.NO_MESSAGE | Ending.LEFT_IN_MENU
        ):
            return Sort.LEFT, ""
        case ContactEnded(ending=Ending.LOST) | NumberUnknown() | PolicyChanged() | Surprise():
            return Sort.OTHER, ""
        case _:
            return None


def _by_key(entry: Entry) -> str:
    """What led a caller to a queue: the last thing that he or she did, or did not do."""
    for fact in entry.facts:
        match fact:
            case KeyTaken(key=key):
                return f"The caller pressed {key}."
            case DigitsTaken(digits=digits):
                return f"The caller typed {digits}."
            case KeyMistaken() | KeyMissed() | DigitsMistaken():
                return "The caller pressed no key that means something, and gets a person all the same."
            case _:
                pass
    return "The flow of this number leads there."
