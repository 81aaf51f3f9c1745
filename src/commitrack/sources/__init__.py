"""Where statements come from: files and standard input, as exact text.

`read` gives back a `Document` or raises `BadInput` or `NotFound` with one line that says what the
input looks like and the way out. Nothing is changed on the way: the text is what the bytes say.
"""

from commitrack.sources.document import Document, Fetch
from commitrack.sources.reading import LIMIT_BYTES, STDIN, read

__all__ = ["LIMIT_BYTES", "STDIN", "Document", "Fetch", "read"]
