"""Our files beside those of an administrator: what is taken there, what includes ours, what keeps us out.

Looks only. Whoever renders for an Asterisk that is there already asks here before anything is written.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from acd.asterisk.etc import Etc, FileLine
from acd.asterisk.render.files import File
from acd.asterisk.render.modules import listed_beside
from acd.company.schema import Company

RELOADED_BY = {
    "ari.conf": "res_ari.so",
    "extensions.conf": "pbx_config.so",
    "http.conf": "http",
    "manager.conf": "manager",
    "musiconhold.conf": "res_musiconhold.so",
    "pjsip.conf": "res_pjsip.so",
    "voicemail.conf": "app_voicemail.so",
}
"""What reads each of the files anew, without touching a call in progress."""
SWITCHED_ON_AS_SHIPPED = {"ari.conf": True, "http.conf": False, "manager.conf": False}
"""The files that have a switch, `enabled` in [general], and what holds where they do not say."""
_TRUE = ("yes", "true", "on", "1", "y", "t")
_ALSO_MADE_IN = {"pjsip.conf": ("pjsip_wizard.conf",)}
"""Other files whose sections become the same objects."""
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
        for source in (file, *_ALSO_MADE_IN.get(file, ()))
        for name, where in etc.conf(source).sections
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


def switched_off(etc: Etc) -> Iterator[tuple[str, str]]:
    """The files that let nobody in, and what to change in each."""
    for name, is_on in SWITCHED_ON_AS_SHIPPED.items():
        said = etc.conf(name).last("general", "enabled")
        if said is not None and not _is_true(said.value):
            yield name, f"{said.where}: say `enabled = yes`"
        elif said is None and not is_on:
            yield name, f"{etc.folder / name}: say `enabled = yes` in [general]"


def kept_out(company: Company, etc: Etc) -> Iterator[str]:
    """The lines by which modules.conf keeps out what is needed, a sentence each."""
    unwanted = _modules_named(etc, "noload")
    for module in listed_beside(company):
        if module in unwanted:
            yield f"{unwanted[module]}: remove `noload = {module}.so`"


def not_asked_for(company: Company, etc: Etc) -> Iterator[str]:
    """The lines that modules.conf needs, where not everything is loaded that is there."""
    autoload = etc.conf("modules.conf").last("modules", "autoload")
    if autoload is not None and _is_true(autoload.value):
        return
    listed = {name for kind in ("load", "preload", "require") for name in _modules_named(etc, kind)}
    for module in listed_beside(company):
        if module not in listed:
            yield f"load = {module}.so"


def _modules_named(etc: Etc, kind: str) -> dict[str, FileLine]:
    values = etc.conf("modules.conf").values
    return {_module(one.value): one.where for one in values if one.name == kind}


def _is_true(value: str) -> bool:
    return value.lower() in _TRUE


def _module(name: str) -> str:
    return name.removesuffix(".so")


def _sections(text: str) -> set[str]:
    return set(re.findall(r"^\[([^\]]+)\]", text, re.MULTILINE))


def _a(noun: str) -> str:
    return f"{'an' if noun.startswith('A') else 'a'} {noun}"
