"""The world around one engine: callers, agents, and an Asterisk that takes no time.

Messages reach the engine one by one and its commands are carried out in order, as the service's loop does;
only that nothing takes longer here than the scenario says.
"""

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

import msgspec

from acd.core.engine import Engine
from acd.core.floor import Floor
from acd.model.agent import Agent, Idle, PhoneState
from acd.model.fact import AgentBecameNotReady, Fact, OverlayBegan, OverlayEnded, WrapUpBegan
from acd.model.ids import AgentId, PhoneId
from acd.model.message import AsteriskSeen, Heard, PhonesSeen, PolicyApplied, TimePassed
from acd.model.overlay import Absence
from acd.model.people import Phone
from acd.model.policy import Policy
from acd.simulate.agenda import Agenda
from acd.simulate.arrivals import HOUR_S, local_midnight
from acd.simulate.chance import Chance
from acd.simulate.exchange import Exchange
from acd.simulate.meanwhile import entered
from acd.simulate.public import Public, Setting
from acd.simulate.staff import BREAK, Staff
from acd.simulate.tally import Tally

__all__ = ["Setting", "World", "furnished"]

DRAIN_S = 24 * HOUR_S
"""So long after the measuring a run goes on, with all that happens in it, until all counted callers are gone;
who still waits then may wait for ever.
"""


class World:
    """One run."""

    def __init__(self, setting: Setting, *, seed: int, run: int) -> None:
        scenario = setting.scenario
        policy = self._policy = furnished(setting.policy)
        chance = Chance(seed, run)
        starts = datetime.strptime(scenario.starts, "%Y-%m-%d %H:%M").replace(
            tzinfo=ZoneInfo(policy.timezone)
        )
        self._meanwhile = (*entered(scenario, policy).values(), *setting.meanwhile)
        begins_at = starts.timestamp()
        measured_at = begins_at + scenario.warm_up_hours * HOUR_S
        self._ends_at = measured_at + scenario.hours * HOUR_S
        self.tally = Tally(scenario.streams, begins_at=measured_at, ends_at=self._ends_at)
        self.heard = 0
        """Messages that the engine has handled."""
        self.engine = Engine(Floor(policy, 1))
        """The one that is tried."""
        self.agenda = Agenda(begins_at)
        hear, view = self._hear, self.engine.view
        self._staff = Staff(
            policy,
            scenario,
            chance,
            midnight=local_midnight(starts),
            begins_at=begins_at,
            values=setting.values,
        )
        self._public = Public(
            setting, chance, self.agenda, starts=starts, tally=self.tally, hear=hear, view=view
        )
        self._exchange = Exchange(
            self.agenda, self._public, self._staff, prompt_s=scenario.prompt_s, hear=hear, view=view
        )
        self._listeners: Mapping[type[Fact], Callable[[Any], None]] = {
            **self._public.listeners,
            WrapUpBegan: self._wrap_up_began,
            AgentBecameNotReady: self._not_ready,
            OverlayBegan: self._overlay_began,
            OverlayEnded: self._overlay_ended,
        }

    def run(self) -> Tally:
        """Let everything happen, until the last counted caller is gone."""
        self._open()
        told, agenda, engine, tally = self._exchange.told, self.agenda, self.engine, self.tally
        gives_up_at = self._ends_at + DRAIN_S
        while True:
            while told:
                self._hear(told.popleft())
            due, at = engine.deadline(), agenda.next_at
            is_due = due is not None and due <= at
            if is_due:
                assert due is not None
                at = due
            if at >= self._ends_at and (not tally.open or at > gives_up_at):
                break
            if is_due:
                agenda.turn_to(at)
                self._hear(TimePassed())
            else:
                agenda.happen()
        tally.close(gives_up_at)
        return tally

    def _hear(self, message: Heard) -> None:
        now = self.agenda.now
        outcome = self.engine.handle(message, now)
        self.heard += 1
        facts = outcome.facts
        if facts:
            self._listen(facts)
            self.tally.read(facts, now, self.engine.view)
            for row in outcome.rows:
                if type(row) is Agent:
                    self.tally.see(row, now)
                    if row.id in self._staff.late and isinstance(row.activity, Idle):
                        self.agenda.at(now, self._do_duty, row.id)
        self._exchange.perform(outcome.commands)

    def _listen(self, facts: tuple[Fact, ...]) -> None:
        listeners = self._listeners
        for fact in facts:
            listener = listeners.get(type(fact))
            if listener is not None:
                listener(fact)

    def _open(self) -> None:
        """The service starts, agents take up their work, and each stream has its first caller."""
        self._hear(PolicyApplied(policy=self._policy))
        self._hear(AsteriskSeen(asked_at=self.agenda.now, legs=(), bridges=()))
        self._hear(PhonesSeen(states=dict.fromkeys(self._policy.phones, PhoneState.NOT_IN_USE)))
        for wish in self._meanwhile:
            self._hear(wish)
        for at, agent in self._staff.first_duties():
            self.agenda.at(at, self._change_duty, agent)
        self._public.open()

    # --- agents ---------------------------------------------------------------------------------------

    def _change_duty(self, agent: str) -> None:
        for message in self._staff.messages(agent, self.engine.view):
            self._hear(message)
        following = self._staff.next_duty(agent)
        if following is not None:
            self.agenda.at(following, self._change_duty, agent)

    def _not_ready(self, fact: AgentBecameNotReady) -> None:
        """Missed calls have made the agent not ready: some time later he or she notices."""
        if fact.reason != BREAK and self._staff.works(fact.agent):
            back_s = self._staff.back_after_s(fact.agent)
            self.agenda.at(self.agenda.now + back_s, self._come_back, fact.agent)

    def _come_back(self, agent: str) -> None:
        if self._staff.works(agent):
            self._hear(self._staff.ready(agent))

    def _overlay_began(self, fact: OverlayBegan) -> None:
        if isinstance(fact.edit, Absence):
            self._staff.leave(fact.edit.agent)

    def _overlay_ended(self, fact: OverlayEnded) -> None:
        if isinstance(fact.edit, Absence):
            self.agenda.at(self.agenda.now, self._return, fact.edit.agent)

    def _return(self, agent: AgentId) -> None:
        """Who was absent is back, unless a second absence goes on."""
        if not self.engine.view.absences(agent):
            for message in self._staff.come_back(agent, self.engine.view):
                self._hear(message)

    def _do_duty(self, agent: AgentId) -> None:
        for message in self._staff.do_duty(agent, self.engine.view):
            self._hear(message)

    def _wrap_up_began(self, fact: WrapUpBegan) -> None:
        lasts_s = self._staff.wrap_up_s(fact.agent)
        if lasts_s is not None and self.agenda.now + lasts_s < fact.until:
            self.agenda.at(self.agenda.now + lasts_s, self._end_wrap_up, (fact.agent, fact.until))

    def _end_wrap_up(self, work: tuple[str, float]) -> None:
        message = self._staff.done(work[0], work[1], self.engine.view)
        if message is not None:
            self._hear(message)


def furnished(policy: Policy) -> Policy:
    """The policy, with a desk phone for every agent and leave to take a break: neither is short here. Who
    leaves a message is gone: nobody comes back to it.
    """
    desks = {PhoneId(agent): Phone(id=PhoneId(agent), extension=agent) for agent in policy.agents}
    lines = {phone.id: phone for phone in policy.phones.values() if phone.endpoint is not None}
    reasons = policy.not_ready_reasons | {BREAK: BREAK}
    return msgspec.structs.replace(policy, phones=desks | lines, not_ready_reasons=reasons, boxes={})
