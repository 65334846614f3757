"""The control socket: what is asked and answered, and that nothing asked of it harms the service."""

import json
import logging
import os
import socket
import tempfile
import threading
from pathlib import Path
from typing import Any

import httpx
import pytest

from acd.model.ids import AgentId
from acd.model.overlay import Absence
from acd.web import control
from acd.web.bodies import CompanyText, NewEnd, NewOverlay
from acd.web.client import (
    ControlClient,
    NoAnswer,
    RequestRefused,
    ServiceFailed,
    ServiceNotRunning,
    SocketForbidden,
)
from acd.web.servers import unix_socket
from tests.support.calls import DIRECT, MENU, answered, call, hung_up, ringing
from tests.support.rehearsal import COMPANY, Rehearsal

NOBODY = 65534


def raw(rehearsal: Rehearsal, method: str, path: str, content: bytes | None = None) -> httpx.Response:
    transport = httpx.HTTPTransport(uds=str(rehearsal.control_socket))
    headers = {"content-type": "application/json"} if content is not None else {}
    with httpx.Client(transport=transport, base_url="http://acd") as http:
        return http.request(method, path, content=content, headers=headers)


def test_the_floor_in_the_order_of_the_company_file(rehearsal: Rehearsal, client: ControlClient) -> None:
    client.log_in("202", "desk1")
    client.go_ready("202")
    rehearsal.hear(call(MENU), call(DIRECT, leg="call-2"))
    found = client.status()
    assert found.readiness.is_ready
    assert [agent.id for agent in found.agents] == ["201", "202", "203"]
    assert [(queue.id, queue.waiting, queue.agents_ready) for queue in found.queues] == [
        ("sales", 0, 1),
        ("repairs", 1, 0),
    ]
    assert [(one.id, one.where, one.queue) for one in found.contacts] == [
        ("c1-1", "menu", None),
        ("c1-2", "waiting", "repairs"),
    ]


def test_a_call_from_the_queue_to_wrap_up_as_the_status_shows_it(
    rehearsal: Rehearsal, client: ControlClient
) -> None:
    def seen() -> tuple[Any, ...]:
        found = client.status()
        queue = next(one for one in found.queues if one.id == "repairs")
        anna = found.agents[0]
        where = [one.where for one in found.contacts]
        return queue.waiting, queue.ringing, queue.talking, anna.activity, anna.contact, where

    client.log_in("201", "desk1")
    client.go_ready("201")
    assert seen() == (0, 0, 0, "idle", None, [])
    rehearsal.hear(call(DIRECT), *ringing("o1-2"))
    assert seen() == (1, 1, 0, "reserved", "c1-1", ["ringing"])
    rehearsal.hear(*answered("o1-2"))
    assert seen() == (0, 0, 1, "on_call", "c1-1", ["talking"])
    rehearsal.hear(hung_up())
    assert seen() == (0, 0, 0, "wrap_up", "c1-1", [])
    assert client.end_wrap_up("201").activity == "idle"


def test_an_end_that_is_moved_holds_when_the_database_is_back(
    rehearsal: Rehearsal, client: ControlClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    absence = NewOverlay(edit=Absence(agent=AgentId("201")), reason="1", author="boss", ends="2099-07-17")
    entered = client.enter(absence)
    monkeypatch.setattr(control, "WISH_LIMIT_S", 0.01)
    rehearsal.do(rehearsal.service.journal.stall)
    with pytest.raises(ServiceFailed, match="The wish is noted"):
        client.move_end(entered.id, NewEnd(ends=None, author="eva"))
    rehearsal.do(rehearsal.service.journal.flow)
    rehearsal.wait(rehearsal.service.loop.settled)
    (moved,) = client.overlays().overlays
    assert (moved.ends_at, moved.author) == (None, "boss")


def test_callers_in_a_queue_that_was_closed_down_are_shown(
    rehearsal: Rehearsal, client: ControlClient, tmp_path: Path
) -> None:
    """As long as a phone rings for them: whoever waits is led away."""
    client.log_in("201", "desk1")
    client.go_ready("201")
    rehearsal.hear(call(DIRECT), *ringing("o1-2"))
    rehearsal.hear(call(DIRECT, leg="call-2"))
    without = (
        COMPANY.read_text()
        .replace("repairs", "sales")
        .replace("  sales: {name: Repairs, needs: {fixing: 2}, ring_s: 15}\n", "")
    )
    client.apply(CompanyText(text=without, path=str(tmp_path / "file.yaml"), author="test"))
    queues = [(queue.id, queue.waiting, queue.ringing) for queue in client.status().queues]
    assert queues == [("sales", 1, 0), ("repairs", 1, 1)]


def test_an_agent_who_left_the_company_in_the_middle_of_a_call_is_shown_until_it_is_over(
    rehearsal: Rehearsal, client: ControlClient, tmp_path: Path
) -> None:
    client.log_in("201", "desk1")
    client.go_ready("201")
    rehearsal.hear(call(DIRECT), *ringing("o1-2"), *answered("o1-2"))
    lines = COMPANY.read_text().splitlines(keepends=True)
    without = "".join(line for line in lines if "Anna" not in line).replace(
        "{selling: 2}", "{selling: 2, fixing: 2}"
    )
    client.apply(CompanyText(text=without, path=str(tmp_path / "file.yaml"), author="test"))
    assert [agent.id for agent in client.status().agents] == ["202", "203", "201"]
    rehearsal.hear(hung_up())
    assert [agent.id for agent in client.status().agents] == ["202", "203"]


@pytest.mark.parametrize("agent", ["999", "../status", "a/b", "ü?", "%2e%2e", " "])
def test_an_unknown_agent_is_named(client: ControlClient, agent: str) -> None:
    with pytest.raises(RequestRefused):
        client.go_ready(agent)


def test_a_wish_waits_for_the_database_only_so_long_and_holds_when_it_is_back(
    rehearsal: Rehearsal, client: ControlClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(control, "WISH_LIMIT_S", 0.01)
    rehearsal.do(rehearsal.service.journal.stall)
    with pytest.raises(ServiceFailed, match="The wish is noted"):
        client.log_in("201", "desk1")
    rehearsal.do(rehearsal.service.journal.flow)
    rehearsal.wait(rehearsal.service.loop.settled)
    assert client.status().agents[0].presence == "not_ready"


def test_an_absence_waits_for_the_database_only_so_long_and_holds_when_it_is_back(
    rehearsal: Rehearsal, client: ControlClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(control, "WISH_LIMIT_S", 0.01)
    rehearsal.do(rehearsal.service.journal.stall)
    absence = NewOverlay(edit=Absence(agent=AgentId("201")), reason="1", author="boss")
    with pytest.raises(ServiceFailed, match="The wish is noted"):
        client.enter(absence)
    rehearsal.do(rehearsal.service.journal.flow)
    rehearsal.wait(rehearsal.service.loop.settled)
    (entered,) = client.overlays().overlays
    assert (entered.reason, entered.name, entered.state) == ("Ill", "Anna", "in_force")
    assert client.status().in_force == (entered,)


def test_why_not_yet_is_told_also_while_the_database_is_away(
    rehearsal: Rehearsal, client: ControlClient
) -> None:
    rehearsal.hear(call(DIRECT))
    rehearsal.service.journal.away = True
    found = client.explain("c1-1")
    assert found.not_yet is not None
    assert found.gap is not None
    assert found.entries == ()
    with pytest.raises(ServiceFailed, match="Ask again"):
        client.explain("c1-2")


def test_a_company_is_not_applied_while_the_database_is_away(
    rehearsal: Rehearsal, client: ControlClient
) -> None:
    rehearsal.service.journal.away = True
    with pytest.raises(ServiceFailed, match="The database does not answer"):
        client.apply(CompanyText(text=COMPANY.read_text(), path=str(COMPANY), author="test"))


def test_a_fault_of_the_program_ends_one_request_and_is_logged(
    rehearsal: Rehearsal, client: ControlClient, capsys: pytest.CaptureFixture[str]
) -> None:
    rehearsal.service.breaks_down = True
    with pytest.raises(ServiceFailed, match="the log of the service says what"):
        client.explain("c1-1")
    assert "broken by the test" in "".join(capsys.readouterr())
    assert client.status().readiness.is_ready


@pytest.mark.parametrize(
    ("method", "path", "content", "status"),
    [
        ("POST", "/agents/201/login", b"{", 400),
        ("POST", "/agents/201/login", b"{}", 400),
        ("POST", "/agents/201/login", b'{"phone": 7}', 400),
        ("POST", "/agents/201/login", b"\xff\xfe", 400),
        ("POST", "/agents/201/login", None, 400),
        ("POST", "/agents/201/notready", b"[]", 400),
        ("POST", "/company", b'{"text": "x"}', 400),
        ("GET", "/company", None, 405),
        ("GET", "/schema", None, 404),
        ("DELETE", "/agents/201", None, 404),
        ("POST", "/company", b" " * 11_000_000, 413),
    ],
)
def test_nonsense_is_refused_with_a_problem(
    rehearsal: Rehearsal, method: str, path: str, content: bytes | None, status: int
) -> None:
    answer = raw(rehearsal, method, path, content)
    assert answer.status_code == status
    assert all(answer.json()["reasons"])
    assert raw(rehearsal, "GET", "/status").status_code == 200


def test_mistakes_in_a_company_are_all_told_and_nothing_changes(
    client: ControlClient, tmp_path: Path
) -> None:
    bad = COMPANY.read_text().replace("queue: sales", "queue: slaes").replace("ring_s: 15", "ring_s: -1")
    with pytest.raises(RequestRefused) as refused:
        client.apply(CompanyText(text=bad, path=str(tmp_path / "company.yaml"), author="test"))
    assert len(refused.value.reasons) == 3
    assert all(reason.startswith("company.yaml:") for reason in refused.value.reasons)
    assert client.status().readiness.company_version == 1


def test_when_nobody_is_there_the_message_says_how_to_start_it(tmp_path: Path) -> None:
    with ControlClient(tmp_path / "none.sock") as nobody, pytest.raises(ServiceNotRunning, match="make run"):
        nobody.status()
    with ControlClient(tmp_path / ("x" * 120)) as too_long, pytest.raises(ServiceNotRunning):
        too_long.status()


def test_a_service_that_does_not_answer_leaves_the_outcome_unknown(rehearsal: Rehearsal) -> None:
    rehearsal.do(rehearsal.service.journal.stall)
    waiting = ControlClient(rehearsal.control_socket, answer_s=0.05)
    with waiting, pytest.raises(NoAnswer, match="is not known"):
        waiting.log_in("201", "desk1")
    rehearsal.do(rehearsal.service.journal.flow)


def test_a_service_that_takes_no_connection_does_not_answer(tmp_path: Path) -> None:
    path = tmp_path / "control.sock"
    with socket.socket(socket.AF_UNIX) as busy, socket.socket(socket.AF_UNIX) as before_us:
        busy.bind(str(path))
        busy.listen(0)
        before_us.connect(str(path))
        with ControlClient(path) as client, pytest.raises(NoAnswer, match="takes no connection"):
            client.status()


def test_a_service_that_ends_in_the_middle_of_an_answer_leaves_the_outcome_unknown(tmp_path: Path) -> None:
    path = tmp_path / "control.sock"
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind(str(path))
        listening.listen()

        def hang_up() -> None:
            for _ in range(2):  # the knock, the request
                accepted, _ = listening.accept()
                accepted.close()

        ending = threading.Thread(target=hang_up)
        ending.start()
        with ControlClient(path) as client, pytest.raises(NoAnswer, match="is not known"):
            client.status()
        ending.join()


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can act as another account")
def test_another_account_is_kept_out_by_the_socket_itself() -> None:
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o755)
        path = Path(folder) / "control.sock"
        with unix_socket(path), ControlClient(path) as client:
            os.seteuid(NOBODY)
            try:
                with pytest.raises(SocketForbidden, match="is not for this account"):
                    client.status()
            finally:
                os.seteuid(0)


def test_logging_is_left_as_it_was_set_up(rehearsal: Rehearsal) -> None:
    """The web library would put handlers of its own on the root and on its loggers."""
    assert raw(rehearsal, "GET", "/status").status_code == 200
    for name in ("litestar", "uvicorn", "uvicorn.error"):
        assert logging.getLogger(name).handlers == []
    assert not any("queue" in type(handler).__name__.lower() for handler in logging.getLogger().handlers)


def test_the_answer_of_another_version_is_told_as_such(rehearsal: Rehearsal, client: ControlClient) -> None:
    answer = raw(rehearsal, "GET", "/status")
    assert "agents" in json.loads(answer.content)
    with pytest.raises(ServiceFailed, match="another version"):
        client._ask("GET", "/status", CompanyText)
