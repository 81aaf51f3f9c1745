"""Mails (.eml, and a mailbox that holds one): who wrote what, and when.

The plain text of a mail is read as it is; a mail that has only HTML is read like a page, all of
it. What it quotes is not read twice, and what is attached is named and not read.
"""

from __future__ import annotations

import re
from datetime import date
from email import policy
from email.headerregistry import AddressHeader
from email.message import EmailMessage
from email.parser import BytesParser
from email.utils import parsedate_to_datetime

from commitrack.sources.blocks import lay_out, one_line
from commitrack.sources.parsed import Parsed, Unreadable
from commitrack.sources.readers import charset, markup, tree
from commitrack.sources.readers.quoting import own_words, without_subject_marks
from commitrack.sources.readers.tree import Element

_ENVELOPE = re.compile(rb"From [^\n]*\n")
_NEXT = re.compile(rb"\n\r?\nFrom \S+ [^\n]*\d{4}[^\n]*\n[\w-]+: ")
_STUB = 80
"""A plain part shorter than this beside a long page only says that there is a page."""
_MOST_PARTS = 2000
_MOST_NAMED = 50
_QUOTING_CLASSES = frozenset(
    {"gmail_quote", "gmail_quote_container", "yahoo_quoted", "moz-cite-prefix", "gmail_attr"}
)
_QUOTING_IDS = frozenset(
    {"divRplyFwdMsg", "appendonsend", "mail-editor-reference-message-container"}
)


def parse(data: bytes, _: str | None) -> Parsed:
    """Read a mail."""
    envelope = _ENVELOPE.match(data)
    if envelope is not None:
        data = data[envelope.end() :]
        if _NEXT.search(data):
            raise Unreadable(
                "is a mailbox of several mails: save the one that matters as .eml and add that"
            )
    parsed = BytesParser(policy=policy.default).parsebytes(data)
    if not isinstance(parsed, EmailMessage):
        raise Unreadable("is damaged: it is no mail")
    _require_open(parsed)
    subject = _header(parsed, "subject")
    text, encoding = _body(parsed, subject)
    attached = [] if not parsed.is_multipart() else _attached(parsed)
    return Parsed(
        with_attachments(text, attached),
        encoding,
        title=without_subject_marks(subject) or None,
        said_on=day(_header(parsed, "date")),
        publisher=_header(parsed, "organization") or None,
        speaker=_sender(parsed),
    )


def with_attachments(text: str, names: list[str]) -> str:
    """A mail's text, with a line for what hangs on it, which is not read."""
    if not text.strip():
        raise Unreadable("holds no text: add what is attached to it by itself")
    if not names:
        return text
    more = f" and {len(names) - _MOST_NAMED} more" if len(names) > _MOST_NAMED else ""
    listed = ", ".join(names[:_MOST_NAMED])
    return f"{text.rstrip()}\n\n[Attached, not read: {listed}{more}]\n"


def day(header: str) -> date | None:
    """The day on which a mail was sent, where its sender was."""
    try:
        return parsedate_to_datetime(header).date()
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def from_page(html: str, *, forwarded: bool = False) -> str:
    """The text of a mail that is a page, without what it quotes; all of it if that is nothing."""
    body = tree.page(html).body
    whole = markup.blocks(body)
    kept = whole
    if not forwarded:
        _drop_quoted(body)
        kept = markup.blocks(body) or whole
    return lay_out(kept)[0]


def _require_open(mail: EmailMessage) -> None:
    kind = mail.get_content_type()
    if kind == "multipart/encrypted" or (
        kind in ("application/pkcs7-mime", "application/x-pkcs7-mime")
        and "signed" not in str(mail.get_param("smime-type", ""))
    ):
        raise Unreadable("is encrypted: open it in your mail program and save its text")


def _header(mail: EmailMessage, name: str) -> str:
    try:
        return one_line(str(mail.get(name, "")))
    except (ValueError, IndexError, AttributeError, TypeError, LookupError):
        return ""  # the standard parser fails on some headers that are made to be wrong


def _sender(mail: EmailMessage) -> str | None:
    try:
        header = mail.get("from")
        if isinstance(header, AddressHeader) and header.addresses:
            name = one_line(header.addresses[0].display_name or "")
            return name if name and "@" not in name else None
    except (ValueError, IndexError, AttributeError, TypeError, LookupError):
        pass
    return None


def _body(mail: EmailMessage, subject: str) -> tuple[str, str]:
    plain, page = _part(mail, "plain"), _part(mail, "html")
    said = _decoded(plain) if plain is not None else ("", "utf-8")
    if page is not None and len(said[0].strip()) < _STUB:
        html, encoding = _decoded(page)
        forwarded = subject.lower().startswith(("fw:", "fwd:"))
        text = from_page(html, forwarded=forwarded)
        if len(text) > 2 * len(said[0].strip()):
            return own_words(text, subject), encoding
    if plain is not None and plain.get_param("format") == "flowed":
        said = _unflowed(said[0], plain.get_param("delsp") == "yes"), said[1]
    return own_words(said[0], subject).strip("\n") + "\n", said[1]


def _part(mail: EmailMessage, kind: str) -> EmailMessage | None:
    try:
        found = mail.get_body((kind,))
    except (ValueError, IndexError, AttributeError, TypeError, KeyError):
        return None
    return found if isinstance(found, EmailMessage) else None


def _decoded(part: EmailMessage) -> tuple[str, str]:
    data = part.get_payload(decode=True)
    data = data if isinstance(data, bytes) else b""
    declared = part.get_param("charset")
    label = declared if isinstance(declared, str) else ""
    return charset.decode(data, f"charset={label}" if charset.codec(label) else None)


def _unflowed(text: str, delete_space: bool) -> str:
    """Text whose lines were only broken to be sent (RFC 3676) with its lines whole again."""
    lines: list[str] = []
    open_line = False
    for line in text.replace("\r\n", "\n").split("\n"):
        quoted = line.startswith(">")
        stuffed = line[1:] if line.startswith(" ") and not quoted else line
        if open_line and not quoted and lines:
            lines[-1] = (lines[-1][:-1] if delete_space else lines[-1]) + stuffed
        else:
            lines.append(stuffed)
        open_line = stuffed.endswith(" ") and stuffed != "-- " and not quoted
    return "\n".join(lines)


def _attached(mail: EmailMessage) -> list[str]:
    """The names of what is attached."""
    names: list[str] = []
    for n, part in enumerate(mail.walk()):
        if n > _MOST_PARTS:
            break
        if part.is_multipart() and part.get_content_type() != "message/rfc822":
            continue
        try:
            name = part.get_filename()
            placed = part.get_content_disposition()
        except (ValueError, IndexError, AttributeError, TypeError, LookupError):
            continue
        if placed == "attachment" or (name and placed != "inline"):
            names.append(one_line(name or "") or part.get_content_type())
    return names


def _drop_quoted(body: Element) -> None:
    """Take what is quoted out of a page: marked quotations, and all that follows a reply's head."""
    for one in list(body.walk()):
        for n, child in enumerate(one.children):
            if isinstance(child, Element) and child.get("id") in _QUOTING_IDS:
                del one.children[n:]
                break
        one.children[:] = [
            child
            for child in one.children
            if not (isinstance(child, Element) and _is_quotation(child))
        ]


def _is_quotation(element: Element) -> bool:
    if element.tag == "blockquote" and element.get("type") == "cite":
        return True
    return not _QUOTING_CLASSES.isdisjoint(element.get("class").split())
