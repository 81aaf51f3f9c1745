"""Write the guide's page of commands and the man page from the commands themselves."""

from __future__ import annotations

from pathlib import Path

from commitrack.cli.manual import guide, man

DOCS = Path(__file__).resolve().parents[1] / "docs"

if __name__ == "__main__":
    (DOCS / "commands.md").write_text(guide(), encoding="utf-8")
    (DOCS / "commitrack.1").write_text(man(), encoding="utf-8")
