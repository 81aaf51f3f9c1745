"""The address at which the pages will lie on the web, as somebody types it."""

from __future__ import annotations

import re

from commitrack.model.errors import BadInput

_FOLDER = re.compile(r"https?://[^\s\"'<>\\?#@]+\Z", re.IGNORECASE | re.ASCII)


def web_folder(text: str) -> str:
    """The address with a slash at its end, or nothing for nothing; `BadInput` for what is none."""
    if text and not _FOLDER.match(text):
        raise BadInput(f"{text} is no address of a folder on the web: https://…/")
    return f"{text.rstrip('/')}/" if text else ""
