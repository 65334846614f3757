"""`acd doctor` on a call centre that is all ours: rendered by us, nothing added, nothing left out."""

import asyncio

import msgspec

from acd.doctor import Finding, Level, examine
from acd.settings import read_settings
from acd.testing.call_centre import CallCentre
from acd.testing.docker.programs import ServiceContainer

TRIED_OUT = {
    "Requests over its WebSocket are carried out.",
    "It plays what the service writes into ACD_SOUNDS_DIR.",
    "The AMI user 'acd' hears of phones, and of nothing else.",
}


def ask_doctor(centre: CallCentre) -> list[Finding]:
    """As an administrator does: where the service runs, with its settings and its rights."""
    service = centre.stack.service
    if isinstance(service, ServiceContainer):
        said, _ = service.container.exec_run(["acd", "doctor", "--json"], demux=True).output
        return msgspec.json.decode(said, type=list[Finding])
    return asyncio.run(examine(read_settings(service.environment)))


def test_what_we_render_lacks_nothing_that_the_doctor_looks_for(centre: CallCentre) -> None:
    findings = ask_doctor(centre)
    assert [one for one in findings if one.level is not Level.OK] == []
    assert {one.found for one in findings} >= TRIED_OUT


def test_what_cannot_be_tried_out_is_said_and_is_no_problem(centre: CallCentre) -> None:
    asterisk = centre.stack.asterisk
    asterisk.rx("module unload chan_bridge_media.so")
    try:
        findings = ask_doctor(centre)
    finally:
        asterisk.rx("module load chan_bridge_media.so")
    (finding,) = [one for one in findings if one.level is not Level.OK]
    assert finding.level is Level.WARNING
    assert "was not tried" in finding.found
    assert "module load chan_bridge_media.so" in finding.remedy
    assert not TRIED_OUT - {"Requests over its WebSocket are carried out."} & {one.found for one in findings}
