"""Make a folder of mixed documents, good and bad, to try `commitrack add --recursive` on.

The same count and seed make the same folder, byte for byte. It must not exist, or be empty.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from tests.intake.folder import make


def main() -> None:
    """Make it, and say what is in it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--count", type=int, default=200, help="how many files to take up")
    parser.add_argument("--seed", type=int, default=1, help="which folder of all the possible")
    said = parser.parse_args()
    if said.folder.exists() and any(said.folder.iterdir()):
        parser.error(f"{said.folder} is not empty")
    try:
        made = make(said.folder, said.count, said.seed)
    except ValueError as error:
        parser.error(str(error))
    print(
        f"{said.folder}: {len(made.good)} good, {len(made.doubles)} double, {len(made.bad)} bad, "
        f"{len(made.left_out)} that are no statements"
    )


if __name__ == "__main__":
    main()
