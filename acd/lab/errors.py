"""What can go wrong while the lab is set up or run; every message ends with what to do about it."""

from pathlib import Path

from acd.asterisk.render import RenderError
from acd.runtime.secret_file import SecretFileUnusable


class LabError(Exception):
    """The embedded stack cannot do what was asked; the message says why and what to do."""


class LabMistake(LabError):
    """Whoever typed the command can mend it: the file, a setting or the moment was wrong."""


class SettingWrong(LabMistake):
    """A setting cannot be used as it is."""


class SetUpError(LabError):
    """A program or package that the lab needs is missing or could not be made."""


class StartError(LabError):
    """A program ended, or did not become ready in time; the message carries the end of its log."""


class PortInUseError(LabMistake):
    """Another program has a port that we need; the message names the program and the setting."""


class InstanceInUseError(LabMistake):
    """Another run works in this instance directory."""


MAX_SOCKET_PATH_BYTES = 107
"""What the kernel allows for the path of a unix socket."""


class PathTooLongError(LabMistake):
    """A unix socket's path would not fit."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"{path} is longer than the {MAX_SOCKET_PATH_BYTES} bytes that a socket's path may have: "
            "use a shorter directory (ACD_VAR)."
        )


MISTAKES = (LabMistake, RenderError, SecretFileUnusable)
"""They end a command with 2: whoever typed it can mend them."""
