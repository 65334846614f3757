"""The service is killed (SIGKILL) while one call talks, one waits, one rings and a fourth is on its way.

Each round kills it at another instant; people stay on their phones from round to round. Twenty rounds:

    make test PYTEST_ARGS="tests/system/test_kill.py --kill-rounds=4"
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import pytest

from acd.testing.call import Call
from acd.testing.call_centre import CallCentre
from acd.testing.errors import CallEndedError
from acd.testing.phone import Phone
from acd.testing.protocol import Moment
from tests.system.trouble import COMPANY, HUM_HZ, all_is_over, contact_of, keeps_hearing, talk

STEP_S = 0.007
"""From round to round the service lives on so much longer after the instant it is killed at."""


@dataclass
class House:
    """Two agents at their desks and four people outside, all with a phone in hand."""

    centre: CallCentre
    cleo: Phone
    dora: Phone
    outside: dict[str, Phone]


@dataclass
class Scene:
    """One talks to Cleo, Dora's phone rings for one, one waits; the fourth is still to do something."""

    house: House
    after: int
    talker: Call
    cleo: Call
    ringer: Call
    dora: Call
    waiter: Call
    mover: Call | None = None


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[CallCentre]:
    with CallCentre(tmp_path_factory.mktemp("centre"), COMPANY) as centre:
        yield centre


@pytest.fixture(scope="module")
def house(running: CallCentre) -> House:
    """Everybody stays, registered and logged in, from the first round to the last."""
    cleo, dora = running.agent("203", "desk3"), running.agent("204", "desk4")
    names = ("caller", "caller2", "caller3", "caller4")
    return House(running, cleo, dora, {name: running.caller(name) for name in names})


@pytest.fixture
def scene(house: House) -> Iterator[Scene]:
    yield set_the_scene(house)
    for phone in (house.cleo, house.dora, *house.outside.values()):
        for call in phone.calls:
            if call.state != "ended":
                call.hang_up()
    all_is_over(house.centre)


# ── the instants ─────────────────────────────────────────────────────────────────────────────────────


def at_rest(scene: Scene) -> None:
    """Nothing is on its way."""


def as_a_call_comes_in(scene: Scene) -> None:
    scene.mover = scene.house.outside["caller4"].call("7100")


def in_a_prompt(scene: Scene) -> None:
    scene.mover = scene.house.outside["caller4"].call("7100")
    scene.house.centre.wait_fact("PromptBegan", after=scene.after)


def as_a_key_is_pressed(scene: Scene) -> None:
    in_a_prompt(scene)
    assert scene.mover is not None
    scene.mover.press("2")


def as_an_agent_answers(scene: Scene) -> None:
    scene.dora.respond(200)


def as_a_caller_hangs_up(scene: Scene) -> None:
    in_a_prompt(scene)
    assert scene.mover is not None
    scene.mover.hang_up()


INSTANTS = (
    at_rest,
    as_a_call_comes_in,
    in_a_prompt,
    as_a_key_is_pressed,
    as_an_agent_answers,
    as_a_caller_hangs_up,
)


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    rounds = metafunc.config.getoption("--kill-rounds")
    cases = [(instant, lap * STEP_S) for lap in range(rounds) for instant in INSTANTS]
    ids = [f"{instant.__name__}+{round(1000 * lives_on_s)}ms" for instant, lives_on_s in cases]
    metafunc.parametrize(("instant", "lives_on_s"), cases, ids=ids)


# ── a round ──────────────────────────────────────────────────────────────────────────────────────────


def test_nobody_is_hurt(scene: Scene, instant: Callable[[Scene], None], lives_on_s: float) -> None:
    house, centre = scene.house, scene.house.centre
    before_the_kill = Moment.now()

    instant(scene)
    centre.stack.service.wait(lives_on_s)
    centre.stack.service.kill()
    centre.stack.service.start()

    keeps_hearing(scene.talker, house.cleo.tone_hz, before_the_kill)
    keeps_hearing(scene.cleo, scene.talker.phone.tone_hz, before_the_kill)
    keeps_hearing(scene.waiter, HUM_HZ, before_the_kill)
    dora = answer_whatever_rings(scene)
    talk(dora, scene.ringer)
    go_on_to_the_queue(scene)

    scene.cleo.hang_up()
    scene.talker.wait_ended(10)
    served = house.cleo.wait_for_ring(15).answer()
    talk(served, scene.waiter)
    keeps_hearing(dora, scene.ringer.phone.tone_hz, since=Moment.now())

    for call in (served, dora):
        call.hang_up()
    told_once(scene)


def set_the_scene(house: House) -> Scene:
    after = house.centre.last_seq()
    talker = house.outside["caller"].call("7300")
    cleo = house.cleo.wait_for_ring(10).answer()
    ringer = house.outside["caller2"].call("7300")
    dora = house.dora.wait_for_ring(10)
    waiter = house.outside["caller3"].call("7300")
    talk(cleo, talker)
    assert waiter.hears_tone(HUM_HZ, within_s=5)
    return Scene(house=house, after=after, talker=talker, cleo=cleo, ringer=ringer, dora=dora, waiter=waiter)


def answer_whatever_rings(scene: Scene) -> Call:
    """Dora takes the call that rings: the one from before the kill, or a new offer."""
    phone = scene.house.dora
    contact = contact_of(scene.house.centre, "caller2", after=scene.after)
    call = scene.dora
    try:
        if call.state != "answered":
            call.answer()
        scene.house.centre.wait_fact("TalkJoined", 10, after=scene.after, contact=contact)
    except CallEndedError:
        call = phone.wait_for_ring(15).answer()
    return call


def go_on_to_the_queue(scene: Scene) -> None:
    """The fourth presses 2 until heard, and waits behind the third."""
    mover = scene.mover
    if mover is None or mover.state == "ended":
        return
    centre = scene.house.centre
    mover.wait_answered(30)
    contact = contact_of(centre, "caller4", after=scene.after)
    if not centre.facts("KeyTaken", after=scene.after, contact=contact):
        mover.press("2")
    places = [
        centre.wait_fact("PlaceTaken", 15, after=scene.after, contact=place).fields["order_key"]
        for place in (contact_of(centre, "caller3", after=scene.after), contact)
    ]
    assert places == sorted(places)


def told_once(scene: Scene) -> None:
    """No place was lost or taken twice; the waiting one was answered before anybody who came later."""
    centre = scene.house.centre
    for caller in ("caller", "caller2", "caller3"):
        contact = contact_of(centre, caller, after=scene.after)
        assert len(centre.facts("PlaceTaken", after=scene.after, contact=contact)) == 1
        assert centre.facts("PlaceRestored", after=scene.after, contact=contact) == []
        ended = centre.wait_fact("ContactEnded", after=scene.after, contact=contact)
        assert ended.fields["ending"] == "served"
