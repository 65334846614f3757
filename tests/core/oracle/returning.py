"""Who is waited for again."""

from collections.abc import Iterator
from math import inf

import msgspec

from acd.core.view import View
from acd.model.agent import LoggedOut
from acd.model.contact import MeantFor, Queued
from acd.model.ids import AgentId, ContactId
from tests.core.oracle.fitness import unfit


def overlooked(view: View, came: set[AgentId]) -> Iterator[ContactId]:
    """Who still waits, was given nobody of the person it was meant for and the substitutes, and does not wait
    for that person again, though he or she is among those who came, is logged in, and may serve it.
    """
    rung = {offer.contact for offer in view.offers() if offer.is_open}
    for contact in view.contacts():
        place = contact.place
        if not isinstance(place, Queued) or place.gave_up_on is None or contact.id in rung:
            continue
        name = place.gave_up_on.agent
        person, agent = view.policy.agents.get(name), view.agent(name)
        if name not in came or person is None or agent is None or isinstance(agent.presence, LoggedOut):
            continue
        for_one = MeantFor(agent=name, because=place.gave_up_on.because, until=inf)
        waiting = msgspec.structs.replace(contact, place=msgspec.structs.replace(place, meant_for=for_one))
        if unfit(person, waiting, view) is None:
            yield contact.id
