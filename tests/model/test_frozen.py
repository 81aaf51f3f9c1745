"""Our frozen data classes are those of the standard library, but for how fast they are made."""

from __future__ import annotations

import copy
import dataclasses
import inspect
import pickle
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commitrack.model.frozen import FEW, dataclass, field, replace
from commitrack.model.records import Dossier, Evidence, SourceClass
from commitrack.model.statements import Statement, StatementDraft
from commitrack.query import And, Everything, Phrase, Word

Maker = Callable[..., Any]
names = st.lists(
    st.sampled_from(["a", "b", "self_", "MISSING_", "set_a", "values", "cls"]),
    unique=True,
    max_size=5,
)
values = st.none() | st.integers() | st.text(max_size=3) | st.tuples(st.integers())


def made(maker: Maker, fields: list[str], defaults: list[Any], say: Maker) -> Any:
    """A class with these fields; the last ones have these defaults."""
    bare = len(fields) - len(defaults)
    space: dict[str, Any] = {"__annotations__": dict.fromkeys(fields, "object")}
    space |= dict(zip(fields[bare:], defaults, strict=False))
    if defaults:  # the last field is of no account when two objects are compared
        space[fields[-1]] = say(default=space[fields[-1]], compare=False, repr=False)
    return maker(frozen=True, slots=True)(type("Made", (), {**space, "__module__": __name__}))


def outcome(run: Callable[[], Any]) -> tuple[str, Any]:
    """What a call gives, or what it raises."""
    try:
        return "gives", run()
    except Exception as error:
        return "raises", type(error)


@given(names, st.data())
def test_a_class_of_ours_does_what_a_standard_one_does(fields: list[str], data: Any) -> None:
    defaults = data.draw(st.lists(values, max_size=len(fields)))
    ours = made(dataclass, fields, defaults, field)
    theirs = made(dataclasses.dataclass, fields, defaults, dataclasses.field)
    given = data.draw(st.lists(values, max_size=len(fields) + 1))
    named = data.draw(st.dictionaries(st.sampled_from([*fields, "other"]), values, max_size=2))
    for _ in range(data.draw(st.sampled_from([0, FEW]))):  # then the constructor is compiled
        outcome(lambda: ours(*given, **named))
    one, other = outcome(lambda: ours(*given, **named)), outcome(lambda: theirs(*given, **named))
    if other[0] == "raises":
        assert one == other
        return
    mine, standard = one[1], other[1]
    assert repr(mine) == repr(standard).replace("made.<locals>.", "")
    assert dataclasses.asdict(mine) == dataclasses.asdict(standard)
    assert ours.__match_args__ == theirs.__match_args__
    told = [(one.name, one.default, one.compare) for one in dataclasses.fields(ours)]
    assert told == [(one.name, one.default, one.compare) for one in dataclasses.fields(theirs)]
    assert not hasattr(mine, "__dict__")
    change = data.draw(st.dictionaries(st.sampled_from([*fields, "other"]), values, max_size=2))
    changed = outcome(lambda: dataclasses.replace(mine, **change))
    expected = outcome(lambda: dataclasses.replace(standard, **change))
    assert changed[0] == expected[0]
    assert outcome(lambda: replace(mine, **change)) == changed
    if changed[0] == "gives":
        assert (mine == changed[1]) == (standard == expected[1])
        if mine == changed[1]:
            assert hash(mine) == hash(changed[1])
    assert mine != standard
    assert copy.copy(mine) == mine == copy.deepcopy(mine)
    for name in [*fields, "other"]:
        for change_it in (
            lambda name=name: setattr(mine, name, 1),
            lambda: delattr(mine, fields[0]),
        ):
            assert outcome(change_it)[0] == "raises"


def test_a_field_can_have_a_value_made_anew_for_each() -> None:
    one, two = (Dossier(commitment=None) for _ in range(2))  # type: ignore[arg-type]
    assert one.parents == {}
    assert one.parents is not two.parents
    assert Dossier(None, parents={"a": "b"}).parents == {"a": "b"}  # type: ignore[arg-type]


def test_a_constructor_is_compiled_for_a_class_of_many_objects_only() -> None:
    kind = made(dataclass, ["a", "b"], ["z"], field)
    for _ in range(FEW):
        assert kind(1).b == "z"
    assert inspect.signature(kind.__init__).parameters.keys() == {"self", "values", "named"}
    assert kind(1, b=2).b == 2
    assert inspect.signature(kind.__init__).parameters.keys() == {"self", "a", "b"}


def test_what_is_frozen_says_so() -> None:
    piece = Evidence("Report", SourceClass.OFFICIAL)
    with pytest.raises(dataclasses.FrozenInstanceError, match="cannot assign to field 'title'"):
        piece.title = "Another"  # type: ignore[misc]
    with pytest.raises(dataclasses.FrozenInstanceError, match="cannot delete field 'title'"):
        del piece.title
    with pytest.raises(TypeError, match=r"Evidence.__init__\(\) missing 2 required"):
        Evidence()  # type: ignore[call-arg]


def test_a_class_can_go_on_from_another() -> None:
    kept = Statement("text", "sha", "title", "publisher")
    assert isinstance(kept, StatementDraft)
    assert kept.text == "text"
    assert pickle.loads(pickle.dumps(kept)) == kept
    assert dataclasses.replace(kept, title="other").title == "other"


def test_the_same_values_in_another_class_are_another_thing() -> None:
    assert Word("a") == Word("a")
    assert Word("a") != Phrase("a")  # type: ignore[comparison-overlap]
    assert Everything() == Everything()
    assert hash(And((Word("a"),))) == hash(And((Word("a"),)))
    match And((Word("a"), Word("b"))):
        case And((Word(text), _)):
            assert text == "a"


def test_a_field_of_the_standard_library_is_not_taken_for_a_default() -> None:
    with pytest.raises(TypeError, match="take ours"):
        made(dataclass, ["a"], [1], dataclasses.field)


def test_nothing_but_frozen_classes_with_slots_is_made() -> None:
    with pytest.raises(TypeError, match="only frozen"):
        dataclass(frozen=False, slots=True)
