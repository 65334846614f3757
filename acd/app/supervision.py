"""Keeps the service manager informed: that we are up, how things stand, and that we still run."""

import asyncio
from contextlib import suppress

from acd.app.standing import Standing
from acd.runtime.service_manager import ServiceManager

TELL_EVERY_S = 5.0
"""How old what `systemctl status` shows can be."""
SIGNS_OF_LIFE = 3
"""In the time after which the service manager takes us for stuck."""
ASTERISK_S = 10.0
"""How long who leads looks for Asterisk before it is up without. What is typed after `systemctl start` should
find a service that serves, and one without Asterisk is up all the same.
"""
LOOK_EVERY_S = 0.05


async def keep_informed(manager: ServiceManager, standing: Standing) -> None:
    """Tell it, if there is one, until cancelled.

    *Up* is who leads and serves, who stands by, and who waits for the database: each does what it is there
    for. Signs of life come from the event loop that decides: a process that does not turn gives none, one
    that only lacks Asterisk or the database goes on giving them, for a restart would mend nothing.
    """
    if not manager.listens:
        return
    await standing.settled.wait()
    await _asterisk_found(standing)
    manager.tell(READY="1")
    every_s = min(TELL_EVERY_S, (manager.watchdog_s or TELL_EVERY_S) / SIGNS_OF_LIFE)
    while True:
        manager.tell(WATCHDOG="1", STATUS=_told(standing))
        await asyncio.sleep(every_s)


async def _asterisk_found(standing: Standing) -> None:
    with suppress(TimeoutError):
        async with asyncio.timeout(ASTERISK_S):
            while (stands := standing.readiness()).leads and not stands.is_ready:  # noqa: ASYNC110 - tells no event
                await asyncio.sleep(LOOK_EVERY_S)


def _told(standing: Standing) -> str:
    stands = standing.readiness()
    return " ".join(stands.troubles) or f"Serves callers by version {stands.company_version} of the company."
