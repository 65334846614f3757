"""What a call heard so far: samples, and when each of them was played."""

import bisect
from dataclasses import dataclass

import numpy as np

from acd.testing.protocol import RATE_HZ
from acd.testing.tones import Samples


@dataclass(frozen=True, kw_only=True)
class Recording:
    """Audio with its clock: sample `offsets[i]` was played at the CLOCK_MONOTONIC moment `starts_ns[i]`."""

    samples: Samples
    offsets: tuple[int, ...]
    starts_ns: tuple[int, ...]
    rate_hz: int = RATE_HZ

    @property
    def duration_s(self) -> float:
        """How much audio there is, in seconds."""
        return len(self.samples) / self.rate_hz

    def moment_ns(self, sample: int) -> int:
        """When the sample with this index was played (CLOCK_MONOTONIC); ValueError when there is none."""
        if not self.offsets:
            raise ValueError("nothing was heard yet: the call has no audio")
        piece = max(0, bisect.bisect_right(self.offsets, sample) - 1)
        return self.starts_ns[piece] + (sample - self.offsets[piece]) * 1_000_000_000 // self.rate_hz


class Tape:
    """A recording in the making. Guarded by the phone's lock."""

    def __init__(self) -> None:
        self._buffer: Samples = np.empty(RATE_HZ * 8, dtype=np.int16)
        self._length = 0
        self._offsets: list[int] = []
        self._starts_ns: list[int] = []

    def append(self, start_ns: int, chunk: bytes) -> None:
        """Add samples that were played from `start_ns` on."""
        samples = np.frombuffer(chunk, dtype="<i2")
        while self._length + len(samples) > len(self._buffer):
            self._buffer = np.concatenate([self._buffer, np.empty_like(self._buffer)])
        self._offsets.append(self._length)
        self._starts_ns.append(start_ns)
        self._buffer[self._length : self._length + len(samples)] = samples
        self._length += len(samples)

    def recording(self, since_ns: int = 0) -> Recording:
        """What is on the tape now, from a moment on."""
        piece = bisect.bisect_left(self._starts_ns, since_ns)
        first = self._offsets[piece] if piece < len(self._offsets) else self._length
        return Recording(
            samples=self._buffer[first : self._length].copy(),
            offsets=tuple(offset - first for offset in self._offsets[piece:]),
            starts_ns=tuple(self._starts_ns[piece:]),
        )
