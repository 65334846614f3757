"""The accounts that the company names, as Asterisk has them, and what their settings mean for our calls."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping

import msgspec

from acd.asterisk.ari.door import AriAccess, Door, segment
from acd.asterisk.ari.errors import AriRefused
from acd.asterisk.ari.generated import Endpoint
from acd.asterisk.ari.http import AriHttp
from acd.company.schema import Company
from acd.doctor.finding import Notes

NOT_FOUND = 404
OFFLINE = "offline"
"""Of an endpoint: no contact of it is there, or none answers."""
RELOAD = "then: asterisk -rx 'module reload res_pjsip.so'"
CODECS = {
    "alaw": ("codec_alaw",),
    "g722": ("codec_g722",),
    "g726": ("codec_g726",),
    "g729": ("codec_g729", "codec_g729a"),
    "gsm": ("codec_gsm",),
    "ilbc": ("codec_ilbc",),
    "opus": ("codec_opus", "codec_opus_open_source"),
    "speex": ("codec_speex",),
    "ulaw": ("codec_ulaw",),
}
"""The modules that turn our prompts into what a phone takes."""

Attributes = Mapping[str, str]


class Attribute(msgspec.Struct, frozen=True):
    """One of an object of res_pjsip."""

    attribute: str
    value: str


class Account(msgspec.Struct, frozen=True, kw_only=True):
    """A phone or a trunk of the company file."""

    name: str
    is_foreign: bool
    """The administrator has made it, for calls of his own."""
    is_phone: bool
    may_be_missing: bool
    """It need not be PJSIP, of which alone anything can be seen."""


async def look_at_accounts(
    notes: Notes, access: AriAccess, company: Company, modules: Collection[str]
) -> None:
    """Tell of accounts that are missing or deaf, and of foreign ones that need another setting; and whether
    the trunk for callbacks is there.
    """
    deaf: defaultdict[str, list[str]] = defaultdict(list)
    complaints: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    missing = []
    async with AriHttp(access) as side:
        for account in _accounts(company):
            name = account.name
            endpoint = await _attributes(side, "endpoint", name)
            if endpoint is None:
                missing += [] if account.may_be_missing else [name]
                continue
            if codecs := _out_of_hearing(endpoint, modules):
                deaf[codecs].append(name)
            if account.is_foreign:
                aor = (
                    await _attributes(side, "aor", endpoint.get("aors") or name) if account.is_phone else None
                )
                for complaint in _complaints(endpoint, aor):
                    complaints[complaint].append(name)
        if company.callbacks is not None and "res_ari_endpoints" in modules:
            await _look_at_way_out(notes, side, company, company.callbacks.trunk)
    for name in missing:
        notes.problem(
            f"Asterisk has no PJSIP endpoint {name}.",
            f"Correct its name in the company file, or include the rendered pjsip.conf and {RELOAD}",
        )
    for codecs, names in deaf.items():
        notes.problem(
            f"{', '.join(names)}: Asterisk has no codec to turn a prompt into {codecs}.",
            "Load the codec's module, or allow one that Asterisk has: in the section of type endpoint "
            f"allow = !all,alaw,ulaw; {RELOAD}",
        )
    for (found, remedy), names in complaints.items():
        notes.warn(f"{', '.join(names)}: {found}", f"{remedy}; {RELOAD}")
    if not missing and not deaf and not complaints:
        notes.ok("The accounts of all phones and trunks are there, and set as they should be.")


def _accounts(company: Company) -> Iterable[Account]:
    """A foreign trunk may be of any kind unless calls leave through it: that is by PJSIP."""
    dialled = {emergency.trunk for emergency in company.emergency_numbers.values()}
    dialled |= {line.trunk for line in company.outside.values()}
    dialled |= {company.callbacks.trunk} if company.callbacks is not None else set()
    for name, phone in company.phones.items():
        yield Account(name=name, is_foreign=phone.foreign, is_phone=True, may_be_missing=False)
    for name, trunk in company.trunks.items():
        free = trunk.foreign and name not in dialled
        yield Account(name=name, is_foreign=trunk.foreign, is_phone=False, may_be_missing=free)


async def _look_at_way_out(notes: Notes, side: Door, company: Company, name: str) -> None:
    """Tell whether customers can be dialled. A trunk that Asterisk does not watch counts as there."""
    try:
        endpoint = (await side.request("GET", f"endpoints/PJSIP/{segment(name)}")).read(Endpoint)
    except AriRefused as refused:
        if refused.status == NOT_FOUND:
            return  # told as an account that is missing
        raise
    trunk = company.trunks[name]
    if endpoint.state != OFFLINE:
        return
    if trunk.host is None and not trunk.foreign:
        notes.warn(
            f"The trunk {name} is not registered: no customer is called back.",
            f"Let the other side register as {name}, with the password `trunk.{name}` of the secrets file.",
        )
    else:
        notes.warn(
            f"The trunk {name} cannot be reached: no customer is called back.",
            f"asterisk -rx 'pjsip show endpoint {name}' shows its contacts, 'pjsip show registrations' "
            "whether your Asterisk is registered there.",
        )


async def _attributes(side: Door, kind: str, name: str) -> Attributes | None:
    """The object's settings; None if there is none."""
    try:
        answer = await side.request("GET", f"asterisk/config/dynamic/res_pjsip/{kind}/{segment(name)}")
    except AriRefused as refused:
        if refused.status == NOT_FOUND:
            return None
        raise
    return {one.attribute: one.value for one in answer.read(list[Attribute])}


def _out_of_hearing(endpoint: Attributes, modules: Collection[str]) -> str:
    """The codecs of an account, if Asterisk can turn nothing into any of them; else nothing."""
    allowed = endpoint.get("allow", "").strip("()").split("|")
    for codec in allowed:
        if codec.startswith("slin") or any(module in modules for module in CODECS.get(codec, ())):
            return ""
    return ", ".join(allowed)


def _complaints(endpoint: Attributes, aor: Attributes | None) -> Iterable[tuple[str, str]]:
    """What is to be said about one foreign account, and what to change in its sections of pjsip.conf.

    `aor` is where a phone registers; a trunk has none that matters here.
    """
    if endpoint.get("allow_transfer") == "true":
        yield (
            "transfers by SIP (REFER) are allowed, and what is transferred leaves the service.",
            "In the section of type endpoint: allow_transfer = no",
        )
    if endpoint.get("rtp_timeout") == "0":
        yield (
            "a talk with a device that has lost its power never ends.",
            "In the section of type endpoint: rtp_timeout = 60 and rtp_timeout_hold = 600",
        )
    if aor is None:
        return
    if int(aor.get("max_contacts", "1")) > 1:
        yield (
            f"up to {aor['max_contacts']} devices may register, and a call rings at one of them, by chance.",
            "In the section of type aor: max_contacts = 1 and remove_existing = yes",
        )
    if aor.get("qualify_frequency") == "0":
        yield (
            "nobody notices when a phone goes away without a word: agents there miss calls.",
            "In the section of type aor: qualify_frequency = 15",
        )
