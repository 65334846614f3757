from itertools import pairwise

import numpy as np
import pytest

from acd.testing import tones
from acd.testing.protocol import RATE_HZ
from tests.testing.signals import CODECS, babble, noise, silence, through_codec, tone


@pytest.mark.parametrize("hz", tones.OWN_TONES_HZ)
@pytest.mark.parametrize("codec", CODECS)
def test_an_own_tone_survives_the_codec_and_is_no_other_phones(hz: int, codec: str) -> None:
    heard = through_codec(tone(hz, 0.5), CODECS[codec])
    assert tones.tone_lasts_s(heard, hz, RATE_HZ) == pytest.approx(0.5, abs=0.03)
    assert tones.only_tone_lasts_s(heard, hz, RATE_HZ, for_s=0.4)
    for other in tones.OWN_TONES_HZ:
        if other != hz:
            assert tones.tone_lasts_s(heard, other, RATE_HZ) == 0.0


def test_a_quiet_tone_is_heard_and_a_faint_one_is_silence() -> None:
    assert tones.tone_lasts_s(through_codec(tone(740, 0.5, level=0.01), CODECS["alaw"]), 740, RATE_HZ) > 0.4
    faint = tone(740, 0.5, level=0.001)
    assert tones.tone_lasts_s(faint, 740, RATE_HZ) == 0.0
    assert tones.silence_lasts_s(faint, RATE_HZ) > 0.4


def test_only_an_unbroken_tone_counts() -> None:
    broken = np.concatenate([tone(740, 0.15), silence(0.1), tone(740, 0.15)])
    assert 0.1 <= tones.tone_lasts_s(broken, 740, RATE_HZ) < 0.2


def test_of_two_equal_tones_none_dominates() -> None:
    both = tone(740, 0.5) + tone(1300, 0.5)
    assert tones.tone_lasts_s(both, 740, RATE_HZ) == 0.0
    assert tones.tone_lasts_s(both, 1300, RATE_HZ) == 0.0


@pytest.mark.parametrize("decibels_below", [3, 10, 16])
def test_music_under_the_tone_is_noticed(decibels_below: int) -> None:
    level = 0.25 / np.sqrt(2) * 10 ** (-decibels_below / 20)
    mixed = tone(740, 2.0) + noise(2.0, level=level)
    assert not tones.only_tone_lasts_s(mixed, 740, RATE_HZ, for_s=1.0)


def test_the_only_tone_may_lose_a_packet_but_not_two_in_ten() -> None:
    lossy = tone(740, 1.0)
    lossy[4000:4160] = 0
    assert tones.only_tone_lasts_s(lossy, 740, RATE_HZ, for_s=1.0)
    for start in range(0, 8000, 800):
        lossy[start : start + 160] = 0
    assert not tones.only_tone_lasts_s(lossy, 740, RATE_HZ, for_s=1.0)


def test_speech_noise_and_silence_are_no_tone() -> None:
    for sound in (babble(3.0, seed=1), noise(3.0), silence(3.0)):
        assert max(tones.tone_lasts_s(sound, hz, RATE_HZ) for hz in tones.OWN_TONES_HZ) < 0.2


def test_too_little_audio_is_nothing() -> None:
    for sound in (silence(0.0), tone(740, 0.03)):
        assert tones.tone_lasts_s(sound, 740, RATE_HZ) == 0.0
        assert tones.silence_lasts_s(sound, RATE_HZ) == 0.0
        assert not tones.only_tone_lasts_s(sound, 740, RATE_HZ, for_s=0.1)
        assert tones.strongest_hz(sound, RATE_HZ) is None
        assert tones.describe(sound, RATE_HZ) == []


@pytest.mark.parametrize("hz", [300, 777, 1234, 3300])
def test_the_strongest_frequency_is_measured(hz: int) -> None:
    assert tones.strongest_hz(tone(hz, 0.2) + noise(0.2, 0.02), RATE_HZ) == pytest.approx(hz, abs=2)
    assert tones.strongest_hz(silence(0.2), RATE_HZ) is None


def test_a_recording_is_told_in_words() -> None:
    heard = np.concatenate([silence(0.4), tone(740, 1.0), babble(1.2, seed=3), silence(0.4)])
    pieces = [
        (round(from_s, 1), round(to_s, 1), what) for from_s, to_s, what in tones.describe(heard, RATE_HZ)
    ]
    assert pieces == [
        (0.0, 0.4, "silence"),
        (0.4, 1.4, "tone 740 Hz"),
        (1.4, 2.6, "speech or music"),
        (2.6, 3.0, "silence"),
    ]


def test_own_tones_keep_away_from_each_other_and_from_the_network() -> None:
    own = tones.OWN_TONES_HZ
    assert len({tones.own_tone(n) for n in range(30)}) == 30
    assert min(b - a for a, b in pairwise(own)) >= 50
    assert all(abs(hz - foreign) > 25 for hz in own for foreign in tones.FOREIGN_TONES_HZ)
