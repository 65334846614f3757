"""The operations of a call centre, as Asterisk 22 really performs them.

Every id is chosen by the caller, who wrote it down before. Every function names its *repeat rule*: what
asking a second time does, which is what to know after an `AriUnknownOutcome`. A thing that is to be ended
and is gone already is no error: those functions return whether it was still there. Other refusals are
`AriRefused`.

Where it says *waits*, Asterisk keeps the request, and the whole socket behind it, until a playback on that
channel has ended. Stop the playbacks first. The order that connects a waiting caller: `stop_playback`,
`stop_music`, `add_to_bridge`.
"""

from collections.abc import Collection, Mapping, Sequence
from typing import Literal, TypeAlias

from acd.asterisk.ari.door import Door, Query, segment
from acd.asterisk.ari.errors import AriRefused
from acd.asterisk.ari.generated import (
    Application,
    AsteriskInfo,
    AsteriskPing,
    Bridge,
    Channel,
    StoredRecording,
    Variable,
)

HangupReason: TypeAlias = Literal[
    "normal", "busy", "congestion", "no_answer", "timeout", "rejected", "unallocated", "normal_unspecified",
    "number_incomplete", "codec_mismatch", "interworking", "failure", "answered_elsewhere",
]  # fmt: skip


# Channels


async def create_channel(
    door: Door,
    *,
    channel_id: str,
    endpoint: str,
    app: str,
    app_args: Sequence[str] = (),
    originator_id: str | None = None,
    other_channel_id: str | None = None,
    variables: Mapping[str, str] | None = None,
) -> None:
    """Make a channel to `endpoint` that does not ring yet, and put it into `app`.

    The answer comes before the channel is in the application: wait for its StasisStart before `dial` or
    `add_to_bridge`. `originator_id` is the caller's channel: the new one gets its linkedid. `variables` may
    hold functions, such as `CONNECTEDLINE(name,i)` for the phone's display. `other_channel_id` names the
    far half of a Local channel. No argument of the application may contain a comma.

    Repeat: 409 while the id lives, which means the first one arrived; but look first, for each 409 leaves
    something behind in Asterisk (on Local channels at least): from then on a proper stop takes it 15 s
    longer. Once that channel is gone, the repetition makes a second one.
    Refused: 409 the id lives; 500 the phone is unregistered, unknown or out of reach, and no event follows.
    """
    query = [("endpoint", endpoint), ("app", app), ("channelId", channel_id)]
    if app_args:
        query.append(("appArgs", ",".join(app_args)))
    if originator_id is not None:
        query.append(("originator", originator_id))
    if other_channel_id is not None:
        query.append(("otherChannelId", other_channel_id))
    body = {"variables": dict(variables)} if variables else None
    await door.request("POST", "channels/create", query=query, body=body)


async def dial(door: Door, *, channel_id: str, ring_s: int) -> None:
    """Let the phone behind a created channel ring, for `ring_s` seconds if nobody ends it earlier.

    `ring_s` is the dead man's switch, later than our own deadline. Ringing and answer arrive as `Dial`
    events. A phone that rejects makes none, nor does the end of `ring_s`: only ChannelHangupRequest,
    StasisEnd and ChannelDestroyed (cause 19 after `ring_s`). Where causes differ, the request's is true: a
    busy Local channel was destroyed with 16 instead of 17 in 5 of 60 tries.

    Repeat: NEVER. While the channel is still Down the second is taken (204) as well and hangs a phone's leg
    up; on a Local channel it corrupts Asterisk's memory and kills it (22.10.1). Look first:
    `get_channel(…).state`.
    Refused: 404 the channel is gone; 409 it is no longer Down: it was dialled before; 409 as well when it has
    not come into its application yet.
    """
    await door.request("POST", f"channels/{segment(channel_id)}/dial", query=[("timeout", str(ring_s))])


async def answer_channel(door: Door, *, channel_id: str) -> None:
    """Answer an incoming channel.

    Waits behind a playback. Repeat: safe; an answered channel stays answered.
    Refused: 404 it is gone; 409 it has left Stasis; 412 it leads to a phone that has not answered.
    """
    await door.request("POST", f"channels/{segment(channel_id)}/answer")


async def hang_up(door: Door, *, channel_id: str, reason: HangupReason = "normal") -> bool:
    """End a channel; return False if there was none.

    `busy` gives an unanswered caller 486, `answered_elsewhere` keeps a ringing phone from listing a missed
    call.
    Repeat: safe, with the same reason: while the channel is still ending, the last reason counts.
    """
    return await _end(door, f"channels/{segment(channel_id)}", [("reason", reason)])


async def get_channel(door: Door, *, channel_id: str) -> Channel | None:
    """Return the channel as it is now, None if there is none. Repeat: safe."""
    try:
        return (await door.request("GET", f"channels/{segment(channel_id)}")).read(Channel)
    except AriRefused as refused:
        _accept_missing(refused)
        return None


async def list_channels(door: Door) -> tuple[Channel, ...]:
    """Return all channels of this Asterisk, those of others too. Long: use the side door. Repeat: safe."""
    return (await door.request("GET", "channels")).read(tuple[Channel, ...])


async def start_music(door: Door, *, channel_id: str, music_class: str) -> None:
    """Play music on hold to a channel, until `stop_music` or until a playback is posted.

    It does not come back after that playback, unless music is posted once more right after `play`. A class
    that does not exist is answered with 204, too: the default class is heard, or silence if there is none.

    Repeat: safe; the music goes on. Refused: 404 the channel is gone; 409 it has left Stasis.
    """
    path = f"channels/{segment(channel_id)}/moh"
    await door.request("POST", path, query=[("mohClass", music_class)])


async def stop_music(door: Door, *, channel_id: str) -> bool:
    """Stop the music of a channel; return False if the channel is gone. Repeat: safe, also without music."""
    return await _end(door, f"channels/{segment(channel_id)}/moh")


async def start_ringing(door: Door, *, channel_id: str) -> None:
    """Let the caller hear ringing. Repeat: safe. Refused: 404 the channel is gone; 409 it has left Stasis."""
    await door.request("POST", f"channels/{segment(channel_id)}/ring")


async def stop_ringing(door: Door, *, channel_id: str) -> bool:
    """Stop what `start_ringing` began; return False if the channel is gone. Repeat: safe."""
    return await _end(door, f"channels/{segment(channel_id)}/ring")


async def play(
    door: Door, *, channel_id: str, playback_id: str, media: Sequence[str], language: str | None = None
) -> None:
    """Play media (`sound:NAME`, `digits:N` …) to a channel, one after another, after what it plays already.

    Its end is the PlaybackFinished of this id, `failed` if the last sound is missing. A scheme that
    Asterisk does not know ends without any PlaybackFinished: only ever send one of the kinds above.

    Repeat: NEVER while the first may live: the id is not looked at, the sound is queued and heard a second
    time, and both end under the same id. `DELETE` it, then play under a new id.
    Refused: 404 the channel is gone; 409 it has left Stasis; 412 it is not in a state to hear anything.
    """
    path = f"channels/{segment(channel_id)}/play/{segment(playback_id)}"
    query = [("media", ",".join(media))]
    if language is not None:
        query.append(("lang", language))
    await door.request("POST", path, query=query)


async def set_variable(door: Door, *, channel_id: str, name: str, value: str) -> None:
    """Set a variable of a channel or call a writing function, `CONNECTEDLINE(name,i)`, as it is.

    Waits behind a playback. Repeat: safe for variables. Refused: 404 the channel is gone; 409 it has left
    Stasis.
    """
    path = f"channels/{segment(channel_id)}/variable"
    await door.request("POST", path, query=[("variable", name), ("value", value)])


async def get_variable(door: Door, *, channel_id: str, name: str) -> str | None:
    """Return a variable or the result of a function, None if it is unset or the channel is gone.

    Repeat: safe. Refused: 500 there is no such function.
    """
    path = f"channels/{segment(channel_id)}/variable"
    try:
        return (await door.request("GET", path, query=[("variable", name)])).read(Variable).value
    except AriRefused as refused:
        _accept_missing(refused)
        return None


async def continue_in_dialplan(
    door: Door, *, channel_id: str, context: str, extension: str, priority: int = 1
) -> None:
    """Give the channel back to the dialplan at this place. If there is none it ends, with 204 all the same.

    Repeat: look first. The channel leaves Stasis soon after the answer, then a second one is refused; but
    should the dialplan have sent it back to us meanwhile, that call is taken away again.
    Refused: 404 the channel is gone; 409 it has left Stasis.
    """
    path = f"channels/{segment(channel_id)}/continue"
    query = [("context", context), ("extension", extension), ("priority", str(priority))]
    await door.request("POST", path, query=query)


async def stop_playback(door: Door, *, playback_id: str) -> bool:
    """Stop a playback, running or queued; return False if it has ended. Repeat: safe."""
    return await _end(door, f"playbacks/{segment(playback_id)}")


# Recordings


async def record(
    door: Door, *, channel_id: str, name: str, longest_s: int, silence_s: int, tone: bool = True
) -> None:
    """Sound a tone, if wanted, and record a channel, until `#`, silence, `longest_s` or its end.

    What ends a recording by request is lost on it while the tone sounds.

    Its end is a RecordingFinished of this name, a RecordingFailed if there is no file. The file is
    Asterisk's, in its folder for recordings; played with the media `recording:NAME`.

    Repeat: 409 while the first goes on; afterwards it is refused as a RecordingFailed, for the file is there.
    Refused: 404 the channel is gone; 409 it has left Stasis, or a recording of this name goes on; 422 unknown
    format.
    """
    query = [
        ("name", name),
        ("format", "wav"),
        ("maxDurationSeconds", str(longest_s)),
        ("maxSilenceSeconds", str(silence_s)),
        ("ifExists", "fail"),
        ("beep", "true" if tone else "false"),
        ("terminateOn", "#"),
    ]
    await door.request("POST", f"channels/{segment(channel_id)}/record", query=query)


async def drop_recording(door: Door, *, name: str) -> bool:
    """End a recording and keep nothing of it; return False if it has ended. Repeat: safe."""
    return await _end(door, f"recordings/live/{segment(name)}")


async def is_recording(door: Door, *, name: str) -> bool:
    """Whether a recording of this name goes on. Repeat: safe."""
    return await _is_there(door, f"recordings/live/{segment(name)}")


async def is_recorded(door: Door, *, name: str) -> bool:
    """Whether there is a recording of this name. Repeat: safe."""
    return await _is_there(door, f"recordings/stored/{segment(name)}")


async def recordings(door: Door) -> list[str]:
    """The names of all recordings that are stored, ours or not. Repeat: safe. Refused: 404 this Asterisk
    stores none.
    """
    response = await door.request("GET", "recordings/stored")
    return [found.name for found in response.read(list[StoredRecording])]


async def delete_recording(door: Door, *, name: str) -> bool:
    """Delete a recording; return False if it is not there. Repeat: safe. Refused: 500 it could not be."""
    return await _end(door, f"recordings/stored/{segment(name)}")


async def _is_there(door: Door, path: str) -> bool:
    try:
        await door.request("GET", path)
    except AriRefused as refused:
        _accept_missing(refused)
        return False
    return True


async def steer_playback(door: Door, *, playback_id: str, on: bool) -> None:
    """Pause a playback, or let it go on. Repeat: safe. Refused: 404 it is over; 409 it cannot be now."""
    query = [("operation", "unpause" if on else "pause")]
    await door.request("POST", f"playbacks/{segment(playback_id)}/control", query=query)


# Bridges


async def create_bridge(
    door: Door,
    *,
    bridge_id: str,
    kind: Literal["mixing", "holding"] = "mixing",
    hears_keys: bool = False,
    name: str = "",
) -> None:
    """Make an empty bridge.

    Between two channels Asterisk may pass sound on without a look at it (`bridge_native_rtp`), and then
    tells of no key. With `hears_keys` it looks at all of it.

    Repeat: 409, which means the first one arrived. Refused: 409 the id exists, whatever its kind.
    """
    traits = f"{kind},dtmf_events" if hears_keys else kind
    await door.request("POST", f"bridges/{segment(bridge_id)}", query=[("type", traits), ("name", name)])


async def add_to_bridge(door: Door, *, bridge_id: str, channel_ids: Sequence[str]) -> None:
    """Put channels into a bridge, one after another, each out of the one it is in.

    Waits behind a playback. Channel music goes on unheard of: stop it before, or the caller hears it and
    nothing else. A channel deleted a moment ago is taken (204) and never enters: trust
    ChannelEnteredBridge.

    Repeat: safe, but the channels leave and enter again, with a short gap.
    Refused, and then none of them enters: 400 a channel is gone; 404 the bridge is; 409 one is being
    recorded, or the bridge is not ours; 422 a channel is not in Stasis (any more, or not yet).
    """
    path = f"bridges/{segment(bridge_id)}/addChannel"
    await door.request("POST", path, query=[("channel", ",".join(channel_ids))])


async def remove_from_bridge(door: Door, *, bridge_id: str, channel_id: str) -> None:
    """Take a channel out of a bridge; it stays in Stasis, in silence.

    Waits behind a playback. Repeat: safe, it is refused with 422.
    Refused: 400 the channel is gone; 404 the bridge is; 422 the channel is not in this bridge.
    """
    path = f"bridges/{segment(bridge_id)}/removeChannel"
    await door.request("POST", path, query=[("channel", channel_id)])


async def destroy_bridge(door: Door, *, bridge_id: str) -> bool:
    """End a bridge; its channels stay in Stasis, in silence. Return False if there was none.

    A channel that hears a playback leaves when that is over. A BridgeDestroyed follows only when one of our
    channels has ended in it.

    Repeat: safe; while it is still ending Asterisk says 409, as it does for a bridge that was never ours:
    False as well.
    """
    return await _end(door, f"bridges/{segment(bridge_id)}", gone=(404, 409))


async def get_bridge(door: Door, *, bridge_id: str) -> Bridge | None:
    """Return the bridge as it is now, None if there is none. Repeat: safe."""
    try:
        return (await door.request("GET", f"bridges/{segment(bridge_id)}")).read(Bridge)
    except AriRefused as refused:
        _accept_missing(refused)
        return None


async def list_bridges(door: Door) -> tuple[Bridge, ...]:
    """Return all bridges of this Asterisk, those of others too. Repeat: safe."""
    return (await door.request("GET", "bridges")).read(tuple[Bridge, ...])


# Asterisk itself


async def get_application(door: Door, *, app: str) -> Application | None:
    """Return the ids of an application's channels, bridges and endpoints; None if nobody runs it.

    It outlives its socket for as long as it has channels. Repeat: safe.
    """
    try:
        return (await door.request("GET", f"applications/{segment(app)}")).read(Application)
    except AriRefused as refused:
        _accept_missing(refused)
        return None


async def filter_events(door: Door, *, app: str, wanted: Collection[str]) -> None:
    """Let Asterisk tell an application events of these types only, for as long as the application lives.

    Answers to requests over the socket count as events of the type RESTResponse, and that another has
    connected is one of the type ApplicationReplaced: who does not want them does not get them. Repeat: safe,
    the last one counts.
    Refused: 404 the application is not known.
    """
    body = {"allowed": [{"type": each} for each in wanted]}
    await door.request("PUT", f"applications/{segment(app)}/eventFilter", body=body)


async def asterisk_info(door: Door) -> AsteriskInfo:
    """Return version, build, configuration and start-up time. Repeat: safe."""
    return (await door.request("GET", "asterisk/info")).read(AsteriskInfo)


async def ping(door: Door) -> AsteriskPing:
    """Ask Asterisk whether it answers requests. Repeat: safe."""
    return (await door.request("GET", "asterisk/ping")).read(AsteriskPing)


async def _end(door: Door, path: str, query: Query = (), *, gone: Sequence[int] = (404,)) -> bool:
    """DELETE; what is gone already is ended as well."""
    try:
        await door.request("DELETE", path, query=query)
    except AriRefused as refused:
        if refused.status not in gone:
            raise
        return False
    return True


def _accept_missing(refused: AriRefused) -> None:
    if refused.status != 404:
        raise refused
