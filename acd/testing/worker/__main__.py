"""`python -m acd.testing.worker FD`: host one phone, driven over the socket FD, until the other end is gone.

One thread runs pjsua2: it polls the SIP socket, so everything but audio happens in it. A second thread waits
for commands and wakes the first by a knock: an empty line sent to the phone's own SIP port, which SIP allows
as a keep-alive. So nothing here polls by time, and a command is under way at once.
"""

import contextlib
import ctypes
import os
import queue
import signal
import socket
import sys
import threading
import time

import msgspec
import pjsua2 as pj

from acd.testing.link import Link
from acd.testing.protocol import Command, Done, Event, Failed, Quit, Setup
from acd.testing.worker.desk import CommandError, Desk
from acd.testing.worker.sip import LOOPBACK, Trace, endpoint_config

LONGEST_POLL_S = 5.0
FAREWELL_S = 1.0  # how long Quit waits for the answers to BYE and REGISTER
KNOCK = b"\r\n\r\n"
PR_SET_PDEATHSIG = 1
PRIORITY = -10
"""As of `nice`: a line needs the processor every 20 ms, and only for a moment. On a busy machine a phone that
comes late loses pieces of what is said to it.
"""
ALLOWED_CODECS, OTHER_CODECS = 255, 0


class PhoneProcess:
    """The worker: pjsua2's endpoint, the desk that drives it, and the socket to the test."""

    def __init__(self, sock: socket.socket) -> None:
        decoder: msgspec.msgpack.Decoder[Command] = msgspec.msgpack.Decoder(Command)
        self._link: Link[Command] = Link(sock, decoder)
        self._commands: queue.SimpleQueue[Command] = queue.SimpleQueue()
        self._bell = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        self._endpoint = pj.Endpoint()
        self._trace = Trace(self.emit)

    def emit(self, event: Event) -> None:
        """Tell the phone. Nobody left to tell is the end of this process."""
        try:
            self._link.send(event)
        except OSError:
            os._exit(0)

    def run(self) -> None:
        """Set up, then serve until Quit."""
        setup = self._link.receive()
        if not isinstance(setup, Setup):
            return
        sip_port = self._start(setup)
        desk = Desk(setup, self.emit)
        threading.Thread(target=self._listen, args=((LOOPBACK, sip_port),), daemon=True).start()
        self.emit(Done(setup.seq, sip_port))
        while not desk.quitting:
            self._turn(desk, LONGEST_POLL_S)
        give_up_s = time.monotonic() + FAREWELL_S
        while not desk.is_quiet and time.monotonic() < give_up_s:
            self._turn(desk, max(0.0, give_up_s - time.monotonic()))

    def _start(self, setup: Setup) -> int:
        self._endpoint.libCreate()
        self._endpoint.libInit(endpoint_config(setup, self._trace))
        where = pj.TransportConfig()
        where.port = 0
        where.boundAddress = LOOPBACK
        transport = self._endpoint.transportCreate(pj.PJSIP_TRANSPORT_UDP, where)
        self._endpoint.libStart()
        self._endpoint.audDevManager().setNullDev()
        self._choose_codecs(setup.codecs)
        info = self._endpoint.transportGetInfo(transport)
        return int(info.localName.rpartition(":")[2])

    def _choose_codecs(self, wanted: tuple[str, ...]) -> None:
        for known in list(self._endpoint.codecEnum2()):
            name = known.codecId.partition("/")[0]
            priority = ALLOWED_CODECS - wanted.index(name) if name in wanted else OTHER_CODECS
            self._endpoint.codecSetPriority(known.codecId, priority)

    def _listen(self, own_address: tuple[str, int]) -> None:
        while (command := self._link.receive()) is not None:
            self._commands.put(command)
            self._bell.sendto(KNOCK, own_address)
        os._exit(0)  # the test is gone: nobody to say goodbye for

    def _turn(self, desk: Desk, longest_s: float) -> None:
        deadline_s = desk.next_deadline()
        wait_s = longest_s if deadline_s is None else min(longest_s, max(0.0, deadline_s - time.monotonic()))
        self._endpoint.libHandleEvents(int(wait_s * 1000))
        desk.account.bury()
        while not self._commands.empty():
            self._perform(desk, self._commands.get())
        desk.do_what_is_due()

    def _perform(self, desk: Desk, command: Command) -> None:
        try:
            desk.perform(command)
        except CommandError as problem:
            self.emit(Failed(command.seq, str(problem)))
        except pj.Error as problem:
            self.emit(Failed(command.seq, f"{problem.reason} ({problem.title})"))
        else:
            if not isinstance(command, Quit):
                self.emit(Done(command.seq))


def main() -> None:
    """Serve, and leave without taking pjsua2 apart: its destructors race with the media thread."""
    ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGKILL)
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the test run, which then closes its phones
    with contextlib.suppress(PermissionError):  # only root may; it is a help, no condition
        os.setpriority(os.PRIO_PROCESS, 0, PRIORITY)
    with contextlib.closing(socket.socket(fileno=int(sys.argv[1]))) as sock:
        PhoneProcess(sock).run()
        sys.stdout.flush()
        os._exit(0)


if __name__ == "__main__":
    main()
