"""Which tone is in this audio, how pure is it, and for how long: pure functions on samples.

A tone of known frequency is fitted to short blocks by least squares (a Goertzel filter that also copes with
blocks that are no whole number of periods). The *share* of a block is how much of its energy the fit
explains: 1.0 for the tone alone, 0.5 for two equally loud tones, near 0 for speech, music or silence.
Telephone codecs cost about 0.001.
"""

from collections.abc import Iterable
from itertools import groupby

import numpy as np
from numpy.typing import NDArray

Samples = NDArray[np.int16]
Levels = NDArray[np.float64]

BLOCK_S = 0.04  # resolves tones 25 Hz apart
HOP_S = 0.02
GLANCE_S = 0.2
SILENCE_DBFS = -50.0
DOMINANT_SHARE = 0.7
PURE_SHARE = 0.99  # everything else together is 20 dB below the tone

# Tones that switches, gateways and keypads make; a phone's own tone keeps away from them.
FOREIGN_TONES_HZ = (620, 697, 770, 852, 941, 950, 1100, 1209, 1336, 1400, 1477, 1633, 1800, 2100)
OWN_TONES_HZ = tuple(
    hz for hz in range(530, 3200, 70) if all(abs(hz - foreign) > 25 for foreign in FOREIGN_TONES_HZ)
)


def own_tone(number: int) -> int:
    """A frequency for the phone with this number; distinct for any run of 30 phones."""
    return OWN_TONES_HZ[number % len(OWN_TONES_HZ)]


def blocks(samples: Samples, rate_hz: int) -> Levels:
    """The audio as overlapping blocks, a row each, of `BLOCK_S` every `HOP_S`, -1 to 1; a rest is lost."""
    length, hop = round(BLOCK_S * rate_hz), round(HOP_S * rate_hz)
    if len(samples) < length:
        return np.empty((0, length))
    rows = np.lib.stride_tricks.sliding_window_view(samples, length)[::hop]
    return rows / 32768.0


def levels_dbfs(samples: Samples, rate_hz: int) -> Levels:
    """The loudness of each block; a full-scale square wave is 0."""
    power = np.mean(blocks(samples, rate_hz) ** 2, axis=1)
    return np.asarray(10 * np.log10(np.maximum(power, 1e-12)))


def tone_shares(samples: Samples, hz: float, rate_hz: int) -> Levels:
    """The share of the tone in each block, 0 where it is silent."""
    rows = blocks(samples, rate_hz)
    angle = 2 * np.pi * hz * np.arange(rows.shape[1]) / rate_hz
    basis, _ = np.linalg.qr(np.stack([np.cos(angle), np.sin(angle)], axis=1))
    energy = np.sum(rows**2, axis=1)
    explained = np.sum((rows @ basis) ** 2, axis=1)
    audible = levels_dbfs(samples, rate_hz) > SILENCE_DBFS
    return np.where(audible, explained / np.maximum(energy, 1e-12), 0.0)


def longest_run_s(flags: Iterable[bool]) -> float:
    """How long the longest unbroken stretch of blocks is."""
    count = max((sum(1 for _ in run) for flag, run in groupby(map(bool, flags)) if flag), default=0)
    return 0.0 if count == 0 else BLOCK_S + (count - 1) * HOP_S


def tone_lasts_s(samples: Samples, hz: float, rate_hz: int, *, share: float = DOMINANT_SHARE) -> float:
    """How long, without a break, the tone has at least this share of the audio."""
    return longest_run_s(tone_shares(samples, hz, rate_hz) >= share)


def silence_lasts_s(samples: Samples, rate_hz: int) -> float:
    """How long it is silent without a break."""
    return longest_run_s(levels_dbfs(samples, rate_hz) < SILENCE_DBFS)


def only_tone_lasts_s(samples: Samples, hz: float, rate_hz: int, *, for_s: float) -> bool:
    """Is there a stretch of `for_s` in which 9 of 10 blocks are the tone and nothing else?

    The tenth block is for the network: a lost or stretched packet breaks the phase, which looks like noise.
    """
    pure = tone_shares(samples, hz, rate_hz) >= PURE_SHARE
    window = max(1, round((for_s - BLOCK_S) / HOP_S) + 1)
    if len(pure) < window:
        return False
    return bool(np.max(np.convolve(pure, np.ones(window), mode="valid")) >= 0.9 * window)


def strongest_hz(samples: Samples, rate_hz: int) -> float | None:
    """The frequency of the strongest tone, to about 1 Hz on 0.2 s of a pure one; None in silence."""
    if len(samples) < round(BLOCK_S * rate_hz):
        return None
    wave = samples / 32768.0
    if 10 * np.log10(max(float(np.mean(wave**2)), 1e-12)) < SILENCE_DBFS:
        return None
    size = 1 << (4 * len(wave) - 1).bit_length()
    spectrum = np.abs(np.fft.rfft(wave * np.hanning(len(wave)), size))
    return float(np.argmax(spectrum)) * rate_hz / size


def describe(samples: Samples, rate_hz: int) -> list[tuple[float, float, str]]:
    """What is heard when, for people: (from_s, to_s, "silence" | "tone 440 Hz" | "speech or music")."""
    step = round(GLANCE_S * rate_hz)
    words = [_in_words(samples[n : n + step], rate_hz) for n in range(0, len(samples) - step + 1, step)]
    for n in range(1, len(words) - 1):
        if words[n - 1] == words[n + 1]:
            words[n] = words[n - 1]  # one odd glance, such as a vowel that looks like a tone
    pieces: list[tuple[float, float, str]] = []
    for what, run in groupby(words):
        from_s = pieces[-1][1] if pieces else 0.0
        pieces.append((from_s, from_s + GLANCE_S * len(list(run)), what))
    return pieces


def _in_words(samples: Samples, rate_hz: int) -> str:
    hz = strongest_hz(samples, rate_hz)
    if hz is None:
        return "silence"
    if float(np.median(tone_shares(samples, hz, rate_hz))) >= DOMINANT_SHARE:
        return f"tone {round(hz / 10) * 10} Hz"
    return "speech or music"
