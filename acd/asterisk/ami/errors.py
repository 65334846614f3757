"""Why the manager interface is not there. Each message says what to do; none of them is fatal."""


class AmiTrouble(Exception):
    """There is no AMI connection at the moment; it is tried again."""


class AmiUnreachable(AmiTrouble):
    """Nobody listens. Remedy: start Asterisk, or correct the port."""


class AmiRefused(AmiTrouble):
    """Asterisk does not let us. Remedy: make the AMI user's name, secret and rights in manager.conf right."""


class AmiSilent(AmiTrouble):
    """Connected, but no answer in time. Remedy: see whether Asterisk is stopped, overloaded or loading."""


class AmiClosed(AmiTrouble):
    """Asterisk closed the connection, usually because it stops."""


class UnsafeSetting(ValueError):
    """A setting that must not be sent. Remedy: loopback addresses only, names and secrets in one line."""
