"""The program installed from its wheel in an environment that may not look into the checkout."""

import os
import subprocess
import sys
import sysconfig
from dataclasses import dataclass
from pathlib import Path

import pytest

import acd

ROOT = Path(acd.__file__).parents[1]

NO_CHECKOUT = """\
import sys

def watch(event, arguments):
    if event == "open" and isinstance(arguments[0], (str, bytes)):
        import os
        path = os.path.abspath(os.fsdecode(arguments[0]))
        if path.startswith({checkout!r}) and not path.startswith({packages!r}):
            sys.stderr.write(f"read from the checkout: {{path}}\\n")
            os._exit(99)

sys.addaudithook(watch)
"""
"""Ends a program of the environment that opens a file of the checkout."""


@dataclass(frozen=True)
class Installed:
    """The environment, and an empty folder to work in."""

    venv: Path
    folder: Path

    @property
    def program(self) -> Path:
        """What an administrator types."""
        return self.venv / "bin" / "acd"

    def share(self, name: str) -> Path:
        """A file that lies beside the program for administrators to copy."""
        return self.venv / "share" / "acd" / name

    def acd(self, *words: str, **settings: str) -> "subprocess.CompletedProcess[str]":
        """Run a command."""
        return subprocess.run(
            [self.program, *words],
            capture_output=True,
            text=True,
            check=False,
            cwd=self.folder,
            env={"PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8", **settings},
        )


@pytest.fixture(scope="session")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Made by the script that makes it for everybody."""
    return make_wheel(tmp_path_factory.mktemp("dist"))


def make_wheel(folder: Path) -> Path:
    """Make it in this folder."""
    made = subprocess.run(
        [ROOT / "scripts" / "wheel", folder],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "ACD_PYTHON": sys.executable},
    )
    assert made.returncode == 0, made.stderr
    return Path(made.stdout.strip())


@pytest.fixture(scope="session")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Installed:
    """The packages that it needs are those of the tests: nothing is downloaded."""
    venv = tmp_path_factory.mktemp("installed") / "venv"
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", venv], check=True)
    pip = [sys.executable, "-m", "pip", "--quiet", "--python", str(venv / "bin" / "python")]
    subprocess.run([*pip, "install", "--no-deps", "--no-index", str(wheel)], check=True)
    (own_packages,) = venv.glob("lib/python*/site-packages")
    packages = sysconfig.get_path("purelib")
    (own_packages / "packages.pth").write_text(f"{packages}\nimport no_checkout\n", encoding="utf-8")
    (own_packages / "no_checkout.py").write_text(
        NO_CHECKOUT.format(checkout=f"{ROOT}/", packages=packages), encoding="utf-8"
    )
    return Installed(venv, tmp_path_factory.mktemp("elsewhere"))
