"""Legs: every channel from asked to gone. The only room that ends one.

A leg ends by `LegVanished`, whichever of Asterisk's events brought it. The other rooms hear the facts of this
one, never Asterisk's own messages, so duplicates and stragglers stop here.
"""

from acd.core.machine import Machine, Step, Table, compensating, impossible, late, stay
from acd.core.view import View
from acd.model.command import EndLeg, EndReason, PassOn
from acd.model.fact import (
    CallPassedOn,
    ContactEnded,
    CustomerDialled,
    CustomerMissed,
    CustomerParted,
    LegAppeared,
    LegCameUp,
    LegEnded,
    LegStartedRinging,
    MessageLeft,
    OfferFailed,
    OfferOpened,
    OfferWithdrawn,
    TalkEnded,
    TalkFailed,
)
from acd.model.ids import LegId
from acd.model.leg import Asked, Ending, Gone, Leg, LegState, PassedOn, Present, Ringing, Side, Up
from acd.model.message import (
    EndTimedOut,
    LegAnswered,
    LegRang,
    LegRefused,
    LegSeen,
    LegVanished,
    PassingUnseen,
)

END_AGAIN_S = 5.0
"""A leg that was asked to end and is not heard of is asked again after so long."""

Ender = (
    ContactEnded
    | CustomerMissed
    | CustomerParted
    | MessageLeft
    | OfferFailed
    | OfferWithdrawn
    | TalkEnded
    | TalkFailed
)


def leg_of_offer(opened: OfferOpened, at: float) -> Leg:
    """The agent's leg that an offer asks for."""
    return Leg(
        id=opened.leg,
        contact=opened.contact,
        side=Side.AGENT,
        agent=opened.agent,
        offer=opened.offer,
        phone=opened.phone,
        asked_at=at,
        state=Asked(),
    )


def leg_of_attempt(dialled: CustomerDialled, at: float) -> Leg:
    """The leg of a customer who is called back."""
    return Leg(id=dialled.leg, contact=dialled.contact, side=Side.CALLER, asked_at=at, state=Asked())


def _ending(leg: Leg, at: float, reason: EndReason = "normal") -> Step[Ending]:
    return Step(Ending(again_at=at + END_AGAIN_S), commands=(EndLeg(leg=leg.id, reason=reason),))


def _ended(leg: Leg, *, cause: int | None, refused: bool = False, lost: bool = False) -> Step[Gone]:
    asked = isinstance(leg.state, Ending)
    fact = LegEnded(
        leg=leg.id, contact=leg.contact, side=leg.side, cause=cause, refused=refused, lost=lost, asked=asked
    )
    return Step(Gone(cause=cause), facts=(fact,))


def appear(leg: Leg, _state: Asked, _message: LegSeen, _view: View, _at: float) -> Step[Present]:
    """The leg we asked for is there."""
    return Step(Present(), facts=(LegAppeared(leg=leg.id, contact=leg.contact, side=leg.side),))


def start_ringing(
    leg: Leg, _state: Asked | Present, _message: LegRang, _view: View, _at: float
) -> Step[Ringing]:
    """Its phone rings: also seen by a look at a leg of which the books do not know yet that it is there."""
    return Step(Ringing(), facts=(LegStartedRinging(leg=leg.id, contact=leg.contact, side=leg.side),))


def come_up(
    leg: Leg, _state: Asked | Present | Ringing, _message: LegAnswered, _view: View, at: float
) -> Step[Up]:
    """It is answered."""
    return Step(Up(answered_at=at), facts=(LegCameUp(leg=leg.id, contact=leg.contact, side=leg.side),))


def vanish(leg: Leg, _state: LegState, message: LegVanished, _view: View, _at: float) -> Step[Gone]:
    """It is gone."""
    return _ended(leg, cause=message.cause, lost=message.lost)


def be_refused(leg: Leg, _state: Asked | Ending, _message: LegRefused, _view: View, _at: float) -> Step[Gone]:
    """Asterisk would not make it: there is no channel to wait for."""
    return _ended(leg, cause=None, refused=True)


def give_up(leg: Leg, _state: Present, _message: LegRefused, _view: View, at: float) -> Step[Ending]:
    """The channel is there but its phone cannot be rung: end it, and hear its end. (A phone that rings has
    not been refused: ringing is asked for once.)
    """
    return _ending(leg, at)


def end(leg: Leg, _state: LegState, message: Ender, _view: View, at: float) -> Step[Ending]:
    """Nobody needs it any more."""
    withdrawn = isinstance(message, OfferWithdrawn | OfferFailed | CustomerMissed)
    return _ending(leg, at, reason="no_answer" if withdrawn else "normal")


def pass_on(leg: Leg, _state: Present | Up, message: CallPassedOn, _view: View, _at: float) -> Step[PassedOn]:
    """The dialplan goes on with it."""
    return Step(PassedOn(box=message.box), commands=(PassOn(leg=leg.id, box=message.box),))


def pass_on_again(
    leg: Leg, state: PassedOn, _message: PassingUnseen, _view: View, _at: float
) -> Step[PassedOn]:
    """It is with us still: our request may have been lost."""
    return Step(state, commands=(PassOn(leg=leg.id, box=state.box),))


def end_again(
    leg: Leg, _state: Ending, _message: LegSeen | LegAnswered | EndTimedOut, _view: View, at: float
) -> Step[Ending]:
    """It shows a sign of life after we asked it to end, or no sign at all: ask again."""
    return _ending(leg, at)


TABLE: Table = {
    (Asked, LegSeen): appear,
    (Asked, LegRang): start_ringing,
    (Asked, LegAnswered): come_up,
    (Asked, LegVanished): vanish,
    (Asked, LegRefused): be_refused,
    (Asked, EndTimedOut): impossible,
    (Asked, CallPassedOn): impossible,
    (Asked, PassingUnseen): impossible,
    (Asked, OfferFailed): end,
    (Asked, OfferWithdrawn): end,
    (Asked, TalkFailed): impossible,
    (Asked, TalkEnded): impossible,
    (Asked, CustomerMissed): end,
    (Asked, CustomerParted): impossible,
    (Asked, MessageLeft): impossible,
    (Asked, ContactEnded): end,
    #
    (Present, LegSeen): late,
    (Present, LegRang): start_ringing,
    (Present, LegAnswered): come_up,
    (Present, LegVanished): vanish,
    (Present, LegRefused): give_up,
    (Present, EndTimedOut): impossible,
    (Present, CallPassedOn): pass_on,
    (Present, PassingUnseen): impossible,
    (Present, OfferFailed): end,
    (Present, OfferWithdrawn): end,
    (Present, TalkFailed): impossible,
    (Present, TalkEnded): impossible,
    (Present, CustomerMissed): end,
    (Present, CustomerParted): end,
    (Present, MessageLeft): end,
    (Present, ContactEnded): end,
    #
    (Ringing, LegSeen): late,
    (Ringing, LegRang): late,
    (Ringing, LegAnswered): come_up,
    (Ringing, LegVanished): vanish,
    (Ringing, LegRefused): impossible,
    (Ringing, EndTimedOut): impossible,
    (Ringing, CallPassedOn): impossible,
    (Ringing, PassingUnseen): impossible,
    (Ringing, OfferFailed): end,
    (Ringing, OfferWithdrawn): end,
    (Ringing, TalkFailed): impossible,
    (Ringing, TalkEnded): impossible,
    (Ringing, CustomerMissed): end,
    (Ringing, CustomerParted): impossible,
    (Ringing, MessageLeft): impossible,
    (Ringing, ContactEnded): end,
    #
    (Up, LegSeen): late,
    (Up, LegRang): late,
    (Up, LegAnswered): late,
    (Up, LegVanished): vanish,
    (Up, LegRefused): impossible,
    (Up, EndTimedOut): impossible,
    (Up, CallPassedOn): pass_on,
    (Up, PassingUnseen): impossible,
    (Up, OfferFailed): end,
    (Up, OfferWithdrawn): end,
    (Up, TalkFailed): end,
    (Up, TalkEnded): end,
    (Up, CustomerMissed): end,
    (Up, CustomerParted): end,
    (Up, MessageLeft): end,
    (Up, ContactEnded): end,
    #
    (Ending, LegSeen): compensating(end_again),
    (Ending, LegRang): late,
    (Ending, LegAnswered): compensating(end_again),
    (Ending, LegVanished): vanish,
    (Ending, LegRefused): be_refused,
    (Ending, EndTimedOut): end_again,
    (Ending, CallPassedOn): late,
    (Ending, PassingUnseen): impossible,
    (Ending, OfferFailed): late,
    (Ending, OfferWithdrawn): late,
    (Ending, TalkFailed): impossible,
    (Ending, TalkEnded): impossible,
    (Ending, CustomerMissed): late,
    (Ending, CustomerParted): late,
    (Ending, MessageLeft): late,
    (Ending, ContactEnded): late,
    #
    # Only callers are passed on. Asterisk tells of one with the number dialled, so that it is a call that
    # arrives; and a look that still finds one here makes PassingUnseen of it.
    (PassedOn, LegSeen): impossible,
    (PassedOn, LegRang): impossible,
    (PassedOn, LegAnswered): late,
    (PassedOn, LegVanished): vanish,
    (PassedOn, LegRefused): impossible,
    (PassedOn, EndTimedOut): impossible,
    (PassedOn, CallPassedOn): impossible,
    (PassedOn, PassingUnseen): pass_on_again,
    (PassedOn, OfferFailed): impossible,
    (PassedOn, OfferWithdrawn): impossible,
    (PassedOn, TalkFailed): impossible,
    (PassedOn, TalkEnded): impossible,
    (PassedOn, CustomerMissed): impossible,
    (PassedOn, CustomerParted): impossible,
    (PassedOn, MessageLeft): impossible,
    (PassedOn, ContactEnded): stay,
    #
    (Gone, LegSeen): impossible,
    (Gone, LegRang): impossible,
    (Gone, LegAnswered): impossible,
    (Gone, LegVanished): impossible,
    (Gone, LegRefused): impossible,
    (Gone, EndTimedOut): impossible,
    (Gone, CallPassedOn): late,
    (Gone, PassingUnseen): impossible,
    (Gone, OfferFailed): late,
    (Gone, OfferWithdrawn): late,
    (Gone, TalkFailed): late,
    (Gone, TalkEnded): late,
    (Gone, CustomerMissed): late,
    (Gone, CustomerParted): late,
    (Gone, MessageLeft): late,
    (Gone, ContactEnded): late,
}


def _itself(
    message: LegSeen | LegRang | LegAnswered | LegVanished | LegRefused | EndTimedOut | PassingUnseen, _: View
) -> tuple[LegId]:
    return (message.leg,)


def _of_offer(
    fact: CallPassedOn
    | OfferFailed
    | OfferWithdrawn
    | TalkFailed
    | TalkEnded
    | CustomerMissed
    | CustomerParted
    | MessageLeft,
    _: View,
) -> tuple[LegId]:
    return (fact.leg,)


def _all(fact: ContactEnded, view: View) -> list[LegId]:
    return [leg.id for leg in view.legs_of(fact.contact)]


def _deadline(leg: Leg) -> tuple[float, EndTimedOut] | None:
    return (leg.state.again_at, EndTimedOut(leg=leg.id)) if isinstance(leg.state, Ending) else None


MACHINE = Machine(
    name="leg",
    record=Leg,
    part="state",
    states=(Asked, Present, Ringing, Up, Ending, PassedOn, Gone),
    routes={
        LegSeen: _itself,
        LegRang: _itself,
        LegAnswered: _itself,
        LegVanished: _itself,
        LegRefused: _itself,
        EndTimedOut: _itself,
        CallPassedOn: _of_offer,
        PassingUnseen: _itself,
        OfferFailed: _of_offer,
        OfferWithdrawn: _of_offer,
        TalkFailed: _of_offer,
        TalkEnded: _of_offer,
        CustomerMissed: _of_offer,
        CustomerParted: _of_offer,
        MessageLeft: _of_offer,
        ContactEnded: _all,
    },
    table=TABLE,
    deadline=_deadline,
)
