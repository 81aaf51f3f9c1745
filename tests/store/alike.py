"""What two stores say of the same records, whatever numbers each of them gives to what."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any, TypeAlias

from commitrack.store.beginning import JUDGED
from commitrack.store.lines import BOOKKEEPING, TABLES

Name: TypeAlias = str
"""What a record is called everywhere: the least of the identities that it has anywhere."""
Told: TypeAlias = Mapping[Name, Mapping[str, Any]]

_KINDS = {table: kind for kind, table in TABLES.items()}
_REFERS = {
    "statement": "statements",
    "commitment": "commitments",
    "party": "parties",
    "parent": "parties",
    "successor": "parties",
    "other": "commitments",
    "previous": "statements",
}
_JUDGED = {**JUDGED, "copies": ()}
"""Two that met by their looks may differ in who met them when."""
_SILENT = frozenset({"line", "id", "tx", "uid", "present"})


class _Names:
    """Which identities are of one record."""

    def __init__(self) -> None:
        self._above: dict[str, str] = {}

    def of(self, uid: str) -> Name:
        while uid in self._above:
            uid = self._above[uid]
        return uid

    def join(self, one: str, other: str) -> None:
        low, high = sorted((self.of(one), self.of(other)))
        if low != high:
            self._above[high] = low


def told(*stores: Iterable[str]) -> list[Told]:
    """What is on record in each of these exports, by names that they share."""
    read = [[json.loads(line) for line in lines] for lines in stores]
    names = _Names()
    uids = []
    for lines in read:
        own = {
            (TABLES[one["line"]], one["id"]): one["uid"]
            for one in lines
            if one["line"] in TABLES and "uid" in one
        }
        for one in lines:
            if one["line"] == "origin":
                names.join(own[one["record"], one["row"]], one["uid"])
        uids.append(own)
    return [_records(lines, own, names) for lines, own in zip(read, uids, strict=True)]


def _records(
    lines: Iterable[Mapping[str, Any]], uids: Mapping[tuple[str, int], str], names: _Names
) -> Told:
    found: dict[Name, dict[str, Any]] = {}
    listed: dict[tuple[Name, str], list[tuple[int, int, Name]]] = defaultdict(list)

    def name(table: str, row: int) -> Name:
        return names.of(uids[table, row])

    for one in lines:
        kind = one["line"]
        if kind not in TABLES or kind in BOOKKEEPING or not one.get("present"):
            continue
        if kind in ("origin", "merge", "erasure", "tombstone"):
            continue
        if kind == "commitment_party":
            key = (name("commitments", one["commitment"]), one["role"])
            listed[key].append((one["position"], one["id"], name("parties", one["party"])))
            continue
        table = TABLES[kind]
        judged = _JUDGED.get(table)
        fields = {
            field: name(_REFERS[field], value) if field in _REFERS else value
            for field, value in one.items()
            if field not in _SILENT and (judged is None or field in judged)
        }
        if kind == "review":
            considered = (name("evidence", number) for number in json.loads(one["evidence"]))
            fields["evidence"] = sorted(considered)
        found[name(table, one["id"])] = fields
    for (commitment, role), parties in listed.items():
        if commitment in found:
            found[commitment][role] = [party for _, _, party in sorted(parties)]
    return found


def differences(one: Told, other: Told) -> list[str]:
    """What the two do not say alike."""
    alone = [
        f"{name} {side}: {said[name]}"
        for side, said, beside in (("only here", one, other), ("only there", other, one))
        for name in said.keys() - beside.keys()
    ]
    return alone + [
        f"{name} {field}: {one[name].get(field)!r} and {other[name].get(field)!r}"
        for name in one.keys() & other.keys()
        for field in one[name].keys() | other[name].keys()
        if one[name].get(field) != other[name].get(field)
    ]
