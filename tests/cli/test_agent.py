"""`acd agent`: every wish, and every way in which it is refused."""

from tests.cli.conftest import Acd


def test_a_day_of_work(acd: Acd) -> None:
    assert acd("agent", "login", "201", "desk1").out == (
        "Anna (201) is not ready: logged in at phone desk1, idle.\n"
    )
    assert acd("agent", "ready", "201").out == "Anna (201) is ready at phone desk1, idle.\n"
    assert acd("agent", "notready", "201", "Training").out == (
        "Anna (201) is not ready: Training at phone desk1, idle.\n"
    )
    assert acd("agent", "logout", "201").out == "Anna (201) is logged out, idle.\n"


def test_a_reason_may_be_given_by_its_key_or_left_out(acd: Acd) -> None:
    acd("agent", "login", "201", "desk1")
    assert "not ready: Training" in acd("agent", "notready", "201", "2").out
    assert "not ready: Break" in acd("agent", "notready", "201").out


def test_for_scripts_the_agent_after_the_wish(acd: Acd) -> None:
    after = acd("agent", "login", "201", "desk1", "--json").json
    assert (after["id"], after["presence"], after["phone"]) == ("201", "not_ready", "desk1")
