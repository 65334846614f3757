"""Asterisk over AMI: the user's rights and filter, the dialplan it has, values of its files.

What the user hears is seen while `try_out` runs: the empty bridge and its announcer make events of every
kind that matters.
"""

from collections.abc import Awaitable, Callable

from acd.asterisk.ami.connection import AmiConnection, AmiUser, Headers, text
from acd.asterisk.ami.errors import AmiRefused, AmiSilent, AmiTrouble
from acd.company.schema import Company
from acd.doctor.dialplan import Dialplan, compare, loaded, look_for_ways_in
from acd.doctor.finding import Notes

WAIT_S = 5.0
DIALPLAN_S = 30.0
WANTED = {"DeviceStateChange", "ContactStatus", "FullyBooted"}
LEAST_WRITE_TIMEOUT_MS = 1000
LEAST_SESSIONS = 20
RELOAD = "asterisk -rx 'manager reload'"


async def look_at_manager(
    notes: Notes,
    dialplan_notes: Notes,
    user: AmiUser,
    try_out: Callable[[], Awaitable[bool]],
    *,
    company: Company | None,
    wanted: Dialplan | None,
) -> None:
    """Tell what is found. `try_out` is called in any case; its result says whether there was anything to
    hear.
    """
    heard: list[str] = []

    def hear(event: Headers) -> None:
        heard.append(text(event, "Event"))

    try:
        connection = await AmiConnection.open(user, heard=hear, wait_s=WAIT_S)
    except AmiTrouble as trouble:
        await try_out()
        notes.problem(f"AMI: {trouble}.", _way_in(user, trouble))
        return
    try:
        if await try_out():
            await connection.ping(wait_s=WAIT_S)  # what was laid aside for us goes out before its answer
            _rights(notes, user, set(heard))
        await connection.device_states(wait_s=WAIT_S)
        await _files(notes, connection, company)
        found = loaded(await connection.dialplan(wait_s=DIALPLAN_S))
        if company is not None and wanted is not None:
            compare(dialplan_notes, wanted, found)
            look_for_ways_in(dialplan_notes, company, found)
    except AmiTrouble as trouble:
        notes.problem(
            f"AMI: {trouble}.",
            f"Compare [{user.username}] in manager.conf with the rendered file; then: {RELOAD}",
        )
    finally:
        await connection.aclose()


def _way_in(user: AmiUser, trouble: AmiTrouble) -> str:
    """What lets the user in."""
    if isinstance(trouble, AmiRefused):
        return (
            f"In manager.conf, [{user.username}] needs the secret `ami` of the secrets file, and a `permit` "
            f"for this machine: include the rendered file and see that Asterisk may read it, then: {RELOAD}"
        )
    if isinstance(trouble, AmiSilent):
        return f"Is it Asterisk's manager that listens on port {user.port}? If so, restart Asterisk."
    return (
        "Start Asterisk. In manager.conf [general]: enabled = yes, and port and bindaddr as in ACD_AMI_PORT "
        f"and ACD_AMI_HOST; then: {RELOAD}"
    )


def _rights(notes: Notes, user: AmiUser, heard: set[str]) -> None:
    section = f"In manager.conf, [{user.username}]"
    lacking = [
        right
        for right, event in (("system", "FullyBooted"), ("call", "DeviceStateChange"))
        if event not in heard
    ]
    if lacking:
        notes.problem(
            f"The AMI user {user.username!r} does not hear of phones (read = {', '.join(lacking)}).",
            f"{section}: read = system,call; then: {RELOAD}",
        )
    unwanted = heard - WANTED
    if unwanted:
        notes.warn(
            f"The AMI user {user.username!r} hears what nobody wants ({', '.join(sorted(unwanted)[:3])} …): "
            "work for Asterisk in every call.",
            f"{section}: the three `eventfilter(action(include),name(…)) =` of the rendered file; "
            f"then: {RELOAD}",
        )
    if not lacking and not unwanted:
        notes.ok(f"The AMI user {user.username!r} hears of phones, and of nothing else.")


async def _files(notes: Notes, connection: AmiConnection, company: Company | None) -> None:
    """Values of Asterisk's files, if it can tell them (AST_CONFIG of func_config)."""

    async def say_of(file: str, section: str, name: str) -> str:
        return await connection.variable(f"AST_CONFIG({file},{section},{name})", wait_s=WAIT_S)

    if not await say_of("http.conf", "general", "enabled"):
        notes.ok("Time-outs and music in its files are not seen: func_config.so does not run.")
        return
    write_ms = int(await say_of("ari.conf", "general", "websocket_write_timeout") or 100)
    if write_ms < LEAST_WRITE_TIMEOUT_MS:
        notes.warn(
            f"A service that does not read for {write_ms} ms is cut off.",
            "In ari.conf [general]: websocket_write_timeout = 3000; "
            "then: asterisk -rx 'module reload res_ari.so'",
        )
    sessions = int(await say_of("http.conf", "general", "session_limit") or 100)
    if sessions < LEAST_SESSIONS:
        notes.warn(
            f"Its HTTP server takes {sessions} connections, those of everybody together.",
            "In http.conf [general]: session_limit = 100; then: asterisk -rx 'module reload http'",
        )
    classes = sorted({"default"} | {queue.music for queue in company.queues.values()} if company else ())
    missing = [name for name in classes if not await say_of("musiconhold.conf", name, "mode")]
    for name in missing:
        notes.problem(
            f"There is no music {name!r}: who waits hears nothing, and carriers may hang up.",
            f"In musiconhold.conf: [{name}] with mode = files and directory = …; "
            "then: asterisk -rx 'moh reload'",
        )
    if classes and not missing:
        notes.ok(
            f"Its files name the music {', '.join(classes)}; whether sounds are in it is not seen "
            "(asterisk -rx 'moh show files')."
        )
