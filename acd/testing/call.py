"""One call of a phone, as a test sees it: what state it is in, what it hears, and what the test does to it.

Everything that waits, waits for an event of the phone, has a limit in seconds, and raises with the phone's
story when the limit passes. What asks about sound gives a `Hearing`: true or false, and in words what was
heard instead.
"""

import re
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from acd.testing.errors import CallEndedError
from acd.testing.hearing import Ears
from acd.testing.ladder import SipLadder, header
from acd.testing.protocol import (
    Answer,
    CallChanged,
    CallState,
    DigitHeard,
    HangUp,
    Heard,
    Hold,
    MediaChanged,
    MediaState,
    Moment,
    Pcm,
    Played,
    Press,
    Send,
    Silence,
    Sound,
    Tone,
)
from acd.testing.sound_file import read_sound

if TYPE_CHECKING:
    from acd.testing.phone import Phone

CallEvent = Heard | CallChanged | MediaChanged | DigitHeard | Played

NAME_ADDR = re.compile(r'^\s*(?:"((?:[^"\\]|\\.)*)"|([^<]*?))\s*<(?:sips?|tel):([^@>;]*)')


class Call(Ears):
    """Made by `Phone.call` and `Phone.wait_for_ring`; never by a test."""

    def __init__(
        self, phone: "Phone", name: str, *, incoming: bool, invite: str = "", remote_uri: str = ""
    ) -> None:
        super().__init__(phone)
        self.name = name
        self.incoming = incoming
        self.invite = invite
        self.remote_uri = remote_uri
        self.sip_call_id = ""
        self.state: CallState = "ringing" if incoming else "calling"
        self.media: MediaState = "none"
        self.codec = ""
        self.sip_code = 0
        self.sip_reason = ""
        self.keys_heard = ""
        self.reached: dict[CallState, Moment] = {}
        self.files_played = 0

    def __repr__(self) -> str:
        return f"<{self.phone.name} {self.name}: {self.state} {self.sip_code or ''} {self.sip_reason}>"

    # ── what happened ─────────────────────────────────────────────────────────────────────────────

    @property
    def display_name(self) -> str:
        """The name on the display of the ringing phone: that of the INVITE's From; "" without one."""
        found = NAME_ADDR.match(self.remote_uri)
        if not found:
            return ""
        return re.sub(r"\\(.)", r"\1", found[1]) if found[1] is not None else found[2]

    @property
    def caller_number(self) -> str:
        """The number on the display: the user part of the INVITE's From."""
        found = NAME_ADDR.match(self.remote_uri if "<" in self.remote_uri else f"<{self.remote_uri}>")
        return found[3] if found else ""

    def header(self, name: str) -> str | None:
        """A header of the INVITE that rang this phone; None when it had none, or the call is our own."""
        return header(self.invite, name)

    @property
    def ladder(self) -> SipLadder:
        """The SIP messages of this call."""
        return self.phone.ladder.of_call(self.sip_call_id)

    @property
    def end_cause(self) -> str:
        """The Reason header of the BYE, CANCEL or final response that ended the call, "" without one.

        For example `Q.850;cause=16` or `SIP;cause=200;text="Call completed elsewhere"`.
        """
        for message in reversed(self.ladder.messages):
            is_end = message.method in ("BYE", "CANCEL") or message.code >= 300
            if is_end and (cause := message.header("Reason")):
                return cause
        return ""

    @property
    def ended_by(self) -> Literal["us", "them", ""]:
        """Who sent the BYE, the CANCEL or the refusal; "" while the call lives or when nobody did."""
        for message in self.ladder:
            if message.method in ("BYE", "CANCEL") and not message.code:
                return "us" if message.sent else "them"
            if message.method == "INVITE" and message.code >= 300 and message.code not in (401, 407):
                return "us" if message.sent else "them"
        return ""

    @property
    def over(self) -> str:
        """How the call ended, in words; "" while it lives."""
        return f"the call ended with {self.sip_code} {self.sip_reason}" if self.state == "ended" else ""

    # ── waiting ───────────────────────────────────────────────────────────────────────────────────

    def wait_until(self, state: CallState, within_s: float = 5.0) -> Moment:
        """Wait for a state; gives its moment. CallEndedError if it ends instead, NotInTimeError if late."""

        def reached() -> Moment | None:
            if self.state == "ended" and state not in self.reached:
                raise CallEndedError(
                    f"phone {self.phone.name}: waited for {self.name} to be {state}, but it ended with "
                    f"{self.sip_code} {self.sip_reason}\n{self.phone.story()}"
                )
            return self.reached.get(state)

        return self.phone.wait_for(reached, within_s, f"{self.name} to be {state} (it is {self.state})")

    def wait_ringing(self, within_s: float = 5.0) -> Moment:
        """Wait until the far end rings (180)."""
        return self.wait_until("ringing", within_s)

    def wait_answered(self, within_s: float = 5.0) -> Moment:
        """Wait until the call is answered (200 and its ACK)."""
        return self.wait_until("answered", within_s)

    def wait_ended(self, within_s: float = 5.0) -> Moment:
        """Wait until the call is over, whoever ended it."""
        return self.wait_until("ended", within_s)

    def wait_for_keys(self, keys: str, within_s: float = 5.0) -> None:
        """Wait until the far end has pressed exactly these keys (all since the call began)."""
        self.phone.wait_for(
            lambda: self.keys_heard == keys or None, within_s, f"the keys {keys!r} on {self.name}"
        )

    # ── doing ─────────────────────────────────────────────────────────────────────────────────────

    def answer(self, within_s: float = 5.0) -> "Call":
        """Pick up, and wait until the far end has acknowledged it."""
        self.respond(200)
        self.wait_answered(within_s)
        return self

    def respond(self, code: int) -> None:
        """Send a response to the INVITE without waiting: 180, 183, 200 or a refusal."""
        self._note(f"responds {code}")
        self.phone.ask(lambda seq: Answer(seq, self.name, code))

    def reject(self, code: int = 486) -> None:
        """Refuse the call: 486 busy, 603 declined, 480 unavailable, 302 …"""
        self.respond(code)

    def hang_up(self) -> None:
        """End the call: CANCEL before the answer, BYE after it. Returns when it is sent, see `wait_ended`."""
        self._note("hangs up")
        self.phone.ask(lambda seq: HangUp(seq, self.name))

    def press(self, keys: str, *, tone_ms: int = 100, gap_ms: int = 60) -> None:
        """Press keys (RFC 4733), one after another, after those of earlier presses. Returns at once."""
        self._note(f"presses {keys}")
        self.phone.ask(lambda seq: Press(seq, self.name, keys, tone_ms, gap_ms))

    def hold(self, within_s: float = 5.0) -> None:
        """Put the far end on hold by a re-INVITE, and wait until it is accepted."""
        self._hold(on=True, wanted="held_here", within_s=within_s)

    def unhold(self, within_s: float = 5.0) -> None:
        """Take the far end back, and wait until it is accepted."""
        self._hold(on=False, wanted="active", within_s=within_s)

    def send_tone(self, hz: int) -> None:
        """Send this tone instead of what is sent now."""
        self._send(Tone(hz), f"sends {hz} Hz")

    def send_silence(self) -> None:
        """Send silence instead of what is sent now."""
        self._send(Silence(), "sends silence")

    def play_file(self, path: Path | str) -> None:
        """Send a sound file, then the phone's tone again. Returns at once, see `wait_played`."""
        self._send(Pcm(read_sound(Path(path)).tobytes()), f"plays {path}")

    def wait_played(self, times: int = 1, within_s: float = 30.0) -> None:
        """Wait until this many files were played to their end."""
        self.phone.wait_for(
            lambda: self.files_played >= times or None, within_s, f"{times} files to be played on {self.name}"
        )

    # ── inside ────────────────────────────────────────────────────────────────────────────────────

    def apply(self, event: CallEvent) -> None:
        """The worker's word on this call. Called under the phone's lock."""
        match event:
            case Heard():
                self.tape.append(event.at.mono_ns, event.samples)
            case CallChanged():
                self.sip_call_id = event.sip_call_id or self.sip_call_id
                self.state = event.state
                self.sip_code, self.sip_reason = event.code, event.reason
                self.reached.setdefault(event.state, event.at)
            case MediaChanged():
                self.media, self.codec = event.media, event.codec or self.codec
            case DigitHeard():
                self.keys_heard += event.digit
            case Played():
                self.files_played += 1

    def _hold(self, *, on: bool, wanted: MediaState, within_s: float) -> None:
        self._note("holds" if on else "takes back from hold")
        self.phone.ask(lambda seq: Hold(seq, self.name, on))
        self.phone.wait_for(
            lambda: self.media == wanted or None,
            within_s,
            f"{self.name} to be {wanted} (audio is {self.media})",
        )

    def _send(self, sound: Sound, words: str) -> None:
        self._note(words)
        self.phone.ask(lambda seq: Send(seq, self.name, sound))

    def _note(self, words: str) -> None:
        self.phone.note(f"{words}  [{self.name}]")
