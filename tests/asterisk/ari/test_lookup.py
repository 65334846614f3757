"""Look-ups that only the real Asterisk can be asked for; what they find is in `tests/contract`."""

import pytest

from acd.asterisk.ari.client import AriClient
from acd.asterisk.ari.door import AriAccess
from acd.asterisk.ari.errors import AriNotConnected
from acd.asterisk.ari.http import AriHttp
from acd.asterisk.ari.lookup import look_up
from tests.asterisk.ari.conftest import MakeChannel

ASKED_AT = 1234.5


async def test_without_asterisk_it_says_so(app: str) -> None:
    async with AriHttp(AriAccess(url="http://127.0.0.1:9/ari", user="acd", password="p", app=app)) as nowhere:
        with pytest.raises(AriNotConnected):
            await look_up(nowhere, app, ASKED_AT)


async def test_the_far_half_of_a_local_channel_is_not_ours(
    client: AriClient, http: AriHttp, app: str, make_channel: MakeChannel
) -> None:
    ours = await make_channel("rings")
    assert [leg.leg for leg in (await look_up(http, app, ASKED_AT)).legs] == [ours]


async def test_hundreds_of_channels_are_all_found(
    client: AriClient, http: AriHttp, app: str, make_channel: MakeChannel
) -> None:
    names = [await make_channel("rings") for _ in range(150)]
    seen = await look_up(http, app, ASKED_AT)
    assert sorted(leg.leg for leg in seen.legs) == sorted(names)
