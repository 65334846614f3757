import pytest
from hypothesis import given
from hypothesis import strategies as st

from acd.asterisk.agi.errors import Malformed, UnsafeValue
from acd.asterisk.agi.wire import (
    COMMAND_LIMIT_BYTES,
    command_line,
    parse_reply,
    parse_request,
    quoted,
    variable_name,
)

SENDABLE = st.text(st.characters(exclude_characters="\r\n\0", exclude_categories=["Cs"]))
ONE_LINE = st.text(st.characters(exclude_characters="\n"))


def words_as_asterisk_reads_them(line: str) -> list[str]:
    """`parse_args` of res_agi.c, character by character."""
    words: list[str] = []
    quoting, escaped, between = False, False, True
    for character in line:
        if character == '"' and not escaped:
            quoting = not quoting
            if quoting and between:
                words.append("")
                between = False
        elif character in " \t" and not quoting and not escaped:
            between = True
        elif character == "\\" and not escaped:
            escaped = True
        else:
            if between:
                words.append("")
                between = False
            words[-1] += character
            escaped = False
    return words


@given(st.lists(SENDABLE, min_size=1, max_size=4))
def test_what_is_quoted_arrives_as_the_same_words(values: list[str]) -> None:
    line = " ".join(["SET VARIABLE", *map(quoted, values)])
    assert "\n" not in line
    assert words_as_asterisk_reads_them(line) == ["SET", "VARIABLE", *values]


@given(SENDABLE, st.sampled_from(["\r", "\n", "\0", "\ud800"]), SENDABLE)
def test_what_could_become_another_command_is_refused(before: str, character: str, after: str) -> None:
    with pytest.raises(UnsafeValue):
        quoted(before + character + after)


@pytest.mark.parametrize("name", ["SHELL(reboot)", "", "1ST", "A B", "A\nHANGUP", "${X}"])
def test_only_plain_variables_are_named(name: str) -> None:
    with pytest.raises(UnsafeValue):
        variable_name(name)


def test_a_command_that_asterisk_would_cut_in_two_is_refused() -> None:
    fits = "x" * (COMMAND_LIMIT_BYTES - 1)
    assert command_line(fits) == fits.encode() + b"\n"
    with pytest.raises(UnsafeValue):
        command_line(fits + "x")


@given(
    script=ONE_LINE,
    arguments=st.lists(ONE_LINE, max_size=5),
    env=st.dictionaries(st.from_regex(r"agi_[a-z]{1,12}", fullmatch=True), ONE_LINE, max_size=5),
)
def test_a_header_block_is_read_as_it_was_written(
    script: str, arguments: list[str], env: dict[str, str]
) -> None:
    lines = [f"{name}: {value}" for name, value in env.items()]
    lines.append(f"agi_network_script: {script}")
    lines += [f"agi_arg_{position}: {argument}" for position, argument in enumerate(arguments, 1)]
    request = parse_request(lines)
    assert request.script == script
    assert request.arguments == tuple(arguments)
    assert request.env == env


@given(st.lists(st.text() | st.from_regex(r"agi_[a-z0-9_]*: ?.*"), max_size=8))
def test_any_header_block_is_read_or_malformed(lines: list[str]) -> None:
    try:
        request = parse_request(lines)
    except Malformed:
        return
    assert len(lines) == 1 + len(request.arguments) + len(request.env)


@pytest.mark.parametrize(
    "lines",
    [
        pytest.param(["agi_callerid: 1"], id="no script"),
        pytest.param(["agi_network_script: lookup", "agi_arg_2: 1"], id="argument 1 is missing"),
        pytest.param(["agi_network_script: a", "agi_arg_1: 1", "agi_arg_1: 2"], id="smuggled argument"),
        pytest.param(["agi_network_script: a", "GET / HTTP/1.1"], id="no header"),
    ],
)
def test_what_is_no_request(lines: list[str]) -> None:
    with pytest.raises(Malformed):
        parse_request(lines)


@given(st.text())
def test_any_reply_is_read_or_malformed(line: str) -> None:
    try:
        reply = parse_reply(line)
    except Malformed:
        return
    assert 0 <= reply.code <= 999


@given(st.from_regex(r"[^\s()]*", fullmatch=True), ONE_LINE)
def test_result_and_remark_are_told_apart(result: str, remark: str) -> None:
    reply = parse_reply(f"200 result={result} ({remark})")
    assert (reply.result, reply.remark) == (result, remark)


@pytest.mark.parametrize(
    ("line", "result", "remark"),
    [
        ("200 result=0", "0", None),
        ("200 result=1234", "1234", None),
        ("200 result= (timeout)", "", "timeout"),
        ("200 result=12 (timeout)", "12", "timeout"),
        ("200 result=0 endpos=3404", "0", None),
        ("200 result=1 ()", "1", ""),
    ],
)
def test_replies_of_the_real_one(line: str, result: str, remark: str | None) -> None:
    reply = parse_reply(line)
    assert (reply.code, reply.result, reply.remark) == (200, result, remark)
