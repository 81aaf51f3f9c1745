"""What the rules of the wording lint are called, for who names one without asking it anything."""

from __future__ import annotations

RULE_IDS = tuple(f"L{number}" for number in range(1, 15))
"""``L1`` to ``L14``, in the order they are asked. What each looks for is in `model.lint.rules`."""
