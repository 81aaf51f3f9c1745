"""What is an address, and in which form it is kept."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commitrack.model.errors import BadInput
from commitrack.sources.addresses import parse_address, resolve, without_secrets


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("http://Example.ORG", "http://example.org/"),
        ("HTTPS://example.org:443/a", "https://example.org/a"),
        ("http://example.org:8080/a#b", "http://example.org:8080/a"),
        ("http://example.org/a b?q=é&r=%C3%A9", "http://example.org/a%20b?q=%C3%A9&r=%C3%A9"),
        ("http://bücher.example/", "http://xn--bcher-kva.example/"),
        ("http://[::1]:81/", "http://[::1]:81/"),
    ],
)
def test_an_address_is_kept_in_one_form(written: str, kept: str) -> None:
    assert str(parse_address(written)) == kept
    assert str(parse_address(kept)) == kept


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("ftp://example.org/a", "only http and https"),
        ("file:///etc/passwd", "only http and https"),
        ("http:///a", "names no host"),
        ("http://exa mple.org/", "names no host"),
        ("http://example.org:99999/", "is not a web address"),
        ("http://[::1/", "is not a web address"),
        ("http://" + "a" * 64 + ".org/", "is not a web address"),
        ("http://ann@example.org/", "would go on record"),
        ("http://ann:secret@example.org/", "would go on record"),
        ("http://:secret@example.org/", "would go on record"),
    ],
)
def test_what_is_none_is_told_and_a_password_is_not(written: str, said: str) -> None:
    with pytest.raises(BadInput, match=said) as caught:
        parse_address(written)
    assert "secret" not in str(caught.value)
    assert "ann@" not in str(caught.value)


def test_a_redirect_is_read_from_where_it_was_met() -> None:
    base = parse_address("https://example.org/a/b?c")
    assert str(resolve(base, "d")) == "https://example.org/a/d"
    assert str(resolve(base, "//other.example/e")) == "https://other.example/e"
    assert str(resolve(base, "/Ã©")) == "https://example.org/%C3%A9", "UTF-8 read as Latin-1"


def test_a_password_is_cut_out_of_messages() -> None:
    assert without_secrets("https://ann:p@ss@example.org/x@y") == "https://example.org/x@y"
    assert without_secrets("https://example.org/x@y") == "https://example.org/x@y"


@given(st.text(max_size=60))
def test_any_text_is_an_address_or_bad_input(text: str) -> None:
    try:
        kept = parse_address(f"http://{text}")
    except BadInput as error:
        assert "\n" not in str(error)
    else:
        assert str(kept).isascii()
        assert parse_address(str(kept)) == kept
