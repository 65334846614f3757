"""How commands end that cannot do what they were asked: one message, the right code, no traceback."""

import click
import pytest
from click.testing import CliRunner, Result

from acd.cli.failure import Failure, Funnel, Mistake, told
from tests.cli.conftest import run_acd


def ended_by(error: Exception, *options: str, level: str = "info") -> Result:
    """How a command ends in which an error is raised; it expects KeyErrors and OSErrors."""

    def fail() -> None:
        with told(mistakes=(KeyError,), failures=(OSError,)):
            raise error

    group = Funnel(params=[click.Option(["--debug"], is_flag=True)])
    group.add_command(click.Command("fail", callback=fail))
    return CliRunner().invoke(group, [*options, "fail"], env={"ACD_LOG": level})


ERRORS = [
    (KeyError("what the user wrote"), 2, "'what the user wrote'\n"),
    (OSError("the disk is full"), 1, "the disk is full\n"),
    (ZeroDivisionError("new"), 1, "A fault of this program: ZeroDivisionError: new (test_failure.py, line "),
]


@pytest.mark.parametrize(("error", "code", "says"), ERRORS)
def test_the_message_is_plain_and_the_code_says_whose_it_is(error: Exception, code: int, says: str) -> None:
    result = ended_by(error)
    assert result.exit_code == code
    assert result.stderr.startswith(says)
    assert "Traceback" not in result.output
    assert result.stdout == ""


@pytest.mark.parametrize(("error", "code", "says"), ERRORS)
@pytest.mark.parametrize(("options", "level"), [(["--debug"], "info"), ([], "debug")])
def test_who_looks_for_a_fault_sees_the_whole_trace_too(
    error: Exception, code: int, says: str, options: list[str], level: str
) -> None:
    result = ended_by(error, *options, level=level)
    assert "Traceback" in result.stderr
    assert "test_failure.py" in result.stderr
    assert says in result.stderr
    assert result.exit_code == code


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
        assert ran.err.startswith("No service listens on var/service/control.sock. In a checkout `make run` ")
        assert "stands by, or waits for the database" in ran.err
        assert "/readyz" in ran.err
