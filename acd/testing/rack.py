"""All phones of one test: opened by one call each, closed together, and with one story."""

from typing import Self, TypedDict, Unpack

from acd.testing.ladder import SipLadder
from acd.testing.phone import Phone
from acd.testing.story import tell


class PhoneOptions(TypedDict, total=False):
    """The options of `Phone`, under the same names."""

    name: str
    display_name: str
    tone_hz: int
    lines: int
    codecs: tuple[str, ...]
    register_for_s: int
    forgets: bool


class PhoneRack:
    """Phones of one SIP server."""

    def __init__(self, server_port: int, *, server_host: str = "127.0.0.1") -> None:
        self._server_port = server_port
        self._server_host = server_host
        self.phones: list[Phone] = []

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def phone(
        self, user: str, password: str, *, register: bool = True, **options: Unpack[PhoneOptions]
    ) -> Phone:
        """Open a phone, with the options of `Phone`, and register it unless told otherwise."""
        phone = Phone(user, password, self._server_port, server_host=self._server_host, **options)
        self.phones.append(phone)
        if register:
            phone.register()
        return phone

    @property
    def ladder(self) -> SipLadder:
        """The SIP messages of all phones."""
        return SipLadder(message for phone in self.phones for message in phone.ladder)

    def story(self) -> str:
        """What all phones did and heard, in order of time."""
        return tell(line for phone in self.phones for line in phone.story_lines())

    def close(self) -> None:
        """Close all phones. May be called twice."""
        for phone in self.phones:
            phone.close()
