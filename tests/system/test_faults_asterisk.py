"""Asterisk is not up, crashes or is restarted: its calls are closed in the books, agents are free again."""

from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from acd.testing.call_centre import CallCentre
from acd.testing.stacks import On
from tests.system.trouble import COMPANY, SUPPORT, logged, new_scene, readyz, talk, wait_ready


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory, on: On) -> Iterator[CallCentre]:
    with CallCentre(tmp_path_factory.mktemp("centre"), COMPANY, on=on) as centre:
        yield centre


@pytest.mark.parametrize("how", ["crashed", "stopped"])
def test_calls_of_an_asterisk_that_is_gone_are_closed_and_new_ones_are_served(
    centre: CallCentre, how: str
) -> None:
    scene = new_scene(centre)
    asterisk = centre.stack.asterisk
    if how == "crashed":
        asterisk.kill()
    else:
        asterisk.stop()
    try:
        centre.until(lambda: readyz(centre)[0] == 503 or None, 10, "the loss to be noticed")
        assert any("Asterisk" in trouble for trouble in readyz(centre)[1])
    finally:
        asterisk.start()
    wait_ready(centre)
    for caller in ("caller2", "caller3"):
        centre.wait_fact("ContactEnded", 10, after=scene.after, contact=scene.contact(caller), ending="lost")
    talked = centre.wait_fact("ContactEnded", 10, after=scene.after, contact=scene.contact("caller"))
    # Told by Asterisk, on its way down, that the agent's leg has ended, we end the talk in good order.
    assert talked.fields["ending"] == "lost" or how == "stopped"
    for agent in ("203", "204"):
        centre.wait_agent(agent, 10, activity="idle", presence="ready")
    assert centre.facts("AgentBecameNotReady", after=scene.after) == []

    for call in (scene.cleo, scene.dora, scene.talker, scene.ringer, scene.waiter):
        if call.state != "ended":  # nobody has told this phone
            call.hang_up()
    centre.wait_agent("203", 10, phone_state="not_in_use")  # Asterisk has found the phone again
    calling = scene.talker.phone.call(SUPPORT)
    talk(scene.cleo.phone.wait_for_ring(10).answer(), calling)


def test_the_service_waits_for_an_asterisk_that_is_not_up_yet(tmp_path: Path, on: On) -> None:
    centre = CallCentre(tmp_path, COMPANY, on=on)
    stack = centre.stack
    try:
        stack.start_postgres()
        stack.service.launch()
        said = centre.until(lambda: logged(centre, "no connection to Asterisk") or None, 20, "a word on it")
        assert "is Asterisk up" in said[0]["event"]
        status, troubles = centre.until(lambda: answer(centre), 10, "an answer of /readyz")
        assert status == 503
        assert any("Asterisk" in trouble for trouble in troubles)
        stack.render()
        stack.asterisk.start()
        wait_ready(centre)
        ringing = centre.agent("203", "desk3")
        calling = centre.caller().call(SUPPORT)
        talk(ringing.wait_for_ring(10).answer(), calling)
    finally:
        centre.close()


def answer(centre: CallCentre) -> tuple[int, list[str]] | None:
    try:
        return readyz(centre)
    except httpx.ConnectError:
        return None
