"""What can go wrong while the lab is set up or run; every message ends with what to do about it."""

from pathlib import Path


class LabError(Exception):
    """The embedded stack cannot do what was asked; the message says why and what to do."""


class SetUpError(LabError):
    """A program or package that the lab needs is missing or could not be made."""


class StartError(LabError):
    """A program ended, or did not become ready in time; the message carries the end of its log."""


class PortInUseError(LabError):
    """Another program has a port that we need; the message names the program and the setting."""


class InstanceInUseError(LabError):
    """Another run works in this instance directory."""


MAX_SOCKET_PATH_BYTES = 107
"""What the kernel allows for the path of a unix socket."""


class PathTooLongError(LabError):
    """A unix socket's path would not fit."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"{path} is longer than the {MAX_SOCKET_PATH_BYTES} bytes that a socket's path may have: "
            "use a shorter directory (ACD_VAR)."
        )
