"""What a sentence test says: a text, what is known of it, and every item that it holds."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Item:
    """One expected item. What is None is not checked, save the owner: None is nobody named."""

    kind: str
    quote: str
    owner: str | None
    strength: int | None = None
    """1 to 4; None for aspirations."""
    due: str | None = None
    """The last day, in ISO form; None when there is none or it cannot be resolved."""
    basis: str | None = None


@dataclass(frozen=True, slots=True)
class Case:
    """A text of a sentence or a few, and all that it undertakes, recommends or wishes for."""

    fact: str
    """What it shows, as a sentence without a stop: the name of the test."""
    text: str
    items: tuple[Item, ...] = ()
    publisher: str | None = None
    speaker: str | None = None
    date: str | None = None


def commitment(
    quote: str,
    owner: str | None,
    strength: int,
    due: str | None = None,
    basis: str | None = None,
) -> Item:
    """A commitment."""
    return Item("commitment", quote, owner, strength, due, basis)


def recommendation(quote: str, owner: str | None, strength: int, due: str | None = None) -> Item:
    """A recommendation."""
    return Item("recommendation", quote, owner, strength, due)


def aspiration(quote: str, owner: str | None) -> Item:
    """An aspiration."""
    return Item("aspiration", quote, owner)
