"""A real Asterisk with the least configuration that AMI and AGI need, and a probe that watches it over AMI.

The probe is raw on purpose: it must not share a fault with what it checks.
"""

import asyncio
import itertools
from collections.abc import Callable
from pathlib import Path
from typing import Self

from acd.lab.asterisk import AsteriskFiles, AsteriskProcess
from acd.lab.installation import find_asterisk
from acd.lab.ports import free_ports

AMI_USER = "acd"
AMI_SECRET = "right-secret"
_PROBE = "probe"

_MODULES = """
res_timing_timerfd pbx_config res_speech res_agi res_manager_devicestate
app_userevent app_verbose app_senddtmf func_channel func_logic func_timeout
codec_ulaw format_wav format_pcm bridge_simple
res_sorcery_config res_sorcery_memory res_sorcery_astdb res_pjproject res_rtp_asterisk
res_pjsip res_pjsip_pubsub res_pjsip_session res_pjsip_sdp_rtp res_pjsip_registrar res_pjsip_caller_id
res_pjsip_endpoint_identifier_user chan_pjsip
"""

_MANAGER = f"""
[general]
enabled = yes
bindaddr = 127.0.0.1
port = {{ami_port}}
[{AMI_USER}]
secret = {AMI_SECRET}
read = system,call
write = reporting
eventfilter(action(include),name(DeviceStateChange)) =
eventfilter(action(include),name(ContactStatus)) =
eventfilter(action(include),name(FullyBooted)) =
[{_PROBE}]
secret = {_PROBE}
read = all
write = all
"""


class BareAsterisk:
    """An Asterisk of its own, on free ports, with the given dialplan and phones."""

    def __init__(self, instance: Path, *, extensions: str, pjsip: str = "") -> None:
        self._ports = free_ports()
        self.ami_port, self.sip_port = self._ports.ami, self._ports.sip
        files = AsteriskFiles(instance)
        files.etc.mkdir(parents=True)
        directories = "\n".join(f"{name} => {path}" for name, path in files.directories.items())
        transport = f"[udp]\ntype = transport\nprotocol = udp\nbind = 127.0.0.1:{self.sip_port}\n"
        loads = "\n".join(f"load = {name}.so" for name in _MODULES.split())
        for name, text in {
            "asterisk": f"[directories]\n{directories}\n",
            "modules": f"[modules]\nautoload = no\n{loads}\n",
            "logger": "[logfiles]\nfull.log => notice,warning,error\n",
            "manager": _MANAGER.format(ami_port=self.ami_port),
            "extensions": extensions,
            "pjsip": transport + pjsip,
        }.items():
            (files.etc / f"{name}.conf").write_text(text, encoding="utf-8")
        self.process = AsteriskProcess(instance, find_asterisk(print))

    @property
    def log(self) -> str:
        """What it complained about."""
        return (self.process.files.own / "log" / "full.log").read_text(encoding="utf-8")


class Probe:
    """A test's own AMI connection, with every right and every event."""

    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._reader = reader
        self._writer = writer
        self._numbers = itertools.count()

    @classmethod
    async def connect(cls, ami_port: int) -> Self:
        probe = cls(*await asyncio.open_connection("127.0.0.1", ami_port))
        await probe._reader.readline()
        await probe.send("Login", Username=_PROBE, Secret=_PROBE)
        await probe.until(lambda message: message.get("Message") == "Authentication accepted")
        return probe

    async def send(self, action: str, **headers: str) -> None:
        lines = [f"Action: {action}", *(f"{name}: {value}" for name, value in headers.items())]
        self._writer.write("".join(f"{line}\r\n" for line in [*lines, ""]).encode())
        await self._writer.drain()

    async def until(self, wanted: Callable[[dict[str, str]], bool]) -> dict[str, str]:
        """Reads messages up to the first wanted one."""
        while True:
            block = (await self._reader.readuntil(b"\r\n\r\n")).decode()
            pairs = (line.partition(": ") for line in block.splitlines())
            message = {name: value for name, _, value in pairs}
            if wanted(message):
                return message

    async def event(self, name: str, **headers: str) -> dict[str, str]:
        """Reads up to the first event of that name whose headers begin with the given values."""
        return await self.until(
            lambda message: (
                message.get("Event") == name
                and all(message.get(header, "").startswith(value) for header, value in headers.items())
            )
        )

    async def aclose(self) -> None:
        self._writer.close()
        await self._writer.wait_closed()
