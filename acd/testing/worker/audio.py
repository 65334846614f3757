"""The audio ends of a phone: each line sends a tone or a recording, and passes on what it hears.

pjsua2 calls a line every 20 ms from its clock thread, so the code here must be quick and must not raise. The
lines are made once and are never destroyed: taking ports out of a running conference bridge is where pjsua2
is fragile.
"""

import array
import ctypes
import math
from collections.abc import Callable, Iterator

import pjsua2 as pj

from acd.testing.protocol import (
    FRAME_BYTES,
    FRAME_MS,
    RATE_HZ,
    Heard,
    Moment,
    Pcm,
    Played,
    Silence,
    Sound,
    Tone,
)

FRAMES_PER_MESSAGE = 2
TONE_LEVEL = 0.25  # of full scale: -12 dB, so that two phones and music mix without clipping


def tone_frames(hz: int) -> Iterator[bytes]:
    """Frames of a sine without end. An integer frequency repeats exactly every second."""
    second = array.array(
        "h",
        (round(32767 * TONE_LEVEL * math.sin(2 * math.pi * hz * n / RATE_HZ)) for n in range(RATE_HZ)),
    ).tobytes()
    while True:
        for start in range(0, len(second), FRAME_BYTES):
            yield second[start : start + FRAME_BYTES]


def frames_of(samples: bytes) -> Iterator[bytes]:
    """Frames of a recording, the last one filled up with silence."""
    for start in range(0, len(samples), FRAME_BYTES):
        yield samples[start : start + FRAME_BYTES].ljust(FRAME_BYTES, b"\0")


def silent_frames() -> Iterator[bytes]:
    """Frames of silence without end."""
    while True:
        yield bytes(FRAME_BYTES)


def octets(frame: "pj.MediaFrame") -> bytes:
    """A frame's bytes, read where the C++ vector keeps them: 2 µs; walking it from Python takes 140."""
    begin, end, _ = (ctypes.c_size_t * 3).from_address(int(frame.buf.this))
    return ctypes.string_at(begin, end - begin)


def octets_slowly(frame: "pj.MediaFrame") -> bytes:
    """The same by the public way."""
    return bytes(frame.buf)


def frame_reader() -> "Callable[[pj.MediaFrame], bytes]":
    """The quick reader if this build's vectors are laid out as expected, else the slow one."""
    probe = pj.MediaFrame()
    pattern = bytes(n % 251 for n in range(FRAME_BYTES))
    probe.buf = pj.ByteVector(pattern)
    return octets if octets(probe) == pattern else octets_slowly


class Line(pj.AudioMediaPort):  # type: ignore[misc]  # pjsua2 has no types
    """One pair of ear and mouth, lent to one call at a time."""

    def __init__(self, number: int, tone_hz: int, emit: Callable[[Heard | Played], None]) -> None:
        super().__init__()
        self.call: str | None = None
        self._tone_hz = tone_hz
        self._emit = emit
        self._read = frame_reader()
        self._source: Iterator[bytes] = silent_frames()
        self._kept: list[bytes] = []
        self._kept_since = Moment.now()
        layout = pj.MediaFormatAudio()
        layout.type = pj.PJMEDIA_TYPE_AUDIO
        layout.clockRate = RATE_HZ
        layout.channelCount = 1
        layout.bitsPerSample = 16
        layout.frameTimeUsec = FRAME_MS * 1000
        self.createPort(f"line-{number}", layout)

    def lend(self, call: str) -> None:
        """Start serving a call, with the phone's own tone."""
        self.speak(Tone(self._tone_hz))
        self.call = call

    def take_back(self) -> None:
        """Stop serving; what is still kept is passed on first."""
        self._flush()
        self.call = None
        self._source = silent_frames()

    def speak(self, sound: Sound) -> None:
        """Change what is sent, from the next frame on."""
        match sound:
            case Tone(hz):
                self._source = tone_frames(hz)
            case Silence():
                self._source = silent_frames()
            case Pcm(samples):
                self._source = self._once(samples)

    def _once(self, samples: bytes) -> Iterator[bytes]:
        yield from frames_of(samples)
        if self.call is not None:
            self._emit(Played(Moment.now(), self.call))
        yield from tone_frames(self._tone_hz)

    def _flush(self) -> None:
        if self._kept and self.call is not None:
            self._emit(Heard(self._kept_since, self.call, b"".join(self._kept)))
        self._kept = []

    def onFrameRequested(self, frame: "pj.MediaFrame") -> None:  # noqa: N802 - pjsua2's name
        """The bridge wants the next 20 ms to send."""
        frame.type = pj.PJMEDIA_FRAME_TYPE_AUDIO
        frame.buf = pj.ByteVector(next(self._source))

    def onFrameReceived(self, frame: "pj.MediaFrame") -> None:  # noqa: N802 - pjsua2's name
        """The bridge has 20 ms that were heard; an empty frame when nobody is connected."""
        if frame.type != pj.PJMEDIA_FRAME_TYPE_AUDIO or self.call is None:
            return
        if not self._kept:
            self._kept_since = Moment.now()
        self._kept.append(self._read(frame))
        if len(self._kept) >= FRAMES_PER_MESSAGE:
            self._flush()
