"""What else can be asked of a channel: answer it, music, ringing, variables, back to the dialplan."""

from collections.abc import Callable

from acd.asterisk.ari.generated import Variable
from acd.sim.switch.answers import (
    DONE,
    INVALID_STATE,
    NO_CHANNEL,
    NO_FUNCTION,
    NO_VARIABLE,
    NOT_IN_STASIS,
    Answer,
    Reply,
    found,
)
from acd.sim.switch.arriving import go_back
from acd.sim.switch.channels import Channel, change_state, leave, post, wait_for
from acd.sim.switch.exchange import Exchange

NOT_ANSWERED = ("Down", "Ringing")
"""States of a leg to a phone in which it hears nothing."""


def with_channel(exchange: Exchange, channel_id: str, action: Callable[[Channel], Reply]) -> Reply:
    """Do something with a channel that is in an application."""
    channel = exchange.channels.get(channel_id)
    if channel is None:
        return NO_CHANNEL
    if channel.in_app is None:
        return NOT_IN_STASIS
    return action(channel)


def with_line(exchange: Exchange, channel_id: str, action: Callable[[Channel], Reply]) -> Reply:
    """The same with one whose far end hears us."""
    return with_channel(
        exchange,
        channel_id,
        lambda channel: INVALID_STATE if channel.state in NOT_ANSWERED else action(channel),
    )


def answer(channel: Channel) -> Reply:
    """Answer a caller."""

    def pick_up() -> Answer:
        if channel.state != "Up" and not channel.is_over:
            change_state(channel, "Up")
            if channel.party is not None:
                channel.party.be_answered()
        return DONE

    return wait_for(channel, pick_up)


def set_music(channel: Channel, music: str) -> Reply:
    """Start music, or stop it when the class is empty. Done after what plays, answered at once."""

    def turn() -> None:
        channel.music = music

    post(channel, turn)
    return DONE


def set_ringing(channel: Channel, *, on: bool) -> Reply:
    """Start or stop the sound of ringing."""

    def turn() -> None:
        channel.rings_back = on

    post(channel, turn)
    return DONE


def set_variable(channel: Channel, name: str, value: str) -> Reply:
    """Set a variable. Nobody is told: our Asterisk does not make that message."""

    def put() -> Answer:
        channel.variables[name] = value
        return DONE

    return wait_for(channel, put)


def get_variable(exchange: Exchange, channel_id: str, name: str) -> Reply:
    """A variable, or one of the few functions."""
    channel = exchange.channels.get(channel_id)
    if channel is None:
        return NO_CHANNEL
    match name:
        case "CHANNEL(linkedid)":
            value: str | None = channel.linked_id
        case "CONNECTEDLINE(name)":
            value = channel.connected.name
        case _ if name.endswith(")"):
            return NO_FUNCTION
        case _:
            value = channel.variables.get(name)
    return NO_VARIABLE if value is None else found(Variable(value=value))


def continue_in_dialplan(channel: Channel, context: str, extension: str) -> Reply:
    """Give the channel back to the dialplan, after what plays."""

    def go() -> None:
        if not channel.is_over:
            leave(channel)
            go_back(channel, context, extension)

    post(channel, go)
    return DONE
