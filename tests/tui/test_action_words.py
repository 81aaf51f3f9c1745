"""A notice says in words what was done."""

from __future__ import annotations

from dataclasses import fields

from commitrack.model.records import Commitment
from commitrack.tui.action_words import action_words


def test_a_field_is_called_in_words_whichever_was_set() -> None:
    for one in fields(Commitment):
        assert action_words(f"set {one.name}, owner C-0001") == (
            f"set {one.name.replace('_', ' ')}, owner C-0001"
        )


def test_other_words_stay_and_nothing_of_them_works_on_the_terminal() -> None:
    assert action_words("save view @my_view") == "save view @my_view"
    assert "\x1b" not in action_words("merge \x1b[31mA into B")
