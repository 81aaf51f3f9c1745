"""What every test may rely on, however the run was started."""

from __future__ import annotations

import signal

if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    # A run put in the background by a shell ignores ctrl-c, and so would every program it starts:
    # the tests that interrupt one could only fail.
    signal.signal(signal.SIGINT, signal.default_int_handler)
