"""`acd explain`: the story of a contact, live and ended."""

import re
import time
import typing
from collections.abc import Iterator
from datetime import UTC, datetime

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from acd.cli.explain import conclusion, timeline
from acd.core.explain import NotYet, Suitable
from acd.core.traffic import Full
from acd.model.fact import Fact, KeyMissed
from acd.model.ids import AgentId, ContactId, LegId, NodeId, QueueId
from acd.model.message import AsteriskLost, KeyPressed, PlaybackEnded
from acd.model.promise import AT_ONCE
from acd.runtime.ports import Entry
from acd.telling.facts import sentence
from acd.telling.names import Names
from acd.telling.waiting import why_not_yet
from acd.web.bodies import Explanation
from tests.cli.conftest import Acd
from tests.store.strategies import values_of
from tests.support.calls import DIRECT, MENU, answered, call, declined, hung_up, ringing, spoken
from tests.support.rehearsal import Rehearsal

MOMENT = re.compile(r"\d\d:\d\d:\d\d\.\d  ")
SECONDS = re.compile(r"\b\d+(\.\d)? s\b")


def story(told: str) -> list[str]:
    """The lines without what depends on when and how fast they are told."""
    return [SECONDS.sub("N s", MOMENT.sub("", line)).strip() for line in told.splitlines()]


def test_a_story_from_the_first_ring_to_the_end(acd: Acd, rehearsal: Rehearsal) -> None:
    acd("agent", "login", "201", "desk1")
    acd("agent", "ready", "201")
    rehearsal.hear(
        call(MENU),
        KeyPressed(leg=LegId("call-1"), key="7"),
        PlaybackEnded(playback=spoken("c1-1", 2)),
        KeyPressed(leg=LegId("call-1"), key="1"),
        *ringing("o1-2"),
        *answered("o1-2"),
        hung_up(),
        hung_up("o1-2-leg"),
    )
    acd("agent", "endwrap", "201")
    told = story(acd("explain", "c1-1").out)
    assert re.fullmatch(r"\w+, \d{4}-\d\d-\d\d \(\w+\)", told[0])
    assert told[1:] == [
        "A call from +4366412345678 to 5551000, in hours: flow main of company version 1.",
        "The caller hears “menu” (menu).",
        "The caller pressed 7, which means nothing here (menu).",
        "The caller hears “again” (menu).",
        "The caller hears “menu” (menu).",
        "The caller chose 1 (menu).",
        "The way leads to Sales.",
        "Takes a place in Sales; an agent needs selling 3 or more.",
        "Expected wait: none: somebody is free.",
        "Offered to Anna (201) at phone desk1.",
        "It had waited N s.",
        "Candidates, best first: Anna (201) level 8, idle N s.",
        "There was nobody else.",
        "Left out: lacks a skill or its level (1), logged out (1).",
        "The phone of Anna (201) rings.",
        "Anna (201) answered.",
        "Caller and Anna (201) are brought together.",
        "The wait was over after N s.",
        "Caller and Anna (201) hear each other.",
        "The talk with Anna (201) is over: the caller hung up.",
        "The call is over, and was served.",
        "Anna (201) is in wrap-up.",
        "",
        "It is over.",
    ]


@pytest.fixture
def in_kathmandu(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Local time is 5:45 before UTC."""
    with monkeypatch.context() as elsewhere:
        elsewhere.setenv("TZ", "Asia/Kathmandu")
        time.tzset()
        yield
    time.tzset()


@pytest.mark.usefixtures("in_kathmandu")
def test_moments_are_local_to_the_tenth_and_each_day_is_named_once() -> None:
    evening = datetime(2026, 1, 5, 18, 14, 59, 970_000, tzinfo=UTC).timestamp()
    entries = tuple(
        Entry(at=evening + later_s, facts=(KeyMissed(contact=ContactId("c1-1"), node=NodeId("menu")),))
        for later_s in (0, 0.04, 1)
    )
    found = Explanation(contact="c1-1", entries=entries, now=None, not_yet=None, agents={}, queues={})
    told = timeline(found, Names(agents={}, queues={}), lines=False)
    assert [moment for moment, _ in told if moment] == ["23:59:59.9", "00:00:00.0", "00:00:00.9"]
    days = [what for moment, what in timeline(found, Names(agents={}, queues={}), lines=False) if not moment]
    assert [day.partition(" (")[0] for day in days] == ["Monday, 2026-01-05", "Tuesday, 2026-01-06"]


def test_what_a_newer_version_noted_is_said_to_be_there() -> None:
    entry = Entry(
        at=0.0,
        facts=(KeyMissed(contact=ContactId("c1-1"), node=NodeId("menu")),),
        unread=("CallbackOffered",),
    )
    found = Explanation(contact="c1-1", entries=(entry,), now=None, not_yet=None, agents={}, queues={})
    told = [what for _, what in timeline(found, Names(agents={}, queues={}), lines=False)]
    assert told[1:] == [
        "The caller pressed no key in time (menu).",
        "  Beside it a newer version noted CallbackOffered, which this one does not understand.",
    ]
    assert msgspec.json.decode(msgspec.json.encode(found), type=Explanation) == found


def test_who_could_take_a_waiting_call_and_why_nobody_does_yet(acd: Acd, rehearsal: Rehearsal) -> None:
    acd("agent", "login", "201", "desk1")
    rehearsal.hear(call(DIRECT), call(DIRECT, leg="call-2"))
    told = story(acd("explain", "c1-2").out)
    now = told[told.index("") + 1 :]
    assert now == [
        "Now: it has waited N s in Repairs; 1 contact ahead. "
        "An agent needs fixing 2 or more (company version 1).",
        "Of 3 agents: serves other queues (2), not ready: logged in (1).",
        "Anna (201) could take it: not ready: logged in for N s.",
        "The rest of its wait: we cannot say, for nobody who could take it is at work.",
    ]


def test_that_asterisk_does_not_hear_us_is_a_reason_to_wait(acd: Acd, rehearsal: Rehearsal) -> None:
    rehearsal.hear(call(DIRECT), AsteriskLost())
    assert "Nothing is offered to anybody: Asterisk does not hear us." in acd("explain", "c1-1").out


def test_offers_that_failed_and_what_became_of_the_agent(acd: Acd, rehearsal: Rehearsal) -> None:
    acd("agent", "login", "201", "desk1")
    acd("agent", "ready", "201")
    rehearsal.hear(call(DIRECT), *ringing("o1-2"), declined("o1-2", cause=21))
    told = story(acd("explain", "c1-1").out)
    assert "Anna (201) rejected the call." in told
    assert "Anna (201) could take it: resting after a failed offer for N s, N s more at most." in told


def test_a_ringing_phone_is_the_reason_to_wait(acd: Acd, rehearsal: Rehearsal) -> None:
    acd("agent", "login", "201", "desk1")
    acd("agent", "ready", "201")
    rehearsal.hear(call(DIRECT), *ringing("o1-2"))
    assert story(acd("explain", "c1-1").out)[-1] == "The phone of Anna (201) is rung for it."


def test_neighbours_are_left_out_of_the_story(acd: Acd, rehearsal: Rehearsal) -> None:
    """Anna is offered the second in the moment in which her phone lets go of the first, who has left."""
    acd("agent", "login", "201", "desk1")
    acd("agent", "ready", "201")
    rehearsal.hear(call(DIRECT), *ringing("o1-2"), call(DIRECT, leg="call-2", caller="+4912345"))
    rehearsal.hear(hung_up(), hung_up("o1-2-leg"))
    first, second = (story(acd("explain", contact).out) for contact in ("c1-1", "c1-3"))
    assert [line for line in first if "ffer" in line] == [
        "Offered to Anna (201) at phone desk1.",
        "The offer to Anna (201) was taken back: the caller left.",
    ]
    assert [line for line in second if "ffer" in line] == ["Offered to Anna (201) at phone desk1."]
    assert not any("abandoned" in line for line in second)


def test_lines_are_shown_to_who_asks_for_them(acd: Acd, rehearsal: Rehearsal) -> None:
    rehearsal.hear(call(DIRECT), hung_up())
    assert "line ended" not in acd("explain", "c1-1").out
    told = story(acd("explain", "c1-1", "--lines").out)
    assert "The caller's line ended, cause 16." in told
    assert "The caller hung up while waiting: abandoned." in told


def test_where_a_live_contact_is(acd: Acd, rehearsal: Rehearsal) -> None:
    rehearsal.hear(call(MENU))
    assert story(acd("explain", "c1-1").out)[-1] == "Now: menu; here for N s."


def test_without_the_database_the_reasons_to_wait_are_told_and_the_gap_is_named(
    acd: Acd, rehearsal: Rehearsal
) -> None:
    rehearsal.hear(call(DIRECT))
    rehearsal.service.journal.away = True
    ran = acd("explain", "c1-1")
    assert ran.code == 0
    assert ran.out.startswith("The database does not answer")
    assert "Now: it has waited" in ran.out
    ended = acd("explain", "c1-9")
    assert (ended.code, ended.out) == (1, "")
    assert "Ask again" in ended.err


def test_an_unknown_contact_is_named(acd: Acd) -> None:
    ran = acd("explain", "c9-9")
    assert (ran.code, ran.out) == (2, "")
    known = "`acd status` names those that are live, the service's log all of them.\n"
    assert ran.err == f"There is no contact c9-9; {known}"
    ran = acd("explain", "o9-9")
    assert ran.err == f"There is no contact o9-9 (a contact is such as c7-12); {known}"


def test_for_scripts_the_facts_themselves(acd: Acd, rehearsal: Rehearsal) -> None:
    rehearsal.hear(call(DIRECT))
    found = acd("explain", "c1-1", "--json").json
    assert found["entries"][0]["facts"][0]["type"] == "ContactArrived"
    assert found["not_yet"]["queue"] == "repairs"


@pytest.mark.parametrize("kind", typing.get_args(Fact))
def test_every_fact_is_one_sentence_that_names_its_agent(kind: type) -> None:
    @given(st.data())
    def has_one(data: st.DataObject) -> None:
        fact = data.draw(values_of(kind))
        if "agent" in fact.__struct_fields__:
            fact = msgspec.structs.replace(fact, agent="201")
        said = sentence(fact, Names(agents={"201": "Anna"}, queues={}))
        assert said.endswith(".")
        assert ("Anna (201)" in said) == ("agent" in fact.__struct_fields__)

    has_one()


def test_of_many_who_could_take_it_only_some_are_named() -> None:
    agent = Suitable(agent=AgentId("201"), obstacle="logged out")
    reasons = NotYet(
        contact=ContactId("c1-1"),
        queue=QueueId("sales"),
        needs=(),
        waited_s=61.0,
        order_key=0.0,
        ahead=0,
        ringing=None,
        excluded={"logged out": 7},
        suitable=(agent, agent, agent, agent, agent),
        suitable_in_all=7,
        policy_version=1,
        connected=True,
    )
    told = list(why_not_yet(reasons, Names(agents={}, queues={})))
    assert told[0].startswith("Now: it has waited 1:01 min in sales; nobody ahead. An agent needs no skill")
    assert told[-1] == "  2 others could take it and are no nearer."


@pytest.mark.parametrize("full", list(Full))
def test_somebody_free_ends_no_wait_for_a_line(full: Full) -> None:
    reasons = NotYet(
        contact=ContactId("c1-1"),
        queue=QueueId("sales"),
        needs=(),
        waited_s=61.0,
        order_key=0.0,
        ahead=0,
        ringing=None,
        excluded={},
        suitable=(),
        suitable_in_all=0,
        policy_version=1,
        connected=True,
    )
    waits = Explanation(
        contact="c1-1", entries=(), now=None, not_yet=reasons, expected=AT_ONCE, agents={}, queues={}
    )
    names = Names(agents={}, queues={})
    assert list(conclusion(waits, names))[-1].startswith("The rest of its wait: none")
    stuck = msgspec.structs.replace(waits, not_yet=msgspec.structs.replace(reasons, full=full))
    assert "The rest of its wait" not in "".join(conclusion(stuck, names))
