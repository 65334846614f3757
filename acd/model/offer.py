"""An offer: the exclusive reservation of one agent for one contact, while a phone rings."""

import msgspec

from acd.model.ids import AgentId, ContactId, LegId, OfferId, PhoneId, QueueId
from acd.model.people import Failure, Outside
from acd.model.why import Why


class Opening(msgspec.Struct, frozen=True, kw_only=True, tag="opening"):
    """The leg is asked for; the phone does not ring yet."""

    until: float
    """A phone that does not ring by then is unreachable."""


class RingingOffer(msgspec.Struct, frozen=True, kw_only=True, tag="ringing"):
    """The agent's phone rings."""

    since: float
    until: float
    """Not answered by then, the offer has expired."""


class Confirming(msgspec.Struct, frozen=True, kw_only=True, tag="confirming"):
    """A line to the outside was answered: whoever did is asked for a key."""

    since: float
    until: float
    turn: int
    """How often the question was spoken, this time included."""


class Answered(msgspec.Struct, frozen=True, kw_only=True, tag="answered"):
    """The agent took it."""

    at: float


class Failed(msgspec.Struct, frozen=True, kw_only=True, tag="failed"):
    """The agent did not take it."""

    at: float
    failure: Failure


class Withdrawn(msgspec.Struct, frozen=True, kw_only=True, tag="withdrawn"):
    """We took it back: the caller left, or the leg was lost through no fault of the agent."""

    at: float
    reason: str


OfferState = Opening | RingingOffer | Confirming | Answered | Failed | Withdrawn
OPEN_OFFER = (Opening, RingingOffer, Confirming)


class Offer(msgspec.Struct, frozen=True, kw_only=True):
    """One row of the books for one attempt to bring a contact to an agent."""

    id: OfferId
    contact: ContactId
    agent: AgentId
    phone: PhoneId
    leg: LegId
    queue: QueueId
    ring_s: float
    opened_at: float
    outside: Outside | None = None
    """Set for a line to the outside."""
    question: str = ""
    """The sound of what whoever answers such a line is asked, as it was when it was dialled."""
    state: OfferState
    why: Why

    @property
    def is_open(self) -> bool:
        """Whether the agent is still reserved by it."""
        return isinstance(self.state, OPEN_OFFER)
