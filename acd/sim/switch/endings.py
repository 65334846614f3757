"""How channels end. A request to hang up is told first; then everything that the channel was in is told."""

from acd.asterisk.ari.generated import ChannelDestroyed, ChannelHangupRequest
from acd.sim.switch.answers import DONE, INVALID_REASON, NO_CHANNEL, Reply
from acd.sim.switch.bridges import drop_out
from acd.sim.switch.channels import Channel, go_on, leave
from acd.sim.switch.exchange import ENTITY, App, Exchange
from acd.sim.switch.phones import tell_state
from acd.sim.switch.playbacks import break_off

NORMAL, NO_ANSWER = 16, 19

SHUTDOWN = 4
"""The flag of a soft request when Asterisk ends."""
SILENT = 1
"""The flag when nothing has come over the line for too long."""
ASKED = 32
"""The flag when it was asked over ARI, or by the end of `dial`'s time."""

CAUSES = {
    "normal": NORMAL,
    "busy": 17,
    "congestion": 34,
    "no_answer": NO_ANSWER,
    "timeout": 102,
    "rejected": 21,
    "unallocated": 1,
    "normal_unspecified": 31,
    "number_incomplete": 28,
    "codec_mismatch": 58,
    "interworking": 127,
    "failure": 38,
    "answered_elsewhere": 26,
}
"""The reasons of a DELETE."""


def delete(exchange: Exchange, channel_id: str, reason: str) -> Reply:
    """End a channel from our side. While it is still ending it may be asked again: the last reason counts."""
    channel = exchange.channels.get(channel_id)
    if channel is None:
        return NO_CHANNEL
    if reason not in CAUSES:
        return INVALID_REASON
    channel.end_cause = CAUSES[reason]
    if not channel.is_ending:
        channel.is_ending = True
        request_hangup(channel, ASKED, soft=True)
        exchange.later(exchange.order.ending_s, lambda: end_from_here(channel, channel.end_cause))
    return DONE


def end_from_here(channel: Channel, cause: int, *, tech_cause: int | None = None) -> None:
    """The end of a channel that Asterisk itself brings about; its far end hears of it."""
    if not channel.is_over:
        party = channel.party
        finish(channel, cause, tech_cause=tech_cause)
        if party is not None and not party.is_dead:
            party.be_ended(cause)


def request_hangup(
    channel: Channel, cause: int | None, *, tech_cause: int | None = None, soft: bool | None = None
) -> None:
    """Tell that a channel is to end."""
    app = channel.in_app or channel.follower
    if app is not None:
        app.tell(
            ChannelHangupRequest(
                asterisk_id=ENTITY,
                application=app.name,
                timestamp=channel.exchange.stamp(),
                cause=cause,
                tech_cause=tech_cause,
                soft=soft,
                channel=channel.snapshot(),
            )
        )


def finish(channel: Channel, cause: int, *, tech_cause: int | None = None) -> None:
    """Take a channel out of everything it is in, and off the books."""
    exchange = channel.exchange
    channel.is_over = True
    break_off(channel)
    go_on(channel)
    drop_out(channel)
    leave(channel)
    del exchange.channels[channel.id]
    if channel.follower is not None:
        _tell_destroyed(channel, channel.follower, cause, tech_cause)
    phone = exchange.phones.get(channel.phone)
    if phone is not None:
        phone.channels.pop(channel.id, None)
        tell_state(exchange, phone)


def _tell_destroyed(channel: Channel, app: App, cause: int, tech_cause: int | None) -> None:
    if not channel.phone:  # a caller's comes back from the dialplan line that it stood in
        request_hangup(channel, NORMAL, tech_cause=tech_cause, soft=True)
    elif not channel.is_dialled:
        request_hangup(channel, cause)
    channel.stand_at(channel.context, "", "")
    app.tell(
        ChannelDestroyed(
            asterisk_id=ENTITY,
            application=app.name,
            timestamp=channel.exchange.stamp(),
            cause=cause,
            cause_txt="",
            tech_cause=tech_cause,
            channel=channel.snapshot(),
        )
    )
