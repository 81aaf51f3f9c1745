"""Files and standard input: what is read, and what is refused in one line."""

from __future__ import annotations

import hashlib
import io
import os
from pathlib import Path

import pytest

from commitrack.model.errors import BadInput, NotFound
from commitrack.sources import LIMIT_BYTES, Document, read, understand
from commitrack.sources.formats import Format, choose

SEED = Path(__file__).parents[2] / "data" / "statements" / "nhs-confederation-west-london.txt"
NO_INPUT = io.BytesIO()


def read_path(path: Path) -> Document:
    return read(str(path), NO_INPUT)


def write(path: Path, data: bytes | str) -> Path:
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return path


def test_the_seed_is_read_exactly() -> None:
    document = read_path(SEED)
    assert document.sha256.startswith("1b566616")
    assert len(document.text) == 2720
    assert (document.media_type, document.encoding) == ("text/plain", "utf-8")
    assert document.source == str(SEED)


def test_line_ends_are_kept(tmp_path: Path) -> None:
    text = "We will act.\r\nSoon.\rNow.\n"
    assert read_path(write(tmp_path / "a.txt", text)).text == text


def test_the_same_words_have_the_same_hash_in_any_encoding(tmp_path: Path) -> None:
    words = "The café will open."
    encodings = ("utf-8", "utf-8-sig", "utf-16", "cp1252")
    found = {
        read_path(write(tmp_path / f"{n}.txt", words.encode(codec))).sha256
        for n, codec in enumerate(encodings)
    }
    assert found == {hashlib.sha256(words.encode()).hexdigest()}


def test_standard_input_is_read_whole() -> None:
    document = read("-", io.BytesIO(b"We will act."))
    assert (document.text, document.source) == ("We will act.", "-")


def test_markdown_tells_its_heading(tmp_path: Path) -> None:
    document = read_path(write(tmp_path / "plan.md", "Preface\n\n## The *plan* ##\r\n\nWe will."))
    assert document.media_type == "text/markdown"
    assert document.title_hint == "The *plan*"


def test_plain_text_has_no_marked_heading(tmp_path: Path) -> None:
    assert read_path(write(tmp_path / "plan.txt", "# Not a heading")).title_hint is None


def test_a_suffix_is_read_in_any_case_and_none_is_plain_text(tmp_path: Path) -> None:
    assert read_path(write(tmp_path / "A.TXT", "We will.")).text == "We will."
    assert read_path(write(tmp_path / "README", "We will.")).text == "We will."


def test_a_missing_file_names_the_one_nearly_typed(tmp_path: Path) -> None:
    write(tmp_path / "statement.txt", "We will.")
    with pytest.raises(NotFound, match=r"statment\.txt does not exist: did you mean .*statement"):
        read_path(tmp_path / "statment.txt")


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(NotFound, match=r"there is no folder .*nowhere"):
        read_path(tmp_path / "nowhere" / "a.txt")


def test_a_path_through_a_file_does_not_exist(tmp_path: Path) -> None:
    write(tmp_path / "a.txt", "We will.")
    with pytest.raises(NotFound, match="part of the path is a file"):
        read_path(tmp_path / "a.txt" / "b.txt")


def test_a_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="is a folder: name the files in it"):
        read_path(tmp_path)


def test_a_pipe_is_refused_and_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    with pytest.raises(BadInput, match="is a pipe or a device"):
        read_path(tmp_path / "pipe.txt")


def test_a_device_is_refused() -> None:
    with pytest.raises(BadInput, match="/dev/null is a pipe or a device"):
        read("/dev/null", NO_INPUT)


def test_an_unreadable_file_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = write(tmp_path / "a.txt", "We will.")

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)  # the tests may run as root, who may read all
    with pytest.raises(BadInput, match="may not be read by you"):
        read_path(path)


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("", "an empty path"),
        ("a\0b.txt", "is not a path"),
        ("https://example.org/a.txt", "is an address"),
        ("x" * 5000, "cannot be read: File name too long"),
    ],
)
def test_what_is_no_path_is_refused(source: str, words: str) -> None:
    with pytest.raises(BadInput, match=words) as refused:
        read(source, NO_INPUT)
    assert len(str(refused.value)) < 400


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "is empty"),
        (b" \r\n\t\n", "nothing but white space"),
        (b"\xef\xbb\xbf", "nothing but white space"),
        ("\u200b\u00a0\u2003\n".encode(), "nothing but white space"),
    ],
)
def test_an_empty_text_is_refused(tmp_path: Path, data: bytes, words: str) -> None:
    with pytest.raises(BadInput, match=words):
        read_path(write(tmp_path / "a.txt", data))
    with pytest.raises(BadInput, match=f"standard input .*{words}"):
        read("-", io.BytesIO(data))


@pytest.mark.parametrize(
    ("head", "words"),
    [
        (b"PK\x03\x04\x14\x00\x06\x00[Content_Types].xml", "is an office document"),
        (b"PK\x03\x04\x14\x00xl/workbook.xml", "is a spreadsheet"),
        (b"PK\x03\x04\x14\x00", "is a compressed archive, which is not read: unpack it"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1W\0o\0r\0d\0D\0o\0c\0u\0m\0e\0n\0t\0", "old Word"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "is a picture, which is not read: type out"),
        (b"\xff\xd8\xff\xe0\x00\x10JFIF", "is a picture"),
        (b"GIF89a\x01\x00", "is a picture"),
        (b"\x1f\x8b\x08\x00", "is a compressed archive"),
        (b"SQLite format 3\x00", "is a SQLite database"),
        (b"\x7fELF\x02\x01", "is a program"),
        (b"\x00\x00\x00\x18ftypmp42", "is a sound or a film"),
        (b"\x00\x10\x80\xff" * 50, "is binary data"),
    ],
)
def test_a_binary_file_is_named_for_what_it_is(tmp_path: Path, head: bytes, words: str) -> None:
    with pytest.raises(BadInput, match=words):
        read_path(write(tmp_path / "a.txt", head))


@pytest.mark.parametrize("text", ["MZ is our sign. We will.", "BZ", "ID3 cards", "GIF it to me"])
def test_words_that_begin_like_a_format_are_words(tmp_path: Path, text: str) -> None:
    assert read_path(write(tmp_path / "a.txt", text)).text == text


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("a.pdf", "is not a PDF, though it is called one"),
        ("a.docx", "is not a Word document, though it is called one"),
        ("a.doc", r"is an old Word document \(\.doc\), which is not read: open it and save it as"),
        ("a.csv", "is a table, which is not read: copy the part"),
        ("a.xyz", r"ends in \.xyz, which is not read: only \.txt, "),
    ],
)
def test_other_formats_are_refused_by_their_suffix(tmp_path: Path, name: str, words: str) -> None:
    with pytest.raises(BadInput, match=words):
        read_path(write(tmp_path / name, "We will."))


def test_a_text_over_the_limit_is_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "long.txt"
    with path.open("wb") as stream:
        stream.truncate(LIMIT_BYTES + 1)
    with pytest.raises(BadInput, match="is longer than 64 MB"):
        read_path(path)


def test_fifty_megabytes_of_text_are_read(tmp_path: Path) -> None:
    line = b"The council will publish a plan by March. "
    document = read_path(write(tmp_path / "long.txt", line * (50_000_000 // len(line))))
    assert len(document.text) > 49_999_900


def test_endless_input_is_given_up_at_the_limit() -> None:
    class Endless(io.BytesIO):
        given = 0

        def read(self, size: int | None = -1) -> bytes:
            self.given += size or 0
            return b"a" * (size or 0)

    stream = Endless()
    with pytest.raises(BadInput, match="standard input is longer than 64 MB"):
        read("-", stream)
    assert stream.given < LIMIT_BYTES + (1 << 17)


def test_a_hostile_name_is_harmless_in_the_message(tmp_path: Path) -> None:
    with pytest.raises(NotFound) as refused:
        read(str(tmp_path / "\x1b[31m\u202ea.txt"), NO_INPUT)
    assert "\x1b" not in str(refused.value)
    assert "\u202e" not in str(refused.value)


def test_a_name_that_is_no_utf8_can_be_stored(tmp_path: Path) -> None:
    name = os.fsdecode(bytes(tmp_path) + b"/caf\xe9.txt")
    write(Path(name), "We will.")
    read(name, NO_INPUT).source.encode()


def test_the_hash_of_the_bytes_is_kept_beside_that_of_the_text(tmp_path: Path) -> None:
    data = "The café will open.".encode("cp1252")
    document = read_path(write(tmp_path / "a.txt", data))
    assert document.bytes_sha256 == hashlib.sha256(data).hexdigest() != document.sha256


def test_the_first_bytes_tell_more_than_a_declared_type_and_that_more_than_a_suffix() -> None:
    html = b"<!DOCTYPE html><html><p>We will act."
    assert choose(html, ".txt", "text/plain") is Format.HTML
    assert choose(b"We will act.", ".md", "text/html; charset=utf-8") is Format.HTML
    assert choose(b"# Plan", ".md", "application/octet-stream") is Format.MARKDOWN
    assert choose(b"# Plan", ".md", "text/plain") is Format.MARKDOWN
    assert choose(b"<p>We will act.", ".html", "text/plain") is Format.PLAIN
    assert choose(b"We will act.", "", None) is Format.PLAIN


def test_a_declared_type_that_is_not_read_is_named() -> None:
    with pytest.raises(BadInput, match=r"x\.png is a picture"):
        understand(b"We will", source="x.png", declared="image/png")
    with pytest.raises(BadInput, match="is of the type application/json, which is not read"):
        understand(b"{}", source="x", declared="application/json")


def test_a_link_that_leads_nowhere_says_where_it_leads(tmp_path: Path) -> None:
    link = tmp_path / "letter.txt"
    link.symlink_to("gone.txt")
    with pytest.raises(NotFound, match=r"a link to gone\.txt, and nothing is there"):
        read(str(link), io.BytesIO())


@pytest.mark.parametrize(
    "head",
    [
        b"a: " * 2000,
        b"a: b\n c\n" * 1000,
        b"From a Fri Feb 20 10:00 " * 300,
        b"<!-- --> " * 600,
        b"<?xml <!-- --> " * 600,
        b"<?xml?><!--" * 600,
        b" " * 5000,
    ],
)
def test_no_beginning_keeps_the_telling_from_coming_to_an_end(head: bytes) -> None:
    assert choose(head, "", None) is Format.PLAIN
