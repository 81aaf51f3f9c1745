"""Score the extraction against the annotated corpus in tests/gold, and print the table.

Items of one kind are paired one to one by the overlap of their spans; an intersection over union
of a half counts as found. Fields are judged on the pairs. The rules were written with the corpus
in view, so this is a regression test and not an estimate for unseen statements.
"""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path

from rich.console import Console
from rich.table import Table

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from tests.extract.scoring import f1, pairs, statements

KINDS = ("commitment", "recommendation", "aspiration")


def main() -> None:
    """Score and print."""
    total: Counter[str] = Counter()
    right: Counter[str] = Counter()
    matched = 0
    corpus = statements()
    for statement in corpus:
        found, counts = pairs(statement)
        total.update(counts)
        for mark, candidate in found:
            matched += 1
            deadline = candidate.deadline
            said = mark["deadline"]["date"] if mark["deadline"] else None
            read = deadline.date.isoformat() if deadline and deadline.date else None
            right["owner"] += mark["owner"] == candidate.owner
            right["owner basis"] += mark["owner_basis"] == candidate.owner_basis
            right["strength"] += mark["strength"] == candidate.strength
            right["testable"] += mark["testable"] == candidate.testable
            right["deadline's date"] += said == read
    console = Console(width=100)
    table = Table(title=f"{len(corpus)} statements", title_justify="left")
    for column in ("kind", "marked", "proposed", "matched", "precision", "recall", "F1"):
        table.add_column(column, justify="left" if column == "kind" else "right")
    for kind in KINDS:
        gold, proposed = total[f"gold {kind}"], total[f"predicted {kind}"]
        hits = total[f"matched {kind}"]
        table.add_row(
            kind,
            *(str(number) for number in (gold, proposed, hits)),
            *(f"{share:.3f}" for share in (hits / proposed, hits / gold, f1(total, kind))),
        )
    console.print(table)
    for field, number in right.items():
        console.print(f"{field:16} {number / matched:.3f} of {matched}")


if __name__ == "__main__":
    main()
