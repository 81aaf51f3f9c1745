"""``python -m commitrack`` and the ``commitrack`` script."""

from __future__ import annotations

import sys


def main() -> None:
    """Run the command line on the process's own arguments and exit with its code."""
    from commitrack.cli.running import run

    sys.exit(run(sys.argv[1:]))


if __name__ == "__main__":
    main()
