"""How commands end that cannot do what they were asked: one message, the right code, no traceback."""

import click
import pytest
from click.testing import CliRunner

from acd.cli.failure import Failure, Funnel, Mistake, told
from tests.cli.conftest import run_acd


@click.group(cls=Funnel)
@click.option("--debug", is_flag=True)
def program(debug: bool) -> None:
    """A program whose commands all fail."""


@program.command()
def mistaken() -> None:
    with told(mistakes=(KeyError,), failures=(OSError,)):
        raise KeyError("what the user wrote")


@program.command()
def failing() -> None:
    with told(mistakes=(KeyError,), failures=(OSError,)):
        raise OSError("the disk is full")


@program.command()
def faulty() -> None:
    with told(mistakes=(KeyError,), failures=(OSError,)):
        raise ZeroDivisionError("never thought of")


@program.command()
def unread() -> None:
    raise BrokenPipeError


@pytest.mark.parametrize(
    ("command", "code", "says"),
    [
        ("mistaken", 2, "'what the user wrote'\n"),
        ("failing", 1, "the disk is full\n"),
        ("faulty", 1, "A fault of this program: ZeroDivisionError: never thought of (test_failure.py, line "),
    ],
)
def test_the_message_is_plain_and_the_code_says_whose_it_is(command: str, code: int, says: str) -> None:
    result = CliRunner().invoke(program, [command])
    assert result.exit_code == code
    assert result.stderr.startswith(says)
    assert "Traceback" not in result.output
    assert result.stdout == ""


@pytest.mark.parametrize("command", ["mistaken", "failing", "faulty"])
@pytest.mark.parametrize(("words", "level"), [(["--debug"], "info"), ([], "debug")])
def test_who_looks_for_a_fault_sees_the_whole_trace(command: str, words: list[str], level: str) -> None:
    result = CliRunner().invoke(program, [*words, command], env={"ACD_LOG": level})
    assert "Traceback" in result.stderr
    assert "test_failure.py" in result.stderr
    assert result.exit_code == (2 if command == "mistaken" else 1)


def test_codes_are_what_the_help_says() -> None:
    assert (Failure.exit_code, Mistake.exit_code) == (1, 2)
    assert "0 done; 1 something of ours" in " ".join(run_acd("--help").out.split())


def test_nobody_listens_is_told_with_how_to_start_it(
    tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path_factory.mktemp("elsewhere"))
    for words in (("status",), ("agent", "list"), ("explain", "c1-1"), ("agent", "ready", "201")):
        ran = run_acd(*words, env={"ACD_CONTROL_SOCKET": None, "ACD_VAR": None})
        assert (ran.code, ran.out) == (2, "")
        assert ran.err.startswith("No service listens on var/service/control.sock. `make run` ")
