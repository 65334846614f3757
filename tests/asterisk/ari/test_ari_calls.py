"""Local channels: what only they do. Everything else about the operations is in `tests/contract`."""

from collections.abc import Callable

from acd.asterisk.ari import calls
from acd.asterisk.ari.client import AriClient
from acd.asterisk.ari.generated import ChannelDestroyed, ChannelHangupRequest
from tests.asterisk.ari.conftest import MakeChannel, Switch
from tests.asterisk.ari.ear import Ear


async def test_create_names_the_far_half_as_well(
    client: AriClient, switch: Switch, app: str, ear: Ear, new_id: Callable[[], str]
) -> None:
    name = new_id()
    await calls.create_channel(
        client,
        channel_id=name,
        endpoint=switch.phone("rings"),
        app=app,
        other_channel_id=f"{name}-far",
    )
    await ear.started(name)
    assert await calls.get_channel(client, channel_id=f"{name}-far") is not None


async def test_a_busy_phone_ends_its_channel_with_the_cause(
    client: AriClient, make_channel: MakeChannel, ear: Ear
) -> None:
    name = await make_channel("busy")
    await calls.dial(client, channel_id=name, ring_s=30)
    await ear.first(ChannelDestroyed, lambda event: event.channel.id == name)
    # Not the cause of ChannelDestroyed: on a Local channel that is now and then 16.
    assert (await ear.first(ChannelHangupRequest, lambda event: event.channel.id == name)).cause == 17
