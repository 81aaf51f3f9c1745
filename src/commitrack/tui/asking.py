"""Actions that ask something before they act: keys wait until it is on the screen.

Between the key that begins such an action and its dialog lie a look at the store and a screen to be
made. Whoever types on meanwhile means the dialog; the same letters are commands of the place below,
and some of those change the record at once.
"""

from __future__ import annotations

from collections.abc import Callable, Coroutine, Iterator
from functools import wraps
from typing import Any, Concatenate, ParamSpec, Protocol, TypeVar, runtime_checkable

from textual import work
from textual.actions import parse
from textual.dom import DOMNode
from textual.screen import Screen
from textual.worker import Worker

_ASKING: set[object] = set()
"""The actions that ask something."""

P = ParamSpec("P")
Node = TypeVar("Node", bound=DOMNode)


class UnderWay:
    """An action that has begun."""

    __slots__ = ("asked", "screen", "since", "worker")

    def __init__(self, worker: Worker[None], screen: Screen[object], since: float) -> None:
        """It was begun on a `screen`, `since` some second; later that is since when a key has
        waited for what follows its answer.
        """
        self.worker = worker
        self.screen = screen
        self.since = since
        self.asked = False
        """Whether it has put something on the screen."""


@runtime_checkable
class Patient(Protocol):
    """An app that lets keys wait for what an action asks."""

    def let_wait(self, worker: Worker[None]) -> None:
        """Let them wait for this one."""


@runtime_checkable
class Expecting(Protocol):
    """A screen of which something may be still to come that was asked for."""

    def awaits(self, key: str) -> bool:
        """Whether a key is about that."""


@runtime_checkable
class Explaining(Protocol):
    """What says why an action of its own is not to be had now."""

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Whether it is."""

    def why_not(self, action: str, parameters: tuple[object, ...]) -> str:
        """Why; a sentence without its end, to stand behind the name of the command."""


def asks(
    group: str, *, exclusive: bool = False
) -> Callable[
    [Callable[Concatenate[Node, P], Coroutine[None, None, None]]],
    Callable[Concatenate[Node, P], None],
]:
    """An action that goes on in a worker, as with `work`, and asks something, or is soon done."""

    def decorate(
        action: Callable[Concatenate[Node, P], Coroutine[None, None, None]],
    ) -> Callable[Concatenate[Node, P], None]:
        begin = work(group=group, exclusive=exclusive)(action)

        @wraps(action)
        def begun(node: Node, /, *args: P.args, **rest: P.kwargs) -> None:
            worker = begin(node, *args, **rest)
            if isinstance(node.app, Patient):
                node.app.let_wait(worker)

        _ASKING.add(begun)
        return begun

    return decorate


def is_asking(node: DOMNode, action: str) -> bool:
    """Whether an action of a node, as a binding names it, asks something."""
    _, name, _ = parse(action)
    method = getattr(node, f"action_{name}", None)
    return getattr(method, "__func__", None) in _ASKING


def bound_to(screen: Screen[Any], key: str) -> Iterator[tuple[DOMNode, str]]:
    """The actions that a key may stand for, each with whose it is, what has the focus first."""
    for node, bindings in screen._modal_binding_chain:
        for binding in bindings.key_to_bindings.get(key, ()):
            yield node, binding.action
