"""A real SIP phone with a synchronous face: what a person with a desk phone can do and hear, for a test.

    with Phone("1001", "secret", server_port) as alice, Phone("1002", "secret", server_port) as bob:
        alice.register()
        bob.register()
        talk = alice.call("1002")
        ringing = bob.wait_for_ring().answer()
        assert ringing.hears_only(alice.tone_hz) and talk.hears_only(bob.tone_hz)

Each phone is a process of its own (about 26 MB; 1 % of a core in a call, nothing when idle), so that a crash
of the SIP stack is the failure of one phone, told as such. Methods may be called from any thread.
"""

import itertools
import threading
import time
from collections.abc import Callable, Mapping
from typing import Self, TypeVar

from acd.testing.call import Call, CallEvent
from acd.testing.errors import NotInTimeError, PhoneDiedError, RegistrationRefusedError
from acd.testing.ladder import SipLadder, SipMessage
from acd.testing.protocol import (
    CallChanged,
    Command,
    Dial,
    DigitHeard,
    Done,
    Event,
    Failed,
    Heard,
    Incoming,
    KeepQuiet,
    MediaChanged,
    Moment,
    Note,
    OnRing,
    PickUp,
    Played,
    Quit,
    Refuse,
    Register,
    RegistrationChanged,
    Ring,
    SetOnRing,
    Setup,
    Sip,
)
from acd.testing.story import StoryLine, message_line, recording_lines, tell
from acd.testing.tones import own_tone
from acd.testing.worker_process import WorkerProcess

_numbers = itertools.count()
T = TypeVar("T")


class Phone:
    """One SIP account on one device. `name` is what stories and errors call it.

    A phone that is used for hours is made with `forgets`: it keeps nothing of calls that are over, nothing
    that it heard and no SIP message. Its calls cannot tell then what they hear, nor who ended them.
    """

    def __init__(
        self,
        user: str,
        password: str,
        server_port: int,
        *,
        server_host: str = "127.0.0.1",
        name: str | None = None,
        display_name: str = "",
        tone_hz: int | None = None,
        lines: int = 4,
        codecs: tuple[str, ...] = ("PCMA", "PCMU"),
        register_for_s: int = 300,
        forgets: bool = False,
    ) -> None:
        self.user = user
        self.name = name or user
        self.server = f"{server_host}:{server_port}"
        self.tone_hz = own_tone(next(_numbers)) if tone_hz is None else tone_hz
        self.changed = threading.Condition(threading.RLock())
        self.calls: list[Call] = []
        self.registration: RegistrationChanged | None = None
        self._by_name: dict[str, Call] = {}
        self._unseen: list[Call] = []
        self._messages: list[SipMessage] = []
        self._lines_told: list[StoryLine] = []
        self._dialled = itertools.count(1)
        self._forgets = forgets
        self._closed = False
        self._worker = WorkerProcess(self.name, self._on_event, self._on_death)

        def setup(seq: int) -> Setup:
            return Setup(
                seq, user, password, self.server, display_name, self.tone_hz, lines, codecs, register_for_s
            )

        try:
            self.sip_port = self.ask(setup).sip_port
        except BaseException:
            self.close()
            raise

    def __repr__(self) -> str:
        return f"<Phone {self.name} {self.tone_hz} Hz, {len(self.calls)} calls>"

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @property
    def pid(self) -> int:
        """The process that is this phone."""
        return self._worker.pid

    # ── registration ──────────────────────────────────────────────────────────────────────────────

    def register(self, within_s: float = 5.0) -> None:
        """Register, and wait for the answer. RegistrationRefusedError with its SIP code if it is no."""
        answer = self._registration(on=True, within_s=within_s)
        if answer.code != 200:
            raise RegistrationRefusedError(
                f"phone {self.name}: {self.server} refused to register {self.user!r}: "
                f"{answer.code} {answer.reason}; check the account's name and password there",
                sip_code=answer.code,
            )

    def unregister(self, within_s: float = 5.0) -> None:
        """End the registration, and wait until the registrar has confirmed it."""
        self._registration(on=False, within_s=within_s)

    @property
    def is_registered(self) -> bool:
        """The registrar has accepted us and we have not left."""
        return self.registration is not None and self.registration.expires_s > 0

    def _registration(self, *, on: bool, within_s: float) -> RegistrationChanged:
        with self.changed:
            self.registration = None
        self.note("registers" if on else "unregisters")
        self.ask(lambda seq: Register(seq, on))
        return self.wait_for(lambda: self.registration, within_s, f"an answer to REGISTER from {self.server}")

    # ── calls ─────────────────────────────────────────────────────────────────────────────────────

    def call(
        self,
        number: str,
        *,
        caller_id: str | None = None,
        from_display: str | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> Call:
        """Dial a number, or a whole SIP URI; returns as soon as the INVITE is out.

        `caller_id` and `from_display` change the From of this call, as a trunk would (the server must then
        know us by the name we authenticate with, or by address); `caller_id="anonymous"` withholds the
        number.
        """
        name = f"out-{next(self._dialled)}"
        call = Call(self, name, incoming=False)
        target = number if number.startswith(("sip:", "sips:")) else f"sip:{number}@{self.server}"
        with self.changed:
            self._by_name[name] = call
            self.calls.append(call)
        self.note(f"dials {number}  [{name}]")
        from_uri = self._from_uri(caller_id, from_display)
        self.ask(lambda seq: Dial(seq, name, target, from_uri, dict(headers or {})))
        return call

    def wait_for_ring(self, within_s: float = 5.0) -> Call:
        """Wait for the next incoming call that no `wait_for_ring` has returned yet."""
        return self.wait_for(
            lambda: self._unseen.pop(0) if self._unseen else None, within_s, "an incoming call"
        )

    def expect_no_ring(self, for_s: float) -> None:
        """Make sure that no new call arrives for `for_s` seconds; AssertionError and the story if so."""
        if self.wait_quietly(lambda: self._unseen[0] if self._unseen else None, for_s) is not None:
            raise AssertionError(f"phone {self.name} rings, and should not\n{self.story()}")

    def ring_and_wait(self) -> None:
        """Ring (180) on incoming calls and leave them to the test. This is what a new phone does."""
        self._set(Ring())

    def auto_answer(self, after_s: float = 0.0) -> None:
        """Ring, and answer incoming calls by itself after so many seconds."""
        self._set(PickUp(after_s))

    def auto_reject(self, code: int = 486, after_s: float = 0.0) -> None:
        """Refuse incoming calls with this SIP code."""
        self._set(Refuse(code, after_s))

    def stay_silent(self) -> None:
        """Do not even ring: send nothing but 100 Trying."""
        self._set(KeepQuiet())

    def _set(self, policy: OnRing) -> None:
        self.ask(lambda seq: SetOnRing(seq, policy))

    def _from_uri(self, caller_id: str | None, display: str | None) -> str:
        if caller_id is None and display is None:
            return ""
        if caller_id == "anonymous":
            return '"Anonymous" <sip:anonymous@anonymous.invalid>'
        quoted = (display or "").replace("\\", "\\\\").replace('"', '\\"')
        return f'"{quoted}" <sip:{caller_id or self.user}@{self.server}>'

    # ── what happened ─────────────────────────────────────────────────────────────────────────────

    @property
    def ladder(self) -> SipLadder:
        """All SIP messages of this phone so far."""
        with self.changed:
            return SipLadder(self._messages)

    def story(self) -> str:
        """Who did and heard what, when, as text."""
        return tell(self.story_lines())

    def story_lines(self) -> list[StoryLine]:
        """The lines of the story, to be merged with those of other phones."""
        now = Moment.now()
        with self.changed:
            lines = [*self._lines_told, *map(message_line, self._messages)]
            for call in self.calls:
                lines += recording_lines(
                    self.name, call.name, call.tape.recording(), now.wall_ns - now.mono_ns
                )
        return lines

    @property
    def notes(self) -> tuple[StoryLine, ...]:
        """What the phone was told to do, and whatever else was noted about it."""
        with self.changed:
            return tuple(self._lines_told)

    def note(self, text: str) -> None:
        """Add a line of one's own to the story."""
        if self._forgets:
            return
        with self.changed:
            self._lines_told.append(StoryLine(at=Moment.now(), phone=self.name, text=text))

    # ── ends ──────────────────────────────────────────────────────────────────────────────────────

    def close(self) -> None:
        """Hang up, unregister, end the process. May be called twice."""
        if not self._closed:
            self._closed = True
            self._worker.end(Quit)

    def unplug(self) -> None:
        """Pull the plug: the phone vanishes without BYE or unregistration, as in a power cut."""
        self.note("is unplugged")
        self._worker.kill()

    # ── waiting and talking to the worker ─────────────────────────────────────────────────────────

    def ask(self, make: Callable[[int], Command]) -> Done:
        """Have the worker carry out a command; CommandRefusedError or PhoneDiedError if it cannot."""
        return self._worker.ask(make)

    def wait_for(self, look: Callable[[], T | None], within_s: float, wanted: str) -> T:
        """Wait until `look`, called under the lock at every event, gives something; return it."""
        found = self.wait_quietly(look, within_s)
        if found is None:
            raise NotInTimeError(
                f"phone {self.name}: waited {within_s:g} s for {wanted}, and it did not come\n{self.story()}"
            )
        return found

    def wait_quietly(self, look: Callable[[], T | None], within_s: float) -> T | None:
        """The same, but None when the time is over. PhoneDiedError when the process ends meanwhile."""
        end_s = time.monotonic() + within_s
        with self.changed:
            while (found := look()) is None:
                if self._worker.is_dead:
                    break
                left_s = end_s - time.monotonic()
                if left_s <= 0:
                    return None
                self.changed.wait(left_s)
            else:
                return found
        raise self._death()

    def _death(self) -> PhoneDiedError:
        return PhoneDiedError(f"phone {self.name} was closed") if self._closed else self._worker.death()

    def _on_death(self) -> None:
        with self.changed:
            self.changed.notify_all()

    def _on_event(self, event: Event) -> None:
        with self.changed:
            self._apply(event)
            self.changed.notify_all()

    def _apply(self, event: Event) -> None:
        match event:
            case Heard() | Sip() | Note() if self._forgets:
                pass
            case Heard() | CallChanged() | MediaChanged() | DigitHeard() | Played():
                self._apply_to_call(event)
            case Sip(at=at, sent=sent, peer=peer, text=text):
                self._messages.append(SipMessage(at=at, phone=self.name, sent=sent, peer=peer, text=text))
            case Incoming():
                self._arrive(event)
            case RegistrationChanged():
                self.registration = event
            case Note(at=at, text=text):
                self._lines_told.append(StoryLine(at=at, phone=self.name, text=f"! {text}"))
            case Done() | Failed():
                pass  # replies are the business of `ask`

    def _apply_to_call(self, event: CallEvent) -> None:
        call = self._by_name.get(event.call)
        if call is None:  # forgotten
            return
        call.apply(event)
        if self._forgets and call.over:
            del self._by_name[event.call]
            self.calls.remove(call)

    def _arrive(self, event: Incoming) -> None:
        call = Call(self, event.call, incoming=True, invite=event.invite, remote_uri=event.remote_uri)
        call.sip_call_id = event.sip_call_id
        call.began_at = event.at
        self._by_name[event.call] = call
        self.calls.append(call)
        self._unseen.append(call)
