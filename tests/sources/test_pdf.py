"""PDFs: the order of reading, what is joined, what is left out, and what has no text."""

from __future__ import annotations

import textwrap
from itertools import permutations

import pytest

from commitrack.model.errors import BadInput
from commitrack.sources import Document, understand
from tests.sources.making import Content, Heading, Paragraph, Placed, pdf, placed_pdf
from tests.sources.making.portable import assembled

LONG = (
    "The inquiry heard from passengers who had waited in the rain and from drivers who had never "
    "been told of the changes. "
)


def understood(data: bytes) -> Document:
    return understand(data, source="a.pdf", suffix=".pdf")


def lines(text: str, x: float, top: float, wide: int, pitch: float = 13) -> list[Placed]:
    """Words set in a column, `wide` characters to a line."""
    return [Placed(x, top - n * pitch, line) for n, line in enumerate(textwrap.wrap(text, wide))]


def test_two_columns_are_read_one_after_the_other() -> None:
    left = LONG * 2 + "The council will publish a plan which the columns must not cut in two by"
    right = "March 2027. " + LONG * 2
    page = [
        Placed(72, 780, "A plan for everybody who lives in the two towns", 16, bold=True),
        *lines(left, 72, 740, 34),
        *lines(right, 310, 740, 34),
    ]
    assert understood(placed_pdf([page])).text == (
        f"A plan for everybody who lives in the two towns\n\n{left} {right}".strip() + "\n"
    )


def test_three_columns_are_read_one_after_the_other() -> None:
    parts = [f"{LONG}The {name} column ends here." for name in ("first", "second", "third")]
    page = [one for n, part in enumerate(parts) for one in lines(part, 50 + 175 * n, 740, 26)]
    assert understood(placed_pdf([page])).text == "\n\n".join(parts) + "\n"


def test_a_sentence_that_runs_over_a_page_is_one_and_the_page_begins_in_it() -> None:
    promise = "The council will publish its plan for the buses of the whole county by"
    first = lines(LONG * 30 + promise, 72, 770, 75)
    second = lines("March 2027. It will be short.", 72, 770, 75)
    document = understood(placed_pdf([first, second]))
    assert f"{promise} March 2027. It will be short." in document.text
    assert document.text.count("\n") == 1
    assert document.pages[0] == 0
    assert document.text[document.pages[1] :] == "March 2027. It will be short.\n"


def test_a_note_at_the_foot_does_not_cut_the_sentence_that_runs_over_the_page() -> None:
    first = lines(LONG * 20 + "We will publish the plan in", 72, 770, 75)
    first.append(Placed(72, 100, "1See the report of 2024.", 7))
    document = understood(placed_pdf([first, lines("March. " + LONG * 9, 72, 770, 75)]))
    assert "We will publish the plan in March. The inquiry" in document.text
    assert document.text.startswith("1. See the report of 2024.\n")


@pytest.mark.parametrize(
    ("above", "below", "joined"),
    [
        ("the council will imple-", "ment the plan", "will implement the plan"),
        ("an administra-", "tion of its own", "an administration of its own"),
        ("a long-", "term view of it", "a long-term view of it"),
        ("a peer-", "review of the board", "a peer-review of the board"),
        ("the East-", "West line is shut", "the East- West line is shut"),
    ],
)
def test_a_hyphen_at_a_line_end_is_mended_only_where_it_is_sure(
    above: str, below: str, joined: str
) -> None:
    page = [Placed(72, 700, f"In this town {above}"), Placed(72, 687, below)]
    assert joined in understood(placed_pdf([page])).text


def test_a_word_that_the_document_has_elsewhere_is_mended() -> None:
    page = [
        Placed(72, 713, "It is about the pass-"),
        Placed(72, 700, "holders. All the passholders and the pass-"),
        Placed(72, 687, "holders of the town were there."),
    ]
    assert understood(placed_pdf([page])).text.count("passholders") == 3


def test_running_heads_footers_and_page_numbers_are_left_out() -> None:
    towns = ["".join(letters) for letters in permutations("abcdef", 4)]
    told = (
        f"In {a.title()} and {b} no bus came to {c} {d} for {e} days; nobody told {f} of {g}."
        for a, b, c, d, e, f, g in zip(*[iter(towns)] * 7, strict=False)
    )
    content = Content((Heading("A plan"), *map(Paragraph, told)))
    text = understood(pdf(content, "Harrow Council – Annual plan", "Page # of 9")).text
    assert text == content.text()
    assert understood(pdf(content, foot="#")).text == content.text()


def test_a_title_is_kept_that_later_pages_have_as_their_running_head() -> None:
    pages = [[Placed(72, 800, "Our plan", 16), *lines(LONG, 72, 700, 70)]]
    pages += [[Placed(72, 800, "Our plan"), *lines(LONG, 72, 700, 70)] for _ in range(4)]
    assert understood(placed_pdf(pages)).text.count("Our plan") == 1


def test_a_table_of_contents_is_left_out() -> None:
    page = [
        Placed(72, 700, f"1 Introduction {'. ' * 20}3"),
        *lines(f"We will publish a plan. {LONG}", 72, 650, 70),
    ]
    assert understood(placed_pdf([page])).text == f"We will publish a plan. {LONG.strip()}\n"


def test_paragraphs_part_where_the_next_word_would_have_fitted() -> None:
    page = [
        *lines(LONG, 72, 700, 70),
        Placed(72, 700 - 13 * 2, "We will act."),
        *lines(f"Nobody had asked. {LONG}", 72, 700 - 13 * 3, 70),
    ]
    assert understood(placed_pdf([page])).text.split("\n\n")[2].startswith("Nobody had asked.")


def test_lists_keep_their_signs_and_their_second_lines() -> None:
    page = [
        Placed(72, 700, "We will:"),
        *[Placed(72, 687 - 26 * n, sign) for n, sign in enumerate("••")],
        *[Placed(90, 687 - 26 * n, "publish a plan for every town and") for n in range(2)],
        *[Placed(90, 674 - 26 * n, "village in the county;") for n in range(2)],
    ]
    item = "• publish a plan for every town and village in the county;\n"
    assert understood(placed_pdf([page])).text == f"We will:\n\n{item}{item}"


def test_a_table_without_rules_is_read_as_rows() -> None:
    rows = [("Action", "Owner", "When"), ("Train staff", "Chief nurse", "May 2027")]
    page = [
        Placed(72 + 150 * at, 700 - 20 * n, cell)
        for n, row in enumerate(rows)
        for at, cell in enumerate(row)
    ]
    assert understood(placed_pdf([page])).text == (
        "Action | Owner | When\nTrain staff | Chief nurse | May 2027\n"
    )


def test_a_table_with_level_lines_only_is_read_as_rows() -> None:
    cells = [
        [("Action", 72), ("Lead", 330), ("When", 460)],
        [("Train all of the staff who work at night", 72), ("Chief nurse", 330), ("May 2027", 460)],
        [("on the wards", 72)],
        [("Review the rota", 72), ("Director of People", 330), ("June 2027", 460)],
        [("and of Culture", 330)],
    ]
    page = [Placed(x, 700 - 14 * n, words) for n, line in enumerate(cells) for words, x in line] + [
        Placed(70, y, x1=520, y1=y) for y in (712, 696, 668, 640)
    ]
    assert understood(placed_pdf([page])).text == (
        "Action | Lead | When\n"
        "Train all of the staff who work at night on the wards | Chief nurse | May 2027\n"
        "Review the rota | Director of People and of Culture | June 2027\n"
    )


def test_two_rules_above_and_below_columns_make_no_table() -> None:
    left, right = f"{LONG}The left ends.", f"{LONG}The right ends."
    page = [*lines(left, 72, 740, 34), *lines(right, 310, 740, 34)]
    page += [Placed(70, y, x1=520, y1=y) for y in (760, 600, 590)]
    assert understood(placed_pdf([page])).text == f"{left}\n\n{right}\n"


def test_what_stands_below_columns_comes_after_them() -> None:
    parts = [f"{LONG}The {name} column ends here." for name in ("first", "second", "third")]
    page = [one for n, part in enumerate(parts) for one in lines(part, 50 + 175 * n, 740, 26)]
    page.append(Placed(50, 600, "This line reaches over two of the columns."))
    assert understood(placed_pdf([page])).text.endswith(
        "The third column ends here.\n\nThis line reaches over two of the columns.\n"
    )


def test_what_leans_is_a_watermark_and_what_is_turned_with_its_page_is_text() -> None:
    page = [
        *lines(f"We will publish a plan. {LONG}", 72, 700, 70),
        Placed(200, 400, "DRAFT", 60, turn="0.7 0.7 -0.7 0.7"),
    ]
    assert "DRAFT" not in understood(placed_pdf([page])).text
    turned = [
        Placed(100 + 13 * n, 100, line, turn="0 1 -1 0")
        for n, line in enumerate(textwrap.wrap(f"We will act. {LONG}", 70))
    ]
    assert understood(placed_pdf([turned])).text == f"We will act. {LONG.strip()}\n"


def test_a_scan_has_no_text_layer_and_the_way_out_is_named() -> None:
    picture = "<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray "
    scan = assembled(
        [
            "<< /Type /Catalog /Pages 2 0 R >>",
            "<< /Type /Pages /Count 1 /Kids [3 0 R] >>",
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R"
            " /Resources << /XObject << /I 5 0 R >> >> >>",
            "<< /Length 30 >>\nstream\nq 595 0 0 842 0 0 cm /I Do Q  \nendstream",
            f"{picture}/BitsPerComponent 8 /Length 1 >>\nstream\nx\nendstream",
        ]
    )
    with pytest.raises(BadInput, match=r"a\.pdf has no text layer: .*text recognition \(OCR\)"):
        understood(scan)


def test_a_locked_document_says_so() -> None:
    locked = assembled(
        ["<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Count 0 /Kids [] >>"],
        f"/ID [<00><00>] /Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <{'41' * 32}>"
        f" /U <{'42' * 32}> >> ",
    )
    with pytest.raises(BadInput, match="is locked with a password: save it without one"):
        understood(locked)


def test_a_page_tree_that_goes_round_in_a_circle_ends() -> None:
    circle = assembled(
        [
            "<< /Type /Catalog /Pages 2 0 R >>",
            "<< /Type /Pages /Count 1000000 /Kids [2 0 R 3 0 R] >>",
            "<< /Type /Pages /Count 1000000 /Parent 2 0 R /Kids [2 0 R] >>",
        ]
    )
    with pytest.raises(BadInput, match=r"a\.pdf "):
        understood(circle)


def test_a_picture_that_says_it_is_huge_costs_nothing() -> None:
    words = "BT /F1 12 Tf 72 700 Td (We will publish the whole plan.) Tj ET /I Do"
    huge = assembled(
        [
            "<< /Type /Catalog /Pages 2 0 R >>",
            "<< /Type /Pages /Count 1 /Kids [3 0 R] >>",
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R"
            " /Resources << /XObject << /I 5 0 R >> /Font << /F1 6 0 R >> >> >>",
            f"<< /Length {len(words)} >>\nstream\n{words}\nendstream",
            "<< /Type /XObject /Subtype /Image /Width 1000000 /Height 1000000"
            " /ColorSpace /DeviceRGB /BitsPerComponent 8 /Length 1 >>\nstream\nx\nendstream",
            "<< /Type /Font /Subtype /Type1 /BaseFont /Courier >>",
        ]
    )
    assert understood(huge).text == "We will publish the whole plan.\n"
