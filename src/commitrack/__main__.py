"""``python -m commitrack`` and the ``commitrack`` script."""

from __future__ import annotations

import sys


def main() -> None:
    """Run the command line on the process's own arguments and exit with its code.

    Whoever interrupts it while it is still being imported is told the same as later.
    """
    try:
        from commitrack.cli.running import run

        code = run(sys.argv[1:])
    except KeyboardInterrupt:
        sys.stderr.write("commitrack: interrupted\n")
        code = 130
    sys.exit(code)


if __name__ == "__main__":
    main()
