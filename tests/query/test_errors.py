"""What is wrong with a query, and under which characters the carets stand."""

from __future__ import annotations

import pytest

from commitrack.model.errors import BadInput
from commitrack.query import QueryError, parse


def refused(text: str) -> QueryError:
    with pytest.raises(QueryError) as caught:
        parse(text)
    return caught.value


NO_TWO = "no record has two IDs, so AND finds nothing: a space between IDs is either"


@pytest.mark.parametrize(
    ("text", "carets", "message"),
    [
        ("staus:open", "^^^^^", 'unknown field "staus": did you mean "status"?'),
        ("a folow-up:eow", "  ^^^^^^^^", 'unknown field "folow-up": did you mean "follow_up"?'),
        (
            "http://x",
            "^^^^",
            'unknown field "http"; to search for the words, put them in quotation marks',
        ),
        ("status:opne", "       ^^^^", 'unknown status "opne": did you mean "open"?'),
        ("status:open,stuck", "            ^^^^^", None),
        ("is:overdu", "   ^^^^^^", 'unknown value of is: "overdu": did you mean "overdue"?'),
        ("overdue:x", "        ^", 'unknown value of overdue: "x"; there are due, chase'),
        ("is:none", "   ^^^^", None),
        ("due:2026-13-40", "    ^^^^^^^^^^", 'bad date "2026-13-40": there is no month 13'),
        (
            "due:>=2026-02-30",
            "      ^^^^^^^^^^",
            'bad date "2026-02-30": there is no day 30 in February 2026, which has 28 days',
        ),
        (
            "due:soon",
            "    ^^^^",
            'bad date "soon": dates look like 2026-06-30, 2026-06, 2026-Q2, 2026, '
            "today, -90d, +6w, eow, eom",
        ),
        ("due:today..x", "           ^", None),
        ("due:x..today", "    ^", None),
        ("due:2026..", "    ^^^^^^", "a range needs both ends; with one, write due:>=2026"),
        ("due:..2026", "    ^^^^^^", "a range needs both ends; with one, write due:<=2026"),
        ("due:2027..2026", "    ^^^^^^^^^^", "a range goes from the earlier to the later date"),
        ("due:<2026..2027", "     ^^^^^^^^^^", "a range takes no < before it"),
        ("moves:5..2", "      ^^^^", "a range goes from the smaller to the larger"),
        ("moves:>many", "       ^^^^", 'moves: "many" is not a whole number'),
        ("moves:1234567890", "      ^^^^^^^^^^", None),
        ("strength:frm", "         ^^^", 'unknown strength "frm": did you mean "firm"?'),
        ("id:S-0001", "   ^^^^^^", 'id: "S-0001" is not an ID such as C-0001'),
        ("statement:C-1", "          ^^^", 'statement: "C-1" is not an ID such as S-0001'),
        ("owner:<x", "      ^", "owner: takes no comparison, only dates and numbers do"),
        ("status:>=open", "       ^^", "status: takes no comparison, only dates and numbers do"),
        ("status: open", "       ^", 'status: a value is missing right after ":"'),
        ("status:", "       ^", 'status: a value is missing right after ":"'),
        ("status:open,", "            ^", 'status: a value is missing right after ","'),
        ("due:<", "     ^", 'due: a value is missing right after "<"'),
        ('owner:"a"b', "         ^", "a space or a comma is missing here"),
        ('owner:a"b"', "       ^", "a space or a comma is missing here"),
        ('a "b', "  ^", "this quotation mark is never closed"),
        ('a "b\\"', "  ^", "this quotation mark is never closed"),
        ('owner:"b', "      ^", "this quotation mark is never closed"),
        ('a " "', "  ^^^", "there is nothing between the quotation marks"),
        ("(a", "^", "this parenthesis is never closed"),
        ("a (b (c)", "  ^", "this parenthesis is never closed"),
        ("a (", "  ^", "this parenthesis is never closed"),
        ("a)", " ^", "this parenthesis was never opened"),
        (")", "^", "this parenthesis was never opened"),
        ("a ()", "  ^^", "there is nothing between the parentheses"),
        ("c2 AND c3", "   ^^^", NO_TWO),
        ("c2 is:open AND C-3,c4", "           ^^^", NO_TWO),
        ("c1234567890123456789", "^" * 20, None),
        ("a OR", "  ^^", "OR needs a condition on both sides"),
        ("OR a", "^^", "OR needs a condition on both sides"),
        ("a AND OR b", "  ^^^", "AND needs a condition on both sides"),
        ("(a OR)", "   ^^", "OR needs a condition on both sides"),
        ("a OR sort:due", "  ^^", "OR needs a condition on both sides"),
        ("NOT", "^^^", "NOT needs a condition after it"),
        ("NOT OR a", "^^^", "NOT needs a condition after it"),
        ("(-)", " ^", "- needs a condition after it"),
        ("a - b", "  ^", '"-" goes right before what it negates, without a space'),
        ("@ a", "^", "the name of a view is missing after @"),
        ("C-1234567890123456789", "^" * 21, None),
        ("-sort:due", "^^^^^^^^^", "sort: cannot be negated"),
        ("sort:due a sort:owner", "           ^^^^^^^^^^", "sort: is given twice"),
        ("sort:-sliip", "      ^^^^^", 'unknown field "sliip": did you mean "slip"?'),
        ("sort:text", "     ^^^^", None),
        ("sort:>due", "      ^^^", "a field's name is wanted here, without >"),
        ("group:due", "      ^^^", None),
        ("group:owner,lead", "            ^^^^", "group: takes one value"),
        ("limit:0", "      ^", "limit: takes a number from 1"),
        ("limit:-5", "      ^^", "limit: takes a number from 1"),
        ("limit:²", "      ^", "limit: takes a number from 1"),
        ("cols:is", "     ^^", None),
    ],
)
def test_the_carets_stand_under_what_is_wrong(text: str, carets: str, message: str | None) -> None:
    error = refused(text)
    lines = error.render().split("\n")
    assert lines[:2] == [text, carets]
    assert lines[2] == str(error)
    assert lines[3] == f"for example {error.example}"
    parse(error.example)
    if message is not None:
        assert lines[2] == message


def test_a_choice_without_a_near_name_lists_what_there_is() -> None:
    assert "there are open, closed, candidate" in str(refused("is:zzzzzz"))
    assert "cannot group by due; there are status, owner" in str(refused("group:due"))


def test_wide_characters_move_the_carets_by_two_cells_and_marks_by_none() -> None:
    assert refused("約束 staus:x").render().split("\n")[1] == "     ^^^^^"
    assert refused("e\u0301 staus:x").render().split("\n")[1] == "  ^^^^^"


@pytest.mark.parametrize(
    ("text", "example"),
    [
        ("staus:open", "status:open"),
        ("folow-up:eow", "follow_up:2026-06-30"),
        ("srot:due", "sort:-slip,due"),
        ("http://x", '"http"'),
        ("due:2026-13-40", "due:2026-06-30"),
        ("moves:>many", "moves:2"),
        ("due:2027..2026", "due:2026..2027"),
        ("due:..2026", "due:today..eow"),
        ("sort:owner,sliip", "sort:-slip,due"),
        ("a OR", "is:overdue OR is:chase"),
        ("a - b", "is:open -lead:ann"),
    ],
)
def test_an_error_comes_with_an_example_that_is_right(text: str, example: str) -> None:
    assert refused(text).example == example


def test_a_hostile_query_is_shown_on_four_harmless_lines() -> None:
    lines = refused("\x1b]0;x\x07\n\u202e staus:\x00 status:\x1b[31m").render().split("\n")
    assert len(lines) == 4
    assert all(line.isprintable() for line in lines)


def test_a_very_long_word_is_shortened_in_the_message() -> None:
    assert len(str(refused(f"{'x' * 5000}:y"))) < 150


def test_a_query_error_is_bad_input_for_the_command_line() -> None:
    assert issubclass(QueryError, BadInput)
