"""What two recipes say twice is the same."""

import re
from pathlib import Path

from acd.lab.rootfolder import PACKAGES, SUITE

ROOT = Path(__file__).parents[2]


def test_asterisk_has_the_same_packages_as_the_root_folder_of_make_run() -> None:
    recipe = (ROOT / "asterisk-conf/Dockerfile").read_text(encoding="utf-8")
    installed = re.search(r"apt-get install -y --no-install-recommends((?: \\\n +[\w-]+)+)", recipe)
    assert installed is not None
    assert sorted(re.findall(r"[\w-]+", installed[1])) == sorted(PACKAGES)
    assert f"debian:{SUITE}-slim" in recipe


def test_the_base_images_that_can_be_made_are_those_that_are_needed() -> None:
    needed = {
        name
        for recipe in (*ROOT.glob("containers/*/Dockerfile"), ROOT / "asterisk-conf/Dockerfile")
        for name in re.findall(r"ARG BASE=debian:(\w+)-slim", recipe.read_text(encoding="utf-8"))
    }
    script = (ROOT / "scripts/base-images").read_text(encoding="utf-8")
    made = re.search(r"for suite in ([\w ]+);", script)
    assert made is not None
    assert set(made[1].split()) == needed
