import os
import pty
import sys
from pathlib import Path

import acd

# A program like make: it starts another one in its own process group and is ended by Ctrl-C itself.
STARTER = """
import os, subprocess, sys
child = subprocess.run([sys.executable, "-c", sys.argv[1]])
print("the starter goes on, its child said", child.returncode, flush=True)
input()
print("and has the terminal back", flush=True)
"""
PROGRAM = """
import signal
from acd.lab.terminal import foreground
with foreground():
    try:
        print("ready", flush=True)
        signal.pause()
    except KeyboardInterrupt:
        raise SystemExit(0)
"""


def read_until(terminal: int, words: str) -> None:
    said = b""
    while words.encode() not in said:
        said += os.read(terminal, 4096)  # raises at the end of the output


def test_ctrl_c_is_for_us_and_not_for_who_started_us() -> None:
    pid, terminal = pty.fork()
    if pid == 0:
        environment = {**os.environ, "PYTHONPATH": str(Path(acd.__path__[0]).parent)}
        os.execve(sys.executable, [sys.executable, "-c", STARTER, PROGRAM], environment)  # noqa: S606
    read_until(terminal, "ready")
    os.write(terminal, b"\x03")
    read_until(terminal, "the starter goes on, its child said 0")
    os.write(terminal, b"\n")
    read_until(terminal, "and has the terminal back")
    assert os.waitpid(pid, 0)[1] == 0
    os.close(terminal)
