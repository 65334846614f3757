"""The SIP of the bench's phones: what Asterisk sends is understood, what it gets is well-formed."""

from bench.rig import sip
from bench.rig.listening import Frames

INVITE = (
    b"INVITE sip:desk7@127.0.0.1:4444 SIP/2.0\r\n"
    b"Via: SIP/2.0/UDP 127.0.0.1:5060;rport;branch=z9hG4bKa\r\n"
    b'f: "Somebody" <sip:43155@127.0.0.1>;tag=them\r\n'
    b"t: <sip:desk7@127.0.0.1>\r\n"
    b"m: <sip:asterisk@127.0.0.1:5060>\r\n"
    b"i: one\r\n"
    b"CSeq: 17 INVITE\r\n"
    b"Content-Length: 4\r\n\r\nv=0\r"
)


def test_a_request_is_read_also_in_short_form() -> None:
    read = sip.read(INVITE)
    assert read is not None
    assert (read.status, read.method, read.cseq, read.call_id) == (0, "INVITE", 17, "one")
    assert (read.user, sip.user_of(read.from_), sip.uri_in(read.contact)) == (
        "desk7",
        "43155",
        "sip:asterisk@127.0.0.1:5060",
    )
    assert not read.is_inside


def test_a_reply_can_be_read_and_belongs_to_its_request() -> None:
    invite = sip.read(INVITE)
    assert invite is not None
    answer = sip.reply(invite, "200 OK", tag="us", contact="sip:desk7@127.0.0.1:4444", body="v=0", rport=5060)
    read = sip.read(answer)
    assert read is not None
    assert (read.status, read.method, read.cseq, read.call_id) == (200, "INVITE", 17, "one")
    assert read.to == "<sip:desk7@127.0.0.1>;tag=us"
    assert read.from_ == invite.from_
    assert b";rport=5060;branch=z9hG4bKa\r\n" in answer
    assert answer.endswith(b"Content-Length: 3\r\n\r\nv=0")


def test_a_keep_alive_is_no_message() -> None:
    assert sip.read(b"\r\n\r\n") is None


def test_a_challenge_is_answered_as_the_standard_shows() -> None:
    """The example of RFC 2617, 3.5, with our own counter and nonce."""
    challenge = 'Digest realm="testrealm@host.com", nonce="dcd98b7102dd2f0e8b11d0f600bfb0c093", opaque="5ccc"'
    line = sip.authorization(
        challenge, method="GET", uri="/dir/index.html", user="Mufasa", password="Circle Of Life"
    )
    assert 'response="670fd8c2df070c60b045671b8b24ff02"' in line
    assert 'opaque="5ccc"' in line


def masked(text: bytes, mask: bytes) -> bytes:
    return bytes(byte ^ mask[place % 4] for place, byte in enumerate(text))


def test_the_texts_of_a_websocket_are_cut_out_wherever_the_packets_end() -> None:
    head = b"GET /ari/events HTTP/1.1\r\nUpgrade: websocket\r\n\r\n"
    short, long = b'{"type":"a"}', b'{"type":"' + b"b" * 300 + b'"}'
    stream = (
        head
        + bytes((0x81, len(short)))
        + short
        + bytes((0x89, 2))
        + b"hi"  # a ping
        + bytes((0x81, 0x80 | 126))
        + len(long).to_bytes(2, "big")
        + b"mask"
        + masked(long, b"mask")
    )
    for size in (1, 7, len(stream)):
        frames = Frames()
        parts = [stream[at : at + size] for at in range(0, len(stream), size)]
        assert [text for part in parts for text in frames.feed(part)] == [short, long]


def test_a_plain_request_has_no_frames() -> None:
    assert list(Frames().feed(b"GET /ari/asterisk/info HTTP/1.1\r\nHost: a\r\n\r\n\x81\x02{}")) == []
