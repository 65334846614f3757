"""Experiments: a change is shown beside what is, and reaches Asterisk's configuration."""

import io
from pathlib import Path

import pytest
from rich.console import Console

from acd.lab.ports import DEFAULT
from acd.lab.stack import RenderRequest
from acd.runtime.secret_file import Secrets
from bench.experiments import AS_IT_IS, CHANGES, main, table
from tests.bench.made_up import lap, waiting_ms


def test_each_change_has_a_column_with_its_cost() -> None:
    found = {
        AS_IT_IS: [lap(waiting_ms(1), asterisk_s=0.09), lap(waiting_ms(1), asterisk_s=0.1)],
        "varset": [lap(waiting_ms(1), asterisk_s=0.08)],
    }
    console = Console(file=io.StringIO(), width=140)
    console.print(table(found))
    assert isinstance(console.file, io.StringIO)
    told = console.file.getvalue()
    assert "9.50 (9.00 … 10.00)" in told
    assert "8.00 (8.00 … 8.00)" in told


def test_a_message_that_is_declined_is_named_to_asterisk(tmp_path: Path) -> None:
    request = RenderRequest(
        etc=tmp_path, directories={}, ports=DEFAULT, secrets=Secrets({}), sounds=tmp_path, music=tmp_path
    )
    CHANGES["quiet"].render(request)
    assert (tmp_path / "stasis.conf").read_text("utf-8").splitlines() == [
        "[declined_message_types]",
        "decline = ast_channel_varset_type",
        "decline = ast_security_event_type",
        "decline = ast_rtp_rtcp_sent_type",
        "decline = ast_rtp_rtcp_received_type",
    ]


def test_a_change_that_does_not_exist_is_the_users_mistake(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["varset", "nonsense"])
    assert ended.value.code == 2
    assert "there is no change nonsense" in capsys.readouterr().err
