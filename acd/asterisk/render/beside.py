"""Our files beside those of an administrator: what is taken there, what includes ours, what keeps us out.

Looks only. Whoever renders for an Asterisk that is there already asks here before anything is written.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from acd.asterisk.etc import Etc, FileLine
from acd.asterisk.render.files import File
from acd.asterisk.render.modules import needed_beside
from acd.company.schema import Company

RELOADED_BY = {
    "ari.conf": "res_ari.so",
    "extensions.conf": "pbx_config.so",
    "manager.conf": "manager",
    "musiconhold.conf": "res_musiconhold.so",
    "pjsip.conf": "res_pjsip.so",
    "voicemail.conf": "app_voicemail.so",
}
"""What reads each of the included files anew, without touching a call in progress."""
NOUNS = {
    "ari.conf": "ARI user",
    "extensions.conf": "context",
    "manager.conf": "AMI user",
    "musiconhold.conf": "music class",
    "pjsip.conf": "SIP object",
    "voicemail.conf": "voicemail context",
}
"""What a section is, by file."""


@dataclass(frozen=True, kw_only=True)
class Taken:
    """A name of ours that the administrator has given to something else."""

    name: str
    noun: str
    where: FileLine

    def __str__(self) -> str:
        return f"{self.where}: there is {_a(self.noun)} {self.name!r} already"


@dataclass(frozen=True, kw_only=True)
class Include:
    """A line that one of the administrator's files needs."""

    into: Path
    line: str
    is_there: bool


def taken(files: Mapping[str, File], directory: Path, etc: Etc) -> list[Taken]:
    """The names in files to be written into `directory` by which `etc` calls something else."""
    return [
        Taken(name=name, noun=NOUNS[file], where=where)
        for file, rendered in sorted(files.items())
        for name, where in etc.conf(file).sections
        if name in _sections(rendered.text) and not where.file.is_relative_to(directory)
    ]


def includes(names: Iterable[str], directory: Path, etc: Etc) -> list[Include]:
    """What includes the files of these names. `#tryinclude`, so that an Asterisk starts without them, too: it
    reads nothing of a file in which an `#include` fails.
    """
    return [
        Include(
            into=etc.folder / name,
            line=f"#tryinclude {directory / name}",
            is_there=(directory / name) in etc.conf(name).includes,
        )
        for name in sorted(names)
    ]


def kept_out(company: Company, etc: Etc) -> Iterator[str]:
    """What modules.conf must be changed in, a sentence each."""
    conf = etc.conf("modules.conf")
    named = {
        kind: {_module(one.value): one.where for one in conf.values if one.name == kind}
        for kind in ("load", "preload", "require", "noload")
    }
    autoload = conf.last("modules", "autoload")
    is_auto = autoload is not None and autoload.value.lower() in ("yes", "true", "on", "1", "y", "t")
    asked_for = named["load"] | named["preload"] | named["require"]
    for module in needed_beside(company):
        if module in named["noload"]:
            yield f"{named['noload'][module]}: remove `noload = {module}.so`"
        elif not is_auto and module not in asked_for:
            yield f"{etc.folder / 'modules.conf'}: add `load = {module}.so` to [modules]"


def _module(name: str) -> str:
    return name.removesuffix(".so")


def _sections(text: str) -> set[str]:
    return set(re.findall(r"^\[([^\]]+)\]", text, re.MULTILINE))


def _a(noun: str) -> str:
    return f"{'an' if noun.startswith('A') else 'a'} {noun}"
