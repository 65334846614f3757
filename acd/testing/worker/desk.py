"""Carry out a phone's commands on its account, now or when their time comes (late answers, key presses)."""

import functools
import heapq
import itertools
import time
from collections.abc import Callable

import pjsua2 as pj

from acd.testing.protocol import (
    Answer,
    Command,
    Dial,
    HangUp,
    Hold,
    KeepQuiet,
    OnRing,
    PickUp,
    Press,
    Quit,
    Refuse,
    Register,
    Ring,
    Send,
    SetOnRing,
    Setup,
)
from acd.testing.worker.sip import Emit, SipAccount, SipCall

RINGING, OK = 180, 200


class CommandError(Exception):
    """A command that makes no sense now; the text goes to the test."""


class Desk:
    """The hands of the phone. Everything here runs in the worker's main thread."""

    def __init__(self, setup: Setup, emit: Emit) -> None:
        self.quitting = False
        self.account = SipAccount(setup, emit, self._on_incoming)
        self._policy: OnRing = Ring()
        self._agenda: list[tuple[float, int, Callable[[], None]]] = []
        self._order = itertools.count()
        self._fingers: dict[str, float] = {}  # call → when its last key press will be over

    # ── time ──────────────────────────────────────────────────────────────────────────────────────

    def later(self, at_s: float, action: Callable[[], None]) -> None:
        """Do something when the monotonic clock says `at_s`."""
        heapq.heappush(self._agenda, (at_s, next(self._order), action))

    def next_deadline(self) -> float | None:
        """The earliest moment on the agenda, in monotonic seconds."""
        return self._agenda[0][0] if self._agenda else None

    def do_what_is_due(self) -> None:
        """Run the agenda up to now. A call that is over by then is not worth a complaint."""
        while self._agenda and self._agenda[0][0] <= time.monotonic():
            _, _, action = heapq.heappop(self._agenda)
            try:
                action()
            except pj.Error:
                continue

    # ── commands ──────────────────────────────────────────────────────────────────────────────────

    def perform(self, command: Command) -> None:
        """Carry out one command; CommandError or pj.Error if that is not possible."""
        match command:
            case Register(on=on):
                self.account.setRegistration(on)
            case SetOnRing(policy=policy):
                self._policy = policy
            case Dial():
                self._dial(command)
            case Answer(call=name, code=code):
                _respond(self._call(name), code)
            case HangUp(call=name):
                self._call(name).hangup(pj.CallOpParam())
            case Hold(call=name, on=on):
                self._hold(self._call(name), on=on)
            case Press():
                self._press(command)
            case Send(call=name, sound=sound):
                self._call(name).line.speak(sound)
            case Quit():
                self._quit()
            case Setup():
                raise CommandError("a phone is set up once")

    def _call(self, name: str) -> SipCall:
        call = self.account.calls.get(name)
        if call is None:
            raise CommandError("the call is over")
        return call

    def _dial(self, command: Dial) -> None:
        line = self.account.free_line()
        if line is None:
            raise CommandError("all lines of this phone are in calls; open the phone with more `lines`")
        call = SipCall(self.account, command.call, line)
        how = pj.CallOpParam(True)
        how.opt.audioCount, how.opt.videoCount = 1, 0
        how.txOption.localUri = command.from_uri
        for name, value in command.headers.items():
            header = pj.SipHeader()
            header.hName, header.hValue = name, value
            how.txOption.headers.append(header)
        self.account.calls[command.call] = call
        try:
            call.makeCall(command.target_uri, how)
        except pj.Error:
            if self.account.calls.pop(command.call, None) is not None:
                line.take_back()
            raise

    def _hold(self, call: SipCall, *, on: bool) -> None:
        how = pj.CallOpParam(True)
        if on:
            call.setHold(how)
        else:
            how.opt.flag |= pj.PJSUA_CALL_UNHOLD
            call.reinvite(how)

    def _press(self, command: Press) -> None:
        """Hand each digit over when its turn comes: the stack's own queue holds only 32."""
        call = self._call(command.call)
        start_s = max(time.monotonic(), self._fingers.get(call.name, 0.0))
        step_s = (command.tone_ms + command.gap_ms) / 1000

        def one(digit: str) -> None:
            if call.name in self.account.calls:
                how = pj.CallSendDtmfParam()
                how.method = pj.PJSUA_DTMF_METHOD_RFC2833
                how.duration = command.tone_ms
                how.digits = digit
                call.sendDtmf(how)

        for place, digit in enumerate(command.digits):
            self.later(start_s + place * step_s, functools.partial(one, digit))
        self._fingers[call.name] = start_s + len(command.digits) * step_s

    def _quit(self) -> None:
        self.quitting = True
        for call in list(self.account.calls.values()):
            call.hangup(pj.CallOpParam())
        if self.account.is_registered:
            self.account.setRegistration(False)

    @property
    def is_quiet(self) -> bool:
        """No call and no registration is left."""
        return not self.account.calls and not self.account.is_registered

    # ── calls that arrive ─────────────────────────────────────────────────────────────────────────

    def _on_incoming(self, call: SipCall) -> None:
        match self._policy:
            case KeepQuiet():
                pass
            case Ring():
                _respond(call, RINGING)
            case PickUp(after_s=after_s):
                self._ring_then(call, OK, after_s)
            case Refuse(code=code, after_s=after_s):
                if after_s > 0:
                    self._ring_then(call, code, after_s)
                else:
                    _respond(call, code)

    def _ring_then(self, call: SipCall, code: int, after_s: float) -> None:
        _respond(call, RINGING)
        if after_s <= 0:
            _respond(call, code)
            return

        def respond() -> None:
            if call.name in self.account.calls:
                _respond(call, code)

        self.later(time.monotonic() + after_s, respond)


def _respond(call: SipCall, code: int) -> None:
    how = pj.CallOpParam()
    how.statusCode = code
    call.answer(how)
