"""An office with an Asterisk that somebody else has set up: two phones, a line to the outside, own rules.

Its files are in `theirs/`; nothing in them knows of the service.
"""

from collections.abc import Mapping
from pathlib import Path

from acd.lab.installation import find_asterisk
from acd.lab.ports import free_ports
from acd.lab.stack import RenderRequest, Stack
from acd.testing.phone import Phone
from acd.testing.rack import PhoneRack

THEIRS = Path(__file__).parent / "theirs"
COMPANY = Path(__file__).parent / "company.yaml"
CARRIER = {"X-Carrier": "lakeside"}
"""What the carrier adds to its calls."""
PASSWORDS = {"6001": "reception-2026", "6002": "workshop-2026"}


class Office:
    """The office's Asterisk, and what is needed to put a service beside it: a database, settings, secrets."""

    def __init__(self, folder: Path, *, settings: Mapping[str, str] | None = None) -> None:
        self.stack = Stack(
            folder,
            installation=find_asterisk(lambda _: None),
            ports=free_ports(),
            company=COMPANY,
            render=_set_up,
            secret_names=("pin.201",),
            settings={"ACD_LOG_FORMAT": "json", **(settings or {})},
        )
        self.rack = PhoneRack(self.stack.ports.sip)

    @property
    def etc(self) -> Path:
        """The administrator's /etc/asterisk."""
        return self.stack.files.etc

    def phone(self, account: str) -> Phone:
        """One of the office's own phones, registered."""
        return self.rack.phone(account, PASSWORDS[account])

    def outside(self) -> Phone:
        """A telephone behind the carrier."""
        return self.rack.phone("carrier", "", register=False, name="outside")

    def close(self) -> None:
        """Put the phones away and end everything."""
        self.rack.close()
        self.stack.close()


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
