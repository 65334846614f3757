"""What can keep a configuration from being rendered; every message ends with what to do about it."""


class RenderError(Exception):
    """The company and the instance do not make a configuration."""


class TemplatesMissingError(RenderError):
    """The templates are not where the program expects them."""

    def __init__(self, places: str) -> None:
        super().__init__(f"There are no templates in {places}: install the program anew.")


class UnsafeValueError(RenderError):
    """A value that would mean something else in Asterisk's files, or break them."""

    def __init__(self, value: object, kind: str, remedy: str) -> None:
        super().__init__(f"{value!r} cannot be a {kind} in Asterisk's configuration: {remedy}.")


class UnsafeSecretError(RenderError):
    """A secret that Asterisk's files cannot hold. Its text is kept out of the message."""

    def __init__(self, name: str, remedy: str) -> None:
        super().__init__(f"The secret {name!r} cannot stand in Asterisk's configuration: {remedy}.")


class MissingSecretError(RenderError):
    """The instance lacks the password or PIN of something in the company."""

    def __init__(self, name: str) -> None:
        super().__init__(f"There is no secret {name!r}: make those that `secret_names` lists first.")


class MissingMusicError(RenderError):
    """A queue plays music of which nobody said where it is."""

    def __init__(self, name: str) -> None:
        super().__init__(f"No folder is known for the music {name!r}: name one in `Instance.music`.")


class NameTakenError(RenderError):
    """Two accounts, or two things that can be dialled, have the same name."""

    def __init__(self, name: str, first: str, second: str) -> None:
        super().__init__(f"{name!r} is both {first} and {second}: call one of them something else.")


class UnknownNameError(RenderError):
    """Something refers to a thing that does not exist."""

    def __init__(self, user: str, kind: str, name: str) -> None:
        super().__init__(f"{user} names the {kind} {name!r}, which does not exist: add it, or name another.")


class ReservedNameError(RenderError):
    """A name that Asterisk, or our dialplan, gives a meaning of its own."""

    def __init__(self, name: str, what: str) -> None:
        super().__init__(f"{what} cannot be called {name!r}, which Asterisk reserves: choose another name.")


class NoLineError(RenderError):
    """An emergency number that leaves through a trunk which cannot be dialled."""

    def __init__(self, number: str, trunk: str) -> None:
        super().__init__(
            f"The emergency number {number} cannot leave through the trunk {trunk!r}: give that trunk a host."
        )


class ForeignAccountError(RenderError):
    """An account that is in somebody else's files, for an Asterisk that has ours alone."""

    def __init__(self, kind: str, name: str) -> None:
        super().__init__(
            f"The {kind} {name!r} is foreign: its account is in the files of an Asterisk that is there. "
            "Render for that one with `acd render --attach`, or take `foreign` out."
        )
