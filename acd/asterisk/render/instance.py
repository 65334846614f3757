"""One Asterisk as the renderer knows it: where it listens, where its files are, and its secrets."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from acd.company.schema import Company

DIRECTORY_NAMES = frozenset(
    {
        "astagidir",
        "astcachedir",
        "astdatadir",
        "astdbdir",
        "astetcdir",
        "astkeydir",
        "astlogdir",
        "astmoddir",
        "astrundir",
        "astsbindir",
        "astspooldir",
        "astvarlibdir",
    }
)
"""The directories that ``asterisk.conf`` can name."""


@dataclass(frozen=True, kw_only=True)
class Instance:
    """What makes one Asterisk different from another that serves the same company.

    All paths are absolute, as Asterisk sees them.
    """

    directories: Mapping[str, str]
    """The section ``[directories]`` of ``asterisk.conf``; what is not named stays as Asterisk was built."""
    music: Mapping[str, str]
    """Folder of sound files by music class; ``default`` must be among them."""
    secrets: Mapping[str, str] = field(repr=False)
    """By name, as `secret_names` lists them."""
    sip_port: int
    http_port: int
    ami_port: int
    agi_port: int
    rtp_first: int
    rtp_last: int
    sip_host: str = "127.0.0.1"
    """Where phones and trunks reach us."""
    control_host: str = "127.0.0.1"
    """Where ARI and AMI are served."""
    control_networks: tuple[str, ...] = ("127.0.0.0/8",)
    """From where the service may connect to them."""
    agi_host: str = "127.0.0.1"
    """Where the service answers AGI."""
    app: str = "acd"
    """The name of the Stasis application, and of the accounts for ARI and AMI."""
    qualify_s: int = 15
    """How often a registered phone is asked whether it is there; 0: never."""
    rtp_timeout_s: int = 60
    """After so much silence on the wire a call is ended; ten times that while it is held. 0: never."""


def secret_names(company: Company) -> tuple[str, ...]:
    """The secrets that an instance of this company needs: passwords, and a PIN for each voicemail box."""
    phones = (f"phone.{name}" for name, phone in company.phones.items() if not phone.foreign)
    trunks = (
        f"trunk.{name}" for name, trunk in company.trunks.items() if trunk.host is None and not trunk.foreign
    )
    boxes = (f"voicemail.{box}" for box in company.voicemail)
    return ("ami", "ari", *sorted((*phones, *trunks, *boxes)))
