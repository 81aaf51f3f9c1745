"""Files that are made to hurt: each is refused in one line, and the next file is read as ever."""

from __future__ import annotations

import io
import json
import os
import signal
import subprocess
import sys
import threading
import warnings
import zipfile
from pathlib import Path

import pytest

from commitrack.model.errors import BadInput
from commitrack.sources import confined, understand
from commitrack.sources.confined import Limits, read_confined
from commitrack.sources.formats import Format
from commitrack.sources.parsed import Parsed, Unreadable, from_json
from tests.sources.making.office import WORD, docx_of, packed, paragraph
from tests.sources.making.richtext import rtf_of

PAGE = b"<!DOCTYPE html><p>We will publish a plan for the whole of the county."
PLAN = "We will publish a plan for the whole of the county.\n"


@pytest.fixture(autouse=True)
def _the_next_file_is_read_as_ever() -> object:
    yield
    assert read_confined(PAGE, Format.HTML).text == PLAN


def keeper_pid() -> int:
    keeper = confined._shared._keeper
    assert keeper is not None
    return keeper._process.pid


def test_a_file_that_takes_too_long_is_given_up() -> None:
    deep = b"<!DOCTYPE html>" + b"<div>" * 400_000
    with pytest.raises(BadInput, match=r"^took more than 1 s to read: copy the part"):
        read_confined(deep, Format.HTML, limits=Limits(cpu_seconds=1))


def test_a_file_that_needs_too_much_memory_is_given_up() -> None:
    wide = b"<!DOCTYPE html>" + b"<p>We will act. " * 600_000
    with pytest.raises(BadInput, match=r"^(needs more memory|is damaged, or made to do damage)"):
        read_confined(wide, Format.HTML, limits=Limits(memory_bytes=250_000_000))


def test_more_text_than_is_taken_is_given_up() -> None:
    with pytest.raises(BadInput, match=r"^holds more text than is taken from one file"):
        read_confined(PAGE + b"x" * 5000, Format.HTML, limits=Limits(answer_bytes=1000))


def test_a_part_that_unpacks_to_far_more_is_refused_unread() -> None:
    bomb = docx_of(" " * 40_000_000)
    assert len(bomb) < 60_000
    with pytest.raises(BadInput, match="bomb unpacks to far more than any document holds"):
        understand(bomb, source="bomb", suffix=".docx")


def test_a_part_that_lies_about_its_size_is_not_unpacked_further() -> None:
    bomb = bytearray(docx_of(f"{paragraph('We will act.')}{' ' * 120_000_000}"))
    place = bomb.rindex(b"word/document.xml") - 46  # its entry in the directory of the archive
    assert bomb[place : place + 4] == b"PK\x01\x02"
    bomb[place + 24 : place + 28] = (1000).to_bytes(4, "little")
    with pytest.raises(BadInput, match=r"bomb (unpacks to far more|is damaged)"):
        understand(bytes(bomb), source="bomb")


def test_an_archive_of_very_many_parts_is_refused() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("word/document.xml", "<x/>")
        for n in range(20_001):
            archive.writestr(str(n), b"")
    with pytest.raises(BadInput, match="many holds more than 20000 parts"):
        understand(out.getvalue(), source="many")


@pytest.mark.parametrize("name", ["word/document.xml", "word/styles.xml"])
def test_xml_that_defines_entities_is_refused(name: str) -> None:
    entities = "".join(f'<!ENTITY e{n + 1} "{f"&e{n};" * 10}">' for n in range(12))
    laughs = f'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e0 "ha">{entities}]><x>&e12;</x>'
    parts = {"word/document.xml": f"<w:document {WORD}><w:body/></w:document>", name: laughs}
    with pytest.raises(BadInput, match="laughs defines entities of its own"):
        understand(packed(parts.items()), source="laughs")


def test_a_document_that_would_read_another_file_does_not() -> None:
    outside = (
        '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>'
        f"<w:document {WORD}><w:body>{paragraph('&e;')}</w:body></w:document>"
    )
    with pytest.raises(BadInput, match="defines entities of its own"):
        understand(packed([("word/document.xml", outside)]), source="outside")


def test_deep_nesting_is_read_as_flat_or_refused() -> None:
    html = PAGE + b"<div>" * 3000 + b"We will act too."
    assert "We will act too." in understand(html, source="deep").text
    with pytest.raises(BadInput, match="deep is nested too deeply"):
        understand(rtf_of("{" * 100_000), source="deep")
    tables = "<w:tbl><w:tr><w:tc>" * 5000 + "</w:tc></w:tr></w:tbl>" * 5000
    with pytest.raises(BadInput, match="deep is nested too deeply"):
        understand(docx_of(tables), source="deep")


def test_each_file_has_a_reader_of_its_own_and_all_have_one_keeper() -> None:
    read_confined(PAGE, Format.HTML)
    keeper = keeper_pid()
    read_confined(PAGE, Format.HTML)
    assert keeper_pid() == keeper


def test_a_keeper_that_was_ended_is_replaced() -> None:
    read_confined(PAGE, Format.HTML)
    keeper = keeper_pid()
    os.kill(keeper, signal.SIGKILL)
    assert read_confined(PAGE, Format.HTML).text == PLAN
    assert keeper_pid() != keeper


def test_several_threads_are_served_in_turn() -> None:
    found: list[str] = []
    threads = [
        threading.Thread(target=lambda: found.append(read_confined(PAGE, Format.HTML).text))
        for _ in range(8)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == [PLAN] * 8


def test_a_forked_copy_of_this_process_starts_a_keeper_of_its_own() -> None:
    read_confined(PAGE, Format.HTML)
    keeper = keeper_pid()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # the runner has threads of its own
        copy = os.fork()
    if copy == 0:
        try:
            good = read_confined(PAGE, Format.HTML).text == PLAN and keeper_pid() != keeper
            confined._shared.end()
            os._exit(0 if good else 1)
        finally:
            os._exit(2)
    assert os.waitstatus_to_exitcode(os.waitpid(copy, 0)[1]) == 0
    assert keeper_pid() == keeper


_ASKER = """
import sys
from commitrack.sources import confined
from commitrack.sources.formats import Format
confined.read_confined(b"<!DOCTYPE html><p>We will act.", Format.HTML)
print(confined._shared._keeper._process.pid, flush=True)
if sys.argv[1] == "working":
    confined.read_confined(b"<!DOCTYPE html>" + b"<div>" * 400_000, Format.HTML)
sys.stdin.read()
"""


@pytest.mark.parametrize("state", ["waiting", "working"])
def test_a_keeper_dies_with_whoever_started_it(state: str) -> None:
    asker = subprocess.Popen(
        [sys.executable, "-c", _ASKER, state], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    assert asker.stdin is not None
    assert asker.stdout is not None
    keeper = int(asker.stdout.readline())
    asker.kill()
    asker.wait()
    asker.stdin.close()
    asker.stdout.close()
    _wait_for_end(keeper)


def _wait_for_end(pid: int) -> None:
    """Wait on the condition that a process is gone; it is told so by the end of a pipe."""
    for _ in range(100_000):
        try:
            os.kill(pid, 0)
        except ProcessLookupError:
            return
        try:
            state = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
        except OSError:
            return
        if state == "Z":
            return
        os.sched_yield()
    raise AssertionError(f"{pid} goes on")


@pytest.mark.parametrize(
    "answer",
    [
        b"",
        b"[]",
        b"{}",
        b'{"text": 1}',
        b"\xff",
        json.dumps({"text": "a", "pages": [1, 0], "encoding": "utf-8"}).encode(),
        json.dumps({"text": "a", "pages": [0, 9], "encoding": "utf-8"}).encode(),
        Parsed("a", title="t").to_json().replace(b'"t"', b"[]"),
        Parsed("a").to_json().replace(b'"said_on": null', b'"said_on": "soon"'),
    ],
)
def test_what_a_reader_says_is_checked(answer: bytes) -> None:
    with pytest.raises((ValueError, KeyError)):
        from_json(answer)


def test_a_reader_that_was_taken_over_can_only_name_a_reason() -> None:
    with pytest.raises(Unreadable) as refused:
        from_json(b'{"unreadable": "' + b"x" * 9000 + b'"}')
    assert len(str(refused.value)) == 300


def test_a_reader_can_write_no_file_and_start_no_program(tmp_path: Path) -> None:
    program = f"""
import os, subprocess, sys
from commitrack.sources import keeper
from commitrack.sources.confined import LIMITS
from dataclasses import asdict
done = []
if os.fork() == 0:
    keeper._give_up_everything(asdict(LIMITS))
    try:
        with open({str(tmp_path / "a")!r}, "w") as file:
            file.write("x")
    except OSError:
        os._exit(7)
    os._exit(0)
sys.exit(os.waitstatus_to_exitcode(os.wait()[1]))
"""
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode in (7, -25)
    assert not (tmp_path / "a").exists() or not (tmp_path / "a").read_text()
