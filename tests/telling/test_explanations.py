"""Reasons in sentences: why this agent, why not yet, what comes next, what would help."""

import time
from collections.abc import Iterator

import msgspec
import pytest

from acd.core.explain import ForOne, Nearly, Next, NotYet, Remedies, Shortage, Stage, Suitable
from acd.model.about import HeadStart
from acd.model.contact import Because, LongLine, MeantFor
from acd.model.fact import PersonBack
from acd.model.ids import AgentId, ContactId, QueueId, RegionId, SkillId
from acd.model.needs import all_of, any_of
from acd.model.queue import Excess, ToVoicemail
from acd.model.why import Candidate, Decider, Instead, PassedOver, Why
from acd.telling.facts import sentence
from acd.telling.names import Names
from acd.telling.reasons import because
from acd.telling.waiting import why_not_yet

EVA, BOB, JOE = AgentId("205"), AgentId("202"), AgentId("207")
SALES = QueueId("sales")
NAMES = Names(agents={EVA: "Eva", BOB: "Bob", JOE: "Joe"}, queues={SALES: "Sales", "repairs": "Repairs"})
HUNGARIAN = all_of({SkillId("hungarian"): 5})
MORNING, NOON = 1_767_607_200.0, 1_767_614_400.0

WHY = Why(
    queue=SALES,
    needs=HUNGARIAN,
    ring=0,
    region=None,
    order_key=0.0,
    waited_s=16.8,
    candidates=(Candidate(agent=BOB, proficiency=8, idle_s=3.0),),
    decided_by=Decider.ALONE,
    excluded={},
    ahead=0,
    policy_version=1,
)
NOT_YET = NotYet(
    contact=ContactId("c1-1"),
    queue=SALES,
    needs=HUNGARIAN,
    waited_s=41.0,
    order_key=0.0,
    ahead=0,
    ringing=None,
    excluded={"on a call": 1, "not ready: Break": 1},
    suitable=(
        Suitable(agent=EVA, obstacle="on a call", for_s=185.0),
        Suitable(agent=BOB, obstacle="not ready: Break", for_s=744.0),
    ),
    suitable_in_all=2,
    policy_version=3,
    connected=True,
)


@pytest.fixture(autouse=True)
def in_utc(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    with monkeypatch.context() as elsewhere:
        elsewhere.setenv("TZ", "UTC")
        time.tzset()
        yield
    time.tzset()


def why(**changes: object) -> list[str]:
    return list(because(msgspec.structs.replace(WHY, **changes), NAMES))


def not_yet(**changes: object) -> list[str]:
    return list(why_not_yet(msgspec.structs.replace(NOT_YET, **changes), NAMES))


def test_the_shortest_reason() -> None:
    assert why() == [
        "It had waited 16.8 s.",
        "Candidates, best first: Bob (202) level 8, idle 3.0 s.",
        "There was nobody else.",
    ]


def test_what_decides_among_equals_is_said_as_it_is() -> None:
    assert why(decided_by=Decider.ID)[-1] == (
        "They were equal in everything: their numbers decided, read as text (1000 before 999)."
    )


def test_head_starts_are_named_and_so_is_their_limit() -> None:
    starts = (HeadStart(reason="VIP", seconds=60.0), HeadStart(reason="Cable cut", seconds=30.0))
    assert why(earlier_s=90.0, head_starts=starts)[1] == (
        "Served 90 s earlier than its arrival says: VIP 60 s, Cable cut 30 s."
    )
    assert why(earlier_s=70.0, head_starts=starts)[1].endswith(
        "Cable cut 30 s, as much as the company allows."
    )


@pytest.mark.parametrize(
    ("passed", "told"),
    [
        (
            PassedOver(agent=EVA, because=Instead.ABSENT, reason="Ill", since=MORNING, until=NOON),
            "Eva (205) is absent since 2026-01-05 10:00, until 2026-01-05 12:00 (Ill): substitutes take it.",
        ),
        (
            PassedOver(agent=EVA, because=Instead.ABSENT, reason="Holiday"),
            "Eva (205) is absent, until further notice (Holiday): substitutes take it.",
        ),
        (
            PassedOver(agent=EVA, because=Instead.OVERLOADED),
            "Eva (205) has too much to do: substitutes take it.",
        ),
        (
            PassedOver(agent=EVA, because=Instead.TIME_UP),
            "Eva (205) has not taken it in time: substitutes take it.",
        ),
        (
            PassedOver(agent=EVA, because=Instead.LOGGED_OUT),
            "Eva (205) is not logged in: substitutes take it.",
        ),
        (
            PassedOver(agent=EVA, because=Instead.LONG_LINE, line=LongLine(waited_s=8.25, limit_s=6.0)),
            "Eva (205) had let somebody wait for too long (8.2 s; at most 6.0 s): substitutes take it.",
        ),
    ],
)
def test_every_hand_over_tells_why(passed: PassedOver, told: str) -> None:
    meant = MeantFor(agent=EVA, because=Because.LAST_AGENT, until=NOON)
    assert why(meant_for=meant, passed_over=(passed,))[1:3] == [
        "It is meant for Eva (205): talked with the customer last.",
        told,
    ]


def test_ring_region_and_what_somebody_stands_in_for() -> None:
    told = why(ring=1, region=RegionId("north"), stands_in_for=(SkillId("hungarian"), SkillId("refund")))
    assert told[1:4] == [
        "Stands in for hungarian and refund.",
        "Ring 2 was open: hungarian 5 or more.",
        "The customer's region: north.",
    ]


def test_the_example_of_two_with_hungarian() -> None:
    ring = Stage(what=Next.RING, in_s=20.5, ring=1, adds=4, adds_there=3, first=(JOE, BOB))
    leaves = Stage(what=Next.LEAVES, in_s=130.0, ring=1, to=ToVoicemail(box="100"), because=Excess.WAITED)
    assert not_yet(rings=2, stages=(ring, leaves)) == [
        "Now: it has waited 41.0 s in Sales, ring 1 of 2; nobody ahead. An agent needs hungarian 5 or more "
        "(company version 3).",
        "Of 2 agents: not ready: Break (1), on a call (1).",
        "  Eva (205) could take it: on a call for 3 min.",
        "  Bob (202) could take it: not ready: Break for 12 min.",
        "What comes next, if nobody comes or goes:",
        "  In 20 s ring 2 opens and adds 4 agents, 3 of them logged in: Joe (207), Bob (202) ….",
        "  In 2 min it leaves the queue for voicemail box 100: it has waited too long.",
    ]


def test_who_waits_for_one_person_is_told_of_it_and_of_the_steps_to_come() -> None:
    absent = PassedOver(agent=EVA, because=Instead.ABSENT, reason="Ill")
    told = not_yet(
        for_one=ForOne(
            agent=EVA, because=Because.ASKED_FOR, with_substitutes=False, passed_over=absent, takers=(BOB,)
        ),
        stages=(
            Stage(what=Next.SUBSTITUTES, in_s=0.0, ring=0),
            Stage(what=Next.QUEUE, in_s=7300.0, ring=0, adds=1, first=(JOE,)),
        ),
        suitable=(),
        suitable_in_all=0,
    )
    assert told[1:4] == [
        "It is meant for Eva (205): asked for by name or number.",
        "Eva (205) is absent, until further notice (Ill): substitutes take it.",
        "It may go to Bob (202).",
    ]
    assert told[-2:] == [
        "  At once the substitutes may take it, too, which adds nobody.",
        "  In 2 h everybody in the queue may take it, which adds 1 agent, none of them logged in: Joe (207).",
    ]


def test_who_is_kept_back_rests_or_is_asked_for_a_key_is_told() -> None:
    kept = Suitable(agent=EVA, obstacle="kept for callers of another queue", keeper=QueueId("repairs"))
    rests = Suitable(agent=BOB, obstacle="resting after a failed offer", for_s=2.0, ends_in_s=3.0)
    assert not_yet(suitable=(kept, rests))[2:] == [
        "  Eva (205) could take it: kept for callers of another queue (Repairs).",
        "  Bob (202) could take it: resting after a failed offer for 2 s, 3 s more at most.",
    ]
    assert not_yet(ringing=EVA)[-1] == "The phone of Eva (205) is rung for it."
    assert not_yet(ringing=EVA, confirming=True)[-1] == (
        "The phone of Eva (205) was answered; a key is awaited."
    )


def test_what_would_help_when_nobody_has_it_at_all() -> None:
    remedies = Remedies(
        shortages=(Shortage(need=HUNGARIAN[0], have=0, there=0),),
        nearly=(
            Nearly(agent=BOB, lacks=HUNGARIAN, there=True),
            Nearly(agent=JOE, lacks=HUNGARIAN, there=False),
        ),
        has_way_out=False,
    )
    assert not_yet(suitable=(), suitable_in_all=0, remedies=remedies)[2:] == [
        "Nobody who is logged in could take it, now or later.",
        "Nobody in the company has hungarian 5 or more.",
        "It would help if Bob (202) had hungarian 5.",
        "It would help if Joe (207) had hungarian 5, and logged in.",
        "It would help if Sales had an overflow for callers whom nobody can serve: this one would have gone "
        "there.",
    ]


def test_what_would_help_when_those_who_have_it_are_at_home() -> None:
    either = any_of({SkillId("german"): 5, SkillId("english"): 7})
    remedies = Remedies(
        shortages=(Shortage(need=HUNGARIAN[0], have=1, there=0), Shortage(need=either[0], have=3, there=1)),
        nearly=(),
        has_way_out=True,
    )
    home = Suitable(agent=EVA, obstacle="logged out", for_s=200_000.0)
    assert not_yet(suitable=(home,), suitable_in_all=1, remedies=remedies)[2:] == [
        "  Eva (205) could take it: logged out for 2 days.",
        "Nobody who is logged in could take it, now or later.",
        "1 agent has hungarian 5 or more, and is not logged in.",
        "It would help if Eva (205) logged in.",
    ]


def test_a_person_who_is_back_is_waited_for_until_a_moment_that_is_told() -> None:
    back = PersonBack(contact=ContactId("c1-1"), agent=EVA, until=MORNING + 20.0)
    assert sentence(back, NAMES) == "Eva (205) is back: the caller waits for Eva (205) again, until 10:00:20."
