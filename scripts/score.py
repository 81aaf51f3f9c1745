"""Score the extractor against the annotated statements, print the table and write it in the guide.

Items of one kind are paired one to one by the overlap of their spans; an intersection over union
of a half counts as found. Fields are judged on the pairs. `make score` writes docs/accuracy.md,
and a test holds the page to what the extractor does.
"""

from __future__ import annotations

import sys
from pathlib import Path

from rich.console import Console
from rich.markdown import Markdown

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from tests.extract.scoring import GOLD, Tally, tally

ROOT = Path(__file__).resolve().parents[1]
PAGE = ROOT / "docs" / "accuracy.md"
CORPORA = {
    "the statements in view": (GOLD,),
    "read afterwards": tuple(sorted((ROOT / "tests" / "extract").glob("unseen*"))),
    "held out": tuple(sorted((ROOT / "tests" / "extract").glob("heldout*"))),
}
_HEAD = """# How well it reads

Statements marked by hand after [what counts](what-counts.md), read by the extractor, and compared.
They were written for this project: invented bodies, in the wording of real ones. `make score`
measures and writes this page.

- **The statements in view** are those that the rules were written with. Read their figures as a
  check that nothing was lost, never as what your statements will give.
- **Read afterwards**: marked before the extractor was run on them; then their errors were read, and
  mended by rules that state a fact of English. When they were first read, before that, a set of
  about ten scored between 0.82 and 0.96 for commitments and between 0.81 and 1.0 for
  recommendations: the more unusual its voices, the less.
- **Held out**: marked in the same way, and kept apart. Rules were never written for its misses, so
  this column is the nearest to what a statement that nobody has seen will give.

"""
_FOOT = """
An item counts as found when its words and the marked ones share at least half of what either
covers. Owner, strength and deadline are judged on the items that were found. A *trap* is a passage
that looks like a promise and is none.

What is missed most: wishes and undertakings reported by somebody else, nouns that promise
("a commitment to"), and owners who must be inferred over several sentences. Read the list of
sentences that were passed over; each says which rule decided it.
"""


def _rows() -> list[tuple[str, list[str]]]:
    scores = [_joined([tally(folder) for folder in folders]) for folders in CORPORA.values()]
    rows = [("statements", [str(one.statements) for one in scores])]
    for kind in ("commitment", "recommendation", "aspiration"):
        rows += [
            (f"{kind}s marked", [str(one.counts[f"gold {kind}"]) for one in scores]),
            (f"{kind}s: precision", [f"{one.precision(kind):.3f}" for one in scores]),
            (f"{kind}s: recall", [f"{one.recall(kind):.3f}" for one in scores]),
            (f"{kind}s: F1", [f"{one.f1(kind):.3f}" for one in scores]),
        ]
    rows += [
        (title, [f"{one.share(field):.3f}" for one in scores])
        for title, field in (
            ("owner right", "owner"),
            ("basis of the owner right", "owner basis"),
            ("strength right", "strength"),
            ("strength within one", "strength within one"),
            ("testable right", "testable"),
            ("overlap of the words found", "overlap"),
        )
    ]
    rows.append(("deadline found: F1", [f"{one.deadlines_f1():.3f}" for one in scores]))
    rows.append(("deadline dated right", [f"{one.share('deadline dated'):.3f}" for one in scores]))
    rows.append(("traps taken", [_taken(one) for one in scores]))
    return rows


def _joined(some: list[Tally]) -> Tally:
    first, *others = some
    for one in others:
        first.statements += one.statements
        first.counts.update(one.counts)
        first.right.update(one.right)
        first.judged.update(one.judged)
    return first


def _taken(one: Tally) -> str:
    of = one.judged["trap avoided"]
    return f"{of - one.right['trap avoided']} of {of}"


def table() -> str:
    """The figures, as a table in Markdown."""
    heads = ["", *CORPORA]
    lines = [f"| {' | '.join(heads)} |", "|---|" + "---:|" * len(CORPORA)]
    lines += [f"| {title} | {' | '.join(cells)} |" for title, cells in _rows()]
    return "\n".join(lines) + "\n"


def page() -> str:
    """The page of the guide."""
    return _HEAD + table() + _FOOT


def main() -> None:
    """Score, print, and write the page."""
    written = page()
    PAGE.write_text(written, encoding="utf-8")
    Console(width=100).print(Markdown(written[len(_HEAD) : -len(_FOOT)]))


if __name__ == "__main__":
    main()
