import shutil
import subprocess
import wave
from pathlib import Path

import numpy as np
import pytest

from acd.testing.prompts_heard import find_prompt
from acd.testing.protocol import RATE_HZ
from acd.testing.recording import Tape
from acd.testing.sound_file import SoundFileError, read_sound
from acd.testing.tones import Samples, only_tone_lasts_s
from tests.testing.signals import babble, tone


def write_wav(path: Path, samples: Samples, rate_hz: int, channels: int = 1) -> Path:
    with wave.open(str(path), "wb") as sound:
        sound.setparams((channels, 2, rate_hz, 0, "NONE", ""))
        sound.writeframes(samples.tobytes())
    return path


def test_wav_is_read_as_it_is(tmp_path: Path) -> None:
    samples = babble(1.0, seed=1)
    assert np.array_equal(read_sound(write_wav(tmp_path / "a.wav", samples, RATE_HZ)), samples)


def test_other_rates_and_stereo_become_one_channel_at_the_rate_asked_for(tmp_path: Path) -> None:
    time_s = np.arange(16000) / 16000
    left = (8000 * np.sin(2 * np.pi * 740 * time_s)).astype(np.int16)
    path = write_wav(tmp_path / "a.wav", np.stack([left, left], axis=1), 16000, channels=2)
    samples = read_sound(path)
    assert len(samples) == RATE_HZ
    assert only_tone_lasts_s(samples, 740, RATE_HZ, for_s=0.8)
    assert np.max(samples) == pytest.approx(8000, rel=0.02)


@pytest.mark.parametrize(("suffix", "encoding"), [("ulaw", "mu-law"), ("alaw", "a-law"), ("sln", "signed")])
def test_raw_files_mean_what_sox_means_by_them(tmp_path: Path, suffix: str, encoding: str) -> None:
    if shutil.which("sox") is None:
        pytest.skip("sox is not installed: apt-get install sox")
    prompt = babble(1.0, seed=1)
    raw = tmp_path / f"a.{suffix}"
    bits = "16" if suffix == "sln" else "8"
    source = write_wav(tmp_path / "a.wav", prompt, RATE_HZ)
    subprocess.run(["sox", source, "-t", "raw", "-e", encoding, "-b", bits, raw], check=True)
    samples = read_sound(raw)
    assert len(samples) == len(prompt)
    assert np.max(np.abs(samples - prompt.astype(np.int32))) < 0.04 * np.max(np.abs(prompt))
    assert find_prompt(prompt, samples, RATE_HZ).correlation > 0.99


def test_what_is_no_sound_is_refused_with_a_remedy(tmp_path: Path) -> None:
    text = tmp_path / "a.wav"
    text.write_text("not sound")
    with pytest.raises(SoundFileError, match="convert it with sox"):
        read_sound(text)
    with pytest.raises(SoundFileError, match=r"use \.wav"):
        read_sound(tmp_path / "a.mp3")


def test_a_tape_knows_when_each_sample_was_played() -> None:
    tape = Tape()
    second = tone(740, 1.0)
    for n in range(10):
        tape.append(1_000_000_000 * (2 * n + 1), second.tobytes())  # a second of sound every two seconds
    whole = tape.recording()
    assert whole.duration_s == 10.0
    assert whole.moment_ns(0) == 1_000_000_000
    assert whole.moment_ns(8000 * 3 + 4000) == 7_500_000_000
    late = tape.recording(since_ns=14_000_000_000)
    assert late.duration_s == 3.0
    assert late.moment_ns(0) == 15_000_000_000
    assert np.array_equal(late.samples[:8000], second)
    assert tape.recording(since_ns=10**12).duration_s == 0.0
    with pytest.raises(ValueError, match="nothing was heard"):
        Tape().recording().moment_ns(0)
