"""What was lived through: the absences and incidents of a past day, as its facts tell.

One that began earlier is known by its end; an absence also by the offers to substitutes that name it, which
is all that it does to callers. An incident of several days is not known on those in the middle.
"""

import msgspec

from acd.model.fact import Fact, OfferOpened, OverlayBegan, OverlayEnded, OverlayEndMoved
from acd.model.ids import AgentId, OverlayId
from acd.model.message import EnterOverlay
from acd.model.overlay import Absence, Edit
from acd.model.why import Instead, PassedOver
from acd.simulate.meanwhile import AUTHOR

EARLIER = "since an earlier day"
"""The reason of what began when nobody looked."""


class LivedThrough:
    """Absences and incidents, each from its beginning to its end."""

    def __init__(self, begins_at: float) -> None:
        self._begins_at = begins_at
        self._open: dict[OverlayId, EnterOverlay] = {}
        self._named: dict[AgentId, EnterOverlay] = {}
        """Absences that only an offer to a substitute tells of."""
        self._over: list[EnterOverlay] = []

    def read(self, fact: Fact, at: float) -> None:
        """One fact after the other."""
        match fact:
            case OverlayBegan(overlay=overlay, edit=edit, reason=reason, until=until):
                self._open[overlay] = _entered(edit, reason, at, until)
            case OverlayEndMoved(overlay=overlay, until=until) if overlay in self._open:
                self._open[overlay] = msgspec.structs.replace(self._open[overlay], ends_at=until)
            case OverlayEnded(overlay=overlay, edit=edit):
                began = self._open.pop(overlay) if overlay in self._open else self._from_before(edit)
                self._over.append(msgspec.structs.replace(began, ends_at=at))
            case OfferOpened(why=why):
                for passed_over in why.passed_over:
                    if passed_over.because is Instead.ABSENT and not self.is_absent(passed_over.agent):
                        self._named[passed_over.agent] = self._as_named(passed_over)
            case _:
                pass

    def is_absent(self, agent: AgentId) -> bool:
        """Whether an absence of the agent is known to be in force."""
        return agent in self._named or any(
            isinstance(wish.edit, Absence) and wish.edit.agent == agent for wish in self._open.values()
        )

    def entered(self) -> tuple[EnterOverlay, ...]:
        """All of the day; what did not end on it ends when it was meant to."""
        return (*self._over, *self._open.values(), *self._named.values())

    def _from_before(self, edit: Edit) -> EnterOverlay:
        if isinstance(edit, Absence) and edit.agent in self._named:
            return self._named.pop(edit.agent)
        return _entered(edit, EARLIER, self._begins_at, None)

    def _as_named(self, passed_over: PassedOver) -> EnterOverlay:
        since = max(self._begins_at, passed_over.since or self._begins_at)
        reason = passed_over.reason or EARLIER
        return _entered(Absence(agent=passed_over.agent), reason, since, passed_over.until)


def _entered(edit: Edit, reason: str, begins_at: float, ends_at: float | None) -> EnterOverlay:
    return EnterOverlay(edit=edit, author=AUTHOR, reason=reason, begins_at=begins_at, ends_at=ends_at)
