"""One call centre for all tests of a company, started for the first of them."""

from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from typing import Self

import pytest

from acd.asterisk.render import RenderError
from acd.lab.errors import LabError
from acd.lab.from_company import read_company
from acd.testing.call_centre import CallCentre
from acd.testing.docker.engine import why_no_engine
from acd.testing.errors import NotInTimeError
from acd.testing.qa.company import as_text, moved, with_telephone
from acd.testing.qa.stack import StackUnderTest
from acd.testing.stacks import On

NAME = "company.yaml"
MOUNTED = Path("/company")
"""Where docker-compose.yml shows the folder of the company file to the service."""


class Centres:
    """The call centre that runs now. There is one at a time: a test of another company ends it."""

    def __init__(self, folders: pytest.TempPathFactory, *, on: On) -> None:
        self._folders = folders
        self._on = on
        self._running: tuple[Path, CallCentre] | None = None
        self._failed: dict[Path, str] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._end()

    @contextmanager
    def under_test(self, company_file: Path, *, patience: float) -> Iterator[StackUnderTest]:
        """A call centre for this company file, without a call in it, for the duration of one test."""
        centre = self._centre(company_file.resolve())
        seen_at = MOUNTED if self._on == "docker" else centre.company_file.parent
        on_test = StackUnderTest(centre, path=seen_at / NAME, patience=patience)
        yield on_test
        try:
            on_test.tidy_up()
        except NotInTimeError as stuck:
            self._end()  # the next test gets a new one
            pytest.fail(
                f"This test has left the company with a call that does not end: {stuck}", pytrace=False
            )
        except BaseException:
            self._end()
            raise

    def _centre(self, company_file: Path) -> CallCentre:
        if self._running is not None and self._running[0] == company_file:
            return self._running[1]
        self._end()
        if company_file not in self._failed:
            try:
                centre = self._start(company_file)
            except (LabError, RenderError) as problem:
                self._failed[company_file] = str(problem)
            else:
                self._running = company_file, centre
                return centre
        pytest.fail(self._failed[company_file], pytrace=False)

    def _start(self, company_file: Path) -> CallCentre:
        if self._on == "docker" and (missing := why_no_engine()):
            raise LabError(missing)  # a skip would look like a success, and Docker was asked for by name
        if self._on == "docker" and find_spec("testcontainers") is None:
            raise LabError("The Docker stack needs a checkout: run these tests with its .venv/bin/pytest.")
        folder = self._folders.mktemp("acd")
        own = folder / "company"
        own.mkdir()
        company = moved(with_telephone(read_company(company_file)), own)
        (own / NAME).write_text(as_text(company, own), encoding="utf-8")
        centre = CallCentre(folder / "stack", own / NAME, on=self._on)
        centre.__enter__()
        return centre

    def _end(self) -> None:
        if self._running is not None:
            _, centre = self._running
            self._running = None
            centre.close()
