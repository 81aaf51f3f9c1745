"""Reports: from the store to plain data, and from plain data to a page.

A report is built by one function per file into a `Report` and shown by `render`. Building reads and
never writes; rendering looks at nothing but the report.

What is named here is loaded when it is first asked for: who needs only the words that reports are
put in is not to wait for all of them.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from commitrack.reports.catalogue import CATALOGUE, Argument, Entry, build, entry
    from commitrack.reports.frame import Report
    from commitrack.reports.rendering import FORMATS, XLSX, Format, render, render_file

__all__ = [
    "CATALOGUE",
    "FORMATS",
    "XLSX",
    "Argument",
    "Entry",
    "Format",
    "Report",
    "build",
    "entry",
    "render",
    "render_file",
]

_HOMES = {
    **dict.fromkeys(("CATALOGUE", "Argument", "Entry", "build", "entry"), "catalogue"),
    **dict.fromkeys(("FORMATS", "XLSX", "Format", "render", "render_file"), "rendering"),
    "Report": "frame",
}


def __getattr__(name: str) -> object:
    home = _HOMES.get(name)
    if home is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{home}"), name)
