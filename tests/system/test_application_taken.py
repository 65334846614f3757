"""Somebody else connects to Asterisk as our application: a former leader that woke up, or a stranger."""

from collections.abc import Iterator
from contextlib import contextmanager
from urllib.parse import urlencode

import pytest
from websockets.sync.client import ClientConnection, connect

from acd.asterisk.ari.door import AriAccess
from acd.lab.ports import HOST
from acd.runtime.tenure import CONTESTS
from acd.testing.call_centre import CallCentre
from acd.testing.protocol import Moment
from acd.testing.stacks import On
from tests.system.trouble import COMPANY, HUM_HZ, SUPPORT, all_is_over, keeps_hearing, talk, wait_ready

OVERTAKEN = 1
"""The exit code: nobody's mistake."""


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory, on: On) -> Iterator[CallCentre]:
    with CallCentre(tmp_path_factory.mktemp("centre"), COMPANY, on=on) as centre:
        yield centre


@contextmanager
def as_our_application(centre: CallCentre) -> Iterator[ClientConnection]:
    """Somebody connects as we do, and does nothing."""
    url = f"http://{HOST}:{centre.stack.ports.ari}/ari"
    access = AriAccess(url=url, user="acd", password=centre.stack.secrets["ari"], app="acd")
    with connect(
        f"ws{access.url.removeprefix('http')}/events?{urlencode({'app': access.app})}",
        additional_headers={"Authorization": access.authorization()},
        proxy=None,
    ) as socket:
        yield socket


def wait_replaced(socket: ClientConnection) -> None:
    """Until Asterisk tells the other one that it has lost the application."""
    while '"ApplicationReplaced"' not in str(socket.recv(timeout=10)):
        pass


def test_who_leads_takes_its_application_back_and_the_calls_go_on(centre: CallCentre) -> None:
    cleo = centre.agent("203", "desk3")
    calling = centre.caller().call(SUPPORT)
    talk(answered := cleo.wait_for_ring(10).answer(), calling)
    waiting = centre.caller("caller2").call(SUPPORT)
    assert waiting.hears_tone(HUM_HZ, within_s=10)
    since = Moment.now()
    with as_our_application(centre) as other:
        wait_replaced(other)
        wait_ready(centre)
        keeps_hearing(calling, cleo.tone_hz, since)
        keeps_hearing(waiting, HUM_HZ, since)
        answered.hang_up()
        talk(last := cleo.wait_for_ring(15).answer(), waiting)
        newcomer = centre.caller().call(SUPPORT)
        newcomer.wait_answered(10)
        last.hang_up()
        talk(third := cleo.wait_for_ring(15).answer(), newcomer)
        third.hang_up()
    assert centre.stack.service.running
    all_is_over(centre)


def test_two_services_that_know_nothing_of_each_other_do_not_contend_for_ever(centre: CallCentre) -> None:
    service = centre.stack.service
    service.stop()
    service.start()  # one that has not been contested yet
    for _ in range(CONTESTS):
        with as_our_application(centre) as other:
            wait_replaced(other)
        wait_ready(centre)
    with as_our_application(centre):
        assert service.wait(15)
    assert service.exit_status == OVERTAKEN
    assert "ACD_ARI_APP" in service.log.read_text(encoding="utf-8").splitlines()[-1]
    service.start()
