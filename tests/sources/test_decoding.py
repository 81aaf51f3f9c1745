"""Bytes become exactly the text they hold, or are refused."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commitrack.model.errors import BadInput
from commitrack.sources.decoding import decode

PROMISE = "We will publish – by “March” – a plan for café owners. Wé promise it.\r\n"


def test_utf8_is_taken_as_it_is() -> None:
    decoded = decode(PROMISE.encode())
    assert (decoded.text, decoded.encoding) == (PROMISE, "utf-8")


@pytest.mark.parametrize(
    ("mark", "codec", "name"),
    [
        (codecs.BOM_UTF8, "utf-8", "utf-8-sig"),
        (codecs.BOM_UTF16_LE, "utf-16-le", "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be", "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le", "utf-32-le"),
        (codecs.BOM_UTF32_BE, "utf-32-be", "utf-32-be"),
    ],
)
def test_a_byte_order_mark_is_obeyed_and_is_no_part_of_the_text(
    mark: bytes, codec: str, name: str
) -> None:
    decoded = decode(mark + PROMISE.encode(codec))
    assert (decoded.text, decoded.encoding) == (PROMISE, name)


def test_what_is_no_utf8_is_windows_1252() -> None:
    decoded = decode(PROMISE.encode("cp1252"))
    assert (decoded.text, decoded.encoding) == (PROMISE, "windows-1252")


@pytest.mark.parametrize("byte", [0x81, 0x8D, 0x8F, 0x90, 0x9D])
def test_a_byte_windows_1252_leaves_undefined_becomes_the_control_of_its_number(byte: int) -> None:
    data = PROMISE.encode("cp1252") * 5
    assert decode(data + bytes([byte])).text == PROMISE * 5 + chr(byte)


def test_a_false_byte_order_mark_is_refused_with_the_place() -> None:
    with pytest.raises(BadInput, match="marked as UTF-16-LE but is not: byte 4"):
        decode(codecs.BOM_UTF16_LE + b"abc")


def test_utf16_without_a_mark_is_named() -> None:
    with pytest.raises(BadInput, match="looks like UTF-16 without a byte order mark"):
        decode("We will publish a plan".encode("utf-16-le"))


@pytest.mark.parametrize(
    "data", [bytes(range(256)), b"\x00\x01\x02\x03", b"\xff\x00\x00\x13" * 40, b"\x00" * 5000]
)
def test_binary_data_is_refused(data: bytes) -> None:
    with pytest.raises(BadInput, match="is binary data, not text"):
        decode(data)


@pytest.mark.parametrize(
    "text",
    [
        "We will [/x] act \x1b[31mred\x1b[0m.",
        "[@click=app.quit]We will act[/] \x1b]0;title\x07",
        "We will \u202egnp\u202c act\u2066.",
        "We will act\x00 by March.",
        "We will act.\u2028Yes.\x85And so on.\x0b\x0c",
    ],
)
def test_a_few_controls_in_a_text_stay_exactly_where_they_are(text: str) -> None:
    assert decode(text.encode()).text == text


@given(st.text(st.characters(exclude_categories=["Cc", "Cs"]), min_size=1))
def test_any_text_without_controls_survives_in_utf8(text: str) -> None:
    assert decode(text.encode()).text == text.removeprefix("\ufeff")


@given(st.binary(max_size=300))
def test_any_bytes_are_a_text_or_refused(data: bytes) -> None:
    try:
        decoded = decode(data)
    except BadInput:
        return
    assert decoded.text.encode() is not None
