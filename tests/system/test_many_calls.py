"""More callers than agents, all at once."""

from acd.testing.call_centre import CallCentre
from tests.system.scene import OFFICE, a_number, ending_of

AGENTS = {"201": "desk1", "202": "desk2", "204": "desk3", "205": "desk4"}
CALLERS, LINES = 5, 4


def test_twenty_callers_and_four_agents_all_served_in_order(centre: CallCentre) -> None:
    desks = {agent: centre.agent(agent, desk) for agent, desk in AGENTS.items()}
    for desk in desks.values():
        desk.auto_answer()
    callers = [centre.caller(name=f"caller {n}") for n in range(CALLERS)]
    seen = before = centre.last_seq()
    calls = [caller.call(OFFICE, caller_id=a_number()) for caller in callers for _ in range(LINES)]
    for _ in calls:
        joined = centre.wait_fact("TalkJoined", after=seen)
        seen = joined.seq
        desks[joined.fields["agent"]].calls[-1].hang_up()
    for call in calls:
        call.wait_ended()
    queued = [fact.fields["contact"] for fact in centre.facts("PlaceTaken", after=before)]
    offered = [fact.fields["contact"] for fact in centre.facts("OfferOpened", after=before)]
    assert len(queued) == len(calls)
    assert offered == queued
    assert {ending_of(centre, contact) for contact in queued} == {"served"}
    assert all(desk.calls for desk in desks.values())
