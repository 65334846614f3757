"""`acd render --attach`: what is refused, what is written, and what the administrator is told."""

import shutil
from pathlib import Path

import pytest

from tests.cli.conftest import Ran, run_acd
from tests.support.rehearsal import COMPANY as OWN_PHONES

THEIRS = Path(__file__).parents[1] / "attach"


@pytest.fixture
def etc(tmp_path: Path) -> Path:
    """An administrator's /etc/asterisk."""
    return Path(shutil.copytree(THEIRS / "theirs", tmp_path / "etc"))


def attach(etc: Path, *more: str, company: Path = THEIRS / "company.yaml") -> Ran:
    secrets = etc.parent / "secrets.json"
    words = ("render", "--attach", str(etc / "acd"), "--company", str(company), "--secrets", str(secrets))
    return run_acd(*words, *more)


def contents(etc: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in etc.glob("*.conf")}


def test_three_files_are_written_and_nothing_else_is_touched(etc: Path) -> None:
    before = contents(etc)
    ran = attach(etc)
    assert (ran.code, ran.err) == (0, "")
    assert sorted(path.name for path in (etc / "acd").iterdir()) == [
        "ari.conf",
        "extensions.conf",
        "manager.conf",
    ]
    assert contents(etc) == before


def test_the_administrator_is_told_each_line_and_each_reload(etc: Path) -> None:
    told = attach(etc).out
    for name in ("ari.conf", "extensions.conf", "manager.conf"):
        assert f"#tryinclude {etc}/acd/{name}\n" in told
    assert "exten => 5552000,1,Goto(acd-from-carrier,5552000,1)" in told
    assert "include => acd-features" in told
    for module in ("res_ari.so", "pbx_config.so", "manager"):
        assert f"asterisk -rx 'module reload {module}'" in told
    assert "ACD_ARI_URL=http://127.0.0.1:@HTTP_PORT@" in told  # as their http.conf says


def test_once_included_only_changes_are_told(etc: Path) -> None:
    for line in attach(etc, "--json").json["lines"]:
        with Path(line["into"]).open("a", encoding="utf-8") as file:
            file.write(f"{line['line']}\n")
    again = attach(etc)
    assert again.out == f"{etc}/acd: all 3 files are as they should be.\n"


def test_accounts_music_and_boxes_of_the_company_have_files_too(etc: Path) -> None:
    company = etc.parent / "company.yaml"
    text = (
        OWN_PHONES.read_text(encoding="utf-8").replace("carrier", "outgoing")
        + 'voicemail:\n  "900": {name: Everybody}\n'
    )
    company.write_text(text, encoding="utf-8")
    assert attach(etc, company=company).code == 0
    accounts = (etc / "acd" / "pjsip.conf").read_text(encoding="utf-8")
    assert "[desk1](acd-account)" in accounts
    assert "\ntransport =" not in accounts  # theirs is taken
    box = (etc / "acd" / "voicemail.conf").read_text(encoding="utf-8")
    assert "dialout=acd-nowhere|callback=acd-nowhere|exitcontext=acd-nowhere" in box


@pytest.mark.parametrize(
    ("file", "section", "told"),
    [
        ("extensions.conf", "[acd-arrival]", "there is a context 'acd-arrival' already"),
        ("ari.conf", "[acd]", "there is an ARI user 'acd' already"),
        ("manager.conf", "[acd](template)", "there is an AMI user 'acd' already"),
    ],
)
def test_a_name_that_is_taken_is_refused_with_its_place(
    etc: Path, file: str, section: str, told: str
) -> None:
    (etc / "more").mkdir()
    (etc / "more" / file).write_text(f"; another file of theirs\n{section}\n", encoding="utf-8")
    with (etc / file).open("a", encoding="utf-8") as theirs:
        theirs.write("#include more/*.conf\n")
    ran = attach(etc)
    assert ran.code == 2
    assert f"{etc}/more/{file}:2: {told}" in ran.err
    assert not (etc / "acd").exists()


def test_another_name_for_the_users_is_taken(etc: Path) -> None:
    with (etc / "ari.conf").open("a", encoding="utf-8") as theirs:
        theirs.write("[acd]\n")
    ran = attach(etc, "--app", "queueing")
    assert ran.code == 0
    assert "ACD_ARI_USER=queueing" in ran.out
    assert "Stasis(queueing,inbound," in (etc / "acd" / "extensions.conf").read_text(encoding="utf-8")


def test_an_account_that_they_have_is_refused(etc: Path) -> None:
    company = etc.parent / "company.yaml"
    text = (THEIRS / "company.yaml").read_text(encoding="utf-8")
    company.write_text(
        text.replace('"carrier"', "").replace("outside, foreign: true", "outside"), encoding="utf-8"
    )
    ran = attach(etc, company=company)
    assert ran.code == 2
    assert "there is a SIP object 'carrier' already" in ran.err


def test_an_account_that_their_wizard_makes_is_refused(etc: Path) -> None:
    (etc / "pjsip_wizard.conf").write_text("[desk1]\ntype = wizard\n", encoding="utf-8")
    company = etc.parent / "company.yaml"
    text = OWN_PHONES.read_text(encoding="utf-8").replace("carrier", "outgoing")
    company.write_text(text, encoding="utf-8")
    ran = attach(etc, company=company)
    assert ran.code == 2
    assert f"{etc}/pjsip_wizard.conf:1: there is a SIP object 'desk1' already" in ran.err


def test_modules_that_are_kept_out_are_named_with_their_line(etc: Path) -> None:
    modules = etc / "modules.conf"
    modules.write_text("[modules]\nautoload = yes\nnoload = res_ari_playbacks.so\n", encoding="utf-8")
    told = attach(etc).out
    assert f"  {modules}:3: remove `noload = res_ari_playbacks.so`\n" in told
    assert "load = app_stasis.so" not in told


def test_modules_that_nobody_asks_for_are_told_as_lines_to_be_pasted(etc: Path) -> None:
    (etc / "modules.conf").write_text("[modules]\nautoload = no\nload = pbx_config.so\n", encoding="utf-8")
    told = attach(etc).out.splitlines()
    assert "load = app_stasis.so" in told
    assert "load = res_speech.so" in told  # res_agi stands on it
    assert "load = pbx_config.so" not in told


@pytest.mark.parametrize(
    ("file", "said", "told", "reload"),
    [
        ("http.conf", "enabled = no\n", ":3: say `enabled = yes`", "http"),
        ("http.conf", "", ": say `enabled = yes` in [general]", "http"),
        ("ari.conf", "enabled = no\n", ":2: say `enabled = yes`", "res_ari.so"),
        ("manager.conf", "enabled = 0\n", ":2: say `enabled = yes`", "manager"),
    ],
)
def test_what_is_switched_off_is_named_with_its_line(
    etc: Path, file: str, said: str, told: str, reload: str
) -> None:
    text = (etc / file).read_text(encoding="utf-8")
    (etc / file).write_text(text.replace("enabled = yes\n", said, 1), encoding="utf-8")
    out = attach(etc).out
    assert f"  {etc / file}{told}\n" in out
    assert f"asterisk -rx 'module reload {reload}'" in out


def test_the_folder_of_their_own_files_is_refused(etc: Path) -> None:
    words = ("--company", str(THEIRS / "company.yaml"), "--secrets", str(etc.parent / "secrets.json"))
    before = contents(etc)
    ran = run_acd("render", "--attach", str(etc), "--etc", str(etc), *words)
    assert ran.code == 2
    assert "name a folder of ours" in ran.err
    assert contents(etc) == before


def test_a_folder_without_an_asterisk_is_refused(tmp_path: Path) -> None:
    ran = attach(tmp_path / "nothing")
    assert ran.code == 2
    assert "has no asterisk.conf" in ran.err


def test_what_their_files_say_cannot_be_said_once_more(etc: Path) -> None:
    ran = attach(etc, "--sip-port", "5070", "--set", "astdatadir=/srv")
    assert ran.code == 2
    assert "--sip-port, --set: with --attach your own files say that" in ran.err


def test_foreign_accounts_need_an_asterisk_that_has_them(tmp_path: Path) -> None:
    words = ("--company", str(THEIRS / "company.yaml"), "--secrets", str(tmp_path / "secrets.json"))
    ran = run_acd("render", str(tmp_path / "etc"), *words)
    assert ran.code == 2
    assert "acd render --attach" in ran.err
