"""What people type for a field, and what is kept or refused."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commitrack.model.actions import FieldValue
from commitrack.model.errors import BadInput
from commitrack.model.fields import RULES, did_you_mean, parse_assignment, parse_field
from tests.model.builders import TODAY

GOOD: list[tuple[str, str, FieldValue]] = [
    ("title", "  Publish \n the plan ", "Publish the plan"),
    ("title", "x" * 80, "x" * 80),
    ("kind", "Recommendation", "recommendation"),
    ("kind", " aspiration ", "aspiration"),
    ("owner", "NHS Confederation", ("NHS Confederation",)),
    ("owner", " Ferry  Union ; Harbour Board;", ("Ferry Union", "Harbour Board")),
    ("owner", "Ferry Union; ferry union", ("Ferry Union",)),
    ("owner", "Parks, Trees and Bins", ("Parks, Trees and Bins",)),
    ("owner", "", ()),
    ("partners", "A; B", ("A", "B")),
    ("partners", " ; ", ()),
    ("beneficiary", "carers", "carers"),
    ("beneficiary", "  ", None),
    ("lead", "ann", "ann"),
    ("lead", "", None),
    ("reviewer", "bob", "bob"),
    ("success_test", "Options  are published", "Options are published"),
    ("success_test", "", None),
    ("due", "2026-06-30", date(2026, 6, 30)),
    ("due", "", None),
    ("due", " None ", None),
    ("due_text", "by the end of the year", "by the end of the year"),
    ("follow_up", "2026-03-03", date(2026, 3, 3)),
    ("follow_up", "none", None),
    ("cadence", "1", 1),
    ("cadence", " 3650 ", 3650),
    ("priority", "1", 1),
    ("priority", "3", 3),
    ("topic", "patient safety", "patient safety"),
    ("tags", "safety, board safety", ("board", "safety")),
    ("tags", "", ()),
    ("note", "Ask in June", "Ask in June"),
    ("note", "x" * 4000, "x" * 4000),
    ("visibility", "PUBLIC", "public"),
]
BAD = [
    ("title", "", "must not be empty"),
    ("title", " \n ", "must not be empty"),
    ("title", "x" * 81, "has 81 characters; at most 80 fit"),
    ("kind", "promise", "'promise' is not one of commitment, recommendation, aspiration"),
    ("kind", "comitment", "did you mean 'commitment'?"),
    ("kind", "", "is not one of"),
    ("beneficiary", "x" * 201, "at most 200"),
    ("lead", "x" * 81, "at most 80"),
    ("reviewer", "x" * 81, "at most 80"),
    ("success_test", "x" * 401, "at most 400"),
    ("due", "2026-02-30", "2026-02-30"),
    ("due", "soonish", "soonish"),
    ("due_text", "x" * 201, "at most 200"),
    ("follow_up", "the 12th of never", "is not a date"),
    ("cadence", "0", "'0' is not a number from 1 to 3650"),
    ("cadence", "3651", "from 1 to 3650"),
    ("cadence", "-5", "from 1 to 3650"),
    ("cadence", "9" * 400, "from 1 to 3650"),
    ("cadence", "٣", "from 1 to 3650"),
    ("cadence", "1.5", "from 1 to 3650"),
    ("priority", "4", "from 1 to 3"),
    ("priority", "high", "from 1 to 3"),
    ("topic", "x" * 81, "at most 80"),
    ("note", "x" * 4001, "at most 4000"),
    ("visibility", "secret", "internal, public"),
]


@pytest.mark.parametrize(("name", "typed", "kept"), GOOD)
def test_a_good_value_is_kept(name: str, typed: str, kept: FieldValue) -> None:
    assert parse_field(name, typed, TODAY) == kept


@pytest.mark.parametrize(("name", "typed", "says"), BAD)
def test_a_bad_value_is_refused_in_one_line_that_names_the_field(
    name: str, typed: str, says: str
) -> None:
    with pytest.raises(BadInput) as caught:
        parse_field(name, typed, TODAY)
    message = str(caught.value)
    assert message.startswith(f"{name}: ")
    assert says in message
    assert "\n" not in message


def test_every_field_has_a_good_value_here() -> None:
    assert {name for name, _, _ in GOOD} == set(RULES)


def test_every_field_that_can_be_wrong_has_a_bad_value_here() -> None:
    anything_goes = {"owner", "partners", "tags"}
    assert {name for name, _, _ in BAD} == set(RULES) - anything_goes


def test_every_field_explains_itself() -> None:
    assert all(rule.help and rule.name == name for name, rule in RULES.items())


@given(st.sampled_from(sorted(RULES)), st.text())
def test_whatever_is_typed_is_kept_or_refused_in_one_line(name: str, typed: str) -> None:
    try:
        parse_field(name, typed, TODAY)
    except BadInput as error:
        assert len(str(error).splitlines()) == 1


@pytest.mark.parametrize("name", ["Follow-Up", " follow_up ", "FOLLOW_UP"])
def test_the_name_of_a_field_may_be_typed_loosely(name: str) -> None:
    assert parse_field(name, "2026-03-03", TODAY) == date(2026, 3, 3)
    assert parse_assignment(f"{name}=2026-03-03", TODAY)[0] == "follow_up"


def test_an_unknown_field_is_answered_with_the_known_ones_and_the_nearest() -> None:
    with pytest.raises(BadInput) as caught:
        parse_field("ownr", "x", TODAY)
    message = str(caught.value)
    assert message.startswith("no field is called 'ownr'; there are title, kind, owner")
    assert message.endswith(": did you mean 'owner'?")


@pytest.mark.parametrize("name", ["status", "quote", "due_original", "version"])
def test_what_the_rules_keep_is_no_field_to_type(name: str) -> None:
    with pytest.raises(BadInput, match=r"no field (is called|to set)"):
        parse_field(name, "x", TODAY)


def test_an_assignment_is_cut_at_its_first_equals_sign() -> None:
    assert parse_assignment("note=a=b", TODAY) == ("note", "a=b")
    assert parse_assignment("lead=", TODAY) == ("lead", None)


@pytest.mark.parametrize("typed", ["lead", "", "lead: ann"])
def test_an_assignment_without_equals_is_answered_with_examples(typed: str) -> None:
    with pytest.raises(BadInput, match="is not FIELD=VALUE, such as"):
        parse_assignment(typed, TODAY)


def test_a_suggestion_is_made_only_when_something_is_near() -> None:
    assert did_you_mean("opne", ["open", "closed"]) == ": did you mean 'open'?"
    assert did_you_mean("zebra", ["open", "closed"]) == ""
