"""PostgreSQL is away while calls go on: stalled, crashed or stopped. Decisions wait, and none is lost."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from operator import methodcaller
from pathlib import Path

import pytest

from acd.testing.call_centre import CallCentre
from acd.testing.protocol import Moment
from acd.testing.stacks import On
from tests.system.trouble import (
    COMPANY,
    HUM_HZ,
    SUPPORT,
    contact_of,
    keeps_hearing,
    logged,
    new_scene,
    readyz,
    talk,
    wait_ready,
)

FAULTS = {
    "stalled": (methodcaller("freeze"), methodcaller("thaw")),
    "crashed": (methodcaller("kill"), methodcaller("start")),
    "stopped": (methodcaller("stop"), methodcaller("start")),
}
"""How PostgreSQL leaves, and how it comes back."""


@contextmanager
def away(centre: CallCentre, fault: str) -> Iterator[None]:
    """PostgreSQL is away in this manner."""
    leave, come_back = FAULTS[fault]
    leave(centre.stack.postgres)
    try:
        yield
    finally:
        come_back(centre.stack.postgres)


def wait_noticed(centre: CallCentre) -> None:
    """Wait until the service says that the database is away."""
    centre.until(lambda: readyz(centre)[0] == 503 or None, 20, "the absence to be noticed")
    assert any("Database" in trouble for trouble in readyz(centre)[1])


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory, on: On) -> Iterator[CallCentre]:
    with CallCentre(tmp_path_factory.mktemp("centre"), COMPANY, on=on) as centre:
        yield centre


@pytest.mark.parametrize("fault", FAULTS)
def test_calls_go_on_and_what_was_decided_is_carried_out_afterwards(centre: CallCentre, fault: str) -> None:
    scene = new_scene(centre)
    since = Moment.now()
    with away(centre, fault):
        newcomer = centre.caller("caller4").call(SUPPORT)
        scene.dora.answer()  # the two cannot be brought together before that is in the books
        wait_noticed(centre)
        keeps_hearing(scene.talker, scene.cleo.phone.tone_hz, since)
        keeps_hearing(scene.cleo, scene.talker.phone.tone_hz, since)
        keeps_hearing(scene.waiter, HUM_HZ, since)
        assert newcomer.state != "answered"
        scene.cleo.hang_up()
        scene.talker.wait_ended(1)

    wait_ready(centre)
    talk(scene.dora, scene.ringer)
    talk(scene.cleo.phone.wait_for_ring(10).answer(), scene.waiter)
    newcomer.wait_answered(10)
    assert newcomer.hears_tone(HUM_HZ)

    newcomer.hang_up()
    for caller in ("caller", "caller2", "caller3"):
        contact = scene.contact(caller)
        for once in ("ContactArrived", "PlaceTaken", "OfferOpened", "OfferAnswered", "TalkJoined"):
            assert len(centre.facts(once, after=scene.after, contact=contact)) == 1, once
    centre.wait_fact("ContactEnded", contact=scene.contact("caller4"), ending="abandoned")


@pytest.mark.parametrize("noticed", [False, True], ids=["at_once", "after_long"])
@pytest.mark.parametrize("fault", ["stalled", "crashed"])
def test_a_phone_stops_ringing_within_a_second_when_the_caller_leaves(
    centre: CallCentre, fault: str, noticed: bool
) -> None:
    """Also when the last proof of the leadership is older than any lease."""
    cleo, after = centre.agent("203", "desk3"), centre.last_seq()
    calling = centre.caller().call(SUPPORT)
    ringing = cleo.wait_for_ring(10)
    centre.wait_fact("OfferRang", after=after)
    with away(centre, fault):
        if noticed:
            wait_noticed(centre)
        calling.hang_up()
        stopped_at = ringing.wait_ended(5)
        left_at = calling.ladder.first("BYE", sent=True)
        assert left_at is not None
        assert stopped_at.mono_ns - left_at.at.mono_ns < 1e9

    contact = contact_of(centre, "caller", after=after)
    centre.wait_fact("ContactEnded", 20, after=after, contact=contact, ending="abandoned")
    centre.wait_agent("203", 10, activity="idle", presence="ready")
    assert centre.facts("OfferFailed", after=after) == []


def test_an_agents_wish_waits_and_is_carried_out_once(centre: CallCentre) -> None:
    centre.agent("203", "desk3")
    after = centre.last_seq()
    with ThreadPoolExecutor(max_workers=1) as somebody, away(centre, "crashed"):
        asked = somebody.submit(centre.order, "203", "notready", reason="1")
        wait_noticed(centre)
        assert not asked.done()
    assert asked.result(20)["presence"] == "not_ready"
    assert len(centre.facts("AgentBecameNotReady", after=after)) == 1


def test_what_was_decided_and_not_written_before_a_kill_is_decided_again(centre: CallCentre) -> None:
    scene = new_scene(centre)
    with away(centre, "stalled"):
        newcomer = centre.caller("caller4").call(SUPPORT)
        scene.dora.answer()
        scene.cleo.hang_up()
        scene.talker.wait_ended(5)
        centre.stack.service.kill()
    centre.stack.service.start()
    talk(scene.dora, scene.ringer)
    talk(scene.cleo.phone.wait_for_ring(10).answer(), scene.waiter)
    newcomer.wait_answered(10)
    assert newcomer.hears_tone(HUM_HZ)


def test_the_service_waits_for_a_database_that_is_not_up_yet(tmp_path: Path, on: On) -> None:
    centre = CallCentre(tmp_path, COMPANY, on=on)
    stack, said = centre.stack, "the database does not answer; waiting for it"
    try:
        stack.start_postgres()
        stack.start_asterisk()
        stack.postgres.stop()
        stack.service.launch()
        centre.until(lambda: logged(centre, said) or None, 20, "a word on the database")
        assert not stack.service.wait(2.5)  # it has tried again meanwhile
        stack.postgres.start()
        wait_ready(centre)
        assert len(logged(centre, said)) == 1
        ringing = centre.agent("203", "desk3")
        calling = centre.caller().call(SUPPORT)
        talk(ringing.wait_for_ring(10).answer(), calling)
    finally:
        centre.close()
