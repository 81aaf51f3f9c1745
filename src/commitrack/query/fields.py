"""The fields a query may name: what they are called, what they take and what they mean."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import StrEnum

from commitrack.model.assurance import Assurance
from commitrack.model.frozen import dataclass, field
from commitrack.model.kinds import Confidence, Kind, Strength
from commitrack.model.rag import Colour
from commitrack.model.records import LinkType, Visibility
from commitrack.model.rule_ids import RULE_IDS
from commitrack.model.schedule import Clock
from commitrack.model.status import Status


class ValueType(StrEnum):
    """What kind of value a field takes."""

    FLAG = "flag"
    """Words about the record as a whole, out of a closed list."""
    CHOICE = "choice"
    """One value out of a closed list."""
    DAY = "date"
    NUMBER = "number"
    TEXT = "text"
    PARTY = "party"
    """A name, matched by aliases and child bodies too; ``@me`` is the person asking."""
    ID = "id"


@dataclass(frozen=True, slots=True)
class FieldSpec:
    """One field of the language."""

    name: str
    type: ValueType
    help: str
    aliases: tuple[str, ...] = ()
    choices: Mapping[str, str] = field(default_factory=dict)
    """For a flag or a choice: how each value is typed → how the model spells it."""
    names: Mapping[str, int] = field(default_factory=dict)
    """For a number with named steps: ``firm`` → 3."""
    optional: bool = False
    """Whether it can be empty, so that ``none`` and ``any`` make sense."""
    sortable: bool = True
    groupable: bool = False
    column: bool = True

    @property
    def example(self) -> str:
        """A value that works, for an error message."""
        named = _EXAMPLES.get(self.name) or next(iter(self.choices or self.names), None)
        return named or _EXAMPLES[self.type]


_EXAMPLES: Mapping[str, str] = {
    ValueType.DAY: "2026-06-30",
    ValueType.NUMBER: "2",
    ValueType.TEXT: '"peer review"',
    ValueType.PARTY: '"NHS Confederation"',
    ValueType.ID: "C-0001",
    "statement": "S-0001",
    "status": "open",
    "lint": "L2",
    "dismissed": "L2",
}


def _same(words: Iterable[str]) -> dict[str, str]:
    return {str(word): str(word) for word in words}


def _flag(name: str, meaning: str, *words: str) -> FieldSpec:
    choices = _same(words)
    return FieldSpec(name, ValueType.FLAG, meaning, choices=choices, sortable=False, column=False)


PRESENCE = (
    *("due", "follow_up", "evidence", "success_test", "reviewer", "owner", "lead"),
    "suggestion",
)
"""What ``has:`` and ``no:`` can ask for."""

IS_VALUES = (
    *("open", "closed", "candidate", "rejected", "overdue", "chase", "due-soon", "due-today"),
    *("stale", "claimed", "review", "unverified", "mine", "public", "drifted"),
    "disputed",
    *("testable", "verifiable"),
)
"""What ``is:`` can ask for."""

_DAY, _NUMBER, _TEXT = ValueType.DAY, ValueType.NUMBER, ValueType.TEXT
_CHOICE, _PARTY, _ID = ValueType.CHOICE, ValueType.PARTY, ValueType.ID

_RULES = {rule.lower(): rule for rule in RULE_IDS}

_TABLE = (
    _flag("is", "its state: open, overdue, chase, stale …", *IS_VALUES),
    _flag("has", "something is recorded", *PRESENCE),
    _flag("no", "nothing is recorded", *PRESENCE),
    _flag("overdue", "which clock has run out: the owner's date or ours", *Clock),
    FieldSpec("status", _CHOICE, "what the record says", choices=_same(Status), groupable=True),
    FieldSpec("owner", _PARTY, "who must deliver", optional=True, groupable=True),
    FieldSpec("maker", _PARTY, "who said it", ("speaker",), optional=True, groupable=True),
    FieldSpec("lead", _PARTY, "our own officer", optional=True, groupable=True),
    FieldSpec("reviewer", _PARTY, "who signs it off", optional=True, groupable=True),
    FieldSpec("due", _DAY, "the owner's date", optional=True),
    FieldSpec("follow_up", _DAY, "when we look again", ("follow",), optional=True),
    FieldSpec("checked", _DAY, "when we last looked", ("last_checked",), optional=True),
    FieldSpec("closed_on", _DAY, "when it was closed", ("closed",), optional=True, sortable=False),
    FieldSpec("created", _DAY, "when it was put on record"),
    FieldSpec("changed", _DAY, "when any field last changed"),
    FieldSpec(
        "original", _DAY, "the first date, which never moves", ("due_original",), optional=True
    ),
    FieldSpec("moves", _NUMBER, "how often the date moved to a later day"),
    FieldSpec(
        "moved",
        _DAY,
        "the last day on which its date was moved",
        optional=True,
        sortable=False,
        column=False,
    ),
    FieldSpec(
        "slip", _NUMBER, "days from the first date to the present one", ("slippage",), optional=True
    ),
    FieldSpec("kind", _CHOICE, "what was said", choices=_same(Kind), groupable=True),
    FieldSpec(
        "strength",
        _NUMBER,
        "how firmly it binds, 1 to 4",
        names={step.name.lower(): int(step) for step in Strength},
        optional=True,
        groupable=True,
    ),
    FieldSpec("specificity", _NUMBER, "how much of who, what, when … is said, 0 to 6", ("spec",)),
    FieldSpec(
        "testable",
        _CHOICE,
        "whether its words name an act or an amount to check",
        choices=_same(("yes", "no")),
        groupable=True,
    ),
    FieldSpec("priority", _NUMBER, "1 (high) to 3", groupable=True),
    FieldSpec("topic", _TEXT, "its topic", optional=True, groupable=True),
    FieldSpec("tag", _TEXT, "one of its tags", ("tags",), optional=True, sortable=False),
    FieldSpec("statement", _ID, "the statement it was made in", optional=True, groupable=True),
    FieldSpec(
        "visibility", _CHOICE, "internal or public", choices=_same(Visibility), groupable=True
    ),
    FieldSpec(
        "assurance",
        _NUMBER,
        "what the records support",
        names={level.words: int(level) for level in Assurance},
        groupable=True,
    ),
    FieldSpec(
        "rag",
        _CHOICE,
        "its traffic light",
        choices={colour.lower(): colour.value for colour in Colour},
        groupable=True,
    ),
    FieldSpec("text", _TEXT, "words in quote, title, test or notes", sortable=False, column=False),
    FieldSpec("title", _TEXT, "words in the title"),
    FieldSpec("quote", _TEXT, "words in the quote", sortable=False),
    FieldSpec("id", _ID, "its ID"),
    FieldSpec(
        "confidence",
        _CHOICE,
        "how sure the extractor is",
        choices=_same(Confidence),
        optional=True,
        groupable=True,
    ),
    FieldSpec(
        "lint",
        _CHOICE,
        "a question its wording leaves open, dismissed ones left out",
        choices=_RULES,
        optional=True,
        sortable=False,
    ),
    FieldSpec(
        "dismissed",
        _CHOICE,
        "a question of the wording that somebody dismissed",
        choices=_RULES,
        optional=True,
        sortable=False,
    ),
    FieldSpec(
        "link",
        _CHOICE,
        "how it is linked to another",
        choices=_same(LinkType),
        optional=True,
        sortable=False,
        column=False,
    ),
)

FIELDS: Mapping[str, FieldSpec] = {spec.name: spec for spec in _TABLE}
"""Every field by its name, in the order people read about them."""

_BY_NAME = {name: spec for spec in _TABLE for name in (spec.name, *spec.aliases)}

DIRECTIVES: Mapping[str, str] = {
    "sort": "the order, such as sort:-slip,owner",
    "group": "one field to group by",
    "limit": "how many at most",
    "cols": "the columns to show",
}
"""What says how to show the result, and where it stands does not matter."""

DIRECTIVE_EXAMPLES: Mapping[str, str] = {
    "sort": "sort:-slip,due",
    "group": "group:owner",
    "limit": "limit:20",
    "cols": "cols:id,owner,due,title",
}
"""Each of them in use, for error messages."""

FIELD_NAMES: tuple[str, ...] = (*_BY_NAME, *DIRECTIVES)
"""Every word that may stand before a colon."""


def fold(word: str) -> str:
    """A name as it is compared: lower case; a space or a hyphen is an underscore."""
    return word.lower().replace("-", "_").replace(" ", "_")


def find_field(name: str) -> FieldSpec | None:
    """The field called `name`, by name or alias, however it is capitalised."""
    return _BY_NAME.get(fold(name))


def example_of(name: str) -> str:
    """A term with this field or directive that is right; of an unknown one, any that is."""
    spec = find_field(name)
    if spec is None:
        return DIRECTIVE_EXAMPLES.get(name.lower(), "status:open")
    return f"{spec.name}:{spec.example}"
