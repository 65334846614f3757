"""An office whose administrator lists every module that is loaded: the lines that we tell are enough."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from acd.asterisk.etc import Etc
from acd.asterisk.render import needed_beside, not_asked_for
from acd.company.check import CheckedCompany
from acd.company.load import load
from tests.attach.office import Office, talk_in_the_office

FOR_THE_OFFICE = """\
[modules]
autoload = no
load = app_dial.so
load = app_voicemail.so
load = bridge_simple.so
load = chan_pjsip.so
load = codec_alaw.so
load = codec_ulaw.so
load = pbx_config.so
load = res_musiconhold.so
load = res_pjproject.so
load = res_pjsip.so
load = res_pjsip_authenticator_digest.so
load = res_pjsip_caller_id.so
load = res_pjsip_endpoint_identifier_ip.so
load = res_pjsip_endpoint_identifier_user.so
load = res_pjsip_pubsub.so
load = res_pjsip_registrar.so
load = res_pjsip_sdp_rtp.so
load = res_pjsip_session.so
load = res_rtp_asterisk.so
load = res_sorcery_astdb.so
load = res_sorcery_config.so
load = res_sorcery_memory.so
load = res_timing_timerfd.so
"""


@pytest.fixture
def frugal(tmp_path: Path) -> Iterator[Office]:
    """An office that loads what its own calls need."""
    office = Office(tmp_path)
    try:
        office.stack.render()
        (office.etc / "modules.conf").write_text(FOR_THE_OFFICE, encoding="utf-8")
        yield office
    finally:
        office.close()


def test_with_the_lines_that_are_told_all_that_is_needed_runs(frugal: Office) -> None:
    in_file = load(frugal.company)
    assert isinstance(in_file, CheckedCompany)
    lines = list(not_asked_for(in_file.company, Etc(frugal.etc)))
    assert lines
    with (frugal.etc / "modules.conf").open("a", encoding="utf-8") as theirs:
        theirs.writelines(f"{line}\n" for line in lines)
    frugal.stack.asterisk.start()
    shown = frugal.stack.asterisk.rx("module show").splitlines()
    running = {line.split()[0].removesuffix(".so") for line in shown if " Running " in line}
    assert set(needed_beside(in_file.company)) - running == set()
    talk_in_the_office(frugal)
