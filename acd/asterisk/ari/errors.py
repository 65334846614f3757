"""How a request to Asterisk can fail: the type says what is known of the outcome, the message what to do."""


class AriError(Exception):
    """Any failure of a request to Asterisk."""


class AriRefused(AriError):
    """Asterisk answered with an error: the request was not performed. `calls` says what each status means."""

    def __init__(self, status: int, message: str, request: str) -> None:
        super().__init__(f"Asterisk refused {request}: {status} {message}")
        self.status = status
        self.message = message


class AriNotConnected(AriError):
    """There was no way to Asterisk, so nothing was sent and nothing happened: ask again once connected."""


class AriHeldBack(AriError):
    """The request was not to be sent any more when its turn came: nothing was sent and nothing happened."""


class AriUnauthorised(AriNotConnected):
    """Asterisk does not take our user and password. Nothing was performed; retrying does not help."""


class AriStopped(AriNotConnected):
    """This client is closed, or another has taken over its application name: it sends nothing any more."""


class AriUnknownOutcome(AriError):
    """The request may or may not have been performed: look at Asterisk before asking for the same again."""


class AriUnreadable(AriError):
    """Asterisk performed the request, and but its answer is not what its description promises."""


def unauthorised(user: str) -> AriUnauthorised:
    """Return the error that tells an administrator how to repair the password of `user`."""
    return AriUnauthorised(
        f"Asterisk refuses the ARI user {user!r} or its password: "
        "make ari.conf and the service's settings agree, then run `module reload res_ari.so` in Asterisk"
    )
