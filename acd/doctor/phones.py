"""The accounts that the company names, as Asterisk has them, and what their settings mean for our calls."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping

import msgspec

from acd.asterisk.ari.door import AriAccess, Door, segment
from acd.asterisk.ari.errors import AriRefused
from acd.asterisk.ari.http import AriHttp
from acd.company.schema import Company
from acd.doctor.finding import Notes

NOT_FOUND = 404
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


async def look_at_accounts(
    notes: Notes, access: AriAccess, company: Company, modules: Collection[str]
) -> None:
    """Tell of accounts that are missing, and of foreign ones that need another setting."""
    complaints: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    missing = []
    async with AriHttp(access) as side:
        for name, foreign, phone in _accounts(company):
            endpoint = await _attributes(side, "endpoint", name)
            if endpoint is None:
                missing.append(name)
                continue
            aor = await _attributes(side, "aor", endpoint.get("aors") or name) if phone and foreign else None
            for complaint in _complaints(endpoint, aor or {}, modules, foreign=foreign, phone=phone):
                complaints[complaint].append(name)
    for name in missing:
        notes.problem(
            f"Asterisk has no PJSIP endpoint {name}.",
            "Correct its name in the company file, or include the rendered pjsip.conf and then: "
            "asterisk -rx 'module reload res_pjsip.so'",
        )
    for (found, remedy), names in complaints.items():
        notes.warn(f"{', '.join(names)}: {found}", remedy)
    if not missing and not complaints:
        notes.ok("The accounts of all phones and trunks are there, and set as they should be.")


def _accounts(company: Company) -> Iterable[tuple[str, bool, bool]]:
    """Name, foreign, a phone. A foreign trunk may be of any kind unless emergency calls leave by PJSIP."""
    dialled = {emergency.trunk for emergency in company.emergency_numbers.values()}
    for name, phone in company.phones.items():
        yield name, phone.foreign, True
    for name, trunk in company.trunks.items():
        if not trunk.foreign or name in dialled:
            yield name, trunk.foreign, False


async def _attributes(side: Door, kind: str, name: str) -> Attributes | None:
    """The object's settings; None if there is none."""
    try:
        answer = await side.request("GET", f"asterisk/config/dynamic/res_pjsip/{kind}/{segment(name)}")
    except AriRefused as refused:
        if refused.status == NOT_FOUND:
            return None
        raise
    return {one.attribute: one.value for one in answer.read(list[Attribute])}


def _complaints(
    endpoint: Attributes, aor: Attributes, modules: Collection[str], *, foreign: bool, phone: bool
) -> Iterable[tuple[str, str]]:
    """What is to be said about one account, and what to change in its section of pjsip.conf."""
    allowed = endpoint.get("allow", "").strip("()").split("|")
    taken = [codec for codec in allowed if any(module in modules for module in CODECS.get(codec, ()))]
    if not taken and not any(codec.startswith("slin") for codec in allowed):
        yield (
            f"Asterisk has no codec to turn a prompt into {', '.join(allowed)}.",
            "Allow alaw or ulaw there (`allow = alaw,ulaw`), or load the codec's module.",
        )
    if not foreign:
        return
    if endpoint.get("allow_transfer") == "true":
        yield (
            "it may transfer by SIP (REFER), and what is transferred leaves the service.",
            "In its section of type endpoint: allow_transfer = no",
        )
    if endpoint.get("rtp_timeout") == "0":
        yield (
            "a talk with one that has lost its power never ends.",
            "In its section of type endpoint: rtp_timeout = 60 and rtp_timeout_hold = 600",
        )
    if phone and int(aor.get("max_contacts", "1")) > 1:
        yield (
            f"up to {aor['max_contacts']} devices may register, and a call rings at one of them, by chance.",
            "In its section of type aor: max_contacts = 1 and remove_existing = yes",
        )
    if phone and aor.get("qualify_frequency") == "0":
        yield (
            "nobody notices when it goes away without a word: agents there miss calls.",
            "In its section of type aor: qualify_frequency = 15",
        )
