"""The loop: persist before perform, let go at once, lose nothing, answer only what is committed."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import suppress

import msgspec
import pytest

from acd.core.changeover import new_agent
from acd.core.engine import Engine
from acd.core.floor import Floor
from acd.model.agent import PhoneState
from acd.model.command import CreateLeg, EndLeg, Join, Ring, StartMusic
from acd.model.fact import AgentBecameReady, AgentLoggedIn, ContactEnded
from acd.model.ids import AgentId, LegId, OfferId, PhoneId, agent_leg_of
from acd.model.message import (
    AsteriskSeen,
    CallArrived,
    GoReady,
    Heard,
    LegAnswered,
    LegRang,
    LegSeen,
    LegVanished,
    LogIn,
    PhoneSeen,
)
from acd.model.outcome import Done, Outcome, Refused
from acd.runtime import loop as loop_room
from acd.runtime.clock import WallClock
from acd.runtime.loop import INBOX_LIMIT, InboxFull, Loop
from acd.runtime.ports import LeadershipLost
from tests.core.small_company import SALES, company
from tests.support.memory_journal import MemoryJournal
from tests.support.noting_performer import NotingPerformer
from tests.support.until import Changing

EVA, BOB = AgentId("eva"), AgentId("bob")
CALL = LegId("call-1")
TO_EVA = agent_leg_of(OfferId("o1-2"))
"""The leg to Eva's phone, for the first contact of all."""
SOON_S = 10.0
"""Much more than what is urgent takes, and much less than what waits for company would wait."""


class Scene(Changing):
    """A loop that runs, in the small company; Asterisk is connected."""

    def __init__(self, *, ring_s: float = 15.0) -> None:
        super().__init__()
        sales = msgspec.structs.replace(company().queues[SALES], ring_s=ring_s)
        lines = {**company().queues, SALES: sales}
        floor = Floor(company(queues=lines), epoch=1)
        self.clock = WallClock()
        for agent in (EVA, BOB):
            floor.put(new_agent(agent, self.clock.now()))
        self.journal = MemoryJournal()
        self.performer = NotingPerformer()
        self.decided: list[Outcome] = []
        self.loop = Loop(Engine(floor), self.journal, self.performer, self.clock, observers=(self.observe,))
        self.loop.tell(AsteriskSeen(asked_at=self.clock.now(), legs=(), bridges=()))

    def observe(self, outcome: Outcome) -> None:
        self.decided.append(outcome)
        self.change()

    async def decide(self, *messages: Heard) -> None:
        """Let the engine take messages; what comes of them need not be committed."""
        count = len(self.decided) + self.loop.backlog + len(messages)
        for message in messages:
            self.loop.tell(message)
        await self.until(lambda: len(self.decided) >= count)

    async def idle(self) -> None:
        """Let happen what would happen by itself at this moment."""
        for _ in range(10):
            await asyncio.sleep(0)

    async def eva_is_ready(self) -> None:
        await self.loop.ask(LogIn(agent=EVA, phone=PhoneId("201")))
        await self.loop.ask(GoReady(agent=EVA))

    async def eva_is_rung(self) -> None:
        await self.eva_is_ready()
        call = CallArrived(leg=CALL, did="200", caller=None)
        await self.decide(call, LegSeen(leg=TO_EVA), LegRang(leg=TO_EVA))


Begin = Callable[..., Scene]


@pytest.fixture
async def begin() -> AsyncIterator[Begin]:
    """Begins a scene: its loop runs until the test is over."""
    running: list[asyncio.Task[None]] = []

    def begun(**settings: float) -> Scene:
        scene = Scene(**settings)
        running.append(asyncio.create_task(scene.loop.run()))
        return scene

    yield begun
    for task in running:
        task.cancel()
        with suppress(asyncio.CancelledError, LeadershipLost):
            await task


async def test_what_takes_hold_is_performed_after_its_commit_and_not_before(begin: Begin) -> None:
    scene = begin()
    await scene.eva_is_ready()
    scene.journal.stall()
    await scene.decide(CallArrived(leg=CALL, did="200", caller="+361"))
    await scene.journal.until(lambda: any(batch.entries for batch in scene.journal.attempts[2:]))
    assert scene.decided[-1].commands
    assert scene.performer.commands == []
    scene.journal.flow()
    await scene.performer.until(lambda: len(scene.performer.commands) == 3)
    assert scene.performer.kinds == ["CreateLeg", "AnswerLeg", "StartMusic"]
    assert scene.journal.facts[-1] == scene.decided[-1].facts[-1]


async def test_what_lets_go_is_performed_at_once_also_while_the_journal_hangs(begin: Begin) -> None:
    scene = begin()
    await scene.eva_is_rung()
    await scene.loop.settled()
    scene.performer.commands.clear()
    scene.journal.stall()
    await scene.decide(LegVanished(leg=CALL, cause=16))
    assert scene.performer.commands == [EndLeg(leg=TO_EVA)]
    assert not any(isinstance(fact, ContactEnded) for fact in scene.journal.facts)


async def test_a_phone_rings_as_soon_as_its_leg_is_there_while_the_next_commit_hangs(begin: Begin) -> None:
    scene = begin()
    await scene.eva_is_ready()
    await scene.decide(CallArrived(leg=CALL, did="200", caller=None))
    await scene.loop.settled()
    scene.journal.stall()
    await scene.decide(LegSeen(leg=TO_EVA))
    assert isinstance(scene.performer.commands[-1], Ring)


async def test_a_leg_that_is_let_go_is_not_made_afterwards(begin: Begin) -> None:
    scene = begin()
    await scene.eva_is_ready()
    scene.journal.stall()
    await scene.decide(CallArrived(leg=CALL, did="200", caller=None))
    await scene.decide(LegVanished(leg=CALL, cause=16))
    scene.journal.flow()
    await scene.loop.settled()
    assert EndLeg(leg=TO_EVA) in scene.performer.commands
    assert not any(isinstance(command, CreateLeg) for command in scene.performer.commands)


async def test_a_leg_that_is_let_go_before_its_commit_has_begun_is_not_made_either(begin: Begin) -> None:
    scene = begin()
    await scene.eva_is_ready()
    scene.journal.stall()
    before = len(scene.journal.attempts)
    await scene.decide(LogIn(agent=BOB, phone=PhoneId("202")))
    await scene.journal.until(lambda: len(scene.journal.attempts) > before)
    await scene.decide(CallArrived(leg=CALL, did="200", caller=None), LegVanished(leg=CALL, cause=16))
    scene.journal.flow()
    await scene.loop.settled()
    assert EndLeg(leg=TO_EVA) in scene.performer.commands
    assert not any(isinstance(command, CreateLeg) for command in scene.performer.commands)


async def test_two_legs_are_not_joined_after_one_of_them_is_let_go(begin: Begin) -> None:
    scene = begin()
    await scene.eva_is_rung()
    await scene.loop.settled()
    scene.journal.stall()
    await scene.decide(LegAnswered(leg=TO_EVA))
    assert any(isinstance(command, Join) for command in scene.decided[-1].commands)
    await scene.decide(LegVanished(leg=CALL, cause=16))
    scene.journal.flow()
    await scene.loop.settled()
    assert EndLeg(leg=TO_EVA) in scene.performer.commands
    assert not any(isinstance(command, Join) for command in scene.performer.commands)


async def test_while_the_journal_is_away_the_same_batch_is_tried_and_nothing_is_lost_or_doubled(
    begin: Begin, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(loop_room, "AWAY_PAUSE_S", 0.0)
    scene = begin()
    await scene.eva_is_ready()
    before = len(scene.journal.attempts)
    scene.journal.away = True
    scene.loop.tell(CallArrived(leg=CALL, did="200", caller=None))
    await scene.journal.until(lambda: len(scene.journal.attempts) >= before + 2)
    meanwhile = scene.loop.journal_is_away
    await scene.decide(LogIn(agent=BOB, phone=PhoneId("202")), LegVanished(leg=CALL, cause=16))
    await scene.journal.until(lambda: len(scene.journal.attempts) >= before + 4)
    assert {id(batch) for batch in scene.journal.attempts[before:]} == {id(scene.journal.attempts[before])}
    scene.journal.away = False
    await scene.loop.settled()
    assert (meanwhile, scene.loop.journal_is_away) == (True, False)
    assert scene.journal.facts == [fact for outcome in scene.decided for fact in outcome.facts]


async def test_rows_are_written_as_the_last_outcome_left_them_each_once(begin: Begin) -> None:
    scene = begin()
    scene.journal.stall()
    await scene.decide(LogIn(agent=EVA, phone=PhoneId("201")))
    await scene.journal.until(lambda: len(scene.journal.attempts) == 1)
    await scene.decide(LogIn(agent=BOB, phone=PhoneId("202")), GoReady(agent=BOB), GoReady(agent=EVA))
    scene.journal.flow()
    await scene.loop.settled()
    assert [len(batch.rows) for batch in scene.journal.batches] == [1, 2]
    written = {row.id: row for row in scene.journal.batches[1].rows}
    assert written == {EVA: scene.loop.view.agent(EVA), BOB: scene.loop.view.agent(BOB)}


async def test_who_asks_is_answered_after_the_commit(begin: Begin) -> None:
    scene = begin()
    scene.journal.stall()
    asking = asyncio.create_task(scene.loop.ask(LogIn(agent=EVA, phone=PhoneId("201"))))
    await scene.journal.until(lambda: len(scene.journal.attempts) == 1)
    assert not asking.done()
    scene.journal.flow()
    assert await asking == Done()
    assert AgentLoggedIn(agent=EVA, phone=PhoneId("201")) in scene.journal.facts


async def test_a_refusal_is_answered_and_writes_nothing(begin: Begin) -> None:
    scene = begin()
    reply = await scene.loop.ask(GoReady(agent=EVA))
    assert isinstance(reply, Refused)
    assert scene.journal.attempts == []


async def test_who_has_gone_away_does_not_stop_the_others(begin: Begin) -> None:
    scene = begin()
    scene.journal.stall()
    asking = asyncio.create_task(scene.loop.ask(LogIn(agent=EVA, phone=PhoneId("201"))))
    await scene.journal.until(lambda: len(scene.journal.attempts) == 1)
    asking.cancel()
    scene.journal.flow()
    assert await scene.loop.ask(GoReady(agent=EVA)) == Done()


async def test_a_deadline_is_met_without_anything_being_heard(begin: Begin) -> None:
    scene = begin(ring_s=0.05)
    await scene.eva_is_rung()
    await scene.performer.until(lambda: EndLeg(leg=TO_EVA, reason="no_answer") in scene.performer.commands)


async def test_what_is_not_urgent_waits_for_company_and_leaves_with_what_is(
    begin: Begin, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(loop_room, "COMPANY_S", 3600.0)
    scene = begin()
    await scene.decide(LogIn(agent=EVA, phone=PhoneId("201")))
    await scene.decide(LogIn(agent=BOB, phone=PhoneId("202")))
    await scene.idle()
    assert scene.journal.attempts == []
    async with asyncio.timeout(SOON_S):
        await scene.loop.ask(GoReady(agent=EVA))
    (batch,) = scene.journal.batches
    assert [type(fact) for entry in batch.entries for fact in entry.facts] == [
        AgentLoggedIn,
        AgentLoggedIn,
        AgentBecameReady,
    ]


async def test_what_only_lets_go_is_done_at_once_and_its_commit_waits_for_company(
    begin: Begin, monkeypatch: pytest.MonkeyPatch
) -> None:
    scene = begin()
    await scene.eva_is_rung()
    await scene.loop.settled()
    monkeypatch.setattr(loop_room, "COMPANY_S", 3600.0)
    before = len(scene.journal.attempts)
    await scene.decide(LegVanished(leg=CALL, cause=16))
    assert EndLeg(leg=TO_EVA) in scene.performer.commands
    await scene.idle()
    assert len(scene.journal.attempts) == before
    await scene.decide(
        LegVanished(leg=TO_EVA, cause=16), CallArrived(leg=LegId("1.2"), did="200", caller=None)
    )
    async with asyncio.timeout(SOON_S):
        await scene.journal.until(lambda: len(scene.journal.attempts) > before)
        await scene.loop.settled()
    (batch,) = scene.journal.batches[before:]
    assert {"ContactEnded", "ContactArrived"} <= {
        type(fact).__name__ for entry in batch.entries for fact in entry.facts
    }


async def test_what_is_not_urgent_is_committed_in_the_end_without_company(begin: Begin) -> None:
    scene = begin()
    scene.loop.tell(LogIn(agent=EVA, phone=PhoneId("201")))
    await scene.journal.until(lambda: len(scene.journal.batches) == 1)


async def test_what_changes_nothing_is_not_committed(begin: Begin) -> None:
    scene = begin()
    await scene.decide(PhoneSeen(phone=PhoneId("201"), state=PhoneState.IN_USE))
    await scene.loop.settled()
    assert scene.journal.attempts == []


async def test_a_full_inbox_takes_no_more_and_says_so() -> None:
    scene = Scene()  # nobody empties it
    for _ in range(INBOX_LIMIT - scene.loop.backlog):
        scene.loop.tell(GoReady(agent=EVA))
    with pytest.raises(InboxFull):
        scene.loop.tell(GoReady(agent=EVA))
    assert scene.loop.backlog == INBOX_LIMIT
    reply = await scene.loop.ask(GoReady(agent=EVA))
    assert isinstance(reply, Refused)
    assert "overloaded" in reply.reason


async def test_who_is_overtaken_ends_and_performs_nothing_more() -> None:
    scene = Scene()
    running = asyncio.create_task(scene.loop.run())
    await scene.eva_is_ready()
    scene.journal.led_by_another = True
    scene.loop.tell(CallArrived(leg=CALL, did="200", caller=None))
    with pytest.raises(LeadershipLost):
        await running
    assert scene.performer.commands == []


async def test_music_of_the_caller_comes_before_the_phone_of_the_agent(begin: Begin) -> None:
    """Commands leave in the order in which they were decided, over several outcomes of one commit."""
    scene = begin()
    await scene.eva_is_ready()
    scene.journal.stall()
    await scene.decide(CallArrived(leg=CALL, did="200", caller=None))
    await scene.decide(CallArrived(leg=LegId("call-2"), did="200", caller=None))
    scene.journal.flow()
    await scene.loop.settled()
    music = [command.leg for command in scene.performer.commands if isinstance(command, StartMusic)]
    assert music == [CALL, "call-2"]
