"""Whether what takes hold of something was decided, and written, before Asterisk was asked for it."""

from acd.model.callback import OnTheLine, PickedUp
from acd.model.contact import Contact
from acd.model.ids import LegId
from acd.model.leg import Gone, Leg, PassedOn
from acd.model.offer import Answered, Offer, Opening, RingingOffer
from acd.sim.network import Request
from acd.sim.tables import Tables


def is_written(request: Request, tables: Tables) -> bool:
    """Whether the books know of what is asked for; of what takes hold of nothing there is nothing to know."""
    match request.method, request.path.split("/"):
        case ("POST", ["channels", "create"]):
            return _is_leg_wanted(dict(request.query)["channelId"], tables)
        case ("POST", ["channels", leg, "dial"]):
            return _is_leg_wanted(leg, tables)
        case ("POST", ["bridges", bridge]):
            offer = tables.row(Offer, bridge.removesuffix("-bridge"))
            return offer is not None and isinstance(offer.state, Answered)
        case ("POST", ["channels", leg, "continue"]):
            passed = tables.row(Leg, leg)
            return passed is not None and isinstance(passed.state, PassedOn | Gone)
        case ("POST", ["channels", _, "play", playback]):
            return _is_to_be_said(playback, tables)
        case _:
            return True


def _is_leg_wanted(leg: str, tables: Tables) -> bool:
    """An offer to an agent, or a dial to a customer."""
    owner, _, rest = leg.rpartition("-")
    if rest == "leg":
        return tables.row(Offer, owner) is not None
    contact = tables.row(Contact, owner)
    if contact is None or isinstance(contact.callback, OnTheLine):
        return False
    return contact.callback.order.dials >= int(rest.removeprefix("d"))


def _is_to_be_said(playback: str, tables: Tables) -> bool:
    """Every playback is named after what wants it said, and the how manieth thing it is."""
    owner, _, rest = playback.rpartition("-")
    match rest[0]:
        case "p":  # a prompt of a journey
            contact = tables.row(Contact, owner)
            return contact is not None and contact.journey.turn >= int(rest[1:])
        case "q":  # the question on a line to the outside
            offer = tables.row(Offer, owner)
            return offer is not None and not isinstance(offer.state, Opening | RingingOffer)
        case "b" | "k":  # what an agent is told, or decides, before the customer is dialled
            offer = tables.row(Offer, owner)
            return offer is not None and isinstance(offer.state, Answered)
        case "w":  # the question to whoever takes a call to a customer
            contact = tables.row(Contact, owner.rpartition("-")[0])
            return contact is not None and _was_asked(contact, LegId(owner), int(rest[1:]))
        case _:  # what is said to those who wait
            contact = tables.row(Contact, owner)
            return contact is not None and contact.waiting_room.turn >= int(rest[1:])


def _was_asked(contact: Contact, leg: LegId, turn: int) -> bool:
    """At this turn, or it is over by now."""
    state = contact.callback
    if isinstance(state, PickedUp) and state.leg == leg:
        return state.turn >= turn
    return not isinstance(state, OnTheLine) and state.order.dials >= int(leg.rpartition("-d")[2])
