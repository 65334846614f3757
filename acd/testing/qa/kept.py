"""What is kept of a failed test: its story, what every phone heard, every SIP message, the service's log."""

import re
import shutil
from collections.abc import Iterable, Iterator
from html import escape
from pathlib import Path

from acd.testing.call_centre import CallCentre
from acd.testing.ladder import SipLadder
from acd.testing.phone import Phone
from acd.testing.qa.story import CallStory
from acd.testing.rack import PhoneRack
from acd.testing.sound_file import write_wav

LONGEST_NAME = 100

PAGE = """\
<!doctype html>
<html lang="en"><meta charset="utf-8"><title>{title}</title>
<style>
body {{ font: 15px/1.4 system-ui, sans-serif; margin: 2rem; max-width: 75rem; }}
pre {{ background: #f6f1f1; padding: 1rem; overflow-x: auto; border-left: 4px solid #b00020; }}
table {{ border-collapse: collapse; }}
td {{ padding: .15rem .8rem .15rem 0; vertical-align: top; }}
td:first-child {{ text-align: right; font-variant-numeric: tabular-nums; color: #666; }}
.does td {{ font-weight: 600; }} .hears td {{ color: #0a5c36; }}
.sip td {{ color: #777; }} .decides td {{ color: #1c4587; }}
audio {{ vertical-align: middle; }}
</style>
<h1>{title}</h1>
<pre>{failure}</pre>
<h2>What was heard</h2>
<ul>{sounds}</ul>
<h2>The story</h2>
<p>Bold: what people did. Green: what they heard. Blue: what was decided, and why. Grey: SIP.</p>
<table>{rows}</table>
<p>{now}</p>
<p>Beside this page: <a href="story.txt">story.txt</a>, <a href="sip.txt">sip.txt</a> (every message, whole),
<a href="service.log">service.log</a>.</p>
</html>
"""


def folder_of(root: Path, test: str) -> Path:
    """Where the traces of a test are kept: a folder by its pytest id."""
    name = re.sub(r"[^\w.-]+", "-", test.replace("::", "--")).strip("-")
    return root / name[-LONGEST_NAME:].lstrip("-")


def keep(
    folder: Path, *, test: str, failure: str, story: CallStory, phones: PhoneRack, log: bytes
) -> list[Path]:
    """Write everything; the files, the story first. What was there of an earlier run is replaced."""
    forget(folder)
    folder.mkdir(parents=True)
    sounds = list(_sounds(folder, phones.phones))
    (folder / "story.txt").write_text(f"{test}\n\n{failure}\n\n{story.text()}\n", encoding="utf-8")
    (folder / "story.html").write_text(
        _page(test, failure, story, [sound.name for sound in sounds]), encoding="utf-8"
    )
    (folder / "sip.txt").write_text(_messages(phones.ladder), encoding="utf-8")
    (folder / "service.log").write_bytes(log)
    return [folder / name for name in ("story.html", "story.txt", "sip.txt", "service.log")] + sounds


def forget(folder: Path) -> None:
    """Remove what is kept of a test."""
    shutil.rmtree(folder, ignore_errors=True)


def log_since(centre: CallCentre, start: int) -> bytes:
    """The service's log from a place on."""
    log = centre.stack.service.log
    if not log.exists():
        return b""
    with log.open("rb") as opened:
        opened.seek(start)
        return opened.read()


def _sounds(folder: Path, phones: Iterable[Phone]) -> Iterator[Path]:
    for phone in phones:
        for number, call in enumerate(phone.calls, start=1):
            samples = call.heard.samples
            if len(samples):
                who = re.sub(r"[^\w-]+", "-", phone.name)
                path = folder / f"{who}-heard-in-call-{number}.wav"
                write_wav(path, samples)
                yield path


def _page(test: str, failure: str, story: CallStory, sounds: Iterable[str]) -> str:
    rows = (
        f'<tr class="{event.kind}"><td>{story.second(event):.3f}'
        f"<td>{escape(event.who)}<td>{escape(event.text)}"
        for event in story.events
    )
    return PAGE.format(
        title=escape(test),
        failure=escape(failure),
        sounds="".join(
            f'<li>{escape(name)} <audio controls preload="none" src="{escape(name)}"></audio>'
            for name in sounds
        ),
        rows="\n".join(rows),
        now="<br>".join(map(escape, story.now)),
    )


def _messages(ladder: SipLadder) -> str:
    start = ladder.messages[0].at.mono_ns if len(ladder) else 0
    return "\n".join(
        f"──── {(message.at.mono_ns - start) / 1e9:.6f} s, {message.phone} "
        f"{'sends to' if message.sent else 'receives from'} {message.peer}\n{message.text.strip()}\n"
        for message in ladder
    )
