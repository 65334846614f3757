"""Callbacks at which an agent looks first, as the company file describes them."""

from acd.company import schema
from acd.company.findings import Findings
from acd.company.mistake import Steps
from acd.model.callback import Preview
from acd.model.ids import PromptId

HOUR_S = 3600.0


def check_preview(findings: Findings, callback: schema.Callback, here: Steps) -> None:
    """Who decides knows by which keys, and what is put off comes in time."""
    if not findings.whole(*here):
        return
    preview = callback.preview
    if preview is None:
        if callback.mode == "preview":
            findings.at(
                (*here, "mode"),
                "nothing tells the agent which keys there are",
                "add preview: with a prompt",
            )
        return
    if callback.mode != "preview":
        findings.at_key(
            (*here, "preview"), "nobody is asked in this mode", "add mode: preview, or remove this"
        )
    findings.refer("prompts", preview.prompt, (*here, "preview", "prompt"))
    findings.refer("prompts", preview.wrong_key, (*here, "preview", "wrong_key"))
    if preview.later_times and preview.later_s >= callback.expires_after_h * HOUR_S:
        findings.at(
            (*here, "preview", "later_s"),
            "by then every customer is given up",
            "write less than expires_after_h, which is in hours; or later_times: 0",
        )


def preview_of(preview: schema.Preview | None) -> Preview | None:
    """What an agent may decide."""
    if preview is None:
        return None
    return Preview(
        prompt=PromptId(preview.prompt),
        wrong_key=PromptId(preview.wrong_key) if preview.wrong_key is not None else None,
        later_s=preview.later_s,
        later_times=preview.later_times,
        passes=preview.passes,
        decide_s=preview.decide_s,
        silence_passes_on=preview.if_silent == "pass_on",
    )
