"""An office with an Asterisk that somebody else has set up: two phones, a line to the outside, own rules.

Its files are in `theirs/`; nothing in them knows of the service. Its administrator follows docs/attach.md.
"""

import asyncio
import shutil
import sys
from pathlib import Path

from acd.doctor import Finding, Level, examine
from acd.lab.installation import find_asterisk
from acd.lab.ports import free_ports
from acd.lab.stack import RenderRequest, Stack
from acd.settings import read_settings
from acd.testing.phone import Phone
from acd.testing.rack import PhoneRack
from acd.web.client import ControlClient
from tests.support import pages

THEIRS = Path(__file__).parent / "theirs"
_CONSOLE = Path(__file__).parent / "console.py"
COMPANY = Path(__file__).parent / "company.yaml"
CARRIER = {"X-Carrier": "lakeside"}
"""What the carrier adds to its calls."""
PASSWORDS = {"6001": "reception-2026", "6002": "workshop-2026"}
OFFICE_NUMBER, SERVICE_NUMBER = "5551000", "5552000"
OUR_LINES = {
    "from-carrier": f"exten => {SERVICE_NUMBER},1,Goto(acd-from-carrier,{SERVICE_NUMBER},1)",
    "office": "include => acd-features",
}
"""What the administrator adds to the dialplan, by context."""


class Office:
    """The office's Asterisk; PostgreSQL and the service beside it, and its administrator."""

    def __init__(self, folder: Path) -> None:
        self.company = folder / "company.yaml"
        shutil.copyfile(COMPANY, self.company)
        self.stack = Stack(
            folder / "office",
            installation=find_asterisk(lambda _: None),
            ports=free_ports(),
            company=self.company,
            render=_set_up,
            settings={"ACD_LOG_FORMAT": "json"},
        )
        self.rack = PhoneRack(self.stack.ports.sip)
        self.before: dict[str, bytes] = {}
        """The administrator's files before anybody has touched them."""
        self._folder = folder
        self._programs = folder / "bin"
        self._write_programs()

    @property
    def etc(self) -> Path:
        """The administrator's /etc/asterisk."""
        return self.stack.files.etc

    def files(self) -> dict[str, bytes]:
        """The administrator's own files as they are."""
        return {path.name: path.read_bytes() for path in sorted(self.etc.glob("*.conf"))}

    # --- people ---------------------------------------------------------------------------------------

    def phone(self, account: str) -> Phone:
        """One of the office's own phones, registered."""
        return self.rack.phone(account, PASSWORDS[account])

    def outside(self) -> Phone:
        """A telephone behind the carrier."""
        return self.rack.phone("carrier", "", register=False, name="outside")

    def control(self) -> ControlClient:
        """The way to the service."""
        return ControlClient(self.stack.control_socket)

    # --- the administrator ----------------------------------------------------------------------------

    def follow(self, heading: str) -> str:
        """Type the commands below a heading of docs/attach.md; what they said."""
        said = ""
        places = {
            "/etc/asterisk": str(self.etc),
            "/etc/acd/company.yaml": str(self.company),
            "/var/lib/acd/secrets.json": str(self.stack.secrets_path),
        }
        for block in pages.commands("attach.md", heading):
            typed = f'PATH="{self._programs}:$PATH"\n{block}'
            for theirs, here in places.items():
                typed = typed.replace(theirs, here)
            ran = pages.run(typed, self._folder, self.stack.service.environment)
            assert ran.returncode == 0, ran.stdout + ran.stderr
            said += ran.stdout
        return said

    def add_our_lines(self) -> None:
        """Send calls to the service."""
        for context, line in OUR_LINES.items():
            self.edit("extensions.conf", f"[{context}]\n", f"[{context}]\n{line}\n")

    def remove_our_lines(self) -> None:
        """Send no calls to the service any more."""
        for line in OUR_LINES.values():
            self.edit("extensions.conf", f"{line}\n", "")

    def edit(self, name: str, old: str, new: str) -> None:
        """Change a file below /etc/asterisk, where it says `old`."""
        file = self.etc / name
        text = file.read_text(encoding="utf-8")
        assert old in text, f"{name} does not say {old!r}"
        file.write_text(text.replace(old, new, 1), encoding="utf-8")

    def reload(self, *modules: str) -> None:
        """Let Asterisk read files anew."""
        for module in modules or ("res_ari.so", "manager", "pbx_config.so", "res_pjsip.so"):
            said = self.stack.asterisk.rx(f"module reload {module}")
            assert "reloaded successfully" in said, said

    def ask_doctor(self, **settings: str) -> list[Finding]:
        """What `acd doctor` finds, with other settings where they are given."""
        return asyncio.run(examine(read_settings({**self.stack.service.environment, **settings})))

    def close(self) -> None:
        """Put the phones away and end everything."""
        self.rack.close()
        self.stack.close()

    def _write_programs(self) -> None:
        """`acd` and `asterisk -rx`, as they are on the administrator's PATH."""
        self._programs.mkdir()
        control = self.stack.files.control
        programs = {
            "acd": f'exec {sys.executable} -m acd "$@"',
            "asterisk": f'exec {sys.executable} {_CONSOLE} "{control}" "$2"',
        }
        for name, line in programs.items():
            program = self._programs / name
            program.write_text(f"#!/bin/sh\n{line}\n", encoding="utf-8")
            program.chmod(0o755)


def bad(findings: list[Finding]) -> list[Finding]:
    """What is not as it should be."""
    return [finding for finding in findings if finding.level is not Level.OK]


def talk_in_the_office(office: Office) -> None:
    """By the office's own rules: reception calls the workshop, and somebody calls the office's number."""
    reception, workshop = office.phone("6001"), office.phone("6002")
    call = reception.call("6002")
    ringing = workshop.wait_for_ring()
    assert ringing.display_name == "Reception"
    ringing.answer()
    assert call.hears_only(workshop.tone_hz)
    assert ringing.hears_only(reception.tone_hz)
    call.hang_up()
    ringing.wait_ended()
    outside = office.outside().call(OFFICE_NUMBER, caller_id="436601111111", headers=CARRIER)
    ringing = reception.wait_for_ring().answer()
    assert outside.hears_only(reception.tone_hz)
    outside.hang_up()
    ringing.wait_ended()


def _set_up(request: RenderRequest) -> None:
    ports = request.ports
    words = {
        "DIRECTORIES": "\n".join(f"{name} => {path}" for name, path in request.directories.items()),
        "MUSIC": request.music,
        "HTTP_PORT": ports.ari,
        "AMI_PORT": ports.ami,
        "SIP_PORT": ports.sip,
        "CARRIER_PORT": ports.sip + 1,
        "RTP_FIRST": ports.rtp_first,
        "RTP_LAST": ports.rtp_last,
    }
    for file in THEIRS.glob("*.conf"):
        text = file.read_text(encoding="utf-8")
        for word, value in words.items():
            text = text.replace(f"@{word}@", str(value))
        (request.etc / file.name).write_text(text, encoding="utf-8")
