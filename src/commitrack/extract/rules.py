"""Every rule that can decide a sentence, under the name by which a verdict speaks of it.

Cues, guards and the rules for must and should stand in tables of their own; here they come together
with the readings of a clause and of the lay-out, so that whoever shows a verdict can say what a
name means. The guide's page of rules is made from this.
"""

from __future__ import annotations

from enum import StrEnum
from functools import cache

from commitrack.extract.cue_table import CUES
from commitrack.extract.demands import DEMANDS
from commitrack.extract.guards import GUARDS
from commitrack.model.frozen import dataclass


class RuleSort(StrEnum):
    """What a rule does with a sentence."""

    CUE = "cue"
    """Words that may make an item."""
    GUARD = "guard"
    """A test that holds a cue back."""
    DEMAND = "demand"
    """What a clause with must, should or need to turns out to be."""
    READING = "reading"
    """How a clause or the lay-out is read."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule as people read of it."""

    name: str
    sort: RuleSort
    doc: str
    """What it is, in a sentence."""
    example: str
    """A text in which it decides."""
    kind: str | None = None
    """The kind of item that it makes, if it makes one."""
    strength: int | None = None
    """How firmly what it makes binds before its verb and its date are looked at (1 to 4)."""
    guards: tuple[str, ...] = ()
    """For a cue: the guards it must pass, in order."""


def _reading(name: str, doc: str, example: str) -> Rule:
    return Rule(name, RuleSort.READING, doc, example)


READINGS = (
    _reading(
        "exploratory-verb",
        "The act is to explore, consider, review or discuss: a promise to look, not to do.",
        "We will consider a ban on lorries.",
    ),
    _reading(
        "passive",
        "The verb is passive, so whoever must act stands behind “by”, or nowhere.",
        "The lifts will be repaired by the Council.",
    ),
    _reading(
        "joined-verb",
        "A second verb joined by “and”, with an object of its own, is a second item.",
        "We will publish a plan and appoint a director.",
    ),
    _reading(
        "governed",
        "The clause is what somebody says, announces or resolves.",
        "The Trust said that it will publish the report.",
    ),
    _reading(
        "addressee",
        "Whoever is asked to act is the owner.",
        "We urge the Department to publish the report.",
    ),
    _reading(
        "lead-in",
        "A bullet takes the owner, the strength and the deadline of the words above the list.",
        "We will:\n\n- publish a plan;\n- appoint a director.",
    ),
    _reading(
        "title",
        "Bullets below “Our commitments:” that begin with an act are commitments.",
        "Our commitments:\n\n- Publish the plan by May\n- Train 40 nurses this year",
    ),
    _reading(
        "table-row",
        "A row of a table of actions: what, by whom and by when.",
        "Action | Lead | By when\nPublish the plan | Director of Care | May 2026",
    ),
    _reading(
        "resolved-that",
        "What a meeting resolves, agrees or decides, without a modal verb.",
        "RESOLVED that the hall be repaired.",
    ),
    _reading(
        "accepted-line",
        "A line that says only that a recommendation is accepted.",
        "Recommendation 1\n\nAccepted in full.",
    ),
    _reading(
        "imperative",
        "A numbered recommendation may be put as a command, to nobody by name.",
        "Recommendation 2: Publish a list of every landlord.",
    ),
    _reading(
        "motion",
        "In minutes, a motion that is carried binds the meeting to what it says.",
        "Moved by Ms Yoder, seconded by Mr Okafor, to repair the hall roof. Motion carried.",
    ),
    _reading(
        "action-line",
        "In minutes and plans, “JB to write” gives somebody an action.",
        "JB to write to the families by 12 December.",
    ),
    _reading(
        "nobody-addressed",
        "Something is asked or advised, but of nobody that the words name.",
        "We recommend caution.",
    ),
)
"""How clauses and lay-out are read, where no table of its own says so."""


@cache
def rules() -> tuple[Rule, ...]:
    """Every rule: the cues, the guards, the rules for must and should, the readings."""
    return (
        *(
            Rule(
                one.name,
                RuleSort.CUE,
                one.doc,
                one.example,
                one.kind.value if one.name != "no-plans" else None,
                None if one.strength is None else int(one.strength),
                one.guards,
            )
            for one in CUES
        ),
        *(Rule(one.name, RuleSort.GUARD, one.doc, one.example) for one in GUARDS.values()),
        *(
            Rule(
                one.name,
                RuleSort.DEMAND,
                one.doc,
                one.example,
                None if one.kind is None else one.kind.value,
            )
            for one in DEMANDS
        ),
        *READINGS,
    )


@cache
def _by_name() -> dict[str, Rule]:
    found: dict[str, Rule] = {}
    for one in rules():
        found.setdefault(one.name, one)
    return found


def meaning(name: str) -> str | None:
    """What the rule of this name is, in a sentence; None for a name that is no rule's.

    Old stores hold names of rules that are gone since.
    """
    rule = _by_name().get(name)
    return None if rule is None else rule.doc
