"""Music for those who wait: an Asterisk without music files sends nothing at all."""

import array
import math
import wave
from pathlib import Path

from acd.lab.installation import Installation, InstalledAsterisk

PACKAGED = Path("/usr/share/asterisk/moh")
"""Where Debian's package of music puts it."""
_USUAL = (PACKAGED, Path("/var/lib/asterisk/moh"))
_RATE_HZ = 8000
_NOTE_S = 1.5
_CHORDS_HZ = ((261.6, 329.6, 392.0), (220.0, 261.6, 329.6), (174.6, 220.0, 261.6), (196.0, 246.9, 293.7))


def music_folder(installation: Installation, sounds: Path) -> Path:
    """A folder with music, as Asterisk sees it: a packaged one, or ours below `sounds`, made now."""
    if not isinstance(installation, InstalledAsterisk):
        return PACKAGED
    for folder in _USUAL:
        if folder.is_dir() and any(folder.iterdir()):
            return folder
    own = sounds / "music"
    if not own.exists():
        own.mkdir(parents=True)
        _compose(own / "calm.wav")
    return own


def _compose(path: Path) -> None:
    """Four soft chords, each note swelling and fading: 24 s that can be repeated."""
    notes = [note for chord in _CHORDS_HZ for note in (*chord, chord[1])]
    samples = array.array("h")
    for chord_at, note in enumerate(notes):
        bass = _CHORDS_HZ[chord_at // 4][0] / 2
        for step in range(int(_RATE_HZ * _NOTE_S)):
            at_s = step / _RATE_HZ
            swell = math.sin(math.pi * at_s / _NOTE_S) ** 2
            tone = math.sin(2 * math.pi * note * at_s) + 0.5 * math.sin(2 * math.pi * bass * at_s)
            samples.append(int(6000 * swell * tone / 1.5))
    with wave.open(str(path), "wb") as out:
        out.setnchannels(1)
        out.setsampwidth(2)
        out.setframerate(_RATE_HZ)
        out.writeframes(samples.tobytes())
