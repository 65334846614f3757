"""The public: those who call, press keys, talk, lose patience, and perhaps call again."""

from collections.abc import Callable, Iterator, Mapping
from datetime import datetime
from itertools import count
from math import inf
from typing import Any

import msgspec

from acd.core.view import View
from acd.model.contact import Ending, InMenu, Listening, Speaking
from acd.model.fact import (
    CallbackAgreed,
    CallbackProposed,
    ContactArrived,
    ContactEnded,
    Fact,
    OfferAnswered,
    PlaceTaken,
    TalkJoined,
)
from acd.model.ids import ContactId, LegId
from acd.model.message import CallArrived, EnterOverlay, Heard, KeyPressed, LegVanished
from acd.model.policy import Policy
from acd.simulate.agenda import Agenda
from acd.simulate.arrivals import Caller, Pasts, callers, local_midnight
from acd.simulate.calling_back import Pickup, keys_for, keys_when_offered, made_up, pickup
from acd.simulate.carried import number_of
from acd.simulate.chance import Chance, Values, drawing
from acd.simulate.keys import END
from acd.simulate.schema import Scenario
from acd.simulate.tally import Tally

NORMAL_CLEARING = 16
"""The Q.850 cause of a call that somebody has hung up."""


class Setting(msgspec.Struct, frozen=True, kw_only=True):
    """All that a run is made of, beside chance."""

    policy: Policy
    scenario: Scenario
    values: Values = {}
    pasts: Pasts = {}
    meanwhile: tuple[EnterOverlay, ...] = ()
    """Absences and incidents of a past day, beside those of the scenario."""


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
    is_agreed: bool = False
    """To be called back: no patience is needed any more."""
    dials: int = 0
    """How often he or she was called back."""


class Public:
    """All callers of a run."""

    def __init__(
        self,
        setting: Setting,
        chance: Chance,
        agenda: Agenda,
        *,
        starts: datetime,
        tally: Tally,
        hear: Callable[[Heard], None],
        view: View,
    ) -> None:
        """`hear` is the engine's ear: what callers do is told there."""
        scenario = self._scenario = setting.scenario
        self._values = setting.values
        self._chance, self._agenda, self._tally, self._hear, self._view = chance, agenda, tally, hear, view
        self._leg = count(1)
        self._calls: dict[LegId, _Call] = {}
        self._contacts: dict[ContactId, _Call] = {}
        self._dids = _dids(scenario)
        dialling = setting.policy.dialling
        self._streams: dict[str, Iterator[Caller]] = {
            name: callers(
                name,
                stream,
                chance,
                begins_at=agenda.now,
                midnight=local_midnight(starts),
                values=setting.values,
                pasts=setting.pasts,
                made_up=made_up(dialling, place, len(scenario.streams))
                if dialling is not None and stream.callback is not None
                else None,
            )
            for place, (name, stream) in enumerate(scenario.streams.items())
        }
        self.listeners: Mapping[type[Fact], Callable[[Any], None]] = {
            ContactArrived: self._contact_arrived,
            PlaceTaken: self._place_taken,
            CallbackProposed: self._callback_proposed,
            CallbackAgreed: self._callback_agreed,
            OfferAnswered: self._offer_answered,
            TalkJoined: self._talk_joined,
            ContactEnded: self._contact_ended,
        }
        """What callers notice."""

    def open(self) -> None:
        """Each stream has its first caller."""
        for name in self._streams:
            self._expect(name)

    # --- coming and going -----------------------------------------------------------------------------

    def _expect(self, stream: str) -> None:
        caller = next(self._streams[stream], None)
        if caller is not None:
            self._agenda.at(caller.at, self._come, caller)

    def _come(self, caller: Caller) -> None:
        self._expect(caller.stream)
        self._call(caller)

    def _call(self, caller: Caller) -> None:
        lines = self._scenario.lines
        blocked = lines is not None and len(self._calls) >= lines
        counts = self._tally.call(caller.stream, self._agenda.now, blocked=blocked)
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
            self._agenda.at(self._agenda.now + after_s, self._call, again)

    def _hang_up(self, call: _Call) -> None:
        if self.let_go(call.leg):
            self._hear(LegVanished(leg=call.leg, cause=NORMAL_CLEARING))

    def let_go(self, leg: LegId) -> bool:
        """The call is over. Returns whether there was one on this leg."""
        return self._calls.pop(leg, None) is not None

    # --- what callers notice --------------------------------------------------------------------------

    def _contact_arrived(self, fact: ContactArrived) -> None:
        call = self._contacts[fact.contact] = self._calls[fact.leg]
        self._tally.meet(fact.contact, call.caller.stream, counts=call.counts)

    def _place_taken(self, fact: PlaceTaken) -> None:
        call = self._contacts[fact.contact]
        if call.waits_until is None:
            call.waits_until = self._agenda.now + call.caller.patience_s
            if call.waits_until < inf:
                self._agenda.at(call.waits_until, self._lose_patience, call)
            if call.caller.asks_after_s < inf:
                self._agenda.at(self._agenda.now + call.caller.asks_after_s, self._ask, call)

    def _lose_patience(self, call: _Call) -> None:
        if not call.is_answered and not call.is_agreed:
            self._hang_up(call)

    def _offer_answered(self, fact: OfferAnswered) -> None:
        self._contacts[fact.contact].is_answered = True

    def _talk_joined(self, fact: TalkJoined) -> None:
        call = self._contacts[fact.contact]
        self._agenda.at(self._agenda.now + call.caller.handle_s, self._hang_up, call)

    def _contact_ended(self, fact: ContactEnded) -> None:
        call = self._contacts.pop(fact.contact)
        if fact.ending in (Ending.ABANDONED, Ending.LEFT_AGAIN):
            self._try_again(call.caller)

    # --- callbacks ------------------------------------------------------------------------------------

    def _ask(self, call: _Call) -> None:
        """Whoever still waits asks to be called back, if that can be had."""
        contact = self._view.caller_of(call.leg) if call.leg in self._calls else None
        keys = keys_for(contact, self._view) if contact is not None else None
        is_offered = contact is not None and isinstance(contact.waiting_room, InMenu)
        if keys and not call.is_answered and not is_offered:
            call.keys = keys[1:]
            self._hear(KeyPressed(leg=call.leg, key=keys[0]))

    def _callback_proposed(self, fact: CallbackProposed) -> None:
        """Whoever would ask for it, sooner or later, takes it as soon as the words are over."""
        call, contact = self._contacts[fact.contact], self._view.contact(fact.contact)
        if call.caller.asks_after_s < inf and contact is not None:
            call.keys = keys_when_offered(contact, fact.flow, self._view) or ""

    def _callback_agreed(self, fact: CallbackAgreed) -> None:
        self._contacts[fact.contact].is_agreed = True

    def expect(self, contact: ContactId, leg: LegId) -> None:
        """The customer is about to be called, on this leg."""
        call = self._contacts[contact]
        call.leg, call.dials = leg, call.dials + 1
        self._calls[leg] = call

    def pick_up(self, leg: LegId) -> Pickup:
        """What becomes of that call, now that the telephone is to ring."""
        call = self._calls[leg]
        wants = self._scenario.streams[call.caller.stream].callback
        who = call.caller.stream, call.caller.number
        return pickup(wants, self._chance, who, call.dials, self._values)

    # --- keys -----------------------------------------------------------------------------------------

    def is_on(self, leg: LegId) -> bool:
        """Whether there is a caller on this leg."""
        return leg in self._calls

    def press_keys(self, leg: LegId) -> None:
        """The caller presses as many keys as are asked for."""
        call = self._calls.get(leg)
        while call is not None and call.keys and self._listens(call):
            key, call.keys = call.keys[0], call.keys[1:]
            self._hear(KeyPressed(leg=leg, key=key))

    def _listens(self, call: _Call) -> bool:
        contact = self._view.caller_of(call.leg)
        if contact is None:
            return False
        journey = contact.journey
        # Whoever ends digits that needed no end does so at once, not in the menu after them.
        ends = isinstance(journey, Speaking) and journey.hash_due and call.keys[0] == END
        return ends or isinstance(journey, Listening)


def _dids(scenario: Scenario) -> dict[str, str]:
    return {
        name: stream.number or number_of(place)
        for place, (name, stream) in enumerate(scenario.streams.items())
    }
