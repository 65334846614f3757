"""`python3 -m scripts.prove`: the set-up, proven where nothing is installed."""

import argparse
import shutil
import sys
import tempfile
from pathlib import Path

from scripts.prove import installation, two_commands
from scripts.prove.machine import Machine, must_be_root
from scripts.prove.steps import ProofFailed, failed, say


def main() -> int:
    """Run what was asked for; the exit status is 0 if everything is as the documents say."""
    chosen = _arguments()
    try:
        must_be_root()
        folder = Path(tempfile.mkdtemp(prefix="acd-proof-", dir=chosen.folder))
        machine = Machine(folder / "root")
        try:
            if chosen.proof == "installation":
                installation.prove(machine, suite=chosen.suite, mirror=chosen.mirror, wheel=chosen.wheel)
            else:
                two_commands.prove(machine, tests=chosen.tests, cache=chosen.cache)
        finally:
            if chosen.keep:
                say(f"Kept: {folder}")
            else:
                say(f"Removing {folder}")
                shutil.rmtree(folder)
    except ProofFailed as error:
        return failed(error)
    say("Proven.")
    return 0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python3 -m scripts.prove", description=__doc__, epilog=_EPILOG)
    parser.add_argument(
        "--folder", metavar="DIR", help="where the root folder is made (the usual for temporary files)"
    )
    parser.add_argument("--keep", action="store_true", help="keep the root folder, to look at")
    proofs = parser.add_subparsers(dest="proof", required=True, metavar="PROOF")
    bare = proofs.add_parser("two-commands", help="`make run` and `make test` on a bare Debian 12")
    bare.add_argument(
        "--tests", metavar="ARGS", help="only these, such as 'tests/system/test_the_call.py' (all)"
    )
    bare.add_argument(
        "--cache",
        type=Path,
        metavar="DIR",
        help="let the machine have this as its ~/.cache, to download less (none)",
    )
    install = proofs.add_parser(
        "installation", help="docs/installation.md, typed as it stands; systemd runs it"
    )
    install.add_argument("--suite", default="bookworm", help="of Debian or Ubuntu (%(default)s)")
    install.add_argument(
        "--mirror", metavar="LINE", help="where it comes from, as mmdebstrap is told it (the usual)"
    )
    install.add_argument("--wheel", type=Path, metavar="FILE", help="to install (made from this checkout)")
    return parser.parse_args()


_EPILOG = "It needs root and mmdebstrap, uses the host's network, and leaves nothing behind."

if __name__ == "__main__":
    sys.exit(main())
