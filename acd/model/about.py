"""What a contact is about, and the table that says what follows from it: needs, wishes and a head start."""

import msgspec

from acd.model.ids import AgentId, QueueId, RegionId
from acd.model.needs import Needs, Preferences


class Topic(msgspec.Struct, frozen=True, kw_only=True):
    """What somebody calls about, as far as a number or a key says it."""

    product: str | None = None
    service: str | None = None


class Entered(msgspec.Struct, frozen=True, kw_only=True):
    """The number at which a customer wants to be called back, as it was keyed in last."""

    number: str
    """In the international form, with a plus sign."""
    times: int = 1
    """So often one has been keyed in."""


class ClockTime(msgspec.Struct, frozen=True, kw_only=True):
    """A time of day that a customer has keyed in: the next moment at which the customer's clock shows it."""

    minute: int
    """After midnight."""
    said_at: float


class About(msgspec.Struct, frozen=True, kw_only=True):
    """What is known of a contact: by the number dialled, the customer's record, the way through the menus."""

    product: str | None = None
    service: str | None = None
    customer_class: str | None = None
    region: RegionId | None = None
    """Where the customer is; None: not known."""
    wanted: AgentId | None = None
    """The person who should take it: the last one, the account's owner, or one asked for."""
    entered: Entered | None = None
    """Where the customer wants to be called back; None: nothing else was said."""
    call_at: ClockTime | None = None
    """When, if it was keyed in."""

    def told(self, topic: Topic) -> "About":
        """With what has been learnt since."""
        return msgspec.structs.replace(
            self, product=topic.product or self.product, service=topic.service or self.service
        )


class HeadStart(msgspec.Struct, frozen=True, kw_only=True):
    """Seconds by which a contact is served earlier than it came, and what they are for."""

    reason: str
    seconds: float


class When(msgspec.Struct, frozen=True, kw_only=True):
    """A condition: for each field that is not empty, the contact's value must be one of those named; and of
    needs, all.
    """

    numbers: frozenset[str] = frozenset()
    languages: frozenset[str] = frozenset()
    products: frozenset[str] = frozenset()
    services: frozenset[str] = frozenset()
    customer_classes: frozenset[str] = frozenset()
    regions: frozenset[RegionId] = frozenset()
    """These, and all within them."""
    queues: frozenset[QueueId] = frozenset()
    needs: Needs = ()
    """What the contact must need: whoever could serve it would meet these, too."""


class Rule(msgspec.Struct, frozen=True, kw_only=True):
    """One row of the company's table: what is asked for a contact that fits the condition."""

    name: str = ""
    """What people call it, in explanations."""

    when: When
    needs: Needs = ()
    preferences: Preferences = ()
    head_start_s: float = 0.0
    """Such contacts are served as if they had come so much earlier."""
