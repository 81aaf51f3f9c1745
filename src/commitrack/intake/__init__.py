"""The one way in: a source is read, what it promises is proposed, and both are stored.

The command line, the terminal UI and the demo all come through here. A text that is stored
already is found by its hash and left as it is.
"""

from commitrack.extract import Known
from commitrack.intake.adding import Added, Prepared, Told, add, prepare, put
from commitrack.intake.by_hand import by_hand, find_words
from commitrack.intake.labels import STATEMENT_TITLE_LIMIT, label
from commitrack.intake.proposing import due_precision
from commitrack.intake.versions import Account, Lineage, Rewording, account, compare
from commitrack.model.relocation import CONTEXT
from commitrack.sources import Document, read

__all__ = [
    "CONTEXT",
    "STATEMENT_TITLE_LIMIT",
    "Account",
    "Added",
    "Document",
    "Known",
    "Lineage",
    "Prepared",
    "Rewording",
    "Told",
    "account",
    "add",
    "by_hand",
    "compare",
    "due_precision",
    "find_words",
    "label",
    "prepare",
    "put",
    "read",
]
