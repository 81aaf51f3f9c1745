"""What came of adding several sources: a summary for people, and objects for programs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from commitrack.cli.exits import exit_code
from commitrack.cli.streams import say
from commitrack.cli.wire import VERSION, Json, plain
from commitrack.intake.many import Outcome, Result
from commitrack.model.cleaning import clean_line
from commitrack.model.ids import statement_id
from commitrack.model.kinds import Kind
from commitrack.sources.gathering import Gathered, LeftOut, count_left_out
from commitrack.sources.understanding import shown

LEFT_OUT_NAMES = {
    LeftOut.HIDDEN: "hidden",
    LeftOut.JUNK: "junk",
    LeftOut.FORMAT: "format",
    LeftOut.FOLDER: "folder",
    LeftOut.LINK: "link",
    LeftOut.SPECIAL: "special",
}
"""The reasons in JSON, where their names do not change."""


def put_summary(
    outcomes: Sequence[Outcome],
    gathered: Gathered,
    *,
    rehearsal: bool,
    stopped: BaseException | None,
) -> None:
    """Tell what came of it, in the order of the sources."""
    for line in summary(outcomes, gathered, rehearsal=rehearsal, stopped=stopped):
        say(line)


def summary(
    outcomes: Sequence[Outcome],
    gathered: Gathered,
    *,
    rehearsal: bool,
    stopped: BaseException | None,
) -> Iterator[str]:
    """The lines of the summary; what did not happen has none."""
    by_result = {one: [each for each in outcomes if each.result is one] for one in Result}
    added = by_result[Result.ADDED]
    if added:
        yield f"{'would add' if rehearsal else 'added'} {len(added)}{_ids(added)}{_proposed(added)}"
    versions = by_result[Result.NEW_VERSION]
    if versions:
        verb = "would add new versions" if rehearsal else "new versions"
        yield f"{verb} {len(versions)}:"
        yield from (f"  {shown(one.source)}: {_version(one)}" for one in versions)
    if by_result[Result.ALREADY]:
        yield f"already stored {len(by_result[Result.ALREADY])}"
    elsewhere = by_result[Result.ELSEWHERE]
    if elsewhere:
        yield f"same text found elsewhere {len(elsewhere)}:"
        yield from (f"  {shown(one.source)}: the same text as {_twin(one)}" for one in elsewhere)
    refused = by_result[Result.REFUSED]
    if refused:
        yield f"refused {len(refused)} of {len(gathered.sources)}:"
        yield from (f"  {clean_line(str(one.error))}" for one in refused)
    if gathered.left_out:
        reasons = [why for _, why in gathered.left_out]
        yield f"left out {len(reasons)}: {count_left_out(reasons)}"
    if stopped is not None:
        missed = len(gathered.sources) - len(outcomes)
        why = "interrupted" if isinstance(stopped, KeyboardInterrupt) else "stopped"
        yield f"{why}: {missed} of {len(gathered.sources)} left; the same command goes on from here"
    elif rehearsal:
        yield "nothing was stored"
    elif added or versions:
        yield "  next: commitrack list status:candidate, then accept or reject"


def _ids(outcomes: Sequence[Outcome]) -> str:
    """The IDs of what was added: a run of numbers as its ends."""
    numbers = [one.added.statement.number for one in outcomes if one.added is not None]
    if not numbers:
        return ""
    first, last = statement_id(min(numbers)), statement_id(max(numbers))
    return f": {first}" if first == last else f": {first}–{last}"


def _proposed(outcomes: Sequence[Outcome]) -> str:
    kinds = _kinds(outcomes)
    told = ", ".join(f"{count} {kind.value}{'s' * (count != 1)}" for kind, count in kinds.items())
    return f"; proposed {told}" if told else "; nothing in it reads like a promise"


def _kinds(outcomes: Sequence[Outcome]) -> dict[Kind, int]:
    """How many candidates of each kind the sources hold that are, or would be, added."""
    counts: Counter[Kind] = Counter()
    for one in outcomes:
        if one.added is not None:
            counts.update(one.added.by_kind)
        elif one.prepared is not None:
            counts.update(each.commitment.kind for each in one.prepared.proposals)
    return {kind: counts[kind] for kind in Kind if counts[kind]}


def _version(outcome: Outcome) -> str:
    if outcome.added is None:
        return "a new version"
    statement = outcome.added.statement
    previous = statement.previous
    of = "" if previous is None else f" of {statement_id(previous)}"
    return f"{statement.id}, a new version{of}"


def _twin(outcome: Outcome) -> str:
    return shown(outcome.twin or "") if outcome.added is None else outcome.added.statement.id


def outcome_json(outcome: Outcome, *, rehearsal: bool) -> Json:
    """What came of one source."""
    added, error, fetch = outcome.added, outcome.error, outcome.fetch
    found: Json = {
        "version": VERSION,
        "source": outcome.source,
        "result": outcome.result.value,
        "statement": None if added is None else added.statement.id,
    }
    if outcome.prepared is not None:
        document = outcome.prepared.document
        found |= {
            "title": outcome.prepared.draft.title,
            "media_type": document.media_type,
            "sha256": document.sha256,
            "bytes_sha256": document.bytes_sha256,
        }
    if outcome.result in (Result.ADDED, Result.NEW_VERSION):
        found["proposed"] = {kind.value: count for kind, count in _kinds([outcome]).items()}
    if added is not None and outcome.result is Result.NEW_VERSION:
        previous = added.statement.previous
        found["previous"] = None if previous is None else statement_id(previous)
    if outcome.twin is not None:
        found["twin"] = outcome.twin
    if fetch is not None:
        found["fetch"] = {
            "url": fetch.url,
            "final_url": fetch.final_url,
            "redirects": list(fetch.redirects),
            "status": fetch.status,
            "at": plain(fetch.at),
        }
    if error is not None:
        found["error"] = {"code": int(exit_code(error)), "message": clean_line(str(error))}
    if rehearsal:
        found["dry_run"] = True
    return found


def summary_json(
    outcomes: Sequence[Outcome],
    gathered: Gathered,
    *,
    rehearsal: bool,
    stopped: BaseException | None,
) -> Json:
    """The object that ends a run: how many sources came to what."""
    results = Counter(one.result for one in outcomes)
    reasons = Counter(why for _, why in gathered.left_out)
    return {
        "version": VERSION,
        "summary": {
            "sources": len(gathered.sources),
            **{one.value: results[one] for one in Result},
            "not_reached": len(gathered.sources) - len(outcomes),
            "proposed": {kind.value: count for kind, count in _kinds(outcomes).items()},
            "left_out": {name: reasons[why] for why, name in LEFT_OUT_NAMES.items()},
            "interrupted": isinstance(stopped, KeyboardInterrupt),
            "dry_run": rehearsal,
        },
    }
