"""What Asterisk's events about the end of a channel mean. Each was seen on a running Asterisk."""

from datetime import UTC, datetime
from typing import Any

import msgspec
import pytest

from acd.asterisk.ari.generated import Channel, ChannelDestroyed, ChannelHangupRequest, StasisEnd
from acd.asterisk.ari.translate import Translator
from acd.model.ids import LegId
from acd.model.message import LegVanished

AT = datetime(2026, 1, 1, tzinfo=UTC)
CHANNEL = msgspec.convert(
    {
        "id": "call-1",
        "protocol_id": "1",
        "name": "PJSIP/caller-1",
        "state": "Up",
        "caller": {"name": "", "number": ""},
        "connected": {"name": "", "number": ""},
        "accountcode": "",
        "dialplan": {"context": "c", "exten": "s", "priority": 1, "app_name": "Stasis", "app_data": ""},
        "creationtime": AT.isoformat(),
        "language": "en",
    },
    type=Channel,
)
END = StasisEnd(application="acd", timestamp=AT, channel=CHANNEL)


def request(**fields: Any) -> ChannelHangupRequest:
    return ChannelHangupRequest(application="acd", timestamp=AT, channel=CHANNEL, **fields)


def destroyed(cause: int) -> ChannelDestroyed:
    return ChannelDestroyed(application="acd", timestamp=AT, channel=CHANNEL, cause=cause, cause_txt="")


@pytest.mark.parametrize(
    ("before", "end", "cause", "lost"),
    [
        (None, END, None, False),
        (None, destroyed(17), 17, False),
        (request(cause=17), END, 17, False),
        (request(cause=17), destroyed(16), 17, False),
        (request(cause=32, soft=True), END, None, False),  # our own DELETE: 32 is no cause
        (request(cause=32, soft=True), destroyed(19), 19, False),
        (request(cause=4, soft=True), END, None, True),  # core stop now
        (request(cause=4, soft=True), destroyed(16), None, True),
    ],
)
def test_the_end_of_a_channel(
    before: ChannelHangupRequest | None, end: StasisEnd | ChannelDestroyed, cause: int | None, lost: bool
) -> None:
    translator = Translator()
    if before is not None:
        assert translator.translate(before) is None
    assert translator.translate(end) == LegVanished(leg=LegId("call-1"), cause=cause, lost=lost)


def test_a_cause_is_told_once() -> None:
    translator = Translator()
    translator.translate(request(cause=4, soft=True))
    translator.translate(END)
    assert translator.translate(destroyed(16)) == LegVanished(leg=LegId("call-1"), cause=16)
