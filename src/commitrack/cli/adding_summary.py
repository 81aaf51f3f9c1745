"""What came of adding several sources: a summary for people, and objects for programs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from commitrack.cli.exits import exit_code
from commitrack.cli.streams import say
from commitrack.cli.typed import typed
from commitrack.cli.wire import VERSION, Json, record_json
from commitrack.intake.many import Outcome, Result
from commitrack.model.cleaning import clean_line
from commitrack.model.ids import statement_id
from commitrack.model.kinds import Kind
from commitrack.sources.gathering import Gathered, LeftOut, count_left_out
from commitrack.sources.understanding import shown, storable

_PUT_IN = (Result.ADDED, Result.NEW_VERSION)


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
        yield f"  next: {typed('list status:candidate')}, then accept or reject"


def _ids(outcomes: Sequence[Outcome]) -> str:
    """The IDs of what was added: the first and the last of them."""
    numbers = [one.statement for one in outcomes if one.statement is not None]
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
        if one.read is not None and one.result in _PUT_IN:
            counts.update(one.read.by_kind)
    return {kind: counts[kind] for kind in Kind if counts[kind]}


def _version(outcome: Outcome) -> str:
    of = "" if outcome.previous is None else f" of {statement_id(outcome.previous)}"
    its = "" if outcome.statement is None else f"{statement_id(outcome.statement)}, "
    return f"{its}a new version{of}"


def _twin(outcome: Outcome) -> str:
    number = outcome.statement
    return shown(outcome.twin or "") if number is None else statement_id(number)


def outcome_json(outcome: Outcome, *, rehearsal: bool) -> Json:
    """What came of one source."""
    error, fetch, read = outcome.error, outcome.fetch, outcome.read
    found: Json = {
        "version": VERSION,
        "source": storable(outcome.source),
        "result": outcome.result.value,
        "statement": _id(outcome.statement),
        "title": outcome.title or None,
    }
    if read is not None:
        names = ("media_type", "sha256", "bytes_sha256")
        found |= {name: getattr(read, name) for name in names}
    if outcome.result in _PUT_IN:
        found["previous"] = _id(outcome.previous)
        found["proposed"] = {kind.value: count for kind, count in _kinds([outcome]).items()}
    if outcome.twin is not None:
        found["twin"] = storable(outcome.twin)
    if fetch is not None:
        found["fetch"] = record_json(fetch)
    if error is not None:
        found["error"] = {"code": int(exit_code(error)), "message": clean_line(str(error))}
    if rehearsal:
        found["dry_run"] = True
    return found


def _id(number: int | None) -> str | None:
    return None if number is None else statement_id(number)


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
            "left_out": {why.value: reasons[why] for why in LeftOut},
            "interrupted": isinstance(stopped, KeyboardInterrupt),
            "dry_run": rehearsal,
        },
    }
