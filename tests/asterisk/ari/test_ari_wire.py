import json

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from acd.asterisk.ari.generated import ChannelHangupRequest, RESTResponse, StasisStart
from acd.asterisk.ari.wire import UnknownEvent, Unreadable, decode_frame, encode_request

CHANNEL = {
    "id": "1",
    "protocol_id": "",
    "name": "PJSIP/anna-1",
    "state": "Ring",
    "caller": {"name": "", "number": "100"},
    "connected": {"name": "", "number": ""},
    "accountcode": "",
    "dialplan": {"context": "c", "exten": "e", "priority": 1, "app_name": "Stasis", "app_data": "acd"},
    "creationtime": "2026-05-04T10:11:12.345+0200",
    "language": "en",
}
START = {
    "type": "StasisStart",
    "application": "acd",
    "timestamp": "2026-05-04T10:11:12.345+0200",
    "args": ["inbound"],
    "channel": CHANNEL,
}


def frame(**changes: object) -> bytes:
    return json.dumps(START | changes).encode()


def test_an_event_becomes_its_struct() -> None:
    event = decode_frame(frame())
    assert isinstance(event, StasisStart)
    assert (event.channel.id, event.channel.caller.number, event.args) == ("1", "100", ("inbound",))
    assert event.timestamp.isoformat() == "2026-05-04T10:11:12.345000+02:00"


def test_fields_of_a_newer_asterisk_are_skipped() -> None:
    assert isinstance(decode_frame(frame(mood="cheerful", channel=CHANNEL | {"colour": 7})), StasisStart)


def test_an_unknown_type_keeps_its_fields() -> None:
    event = decode_frame(frame(type="ChannelLevitated", height_m=3))
    assert isinstance(event, UnknownEvent)
    assert event.type == "ChannelLevitated"
    assert event.fields["height_m"] == 3


def test_a_known_type_that_does_not_fit_says_where() -> None:
    event = decode_frame(frame(channel=CHANNEL | {"state": None}))
    assert isinstance(event, UnknownEvent)
    assert event.type == "StasisStart"
    assert "$.channel.state" in event.problem


@pytest.mark.parametrize(
    "garbage",
    [
        b"",
        b"null",
        b"[]",
        b'"StasisStart"',
        b"{}",
        b'{"type":7}',
        b"{",
        b"\xff\xfe",
        b'{"type":"\xff"}',
        b"[" * 100_000,
    ],
    ids=lambda garbage: repr(garbage[:12]),
)
def test_garbage_is_unreadable(garbage: bytes) -> None:
    with pytest.raises(Unreadable):
        decode_frame(garbage)


@given(
    st.binary() | st.text().map(str.encode) | st.dictionaries(st.text(), st.text()).map(msgspec.json.encode)
)
def test_no_frame_breaks_the_reader(any_frame: bytes) -> None:
    try:
        event = decode_frame(any_frame)
    except Unreadable:
        return
    assert isinstance(event, UnknownEvent | RESTResponse | ChannelHangupRequest)


def test_what_is_unreadable_is_not_quoted() -> None:
    with pytest.raises(Unreadable) as caught:
        decode_frame(b'{"caller": "+3612345678"')
    assert "3612345678" not in str(caught.value)


def test_a_request_carries_names_and_values_as_they_are() -> None:
    asked = json.loads(
        encode_request(
            "7", "POST", "channels/a%2Fb/variable", [("variable", "X"), ("value", "ä &=%")], {"a": 1}
        )
    )
    assert asked == {
        "type": "RESTRequest",
        "transaction_id": "7",
        "request_id": "7",
        "method": "POST",
        "uri": "channels/a%2Fb/variable",
        "query_strings": [{"name": "variable", "value": "X"}, {"name": "value", "value": "ä &=%"}],
        "content_type": "application/json",
        "message_body": '{"a":1}',
    }


def test_a_request_without_a_body_has_no_empty_one() -> None:
    assert "message_body" not in json.loads(encode_request("1", "GET", "channels", (), None))
