"""The state of a desk phone, as the manager interface tells it; not ordered against anything else."""

import asyncio

from acd.asterisk.ari import calls
from acd.model.agent import PhoneState
from acd.model.command import Ring
from acd.model.ids import PhoneId
from acd.model.message import LegAnswered
from tests.contract.scenery import Desk
from tests.contract.stage import Stage


class Board:
    """Shows the last state of each phone."""

    def __init__(self) -> None:
        self.story: list[PhoneState] = []
        self._news = asyncio.Event()

    def __call__(self, phone: PhoneId, state: PhoneState) -> None:
        if phone == "alice" and self.story[-1:] != [state]:
            self.story.append(state)
            self._news.set()
            self._news = asyncio.Event()

    async def shows(self, state: PhoneState) -> None:
        """Wait until it shows this."""
        async with asyncio.timeout(10.0):
            while self.story[-1:] != [state]:
                await self._news.wait()


async def test_a_phone_is_free_rings_talks_rings_beside_it_and_is_free_again(
    stage: Stage, alice: Desk
) -> None:
    board = Board()
    async with stage.scenery.follow_phones(board):
        await board.shows(PhoneState.NOT_IN_USE)
        first = await stage.create(alice, "o1")
        await stage.settled()
        stage.perform(Ring(leg=first, give_up_s=6000.0))
        ringing = await alice.rings()
        await board.shows(PhoneState.RINGING)
        await ringing.answer()
        await board.shows(PhoneState.IN_USE)
        _, second = await stage.ring(alice, "o2")
        await board.shows(PhoneState.RING_IN_USE)
        await calls.hang_up(stage.door, channel_id=second)
        await board.shows(PhoneState.IN_USE)
        await ringing.hang_up()
        await board.shows(PhoneState.NOT_IN_USE)
        await alice.leave()
        await board.shows(PhoneState.UNAVAILABLE)
    assert board.story == [
        PhoneState.NOT_IN_USE,
        PhoneState.RINGING,
        PhoneState.IN_USE,
        PhoneState.RING_IN_USE,
        PhoneState.IN_USE,
        PhoneState.NOT_IN_USE,
        PhoneState.UNAVAILABLE,
    ]


async def test_a_phone_that_refuses_is_free_again(stage: Stage, alice: Desk) -> None:
    board = Board()
    async with stage.scenery.follow_phones(board):
        ringing, _ = await stage.ring(alice, "o1")
        await board.shows(PhoneState.RINGING)
        await ringing.reject(486)
        await board.shows(PhoneState.NOT_IN_USE)


async def test_a_phone_in_a_call_of_its_own_is_in_use_and_rings_all_the_same(
    stage: Stage, alice: Desk
) -> None:
    board = Board()
    async with stage.scenery.follow_phones(board):
        await alice.talk_privately()
        await board.shows(PhoneState.IN_USE)
        ringing, leg = await stage.ring(alice, "o1")
        await board.shows(PhoneState.RING_IN_USE)
        await ringing.answer()
        await stage.told.this(LegAnswered(leg=leg))
        await board.shows(PhoneState.IN_USE)


async def test_who_leaves_in_a_talk_goes_on_talking(stage: Stage, alice: Desk) -> None:
    _, leg = await stage.talk_to(alice, "o1")
    await alice.leave()
    await stage.settled()
    assert await stage.state_of(leg) == "Up"
