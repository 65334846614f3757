import numpy as np
import pytest

from acd.testing.prompts_heard import find_prompt
from acd.testing.protocol import RATE_HZ
from tests.testing.signals import CODECS, babble, noise, silence, through_codec


@pytest.mark.parametrize("codec", CODECS)
@pytest.mark.parametrize("level", [0.2, 1.0])
def test_a_prompt_is_found_at_any_level_through_any_codec(codec: str, level: float) -> None:
    prompt = babble(3.0, seed=1)
    line = np.concatenate([silence(0.7), (prompt * level).astype(np.int16), silence(0.5)])
    match = find_prompt(prompt, through_codec(line, CODECS[codec]), RATE_HZ)
    assert match.share == 1.0
    assert match.starts_at_s == pytest.approx(0.7, abs=0.01)
    assert match.correlation > 0.9


def test_other_speech_is_not_the_prompt() -> None:
    for seed in range(2, 12):
        assert find_prompt(babble(3.0, seed=1), babble(6.0, seed=seed), RATE_HZ).share < 0.3


def test_half_a_prompt_is_half_found() -> None:
    prompt = babble(4.0, seed=1)
    assert 0.35 < find_prompt(prompt, np.concatenate([prompt[:16000], silence(3.0)]), RATE_HZ).share < 0.65


def test_the_right_words_in_the_wrong_order_are_not_the_prompt() -> None:
    prompt = babble(4.0, seed=1)
    shuffled = np.concatenate([prompt[n : n + 8000] for n in (16000, 0, 24000, 8000)])
    assert find_prompt(prompt, shuffled, RATE_HZ).share < 0.5


def test_packets_that_a_jitter_buffer_dropped_or_added_do_not_matter() -> None:
    prompt = babble(4.0, seed=1)
    jumpy = np.concatenate([prompt[:9000], prompt[9160:20000], silence(0.02), prompt[20000:]])
    assert find_prompt(prompt, jumpy, RATE_HZ).share >= 0.8


@pytest.mark.parametrize("at_s", [0.3, 1.1, 2.6])
@pytest.mark.parametrize("lost_s", [0.3, -0.3])
def test_a_moment_in_which_the_machine_stood_still_does_not_matter(at_s: float, lost_s: float) -> None:
    prompt, at, lost = babble(3.8, seed=1), round(at_s * RATE_HZ), round(lost_s * RATE_HZ)
    rest = prompt[at + lost :] if lost > 0 else np.concatenate([silence(-lost_s), prompt[at:]])
    match = find_prompt(prompt, np.concatenate([silence(0.4), prompt[:at], rest, silence(0.5)]), RATE_HZ)
    assert match.share >= 0.8


@pytest.mark.parametrize("seed", range(1, 9))
def test_packets_that_were_added_do_not_hide_a_short_prompt(seed: int) -> None:
    prompt = babble(0.95, seed=seed)
    stretched = np.concatenate([silence(0.3), prompt[:1600], silence(0.06), prompt[1600:]])
    assert find_prompt(prompt, stretched, RATE_HZ).share > 0.6


@pytest.mark.parametrize("seed", range(1, 9))
def test_a_packet_that_was_lost_does_not_hide_a_word(seed: int) -> None:
    word = babble(0.5, seed=seed)
    jumpy = np.concatenate([silence(0.3), word[:1950], word[2110:], silence(0.3)])
    assert find_prompt(word, jumpy, RATE_HZ).share > 0.6


def test_a_short_prompt_is_told_from_another_that_begins_with_the_same_words() -> None:
    beginning = babble(0.35, seed=1)
    prompt = np.concatenate([beginning, babble(0.6, seed=2)])
    other = np.concatenate([beginning, babble(0.8, seed=3)])
    assert find_prompt(prompt, other, RATE_HZ).share < 0.5


def test_a_prompt_under_loud_noise_is_not_called_heard() -> None:
    prompt = babble(3.0, seed=1)
    assert find_prompt(prompt, prompt // 8 + noise(3.0, 0.2), RATE_HZ).share < 0.5


def test_a_word_shorter_than_a_piece_is_found() -> None:
    word = babble(0.3, seed=5)
    match = find_prompt(word, np.concatenate([babble(2.0, seed=6), word, silence(1.0)]), RATE_HZ)
    assert match.share == 1.0
    assert match.starts_at_s == pytest.approx(2.0, abs=0.01)


def test_nothing_is_found_in_nothing() -> None:
    assert find_prompt(babble(1.0, seed=1), silence(0.1), RATE_HZ).share == 0.0
    assert find_prompt(silence(1.0), babble(3.0, seed=1), RATE_HZ).share == 0.0
