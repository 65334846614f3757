"""The world around one engine: a clock, an Asterisk that takes no time, callers and agents.

Messages reach the engine one by one and its commands are carried out in order, as the service's loop does;
only that nothing takes longer here than the scenario says. What happens at the same moment happens in the
order in which it came about.
"""

import heapq
from collections import deque
from collections.abc import Callable, Iterator, Mapping
from datetime import datetime
from itertools import count
from math import inf
from typing import Any
from zoneinfo import ZoneInfo

import msgspec

from acd.core.engine import Engine
from acd.core.floor import Floor
from acd.model.agent import Agent, PhoneState
from acd.model.command import AnswerLeg, CreateLeg, EndLeg, Join, PassOn, Play, Ring
from acd.model.contact import Ending, Listening, Speaking
from acd.model.fact import (
    AgentBecameNotReady,
    ContactArrived,
    ContactEnded,
    Fact,
    OfferAnswered,
    PlaceTaken,
    TalkJoined,
    WrapUpBegan,
)
from acd.model.ids import ContactId, LegId, OfferId, PhoneId
from acd.model.message import (
    AsteriskSeen,
    CallArrived,
    Heard,
    KeyPressed,
    LegAnswered,
    LegJoined,
    LegRang,
    LegSeen,
    LegVanished,
    PhonesSeen,
    PlaybackEnded,
    PolicyApplied,
    TimePassed,
)
from acd.model.people import Phone
from acd.model.policy import Policy
from acd.simulate.arrivals import HOUR_S, Caller, Pasts, callers, local_midnight
from acd.simulate.carried import number_of
from acd.simulate.chance import Chance, Values, drawing
from acd.simulate.keys import END
from acd.simulate.schema import Scenario
from acd.simulate.staff import BREAK, Staff
from acd.simulate.tally import Tally

NORMAL_CLEARING = 16
"""The Q.850 cause of a call that somebody has hung up."""

DRAIN_S = 24 * HOUR_S
"""So long after the measuring a run goes on, with all that happens in it, until all counted callers are gone;
who still waits then may wait for ever.
"""


class Setting(msgspec.Struct, frozen=True, kw_only=True):
    """All that a run is made of, beside chance."""

    policy: Policy
    scenario: Scenario
    values: Values = {}
    pasts: Pasts = {}


class _Call(msgspec.Struct, kw_only=True):
    """A call that is going on."""

    caller: Caller
    leg: LegId
    counts: bool
    keys: str
    """Still to be pressed."""
    waits_until: float | None = None
    """None: has not come to a queue yet."""
    is_answered: bool = False


class World:
    """One run."""

    def __init__(self, setting: Setting, *, seed: int, run: int) -> None:
        scenario = self._scenario = setting.scenario
        policy = self._policy = furnished(setting.policy)
        self._chance = Chance(seed, run)
        starts = datetime.strptime(scenario.starts, "%Y-%m-%d %H:%M").replace(
            tzinfo=ZoneInfo(policy.timezone)
        )
        self._now = self._begins_at = starts.timestamp()
        self._ends_at = self._begins_at + (scenario.warm_up_hours + scenario.hours) * HOUR_S
        self.tally = Tally(
            scenario.streams,
            begins_at=self._begins_at + scenario.warm_up_hours * HOUR_S,
            ends_at=self._ends_at,
        )
        self.heard = 0
        """Messages that the engine has handled."""
        self.engine = Engine(Floor(policy, 1))
        """The one that is tried."""
        self._later: list[tuple[float, int, Callable[[Any], None], Any]] = []
        self._told: deque[Heard] = deque()
        """What Asterisk has told at this very moment."""
        self._ticket = count()
        self._leg = count(1)
        self._calls: dict[LegId, _Call] = {}
        self._channels: set[LegId] = set()
        """Those to agents."""
        self._contacts: dict[ContactId, _Call] = {}
        self._dids = _dids(scenario)
        self._streams: dict[str, Iterator[Caller]] = {
            name: callers(
                name,
                stream,
                self._chance,
                begins_at=self._begins_at,
                midnight=local_midnight(starts),
                values=setting.values,
                pasts=setting.pasts,
            )
            for name, stream in scenario.streams.items()
        }
        self._values = setting.values
        self._staff = Staff(
            policy,
            scenario,
            self._chance,
            midnight=local_midnight(starts),
            begins_at=self._begins_at,
            values=setting.values,
        )
        self._performers: Mapping[type, Callable[[Any], None]] = {
            CreateLeg: self._create,
            Ring: self._ring,
            Join: self._join,
            EndLeg: self._end_leg,
            PassOn: self._pass_on,
            AnswerLeg: self._answer_caller,
            Play: self._play,
        }
        self._listeners: Mapping[type, Callable[[Any], None]] = {
            ContactArrived: self._contact_arrived,
            PlaceTaken: self._place_taken,
            OfferAnswered: self._offer_answered,
            TalkJoined: self._talk_joined,
            ContactEnded: self._contact_ended,
            WrapUpBegan: self._wrap_up_began,
            AgentBecameNotReady: self._not_ready,
        }

    def run(self) -> Tally:
        """Let everything happen, until the last counted caller is gone."""
        self._open()
        later, told, engine, tally = self._later, self._told, self.engine, self.tally
        gives_up_at = self._ends_at + DRAIN_S
        while True:
            while told:
                self._hear(told.popleft())
            due = engine.deadline()
            if due is not None and (not later or due <= later[0][0]):
                at: float = due
            elif later:
                at = later[0][0]
            else:
                break
            if at >= self._ends_at and (not tally.open or at > gives_up_at):
                break
            self._now = max(self._now, at)
            if at == due:
                self._hear(TimePassed())
            else:
                _, _, happens, what = heapq.heappop(later)
                happens(what)
        tally.close(gives_up_at)
        return tally

    # --- the clock ------------------------------------------------------------------------------------

    def _at(self, at: float, happens: Callable[[Any], None], what: Any) -> None:
        heapq.heappush(self._later, (at, next(self._ticket), happens, what))

    def _hear(self, message: Heard) -> None:
        now = self._now
        outcome = self.engine.handle(message, now)
        self.heard += 1
        facts = outcome.facts
        if facts:
            self._listen(facts)
            self.tally.read(facts, now, self.engine.view)
            for row in outcome.rows:
                if type(row) is Agent:
                    self.tally.see(row, now)
        performers = self._performers
        for command in outcome.commands:
            performer = performers.get(type(command))
            if performer is not None:
                performer(command)

    def _listen(self, facts: tuple[Fact, ...]) -> None:
        listeners = self._listeners
        for fact in facts:
            listener = listeners.get(type(fact))
            if listener is not None:
                listener(fact)

    def _open(self) -> None:
        """The service starts, agents take up their work, and each stream has its first caller."""
        self._hear(PolicyApplied(policy=self._policy))
        self._hear(AsteriskSeen(asked_at=self._now, legs=(), bridges=()))
        self._hear(PhonesSeen(states=dict.fromkeys(self._policy.phones, PhoneState.NOT_IN_USE)))
        for at, agent in self._staff.first_duties():
            self._at(at, self._change_duty, agent)
        for name in self._streams:
            self._expect(name)

    # --- callers --------------------------------------------------------------------------------------

    def _expect(self, stream: str) -> None:
        caller = next(self._streams[stream], None)
        if caller is not None:
            self._at(caller.at, self._come, caller)

    def _come(self, caller: Caller) -> None:
        self._expect(caller.stream)
        self._call(caller)

    def _call(self, caller: Caller) -> None:
        lines = self._scenario.lines
        blocked = lines is not None and len(self._calls) >= lines
        counts = self.tally.call(caller.stream, self._now, blocked=blocked)
        if blocked:
            self._try_again(caller)
            return
        leg = LegId(f"call-{next(self._leg)}")
        self._calls[leg] = _Call(caller=caller, leg=leg, counts=counts, keys=caller.keys)
        self._hear(CallArrived(leg=leg, did=self._dids[caller.stream], caller=caller.caller))

    def _try_again(self, caller: Caller) -> None:
        """Somebody who met a busy line or could not wait may call again."""
        redial = self._scenario.streams[caller.stream].redial
        if redial is None or caller.tries >= redial.most:
            return
        chance = self._chance.of("again", caller.stream, caller.number, caller.tries)
        if chance.random() < redial.share:
            again = msgspec.structs.replace(caller, tries=caller.tries + 1)
            after_s = drawing(redial.after, chance, self._values)()
            self._at(self._now + after_s, self._call, again)

    def _contact_arrived(self, fact: ContactArrived) -> None:
        call = self._contacts[fact.contact] = self._calls[fact.leg]
        self.tally.meet(fact.contact, call.caller.stream, counts=call.counts)

    def _place_taken(self, fact: PlaceTaken) -> None:
        call = self._contacts[fact.contact]
        if call.waits_until is None:
            call.waits_until = self._now + call.caller.patience_s
            if call.waits_until < inf:
                self._at(call.waits_until, self._lose_patience, call)

    def _lose_patience(self, call: _Call) -> None:
        if not call.is_answered:
            self._hang_up(call)

    def _offer_answered(self, fact: OfferAnswered) -> None:
        self._contacts[fact.contact].is_answered = True

    def _talk_joined(self, fact: TalkJoined) -> None:
        call = self._contacts[fact.contact]
        self._at(self._now + call.caller.handle_s, self._hang_up, call)

    def _hang_up(self, call: _Call) -> None:
        if self._calls.pop(call.leg, None) is not None:
            self._hear(LegVanished(leg=call.leg, cause=NORMAL_CLEARING))

    def _contact_ended(self, fact: ContactEnded) -> None:
        call = self._contacts.pop(fact.contact)
        if fact.ending is Ending.ABANDONED:
            self._try_again(call.caller)

    # --- agents ---------------------------------------------------------------------------------------

    def _change_duty(self, agent: str) -> None:
        for message in self._staff.messages(agent):
            self._hear(message)
        following = self._staff.next_duty(agent)
        if following is not None:
            self._at(following, self._change_duty, agent)

    def _not_ready(self, fact: AgentBecameNotReady) -> None:
        """Missed calls have made the agent not ready: some time later he or she notices."""
        if fact.reason != BREAK and self._staff.works(fact.agent):
            back_s = self._staff.back_after_s(fact.agent)
            self._at(self._now + back_s, self._come_back, fact.agent)

    def _come_back(self, agent: str) -> None:
        if self._staff.works(agent):
            self._hear(self._staff.ready(agent))

    def _wrap_up_began(self, fact: WrapUpBegan) -> None:
        lasts_s = self._staff.wrap_up_s(fact.agent)
        if lasts_s is not None and self._now + lasts_s < fact.until:
            self._at(self._now + lasts_s, self._end_wrap_up, (fact.agent, fact.until))

    def _end_wrap_up(self, work: tuple[str, float]) -> None:
        message = self._staff.done(work[0], work[1], self.engine.view)
        if message is not None:
            self._hear(message)

    # --- Asterisk -------------------------------------------------------------------------------------

    def _create(self, command: CreateLeg) -> None:
        self._channels.add(command.leg)
        self._told.append(LegSeen(leg=command.leg))

    def _ring(self, command: Ring) -> None:
        offer = self.engine.view.offer(OfferId(command.leg.removesuffix("-leg")))
        assert offer is not None
        self._told.append(LegRang(leg=command.leg))
        answer_s = self._staff.answer_s(offer.agent)
        if answer_s == 0.0:
            self._told.append(LegAnswered(leg=command.leg))
        elif answer_s is not None:
            self._at(self._now + answer_s, self._answer, command.leg)

    def _answer(self, leg: LegId) -> None:
        if leg in self._channels:
            self._hear(LegAnswered(leg=leg))

    def _join(self, command: Join) -> None:
        self._told.extend(LegJoined(leg=leg, bridge=command.bridge) for leg in command.legs)

    def _end_leg(self, command: EndLeg) -> None:
        leg = command.leg
        if self._calls.pop(leg, None) is None:
            if leg not in self._channels:
                return
            self._channels.discard(leg)
        self._told.append(LegVanished(leg=leg, cause=NORMAL_CLEARING))

    def _pass_on(self, command: PassOn) -> None:
        """What is said to a voicemail box takes no line of ours: the call is over for us."""
        if self._calls.pop(command.leg, None) is not None:
            self._told.append(LegVanished(leg=command.leg, cause=NORMAL_CLEARING))

    def _answer_caller(self, command: AnswerLeg) -> None:
        self._told.append(LegAnswered(leg=command.leg))

    def _play(self, command: Play) -> None:
        self._at(self._now + self._scenario.prompt_s, self._finish_prompt, command)

    def _finish_prompt(self, command: Play) -> None:
        """A prompt has ended: who has a key to press does so; a line to the outside is confirmed."""
        call = self._calls.get(command.leg)
        if call is None:
            key = self._staff.key_of(command.leg, self.engine.view)
            if key is not None and command.leg in self._channels:
                self._hear(KeyPressed(leg=command.leg, key=key))
            return
        self._hear(PlaybackEnded(playback=command.playback))
        while call.keys and self._listens(call):
            key, call.keys = call.keys[0], call.keys[1:]
            self._hear(KeyPressed(leg=call.leg, key=key))

    def _listens(self, call: _Call) -> bool:
        contact = self.engine.view.caller_of(call.leg)
        if contact is None:
            return False
        journey = contact.journey
        # Whoever ends digits that needed no end does so at once, not in the menu after them.
        ends = isinstance(journey, Speaking) and journey.hash_due and call.keys[0] == END
        return ends or isinstance(journey, Listening)


def furnished(policy: Policy) -> Policy:
    """The policy, with a desk phone for every agent and leave to take a break: neither is short here."""
    desks = {PhoneId(agent): Phone(id=PhoneId(agent), extension=agent) for agent in policy.agents}
    lines = {phone.id: phone for phone in policy.phones.values() if phone.endpoint is not None}
    reasons = policy.not_ready_reasons | {BREAK: BREAK}
    return msgspec.structs.replace(policy, phones=desks | lines, not_ready_reasons=reasons)


def _dids(scenario: Scenario) -> dict[str, str]:
    return {
        name: stream.number or number_of(place)
        for place, (name, stream) in enumerate(scenario.streams.items())
    }
