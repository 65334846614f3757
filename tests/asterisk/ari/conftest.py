"""An Asterisk for these tests, and a client connected to it.

The tests know only `Switch`: to run them on a simulated Asterisk, override the fixture `switch`.
"""

import itertools
import random
from collections.abc import AsyncIterator, Callable, Iterator
from pathlib import Path
from typing import Protocol

import pytest

from acd.asterisk.ari import calls
from acd.asterisk.ari.client import AriClient, Limits
from acd.asterisk.ari.door import AriAccess
from acd.asterisk.ari.http import AriHttp
from acd.lab.asterisk import AsteriskFiles, AsteriskProcess
from acd.lab.installation import find_asterisk
from acd.lab.ports import free_ports
from acd.testing.phone import Phone
from acd.testing.rack import PhoneRack
from tests.asterisk.ari.ear import Ear
from tests.asterisk.ari.stage import clear
from tests.asterisk.render.switch import Switch as Pbx
from tests.asterisk.render.switch import company

MODULES = (
    "res_http_websocket res_websocket_client res_crypto res_stasis res_stasis_answer res_stasis_playback",
    "res_stasis_recording res_stasis_snoop res_ari res_ari_model res_ari_applications res_ari_asterisk",
    "res_ari_bridges res_ari_channels res_ari_endpoints res_ari_events res_ari_playbacks res_ari_recordings",
    "res_ari_sounds app_stasis pbx_config bridge_simple bridge_softmix bridge_holding res_timing_timerfd",
    "res_musiconhold res_sorcery_config res_sorcery_memory res_sorcery_astdb format_wav codec_resample",
    "func_channel func_callerid chan_bridge_media",
)
DIALPLAN = """
[phones]
exten => answers,1,Answer()
 same => n,Wait(600)
exten => rings,1,Ringing()
 same => n,Wait(600)
exten => busy,1,Hangup(17)
"""


class Switch(Protocol):
    """What the tests need of an Asterisk."""

    @property
    def url(self) -> str:
        """Its REST interface."""

    def access(self, app: str, *, password: str | None = None) -> AriAccess:
        """Return how to use it as `app`, with the right password if none is given."""

    def phone(self, behaviour: str) -> str:
        """Return an endpoint that `answers`, `rings` or is `busy`."""

    def start(self) -> None:
        """Start it; returns when it can be called."""

    def kill(self) -> None:
        """End it without notice, as SIGKILL does."""


class LabSwitch:
    """A real Asterisk; its phones are Local channels into a dialplan of four lines."""

    def __init__(self, instance: Path) -> None:
        self._ports = free_ports()
        self.port = self._ports.ari
        self.files = AsteriskFiles(instance)
        self._write_configuration()
        self._process = AsteriskProcess(instance, find_asterisk(print))

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}/ari"

    def access(self, app: str, *, password: str | None = None) -> AriAccess:
        return AriAccess(url=self.url, user="acd", password=password or "an open secret", app=app)

    def phone(self, behaviour: str) -> str:
        return f"Local/{behaviour}@phones/n"

    def start(self) -> None:
        self._process.start()

    def kill(self) -> None:
        self._process.kill()

    def _write_configuration(self) -> None:
        directories = "".join(f"{name} => {folder}\n" for name, folder in self.files.directories.items())
        modules = "".join(f"load = {name}.so\n" for name in " ".join(MODULES).split())
        texts = {
            "asterisk.conf": f"[directories]\n{directories}",
            "modules.conf": f"[modules]\nautoload = no\n{modules}",
            "http.conf": f"[general]\nenabled = yes\nbindaddr = 127.0.0.1\nbindport = {self.port}\n",
            "ari.conf": "[general]\nenabled = yes\nwebsocket_write_timeout = 2000\n"
            "[acd]\ntype = user\npassword = an open secret\n",
            "extensions.conf": DIALPLAN,
            "musiconhold.conf": "[default]\nmode = files\ndirectory = moh\n",
        }
        self.files.etc.mkdir(parents=True)
        (self.files.own / "spool/recording").mkdir(parents=True)  # Asterisk does not make it
        for name, text in texts.items():
            (self.files.etc / name).write_text(text, encoding="utf-8")


@pytest.fixture(scope="session")
def switch(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Switch]:
    """The Asterisk that all tests share which do it no harm."""
    lab = LabSwitch(tmp_path_factory.mktemp("ari") / "shared")
    lab.start()
    yield lab
    lab.kill()  # a proper stop waits 15 s for the channel that a refused create left behind (see `calls`)


@pytest.fixture
def mortal_switch(tmp_path: Path) -> Iterator[Switch]:
    """An Asterisk to be killed."""
    lab = LabSwitch(tmp_path / "mortal")
    lab.start()
    yield lab
    lab.kill()


_serial = itertools.count(1)


@pytest.fixture
def new_id() -> Callable[[], str]:
    """Give ids that no other test uses."""
    return lambda: f"id-{next(_serial)}"


@pytest.fixture
def app(new_id: Callable[[], str]) -> str:
    """An application name of this test's own."""
    return f"test-{new_id()}"


@pytest.fixture
def ear() -> Ear:
    """Hears what the client of the fixture `client` hears."""
    return Ear()


@pytest.fixture
async def http(switch: Switch, app: str) -> AsyncIterator[AriHttp]:
    """The side door."""
    async with AriHttp(switch.access(app)) as door:
        yield door


@pytest.fixture
async def client(switch: Switch, app: str, ear: Ear, http: AriHttp) -> AsyncIterator[AriClient]:
    """A connected client; whatever its test leaves behind is ended."""
    async with AriClient(switch.access(app), ear, jitter=random.random, limits=Limits()) as connected:
        await connected.wait_connected(5.0)
        yield connected
    left = await calls.get_application(http, app=app)
    for channel_id in left.channel_ids if left else ():
        await calls.hang_up(http, channel_id=channel_id)
    for bridge_id in left.bridge_ids if left else ():
        await calls.destroy_bridge(http, bridge_id=bridge_id)


class MakeChannel(Protocol):
    """Makes a channel that does not ring yet, to a phone of that behaviour; returns its id."""

    async def __call__(self, behaviour: str, channel_id: str | None = None) -> str: ...


@pytest.fixture
def make_channel(
    client: AriClient, switch: Switch, app: str, ear: Ear, new_id: Callable[[], str]
) -> MakeChannel:
    """Make channels in the application of `client`."""

    async def make(behaviour: str, channel_id: str | None = None) -> str:
        name = channel_id or new_id()
        await calls.create_channel(client, channel_id=name, endpoint=switch.phone(behaviour), app=app)
        await ear.started(name)
        return name

    return make


@pytest.fixture
async def channel(client: AriClient, make_channel: MakeChannel, ear: Ear) -> str:
    """The id of a channel in the application whose far end has answered."""
    name = await make_channel("answers")
    await calls.dial(client, channel_id=name, ring_s=30)
    await ear.dialled(name, "ANSWER")
    return name


# --- with SIP ----------------------------------------------------------------------------------------------


@pytest.fixture(scope="session")
def booted_pbx(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Pbx]:
    """An Asterisk as we render it, with phones, trunks and the dialplan that callers come through."""
    made = Pbx(tmp_path_factory.mktemp("ari-pbx"), company())
    made.process.start()
    yield made
    made.process.stop()


@pytest.fixture
def pbx(booted_pbx: Pbx) -> Pbx:
    """It, without what the test before has left in it."""
    booted_pbx.wait_idle()
    return booted_pbx


@pytest.fixture
def pbx_access(pbx: Pbx) -> AriAccess:
    """How to use it as the application that its dialplan knows."""
    return access_to(pbx)


@pytest.fixture
def phones(pbx: Pbx) -> Iterator[PhoneRack]:
    """Real phones, put away after the test."""
    with PhoneRack(pbx.ports.sip) as rack:
        yield rack


@pytest.fixture
def alice(pbx: Pbx, phones: PhoneRack) -> Phone:
    """A desk phone."""
    return phones.phone("alice", pbx.secrets["phone.alice"])


@pytest.fixture
def outside(pbx: Pbx, phones: PhoneRack) -> Phone:
    """A telephone out in the world."""
    return phones.phone("outside", pbx.secrets["trunk.outside"])


def access_to(pbx: Pbx) -> AriAccess:
    return AriAccess(
        url=f"http://127.0.0.1:{pbx.ports.ari}/ari", user="acd", password=pbx.secrets["ari"], app="acd"
    )


@pytest.fixture
async def side_door(switch: Switch, app: str) -> AsyncIterator[AriHttp]:
    """A way to Asterisk that is the test's own."""
    async with AriHttp(switch.access(app)) as door:
        yield door
        await clear(door, app)
