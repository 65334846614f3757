"""The least configuration with which Asterisk starts: enough to test processes, not calls."""

from acd.lab.stack import RenderRequest


def render(request: RenderRequest) -> None:
    """Fill `etc` so that Asterisk starts with an HTTP server and nothing else."""
    directories = "\n".join(f"{name} => {path}" for name, path in request.directories.items())
    files = {
        "asterisk.conf": f"[directories]\n{directories}\n[options]\nnocolor = yes\n",
        "modules.conf": "[modules]\nautoload = no\n",
        "logger.conf": "[logfiles]\nmessages => notice,warning,error\n",
        "http.conf": f"[general]\nenabled = yes\nbindaddr = 127.0.0.1\nbindport = {request.ports.ari}\n",
    }
    for name, text in files.items():
        (request.etc / name).write_text(text, encoding="utf-8")
