"""What must hold before anything is rendered, beyond the form of single values.

The check of the company file says the same and more, with lines; this one protects whoever renders
without it.
"""

from collections.abc import Iterable

from acd.asterisk.render.errors import MissingMusicError, NameTakenError, NoLineError
from acd.asterisk.render.instance import Instance
from acd.company.schema import Company


def check(company: Company, instance: Instance) -> None:
    """Refuse a company that cannot work, whatever its values look like.

    Raises:
        RenderError: what is wrong, and what to do about it.
    """
    _unique((("a phone", company.phones), ("a trunk", company.trunks)))
    _unique(
        (
            ("an emergency number", company.emergency_numbers),
            ("the extension of a phone", [phone.extension for phone in company.phones.values()]),
            ("an extension", company.extensions),
        )
    )
    for number, emergency in sorted(company.emergency_numbers.items()):
        trunk = company.trunks.get(emergency.trunk)
        if trunk is None or trunk.host is None:
            raise NoLineError(number, emergency.trunk)
    for name in ("default", *sorted(queue.music for queue in company.queues.values())):
        if name not in instance.music:
            raise MissingMusicError(name)


def _unique(groups: Iterable[tuple[str, Iterable[str]]]) -> None:
    taken: dict[str, str] = {}
    for what, names in groups:
        for name in names:
            if name in taken:
                raise NameTakenError(name, taken[name], what)
            taken[name] = what
