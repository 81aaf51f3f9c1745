"""J16, the public page: what is public goes out, and nothing else; it opens from the disk."""

from __future__ import annotations

from pathlib import Path

from tests.cli.harness import CommandLine
from tests.journeys.steps import begin
from tests.published.reading import read
from tests.published.telling import pages


def test_the_public_page_shows_a_slipped_promise_and_what_is_internal_stays_in_the_house(
    run: CommandLine, tmp_path: Path
) -> None:
    number = begin(run)
    run.ok("set", number, "due=2026-12-31", "--why", "consultation extended")
    run.ok("set", number, "note=the minister is nervous", "lead=bob")
    site = tmp_path / "site"
    assert "nothing is public here yet" in run.ok("publish", str(site)).err

    run.ok("set", number, "visibility=public")
    again = ("publish", str(site), "--title", "What we were promised")
    run.ok(*again)
    found = pages(site)
    page = found[f"commitments/{number}.html"]
    (mark,) = read(page).all("mark")
    assert mark.text == run.record(number)["quote"]
    for words in (
        *("30 June 2026", "31 December 2026", "184 days later", "consultation extended"),
        *("board peer review options paper published", "Board papers", "NHS Confederation"),
    ):
        assert words in page, words
    assert [path for path in found if path.startswith("commitments/")] == [
        f"commitments/{number}.html"
    ]
    for path, text in found.items():
        assert "nervous" not in text, path
        assert "<script" not in text, path
        assert "bob" not in text, path

    assert "0 new, 0 changed" in run.ok(*again).err
    run.ok("set", number, "due=2027-03-31", "--why", "the paper was not ready")
    run.ok(*again)
    assert "31 March 2027" in pages(site)[f"commitments/{number}.html"]
    assert pages(site)["style.css"] == found["style.css"]

    run.ok("set", number, "visibility=internal")
    run.ok(*again)
    assert "consultation extended" not in "".join(pages(site).values())
