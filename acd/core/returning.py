"""Returning: a person whom contacts have given up, because nobody was there, is there again. No machine."""

import msgspec

from acd.core.entering import meant_for, wait_for
from acd.core.machine import Step
from acd.core.obstacles import misfit
from acd.core.view import View
from acd.model.callback import Due
from acd.model.contact import Contact, MeantFor, Queued
from acd.model.fact import AgentBecameReady, CallbackFellDue, OverlayEnded, PersonBack, PersonWanted


def gave_up(meant: MeantFor, *, skipped: bool) -> MeantFor | None:
    """Whether to wait for a person's return who is given up: once, and not if he or she let the time pass."""
    return meant if skipped and not meant.is_back else None


def wait_again(
    contact: Contact, state: Queued, _message: AgentBecameReady | OverlayEnded, view: View, at: float
) -> Step[Queued]:
    """For the person as at the beginning, in the old place; unless a phone rings for the contact already."""
    before = state.gave_up_on
    assert before is not None
    queue = view.queue(state.queue, contact.policy_version)
    meant = wait_for(before.agent, before.because, contact, queue, view=view, at=at)
    meant = msgspec.structs.replace(meant, since=at, is_back=True)
    place = msgspec.structs.replace(state, meant_for=meant, gave_up_on=None)
    if view.offer_of(contact.id) is not None or not _is_there(meant, place, view):
        return Step(state)
    return Step(place, facts=(PersonBack(contact=contact.id, agent=meant.agent, until=meant.until),))


def wait_anew(
    contact: Contact, state: Queued, _message: CallbackFellDue, view: View, at: float
) -> Step[Queued]:
    """A callback that was agreed for a moment, and for somebody, is that person's at each try: who was given
    up before was given up for that try alone, or while nobody was to call. Of one that was scheduled the
    wait begins just now, at the first try.
    """
    callback = contact.callback
    is_agreed = isinstance(callback, Due) and callback.order.not_before is not None
    if not is_agreed or state.about.wanted is None or state.entered_at == at:
        return Step(state)
    queue = view.queue(state.queue, contact.policy_version)
    meant = meant_for(contact, state.about, queue, view, at)
    if meant is None:
        return Step(state)
    meant = msgspec.structs.replace(meant, since=at)
    wanted = PersonWanted(contact=contact.id, agent=meant.agent, until=meant.until)
    return Step(msgspec.structs.replace(state, meant_for=meant, gave_up_on=None), facts=(wanted,))


def _is_there(meant: MeantFor, place: Queued, view: View) -> bool:
    """Whether the person is logged in, and could take it."""
    agent = view.agent(meant.agent)
    logged_in = agent is not None and agent.phone is not None
    return logged_in and misfit(view.policy.agents.get(meant.agent), place, view) is None
