"""Voicemail boxes, as people find them: a greeting, a tone, and afterwards what was said."""

from acd.testing.call import Call
from acd.testing.call_centre import CallCentre
from acd.testing.phone import Phone


def wait_spoken_to(call: Call, for_s: float) -> None:
    """Wait until a call has heard so much more."""
    until_s = call.heard.duration_s + for_s
    call.phone.wait_for(lambda: call.heard.duration_s > until_s or None, for_s + 10, f"{for_s} s of sound")


def listen_to_box(centre: CallCentre, desk: Phone, box: str, tone_hz: float) -> None:
    """Assert that a desk phone which names this box finds a message there with this tone in it."""
    call = desk.call("*97")
    call.wait_answered()
    for keys in (f"{centre.stack.secrets[f'voicemail.{box}']}#", "1"):
        wait_spoken_to(call, 2.0)
        call.press(keys)
    assert call.hears_tone(tone_hz, within_s=40, for_s=1.0)
    call.hang_up()
