"""Gives a tree the shape that the schema asks for, and names everything that does not fit.

The walk is driven by `msgspec.inspect`, so there is no second description of the file. It never stops at a
mistake: a value that cannot be had is replaced by an empty one of its type, and its place is remembered in
`broken`, so that later checks look at everything else and stay silent about what has been told already.
"""

import re
from collections.abc import Callable, KeysView
from typing import Final, TypeVar, cast

import msgspec
from msgspec import inspect

from acd.company.mistake import Mark, Mistakes, Steps, quoted
from acd.company.other_words import ours_for
from acd.company.schema import Company
from acd.company.tree import Mapping, Scalar, Sequence, Tree, Unreadable

T = TypeVar("T")

NULLS = ("", "~", "null", "Null", "NULL")
TRUTHS = {"true": True, "false": False}
WHOLE = re.compile(r"[+-]?(0|[1-9][0-9]{0,14})")
DECIMAL = re.compile(r"[+-]?(0|[1-9][0-9]{0,14})(\.[0-9]{1,9})?")

KINDS: dict[type[inspect.Type], str] = {
    inspect.StrType: "text",
    inspect.IntType: "a whole number",
    inspect.FloatType: "a number",
    inspect.LiteralType: "one word",
    inspect.BoolType: "true or false",
}


class _Nothing:
    """Stands for an entry that cannot be had and has no empty form."""


NOTHING: Final = _Nothing()


class Shaped(msgspec.Struct, frozen=True, kw_only=True):
    """A company, as far as it could be read, and where everything in it stood."""

    company: Company
    values: dict[Steps, Mark]
    """Where each value stands."""
    keys: dict[Steps, Mark]
    """Where the key of each value stands."""
    names: dict[Steps, KeysView[str]]
    """The keys of each mapping, also those whose values could not be read."""
    broken: frozenset[Steps]
    """What could not be read, or was missing."""


def shape(tree: Tree, mistakes: Mistakes) -> Shaped | None:
    """The company in the tree. None when there is no mapping at the top; then `mistakes` says so."""
    walk = _Walk(mistakes)
    company = walk.value(tree, inspect.type_info(Company), ())
    if not isinstance(company, Company):
        return None
    return Shaped(
        company=company, values=walk.values, keys=walk.keys, names=walk.names, broken=frozenset(walk.broken)
    )


def shape_as(tree: Tree, wanted: type[T], mistakes: Mistakes) -> tuple[T | None, dict[Steps, Mark]]:
    """What another file than a company holds, and where each value stands. None as with `shape`."""
    walk = _Walk(mistakes)
    value = walk.value(tree, inspect.type_info(wanted), ())
    return (value if isinstance(value, wanted) else None), walk.values


class _Walk:
    def __init__(self, mistakes: Mistakes) -> None:
        self.values: dict[Steps, Mark] = {}
        self.keys: dict[Steps, Mark] = {}
        self.names: dict[Steps, KeysView[str]] = {}
        self.broken: set[Steps] = set()
        self._mistakes = mistakes

    def value(self, tree: Tree, wanted: inspect.Type, steps: Steps) -> object:
        """The value as `wanted`, or an empty one, or NOTHING."""
        remedy = ""
        if isinstance(wanted, inspect.Metadata):
            remedy = str((wanted.extra or {}).get("remedy", ""))
            wanted = wanted.type
        self.values[steps] = tree.mark
        if isinstance(tree, Unreadable):
            return self._spoilt(wanted, steps)
        if isinstance(tree, Scalar) and tree.plain and tree.text in NULLS:
            one = "{} for the usual" if _may_be_empty(wanted) else "one"
            return self._wrong(tree, wanted, steps, "has no value", f"write {one}, or remove the line")
        return self._present(tree, wanted, steps, remedy)

    def _present(self, tree: Tree, wanted: inspect.Type, steps: Steps, remedy: str) -> object:
        match wanted:
            case inspect.UnionType():
                return self._union(tree, wanted, steps)
            case inspect.StructType():
                return self._struct(tree, wanted, steps)
            case inspect.DictType():
                return self._dict(tree, wanted, steps)
            case inspect.VarTupleType():
                return self._tuple(tree, wanted, steps)
            case _:
                return self._scalar(tree, wanted, steps, remedy)

    def _wrong(self, tree: Tree, wanted: inspect.Type, steps: Steps, message: str, remedy: str) -> object:
        self._mistakes.add(tree.mark, steps, message, remedy)
        return self._spoilt(wanted, steps)

    def _spoilt(self, wanted: inspect.Type, steps: Steps) -> object:
        self.broken.add(steps)
        return _empty(wanted)

    # What has parts

    def _union(self, tree: Tree, wanted: inspect.UnionType, steps: Steps) -> object:
        options = [option for option in wanted.types if not isinstance(option, inspect.NoneType)]
        if len(options) == 1:
            return self.value(tree, options[0], steps)
        structs = {str(option.tag): option for option in options if isinstance(option, inspect.StructType)}
        field = str(next(iter(structs.values())).tag_field)
        if not isinstance(tree, Mapping):
            return self._wrong(tree, wanted, steps, _found(tree, "fields"), f"write {{{field}: …}}")
        if field not in tree.entries:
            return self._wrong(
                tree, wanted, steps, f'"{field}" is missing', f"write {field}: {' or '.join(structs)}"
            )
        chosen = tree.entries[field][1]
        tag = chosen.text if isinstance(chosen, Scalar) else ""
        if tag not in structs:
            known = self._mistakes.instead_of(tag, structs, "choose a known one")
            return self._wrong(chosen, wanted, steps, f"there is no {field}: {quoted(tag)}", known)
        return self._struct(tree, structs[tag], steps)

    def _struct(self, tree: Tree, wanted: inspect.StructType, steps: Steps) -> object:
        if not isinstance(tree, Mapping):
            usual = "{} for the usual, or " if _may_be_empty(wanted) else ""
            remedy = f"write {usual}its fields as 'name: value' below it"
            return self._wrong(tree, wanted, steps, _found(tree, "fields"), remedy)
        fields = {field.encode_name: field for field in wanted.fields}
        found: dict[str, object] = {}
        for name, (key, child) in tree.entries.items():
            self.keys[(*steps, name)] = key.mark
            if name in fields:
                value = self.value(child, fields[name].type, (*steps, name))
                if (*steps, name) not in self.broken or fields[name].required:
                    found[fields[name].name] = value
            elif name != wanted.tag_field:
                self._unknown(tree, key, child, wanted, steps)
        for name, field in fields.items():
            if field.required and name not in tree.entries:
                mark = self.keys.get(steps, tree.mark)
                self._mistakes.add(mark, steps, f'"{name}" is missing', f"add '{name}: …'")
                found[field.name] = self._spoilt(field.type, (*steps, name))
        return _built(wanted, found)

    def _unknown(
        self, tree: Mapping, key: Scalar, child: Tree, wanted: inspect.StructType, steps: Steps
    ) -> None:
        known = [field.encode_name for field in wanted.fields]
        meant = ours_for(key.text, known) or self._mistakes.similar(key.text, known)
        if key.text == "<<":
            remedy = "merging is not used here: write the fields out"
        elif meant is not None:
            remedy = f'did you mean "{meant}"?'
        elif tree.inline and isinstance(child, Scalar) and child.plain and not child.text:
            remedy = "if it belongs to the value before the comma, put that whole value in quotes"
        else:
            remedy = "remove it"
        if not steps and meant is not None and meant not in tree.entries:
            # A whole section: else each of the hundred places that use its names would be told off, too.
            self.broken.add((meant,))
        message = f"{quoted(key.text)} is not known here"
        self._mistakes.add(key.mark, (*steps, key.text), message, remedy, known=known)

    def _dict(self, tree: Tree, wanted: inspect.DictType, steps: Steps) -> object:
        if not isinstance(tree, Mapping):
            return self._wrong(tree, wanted, steps, _found(tree, "entries"), "write 'name: value' below it")
        self.names[steps] = tree.entries.keys()
        if len(tree.entries) < (wanted.min_length or 0):
            return self._wrong(tree, wanted, steps, "is empty", "write at least one entry")
        found: dict[object, object] = {}
        for name, (key, child) in tree.entries.items():
            inner = (*steps, name)
            self.keys[inner] = key.mark
            usable = self._key(key, wanted.key_type, inner)
            value = self.value(child, wanted.value_type, inner)
            if usable and value is not NOTHING:
                found[name] = value
        return found

    def _key(self, key: Scalar, wanted: inspect.Type, steps: Steps) -> bool:
        remedy = ""
        if isinstance(wanted, inspect.Metadata):
            remedy = str((wanted.extra or {}).get("remedy", ""))
            wanted = wanted.type
        complaint = _text_complaint(key.text, cast("inspect.StrType", wanted))
        if complaint is None:
            return True
        self.broken.add(steps)
        self._mistakes.add(key.mark, steps, complaint, remedy or "write another")
        return False

    def _tuple(self, tree: Tree, wanted: inspect.VarTupleType, steps: Steps) -> object:
        if not isinstance(tree, Sequence):
            return self._wrong(tree, wanted, steps, _found(tree, "a list"), "write a list: [one, another]")
        if len(tree.items) < (wanted.min_length or 0):
            return self._wrong(tree, wanted, steps, "is empty", "write at least one")
        found: list[object] = []
        seen: set[str] = set()
        for index, item in enumerate(tree.items):
            inner = (*steps, index)
            value = self.value(item, wanted.item_type, inner)
            found.append(value)
            if inner in self.broken or not isinstance(value, str):
                continue
            if value in seen:
                self._mistakes.add(item.mark, inner, f"{quoted(value)} stands here twice", "remove one")
                self.broken.add(inner)
            seen.add(value)
        return tuple(found)

    # What has none

    def _scalar(self, tree: Tree, wanted: inspect.Type, steps: Steps, remedy: str) -> object:
        kind = KINDS[type(wanted)]
        if not isinstance(tree, Scalar):
            return self._wrong(tree, wanted, steps, _found(tree, kind), remedy or f"write {kind} only")
        text = tree.text
        match wanted:
            case inspect.IntType() | inspect.FloatType():
                trouble = _number_trouble(tree, wanted, remedy)
                read: Callable[[str], object] = int if isinstance(wanted, inspect.IntType) else float
            case inspect.StrType():
                complaint = _text_complaint(text, wanted)
                trouble, read = (complaint, remedy or "write another") if complaint else None, str
            case inspect.LiteralType() if text not in wanted.values:
                known = self._mistakes.instead_of(text, map(str, wanted.values), "choose a known one")
                trouble, read = (f"{quoted(text)} is not known here", known), str
            case inspect.BoolType():
                wrong = text not in TRUTHS or not tree.plain
                told = (f"{quoted(text)} is not {kind}", f"write {kind}, without quotes")
                trouble, read = told if wrong else None, TRUTHS.__getitem__
            case _:
                trouble, read = None, str
        return self._wrong(tree, wanted, steps, *trouble) if trouble else read(text)


def _found(tree: Tree, kind: str) -> str:
    match tree:
        case Scalar():
            return f"is {quoted(tree.text)} where {kind} should stand"
        case Sequence():
            return f"is a list where {kind} should stand"
        case _:
            return f"has fields where {kind} should stand"


def _text_complaint(text: str, wanted: inspect.StrType) -> str | None:
    if len(text) > (wanted.max_length or len(text)):
        return f"is longer than {wanted.max_length} characters"
    if len(text) < (wanted.min_length or 0):
        return "is empty"
    # `$` in a pattern would let a line feed through at the very end.
    if wanted.pattern and (not re.search(wanted.pattern, text) or text.endswith("\n")):
        return f"{quoted(text)} is not right here"
    return None


def _range_complaint(text: str, wanted: inspect.IntType | inspect.FloatType) -> str | None:
    number = float(text)
    if wanted.ge is not None and number < wanted.ge:
        return f"{text} is less than {wanted.ge:g}"
    if wanted.gt is not None and number <= wanted.gt:
        return f"{text} is not more than {wanted.gt:g}"
    if wanted.le is not None and number > wanted.le:
        return f"{text} is more than {wanted.le:g}"
    if wanted.lt is not None and number >= wanted.lt:
        return f"{text} is not less than {wanted.lt:g}"
    return None


def _number_trouble(
    scalar: Scalar, wanted: inspect.IntType | inspect.FloatType, remedy: str
) -> tuple[str, str] | None:
    """What keeps a value from being read as the number wanted, and the remedy."""
    text, kind = scalar.text, KINDS[type(wanted)]
    whole = isinstance(wanted, inspect.IntType)
    if not (WHOLE if whole else DECIMAL).fullmatch(text):
        return f"{quoted(text)} is not {kind}", _number_remedy(text, whole=whole)
    if not scalar.plain:
        return f"is text where {kind} should stand", "remove the quotes"
    complaint = _range_complaint(text, wanted)
    return (complaint, remedy or "write another") if complaint else None


def _number_remedy(text: str, *, whole: bool) -> str:
    """For what people take for a number, in particular what YAML 1.1 would read as another one."""
    if re.fullmatch(r"[+-]?0[0-9]+", text):
        return f"remove the leading zero (YAML may read it as an octal number): {text.lstrip('+-0') or '0'}"
    if re.fullmatch(r"[0-9]+(:[0-9]{2})+", text):
        return "write seconds as one number: 90, not 1:30"
    if re.fullmatch(r"[0-9]+,[0-9]+", text) and not whole:
        return f"use a point: {text.replace(',', '.')}"
    if unit := re.fullmatch(r"([0-9]+) ?(s|sec|secs|seconds?)", text):
        return f"leave the unit out: {unit[1]}"
    return f"write {'a whole number' if whole else 'a number'} only"


def _may_be_empty(wanted: inspect.Type) -> bool:
    """Whether `{}` is such a value."""
    if isinstance(wanted, inspect.UnionType):
        return any(_may_be_empty(option) for option in wanted.types)
    return isinstance(wanted, inspect.StructType) and not any(field.required for field in wanted.fields)


def _empty(wanted: inspect.Type) -> object:
    """What stands for a value that could not be read."""
    empty: object = NOTHING
    match wanted:
        case inspect.Metadata():
            empty = _empty(wanted.type)
        case inspect.DictType():
            empty = {}
        case inspect.VarTupleType():
            empty = ()
        case inspect.StrType() | inspect.LiteralType():
            empty = ""
        case inspect.IntType() | inspect.FloatType():
            empty = 1
        case inspect.BoolType():
            empty = False
        case inspect.StructType() if not any(field.required for field in wanted.fields):
            empty = _built(wanted, {})
        case inspect.UnionType() if any(isinstance(option, inspect.NoneType) for option in wanted.types):
            empty = None
        case _:
            pass
    return empty


def _built(wanted: inspect.StructType, found: dict[str, object]) -> object:
    build = cast("Callable[..., object]", wanted.cls)
    return build(**found)
