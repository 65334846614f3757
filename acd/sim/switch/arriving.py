"""Calls from outside: into the application, or into the dialplan's holding loop while nobody has it."""

from acd.asterisk.ari.generated import CallerID
from acd.sim.switch.channels import Channel, enter
from acd.sim.switch.endings import NORMAL, end_from_here
from acd.sim.switch.exchange import Exchange
from acd.sim.switch.people import CallerSide, SimCall

HOLD_S = 1.0
"""How often a held caller tries to enter the application."""
HOLDING = "acd-holding"
BOXES = "acd-box"
"""Where each number is a voicemail box."""
MUSIC = "default"


def call_in(exchange: Exchange, did: str, number: str | None, on: CallerSide | None) -> SimCall:
    """Somebody dials one of our numbers; `number` None is withheld."""
    serial = next(exchange.serial)
    channel = Channel(
        exchange,
        f"{exchange.started_at:.0f}.{serial}",
        f"PJSIP/outside-{serial:08x}",
        "Ring",
        "acd-arrival",
    )
    channel.caller = CallerID(name="", number=number or "")
    channel.arguments = ("inbound", did)
    exchange.channels[channel.id] = channel
    call = channel.party = SimCall(channel, on)
    name = exchange.installation.app
    if exchange.is_connected(name):
        enter(channel, exchange.app(name))
    else:
        hold(channel)
    return call


def hold(channel: Channel) -> None:
    """Answer, play music, and try to enter the application until it is time for the fallback."""
    exchange = channel.exchange
    channel.stand_at(HOLDING, "Wait", "1")
    if channel.state != "Up":
        channel.turn("Up")
        if channel.party is not None:
            channel.party.be_answered()
    channel.music = MUSIC
    until = exchange.now() + exchange.installation.holding_s

    def again() -> None:
        if channel.is_over or channel.in_app is not None:
            return
        if exchange.is_connected(exchange.installation.app):
            enter(channel, exchange.app(exchange.installation.app))
        elif exchange.now() < until:
            exchange.later(HOLD_S, again)
        else:
            end_from_here(channel, NORMAL)

    exchange.later(HOLD_S, again)


def take_message(channel: Channel, box: str) -> None:
    """Let the caller speak, for no longer than a message may be."""
    channel.stand_at(BOXES, "VoiceMail", f"{box}@acd,u")
    channel.music = ""
    longest_s = channel.exchange.installation.message_s
    channel.exchange.later(longest_s, lambda: end_from_here(channel, NORMAL))


def go_back(channel: Channel, context: str, extension: str) -> None:
    """A channel has left its application for the dialplan, which knows two places for it."""
    if context == HOLDING:
        hold(channel)
    elif context == BOXES:
        take_message(channel, extension)
    else:
        end_from_here(channel, NORMAL)
