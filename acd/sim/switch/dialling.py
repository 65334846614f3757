"""Making a channel to a phone, and letting it ring."""

from acd.asterisk.ari.door import Body, Query
from acd.asterisk.ari.generated import CallerID
from acd.sim.switch.answers import (
    ALLOCATION_FAILED,
    DONE,
    ID_IN_USE,
    INVALID_ENDPOINT,
    NO_CHANNEL,
    NOT_DOWN,
    NOT_IN_STASIS,
    Reply,
    found,
)
from acd.sim.switch.channels import Channel, enter
from acd.sim.switch.endings import ASKED, NO_ANSWER, NORMAL, end_from_here, finish, request_hangup
from acd.sim.switch.exchange import App, Exchange
from acd.sim.switch.people import SimRinging, tell_dial
from acd.sim.switch.phones import DeskPhone

DISPLAY_NAME, DISPLAY_NUMBER = "CONNECTEDLINE(name,i)", "CONNECTEDLINE(num,i)"
NO_ANSWER_CODE = 480
"""What the phone's side gets told at the end of `dial`'s time; it shows as the technical cause."""


def create(exchange: Exchange, query: Query, body: Body | None) -> Reply:
    """Make a channel that does not ring yet. It enters its application after the answer."""
    given = dict(query)
    technology, slash, resource = given.get("endpoint", "").partition("/")
    if not slash or not given.get("app"):
        return INVALID_ENDPOINT
    phone = exchange.phones.get(resource)
    if technology != "PJSIP" or phone is None or phone.on_ring is None:
        return ALLOCATION_FAILED
    channel_id = given.get("channelId") or f"{exchange.started_at:.0f}.{next(exchange.serial)}"
    if channel_id in exchange.channels:
        return ID_IN_USE
    app = exchange.apps.get(given["app"])
    channel = Channel(
        exchange, channel_id, f"PJSIP/{phone.name}-{next(exchange.serial):08x}", "Down", "acd-internal"
    )
    channel.phone = phone.name
    channel.follower = app
    channel.arguments = tuple(given["appArgs"].split(",")) if given.get("appArgs") else ()
    channel.caller = CallerID(name="", number=phone.name)
    _take_variables(channel, body)
    _follow_originator(exchange, channel, given.get("originator", ""), app)
    exchange.channels[channel_id] = phone.channels[channel_id] = channel
    exchange.later(exchange.order.entering_s, lambda: _come_in(channel, given["app"]))
    return found(channel.snapshot())


def dial(exchange: Exchange, channel_id: str, timeout_s: float) -> Reply:
    """Let a created channel ring. Asked once more while it is Down, it is hung up."""
    channel = exchange.channels.get(channel_id)
    if channel is None:
        return NO_CHANNEL
    if channel.in_app is None:
        return NOT_IN_STASIS
    if channel.state != "Down":
        return NOT_DOWN
    if channel.is_dialled:
        request_hangup(channel, None)
        end_from_here(channel, NORMAL)
        return DONE
    channel.is_dialled = True
    tell_dial(channel, "", dialstring=channel.phone)
    phone = exchange.phones[channel.phone]
    exchange.later(exchange.order.travelling_s, lambda: _arrive(channel, phone))
    exchange.later(timeout_s, lambda: _give_up(channel))
    return DONE


def _take_variables(channel: Channel, body: Body | None) -> None:
    variables = body.get("variables") if body else None
    if isinstance(variables, dict):
        channel.variables.update(variables)
        channel.connected = CallerID(
            name=channel.variables.get(DISPLAY_NAME, ""), number=channel.variables.get(DISPLAY_NUMBER, "")
        )


def _follow_originator(exchange: Exchange, channel: Channel, originator_id: str, app: App | None) -> None:
    """One linked id for both, and the end of the first is told in full from now on."""
    originator = exchange.channels.get(originator_id)
    if originator is not None:
        channel.linked_id = originator.linked_id
        originator.follower = app


def _come_in(channel: Channel, name: str) -> None:
    """Enter the application, or end if nobody has connected it."""
    if channel.is_over:
        return
    if channel.exchange.is_connected(name):
        channel.follower = channel.exchange.app(name)
        enter(channel, channel.follower)
    else:
        finish(channel, NORMAL)


def _arrive(channel: Channel, phone: DeskPhone) -> None:
    """The call is at the phone."""
    if channel.is_over or phone.is_unplugged or phone.on_ring is None:
        return
    ringing = channel.party = SimRinging(channel)
    phone.on_ring(ringing)
    if not ringing.is_quiet:
        ringing.ring()


def _give_up(channel: Channel) -> None:
    """The end of `dial`'s time."""
    if not channel.is_over and channel.state != "Up":
        request_hangup(channel, ASKED, soft=True)
        end_from_here(channel, NO_ANSWER, tech_cause=NO_ANSWER_CODE)
