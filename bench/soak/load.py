"""Twenty calls a second, of three kinds: straight to an agent, through the menu, and such that give up."""

from collections import Counter
from collections.abc import Mapping
from typing import Self

from bench.rig.phones import Phones
from bench.rig.tape import End, Tape
from bench.scale.company import MENU_NUMBER, NUMBER, LargeCompany
from bench.scale.house import House

TALK_S = (1.0, 2.6)
RING_S = 0.1
WRAP_UP_S = 0.3
USED = 0.8
"""Share of their time that agents are busy: enough for a queue now and then."""
MENU_SHARE, LEAVING_SHARE = 0.05, 0.05
WAITING_FOR_EACH = 4
"""So many calls for each agent at most, should the service not keep up: more would only fill the machine."""


def company_for(per_s: float) -> LargeCompany:
    """A company that can carry so many calls a second."""
    busy_s = RING_S + sum(TALK_S) / 2 + WRAP_UP_S
    agents = max(4, round(per_s * busy_s / USED))
    return LargeCompany(agents=agents, working=agents, wrap_up_s=WRAP_UP_S)


class Load:
    """The callers. `Phones` of the house are the desks and those who call straight."""

    def __init__(self, house: House, per_s: float) -> None:
        self._straight = house.phones
        self._per_s = per_s
        self._at_most = house.company.agents * WAITING_FOR_EACH
        port = house.centre.stack.ports.sip
        self._through_menu = Phones(port)
        try:
            self._leaving = Phones(port)
        except BaseException:
            self._through_menu.close()
            raise
        self.counts: Counter[str] = Counter()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        for street in (self._through_menu, self._leaving):
            street.close()

    @property
    def pids(self) -> tuple[int, ...]:
        """The processes of all phones."""
        return (self._straight.pid, self._through_menu.pid, self._leaving.pid)

    def begin(self) -> None:
        """Call, until `drain`."""
        self._straight.work(talk_s=TALK_S, pick_up_s=RING_S)
        shares = (
            (self._straight, NUMBER, 1 - MENU_SHARE - LEAVING_SHARE),
            (self._through_menu, MENU_NUMBER, MENU_SHARE),
        )
        for street, number, share in shares:
            street.at_rate(number, self._per_s * share, at_most=self._at_most)
        self._come_to_leave()

    def let_some_leave(self) -> None:
        """Whoever of the third kind is there hangs up, wherever that call is; others come."""
        self._leaving.clear()
        self._come_to_leave()

    def _come_to_leave(self) -> None:
        self._leaving.at_rate(MENU_NUMBER, self._per_s * LEAVING_SHARE, at_most=self._at_most)

    def drain(self) -> None:
        """Nobody calls any more, and everybody hangs up."""
        for street in (self._leaving, self._through_menu, self._straight):
            street.clear()

    def count(self) -> Mapping[str, int]:
        """What has become of all calls so far."""
        tapes = [street.take() for street in (self._straight, self._through_menu, self._leaving)]
        self.counts.update(counted(tapes))
        return self.counts


def counted(tapes: list[Tape]) -> Counter[str]:
    """Of these tapes; calls that go on are not told of yet."""
    found: Counter[str] = Counter()
    for tape in tapes:
        found["ended"] += sum(bool(call.over_ns) for call in tape.calls)
        found["carried"] += tape.talks()
        found["refused"] += tape.refused()
        found["offered to a busy desk"] += tape.misdirected()
        found["rings taken back"] += sum(ring.end is End.CANCELLED for ring in tape.rings)
        found["held back"] += tape.held_back
        found["messages sent again"] += tape.resent
    return found
