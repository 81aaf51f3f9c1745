"""The statement around a quote: the words exactly, their surroundings cut where it makes sense."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from commitrack.model.statements import Mention
from commitrack.tui.excerpt import of_mention, of_text


def mention(text: str, quote: str) -> Mention:
    start = text.index(quote)
    return Mention(1, start, start + len(quote), quote)


def test_the_line_is_counted_from_one() -> None:
    text = "A title\n\nWe met. We will act. Thank you.\n"
    found = of_text(text, mention(text, "We will act."))
    assert (found.before, found.quote, found.after) == (
        "A title\n\nWe met. ",
        "We will act.",
        " Thank you.",
    )
    assert found.line == 3


def test_a_text_wrapped_by_its_author_flows() -> None:
    text = "We will\nact soon,\nand often.\n\n- first\n- second"
    found = of_text(text, mention(text, "act soon,"))
    assert found.before == "We will "
    assert found.after == " and often.\n\n- first\n- second"


def test_far_surroundings_are_cut_at_a_paragraph_or_a_word() -> None:
    text = f"{'far ' * 200}\n\nNear. We will act. {'more ' * 200}"
    found = of_text(text, mention(text, "We will act."), reach=60)
    assert found.before == "Near. "
    assert found.after.endswith("more…")


def test_only_its_own_paragraph_stands_before_the_words() -> None:
    text = f"{'far ' * 200}\n\nThe one before.\n\nNear. We will act."
    found = of_text(text, mention(text, "We will act."), reach=60)
    assert found.before == "Near. "


def test_a_mention_alone_gives_the_whole_words_it_carries() -> None:
    found = of_mention(Mention(1, 40, 52, "We will act.", "om the first. ", " for all who"))
    assert (found.before, found.quote, found.after) == ("…the first. ", "We will act.", " for all…")
    assert found.line is None
    at_the_edges = of_mention(Mention(1, 6, 18, "We will act.", "A day\n", ""))
    assert (at_the_edges.before, at_the_edges.after) == ("A day ", "")


@given(st.text(min_size=1, max_size=300), st.data())
def test_the_quote_keeps_its_characters_one_for_one(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    found = of_text(text, Mention(1, start, end, text[start:end]), reach=50)
    assert len(found.quote) == end - start
    kept = [(one, two) for one, two in zip(found.quote, text[start:end], strict=True) if one != two]
    assert all((one, two) in ((" ", "\n"), (" ", "\r")) for one, two in kept)
