"""The service goes and comes back: in good order, and while callers hold for it."""

from collections.abc import Iterator

import pytest

from acd.testing.call_centre import CallCentre
from acd.testing.protocol import Moment
from acd.testing.stacks import On
from tests.system.trouble import (
    COMPANY,
    HUM_HZ,
    REPAIRS,
    SUPPORT,
    Scene,
    contact_of,
    keeps_hearing,
    logged,
    new_scene,
    talk,
    wait_ready,
)


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory, on: On) -> Iterator[CallCentre]:
    with CallCentre(tmp_path_factory.mktemp("centre"), COMPANY, on=on) as centre:
        yield centre


def goes_on(scene: Scene, since: Moment) -> None:
    """Whoever talked talks, whoever rang rings, whoever waited waits, and is served next."""
    scene.dora.answer()
    talk(scene.dora, scene.ringer)
    keeps_hearing(scene.talker, scene.cleo.phone.tone_hz, since)
    keeps_hearing(scene.cleo, scene.talker.phone.tone_hz, since)
    keeps_hearing(scene.waiter, HUM_HZ, since)
    scene.cleo.hang_up()
    talk(scene.cleo.phone.wait_for_ring(15).answer(), scene.waiter)


def test_an_orderly_end_touches_no_call_and_the_next_start_goes_on(centre: CallCentre) -> None:
    service = centre.stack.service
    ends = len(logged(centre, "ending; calls live on"))
    scene, since = new_scene(centre), Moment.now()
    service.stop()
    assert len(logged(centre, "ending; calls live on")) == ends + 1
    assert scene.dora.state == "ringing"
    service.start()
    goes_on(scene, since)


def test_what_agents_want_and_do_survives(centre: CallCentre) -> None:
    cleo, dora = centre.agent("203", "desk3"), centre.agent("204", "desk4")
    centre.order("203", "notready", reason="1")
    after = centre.last_seq()
    calling = centre.caller().call(REPAIRS)
    answered = dora.wait_for_ring(10).answer()
    talk(calling, answered)
    answered.hang_up()
    until = centre.wait_fact("WrapUpBegan", after=after, agent="204").fields["until"]

    centre.stack.service.kill()
    centre.stack.service.start()

    cleo_now, dora_now = centre.agent_status("203"), centre.agent_status("204")
    wanted = {"presence": "not_ready", "reason": "Break", "phone": "desk3", "activity": "idle"}
    assert wanted.items() <= cleo_now.items()
    assert {"presence": "ready", "phone": "desk4", "activity": "wrap_up"}.items() <= dora_now.items()
    cleo.expect_no_ring(for_s=0.1)
    ended = centre.wait_fact("WrapUpEnded", 20, after=after, agent="204", by_limit=True)
    assert until <= ended.at < until + 1


def test_who_holds_for_the_service_is_taken_over_without_a_gap(centre: CallCentre) -> None:
    cleo, after = centre.agent("203", "desk3"), centre.last_seq()
    centre.stack.service.stop()
    calling = centre.caller().call(SUPPORT)
    assert calling.hears_tone(HUM_HZ, within_s=10)
    since = Moment.now()
    centre.stack.service.start()
    ringing = cleo.wait_for_ring(10)
    keeps_hearing(calling, HUM_HZ, since)
    talk(calling, ringing.answer())
    contact = contact_of(centre, "caller", after=after)
    assert len(centre.facts("ContactArrived", after=after, contact=contact)) == 1
    wait_ready(centre)
