"""What Asterisk sends: its models and events as frozen structs.

Generated from the API description of Asterisk 22.10.1; not to be edited by hand. To write it anew:

    python scripts/generate_ari.py ROOT/usr/share/asterisk/rest-api --asterisk VERSION

A list that the description calls required reads as empty when it is left out: Asterisk leaves out
`Application.device_names` while its device state module is not loaded.
"""

from datetime import datetime
from typing import TypeAlias

from msgspec import Struct, field

ASTERISK_VERSION = "22.10.1"


class AdditionalParam(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Protocol specific additional parameter"""

    parameter_name: str
    parameter_value: str


class Application(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Details of a Stasis application"""

    name: str
    channel_ids: tuple[str, ...] = ()
    bridge_ids: tuple[str, ...] = ()
    endpoint_ids: tuple[str, ...] = ()
    device_names: tuple[str, ...] = ()
    events_allowed: tuple[dict[str, object], ...] = ()
    events_disallowed: tuple[dict[str, object], ...] = ()


class CallerID(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Caller identification"""

    name: str
    number: str


class DialplanCEP(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Dialplan location (context/extension/priority)"""

    context: str
    exten: str
    priority: int
    app_name: str
    app_data: str


class Channel(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A specific communication connection between Asterisk and an Endpoint."""

    id: str
    protocol_id: str
    name: str
    state: str
    caller: CallerID
    connected: CallerID
    accountcode: str
    dialplan: DialplanCEP
    creationtime: datetime
    language: str
    channelvars: dict[str, object] | None = None
    caller_rdnis: str | None = None
    tenantid: str | None = None


class ApplicationMoveFailed(Struct, frozen=True, kw_only=True, omit_defaults=True, tag_field="type", tag=True):
    """Notification that trying to move a channel to another Stasis application failed."""

    asterisk_id: str | None = None
    application: str
    timestamp: datetime
    channel: Channel
    destination: str
    args: tuple[str, ...] = ()


class ApplicationRegistered(Struct, frozen=True, kw_only=True, omit_defaults=True, tag_field="type", tag=True):
    """Notification that a Stasis app has been registered."""

    asterisk_id: str | None = None
    application: str
    timestamp: datetime


class ApplicationReplaced(Struct, frozen=True, kw_only=True, omit_defaults=True, tag_field="type", tag=True):
    """Notification that another WebSocket has taken over for an application. An application may
    only be subscribed to by a single WebSocket at a time. If multiple WebSockets attempt to
    subscribe to the same application, the newer WebSocket wins, and the older one receives this
    event.
    """

    asterisk_id: str | None = None
    application: str
    timestamp: datetime


class ApplicationUnregistered(Struct, frozen=True, kw_only=True, omit_defaults=True, tag_field="type", tag=True):
    """Notification that a Stasis app has been unregistered."""

    asterisk_id: str | None = None
    application: str
    timestamp: datetime


class BuildInfo(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Info about how Asterisk was built"""

    os: str
    kernel: str
    options: str
    machine: str
    date: str
    user: str


class SystemInfo(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Info about Asterisk"""

    version: str
    entity_id: str


class SetId(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Effective user/group id"""

    user: str
    group: str


class ConfigInfo(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Info about Asterisk configuration"""

    name: str
    default_language: str
    max_channels: int | None = None
    max_open_files: int | None = None
    max_load: float | None = None
    setid: SetId


class StatusInfo(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Info about Asterisk status"""

    startup_time: datetime
    last_reload_time: datetime


class AsteriskInfo(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Asterisk system information"""

    build: BuildInfo | None = None
    system: SystemInfo | None = None
    config: ConfigInfo | None = None
    status: StatusInfo | None = None


class AsteriskPing(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Asterisk ping information"""

    asterisk_id: str
    ping: str
    timestamp: str


class Bridge(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """The merging of media from one or more channels. Everyone on the bridge receives the same
    audio.
    """

    id: str
    technology: str
    bridge_type: str
    bridge_class: str
    creator: str
    name: str
    channels: tuple[str, ...] = ()
    video_mode: str | None = None
    video_source_id: str | None = None
    creationtime: datetime
    bridgevars: dict[str, object] | None = None


class BridgeAttendedTransfer(Struct, frozen=True, kw_only=True, omit_defaults=True, tag_field="type", tag=True):
    """Notification that an attended transfer has occurred."""

    asterisk_id: str | None = None
    application: str
    timestamp: datetime
    transferer_first_leg: Channel
    transferer_second_leg: Channel
    replace_channel: Channel | None = None
    transferee: Channel | None = None
    transfer_target: Channel | None = None
    result: str
    is_external: bool
    transferer_first_leg_bridge: Bridge | None = None
    transferer_second_leg_bridge: Bridge | None = None
    destination_type: str
    destination_bridge: str | None = None
    destination_application: str | None = None
    destination_link_first_leg: Channel | None = None
    destination_link_second_leg: Channel | None = None
    destination_threeway_channel: Channel | None = None
    destination_threeway_bridge: Bridge | None = None


class BridgeBlindTransfer(Struct, frozen=True, kw_only=True, omit_defaults=True, tag_field="type", tag=True):
    """Notification that a blind transfer has occurred."""

    asterisk_id: str | None = None
    application: str
    timestamp: datetime
    channel: Channel
    replace_channel: Channel | None = None
    transferee: Channel | None = None
    exten: str
    context: str
    result: str
    is_external: bool
    bridge: Bridge | None = None


class BridgeCreated(Struct, frozen=True, kw_only=True, omit_defaults=True, tag_field="type", tag=True):
    """Notification that a bridge has been created."""

    asterisk_id: str | None = None
    application: str
    timestamp: datetime
    bridge: Bridge


class BridgeDestroyed(Struct, frozen=True, kw_only=True, omit_defaults=True, tag_field="type", tag=True):
    """Notification that a bridge has been destroyed."""

    asterisk_id: str | None = None
    application: str
    timestamp: datetime
    bridge: Bridge


class BridgeMerged(Struct, frozen=True, kw_only=True, omit_defaults=True, tag_field="type", tag=True):
    """Notification that one bridge has merged into another."""

    asterisk_id: str | None = None
    application: str
    timestamp: datetime
    bridge: Bridge
    bridge_from: Bridge


class BridgeVideoSourceChanged(Struct, frozen=True, kw_only=True, omit_defaults=True, tag_field="type", tag=True):
    """Notification that the source of video in a bridge has changed."""

    asterisk_id: str | None = None
    application: str
    timestamp: datetime
    bridge: Bridge
    old_video_source_id: str | None = None


class CallBroadcast(Struct, frozen=True, kw_only=True, omit_defaults=True, tag_field="type", tag=True):
    """Notification that a channel is being broadcast to ARI applications for claiming."""

    asterisk_id: str | None = None
    application: str
    timestamp: datetime
    channel: Channel
    caller: str | None = None
    called: str | None = None


class CallClaimed(Struct, frozen=True, kw_only=True, omit_defaults=True, tag_field="type", tag=True):
    """Notification that a broadcast channel has been successfully claimed by an ARI application."""

    asterisk_id: str | None = None
    application: str
    timestamp: datetime
    channel: Channel
    winner_app: str


class ChannelCallerId(Struct, frozen=True, kw_only=True, omit_defaults=True, tag_field="type", tag=True):
    """Channel changed Caller ID."""

    asterisk_id: str | None = None
    application: str
    timestamp: datetime
    caller_presentation: int
    caller_presentation_txt: str
    channel: Channel


class ChannelConnectedLine(Struct, frozen=True, kw_only=True, omit_defaults=True, tag_field="type", tag=True):
    """Channel changed Connected Line."""

    asterisk_id: str | None = None
    application: str
    timestamp: datetime
    channel: Channel


class ChannelCreated(Struct, frozen=True, kw_only=True, omit_defaults=True, tag_field="type", tag=True):
    """Notification that a channel has been created."""

    asterisk_id: str | None = None
    application: str
    timestamp: datetime
    channel: Channel


class ChannelDestroyed(Struct, frozen=True, kw_only=True, omit_defaults=True, tag_field="type", tag=True):
    """Notification that a channel has been destroyed."""

    asterisk_id: str | None = None
    application: str
    timestamp: datetime
    cause: int
    cause_txt: str
    tech_cause: int | None = None
    channel: Channel


class ChannelDialplan(Struct, frozen=True, kw_only=True, omit_defaults=True, tag_field="type", tag=True):
    """Channel changed location in the dialplan."""

    asterisk_id: str | None = None
    application: str
    timestamp: datetime
    channel: Channel
    dialplan_app: str
    dialplan_app_data: str


class ChannelDtmfReceived(Struct, frozen=True, kw_only=True, omit_defaults=True, tag_field="type", tag=True):
    """DTMF received on a channel. This event is sent when the DTMF ends. There is no notification
    about the start of DTMF
    """

    asterisk_id: str | None = None
    application: str
    timestamp: datetime
    digit: str
    duration_ms: int
    channel: Channel


class ChannelEnteredBridge(Struct, frozen=True, kw_only=True, omit_defaults=True, tag_field="type", tag=True):
    """Notification that a channel has entered a bridge."""

    asterisk_id: str | None = None
    application: str
    timestamp: datetime
    bridge: Bridge
    channel: Channel | None = None


class ChannelHangupRequest(Struct, frozen=True, kw_only=True, omit_defaults=True, tag_field="type", tag=True):
    """A hangup was requested on the channel."""

    asterisk_id: str | None = None
    application: str
    timestamp: datetime
    cause: int | None = None
    tech_cause: int | None = None
    soft: bool | None = None
    channel: Channel


class ChannelHold(Struct, frozen=True, kw_only=True, omit_defaults=True, tag_field="type", tag=True):
    """A channel initiated a media hold."""

    asterisk_id: str | None = None
    application: str
    timestamp: datetime
    channel: Channel
    musicclass: str | None = None


class ChannelLeftBridge(Struct, frozen=True, kw_only=True, omit_defaults=True, tag_field="type", tag=True):
    """Notification that a channel has left a bridge."""

    asterisk_id: str | None = None
    application: str
    timestamp: datetime
    bridge: Bridge
    channel: Channel


class ChannelStateChange(Struct, frozen=True, kw_only=True, omit_defaults=True, tag_field="type", tag=True):
    """Notification of a channel's state change."""

    asterisk_id: str | None = None
    application: str
    timestamp: datetime
    channel: Channel


class ChannelTalkingFinished(Struct, frozen=True, kw_only=True, omit_defaults=True, tag_field="type", tag=True):
    """Talking is no longer detected on the channel."""

    asterisk_id: str | None = None
    application: str
    timestamp: datetime
    channel: Channel
    duration: int


class ChannelTalkingStarted(Struct, frozen=True, kw_only=True, omit_defaults=True, tag_field="type", tag=True):
    """Talking was detected on the channel."""

    asterisk_id: str | None = None
    application: str
    timestamp: datetime
    channel: Channel


class ChannelToneDetected(Struct, frozen=True, kw_only=True, omit_defaults=True, tag_field="type", tag=True):
    """Tone was detected on the channel."""

    asterisk_id: str | None = None
    application: str
    timestamp: datetime
    channel: Channel


class RequiredDestination(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Information about the requested destination"""

    protocol_id: str | None = None
    destination: str | None = None
    additional_protocol_params: tuple[AdditionalParam, ...] = ()


class ReferTo(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """transfer destination requested by transferee"""

    requested_destination: RequiredDestination
    destination_channel: Channel | None = None
    connected_channel: Channel | None = None
    bridge: Bridge | None = None


class ReferredBy(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """transfer destination requested by transferee"""

    source_channel: Channel
    connected_channel: Channel | None = None
    bridge: Bridge | None = None


class ChannelTransfer(Struct, frozen=True, kw_only=True, omit_defaults=True, tag_field="type", tag=True):
    """transfer on a channel."""

    asterisk_id: str | None = None
    application: str
    timestamp: datetime
    state: str | None = None
    refer_to: ReferTo
    referred_by: ReferredBy


class ChannelUnhold(Struct, frozen=True, kw_only=True, omit_defaults=True, tag_field="type", tag=True):
    """A channel initiated a media unhold."""

    asterisk_id: str | None = None
    application: str
    timestamp: datetime
    channel: Channel


class Endpoint(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """An external device that may offer/accept calls to/from Asterisk. Unlike most resources, which
    have a single unique identifier, an endpoint is uniquely identified by the technology/resource
    pair.
    """

    technology: str
    resource: str
    state: str | None = None
    channel_ids: tuple[str, ...] = ()


class ChannelUserevent(Struct, frozen=True, kw_only=True, omit_defaults=True, tag_field="type", tag=True):
    """User-generated event with additional user-defined fields in the object."""

    asterisk_id: str | None = None
    application: str
    timestamp: datetime
    eventname: str
    channel: Channel | None = None
    bridge: Bridge | None = None
    endpoint: Endpoint | None = None
    userevent: dict[str, object]


class ChannelVarset(Struct, frozen=True, kw_only=True, omit_defaults=True, tag_field="type", tag=True):
    """Channel variable changed."""

    asterisk_id: str | None = None
    application: str
    timestamp: datetime
    variable: str
    value: str
    channel: Channel | None = None


class ConfigTuple(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A key/value pair that makes up part of a configuration object."""

    attribute: str
    value: str


class ContactInfo(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Detailed information about a contact on an endpoint."""

    uri: str
    contact_status: str
    aor: str
    roundtrip_usec: str | None = None


class ContactStatusChange(Struct, frozen=True, kw_only=True, omit_defaults=True, tag_field="type", tag=True):
    """The state of a contact on an endpoint has changed."""

    asterisk_id: str | None = None
    application: str
    timestamp: datetime
    endpoint: Endpoint
    contact_info: ContactInfo


class DeviceState(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Represents the state of a device."""

    name: str
    state: str


class DeviceStateChanged(Struct, frozen=True, kw_only=True, omit_defaults=True, tag_field="type", tag=True):
    """Notification that a device state has changed."""

    asterisk_id: str | None = None
    application: str
    timestamp: datetime
    device_state: DeviceState


class Dial(Struct, frozen=True, kw_only=True, omit_defaults=True, tag_field="type", tag=True):
    """Dialing state has changed."""

    asterisk_id: str | None = None
    application: str
    timestamp: datetime
    caller: Channel | None = None
    peer: Channel
    forward: str | None = None
    forwarded: Channel | None = None
    dialstring: str | None = None
    dialstatus: str


class Dialed(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Dialed channel information."""



class EndpointStateChange(Struct, frozen=True, kw_only=True, omit_defaults=True, tag_field="type", tag=True):
    """Endpoint state changed."""

    asterisk_id: str | None = None
    application: str
    timestamp: datetime
    endpoint: Endpoint


class FormatLangPair(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Identifies the format and language of a sound file"""

    language: str
    format: str


class LiveRecording(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A recording that is in progress"""

    name: str
    format: str
    target_uri: str
    state: str
    duration: int | None = None
    talking_duration: int | None = None
    silence_duration: int | None = None
    cause: str | None = None


class LogChannel(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Details of an Asterisk log channel"""

    channel: str
    type: str
    status: str
    configuration: str


class Mailbox(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Represents the state of a mailbox."""

    name: str
    old_messages: int
    new_messages: int


class MissingParams(Struct, frozen=True, kw_only=True, omit_defaults=True, tag_field="type", tag=True):
    """Error event sent when required params are missing."""

    asterisk_id: str | None = None
    params: tuple[str, ...] = ()


class Module(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Details of an Asterisk module"""

    name: str
    description: str
    use_count: int
    status: str
    support_level: str


class Peer(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Detailed information about a remote peer that communicates with Asterisk."""

    peer_status: str
    cause: str | None = None
    address: str | None = None
    port: str | None = None
    time: str | None = None


class PeerStatusChange(Struct, frozen=True, kw_only=True, omit_defaults=True, tag_field="type", tag=True):
    """The state of a peer associated with an endpoint has changed."""

    asterisk_id: str | None = None
    application: str
    timestamp: datetime
    endpoint: Endpoint
    peer: Peer


class Playback(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Object representing the playback of media to a channel"""

    id: str
    media_uri: str
    next_media_uri: str | None = None
    target_uri: str
    language: str | None = None
    state: str


class PlaybackContinuing(Struct, frozen=True, kw_only=True, omit_defaults=True, tag_field="type", tag=True):
    """Event showing the continuation of a media playback operation from one media URI to the next
    in the list.
    """

    asterisk_id: str | None = None
    application: str
    timestamp: datetime
    playback: Playback


class PlaybackFinished(Struct, frozen=True, kw_only=True, omit_defaults=True, tag_field="type", tag=True):
    """Event showing the completion of a media playback operation."""

    asterisk_id: str | None = None
    application: str
    timestamp: datetime
    playback: Playback


class PlaybackStarted(Struct, frozen=True, kw_only=True, omit_defaults=True, tag_field="type", tag=True):
    """Event showing the start of a media playback operation."""

    asterisk_id: str | None = None
    application: str
    timestamp: datetime
    playback: Playback


class RESTHeader(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """REST over Websocket header"""

    name: str
    value: str


class RESTQueryStringParameter(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """REST over Websocket Query String Parameter"""

    name: str
    value: str


class RESTRequest(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """REST over Websocket Request."""

    type: str
    transaction_id: str
    request_id: str
    method: str
    uri: str
    content_type: str | None = None
    query_strings: tuple[RESTQueryStringParameter, ...] = ()
    message_body: str | None = None


class RESTResponse(Struct, frozen=True, kw_only=True, omit_defaults=True, tag_field="type", tag=True):
    """REST over Websocket Response."""

    asterisk_id: str | None = None
    application: str
    timestamp: datetime
    transaction_id: str
    request_id: str
    status_code: int
    reason_phrase: str
    uri: str
    content_type: str | None = None
    message_body: str | None = None


class RTPstat(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A statistics of a RTP."""

    txcount: int
    rxcount: int
    txjitter: float | None = None
    rxjitter: float | None = None
    remote_maxjitter: float | None = None
    remote_minjitter: float | None = None
    remote_normdevjitter: float | None = None
    remote_stdevjitter: float | None = None
    local_maxjitter: float | None = None
    local_minjitter: float | None = None
    local_normdevjitter: float | None = None
    local_stdevjitter: float | None = None
    txploss: int
    rxploss: int
    remote_maxrxploss: float | None = None
    remote_minrxploss: float | None = None
    remote_normdevrxploss: float | None = None
    remote_stdevrxploss: float | None = None
    local_maxrxploss: float | None = None
    local_minrxploss: float | None = None
    local_normdevrxploss: float | None = None
    local_stdevrxploss: float | None = None
    rtt: float | None = None
    maxrtt: float | None = None
    minrtt: float | None = None
    normdevrtt: float | None = None
    stdevrtt: float | None = None
    local_ssrc: int
    remote_ssrc: int
    txoctetcount: int
    rxoctetcount: int
    channel_uniqueid: str


class RecordingFailed(Struct, frozen=True, kw_only=True, omit_defaults=True, tag_field="type", tag=True):
    """Event showing failure of a recording operation."""

    asterisk_id: str | None = None
    application: str
    timestamp: datetime
    recording: LiveRecording


class RecordingFinished(Struct, frozen=True, kw_only=True, omit_defaults=True, tag_field="type", tag=True):
    """Event showing the completion of a recording operation."""

    asterisk_id: str | None = None
    application: str
    timestamp: datetime
    recording: LiveRecording


class RecordingStarted(Struct, frozen=True, kw_only=True, omit_defaults=True, tag_field="type", tag=True):
    """Event showing the start of a recording operation."""

    asterisk_id: str | None = None
    application: str
    timestamp: datetime
    recording: LiveRecording


class Sound(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A media file that may be played back."""

    id: str
    text: str | None = None
    formats: tuple[FormatLangPair, ...] = ()


class StasisEnd(Struct, frozen=True, kw_only=True, omit_defaults=True, tag_field="type", tag=True):
    """Notification that a channel has left a Stasis application."""

    asterisk_id: str | None = None
    application: str
    timestamp: datetime
    channel: Channel


class StasisStart(Struct, frozen=True, kw_only=True, omit_defaults=True, tag_field="type", tag=True):
    """Notification that a channel has entered a Stasis application."""

    asterisk_id: str | None = None
    application: str
    timestamp: datetime
    args: tuple[str, ...] = ()
    channel: Channel
    replace_channel: Channel | None = None


class StoredRecording(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A past recording that may be played back."""

    name: str
    format: str


class TextMessage(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A text message."""

    from_: str = field(name="from")
    to: str
    body: str
    variables: dict[str, object] | None = None


class TextMessageReceived(Struct, frozen=True, kw_only=True, omit_defaults=True, tag_field="type", tag=True):
    """A text message was received from an endpoint."""

    asterisk_id: str | None = None
    application: str
    timestamp: datetime
    message: TextMessage
    endpoint: Endpoint | None = None


class Variable(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """The value of a channel variable"""

    value: str


class Variables(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A dictionary of channel variables"""

    variables: dict[str, object]


Event: TypeAlias = (
    ApplicationMoveFailed
    | ApplicationRegistered
    | ApplicationReplaced
    | ApplicationUnregistered
    | BridgeAttendedTransfer
    | BridgeBlindTransfer
    | BridgeCreated
    | BridgeDestroyed
    | BridgeMerged
    | BridgeVideoSourceChanged
    | CallBroadcast
    | CallClaimed
    | ChannelCallerId
    | ChannelConnectedLine
    | ChannelCreated
    | ChannelDestroyed
    | ChannelDialplan
    | ChannelDtmfReceived
    | ChannelEnteredBridge
    | ChannelHangupRequest
    | ChannelHold
    | ChannelLeftBridge
    | ChannelStateChange
    | ChannelTalkingFinished
    | ChannelTalkingStarted
    | ChannelToneDetected
    | ChannelTransfer
    | ChannelUnhold
    | ChannelUserevent
    | ChannelVarset
    | ContactStatusChange
    | DeviceStateChanged
    | Dial
    | EndpointStateChange
    | PeerStatusChange
    | PlaybackContinuing
    | PlaybackFinished
    | PlaybackStarted
    | RESTResponse
    | RecordingFailed
    | RecordingFinished
    | RecordingStarted
    | StasisEnd
    | StasisStart
    | TextMessageReceived
)
