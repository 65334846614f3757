"""The outbox: letting go overtakes taking hold."""

import msgspec

from acd.model.command import (
    AnswerLeg,
    Claiming,
    CreateLeg,
    EndBridge,
    EndLeg,
    Join,
    Play,
    Releasing,
    Ring,
    StartMusic,
    StopMusic,
    StopPlayback,
)
from acd.model.ids import BridgeId, LegId, OfferId, PhoneId, PlaybackId
from acd.runtime.outbox import Outbox

CALLER, AGENT, OTHER = LegId("call-1"), LegId("o1-2-leg"), LegId("call-2")
CREATE = CreateLeg(
    leg=AGENT,
    phone=PhoneId("201"),
    endpoint="201",
    offer=OfferId("o1-2"),
    originator=CALLER,
    display="Sales",
    caller=None,
)
JOIN = Join(bridge=BridgeId("o1-2-bridge"), legs=(CALLER, AGENT))
OF_CALLER: tuple[Claiming, ...] = (
    AnswerLeg(leg=CALLER),
    Play(leg=CALLER, playback=PlaybackId("c1-1-p1"), media="sound:hello"),
    StartMusic(leg=CALLER, music="default"),
    StopMusic(leg=CALLER),
)
OF_AGENT: tuple[Claiming, ...] = (CREATE,)
OF_OTHER: tuple[Claiming, ...] = (AnswerLeg(leg=OTHER),)


def left_after(release: Releasing) -> list[Claiming]:
    """What is still to be done after something was let go."""
    outbox = Outbox()
    for command in (*OF_CALLER, *OF_AGENT, JOIN, *OF_OTHER):
        outbox.hold(command)
    outbox.strike(release)
    return outbox.take()


def test_a_leg_that_is_ended_is_spared_everything() -> None:
    assert left_after(EndLeg(leg=CALLER)) == [*OF_AGENT, *OF_OTHER]
    assert left_after(EndLeg(leg=AGENT)) == [*OF_CALLER, *OF_OTHER]


def test_a_prompt_that_is_stopped_is_not_begun() -> None:
    left = left_after(StopPlayback(playback=PlaybackId("c1-1-p1")))
    assert [command for command in OF_CALLER if command not in left] == [OF_CALLER[1]]
    assert len(left) == len((*OF_CALLER, *OF_AGENT, JOIN, *OF_OTHER)) - 1


def test_a_bridge_that_is_taken_down_is_not_made() -> None:
    assert left_after(EndBridge(bridge=JOIN.bridge)) == [*OF_AGENT, *OF_CALLER, *OF_OTHER]


def test_others_are_left_alone() -> None:
    everything = [*OF_AGENT, *OF_CALLER, JOIN, *OF_OTHER]
    for release in (
        EndLeg(leg=LegId("call-9")),
        StopPlayback(playback=PlaybackId("c1-9-p1")),
        EndBridge(bridge=BridgeId("o1-9-bridge")),
    ):
        assert left_after(release) == everything


def test_a_new_leg_does_not_wait_for_what_else_is_to_be_done() -> None:
    outbox, other = Outbox(), msgspec.structs.replace(CREATE, leg=LegId("o1-3-leg"))
    for command in (*OF_CALLER, CREATE, *OF_OTHER, other):
        outbox.hold(command)
    assert outbox.take() == [CREATE, other, *OF_CALLER, *OF_OTHER]


def test_what_is_taken_is_gone() -> None:
    outbox = Outbox()
    outbox.hold(CREATE)
    assert [outbox.is_empty, outbox.take(), outbox.is_empty, outbox.take()] == [False, [CREATE], True, []]


def test_what_goes_on_needs_no_commit_and_is_spared_a_leg_that_is_ended() -> None:
    outbox, ring = Outbox(), Ring(leg=AGENT, give_up_s=20.0)
    outbox.hold(ring)
    assert outbox.is_empty
    assert (outbox.take_continuing(), outbox.take()) == ([ring], [])
    outbox.hold(ring)
    outbox.strike(EndLeg(leg=AGENT))
    assert outbox.take_continuing() == []
