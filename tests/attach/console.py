"""`asterisk -rx COMMAND`, as a program: the socket of the console and the command are its arguments."""

import sys
from pathlib import Path

from acd.lab import console

if __name__ == "__main__":
    sys.stdout.write(console.ask(Path(sys.argv[1]), sys.argv[2]) + "\n")
