"""Asterisk over ARI: version, modules, rights, clock; and whether it plays what the service writes.

The rights are tried out where nobody is: an empty bridge, a silent sound. Both are gone afterwards.
"""

import asyncio
import time
import wave
from collections.abc import Collection, Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path

import msgspec

from acd.asterisk.ari.client import AriClient, AriEvent
from acd.asterisk.ari.door import AriAccess, Door
from acd.asterisk.ari.errors import AriError, AriNotConnected, AriRefused, AriUnauthorised
from acd.asterisk.ari.generated import PlaybackFinished
from acd.asterisk.ari.http import AriHttp
from acd.asterisk.release import new_enough
from acd.asterisk.render import needed_beside
from acd.company.schema import Company
from acd.doctor.finding import Notes
from acd.doctor.machine import account
from acd.doctor.recordings import Recorder

CONNECT_S = 3.0
PLAYED_S = 5.0
CLOCK_S = 1.0
SAID = ("ss-noservice", "im-sorry", "please-try-call-later", "vm-nobodyavail")
"""Asterisk's own sounds that our dialplan plays while no service answers."""
ANNOUNCER = "chan_bridge_media"
"""The module that plays into a bridge; nobody but the doctor needs it."""
FORBIDDEN = 403
RELOAD = "then: asterisk -rx 'module reload res_ari.so'"


class Info(msgspec.Struct, frozen=True):
    """The part of `GET /asterisk/info` that is looked at."""

    system: dict[str, str]


class Module(msgspec.Struct, frozen=True):
    """One of `GET /asterisk/modules`."""

    name: str
    status: str


class Ping(msgspec.Struct, frozen=True):
    """`GET /asterisk/ping`."""

    timestamp: datetime


async def look_at_asterisk(
    notes: Notes, access: AriAccess, sounds_dir: Path, company: Company | None
) -> tuple[Collection[str], bool]:
    """Tell what is found; the modules that run, and whether all could be tried out.

    `access` must be under an application name that nobody else has.
    """
    modules: Collection[str] = ()
    try:
        async with AriHttp(access, limit_s=CONNECT_S) as side:
            if not await _version(notes, side):
                return (), False
            modules = await _side(notes, side, company)
        recorder = Recorder() if _records(company) and "res_ari_recordings" in modules else None
        return modules, await _try_out(notes, access, sounds_dir, modules, recorder)
    except AriUnauthorised:
        notes.problem(
            f"ARI refuses the user {access.user!r} or its password.",
            f"In ari.conf, [{access.user}] needs the password `ari` of the secrets file, and a `permit` for "
            f"this machine: include the rendered file and see that Asterisk may read it, {RELOAD}",
        )
    except AriRefused as refused:
        if modules and not _lacking(modules, company):
            notes.problem(
                f"{refused}.", "Its log says why: asterisk -rx 'logger show channels' names the file."
            )
        elif not modules:
            notes.problem(
                f"HTTP answers at {access.url}, but not ARI ({refused}).",
                "In ari.conf [general]: enabled = yes; in http.conf [general] the prefix of ACD_ARI_URL; "
                f"{RELOAD}; see that res_ari.so and res_ari_asterisk.so run ('module show like ari').",
            )
    except (AriError, OSError) as error:
        notes.problem(
            f"Nothing answers at {access.url} ({error}).",
            "Start Asterisk; in http.conf [general]: enabled = yes, and bindaddr and bindport as in "
            "ACD_ARI_URL; then: asterisk -rx 'module reload http'",
        )
    return modules, False


async def _version(notes: Notes, side: Door) -> bool:
    """Whether it is one that understands us."""
    version = (await side.request("GET", "asterisk/info")).read(Info).system["version"]
    if new_enough(version):
        notes.ok(f"Version {version} answers over ARI.")
        return True
    notes.problem(
        f"It is version {version}, which is too old: it takes no requests over ARI's WebSocket.",
        "Use 20.14, 21.9, 22.4 or later; docs/installation.md has three ways to one.",
    )
    return False


async def _side(notes: Notes, side: Door, company: Company | None) -> Collection[str]:
    listed = (await side.request("GET", "asterisk/modules")).read(list[Module])
    running = {one.name.removesuffix(".so") for one in listed if one.status == "Running"}
    _modules(notes, running, company)
    began = time.time()
    ping = (await side.request("GET", "asterisk/ping")).read(Ping)
    off_s = ping.timestamp.timestamp() - (began + time.time()) / 2
    if abs(off_s) > CLOCK_S:
        notes.warn(
            f"Its clock is {off_s:+.1f} s off ours.",
            "Let both machines follow the same time server (`timedatectl set-ntp true`).",
        )
    else:
        notes.ok("Its clock agrees with ours.")
    if "res_ari_sounds" in running:
        await _sounds(notes, side)
    return running


def _modules(notes: Notes, running: Collection[str], company: Company | None) -> None:
    lacking = _lacking(running, company)
    for name in lacking:
        notes.problem(
            f"The module {name}.so does not run.",
            f"asterisk -rx 'module load {name}.so', and in modules.conf no `noload` of it, or a "
            f"`load = {name}.so` where autoload is not yes.",
        )
    if not lacking and company is not None:
        notes.ok(f"All {len(needed_beside(company))} modules that are needed run.")


def _lacking(running: Collection[str], company: Company | None) -> list[str]:
    """The modules that are needed and do not run, in an order in which they can be loaded."""
    needed = needed_beside(company) if company is not None else ()
    lacking = [name for name in needed if name not in running]
    if not any(name.startswith("res_timing_") for name in running):
        lacking.append("res_timing_timerfd")
    return lacking


async def _sounds(notes: Notes, side: Door) -> None:
    missing = []
    for sound in SAID:
        try:
            await side.request("GET", f"sounds/{sound}")
        except AriRefused:
            missing.append(sound)
    if missing:
        notes.warn(
            f"Asterisk's own sounds lack {', '.join(missing)}, which callers hear while no service answers.",
            "Install its core sounds (Debian: asterisk-core-sounds-en-wav), then restart it.",
        )


def _records(company: Company | None) -> bool:
    """Whether anybody may leave a message that is work for a line."""
    return company is not None and any(box.messages is not None for box in company.voicemail.values())


async def _try_out(
    notes: Notes, access: AriAccess, sounds_dir: Path, modules: Collection[str], recorder: Recorder | None
) -> bool:
    """Requests over the socket, the right to write, a sound of ours, a recording; whether all could be
    tried.
    """
    finished: asyncio.Future[PlaybackFinished] = asyncio.get_running_loop().create_future()

    def hear(event: AriEvent) -> None:
        if isinstance(event, PlaybackFinished) and not finished.done():
            finished.set_result(event)
        if recorder is not None:
            recorder.hear(event)

    async with AriClient(access, hear, jitter=lambda: 0.0) as socket:
        try:
            await socket.wait_connected(CONNECT_S)
        except AriUnauthorised:
            raise
        except AriNotConnected as error:
            notes.problem(
                f"ARI's WebSocket does not open: {error}.",
                "asterisk -rx 'module load res_http_websocket.so'; in http.conf [general] see that "
                "session_limit is not used up.",
            )
            return False
        bridge = access.app
        try:
            await socket.request("POST", f"bridges/{bridge}", query=[("name", bridge), ("type", "mixing")])
        except AriRefused as refused:
            if refused.status != FORBIDDEN:
                raise
            notes.problem(
                f"The ARI user {access.user!r} may only read.",
                f"In ari.conf, [{access.user}]: read_only = no; {RELOAD}",
            )
            return False
        notes.ok("Requests over its WebSocket are carried out.")
        try:
            if ANNOUNCER not in modules:
                notes.warn(
                    "Whether it plays what the service writes, and what the AMI user hears, was not tried.",
                    f"asterisk -rx 'module load {ANNOUNCER}.so', and ask again; the service works without.",
                )
                return False
            tried = await _play(notes, socket, sounds_dir, bridge, finished)
            if recorder is not None and tried:
                await recorder.try_out(notes, socket, bridge)
            return tried
        finally:
            await socket.request("DELETE", f"bridges/{bridge}")


async def _play(
    notes: Notes,
    socket: Door,
    sounds_dir: Path,
    bridge: str,
    finished: "asyncio.Future[PlaybackFinished]",
) -> bool:
    try:
        with _silence(sounds_dir / f"{bridge}.wav") as sound:
            events = [("eventSource", f"bridge:{bridge}")]
            await socket.request("POST", f"applications/{bridge}/subscription", query=events)
            media = [("media", f"sound:{str(sound).removesuffix('.wav')}")]
            await socket.request("POST", f"bridges/{bridge}/play", query=media)
            async with asyncio.timeout(PLAYED_S):
                heard = await finished
    except TimeoutError:
        notes.problem(
            "Asterisk began to play a sound and did not finish.",
            "Load a timing source: asterisk -rx 'module load res_timing_timerfd.so'",
        )
        return True
    except OSError as error:
        notes.problem(
            f"This account cannot write into ACD_SOUNDS_DIR: {error.strerror} ({error.filename}).",
            f"Run this as the service's account. If you did: install -d -o {account()} {sounds_dir}",
        )
        return False
    if heard.playback.state == "failed":
        notes.problem(
            f"Asterisk cannot play what the service writes into {sounds_dir}.",
            f"Let its account read the folder and pass all folders above it (chmod o+rx {sounds_dir} …), "
            "and see that format_wav.so and format_sln.so are loaded.",
        )
    else:
        notes.ok("It plays what the service writes into ACD_SOUNDS_DIR.")
    return True


@contextmanager
def _silence(sound: Path) -> Iterator[Path]:
    """A short sound that Asterisk may read; its folder is made as the service would, and goes with it."""
    made = [folder for folder in sound.parents if not folder.exists()]
    sound.parent.mkdir(parents=True, exist_ok=True)
    try:
        with sound.open("wb") as file, wave.open(file, "wb") as out:
            out.setnchannels(1)
            out.setsampwidth(2)
            out.setframerate(8000)
            out.writeframes(bytes(800))
        sound.chmod(0o644)
        yield sound
    finally:
        sound.unlink(missing_ok=True)
        for folder in made:
            with suppress(OSError):  # a service that has just started has put its own there
                folder.rmdir()
