"""Reconcile: compare the books with the channels and bridges that Asterisk really has.

Runs after every (re)connect, so also after a restart of ours. Each difference becomes an ordinary message
that the rooms know how to handle; what the books cannot explain is ended.
"""

from collections.abc import Iterator

from acd.core.talking import bridge_in_use
from acd.core.view import View
from acd.model.command import Command, EndBridge, EndLeg
from acd.model.contact import Joining, Talking
from acd.model.leg import Asked, Ending, Leg, PassedOn, Present, Ringing
from acd.model.message import (
    AsteriskSeen,
    CallArrived,
    EndTimedOut,
    LegAnswered,
    LegRang,
    LegSeen,
    LegVanished,
    PassingUnseen,
    Resumed,
    SeenLeg,
)

Difference = CallArrived | LegSeen | LegRang | LegAnswered | LegVanished | EndTimedOut | PassingUnseen


def differences(seen: AsteriskSeen, view: View) -> Iterator[Difference]:
    """What happened to legs while we were away, as messages; the vanished first, so that nobody is rung for
    a caller who has left.
    """
    found = {leg.leg: leg for leg in seen.legs}
    for leg in view.legs():
        if leg.id not in found and leg.id not in seen.heard and leg.asked_at < seen.asked_at:
            yield LegVanished(leg=leg.id, cause=None, lost=True)
    for leg in view.legs():
        if leg.id in found:
            yield from _progress(leg, found[leg.id])
    for stranger in seen.legs:
        if view.leg(stranger.leg) is None and stranger.arrived is not None:
            yield stranger.arrived


def _progress(leg: Leg, seen: SeenLeg) -> Iterator[Difference]:
    """The way from the state in the books to what was seen. A leg that rings is not said to be there: that
    would let it ring.
    """
    match leg.state:
        case Ending():
            yield EndTimedOut(leg=leg.id)
        case PassedOn():
            yield PassingUnseen(leg=leg.id)
        case Asked() | Present() | Ringing() if seen.up:
            yield LegAnswered(leg=leg.id)
        case Asked() | Present() if seen.ringing:
            yield LegRang(leg=leg.id)
        case Asked():
            yield LegSeen(leg=leg.id)
        case _:
            pass


def strays(seen: AsteriskSeen, view: View) -> tuple[Command, ...]:
    """What must be ended because the books do not explain it. Asked after the differences are handled."""
    used = {bridge_in_use(contact) for contact in view.contacts()}
    legs = [EndLeg(leg=leg.leg) for leg in seen.legs if view.leg(leg.leg) is None]
    bridges = [EndBridge(bridge=bridge.bridge) for bridge in seen.bridges if bridge.bridge not in used]
    return (*legs, *bridges)


def resumptions(seen: AsteriskSeen, view: View) -> Iterator[Resumed]:
    """One for each contact from before the look-up: what we asked for it lately may not have happened."""
    members = {bridge.bridge: set(bridge.legs) for bridge in seen.bridges}
    for contact in view.contacts():
        if contact.is_live and contact.arrived_at < seen.asked_at:
            talk = contact.talk
            together = isinstance(talk, Joining | Talking) and members.get(talk.bridge, set()) >= {
                contact.customer_leg,
                talk.agent_leg,
            }
            yield Resumed(contact=contact.id, together=together)
