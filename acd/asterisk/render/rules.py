"""What must hold before anything is rendered, beyond the form of single values.

The check of the company file says the same and more, with lines; this one protects whoever renders
without it.
"""

from collections.abc import Iterable
from itertools import permutations

import msgspec

from acd.asterisk.render.errors import (
    ForeignAccountError,
    MissingMusicError,
    NameTakenError,
    NoLineError,
    UnknownNameError,
)
from acd.asterisk.render.instance import Instance
from acd.company.schema import Company, Voicemail


def check(company: Company, instance: Instance, *, attached: bool) -> None:
    """Refuse a company that cannot work, whatever its values look like. `attached`: the Asterisk is there
    already.

    Raises:
        RenderError: what is wrong, and what to do about it.
    """
    _check_names(company)
    _check_references(company)
    for number, emergency in sorted(company.emergency_numbers.items()):
        trunk = company.trunks[emergency.trunk]
        if trunk.host is None and not trunk.foreign:
            raise NoLineError(number, emergency.trunk)
    if not attached:  # else the Asterisk that is there has accounts and music of its own
        _check_all_ours(company)
        waits = [queue.music for queue in company.queues.values()]
        for name in ("default", *sorted(waits + [line.music for line in company.outside.values()])):
            if name not in instance.music:
                raise MissingMusicError(name)


def _check_all_ours(company: Company) -> None:
    for kind, accounts in (("phone", company.phones), ("trunk", company.trunks)):
        for name, account in accounts.items():
            if account.foreign:
                raise ForeignAccountError(kind, name)


def _check_names(company: Company) -> None:
    _unique((("a phone", company.phones), ("a trunk", company.trunks)))
    _unique(
        (
            ("an emergency number", company.emergency_numbers),
            ("the extension of a phone", [phone.extension for phone in company.phones.values()]),
            ("an extension", company.extensions),
        )
    )
    codes: dict[str, str] = msgspec.structs.asdict(company.feature_codes)
    for (first, one), (second, other) in permutations(codes.items(), 2):
        if other.startswith(one):
            raise NameTakenError(one, f"the feature code {first}", f"the beginning of {second}")


def _check_references(company: Company) -> None:
    fallback = company.fallback
    for name in fallback.phones:
        _exists("The fallback", "phone", name, company.phones)
    _box_exists("The fallback", fallback.voicemail, company)
    for name, phone in company.phones.items():
        _box_exists(f"The phone {name}", phone.voicemail, company)
    for number, extension in company.extensions.items():
        for name in extension.phones:
            _exists(f"The extension {number}", "phone", name, company.phones)
        _box_exists(f"The extension {number}", extension.voicemail, company)
    for name, trunk in company.trunks.items():
        for number in trunk.numbers or ():
            _exists(f"The trunk {name}", "number", number, company.numbers)
    for number, emergency in company.emergency_numbers.items():
        _exists(f"The emergency number {number}", "trunk", emergency.trunk, company.trunks)
    for name, line in company.outside.items():
        _exists(f"The line outside {name}", "trunk", line.trunk, company.trunks)
        _box_exists(f"The line outside {name}", line.voicemail, company)
    for name, queue in company.queues.items():
        for way in queue.overflow:
            _box_exists(f"The overflow of the queue {name}", way.to_voicemail, company)
    _check_flows(company)


def _check_flows(company: Company) -> None:
    for name, flow in company.flows.items():
        for node in flow.nodes.values():
            if isinstance(node, Voicemail):
                _box_exists(f"The flow {name}", node.box, company)


def _box_exists(user: str, box: str | None, company: Company) -> None:
    if box is not None:
        _exists(user, "voicemail box", box, company.voicemail)


def _exists(user: str, kind: str, name: str, known: Iterable[str]) -> None:
    if name not in known:
        raise UnknownNameError(user, kind, name)


def _unique(groups: Iterable[tuple[str, Iterable[str]]]) -> None:
    taken: dict[str, str] = {}
    for what, names in groups:
        for name in names:
            if name in taken:
                raise NameTakenError(name, taken[name], what)
            taken[name] = what
