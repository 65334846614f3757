"""What callers and agents hear: whether two hear each other, since when, and the longest gap."""

from collections.abc import Callable

import numpy as np

from acd.testing.call import Call
from acd.testing.errors import NotInTimeError
from acd.testing.protocol import Moment
from acd.testing.recording import Recording
from acd.testing.tones import DOMINANT_SHARE, HOP_S, longest_run_s, tone_shares
from bench.faults.people import Customer
from bench.waiting import wait_until

HEAR_S = 0.4
"""So long a tone must be heard."""

MOST = 0.6
"""In so many of its blocks: phones on a machine under load stutter."""


def hear_each_other(customer: Customer, desk: Call, within_s: float, *, since: Moment | None = None) -> str:
    """Do the two hear each other, from now (or `since`) on? If not, what is the case instead."""
    since = since or Moment.now()
    for hearer, hz in ((customer.call, desk.phone.tone_hz), (desk, customer.tone_hz)):
        try:
            wait_until(_hears(hearer, hz, since), within_s, f"{hz} Hz on {hearer.phone.name}")
        except NotInTimeError as silent:
            return f"{silent}; {hearer.over or hearer.hears_tone(hz, 0, since=since)}"
    return ""


def first_heard(call: Call, hz: float, since: Moment) -> Moment | None:
    """When the call began to hear the tone, after a moment."""
    heard = _tape(call, since)
    there = tone_shares(heard.samples, hz, heard.rate_hz) >= DOMINANT_SHARE
    blocks = round(HEAR_S / HOP_S)
    if len(there) < blocks:
        return None
    lasting = np.convolve(there, np.ones(blocks), mode="valid") >= MOST * blocks
    if not lasting.any():
        return None
    at_ns = heard.moment_ns(round(int(np.argmax(lasting)) * HOP_S * heard.rate_hz))
    return Moment(at_ns, since.wall_ns + at_ns - since.mono_ns)


def break_s(call: Call, hz: float, since: Moment, end: Moment) -> float:
    """The longest time in which the call did not hear the tone. Audio that never came counts as well."""
    heard = _tape(call, since)
    window_s = (end.mono_ns - since.mono_ns) / 1e9
    samples = heard.samples[: max(0, round(window_s * heard.rate_hz))]
    missing_s = window_s - len(samples) / heard.rate_hz
    silent_s = longest_run_s(tone_shares(samples, hz, heard.rate_hz) < DOMINANT_SHARE)
    return max(silent_s, missing_s)


def _hears(call: Call, hz: float, since: Moment) -> Callable[[], Moment | None]:
    return lambda: first_heard(call, hz, since)


def _tape(call: Call, since: Moment) -> Recording:
    with call.phone.changed:
        return call.tape.recording(since.mono_ns)
