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

OF_THE_UNIT = Path("/run/acd/control.sock")
"""Where the systemd unit of examples/acd.service has it."""

Command = TypeVar("Command", bound=Callable[..., Any])


def socket_option(command: Command) -> Command:
    """The option of every command that asks the service."""
    option = click.option(
        "--socket",
        "control_socket",
        type=click.Path(path_type=Path),
        envvar="ACD_CONTROL_SOCKET",
        show_envvar=True,
        help="The service's control socket.  [default: that of `make run` below this directory, "
        f"or else {OF_THE_UNIT}]",
    )
    return option(command)


@contextmanager
def service(control_socket: Path | None) -> Iterator[ControlClient]:
    """The service behind the socket; its errors end the command."""
    mistakes = (ServiceNotRunning, SocketForbidden, RequestRefused)
    with (
        told(mistakes=mistakes, failures=(NoAnswer, ServiceFailed)),
        ControlClient(control_socket or _usual()) as client,
    ):
        yield client


def _usual() -> Path:
    of_make_run = Path(os.environ.get("ACD_VAR") or "var") / "service" / "control.sock"
    return OF_THE_UNIT if OF_THE_UNIT.exists() and not of_make_run.exists() else of_make_run
