"""The columns a list can show: what each field of a commitment looks like in a cell. Pure.

Every field is one, whether the filter language can ask for it or not.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date

from commitrack.model.assurance import assurance
from commitrack.model.errors import BadInput
from commitrack.model.ids import commitment_id
from commitrack.model.kinds import Strength
from commitrack.model.rag import rag
from commitrack.model.records import Dossier
from commitrack.model.schedule import late_clocks, schedule, slippage

Cell = Callable[[Dossier, date], str]

DEFAULT = ("id", "status", "rag", "due", "follow_up", "lead", "owner", "title")
"""The columns when nobody names any."""
LATE = "late"
"""The column that names each clock that has run out; it comes with any row that is late."""
ON_RECORD = ("created", "changed")
"""Columns that only the history knows."""


def _said(dossier: Dossier, today: date) -> str:
    del today
    source = dossier.source
    return "" if source is None else source.publisher or source.speaker or ""


def _light(dossier: Dossier, today: date) -> str:
    light = rag(dossier, today)
    return f"{light.glyph} {light.colour.value}"


def _late(dossier: Dossier, today: date) -> str:
    return ", ".join(str(late) for late in late_clocks(dossier.commitment, today))


def _slip(dossier: Dossier, today: date) -> str:
    del today
    days = slippage(dossier.commitment, dossier.moves).days
    return "" if days is None else f"{days:+d}" if days else "0"


def _strength(dossier: Dossier, today: date) -> str:
    del today
    found = dossier.commitment.strength
    return "" if found is None else f"{int(found)} {Strength(found).name.lower()}"


# The rules of the wording are loaded for a list that shows what they say, and for no other.


def _specificity(dossier: Dossier, today: date) -> str:
    from commitrack.model.specificity import specificity

    del today
    return str(specificity(dossier.commitment))


def _questions(dossier: Dossier, today: date) -> str:
    from commitrack.model.lint import asked

    del today
    return ", ".join(one.rule for one in asked(dossier))


def _dismissed(dossier: Dossier, today: date) -> str:
    from commitrack.model.lint import dismissed

    del today
    return ", ".join(one.rule for one, _ in dismissed(dossier))


def _schedule(dossier: Dossier, today: date) -> str:
    return schedule(dossier.commitment, today).value


def _links(dossier: Dossier, today: date) -> str:
    del today
    return "; ".join(
        f"{commitment_id(one.source)} {one.type.words} {commitment_id(one.other)}"
        for one in dossier.links
    )


def _own(name: str, between: str = " ") -> Cell:
    def cell(dossier: Dossier, today: date) -> str:
        del today
        value = getattr(dossier.commitment, name)
        if value is None:
            return ""
        if isinstance(value, bool):
            return "yes" if value else "no"
        return between.join(value) if isinstance(value, tuple) else str(value)

    return cell


_CELLS: Mapping[str, Cell] = {
    **{
        name: _own(name)
        for name in (
            *("id", "title", "quote", "kind", "owner", "lead", "reviewer", "due", "follow_up"),
            *("priority", "topic", "visibility", "confidence", "beneficiary", "success_test"),
            *("due_text", "due_precision", "cadence", "condition", "note", "reason", "closed_on"),
            *("owner_basis", "ongoing", "cues", "extractor"),
        )
    },
    "partners": _own("partners", "; "),
    "status": lambda dossier, _: dossier.commitment.status.words,
    "maker": _said,
    "checked": _own("last_checked"),
    "original": _own("due_original"),
    "moves": lambda dossier, _: str(slippage(dossier.commitment, dossier.moves).moves),
    "slip": _slip,
    "strength": _strength,
    "specificity": _specificity,
    "tag": _own("tags"),
    "statement": lambda dossier, _: "" if dossier.source is None else dossier.source.id,
    "assurance": lambda dossier, _: assurance(dossier).words,
    "rag": _light,
    "testable": _own("testable"),
    "schedule": _schedule,
    "link": _links,
    "lint": _questions,
    "dismissed": _dismissed,
    LATE: _late,
}

COLUMNS: tuple[str, ...] = (*_CELLS, *ON_RECORD)
"""The name of every column."""

ALIASES: Mapping[str, str] = {
    "speaker": "maker",
    "follow": "follow_up",
    "last_checked": "checked",
    "closed": "closed_on",
    "due_original": "original",
    "slippage": "slip",
    "spec": "specificity",
    "tags": "tag",
    "owners": "owner",
    "links": "link",
}
"""Other names of columns; those of the filter language are among them."""


def named(names: Iterable[str]) -> tuple[str, ...]:
    """The columns that people mean, each once; `BadInput` names the nearest of one that is none."""
    found: dict[str, None] = {}
    for typed in names:
        word = typed.strip().lower().replace("-", "_").replace(" ", "_")
        name = ALIASES.get(word, word)
        if name not in COLUMNS:
            from commitrack.model.fields import did_you_mean

            near = did_you_mean(name, COLUMNS) or f"; there are {', '.join(COLUMNS)}"
            raise BadInput(f"no column is called {typed.strip()!r}{near}")
        found[name] = None
    return tuple(found)


_HEADINGS = {"id": "ID", "rag": "RAG", "follow_up": "follow-up", "original": "first due"}


def heading(name: str) -> str:
    """What stands above a column."""
    return _HEADINGS.get(name, name.replace("_", " "))


def row(
    dossier: Dossier,
    names: tuple[str, ...],
    today: date,
    on_record: tuple[date, date] | None = None,
) -> list[str]:
    """The cells of one commitment; `on_record` is the days it was created and last changed, for
    columns that show them.
    """
    return [cell(dossier, name, today, on_record) for name in names]


def cell(
    dossier: Dossier, name: str, today: date, on_record: tuple[date, date] | None = None
) -> str:
    """One cell; of a field that only the history knows it is empty without `on_record`."""
    if name in ON_RECORD:
        return "" if on_record is None else on_record[ON_RECORD.index(name)].isoformat()
    return _CELLS[name](dossier, today)


def group_of(dossier: Dossier, field: str, today: date) -> str:
    """The group a commitment counts in, empty for none: of several owners, that of the first."""
    if field == "owner":
        return next(iter(dossier.commitment.owners), "")
    return cell(dossier, field, today)


def exact_group_of(dossier: Dossier, field: str, today: date) -> str:
    """The same for programs: as the record spells it, without glyphs."""
    match field:
        case "status":
            return dossier.commitment.status.value
        case "strength":
            found = dossier.commitment.strength
            return "" if found is None else str(int(found))
        case "rag":
            return rag(dossier, today).colour.value
    return group_of(dossier, field, today)
