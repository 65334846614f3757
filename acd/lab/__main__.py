"""`python -m acd.lab [COMPANY]`: what `make run` does when the set-up is done."""

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from rich.console import Console
from rich.markup import escape

from acd.asterisk.render import RenderError
from acd.lab.errors import LabError
from acd.lab.from_company import CompanyFileWrong
from acd.lab.ports import from_environment
from acd.lab.session import Session
from acd.lab.terminal import foreground
from acd.runtime.secret_file import SecretFileUnusable

_PASSED_ON = ("ACD_LOG", "ACD_LOG_FORMAT", "ACD_FLOOR")
_VARIABLES = """\
environment:
  ACD_VAR                     where everything is kept (var)
  ACD_CACHE                   where Asterisk's root folder is kept (~/.cache/acd)
  ACD_SIP_PORT, ACD_RTP_PORT, ACD_RTP_COUNT, ACD_ARI_PORT, ACD_AMI_PORT, ACD_AGI_PORT, ACD_HTTP_PORT
                              other ports than 5060, 16000 to 16399, 8088, 5038, 4573, 8880
  ACD_LOG                     how much the service logs: debug, info, warning, error
"""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the lab until it is ended; the exit status."""
    parser = argparse.ArgumentParser(
        prog="python -m acd.lab",
        description="Runs PostgreSQL, Asterisk and the service, bound to loopback, until Ctrl-C.",
        epilog=_VARIABLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("company", type=Path, nargs="?", default="examples/utility.yaml", help="company file")
    parser.add_argument("--prepare", action="store_true", help="only get Asterisk ready, start nothing")
    chosen = parser.parse_args(arguments)
    console = Console(highlight=False, soft_wrap=True)
    try:
        session = Session(
            console,
            directory=Path(os.environ.get("ACD_VAR") or "var").absolute(),
            ports=from_environment(os.environ),
            settings={name: os.environ[name] for name in _PASSED_ON if name in os.environ},
        )
        if chosen.prepare:
            session.prepare()
        else:
            with foreground():
                session.run(chosen.company)
    except (LabError, RenderError, SecretFileUnusable) as error:
        console.print(f"[red]✗[/] {escape(str(error))}")
        return 2 if isinstance(error, CompanyFileWrong) else 1
    except KeyboardInterrupt:
        console.print("\nEnded before it was set up; the next run goes on.")
        return 130
    return 0


if __name__ == "__main__":
    sys.exit(main())
