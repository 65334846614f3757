"""Ringing again: a contact whose caller may have a place already, from an earlier call, or is to be called at
a moment to come. While the caller is asked that place is held; it is taken at most once.
"""

from acd.core.floor import View
from acd.core.machine import Machine, Step, Table, impossible, stay
from acd.model.again import BegunAnew, NotRecognised, Recognised, Resumed
from acd.model.contact import Contact
from acd.model.fact import CallbackBroughtForward, MessageChosen, PlaceResumed, QueueChosen, StartedAnew
from acd.model.ids import ContactId


def take(
    _contact: Contact,
    state: Recognised,
    _message: PlaceResumed | CallbackBroughtForward,
    _view: View,
    _at: float,
) -> Step[Resumed]:
    """The caller goes on in that place; or takes one now, instead of being called."""
    return Step(Resumed(earlier=state.earlier))


def begin_anew(
    _contact: Contact,
    state: Recognised,
    _message: StartedAnew | QueueChosen | MessageChosen,
    _view: View,
    _at: float,
) -> Step[BegunAnew]:
    """The caller does not want it, or has something else instead: a place of now, or a message."""
    return Step(BegunAnew(earlier=state.earlier))


TABLE: Table = {
    (NotRecognised, PlaceResumed): impossible,
    (NotRecognised, CallbackBroughtForward): impossible,
    (NotRecognised, StartedAnew): impossible,
    (NotRecognised, QueueChosen): stay,
    (NotRecognised, MessageChosen): stay,
    #
    (Recognised, PlaceResumed): take,
    (Recognised, CallbackBroughtForward): take,
    (Recognised, StartedAnew): begin_anew,
    (Recognised, QueueChosen): begin_anew,
    (Recognised, MessageChosen): begin_anew,
    #
    (Resumed, PlaceResumed): impossible,
    (Resumed, CallbackBroughtForward): impossible,
    (Resumed, StartedAnew): impossible,
    (Resumed, QueueChosen): stay,
    (Resumed, MessageChosen): stay,
    #
    (BegunAnew, PlaceResumed): impossible,
    (BegunAnew, CallbackBroughtForward): impossible,
    (BegunAnew, StartedAnew): impossible,
    (BegunAnew, QueueChosen): stay,
    (BegunAnew, MessageChosen): stay,
}


def _contact(
    message: PlaceResumed | CallbackBroughtForward | StartedAnew | QueueChosen | MessageChosen, _: View
) -> tuple[ContactId]:
    return (message.contact,)


MACHINE = Machine(
    name="again",
    record=Contact,
    part="again",
    states=(NotRecognised, Recognised, Resumed, BegunAnew),
    routes=dict.fromkeys(
        (PlaceResumed, CallbackBroughtForward, StartedAnew, QueueChosen, MessageChosen), _contact
    ),
    table=TABLE,
)
