"""Modules that are loaded when they are first used: who only reads is not to wait for the rest."""

from __future__ import annotations

from importlib import import_module


class Later:
    """Stands for a module of this folder until something in it is asked for."""

    def __init__(self, name: str) -> None:
        self._name = f"{__package__}.{name}"

    def __getattr__(self, wanted: str) -> object:
        return getattr(import_module(self._name), wanted)
