"""Phones, passwords and restarts, on a real Asterisk."""

import asyncio
import itertools
import os
import signal
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager

import pytest
from structlog.testing import capture_logs

from acd.asterisk.ami.connection import AmiUser
from acd.asterisk.ami.device_states import AmiTimes, DeviceStates
from acd.asterisk.ami.errors import AmiRefused
from acd.model.ids import PhoneId
from tests.asterisk.ami.heard import Heard, log_lines
from tests.asterisk.ami.phone import RawPhone
from tests.asterisk.bare import AMI_SECRET, AMI_USER, BareAsterisk, Probe

TIMES = AmiTimes(answer_wait_s=20, ping_every_s=0.2, first_retry_s=0.05, last_retry_s=0.2)

# A desk for each test that registers, so that none meets the leftovers of another; and for how many seconds
# Asterisk waits for a sign of life: where none is to be missed, more than a busy machine ever takes.
DESKS = {"never": 5.0, "rings": 5.0, "silent": 0.5, "moves": 5.0}
PHONES = (*DESKS, "dead", "unqualified")
PJSIP = """
[phone](!)
type = endpoint
context = nowhere
disallow = all
allow = ulaw

[dead](phone)
aors = dead
[dead]
type = aor
contact = sip:dead@127.0.0.1:9
qualify_frequency = 1
qualify_timeout = 0.5

[unqualified](phone)
aors = unqualified
[unqualified]
type = aor
contact = sip:unqualified@127.0.0.1:9
""" + "".join(
    f"""
[{desk}](phone)
aors = {desk}
[{desk}]
type = aor
max_contacts = 1
remove_existing = yes
qualify_frequency = 1
qualify_timeout = {timeout_s}
"""
    for desk, timeout_s in DESKS.items()
)


@pytest.fixture(scope="module")
def asterisk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[BareAsterisk]:
    bare = BareAsterisk(tmp_path_factory.mktemp("ami"), extensions="[nowhere]\n", pjsip=PJSIP)
    bare.process.start()
    yield bare
    bare.process.stop()


@pytest.fixture
async def heard() -> Heard:
    return Heard()


@pytest.fixture
async def states(asterisk: BareAsterisk, heard: Heard) -> AsyncIterator[DeviceStates]:
    """Follows, closes at the end, and leaves nothing behind."""
    following = DeviceStates(user_of(asterisk), emit=heard.tell, times=TIMES)
    following.start()
    yield following
    await following.aclose()
    assert asyncio.all_tasks() == {asyncio.current_task()}


@asynccontextmanager
async def plugged_in(asterisk: BareAsterisk, desk: str) -> AsyncIterator[RawPhone]:
    phone = RawPhone(desk, asterisk.sip_port)
    await phone.open()
    yield phone
    await phone.aclose()


def user_of(asterisk: BareAsterisk, *, secret: str = AMI_SECRET) -> AmiUser:
    return AmiUser(port=asterisk.ami_port, username=AMI_USER, secret=secret)


async def test_the_snapshot_knows_every_phone(heard: Heard, states: DeviceStates) -> None:
    snapshot = await heard.snapshot()
    assert snapshot.states.keys() == set(PHONES)
    assert snapshot.states[PhoneId("never")] == "unavailable"
    assert snapshot.states[PhoneId("unqualified")] == "not_in_use"
    assert states.trouble is None


async def test_a_phone_comes_rings_and_goes(
    asterisk: BareAsterisk, heard: Heard, states: DeviceStates
) -> None:
    await heard.snapshot()
    probe = await Probe.connect(asterisk.ami_port)
    async with plugged_in(asterisk, "rings") as phone:
        phone.register(expires_s=60)
        assert await heard.states("rings", until="not_in_use") == ["not_in_use"]
        await probe.send("Originate", Channel="PJSIP/rings", Application="Wait", Data="1", Async="true")
        assert await heard.states("rings", until="ringing") == ["ringing"]
        await probe.send("Hangup", Channel="/^PJSIP/rings-.*/")
        assert await heard.states("rings", until="not_in_use") == ["not_in_use"]
        phone.register(expires_s=0)
        assert await heard.states("rings", until="unavailable") == ["unavailable"]
    await probe.aclose()


async def test_a_phone_that_falls_silent_is_unavailable(
    asterisk: BareAsterisk, heard: Heard, states: DeviceStates
) -> None:
    await heard.snapshot()
    async with plugged_in(asterisk, "silent") as phone:
        phone.register(expires_s=60)
        assert await heard.states("silent", until="not_in_use") == ["not_in_use"]
        phone.alive = False
        assert await heard.states("silent", until="unavailable") == ["unavailable"]
        phone.alive = True
        assert await heard.states("silent", until="not_in_use") == ["not_in_use"]


async def test_a_phone_that_moves_to_another_address_stays_available(
    asterisk: BareAsterisk, heard: Heard, states: DeviceStates
) -> None:
    await heard.snapshot()
    probe = await Probe.connect(asterisk.ami_port)
    async with plugged_in(asterisk, "moves") as phone, plugged_in(asterisk, "moves") as moved:
        phone.register(expires_s=60)
        assert await heard.states("moves", until="not_in_use") == ["not_in_use"]
        moved.register(expires_s=60)
        await probe.event("ContactStatus", ContactStatus="Removed", EndpointName="moves")
        moved.register(expires_s=0)
        assert await heard.states("moves", until="unavailable") == ["unavailable"]
    await probe.aclose()


async def test_killed_and_restarted_asterisk_is_lost_then_seen_anew(
    asterisk: BareAsterisk, heard: Heard, states: DeviceStates
) -> None:
    await heard.snapshot()
    with capture_logs() as logs:
        asterisk.process.kill()
        assert "closed" in (await heard.loss()).reason
        assert states.trouble
        await asyncio.to_thread(asterisk.process.start)
        assert (await heard.snapshot()).states.keys() == set(PHONES)
    assert not states.trouble
    assert logs[0]["retry_in_s"] == TIMES.first_retry_s


async def test_stopped_properly_it_is_lost_once(
    asterisk: BareAsterisk, heard: Heard, states: DeviceStates
) -> None:
    await heard.snapshot()
    await asyncio.to_thread(asterisk.process.stop)
    await heard.loss()
    await asyncio.to_thread(asterisk.process.start)
    await heard.snapshot()


async def test_an_asterisk_that_hangs_is_found_by_the_ping(asterisk: BareAsterisk, heard: Heard) -> None:
    times = AmiTimes(answer_wait_s=0.3, ping_every_s=0.1, first_retry_s=0.05, last_retry_s=0.2)
    states = DeviceStates(user_of(asterisk), emit=heard.tell, times=times)
    states.start()
    await heard.snapshot()
    os.kill(asterisk.process.pid, signal.SIGSTOP)
    try:
        assert "Ping" in (await heard.loss()).reason
    finally:
        os.kill(asterisk.process.pid, signal.SIGCONT)
    await heard.snapshot()
    await states.aclose()


async def test_it_waits_for_an_asterisk_that_is_not_there_yet(asterisk: BareAsterisk, heard: Heard) -> None:
    asterisk.process.stop()
    states = DeviceStates(user_of(asterisk), emit=heard.tell, times=TIMES)
    with capture_logs() as logs:
        states.start()
        await asyncio.to_thread(asterisk.process.start)
        await heard.snapshot()
    assert logs[0]["reason"].startswith("nothing answers")
    await states.aclose()


async def test_a_wrong_password_is_said_once_for_every_wait_and_waits_grow(
    asterisk: BareAsterisk, heard: Heard
) -> None:
    states = DeviceStates(user_of(asterisk, secret="wrong"), emit=heard.tell, times=TIMES)
    probe = await Probe.connect(asterisk.ami_port)
    with capture_logs() as logs:
        states.start()
        for _ in range(5):
            await probe.event("InvalidPassword")
        await states.aclose()
    assert [line["retry_in_s"] for line in logs][:4] == [0.05, 0.1, 0.2, 0.2]
    assert len(logs) in {4, 5}
    assert isinstance(states.trouble, AmiRefused)
    assert "manager.conf" in str(states.trouble)
    assert "wrong" not in repr(logs)
    assert heard.nothing_more()
    await probe.aclose()


async def test_a_password_that_is_put_right_needs_no_restart(asterisk: BareAsterisk, heard: Heard) -> None:
    conf = asterisk.process.files.etc / "manager.conf"
    right = conf.read_text(encoding="utf-8")
    conf.write_text(right.replace(AMI_SECRET, "yesterday"), encoding="utf-8")
    asterisk.process.rx("manager reload")
    states = DeviceStates(user_of(asterisk), emit=heard.tell, times=TIMES)
    with log_lines() as lines:
        states.start()
        await lines.get()
        conf.write_text(right, encoding="utf-8")
        asterisk.process.rx("manager reload")
        await heard.snapshot()
    assert states.trouble is None
    await states.aclose()


@pytest.mark.parametrize(
    ("lacking", "named"),
    [("write = reporting", "write = reporting"), ("read = system,call", "read = system")],
)
async def test_a_missing_right_is_named(
    asterisk: BareAsterisk, heard: Heard, lacking: str, named: str
) -> None:
    conf = asterisk.process.files.etc / "manager.conf"
    right = conf.read_text(encoding="utf-8")
    conf.write_text(right.replace(lacking, lacking.partition("=")[0] + "= command", 1), encoding="utf-8")
    asterisk.process.rx("manager reload")
    times = AmiTimes(answer_wait_s=0.5, boot_wait_s=0.2, first_retry_s=0.05)
    states = DeviceStates(user_of(asterisk), emit=heard.tell, times=times)
    with log_lines() as lines:
        states.start()
        assert named in (await lines.get())["reason"]
    await states.aclose()
    conf.write_text(right, encoding="utf-8")
    asterisk.process.rx("manager reload")


async def test_it_can_be_closed_at_any_moment(asterisk: BareAsterisk, heard: Heard) -> None:
    for turns in itertools.chain(range(12), [200]):
        states = DeviceStates(user_of(asterisk), emit=heard.tell, times=TIMES)
        states.start()
        for _ in range(turns):
            await asyncio.sleep(0)
        await states.aclose()
        assert asyncio.all_tasks() == {asyncio.current_task()}
