"""The machines of the core, who hears which message, and which of their steps matter to whom."""

from collections.abc import Callable, Mapping
from typing import Any, get_args

from acd.core import (
    activity,
    arrival,
    calling_back,
    ivr,
    legs,
    messages,
    offering,
    overlays,
    presence,
    ringing_again,
    talking,
    tongue,
    voice_notes,
    waiting,
    waiting_room,
    workload,
)
from acd.core.expectation.learner import Works
from acd.core.machine import Machine, Select
from acd.model.fact import CustomerDialled, WaitEnded
from acd.model.message import AsteriskLost, AsteriskSeen, CallArrived, FromAsterisk

MACHINES: tuple[Machine[Any], ...] = (
    legs.MACHINE,
    offering.MACHINE,
    talking.MACHINE,
    arrival.MACHINE,
    calling_back.MACHINE,
    tongue.MACHINE,
    waiting.MACHINE,
    waiting_room.MACHINE,
    ivr.MACHINE,
    messages.MACHINE,
    voice_notes.MACHINE,
    ringing_again.MACHINE,
    presence.MACHINE,
    activity.MACHINE,
    workload.MACHINE,
    overlays.MACHINE,
)
"""In the order in which they hear a message. Talking comes before the life of the contact, so that the books
close a talk before they close its contact; the tongue before the place, for rules go by the language; the
waiting room before the flow, and both before messages, so that what is heard stops before words begin; and
only when all have seen whose place it was is it noted that it is taken.
"""

ROUTES: Mapping[type, tuple[Machine[Any], ...]] = {
    message: tuple(machine for machine in MACHINES if message in machine.routes)
    for message in dict.fromkeys(message for machine in MACHINES for message in machine.routes)
}

HEARERS: Mapping[type, tuple[tuple[Machine[Any], Select], ...]] = {
    message: tuple((machine, machine.routes[message]) for machine in machines)
    for message, machines in ROUTES.items()
}
"""Who hears a message, and how each of them finds the records that it concerns."""

WOKEN: Mapping[type, tuple[Machine[Any], ...]] = {
    record: tuple(machine for machine in MACHINES if machine.record is record and machine.deadline)
    for record in dict.fromkeys(machine.record for machine in MACHINES)
}
"""Whose deadlines a record can have."""

ENDS: Mapping[str, Callable[[Any], bool]] = {
    legs.MACHINE.name: lambda leg: leg.is_gone,
    offering.MACHINE.name: lambda offer: not offer.is_open,
    arrival.MACHINE.name: lambda contact: not contact.is_live,
}
"""Whether a record has come to its end by the machine's last step. Before, no step of these machines matters
to the matcher, and there is nothing to be forgotten.
"""

MATCHED_BY = frozenset(machine.name for machine in MACHINES) - {
    tongue.MACHINE.name,
    waiting_room.MACHINE.name,
    ivr.MACHINE.name,
    ringing_again.MACHINE.name,
    voice_notes.MACHINE.name,
    talking.MACHINE.name,
    *ENDS,
}
"""The machines of which every step matters to the matcher."""

NOTED = frozenset((*get_args(Works), WaitEnded, CustomerDialled))
"""Facts from which something is learnt, or that bring a leg into the world."""

OF_ONE = frozenset(get_args(FromAsterisk)) - {CallArrived, AsteriskSeen, AsteriskLost}
"""Messages for one record, looked for at once: almost all are."""
