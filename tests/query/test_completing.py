"""What could stand where the cursor is, in a query that is yet unfinished."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commitrack.query import BUILT_IN_VIEWS, FIELDS, parse
from commitrack.query.completing import DATES, STORED, Choice, Slot, choices, put_in, slot_at

OWNERS = (("NHS Confederation", ""), ("Trusts", ""), ('The "Guild"', ""), ("none", ""))


def offered(typed: str) -> list[str]:
    """What is offered where the bar stands in a text."""
    before, _, after = typed.partition("|")
    slot = slot_at(before + after, len(before))
    stored = OWNERS if slot.asks in ("owner", "maker") else ()
    return [choice.text for choice in choices(slot, stored, BUILT_IN_VIEWS)]


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("own|", ["owner:"]),
        ("-own|", ["owner:"]),
        ("(is:open -follow|", ["follow_up:"]),
        ("over|", ["overdue:", "is:overdue"]),
        ("so|", ["sort:"]),
        ("due-s|", ["is:due-soon"]),
        ("is:ov|", ["is:overdue"[3:]]),
        ("status:open,st|", ["stalled"]),
        ("status:IN-p|", ["in_progress"]),
        ("strength:>=f|", [">=firm"]),
        ("lint:l1|", ["l1", "l10", "l11", "l12", "l13", "l14"]),
        ("due:tod|", ["today", "<today", "today..eow"]),
        ("due:<to|", ["<today", "<tomorrow"]),
        ("due:no|", ["none"]),
        ("owner:@|", ["@me"]),
        ("@ov|", ["@overdue"]),
        ("is:open @st|", ["@stale", "@stalled"]),
        ("sort:-du|", ["-due"]),
        ("group:le|", ["lead"]),
        ("limit:|", ["10", "20", "50", "100"]),
        ("zzz|", []),
        ('"peer rev|', []),
        ("status:zzz|", []),
        ("nofield:x|", []),
    ],
)
def test_what_is_offered(typed: str, first: list[str]) -> None:
    found = offered(typed)
    assert found[: len(first)] == first
    if not first:
        assert found == []


def test_with_nothing_typed_every_field_and_every_view_is_offered() -> None:
    for typed in ("|", "is:open |", "(|", "-|"):
        found = offered(typed)
        assert {f"{name}:" for name in FIELDS} <= set(found)
        assert {f"@{view.name}" for view in BUILT_IN_VIEWS} <= set(found)


@pytest.mark.parametrize(
    ("typed", "asks", "others"),
    [
        ("c2|", "id", ""),
        ("is:open C-2 s-1 c3|", "id", "is:open  s-1 "),
        ("is:open -S-0001|", "statement", "is:open "),
        ("c2x|", None, "c2x"),
        ("owner:c2 s1|", "statement", "owner:c2 "),
    ],
)
def test_a_word_that_an_id_is_coming_of_is_completed_from_what_the_rest_but_ids_leaves(
    typed: str, asks: str | None, others: str
) -> None:
    before, _, after = typed.partition("|")
    slot = slot_at(before + after, len(before))
    assert slot.asks == asks
    if asks is not None:
        assert slot.without(before + after) == others
        assert choices(slot, [("C-0002", "")])[0] == Choice("C-0002")


def test_what_a_store_knows_is_quoted_where_it_must_be() -> None:
    assert offered("owner:|") == [
        *("@me", '"NHS Confederation"', "Trusts", r'"The \"Guild\""', '"none"', "none", "any"),
    ]
    assert offered("owner:=nh|") == [
        *('="NHS Confederation"', "=Trusts", r'="The \"Guild\""', '="none"'),
    ]


@pytest.mark.parametrize(
    ("typed", "slot"),
    [
        ('owner:"NHS Con|', (6, 14, "NHS Con")),
        ('owner:Trusts,"NHS Con|', (13, 21, "NHS Con")),
        ("owner:Tru|sts is:open", (6, 12, "Tru")),
        ('lead:"ann",|', (11, 11, "")),
        ('lead:"ann, b",c|', (14, 15, "c")),
        ('lead:"ann, b|', (5, 12, "ann, b")),
        ("is:open ow|n x", (8, 11, "ow")),
        ("due:2026..to|", (4, 12, "2026..to")),
    ],
)
def test_the_slot_is_all_of_what_the_cursor_is_in(typed: str, slot: tuple[int, int, str]) -> None:
    before, _, after = typed.partition("|")
    found = slot_at(before + after, len(before))
    assert (found.start, found.end, found.typed) == slot


@pytest.mark.parametrize(
    ("typed", "choice", "filled"),
    [
        ("is:open own|", "owner:", "is:open owner:|"),
        ("is:ov|", "overdue", "is:overdue |"),
        ("owner:nh| is:open", '"NHS Confederation"', 'owner:"NHS Confederation"| is:open'),
        ('owner:"NHS Con|', '"NHS Confederation"', 'owner:"NHS Confederation" |'),
        ("(@ov|)", "@overdue", "(@overdue|)"),
    ],
)
def test_a_choice_takes_the_place_of_what_was_typed(typed: str, choice: str, filled: str) -> None:
    before, _, after = typed.partition("|")
    slot = slot_at(before + after, len(before))
    found = next(one for one in choices(slot, OWNERS, BUILT_IN_VIEWS) if one.text == choice)
    text, cursor = put_in(before + after, slot, found)
    assert f"{text[:cursor]}|{text[cursor:]}" == filled


@pytest.mark.parametrize("name", FIELDS)
def test_whatever_is_offered_for_a_field_can_be_read(name: str) -> None:
    text = f"{name}:"
    slot = slot_at(text, len(text))
    assert (slot.asks is not None) == (name in STORED)
    stored = (("C-0001", ""),) if name == "id" else (("S-0001", ""),)
    found = choices(slot, stored if name in ("id", "statement") else OWNERS)
    assert found or name in ("text", "title", "quote")
    for choice in found:
        parse(put_in(text, slot, choice)[0])


def test_every_date_that_is_offered_has_a_meaning() -> None:
    for expression, meaning in DATES.items():
        parse(f"due:{expression}")
        assert meaning


@given(st.text('ab:"(-@,<>=.“” \\\u0301', max_size=14), st.integers(0, 14))
def test_any_text_has_a_slot_at_any_place(text: str, cursor: int) -> None:
    at = min(cursor, len(text))
    slot = slot_at(text, at)
    assert isinstance(slot, Slot)
    assert 0 <= slot.start <= at <= slot.end <= len(text)
    for choice in choices(slot, OWNERS, BUILT_IN_VIEWS):
        filled, where = put_in(text, slot, choice)
        assert 0 <= where <= len(filled)
