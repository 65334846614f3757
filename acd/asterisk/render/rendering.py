"""From a company and an instance to the text of every file."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template

from acd.asterisk.render.errors import MissingSecretError, TemplatesMissingError, UnsafeValueError
from acd.asterisk.render.files import PUBLIC_MODE, SECRET_MODE, File
from acd.asterisk.render.instance import DIRECTORY_NAMES, Instance
from acd.asterisk.render.modules import MODULES
from acd.asterisk.render.rules import check
from acd.asterisk.render.syntax import FILTERS, Safe, safe_secret
from acd.company.schema import Company, FeatureCodes, Phone, Trunk
from acd.runtime.shipped import shipped

TEMPLATES = (shipped("asterisk-conf"), shipped("dialplan"))
_SUFFIX = "j2"
ATTACHED = "attach/"
"""Below the templates: those for an Asterisk that somebody else has configured."""
_USED_BY: dict[str, Callable[[Company], object]] = {
    f"{ATTACHED}musiconhold.conf": lambda company: company.music,
    f"{ATTACHED}pjsip.conf": lambda company: any(not one.foreign for one in _accounts(company)),
    f"{ATTACHED}voicemail.conf": lambda company: company.voicemail,
}
"""Files that are for some companies only."""


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
    check(company, instance, attached=False)
    return {
        name: _file(template, company, instance, attached=False)
        for name, template in _templates()
        if not name.startswith(ATTACHED)
    }


def render_attached(company: Company, instance: Instance) -> dict[str, File]:
    """What an Asterisk that is there already has to include, by file name: nothing that it has itself, and no
    file that would say nothing.

    The same arguments always give the same texts.

    Raises:
        RenderError: as in `render`.
    """
    check(company, instance, attached=True)
    idle = {name for name, is_used in _USED_BY.items() if not is_used(company)}
    return {
        name.removeprefix(ATTACHED): _file(template, company, instance, attached=True)
        for name, template in _templates()
        if name.startswith(ATTACHED) and name not in idle
    }


def _templates() -> Iterator[tuple[str, Template]]:
    """Every template by the name of its file, in order."""
    environment = _environment(TEMPLATES)
    names = environment.list_templates(extensions=[_SUFFIX])
    if not names:
        raise TemplatesMissingError(" or ".join(map(str, TEMPLATES)))
    for name in sorted(names):
        yield name.removesuffix(f".{_SUFFIX}"), environment.get_template(name)


@lru_cache
def _environment(templates: tuple[Path, ...]) -> Environment:
    environment = Environment(
        loader=FileSystemLoader(templates),
        undefined=StrictUndefined,
        finalize=_checked,
        autoescape=False,  # noqa: S701 - not HTML; `_checked` lets nothing dangerous through
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters.update(FILTERS)
    return environment


def _checked(value: object) -> object:
    """Called for everything that a template prints."""
    if isinstance(value, Safe) or type(value) is int:
        return value
    raise UnsafeValueError(
        value, "printed value", "let a filter of acd.asterisk.render.syntax check it first"
    )


def _file(template: Template, company: Company, instance: Instance, *, attached: bool) -> File:
    asked: set[str] = set()

    def secret(name: str) -> Safe:
        asked.add(name)
        if name not in instance.secrets:
            raise MissingSecretError(name)
        return safe_secret(name, instance.secrets[name])

    text = template.render(
        attached=attached,
        company=company,
        instance=instance,
        directories=_directories(instance),
        features=_features(company.feature_codes),
        modules={Safe(group): tuple(map(Safe, names)) for group, names in MODULES.items()},
        numbers_of={name: trunk.numbers or tuple(company.numbers) for name, trunk in company.trunks.items()},
        secret=secret,
    )
    return File(text=text, mode=SECRET_MODE if asked else PUBLIC_MODE)


def _accounts(company: Company) -> tuple[Phone | Trunk, ...]:
    return (*company.phones.values(), *company.trunks.values())


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
        "absent": codes.absent,
        "again": codes.call_again,
    }
    followed = {
        "login": (codes.login, "X!"),
        "notready": (codes.not_ready, "X"),
        "absent": (codes.absent, "X!"),
    }
    exact = [Feature(action=Safe(a), extension=code(c), argument=Safe("")) for a, c in plain.items()]
    patterns = [
        Feature(action=Safe(a), extension=Safe(f"_{code(c)}{more}"), argument=Safe(f"${{EXTEN:{len(c)}}}"))
        for a, (c, more) in followed.items()
    ]
    return (*exact, *patterns)
