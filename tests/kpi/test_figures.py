"""The formulas on numbers that can be checked by hand, and on a story told from its facts."""

import pytest

from acd.kpi.agent_books import agent_intervals
from acd.kpi.figures import ServiceLevel, ServiceLevelFormula, abandonment_rate, aht_s, asa_s, service_level
from acd.kpi.intervals import AgentBucket, AgentInterval
from acd.kpi.visits import Result, Visit, visits
from acd.model.ids import AgentId, ContactId, QueueId
from acd.runtime.ports import Entry
from tests.core.again_companies import ringing_again
from tests.core.floor_story import FloorStory
from tests.core.person_companies import customer_first
from tests.core.small_company import MONDAY_TEN, company
from tests.core.story_companies import calling_back, leaving_messages, overflowing


def visit(waited_s: float, result: Result = Result.ANSWERED) -> Visit:
    return Visit(
        contact=ContactId(f"c{waited_s}"),
        queue=QueueId("sales"),
        entered_at=0.0,
        waited_s=waited_s,
        result=result,
    )


DAY = [
    visit(0.0),
    visit(20.0),
    visit(20.1),
    visit(39.9),
    visit(4.9, Result.ABANDONED),
    visit(5.0, Result.ABANDONED),
    visit(60.0, Result.ABANDONED),
    visit(7.0, Result.LOST),
]


def test_abandonment_rate_is_abandoned_of_offered() -> None:
    assert abandonment_rate(DAY) == 3 / 8


def test_asa_is_the_mean_wait_of_the_answered() -> None:
    assert asa_s(DAY) == pytest.approx(20.0)


@pytest.mark.parametrize(
    ("formula", "expected"),
    [
        (ServiceLevelFormula.OF_OFFERED_LESS_SHORT_ABANDONS, 2 / 7),
        (ServiceLevelFormula.OF_OFFERED, 2 / 8),
        (ServiceLevelFormula.OF_ANSWERED, 2 / 4),
    ],
)
def test_service_level_is_what_its_named_formula_says(formula: ServiceLevelFormula, expected: float) -> None:
    assert service_level(DAY, ServiceLevel(within_s=20.0, formula=formula)) == expected


def test_aht_is_talk_and_wrap_up_of_the_handled() -> None:
    def spent(bucket: AgentBucket, length_s: float, contact: str | None) -> AgentInterval:
        return AgentInterval(
            owner=AgentId("eva"),
            bucket=bucket,
            began_at=0.0,
            ended_at=length_s,
            contact=ContactId(contact) if contact else None,
        )

    books = [
        spent(AgentBucket.RESERVED, 9.0, "c1"),
        spent(AgentBucket.JOINING, 1.0, "c1"),
        spent(AgentBucket.TALKING, 100.0, "c1"),
        spent(AgentBucket.WRAP_UP, 20.0, "c1"),
        spent(AgentBucket.IDLE, 50.0, None),
        spent(AgentBucket.TALKING, 60.0, "c2"),
        spent(AgentBucket.JOINING, 5.0, "c3"),
    ]
    assert aht_s(books) == 90.0


def test_of_nothing_there_is_no_figure() -> None:
    level = ServiceLevel(within_s=20.0)
    assert (abandonment_rate([]), asa_s([]), aht_s([]), service_level([], level)) == (None,) * 4
    short = [visit(1.0, Result.ABANDONED)]
    assert service_level(short, level) is None


def test_a_visit_is_read_from_its_facts_and_an_answer_that_failed_does_not_count() -> None:
    """Eva answers after 3 s, but the two are not brought together; the second answer, at 9 s, holds."""
    story = FloorStory(company())
    for line in """\
        0    AsteriskSeen
        0    LogIn eva 201
        0    GoReady eva
        10   CallArrived call-1 200 -
        11   CallArrived call-2 100 -
        12   LegSeen o1-2-leg
        13   LegAnswered o1-2-leg
        13   JoinRefused o1-2-bridge no
        13   LegVanished o1-2-leg 16
        18   TimePassed
        18   LegSeen o1-4-leg
        19   LegAnswered o1-4-leg
        19   LegJoined call-1 o1-4-bridge
        19   LegJoined o1-4-leg o1-4-bridge
        20   CallArrived call-3 200 -
        21   LegVanished call-2 16
        22   LegVanished call-3 16
        50   LegVanished call-1 16
        60   TimePassed""".splitlines():
        at_s, text = line.split(maxsplit=1)
        story.hear(float(at_s), text)
    entries = [Entry(at=outcome.at, facts=outcome.facts) for outcome in story.outcomes]
    found = [(one.contact, one.entered_at - MONDAY_TEN, one.waited_s, one.result) for one in visits(entries)]
    assert found == [("c1-5", 20.0, 2.0, Result.ABANDONED), ("c1-1", 10.0, 9.0, Result.ANSWERED)]
    assert aht_s(agent_intervals(entries, until=MONDAY_TEN + 60)) == 31.0 + 10.0


SPEAKS = ("3 KeyPressed call-1 4", "4 PlaybackEnded c1-1-g1")
"""The caller turns to the box, and hears the tone."""


def test_whoever_is_sent_on_has_not_hung_up() -> None:
    """One is told at once that too many wait; the other is sent to the voicemail box after half a minute."""
    story = FloorStory(overflowing())
    for line in """\
        0    AsteriskSeen
        0    LogIn bob 202
        1    CallArrived call-1 200 -
        2    CallArrived call-2 200 -
        3    PlaybackEnded c1-2-p1
        4    LegVanished call-2 16
        31   TimePassed
        40   LegVanished call-1 16""".splitlines():
        at_s, text = line.split(maxsplit=1)
        story.hear(float(at_s), text)
    entries = [Entry(at=outcome.at, facts=outcome.facts) for outcome in story.outcomes]
    found = [(one.contact, one.waited_s, one.result) for one in visits(entries)]
    assert found == [("c1-2", 0.0, Result.SENT_ON), ("c1-1", 30.0, Result.SENT_ON)]
    assert abandonment_rate(visits(entries)) == 0.0


@pytest.mark.parametrize(
    ("deeds", "waited_s", "result"),
    [
        (("3 KeyPressed call-1 4", "5 LegVanished call-1 16"), 2.0, Result.ABANDONED),
        (("601 TimePassed", "602 LegVanished call-1 16"), 600.0, Result.ABANDONED),
        ((*SPEAKS, "20 RecordingEnded acd-1767607201-c1-1 1"), 2.0, Result.ABANDONED),
        ((*SPEAKS, "20 RecordingEnded acd-1767607201-c1-1 failed=true"), 2.0, Result.SENT_ON),
    ],
    ids=[
        "before the tone",
        "sent to the box, and before the tone",
        "without a word",
        "into Asterisk's own box",
    ],
)
def test_whoever_chooses_to_leave_a_message_and_leaves_none_has_abandoned(
    deeds: tuple[str, ...], waited_s: float, result: Result
) -> None:
    story = FloorStory(leaving_messages())
    for line in ("0 AsteriskSeen", "0 GoNotReady night break", "1 CallArrived call-1 200 -", *deeds):
        at_s, text = line.split(maxsplit=1)
        story.hear(float(at_s), text)
    entries = [Entry(at=outcome.at, facts=outcome.facts) for outcome in story.outcomes]
    assert [(one.waited_s, one.result) for one in visits(entries)] == [(waited_s, result)]


def test_a_message_that_was_left_is_no_abandonment() -> None:
    """It has stood in the line twice: until the caller turned to the box, and as a message, until somebody
    listens.
    """
    story = FloorStory(leaving_messages())
    for line in (
        "0 AsteriskSeen",
        "0 GoNotReady night break",
        "0 LogIn bob 202",
        "1 CallArrived call-1 200 -",
        *SPEAKS,
        "20 RecordingEnded acd-1767607201-c1-1 9",
        "21 LegVanished call-1 16",
        "30 GoReady bob",
        "30 TimePassed",
        "31 LegSeen o1-2-leg",
        "31 LegAnswered o1-2-leg",
        "40 KeyPressed o1-2-leg 1",
    ):
        at_s, text = line.split(maxsplit=1)
        story.hear(float(at_s), text)
    entries = [Entry(at=outcome.at, facts=outcome.facts) for outcome in story.outcomes]
    found = [(one.waited_s, one.result) for one in visits(entries)]
    assert found == [(2.0, Result.SENT_ON), (11.0, Result.ANSWERED)]


def test_who_takes_the_place_along_has_neither_hung_up_nor_come_twice() -> None:
    """The callback is withdrawn; the visit of the call that has the place counts."""
    story = FloorStory(ringing_again())
    for line in """\
        0    AsteriskSeen
        0    GoNotReady night break
        1    CallArrived call-1 200 +436601111111
        2    KeyPressed call-1 1
        3    LegVanished call-1 16
        9    CallArrived call-2 200 +436601111111
        10   KeyPressed call-2 1
        12   LegVanished call-2 16""".splitlines():
        at_s, text = line.split(maxsplit=1)
        story.hear(float(at_s), text)
    entries = [Entry(at=outcome.at, facts=outcome.facts) for outcome in story.outcomes]
    found = [(one.contact, one.waited_s, one.result) for one in visits(entries)]
    assert found == [("c1-1", 9.0, Result.WITHDRAWN), ("c1-2", 2.0, Result.ABANDONED)]
    assert abandonment_rate(visits(entries)) == 1.0


@pytest.mark.parametrize(
    ("last", "result"),
    [
        ("30 CancelCallback c1-1 boss", Result.UNREACHED),
        ("100000 TimePassed", Result.UNREACHED),
    ],
)
def test_whoever_is_to_be_called_back_has_not_abandoned_whatever_comes_of_it(
    last: str, result: Result
) -> None:
    """The caller presses the key, hangs up during the thanks, and is cancelled, or given up in the end."""
    story = FloorStory(calling_back())
    for line in ("0 AsteriskSeen", *CALLER_WHO_HANGS_UP_TO_BE_CALLED_BACK, last):
        at_s, text = line.split(maxsplit=1)
        story.hear(float(at_s), text)
    entries = [Entry(at=outcome.at, facts=outcome.facts) for outcome in story.outcomes]
    found = visits(entries)
    assert [one.result for one in found] == [result]
    assert abandonment_rate(found) == 0.0


def test_a_customer_who_was_called_back_has_waited_until_he_or_she_answered() -> None:
    """Bob answers at 6 s, the customer at 9."""
    story = FloorStory(calling_back())
    for line in ("0 AsteriskSeen", "0 LogIn bob 202", *CALLER_WHO_HANGS_UP_TO_BE_CALLED_BACK, *CALLED_BACK):
        at_s, text = line.split(maxsplit=1)
        story.hear(float(at_s), text)
    entries = [Entry(at=outcome.at, facts=outcome.facts) for outcome in story.outcomes]
    assert [(one.waited_s, one.result) for one in visits(entries)] == [(8.0, Result.ANSWERED)]


CALLER_WHO_HANGS_UP_TO_BE_CALLED_BACK = (
    "0 GoNotReady night break",
    "1 CallArrived call-1 200 +436601111111",
    "3 KeyPressed call-1 1",
    "4 LegVanished call-1 16",
)
CALLED_BACK = (
    "5 GoReady bob",
    "5 LegSeen o1-2-leg",
    "6 LegAnswered o1-2-leg",
    "7 PlaybackEnded o1-2-b",
    "8 LegSeen c1-1-d1",
    "8 LegRang c1-1-d1",
    "9 LegAnswered c1-1-d1",
    "9 LegJoined c1-1-d1 o1-2-bridge",
    "9 LegJoined o1-2-leg o1-2-bridge",
    "50 LegVanished c1-1-d1 16",
)


def test_who_is_called_back_and_leaves_the_line_without_an_agent_has_abandoned() -> None:
    """The customer is called first, presses the key, and nobody is there any more."""
    story = FloorStory(customer_first())
    for line in (
        "0 AsteriskSeen",
        "0 GoNotReady night break",
        "0 LogIn bob 202",
        "1 CallArrived call-1 300 +436601234567",
        "2 LegVanished call-1 16",
        "3 GoReady bob",
        "3.1 LegSeen c1-1-d1",
        "3.2 LegRang c1-1-d1",
        "4 GoNotReady bob break",
        "5 LegAnswered c1-1-d1",
        "6 KeyPressed c1-1-d1 1",
        "9 LegVanished c1-1-d1 16",
    ):
        at_s, text = line.split(maxsplit=1)
        story.hear(float(at_s), text)
    entries = [Entry(at=outcome.at, facts=outcome.facts) for outcome in story.outcomes]
    assert [(one.waited_s, one.result) for one in visits(entries)] == [(8.0, Result.ABANDONED)]
