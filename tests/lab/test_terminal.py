import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

import acd

# A program like make: it starts another one in its own process group and is ended by Ctrl-C itself.
STARTER = """
import os, subprocess, sys
os.close(os.open(os.ttyname(0), os.O_RDWR))  # a new session takes the first terminal that it opens
child = subprocess.run([sys.executable, "-c", sys.argv[1]])
print("the starter goes on, its child said", child.returncode, flush=True)
input()
print("and has the terminal back", flush=True)
"""
PROGRAM = """
import signal
from acd.lab.terminal import foreground
signal.signal(signal.SIGINT, signal.default_int_handler)  # whoever runs the tests may ignore it
with foreground():
    try:
        print("ready", flush=True)
        signal.pause()
    except KeyboardInterrupt:
        raise SystemExit(0)
"""
# As `python -m` does it; whoever runs the tests may ignore the signal.
LOADING = """
import runpy, signal, sys
signal.signal(signal.SIGINT, signal.default_int_handler)
runpy.run_module(sys.argv[1], run_name="__main__")
"""


def read_until(terminal: int, words: str) -> None:
    said = b""
    while words.encode() not in said:
        said += os.read(terminal, 4096)  # raises at the end of the output


def test_ctrl_c_is_for_us_and_not_for_who_started_us() -> None:
    terminal, inside = os.openpty()
    starter = subprocess.Popen(
        [sys.executable, "-c", STARTER, PROGRAM],
        stdin=inside,
        stdout=inside,
        stderr=inside,
        start_new_session=True,
        env={**os.environ, "PYTHONPATH": str(Path(acd.__path__[0]).parent)},
    )
    os.close(inside)
    read_until(terminal, "ready")
    os.write(terminal, b"\x03")
    read_until(terminal, "the starter goes on, its child said 0")
    os.write(terminal, b"\n")
    read_until(terminal, "and has the terminal back")
    assert starter.wait(10) == 0
    os.close(terminal)


@pytest.mark.parametrize("module", ["acd.lab", "acd.demo"])
def test_ctrl_c_while_modules_are_loaded_ends_without_a_traceback(module: str) -> None:
    loading = subprocess.Popen(
        # A line for each module that has been loaded.
        [sys.executable, "-X", "importtime", "-c", LOADING, module],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    with loading:
        assert loading.stderr is not None
        for line in loading.stderr:
            if line.split()[-1] == "rich.console":
                loading.send_signal(signal.SIGINT)
                break
        rest = loading.stderr.read()
        assert loading.stdout is not None
        assert loading.stdout.read() == ""
    assert loading.returncode == -signal.SIGINT
    assert "Traceback" not in rest
