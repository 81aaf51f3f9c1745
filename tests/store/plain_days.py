"""Which days a date expression covers, in plain Python."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta


def span(expr: str, today: date) -> tuple[date, date]:
    """The first and the last day that an expression covers."""
    near = {"yesterday": -1, "today": 0, "tomorrow": 1}
    if expr in near:
        day = _moved(today, near[expr], "d")
        return day, day
    if expr in ("eow", "eom", "eoq", "eoy"):
        day = _end(expr, today)
        return day, day
    if expr[0] in "+-":
        day = _moved(today, int(expr[:-1]), expr[-1])
        return day, day
    parts = expr.split("-")
    year = int(parts[0])
    if len(parts) == 1:
        return date(year, 1, 1), date(year, 12, 31)
    if parts[1].startswith("Q"):
        last = 3 * int(parts[1][1:])
        return date(year, last - 2, 1), date(year, last, monthrange(year, last)[1])
    month = int(parts[1])
    if len(parts) == 2:
        return date(year, month, 1), date(year, month, monthrange(year, month)[1])
    day = date(year, month, int(parts[2]))
    return day, day


def _moved(today: date, count: int, unit: str) -> date:
    try:
        if unit in "dw":
            return today + timedelta(days=count * (7 if unit == "w" else 1))
        months = today.year * 12 + today.month - 1 + count * (12 if unit == "y" else 1)
        year, month = divmod(months, 12)
        return date(year, month + 1, min(today.day, monthrange(year, month + 1)[1]))
    except (OverflowError, ValueError):
        return date.min if count < 0 else date.max


def _end(expr: str, today: date) -> date:
    if expr == "eow":
        return today + timedelta(days=6 - today.weekday())
    months = {"eom": 1, "eoq": 3, "eoy": 12}[expr]
    month = -(-today.month // months) * months
    return date(today.year, month, monthrange(today.year, month)[1])
