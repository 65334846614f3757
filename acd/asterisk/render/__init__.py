"""The whole configuration of one Asterisk, rendered from a company and an instance.

The templates are in ``asterisk-conf/`` (what Asterisk is) and ``dialplan/`` (what it does with a call);
docs/dialplan.md explains them. This room decides nothing about calls: it gives the templates checked values
and looks after the files. It talks to no Asterisk; `reload_for` says what somebody else has to do.
"""

from acd.asterisk.render.errors import RenderError
from acd.asterisk.render.files import File, Owner, Reload, reload_for, write
from acd.asterisk.render.instance import Instance, secret_names
from acd.asterisk.render.rendering import render

__all__ = [
    "File",
    "Instance",
    "Owner",
    "Reload",
    "RenderError",
    "reload_for",
    "render",
    "secret_names",
    "write",
]
