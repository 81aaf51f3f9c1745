"""Looking for rubbish at times when it holds nobody up.

Python looks through everything whenever enough of it is new: with nine places open that takes
longer than a key may wait. What the UI makes either stays, as places do, or goes by itself once
nothing refers to it; only a dialog that was closed has to be looked for. So little is looked
through at a time, and all of it when no dialog is open, where what is left over stays: it is then
set aside, and not looked through again.
"""

from __future__ import annotations

import gc

_NEW, _YOUNG = 2_000, 10
"""After how many new things Python looks through them, and after how many such times through those
that were new before."""
_NEVER = 1_000_000
_DUE = 2
"""After how many looks through young things the rest is to be looked through."""


def settle() -> None:
    """Once everything is loaded: set it aside, and look for rubbish from now on."""
    gc.freeze()
    gc.set_threshold(_NEW, _YOUNG, _NEVER)
    gc.enable()


def tidy() -> None:
    """Look through all that is not set aside, if it is time, and set aside what stays."""
    if gc.isenabled() and gc.get_count()[2] >= _DUE:
        gc.collect()
        gc.freeze()
