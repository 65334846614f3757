"""The service is killed (SIGKILL) while one call talks, one waits, one rings and a fourth is on its way.

Each round kills it at another instant; people stay on their phones from round to round. Each lap of six
rounds lets it live a little longer after the instant. Twenty-four rounds in a row:

    make test PYTEST_ARGS="tests/system/test_kill.py --kill-laps=4"
"""

from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass

import pytest

from acd.testing.call import Call
from acd.testing.call_centre import CallCentre
from acd.testing.errors import CallEndedError, CommandRefusedError
from acd.testing.phone import Phone
from acd.testing.protocol import Moment
from acd.testing.stacks import On
from tests.system.trouble import (
    CALLERS,
    COMPANY,
    HUM_HZ,
    MENU,
    Scene,
    all_is_over,
    keeps_hearing,
    set_the_scene,
    talk,
)

STEP_S = 0.007
"""What a lap adds to the life of the service after the instant."""


@dataclass
class House:
    """Two agents at their desks and four people outside, all with a phone in hand."""

    cleo: Phone
    dora: Phone
    outside: list[Phone]


@dataclass
class Round:
    """The three of the scene, and a fourth who may be on the way."""

    scene: Scene
    house: House
    mover: Call | None = None


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory, on: On) -> Iterator[CallCentre]:
    with CallCentre(tmp_path_factory.mktemp("centre"), COMPANY, on=on) as centre:
        yield centre


@pytest.fixture(scope="module")
def house(running: CallCentre) -> House:
    """Everybody stays, registered and logged in, from the first round to the last."""
    cleo, dora = running.agent("203", "desk3"), running.agent("204", "desk4")
    return House(cleo, dora, [running.caller(name) for name in CALLERS])


@pytest.fixture
def this(running: CallCentre, house: House) -> Iterator[Round]:
    yield Round(set_the_scene(running, house.cleo, house.dora, house.outside), house)
    for phone in (house.cleo, house.dora, *house.outside):
        for call in phone.calls:
            if call.state != "ended":
                with suppress(CommandRefusedError):  # it has ended at this moment
                    call.hang_up()
    all_is_over(running)


# ── the instants ─────────────────────────────────────────────────────────────────────────────────────


def at_rest(this: Round) -> None:
    """Nothing is on its way."""


def as_a_call_comes_in(this: Round) -> None:
    this.mover = this.house.outside[3].call(MENU)


def in_a_prompt(this: Round) -> None:
    as_a_call_comes_in(this)
    this.scene.centre.wait_fact("PromptBegan", after=this.scene.after)


def as_a_key_is_pressed(this: Round) -> None:
    in_a_prompt(this)
    assert this.mover is not None
    this.mover.press("2")


def as_an_agent_answers(this: Round) -> None:
    this.scene.dora.respond(200)


def as_a_caller_hangs_up(this: Round) -> None:
    in_a_prompt(this)
    assert this.mover is not None
    this.mover.hang_up()


INSTANTS = (
    at_rest,
    as_a_call_comes_in,
    in_a_prompt,
    as_a_key_is_pressed,
    as_an_agent_answers,
    as_a_caller_hangs_up,
)


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    steps = [lap * STEP_S for lap in range(metafunc.config.getoption("--kill-laps"))]
    if "instant" not in metafunc.fixturenames:
        metafunc.parametrize("lives_on_s", steps, ids=map(in_words, steps))
        return
    cases = [(instant, lives_on_s) for lives_on_s in steps for instant in INSTANTS]
    ids = [f"{instant.__name__}{in_words(lives_on_s)}" for instant, lives_on_s in cases]
    metafunc.parametrize(("instant", "lives_on_s"), cases, ids=ids)


def in_words(lives_on_s: float) -> str:
    return f"+{round(1000 * lives_on_s)}ms"


# ── a round ──────────────────────────────────────────────────────────────────────────────────────────


def test_nobody_is_hurt(this: Round, instant: Callable[[Round], None], lives_on_s: float) -> None:
    scene, house, service = this.scene, this.house, this.scene.centre.stack.service
    before_the_kill = Moment.now()

    instant(this)
    service.wait(lives_on_s)
    service.kill()
    service.start()

    dora = answer_whatever_rings(scene)
    talk(dora, scene.ringer)
    go_on_to_the_queue(this)
    keeps_hearing(scene.talker, house.cleo.tone_hz, before_the_kill)
    keeps_hearing(scene.cleo, scene.talker.phone.tone_hz, before_the_kill)
    keeps_hearing(scene.waiter, HUM_HZ, before_the_kill)

    scene.cleo.hang_up()
    scene.talker.wait_ended(10)
    served = house.cleo.wait_for_ring(15).answer()
    talk(served, scene.waiter)

    for call in (served, dora):
        call.hang_up()
    places_were_kept(this)


def test_a_talk_that_ends_at_this_instant_is_over_for_both(this: Round, lives_on_s: float) -> None:
    scene, service = this.scene, this.scene.centre.stack.service
    scene.cleo.hang_up()
    scene.ringer.hang_up()
    service.wait(lives_on_s)
    service.kill()
    service.start()

    scene.talker.wait_ended(10)
    scene.dora.wait_ended(10)
    rang = scene.centre.wait_fact("OfferRang", 15, after=scene.after, contact=scene.contact("caller3"))
    desk = {"203": this.house.cleo, "204": this.house.dora}[rang.fields["agent"]]
    talk(desk.wait_for_ring(15).answer(), scene.waiter)
    ended = scene.centre.wait_fact("ContactEnded", 10, after=scene.after, contact=scene.contact("caller"))
    # Letting go does not wait for the books: when both legs are gone by then, nobody knows who went first.
    assert ended.fields["ending"] in ("served", "lost")


def answer_whatever_rings(scene: Scene) -> Call:
    """Dora takes the call that rings: the one from before the kill, or a new offer."""
    call = scene.dora
    try:
        if call.state != "answered":
            call.answer()
        scene.centre.wait_fact("TalkJoined", 10, after=scene.after, contact=scene.contact("caller2"))
    except CallEndedError:
        call = call.phone.wait_for_ring(15).answer()
    return call


def go_on_to_the_queue(this: Round) -> None:
    """The fourth presses 2 unless that was heard before, and waits behind the third."""
    if this.mover is None or this.mover.state == "ended":
        return
    centre, after = this.scene.centre, this.scene.after
    this.mover.wait_answered(30)
    fourth = this.scene.contact("caller4")
    if not centre.facts("KeyTaken", after=after, contact=fourth):
        this.mover.press("2")
    third = this.scene.contact("caller3")
    keys = [
        centre.wait_fact("PlaceTaken", 15, after=after, contact=contact).fields["order_key"]
        for contact in (third, fourth)
    ]
    assert keys[0] < keys[1]


def places_were_kept(this: Round) -> None:
    """Nobody entered the queue twice, or came back to it, or left it without having been served."""
    centre, after = this.scene.centre, this.scene.after
    for caller in CALLERS[:3]:
        contact = this.scene.contact(caller)
        ended = centre.wait_fact("ContactEnded", 10, after=after, contact=contact)
        assert ended.fields["ending"] == "served"
        assert len(centre.facts("PlaceTaken", after=after, contact=contact)) == 1
        assert centre.facts("PlaceRestored", after=after, contact=contact) == []
