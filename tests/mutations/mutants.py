"""The list: what is broken on purpose, one thing at a time, and which tests must notice it.

Each entry is a piece of text that occurs exactly once in its file, and what takes its place. A mutant that
survives means that a promise is held by nothing.
"""

from dataclasses import dataclass
from pathlib import PurePosixPath

CORE = ("tests/core/test_stories.py", "tests/core/test_random_floor.py")
RUNTIME = ("tests/runtime",)
JOURNAL = ("tests/store/test_journal_contract.py",)
LEASE = ("tests/store/test_lease.py",)
LINK = ("tests/asterisk/ari/test_link.py", "-k", "during_a_look")
DOUBT = ("tests/asterisk/ari/test_link_doubt.py",)
SIMULATION = ("tests/sim/test_world.py", "-k", "promise or failed_once or killed")


@dataclass(frozen=True, kw_only=True)
class Mutant:
    """One change of one file."""

    name: str
    file: PurePosixPath
    old: str
    new: str
    caught_by: tuple[str, ...]
    """Arguments of pytest; at least one of these tests must fail."""


def mutant_in(name: str, old: str, new: str, *, file: str, caught_by: tuple[str, ...]) -> Mutant:
    """One change of a file below `acd/`, named without its ending."""
    path = PurePosixPath(f"acd/{file}.py")
    return Mutant(name=f"{path.stem}: {name}", file=path, old=old, new=new, caught_by=caught_by)


def _row(room: str, pair: str, row: str, instead: str, caught_by: tuple[str, ...] = CORE) -> Mutant:
    return Mutant(
        name=f"{room}: ({pair}) is {instead}, not {row}",
        file=PurePosixPath(f"acd/core/{room}.py"),
        old=f"    ({pair}): {row},\n",
        new=f"    ({pair}): {instead},\n",
        caught_by=caught_by,
    )


def _swap(room: str, first: tuple[str, str], second: tuple[str, str]) -> Mutant:
    """Two rows that stand in the table one after the other, each with the other's handler."""
    return Mutant(
        name=f"{room}: ({first[0]}) and ({second[0]}) change handlers",
        file=PurePosixPath(f"acd/core/{room}.py"),
        old=f"    ({first[0]}): {first[1]},\n    ({second[0]}): {second[1]},\n",
        new=f"    ({first[0]}): {second[1]},\n    ({second[0]}): {first[1]},\n",
        caught_by=CORE,
    )


ROWS = (
    _row("legs", "Asked, LegVanished", "vanish", "late"),
    _row("legs", "Asked, LegRang", "start_ringing", "impossible"),
    _row("legs", "Asked, LegRefused", "be_refused", "late"),
    _row("legs", "Asked, OfferFailed", "end", "late"),
    _row("legs", "Asked, ContactEnded", "end", "late"),
    _row("legs", "Present, LegRang", "start_ringing", "late"),
    _row("legs", "Present, LegAnswered", "come_up", "late"),
    _row("legs", "Ringing, LegAnswered", "come_up", "late"),
    _row("legs", "Ringing, OfferFailed", "end", "late"),
    _row("legs", "Ringing, ContactEnded", "end", "late"),
    _row("legs", "Up, LegVanished", "vanish", "late"),
    _row("legs", "Up, TalkFailed", "end", "late"),
    _row("legs", "Ending, EndTimedOut", "end_again", "late"),
    _row("offering", "Opening, LegAppeared", "ring", "stay"),
    _row("offering", "Opening, LegCameUp", "be_answered", "stay"),
    _row("offering", "Opening, OfferTimedOut", "never_ring", "stay"),
    _row("offering", "Opening, Resumed", "interrupt", "stay"),
    _row("offering", "RingingOffer, LegEnded", "lose_leg", "stay"),
    _row("offering", "RingingOffer, ContactEnded", "lose_caller", "stay"),
    _row("offering", "RingingOffer, AgentBecameNotReady", "lose_agent", "stay"),
    _row("offering", "RingingOffer, AgentLoggedOut", "lose_agent", "stay"),
    _row("talking", "Joining, LegEnded", "part_early", "stay"),
    _row("talking", "Joining, JoinTimedOut", "joining.run_out", "stay"),
    _row("talking", "Joining, JoinRefused", "joining.be_refused", "stay"),
    _row("talking", "Joining, Resumed", "joining.join_again", "stay"),
    _row("talking", "Talking, LegEnded", "part", "stay"),
    _row("arrival", "Live, TalkEnded", "be_served", "stay"),
    _row("arrival", "Live, LegEnded", "leave", "stay"),
    _row("arrival", "Live, Resumed", "answer_again", "stay"),
    _row("ivr", "Speaking, ContactEnded", "stop", "stay"),
    _row("ivr", "Speaking, Resumed", "speak_again", "stay"),
    _row("ivr", "Listening, KeyTimedOut", "miss_key", "stay"),
    _row("waiting", "Queued, ContactEnded", "give_up", "stay"),
    _row("waiting_room", "Music, Resumed", "play_on", "stay"),
    _row("waiting", "Served, TalkFailed", "take_place_again", "stay"),
    _row("presence", "Ready, OfferFailed", "count_miss", "be_ready_already"),
    _row("presence", "Ready, DeskTaken", "log_out", "be_ready_already"),
    _row("activity", "Reserved, OfferFailed", "rest", "be_idle_again"),
    _row("activity", "Reserved, OfferWithdrawn", "be_idle_again", "rest"),
    _row("activity", "OnCall, TalkFailed", "rest", "end_call"),
    _row("activity", "WrapUp, AgentLoggedOut", "end_wrap_up", "stay"),
    _swap("legs", ("Present, LegRang", "start_ringing"), ("Present, LegAnswered", "come_up")),
    _swap("offering", ("Opening, LegAppeared", "ring"), ("Opening, LegStartedRinging", "start_ringing")),
    _swap("activity", ("Reserved, OfferFailed", "rest"), ("Reserved, OfferWithdrawn", "be_idle_again")),
)

COMPENSATIONS = (
    _row("legs", "Ending, LegSeen", "compensating(end_again)", "late"),
    _row("legs", "Ending, LegAnswered", "compensating(end_again)", "late"),
    _row("talking", "Silent, LegJoined", "compensating(joining.clear)", "stay"),
    _row("talking", "Talking, LegJoined", "compensating(joining.clear)", "stay"),
    _row("talking", "Over, LegJoined", "compensating(joining.clear)", "stay"),
    _row("talking", "Over, JoinRefused", "compensating(joining.clear)", "stay"),
)

ORDER = (
    Mutant(
        name="loop: performs before committing",
        file=PurePosixPath("acd/runtime/loop.py"),
        old="                self._pending.outbox.hold(command)\n",
        new="                self._performer.perform(command)\n",
        caught_by=RUNTIME,
    ),
    Mutant(
        name="loop: letting go strikes nothing out of what is decided",
        file=PurePosixPath("acd/runtime/loop.py"),
        old="                self._pending.outbox.strike(command)\n",
        new="",
        caught_by=RUNTIME,
    ),
    Mutant(
        name="loop: letting go strikes nothing out of what is being committed",
        file=PurePosixPath("acd/runtime/loop.py"),
        old="                self._committing.outbox.strike(command)\n",
        new="",
        caught_by=RUNTIME,
    ),
    Mutant(
        name="outbox: a leg that is ended in the same step is let ring",
        file=PurePosixPath("acd/runtime/outbox.py"),
        old="in self._going_on if not _is_void(command, release)]",
        new="in self._going_on]",
        caught_by=RUNTIME,
    ),
    Mutant(
        name="loop: letting go waits for the commit",
        file=PurePosixPath("acd/runtime/loop.py"),
        old="            case EndLeg() | StopPlayback() | DropRecording() | EndBridge():\n"
        "                self._committing",
        new="            case None:\n                self._committing",
        caught_by=RUNTIME,
    ),
    Mutant(
        name="loop: a batch that was not written is given up",
        file=PurePosixPath("acd/runtime/loop.py"),
        old="                await asyncio.sleep(AWAY_PAUSE_S)\n",
        new="                return\n",
        caught_by=RUNTIME,
    ),
    Mutant(
        name="loop: what only lets go presses for a commit of its own",
        file=PurePosixPath("acd/runtime/loop.py"),
        old="        return bool(self.replies) or not self.outbox.is_empty\n",
        new="        return True\n",
        caught_by=RUNTIME,
    ),
    Mutant(
        name="loop: what takes hold waits for company",
        file=PurePosixPath("acd/runtime/loop.py"),
        old="        return bool(self.replies) or not self.outbox.is_empty\n",
        new="        return bool(self.replies)\n",
        caught_by=RUNTIME,
    ),
    Mutant(
        name="loop: who asks waits for company",
        file=PurePosixPath("acd/runtime/loop.py"),
        old="        return bool(self.replies) or not self.outbox.is_empty\n",
        new="        return not self.outbox.is_empty\n",
        caught_by=RUNTIME,
    ),
    Mutant(
        name="outbox: a new leg waits behind whatever was decided before it",
        file=PurePosixPath("acd/runtime/outbox.py"),
        old="        return sorted(taken, key=lambda command: not isinstance(command, CreateLeg))\n",
        new="        return taken\n",
        caught_by=RUNTIME,
    ),
    Mutant(
        name="outbox: of two new legs the later comes first",
        file=PurePosixPath("acd/runtime/outbox.py"),
        old="        return sorted(taken, key=lambda command: not isinstance(command, CreateLeg))\n",
        new="        return sorted(taken[::-1], key=lambda command: not isinstance(command, CreateLeg))\n",
        caught_by=RUNTIME,
    ),
    Mutant(
        name="reconcile: who vanished while we were away is not missed",
        file=PurePosixPath("acd/core/reconcile.py"),
        old="            yield LegVanished(leg=leg.id, cause=None, lost=True)\n",
        new="            continue\n",
        caught_by=CORE,
    ),
    Mutant(
        name="reconcile: what the books do not explain goes on",
        file=PurePosixPath("acd/core/reconcile.py"),
        old="    return (*legs, *bridges)\n",
        new="    return ()\n",
        caught_by=CORE,
    ),
)

FENCES = (
    Mutant(
        name="lease: an old proof allows everything",
        file=PurePosixPath("acd/runtime/lease.py"),
        old="        if self.proof_age_s < LEASE_S:\n",
        new="        if True:\n",
        caught_by=RUNTIME,
    ),
    Mutant(
        name="lease: a stall is forgotten at the next tick",
        file=PurePosixPath("acd/runtime/lease.py"),
        old="            self._stalled_at = now\n",
        new="            pass\n",
        caught_by=RUNTIME,
    ),
    Mutant(
        name="lease: an answer to a question from before the stall is a proof",
        file=PurePosixPath("acd/runtime/lease.py"),
        old="        if self._stalled_at is not None and asked_at >= self._stalled_at:\n",
        new="        if self._stalled_at is not None:\n",
        caught_by=RUNTIME,
    ),
    Mutant(
        name="stand-by: a leader that is merely slow is ousted",
        file=PurePosixPath("acd/store/stand_by.py"),
        old="STALE_S = 5.0\n",
        new="STALE_S = 0.5\n",
        caught_by=("tests/store/test_stand_by.py",),
    ),
    Mutant(
        name="lease: what waits for its turn is sent without asking once more",
        file=PurePosixPath("acd/asterisk/ari/door.py"),
        old="        if not self._may_send():\n",
        new="        if False:\n",
        caught_by=("tests/asterisk/ari/test_perform.py",),
    ),
    Mutant(
        name="stand-by: begins while claims may still come of who led before",
        file=PurePosixPath("acd/runtime/lease.py"),
        old="    return (now if silent_since is None else silent_since) + LEASE_S\n",
        new="    return now\n",
        caught_by=("tests/store/test_stand_by.py",),
    ),
    Mutant(
        name="stand-by: what an ousted leader has committed since is not seen",
        file=PurePosixPath("acd/store/stand_by.py"),
        old="        seen = former and (former.pid, former.began_at, leadership.commit_no)\n",
        new="        seen = former and (former.pid, former.began_at, ousted and ousted.commit_no)\n",
        caught_by=("tests/store/test_stand_by.py",),
    ),
    Mutant(
        name="stand-by: another process with the number of the dead one keeps it alive",
        file=PurePosixPath("acd/runtime/process.py"),
        old=" or fields[_STARTED] != started)",
        new=")",
        caught_by=RUNTIME,
    ),
    Mutant(
        name="tenure: whoever connects as our application keeps it",
        file=PurePosixPath("acd/runtime/tenure.py"),
        old="            self._link.reopen()\n",
        new="            pass\n",
        caught_by=RUNTIME,
    ),
    Mutant(
        name="lease: the epoch is not raised",
        file=PurePosixPath("acd/store/lease.py"),
        old='    again = {"epoch": _lease.c.epoch + 1,',
        new='    again = {"epoch": _lease.c.epoch,',
        caught_by=LEASE,
    ),
    Mutant(
        name="journal: an ordinary commit is not fenced",
        file=PurePosixPath("acd/store/writing.py"),
        old="COMMIT = sql(select(_fence, _write))\n",
        new="COMMIT = sql(select(_write))\n",
        caught_by=JOURNAL,
    ),
    Mutant(
        name="journal: what is too much for one statement is not fenced",
        file=PurePosixPath("acd/store/journal.py"),
        old="            await connection.execute(FENCE, numbers, prepare=True)\n",
        new="",
        caught_by=("tests/store/test_journal.py", "-k", "fenced"),
    ),
    Mutant(
        name="journal: a commit that a lost session finished after we looked is taken for another's",
        file=PurePosixPath("acd/store/journal.py"),
        old="                if not (tried_before and await self._is_written(connection)):\n",
        new="                if True:\n",
        caught_by=("tests/store/test_journal_faults.py",),
    ),
    Mutant(
        name="journal: whatever is in doubt counts as written",
        file=PurePosixPath("acd/store/journal.py"),
        old="        if not (tried_before and await self._is_written(connection)):\n            self.",
        new="        if not tried_before:\n            self.",
        caught_by=JOURNAL,
    ),
    Mutant(
        name="journal: a doubt is forgotten when another batch comes",
        file=PurePosixPath("acd/store/journal.py"),
        old="        if self._doubtful is not None and self._doubtful is not batch and",
        new="        if False and",
        caught_by=JOURNAL,
    ),
    Mutant(
        name="journal: another's commit number counts as ours",
        file=PurePosixPath("acd/store/journal.py"),
        old="        if found == (self._epoch, self._commit_no + 1):\n",
        new="        if found and found[1] == self._commit_no + 1:\n",
        caught_by=JOURNAL,
    ),
)

UNDER_FAULTS = (
    Mutant(
        name="loop: performs before committing, under faults",
        file=PurePosixPath("acd/runtime/loop.py"),
        old="                self._pending.outbox.hold(command)\n",
        new="                self._performer.perform(command)\n",
        caught_by=SIMULATION,
    ),
    Mutant(
        name="link: a call that a look has shown arrives once more with its event",
        file=PurePosixPath("acd/asterisk/ari/link.py"),
        old="                    self._remember(leg.leg)\n",
        new="                    pass\n",
        caught_by=("tests/contract/test_link.py", "-k", "has_shown"),
    ),
    Mutant(
        name="link: nobody looks after a new connection",
        file=PurePosixPath("acd/asterisk/ari/link.py"),
        old="                self._connection = number\n                self._look.set()\n",
        new="                self._connection = number\n",
        caught_by=SIMULATION,
    ),
    Mutant(
        name="link: whose end was heard during a look arrives once more",
        file=PurePosixPath("acd/asterisk/ari/link.py"),
        old="if leg.leg not in meanwhile.ended)",
        new=")",
        caught_by=LINK,
    ),
    Mutant(
        name="link: a doubt is looked into at once and never again",
        file=PurePosixPath("acd/asterisk/ari/link.py"),
        old="        self._later_look = asyncio.get_running_loop().call_later(LATE_S, self.look)\n",
        new="",
        caught_by=DOUBT,
    ),
    Mutant(
        name="perform: an unknown outcome raises no doubt",
        file=PurePosixPath("acd/asterisk/ari/perform.py"),
        old='            log.warning("outcome of a request unknown: looking", reason=str(unknown))\n'
        "            self._doubt()\n",
        new='            log.warning("outcome of a request unknown: looking", reason=str(unknown))\n',
        caught_by=DOUBT,
    ),
    Mutant(
        name="obstacles: a phone is offered a call while its last one has not ended",
        file=PurePosixPath("acd/core/obstacles.py"),
        old="            return NOT_OVER if view.has_leg(phone) else None\n",
        new="            return None\n",
        caught_by=CORE,
    ),
    Mutant(
        name="floor: every leadership mints the same ids",
        file=PurePosixPath("acd/core/floor.py"),
        old='        return f"{letter}{self._epoch}-{next(self._numbers)}"\n',
        new='        return f"{letter}1-{next(self._numbers)}"\n',
        caught_by=SIMULATION,
    ),
)
"""What goes wrong only when something else does as well."""

EXPECTATION = ("tests/core/test_expectation.py", "tests/core/test_expected_waits.py")
PROMISES = (
    Mutant(
        name="forecast: what a caller is told may rise",
        file=PurePosixPath("acd/core/expectation/forecast.py"),
        old="        high_s=min(fresh.high_s, told.high_s),\n",
        new="        high_s=fresh.high_s,\n",
        caught_by=EXPECTATION,
    ),
    Mutant(
        name="rates: a wait is promised before anybody knows how long calls take",
        file=PurePosixPath("acd/core/expectation/rates.py"),
        old="        if self.handled < _FEW:\n",
        new="        if self.handled < 1.0:\n",
        caught_by=EXPECTATION,
    ),
    Mutant(
        name="rates: ten calls are too few, as the first of them counts less by then",
        file=PurePosixPath("acd/core/expectation/rates.py"),
        old="_FEW = FEW_CALLS - 0.5\n",
        new="_FEW = FEW_CALLS\n",
        caught_by=EXPECTATION,
    ),
    Mutant(
        name="learner: what was learnt is never put down",
        file=PurePosixPath("acd/core/expectation/learner.py"),
        old="        known.new += 1\n",
        new="        return None\n",
        caught_by=EXPECTATION,
    ),
    Mutant(
        name="waiting: a promise to somebody who is served has no outcome",
        file=PurePosixPath("acd/core/waiting.py"),
        old="    ended = _ended(contact, state, WaitEnd.ANSWERED, at)\n",
        new="    ended: tuple[WaitEnded, ...] = ()\n",
        caught_by=EXPECTATION,
    ),
)
"""What makes promises worth nothing."""

MUTANTS = (*ROWS, *COMPENSATIONS, *ORDER, *FENCES, *UNDER_FAULTS, *PROMISES)
