"""How a command finds and asks the service that runs."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeVar

import click

from acd.cli.failure import told
from acd.web.client import (
    ControlClient,
    NoAnswer,
    RequestRefused,
    ServiceFailed,
    ServiceNotRunning,
    SocketForbidden,
)

Command = TypeVar("Command", bound=Callable[..., Any])


def socket_option(command: Command) -> Command:
    """The option of every command that asks the service."""
    option = click.option(
        "--socket",
        "control_socket",
        type=click.Path(path_type=Path),
        envvar="ACD_CONTROL_SOCKET",
        show_envvar=True,
        help="The service's control socket.  [default: that of `make run` below this directory]",
    )
    return option(command)


@contextmanager
def service(control_socket: Path | None) -> Iterator[ControlClient]:
    """The service behind the socket; its errors end the command."""
    mistakes = (ServiceNotRunning, SocketForbidden, RequestRefused)
    with (
        told(mistakes=mistakes, failures=(NoAnswer, ServiceFailed)),
        ControlClient(control_socket or _of_make_run()) as client,
    ):
        yield client


def _of_make_run() -> Path:
    return Path(os.environ.get("ACD_VAR") or "var") / "service" / "control.sock"
