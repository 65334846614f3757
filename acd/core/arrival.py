"""Arrival: a call comes in on a number of ours, and the life of the contact from then to its end."""

from acd.core.dictating import agreed_by_leaving
from acd.core.known import known_of
from acd.core.machine import Machine, Step, Table, impossible, late, stay
from acd.core.recognising import recognise
from acd.core.view import View
from acd.model.again import NotRecognised, Recognised
from acd.model.callback import Agreed, GivenUp, Reached
from acd.model.command import AnswerLeg
from acd.model.contact import Contact, Ended, Ending, Live, Nowhere, Queued, Silent, Travelled
from acd.model.fact import (
    CallbackGivenUp,
    CallPassedOn,
    ContactArrived,
    ContactEnded,
    FlowEnded,
    LegEnded,
    MessageGivenUp,
    MessageMissed,
    Overflowed,
    TalkEnded,
    VoicemailChosen,
)
from acd.model.ids import ContactId
from acd.model.leg import Leg, Present, Side
from acd.model.message import CallArrived, Resumed
from acd.model.policy import Did
from acd.model.queue import ToEnd, ToVoicemail
from acd.model.voice_message import Invited, Recording

GIVEN_UP = {
    GivenUp.CANCELLED: Ending.CANCELLED,
    GivenUp.DECLINED: Ending.CANCELLED,
    GivenUp.REFUSED: Ending.CANCELLED,
    GivenUp.TAKEN: Ending.WITHDRAWN,
}
"""How a contact ends whose customer is not called any more, though not because nobody was reached."""


def arrive(
    message: CallArrived, did: Did, contact: ContactId, view: View, at: float
) -> tuple[Contact, Leg, Step[None]]:
    """The records of a new call, answered at once: carriers cut a call that is left unanswered.

    The step's facts send the contact on its journey; its state is not used.
    """
    customer = view.policy.customers.get(message.caller or "")
    known, flow = recognise(message.caller, view, at), did.flow_at(at)
    arrived = ContactArrived(
        contact=contact,
        leg=message.leg,
        did=message.did,
        caller=message.caller,
        flow=known.flow if known is not None else flow,
        open=did.open_at(at),
        policy_version=view.policy.version,
        about=known_of(did.about, customer, message.caller, view.policy),
        earlier=known.earlier.id if known is not None else None,
    )
    record = Contact(
        id=contact,
        leg=message.leg,
        did=message.did,
        caller=message.caller,
        language=known.earlier.language if known else (customer and customer.language) or did.language,
        arrived_at=at,
        policy_version=view.policy.version,
        journey=Travelled(turn=0),
        again=Recognised(earlier=known.earlier.id, flow=flow) if known is not None else NotRecognised(),
    )
    leg = Leg(id=message.leg, contact=contact, side=Side.CALLER, asked_at=at, state=Present())
    return record, leg, Step(None, facts=(arrived,), commands=(AnswerLeg(leg=message.leg),))


def _end(contact: Contact, ending: Ending, at: float, *, left: Queued | None = None) -> Step[Ended]:
    return Step(
        Ended(at=at, ending=ending, left=left), facts=(ContactEnded(contact=contact.id, ending=ending),)
    )


def leave(contact: Contact, state: Live, message: LegEnded, view: View, at: float) -> Step[Live | Ended]:
    """The caller's leg is gone: what that means depends on how far the contact had come. Who is to be called
    back has hung up as agreed.
    """
    if message.leg != contact.customer_leg or contact.is_away or isinstance(contact.callback, Agreed):
        return Step(state)
    if agreed_by_leaving(contact, view):
        return Step(state)
    if isinstance(contact.message, Recording):  # what there is of it we shall know
        return Step(state)
    if message.lost and contact.is_owed_a_talk:  # and is called once more
        return Step(state)
    place = contact.place
    stood = place if view.policy.recognition.dropped is not None and isinstance(place, Queued) else None
    if message.lost:
        return _end(contact, Ending.LOST, at, left=stood)
    if not isinstance(contact.talk, Silent):
        return _end(contact, Ending.SERVED, at)
    match place:
        case Queued():
            called = isinstance(contact.callback, Reached)
            return _end(contact, Ending.LEFT_AGAIN if called else Ending.ABANDONED, at, left=stood)
        case Nowhere():
            invited = isinstance(contact.message, Invited)
            return _end(contact, Ending.NO_MESSAGE if invited else Ending.LEFT_IN_MENU, at)
        case _:  # an agent has heard the note, and not yet the customer
            return _end(contact, Ending.LEFT_AGAIN, at)


def be_served(contact: Contact, _state: Live, message: TalkEnded, _view: View, at: float) -> Step[Ended]:
    """The agent has hung up, or has closed a message."""
    return _end(contact, Ending.HANDLED if message.listened else Ending.SERVED, at)


def be_dismissed(
    contact: Contact, state: Live, _message: FlowEnded, _view: View, at: float
) -> Step[Live | Ended]:
    """The flow has said good-bye, for good or until the customer is called back."""
    return Step(state) if isinstance(contact.callback, Agreed) else _end(contact, Ending.FLOW_ENDED, at)


def be_given_up(
    contact: Contact, _state: Live, message: CallbackGivenUp, _view: View, at: float
) -> Step[Ended]:
    """The customer should have been called back, and is not any more."""
    return _end(contact, GIVEN_UP.get(message.because, Ending.UNREACHED), at)


def miss_message(
    contact: Contact, _state: Live, message: MessageMissed, _view: View, at: float
) -> Step[Ended]:
    """Nothing was said, or it could not be recorded here: Asterisk's own box shall try."""
    if message.to_box is None:
        return _end(contact, Ending.NO_MESSAGE, at)
    return _pass(contact, message.to_box, at)


def stay_unclosed(
    contact: Contact, _state: Live, _message: MessageGivenUp, _view: View, at: float
) -> Step[Ended]:
    """A message that was listened to, and nobody has said what becomes of it."""
    return _end(contact, Ending.UNCLOSED, at)


def leave_message(
    contact: Contact, _state: Live, message: VoicemailChosen, _view: View, at: float
) -> Step[Ended]:
    """The caller has chosen to."""
    return _pass(contact, message.box, at)


def _pass(contact: Contact, box: str, at: float) -> Step[Ended]:
    ending = _end(contact, Ending.VOICEMAIL, at)
    passed = CallPassedOn(contact=contact.id, leg=contact.customer_leg, box=box)
    return Step(ending.state, facts=(passed, *ending.facts))


def pass_on(contact: Contact, state: Live, message: Overflowed, view: View, at: float) -> Step[Live | Ended]:
    """A queue leads the contact to a voicemail box, or to no other place: no more for us to do."""
    match message.to:
        case ToVoicemail(box=box) if box not in view.policy.boxes:
            return _pass(contact, box, at)
        case ToEnd():
            away = Ending.UNCLOSED if contact.has_left else Ending.UNREACHED
            return _end(contact, away if contact.is_away else Ending.FLOW_ENDED, at)
        case _:
            return Step(state)


def answer_again(contact: Contact, state: Live, _message: Resumed, view: View, _at: float) -> Step[Live]:
    """Our answer may have been lost with the connection. Answering an answered leg does nothing."""
    leg = view.leg(contact.leg)
    unanswered = leg is not None and isinstance(leg.state, Present)
    return Step(state, commands=(AnswerLeg(leg=contact.leg),) if unanswered else ())


TABLE: Table = {
    (Live, LegEnded): leave,
    (Live, TalkEnded): be_served,
    (Live, FlowEnded): be_dismissed,
    (Live, Overflowed): pass_on,
    (Live, VoicemailChosen): leave_message,
    (Live, CallbackGivenUp): be_given_up,
    (Live, MessageMissed): miss_message,
    (Live, MessageGivenUp): stay_unclosed,
    (Live, Resumed): answer_again,
    #
    (Ended, LegEnded): stay,
    (Ended, TalkEnded): late,
    (Ended, FlowEnded): impossible,
    (Ended, Overflowed): impossible,
    (Ended, VoicemailChosen): impossible,
    (Ended, CallbackGivenUp): impossible,
    (Ended, MessageMissed): impossible,
    (Ended, MessageGivenUp): impossible,
    (Ended, Resumed): impossible,
}


def _caller(fact: LegEnded, _: View) -> tuple[ContactId, ...]:
    return (fact.contact,) if fact.side is Side.CALLER else ()


def _contact(
    message: TalkEnded
    | FlowEnded
    | Overflowed
    | VoicemailChosen
    | CallbackGivenUp
    | MessageMissed
    | MessageGivenUp
    | Resumed,
    _: View,
) -> tuple[ContactId]:
    return (message.contact,)


MACHINE = Machine(
    name="life",
    record=Contact,
    part="life",
    states=(Live, Ended),
    routes={
        LegEnded: _caller,
        TalkEnded: _contact,
        FlowEnded: _contact,
        Overflowed: _contact,
        VoicemailChosen: _contact,
        CallbackGivenUp: _contact,
        MessageMissed: _contact,
        MessageGivenUp: _contact,
        Resumed: _contact,
    },
    table=TABLE,
)
