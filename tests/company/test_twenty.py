"""A file with twenty mistakes of all kinds reports these twenty, each on its line, and nothing else."""

import re

from acd.company.load import load
from tests.company.small import FOLDER

FILE = FOLDER / "twenty.yaml"

EXPECTED = [
    ("timezone", 'there is no time zone "Europe/Wienn"'),
    ("numbers.5100.flow", 'there is no flow "mian"'),
    ("numbers.51 01", '"51 01" is not right here'),
    ("numbers.5102.hours", "it has hours, but nothing happens out of them"),
    ("hours.office.open.fri", "these times overlap with those of mon-fri"),
    ("hours.office.holidays[0]", 'the holidays of "ZZ" are not known'),
    ("prompts.hello.welcome to us.", '"welcome to us." is not known here'),
    ("prompts.menu", "has neither a text nor a file"),
    ("prompts.menu.txt", '"txt" is not known here'),
    ("prompts.bell.file", 'there is no file "sounds/none.wav"'),
    ("flows.main.nodes.menu.wait_s", '"5 seconds" is not a number'),
    ("flows.main.nodes.menu.choices.12", '"12" is not right here'),
    ("flows.main.nodes.sales.queue", 'there is no queue "salse"'),
    ("flows.closed.nodes.never", "no way leads to this node"),
    ("queues.sales.ring_s", "-3 is not more than 0"),
    ("agents.201.skills.selling", "12 is more than 10"),
    ("agents.201", "stands here a second time, after line 44"),
    ("phones.desk2.extension", '"0101" is already the extension of desk1 (line 47)'),
    ("fallback.phones[0]", 'there is no phone "desk3"'),
    ("emergency_numbers.112", '"trunk" is missing'),
]


def test_all_twenty_are_told_and_nothing_else() -> None:
    found = load(FILE)
    assert isinstance(found, list)
    assert [(mistake.path, mistake.message) for mistake in found] == EXPECTED
    assert all(mistake.remedy for mistake in found)


def test_each_is_told_on_its_line() -> None:
    """The file says itself in comments how many mistakes each of its lines has."""
    lines = FILE.read_text(encoding="utf-8").splitlines()
    expected = [
        number
        for number, line in enumerate(lines, start=1)
        for _ in re.findall(r"\b\d+ ", line.rpartition("#")[2] if " # " in line else "")
    ]
    found = load(FILE)
    assert isinstance(found, list)
    assert [mistake.line for mistake in found] == expected


def test_a_mistake_reads_as_compilers_write_it() -> None:
    found = load(FILE)
    assert isinstance(found, list)
    assert found[1].told("twenty.yaml") == (
        'twenty.yaml:5:31: numbers.5100.flow: there is no flow "mian"; did you mean "main"?'
    )
