"""The questions about a wording: which of them need not be asked, and why."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from textual.widget import Widget

from commitrack.model.actions import Action, DismissQuestion, RecallQuestion
from commitrack.model.cleaning import clean_line
from commitrack.model.lint import RULE_IDS, asked, rule_of
from commitrack.tui.dialogs.base import Dialog
from commitrack.tui.dialogs.form import FlagField, TextField


class WordingDialog(Dialog):
    """Tick the questions that need not be asked; answers with `DismissQuestion` and
    `RecallQuestion`. Of several commitments, it shows the questions they have in common.
    """

    TITLE = "Wording"
    KEYS = "space dismiss or recall · tab next · ⏎ save · esc cancel"

    def form(self) -> Iterable[Widget]:
        """A box for each question, ticked when it is dismissed, and the reason."""
        self._flags = dict(self._questions())
        if not self._flags:
            yield self.fact(_NOTHING if len(self.dossiers) == 1 else _APART)
            return
        yield self.fact("Tick what need not be asked. Without the tick it is asked.")
        yield from self._flags.values()
        self._reason = TextField("reason", "Because", placeholder="why it need not be asked")
        yield self._reason

    def start(self) -> None:
        """With no question there is nothing to save."""
        super().start() if self._flags else self.only_to_close()

    def _questions(self) -> Iterator[tuple[str, FlagField]]:
        """The questions that all of them are asked, and those dismissed of all of them."""
        words = [{one.rule: one.words for one in asked(dossier)} for dossier in self.dossiers]
        gone = [{one.rule: one for one in dossier.dismissals} for dossier in self.dossiers]
        for rule in RULE_IDS:
            name = f"question-{rule}"
            text = f"{rule} {rule_of(rule).question}"
            if all(rule in each for each in gone):
                one = gone[0][rule]
                hint = f"dismissed by {clean_line(one.by)}, {one.on}: {clean_line(one.reason)}"
                yield rule, FlagField(name, text, on=True, hint=hint)
            elif all(rule in each for each in words):
                said = f" “{clean_line(words[0][rule])}”" if words[0][rule] else ""
                yield rule, FlagField(name, f"{text}{said}")

    def read(self) -> tuple[Action, ...]:
        """What was ticked, with the reason, and what lost its tick."""
        changed = [rule for rule, flag in self._flags.items() if flag.edited]
        dropped = [rule for rule in changed if self._flags[rule].on]
        if not dropped:
            return tuple(RecallQuestion(rule) for rule in changed)
        why = self._reason.require("Why need it not be asked?")
        return tuple(
            DismissQuestion(rule, why) if rule in dropped else RecallQuestion(rule)
            for rule in changed
        )


_NOTHING = "Its wording leaves no question open."
_APART = "They are asked no question in common: choose fewer."
