"""Every value that a type of the model can have, for property tests."""

import types
import typing
from enum import StrEnum

import msgspec
from hypothesis import strategies as st

_TEXTS = st.text(
    st.characters(exclude_categories=["Cs"], exclude_characters="\0"),
    max_size=12,
)
_MOMENTS = st.floats(min_value=-1e9, max_value=1e11, allow_nan=False, allow_infinity=False)
_NUMBERS = st.integers(min_value=-(2**31), max_value=2**31 - 1)


def values_of(kind: typing.Any) -> st.SearchStrategy[typing.Any]:
    """Values of an annotation of the model: structs, unions, tuples, dicts, enums and the plain types."""
    plain = {str: _TEXTS, float: _MOMENTS, int: _NUMBERS, bool: st.booleans(), types.NoneType: st.none()}
    if kind in plain:
        return plain[kind]
    if isinstance(kind, typing.NewType):
        return values_of(kind.__supertype__)
    origin, arguments = typing.get_origin(kind), typing.get_args(kind)
    if origin in (types.UnionType, typing.Union):
        return st.one_of([values_of(argument) for argument in arguments])
    if origin is tuple:
        return st.lists(values_of(arguments[0]), max_size=3).map(tuple)
    if origin is dict:
        return st.dictionaries(values_of(arguments[0]), values_of(arguments[1]), max_size=3)
    if origin is frozenset:
        return st.frozensets(values_of(arguments[0]), max_size=3)
    if issubclass(kind, StrEnum):
        return st.sampled_from(list(kind))
    assert issubclass(kind, msgspec.Struct), kind
    return st.builds(kind, **{part.name: values_of(part.type) for part in msgspec.structs.fields(kind)})
