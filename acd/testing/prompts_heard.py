"""Is this prompt in what was heard? Normalised cross-correlation, piece by piece.

The prompt is cut into pieces of about half a second. A piece is found where its correlation with the
recording is high: 1.0 for the same wave, at any level; codecs leave 0.95; other speech mostly stays below
0.4. The prompt is heard when most pieces are found *at the same offset*, give or take what a jitter buffer
drops or adds. So neither a click nor a word that two prompts share is mistaken for the prompt.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from acd.testing.tones import SILENCE_DBFS, Samples

PIECE_S = 0.5
LEAST_PIECES, SHORTEST_PIECE_S = 3, 0.2
"""A short prompt is cut into shorter ones: what a phone loses or stretches spoils only a part of it."""
FOUND_AT = 0.6
ENOUGH = 2
"""One piece alone may be a sound that other words share; two at the right distance are not."""
DRIFT_S = 0.35
"""A machine that stands still for a moment loses a stretch, or adds one: what follows comes so much
earlier or later.
"""
ANCHORS = 6  # pieces that are looked for everywhere; the others only where those say
QUIET_PIECE = 0.1  # of the prompt's own level
AUDIBLE = 32768.0 * 10 ** (SILENCE_DBFS / 20)

Wave = NDArray[np.float64]


@dataclass(frozen=True, kw_only=True)
class Match:
    """How much of a prompt was found, and where it begins (seconds into the recording; None if nowhere)."""

    share: float
    starts_at_s: float | None
    correlation: float
    lasts_s: float = 0.0
    """How long it was heard, from its beginning to the last piece that was found."""


def find_prompt(prompt: Samples, heard: Samples, rate_hz: int, *, anchors: int = ANCHORS) -> Match:
    """Where the prompt fits best. `share` is the part of its audible pieces found there, 0 to 1. Fewer
    `anchors` are quicker and may miss a prompt of which little is there.
    """
    wave, recording = prompt.astype(np.float64), heard.astype(np.float64)
    pieces = _audible_pieces(wave, rate_hz)
    best = Match(share=0.0, starts_at_s=None, correlation=0.0)
    for anchor, piece in pieces[:: max(1, len(pieces) // anchors)]:
        curve = _correlation(piece, recording)
        if not len(curve):
            continue
        offset = int(np.argmax(curve)) - anchor
        peaks = [_peak(piece, recording, offset + start, round(DRIFT_S * rate_hz)) for start, piece in pieces]
        found = [
            start + len(piece) for (start, piece), peak in zip(pieces, peaks, strict=True) if peak >= FOUND_AT
        ]
        share = len(found) / len(pieces) if len(found) >= min(ENOUGH, len(pieces)) else 0.0
        if share > best.share:
            best = Match(
                share=share,
                starts_at_s=offset / rate_hz,
                correlation=float(np.mean(peaks)),
                lasts_s=max(found) / rate_hz,
            )
    return best


def _audible_pieces(wave: Wave, rate_hz: int) -> list[tuple[int, Wave]]:
    """(start, samples) of each piece that is more than a pause; a short prompt is one piece."""
    loud = np.flatnonzero(np.abs(wave) > AUDIBLE)
    if not len(loud):
        return []
    first, end = int(loud[0]), int(loud[-1]) + 1
    least = min(LEAST_PIECES, (end - first) // round(SHORTEST_PIECE_S * rate_hz))
    length = (end - first) // max(1, least, round((end - first) / (PIECE_S * rate_hz)))
    cut = [(start, wave[start : start + length]) for start in range(first, end - length + 1, length)]
    overall = np.sqrt(np.mean(wave[first:end] ** 2))
    return [(start, piece) for start, piece in cut if np.sqrt(np.mean(piece**2)) > QUIET_PIECE * overall]


def _correlation(piece: Wave, stretch: Wave) -> Wave:
    """The correlation (-1 to 1) of a piece with a stretch at every lag; empty if it does not fit in."""
    lags = len(stretch) - len(piece) + 1
    if lags < 1:
        return np.empty(0)
    size = 1 << (len(stretch) + len(piece) - 1).bit_length()
    product = np.fft.irfft(np.fft.rfft(stretch, size) * np.conj(np.fft.rfft(piece, size)), size)[:lags]
    energy = np.concatenate([[0.0], np.cumsum(stretch**2)])
    local = np.sqrt(np.maximum(energy[len(piece) :] - energy[: -len(piece)], AUDIBLE**2 * len(piece)))
    return np.asarray(product / (local * np.linalg.norm(piece)))


def _peak(piece: Wave, recording: Wave, lag: int, drift: int) -> float:
    """The best correlation of a piece within `drift` samples of a lag."""
    stretch = recording[max(0, lag - drift) : max(0, lag + drift + len(piece))]
    curve = _correlation(piece, stretch)
    return float(np.max(curve)) if len(curve) else 0.0
