"""What callers and agents have in common: a phone, ears that remember how far the story is, and a voice."""

import asyncio
from abc import ABC, abstractmethod
from dataclasses import dataclass
from pathlib import Path
from typing import NoReturn

from acd.model.ids import PromptId
from acd.model.policy import Prompt
from acd.speech.synthesis import synthesise
from acd.testing.call import Call
from acd.testing.errors import (
    CallEndedError,
    ExpectationFailed,
    MistakeInTest,
    NotInTimeError,
    told_by_its_message,
)
from acd.testing.hearing import Hearing
from acd.testing.phone import Phone
from acd.testing.protocol import RATE_HZ, Moment
from acd.testing.qa.sounds import in_words
from acd.testing.qa.stack import StackUnderTest
from acd.testing.sound_file import read_sound

__tracebackhide__ = told_by_its_message

MOST = 0.6
"""So much of a prompt must be heard: on a busy machine a phone loses pieces, and other speech does not reach
half as much.
"""
A_PART = 0.2
MUSIC_FOR_S = 1.5
VOICE_FOR_S = 0.5
LINE_BEAT_S = 0.1
"""The ear goes on listening so long before the end of what it has found."""


@dataclass(frozen=True)
class Said:
    """Something that a person has said: a sound that others can be expected to hear."""

    words: str
    file: Path | None = None
    tone_hz: int | None = None


class Person(ABC):
    """Somebody with a phone. `call` is the call that he or she is in, or was in last."""

    def __init__(self, stack: StackUnderTest, phone: Phone, name: str, number: str) -> None:
        self.stack = stack
        self.phone = phone
        self.name = name
        self.number = number
        self._call: Call | None = None
        self._listened_to = Moment.now()
        stack.people.append(self)

    def __repr__(self) -> str:
        return f"<{self.name} {self.number}>"

    @property
    def call(self) -> Call:
        """The call. Raises MistakeInTest before there was one."""
        if self._call is None:
            raise MistakeInTest(f"{self.name} is in no call yet. {self._how_to_get_a_call()}")
        return self._call

    @property
    @abstractmethod
    def contact(self) -> str:
        """The id that `acd explain` and the logs have for this person's call."""

    @abstractmethod
    def _how_to_get_a_call(self) -> str:
        """What a test has to write first, in a sentence."""

    def _begin(self, call: Call) -> None:
        self._call = call
        self._listened_to = call.began_at

    # ── doing ─────────────────────────────────────────────────────────────────────────────────────

    def press(self, keys: str) -> None:
        """Press keys, one after another (RFC 4733). Waits until the call is answered."""
        self._answered().press(keys)

    def say(self, what: str | Path | int, *, language: str | None = None) -> Said:
        """Say a text (it is spoken), play a sound file, or (a number) send a tone of so many Hz from now on.

        A text is in the company's first language unless `language` names another. A person who says nothing
        sends his or her own tone, which is the voice that others hear.
        """
        call = self._answered()
        if isinstance(what, int):
            call.send_tone(what)
            return Said(f"{what} Hz", tone_hz=what)
        if isinstance(what, Path):
            file = _there(what)
        else:
            file = self._spoken(what, language or self.stack.company.languages[0])
        call.play_file(file)
        return Said(str(what), file=file)

    def hold(self) -> None:
        """Put the other on hold."""
        self._answered().hold(self._limit(5.0))

    def unhold(self) -> None:
        """Take the other back from hold."""
        self._answered().unhold(self._limit(5.0))

    def hang_up(self) -> None:
        """End the call, before or after it was answered, and wait until it is over."""
        if self.call.state != "ended":
            self.call.hang_up()
            self.call.wait_ended(self._limit(5.0))

    # ── expecting ─────────────────────────────────────────────────────────────────────────────────

    def hears(self, what: "str | Person | Said | Path", within_s: float = 10.0) -> None:
        """Expect a prompt of the company (by name), another person's voice, or what somebody has said.

        Prompts are expected one after another: each after the end of what was heard before it. A voice has to
        be the only sound: no music and no prompt under it.
        """
        if isinstance(what, Person):
            self._hears_only(what.phone.tone_hz, f"the voice of {what.name}", within_s)
            return
        if isinstance(what, Said) and what.tone_hz is not None:
            self._hears_only(what.tone_hz, f"a tone of {what.tone_hz} Hz", within_s)
            return
        file, name = self._file_of(what)
        hearing = self._listen_for(file, within_s, MOST)
        if not hearing.found or hearing.began_ns is None:
            self._did_not_hear(name, within_s)
        end_ns = hearing.began_ns + int((len(read_sound(file)) / RATE_HZ - LINE_BEAT_S) * 1e9)
        self._listen_until(end_ns)

    def begins_to_hear(self, prompt: str, within_s: float = 10.0) -> None:
        """Expect the beginning of a prompt, and go on while it still plays: to press a key into it."""
        file, name = self._file_of(prompt)
        hearing = self._listen_for(file, within_s, A_PART)
        if not hearing.found or hearing.began_ns is None:
            self._did_not_hear(name, within_s)
        self._listened_to = Moment(hearing.began_ns, 0)

    def has_not_heard(self, prompt: str, *, to_its_end: bool = False) -> None:
        """Expect that the prompt was not heard in this call; with `to_its_end`: not to its end."""
        file, name = self._file_of(prompt)
        share = MOST if to_its_end else A_PART
        if self.call.hears_file(file, 0.0, at_least=share):
            how = f"{name} to its end" if to_its_end else name
            self._fail(f"{self.name} has heard {how}, and should not have.")

    def hears_music(self, within_s: float = 8.0) -> None:
        """Expect music: sound without a break that is neither a prompt nor anybody's voice."""
        sounds, window = self.stack.sounds, round(MUSIC_FOR_S * RATE_HZ)
        since = Moment.now()

        def look() -> bool | None:
            audio = self.call.tape.recording(since.mono_ns)
            if len(audio.samples) >= window and sounds.is_music(audio.samples[-window:], audio.rate_hz):
                return True
            return False if self.call.over else None

        if not self.phone.wait_quietly(look, self._limit(within_s)):
            self._did_not_hear("music", within_s, since)
        self._listened_to = Moment.now()

    def hears_silence(self, for_s: float = 1.0, within_s: float = 5.0) -> None:
        """Expect silence without a break."""
        since = Moment.now()
        if not self.call.hears_silence(self._limit(within_s), for_s=for_s, since=since):
            self._did_not_hear(f"silence for {for_s:g} s", within_s, since)

    def call_ends(self, within_s: float = 5.0) -> None:
        """Expect that the call is ended from the other side."""
        call = self.call
        if self.phone.wait_quietly(lambda: call.over or None, self._limit(within_s)) is None:
            self._fail(f"The call of {self.name} goes on; it should have ended within {within_s:g} s.")
        if call.ended_by == "us":
            self._fail(f"{self.name} hung up; the other side should have ended the call.")

    # ── inside ────────────────────────────────────────────────────────────────────────────────────

    def _limit(self, within_s: float) -> float:
        return within_s * self.stack.patience

    def _answered(self) -> Call:
        try:
            self.call.wait_answered(self._limit(5.0))
        except (CallEndedError, NotInTimeError):
            over = self.call.over or f"it is {self.call.state}"
            raise ExpectationFailed(
                f"The call of {self.name} was not answered: {over}.{self._besides()}"
            ) from None
        if self.call.over:
            raise ExpectationFailed(f"{self.name} is in no call any more: {self.call.over}.{self._besides()}")
        return self.call

    def _besides(self) -> str:
        """What may explain why a call did not come about, on a line of its own; "" if nothing does."""
        return ""

    def _hears_only(self, hz: int, what: str, within_s: float) -> None:
        since = Moment.now()
        if not self.call.hears_only(hz, self._limit(within_s), for_s=VOICE_FOR_S, since=since):
            self._did_not_hear(f"{what} and nothing else", within_s, since)
        self._listened_to = Moment.now()

    def _file_of(self, what: str | Said | Path) -> tuple[Path, str]:
        if isinstance(what, Said) and what.file is not None:
            return what.file, f"what was said ({what.words})"
        if isinstance(what, Path):
            return _there(what), str(what)
        return self.stack.prompt_file(str(what)), f"“{what}”"

    def _listen_for(self, file: Path, within_s: float, share: float) -> Hearing:
        return self.call.hears_file(file, self._limit(within_s), at_least=share, since=self._listened_to)

    def _listen_until(self, mono_ns: int) -> None:
        """Wait until the tape has this moment, or the call is over."""
        end = Moment(mono_ns, 0)

        def reached() -> bool | None:
            return True if self.call.over or len(self.call.tape.recording(mono_ns).samples) else None

        self.phone.wait_quietly(reached, self._limit(60.0))
        self._listened_to = end

    def _spoken(self, text: str, language: str) -> Path:
        prompt = Prompt(id=PromptId("said"), text=text, language=language)
        folder = self.stack.centre.stack.directory / "said"
        folder.mkdir(exist_ok=True)
        made = asyncio.run(synthesise({prompt.id: prompt}, folder))
        return folder / (made[prompt.id].removeprefix("sound:") + ".wav")

    def _did_not_hear(self, wanted: str, within_s: float, since: Moment | None = None) -> NoReturn:
        with self.phone.changed:
            audio = self.call.tape.recording((since or self._listened_to).mono_ns)
        heard = in_words(self.stack.sounds_played().told(audio))
        over = f"\nAnd {self.call.over}." if self.call.over else ""
        self._fail(
            f"{self.name} should have heard {wanted} within {self._limit(within_s):g} s."
            f"\nHeard instead: {heard}.{over}{self._besides()}"
        )

    def _fail(self, message: str) -> NoReturn:
        self.phone.note(f"✗ {message.splitlines()[0]}")
        raise ExpectationFailed(message)


def _there(file: Path) -> Path:
    if not file.is_file():
        raise MistakeInTest(f"There is no sound file {file.absolute()}.")
    return file
