"""Where the folders are that belong to the program and are no Python: templates, revisions of the schema.

In a checkout they lie beside the package, where people look for them; an installed package has them inside
(setup.py copies them).
"""

from importlib.resources import files
from pathlib import Path


def shipped(name: str) -> Path:
    """The folder of this name."""
    inside = Path(str(files("acd"))) / name
    return inside if inside.is_dir() else inside.parent.parent / name
