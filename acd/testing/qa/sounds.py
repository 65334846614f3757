"""What people in a test can hear, by name: the prompts of the company, each other's voices, music, silence.

A phone speaks with a tone of its own, so a voice is a frequency. A prompt is found by its wave. What is left,
and lasts, is called music: neither silence, nor a voice, nor a prompt of the company.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import groupby
from math import inf
from pathlib import Path

import numpy as np

from acd.testing.prompts_heard import find_prompt
from acd.testing.recording import Recording
from acd.testing.sound_file import read_sound
from acd.testing.tones import (
    DOMINANT_SHARE,
    GLANCE_S,
    SILENCE_DBFS,
    Samples,
    describe,
    levels_dbfs,
    tone_shares,
)

ANCHORS = 3
PAUSE_S = 0.6
"""A shorter silence is one within a prompt."""
SEAMS, SEAM_S = ("silence", "a sound"), 0.5
"""What is shorter than this, between two things that have a name, is nothing to tell."""
NAMED_AT_S = 0.9
"""So much of a prompt in one piece is enough to name it: two of the pieces it is looked for by."""
MUSIC_S = 1.5
"""Sound that nobody knows and that lasts so long is music."""
MOSTLY = 0.8
"""Of a stretch of music so much is loud enough to be heard."""
PROOF_S = 1.0
"""So much of what is taken for music is looked for in the prompts."""

Stretch = tuple[float, float, str]
"""From, to (seconds into a recording), and what was heard there."""


@dataclass(frozen=True, kw_only=True)
class KnownSounds:
    """Everything that has a name: prompts by theirs, voices by the people."""

    prompts: Mapping[str, Samples]
    voices: Mapping[str, int]
    """Whose tone has how many Hz."""

    def only(self, prompts: Iterable[str]) -> "KnownSounds":
        """The same voices, and of the prompts these."""
        return KnownSounds(
            prompts={name: self.prompts[name] for name in set(prompts) & self.prompts.keys()},
            voices=self.voices,
        )

    def told(self, recording: Recording) -> list[Stretch]:
        """What was heard when, in words for people. Seams, such as the pause after a prompt, are left out."""
        samples, rate_hz = recording.samples, recording.rate_hz
        stretches: list[Stretch] = []
        for from_s, to_s, what in self._at_a_glance(samples, rate_hz):
            if what is not None:
                stretches.append((from_s, to_s, what))
                continue
            part = samples[round(from_s * rate_hz) : round(to_s * rate_hz)]
            stretches += (
                (from_s + start_s, from_s + end_s, name)
                for start_s, end_s, name in self._within(part, rate_hz)
            )
        return [one for one in stretches if one[2] not in SEAMS or one[1] - one[0] >= SEAM_S]

    def is_music(self, samples: Samples, rate_hz: int) -> bool:
        """Is this sound throughout, and neither a voice nor a piece of a prompt?"""
        loud = levels_dbfs(samples, rate_hz) > SILENCE_DBFS
        if not len(loud) or float(np.mean(loud)) < MOSTLY:
            return False
        if any(
            float(np.mean(tone_shares(samples, hz, rate_hz) >= DOMINANT_SHARE)) > 1 - MOSTLY
            for hz in self.voices.values()
        ):
            return False
        heard = samples[-round(PROOF_S * rate_hz) :]
        return all(find_prompt(heard, prompt, rate_hz).share < 0.5 for prompt in self.prompts.values())

    def _at_a_glance(self, samples: Samples, rate_hz: int) -> Iterable[tuple[float, float, str | None]]:
        """Voices and long silences by name; everything between them as None, to be looked into."""
        begun_s: float | None = None
        end_s = 0.0
        for from_s, to_s, what in describe(samples, rate_hz):
            end_s = to_s
            name = self._voice(what) or (what if what == "silence" and to_s - from_s >= PAUSE_S else None)
            if name is None:
                begun_s = from_s if begun_s is None else begun_s
                continue
            if begun_s is not None:
                yield begun_s, from_s, None
                begun_s = None
            yield from_s, to_s, name
        if begun_s is not None:
            yield begun_s, end_s, None

    def _within(self, part: Samples, rate_hz: int) -> Iterable[Stretch]:
        """The prompts in a stretch of sound, and what is between them."""
        at_s = 0.0
        for from_s, to_s, name in [*sorted(self._prompts_in(part, rate_hz)), (len(part) / rate_hz, inf, "")]:
            if from_s - at_s >= GLANCE_S:
                yield from self._rest(part, rate_hz, at_s, from_s)
            if name:
                yield from_s, to_s, name
            at_s = max(at_s, to_s)

    def _prompts_in(self, part: Samples, rate_hz: int) -> Iterable[Stretch]:
        """That of which most is heard first; what has been found is not looked into again."""
        left, end_s = part.copy(), len(part) / rate_hz
        sought = dict(self.prompts)
        while sought:
            found = {name: find_prompt(wave, left, rate_hz, anchors=ANCHORS) for name, wave in sought.items()}
            sought = {
                name: sought[name]
                for name, match in found.items()
                if match.lasts_s >= NAMED_AT_S or match.share > MOSTLY
            }
            if not sought:
                return
            name = max(sought, key=lambda one: found[one].share * len(sought[one]))
            match = found[name]
            begins_s = match.starts_at_s or 0.0
            whole = match.share > MOSTLY
            lasts_s = len(sought[name]) / rate_hz if whole else match.lasts_s
            from_s, to_s = max(0.0, begins_s), min(end_s, begins_s + lasts_s)
            left[round(from_s * rate_hz) : round(to_s * rate_hz)] = 0
            if to_s - from_s < GLANCE_S:
                del sought[name]
                continue
            yield from_s, to_s, f"“{name}”" if whole else f"a part of “{name}”"

    def _rest(self, part: Samples, rate_hz: int, from_s: float, to_s: float) -> Iterable[Stretch]:
        """Silences, tones, and what else there is without a name."""
        glances = describe(part[round(from_s * rate_hz) : round(to_s * rate_hz)], rate_hz)
        for is_silent, run in groupby(glances, lambda one: one[2] == "silence"):
            pieces = list(run)
            start_s, end_s = pieces[0][0], pieces[-1][1]
            if is_silent or (len(pieces) == 1 and pieces[0][2].startswith("tone")):
                name = pieces[0][2]
            else:
                name = "music" if end_s - start_s >= MUSIC_S else "a sound"
            yield from_s + start_s, from_s + end_s, name

    def _voice(self, what: str) -> str | None:
        """Whose voice it is that `describe` calls a tone."""
        return next(
            (f"the voice of {who}" for who, hz in self.voices.items() if what == f"tone {hz} Hz"), None
        )


def in_words(stretches: Iterable[Stretch]) -> str:
    """``“welcome” 2.0 s, silence 0.4 s, music 3.1 s``."""
    return ", ".join(f"{what} {to_s - from_s:.1f} s" for from_s, to_s, what in stretches) or "nothing at all"


def read_all(files: Mapping[str, Path]) -> dict[str, Samples]:
    """The sounds of prompts by their names."""
    return {name: read_sound(file) for name, file in files.items()}
