"""Places are loaded beside the loop, and whoever goes to one waits for no other."""

from __future__ import annotations

import importlib
import threading

import pytest
from textual.app import App

from commitrack.tui import loading
from commitrack.tui.loading import Loader
from commitrack.tui.stylesheet import KeptStylesheet
from commitrack.tui.workplaces import WORKPLACES


async def test_every_place_is_loaded_and_none_of_them_in_the_loop(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    threads: list[str] = []
    real = importlib.import_module

    def noted(name: str) -> object:
        threads.append(threading.current_thread().name)
        return real(name)

    monkeypatch.setattr(loading, "import_module", noted)
    loader = Loader(KeptStylesheet(variables=App[None]().get_css_variables()))
    assert not any(map(loader.is_loaded, WORKPLACES))
    await loader.load_all()
    assert all(map(loader.is_loaded, WORKPLACES))
    assert len(threads) > len(WORKPLACES)
    assert all(name.startswith("commitrack-loader") for name in threads)
    threads.clear()
    await loader.load(WORKPLACES[-1])
    assert threads == []
    loader.close()
