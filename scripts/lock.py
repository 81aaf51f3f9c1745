"""Pin every package of the development environment, with hashes, in requirements-dev.txt.

The file names no host: it says which package and which bytes, and leaves it to each machine
where they come from. One file serves every supported Python and platform.
"""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
LOCK = ROOT / "requirements-dev.txt"
HEAD = "# Made by `make lock` from pyproject.toml. Do not edit by hand.\n"


def main() -> None:
    """Resolve, check that no host slipped in, write."""
    resolved = subprocess.run(
        [
            *(sys.executable, "-m", "uv", "pip", "compile", "pyproject.toml"),
            *("--group", "dev", "--universal", "--generate-hashes", "--python-version", "3.11"),
            *("--no-header", "--no-annotate", "--no-emit-index-url", "--no-emit-find-links"),
        ],
        cwd=ROOT,
        check=True,
        capture_output=True,
        text=True,
    ).stdout
    if re.search(r"https?://|file://", resolved):
        raise SystemExit("the resolved file names a host: nothing was written")
    LOCK.write_text(HEAD + resolved, encoding="utf-8")
    print(f"{LOCK.name}: {resolved.count('==')} packages")


if __name__ == "__main__":
    main()
