"""Mails: who wrote when, what is new in them, and what hangs on them."""

from __future__ import annotations

import datetime

import pytest

from commitrack.model.errors import BadInput
from commitrack.sources import Document, understand
from tests.sources.making import eml, msg

OWN = "Dear all,\n\nWe will publish the plan by March 2027.\n\nAda\n"


def mail(data: bytes) -> Document:
    return understand(data, source="a.eml", suffix=".eml")


def test_the_headers_say_when_who_and_what() -> None:
    found = mail(eml(OWN, subject="Re: RE: The plan – part 2", sender="Ada Quill <a@b.example>"))
    assert found.said_on == datetime.date(2026, 2, 20)  # there; in UTC it was the next day
    assert (found.speaker, found.title_hint) == ("Ada Quill", "The plan – part 2")
    assert found.publisher is None
    assert found.text == OWN


def test_a_sender_without_a_name_is_no_speaker() -> None:
    assert mail(eml(OWN, sender="press@harrow.example")).speaker is None
    assert mail(eml(OWN, sender='"a@b.example" <a@b.example>')).speaker is None


def test_a_date_that_is_none_is_not_guessed() -> None:
    assert (
        mail(b"From: A <a@b.example>\nDate: soon\nMessage-ID: <1>\n\n" + OWN.encode()).said_on
        is None
    )


def test_the_organisation_is_the_publisher() -> None:
    data = b"Organization: Harrow Council\nMessage-ID: <1>\n\n" + OWN.encode()
    assert mail(data).publisher == "Harrow Council"


QUOTED = {
    "marked lines below": "{own}\nOn Fri, 20 Feb 2026 at 10:00, Bo Lee <bo@x.example> wrote:\n"
    "> We will never act.\n>\n> Bo\n",
    "a head over two lines": "{own}\nOn Friday, 20 February 2026, Bo Lee, of the Council,\n"
    "<bo@x.example> wrote:\n\n> We will never act.\n",
    "an original message": "{own}\n-----Original Message-----\nFrom: Bo Lee\nSent: 20 February\n"
    "To: Ada\nSubject: Plan\n\nWe will never act.\n",
    "the head of a mail": "{own}\n________________________________\nFrom: Bo Lee <bo@x.example>\n"
    "Sent: 20 February 2026 10:00\nTo: Ada\nSubject: Plan\n\nWe will never act.\n",
    "unmarked lines below": "{own}\nOn 20 Feb 2026, at 10:00, Bo Lee <bo@x.example> wrote:\n\n"
    "We will never act.\n",
    "marked lines above": "On 20 Feb 2026, Bo <bo@x.example> wrote:\n> We will never act.\n\n{own}",
}


@pytest.mark.parametrize("name", QUOTED)
def test_a_quoted_reply_is_not_read_twice(name: str) -> None:
    text = mail(eml(QUOTED[name].format(own=OWN), subject="Re: Plan")).text
    assert "never" not in text
    assert "wrote" not in text
    assert text.strip() == OWN.strip()


def test_answers_between_quoted_lines_are_kept() -> None:
    text = mail(eml("> Will you act?\nWe will act by May.\n> And pay?\nWe will pay.\n")).text
    assert text == "We will act by May.\nWe will pay.\n"


def test_what_is_only_sent_on_is_read() -> None:
    body = (
        "See below.\n\n-----Original Message-----\nFrom: Bo\nSent: May\nTo: Ada\n\nWe will act.\n"
    )
    assert "We will act." in mail(eml(body, subject="FW: Plan")).text
    body = "---------- Forwarded message ---------\nFrom: Bo\nDate: May\nTo: Ada\n\nWe will act.\n"
    assert "We will act." in mail(eml(body, subject="Plan")).text


def test_a_sentence_with_on_and_wrote_is_no_quotation() -> None:
    body = "On Friday the Mayor of Harrow wrote: we will act. We will pay.\n"
    assert mail(eml(body)).text == body


def test_a_mail_that_is_a_page_is_read_as_one() -> None:
    page = (
        "<table><tr><td><p>We will:</p><ul><li>act<li>pay</ul></td></tr></table>"
        '<div class="gmail_quote"><div class="gmail_attr">On May 1 Bo wrote:</div>'
        "<blockquote>We will never act.</blockquote></div>"
    )
    assert mail(eml(page, subject="Re: x", page=True)).text == "We will:\n\n• act\n• pay\n"


def test_all_that_follows_the_head_of_a_reply_in_a_page_is_left_out() -> None:
    page = "<p>We will act.</p><div id=divRplyFwdMsg>From: Bo</div><p>We will never act.</p>"
    assert mail(eml(page, subject="Re: x", page=True)).text == "We will act.\n"
    assert "never" in mail(eml(page, subject="FW: x", page=True)).text


def test_what_is_attached_is_named_and_not_read() -> None:
    text = mail(eml(OWN, attached=("plan.pdf", "costs 2026.pdf"))).text
    assert text == f"{OWN}\n[Attached, not read: plan.pdf, costs 2026.pdf]\n"


def test_lines_that_were_broken_to_be_sent_are_whole_again() -> None:
    data = (
        b"Message-ID: <1>\nContent-Type: text/plain; charset=utf-8; format=flowed\n\n"
        b"We will publish \nthe plan.\n\nIt is short.\n-- \nAda\n"
    )
    assert mail(data).text == "We will publish the plan.\n\nIt is short.\n-- \nAda\n"


@pytest.mark.parametrize(
    "head",
    [
        b"Content-Type: text/plain; charset=iso-8859-1\nContent-Transfer-Encoding: quoted-printable"
        b"\n\nWe will open a caf=E9 =\nsoon.\n",
        b"Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: base64\n\n"
        b"V2Ugd2lsbCBvcGVuIGEgY2Fmw6kgc29vbi4K\n",
        b"Content-Type: text/plain; charset=nonsense\n\nWe will open a caf\xe9 soon.\n",
    ],
)
def test_every_encoding_is_undone(head: bytes) -> None:
    assert mail(b"Message-ID: <1>\n" + head).text == "We will open a café soon.\n"


def test_a_mailbox_of_one_mail_is_read_and_of_more_is_not() -> None:
    one = b"From ada@x.example Fri Feb 20 10:00:00 2026\nSubject: x\n\nWe will act.\n"
    assert understand(one, source="a", suffix=".mbox").text == "We will act.\n"
    with pytest.raises(
        BadInput, match="a is a mailbox of several mails: save the one that matters"
    ):
        understand(one + b"\n" + one, source="a", suffix=".mbox")


def test_an_encrypted_mail_says_so() -> None:
    data = b"Message-ID: <1>\nContent-Type: multipart/encrypted; boundary=x\n\n--x\n\nx\n--x--\n"
    with pytest.raises(BadInput, match=r"a\.eml is encrypted: open it in your mail program"):
        mail(data)


@pytest.mark.parametrize(
    "letter",
    [
        "From: Ada Quill\nDate: 20 February 2026\n\nWe will act.\n",
        "Received: 20 February 2026\nFrom: Ada Quill\n\nWe will act.\n",
        "From Monday we will act.\nContact: Ada Quill\n",
        "Message-ID: we will explain what it is.\n\nWe will act.\n",
    ],
)
def test_a_letter_that_begins_like_a_mail_is_a_letter(letter: str) -> None:
    assert understand(letter.encode(), source="-").text == letter


def test_an_outlook_message_says_the_same() -> None:
    data = msg(
        OWN + "\n-----Original Message-----\nFrom: Bo\nSent: May\nTo: Ada\n\nWe will never act.\n",
        subject="RE: The plan",
        attached=("plan.pdf",),
    )
    found = understand(data, source="a.msg", suffix=".msg")
    assert found.text == f"{OWN}\n[Attached, not read: plan.pdf]\n"
    assert (found.title_hint, found.speaker) == ("The plan", "Ada Quill")
    assert found.said_on == datetime.date(2026, 2, 21)


def test_an_outlook_message_that_is_a_page_is_read_as_one() -> None:
    found = understand(msg("", page="<p>We will act.<p>We will pay."), source="a.msg")
    assert found.text == "We will act.\n\nWe will pay.\n"
