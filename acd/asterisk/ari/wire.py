"""Frames of the WebSocket to events and back. Pure: no socket, no state.

Asterisk may be newer than our description. Unknown fields are skipped; an event of an unknown type, or of a
known type that no longer fits, becomes an `UnknownEvent`; only what is no message at all is `Unreadable`.
"""

from typing import TypeAlias

import msgspec

from acd.asterisk.ari.door import Body, Query
from acd.asterisk.ari.generated import Event, RESTQueryStringParameter, RESTRequest

MAX_REQUEST_BYTES = 65_527
"""Asterisk reads frames of up to 65,535 bytes *with* their header of 8; on a longer one it hangs up."""


class UnknownEvent(msgspec.Struct, frozen=True, kw_only=True):
    """An event our description does not know, with its fields as they came and why it was not understood."""

    type: str
    fields: dict[str, object]
    problem: str


class Unreadable(Exception):
    """A frame that is no message of Asterisk's. The message says why, and quotes nothing of it."""


Incoming: TypeAlias = Event | UnknownEvent

_events: msgspec.json.Decoder[Event] = msgspec.json.Decoder(Event)
_objects = msgspec.json.Decoder(dict[str, object])
_encoder = msgspec.json.Encoder()
NOT_DECODED = (msgspec.DecodeError, UnicodeDecodeError, RecursionError)


def encode_request(request_id: str, method: str, path: str, query: Query, body: Body | None) -> bytes:
    """Return the text frame that asks for `method path`."""
    return _encoder.encode(
        RESTRequest(
            type="RESTRequest",
            transaction_id=request_id,
            request_id=request_id,
            method=method,
            uri=path,
            query_strings=tuple(RESTQueryStringParameter(name=name, value=value) for name, value in query),
            content_type=None if body is None else "application/json",
            message_body=None if body is None else _encoder.encode(body).decode(),
        )
    )


def decode_frame(frame: bytes) -> Incoming:
    """Return the event or answer in `frame`. Raises Unreadable when there is none."""
    try:
        return _events.decode(frame)
    except NOT_DECODED as error:
        return _unknown(frame, error)


def _unknown(frame: bytes, error: Exception) -> UnknownEvent:
    try:
        fields = _objects.decode(frame)
    except NOT_DECODED as not_an_object:
        raise Unreadable(f"{len(frame)} bytes: {not_an_object}") from not_an_object
    kind = fields.get("type")
    if not isinstance(kind, str):
        raise Unreadable(f"{len(frame)} bytes: an object without a type") from error
    return UnknownEvent(type=kind, fields=fields, problem=str(error))
