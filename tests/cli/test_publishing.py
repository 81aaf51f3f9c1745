"""``publish``: the public page in a folder, or one line that says why not."""

from __future__ import annotations

import pytest

from tests.cli.filling import HOSTILE, fill
from tests.cli.harness import CommandLine


@pytest.fixture
def public(run: CommandLine) -> CommandLine:
    """Two commitments, the first of them public."""
    fill(run.store, "We will publish the plan", "We will mend the pier")
    run.ok("accept", "C-1", "C-2", "--due", "2026-06-30")
    run.ok("set", "C-1", "visibility=public", "success_test=it is out")
    return run


def test_it_says_what_it_wrote_and_where_to_look(public: CommandLine) -> None:
    folder = public.home / "site"
    done = public.ok("publish", str(folder))
    assert done.out == ""
    assert "done: 1 commitment of 1 owner in" in done.err
    assert str(folder / "index.html") in done.err
    assert "We will mend" not in (folder / "index.html").read_text("utf-8")
    again = public.ok("publish", str(folder))
    assert "0 new, 0 changed" in again.err


def test_json_counts_the_pages(public: CommandLine) -> None:
    folder = str(public.home / "site")
    looked = public.ok("publish", folder, "--dry-run", "--json")
    assert "nothing was written" in looked.err
    assert not (public.home / "site").exists()
    done = public.ok("publish", folder, "--json").json
    assert {**looked.json, "dry_run": False} == done
    assert (done["commitments"], done["owners"], done["pages"]["removed"]) == (1, 1, 0)


def test_the_title_and_a_query_are_taken_and_the_query_stays_in_the_house(
    public: CommandLine,
) -> None:
    folder = public.home / "site"
    public.ok("publish", str(folder), "lead:nobody", "--title", "  What we\twere promised ")
    page = (folder / "index.html").read_text("utf-8")
    assert "<h1>What we were promised</h1>" in page
    assert "nobody" not in page.replace("nobody has", "")


def test_nothing_public_is_told_with_the_way_out(run: CommandLine) -> None:
    fill(run.store, "We will publish the plan")
    done = run.ok("publish", str(run.home / "site"))
    assert "nothing is public here yet: commitrack set ID visibility=public" in done.err


@pytest.mark.parametrize(
    ("words", "code", "told"),
    [
        (("publish",), 2, "DIR"),
        (("publish", "site", "sort:due"), 2, "pages have their own order"),
        (("publish", "site", "onwer:x"), 2, "owner"),
        (("publish", "site", "--title", " "), 2, "--title is empty"),
        (("publish", "site", "--base-url", "example.org"), 2, "no address of a folder on the web"),
        (("publish", "site", "--base-url", "https://a:b@example.org"), 2, "no address of a folder"),
        (("publish", "site", "--base-url", "https://example.org/?x"), 2, "no address of a folder"),
        (("publish", "papers"), 4, "holds other things and no site of commitrack"),
        (("publish", "papers/file.txt"), 4, "is a file"),
        (("publish", "site", "--nosuch"), 2, "--nosuch"),
    ],
)
def test_what_cannot_be_done_is_told_in_one_line(
    public: CommandLine,
    monkeypatch: pytest.MonkeyPatch,
    words: tuple[str, ...],
    code: int,
    told: str,
) -> None:
    (public.home / "papers").mkdir()
    (public.home / "papers" / "file.txt").write_text("mine", "utf-8")
    monkeypatch.chdir(public.home)
    outcome = public(*words)
    assert outcome.code == code
    assert told in outcome.err
    assert "Traceback" not in outcome.err
    assert not (public.home / "site").exists()
    assert [path.name for path in (public.home / "papers").iterdir()] == ["file.txt"]


def test_without_a_store_there_is_nothing_to_publish(run: CommandLine) -> None:
    outcome = run("publish", str(run.home / "site"))
    assert outcome.code == 3
    assert not (run.home / "site").exists()


def test_a_folder_and_a_title_may_be_called_anything(public: CommandLine) -> None:
    hostile = HOSTILE.replace("\x00", "").replace("/", "")
    done = public.ok("publish", str(public.home / hostile), "--title", hostile)
    assert "\x1b" not in done.err
    page = (public.home / hostile / "index.html").read_text("utf-8")
    assert "\x1b" not in page
    assert "\u202e" not in page


def test_the_address_of_the_site_is_for_the_feed_alone(public: CommandLine) -> None:
    folder = public.home / "site"
    public.ok("publish", str(folder), "--base-url", "https://example.org/promises")
    feed = (folder / "feed.xml").read_text("utf-8")
    assert 'href="https://example.org/promises/commitments/C-0001.html"' in feed
    for path in folder.rglob("*.html"):
        assert "example.org" not in path.read_text("utf-8")
