"""A real Asterisk with a rendered configuration, and what speaks to it in these tests."""

import json
import queue
import socketserver
import threading
import time
import wave
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import msgspec
import numpy as np
from websockets.sync.client import ClientConnection, connect

from acd.asterisk.render import Instance, render, secret_names, write
from acd.company.schema import Company
from acd.lab.asterisk import AsteriskFiles, AsteriskProcess
from acd.lab.installation import AsteriskRoot, find_asterisk
from acd.lab.ports import Ports, free_ports
from acd.runtime.secret_file import completed
from acd.testing.call import Call
from acd.testing.phone import Phone
from acd.testing.recording import Recording
from acd.testing.sound_file import read_sound

MUSIC_HZ = 600
"""The music is one tone, so that a gap in it can be measured."""
SILENCE_S = 8
"""After so much silence a call is ended."""
HOLD_S = 4
"""How long the test company lets callers wait for a controller."""


NIGHT_SERVICE = "+43660777"
"""The one number outside that the service may call for its callers."""


def company(carrier_port: int = 5060) -> Company:
    """A small company with one of everything that is rendered."""
    return msgspec.convert(
        {
            "company": "Test & Sons",
            "timezone": "Europe/Vienna",
            "languages": ["en"],
            "numbers": {
                "5100": {"name": "Help", "flow": "main"},
                "+435200": {"name": "Service", "flow": "main", "language": "de"},
            },
            "prompts": {},
            "flows": {"main": {"start": "bye", "nodes": {"bye": {"do": "hangup"}}}},
            "agents": {"201": {"name": "Anna"}},
            "phones": {
                "alice": {"extension": "101", "name": "Alice Ä."},
                "bob": {"extension": "102", "voicemail": "100"},
                "carol": {"extension": "103"},
            },
            "extensions": {
                "150": {"name": "Both", "phones": ["alice", "bob"], "ring_s": 1.5, "voicemail": "100"},
                "190": {"name": "Notes", "voicemail": "190"},
            },
            "voicemail": {
                "100": {"name": "Bob, Builder", "email": "bob@example.org"},
                "190": {"name": "Lead", "language": "de"},
            },
            "trunks": {
                "carrier": {
                    "name": "Carrier",
                    "host": "127.0.0.1",
                    "port": carrier_port,
                    "numbers": ["5100"],
                },
                "outside": {"name": "A telephone outside"},
            },
            "fallback": {"after_s": HOLD_S, "phones": ["carol"], "ring_s": 2, "voicemail": "100"},
            "outside": {
                "night": {
                    "name": "Night service",
                    "number": NIGHT_SERVICE,
                    "trunk": "carrier",
                    "prompt": "take_it",
                    "voicemail": "100",
                }
            },
            "emergency_numbers": {"112": {"name": "Emergency call", "trunk": "carrier"}},
        },
        Company,
    )


class Switch:
    """One Asterisk of its own, on free ports."""

    def __init__(self, folder: Path, wanted: Company) -> None:
        self.company = wanted
        self.ports: Ports = free_ports()
        self.secrets = completed({}, secret_names(wanted))
        self.files = AsteriskFiles(folder)
        music = self.files.sounds / "music"
        music.mkdir(parents=True)
        _tone_file(music / "tone.wav")
        self.instance = Instance(
            directories=self.files.directories,
            music={"default": str(music)},
            secrets=self.secrets,
            sip_port=self.ports.sip,
            http_port=self.ports.ari,
            ami_port=self.ports.ami,
            agi_port=self.ports.agi,
            rtp_first=self.ports.rtp_first,
            rtp_last=self.ports.rtp_last,
            rtp_timeout_s=SILENCE_S,
        )
        write(render(wanted, self.instance), self.files.etc)
        self._installation = find_asterisk(print)
        self.process = AsteriskProcess(folder, self._installation)

    @property
    def log(self) -> str:
        """What Asterisk has noted, warned of and failed at."""
        return (self.files.own / "log" / "messages.log").read_text(encoding="utf-8")

    def messages(self, box: str) -> list[Path]:
        """The recordings in a voicemail box."""
        return sorted((self.files.own / "spool" / "voicemail" / "acd" / box / "INBOX").glob("*.wav"))

    def bridged(self) -> list[str]:
        """Which channel is in which bridge, as soon as two are."""
        rows = self._channels_once(lambda rows: len({row[0] for row in rows if row[-2]}) >= 2)
        # A set: the console walks a table that changes, and may list one channel twice, as it was and is.
        return sorted({f"{row[0]} in {row[-2]}" for row in rows if row[-2]})

    def wait_idle(self) -> None:
        """Wait until there is no channel."""
        self._channels_once(lambda rows: not rows)

    def _channels_once(self, wanted: Callable[[list[list[str]]], bool]) -> list[list[str]]:
        deadline = time.monotonic() + 5
        while time.monotonic() < deadline:
            shown = self.process.rx("core show channels concise").splitlines()
            rows = [line.split("!") for line in shown]
            if wanted(rows):
                return rows
            time.sleep(0.02)  # the console tells nothing by itself
        raise AssertionError(f"not as wanted within 5 s: {rows}")

    def sound(self, name: str) -> Path:
        """One of the English sounds that come with Asterisk."""
        root = self._installation.folder if isinstance(self._installation, AsteriskRoot) else Path("/")
        return next((root / "usr/share/asterisk/sounds").glob(f"en_*/{name}.wav"))

    def phone(self, name: str, *, kind: str = "phone") -> Phone:
        """The device that belongs to an account."""
        return Phone(name, self.secrets[f"{kind}.{name}"], self.ports.sip)

    def leave_message(self, call: Call, *, box: str) -> Recording:
        """Wait until the box answers, speak for two seconds after the beep; what the box has kept."""
        before = set(self.messages(box))
        call.wait_answered(within_s=10)
        call.press("#")  # past the greeting
        assert call.hears_file(self.sound("beep"), within_s=15)
        spoken_from = call.heard.duration_s
        call.phone.wait_for(
            lambda: call.heard.duration_s > spoken_from + 2 or None, 5, "two seconds to speak"
        )
        call.press("#")
        call.wait_ended()
        (kept,) = set(self.messages(box)) - before
        return Recording(samples=read_sound(kept), offsets=(), starts_ns=())

    @contextmanager
    def controller(self) -> Iterator["Controller"]:
        """What the service is to Asterisk: a socket that has connected the application."""
        # As if no call had met an absent controller within this second, which the dialplan would remember.
        self.process.rx("dialplan set global ACD_FAILED_AT never")
        url = f"ws://127.0.0.1:{self.ports.ari}/ari/events?app=acd&api_key=acd:{self.secrets['ari']}"
        with connect(url) as socket:
            yield Controller(socket)

    @contextmanager
    def agi(self, answers: dict[str, str] | None) -> Iterator["AgiStub"]:
        """Something that answers AGI with these variables; with None it takes the call and says nothing."""
        with AgiStub(self.ports.agi, answers) as stub:
            thread = threading.Thread(target=stub.serve_forever, args=(0.05,))
            thread.start()
            try:
                yield stub
            finally:
                stub.over.set()
                stub.shutdown()
                thread.join()


class Controller:
    """Reads events one by one, and asks in between."""

    def __init__(self, socket: ClientConnection) -> None:
        self._socket = socket
        self._before_answers: deque[dict[str, Any]] = deque()
        """Events that came before the answer to what was asked: they may be what it has brought about."""

    def event(self, kind: str, *, within_s: float = 5.0) -> dict[str, Any]:
        """The next event of this kind; others are passed over."""
        while True:
            event = self._before_answers.popleft() if self._before_answers else self._receive(within_s)
            if event["type"] == kind:
                return event

    def _receive(self, within_s: float) -> dict[str, Any]:
        event: dict[str, Any] = json.loads(self._socket.recv(timeout=within_s))
        return event

    def ask(self, method: str, uri: str, **query: str) -> None:
        """Send a request and wait for its success."""
        request = {
            "type": "RESTRequest",
            "request_id": uri,
            "transaction_id": uri,
            "method": method,
            "uri": uri,
            "query_strings": [{"name": name, "value": value} for name, value in query.items()],
        }
        self._socket.send(json.dumps(request))
        while (answer := self._receive(5.0))["type"] != "RESTResponse":
            self._before_answers.append(answer)
        assert answer["status_code"] < 300, answer


class _AgiSession(socketserver.StreamRequestHandler):
    def handle(self) -> None:
        server = self.server
        assert isinstance(server, AgiStub)
        header = {name: value for name, _, value in (line.partition(": ") for line in self._lines())}
        arguments = [header[name] for name in sorted(header) if name.startswith("agi_arg_")]
        server.asked.put((header["agi_network_script"], *arguments))
        if server.answers is None:
            server.over.wait()
            return
        for name, value in server.answers.items():
            self.wfile.write(f'SET VARIABLE {name} "{value}"\n'.encode())
            self.rfile.readline()

    def _lines(self) -> Iterator[str]:
        while line := self.rfile.readline().decode().rstrip("\n"):
            yield line


class AgiStub(socketserver.ThreadingTCPServer):
    """A FastAGI server that knows one answer. Raw on purpose: these tests are about the dialplan."""

    allow_reuse_address = True

    def __init__(self, port: int, answers: dict[str, str] | None) -> None:
        self.answers = answers
        self.asked: queue.Queue[tuple[str, ...]] = queue.Queue()
        self.over = threading.Event()
        super().__init__(("127.0.0.1", port), _AgiSession)


def _tone_file(path: Path) -> None:
    """Thirty seconds of the tone, whole periods, so that it can be played round and round."""
    moments = np.arange(30 * 8000) / 8000
    samples = (8000 * np.sin(2 * np.pi * MUSIC_HZ * moments)).astype("<i2")
    with wave.open(str(path), "wb") as out:
        out.setnchannels(1)
        out.setsampwidth(2)
        out.setframerate(8000)
        out.writeframes(samples.tobytes())
