"""A version of this program that is newer by some revisions: a copy of this checkout with revisions added,
run in processes of its own, as after an upgrade.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import acd
from acd.store.migrate import newest

_CHECKOUT = Path(acd.__file__).parents[1]
_SQL = _CHECKOUT / "tests" / "store" / "later"
_MODULE = '''"""{what}"""

from alembic import op

revision = "{name}"
down_revision = "{after}"
branch_labels = None
depends_on = None
oldest_code = "{oldest_code}"


def upgrade():
    op.execute({sql!r})
'''


@dataclass(frozen=True)
class Later:
    """A revision that this version does not know; its SQL is in tests/store/later."""

    name: str
    what: str
    oldest_code: str


ADDS = Later("9001", "Adds columns, a table, an index and a state.", oldest_code=newest())
"""Safe for this version."""
DROPS = Later("9002", "Drops a column that 9001 does not use.", oldest_code=ADDS.name)
"""Safe for the version of `ADDS`, and not for this one."""
RENAMES = Later("9003", "Renames a column.", oldest_code="9003")
"""Safe for nobody."""


class NewerVersion:
    """This version with these revisions after its own, in a folder."""

    def __init__(self, folder: Path, *revisions: Later) -> None:
        self.folder = folder
        """What has to be the first in a Python path."""
        for name in ("acd", "migrations"):
            copy, skip = folder / name, shutil.ignore_patterns("__pycache__")
            shutil.copytree(_CHECKOUT / name, copy, ignore=skip)
        after = newest()
        for each in revisions:
            sql = (_SQL / f"{each.name}.sql").read_text(encoding="utf-8")
            module = _MODULE.format(
                what=each.what, name=each.name, after=after, oldest_code=each.oldest_code, sql=sql
            )
            (folder / "migrations" / "versions" / f"{each.name}.py").write_text(module, encoding="utf-8")
            after = each.name

    def change(self, path: str, old: str, new: str) -> None:
        """Write something else in one of its files."""
        file = self.folder / path
        before = file.read_text(encoding="utf-8")
        assert before.count(old) == 1, f"{path} does not have this once: {old}"
        file.write_text(before.replace(old, new), encoding="utf-8")

    def acd(self, *words: str, env: Mapping[str, str]) -> "subprocess.CompletedProcess[str]":
        """Run its command `acd` to the end."""
        inherited = {name: value for name, value in os.environ.items() if not name.startswith("ACD_")}
        return subprocess.run(
            [sys.executable, "-m", "acd", *words],
            capture_output=True,
            text=True,
            check=False,
            cwd=self.folder,
            env={**inherited, **env, "PYTHONPATH": str(self.folder)},
        )
