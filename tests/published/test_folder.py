"""The folder: what did not change is left, what is not ours is never touched, no page is half."""

from __future__ import annotations

import errno
import fcntl
import json
import os
import posixpath
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from commitrack.model.actions import Edit, SetFields
from commitrack.model.errors import CommitrackError, Refused, StoreLocked, Unwritable
from commitrack.site import Outcome, Wish, publish
from commitrack.site.folder import MANIFEST, STAGE, Folder
from commitrack.store import Store
from tests.published.conftest import put, told
from tests.published.reading import read
from tests.published.telling import (
    AGAIN,
    DROPPED,
    LENS,
    PARTLY,
    SENT_BACK,
    TODAY,
    Words,
    pages,
    sign,
)

PUBLIC = (PARTLY, SENT_BACK, AGAIN, DROPPED)


def change(store: Store, words: Words, number: int, **values: str) -> None:
    """Set fields of a commitment today."""
    store.apply([Edit(number, SetFields(dict(values)))], sign(words, "ann", TODAY))


def test_a_second_run_writes_nothing(store: Store, site: Path) -> None:
    before = {path: path.stat().st_mtime_ns for path in site.rglob("*")}
    outcome = put(store, site).pages
    assert (outcome.new, outcome.changed, outcome.removed) == (0, 0, 0)
    assert outcome.unchanged == len(pages(site)) - 1
    files = [path for path in before if path.is_file()]
    assert {path: path.stat().st_mtime_ns for path in files} == {p: before[p] for p in files}


def test_two_sites_of_the_same_record_are_equal_byte_for_byte(
    store: Store, site: Path, tmp_path: Path
) -> None:
    put(store, tmp_path / "other")
    assert pages(tmp_path / "other") == pages(site)


def test_only_what_changed_is_written(store: Store, site: Path, words: Words) -> None:
    before = pages(site)
    change(store, words, PARTLY, title="Another title")
    outcome = put(store, site).pages
    after = pages(site)
    changed = {path for path in after if after[path] != before.get(path)} - {MANIFEST}
    assert len(changed) == outcome.changed
    assert "commitments/C-0001.html" in changed
    for path in ("style.css", "about.html", "commitments/C-0006.html"):
        assert path not in changed


def test_what_is_no_longer_public_is_taken_away(store: Store, site: Path, words: Words) -> None:
    put(store, site)
    change(store, words, PARTLY, visibility="internal")
    outcome = put(store, site).pages
    assert outcome.removed >= 1
    assert not (site / "commitments" / "C-0001.html").exists()
    assert "open-commitments-title" not in "".join(pages(site).values())
    assert set(json.loads((site / MANIFEST).read_text("utf-8"))["pages"]) == set(pages(site)) - {
        MANIFEST
    }


def test_when_nothing_is_public_any_more_the_folders_go_too(
    store: Store, site: Path, words: Words
) -> None:
    for number in PUBLIC:
        change(store, words, number, visibility="internal")
    found = put(store, site)
    assert found.commitments == 0
    assert {path.name for path in site.iterdir() if path.is_dir()} == {"data"}
    assert "Nothing is published yet." in (site / "index.html").read_text("utf-8")


def test_files_that_are_not_ours_are_never_touched(store: Store, site: Path, words: Words) -> None:
    ours = {"CNAME": "example.org", "commitments/notes.txt": "ours", "owners/x/y.html": "deep"}
    for name, text in ours.items():
        (site / name).parent.mkdir(exist_ok=True, parents=True)
        (site / name).write_text(text, "utf-8")
    for number in PUBLIC:
        change(store, words, number, visibility="internal")
    put(store, site)
    for name, text in ours.items():
        assert (site / name).read_text("utf-8") == text


def test_a_folder_with_other_things_in_it_is_refused(store: Store, tmp_path: Path) -> None:
    folder = tmp_path / "papers"
    folder.mkdir()
    (folder / "index.html").write_text("mine", "utf-8")
    with pytest.raises(Refused, match="name a new or an empty folder"):
        put(store, folder)
    assert pages(folder) == {"index.html": "mine"}


def test_a_file_of_somebody_elses_where_a_page_would_be_is_refused(
    store: Store, site: Path, words: Words
) -> None:
    change(store, words, PARTLY, visibility="internal")
    put(store, site)
    mine = site / "commitments" / "C-0001.html"
    mine.write_text("mine", "utf-8")
    change(store, words, PARTLY, visibility="public")
    before = pages(site)
    with pytest.raises(Refused, match="is not one of our pages"):
        put(store, site)
    assert pages(site) == before


def test_a_page_that_somebody_has_edited_is_made_anew(store: Store, site: Path) -> None:
    before = pages(site)
    (site / "index.html").write_text("edited", "utf-8")
    assert put(store, site).pages.changed == 1
    assert pages(site) == before


@pytest.mark.parametrize(
    "manifest",
    [
        *("", "{}", "[]", "null", '{"commitrack site": 2, "pages": {}}'),
        '{"commitrack site": 1, "pages": {"../../etc/passwd": "x"}}',
        '{"commitrack site": 1, "pages": {"notes.txt": "x"}}',
        '{"commitrack site": 1, "pages": {"owners/1.html": 3}}',
        '{"commitrack site": 1, "pages": ["owners/1.html"]}',
    ],
)
def test_a_manifest_that_names_anything_but_pages_is_not_believed(
    store: Store, site: Path, manifest: str
) -> None:
    (site / MANIFEST).write_text(manifest, "utf-8")
    before = pages(site)
    with pytest.raises(Refused, match="does not say which pages are ours"):
        put(store, site)
    assert pages(site) == before


def test_a_folder_that_leads_elsewhere_is_not_written_into(
    store: Store, site: Path, tmp_path: Path
) -> None:
    elsewhere = tmp_path / "elsewhere"
    shutil.move(site / "commitments", elsewhere)
    (site / "commitments").symlink_to(elsewhere)
    before = pages(elsewhere)
    with pytest.raises(Refused, match="is no folder of ours"):
        put(store, site)
    assert pages(elsewhere) == before


def test_a_page_that_is_a_link_is_replaced_and_what_it_leads_to_stays(
    store: Store, site: Path, tmp_path: Path
) -> None:
    before = pages(site)
    target = tmp_path / "target.html"
    shutil.move(site / "about.html", target)
    (site / "about.html").symlink_to(target)
    put(store, site)
    assert not (site / "about.html").is_symlink()
    assert pages(site) == before


def test_a_file_is_no_folder(store: Store, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x", "utf-8")
    with pytest.raises(Refused, match="is a file"):
        put(store, tmp_path / "file")


def test_a_place_that_cannot_be_written_is_told_in_one_line(store: Store) -> None:
    with pytest.raises(CommitrackError, match="cannot be written") as error:
        put(store, Path("/proc/nothing/site"))
    assert "\n" not in str(error.value)


def test_two_runs_do_not_write_at_once(store: Store, site: Path) -> None:
    held = os.open(site, os.O_RDONLY)
    try:
        fcntl.flock(held, fcntl.LOCK_EX)
        with pytest.raises(Refused, match="another commitrack is publishing"):
            put(store, site)
    finally:
        os.close(held)
    put(store, site)


def test_a_dry_run_says_what_would_be_and_leaves_no_trace(
    store: Store, site: Path, words: Words, tmp_path: Path
) -> None:
    new = publish(store, LENS, tmp_path / "new", Wish(), keep=False, told=told)
    assert new.pages == Outcome(len(pages(site)) - 1, 0, 0, 0)
    assert not (tmp_path / "new").exists()
    change(store, words, PARTLY, visibility="internal")
    before = pages(site)
    planned = publish(store, LENS, site, Wish(), keep=False, told=told)
    assert pages(site) == before
    assert put(store, site) == planned


def test_a_record_that_does_not_stand_still_is_not_published(
    store: Store, site: Path, words: Words
) -> None:
    before = pages(site)
    count = 0

    def meddle(what: str, done: int, total: int) -> None:
        nonlocal count
        if done == 1:
            count += 1
            change(store, words, SENT_BACK, title=f"Title {count}")

    with pytest.raises(StoreLocked, match="kept changing"):
        publish(store, LENS, site, Wish(), told=meddle)
    assert pages(site) == before
    assert count == 3


def test_a_record_that_changed_once_meanwhile_is_read_anew(
    store: Store, site: Path, words: Words, tmp_path: Path
) -> None:
    count = 0

    def meddle(what: str, done: int, total: int) -> None:
        nonlocal count
        if done == total and not count:
            count += 1
            change(store, words, PARTLY, title="A title of meanwhile")

    publish(store, LENS, site, Wish(), told=meddle)
    put(store, tmp_path / "after")
    assert pages(site) == pages(tmp_path / "after")


def test_a_full_disk_and_an_interruption_leave_what_was_there(
    store: Store, site: Path, words: Words, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = pages(site)
    change(store, words, PARTLY, title="Another title")

    def full(*_: object) -> int:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    with monkeypatch.context() as patch:
        patch.setattr(Path, "write_bytes", full)
        with pytest.raises(Unwritable, match="No space left"):
            put(store, site)
    assert pages(site) == before

    def stop(what: str, done: int, total: int) -> None:
        if done == total:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        publish(store, LENS, site, Wish(), told=stop)
    assert pages(site) == before


def test_a_page_is_written_once_and_only_where_pages_are(tmp_path: Path) -> None:
    with Folder(tmp_path / "new") as folder:
        folder.write("index.html", "x")
        for path in ("index.html", "../x.html", "notes.html", MANIFEST, f"{STAGE}/a.html"):
            with pytest.raises(ValueError, match="no page of a site"):
                folder.write(path, "x")


# Cut short


def steps(store: Path, folder: Path) -> int:
    """How many steps a run takes that change the folder."""
    return int(_run(store, folder, 0).stdout)


def _run(store: Path, folder: Path, step: int) -> subprocess.CompletedProcess[str]:
    program = Path(__file__).with_name("cut_short.py")
    return subprocess.run(
        [sys.executable, str(program), str(store), str(folder), str(step)],
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )


def whole(folder: Path) -> None:
    """Hold that every link of every page that can be reached leads to a whole page."""
    waiting, seen = ["index.html"], {"index.html"}
    while waiting:
        path = waiting.pop()
        for one in read((folder / path).read_text("utf-8")).all("a"):
            target = one.get("href").partition("#")[0]
            if not target or target.startswith(("http:", "https:")):
                continue
            at = posixpath.normpath(posixpath.join(posixpath.dirname(path), target))
            assert (folder / at).is_file(), f"{path} leads to {at}, which is not there"
            if at.endswith(".html") and at not in seen:
                seen.add(at)
                waiting.append(at)


@pytest.mark.parametrize("tenth", range(11))
def test_a_run_that_is_killed_leaves_whole_pages_and_the_next_one_completes_it(
    store: Store, words: Words, tmp_path: Path, tenth: int
) -> None:
    place = Path(store.place)
    folder = tmp_path / "site"
    change(store, words, SENT_BACK, visibility="internal")
    put(store, folder)
    old = pages(folder)
    change(store, words, SENT_BACK, visibility="public", title="Shown from now on")
    change(store, words, PARTLY, visibility="internal")
    put(store, tmp_path / "fresh")
    new = pages(tmp_path / "fresh")
    rehearsal = tmp_path / "rehearsal"
    shutil.copytree(folder, rehearsal)
    every = steps(place, rehearsal)
    assert pages(rehearsal) == new

    step = 1 + (every - 1) * tenth // 10
    assert _run(place, folder, step).returncode == 9
    for path, text in pages(folder).items():
        if not path.startswith(STAGE) and path != MANIFEST:
            assert text in (old.get(path), new.get(path)), path
    whole(folder)
    put(store, folder)
    assert pages(folder) == new


@pytest.mark.parametrize("step", [1, 2, 3, 9])
def test_a_first_run_that_is_killed_is_completed_by_the_next(
    store: Store, site: Path, tmp_path: Path, step: int
) -> None:
    folder = tmp_path / "begun"
    assert _run(Path(store.place), folder, step).returncode == 9
    put(store, folder)
    assert pages(folder) == pages(site)
