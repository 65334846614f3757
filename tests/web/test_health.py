"""Health for whoever supervises, numbers for Prometheus."""

import re

import httpx
import pytest
from prometheus_client.parser import text_string_to_metric_families

from acd.model.message import AsteriskLost, AsteriskSeen
from acd.web.client import ControlClient
from tests.support.calls import DIRECT, MENU, answered, call, declined, hung_up, ringing
from tests.support.rehearsal import Rehearsal


def get(rehearsal: Rehearsal, path: str) -> httpx.Response:
    with httpx.Client(trust_env=False) as http:
        return http.get(f"{rehearsal.health}{path}")


def samples(rehearsal: Rehearsal) -> dict[str, float]:
    """All numbers by name and labels, as Prometheus would read them."""
    answer = get(rehearsal, "/metrics")
    assert answer.headers["content-type"].startswith("text/plain; version=0.0.4")
    return {
        sample.name
        + "".join(f" {label}={value}" for label, value in sorted(sample.labels.items())): sample.value
        for family in text_string_to_metric_families(answer.text)
        for sample in family.samples
    }


def test_the_process_lives_whatever_else_is_away(rehearsal: Rehearsal) -> None:
    rehearsal.hear(AsteriskLost())
    answer = get(rehearsal, "/healthz")
    assert (answer.status_code, answer.json()) == (200, {"status": "alive"})


def test_ready_while_asterisk_and_the_database_are_there(rehearsal: Rehearsal) -> None:
    answer = get(rehearsal, "/readyz")
    assert answer.status_code == 200
    assert answer.json()["company_version"] == 1
    assert answer.json()["troubles"] == []


def test_not_ready_without_asterisk_and_ready_again_with_it(rehearsal: Rehearsal) -> None:
    rehearsal.hear(AsteriskLost())
    answer = get(rehearsal, "/readyz")
    assert answer.status_code == 503
    assert answer.json()["troubles"] == ["Asterisk: it is not connected."]
    rehearsal.hear(AsteriskSeen(asked_at=rehearsal.service.now(), legs=(), bridges=()))
    assert get(rehearsal, "/readyz").status_code == 200


def test_not_ready_while_decisions_cannot_be_committed(
    rehearsal: Rehearsal, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("acd.runtime.loop.AWAY_PAUSE_S", 0.0)
    journal = rehearsal.service.journal
    journal.away = True
    rehearsal.do(lambda: rehearsal.service.loop.tell(call(DIRECT)))
    rehearsal.wait(lambda: journal.until(lambda: len(journal.attempts) >= 2))
    answer = get(rehearsal, "/readyz")
    assert answer.status_code == 503
    assert answer.json()["database"] is False
    assert samples(rehearsal)["acd_database_connected"] == 0
    journal.away = False
    rehearsal.wait(rehearsal.service.loop.settled)
    assert get(rehearsal, "/readyz").status_code == 200


def test_the_numbers_of_a_story(rehearsal: Rehearsal) -> None:
    with ControlClient(rehearsal.control_socket) as client:
        client.log_in("201", "desk1")
        client.go_ready("201")
    rehearsal.hear(call(DIRECT), *ringing("o1-2"), *answered("o1-2"), hung_up(), hung_up("o1-2-leg"))
    with ControlClient(rehearsal.control_socket) as client:
        client.end_wrap_up("201")
    rehearsal.hear(call(DIRECT, leg="call-2"), *ringing("o1-4"), declined("o1-4", cause=21))
    rehearsal.hear(call(MENU, leg="call-3"), hung_up("call-3"), hung_up("call-3"))
    found = samples(rehearsal)
    expected = {
        "acd_facts_total kind=ContactArrived": 3,
        "acd_contacts_ended_total ending=served": 1,
        "acd_contacts_ended_total ending=left_in_menu": 1,
        "acd_offers_closed_total outcome=answered": 1,
        "acd_offers_closed_total outcome=rejected": 1,
        "acd_offer_wait_seconds_count queue=repairs": 2,
        "acd_offer_wait_seconds_bucket le=1.0 queue=repairs": 2,
        "acd_contacts_live": 1,
        "acd_queue_waiting queue=repairs": 1,
        "acd_queue_waiting queue=sales": 0,
        "acd_agents activity=idle presence=ready": 1,
        "acd_agents activity=idle presence=logged_out": 2,
        "acd_inbox_messages": 0,
        "acd_asterisk_connected": 1,
        "acd_database_connected": 1,
        "acd_phones_followed": 1,
    }
    assert {name: found.get(name) for name in expected} == expected


def test_nothing_about_callers_is_told(rehearsal: Rehearsal) -> None:
    rehearsal.hear(call(DIRECT, caller="+4366412345678"))
    for path in ("/healthz", "/readyz", "/metrics"):
        assert not re.search(r"4366412345678|5552000|call-1|c1-1", get(rehearsal, path).text)


@pytest.mark.parametrize("path", ["/status", "/agents/201/ready", "/schema", "/"])
def test_the_control_of_the_service_is_not_on_the_port(rehearsal: Rehearsal, path: str) -> None:
    assert get(rehearsal, path).status_code == 404
