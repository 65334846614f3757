"""The service itself, if it runs: what it says; if not, whether it can have the port that it needs."""

import socket

from acd.doctor.finding import Notes
from acd.settings import Settings
from acd.web.bodies import Status
from acd.web.client import (
    ControlClient,
    NoAnswer,
    RequestRefused,
    ServiceFailed,
    ServiceNotRunning,
    SocketForbidden,
)


def look_at_service(notes: Notes, settings: Settings) -> bool:
    """Tell what the service says; whether one serves."""
    try:
        with ControlClient(settings.control_socket) as client:
            status = client.status()
    except ServiceNotRunning:
        _not_running(notes, settings)
        return False
    except SocketForbidden as error:
        notes.problem(str(error), "sudo -u ACCOUNT acd doctor")
        return False
    except (NoAnswer, ServiceFailed, RequestRefused) as error:
        notes.problem(f"The service does not answer: {error}", "Look into its log; restart it.")
        return False
    _running(notes, status)
    return status.readiness.company_version is not None


def _running(notes: Notes, status: Status) -> None:
    for trouble in status.readiness.troubles:
        notes.problem(trouble, "What the other findings say; else its log.")
    if not status.readiness.troubles:
        notes.ok(f"It serves callers with company version {status.readiness.company_version}.")
    for agent in (one for one in status.agents if one.is_out_of_reach):
        notes.warn(
            f"{agent.name} ({agent.id}) is ready, but the phone {agent.phone} cannot be reached.",
            f"Let the phone register, or: acd agent notready {agent.id}",
        )


def _not_running(notes: Notes, settings: Settings) -> None:
    """A stand-by holds its health port, and nothing else."""
    notes.ok(f"No service answers on {settings.control_socket}: none runs, or it stands by.")
    _free(notes, "ACD_AGI", settings.agi_host, settings.agi_port)


def _free(notes: Notes, setting: str, host: str, port: int) -> None:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as trial:
        trial.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            trial.bind((host, port))
        except OSError as error:
            notes.problem(
                f"The service cannot have {host}:{port} ({error.strerror}).",
                f"End the program that has it (`ss -ltnp 'sport = :{port}'` names it), or set {setting}_PORT "
                "and render again.",
            )
