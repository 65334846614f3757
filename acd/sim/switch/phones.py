"""Desk phones: who is registered, and the state that Asterisk's manager interface would tell of each."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from acd.model.agent import PhoneState
from acd.sim.switch.channels import Channel
from acd.sim.switch.exchange import Exchange

if TYPE_CHECKING:
    from acd.sim.switch.people import SimRinging


class DeskPhone:
    """One account; registered while it has somebody to call."""

    __slots__ = ("channels", "is_unplugged", "name", "on_ring", "private_calls", "told")

    def __init__(self, name: str) -> None:
        self.name = name
        self.on_ring: Callable[[SimRinging], None] | None = None
        self.is_unplugged = False
        """Gone without a word: registered still, and answering nothing."""
        self.private_calls = 0
        self.channels: dict[str, Channel] = {}
        self.told = PhoneState.UNAVAILABLE

    @property
    def state(self) -> PhoneState:
        """Our own calls show in it as well; one that has not been dialled yet does not."""
        if self.on_ring is None:
            return PhoneState.UNAVAILABLE
        states = {channel.state for channel in self.channels.values()}
        talks = "Up" in states or self.private_calls > 0
        if "Ringing" in states:
            return PhoneState.RING_IN_USE if talks else PhoneState.RINGING
        return PhoneState.IN_USE if talks else PhoneState.NOT_IN_USE


def phone_named(exchange: Exchange, name: str) -> DeskPhone:
    """The phone of this name, made if it is new."""
    return exchange.phones.get(name) or exchange.phones.setdefault(name, DeskPhone(name))


def tell_state(exchange: Exchange, phone: DeskPhone) -> None:
    """Tell the state if it has changed."""
    state = phone.state
    if state is not phone.told:
        phone.told = state
        exchange.phone_changed(phone.name, state)
