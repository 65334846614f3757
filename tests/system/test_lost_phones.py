"""Phones that vanish without a word: the plug is pulled, and nothing more is heard of them.

What tells is silence: Asterisk ends a call whose far end has sent no sound for a while (`rtp_timeout`). Here
that takes two seconds instead of sixty.
"""

from collections.abc import Iterator

import pytest

from acd.lab.stack import RenderRequest
from acd.testing.call_centre import CallCentre
from acd.testing.stacks import On
from tests.system.conftest import COMPANY
from tests.system.scene import (
    MUSIC_HZ,
    OFFICE,
    SALES,
    a_number,
    ending_of,
    hear_only_each_other,
    talk,
    wait_in_line,
)

USUAL, SHORT = "rtp_timeout = 60", "rtp_timeout = 2"
NOTICED_S = 6.0


def impatient(request: RenderRequest) -> None:
    accounts = request.etc / "acd" / "accounts.conf"
    rendered = accounts.read_text()
    assert USUAL in rendered
    accounts.write_text(rendered.replace(USUAL, SHORT))


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory, on: On) -> Iterator[CallCentre]:
    with CallCentre(tmp_path_factory.mktemp("centre"), COMPANY, on=on, also_render=impatient) as centre:
        yield centre


def test_desk_phone_that_vanishes_while_it_rings_is_a_missed_call(centre: CallCentre) -> None:
    ben, anna = centre.agent("202", "desk1"), centre.agent("201", "desk2", ready=False)
    waiting = wait_in_line(centre, centre.caller(), OFFICE)
    ben.wait_for_ring()
    ben.unplug()
    failed = centre.wait_fact("OfferFailed", contact=waiting.contact)
    assert failed.fields["failure"] == "no_answer"
    centre.order("201", "ready")
    ringing = anna.wait_for_ring(within_s=3)
    assert waiting.call.hears_only(MUSIC_HZ, for_s=0.3)
    assert hear_only_each_other(waiting.call, ringing.answer())


def test_desk_phone_without_power_rings_nowhere_and_the_next_agent_is_offered_the_call(
    centre: CallCentre,
) -> None:
    """It is still registered, so that only its silence tells."""
    ben, anna = centre.agent("202", "desk1"), centre.agent("201", "desk2")
    ben.unplug()
    number = a_number()
    call = centre.caller().call(OFFICE, caller_id=number)
    ringing = anna.wait_for_ring(within_s=4)
    failed = centre.wait_fact("OfferFailed", contact=centre.contact_of(number))
    assert (failed.fields["agent"], failed.fields["failure"]) == ("202", "unreachable")
    assert centre.agent_status("202")["presence"] == "ready"
    assert hear_only_each_other(call, ringing.answer())


def test_desk_phone_that_vanishes_in_a_talk_ends_it(centre: CallCentre) -> None:
    ben = centre.agent("202", "desk1")
    talked = talk(centre, centre.caller(), ben, SALES)
    ben.unplug()
    talked.caller.wait_ended(within_s=NOTICED_S)
    assert talked.caller.ended_by == "them"
    assert centre.wait_fact("TalkEnded", contact=talked.contact).fields["by"] == "agent"
    centre.wait_agent("202", activity="wrap_up")
    centre.wait_agent("202", activity="idle")


def test_caller_who_vanishes_in_a_talk_ends_it(centre: CallCentre) -> None:
    ben, caller = centre.agent("202", "desk1"), centre.caller()
    talked = talk(centre, caller, ben, SALES)
    caller.unplug()
    talked.agent.wait_ended(within_s=NOTICED_S)
    assert centre.wait_fact("TalkEnded", contact=talked.contact).fields["by"] == "caller"
    assert ending_of(centre, talked.contact) == "served"


def test_caller_who_vanishes_in_the_queue_is_not_rung_for(centre: CallCentre) -> None:
    caller = centre.caller()
    waiting = wait_in_line(centre, caller, SALES)
    caller.unplug()
    ended = centre.wait_fact("ContactEnded", within_s=NOTICED_S, contact=waiting.contact)
    assert ended.fields["ending"] == "abandoned"
    ben = centre.agent("202", "desk1")
    ben.expect_no_ring(0.3)
