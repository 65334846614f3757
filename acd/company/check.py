"""Checks a company file and names every mistake in it at once.

First the text becomes a tree, then the tree takes the shape of the schema, then its meaning is checked. Each
stage goes on past the mistakes of the one before as far as it can, and says nothing twice.
"""

from pathlib import Path
from typing import TypeVar

import msgspec

from acd.company.again import check_again
from acd.company.callbacks import check_callbacks
from acd.company.findings import Findings
from acd.company.lines import check_lines
from acd.company.messages import check_messages
from acd.company.mistake import Mistake, Mistakes
from acd.company.people import check_people
from acd.company.places import check_places
from acd.company.proposals import check_proposals
from acd.company.read_back import check_numbers_read
from acd.company.routes import check_flows
from acd.company.rulebook import check_rules
from acd.company.schema import Company, Prompt, Translation
from acd.company.sections import check_sections
from acd.company.shape import shape
from acd.company.staffing import check_staffing
from acd.company.tree import read
from acd.company.waiting import check_waiting
from acd.company.wording import check_announcements, check_answers


class CheckedCompany(msgspec.Struct, frozen=True, kw_only=True):
    """A company without a mistake; only `check` makes one."""

    company: Company
    """Its files and folders are absolute paths."""
    text: str
    """The file as its author wrote it, to be kept with the version that comes of it."""
    warnings: tuple[Mistake, ...] = ()
    """What can be meant so, but hardly is."""


def check(content: bytes, folder: Path) -> CheckedCompany | list[Mistake]:
    """The company in the content of a file, or all mistakes in the order of the file. Never raises.

    `folder` is where the file lies: paths in it are counted from there.
    """
    mistakes = Mistakes()
    tree = read(content, mistakes)
    shaped = shape(tree, mistakes) if tree is not None else None
    if shaped is not None:
        findings = Findings(shaped, mistakes)
        check_sections(findings, folder)
        check_lines(findings)
        check_flows(findings)
        check_people(findings)
        check_waiting(findings)
        check_announcements(findings)
        check_answers(findings)
        check_callbacks(findings)
        check_again(findings)
        check_numbers_read(findings)
        check_proposals(findings)
        check_messages(findings)
        check_rules(findings)
        check_places(findings)
        check_staffing(findings)
    if shaped is None or mistakes:
        return mistakes.in_order()
    return CheckedCompany(
        company=_rooted(shaped.company, folder),
        text=content.decode("utf-8-sig"),
        warnings=tuple(mistakes.warnings()),
    )


S = TypeVar("S", Prompt, Translation)


def _at(root: Path, spoken: S) -> S:
    return msgspec.structs.replace(spoken, file=str(root / spoken.file)) if spoken.file else spoken


def _rooted(company: Company, folder: Path) -> Company:
    """With absolute paths, so that the company means the same wherever it is worked on."""
    root = folder.absolute()
    return msgspec.structs.replace(
        company,
        prompts={
            name: msgspec.structs.replace(
                _at(root, prompt),
                translations={
                    language: _at(root, version) for language, version in prompt.translations.items()
                },
            )
            for name, prompt in company.prompts.items()
        },
        music={
            name: msgspec.structs.replace(music, folder=str(root / music.folder))
            for name, music in company.music.items()
        },
    )
