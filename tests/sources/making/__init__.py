"""Documents of every format, made by code from one content; scripts use these makers too.

A script that wants them puts the project's root on its path, as `scripts/score.py` does, and says
``from tests.sources.making import …``.
"""

from tests.sources.making.content import Bullets, Content, Heading, Numbered, Paragraph, Table
from tests.sources.making.mails import eml
from tests.sources.making.messages import msg
from tests.sources.making.office import docx, odt
from tests.sources.making.portable import Placed, pdf, placed_pdf
from tests.sources.making.richtext import rtf
from tests.sources.making.web import html

__all__ = [
    "Bullets",
    "Content",
    "Heading",
    "Numbered",
    "Paragraph",
    "Placed",
    "Table",
    "docx",
    "eml",
    "html",
    "msg",
    "odt",
    "pdf",
    "placed_pdf",
    "rtf",
]
