"""An administrator's configuration files, read as Asterisk reads them: sections, values, what is included.

Reads only, and forgives: a file that is not there says nothing, and Asterisk takes its defaults then, too.
What a program writes (`#exec`) and what stands in a database is not seen.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

_DEEPEST = 10
"""Asterisk's own limit of files that include files."""
_SECTION = re.compile(r"\[([^\]]+)\]")
_INCLUDE = re.compile(r"#(?:try)?include\s+[\"<]?([^\">]+)")
_BLOCK_COMMENT = re.compile(r";--(?!-).*?--;", re.DOTALL)


@dataclass(frozen=True, kw_only=True)
class FileLine:
    """A line of a file, as editors and compilers write it."""

    file: Path
    line: int

    def __str__(self) -> str:
        return f"{self.file}:{self.line}"


@dataclass(frozen=True, kw_only=True)
class Value:
    """``name = value``, or ``name => value``, of a section."""

    section: str
    name: str
    value: str
    where: FileLine


@dataclass
class Conf:
    """One of Asterisk's files with everything that it includes, in the order of reading."""

    sections: list[tuple[str, FileLine]] = field(default_factory=list)
    values: list[Value] = field(default_factory=list)
    includes: set[Path] = field(default_factory=set)
    """The files that were read, or would have been."""

    def last(self, section: str, name: str) -> Value | None:
        """The value that holds: the last one of this name in this section."""
        found = [one for one in self.values if one.section == section and one.name == name]
        return found[-1] if found else None


class Etc:
    """The folder of Asterisk's configuration, usually /etc/asterisk."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.conf = cache(self._read)

    def _read(self, name: str) -> Conf:
        """A file of the folder by its name. Raises `OSError` when it may not be read."""
        conf = Conf()
        self._add(conf, self.folder / name, 0)
        return conf

    def _add(self, conf: Conf, file: Path, depth: int) -> None:
        try:
            text = file.read_text(encoding="utf-8", errors="replace")
        except FileNotFoundError:
            return
        for number, line in _lines(text):
            where = FileLine(file=file, line=number)
            if include := _INCLUDE.match(line):
                for included in self._named(include[1].strip()):
                    conf.includes.add(included)
                    if depth < _DEEPEST:
                        self._add(conf, included, depth + 1)
            elif section := _SECTION.match(line):
                conf.sections.append((section[1].strip(), where))
            elif "=" in line and conf.sections:
                name, _, value = line.partition("=")
                conf.values.append(
                    Value(
                        section=conf.sections[-1][0],
                        name=name.strip().lower(),
                        value=value.removeprefix(">").strip(),
                        where=where,
                    )
                )

    def _named(self, pattern: str) -> list[Path]:
        """The files that an include names; the name itself when none is there."""
        if not any(letter in pattern for letter in "*?["):
            return [self.folder / pattern]
        anchor = Path("/") if pattern.startswith("/") else self.folder
        return sorted(anchor.glob(pattern.lstrip("/")))


def _lines(text: str) -> Iterator[tuple[int, str]]:
    """Lines with something in them, by number, without comments."""
    without = _BLOCK_COMMENT.sub(lambda comment: "\n" * comment[0].count("\n"), text)
    for number, line in enumerate(without.splitlines(), start=1):
        said = re.split(r"(?<!\\);", line, maxsplit=1)[0].strip()
        if said:
            yield number, said
