"""Sounds made by arithmetic, and what a telephone line does to them."""

import numpy as np

from acd.testing.protocol import RATE_HZ
from acd.testing.sound_file import ALAW, ULAW
from acd.testing.tones import Samples


def tone(hz: float, seconds: float, level: float = 0.25) -> Samples:
    """A sine; `level` is a share of full scale."""
    time_s = np.arange(round(seconds * RATE_HZ)) / RATE_HZ
    return (32767 * level * np.sin(2 * np.pi * hz * time_s)).astype(np.int16)


def silence(seconds: float) -> Samples:
    return np.zeros(round(seconds * RATE_HZ), dtype=np.int16)


def noise(seconds: float, level: float = 0.1, seed: int = 1) -> Samples:
    """White noise that is the same each time; `level` is its effective value."""
    wave = np.random.default_rng(seed).normal(0.0, 32767 * level, round(seconds * RATE_HZ))
    return np.clip(wave, -32768, 32767).astype(np.int16)


def babble(seconds: float, seed: int) -> Samples:
    """Something like speech: bursts of coloured noise with gliding pitch and pauses, new for each seed."""
    random = np.random.default_rng(seed)
    pieces: list[Samples] = []
    while sum(map(len, pieces)) < seconds * RATE_HZ:
        length_s = random.uniform(0.08, 0.3)
        time_s = np.arange(round(length_s * RATE_HZ)) / RATE_HZ
        pitch = random.uniform(90, 250) + random.uniform(-200, 200) * time_s
        phase = 2 * np.pi * np.cumsum(pitch) / RATE_HZ
        formants = random.uniform(0.1, 1.0, 12)
        wave = sum(share * np.sin((n + 1) * phase) for n, share in enumerate(formants))
        pieces.append((np.asarray(wave) * 2000 * np.hanning(len(time_s))).astype(np.int16))
        pieces.append(silence(random.uniform(0.0, 0.1)))
    return np.concatenate(pieces)[: round(seconds * RATE_HZ)]


def through_codec(samples: Samples, table: Samples) -> Samples:
    """As it arrives after G.711: each sample becomes the nearest that the code has."""
    values = np.unique(table).astype(np.int32)
    upper = np.clip(np.searchsorted(values, samples), 1, len(values) - 1)
    lower = upper - 1
    take_lower = samples - values[lower] < values[upper] - samples
    return values[np.where(take_lower, lower, upper)].astype(np.int16)


CODECS = {"alaw": ALAW, "ulaw": ULAW}
