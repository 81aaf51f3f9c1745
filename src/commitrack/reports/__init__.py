"""Reports: from the store to plain data, and from plain data to a page.

A report is built by one function per file into a `Report` and shown by `render`. Building reads and
never writes; rendering looks at nothing but the report.
"""

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
