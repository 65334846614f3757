"""The modules of Asterisk that are loaded: those in use and no others, each group with its reason."""

from acd.company.schema import Company, RecordNote

MODULES: dict[str, tuple[str, ...]] = {
    "What other modules stand on": (
        "res_timing_timerfd",
        "res_crypto",
        "res_sorcery_config",
        "res_sorcery_memory",
        "res_sorcery_astdb",
        "res_http_websocket",
        "res_websocket_client",
        "res_speech",
        "res_pjproject",
    ),
    "The dialplan and what it uses": (
        "pbx_config",
        "app_dial",
        "app_playback",
        "app_stack",
        "app_stasis",
        "app_verbose",
        "app_voicemail",
        "func_callerid",
        "func_channel",
        "func_global",
        "func_logic",
        "func_timeout",
        "res_agi",
        "res_musiconhold",
    ),
    "SIP": (
        "res_pjsip",
        "res_pjsip_session",
        "res_pjsip_authenticator_digest",
        "res_pjsip_endpoint_identifier_ip",
        "res_pjsip_endpoint_identifier_user",
        "res_pjsip_registrar",
        "res_pjsip_sdp_rtp",
        "res_pjsip_caller_id",
        "res_pjsip_dtmf_info",
        "res_pjsip_nat",
        "res_pjsip_refer",
        "res_pjsip_rfc3326",
        "res_pjsip_pubsub",
        "res_pjsip_mwi",
        "res_pjsip_mwi_body_generator",
        "res_rtp_asterisk",
        "chan_pjsip",
    ),
    "Sound: formats of files, codecs of phones": (
        "format_pcm",
        "format_sln",
        "format_wav",
        "codec_alaw",
        "codec_ulaw",
        "codec_a_mu",
        "codec_resample",
    ),
    "Bridges": (
        "bridge_simple",
        "bridge_native_rtp",
        "bridge_softmix",
        "bridge_holding",
    ),
    "What `acd doctor` tries out: a sound in an empty bridge": ("chan_bridge_media",),
    "The service's way in: ARI": (
        "res_stasis",
        "res_stasis_answer",
        "res_stasis_playback",
        "res_stasis_recording",
        "res_stasis_snoop",
        "res_ari",
        "res_ari_model",
        "res_ari_applications",
        "res_ari_asterisk",
        "res_ari_bridges",
        "res_ari_channels",
        "res_ari_endpoints",
        "res_ari_events",
        "res_ari_playbacks",
        "res_ari_recordings",
        "res_ari_sounds",
    ),
    "Phone states for the service: AMI": ("res_manager_devicestate",),
}

_THEIR_OWN = {"What other modules stand on", "SIP"}
"""Groups of which an Asterisk that has phones and calls has what it needs, perhaps by other modules."""
_ALSO = ("res_http_websocket", "res_speech", "chan_pjsip", "res_rtp_asterisk")
"""Of those groups, what ours cannot be loaded without; `res_agi` takes `res_speech`, whoever speaks."""
_WORTH_A_LINE = ("res_websocket_client", "chan_bridge_media")
"""Needed by `res_ari` of later releases, and by `acd doctor`; who has it not is told so and goes on."""
_DISPENSABLE = {
    "chan_bridge_media",
    "codec_a_mu",
    "res_ari_recordings",
    "res_ari_sounds",
}


def needed_beside(company: Company) -> tuple[str, ...]:
    """The modules without which an Asterisk that somebody else has configured cannot serve this company."""
    idle = set() if company.voicemail else {"app_voicemail"}
    ours = (name for group, names in MODULES.items() if group not in _THEIR_OWN for name in names)
    dispensable = _DISPENSABLE - {"res_ari_recordings"} if _records(company) else _DISPENSABLE
    return tuple(name for name in (*_ALSO, *ours) if name not in dispensable | idle)


def _records(company: Company) -> bool:
    """Whether anything that callers say is recorded by us: messages, and notes for whoever calls back."""
    nodes = (node for flow in company.flows.values() for node in flow.nodes.values())
    notes = any(isinstance(node, RecordNote) for node in nodes)
    return notes or any(box.messages is not None for box in company.voicemail.values())


def listed_beside(company: Company) -> tuple[str, ...]:
    """The modules that `modules.conf` must ask for where it does not ask for everything."""
    return (*_WORTH_A_LINE, *needed_beside(company))
