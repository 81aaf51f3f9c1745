"""``python -m commitrack`` and the ``commitrack`` script."""

from __future__ import annotations

import gc
import sys


def main() -> None:
    """Run the command line on the process's own arguments and exit with its code.

    Whoever interrupts it while it is still being imported is told the same as later.
    """
    # What is made while it starts stays: to look through it for rubbish again and again, as Python
    # does after every 700 things, takes a tenth of the time of a short command.
    gc.set_threshold(50_000, 20, 20)
    try:
        from commitrack.cli.running import run

        code = run(sys.argv[1:])
    except KeyboardInterrupt:
        sys.stderr.write("commitrack: interrupted\n")
        code = 130
    # What is left goes with the process: to look through all of it for rubbish, as Python does
    # several times before it ends, takes another tenth.
    gc.freeze()
    sys.exit(code)


if __name__ == "__main__":
    main()
