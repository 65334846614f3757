"""Facts of callbacks at which an agent looks first, as sentences."""

from acd.model.fact import CallbackDeferred, CallbackPassedOn, CustomerPreviewed, OfPreview
from acd.telling.amounts import moment
from acd.telling.names import Names


def preview(fact: OfPreview, names: Names) -> str:
    """What happened, in one plain sentence."""
    match fact:
        case CustomerPreviewed(agent=agent):
            return f"{names.agent(agent)} hears whom it is about, and decides."
        case CallbackDeferred(agent=agent, until=until):
            return f"{names.agent(agent)} wants the customer to be called later: not before {moment(until)}."
        case CallbackPassedOn(agent=agent, hung_up=True):
            return f"{names.agent(agent)} has hung up and not decided: it keeps its place."
        case CallbackPassedOn(agent=agent):
            return f"{names.agent(agent)} leaves the customer to somebody else: it keeps its place."
