"""A date in plain words, with the day it means shown while it is typed."""

from __future__ import annotations

from datetime import date

from commitrack.model.dayinput import DayError, describe_day, parse_day, parse_past_day
from commitrack.tui.dialogs.form import VARIOUS, FormError, TextField


class DayField(TextField):
    """Takes "next friday", "+6w", "30 june" or 2026-06-30; empty or "none" means no date."""

    REPLACES = True

    def __init__(
        self,
        name: str,
        label: str,
        today: date,
        value: date | None = None,
        *,
        various: bool = False,
        past: bool = False,
        hint: str = "",
    ) -> None:
        """With `various`, the field opens empty, and empty means: leave each as it is.

        With `past` the day is of something that has happened: "20 february" is the last one.
        """
        self._today = today
        self._opened = value
        self._various = various
        self._parse = parse_past_day if past else parse_day
        example = "2 weeks ago, -3d, 30 june …" if past else "next friday, +6w, 30 june …"
        super().__init__(
            name,
            label,
            value.isoformat() if value else "",
            hint=hint,
            placeholder=VARIOUS if various else example,
        )

    def on_mount(self) -> None:
        """Show what the field opens with."""
        self._preview()

    def day(self) -> date | None:
        """The day that is typed, or None for no date; `FormError` when it is not one."""
        if self.text.casefold() in ("", "none"):
            return None
        if not self.edited:
            return self._opened
        try:
            return self._parse(self.text, self._today)
        except DayError as error:
            raise self.fail(str(error)) from None

    @property
    def moved(self) -> bool:
        """Whether what is typed is another day than the field opened with.

        True as well while it cannot be read, so that it is never passed over in silence.
        """
        if self._various:
            return bool(self.text)
        try:
            return self.day() != self._opened
        except FormError:
            return True

    def _changed(self) -> None:
        self._preview()
        self.post_message(self.Changed(self))

    def _preview(self) -> None:
        if not self.text:
            self.say("")
        elif self.text.casefold() == "none":
            self.say("no date")
        else:
            try:
                self.say(describe_day(self._read(), self._today))
            except DayError as error:
                self.say(str(error), error=True)

    def _read(self) -> date:
        if self._opened is not None and not self.edited:
            return self._opened
        return self._parse(self.text, self._today)
