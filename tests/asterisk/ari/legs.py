"""Legs for the link to find, made behind its back."""

from acd.asterisk.ari import calls
from acd.asterisk.ari.client import AriClient
from acd.asterisk.ari.http import AriHttp
from tests.asterisk.ari.conftest import Switch
from tests.asterisk.ari.ear import Ear


async def make_leg(door: AriHttp, switch: Switch, app: str, leg: str, behaviour: str = "rings") -> None:
    """A leg of an offer, while the link is there."""
    await calls.create_channel(
        door, channel_id=leg, endpoint=switch.phone(behaviour), app=app, app_args=("offer", "o1")
    )


async def leave_leg(door: AriHttp, switch: Switch, app: str, leg: str) -> None:
    """A leg that an earlier controller has left behind."""
    ear = Ear()
    async with AriClient(switch.access(app), ear, jitter=lambda: 1.0) as earlier:
        await earlier.wait_connected(5.0)
        await make_leg(door, switch, app, leg)
        await ear.started(leg)
