"""A YAML file as a tree that remembers where everything stood and what exactly was written.

Values are not interpreted here: ``0123`` stays those four characters, ``no`` is not false and ``12:30`` is
not 750. The schema says later what each of them is meant to be, so a telephone number works with and without
quotes. The tree is built from the parser's events, without recursion and without aliases, so that no file
can blow it up; the size of the file is bounded before.
"""

from collections.abc import Iterator

import msgspec
import yaml

from acd.company.mistake import TOP, Mark, Mistakes, Steps, quoted

LARGEST_BYTES = 2_000_000
DEEPEST = 20


class Scalar(msgspec.Struct, frozen=True):
    """A single value."""

    mark: Mark
    text: str
    plain: bool
    """Written without quotes."""


class Sequence(msgspec.Struct, frozen=True):
    """A list."""

    mark: Mark
    items: list["Tree"]


class Mapping(msgspec.Struct, frozen=True):
    """Values by key, in the order of the file; a key that stands twice is reported and counts once."""

    mark: Mark
    entries: dict[str, tuple[Scalar, "Tree"]]
    inline: bool
    """Written in braces."""


class Unreadable(msgspec.Struct, frozen=True):
    """Something that has been reported as a mistake already."""

    mark: Mark


Tree = Scalar | Sequence | Mapping | Unreadable


def read(content: bytes, mistakes: Mistakes, *, example: str = "examples/utility.yaml") -> Tree | None:
    """The tree of a file's content. None when it cannot be had; then `mistakes` says why. Whoever has an
    empty file is shown the `example`.
    """
    text = _decoded(content, mistakes)
    if text is None:
        return None
    builder = _Builder(mistakes)
    try:
        for event in _events(text):
            if not builder.take(event):
                break
    except yaml.MarkedYAMLError as error:
        _tell_syntax(error, text, mistakes)
        return None
    except yaml.reader.ReaderError as error:
        _tell_character(error, text, mistakes)
        return None
    if builder.root is None and not mistakes:
        mistakes.add(TOP, (), "the file is empty", f"start from {example}")
    return builder.root


def _events(text: str) -> Iterator[yaml.Event]:
    # The C parser is many times faster, and PyYAML's wheels have it; both parsers give the same events.
    return iter(yaml.parse(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader)))


def _decoded(content: bytes, mistakes: Mistakes) -> str | None:
    if len(content) > LARGEST_BYTES:
        mistakes.add(
            TOP,
            (),
            f"the file is larger than {LARGEST_BYTES:,} bytes",
            "is it really a company file? leave it out",
        )
        return None
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = content[: error.start].decode("utf-8", "replace")
        mistakes.add(
            _mark_at(before, len(before)), (), "the file is not UTF-8 text", "save it with the encoding UTF-8"
        )
        return None


def _mark_at(text: str, position: int) -> Mark:
    line_start = text.rfind("\n", 0, position) + 1
    return Mark(line=text.count("\n", 0, position) + 1, column=position - line_start + 1)


def _tell_syntax(error: yaml.MarkedYAMLError, text: str, mistakes: Mistakes) -> None:
    """Say where YAML broke. Tabs are the usual cause, and then every one of them is worth naming."""
    at = error.problem_mark or error.context_mark
    mark = Mark(line=at.line + 1, column=at.column + 1) if at else TOP
    lines = text.splitlines()
    tabbed = [
        (number, line.index("\t") + 1)
        for number, line in enumerate(lines, start=1)
        if "\t" in line[: len(line) - len(line.lstrip())]
    ]
    if any(line in (mark.line, mark.line - 1) for line, _ in tabbed):
        for line, column in tabbed:
            mistakes.add(
                Mark(line=line, column=column), (), "a tab in the indentation", "indent with spaces only"
            )
        return
    context = f" ({error.context})" if error.context else ""
    mistakes.add(
        mark, (), f"this is not YAML: {error.problem or 'it ends too early'}{context}", _advice(mark, lines)
    )


def _advice(mark: Mark, lines: list[str]) -> str:
    line = lines[mark.line - 1].strip() if mark.line <= len(lines) else ""
    if line.startswith(("*", "@", "`", "%", "|", ">")) or ": *" in line or ": @" in line:
        return "put the value in quotes: it begins with a character that means something to YAML"
    if line.count('"') % 2 or line.count("'") % 2:
        return "close the quotes"
    if line.count(": ") > 1 and not line.startswith("{"):
        return "put the value in quotes if it contains ': ' or '#'"
    return "look at the indentation, the quotes and the brackets here and on the line above"


def _tell_character(error: yaml.reader.ReaderError, text: str, mistakes: Mistakes) -> None:
    odd = next((n for n, c in enumerate(text) if not c.isprintable() and c not in "\t\n\r"), 0)
    mistakes.add(_mark_at(text, odd), (), f"a character that YAML forbids: {error.reason}", "remove it")


class _Open:
    """A list or mapping whose end has not come yet."""

    def __init__(self, node: Sequence | Mapping, steps: Steps) -> None:
        self.node = node
        self.steps = steps
        self.key: Scalar | None = None
        """Of the value that comes next in a mapping."""
        self.skipping = False
        """The value that comes next has no usable key."""


class _Builder:
    """Puts the parser's events together."""

    def __init__(self, mistakes: Mistakes) -> None:
        self.root: Tree | None = None
        self._mistakes = mistakes
        self._open: list[_Open] = []

    def take(self, event: yaml.Event) -> bool:
        """Work in one event; False when there is no point in going on."""
        match event:
            case yaml.DocumentStartEvent() if self.root is not None:
                self._mistakes.add(
                    _mark(event), (), "a second document begins", "keep everything before '---' only"
                )
                self.root = None
                return False
            case yaml.AliasEvent():
                self._mistakes.add(
                    _mark(event), self._steps(), "YAML aliases are not used here", "write the value out again"
                )
                self._place(Unreadable(_mark(event)))
            case yaml.ScalarEvent():
                self._refuse_tag(event, event.tag)
                self._place(Scalar(_mark(event), event.value, event.style in (None, "")))
            case yaml.MappingStartEvent() | yaml.SequenceStartEvent():
                return self._begin(event)
            case yaml.MappingEndEvent() | yaml.SequenceEndEvent():
                self._open.pop()
            case _:
                pass
        return True

    def _begin(self, event: yaml.MappingStartEvent | yaml.SequenceStartEvent) -> bool:
        if len(self._open) >= DEEPEST:
            self._mistakes.add(_mark(event), self._steps(), "nested too deeply", "nothing here goes so deep")
            self.root = None
            return False
        self._refuse_tag(event, event.tag)
        steps = self._steps()
        node: Mapping | Sequence
        if isinstance(event, yaml.MappingStartEvent):
            node = Mapping(_mark(event), {}, bool(event.flow_style))
        else:
            node = Sequence(_mark(event), [])
        self._place(node)
        self._open.append(_Open(node, steps))
        return True

    def _refuse_tag(self, event: yaml.Event, tag: str | None) -> None:
        if tag not in (None, "!"):
            self._mistakes.add(
                _mark(event), self._steps(), f"the tag {quoted(tag)} is not used here", "remove it"
            )

    def _steps(self) -> Steps:
        if not self._open:
            return ()
        inner = self._open[-1]
        if isinstance(inner.node, Sequence):
            return (*inner.steps, len(inner.node.items))
        return (*inner.steps, inner.key.text) if inner.key else inner.steps

    def _place(self, tree: Tree) -> None:
        if not self._open:
            self.root = tree
            return
        inner = self._open[-1]
        if isinstance(inner.node, Sequence):
            inner.node.items.append(tree)
        elif inner.skipping:
            inner.skipping = False
        elif inner.key is None:
            self._key(inner, inner.node, tree)
        else:
            inner.node.entries[inner.key.text] = (inner.key, tree)
            inner.key = None

    def _key(self, inner: _Open, mapping: Mapping, tree: Tree) -> None:
        if not isinstance(tree, Scalar):
            if not isinstance(tree, Unreadable):
                self._mistakes.add(
                    tree.mark, inner.steps, "a key must be a single word", "is a quote missing?"
                )
            inner.skipping = True
        elif tree.text in mapping.entries:
            first = mapping.entries[tree.text][0].mark.line
            self._mistakes.add(
                tree.mark,
                (*inner.steps, tree.text),
                f"stands here a second time, after line {first}",
                "keep one",
            )
            inner.skipping = True
        else:
            inner.key = tree


def _mark(event: yaml.Event) -> Mark:
    at = event.start_mark
    return Mark(line=at.line + 1, column=at.column + 1) if at else TOP
