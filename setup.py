"""What pyproject.toml cannot say: an installed package has the Alembic revisions inside."""

import shutil
from pathlib import Path

from setuptools import setup
from setuptools.command.build_py import build_py

_FOLDERS = ("migrations",)


class _BuildWithFolders(build_py):
    """Copies top-level folders into the package; an editable install finds them where they are."""

    def run(self) -> None:
        super().run()
        if self.editable_mode:
            return
        for name in _FOLDERS:
            inside = Path(self.build_lib, "acd", name)
            shutil.copytree(name, inside, dirs_exist_ok=True, ignore=shutil.ignore_patterns("__pycache__"))


setup(cmdclass={"build_py": _BuildWithFolders})
