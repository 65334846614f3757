"""Two services for one floor: one leads, the other stands by."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import httpx

from acd.lab.ports import HOST, free_ports
from acd.testing.call import Call
from acd.testing.call_centre import CallCentre
from acd.testing.ladder import SipLadder
from acd.testing.phone import Phone
from acd.testing.protocol import Moment
from acd.web.client import NoAnswer, RequestRefused, ServiceFailed, ServiceNotRunning
from tests.system.trouble import CLAIMS, MENU, Scene, keeps_hearing, new_scene, talk

TAKE_OVER_S = 3.0
"""What is promised for a leader that is killed, on real parts with calls in every state."""
OUST_S = 15.0
"""A leader that is frozen is noticed after five seconds; a busy machine may take longer."""

_numbers = iter(range(1, 1000))


class Other:
    """One of two services: with a health port and a log of its own, everything else shared."""

    def __init__(
        self,
        centre: CallCentre,
        folder: Path,
        *,
        distant: bool = False,
        readable: Iterable[Path] = (),
        **settings: str,
    ) -> None:
        """`distant`: as on another machine; `readable`: folders that it needs beside those of the stack."""
        self.ports = free_ports()  # ours as long as this lives, not only until the service has started
        self.http_port = self.ports.http
        log = folder / f"service-{next(_numbers)}.log"
        settings = {"ACD_HTTP_PORT": str(self.http_port), **settings}
        self.service = centre.stack.another_service(log, readable=readable, distant=distant, **settings)

    def get(self, path: str) -> httpx.Response:
        """Ask the health port."""
        return httpx.get(f"http://{HOST}:{self.http_port}/{path}", trust_env=False, timeout=5)

    def troubles(self) -> list[str]:
        """What a load balancer is told; nothing while nobody answers."""
        try:
            told: list[str] = self.get("readyz").json()["troubles"]
        except httpx.TransportError:
            return []
        return told

    def stands_by(self) -> bool:
        """Whether it says that somebody else leads."""
        return any("stands by" in trouble for trouble in self.troubles())

    def said(self) -> str:
        """Everything it has logged."""
        return self.service.log.read_text(encoding="utf-8")


@contextmanager
def standing_by(centre: CallCentre, folder: Path, *, distant: bool = False) -> Iterator[Other]:
    """A second service stands by while that of the stack leads, which leads again afterwards."""
    stand_by = Other(centre, folder, distant=distant)
    stand_by.service.launch()
    try:
        centre.until(lambda: stand_by.stands_by() or None, 30, "the second service to stand by")
        yield stand_by
    finally:
        stand_by.service.stop()
        if centre.stack.service.running:
            centre.stack.service.thaw()
        centre.stack.service.start()


@contextmanager
def leading_with(centre: CallCentre, folder: Path, fault: str) -> Iterator[Other]:
    """A service leads that will do something to itself; that of the stack stands by, and leads afterwards."""
    leader = Other(centre, folder, ACD_TEST_FAULT=fault, ACD_TEST_FAULTS_ALLOWED="yes")
    service = centre.stack.service
    service.stop()
    leader.service.start()
    service.launch()
    try:
        said = f"{leader.service.pid} since"
        centre.until(
            lambda: any(said in trouble for trouble in troubles_of(centre)) or None, 30, "a stand-by"
        )
        yield leader
    finally:
        leader.service.thaw()
        leader.service.kill()
        if not service.running:
            service.start()


def troubles_of(centre: CallCentre) -> list[str]:
    """The same of the stack's own service."""
    try:
        reply = httpx.get(f"http://{HOST}:{centre.stack.ports.http}/readyz", trust_env=False, timeout=5)
    except httpx.TransportError:
        return []
    told: list[str] = reply.json()["troubles"]
    return told


@dataclass
class EveryState:
    """One talks, one's call rings, one waits with music, one is in the menu, and Eve is in wrap-up."""

    scene: Scene
    chooser: Call
    eve: Phone
    since: Moment

    @property
    def centre(self) -> CallCentre:
        return self.scene.centre

    @property
    def phones(self) -> list[Phone]:
        scene = self.scene
        calls = (scene.talker, scene.cleo, scene.ringer, scene.dora, scene.waiter, self.chooser)
        return [*(call.phone for call in calls), self.eve]

    def new_on_the_wire(self, since: Moment) -> list[str]:
        """What Asterisk has asked of phones since then, other than whether they are there."""
        return asked_of(self.phones, since)

    def eve_becomes_free(self) -> Call:
        """Eve ends her wrap-up as soon as somebody takes the wish, and her phone rings for whoever waits."""
        wish_once_taken(self.centre, "205", "endwrap")
        return self.eve.wait_for_ring(15)

    def goes_on(self, eves: Call) -> None:
        """Whoever talked talks, whoever rang is answered, whoever waited is served by Eve, and who is in the
        menu chooses and is served last.
        """
        scene, centre = self.scene, self.centre
        keeps_hearing(scene.talker, scene.cleo.phone.tone_hz, self.since)
        keeps_hearing(scene.cleo, scene.talker.phone.tone_hz, self.since)
        assert scene.dora.state == "ringing", scene.dora
        talk(scene.dora.answer(), scene.ringer)
        talk(served := eves.answer(), scene.waiter)
        fourth = scene.contact("caller4")
        self.chooser.press("2")
        centre.wait_fact("PlaceTaken", 15, after=scene.after, contact=fourth)
        scene.cleo.hang_up()
        scene.talker.wait_ended(10)
        last = scene.cleo.phone.wait_for_ring(15).answer()
        talk(last, self.chooser)
        for call in (served, scene.dora, last):
            call.hang_up()
        self.is_told_once()

    def is_told_once(self) -> None:
        """Nobody lost a place, or was offered, or served, twice."""
        centre, after = self.centre, self.scene.after
        for caller in ("caller", "caller2", "caller3", "caller4"):
            contact = self.scene.contact(caller)
            ended = centre.wait_fact("ContactEnded", 15, after=after, contact=contact)
            assert ended.fields["ending"] == "served"
            for once in ("ContactArrived", "PlaceTaken", "OfferOpened", "OfferAnswered", "TalkJoined"):
                assert len(centre.facts(once, after=after, contact=contact)) == 1, (caller, once)
        invites = {
            message.call_id
            for phone in (self.scene.cleo.phone, self.scene.dora.phone, self.eve)
            for message in phone.ladder.all("INVITE", sent=False, after_ns=self.since.mono_ns)
        }
        assert len(invites) == len(centre.facts("OfferOpened", after=self.scene.after)) - 2


def calls_in_every_state(centre: CallCentre) -> EveryState:
    """Eve has just served somebody; then come the scene, and one who stays in the menu."""
    eve = centre.agent("205", "desk5")
    first = centre.caller("caller4").call(CLAIMS)
    talk(answered := eve.wait_for_ring(10).answer(), first)
    answered.hang_up()
    first.wait_ended(10)
    centre.wait_agent("205", 10, activity="wrap_up")
    scene = new_scene(centre)
    chooser = first.phone.call(MENU)
    chooser.wait_answered(10)
    centre.wait_fact("PromptBegan", 10, after=scene.after, node="menu")
    return EveryState(scene, chooser, eve, Moment.now())


def wish_once_taken(centre: CallCentre, agent: str, wish: str) -> None:
    """Order something again and again until there is somebody who leads and carries it out."""

    def taken() -> bool | None:
        try:
            centre.order(agent, wish)
        except (ServiceNotRunning, NoAnswer, ServiceFailed, RequestRefused):
            return None
        return True

    centre.until(taken, 30, f"{wish} for {agent}")


def asked_of(phones: list[Phone], since: Moment) -> list[str]:
    """The requests that phones have received since a moment, other than whether they are there."""
    ladder = SipLadder()
    for phone in {phone.name: phone for phone in phones}.values():
        ladder += phone.ladder
    return [
        f"{message.phone}: {message.start_line}"
        for name in ("INVITE", "CANCEL", "BYE")
        for message in ladder.all(name, sent=False, after_ns=since.mono_ns)
    ]
