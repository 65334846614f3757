"""Ringing again: a contact whose caller may have a place already, from an earlier call, or is to be called at
a moment to come. While the caller is asked that place is held; it is taken at most once.

Whose line has not ended yet may be somebody else, who shares the number: so that one is never cut off. Who
asks for such a place stands behind it until its line ends.
"""

from acd.core.machine import Machine, Step, Table, impossible, stay
from acd.core.recognising import inherited, place_to_inherit
from acd.core.view import View
from acd.model.again import Awaiting, BegunAnew, NotRecognised, Recognised, Resumed
from acd.model.contact import Contact
from acd.model.fact import (
    CallbackBroughtForward,
    ContactEnded,
    MessageChosen,
    PlaceAwaited,
    PlaceInherited,
    PlaceResumed,
    QueueChosen,
    StartedAnew,
)
from acd.model.ids import ContactId


def take(
    _contact: Contact,
    state: Recognised | Awaiting,
    _message: PlaceResumed | PlaceInherited | CallbackBroughtForward,
    _view: View,
    _at: float,
) -> Step[Resumed]:
    """The caller goes on in that place; or takes one now, instead of being called."""
    return Step(Resumed(earlier=state.earlier))


def begin_anew(
    _contact: Contact,
    state: Recognised,
    _message: StartedAnew | QueueChosen | MessageChosen,
    view: View,
    _at: float,
) -> Step[BegunAnew | NotRecognised]:
    """The caller does not want it, or has something else instead: a place of now, or a message. Whoever holds
    a line for that place may come back to it, should the line break off.
    """
    earlier = view.contact(state.earlier)
    if earlier is not None and earlier.waits_on_line:
        return Step(NotRecognised())
    return Step(BegunAnew(earlier=state.earlier))


def stand_behind(
    _contact: Contact, state: Recognised, _message: PlaceAwaited, _view: View, _at: float
) -> Step[Awaiting]:
    """The caller wants a place whose line has not ended."""
    return Step(Awaiting(earlier=state.earlier))


def inherit(
    contact: Contact, state: Awaiting, message: ContactEnded, view: View, at: float
) -> Step[Awaiting | NotRecognised]:
    """The earlier one is over: its place is taken, or was somebody else's."""
    held = place_to_inherit(contact, message.contact, view, at)
    return Step(NotRecognised()) if held is None else Step(state, facts=inherited(contact, held))


TABLE: Table = {
    (NotRecognised, PlaceResumed): impossible,
    (NotRecognised, CallbackBroughtForward): impossible,
    (NotRecognised, PlaceAwaited): impossible,
    (NotRecognised, PlaceInherited): impossible,
    (NotRecognised, StartedAnew): impossible,
    (NotRecognised, QueueChosen): stay,
    (NotRecognised, MessageChosen): stay,
    (NotRecognised, ContactEnded): impossible,
    #
    (Recognised, PlaceResumed): take,
    (Recognised, CallbackBroughtForward): take,
    (Recognised, PlaceAwaited): stand_behind,
    (Recognised, PlaceInherited): impossible,
    (Recognised, StartedAnew): begin_anew,
    (Recognised, QueueChosen): begin_anew,
    (Recognised, MessageChosen): begin_anew,
    (Recognised, ContactEnded): stay,
    #
    (Awaiting, PlaceResumed): impossible,
    (Awaiting, CallbackBroughtForward): impossible,
    (Awaiting, PlaceAwaited): impossible,
    (Awaiting, PlaceInherited): take,
    (Awaiting, StartedAnew): impossible,
    (Awaiting, QueueChosen): stay,
    (Awaiting, MessageChosen): stay,
    (Awaiting, ContactEnded): inherit,
    #
    (Resumed, PlaceResumed): impossible,
    (Resumed, CallbackBroughtForward): impossible,
    (Resumed, PlaceAwaited): impossible,
    (Resumed, PlaceInherited): impossible,
    (Resumed, StartedAnew): impossible,
    (Resumed, QueueChosen): stay,
    (Resumed, MessageChosen): stay,
    (Resumed, ContactEnded): impossible,
    #
    (BegunAnew, PlaceResumed): impossible,
    (BegunAnew, CallbackBroughtForward): impossible,
    (BegunAnew, PlaceAwaited): impossible,
    (BegunAnew, PlaceInherited): impossible,
    (BegunAnew, StartedAnew): impossible,
    (BegunAnew, QueueChosen): stay,
    (BegunAnew, MessageChosen): stay,
    (BegunAnew, ContactEnded): impossible,
}


def _contact(
    message: PlaceResumed
    | CallbackBroughtForward
    | PlaceAwaited
    | PlaceInherited
    | StartedAnew
    | QueueChosen
    | MessageChosen,
    _: View,
) -> tuple[ContactId]:
    return (message.contact,)


def _asking_for(fact: ContactEnded, view: View) -> tuple[ContactId, ...]:
    """Those who are asked about its place, or have asked for it."""
    return view.claiming(fact.contact)


MACHINE = Machine(
    name="again",
    record=Contact,
    part="again",
    states=(NotRecognised, Recognised, Awaiting, Resumed, BegunAnew),
    routes={
        ContactEnded: _asking_for,
        **dict.fromkeys(
            (
                PlaceResumed,
                CallbackBroughtForward,
                PlaceAwaited,
                PlaceInherited,
                StartedAnew,
                QueueChosen,
                MessageChosen,
            ),
            _contact,
        ),
    },
    table=TABLE,
)
