"""The lease: what may be sent how long after a proof, and nothing at all after a stall."""

from collections.abc import Callable

import pytest

from acd.model.command import AnswerLeg, Command, EndBridge, EndLeg, StopPlayback
from acd.model.ids import BridgeId, LegId, PlaybackId
from acd.runtime.lease import LEASE_S, STALL_S, TICK_EVERY_S, FencedPerformer, Lease, ProvingJournal
from acd.runtime.ports import Batch, JournalAway

CLAIM = AnswerLeg(leg=LegId("call-1"))
RELEASES = (
    EndLeg(leg=LegId("call-1")),
    StopPlayback(playback=PlaybackId("c1-p1")),
    EndBridge(bridge=BridgeId("o1-bridge")),
)
NOTHING = Batch(rows=(), entries=())


class Boot:
    """A clock that is moved by hand."""

    def __init__(self) -> None:
        self.at = 1000.0

    def now(self) -> float:
        return self.at

    def since_boot(self) -> float:
        return self.at


class LateSender:
    """Sends what it was given when it is told to."""

    def __init__(self) -> None:
        self.sent: list[Command] = []
        self._given: list[tuple[Command, Callable[[], bool]]] = []

    def perform(self, command: Command, may_send: Callable[[], bool]) -> None:
        self._given.append((command, may_send))

    def send(self) -> None:
        given, self._given = self._given, []
        self.sent += [command for command, may_send in given if may_send()]


class SlowJournal:
    """Takes its time, and may fail."""

    def __init__(self, boot: Boot, *, takes_s: float = 0.0, away: bool = False) -> None:
        self._boot, self._takes_s, self._away = boot, takes_s, away

    async def commit(self, batch: Batch) -> None:
        self._boot.at += self._takes_s
        if self._away:
            raise JournalAway("the database does not answer")


@pytest.fixture
def boot() -> Boot:
    return Boot()


@pytest.fixture
def lease(boot: Boot) -> Lease:
    """Proved at this moment."""
    return Lease(boot, proved_at=boot.at)


def awake(boot: Boot, lease: Lease, for_s: float) -> None:
    """Let time pass for a process that runs."""
    end = boot.at + for_s
    while boot.at < end:
        boot.at = min(boot.at + TICK_EVERY_S, end)
        lease.tick()


@pytest.mark.parametrize("command", [CLAIM, *RELEASES])
def test_a_young_proof_allows_everything_even_after_a_stall(
    boot: Boot, lease: Lease, command: Command
) -> None:
    boot.at += LEASE_S - 0.001  # nobody can have taken over by force yet
    assert lease.allows(command)


def test_an_old_proof_allows_no_claim_however_awake_we_were(boot: Boot, lease: Lease) -> None:
    awake(boot, lease, LEASE_S)
    assert not lease.allows(CLAIM)


@pytest.mark.parametrize("release", RELEASES)
def test_letting_go_is_allowed_for_ever_to_who_is_awake(boot: Boot, lease: Lease, release: Command) -> None:
    awake(boot, lease, 3600)
    assert lease.allows(release)


@pytest.mark.parametrize("release", RELEASES)
def test_after_a_stall_nothing_is_sent_until_a_proof_that_was_asked_for_since(
    boot: Boot, lease: Lease, release: Command
) -> None:
    asked_before = boot.at
    boot.at += LEASE_S + STALL_S
    assert not lease.allows(release)
    awake(boot, lease, 60)  # being awake again is no proof
    assert not lease.allows(release)
    lease.prove(asked_before)  # nor is the answer to a question from before
    assert not lease.allows(release)
    lease.prove(boot.at)
    assert lease.allows(release)
    assert lease.allows(CLAIM)


def test_a_tick_that_comes_first_does_not_hide_the_stall(boot: Boot, lease: Lease) -> None:
    boot.at += LEASE_S + STALL_S
    lease.tick()
    assert not any(lease.allows(command) for command in (CLAIM, *RELEASES))


def test_an_older_answer_that_comes_late_takes_nothing_back(boot: Boot, lease: Lease) -> None:
    lease.prove(boot.at + 2)
    lease.prove(boot.at + 1)
    boot.at += 2
    assert lease.proof_age_s == 0


async def test_a_commit_is_a_proof_from_the_moment_it_was_begun(boot: Boot, lease: Lease) -> None:
    awake(boot, lease, LEASE_S)
    await ProvingJournal(SlowJournal(boot, takes_s=1.0), lease, boot).commit(NOTHING)
    assert lease.proof_age_s == 1.0
    assert lease.allows(CLAIM)


async def test_a_process_that_was_stopped_in_the_commit_sends_nothing(boot: Boot, lease: Lease) -> None:
    await ProvingJournal(SlowJournal(boot, takes_s=10.0), lease, boot).commit(NOTHING)
    assert not any(lease.allows(command) for command in (CLAIM, *RELEASES))


async def test_a_commit_that_failed_proves_nothing(boot: Boot, lease: Lease) -> None:
    awake(boot, lease, LEASE_S)
    with pytest.raises(JournalAway):
        await ProvingJournal(SlowJournal(boot, away=True), lease, boot).commit(NOTHING)
    assert not lease.allows(CLAIM)


def test_what_is_held_back_is_counted_once_and_never_sent_later(boot: Boot, lease: Lease) -> None:
    sending = LateSender()
    fenced = FencedPerformer(sending, lease)
    for command in (CLAIM, *RELEASES):
        fenced.perform(command)
    sending.send()
    boot.at += LEASE_S + STALL_S
    for command in (CLAIM, *RELEASES):
        fenced.perform(command)
    sending.send()
    lease.prove(boot.at)
    sending.send()
    assert sending.sent == [CLAIM, *RELEASES]
    assert (fenced.take_held_back(), fenced.take_held_back()) == (4, 0)


def test_what_was_given_before_the_stall_is_held_back_when_its_turn_comes(boot: Boot, lease: Lease) -> None:
    sending = LateSender()
    FencedPerformer(sending, lease).perform(CLAIM)
    boot.at += LEASE_S
    sending.send()
    assert sending.sent == []
