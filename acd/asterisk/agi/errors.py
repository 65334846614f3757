"""What can go wrong in an AGI conversation. None of it reaches beyond the conversation it happened in.

The messages never quote what was read: it may hold a PIN or a caller's number.
"""


class AgiError(Exception):
    """An AGI session cannot go on."""


class Malformed(AgiError):
    """What came is not AGI. Remedy: only Asterisk's `AGI(agi://…)` should connect to this port."""


class ChannelGone(AgiError):
    """The call ended, or Asterisk closed the session, before the command could be carried out."""


class CommandRefused(AgiError):
    """Asterisk does not know the command or its arguments. Remedy: load the module that provides it."""


class PromptMissing(AgiError):
    """A sound could not be played. Remedy: apply the company file again, or restore the file."""


class UnsafeValue(AgiError):
    """A value that cannot be sent without becoming something else. Remedy: check it where it comes from."""


class NotLoopback(ValueError):
    """FastAGI has no password, so it is served on this host only. Remedy: listen on 127.0.0.1."""


class PortUnavailable(OSError):
    """The port cannot be opened. Remedy: stop what holds it, or choose another one."""
