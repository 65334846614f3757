"""How everybody learns that the demo is over, whatever they are doing at that moment."""

import threading
from collections.abc import Callable, Iterable

from acd.testing.call import Call
from acd.testing.phone import Phone


class Curtain:
    """Falls once. Who waits for something on a phone, waits for this too."""

    def __init__(self) -> None:
        self._fallen = threading.Event()

    @property
    def has_fallen(self) -> bool:
        """The demo is over."""
        return self._fallen.is_set()

    def fall(self, phones: Iterable[Phone]) -> None:
        """End the demo; whoever waits on one of these phones hears of it."""
        self._fallen.set()
        for phone in phones:
            with phone.changed:
                phone.changed.notify_all()

    def pause(self, for_s: float) -> bool:
        """Do nothing for so long; whether the demo goes on."""
        return not self._fallen.wait(for_s)

    def wait_in(self, call: Call, for_s: float, until: Callable[[], bool] = lambda: False) -> bool:
        """Stay in a call for so long, less if it ends, or until something; whether the call still stands.

        `until` is looked at under the phone's lock, whenever something happens on that phone.
        """
        call.phone.wait_quietly(
            lambda: bool(call.over) or self.has_fallen or until() or None,  # nothing more to wait for
            for_s,
        )
        return not call.over and not self.has_fallen
