"""What became of callers who were meant for one person: that person, substitutes, stand-ins, the queue."""

import msgspec
import pytest

from acd.core.floor import Floor
from acd.model.contact import Because, Ending, MeantFor
from acd.model.fact import ContactEnded, PersonBack, PersonGivenUp, PlaceTaken
from acd.model.ids import AgentId, ContactId
from acd.model.policy import Policy
from acd.simulate.figures import RunFigures
from acd.simulate.report import report
from acd.simulate.runs import run_once
from acd.simulate.schema import Habits, Poisson, Scenario, Stream
from acd.simulate.tally import Meant, Tally
from acd.simulate.words import findings
from acd.simulate.world import Setting
from tests.core.small_company import SALES, agent
from tests.core.story_companies import SELLING, one_person
from tests.simulate.floors import fixed

AWAY, HOME = Habits(breaks=("00:00-24:00",)), Habits(shifts=())
THERE = Habits()


def scenario(patience_s: float | None = None, **habits: Habits) -> Scenario:
    """A customer whom Bob looks after calls now and then: 10 s he is for him, 10 s for Joe, too."""
    stream = Stream(number="200", callers=("+361",), arrivals=Poisson(per_hour=6), handle=fixed(30.0))
    if patience_s is not None:
        stream = msgspec.structs.replace(stream, patience=fixed(patience_s))
    return Scenario(
        scenario="test", starts="2026-01-05 10:00", hours=4.0, streams={"c": stream}, habits=habits
    )


def of_bob(policy: Policy | None = None, patience_s: float | None = None, **habits: Habits) -> RunFigures:
    """What comes of these callers."""
    return run_once(Setting(policy=policy or one_person(), scenario=scenario(patience_s, **habits)), 1, 0)


@pytest.mark.parametrize(
    ("habits", "patience_s", "end", "after_s"),
    [
        ({"bob": THERE, "joe": THERE, "eva": THERE}, None, Meant.PERSON, 0.0),
        ({"bob": AWAY, "joe": THERE, "eva": THERE}, None, Meant.SUBSTITUTE, 10.0),
        ({"bob": AWAY, "joe": AWAY, "eva": THERE}, None, Meant.QUEUE, 20.0),
        ({"bob": AWAY, "joe": AWAY, "eva": THERE}, 5.0, Meant.HUNG_UP, 5.0),
        ({"bob": AWAY, "joe": AWAY, "eva": THERE}, 15.0, Meant.HUNG_UP, 15.0),
        ({"bob": AWAY, "joe": AWAY, "eva": AWAY}, 25.0, Meant.HUNG_UP_LATER, 25.0),
        ({"bob": AWAY, "joe": AWAY, "eva": AWAY}, None, Meant.ELSEWHERE, None),
    ],
)
def test_each_end_of_a_caller_for_one_person_is_counted(
    habits: dict[str, Habits], patience_s: float | None, end: Meant, after_s: float | None
) -> None:
    found = of_bob(None, patience_s, **habits)
    shares = {each: found.meant[f"share.{each}"] for each in Meant}
    assert shares == {each: float(each is end) for each in Meant}
    if after_s is not None:
        assert found.meant[f"wait_s.{end}"] == pytest.approx(after_s)


def test_stand_ins_are_counted_for_those_meant_for_one_person_and_for_all() -> None:
    policy = one_person()
    ann = agent("ann", SALES)
    agents = {**policy.agents, AgentId("ann"): ann}
    policy = msgspec.structs.replace(policy, agents=agents, stand_ins={SELLING: (AgentId("ann"),)})
    found = of_bob(policy, bob=HOME, joe=HOME, eva=HOME, ann=THERE)
    assert found.meant["share.stand_in"] == 1.0
    assert found.overall["stood_in"] == 1.0
    assert of_bob(bob=THERE).overall["stood_in"] == 0.0


def test_who_hangs_up_while_waiting_for_a_person_who_is_back_has_not_done_so_later() -> None:
    caller, bob = ContactId("c1-1"), AgentId("bob")
    meant = MeantFor(agent=bob, because=Because.OWNER, until=10.0)
    tally = Tally(["c"], begins_at=0.0, ends_at=100.0)
    tally.meet(caller, "c", counts=tally.call("c", 0.0, blocked=False))
    tally.read(
        (
            PlaceTaken(contact=caller, queue=SALES, needs=(), order_key=0.0, meant_for=meant),
            PersonGivenUp(contact=caller, agent=bob, substitutes=False, skipped=True),
            PersonBack(contact=caller, agent=bob, until=20.0),
            ContactEnded(contact=caller, ending=Ending.ABANDONED),
        ),
        5.0,
        Floor(one_person(), 1),
    )
    assert tally.streams["c"].meant == {Meant.HUNG_UP: 1}


def test_nobody_was_meant_for_one_person() -> None:
    policy = msgspec.structs.replace(one_person(), customers={})
    assert of_bob(policy, bob=THERE).meant == {}


def test_the_report_says_what_became_of_them_and_leaves_out_what_became_of_nobody() -> None:
    made = scenario(bob=AWAY, joe=THERE)
    result = report(made, "test", 1, [of_bob(bob=AWAY, joe=THERE)])
    assert "Callers for one person: answered by a substitute 100.00 %, after 10.00 s." in list(
        findings(result)
    )
