"""Write the guide's page of rules from the tables of the extractor.

The page is never edited by hand: `make rules` writes it, and a test holds it to the tables.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from commitrack.extract.rules import Rule, RuleSort, rules

PAGE = Path(__file__).resolve().parents[1] / "docs" / "rules.md"

_HEAD = """# The rules of the extractor

No cue, no item: a sentence is proposed only when a *cue* stands in it and no *guard* holds it back.
Every cue and every guard is listed here with a sentence in which it decides; a test runs them all.
This page is made from the tables of the program with `make rules`.

To see which of them decided a sentence of yours:

```console
$ commitrack extract nhs-confederation-west-london.txt --explain
```
"""
_SECTIONS = {
    RuleSort.CUE: (
        "Cues",
        "Words that may make an item, with the strength that they give before the verb, a date or\n"
        "a hedge is looked at. Where two meet, the earlier row wins.",
    ),
    RuleSort.GUARD: (
        "Guards",
        "Each is one test, and holds a cue back. The example is a sentence that it holds back.",
    ),
    RuleSort.DEMAND: (
        "Must, should and need to",
        "What a clause with one of these is depends on who is told to do what.",
    ),
    RuleSort.READING: ("Readings", "How a clause, or the lay-out around it, is read."),
}


def page() -> str:
    """The page, as Markdown."""
    return "\n".join((_HEAD, *_parts())).rstrip() + "\n"


def _parts() -> Iterator[str]:
    for sort, (title, text) in _SECTIONS.items():
        yield f"## {title}\n\n{text}\n"
        for rule in rules():
            if rule.sort is sort:
                yield from _entry(rule)


def _entry(rule: Rule) -> Iterator[str]:
    makes = []
    if rule.kind is not None:
        makes.append(rule.kind)
    if rule.strength is not None and rule.kind != "aspiration":
        makes.append(f"strength {rule.strength}")
    yield f"**`{rule.name}`** · {', '.join(makes)}  " if makes else f"**`{rule.name}`**  "
    yield rule.doc + "  "
    lines = [line for line in rule.example.split("\n") if line]
    if len(lines) == 1:
        yield f"> {lines[0]}\n"
    else:
        yield "\n```\n" + "\n".join(lines) + "\n```\n"
    if rule.guards:
        yield f"Guards, in order: {', '.join(f'`{name}`' for name in rule.guards)}.\n"


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
