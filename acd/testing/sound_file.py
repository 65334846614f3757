"""Read sound files as Asterisk has them (wav, sln, ulaw, alaw) into 16-bit mono samples of one rate."""

import wave
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from acd.testing.protocol import RATE_HZ
from acd.testing.tones import Samples

RAW_RATES_HZ = {
    ".sln": 8000,
    ".sln16": 16000,
    ".raw": 8000,
    ".ulaw": 8000,
    ".ul": 8000,
    ".alaw": 8000,
    ".al": 8000,
}


class SoundFileError(ValueError):
    """A file that is not sound of a known kind."""


def read_sound(path: Path, rate_hz: int = RATE_HZ) -> Samples:
    """A file's samples, channels mixed and resampled to `rate_hz`; SoundFileError if of unknown kind."""
    kind = path.suffix.lower()
    if kind == ".wav":
        samples, file_rate_hz = _read_wav(path)
    elif kind in RAW_RATES_HZ:
        octets = np.frombuffer(path.read_bytes(), dtype=np.uint8)
        file_rate_hz = RAW_RATES_HZ[kind]
        if kind in (".ulaw", ".ul"):
            samples = ULAW[octets].astype(np.float64)
        elif kind in (".alaw", ".al"):
            samples = ALAW[octets].astype(np.float64)
        else:
            samples = octets[: len(octets) // 2 * 2].view("<i2").astype(np.float64)
    else:
        raise SoundFileError(
            f"{path}: cannot read {kind or 'a file without suffix'}; use .wav, .sln, .ulaw or .alaw"
        )
    return np.clip(np.round(resampled(samples, file_rate_hz, rate_hz)), -32768, 32767).astype(np.int16)


def write_wav(path: Path, samples: Samples, rate_hz: int = RATE_HZ) -> None:
    """Write 16-bit mono samples as a file that any player plays."""
    with wave.open(str(path), "wb") as out:
        out.setnchannels(1)
        out.setsampwidth(2)
        out.setframerate(rate_hz)
        out.writeframes(samples.astype("<i2").tobytes())


def resampled(samples: NDArray[np.float64], from_hz: int, to_hz: int) -> NDArray[np.float64]:
    """The same sound at another rate, band-limited (by its spectrum: good for files, not for streams)."""
    if from_hz == to_hz or not len(samples):
        return samples
    length = round(len(samples) * to_hz / from_hz)
    spectrum = np.fft.rfft(samples)
    kept = np.zeros(length // 2 + 1, dtype=spectrum.dtype)
    bins = min(len(spectrum), len(kept))
    kept[:bins] = spectrum[:bins]
    return np.asarray(np.fft.irfft(kept, length) * (length / len(samples)))


def _read_wav(path: Path) -> tuple[NDArray[np.float64], int]:
    try:
        with wave.open(str(path), "rb") as sound:
            width, channels, rate_hz = sound.getsampwidth(), sound.getnchannels(), sound.getframerate()
            octets = sound.readframes(sound.getnframes())
    except (wave.Error, EOFError) as problem:
        raise SoundFileError(f"{path}: not a PCM wav file ({problem}); convert it with sox") from problem
    if width != 2:
        raise SoundFileError(f"{path}: has {8 * width}-bit samples, not 16; convert it with sox")
    samples = np.frombuffer(octets, dtype="<i2").astype(np.float64)
    return samples.reshape(-1, channels).mean(axis=1), rate_hz


def _ulaw_table() -> Samples:
    octet = ~np.arange(256, dtype=np.int32) & 0xFF
    magnitude = ((((octet & 0x0F) << 3) + 0x84) << ((octet & 0x70) >> 4)) - 0x84
    return np.where(octet & 0x80, -magnitude, magnitude).astype(np.int16)


def _alaw_table() -> Samples:
    octet = np.arange(256, dtype=np.int32) ^ 0x55
    exponent = (octet & 0x70) >> 4
    mantissa = (octet & 0x0F) << 4
    magnitude = np.where(exponent == 0, mantissa + 8, (mantissa + 0x108) << np.maximum(exponent - 1, 0))
    return np.where(octet & 0x80, magnitude, -magnitude).astype(np.int16)


ULAW = _ulaw_table()
ALAW = _alaw_table()
