"""Letters of which one stands in some word of every sentence that a rule for whole sentences finds.

They are looked up in the same pass over its words as the cues, so that such a rule is asked only
of the few sentences that it may be about.
"""

from __future__ import annotations

ANSWERS = ("ccept", "gree", "oncur", "upport", "ndorsed")
"""A recommendation that is taken on: :func:`commitrack.extract.answers.accepted`."""
MOTIONS = ("otion", "oved", "OVED")
"""A motion to act: :func:`commitrack.extract.motions.moved`."""
DECISIONS = ("esolved", "ESOLVED", "greed", "GREED", "DECIDED", "APPROVED", "OTION", *MOTIONS)
"""What was resolved or moved: :func:`commitrack.extract.resolutions.resolved`."""
