"""What a command of the lab does around its session: the environment read, errors told, the exit status."""

import os
from collections.abc import Callable
from pathlib import Path

from rich.console import Console
from rich.markup import escape

from acd.asterisk.render import RenderError
from acd.lab.errors import MISTAKES, LabError
from acd.lab.ports import from_environment
from acd.lab.session import Guests, Session
from acd.lab.terminal import foreground
from acd.runtime.secret_file import SecretFileUnusable

VARIABLES = """\
environment:
  ACD_VAR                     where everything is kept (var)
  ACD_CACHE                   where Asterisk's root folder is kept (~/.cache/acd)
  ACD_SIP_PORT, ACD_RTP_PORT, ACD_RTP_COUNT, ACD_ARI_PORT, ACD_AMI_PORT, ACD_AGI_PORT, ACD_HTTP_PORT
                              other ports than 5060, 16000 to 16399, 8088, 5038, 4573, 8880
  ACD_LOG                     how much the service logs: debug, info, warning, error
  ACD_TRANSCRIBE              a program that writes messages and notes down (docs/messages.md)
"""
"""For the help of a command."""

_PASSED_ON = ("ACD_LOG", "ACD_LOG_FORMAT", "ACD_FLOOR", "ACD_TRANSCRIBE")


def terminal() -> Console:
    """Where a session tells what it does."""
    return Console(highlight=False, soft_wrap=True)


def at_terminal(console: Console, work: Callable[[Session], object], guests: Guests | None = None) -> int:
    """Let `work` have the session that the environment describes; the exit status."""
    try:
        session = Session(
            console,
            directory=Path(os.environ.get("ACD_VAR") or "var").absolute(),
            ports=from_environment(os.environ),
            settings={name: os.environ[name] for name in _PASSED_ON if name in os.environ},
            guests=guests,
        )
        with foreground():
            work(session)
    except (LabError, RenderError, SecretFileUnusable) as error:
        console.print(f"[red]✗[/] {escape(str(error))}")
        return 2 if isinstance(error, MISTAKES) else 1
    except KeyboardInterrupt:
        console.print("\nEnded before it was set up; the next run goes on.")
        return 130
    return 0
