"""A second service stands by: it says so, takes over from a leader that is killed, told to end, or frozen,
and leaves a leader alone that lives.

How long a take-over takes, with calls in every state, ten times:

    make test PYTEST_ARGS="tests/system/test_stand_by.py -k killed_is_replaced --takeovers=10"
"""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from acd.testing.call_centre import CallCentre
from acd.testing.protocol import Moment
from acd.testing.stacks import On
from acd.web.client import NoAnswer
from tests.system.pair import (
    OUST_S,
    TAKE_OVER_S,
    Other,
    asked_of,
    calls_in_every_state,
    leading_with,
    standing_by,
    troubles_of,
)
from tests.system.test_faults_database import away, wait_noticed
from tests.system.trouble import (
    COMPANY,
    HOTLINE,
    HUM_HZ,
    SUPPORT,
    all_is_over,
    keeps_hearing,
    new_scene,
    talk,
    wait_ready,
)

OVERTAKEN = 1
"""The exit code: nobody's mistake."""


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory, on: On) -> Iterator[CallCentre]:
    with CallCentre(tmp_path_factory.mktemp("centre"), COMPANY, on=on) as centre:
        yield centre


def test_one_that_stands_by_says_so_and_who_leads(centre: CallCentre, tmp_path: Path) -> None:
    leader = centre.stack.service
    with standing_by(centre, tmp_path) as stand_by:
        assert stand_by.get("healthz").status_code == 200
        ready = stand_by.get("readyz")
        assert ready.status_code == 503
        assert ready.json()["leads"] is False
        (trouble,) = ready.json()["troubles"]
        assert f"process {leader.pid} since 20" in trouble
        numbers = stand_by.get("metrics").text
        assert "acd_leads 0.0" in numbers
        assert "acd_database_connected 1.0" in numbers
        assert "acd_contacts_live" not in numbers
        assert '"standing by"' in stand_by.said()
        assert '"leading"' not in stand_by.said()
        assert leader.ready()
        assert centre.status()["readiness"]["leads"] is True


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    if "record_property" in metafunc.fixturenames:  # this one measures: it may be asked for again and again
        metafunc.fixturenames.append("takeover")
        metafunc.parametrize("takeover", range(metafunc.config.getoption("--takeovers")))


@pytest.mark.parametrize("distant", [False, True], ids=["beside it", "elsewhere"])
def test_a_leader_that_is_killed_is_replaced_within_three_seconds(
    centre: CallCentre,
    tmp_path: Path,
    record_property: Callable[[str, object], None],
    distant: bool,
    on: On,
) -> None:
    with standing_by(centre, tmp_path, distant=distant) as stand_by:
        calls = calls_in_every_state(centre)
        killed_at = Moment.now()
        centre.stack.service.kill()
        eves = calls.eve_becomes_free()
        offered = calls.eve.ladder.first("INVITE", sent=False, after_ns=killed_at.mono_ns)
        assert offered is not None
        took_s = (offered.at.mono_ns - killed_at.mono_ns) / 1e9
        where = "of who cannot see it dead" if distant else "beside it"
        record_property(f"From a kill to the next offer {where}", took_s)
        assert ("the lease of the leader before" in stand_by.said()) is distant
        assert took_s < TAKE_OVER_S
        assert stand_by.service.ready()
        assert "acd_leads 1.0" in stand_by.get("metrics").text
        calls.goes_on(eves)
        all_is_over(centre)


def test_a_leader_that_is_told_to_end_hands_over_and_no_call_is_touched(
    centre: CallCentre, tmp_path: Path
) -> None:
    with standing_by(centre, tmp_path) as stand_by:
        calls = calls_in_every_state(centre)
        told_at = Moment.now()
        centre.stack.service.stop()
        assert centre.stack.service.exit_status == 0
        centre.until(lambda: stand_by.service.ready() or None, TAKE_OVER_S, "the stand-by to lead")
        assert calls.new_on_the_wire(told_at) == []
        calls.goes_on(calls.eve_becomes_free())
        all_is_over(centre)


def test_both_are_killed_and_one_comes_back(centre: CallCentre, tmp_path: Path) -> None:
    with standing_by(centre, tmp_path) as stand_by:
        calls = calls_in_every_state(centre)
        centre.stack.service.kill()
        stand_by.service.kill()
        stand_by.service.start()
        calls.goes_on(calls.eve_becomes_free())
        all_is_over(centre)


@pytest.mark.parametrize("fault", ["stalled", "crashed"])
def test_a_leader_outlasts_an_absence_of_the_database(centre: CallCentre, tmp_path: Path, fault: str) -> None:
    leader = centre.stack.service
    with standing_by(centre, tmp_path) as stand_by:
        calls = calls_in_every_state(centre)
        with away(centre, fault):
            centre.until(lambda: waits(stand_by, "Database") or None, 20, "the stand-by to notice")
            wait_noticed(centre)
        centre.until(lambda: waits(stand_by, f"process {leader.pid} since") or None, 20, "a stand-by")
        wait_ready(centre)
        assert '"leading"' not in stand_by.said()
        calls.goes_on(calls.eve_becomes_free())
        all_is_over(centre)


def waits(stand_by: Other, reason: str) -> bool:
    return any(reason in trouble for trouble in stand_by.troubles())


@pytest.mark.parametrize("asleep_s", [2.0, 8.0])
def test_a_leader_that_slept_goes_on_when_nobody_has_taken_over(centre: CallCentre, asleep_s: float) -> None:
    service = centre.stack.service
    scene, since = new_scene(centre), Moment.now()
    service.freeze()
    scene.talker.hang_up()
    newcomer = centre.caller("caller4").call(SUPPORT)
    assert not service.wait(asleep_s)
    service.thaw()
    scene.cleo.wait_ended(10)
    served = scene.cleo.phone.wait_for_ring(15)
    keeps_hearing(scene.waiter, HUM_HZ, since)
    talk(served.answer(), scene.waiter)
    talk(scene.dora.answer(), scene.ringer)
    newcomer.wait_answered(10)
    assert newcomer.hears_tone(HUM_HZ, within_s=10)
    assert asked_of([scene.cleo.phone, scene.dora.phone], since) == [
        one for one in asked_of([scene.cleo.phone], since) if "INVITE" in one or "BYE" in one
    ]
    assert service.running
    for call in (newcomer, served, scene.dora):
        call.hang_up()
    all_is_over(centre)


# ── a leader that is frozen at a certain instruction ─────────────────────────────────────────────────


def wait_ousted(centre: CallCentre, frozen: Other) -> None:
    """Wait until the process has stopped itself, and the other one serves."""
    centre.until(lambda: frozen.service.is_stopped or None, 15, "the fault")
    wait_ready(centre, OUST_S)


def wake(centre: CallCentre, frozen: Other) -> None:
    """Wake the one that was ousted: it ends by itself, and says why."""
    frozen.service.thaw()
    assert frozen.service.wait(15)
    assert frozen.service.exit_status == OVERTAKEN
    assert "Another process" in frozen.said().splitlines()[-1]
    centre.until(lambda: not troubles_of(centre) or None, 10, "every door to be open")


@pytest.mark.parametrize("boundary", ["after-commit:1:OfferOpened", "before-send:1:Ring"])
def test_a_leader_that_froze_before_it_rang_does_not_ring_when_it_wakes(
    centre: CallCentre, tmp_path: Path, boundary: str
) -> None:
    with leading_with(centre, tmp_path, f"stop:{boundary}") as frozen:
        cleo, after, since = centre.agent("203", "desk3"), centre.last_seq(), Moment.now()
        calling = centre.caller().call(SUPPORT)
        wait_ousted(centre, frozen)
        ringing = cleo.wait_for_ring(10)
        wake(centre, frozen)
        talk(ringing.answer(), calling)
        assert len(centre.facts("OfferRang", after=after)) == 1
        assert len(cleo.ladder.all("INVITE", sent=False, after_ns=since.mono_ns)) == 1
        assert asked_of([calling.phone], since) == []
        ringing.hang_up()
        all_is_over(centre)


def test_a_leader_that_froze_before_it_joined_two_leaves_them_in_peace(
    centre: CallCentre, tmp_path: Path
) -> None:
    with leading_with(centre, tmp_path, "stop:after-commit:1:TalkBegan") as frozen:
        cleo, since = centre.agent("203", "desk3"), Moment.now()
        calling = centre.caller().call(SUPPORT)
        answered = cleo.wait_for_ring(10).answer()
        wait_ousted(centre, frozen)
        talk(answered, calling)
        joined_at = Moment.now()
        wake(centre, frozen)
        keeps_hearing(calling, cleo.tone_hz, joined_at)
        keeps_hearing(answered, calling.phone.tone_hz, joined_at)
        assert asked_of([calling.phone, cleo], joined_at) == []
        assert len(cleo.ladder.all("INVITE", sent=False, after_ns=since.mono_ns)) == 1
        answered.hang_up()
        all_is_over(centre)


def test_a_leader_that_froze_before_it_stopped_a_phone_does_not_end_the_talk_on_it(
    centre: CallCentre, tmp_path: Path
) -> None:
    """The time to answer was up, and then somebody answered: for the one who takes over this is a talk."""
    with leading_with(centre, tmp_path, "stop:before-send:1:EndLeg") as frozen:
        cleo = centre.agent("203", "desk3")
        calling = centre.caller().call(HOTLINE)
        ringing = cleo.wait_for_ring(10)
        centre.until(lambda: frozen.service.is_stopped or None, 15, "the fault")
        answered = ringing.answer()
        wait_ousted(centre, frozen)
        talk(answered, calling)
        joined_at = Moment.now()
        wake(centre, frozen)
        keeps_hearing(calling, cleo.tone_hz, joined_at)
        assert asked_of([calling.phone, cleo], joined_at) == []
        answered.hang_up()
        all_is_over(centre)


def test_a_leader_that_froze_before_it_played_music_plays_none_into_the_talk(
    centre: CallCentre, tmp_path: Path
) -> None:
    with leading_with(centre, tmp_path, "stop:before-send:1:StartMusic") as frozen:
        calling = centre.caller().call(SUPPORT)
        wait_ousted(centre, frozen)
        assert calling.hears_tone(HUM_HZ, within_s=10)
        answered = centre.agent("203", "desk3").wait_for_ring(10).answer()
        talk(answered, calling)
        wake(centre, frozen)
        talk(answered, calling)
        answered.hang_up()
        all_is_over(centre)


def test_calls_are_served_while_the_frozen_one_holds_the_dialplans_port(
    centre: CallCentre, tmp_path: Path
) -> None:
    with leading_with(centre, tmp_path, "stop:after-commit:1:AgentBecameNotReady") as frozen:
        cleo = centre.agent("203", "desk3")
        with pytest.raises(NoAnswer):
            centre.order("203", "notready")
        wait_ousted(centre, frozen)
        assert any("The dialplan's questions" in trouble for trouble in troubles_of(centre))
        assert centre.agent_status("203")["presence"] == "not_ready"
        centre.order("203", "ready")
        calling = centre.caller().call(SUPPORT)
        talk(cleo.wait_for_ring(10).answer(), calling)
        wake(centre, frozen)
        calling.hang_up()
        all_is_over(centre)
