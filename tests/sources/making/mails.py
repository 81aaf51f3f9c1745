"""Mails."""

from __future__ import annotations

from email.message import EmailMessage
from email.policy import SMTP

from tests.sources.making.content import Content
from tests.sources.making.web import body

SENDER = "Ada Quill <ada@harrow.example>"
DATE = "Fri, 20 Feb 2026 23:30:00 -0500"


def eml(
    content: Content | str,
    *,
    subject: str = "",
    sender: str = SENDER,
    date: str = DATE,
    page: bool = False,
    attached: tuple[str, ...] = (),
) -> bytes:
    """The content as a mail, in plain text or as a page."""
    mail = EmailMessage(policy=SMTP)
    mail["From"] = sender
    mail["To"] = "press@news.example"
    mail["Date"] = date
    mail["Message-ID"] = "<1@harrow.example>"
    said = content if isinstance(content, str) else content.title
    mail["Subject"] = subject or said.splitlines()[0][:60]
    if page:
        inside = content if isinstance(content, str) else body(content)
        mail.set_content(f"<html><body>{inside}</body></html>", subtype="html")
    else:
        mail.set_content(content if isinstance(content, str) else content.text())
    for name in attached:
        mail.add_attachment(
            b"%PDF-1.4 never read", maintype="application", subtype="pdf", filename=name
        )
    return bytes(mail)
