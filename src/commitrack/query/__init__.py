"""The filter language: one language for the terminal UI, the command line and saved views.

`parse` turns text into a frozen `Query`, `canonical` turns it back, `expand` puts in the views it
names, `combine` joins two queries, `bounds` says which days a date value means. Pure: no clock, no
store. What is wrong is a `QueryError`, whose `render()` puts a caret under it.
"""

from __future__ import annotations

from commitrack.query.composing import combine, expand
from commitrack.query.dates import NO_DAYS, bounds, span
from commitrack.query.errors import QueryError
from commitrack.query.fields import DIRECTIVES, FIELDS, FieldSpec, ValueType, find_field
from commitrack.query.nodes import (
    ME,
    And,
    Anything,
    Day,
    DayRange,
    Everything,
    Field,
    IdKind,
    Ids,
    Node,
    Not,
    Nothing,
    Number,
    NumberRange,
    Op,
    Or,
    Phrase,
    Query,
    Sort,
    Text,
    Value,
    View,
    Word,
    conjoin,
    disjoin,
)
from commitrack.query.parser import parse
from commitrack.query.views import BUILT_IN as BUILT_IN_VIEWS
from commitrack.query.views import View as SavedView
from commitrack.query.writing import canonical

__all__ = [
    "BUILT_IN_VIEWS",
    "DIRECTIVES",
    "FIELDS",
    "ME",
    "NO_DAYS",
    "And",
    "Anything",
    "Day",
    "DayRange",
    "Everything",
    "Field",
    "FieldSpec",
    "IdKind",
    "Ids",
    "Node",
    "Not",
    "Nothing",
    "Number",
    "NumberRange",
    "Op",
    "Or",
    "Phrase",
    "Query",
    "QueryError",
    "SavedView",
    "Sort",
    "Text",
    "Value",
    "ValueType",
    "View",
    "Word",
    "bounds",
    "canonical",
    "combine",
    "conjoin",
    "disjoin",
    "expand",
    "find_field",
    "parse",
    "span",
]
