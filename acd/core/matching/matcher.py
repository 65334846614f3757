"""The matcher: it sees what changes, keeps who waits and who is free, and names the next pair."""

from collections.abc import Iterable, Iterator
from typing import Self

import msgspec

from acd.core.excess import without_anybody
from acd.core.expectation.outlook import DESERTED, FREE, Outlook
from acd.core.matching.ahead import Ahead
from acd.core.matching.choice import Choice
from acd.core.matching.classes import NEVER, ClassKey, NeedClass, Turn
from acd.core.matching.crew import Crew, Members
from acd.core.matching.heads import Heads
from acd.core.matching.ladder import stages
from acd.core.matching.lines import Lines
from acd.core.matching.meant import Meant
from acd.core.matching.prospects import Prospect, Prospects
from acd.core.matching.reasons import Reasons
from acd.core.matching.relief import Relief
from acd.core.matching.reserves import Reserves
from acd.core.matching.stranded import Stranded
from acd.core.obstacles import (
    AT_WORK,
    KEPT_BACK,
    LACKS_SKILL,
    OTHER_PERSON,
    OTHER_QUEUES,
    OTHER_REGIONS,
    obstacle,
)
from acd.core.substitution import hand_over, is_away, is_out, stand_ins, stands_in_for, takers
from acd.core.view import View
from acd.model.agent import Agent, LoggedOut
from acd.model.callback import Agreed, Dialled, PickedUp, Resting
from acd.model.contact import Contact, Queued
from acd.model.ids import AgentId, ContactId
from acd.model.overlay import Absence, Overlay
from acd.model.policy import Policy
from acd.model.queue import Queue, Ring
from acd.model.why import SHOWN, Why


class Matcher:
    """Holds no truth of its own: all of it follows from the records and can be built anew from them."""

    def __init__(self, policy: Policy) -> None:
        self._policy = policy
        self._crew = Crew(policy)
        self._heads = Heads(self._crew)
        self._lines = Lines(policy, self._crew, self._heads)
        self._choice = Choice(policy, self._crew)
        self._reserves = Reserves(policy, self._crew)
        self._reasons = Reasons(len(self._crew.names))
        self._prospects = Prospects(self._turn_of, self._lines.in_use)
        self._stranded = Stranded()
        self._meant = Meant(policy)
        self._relief = Relief()
        self.ahead = Ahead(
            policy, self._crew, self._lines, self._reasons, able=self._able, at_work=self._at_work
        )
        self._resting: dict[ContactId, tuple[ClassKey, Turn, float]] = {}
        """Those who stand in a line and are not to be called before a moment, or still hear good-bye."""
        self._overloaded: set[AgentId] = set()
        self._away: set[AgentId] = set()

    @classmethod
    def of(cls, view: View) -> Self:
        """Built from the records: after loading, and when a policy has been applied."""
        matcher = cls(view.policy)
        for overlay in view.overlays():
            matcher.see_overlay(overlay, view)
        for agent in view.agents():
            matcher.see_agent(agent, view)
        for contact in view.contacts():
            matcher.see_contact(contact, view)
        return matcher

    def classes(self) -> tuple[int, int]:
        """How many need classes have been made, and in how many of them somebody waits."""
        return self._lines.count()

    # --- contacts -------------------------------------------------------------------------------------

    def see_contact(self, contact: Contact, view: View) -> None:
        """A contact has changed: it waits, or it does not wait any more."""
        place = contact.place
        if not isinstance(place, Queued) or not view.is_waiting(contact):
            self._lines.discard(contact.id)
            self._meant.discard(contact.id)
            self._relief.discard(contact.id)
            self._stranded.discard(contact.id)
            self._prospects.change()
            self._see_away(contact, view)
            return
        self._resting.pop(contact.id, None)
        self.ahead.discard(contact.id)
        key = self._key(place, view)
        need_class = self._lines.put(contact.id, place.order_key, key)
        if self._policy.stand_ins:
            self._see_relief(contact.id, place, key, view)
        if place.meant_for is not None:
            self._meant.put(contact.id, place.meant_for.agent)
        else:
            self._meant.discard(contact.id)
        queue = self._policy.queues.get(place.queue)
        if queue is None or _could_go_elsewhere(place, queue):
            self._stranded.put(contact.id, need_class)
        else:
            self._stranded.stay(contact.id, need_class)
        self._prospects.change()
        if need_class.turns[0][1] == contact.id and need_class.fit & self._choice.free:
            self._prospects.put(need_class)  # otherwise whoever becomes free will find it

    def _see_away(self, contact: Contact, view: View) -> None:
        """A customer who is to be called back, and not just now, or before an agent is rung, stands in the
        line all the same.
        """
        self._resting.pop(contact.id, None)
        self.ahead.discard(contact.id)
        place, state = contact.place, contact.callback
        if not contact.is_live or not isinstance(place, Queued) or view.offer_of(contact.id) is not None:
            return
        is_called, is_next = isinstance(state, Dialled | PickedUp), view.is_customer_first(contact)
        if not is_called and not is_next and not isinstance(state, Agreed | Resting):
            return
        key, turn = self._key(place, view), (place.order_key, contact.id)
        self._resting[contact.id] = key, turn, state.until if isinstance(state, Resting) else 0.0
        if is_called:
            self.ahead.call(contact.id, key)
        elif is_next:
            self.ahead.put(contact.id, key, turn)

    def _key(self, place: Queued, view: View) -> ClassKey:
        meant = place.meant_for
        who = None if meant is None else tuple(takers(meant.agent, view, substitutes=meant.substitutes))
        key: ClassKey = (place.queue, place.ring, place.needs, place.preferences, place.region, who, ())
        ring = self._ring(place)
        if not self._policy.stand_ins or ring is None:
            return key
        without = self._lines.foreseen(key)
        if not ring.stand_ins and without.fit & self._stranded.there:
            return key
        return (*key[:6], stand_ins(without.needs, place.region, view))

    def _ring(self, place: Queued) -> Ring | None:
        queue = self._policy.queues.get(place.queue)
        return queue.rings[min(place.ring, len(queue.rings) - 1)] if queue is not None else None

    def _see_relief(self, contact: ContactId, place: Queued, key: ClassKey, view: View) -> None:
        """Whether somebody stands in for what the contact asks for."""
        without = self._lines.foreseen((*key[:6], ()))
        if stand_ins(without.needs, place.region, view):
            self._relief.put(contact, without, relieved=bool(key[6]))
        else:
            self._relief.discard(contact)

    def _see_again(self, contacts: Iterable[ContactId], view: View) -> None:
        for contact_id in contacts:
            contact = view.contact(contact_id)
            if contact is not None:
                self.see_contact(contact, view)

    # --- agents ---------------------------------------------------------------------------------------

    def see_agent(self, agent: Agent, view: View) -> None:
        """An agent has changed: free, or not free any more, or for another reason."""
        number = self._crew.number.get(agent.id)
        if number is None:
            return
        is_there = not isinstance(agent.presence, LoggedOut) and agent.id not in self._away
        if is_there is not (number in self._stranded.numbers):
            self._see_presence(number, view, is_there=is_there)
        if agent.load.overloaded is not (agent.id in self._overloaded):
            self._overloaded ^= {agent.id}
            self._see_takers(agent.id, view)
        now = obstacle(agent, view)
        before = self._reasons.replace(number, now)
        if now is None:
            self._choice.put(number, agent)
            if before is not None:
                self._prospects.put(number)
                self.ahead.stir()
        elif before is None:
            self._choice.discard(number)
            self._prospects.change()
        if now != before:
            self._see_work(number, before, now)

    def _see_work(self, number: int, before: str | None, now: str | None) -> None:
        """An agent has become free or busy, or goes to or from work: a queue may keep others back, or not any
        more.
        """
        concerned = self._reserves.see(
            number,
            free=(now is None) - (before is None),
            at_work=_is_at_work(now) - _is_at_work(before),
        )
        if concerned:
            self._prospects.change()
            for each in concerned:
                if not self._heads.unwanted >> each & 1:
                    self._prospects.put(each)

    def see_overlay(self, overlay: Overlay, view: View) -> None:
        """Somebody may be away, or back: others may take what is meant for them, or not any more."""
        if not isinstance(overlay.edit, Absence):
            return
        agent = overlay.edit.agent
        if is_away(agent, view):
            self._away.add(agent)
        else:
            self._away.discard(agent)
        known = view.agent(agent)
        if known is not None:
            self.see_agent(known, view)
        self._see_takers(agent, view)

    def _see_takers(self, agent: AgentId, view: View) -> None:
        """Others may take what is meant for an agent, or for those for whom he or she stands in, or not any
        more.
        """
        self._see_again(self._meant.concerned(agent, lambda person: is_out(person, view)), view)
        self._see_again(self._relief.everybody(), view)
        self._see_again(self.ahead.contacts(), view)

    def _see_presence(self, number: int, view: View, *, is_there: bool) -> None:
        if is_there:
            self._stranded.come(number)
        else:
            self._stranded.go(number, self._heads.classes_of(number))
        self._see_again(self._relief.turned(number, self._stranded.there), view)

    # --- pairs ----------------------------------------------------------------------------------------

    def next_stranded(self) -> ContactId | None:
        """A contact that nobody present could serve, and for whom another ring is to open."""
        return self._stranded.next(self._lines.class_of)

    def take_lost(self) -> list[ContactId]:
        """Contacts found since the last time that nobody in the company could serve, and that stay."""
        return self._stranded.take_lost()

    def next_pair(self) -> tuple[ContactId, AgentId] | None:
        """The contact with the smallest order key that a free agent can serve, and the best such agent."""
        turn = self._prospects.first()
        if turn is NEVER:
            return None
        need_class = self._lines.class_of(turn[1])
        assert need_class is not None
        best = self._choice.first(need_class, self._able(need_class), 1)
        return turn[1], self._crew.names[best[0]]

    def _turn_of(self, prospect: Prospect) -> Turn:
        """Where the first contact stands that can be offered right now: to this agent, or of this class."""
        if isinstance(prospect, NeedClass):
            return prospect.turns[0] if prospect.turns and self._able(prospect) else NEVER
        if prospect not in self._choice.records:
            return NEVER
        return self._heads.first_for(prospect, only=self._reserves.keepers(prospect) or None)

    def _able(self, need_class: NeedClass) -> Members:
        """The free agents who may be offered a contact of this class."""
        able = need_class.fit & self._choice.free
        if able and need_class.takers is None:
            able &= ~self._reserves.kept_from(need_class.queue)
        return able

    def outlook(self, contact: ContactId, place: Queued, view: View, at: float) -> Outlook:
        """Who stands ahead of a place, and who is there to serve whoever stands there, now or at a later
        stage. One in which nobody is present will be skipped; not so if those present are not at work.
        """
        need_class = self._lines.foreseen(self._key(place, view))
        if self._able(need_class):
            return FREE
        if not self._choice.free:
            found = self._at_work_for(need_class, (place.order_key, contact), 0.0)
            if found.agents:
                return found
        queue = view.policy.queues.get(place.queue)
        found, opens_s = DESERTED, 0.0
        for stage in stages(place, queue, at) if queue is not None else ():
            need_class = self._lines.foreseen(self._key(stage.place, view))
            if self._able(need_class):
                return msgspec.structs.replace(found, free_in_s=opens_s)
            if not found.agents:
                found = self._at_work_for(need_class, (place.order_key, contact), opens_s)
            if found.agents and not self._choice.free:
                break
            if need_class.fit & self._stranded.there:
                opens_s = max(opens_s + stage.lasts_s, stage.until_s)
        return found

    def returning(self, contact: ContactId, place: Queued, view: View, before: float) -> tuple[int, float]:
        """Of those who rest until some moment before this one and have an earlier turn than a place: how many
        have its needs; and others, of each the share of its agents at work who could serve that place, too.
        """
        ahead, beside = 0, 0.0
        if not self._resting:
            return ahead, beside
        turn, at_work = (place.order_key, contact), self._at_work()
        need_class = self._lines.foreseen(self._key(place, view))
        for key, its_turn, due_at in self._resting.values():
            if its_turn < turn and due_at < before:
                its_agents = self._lines.foreseen(key).fit & at_work
                if key == need_class.key:
                    ahead += 1
                elif its_agents:
                    beside += (its_agents & need_class.fit).bit_count() / its_agents.bit_count()
        return ahead, beside

    def _at_work_for(self, need_class: NeedClass, turn: Turn, opens_s: float) -> Outlook:
        at_work = self._at_work()
        agents = need_class.fit & at_work
        if not agents:
            return DESERTED
        ahead, beside = self._lines.before(need_class, at_work, turn)
        return Outlook(None, agents.bit_count(), opens_s, ahead, beside)

    def _at_work(self) -> Members:
        """Who is free, or is not for a moment only."""
        found, because = self._choice.free, self._reasons.because()
        for reason in AT_WORK:
            if reason in because:
                found |= because[reason]
        return found

    # --- why ------------------------------------------------------------------------------------------

    def why(self, contact: Contact, place: Queued, view: View, at: float) -> Why:
        """The reasons of an offer about to be made to the best agent: its candidates come best first."""
        need_class = self._lines.class_of(contact.id)
        assert need_class is not None
        best = self._choice.first(need_class, self._able(need_class), SHOWN)
        chosen = self._crew.names[best[0]]
        return Why(
            queue=place.queue,
            needs=need_class.needs,
            ring=place.ring,
            region=place.region,
            order_key=place.order_key,
            earlier_s=place.earlier_s,
            head_starts=place.head_starts,
            meant_for=place.meant_for,
            passed_over=hand_over(place.meant_for, chosen, view) if place.meant_for is not None else (),
            stands_in_for=stands_in_for(chosen, need_class.key[6], place, self._policy),
            waited_s=at - place.since,
            candidates=tuple(self._choice.candidate(number, need_class, at) for number in best),
            decided_by=self._choice.decider(need_class, best),
            excluded=dict(sorted(self._excluded(need_class))),
            ahead=self._lines.ahead(place.queue, (place.order_key, contact.id)),
            policy_version=self._policy.version,
        )

    def _excluded(self, need_class: NeedClass) -> Iterator[tuple[str, int]]:
        """How many cannot be offered a contact of this class, by reason."""
        serving, able, fit = need_class.serving, need_class.able, need_class.fit
        left_out = {
            (OTHER_QUEUES if need_class.takers is None else OTHER_PERSON): self._crew.everybody & ~serving,
            LACKS_SKILL: serving & ~able,
            OTHER_REGIONS: able & ~fit,
            KEPT_BACK: fit & self._choice.free & ~self._able(need_class),
            **{reason: who & fit for reason, who in self._reasons.because().items()},
        }
        return ((reason, who.bit_count()) for reason, who in left_out.items() if who)


def _is_at_work(reason: str | None) -> bool:
    return reason is None or reason in AT_WORK


def _could_go_elsewhere(place: Queued, queue: Queue) -> bool:
    """Whether there is anything beyond the present stage of a wait, should nobody be there for it."""
    if place.meant_for is not None or place.ring + 1 < len(queue.rings):
        return True
    return bool(queue.overflow) and without_anybody(queue, place.came_by) is not None
