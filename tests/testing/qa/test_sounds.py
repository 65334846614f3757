"""What was heard gets its name: prompts, voices, music, silence."""

import numpy as np
import pytest

from acd.testing.protocol import RATE_HZ
from acd.testing.qa.sounds import KnownSounds, in_words
from acd.testing.recording import Recording, Tape
from acd.testing.tones import Samples
from tests.testing.signals import babble, noise, silence, tone

WELCOME, MENU, CLOSED = babble(2.0, seed=1), babble(3.0, seed=2), babble(2.5, seed=3)
KNOWN = KnownSounds(
    prompts={"welcome": WELCOME, "menu": MENU, "closed": CLOSED}, voices={"Anna": 530, "Ben": 670}
)


def heard(*parts: Samples) -> Recording:
    tape = Tape()
    tape.append(0, np.concatenate(parts).astype("<i2").tobytes())
    return tape.recording()


def names(*parts: Samples) -> list[str]:
    return [what for _, _, what in KNOWN.told(heard(*parts))]


def test_prompts_are_named_in_the_order_in_which_they_were_heard() -> None:
    told = KNOWN.told(heard(MENU, silence(1.0), WELCOME, silence(1.0), MENU))
    assert [what for _, _, what in told] == ["“menu”", "silence", "“welcome”", "silence", "“menu”"]
    from_s, to_s, _ = told[2]
    assert from_s == pytest.approx(4.0, abs=0.2)
    assert to_s == pytest.approx(6.0, abs=0.6)


def test_prompt_that_was_cut_short_is_named_as_a_part_of_it() -> None:
    assert names(WELCOME, MENU[: round(1.2 * RATE_HZ)], silence(1.0))[:2] == ["“welcome”", "a part of “menu”"]


def test_voices_are_named_by_the_people() -> None:
    assert names(tone(530, 1.0), tone(670, 1.0)) == ["the voice of Anna", "the voice of Ben"]


def test_sound_that_nobody_knows_and_that_lasts_is_music() -> None:
    assert names(WELCOME, noise(3.0, 0.2)) == ["“welcome”", "music"]


def test_of_only_some_prompts_the_others_have_no_name() -> None:
    told = KNOWN.only(["menu", "unheard of"]).told(heard(MENU, silence(1.0), WELCOME))
    assert next(what for _, _, what in told) == "“menu”"
    assert "“welcome”" not in [what for _, _, what in told]


def test_neither_a_prompt_nor_a_voice_nor_silence_is_music() -> None:
    assert KNOWN.is_music(noise(1.5, 0.2), RATE_HZ)
    assert not KNOWN.is_music(MENU[RATE_HZ : round(2.5 * RATE_HZ)], RATE_HZ)
    assert not KNOWN.is_music(tone(530, 1.5), RATE_HZ)
    assert not KNOWN.is_music(silence(1.5), RATE_HZ)
    assert not KNOWN.is_music(np.concatenate([noise(0.7, 0.2), silence(0.8)]), RATE_HZ)


def test_nothing_at_all_is_told_as_such() -> None:
    assert in_words(KNOWN.told(heard(silence(0.0)))) == "nothing at all"
