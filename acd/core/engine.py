"""The engine: one message in, one outcome out.

A message goes to every machine that has it in its alphabet; the facts they conclude are messages to the
others, first in, first out, until it is quiet. Then the matcher names pairs until there are none. All at the
same moment `at`, given from outside.
"""

from collections import Counter
from collections.abc import Callable, Mapping
from typing import Any

import msgspec

from acd.core import arrival, changeover, legs, matching, offering, overlays, reconcile, scheduling
from acd.core.alarms import Alarms
from acd.core.draft import Draft
from acd.core.expectation.learner import Learner
from acd.core.floor import Floor
from acd.core.machine import Impossible, Late, Machine, Step, stay
from acd.core.machines import ENDS, HEARERS, MATCHED_BY, NOTED, OF_ONE, WOKEN
from acd.core.matching.ahead import Head
from acd.core.view import View
from acd.model.agent import Agent, OnCall, PhoneState
from acd.model.command import DeleteRecording, EndBridge, EndLeg
from acd.model.contact import Contact, InQueue, Queued
from acd.model.experience import Experience
from acd.model.fact import (
    CustomerDialled,
    Fact,
    MessageTranscribed,
    NobodyFound,
    NumberUnknown,
    OfferOpened,
    RecordingDeleted,
    Surprise,
    WaitEnded,
)
from acd.model.ids import ContactId, OfferId, OverlayId, PhoneId
from acd.model.leg import Leg
from acd.model.message import (
    AgentExpected,
    AsteriskLost,
    AsteriskSeen,
    CallArrived,
    CancelCallback,
    EnterOverlay,
    Heard,
    JoinRefused,
    LegJoined,
    LegSeen,
    MessageRead,
    MoveOverlayEnd,
    PhoneCameBack,
    PhoneSeen,
    PhonesLost,
    PhonesSeen,
    PolicyApplied,
    RecordingOutlived,
    ScheduleCallback,
    StageFoundEmpty,
    TimePassed,
    WithdrawOverlay,
)
from acd.model.offer import Offer
from acd.model.outcome import Done, Outcome, Record, Refused
from acd.model.overlay import Overlay
from acd.model.policy import Policy
from acd.model.promise import Promise

CASCADE_BOUND = 1_000
"""So many times facts may set off further ones. Reached only by an error in a table; how many there are at
once is another matter, for an incident may concern everybody.
"""


class CascadeOverflow(Exception):
    """The machines answer one another without end."""


class Engine:
    """Owns one floor. Not thread-safe, and need not be: the loop is its only caller."""

    def __init__(self, floor: Floor) -> None:
        self._floor = floor
        self._alarms = Alarms()
        self._draft = Draft()
        self._ended: dict[ContactId, None] = {}
        """Contacts of which something has come to its end: they are looked at, in order."""
        self._now = 0.0
        self._find: Mapping[type, Callable[[Any], Record | None]] = {
            Contact: floor.contact,
            Leg: floor.leg,
            Offer: floor.offer,
            Agent: floor.agent,
            Overlay: floor.overlay,
        }
        for record in floor.records():
            self._set_alarms(record)
        self._matcher = matching.Matcher.of(floor)
        self._learner = Learner(floor.experiences())
        self._resume_work()
        floor.foresee_with(self._foresee)

    @property
    def view(self) -> View:
        """The floor, for those who only look."""
        return self._floor

    def deadline(self) -> float | None:
        """When the next deadline is due: the shell sends `TimePassed` then."""
        looks_at = self._matcher.ahead.looks_at() if self._floor.connected and not self._floor.full else None
        moments = (self._alarms.next_at(), self._floor.room_at(), looks_at)
        return min((moment for moment in moments if moment is not None), default=None)

    def handle(self, message: Heard, at: float) -> Outcome:
        """Take one message through all machines and the matcher.

        Args:
            message: what was heard.
            at: the moment, in seconds since the epoch. Should it be smaller than that of the call before,
                time stands still until it is not: nothing happens before what has happened.
        """
        at = self._now = max(at, self._now)
        if type(message) in OF_ONE:
            self._hear(message, at)
        else:
            self._hear_of_many(message, at)
        self._keep_pace(at)
        self._open_rings(at)
        if self._floor.connected:
            self._match(at)
            self._call_ahead(at)
        return self._outcome(at)

    # --- messages that concern more than one record ---------------------------------------------------

    def _hear_of_many(self, message: Heard, at: float) -> None:
        match message:
            case TimePassed():
                self._pass_time(at)
            case CallArrived():
                self._arrive(message, at)
            case AsteriskSeen():
                self._reconcile(message, at)
            case AsteriskLost():
                self._floor.connect(False)
            case PhoneSeen() | PhonesSeen() | PhonesLost():
                self._see_phones(self._phones_of(message), at)
            case ScheduleCallback():
                self._schedule(message, at)
            case EnterOverlay():
                self._enter(message, at)
            case MoveOverlayEnd():
                self._move_end(message, at)
            case PolicyApplied():
                self._apply(message.policy, at)
            case _:
                self._hear(message, at)

    def _hear(self, message: Heard, at: float) -> None:
        """A message for one record. One for nobody is late, and what it shows us is ended; or it is a request
        and must be answered.
        """
        if self._cascade(message, at):
            return
        if isinstance(message, LegSeen):
            self._draft.commands.append(EndLeg(leg=message.leg))
        if isinstance(message, LegJoined | JoinRefused):
            self._draft.commands.append(EndBridge(bridge=message.bridge))
        if isinstance(message, CancelCallback):
            reason = f"There is no call {message.contact}, or it is over."
            self._draft.reply = Refused(reason=reason)
        if isinstance(message, RecordingOutlived):
            self._delete(message)
        if isinstance(message, MessageRead) and self._floor.contact(message.contact) is None:
            # The agent was quicker than the program: the contact is over, and its story has the text.
            self._draft.facts.append(MessageTranscribed(contact=message.contact, text=message.text))
        if isinstance(message, WithdrawOverlay):
            self._draft.reply = _no_overlay(message.overlay)
        agent = getattr(message, "agent", None)
        if agent is not None and self._floor.agent(agent) is None:
            self._draft.reply = Refused(reason=f"The company has no agent {agent}.")

    def _phones_of(self, message: PhoneSeen | PhonesSeen | PhonesLost) -> dict[PhoneId, PhoneState]:
        match message:
            case PhoneSeen(phone=phone, state=state):
                return {phone: state}
            case PhonesSeen(states=states):
                # Whom Asterisk does not name it does not know: a call to that phone would go nowhere.
                desks = (phone.id for phone in self._floor.policy.phones.values() if phone.endpoint is None)
                all_phones = (*self._floor.phones(), *desks)
                return {**dict.fromkeys(all_phones, PhoneState.UNAVAILABLE), **states}
            case PhonesLost():
                return dict.fromkeys(self._floor.phones(), PhoneState.UNKNOWN)

    def _pass_time(self, at: float) -> None:
        while (message := self._alarms.take_due(at)) is not None:
            self._cascade(message, at)

    def _arrive(self, message: CallArrived, at: float) -> None:
        if self._floor.leg(message.leg) is not None:
            return
        did = self._floor.did(message.did)
        if did is None:
            self._draft.facts.append(NumberUnknown(leg=message.leg, did=message.did))
            self._draft.commands.append(EndLeg(leg=message.leg, reason="unallocated"))
            return
        contact, leg, step = arrival.arrive(message, did, ContactId(self._floor.mint("c")), self._floor, at)
        self._put(contact)
        self._put(leg)
        self._take(step, at)

    def _reconcile(self, seen: AsteriskSeen, at: float) -> None:
        self._floor.connect(True)
        for difference in list(reconcile.differences(seen, self._floor)):
            match difference:
                case CallArrived():
                    self._arrive(difference, at)
                case _:
                    self._cascade(difference, at)
        for resumed in list(reconcile.resumptions(seen, self._floor)):
            self._cascade(resumed, at)
        self._draft.commands.extend(reconcile.strays(seen, self._floor))

    def _see_phones(self, states: Mapping[Any, PhoneState], at: float) -> None:
        for phone, state in states.items():
            if self._floor.phone_state(phone) is state:
                continue
            self._floor.put_phone(phone, state)
            agent = self._floor.agent_at(phone)
            if agent is None:
                continue
            self._matcher.see_agent(agent, self._floor)
            if state is PhoneState.NOT_IN_USE:
                self._cascade(PhoneCameBack(agent=agent.id), at)

    def _schedule(self, message: ScheduleCallback, at: float) -> None:
        objection = scheduling.objection(message, self._floor, at)
        known = scheduling.same_as(message, self._floor) if objection is None else None
        if known is not None:
            objection = scheduling.confirm(message, known)
        if objection is not None:
            self._draft.reply = Refused(reason=objection)
        elif known is not None:
            self._draft.reply = Done(contact=known.id)
        else:
            mint = ContactId(self._floor.mint("c"))
            contact, step = scheduling.schedule(message, mint, self._floor, at)
            self._put(contact)
            self._draft.reply = step.reply
            self._take(step, at)

    def _enter(self, message: EnterOverlay, at: float) -> None:
        objection = overlays.objection(message, self._floor.policy, at)
        if objection is not None:
            self._draft.reply = Refused(reason=objection)
            return
        overlay, step = overlays.enter(message, OverlayId(self._floor.mint("v")), at)
        self._put(overlay)
        self._draft.reply = step.reply
        self._take(step, at)

    def _move_end(self, message: MoveOverlayEnd, at: float) -> None:
        overlay = self._floor.overlay(message.overlay)
        if overlay is None:
            self._draft.reply = _no_overlay(message.overlay)
            return
        objection = overlays.objection_to_end(overlay.begins_at, message.ends_at, at)
        if objection is not None:
            self._draft.reply = Refused(reason=objection)
            return
        moved, step = overlays.move_end(overlay, message)
        self._put(moved)
        self._take(step, at)

    def _delete(self, message: RecordingOutlived) -> None:
        """Nobody shall listen to it any more: its contact is over."""
        contact = self._floor.contact(message.contact)
        if contact is None or not contact.is_live:
            deleted = RecordingDeleted(contact=message.contact, recording=message.recording)
            self._draft.facts.append(deleted)
            self._draft.commands.append(DeleteRecording(recording=message.recording))

    def _apply(self, policy: Policy, at: float) -> None:
        before = self._floor.policy.queues
        self._floor.put_policy(policy)
        self._matcher = matching.Matcher.of(self._floor)
        for agent in changeover.newcomers(self._floor, at):
            self._put(agent)
        for move in changeover.moves(self._floor):
            self._cascade(move, at)
        self._take(Step(None, facts=(changeover.changed(policy, before),)), at)
        self._draft.reply = None

    # --- the cascade ----------------------------------------------------------------------------------

    def _cascade(self, message: Any, at: float) -> bool:
        """Carry a message, and the facts it sets off, to every record they concern. False: to none."""
        concerned = False
        generation: list[Any] = [message]
        for _ in range(CASCADE_BOUND):
            if not generation:
                return concerned
            following: list[Any] = []
            for current in generation:
                for machine, select in HEARERS.get(type(current), ()):
                    for record_id in select(current, self._floor):
                        record = self._find[machine.record](record_id)
                        if record is not None:
                            concerned = True
                            following.extend(self._step(machine, record, current, at))
                if type(current) in NOTED:
                    self._listen(current, at)
            generation = following
        raise CascadeOverflow(f"facts set off facts {CASCADE_BOUND} times after {message!r}")

    def _step(self, machine: Machine[Any], record: Record, message: Any, at: float) -> tuple[Fact, ...]:
        """Let one machine handle one message; returns the facts to be carried on."""
        state = getattr(record, machine.part)
        row = machine.row(state, message)
        if row is stay:  # a third of all steps
            return ()
        if isinstance(row, Late):
            if row.handler is None:
                return ()
            row = row.handler
        elif isinstance(row, Impossible):
            self._draft.facts.append(_surprise(machine, record, state, message))
            return ()
        step = row(record, state, message, self._floor, at)
        if step.state is not state and step.state != state:
            self._change(machine, msgspec.structs.replace(record, **{machine.part: step.state}))
        return self._draft.note(step)

    def _listen(self, fact: Any, at: float) -> None:
        """Records that a fact brings into the world, and what is learnt from it."""
        if isinstance(fact, OfferOpened):
            self._put(legs.leg_of_offer(fact, at))
        if isinstance(fact, CustomerDialled):
            self._put(legs.leg_of_attempt(fact, at))
            return
        if not isinstance(fact, WaitEnded):
            self._learner.hear_work(fact, at)
            return
        contact = self._floor.contact(fact.contact)
        place = contact.place if contact is not None else None
        learnt = self._learner.hear_end(fact, place if isinstance(place, InQueue) else None, at)
        if learnt is not None:
            self._put(learnt)

    def _take(self, step: Step[Any], at: float) -> None:
        for fact in self._draft.note(step):
            self._cascade(fact, at)

    def _open_rings(self, at: float) -> None:
        """Nobody waits in a ring in which nobody who is logged in could serve, or not without a word."""
        moves: Counter[ContactId] = Counter()
        while (contact := self._matcher.next_stranded()) is not None:
            moves[contact] += 1
            if moves[contact] > CASCADE_BOUND:
                raise CascadeOverflow(
                    f"{contact} is sent on and on, and nobody is anywhere who could serve it"
                )
            self._cascade(StageFoundEmpty(contact=contact), at)
        for contact in self._matcher.take_lost():
            waits = self._floor.contact(contact)
            assert waits is not None
            assert isinstance(waits.place, Queued)
            self._draft.facts.append(NobodyFound(contact=contact, queue=waits.place.queue))

    def _match(self, at: float) -> None:
        while (pair := self._matcher.next_pair()) is not None:
            contact, agent = self._floor.contact(pair[0]), self._floor.agent(pair[1])
            assert contact is not None
            assert agent is not None
            assert isinstance(contact.place, Queued)
            why = self._matcher.why(contact, contact.place, self._floor, at)
            overtaken = self._matcher.ahead.overtaken(contact.id, contact.place, agent.id)
            offer_id = OfferId(self._floor.mint("o"))
            offer, step = offering.open_offer(offer_id, contact, agent, why, view=self._floor, at=at)
            self._put(offer)
            self._take(step, at)
            self._keep_pace(at)
            if overtaken is not None and self._floor.full is None:
                self._expect_agent(overtaken, at)

    def _call_ahead(self, at: float) -> None:
        """Customers who are called before an agent is rung: those for whom one is free, or expected soon."""
        while self._floor.full is None and self._matcher.ahead.is_time(at):
            heads = self._matcher.ahead.heads(self._floor, at)
            soon = next((head.contact for head in heads if self._is_expected(head)), None)
            if soon is None:
                self._matcher.ahead.note_look(at, again=bool(heads))
            else:
                self._expect_agent(soon, at)

    def _expect_agent(self, contact: ContactId, at: float) -> None:
        self._cascade(AgentExpected(contact=contact), at)
        self._keep_pace(at)

    def _is_expected(self, head: Head) -> bool:
        """Whether an agent is there for a customer, or is expected soon."""
        if head.is_certain():
            return True
        contact = self._floor.contact(head.contact)
        assert contact is not None
        assert isinstance(contact.place, Queued)
        return head.is_soon(self._learner.promise(contact.place, head.outlook).expected_s)

    def _keep_pace(self, at: float) -> None:
        """Who is to be called back stands aside while there is no line for it, and steps in when there is."""
        if self._floor.make_room(at):
            for contact in self._floor.due():
                self._matcher.see_contact(contact, self._floor)

    # --- the expected wait ----------------------------------------------------------------------------

    def _foresee(self, contact: ContactId, place: Queued, at: float) -> Promise:
        outlook = self._matcher.outlook(contact, place, self._floor, at)
        promise = self._learner.promise(place, outlook)
        if not outlook.agents or promise.expected_s is None:
            return promise
        # Whoever is to be called back, and will be due by then, comes first.
        ahead, beside = self._matcher.returning(contact, place, self._floor, at + promise.expected_s)
        if not ahead and not beside:
            return promise
        later = msgspec.structs.replace(outlook, ahead=outlook.ahead + ahead, beside=outlook.beside + beside)
        return self._learner.promise(place, later)

    def _resume_work(self) -> None:
        """Who has been on a call since before we were there."""
        for agent in self._floor.agents():
            if isinstance(agent.activity, OnCall):
                contact = self._floor.contact(agent.activity.contact)
                if contact is not None and isinstance(contact.place, InQueue):
                    self._learner.resume(agent.id, contact.place.queue, agent.activity.since)

    # --- the books ------------------------------------------------------------------------------------

    def _put(self, record: Record) -> None:
        """Write a record of which every part may be new."""
        self._floor.put(record)
        self._draft.put(record)
        self._set_alarms(record)
        self._show_matcher(record)

    def _change(self, machine: Machine[Any], record: Record) -> None:
        """Write a record of which a machine has changed its part: no other part has a new deadline."""
        self._floor.put(record)
        self._draft.put(record)
        self._alarms.set(machine, record)
        name = machine.name
        if name in MATCHED_BY:
            self._show_matcher(record)
        elif name in ENDS and ENDS[name](record):
            assert isinstance(record, Contact | Leg | Offer)
            self._ended[record.id if isinstance(record, Contact) else record.contact] = None
            self._show_matcher(record)

    def _show_matcher(self, record: Record) -> None:
        match record:
            case Contact():
                self._matcher.see_contact(record, self._floor)
            case Offer():
                contact = self._floor.contact(record.contact)
                if contact is not None:
                    self._matcher.see_contact(contact, self._floor)
            case Agent():
                self._matcher.see_agent(record, self._floor)
            case Leg():
                agent = self._floor.agent_at(record.phone) if record.phone else None
                if agent is not None:
                    self._matcher.see_agent(agent, self._floor)
            case Overlay():
                self._matcher.see_overlay(record, self._floor)
            case Experience():
                pass

    def _set_alarms(self, record: Record) -> None:
        for machine in WOKEN.get(type(record), ()):
            self._alarms.set(machine, record)

    def _outcome(self, at: float) -> Outcome:
        outcome = self._draft.outcome(at)
        for contact in self._ended:
            self._floor.forget(contact)
        self._draft, self._ended = Draft(), {}
        return outcome


def _no_overlay(overlay: OverlayId) -> Refused:
    return Refused(reason=f"There is no change {overlay}, or it is over.")


def _surprise(machine: Machine[Any], record: Record, state: object, message: object) -> Surprise:
    return Surprise(
        machine=machine.name,
        record=record.id,
        state=type(state).__name__,
        message=type(message).__name__,
    )
