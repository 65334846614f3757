"""Overlays: changes for a while come into force and end by themselves, or when somebody takes them back."""

from acd.core.floor import View
from acd.core.machine import Machine, Step, Table, impossible, late
from acd.model.fact import AgentReturned, OverlayBegan, OverlayEnded
from acd.model.ids import OverlayId
from acd.model.message import EnterOverlay, OverlayDue, WithdrawOverlay
from acd.model.outcome import Done, Refused
from acd.model.overlay import InForce, Overlay, Past, Planned


def enter(message: EnterOverlay, overlay: OverlayId, at: float) -> tuple[Overlay, Step[None]]:
    """The record of a new change; what begins now begins at once. The step's state is not used."""
    begins_at = max(at, message.begins_at or at)
    ahead = begins_at > at
    record = Overlay(
        id=overlay,
        edit=message.edit,
        author=message.author,
        reason=message.reason,
        begins_at=begins_at,
        ends_at=message.ends_at,
        state=Planned() if ahead else InForce(since=at),
    )
    return record, Step(None, facts=() if ahead else (_began(record),), reply=Done())


def _began(overlay: Overlay) -> OverlayBegan:
    return OverlayBegan(overlay=overlay.id, edit=overlay.edit, reason=overlay.reason, until=overlay.ends_at)


def begin(overlay: Overlay, _state: Planned, _message: OverlayDue, _view: View, at: float) -> Step[InForce]:
    """Its moment has come."""
    return Step(InForce(since=at), facts=(_began(overlay),))


def run_out(overlay: Overlay, _state: InForce, _message: OverlayDue, _view: View, at: float) -> Step[Past]:
    """Its time is up."""
    return Step(Past(at=at, by=None), facts=(OverlayEnded(overlay=overlay.id, edit=overlay.edit),))


def take_back(
    overlay: Overlay, _state: InForce, message: WithdrawOverlay, _view: View, at: float
) -> Step[Past]:
    """Somebody ends it early."""
    ended = OverlayEnded(overlay=overlay.id, edit=overlay.edit)
    return Step(Past(at=at, by=message.author), facts=(ended,), reply=Done())


def call_off(
    _overlay: Overlay, _state: Planned, message: WithdrawOverlay, _view: View, at: float
) -> Step[Past]:
    """It will not happen."""
    return Step(Past(at=at, by=message.author), reply=Done())


def be_over_already(
    overlay: Overlay, state: Past, _message: WithdrawOverlay, _view: View, _at: float
) -> Step[Past]:
    """Nothing to take back."""
    return Step(state, reply=Refused(reason=f"{overlay.id} is over already."))


def come_back(
    overlay: Overlay, _state: InForce, message: AgentReturned, _view: View, at: float
) -> Step[Past]:
    """Whoever was away is back at a desk: the absence is over."""
    ended = OverlayEnded(overlay=overlay.id, edit=overlay.edit)
    return Step(Past(at=at, by=message.agent), facts=(ended,))


TABLE: Table = {
    (Planned, OverlayDue): begin,
    (Planned, WithdrawOverlay): call_off,
    (Planned, AgentReturned): impossible,
    #
    (InForce, OverlayDue): run_out,
    (InForce, WithdrawOverlay): take_back,
    (InForce, AgentReturned): come_back,
    #
    (Past, OverlayDue): impossible,
    (Past, WithdrawOverlay): be_over_already,
    (Past, AgentReturned): late,
}


def _itself(message: OverlayDue | WithdrawOverlay, _: View) -> tuple[OverlayId]:
    return (message.overlay,)


def _absences(fact: AgentReturned, view: View) -> list[OverlayId]:
    return [overlay.id for overlay in view.absences(fact.agent)]


def _deadline(overlay: Overlay) -> tuple[float, OverlayDue] | None:
    match overlay.state:
        case Planned():
            return overlay.begins_at, OverlayDue(overlay=overlay.id)
        case InForce() if overlay.ends_at is not None:
            return overlay.ends_at, OverlayDue(overlay=overlay.id)
        case _:
            return None


MACHINE = Machine(
    name="overlay",
    record=Overlay,
    part="state",
    states=(Planned, InForce, Past),
    routes={OverlayDue: _itself, WithdrawOverlay: _itself, AgentReturned: _absences},
    table=TABLE,
    deadline=_deadline,
)
