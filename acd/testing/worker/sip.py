"""The phone's account and calls as pjsua2 sees them, translated into events of the protocol.

Every object that SWIG returns is kept in a name while its parts are read: `call.getInfo().media` is a
dangling pointer. Callbacks must not raise: an exception that reaches C++ ends the process.
"""

import re
from collections.abc import Callable

import pjsua2 as pj

from acd.testing.protocol import (
    CallChanged,
    CallState,
    DigitHeard,
    Event,
    Incoming,
    MediaChanged,
    MediaState,
    Moment,
    Note,
    RegistrationChanged,
    Setup,
    Sip,
)
from acd.testing.worker.audio import Line

LOOPBACK = "127.0.0.1"
WARNING_LEVEL = 2
MESSAGE_LEVEL = 4  # where the stack's log shows whole SIP messages
SIP_IN_LOG = re.compile(r"(TX|RX) \d+ bytes .*? (?:to|from) \w+ (\S+?):?\n(.*?)\n?--end msg--", re.DOTALL)

Emit = Callable[[Event], None]


class Trace(pj.LogWriter):  # type: ignore[misc]
    """The stack's log: SIP messages become `Sip`, warnings become `Note`, all else is dropped."""

    def __init__(self, emit: Emit) -> None:
        super().__init__()
        self._emit = emit

    def write(self, entry: "pj.LogEntry") -> None:
        """Called by the stack, from any thread, just before a message is sent or right after it came."""
        at = Moment.now()
        if entry.level == MESSAGE_LEVEL:
            if found := SIP_IN_LOG.search(entry.msg):
                direction, peer, text = found.groups()
                self._emit(Sip(at, sent=direction == "TX", peer=peer, text=text))
        elif entry.level <= WARNING_LEVEL:
            self._emit(Note(at, entry.msg.strip()))


class SipCall(pj.Call):  # type: ignore[misc]
    """One call on one line."""

    def __init__(self, account: "SipAccount", name: str, line: Line, call_id: int | None = None) -> None:
        super().__init__(account, pj.PJSUA_INVALID_ID if call_id is None else call_id)
        self.name = name
        self.line = line
        self._account = account
        line.lend(name)

    def onCallState(self, prm: object) -> None:  # noqa: N802, ARG002
        """The INVITE session moved on."""
        info = self.getInfo()
        state = _call_state(info.state, info.lastStatusCode)
        if state is None:
            return
        ended = state == "ended"
        if ended:
            self.line.take_back()
        self._account.emit(
            CallChanged(
                Moment.now(), self.name, info.callIdString, state, info.lastStatusCode, info.lastReason
            )
        )
        if ended:
            self._account.ended(self)

    def onCallMediaState(self, prm: object) -> None:  # noqa: N802, ARG002
        """Audio was negotiated: connect the line to whatever stream the call has now."""
        info = self.getInfo()
        streams = info.media
        for index in range(len(streams)):
            stream = streams[index]
            if stream.type != pj.PJMEDIA_TYPE_AUDIO:
                continue
            if stream.status in (pj.PJSUA_CALL_MEDIA_ACTIVE, pj.PJSUA_CALL_MEDIA_REMOTE_HOLD):
                audio = self.getAudioMedia(index)
                audio.startTransmit(self.line)
                self.line.startTransmit(audio)
            state = _media_state(stream.status)
            codec = self.getStreamInfo(index).codecName if state == "active" else ""
            self._account.emit(MediaChanged(Moment.now(), self.name, state, codec))

    def onDtmfDigit(self, prm: "pj.OnDtmfDigitParam") -> None:  # noqa: N802
        """The far end pressed a key."""
        self._account.emit(DigitHeard(Moment.now(), self.name, prm.digit))


class SipAccount(pj.Account):  # type: ignore[misc]
    """The phone's one account; it owns the calls."""

    def __init__(self, setup: Setup, emit: Emit, on_incoming: "Callable[[SipCall], None]") -> None:
        super().__init__()
        self.emit = emit
        self.calls: dict[str, SipCall] = {}
        self.is_registered = False
        self._on_incoming = on_incoming
        self._finished: list[SipCall] = []
        self._arrived = 0
        self._lines = [Line(number, setup.tone_hz, emit) for number in range(setup.lines)]
        self._let_the_clock_rest()
        self.create(account_config(setup))

    def free_line(self) -> Line | None:
        """A line that serves no call."""
        return next((line for line in self._lines if line.call is None), None)

    def _let_the_clock_rest(self) -> None:
        """Make and break a connection: a second after the last of them the stack stops its audio clock."""
        self._lines[0].startTransmit(self._lines[0])
        self._lines[0].stopTransmit(self._lines[0])

    def ended(self, call: SipCall) -> None:
        """Forget a call; the object is kept until `bury`, because its callback is still running."""
        self.calls.pop(call.name, None)
        self._finished.append(call)

    def bury(self) -> None:
        """Destroy the objects of finished calls, in the main thread and outside callbacks."""
        self._finished.clear()

    def onRegState(self, prm: "pj.OnRegStateParam") -> None:  # noqa: N802
        """The registrar answered, or never did."""
        info = self.getInfo()
        expires_s = max(0, info.regExpiresSec) if info.regIsActive else 0
        self.is_registered = expires_s > 0
        self.emit(RegistrationChanged(Moment.now(), prm.code, prm.reason, expires_s))

    def onIncomingCall(self, prm: "pj.OnIncomingCallParam") -> None:  # noqa: N802
        """An INVITE came. The stack itself answers 486 when there are more calls than lines."""
        at = Moment.now()
        line = self.free_line()
        if line is None:
            return
        self._arrived += 1
        call = SipCall(self, f"in-{self._arrived}", line, prm.callId)
        self.calls[call.name] = call
        info = call.getInfo()
        self.emit(Incoming(at, call.name, info.callIdString, info.remoteUri, prm.rdata.wholeMsg))
        self._on_incoming(call)


def endpoint_config(setup: Setup, trace: Trace) -> "pj.EpConfig":
    """A stack without SIP threads of its own, sound card, echo canceller or silence detection."""
    config = pj.EpConfig()
    config.uaConfig.threadCnt = 0
    config.uaConfig.mainThreadOnly = False
    config.uaConfig.maxCalls = setup.lines
    config.uaConfig.userAgent = "acd-testing"
    config.logConfig.msgLogging = 1
    config.logConfig.level = MESSAGE_LEVEL
    config.logConfig.consoleLevel = MESSAGE_LEVEL  # the writer sees what the console would
    config.logConfig.decor = 0
    config.logConfig.writer = trace
    media = config.medConfig
    media.clockRate = media.sndClockRate = 8000
    media.channelCount = 1
    media.audioFramePtime = 20
    media.ecTailLen = 0
    media.noVad = True
    media.quality = 3
    media.jbInit = media.jbMinPre = 20
    media.jbMaxPre = 60
    media.jbMax = 300
    return config


def account_config(setup: Setup) -> "pj.AccountConfig":
    """A plain UDP phone on loopback: no NAT tricks, no retries, no re-INVITE to narrow the codecs."""
    config = pj.AccountConfig()
    name = f'"{setup.display_name}" ' if setup.display_name else ""
    config.idUri = f"{name}<sip:{setup.user}@{setup.server}>"
    registration = config.regConfig
    registration.registrarUri = f"sip:{setup.server}"
    registration.registerOnAdd = False
    registration.retryIntervalSec = 0
    registration.timeoutSec = setup.register_for_s
    config.sipConfig.authCreds.append(pj.AuthCredInfo("digest", "*", setup.user, 0, setup.password))
    nat = config.natConfig
    nat.contactRewriteUse = nat.viaRewriteUse = nat.sdpNatRewriteUse = nat.sipOutboundUse = 0
    nat.iceEnabled = False
    nat.udpKaIntervalSec = 0
    media = config.mediaConfig
    media.lockCodecEnabled = False
    media.streamKaEnabled = False
    media.transportConfig.boundAddress = LOOPBACK
    media.transportConfig.port = 0
    return config


def _call_state(state: int, code: int) -> CallState | None:
    match state:
        case pj.PJSIP_INV_STATE_CALLING:
            return "calling"
        case pj.PJSIP_INV_STATE_EARLY:
            return "ringing" if code == 180 else "progress"
        case pj.PJSIP_INV_STATE_CONFIRMED:
            return "answered"
        case pj.PJSIP_INV_STATE_DISCONNECTED:
            return "ended"
        case _:
            return None  # NULL, INCOMING (Incoming tells more) and CONNECTING (CONFIRMED follows)


def _media_state(status: int) -> MediaState:
    match status:
        case pj.PJSUA_CALL_MEDIA_ACTIVE:
            return "active"
        case pj.PJSUA_CALL_MEDIA_LOCAL_HOLD:
            return "held_here"
        case pj.PJSUA_CALL_MEDIA_REMOTE_HOLD:
            return "held_there"
        case pj.PJSUA_CALL_MEDIA_ERROR:
            return "failed"
        case _:
            return "none"
