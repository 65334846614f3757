"""The directory: who is found by a number of the world outside. Follows from the contacts; no machine.

Whoever rings, and whoever is to be called back, is looked up by a number. However many wait, that costs as
much as there are contacts at this one number.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from acd.core.numbers import dialable, international
from acd.model.again import Awaiting, BegunAnew, Recognised, Resumed
from acd.model.callback import OnTheLine
from acd.model.contact import Contact, Ended, Over, Talking
from acd.model.ids import AgentId, ContactId
from acd.model.policy import Policy

MOST_DROPPED = 10_000
"""So many who have left a line are remembered, should they ring again: some 30 MB."""

MOST_TALKS = 100_000
"""So many callers are remembered with whom they talked last: some 20 MB."""


class Pages:
    """Contacts by number, each under as many as it has."""

    def __init__(self) -> None:
        self._contacts: defaultdict[str, dict[ContactId, None]] = defaultdict(dict)
        self._numbers: dict[ContactId, frozenset[str]] = {}

    def enter(self, contact: ContactId, numbers: frozenset[str]) -> None:
        """From now on it is under these numbers."""
        before = self._numbers.get(contact, frozenset())
        if numbers == before:
            return
        for number in before - numbers:
            del self._contacts[number][contact]
            if not self._contacts[number]:
                del self._contacts[number]
        for number in numbers - before:
            self._contacts[number][contact] = None
        self._numbers[contact] = numbers
        if not numbers:
            del self._numbers[contact]

    def at(self, number: str) -> Iterable[ContactId]:
        """Who is under a number, in the order in which they came there."""
        return tuple(self._contacts.get(number, ()))


class Directory:
    """Who is at a number, who has left a line and called from there, with whom a caller talked last."""

    def __init__(self, policy: Policy) -> None:
        self._policy = policy
        self._here = Pages()
        self._gone = Pages()
        self._waiting = Pages()
        self._dropped: dict[ContactId, Contact] = {}
        """Over, but whoever rings from the same number can take their places; the oldest first."""
        self._claimed_by: defaultdict[ContactId, set[ContactId]] = defaultdict(set)
        """Whose place a caller is asked about, or has asked for."""
        self._last_talks: dict[str, tuple[AgentId, float]] = {}
        """By the caller's number: with whom, and when."""

    def at(self, number: str) -> Iterable[ContactId]:
        """Those who wait to be called back at a number, are or were called there, or came from there."""
        return self._here.at(number)

    def dropped(self) -> Iterator[Contact]:
        """Those that have left a line and whose places nobody has taken since, the oldest first."""
        return iter(tuple(self._dropped.values()))

    def dropped_at(self, number: str) -> Iterator[Contact]:
        """Those among them who called from this number, the oldest first."""
        return (self._dropped[contact] for contact in self._gone.at(number))

    def dropped_as(self, contact: ContactId) -> Contact | None:
        """One of them, if it is."""
        return self._dropped.get(contact)

    def waiting_at(self, number: str) -> Iterable[ContactId]:
        """Those who wait on a line and called from this number, in the order in which they came there."""
        return self._waiting.at(number)

    def is_claimed(self, earlier: ContactId) -> bool:
        """Whether a caller is being asked about the place of this contact, or has asked for it."""
        return earlier in self._claimed_by

    def claiming(self, earlier: ContactId) -> tuple[ContactId, ...]:
        """Those callers."""
        return tuple(sorted(self._claimed_by.get(earlier, ())))

    def last_agent(self, caller: str | None, since: float) -> AgentId | None:
        """The agent with whom a caller talked last, if that was not before this moment."""
        talked = self._last_talks.get(caller or "")
        return talked[0] if talked is not None and talked[1] >= since else None

    def put_policy(self, policy: Policy, contacts: Iterable[Contact]) -> None:
        """A version comes into force: in another country a number may stand for another one."""
        before, self._policy = self._policy, policy
        if policy.dialling != before.dialling:
            self._here = Pages()
            for contact in contacts:
                self._here.enter(contact.id, self._numbers_of(contact))
        if policy.recognition.country != before.recognition.country:
            self._gone, self._waiting = Pages(), Pages()
            for contact in self._dropped.values():
                self._gone.enter(contact.id, self._number_of(contact))
            for contact in contacts:
                self._see_waiting(contact)

    def see(self, before: Contact | None, now: Contact) -> None:
        """A contact has come, or has changed."""
        if before is None or now.callback is not before.callback:
            self._here.enter(now.id, self._numbers_of(now))
        if now.waits_on_line is not (before is not None and before.waits_on_line):
            self._see_waiting(now)
        if before is not None and isinstance(before.again, Recognised | Awaiting):
            self._let_go(before.again.earlier, now.id)
        if now.is_live and isinstance(now.again, Recognised | Awaiting):
            self._claimed_by[now.again.earlier].add(now.id)
        self.see_dropped(before, now)
        if now.caller and isinstance(now.talk, Talking | Over):
            self.note_talk(now.caller, now.talk.agent, now.talk.since)

    def forget(self, contact: ContactId) -> None:
        """It is over, and nothing is left of it."""
        self._here.enter(contact, frozenset())

    def _see_waiting(self, contact: Contact) -> None:
        self._waiting.enter(contact.id, self._number_of(contact) if contact.waits_on_line else frozenset())

    def _let_go(self, earlier: ContactId, contact: ContactId) -> None:
        self._claimed_by[earlier].discard(contact)
        if not self._claimed_by[earlier]:
            del self._claimed_by[earlier]

    def _numbers_of(self, contact: Contact) -> frozenset[str]:
        """Where it may be called, and where it came from if that may be dialled."""
        order = None if isinstance(contact.callback, OnTheLine) else contact.callback.order
        dialling = self._policy.dialling
        own = dialable(contact.caller, dialling) if dialling is not None else None
        return frozenset(filter(None, (own, order.number if order is not None else None)))

    def see_dropped(self, before: Contact | None, now: Contact) -> None:
        """Whoever has left a line; unless that place has been taken since."""
        if isinstance(now.again, Resumed | BegunAnew):
            self._strike(now.again.earlier)
        if not isinstance(now.life, Ended) or now.life.left is None:
            return
        if before is None or before.is_live or now.id in self._dropped:
            self._dropped[now.id] = now
            self._gone.enter(now.id, self._number_of(now))
        oldest = next(iter(self._dropped.values()), now)
        is_old = (
            isinstance(oldest.life, Ended)
            and oldest.life.at < now.life.at - self._policy.recognition.within_s
        )
        if is_old or len(self._dropped) > MOST_DROPPED:
            self._strike(oldest.id)

    def _strike(self, contact: ContactId) -> None:
        self._dropped.pop(contact, None)
        self._gone.enter(contact, frozenset())

    def _number_of(self, contact: Contact) -> frozenset[str]:
        number = international(contact.number, self._policy.recognition.country)
        return frozenset(filter(None, (number,)))

    def note_talk(self, caller: str, agent: AgentId, since: float) -> None:
        """A talk on a line to the outside is none with a person whom the caller could get again: the agent
        before that is remembered on.
        """
        person = self._policy.agents.get(agent)
        if person is not None and person.outside is not None:
            return
        if caller in self._last_talks and self._last_talks[caller][1] > since:
            return
        self._last_talks.pop(caller, None)
        self._last_talks[caller] = agent, since
        if len(self._last_talks) > MOST_TALKS:
            del self._last_talks[next(iter(self._last_talks))]
