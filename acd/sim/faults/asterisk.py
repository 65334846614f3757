"""Asterisk restarts, somebody works at its console, and it tells things in another order."""

from acd.sim.faults.mischief import Family


class AsteriskFaults(Family):
    """To Asterisk, and to what it tells of phones."""

    def mend(self) -> None:
        """It is up, and tells the states of phones."""
        self._world.network.is_up = True
        self._world.board.slow_s = 0.0
        self._world.board.find()

    def restart_asterisk(self) -> None:
        """All channels are gone, with or without a word."""
        announced = self._dice.random() < 0.5
        self._world.tell(f"Asterisk is restarted, announced: {announced}")
        self._world.network.is_up = False
        self._world.board.lose()
        self._world.switch.restart(announced=announced)
        self._world.after(self._dice.random() * 4, self._find_asterisk, "Asterisk is up")

    def _find_asterisk(self) -> None:
        self._world.network.is_up = True
        self._world.board.find()

    def end_channels_by_hand(self) -> None:
        """Somebody ends a channel at Asterisk's console."""
        names = sorted(self._world.switch.channels)
        if names:
            name = self._dice.choice(names)
            self._world.tell(f"somebody ends {name} by hand")
            self._world.switch.request("DELETE", f"channels/{name}")

    def reorder(self) -> None:
        """Asterisk tells what happens at the same time in another order, or not quite at the same time."""
        order, dice = self._world.switch.order, self._dice
        order.entering_s = dice.choice((0.0, 0.002, 0.02, 0.3)) * dice.random()
        order.travelling_s = dice.choice((0.0, 0.01, 0.2)) * dice.random()
        order.ending_s = dice.choice((0.0, 0.002, 0.02, 0.3)) * dice.random()
        order.ringing_state_first = dice.random() < 0.5
        self._world.tell(f"{order}")

    def lose_phone_states(self) -> None:
        """Nothing is told of phones for a while."""
        self._world.tell("phone states are not told")
        self._world.board.lose()
        self._world.after(self._dice.random() * 8, self._world.board.find, "phone states are told again")

    def slow_phone_states(self) -> None:
        """What is told of phones is old."""
        self._world.board.slow_s = self._dice.choice((0.1, 2.0))
        self._world.tell(f"phone states take up to {self._world.board.slow_s} s")
        self._world.after(
            self._dice.random() * 10, self._quicken_phone_states, "phone states are quick again"
        )

    def _quicken_phone_states(self) -> None:
        self._world.board.slow_s = 0.0

    KINDS = (end_channels_by_hand, restart_asterisk, lose_phone_states, slow_phone_states, reorder)
