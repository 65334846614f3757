"""What pyproject.toml cannot say: folders that an installed package has inside, and files beside it."""

import shutil
from pathlib import Path

from setuptools import setup
from setuptools.command.build_py import build_py

_SHIPPED = {"asterisk-conf": "*.j2", "dialplan": "*.j2", "migrations": "*.py"}
"""Top-level folders, and what in them the program reads: `acd.runtime.shipped` finds them."""

_SHARED = [f"examples/{name}" for name in ("utility.yaml", "acd.env", "acd.service", "asterisk.service")]
"""What an administrator copies (docs/installation.md), in `share/acd` of the environment."""


class _BuildWithFolders(build_py):
    """Copies top-level folders into the package; an editable install finds them where they are."""

    def run(self) -> None:
        super().run()
        if self.editable_mode:
            return
        for name, wanted in _SHIPPED.items():
            inside = Path(self.build_lib, "acd", name)
            shutil.rmtree(inside, ignore_errors=True)
            for file in sorted(Path(name).rglob(wanted)):
                target = inside / file.relative_to(name)
                target.parent.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(file, target)


setup(cmdclass={"build_py": _BuildWithFolders}, data_files=[("share/acd", _SHARED)])
