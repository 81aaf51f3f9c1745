"""Lines that somebody wrapped flow in a narrower pane; those that end on purpose end there."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from commitrack.tui.widgets.wrapping import flowing

LETTER = """Dear Jo,

The Department will bring those lists together in one
register by July. We will pay the full cost of it, and
councils will not be asked to find the money. We will:

- publish guidance on the sharing of data for councils
- write to each of the fourteen bodies in the country.
1. and then this

Yours,
Ann"""


def test_only_lines_that_were_full_flow_into_the_next() -> None:
    text, longest = flowing(LETTER)
    assert longest == 54
    assert text.split("\n") == [
        "Dear Jo,",
        "",
        "The Department will bring those lists together in one register by July. We will pay the "
        "full cost of it, and councils will not be asked to find the money. We will:",
        "",
        "- publish guidance on the sharing of data for councils",
        "- write to each of the fourteen bodies in the country.",
        "1. and then this",
        "",
        "Yours,",
        "Ann",
    ]


def test_what_nobody_wrapped_stays_as_it_is() -> None:
    text = f"{'word ' * 40}\nand more\n{'word ' * 39}"
    assert flowing(text) == (text, 200)


@given(st.text(st.sampled_from("ab -1.\n"), max_size=200))
def test_offsets_stay(text: str) -> None:
    flown, _ = flowing(text)
    assert len(flown) == len(text)
    assert all(now in (was, " ") for was, now in zip(text, flown, strict=True))
