"""Where a caller is: by the customer's record, the number dialled, or how the caller's own number begins."""

import msgspec
import pytest

from acd.core.arrival import arrive
from acd.core.floor import Floor
from acd.core.geography import region_of_number
from acd.model.about import About
from acd.model.fact import ContactArrived
from acd.model.ids import ContactId, LegId, RegionId
from acd.model.message import CallArrived
from acd.model.policy import Customer, Policy
from tests.core.small_company import MONDAY_TEN, NORTH, SOUTH
from tests.core.small_variants import fine

EAST = RegionId("east")
PREFIXES = {"+36": NORTH, "+3622": SOUTH, "0622": SOUTH}


def company(region: RegionId | None = None) -> Policy:
    base = fine()
    did = msgspec.structs.replace(base.dids["200"], about=About(region=region))
    return msgspec.structs.replace(
        base,
        dids={"200": did},
        prefixes=PREFIXES,
        customers={"+3699": Customer(name="Ms East", region=EAST, language="hu")},
    )


def arrival(policy: Policy, caller: str | None) -> tuple[RegionId | None, str]:
    message = CallArrived(leg=LegId("leg"), did="200", caller=caller)
    record, _, step = arrive(message, policy.dids["200"], ContactId("c1"), Floor(policy, 1), MONDAY_TEN)
    (arrived,) = step.facts
    assert isinstance(arrived, ContactArrived)
    return arrived.about.region, record.language


@pytest.mark.parametrize(
    ("number", "region"),
    [("+361", NORTH), ("+3622555", SOUTH), ("0622555", SOUTH), ("+43", None), ("", None), ("+3", None)],
)
def test_the_longest_beginning_counts(number: str, region: RegionId | None) -> None:
    assert region_of_number(company(), number) == region


def test_a_caller_is_where_the_number_is() -> None:
    assert arrival(company(), "+3622555")[0] == SOUTH
    assert arrival(company(), "+4366")[0] is None
    assert arrival(company(), None)[0] is None


def test_what_is_said_of_the_number_dialled_counts_more() -> None:
    assert arrival(company(NORTH), "+3622555")[0] == NORTH


def test_the_customers_record_counts_most() -> None:
    assert arrival(company(NORTH), "+3699") == (EAST, "hu")
    assert arrival(company(NORTH), "+3698") == (NORTH, "en")
