"""Companies for stories of when customers are called: as `calling_back`, each with one thing more."""

import msgspec

from acd.model.callback import Between, Dialling, Miss
from acd.model.flow import CallBack, Choice, Menu
from acd.model.hours import Hours, Span
from acd.model.ids import FlowId, NodeId
from acd.model.policy import Policy
from tests.core.small_company import SALES

ELEVEN = 11 * 60
MEANWHILE, ASK, LATER = FlowId("meanwhile"), NodeId("ask"), NodeId("later")


def _open(*stretches: tuple[int, int]) -> Hours:
    """On weekdays, in minutes from 11:00. A story begins at 11:00 in Vienna."""
    spans = (
        Span(weekday=weekday, opens_min=ELEVEN + opens, closes_min=ELEVEN + closes)
        for weekday in range(5)
        for opens, closes in stretches
    )
    return Hours(timezone="Europe/Vienna", spans=tuple(spans))


def _dialling(base: Policy, version: int, **changes: object) -> Policy:
    assert base.dialling is not None
    dialling: Dialling = msgspec.structs.replace(base.dialling, **changes)
    return msgspec.structs.replace(base, version=version, dialling=dialling)


def by_day(base: Policy) -> Policy:
    """Customers in Austria and the United States are called from 8:00 to 11:02, and from 11:10 to 12:00. Who
    presses 4 is called between 11:15 and 11:20.
    """
    menu = base.flows[MEANWHILE]
    ask, call = menu.nodes[ASK], menu.nodes[NodeId("call")]
    assert isinstance(ask, Menu)
    assert isinstance(call, CallBack)
    between = Between(opens_min=ELEVEN + 15, closes_min=ELEVEN + 20)
    nodes = menu.nodes | {
        ASK: msgspec.structs.replace(ask, choices=ask.choices | {"4": Choice(next=LATER)}),
        LATER: msgspec.structs.replace(call, between=between),
    }
    flows = base.flows | {menu.id: msgspec.structs.replace(menu, nodes=nodes)}
    return _dialling(
        msgspec.structs.replace(base, flows=flows),
        5,
        hours=_open((-180, 2), (10, 60)),
        timezone="Europe/Vienna",
        countries=frozenset({"AT", "US"}),
    )


def until_evening(base: Policy) -> Policy:
    """As `by_day`, but from 8:00 to 20:00; and one number never."""
    never = frozenset({"+436604444444"})
    return _dialling(by_day(base), 6, hours=_open((-180, 540)), never=never)


def elsewhere(base: Policy) -> Policy:
    """As `until_evening`, but nobody in Austria is called."""
    return _dialling(until_evening(base), 7, countries=frozenset({"US"}))


def one_at_a_time(base: Policy) -> Policy:
    """One customer is called at a time."""
    return _dialling(base, 8, lines=1)


def two_a_minute(base: Policy) -> Policy:
    """Two customers are called within a minute."""
    return _dialling(base, 9, per_minute=2)


def trying_for_long(base: Policy) -> Policy:
    """A busy line is tried again as it is in a company that says nothing of it: for two hours."""
    sales = base.queues[SALES]
    assert sales.callback is not None
    rules = msgspec.structs.replace(
        sales.callback, expires_s=86400.0, retries={Miss.BUSY: (120.0, 300.0, 600.0, 1800.0, 3600.0)}
    )
    queues = base.queues | {SALES: msgspec.structs.replace(sales, callback=rules)}
    return msgspec.structs.replace(base, version=10, queues=queues)
