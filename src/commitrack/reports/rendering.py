"""A report in the form somebody asked for."""

from __future__ import annotations

from typing import Literal, TypeAlias, get_args

from commitrack.reports.frame import Report

Format: TypeAlias = Literal["text", "md", "csv", "json", "html"]
FORMATS: tuple[Format, ...] = get_args(Format)
"""Every form, the one for people first."""


XLSX = "xlsx"
"""A form that is no text, and goes into a file: see `render_file`."""


def render_file(report: Report, form: str) -> bytes:
    """The report as the bytes of a file, in any of `FORMATS` or as a spreadsheet.

    Raises `CommitrackError` when what writes a spreadsheet is not installed.
    """
    if form == XLSX:
        from commitrack.reports.as_xlsx import as_xlsx

        return as_xlsx(report)
    return render(report, one_of(form)).encode()


def one_of(form: str) -> Format:
    """A form by its name."""
    return next(one for one in FORMATS if one == form)


def render(report: Report, form: Format, *, width: int | None = None, colour: bool = False) -> str:
    """The report as text that ends with a line feed; the same report gives the same bytes.

    `width` and `colour` are for a terminal and mean something to "text" alone: with a width it
    is folded to so many cells, without one every line is whole and there are no colours.
    """
    match form:
        case "md":
            from commitrack.reports.as_markdown import as_markdown

            return as_markdown(report)
        case "csv":
            from commitrack.reports.as_csv import as_csv

            return as_csv(report)
        case "json":
            from commitrack.reports.as_json import as_json

            return as_json(report)
        case "html":
            from commitrack.reports.as_html import as_html

            return as_html(report)
        case "text" if width is not None:
            from commitrack.reports.as_console import as_console  # rich, only when it is needed

            return as_console(report, width, colour=colour)
        case "text":
            from commitrack.reports.as_text import as_text

            return as_text(report)
