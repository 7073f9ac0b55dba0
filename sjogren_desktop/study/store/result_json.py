"""Results and mappings as JSON and back: every number keeps its bits."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Mapping

from sjogren_desktop import figures, results
from sjogren_desktop.results import AnalysisError, Result
from sjogren_desktop.study import mapping

_TYPES: dict[str, type] = {
    kind.__name__: kind
    for module in (results, figures, mapping)
    for kind in vars(module).values()
    if isinstance(kind, type) and dataclasses.is_dataclass(kind)
}
_TYPE = "type"


def to_json(value: object) -> str:
    """Return a result, or a value of results, mappings and plain values, as text."""
    return json.dumps(_plain(value))


def value_from_json(text: str) -> object:
    """Return the value of this text; lists come back as tuples.

    Raises
    ------
    ValueError, TypeError, KeyError
        If it holds what this version of the program does not know.
    """
    return _built(json.loads(text))


def from_json(text: str) -> Result:
    """Return the result of this text.

    Raises
    ------
    AnalysisError
        If it holds none that this version of the program knows.
    """
    try:
        result = value_from_json(text)
    except (ValueError, TypeError, KeyError) as error:
        raise AnalysisError(
            "A result in the study file is of a kind this version of the program does not know. "
            "Run the analysis again."
        ) from error
    if not isinstance(result, Result):
        raise AnalysisError("A result in the study file is incomplete. Run the analysis again.")
    return result


def _plain(value: object) -> object:
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        fields = {f.name: _plain(getattr(value, f.name)) for f in dataclasses.fields(value)}
        return {_TYPE: type(value).__name__, **fields}
    if isinstance(value, Mapping):
        return {"items": [[_plain(k), _plain(v)] for k, v in value.items()]}
    if isinstance(value, tuple | list | set | frozenset):
        return [_plain(part) for part in value]
    if value is None or isinstance(value, str | bool | int | float):
        return value
    if hasattr(value, "item"):  # a number of NumPy
        return value.item()
    raise TypeError(f"{type(value).__name__} cannot be kept in a study file")


def _built(value: object) -> object:
    if isinstance(value, list):
        return tuple(_built(part) for part in value)
    if not isinstance(value, dict):
        return value
    if _TYPE not in value:
        return {_built(k): _built(v) for k, v in value["items"]}
    kind = _TYPES[value.pop(_TYPE)]
    return kind(**{name: _built(part) for name, part in value.items()})
