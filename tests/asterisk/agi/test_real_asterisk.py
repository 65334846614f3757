"""The scripts as the dialplan of a real Asterisk calls them; keys are real DTMF on a Local channel."""

import asyncio
import socket
from collections.abc import AsyncIterator, Iterator

import pytest
from structlog.testing import capture_logs

from acd.asterisk.agi.errors import ChannelGone, PromptMissing
from acd.asterisk.agi.scripts import (
    DeskAnswer,
    FeaturePrompt,
    LookupAnswer,
    feature_script,
    lookup_script,
)
from acd.asterisk.agi.server import AgiServer, Route
from acd.asterisk.agi.session import Session
from acd.lab.ports import free_ports
from acd.model.ids import FlowId
from tests.asterisk.agi.test_scripts import PaperDesk
from tests.asterisk.bare import BareAsterisk, Probe

EXTENSIONS = """
[caller]
exten => _X!,1,Answer()
 same => n,Wait(60)
exten => types,1,SendDTMF(${PIN}#,80,80)
 same => n,Wait(60)

[lookup]
exten => _X!,1,Set(AGIEXITONHANGUP=yes)
 same => n,Set(TIMEOUT(absolute)=1)
 same => n,AGI(agi://127.0.0.1:${AGI_PORT}/lookup,${EXTEN})
 same => n,Set(TIMEOUT(absolute)=0)
 same => n(tell),UserEvent(Looked,Answered: ${ACD_ANSWERED},Known: ${ACD_KNOWN},Open: ${ACD_OPEN},Flow: ${ACD_FLOW},Error: ${ACD_ERROR},Agi: ${AGISTATUS})
 same => n,Hangup()
exten => T,1,Goto(0,tell)

[outside]
exten => _100!,1,AGI(agi://127.0.0.1:${AGI_PORT}/tempt,${EXTEN})
 same => n,UserEvent(Tempted,Said: ${SAID},Agi: ${AGISTATUS})
 same => n,Hangup()

[feature]
exten => _X!,1,AGI(agi://127.0.0.1:${AGI_PORT}/feature,${CODE},${ARGUMENT},desk1)
 same => n,UserEvent(Asked,Result: ${ACD_RESULT},Agi: ${AGISTATUS})
 same => n,Hangup()

[anything]
exten => _X!,1,AGI(agi://127.0.0.1:${AGI_PORT}/${SCRIPT})
 same => n,UserEvent(Done,Said: ${SAID},Error: ${ACD_ERROR},Agi: ${AGISTATUS})
 same => n,Hangup()
"""  # noqa: E501

TRUNK = """
[trunk]
type = endpoint
context = outside
disallow = all
allow = ulaw
"""

NUMBERS = {
    "100": LookupAnswer(known=True, open=True, flow=FlowId("main")),
    "101": LookupAnswer(known=True, open=False, flow=FlowId("night")),
}
SOUNDS = dict.fromkeys(FeaturePrompt, "beep") | {FeaturePrompt.LOGGED_OUT: "no-such-sound"}
SAID = 'a "b" \\ (c)'


def look_up(number: str) -> LookupAnswer:
    return NUMBERS.get(number, LookupAnswer(known=False))


async def say_all(session: Session) -> None:
    """Every command once; what each answers stands in an assertion."""
    await session.answer()
    await session.set_variable("SAID", SAID)
    assert await session.get_variable("SAID") == SAID
    assert await session.get_variable("NEVER_SET") is None
    assert await session.get_full_variable("${CHANNEL(channeltype)}") == "Local"
    assert await session.stream_file("beep", escape_digits="#") == ""
    assert await session.say_digits("1") == ""
    assert await session.get_data("beep", wait_s=0.05, max_digits=1) == ""
    await session.verbose("hello")
    with pytest.raises(PromptMissing):
        await session.stream_file("no-such-sound")
    with pytest.raises(PromptMissing):
        await session.get_data("no-such-sound", wait_s=0.05, max_digits=1)
    await session.set_variable("SAID", "")
    assert await session.get_variable("SAID") == ""
    await session.set_variable("SAID", "all")


async def hang_up(session: Session) -> None:
    await session.hangup()
    with pytest.raises(ChannelGone):
        await session.stream_file("beep")
    gone.set()


async def tempt(session: Session) -> None:
    tempted.append(session.request.arguments)
    await session.set_variable("SAID", "I was called")


async def hang(session: Session) -> None:
    await asyncio.Event().wait()


gone = asyncio.Event()
tempted: list[tuple[str, ...]] = []


@pytest.fixture(scope="module")
def asterisk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[BareAsterisk]:
    bare = BareAsterisk(tmp_path_factory.mktemp("agi"), extensions=EXTENSIONS, pjsip=TRUNK)
    bare.process.start()
    yield bare
    bare.process.stop()


class Dialplan:
    """Runs extensions on one side of a Local channel; the other side is the caller."""

    def __init__(self, probe: Probe, agi_port: int) -> None:
        self.probe = probe
        self.agi_port = agi_port

    async def run(self, context: str, exten: str, **variables: str) -> None:
        given = {"AGI_PORT": str(self.agi_port)} | variables
        await self.probe.send(
            "Originate",
            Channel="Local/0@caller/n",
            Context=context,
            Exten=exten,
            Priority="1",
            Variable=",".join(f"{name}={value}" for name, value in given.items()),
            Async="true",
        )

    async def look_up(self, number: str) -> dict[str, str]:
        await self.run("lookup", number)
        return await self.probe.event("UserEvent", UserEvent="Looked")

    async def type_when_asked(self, pin: str) -> None:
        """Waits until Asterisk collects digits, then presses the keys on the caller's side."""
        asked = await self.probe.event("AGIExecStart", Command="GET DATA")
        caller = asked["Channel"].removesuffix(";1") + ";2"
        await self.probe.send("Setvar", Channel=caller, Variable="PIN", Value=pin)
        await self.probe.send("Redirect", Channel=caller, Context="caller", Exten="types", Priority="1")


@pytest.fixture
async def desk() -> PaperDesk:
    return PaperDesk()


@pytest.fixture
async def dialplan(asterisk: BareAsterisk, desk: PaperDesk) -> AsyncIterator[Dialplan]:
    server = AgiServer(
        routes={
            "lookup": Route(handler=lookup_script(look_up), limit_s=5),
            "feature": Route(handler=feature_script(desk, SOUNDS), limit_s=60),
            "say-all": Route(handler=say_all, limit_s=30),
            "hang-up": Route(handler=hang_up, limit_s=30),
            "tempt": Route(handler=tempt, limit_s=30),
            "hang": Route(handler=hang, limit_s=0.3),
        },
        port=0,
    )
    await server.start()
    probe = await Probe.connect(asterisk.ami_port)
    yield Dialplan(probe, server.port)
    await probe.aclose()
    await server.aclose()


@pytest.mark.parametrize(
    ("number", "known", "is_open", "flow"),
    [
        ("100", "1", "1", "main"),
        ("101", "1", "0", "night"),
        ("199", "0", "0", ""),
        ("9" * 40, "0", "0", ""),
    ],
)
async def test_lookup_sets_the_variables(
    dialplan: Dialplan, number: str, known: str, is_open: str, flow: str
) -> None:
    told = await dialplan.look_up(number)
    assert (told["Known"], told["Open"], told["Flow"]) == (known, is_open, flow)
    assert (told["Answered"], told["Agi"]) == ("1", "SUCCESS")


async def test_without_a_server_the_dialplan_goes_on(asterisk: BareAsterisk, dialplan: Dialplan) -> None:
    ports = free_ports()
    nobody = Dialplan(dialplan.probe, ports.agi)
    told = await nobody.look_up("100")
    assert (told["Answered"], told["Agi"]) == ("", "FAILURE")


async def test_a_server_that_says_nothing_costs_the_absolute_time_only(dialplan: Dialplan) -> None:
    with socket.create_server(("127.0.0.1", 0)) as mute:
        told = await Dialplan(dialplan.probe, mute.getsockname()[1]).look_up("100")
    assert told["Answered"] == ""


async def test_a_script_that_hangs_is_ended_and_the_dialplan_goes_on(dialplan: Dialplan) -> None:
    with capture_logs() as logs:
        await dialplan.run("anything", "0", SCRIPT="hang")
        told = await dialplan.probe.event("UserEvent", UserEvent="Done")
    assert told["Agi"] == "SUCCESS"
    assert [line["event"] for line in logs] == ["an AGI script took too long"]


async def test_an_unknown_script_is_said_to_be_one(dialplan: Dialplan) -> None:
    with capture_logs():
        await dialplan.run("anything", "0", SCRIPT="nonsense")
        told = await dialplan.probe.event("UserEvent", UserEvent="Done")
    assert (told["Error"], told["Agi"]) == ("unknown_script", "SUCCESS")


async def test_every_command_is_understood(dialplan: Dialplan) -> None:
    await dialplan.run("anything", "0", SCRIPT="say-all")
    told = await dialplan.probe.event("UserEvent", UserEvent="Done")
    assert (told["Said"], told["Error"]) == ("all", "")


async def test_a_call_that_ends_is_noticed(dialplan: Dialplan) -> None:
    gone.clear()
    await dialplan.run("anything", "0", SCRIPT="hang-up")
    async with asyncio.timeout(10):
        await gone.wait()


@pytest.mark.parametrize(
    ("dialled", "said"),
    [
        pytest.param("100", "I was called", id="honest"),
        pytest.param("100%0aagi_arg_1%3a%20forged", "", id="a second argument 1"),
        pytest.param("100%0aagi_arg_2%3a%20forged", "", id="an argument too many"),
        pytest.param(
            "100%0aagi_arg_1%3a%20forged%0a%0a200%20result%3d1%20%28x%29%0a200%20result%3d1",
            "",
            id="an early end and replies",
        ),
    ],
)
async def test_a_number_with_line_breaks_calls_no_script(
    asterisk: BareAsterisk, dialplan: Dialplan, dialled: str, said: str
) -> None:
    tempted.clear()
    await dialplan.probe.send("Setvar", Variable="AGI_PORT", Value=str(dialplan.agi_port))
    await dialplan.probe.until(lambda message: message.get("Message") == "Variable Set")
    with capture_logs(), socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as caller:
        caller.bind(("127.0.0.1", 0))
        caller.sendto(invite(dialled, caller.getsockname()[1]), ("127.0.0.1", asterisk.sip_port))
        told = await dialplan.probe.event("UserEvent", UserEvent="Tempted")
    assert (told["Said"], told["Agi"]) == (said, "SUCCESS")
    assert tempted == ([("100",)] if said else [])


def invite(dialled: str, port: int) -> bytes:
    """A call from the trunk."""
    sdp = "v=0\r\no=- 1 1 IN IP4 127.0.0.1\r\ns=-\r\nc=IN IP4 127.0.0.1\r\nt=0 0\r\nm=audio 9 RTP/AVP 0\r\n"
    lines = [
        f"INVITE sip:{dialled}@127.0.0.1 SIP/2.0",
        f"Via: SIP/2.0/UDP 127.0.0.1:{port};branch=z9hG4bK-{port}",
        "From: <sip:trunk@127.0.0.1>;tag=1",
        "To: <sip:100@127.0.0.1>",
        f"Call-ID: {port}",
        "CSeq: 1 INVITE",
        f"Contact: <sip:trunk@127.0.0.1:{port}>",
        "Content-Type: application/sdp",
        f"Content-Length: {len(sdp)}",
    ]
    return "\r\n".join([*lines, "", sdp]).encode()


async def test_log_in_by_keys_at_the_third_try(
    dialplan: Dialplan, desk: PaperDesk, caplog: pytest.LogCaptureFixture
) -> None:
    with capture_logs() as logs, caplog.at_level("DEBUG"):
        await dialplan.run("feature", "0", CODE="login", ARGUMENT="anna")
        for pin in ("1", "4712", "4711"):
            await dialplan.type_when_asked(pin)
        told = await dialplan.probe.event("UserEvent", UserEvent="Asked")
    assert (told["Result"], told["Agi"]) == ("accepted", "SUCCESS")
    assert desk.asked == [("log_in", "anna", "desk1", pin) for pin in ("1", "4712", "4711")]
    assert "4711" not in repr(logs) + caplog.text


async def test_log_in_fails_after_three_tries(dialplan: Dialplan, desk: PaperDesk) -> None:
    await dialplan.run("feature", "0", CODE="login", ARGUMENT="nobody")
    for _ in range(3):
        await dialplan.type_when_asked("4711")
    told = await dialplan.probe.event("UserEvent", UserEvent="Asked")
    assert told["Result"] == "wrong_pin"
    assert len(desk.asked) == 3


async def test_a_code_without_keys(dialplan: Dialplan, desk: PaperDesk) -> None:
    desk.answer = DeskAnswer.REFUSED
    await dialplan.run("feature", "0", CODE="notready", ARGUMENT="2")
    told = await dialplan.probe.event("UserEvent", UserEvent="Asked")
    assert told["Result"] == "refused"
    assert desk.asked == [("go_not_ready", "desk1", "2")]


async def test_a_sound_that_is_missing_does_not_stop_the_code(dialplan: Dialplan, desk: PaperDesk) -> None:
    with capture_logs() as logs:
        await dialplan.run("feature", "0", CODE="logout", ARGUMENT="")
        told = await dialplan.probe.event("UserEvent", UserEvent="Asked")
    assert told["Result"] == "accepted"
    assert [line["prompt"] for line in logs] == ["logged_out"]
