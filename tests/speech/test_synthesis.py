"""Prompts become sounds, with the real espeak-ng and sox: what is in the files is measured, not believed."""

import array
import asyncio
import json
import math
import os
import subprocess
import sys
import wave
from collections.abc import Callable
from pathlib import Path

import pytest

from acd.company.check import CheckedCompany
from acd.company.load import load
from acd.company.prompts import prompts_of
from acd.company.schema_json import schema_json
from acd.model.ids import PromptId
from acd.model.policy import Prompt
from acd.speech import FolderUnusable, ProgramMissing, PromptsUnusable, synthesise
from acd.speech.recipe import FORMATS, digest, voice_of

EXAMPLE = Path(__file__).parents[2] / "examples" / "utility.yaml"
PEAK = 10 ** (-3 / 20)

MakeTone = Callable[[str, float, str], Path]


def spoken(text: str, language: str = "en", name: str = "hello") -> dict[PromptId, Prompt]:
    return {PromptId(name): Prompt(id=PromptId(name), text=text, language=language)}


def recorded(file: Path, name: str = "bell") -> dict[PromptId, Prompt]:
    return {PromptId(name): Prompt(id=PromptId(name), file=str(file))}


def path_of(media: str, sounds: Path) -> Path:
    file = Path(f"{media.removeprefix('sound:')}.wav")
    assert file.parent == sounds / "acd"
    return file


def samples_of(file: Path) -> list[int]:
    with wave.open(str(file), "rb") as sound:
        assert (sound.getframerate(), sound.getnchannels(), sound.getsampwidth()) == (8000, 1, 2)
        return list(array.array("h", sound.readframes(sound.getnframes())))


def strength(samples: list[int], frequency: float) -> float:
    """How much of the samples' energy is at the frequency: 1 for a pure tone."""
    turn = 2 * math.pi * frequency / 8000
    real = sum(sample * math.cos(turn * n) for n, sample in enumerate(samples))
    imaginary = sum(sample * math.sin(turn * n) for n, sample in enumerate(samples))
    energy = sum(sample * sample for sample in samples)
    return 2 * (real * real + imaginary * imaginary) / (len(samples) * energy)


@pytest.fixture
def make_tone(tmp_path: Path) -> MakeTone:
    def make(name: str, volume: float, rate: str) -> Path:
        file = tmp_path / name
        command = [
            "sox",
            "-n",
            "-r",
            rate,
            "-c",
            "2",
            str(file),
            "synth",
            "0.5",
            "sine",
            "600",
            "vol",
            str(volume),
        ]
        subprocess.run(command, check=True, capture_output=True)
        return file

    return make


@pytest.fixture
def programs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder that is the whole search path: only programs put there can be found."""
    folder = tmp_path / "programs"
    folder.mkdir()
    monkeypatch.setenv("PATH", str(folder))
    return folder


async def test_a_text_is_spoken_as_asterisk_wants_it(tmp_path: Path) -> None:
    sounds = await synthesise(spoken("Welcome to the company."), tmp_path)
    samples = samples_of(path_of(sounds[PromptId("hello")], tmp_path))
    assert 0.8 < len(samples) / 8000 < 4
    assert max(map(abs, samples)) / 32767 == pytest.approx(PEAK, rel=0.02)


async def test_all_prompts_of_the_example_can_be_heard(tmp_path: Path) -> None:
    company = load(EXAMPLE)
    assert isinstance(company, CheckedCompany)
    prompts = prompts_of(company.company)
    heard: list[tuple[int, int]] = []
    sounds = await synthesise(prompts, tmp_path, progress=lambda done, total: heard.append((done, total)))
    assert sounds.keys() == prompts.keys()
    assert heard == [(done, len(prompts)) for done in range(1, len(prompts) + 1)]
    for name, media in sounds.items():
        seconds = len(samples_of(path_of(media, tmp_path))) / 8000
        if "/" in name or name.startswith("#"):  # a part of one with blanks, or a number for it
            assert 0.1 < seconds < 4, name
            continue
        # Chinese needs about a quarter of the characters of the other languages.
        expected = len(prompts[name].text or "") * (0.28 if prompts[name].language == "zh" else 0.07)
        assert seconds == pytest.approx(expected, rel=0.6), name


def test_chinese_is_spoken_as_chinese() -> None:
    """The obvious voice, cmn, changes over to English in the middle of the first word."""
    voice = voice_of(Prompt(id=PromptId("a"), text="", language="zh"))
    command = ["espeak-ng", "--stdin", "-b", "1", "-v", voice, "-x", "-q"]
    phonemes = subprocess.run(
        command, input="欢迎致电".encode(), capture_output=True, check=True
    ).stdout.decode()
    assert "(en)" not in phonemes
    assert len(phonemes.split("_|")) == 5  # four syllables


async def test_languages_sound_different(tmp_path: Path) -> None:
    text = "Information"
    sounds = {code: await synthesise(spoken(text, code), tmp_path) for code in ("en", "de", "hu")}
    assert len({sound[PromptId("hello")] for sound in sounds.values()}) == 3
    assert len({tuple(samples_of(path_of(s[PromptId("hello")], tmp_path))) for s in sounds.values()}) == 3


async def test_a_text_is_never_a_command(tmp_path: Path) -> None:
    target = tmp_path / "made"
    for text in (f"$(touch {target})", f"; touch {target}", f"--stdout -w {target}", f"-f {target}"):
        await synthesise(spoken(text), tmp_path)
    assert not target.exists()


@pytest.mark.parametrize("volume", [0.02, 1.0])
@pytest.mark.parametrize("name", ["tone.wav", "tone.flac", "tone.ogg"])
async def test_a_recording_comes_to_the_same_level_and_keeps_its_sound(
    tmp_path: Path, make_tone: MakeTone, name: str, volume: float
) -> None:
    sounds = await synthesise(recorded(make_tone(name, volume, "44100")), tmp_path)
    samples = samples_of(path_of(sounds[PromptId("bell")], tmp_path))
    assert len(samples) / 8000 == pytest.approx(0.5, abs=0.02)
    assert max(map(abs, samples)) / 32767 == pytest.approx(PEAK, rel=0.02)
    assert strength(samples, 600) > 0.95


async def test_what_is_there_is_not_made_again(tmp_path: Path, programs: Path) -> None:
    """The second time there is neither espeak-ng nor sox, and none is missed."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PATH", "/usr/bin:/bin")
        first = await synthesise(spoken("Once."), tmp_path)
    made = path_of(first[PromptId("hello")], tmp_path).stat()
    assert await synthesise(spoken("Once."), tmp_path) == first
    assert path_of(first[PromptId("hello")], tmp_path).stat().st_mtime_ns == made.st_mtime_ns


async def test_equal_prompts_share_one_sound(tmp_path: Path) -> None:
    both = spoken("The same.", name="one") | spoken("The same.", name="other")
    sounds = await synthesise(both, tmp_path)
    assert sounds[PromptId("one")] == sounds[PromptId("other")]
    assert len(list((tmp_path / "acd").iterdir())) == 1


async def test_a_changed_recording_is_another_sound(tmp_path: Path, make_tone: MakeTone) -> None:
    before = await synthesise(recorded(make_tone("tone.wav", 0.5, "8000")), tmp_path)
    after = await synthesise(recorded(make_tone("tone.wav", 0.5, "16000")), tmp_path)
    assert before != after


def test_the_digest_tells_text_and_language_apart() -> None:
    digests = [
        digest(Prompt(id=PromptId("a"), text=text, language=language))
        for text, language in (("Hello", "en"), ("Hello.", "en"), ("Hello", "de"))
    ]
    assert len(set(digests)) == 3
    assert digest(Prompt(id=PromptId("b"), text="Hello", language="en")) == digests[0]


async def test_asterisk_may_read_the_sounds_as_another_user(tmp_path: Path) -> None:
    sounds = await synthesise(spoken("Read me."), tmp_path)
    assert path_of(sounds[PromptId("hello")], tmp_path).stat().st_mode & 0o777 == 0o644
    assert (tmp_path / "acd").stat().st_mode & 0o777 == 0o755


async def test_nothing_but_sounds_is_left_in_the_folder(tmp_path: Path) -> None:
    with pytest.raises(PromptsUnusable):
        await synthesise(spoken("Good.") | spoken("Bad.", "xx", "bad"), tmp_path)
    assert [file.suffix for file in (tmp_path / "acd").iterdir()] == [".wav"]


async def test_all_unusable_prompts_are_named_with_a_remedy(tmp_path: Path) -> None:
    noise = tmp_path / "noise.wav"
    noise.write_bytes(b"this is no sound at all" * 20)
    text = tmp_path / "list.m3u"
    text.write_text("|touch made")
    prompts = (
        spoken("Who speaks so?", "xx", "voice")
        | spoken(".", "en", "silence")
        | recorded(tmp_path / "none.wav", "missing")
        | recorded(noise, "noise")
        | recorded(text, "list")
    )
    with pytest.raises(PromptsUnusable) as raised:
        await synthesise(prompts, tmp_path)
    told = {problem.prompt: (problem.message, problem.remedy) for problem in raised.value.problems}
    assert told.keys() == prompts.keys()
    assert "cannot speak it as xx" in told[PromptId("voice")][0]
    assert "--voices" in told[PromptId("voice")][1]
    assert "nothing to hear" in told[PromptId("silence")][0]
    assert "No such file" in told[PromptId("missing")][0]
    assert "sox cannot read noise.wav" in told[PromptId("noise")][0]
    assert "no known form" in told[PromptId("list")][0]
    assert not (Path.cwd() / "made").exists()


@pytest.mark.parametrize("missing", ["espeak-ng", "sox"])
async def test_a_missing_program_is_named_with_its_package(
    tmp_path: Path, programs: Path, missing: str
) -> None:
    for program in {"espeak-ng", "sox"} - {missing}:
        (programs / program).symlink_to(Path("/usr/bin") / program)
    with pytest.raises(ProgramMissing, match=f"{missing} is not installed; install the package {missing}"):
        await synthesise(spoken("Hello."), tmp_path)


async def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "acd").write_text("a file in the way")
    with pytest.raises(FolderUnusable, match="cannot be kept in"):
        await synthesise(spoken("Hello."), tmp_path)


ON_A_SMALL_DISK = """
import asyncio, sys
from pathlib import Path
from acd.model.ids import PromptId
from acd.model.policy import Prompt
from acd.speech import FolderUnusable, synthesise

folder, text, name = Path(sys.argv[1]), "A very long story. " * 40, PromptId("story")
try:
    asyncio.run(synthesise({name: Prompt(id=name, text=text)}, folder))
except FolderUnusable as told:
    print(told)
print(sorted(path.name for path in folder.glob("acd/*")))
"""


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can mount a small disk")
def test_a_full_disk_is_told_and_leaves_no_half_of_a_sound(tmp_path: Path) -> None:
    """espeak-ng and sox end as if all were well."""
    mount = 'mount -t tmpfs -o size=512k tmpfs "$1" && exec "$2" -c "$3" "$1"'
    small_disk = ["unshare", "--mount", "sh", "-c", mount, "sh", str(tmp_path), sys.executable]
    run = subprocess.run([*small_disk, ON_A_SMALL_DISK], capture_output=True, text=True, check=True)
    told, left = run.stdout.splitlines()
    assert "No space left on device" in told
    assert "not full" in told
    assert left == "[]"


async def test_two_processes_at_once_do_no_harm(tmp_path: Path) -> None:
    prompts = {PromptId(f"p{n}"): Prompt(id=PromptId(f"p{n}"), text=f"Number {n}.") for n in range(4)}
    one, other = await asyncio.gather(synthesise(prompts, tmp_path), synthesise(prompts, tmp_path))
    assert one == other
    assert len(list((tmp_path / "acd").iterdir())) == 4


async def test_cancelling_ends_the_program_too(tmp_path: Path, programs: Path) -> None:
    """A speaker that never ends: it tells its process id through a pipe, and is gone after the cancel."""
    pipe = tmp_path / "pid"
    os.mkfifo(pipe)
    speaker = programs / "espeak-ng"
    speaker.write_text(f"#!/bin/sh\necho $$ > {pipe}\nexec /bin/sleep 600\n")
    speaker.chmod(0o755)
    making = asyncio.create_task(synthesise(spoken("Hello."), tmp_path))
    process = int(await asyncio.to_thread(pipe.read_text))
    making.cancel()
    with pytest.raises(asyncio.CancelledError):
        await making
    with pytest.raises(ProcessLookupError):
        os.kill(process, 0)


def test_the_checker_lets_through_the_forms_that_can_be_converted() -> None:
    schema = json.loads(schema_json())["$defs"]["Prompt"]["properties"]["file"]
    (pattern,) = (option["pattern"] for option in schema["anyOf"] if "pattern" in option)
    allowed = pattern.rpartition("(")[2].partition(")")[0].split("|")
    assert {f".{form}" for form in allowed} == FORMATS.keys()
