"""`acd render --attach`: files for an Asterisk that is there already, and what to do with them."""

import os
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

import click
import msgspec
from click.core import ParameterSource

from acd.asterisk import render as asterisk
from acd.asterisk.etc import Etc
from acd.cli.failure import Mistake
from acd.cli.output import say, write_json
from acd.company.schema import Company

NOT_WITH_ATTACH = {
    "sip_host",
    "sip_port",
    "rtp_first",
    "rtp_last",
    "ari_port",
    "ami_port",
    "music",
    "directories",
}
"""Options about what the administrator's own files say."""
GROUP_MODE = 0o640
"""Of secrets in files of root: Asterisk reads them by its group, as it does those of the administrator."""


class Line(msgspec.Struct, frozen=True, kw_only=True):
    """A line at the end of one of the administrator's files."""

    into: str
    line: str
    is_there: bool


class AttachReport(msgspec.Struct, frozen=True, kw_only=True):
    """What `acd render --attach --json` writes."""

    directory: str
    files: int
    changed: tuple[str, ...]
    mend: tuple[str, ...]
    """What has to be changed in modules.conf before a restart of Asterisk."""
    load: tuple[str, ...]
    """What has to be added to modules.conf before a restart of Asterisk."""
    switch_on: tuple[str, ...]
    """What lets the service into Asterisk."""
    lines: tuple[Line, ...]
    reload: tuple[str, ...]
    """Modules that have to be reloaded once the lines are in place."""
    ways_in: tuple[str, ...]
    """Lines for the administrator's own dialplan."""
    settings: Mapping[str, str]
    """Of the service, as far as they follow from the files."""


def refuse_other_options(context: click.Context) -> None:
    """What the administrator's own files say cannot be said once more."""
    given = [
        parameter.opts[0]
        for parameter in context.command.params
        if parameter.name in NOT_WITH_ATTACH
        and context.get_parameter_source(parameter.name) is ParameterSource.COMMANDLINE
    ]
    if given:
        raise Mistake(f"{', '.join(given)}: with --attach your own files say that; leave it out.")


class Attachment:
    """Our files in `directory`, beside those of an administrator in `etc`."""

    def __init__(self, company: Company, instance: asterisk.Instance, directory: Path, etc: Path) -> None:
        if not (etc / "asterisk.conf").is_file():
            raise Mistake(
                f"{etc} has no asterisk.conf, or you may not look at it: name the folder of your Asterisk's "
                "files with --etc, or run this as root."
            )
        if (directory / "asterisk.conf").exists():
            raise Mistake(
                f"{directory} holds an Asterisk's own files: name a folder of ours, such as {etc / 'acd'}."
            )
        self._company = company
        self._instance = instance
        self._directory = directory
        self._etc = etc

    def files(self) -> dict[str, asterisk.File]:
        """What is to be written; refused when a name in them is taken."""
        files = asterisk.render_attached(self._company, self._instance)
        try:
            taken = asterisk.taken(files, self._directory, Etc(self._etc))
        except PermissionError as error:
            raise Mistake(f"{error.filename} cannot be read: run this as root.") from error
        if taken:
            raise Mistake(
                "\n".join(map(str, taken))
                + f"\nNothing was written into {self._directory}. Choose other names: "
                "for phones, trunks and music in the company file, for the two users with --app."
            )
        if os.geteuid() == 0 and self._theirs().st_uid == 0:
            return {name: replace(file, mode=file.mode | GROUP_MODE) for name, file in files.items()}
        return files

    def owner(self) -> asterisk.Owner | None:
        """Whom the files are to belong to, so that Asterisk can read them: whom asterisk.conf belongs to."""
        if os.geteuid() != 0:
            return None
        return asterisk.Owner(uid=self._theirs().st_uid, gid=self._theirs().st_gid)

    def tell(
        self,
        files: Mapping[str, asterisk.File],
        changed: tuple[str, ...],
        company_file: Path,
        secrets_file: Path,
        *,
        as_json: bool,
    ) -> None:
        """Tell the administrator what to do now."""
        etc = Etc(self._etc)
        lines = asterisk.includes(files, self._directory, etc)
        shut = dict(asterisk.switched_off(etc))
        stale = {one.into.name for one in lines if not one.is_there} | set(changed) | shut.keys()
        report = AttachReport(
            directory=str(self._directory),
            files=len(files),
            changed=changed,
            mend=tuple(asterisk.kept_out(self._company, etc)),
            load=tuple(asterisk.not_asked_for(self._company, etc)),
            switch_on=tuple(shut.values()),
            lines=tuple(Line(into=str(one.into), line=one.line, is_there=one.is_there) for one in lines),
            reload=tuple(asterisk.RELOADED_BY[name] for name in sorted(stale)),
            ways_in=tuple(self._ways_in()),
            settings=self._settings(etc, company_file, secrets_file),
        )
        if as_json:
            write_json(report)
        else:
            _show(report)

    def _theirs(self) -> os.stat_result:
        return (self._etc / "asterisk.conf").stat()

    def _ways_in(self) -> Iterator[str]:
        for name, trunk in self._company.trunks.items():
            if trunk.foreign:
                yield f"; in the context of calls that come through {name}"
                for number in trunk.numbers or self._company.numbers:
                    yield f"exten => {number},1,Goto(acd-from-{name},{number},1)"
        if any(phone.foreign for phone in self._company.phones.values()):
            yield "; in the context of the agents' phones: the codes to log in, be ready, log out"
            yield "include => acd-features"

    def _settings(self, etc: Etc, company_file: Path, secrets_file: Path) -> dict[str, str]:
        def general(file: str, name: str, default: str) -> str:
            found = etc.conf(file).last("general", name)
            return found.value if found else default

        prefix = general("http.conf", "prefix", "").strip("/")
        address = f"http://{self._instance.control_host}:{general('http.conf', 'bindport', '8088')}"
        return {
            "ACD_COMPANY": str(company_file.absolute()),
            "ACD_SECRETS": str(secrets_file),
            "ACD_ARI_URL": f"{address}/{prefix}/ari" if prefix else address,
            "ACD_ARI_APP": self._instance.app,
            "ACD_ARI_USER": self._instance.app,
            "ACD_AMI_PORT": general("manager.conf", "port", "5038"),
            "ACD_AMI_USER": self._instance.app,
            "ACD_AGI_PORT": str(self._instance.agi_port),
        }


def _show(report: AttachReport) -> None:
    if report.changed:
        say(f"{report.directory}: {len(report.changed)} of {report.files} files written.")
    else:
        say(f"{report.directory}: all {report.files} files are as they should be.")
    if report.mend or report.load:
        say("", "First change this, and restart Asterisk when no call is in progress:")
        say(*(f"  {one}" for one in report.mend))
    if report.load:
        say("  at the end of [modules] in your modules.conf, these lines:", *report.load)
    if report.switch_on:
        say("", "Switch on what the service comes in by:")
        say(*(f"  {one}" for one in report.switch_on))
    missing = [one for one in report.lines if not one.is_there]
    if missing:
        widest = max(len(one.into) for one in missing)
        say("", "Add one line to the end of each of your files:")
        say(*(f"  {one.into:{widest}}  {one.line}" for one in missing))
        say("", "Send calls to the service by lines in your own dialplan:")
        say(*(f"  {line}" for line in report.ways_in))
    if report.reload:
        say("", "Then let Asterisk read them; calls go on:")
        say(*(f"  asterisk -rx 'module reload {module}'" for module in report.reload))
    if missing:
        say("", "Settings of the service; docs/cli.md lists the others:")
        say(*(f"  {name}={value}" for name, value in report.settings.items()))
        say("", "`acd doctor` tells whether everything is in place.")
