"""Whether a value is as a JSON Schema says, for the part of JSON Schema that ours use.

Stricter than the schema is for others: a member that it does not name is a complaint.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

_KINDS: Mapping[str, tuple[type, ...]] = {
    "object": (dict,),
    "array": (list,),
    "string": (str,),
    "integer": (int,),
    "number": (int, float),
    "boolean": (bool,),
    "null": (type(None),),
}
_READ = {
    *("$ref", "anyOf", "allOf", "type", "const", "enum", "pattern", "format", "description"),
    *(
        "properties",
        "required",
        "additionalProperties",
        "items",
        "minItems",
        "maxItems",
        "minimum",
        "title",
    ),
}
"""What is understood here. A schema that says more would be believed without being checked."""

Rule = Mapping[str, Any]


def complaints(value: Any, rule: Rule, defs: Rule, at: str = "") -> Iterator[str]:
    """What of a value a rule does not allow, each with the place."""
    rule = _followed(rule, defs)
    assert set(rule) <= _READ, set(rule) - _READ
    if "anyOf" in rule:
        tried = [list(complaints(value, one, defs, at)) for one in rule["anyOf"]]
        if all(tried):
            yield min(tried, key=len)[0]
        return
    if "allOf" in rule:
        parts = [_followed(one, defs) for one in rule["allOf"]]
        yield from complaints(value, _joined(parts), defs, at)
        return
    named = rule.get("type", list(_KINDS))
    names = [named] if isinstance(named, str) else named
    if not any(type(value) in _KINDS[name] for name in names):
        yield f"{at}: {value!r} is not {named}"
        return
    if "const" in rule and value != rule["const"]:
        yield f"{at}: {value!r} is not {rule['const']!r}"
    if "enum" in rule and value not in rule["enum"]:
        yield f"{at}: {value!r} is none of {rule['enum']}"
    if isinstance(value, str) and not re.search(rule.get("pattern", ""), value):
        yield f"{at}: {value!r} is not like {rule['pattern']}"
    if isinstance(value, int) and value < rule.get("minimum", value):
        yield f"{at}: {value} is less than {rule['minimum']}"
    if isinstance(value, list):
        if not rule.get("minItems", 0) <= len(value) <= rule.get("maxItems", len(value)):
            yield f"{at}: {len(value)} elements are too few or too many"
        for n, one in enumerate(value):
            yield from complaints(one, rule["items"], defs, f"{at}[{n}]")
    if isinstance(value, dict):
        yield from _members(value, rule, defs, at)


def _members(value: Rule, rule: Rule, defs: Rule, at: str) -> Iterator[str]:
    missing = [name for name in rule.get("required", ()) if name not in value]
    yield from (f"{at}: {name} is missing" for name in missing)
    others = rule.get("additionalProperties")
    for name, inner in value.items():
        own = rule.get("properties", {}).get(name) or others
        if own:
            yield from complaints(inner, own, defs, f"{at}.{name}")
        elif "properties" in rule:
            yield f"{at}: {name} is unknown"


def _joined(parts: list[Rule]) -> Rule:
    """Objects that a value must be all of, as one object."""
    assert all(part["type"] == "object" for part in parts)
    return {
        "type": "object",
        "required": [name for part in parts for name in part["required"]],
        "properties": {name: one for part in parts for name, one in part["properties"].items()},
    }


def _followed(rule: Rule, defs: Rule) -> Rule:
    while "$ref" in rule:
        rule = defs[rule["$ref"].rpartition("/")[2]]
    return rule
