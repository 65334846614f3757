"""What Asterisk has of ours right now: the look-up that a reconcile begins with."""

from acd.asterisk.ari.calls import get_application, list_bridges, list_channels
from acd.asterisk.ari.door import Door
from acd.asterisk.ari.generated import Channel
from acd.asterisk.ari.translate import INBOUND, arrival
from acd.model.ids import BridgeId, LegId
from acd.model.message import AsteriskSeen, CallArrived, SeenBridge, SeenLeg


async def look_up(door: Door, app: str, asked_at: float) -> AsteriskSeen:
    """All channels and bridges of our application. A bridge without channels belongs to nobody in Asterisk's
    eyes, so ours are known by their name: that of the application.

    Args:
        door: the side door, so that a busy socket does not delay it.
        app: our application's name.
        asked_at: the moment the look-up begins, by the clock of the loop.

    Raises:
        AriNotConnected, AriUnknownOutcome, AriRefused: Asterisk did not answer; look again later.
    """
    application = await get_application(door, app=app)
    ours = set(application.channel_ids) if application else set()
    channels = await list_channels(door)
    bridges = await list_bridges(door)
    return AsteriskSeen(
        asked_at=asked_at,
        legs=tuple(_leg(channel, app) for channel in channels if channel.id in ours),
        bridges=tuple(
            SeenBridge(bridge=BridgeId(bridge.id), legs=tuple(map(LegId, bridge.channels)))
            for bridge in bridges
            if bridge.creator == "Stasis" and bridge.name == app
        ),
    )


def _leg(channel: Channel, app: str) -> SeenLeg:
    return SeenLeg(
        leg=LegId(channel.id),
        up=channel.state == "Up",
        ringing=channel.state == "Ringing",
        arrived=_arrival(channel, app),
    )


def _arrival(channel: Channel, app: str) -> CallArrived | None:
    """How a caller's channel came in, read from the dialplan line that it still stands in."""
    match channel.dialplan.app_data.split(","):
        case [name, first, did, *_] if name == app and first == INBOUND:
            return arrival(channel, did)
        case _:
            return None
