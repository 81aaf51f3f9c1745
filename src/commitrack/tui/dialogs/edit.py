"""The plain fields of a commitment, several at once."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from textual.widget import Widget

from commitrack.model.actions import Action, FieldValue, SetFields
from commitrack.model.errors import BadInput
from commitrack.model.fields import parse_field
from commitrack.model.kinds import Kind
from commitrack.model.records import Commitment
from commitrack.tui.dialogs.base import Dialog
from commitrack.tui.dialogs.choice import ChoiceField
from commitrack.tui.dialogs.form import VARIOUS, TextField

_KEEP = ""


@dataclass(frozen=True, slots=True)
class _Row:
    """A field of the form: its name, its label and where its text comes from."""

    name: str
    label: str
    value: Callable[[Commitment], str | None]
    placeholder: str = ""
    lines: int = 1


_TEXTS = (
    _Row("title", "Title", lambda one: one.title, "our neutral label; the quote stays"),
    _Row(
        "success_test", "Success test", lambda one: one.success_test, "what would count as done", 2
    ),
    _Row("lead", "Lead", lambda one: one.lead, "our own officer"),
    _Row("reviewer", "Reviewer", lambda one: one.reviewer, "who will sign it off"),
    _Row("beneficiary", "For whom", lambda one: one.beneficiary, "who gains from it"),
    _Row("topic", "Topic", lambda one: one.topic, "one topic"),
    _Row("tags", "Tags", lambda one: " ".join(one.tags), "words, with spaces between"),
)
_CHOICES = (
    (
        _Row("kind", "Kind", lambda one: one.kind.value),
        tuple((kind.value, kind.value) for kind in Kind),
    ),
    (
        _Row("visibility", "Who sees it", lambda one: one.visibility.value),
        (("internal", "internal"), ("public", "public: it is published")),
    ),
    (
        _Row("priority", "Priority", lambda one: str(one.priority)),
        (("1", "1 high"), ("2", "2 normal"), ("3", "3 low")),
    ),
)


class EditDialog(Dialog):
    """Change what the officer decides about a commitment; answers with one `SetFields`."""

    TITLE = "Edit"

    def form(self) -> Iterable[Widget]:
        """One field a row; where the marked ones differ, an untouched field leaves each alone."""
        self._texts: list[TextField] = []
        self._choices: list[ChoiceField] = []
        for row in _TEXTS:
            value, various = self.shared(row.value)
            hint = VARIOUS if various else row.placeholder
            self._texts.append(
                TextField(row.name, row.label, value, placeholder=hint, lines=row.lines)
            )
        for row, words in _CHOICES:
            value, various = self.shared(row.value)
            options = ((_KEEP, VARIOUS), *words) if various else words
            self._choices.append(ChoiceField(row.name, row.label, options, value))
        yield from self._texts
        yield from self._choices

    def read(self) -> tuple[Action, ...]:
        """The fields that were changed."""
        values: dict[str, FieldValue] = {}
        typed: list[tuple[TextField | ChoiceField, str]] = [
            *((field, field.text) for field in self._texts),
            *((field, field.value) for field in self._choices),
        ]
        for field, words in typed:
            if field.edited:
                try:
                    values[field.key] = parse_field(field.key, words, self.today)
                except BadInput as error:
                    raise field.fail(str(error)) from None
        return (SetFields(values),) if values else ()
