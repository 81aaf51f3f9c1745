"""Where statements come from: files and standard input, as exact text.

`read` and `understand` give back a `Document` or raise `BadInput` or `NotFound` with one line that
says what the input looks like and the way out. Nothing is changed on the way: the text of a plain
file is what its bytes say.
"""

from commitrack.sources.document import Document, Fetch
from commitrack.sources.formats import SUFFIXES
from commitrack.sources.places import is_address, same_place
from commitrack.sources.reading import read
from commitrack.sources.taking import Taken, take, understand_taken
from commitrack.sources.understanding import (
    LIMIT_BYTES,
    LIMIT_DOCUMENT_BYTES,
    STDIN,
    understand,
)

__all__ = [
    "LIMIT_BYTES",
    "LIMIT_DOCUMENT_BYTES",
    "STDIN",
    "SUFFIXES",
    "Document",
    "Fetch",
    "Taken",
    "is_address",
    "read",
    "same_place",
    "take",
    "understand",
    "understand_taken",
]
