"""What the simulated Asterisk does that a real one cannot be made to do within a test, or is simplified."""

import heapq
import itertools
from collections.abc import Callable

from acd.asterisk.ari.generated import ChannelDestroyed, Event, StasisEnd, StasisStart
from acd.sim.switch import Answer, Installation, Sound, Switch

BEGAN_AT = 1_800_000_000.0


class Time:
    """A timer and a clock that stand still unless they are told to go on."""

    def __init__(self) -> None:
        self.now_s = 0.0
        self._due: list[tuple[float, int, Callable[[], None]]] = []
        self._serial = itertools.count()

    def later(self, delay_s: float, action: Callable[[], None]) -> None:
        heapq.heappush(self._due, (self.now_s + delay_s, next(self._serial), action))

    def pass_s(self, seconds: float) -> None:
        until_s = self.now_s + seconds
        while self._due and self._due[0][0] <= until_s:
            self.now_s, _, action = heapq.heappop(self._due)
            action()
        self.now_s = until_s


class Ear:
    """What a caller's phone notices."""

    def __init__(self) -> None:
        self.noticed: list[str] = []

    def answered(self) -> None:
        self.noticed.append("answered")

    def ended(self, code: int) -> None:
        self.noticed.append(f"ended {code}")


def started() -> tuple[Switch, Time, list[Event]]:
    """A switch with a connected application, its time, and what that hears."""
    time = Time()
    switch = Switch(
        later=time.later,
        now=lambda: BEGAN_AT + time.now_s,
        installation=Installation(holding_s=10.0, rtp_timeout_s=60.0),
    )
    heard: list[Event] = []
    switch.connect("acd", heard.append, lambda: None)
    return switch, time, heard


def test_a_held_caller_is_let_go_when_the_time_for_holding_is_up() -> None:
    time, ear = Time(), Ear()
    switch = Switch(later=time.later, now=lambda: time.now_s, installation=Installation(holding_s=10.0))
    call = switch.call_in("5100", None, ear)
    time.pass_s(9.5)
    assert (call.hears, ear.noticed) == (Sound("music", ("default",)), ["answered"])
    time.pass_s(1.0)
    assert (call.is_over, ear.noticed) == (True, ["answered", "ended 200"])
    assert switch.channels == {}


def test_a_caller_who_vanished_before_the_answer_is_ended_for_silence_after_it() -> None:
    switch, time, heard = started()
    ear = Ear()
    call = switch.call_in("5100", "+49", ear)
    call.vanish()
    time.pass_s(100.0)
    assert call.channel.id in switch.channels  # nobody can tell
    switch.request("POST", f"channels/{call.channel.id}/answer")
    time.pass_s(59.0)
    assert call.channel.id in switch.channels
    time.pass_s(1.0)
    assert (switch.channels, ear.noticed) == ({}, [])
    assert isinstance(heard[-1], StasisEnd)


def test_who_has_vanished_does_nothing_any_more_and_is_not_heard() -> None:
    switch, _, heard = started()
    call, other = switch.call_in("5100", None), switch.call_in("5100", None)
    switch.request("POST", "bridges/b")
    for each in (call, other):
        switch.request("POST", f"channels/{each.channel.id}/answer")
        switch.request("POST", "bridges/b/addChannel", [("channel", each.channel.id)])
    assert other.hears == Sound("people", (call.channel.id,))
    call.vanish()
    known = len(heard)
    call.press("5")
    call.hang_up()
    assert len(heard) == known
    assert (other.hears.kind, call.hears.kind) == ("silence", "silence")


def test_a_leg_for_an_application_that_nobody_ever_had_leaves_nothing_behind() -> None:
    switch, time, heard = started()
    switch.register("alice", lambda _: None)
    query = [("endpoint", "PJSIP/alice"), ("app", "nobody"), ("channelId", "o1-leg")]
    switch.request("POST", "channels/create", query)
    time.pass_s(0.0)
    assert (switch.channels, heard) == ({}, [])
    reply = switch.request("GET", "applications/nobody")
    assert isinstance(reply, Answer)
    assert reply.status == 404


def test_a_leg_enters_the_application_that_has_come_back_since_it_was_made() -> None:
    switch, time, _ = started()
    switch.register("alice", lambda _: None)
    first = switch.connect("acd", lambda _: None, lambda: None)
    query = [("endpoint", "PJSIP/alice"), ("app", "acd"), ("channelId", "o1-leg")]
    switch.request("POST", "channels/create", query)
    first.close()
    heard: list[Event] = []
    switch.connect("acd", heard.append, lambda: None)
    time.pass_s(0.0)
    assert [type(event) for event in heard] == [StasisStart]


def test_what_people_do_after_the_end_does_nothing() -> None:
    switch, time, heard = started()
    switch.register("alice", lambda ringing: ringing.reject(603))
    switch.request("POST", "channels/create", [("endpoint", "PJSIP/alice"), ("app", "acd")])
    time.pass_s(0.0)
    (leg,) = switch.channels
    switch.request("POST", f"channels/{leg}/dial")
    time.pass_s(0.0)
    assert isinstance(heard[-1], ChannelDestroyed)
    known = len(heard)
    time.pass_s(60.0)  # the end of `dial`'s time, too
    assert len(heard) == known


def test_ids_are_given_once_also_over_a_restart() -> None:
    switch, _, heard = started()
    switch.call_in("5100", None)
    switch.restart()
    switch.connect("acd", heard.append, lambda: None)
    switch.call_in("5100", None)
    first, second = [event.channel.id for event in heard if isinstance(event, StasisStart)]
    assert first != second
    assert list(switch.channels) == [second]


def test_a_timer_of_before_a_restart_does_nothing_after_it() -> None:
    switch, time, heard = started()
    call = switch.call_in("5100", None)
    path = f"channels/{call.channel.id}"
    switch.request("POST", f"{path}/play/p1", [("media", "sound:x")])
    switch.request("DELETE", path)
    switch.restart()
    known = len(heard)
    time.pass_s(100.0)
    assert len(heard) == known


def test_the_same_requests_give_the_same_events() -> None:
    def play() -> list[Event]:
        switch, time, heard = started()
        call = switch.call_in("5100", "+49")
        answer = switch.request("POST", f"channels/{call.channel.id}/answer")
        assert isinstance(answer, Answer)
        switch.request("POST", f"channels/{call.channel.id}/play/p1", [("media", "sound:x")])
        time.pass_s(5.0)
        call.hang_up()
        return heard

    assert play() == play()
