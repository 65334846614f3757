"""Starts one program on a leash: it dies with its parent, unprivileged, in a file tree of its own if wanted.

This file runs as a script (`python -I -S chamber.py PLAN`) between the fork and the program: everything here
happens in the new process and ends in `exec`, so the pid the parent sees is the program's own. It therefore
imports nothing but the standard library. No secret may be in a plan: it stands in the process list for some
milliseconds.

The file tree is a tmpfs that belongs to this process alone (a private mount namespace). Into it are bound,
read-only, the folders of a root folder (or of the host), and then the directories that the program works in,
at the same absolute paths as outside: what one side calls a file, the other finds under the same name.
Nothing is mounted for anybody else, and the kernel removes it all when the last process in it ends, however
it ended.
"""

import ctypes
import errno
import json
import os
import signal
import sys
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

EXIT_CANNOT_PREPARE = 125
"""Exit status when the program could not even be started."""

_CLONE_NEWNS = 0x00020000
_CLONE_NEWUSER = 0x10000000
_MS_RDONLY, _MS_NOSUID, _MS_NODEV = 1, 2, 4
_MS_REMOUNT, _MS_BIND, _MS_REC, _MS_PRIVATE = 32, 4096, 16384, 1 << 18
_STATVFS_TO_MOUNT = {
    os.ST_NOSUID: _MS_NOSUID,
    os.ST_NODEV: _MS_NODEV,
    os.ST_NOEXEC: 8,
    os.ST_NOATIME: 1024,
    os.ST_NODIRATIME: 2048,
    os.ST_RELATIME: 1 << 21,
}
_PR_SET_PDEATHSIG = 1
_PR_SET_NO_NEW_PRIVS = 38

_HIDDEN = frozenset(
    {"proc", "dev", "sys", "run", "tmp", "root", "home", "mnt", "media", "boot", "srv", "lost+found"}
)
"""Top-level folders of the host that no program of ours needs; `var` is seen only where a bind says so."""


@dataclass(frozen=True, kw_only=True)
class Bind:
    """`source` appears in the tree at `target`, both absolute."""

    source: str
    target: str
    writable: bool = False


@dataclass(frozen=True, kw_only=True)
class Tree:
    """A program's file tree: the folders of `root`, `binds` on top; built on the empty folder `base`."""

    root: str
    base: str
    binds: tuple[Bind, ...]


@dataclass(frozen=True, kw_only=True)
class Plan:
    """What the new process has to become. `uid` and `gid` are None where we are unprivileged already."""

    argv: tuple[str, ...]
    parent_pid: int
    death_signal: int
    uid: int | None = None
    gid: int | None = None
    tree: Tree | None = None

    def to_json(self) -> str:
        """The plan as one argument for this script."""
        return json.dumps(asdict(self))

    @classmethod
    def from_json(cls, text: str) -> "Plan":
        """The plan that `to_json` wrote."""
        fields: dict[str, Any] = json.loads(text)
        tree = fields.pop("tree")
        if tree is not None:
            binds = tuple(Bind(**bind) for bind in tree.pop("binds"))
            tree = Tree(binds=binds, **tree)
        return cls(argv=tuple(fields.pop("argv")), tree=tree, **fields)


_libc = ctypes.CDLL(None, use_errno=True)


def _checked(result: int, what: str) -> None:
    if result != 0:
        code = ctypes.get_errno()
        raise OSError(code, f"{what}: {os.strerror(code)}")


def _mount(source: str, target: str, kind: str | None, flags: int, options: str | None = None) -> None:
    encoded = [None if text is None else text.encode() for text in (source, target, kind, options)]
    result = _libc.mount(encoded[0], encoded[1], encoded[2], ctypes.c_ulong(flags), encoded[3])
    _checked(result, f"mount {source} on {target}")


def _prctl(option: int, argument: int) -> None:
    _checked(_libc.prctl(option, ctypes.c_ulong(argument), 0, 0, 0), f"prctl {option}")


def _own_namespace() -> None:
    """A mount namespace of our own; without root it takes a user namespace in which we stay who we are."""
    uid, gid = os.geteuid(), os.getegid()
    flags = _CLONE_NEWNS if uid == 0 else _CLONE_NEWNS | _CLONE_NEWUSER
    _checked(_libc.unshare(flags), "unshare")
    if uid != 0:
        Path("/proc/self/setgroups").write_text("deny", encoding="ascii")
        Path("/proc/self/uid_map").write_text(f"{uid} {uid} 1", encoding="ascii")
        Path("/proc/self/gid_map").write_text(f"{gid} {gid} 1", encoding="ascii")
    _mount("none", "/", None, _MS_REC | _MS_PRIVATE)


def _bind(source: str, target: str, *, writable: bool) -> None:
    _mount(source, target, None, _MS_BIND)
    if not writable:
        # A user namespace may not drop flags that the mount came with, so they are repeated.
        present = os.statvfs(target).f_flag
        inherited = sum(mount_flag for seen, mount_flag in _STATVFS_TO_MOUNT.items() if present & seen)
        _mount("none", target, None, _MS_REMOUNT | _MS_BIND | _MS_RDONLY | inherited)


def _build(tree: Tree) -> None:
    """Assemble the tree on `tree.base`."""
    base, root = Path(tree.base), Path(tree.root)
    _mount("tmpfs", tree.base, "tmpfs", _MS_NOSUID | _MS_NODEV, "mode=0755,size=64m")
    for entry in sorted(root.iterdir()):
        here = base / entry.name
        if entry.is_symlink():
            here.symlink_to(entry.readlink())
        elif entry.is_dir() and entry.name not in _HIDDEN and entry.name != "var" and any(entry.iterdir()):
            here.mkdir()
            _bind(str(entry), str(here), writable=False)
    for name in ("dev", "proc"):
        (base / name).mkdir()
        _mount(f"/{name}", str(base / name), None, _MS_BIND | _MS_REC)
    for name in ("tmp", "run"):
        (base / name).mkdir()
        (base / name).chmod(0o1777)
    for bind in tree.binds:
        target = base / bind.target.lstrip("/")
        if Path(bind.source).is_dir():
            target.mkdir(parents=True, exist_ok=True)
        elif not target.exists():
            target.parent.mkdir(parents=True, exist_ok=True)
            target.touch()
        _bind(bind.source, str(target), writable=bind.writable)


def become(plan: Plan) -> None:
    """Turn this process into the program of `plan`; does not return."""
    if plan.tree is not None:
        _own_namespace()
        _build(plan.tree)
        os.chroot(plan.tree.base)
    os.chdir("/")
    if plan.uid is not None and plan.gid is not None:
        os.setgroups([])
        os.setgid(plan.gid)
        os.setuid(plan.uid)
    _prctl(_PR_SET_NO_NEW_PRIVS, 1)
    # The kernel forgets the death signal when the user changes: it must be the last thing, and the parent may
    # already be gone by then.
    _prctl(_PR_SET_PDEATHSIG, plan.death_signal)
    if os.getppid() != plan.parent_pid:
        os.kill(os.getpid(), signal.SIGKILL)
    os.execvp(plan.argv[0], plan.argv)  # noqa: S606 - no shell is wanted


def main() -> None:
    """Entry point of the script: the only argument is the plan."""
    plan = Plan.from_json(sys.argv[1])
    try:
        become(plan)
    except OSError as error:
        remedy = ""
        if error.errno in (errno.EPERM, errno.EACCES) and plan.tree is not None:
            remedy = (
                " (mounting is forbidden here. In a container: give it CAP_SYS_ADMIN, for example by "
                "`docker run --privileged`. Without root: allow unprivileged user namespaces. "
                "Or install Asterisk 22.)"
            )
        sys.stderr.write(f"cannot start {plan.argv[0]}: {error}{remedy}\n")
        sys.exit(EXIT_CANNOT_PREPARE)


if __name__ == "__main__":
    main()
