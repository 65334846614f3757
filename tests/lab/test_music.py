import array
import wave
from pathlib import Path

import pytest

from acd.lab import music
from acd.lab.installation import InstalledAsterisk


def test_an_installation_without_music_gets_some_that_can_be_heard(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(music, "_USUAL", (tmp_path / "none",))
    installed = InstalledAsterisk(program=Path("/usr/sbin/asterisk"), version="22.10.1")
    folder = music.music_folder(installed, tmp_path)
    assert folder == music.music_folder(installed, tmp_path)
    (file,) = folder.iterdir()
    with wave.open(str(file)) as sound:
        assert (sound.getframerate(), sound.getnchannels(), sound.getsampwidth()) == (8000, 1, 2)
        samples = array.array("h", sound.readframes(sound.getnframes()))
    assert len(samples) / 8000 == 24.0
    seconds = [samples[start : start + 12000] for start in range(0, len(samples), 12000)]
    assert all(3000 < max(second) < 8000 for second in seconds)
    assert abs(samples[0]) < 10
    assert abs(samples[-1]) < 10
