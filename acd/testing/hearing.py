"""The ears of a call: what was heard, and whether a tone, a prompt, silence or nothing else is in it.

Questions wait for more audio until their time is over, and give a `Hearing`: true or false, and in words what
was heard instead. Those about tones and silence mean *from now on*, that about a prompt means *since the call
began*, because tones last and prompts are played once; `since` says otherwise.
"""

from abc import ABC, abstractmethod
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from acd.testing.prompts_heard import find_prompt
from acd.testing.protocol import RATE_HZ, Moment
from acd.testing.recording import Recording, Tape
from acd.testing.sound_file import read_sound
from acd.testing.tones import describe, only_tone_lasts_s, silence_lasts_s, tone_lasts_s

if TYPE_CHECKING:
    from acd.testing.phone import Phone

LOOK_EVERY_S = 0.2  # of new audio, before a search for a prompt is repeated


@dataclass(frozen=True)
class Hearing:
    """Whether something was heard, and what was heard in words: `assert call.hears_tone(440)` shows them."""

    found: bool
    words: str
    began_ns: int | None = None
    """When what was looked for began (CLOCK_MONOTONIC), where that can be said: in a file that was found."""

    def __bool__(self) -> bool:
        return self.found

    def __repr__(self) -> str:
        return f"<{'heard' if self.found else 'NOT heard'}: {self.words}>"


class Ears(ABC):
    """The part of a call that listens."""

    def __init__(self, phone: "Phone") -> None:
        self.phone = phone
        self.began_at = Moment.now()
        self.tape = Tape()

    @property
    @abstractmethod
    def over(self) -> str:
        """Why nothing more will be heard, in words; "" as long as something may."""

    @property
    def heard(self) -> Recording:
        """All that was heard so far, early media included."""
        with self.phone.changed:
            return self.tape.recording()

    def hears_tone(
        self, hz: float, within_s: float = 2.0, *, for_s: float = 0.2, since: Moment | None = None
    ) -> Hearing:
        """Does this tone dominate what is heard for `for_s` without a break, from now (or `since`) on?"""
        return self._listen(
            lambda audio: tone_lasts_s(audio.samples, hz, audio.rate_hz) >= for_s,
            f"{hz:g} Hz for {for_s:g} s",
            within_s,
            since=since or Moment.now(),
        )

    def hears_only(
        self, hz: float, within_s: float = 3.0, *, for_s: float = 1.0, since: Moment | None = None
    ) -> Hearing:
        """Is this tone, and nothing else louder than 20 dB below it, heard for `for_s`, from now (`since`)?

        Proves that no music or announcement is mixed in. Takes at least `for_s`. Music with pauses needs a
        longer one.
        """
        return self._listen(
            lambda audio: only_tone_lasts_s(audio.samples, hz, audio.rate_hz, for_s=for_s),
            f"only {hz:g} Hz for {for_s:g} s",
            within_s,
            since=since or Moment.now(),
        )

    def hears_silence(
        self, within_s: float = 2.0, *, for_s: float = 0.5, since: Moment | None = None
    ) -> Hearing:
        """Is it silent for `for_s` without a break, from now (or `since`) on? No RTP is silence, too."""
        return self._listen(
            lambda audio: silence_lasts_s(audio.samples, audio.rate_hz) >= for_s,
            f"silence for {for_s:g} s",
            within_s,
            since=since or Moment.now(),
        )

    def hears_file(
        self, path: Path | str, within_s: float = 10.0, *, at_least: float = 0.8, since: Moment | None = None
    ) -> Hearing:
        """Is the sound of this file in what was heard since the call began (or `since`)?

        `at_least` is the share of the file that must be found; lower it for a prompt that is cut short on
        purpose. Level and codec do not matter.
        """
        prompt = read_sound(Path(path))
        prompt_s = len(prompt) / RATE_HZ
        best, searched, began_ns = 0.0, 0, None

        def is_in(audio: Recording) -> bool:
            nonlocal best, searched, began_ns
            first = max(0, searched - len(prompt) - RATE_HZ)  # a second for what the line stretches
            match = find_prompt(prompt, audio.samples[first:], audio.rate_hz)
            if match.share > best and match.starts_at_s is not None:
                best = match.share
                began_ns = audio.moment_ns(first + round(match.starts_at_s * audio.rate_hz))
            searched = len(audio.samples)
            return best >= at_least

        hearing = self._listen(
            is_in,
            f"{path} ({prompt_s:.1f} s)",
            within_s,
            since=since or self.began_at,
            first_look_s=at_least * prompt_s,
            look_every_s=max(LOOK_EVERY_S, prompt_s / 10),
        )
        return Hearing(hearing.found, f"{best:.0%} of {hearing.words}", began_ns if hearing.found else None)

    def _listen(
        self,
        is_heard: Callable[[Recording], bool],
        wanted: str,
        within_s: float,
        *,
        since: Moment,
        first_look_s: float = 0.0,
        look_every_s: float = 0.0,
    ) -> Hearing:
        """Look at what was heard as it grows: first at `first_look_s` of audio, then every `look_every_s`."""
        next_look_s = first_look_s

        def look() -> bool | None:
            nonlocal next_look_s
            audio = self.tape.recording(since.mono_ns)
            if audio.duration_s >= next_look_s:
                next_look_s = audio.duration_s + look_every_s
                if is_heard(audio):
                    return True
            return False if self.over else None

        found = self.phone.wait_quietly(look, within_s)
        with self.phone.changed:
            audio = self.tape.recording(since.mono_ns)
        if not found:
            found = is_heard(audio)  # what has come since the last look
        pieces = describe(audio.samples, audio.rate_hz)
        heard = ", ".join(f"{what} {to_s - from_s:.1f} s" for from_s, to_s, what in pieces) or "no audio"
        over = f"; {self.over}" if self.over else ""
        return Hearing(
            found, f"{wanted}, on {self.phone.name}; in {audio.duration_s:.1f} s it heard: {heard}{over}"
        )
