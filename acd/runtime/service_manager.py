"""The service manager that started us, if one did: systemd with `Type=notify` (sd_notify(3)).

It is told in datagrams of `NAME=value` lines, and answers nothing. `acd.app.supervision` has what it is told.
"""

import os
import socket
from collections.abc import Mapping
from contextlib import suppress
from typing import Self


class ServiceManager:
    """Whom to tell how things stand. Telling nobody is harmless."""

    def __init__(self, address: str | None, *, watchdog_s: float | None = None) -> None:
        self._address = address
        self.watchdog_s = watchdog_s
        """It ends us when it hears no ``WATCHDOG=1`` for so long. None: it does not."""

    @property
    def listens(self) -> bool:
        """Whether there is one."""
        return self._address is not None

    @classmethod
    def of(cls, environment: Mapping[str, str]) -> Self:
        """The one that the environment names."""
        address = environment.get("NOTIFY_SOCKET")
        if not address:
            return cls(None)
        watched = environment.get("WATCHDOG_PID", str(os.getpid())) == str(os.getpid())
        watchdog_us = int(environment.get("WATCHDOG_USEC", "0")) if watched else 0
        return cls(address, watchdog_s=watchdog_us / 1e6 or None)

    def tell(self, **said: str) -> None:
        """Send some assignments, such as ``READY="1"``."""
        if self._address is None:
            return
        lines = "\n".join(f"{name}={' '.join(value.split())}" for name, value in said.items())
        # One that has gone, or does not read, must not harm the service; it acts when it hears nothing.
        with suppress(OSError), socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as sender:
            sender.setblocking(False)
            sender.connect(_kernel_name(self._address))
            sender.send(lines.encode())


def _kernel_name(address: str) -> str:
    """An `@` stands for the zero byte with which names begin that are no paths."""
    return f"\0{address[1:]}" if address.startswith("@") else address
