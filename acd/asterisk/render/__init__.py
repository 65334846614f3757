"""The whole configuration of one Asterisk, rendered from a company and an instance.

The templates are in ``asterisk-conf/`` (what Asterisk is) and ``dialplan/`` (what it does with a call);
docs/dialplan.md explains them. This room decides nothing about calls: it gives the templates checked values
and looks after the files. It talks to no Asterisk; `reload_for` says what somebody else has to do.
"""

from acd.asterisk.render.beside import (
    RELOADED_BY,
    Include,
    Taken,
    includes,
    kept_out,
    not_asked_for,
    switched_off,
    taken,
)
from acd.asterisk.render.errors import RenderError
from acd.asterisk.render.files import File, Owner, Reload, reload_for, write
from acd.asterisk.render.instance import Instance, secret_names
from acd.asterisk.render.modules import needed_beside
from acd.asterisk.render.rendering import render, render_attached

__all__ = [
    "RELOADED_BY",
    "File",
    "Include",
    "Instance",
    "Owner",
    "Reload",
    "RenderError",
    "Taken",
    "includes",
    "kept_out",
    "needed_beside",
    "not_asked_for",
    "reload_for",
    "render",
    "render_attached",
    "secret_names",
    "switched_off",
    "taken",
    "write",
]
