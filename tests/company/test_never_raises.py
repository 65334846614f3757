"""Whatever bytes come in: the checker answers, with mistakes that point into the file, and never raises."""

import re
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from acd.company.check import CheckedCompany, check
from acd.company.compile import policy_of
from acd.company.load import load
from acd.company.mistake import Mistake
from acd.company.prompts import prompts_of
from tests.company.small import FOLDER, MINIMAL, ROUTING

EXAMPLE = (Path(__file__).parents[2] / "examples" / "utility.yaml").read_bytes()
BROKEN = [
    b"null",
    b"[]",
    b"{}",
    b"-1",
    b"yes",
    b"012",
    b"1:30",
    b'"',
    b"*a",
    b"&a",
    b"!!x y",
    b": ",
    b"\t",
    b"\xff",
]


def assert_answers(content: bytes) -> None:
    """The checker names mistakes that point into the file; or there are none, and a policy comes of it."""
    found = check(content, FOLDER)
    if isinstance(found, CheckedCompany):
        sounds = dict.fromkeys(prompts_of(found.company), "sound:x")
        policy_of(found.company, version=1, sounds=sounds, year=2026)
        return
    assert found
    # YAML counts more characters as line ends than '\n', so a line may lie beyond what '\n' alone makes.
    lines = content.decode("utf-8", "replace").splitlines()
    for mistake in found:
        assert 1 <= mistake.line <= len(lines) + 1
        assert mistake.column >= 1
        assert mistake.message
        assert mistake.remedy
        _, *below = mistake.told("file").split("\n")
        assert bool(below) == bool(mistake.known)
        assert all(line.startswith("    ") and len(line) <= 104 for line in below)


@given(st.binary(max_size=400))
@example(b"\xef\xbb\xbf")
@example(b"\xff\xfec\x00o\x00")
@example(b"a: \x00")
@example(b'a: "\\ud800"')
@example("a:\u2028b: c\u0085d".encode())
@example(b"? [a]\n: b")
@example(b"%YAML 9.9\n---\na")
def test_any_bytes(content: bytes) -> None:
    assert_answers(content)


@given(st.text(alphabet=":-[]{}#&*!|>'\"%@`,?\\ \n\tab01~.<=", max_size=200))
def test_anything_that_looks_like_yaml(text: str) -> None:
    assert_answers(text.encode())


@given(st.data())
@settings(max_examples=300)
def test_a_mangled_file(data: st.DataObject) -> None:
    content = data.draw(st.sampled_from([MINIMAL.encode(), ROUTING.encode(), EXAMPLE]))
    for _ in range(data.draw(st.integers(1, 4))):
        at = data.draw(st.integers(0, len(content)))
        end = data.draw(st.integers(at, min(len(content), at + 40)))
        put = data.draw(st.one_of(st.sampled_from(BROKEN), st.binary(max_size=8)))
        content = content[:at] + put + content[end:]
    assert_answers(content)


@given(st.lists(st.sampled_from(MINIMAL.splitlines(keepends=True)), max_size=70))
def test_lines_out_of_place(lines: list[str]) -> None:
    assert_answers("".join(lines).encode())


@given(st.sampled_from((MINIMAL, ROUTING)), st.data(), st.sampled_from(BROKEN))
@settings(max_examples=400)
def test_each_value_replaced(text: str, data: st.DataObject, put: bytes) -> None:
    lines = text.encode().splitlines(keepends=True)
    number = data.draw(st.sampled_from(range(len(lines))))
    key, _, _ = lines[number].partition(b":")
    lines[number] = key + b": " + put + b"\n"
    assert_answers(b"".join(lines))


VALUES = re.findall(rb"(?<=[ \[{])[^ :,{}\[\]\n]+(?=[,}\]\n])", ROUTING.encode())


@given(st.sampled_from(range(len(VALUES))), st.sampled_from([*BROKEN, *VALUES]))
@settings(max_examples=200)
def test_each_word_of_routing_replaced_by_another_one(number: int, put: bytes) -> None:
    """Names where others stand, numbers where names do: what fits the schema, and still means nothing."""
    parts = re.split(rb"(?<=[ \[{])([^ :,{}\[\]\n]+)(?=[,}\]\n])", ROUTING.encode())
    parts[2 * number + 1] = put
    assert_answers(b"".join(parts))


def test_a_file_that_cannot_be_read_is_a_mistake(tmp_path: Path) -> None:
    found = load(tmp_path / "none.yaml")
    assert found == [
        Mistake(
            path="",
            line=1,
            column=1,
            message="cannot be read: No such file or directory",
            remedy="name a readable file",
        )
    ]
    assert isinstance(load(tmp_path), list)
    assert isinstance(load(Path("a\0b")), list)


@pytest.mark.timeout(30)
def test_a_large_file_of_mistakes_is_answered_in_time() -> None:
    """It takes some two seconds; with work that grows with the square of the file it would take minutes."""
    entries = 10_000
    flow = "\n".join(f"      n{n}: {{do: say, prompt: hallo, next: m{n}}}" for n in range(entries))
    found = check(MINIMAL.replace("      bye: {do: hangup}", flow).encode(), FOLDER)
    assert isinstance(found, list)
    assert len(found) > entries
