"""What is known of a customer by a number, before anything is said. A look-up, no machine."""

import msgspec

from acd.core.geography import region_of_number
from acd.model.about import About
from acd.model.policy import Customer, Policy


def known_of(said: About, customer: Customer | None, caller: str | None, policy: Policy) -> About:
    """What is known of a contact before it has said anything. The customer's record counts most, then what is
    said of the number dialled, then how the caller's number begins.
    """
    region = said.region or region_of_number(policy, caller or "")
    if customer is None:
        return msgspec.structs.replace(said, region=region)
    return msgspec.structs.replace(
        said,
        customer_class=customer.customer_class or said.customer_class,
        region=customer.region or region,
    )
