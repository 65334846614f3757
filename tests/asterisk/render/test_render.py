"""Rendering itself: deterministic, complete, and deaf to whatever a value tries to say to Asterisk."""

import re
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from acd.asterisk.render import Instance, RenderError, render, render_attached, secret_names
from acd.asterisk.render.errors import (
    ForeignAccountError,
    MissingMusicError,
    MissingSecretError,
    NameTakenError,
    NoLineError,
    ReservedNameError,
    TemplatesMissingError,
    UnknownNameError,
    UnsafeSecretError,
    UnsafeValueError,
)
from acd.company.schema import (
    Company,
    Emergency,
    Extension,
    Fallback,
    FeatureCodes,
    Outside,
    Overflow,
    Phone,
    Queue,
    Trunk,
)
from acd.runtime.secret_file import completed
from tests.asterisk.render.switch import company

SECRETS = completed({}, secret_names(company()))


def instance(**changes: Any) -> Instance:
    wanted: dict[str, Any] = {
        "directories": {"astetcdir": "/srv/acd/etc"},
        "music": {"default": "/srv/acd/music"},
        "secrets": SECRETS,
        "sip_port": 5060,
        "http_port": 8088,
        "ami_port": 5038,
        "agi_port": 4573,
        "rtp_first": 16000,
        "rtp_last": 16399,
    }
    return Instance(**(wanted | changes))


def outside(**changes: Any) -> Outside:
    return msgspec.structs.replace(company().outside["night"], **changes)


def changed(**changes: Any) -> Company:
    return msgspec.structs.replace(company(), **changes)


def test_the_same_company_gives_the_same_files_in_whatever_order_it_is_written() -> None:
    one = company()
    backwards = changed(
        **{
            name: dict(reversed(value.items()))
            for name, value in msgspec.structs.asdict(one).items()
            if isinstance(value, dict)
        }
    )
    assert render(one, instance()) == render(backwards, instance())


def test_what_is_not_in_the_company_leaves_no_empty_place() -> None:
    small = changed(
        extensions={}, emergency_numbers={}, voicemail={}, outside={}, fallback=Fallback(phones=("carol",))
    )
    phones = {name: Phone(extension=phone.extension) for name, phone in company().phones.items()}
    files = render(msgspec.structs.replace(small, phones=phones), instance())
    assert "VoiceMail(" not in files["acd/holding.conf"].text + files["acd/internal.conf"].text
    assert "[acd-emergency]" in files["acd/internal.conf"].text


def test_a_file_with_a_secret_is_for_its_owner_only() -> None:
    for name, file in render(company(), instance()).items():
        has_secret = any(secret in file.text for secret in SECRETS.values())
        assert file.mode == (0o600 if has_secret else 0o644), name


def test_every_secret_is_used() -> None:
    text = "".join(file.text for file in render(company(), instance()).values())
    assert all(SECRETS[name] in text for name in secret_names(company()))


def test_no_secret_is_shown_where_an_instance_is_printed() -> None:
    assert not any(secret in repr(instance()) for secret in SECRETS.values())


HOSTILE = (
    "a;b",
    "a]\n[acd-internal](+)",
    "a\nexec = rm",
    "a\r\n#include /etc/passwd",
    "${SHELL(id)}",
    "$[1+1]",
    'a" <112>',
    "a\\;b",
    "a\x00b",
    "a\n",
)


@pytest.mark.parametrize("value", HOSTILE)
@pytest.mark.parametrize(
    "make",
    [
        lambda v: {"phones": company().phones | {"carol": Phone(extension="103", name=v)}},
        lambda v: {"phones": company().phones | {"carol": Phone(extension=v)}},
        lambda v: {"phones": company().phones | {v: Phone(extension="105")}},
        lambda v: {"trunks": company().trunks | {v: Trunk(name="x", host="192.0.2.1")}},
        lambda v: {"trunks": company().trunks | {"more": Trunk(name=v, host="192.0.2.1")}},
        lambda v: {"trunks": company().trunks | {"more": Trunk(name="x", host=v)}},
        lambda v: {"trunks": company().trunks | {"more": Trunk(name="x", addresses=(v,), host="192.0.2.1")}},
        lambda v: {"numbers": company().numbers | {v: company().numbers["5100"]}},
        lambda v: {"extensions": {v: Extension(name="x", phones=("carol",))}},
        lambda v: {"voicemail": company().voicemail | {v: company().voicemail["190"]}},
        lambda v: {
            "voicemail": company().voicemail
            | {"190": msgspec.structs.replace(company().voicemail["190"], name=v)}
        },
        lambda v: (
            {
                "voicemail": company().voicemail
                | {"190": msgspec.structs.replace(company().voicemail["190"], email=v)}
            }
            if v
            else None
        ),
        lambda v: {"emergency_numbers": {v: Emergency(name="x", trunk="carrier")}},
        lambda v: {"feature_codes": FeatureCodes(login=v)},
        lambda v: {"languages": (v,)},
    ],
)
def test_a_hostile_value_is_refused(make: Any, value: str) -> None:
    wanted = changed(**make(value))
    with pytest.raises(UnsafeValueError, match=r"cannot be a .*: .+\."):
        render(wanted, instance(secrets=completed(SECRETS, secret_names(wanted))))


@given(st.text(min_size=1, max_size=80))
def test_whatever_a_title_holds_it_stays_one_value(title: str) -> None:
    wanted = changed(phones=company().phones | {"carol": Phone(extension="103", name=title)})
    plain = render(company(), instance())["acd/accounts.conf"].text
    try:
        text = render(wanted, instance())["acd/accounts.conf"].text
    except UnsafeValueError:
        return
    assert text.replace(f'callerid = "{title}" <103>', 'callerid = "103" <103>') == plain
    assert not set(title) & set('\n\r;"\\$[]{}<>|')


@pytest.mark.parametrize(
    "changes",
    [
        {"directories": {"astetcdir": "relative"}},
        {"directories": {"astetcdir": "/a;b"}},
        {"directories": {"astetcdir": "/a\n"}},
        {"directories": {"made up": "/a"}},
        {"music": {"default": "/a]"}},
        {"sip_host": "a\nb"},
        {"app": "a,b"},
        {"control_networks": ("nonsense",)},
    ],
)
def test_a_hostile_instance_is_refused(changes: dict[str, Any]) -> None:
    with pytest.raises(UnsafeValueError):
        render(company(), instance(**changes))


@pytest.mark.parametrize(
    ("name", "value"), [("ari", "short"), ("ami", "semi;colon;"), ("voicemail.100", "12a4")]
)
def test_a_secret_that_would_not_work_is_refused_and_not_told(name: str, value: str) -> None:
    with pytest.raises(UnsafeSecretError) as refused:
        render(company(), instance(secrets={**SECRETS} | {name: value}))
    assert name in str(refused.value)
    assert value not in str(refused.value)


@pytest.mark.parametrize(
    ("changes", "error"),
    [
        ({"trunks": company().trunks | {"alice": Trunk(name="x")}}, NameTakenError),
        ({"extensions": {"101": Extension(name="x", phones=("bob",))}}, NameTakenError),
        ({"emergency_numbers": {"101": Emergency(name="x", trunk="carrier")}}, NameTakenError),
        ({"feature_codes": FeatureCodes(login="*1", logout="*12")}, NameTakenError),
        ({"emergency_numbers": {"112": Emergency(name="x", trunk="outside")}}, NoLineError),
        ({"emergency_numbers": {"112": Emergency(name="x", trunk="nowhere")}}, UnknownNameError),
        ({"outside": {"x": outside(trunk="nowhere")}}, UnknownNameError),
        ({"outside": {"x": outside(voicemail="999")}}, UnknownNameError),
        ({"outside": {"x": outside(music="silence")}}, MissingMusicError),
        ({"queues": {"x": Queue(name="x", overflow=(Overflow(to_voicemail="9"),))}}, UnknownNameError),
        ({"fallback": Fallback(phones=("nobody",))}, UnknownNameError),
        ({"fallback": Fallback(voicemail="999")}, UnknownNameError),
        ({"extensions": {"150": Extension(name="x", voicemail="999")}}, UnknownNameError),
        ({"extensions": {"150": Extension(name="x", phones=("nobody",))}}, UnknownNameError),
        ({"phones": company().phones | {"dan": Phone(extension="104", voicemail="9")}}, UnknownNameError),
        ({"trunks": company().trunks | {"t": Trunk(name="x", numbers=("77",))}}, UnknownNameError),
        ({"queues": {"q": Queue(name="x", music="jazz")}}, MissingMusicError),
        ({"phones": company().phones | {"anonymous": Phone(extension="104")}}, ReservedNameError),
        ({"phones": company().phones | {"acd-account": Phone(extension="104")}}, ReservedNameError),
    ],
)
def test_a_company_that_cannot_work_is_refused(changes: dict[str, Any], error: type[RenderError]) -> None:
    wanted = changed(**changes)
    with pytest.raises(error, match=r": .+\.$"):
        render(wanted, instance(secrets=completed(SECRETS, secret_names(wanted))))


def test_a_missing_secret_is_named() -> None:
    with pytest.raises(MissingSecretError, match=r"phone\.alice"):
        render(company(), instance(secrets={n: s for n, s in SECRETS.items() if n != "phone.alice"}))


def test_music_cannot_take_the_name_of_a_section() -> None:
    with pytest.raises(ReservedNameError):
        render(company(), instance(music={"default": "/a", "general": "/b"}))


def test_a_template_that_prints_an_unchecked_value_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "careless.conf.j2").write_text("name = {{ company.company }}\n")
    monkeypatch.setattr("acd.asterisk.render.rendering.TEMPLATES", (tmp_path,))
    with pytest.raises(UnsafeValueError, match="let a filter"):
        render(company(), instance())


def test_missing_templates_are_no_empty_configuration(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("acd.asterisk.render.rendering.TEMPLATES", (tmp_path,))
    with pytest.raises(TemplatesMissingError, match=str(tmp_path)):
        render(company(), instance())


def test_trunks_speak_their_transport() -> None:
    udp = render(company(), instance())
    assert "protocol = tcp" not in udp["pjsip.conf"].text
    wanted = changed(trunks=company().trunks | {"six": Trunk(name="x", host="2001:db8::1", transport="tcp")})
    tcp = render(wanted, instance())
    assert "protocol = tcp" in tcp["pjsip.conf"].text
    assert "contact = sip:[2001:db8::1]:5060\\;transport=tcp" in tcp["acd/accounts.conf"].text


def test_a_comma_in_a_title_is_no_field_of_a_voicemail_box() -> None:
    line = next(
        line
        for line in render(company(), instance())["voicemail.conf"].text.splitlines()
        if line.startswith("100 =>")
    )
    assert line == f"100 => {SECRETS['voicemail.100']},Bob  Builder,bob@example.org,,language=en"


def test_a_company_without_patience_does_not_hold_callers() -> None:
    files = render(changed(fallback=Fallback(after_s=0, phones=("carol",))), instance())
    assert "StartMusicOnHold" not in files["acd/holding.conf"].text


def foreign() -> Company:
    """The company in an Asterisk that has its phones and trunks already."""
    one = company()
    phones = {name: msgspec.structs.replace(phone, foreign=True) for name, phone in one.phones.items()}
    trunks = {
        name: Trunk(name=trunk.name, foreign=True, numbers=trunk.numbers)
        for name, trunk in one.trunks.items()
    }
    return msgspec.structs.replace(one, phones=phones, trunks=trunks)


def test_every_name_for_an_asterisk_that_is_there_is_ours_or_the_companys() -> None:
    for one in (company(), foreign()):
        files = render_attached(one, instance())
        sections = {
            (name, section)
            for name, file in files.items()
            for section in re.findall(r"^\[([^]]+)\]", file.text, re.MULTILINE)
        }
        named = {*one.phones, *one.trunks, *one.music, "acd"}
        assert all(section.startswith("acd-") or section in named for _, section in sections)
        assert all(section.startswith("acd-") for name, section in sections if name == "extensions.conf")


def test_foreign_accounts_get_none_and_a_transfer_of_their_callers_leads_nowhere() -> None:
    files = render_attached(foreign(), instance())
    assert "pjsip.conf" not in files
    assert not [name for name in secret_names(foreign()) if name.startswith(("phone.", "trunk."))]
    dialplan = files["extensions.conf"].text
    for name in company().trunks:
        context = dialplan.split(f"[acd-from-{name}]\n")[1].split("\n[")[0]
        assert context.count("TRANSFER_CONTEXT=acd-nowhere") == context.count("Goto(acd-arrival") > 0


def test_foreign_accounts_are_refused_where_the_whole_asterisk_is_ours() -> None:
    with pytest.raises(ForeignAccountError, match="acd render --attach"):
        render(foreign(), instance())
