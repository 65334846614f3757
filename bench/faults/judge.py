"""Carries the calls of a lap on to their ends, and says what became of each."""

from acd.testing.call import Call
from acd.testing.errors import CallEndedError, CommandRefusedError, NotInTimeError
from acd.testing.protocol import Moment
from bench.faults.catalogue import Fault
from bench.faults.fates import (
    Fate,
    Outcome,
    brief,
    came,
    ended,
    gone_on,
    lost,
    seconds_between,
    two_at_once,
)
from bench.faults.house import House
from bench.faults.listening import break_s, first_heard, hear_each_other
from bench.faults.people import MENU_HZ, MUSIC_HZ, Customer, State, hang_up
from bench.faults.population import Population, for_all
from bench.waiting import wait_until

NOT_DONE = (NotInTimeError, CallEndedError, CommandRefusedError)
"""What a phone says when a call has gone another way. That the phone itself died would say nothing of it."""

PATIENCE_S = 60.0
"""Who is not served so long after the blow is lost."""
TALK_S = 5.0
"""Two who have just been brought together hear each other by then."""
LEAST_S = 5.0
"""What everybody gets, however late it is."""
RELEASED_S = 15.0
"""Who has been left alone must know by then."""
WRAP_UP_S = 25.0
"""As the company says."""
WRAP_UP_LATE_S = 2.0


class Judge:
    """Of one lap. `struck`: when the fault began; `observed`: when it had been over for a while."""

    def __init__(self, house: House, people: Population, *, struck: Moment, fault: Fault) -> None:
        self._house = house
        self._people = people
        self._struck = struck
        self._ends_calls = fault.ends_calls
        self._clock_jumps = fault.clock_jumps
        self.observed = struck
        self._deadline_ns = Moment.now().mono_ns + PATIENCE_S * 1e9

    @property
    def _patience_s(self) -> float:
        return max(LEAST_S, (self._deadline_ns - Moment.now().mono_ns) / 1e9)

    # ── those who came with the fault, before anybody else does anything ───────────────────────────

    def arrival(self, customer: Customer) -> tuple[Fate, Moment | None]:
        """Somebody who rang up as the fault struck, and when he or she talked to an agent."""
        early = customer.call.began_at < self._struck
        try:
            patience_s = LEAST_S if self._ends_calls and early else self._patience_s
            desk = self._house.desks.wait_talk(customer, patience_s)
        except NotInTimeError as late:
            return self._over(customer) or lost(customer, brief(late)), None
        answered = desk.reached["answered"]
        silent = self._silent(customer, desk, since=answered)
        heard = first_heard(customer.call, desk.phone.tone_hz, answered) or answered
        hang_up(desk)
        if silent:
            return silent, None
        return came(customer, seconds_between(customer.call.began_at, heard)), heard

    # ── everybody else, after `observed` ──────────────────────────────────────────────────────────

    def all_others(self) -> list[Fate]:
        """Everybody goes on with what he or she was about, and is judged."""
        people = self._people
        return [
            self._left_in_talk(),
            self._left_ringing(),
            self._left_queue(),
            *for_all(self._ringing, people.ringing),
            *for_all(self._in_menu, [*people.menu, *people.late]),
            *for_all(self._talking, people.talking.items()),
            *self._queue(),
            *for_all(self._wrap_up, people.wrap_up.items()),
        ]

    def _over(self, customer: Customer) -> Fate | None:
        """Of a call that is over, or whose Asterisk is; None for one that should go on."""
        if self._ends_calls and customer.call.began_at < self._struck:
            return ended(customer)
        if customer.call.state == "ended":
            return lost(customer, f"ended by {customer.call.ended_by or 'nobody'}: {customer.call.over}")
        return None

    def _silent(self, customer: Customer, desk: Call, since: Moment | None = None) -> Fate | None:
        """None if customer and agent hear each other, from now or an earlier moment on."""
        instead = hear_each_other(customer, desk, self._patience_s if since else TALK_S, since=since)
        return lost(customer, f"not in a talk: {instead}") if instead else None

    def _heard(self, customer: Customer, hz: float, end: Moment | None = None) -> Fate:
        """How a caller heard on what he or she heard before."""
        end = min(end or self.observed, self.observed)
        return gone_on(customer, break_s(customer.call, hz, self._struck, end))

    def _talking(self, pair: tuple[Customer, Call]) -> Fate:
        """They talk on."""
        customer, desk = pair
        if over := self._over(customer):
            return over
        gap_s = max(
            break_s(customer.call, desk.phone.tone_hz, self._struck, self.observed),
            break_s(desk, customer.tone_hz, self._struck, self.observed),
        )
        return self._silent(customer, desk) or gone_on(customer, gap_s)

    def _part(self, customer: Customer, desk: Call) -> Fate | None:
        """The agent hangs up. None if the caller was told."""
        hang_up(desk)
        try:
            customer.call.wait_ended(RELEASED_S)
        except NOT_DONE as error:
            return lost(customer, f"the agent has hung up, and the caller was not told: {brief(error)}")
        return None

    def _ringing(self, customer: Customer) -> Fate:
        """The agent answers now: the phone that rang, or another that rings instead."""
        if over := self._over(customer):
            return over
        try:
            desk = self._house.desks.wait_ring(customer, self._patience_s)
            desk.answer()
        except NOT_DONE as error:
            return lost(customer, f"no agent could answer: {brief(error)}")
        if two_at_once(self._house.desks.rings_of(customer)):
            return lost(customer, "two phones rang at the same time")
        heard = self._silent(customer, desk) or self._heard(customer, MUSIC_HZ)
        if heard.outcome is Outcome.UNTOUCHED and desk is not self._people.first_rings[customer]:
            return Fate(state=customer.state, who=customer.name, outcome=Outcome.ANEW)
        return heard

    def _in_menu(self, customer: Customer) -> Fate:
        """The caller makes a choice now, and is put through."""
        if over := self._over(customer):
            return over
        early = customer.call.began_at < self._struck
        since = self._struck if early else customer.call.began_at
        if not customer.call.hears_tone(MENU_HZ, self._patience_s, since=None if early else since):
            return lost(customer, "no menu is heard")
        gap_s = break_s(customer.call, MENU_HZ, since, self.observed)
        customer.call.press("2")
        try:
            desk = self._house.desks.wait_talk(customer, self._patience_s)
        except NotInTimeError as late:
            return self._over(customer) or lost(customer, f"pressed the key: {brief(late)}")
        if silent := self._silent(customer, desk):
            return silent
        hang_up(desk)
        return gone_on(customer, gap_s) if early else came(customer, gap_s)

    def _queue(self) -> list[Fate]:
        """Talks end one after another. Who waited is served as agents come free: in the order in which they
        came.
        """
        rings = self._house.desks.rings_of
        waiting = self._people.waiting
        talks = iter(self._people.talking.items())
        fates = []
        for customer in waiting:
            if not rings(customer) and (talk := next(talks, None)) and not self._ends_calls:
                fates += [fate for fate in [self._part(*talk)] if fate]
            fates.append(self._waiting(customer))
        served = sorted(filter(rings, waiting), key=lambda one: rings(one)[0].began_at)
        if served != [one for one in waiting if rings(one)]:
            order = ", ".join(str(waiting.index(one) + 1) for one in served)
            fates.append(lost(waiting[0], f"served in the order {order}"))
        return fates

    def _waiting(self, customer: Customer) -> Fate:
        if over := self._over(customer):
            return over
        try:
            desk = self._house.desks.wait_talk(customer, self._patience_s)
        except NotInTimeError as late:
            return self._over(customer) or lost(customer, brief(late))
        if two_at_once(self._house.desks.rings_of(customer)):
            return lost(customer, "two phones rang at the same time")
        heard = self._heard(customer, MUSIC_HZ, desk.reached["answered"])
        return self._silent(customer, desk) or heard

    # ── those who hung up while the fault lasted ──────────────────────────────────────────────────

    def _left_in_talk(self) -> Fate:
        """The agent hung up: the caller must not stand there alone."""
        customer, desk = self._people.leaves_talk
        return self._released(customer, customer.call, left=desk)

    def _left_ringing(self) -> Fate:
        """The caller hung up: the phone must stop ringing."""
        customer, desk = self._people.leaves_ringing
        return self._released(customer, desk, left=customer.call)

    def _released(self, customer: Customer, alone: Call, *, left: Call) -> Fate:
        if self._ends_calls:
            return ended(customer)
        try:
            over = alone.wait_ended(RELEASED_S)
        except NOT_DONE as error:
            return lost(customer, f"{alone!r} was left alone: {brief(error)}")
        if len(self._house.desks.rings_of(customer)) > 1:
            return lost(customer, "a phone rang again for somebody who had gone")
        return came(customer, seconds_between(left.reached["ended"], over))

    def _left_queue(self) -> Fate:
        """The caller hung up: nobody may ring for him or her."""
        customer = self._people.leaves_queue
        if self._ends_calls:
            return ended(customer)
        if self._house.desks.rings_of(customer):
            return lost(customer, "a phone rang for somebody who had gone")
        return came(customer, 0.0)

    def _wrap_up(self, pair: tuple[int, Moment]) -> Fate:
        """The agent's time after the call ends when it should, neither before nor long after."""
        agent, began = pair
        who, state = f"agent {agent}", State.WRAP_UP
        is_over = seconds_between(began, Moment.now()) > WRAP_UP_S

        def has_ended() -> bool:
            return self._house.activity(agent) != "wrap_up"

        if not is_over and has_ended():
            if self._clock_jumps:
                return Fate(state=state, who=who, outcome=Outcome.EARLY)
            return Fate(state=state, who=who, outcome=Outcome.LOST, reason="the wrap-up ended too early")
        left_s = WRAP_UP_S - seconds_between(began, Moment.now())
        try:
            wait_until(has_ended, max(0.0, left_s) + self._patience_s, f"the end of the wrap-up of {who}")
        except NotInTimeError as late:
            return Fate(state=state, who=who, outcome=Outcome.LOST, reason=brief(late))
        late_s = seconds_between(began, Moment.now()) - WRAP_UP_S
        if is_over or late_s < WRAP_UP_LATE_S:
            return Fate(state=state, who=who, outcome=Outcome.UNTOUCHED)
        return Fate(state=state, who=who, outcome=Outcome.LATER, seconds=late_s)
