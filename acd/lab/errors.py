"""What can go wrong while the lab is set up or run; every message ends with what to do about it."""


class LabError(Exception):
    """The embedded stack cannot do what was asked; the message says why and what to do."""


class SetUpFailed(LabError):
    """A program or package that the lab needs is missing or could not be made."""


class StartFailed(LabError):
    """A program ended, or did not become ready in time; the message carries the end of its log."""


class PortInUse(LabError):
    """Another program has a port that we need; the message names the program and the setting."""


class InstanceInUse(LabError):
    """Another run works in this instance directory."""


class PathTooLong(LabError):
    """A unix socket would not fit into the 107 bytes that the kernel allows for its path."""
