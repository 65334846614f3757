"""An example for the container `qa` (docs/docker.md): somebody calls the example company, Anna answers."""

from acd.runtime.secret_file import Secrets
from acd.testing.rack import PhoneRack
from acd.web.client import ControlClient


def test_caller_and_agent_hear_each_other(
    phones: PhoneRack, secrets: Secrets, control: ControlClient
) -> None:
    desk = phones.phone("desk01", secrets["phone.desk01"])
    control.log_in("201", "desk01")
    control.go_ready("201")
    try:
        caller = phones.phone("caller", secrets["trunk.caller"])
        calling = caller.call("5100")
        calling.wait_answered(20)
        calling.press("1")
        answered = desk.wait_for_ring(20).answer()
        assert answered.hears_tone(caller.tone_hz, within_s=10)
        assert calling.hears_tone(desk.tone_hz, within_s=10)
        answered.hang_up()
        calling.wait_ended(10)
    finally:
        control.log_out("201")
