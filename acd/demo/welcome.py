"""What is said before the table is shown: who phones, and how whoever watches can join in."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from acd.telling.amounts import counted


@dataclass(frozen=True, kw_only=True)
class Invitation:
    """What is left free for a softphone."""

    sip_server: str
    trunk: str
    trunk_password: str = field(repr=False)
    number: str
    """To dial as a caller."""
    phone: str | None
    """None: all desk phones are taken."""
    phone_password: str = field(repr=False)
    agent: str
    """The name of who may sit there."""
    login: str
    """To dial there: the code with the agent's number."""
    pin: str = field(repr=False)
    ready: str

    @property
    def secrets(self) -> tuple[str, ...]:
        """What must not stand in a document."""
        return tuple(word for word in (self.trunk_password, self.phone_password, self.pin) if word)

    def short(self) -> tuple[str, ...]:
        """For the foot of the table; what matters most comes first."""
        account = f"{self.trunk} / {self.trunk_password}"
        lines = [f"Call in: {self.sip_server}, {account}, dial {self.number} · Ctrl-C ends"]
        if self.phone is not None:
            desk = f"{self.phone} / {self.phone_password}"
            lines.append(
                f"Answer as {self.agent}: {desk}, dial {self.login}, PIN {self.pin}#, then {self.ready}"
            )
        return tuple(lines)

    def long(self) -> Iterator[str]:
        """For the welcome."""
        yield f"Join in with any softphone, at the SIP server {self.sip_server} (UDP):"
        yield f"  call   account {self.trunk}, password {self.trunk_password}: dial {self.number}"
        if self.phone is not None:
            yield f"  answer account {self.phone}, password {self.phone_password}: dial {self.login},"
            yield f"         key in {self.pin}#, then dial {self.ready}, and you are {self.agent}"


def welcome(company: str, invitation: Invitation, *, agents: int, callers: int, seed: int) -> Iterator[str]:
    """Line by line, each short enough for 80 columns as a rule."""
    yield ""
    yield f"{company} is open, and people phone by themselves, over real SIP:"
    yield f"{counted(agents, 'agent')} at desk phones, {counted(callers, 'caller')} outside (seed {seed})."
    yield ""
    yield from invitation.long()
    yield ""
    yield "How to read the table: docs/demo.md. Ctrl-C ends everything, with a summary."
    yield ""
