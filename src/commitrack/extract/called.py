"""By which words a body is called: what a short word may stand for."""

from __future__ import annotations

from commitrack.extract.body_words import FORCES, OFFICES, TRADES

TRADING = frozenset(["company", "firm", "business"])
_LEGAL_FORMS = frozenset(["Ltd", "Limited", "plc", "Inc", "LLP"])
PUBLIC = frozenset(
    {"Council", "Department", "Ministry", "Board", "Authority", "Police", "Constabulary", "NHS"}
    | {"Commission", "Office", "Ombudsman", "Inspectorate", "Agency", "Government", "Partnership"}
    | {"Forum", "Regulator", "Service", "University", "Parliament", "Trust", "Union", "League"}
    | {"Guild", "Association", "Society", "Foundation", "Federation", "Confederation", "College"}
    | {"Academy", "School", "Church", "Charity", "Campaign", "Friends", "Panel", "Committee"}
)
"""Words of a name whose bearer no text calls a company or a firm."""
OF_WORKERS = frozenset({"Workers", "Teachers", "Nurses", "Lecturers", "Staff", "Alliance", "Guild"})
DESCRIBED = {
    "civic body": frozenset({"Corporation", "Council", "Municipality", "Municipal"}),
    "local authority": frozenset({"Council", "Borough", "Corporation"}),
    "local council": frozenset({"Council", "Borough"}),
    "water company": frozenset({"Water"}),
    "train operator": frozenset({"Trains", "Rail", "Railways"}),
    "rail operator": frozenset({"Trains", "Rail", "Railways"}),
    "ferry operator": frozenset({"Ferries"}),
    "bus operator": frozenset({"Buses", "Coaches", "Transport"}),
    "housing association": frozenset({"Housing", "Homes"}),
    "police force": frozenset({"Police", "Constabulary"}),
    "health board": frozenset({"Health", "NHS"}),
    "hospital trust": frozenset({"Hospitals", "NHS"}),
}
"""What kinds of bodies are called, with the words of the names that such bodies have."""
LEAGUES = frozenset({"Alliance", "Coalition", "Workers", "Institute", "Confederation", "Congress"})


def is_company(name: str) -> bool:
    """Whether a name ends as those of companies do."""
    last = name.split()[-1]
    return last in _LEGAL_FORMS or last in TRADES or last in FORCES["company"]


_PARTS_OF_BODIES = frozenset(
    {"Group", "Committee", "Subcommittee", "Panel", "Friends", "Governors", "Forum", "Union"}
)
"""The last words of names that begin with the name of the body which they belong to."""


def bearer(word: str, name: str) -> str:
    """Whom a word of a full name means: the body itself, or the one that it is a part of.

    In the papers of the Oak Surgery Patient Group "the Surgery" is the Oak Surgery.
    """
    parts = name.split()
    if parts[-1] not in _PARTS_OF_BODIES or word.casefold() == parts[-1].casefold():
        return name
    at = [part.casefold() for part in parts].index(word.casefold()) if word in parts else 0
    return " ".join(parts[: at + 1]) if at else name


def is_kind(word: str) -> bool:
    """Whether a text may call bodies by this word in whose full names it does not stand."""
    folded = word.casefold()
    one = folded.rstrip("s")
    return (
        (one != folded and one not in OFFICES)
        or folded in ("body", "bodies", "foundation", "foundations")
        or folded in TRADING
        or folded in FORCES
    )


def stands_for(word: str, name: str) -> bool:
    """Whether a text may call the bearer of a full name by this word: "the force"."""
    folded = word.casefold()
    parts = name.split()
    if folded in name.casefold().split():
        return True
    one = folded.rstrip("s")
    if one != folded and one not in OFFICES and " and " in name and one in name.casefold():
        return True
    if folded in ("body", "bodies", "foundation", "foundations") and " and " in name:
        return True
    if folded in TRADING and parts[-1] in TRADES:
        return True
    if folded in TRADING and not PUBLIC.isdisjoint(parts):
        return False  # "the company" is not the Water Ombudsman
    forces = FORCES.get(folded)
    return forces is not None and any(part in forces for part in parts)
