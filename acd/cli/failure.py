"""How a command ends when it cannot do what it was asked: one message, one exit code, no traceback."""

import os
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, ClassVar

import click

MISTAKE = 2
"""Exit code: the file, the name, the wish or the moment was wrong; whoever typed the command can mend it."""
FAILURE = 1
"""Exit code: it is not the fault of whoever typed the command."""

Kinds = tuple[type[Exception], ...]


class Ended(Exception):
    """The end of a command. The message is shown as it is: first what is wrong, then what to do."""

    exit_code: ClassVar[int]


class Mistake(Ended):
    """The user's."""

    exit_code = MISTAKE


class Failure(Ended):
    """Ours, or the world's."""

    exit_code = FAILURE


@contextmanager
def told(*, mistakes: Kinds = (), failures: Kinds = ()) -> Iterator[None]:
    """Turn errors that have a message for people into the end of the command."""
    try:
        yield
    except mistakes as error:
        raise Mistake(str(error)) from error
    except failures as error:
        raise Failure(str(error)) from error


class Funnel(click.Group):
    """The group through which every error of a command comes out."""

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command; see the module."""
        debug = bool(ctx.params.get("debug")) or os.environ.get("ACD_LOG") == "debug"
        try:
            return super().invoke(ctx)
        except (click.exceptions.Exit, click.Abort, click.ClickException, BrokenPipeError):
            raise
        except Exception as error:
            if debug:
                traceback.print_exception(error)
            end = error if isinstance(error, Ended) else _fault(error)
            click.echo(str(end), err=True)
            raise click.exceptions.Exit(end.exit_code) from error


def _fault(error: Exception) -> Failure:
    """What nobody has thought of."""
    return Failure(
        f"A fault of this program: {type(error).__name__}: {error} ({_place(error)}). "
        "The same with `acd --debug …` shows all there is to report."
    )


def _place(error: Exception) -> str:
    """Where it happened."""
    frames = traceback.extract_tb(error.__traceback__)
    return f"{Path(frames[-1].filename).name}, line {frames[-1].lineno}" if frames else "nowhere"
