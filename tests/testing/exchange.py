"""A small telephone exchange for the phones' own tests: a real Asterisk with a dialplan written by hand."""

import re
import wave
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from acd.lab.asterisk import AsteriskFiles, AsteriskProcess
from acd.lab.installation import AsteriskRoot, find_asterisk
from acd.lab.ports import Ports, free_ports

PHONES = 20
MUSIC_CLASS = "tune"

_MODULES = """
res_timing_timerfd pbx_config func_callerid func_channel func_global func_logic func_strings
app_dial app_echo app_playback app_read app_sayunixtime app_confbridge app_stack
codec_alaw codec_ulaw codec_resample format_wav format_pcm res_musiconhold
bridge_simple bridge_native_rtp bridge_softmix bridge_holding
res_sorcery_config res_sorcery_memory res_sorcery_astdb res_pjproject res_rtp_asterisk
res_pjsip res_pjsip_session res_pjsip_pubsub res_pjsip_sdp_rtp res_pjsip_registrar res_pjsip_caller_id
res_pjsip_rfc3326
res_pjsip_authenticator_digest res_pjsip_endpoint_identifier_user chan_pjsip
"""

_PJSIP = """
[global]
type = global
endpoint_identifier_order = username,auth_username
[udp]
type = transport
protocol = udp
bind = 127.0.0.1:{sip}
[device](!)
type = endpoint
context = inside
disallow = all
allow = alaw,ulaw
direct_media = no
identify_by = username,auth_username
[login](!)
type = auth
auth_type = userpass
[place](!)
type = aor
max_contacts = 1
remove_existing = yes
"""

_PHONE = """
[p{n}](device)
auth = p{n}
aors = p{n}
[p{n}](login)
username = p{n}
password = secret-{n}
[p{n}](place)
"""

_DIALPLAN = """
[inside]
exten => _pX!,1,Dial(PJSIP/${EXTEN},20)
 same => n,Hangup(${HANGUPCAUSE})
exten => _brief-pX!,1,Dial(PJSIP/${EXTEN:6},1)
 same => n,Hangup(19)
exten => _queue-pX!,1,Set(CALLERID(name)=Größe & "Co" <7>)
 same => n,Set(CALLERID(num)=4711)
 same => n,Dial(PJSIP/${EXTEN:6},20)
exten => echo,1,Answer()
 same => n,Echo()
exten => play,1,Answer()
 same => n,Playback(agent-loginok)
 same => n,Wait(60)
exten => early,1,Progress()
 same => n,Playback(agent-loginok,noanswer)
 same => n,Hangup(17)
exten => read,1,Answer()
 same => n,Read(KEYS,,30,,1,5)
 same => n,Set(GLOBAL(KEYS)=${KEYS})
 same => n,SayDigits(${KEYS:0:1})
 same => n,Wait(60)
exten => hold,1,Answer()
 same => n,MusicOnHold(tune)
exten => room,1,Answer()
 same => n,ConfBridge(room,,silent)
"""


class Exchange:
    """The running Asterisk, the accounts it knows, and where its sound files are on this host."""

    def __init__(self, process: AsteriskProcess, ports: Ports, sounds: Path, music: Path) -> None:
        self.process = process
        self.sip_port = ports.sip
        self.sounds = sounds
        self.music = music

    def account(self, number: int) -> tuple[str, str]:
        """Name and password of a phone."""
        return f"p{number}", f"secret-{number}"

    def variable(self, name: str) -> str | None:
        """A global variable of the dialplan."""
        found = re.search(rf"^\s*{name}=(.*)$", self.process.rx("dialplan show globals"), re.MULTILINE)
        return found[1].strip() if found else None

    def set_variable(self, name: str, text: str) -> None:
        self.process.rx(f"dialplan set global {name} {text}")


@contextmanager
def running_exchange(instance: Path) -> Iterator[Exchange]:
    """Start it, and end it afterwards."""
    installation = find_asterisk(print)
    root = installation.folder if isinstance(installation, AsteriskRoot) else Path("/")
    share = root / "usr/share/asterisk"
    files, ports = AsteriskFiles(instance), free_ports()
    music = files.sounds / "tune" / "tune.wav"
    music.parent.mkdir(parents=True)
    _cut(share / "moh/manolo_camp-morning_coffee.wav", music)
    _write_configuration(files, ports, music.parent)
    process = AsteriskProcess(instance, installation)
    process.start()
    try:
        yield Exchange(process, ports, share / "sounds/en_US_f_Allison", music)
    finally:
        process.stop()


def _cut(song: Path, piece: Path, *, from_s: int = 20, length_s: int = 4) -> None:
    """A few seconds of a song, without the pauses at its ends."""
    with wave.open(str(song), "rb") as whole, wave.open(str(piece), "wb") as cut:
        cut.setparams(whole.getparams())
        whole.setpos(from_s * whole.getframerate())
        cut.writeframes(whole.readframes(length_s * whole.getframerate()))


def _write_configuration(files: AsteriskFiles, ports: Ports, tune: Path) -> None:
    files.etc.mkdir()
    directories = "\n".join(f"{name} => {path}" for name, path in files.directories.items())
    loads = "\n".join(f"load = {name}.so" for name in _MODULES.split())
    phones = "".join(_PHONE.format(n=n) for n in range(PHONES))
    for name, text in {
        "asterisk": f"[directories]\n{directories}\n",
        "modules": f"[modules]\nautoload = no\n{loads}\n",
        "logger": "[logfiles]\nfull.log => notice,warning,error,verbose\n",
        "rtp": f"[general]\nrtpstart = {ports.rtp_first}\nrtpend = {ports.rtp_last}\n",
        "musiconhold": f"[{MUSIC_CLASS}]\nmode = files\ndirectory = {tune}\n",
        "confbridge": "[general]\n[silent]\ntype = user\nquiet = yes\n",
        "extensions": _DIALPLAN,
        "pjsip": _PJSIP.format(sip=ports.sip) + phones,
    }.items():
        (files.etc / f"{name}.conf").write_text(text, encoding="utf-8")
