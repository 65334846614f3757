"""From a company and an instance to the text of every file."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from acd.asterisk.render.errors import MissingSecretError, UnsafeValueError
from acd.asterisk.render.files import PUBLIC_MODE, SECRET_MODE, File
from acd.asterisk.render.instance import DIRECTORY_NAMES, Instance
from acd.asterisk.render.modules import MODULES
from acd.asterisk.render.rules import check
from acd.asterisk.render.syntax import FILTERS, Safe, Secret, safe_secret
from acd.company.schema import Company, FeatureCodes

TEMPLATES = tuple(Path(__file__).parents[3] / name for name in ("asterisk-conf", "dialplan"))
_SUFFIX = ".j2"


@dataclass(frozen=True, kw_only=True)
class Feature:
    """One thing that can be dialled to tell the service something."""

    action: Safe
    """The word that the AGI server knows."""
    extension: Safe
    """What is dialled; a pattern when an argument follows the code."""
    argument: Safe
    """The argument, as the dialplan writes it."""


def render(company: Company, instance: Instance) -> dict[str, File]:
    """Every configuration file of this Asterisk, by its path below the configuration directory.

    The same arguments always give the same texts.

    Raises:
        RenderError: a value cannot stand in Asterisk's files, or something is missing; it says which.
    """
    check(company, instance)
    return _Rendering(company, instance).files()


class _Rendering:
    """One run. It watches what the templates print: nothing unchecked, and which file gets a secret."""

    def __init__(self, company: Company, instance: Instance) -> None:
        self._instance = instance
        self._secret_printed = False
        self._environment = Environment(
            loader=FileSystemLoader(TEMPLATES),
            undefined=StrictUndefined,
            finalize=self._printed,
            autoescape=False,  # noqa: S701 - not HTML; `_printed` lets nothing unchecked through
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
        )
        self._environment.filters.update(FILTERS)
        self._environment.globals.update(
            company=company,
            instance=instance,
            directories=_directories(instance),
            features=_features(company.feature_codes),
            modules={Safe(group): tuple(map(Safe, names)) for group, names in MODULES.items()},
            numbers_of={
                name: trunk.numbers or tuple(company.numbers) for name, trunk in company.trunks.items()
            },
            secret=self._secret,
        )

    def files(self) -> dict[str, File]:
        names = self._environment.list_templates(extensions=["j2"])
        return {name.removesuffix(_SUFFIX): self._file(name) for name in sorted(names)}

    def _file(self, template: str) -> File:
        self._secret_printed = False
        text = self._environment.get_template(template).render()
        return File(text=text, mode=SECRET_MODE if self._secret_printed else PUBLIC_MODE)

    def _secret(self, name: str) -> Secret:
        if name not in self._instance.secrets:
            raise MissingSecretError(name)
        return safe_secret(name, self._instance.secrets[name])

    def _printed(self, value: object) -> object:
        if isinstance(value, Secret):
            self._secret_printed = True
        if isinstance(value, Safe) or type(value) is int:
            return value
        raise UnsafeValueError(
            value, "printed value", "let a filter of acd.asterisk.render.syntax check it first"
        )


def _directories(instance: Instance) -> Mapping[Safe, str]:
    unknown = sorted(instance.directories.keys() - DIRECTORY_NAMES)
    if unknown:
        raise UnsafeValueError(unknown[0], "directory", f"use one of {', '.join(sorted(DIRECTORY_NAMES))}")
    return {Safe(name): path for name, path in sorted(instance.directories.items())}


def _features(codes: FeatureCodes) -> tuple[Feature, ...]:
    code = FILTERS["code"]
    plain = {
        "login": codes.login,
        "logout": codes.logout,
        "ready": codes.ready,
        "notready": codes.not_ready,
        "endwrap": codes.end_wrap_up,
    }
    followed = {"login": (codes.login, "X!"), "notready": (codes.not_ready, "X")}
    exact = [Feature(action=Safe(a), extension=code(c), argument=Safe("")) for a, c in plain.items()]
    patterns = [
        Feature(action=Safe(a), extension=Safe(f"_{code(c)}{more}"), argument=Safe(f"${{EXTEN:{len(c)}}}"))
        for a, (c, more) in followed.items()
    ]
    return (*exact, *patterns)
