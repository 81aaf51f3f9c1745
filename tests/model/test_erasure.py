"""Words are taken out of text wherever they stand, and nothing else is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commitrack.model.erasure import BLACK, ERASED, Names, Words, out_of_list


@pytest.mark.parametrize(
    "text",
    [
        "Ada Quill",
        "by ADA QUILL, chair",
        "Ada\n  Quill’s letter",
        "https://example.org/ada-quill/letter_ada_quill.pdf",
        "letter%20by%20ada%20quill.pdf",
        "(Ada-Quill)",
    ],
)
def test_a_name_is_found_however_it_is_set(text: str) -> None:
    names = Names(("Ada Quill",))
    assert names.stand_in(text)
    assert "uill" not in names.out_of(text).casefold()


@pytest.mark.parametrize("text", ["Ada Quillon", "Canada Quill", "Ada and Quill", "who", ""])
def test_a_name_is_no_part_of_another_word(text: str) -> None:
    names = Names(("Ada Quill", "WHO"))
    assert not names.stand_in(text)
    assert names.out_of(text) == text


def test_capitals_alone_are_found_as_capitals() -> None:
    assert Names(("WHO",), "x").out_of("WHO says who") == "x says who"


def test_the_longer_of_two_names_is_taken_out_whole() -> None:
    assert Names(("Ada", "Ada Quill"), "x").out_of("Ada Quill and Ada") == "x and x"


@pytest.mark.parametrize(
    "text", ["Jose\u0301 Nu\u0301n\u0303ez says", "Jos\u00e9 N\u00fa\u00f1ez says"]
)
def test_accents_are_found_in_either_form(text: str) -> None:
    assert (
        "n"
        not in Names(("Jos\u00e9 N\u00fa\u00f1ez",), "x").out_of(text).casefold().split("says")[0]
    )


def test_a_script_without_spaces_needs_none() -> None:
    assert Names(("王小明",)).blacked_out("王小明说") == f"{BLACK * 3}说"


@given(st.text(), st.text(min_size=1))
def test_blacking_out_keeps_every_place(text: str, name: str) -> None:
    blacked = Names((name,)).blacked_out(f"{text} {name} {text}")
    assert len(blacked) == 2 * len(text) + len(name) + 2


@given(st.text(), st.text(min_size=1))
def test_nothing_of_a_name_is_found_a_second_time(text: str, name: str) -> None:
    names = Names((name,), "\N{SNOWMAN}")
    assert not names.stand_in(names.out_of(f"{text} {name} {text}")) or "\N{SNOWMAN}" in name


def test_names_in_a_list_are_taken_out_one_by_one() -> None:
    names = Names(('Ada "A" Quill',), "x")
    assert out_of_list(names, '["Ada \\"A\\" Quill", "Bea"]') == '["x", "Bea"]'


TEXT = "We will publish a plan for every ferry by June. We will train all our staff as well."


def test_a_run_of_erased_words_is_found_in_other_text() -> None:
    words = Words((TEXT,), ())
    assert words.out_of("He said: “WE WILL publish a plan for every ferry”, no less") == (
        f"He said: “{ERASED}”, no less"
    )


def test_a_few_words_in_common_are_nobodys() -> None:
    assert not Words((TEXT,), ()).stand_in("They will publish a plan for all buses")


def test_what_another_text_says_as_well_may_be_said() -> None:
    words = Words((TEXT,), ("The Board: we will publish a plan for every ferry by June.",))
    assert not words.stand_in("we will publish a plan for every ferry")
    assert words.stand_in("we will train all our staff as well")


def test_a_text_of_few_words_is_one_run() -> None:
    assert Words(("We will act.",), ()).out_of("that we will act soon") == f"that {ERASED} soon"


@given(st.lists(st.sampled_from(TEXT.split()), min_size=6))
def test_nothing_of_a_run_is_left(words: list[str]) -> None:
    erased = " ".join(words)
    assert Words((erased,), ()).out_of(f"before {erased}").strip() in (
        f"before {ERASED}",
        f"before {ERASED}.",
    )
