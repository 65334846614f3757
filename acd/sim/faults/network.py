"""The ways to Asterisk: sockets that break, hang and dawdle, and the side door."""

from acd.sim.faults.mischief import Family

WITHIN_REQUESTS = 8
"""A socket breaks at any of so many next requests: most of the time nothing is on it."""


class NetworkFaults(Family):
    """To sockets and to the side door."""

    def mend(self) -> None:
        """Everything passes, and at once."""
        network = self._world.network
        network.side_door_works = network.is_up = True
        network.slow_s = network.answers_slow_s = network.opening_stall_s = network.side_door_slow_s = 0.0
        for wire in tuple(network.wires):
            if wire.is_half_open:
                wire.drop("the way is mended")

    def drop_socket(self) -> None:
        """A socket breaks in the middle of something; Asterisk may be out of reach for a while."""
        for wire in tuple(self._world.network.wires):
            requests = self._dice.randrange(WITHIN_REQUESTS)
            self._world.tell(f"the socket of {wire.process.name} breaks after {requests} requests")
            wire.break_after(requests)
        if self._dice.random() < 0.2:
            self._world.network.is_up = False
            self._world.after(self._dice.random() * 5, self._come_back, "Asterisk can be reached again")

    def _come_back(self) -> None:
        self._world.network.is_up = True

    def half_open(self) -> None:
        """Nothing passes any more on a socket, and nobody notices for a while."""
        for wire in tuple(self._world.network.wires):
            self._world.tell(f"nothing passes on the socket of {wire.process.name}, and nobody notices")
            wire.is_half_open = True
            self._world.loop.in_world(5 + self._dice.random() * 20, wire.close_there)

    def stall_socket(self) -> None:
        """Asterisk does not get to what it is asked on a socket; for a while also on every new one."""
        for wire in tuple(self._world.network.wires):
            for_s = self._dice.random() * self._dice.choice((0.5, 2.5, 6.0))
            self._world.tell(f"Asterisk gets to no request of {wire.process.name} for {for_s:.2f} s")
            wire.stall(for_s)
        if self._dice.random() < 0.3:
            self._world.network.opening_stall_s = self._dice.choice((0.5, 2.5, 6.0))
            self._world.after(self._dice.random() * 20, self._begin_at_once, "new sockets are not stalled")

    def _begin_at_once(self) -> None:
        self._world.network.opening_stall_s = 0.0

    def slow_events(self) -> None:
        """Events are slow; answers and looks overtake them."""
        self._world.network.slow_s = self._dice.choice((0.05, 0.5, 1.5, 5.0))
        self._world.tell(f"events take up to {self._world.network.slow_s} s")
        self._world.after(self._dice.random() * 10, self._quicken_events, "events are quick again")

    def _quicken_events(self) -> None:
        self._world.network.slow_s = 0.0

    def slow_answers(self) -> None:
        """What is asked is done, and the answer comes late, or too late."""
        self._world.network.answers_slow_s = self._dice.choice((0.5, 2.5, 5.0))
        self._world.tell(f"answers take up to {self._world.network.answers_slow_s} s")
        self._world.after(self._dice.random() * 10, self._quicken_answers, "answers are quick again")

    def _quicken_answers(self) -> None:
        self._world.network.answers_slow_s = 0.0

    def close_side_door(self) -> None:
        """No look is possible."""
        self._world.tell("the side door is closed")
        self._world.network.side_door_works = False
        self._world.after(self._dice.random() * 4, self._open_side_door, "the side door is open again")

    def _open_side_door(self) -> None:
        self._world.network.side_door_works = True

    def slow_side_door(self) -> None:
        """Looks take long, and much happens meanwhile."""
        self._world.network.side_door_slow_s = self._dice.choice((0.1, 1.0, 4.0))
        self._world.tell(f"the side door takes up to {self._world.network.side_door_slow_s} s each way")
        self._world.after(self._dice.random() * 10, self._quicken_side_door, "the side door is quick again")

    def _quicken_side_door(self) -> None:
        self._world.network.side_door_slow_s = 0.0

    KINDS = (drop_socket, half_open, stall_socket, slow_events, slow_answers, close_side_door, slow_side_door)
