"""Ctrl-C at any moment: it is neither lost nor raised where something would stay half done."""

import os
import signal
import threading
from collections.abc import Iterator

import pytest

from acd.lab.ending import first_readable, raised_in_waits

SIGNALS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)


@pytest.fixture(autouse=True)
def _handlers() -> Iterator[None]:
    """Those of whoever runs the tests are put back."""
    before = {number: signal.getsignal(number) for number in SIGNALS}
    yield
    for number, handler in before.items():
        signal.signal(number, handler)


@pytest.fixture
def silent() -> Iterator[int]:
    """A pipe that says nothing."""
    reading, writing = os.pipe()
    yield reading
    os.close(reading)
    os.close(writing)


@pytest.mark.parametrize("number", SIGNALS)
def test_it_waits_for_the_next_wait(number: signal.Signals, silent: int) -> None:
    with raised_in_waits():
        signal.raise_signal(number)
        with pytest.raises(KeyboardInterrupt):
            first_readable([silent], None)


def test_it_ends_a_wait_that_has_begun(silent: int) -> None:
    main = threading.main_thread().ident
    assert main is not None
    with raised_in_waits():
        threading.Timer(0.1, signal.pthread_kill, (main, signal.SIGTERM)).start()
        with pytest.raises(KeyboardInterrupt):
            first_readable([silent], None)


def test_once_is_enough(silent: int) -> None:
    with raised_in_waits():
        signal.raise_signal(signal.SIGINT)
        with pytest.raises(KeyboardInterrupt):
            first_readable([silent], None)
    for number in SIGNALS:
        signal.raise_signal(number)
    assert first_readable([silent], 0.01) is None


def test_without_a_signal_it_says_which_is_readable(silent: int) -> None:
    reading, writing = os.pipe()
    os.write(writing, b"!")
    with raised_in_waits():
        assert first_readable([silent, reading], 5) == reading
    os.close(reading)
    os.close(writing)
