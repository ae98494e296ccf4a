from __future__ import annotations

import re
from datetime import UTC, datetime
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.deliver.message import Attachment, Headers, body, message, message_id, stored
from briefing.errors import UsageError
from briefing.press.mailboxes import Mailbox, mailbox
from briefing.render.email import LARGEST, email, encoded
from tests.editions import ATTACK, edition, hostile, many

ADA, SENDER = Mailbox("Ada", "ada@y.example"), Mailbox("The Briefing", "b@x.example")
AT = datetime(2026, 1, 16, 6, 30, tzinfo=UTC)
PDF = b"%PDF-1.7\n" + bytes(range(256)) * 40


def headers(**parts: object) -> Headers:
    plain: dict[str, object] = {
        "sender": SENDER,
        "recipient": ADA,
        "subject": "The Briefing, 15 January 2026",
        "date": AT,
        "edition": "4711",
    }
    return Headers(**(plain | parts))  # type: ignore[arg-type]


def parsed(content: bytes) -> EmailMessage:
    found = message_from_bytes(content, policy=default)
    assert isinstance(found, EmailMessage)
    assert found.defects == []
    return found


# --- the HTML part --------------------------------------------------------------------


def test_the_html_part_needs_nothing_from_anywhere() -> None:
    html = email(edition(), link="https://news.example/2026-01-15/").html.lower()
    for forbidden in ("<svg", "<img", "<script", "<link", "@font-face", "@import", "url("):
        assert forbidden not in html
    assert "prefers-color-scheme:dark" in html
    assert '<meta name="color-scheme" content="light dark">' in html


def test_styles_stand_in_the_elements_and_no_class_is_without_one() -> None:
    html = email(edition()).html
    assert '<h1 style="' in html
    for name in sorted(set(re.findall(r'class="(\w+)"', html)) - {"story"}):
        assert re.search(rf'class="{name}"[^>]* style="', html), name


def test_a_long_word_widens_no_line_of_the_mail() -> None:
    assert re.search(r'class="inner"[^>]*overflow-wrap: anywhere', email(edition()).html)


def test_the_first_headlines_are_what_a_list_of_mails_shows() -> None:
    html = email(edition()).html
    shown = re.sub(r"<[^>]+>", " ", html[html.index("<body") :]).split()
    assert " ".join(shown).startswith(
        "Tidal barrier at Varnholt holds through its first full test ·"
    )


def test_a_sentence_that_one_source_alone_states_bears_a_sign_that_the_mail_explains() -> None:
    made = email(edition()).html
    assert len(re.findall(r"\[\d\]°</span>", made)) == 5
    assert made.count("The sign ° follows") == 1
    assert "°" not in email(edition(stories=edition()["stories"][2:])).html


def test_all_that_is_shown_stands_there_word_for_word() -> None:
    made = edition()
    html, text = email(made).html, " ".join(email(made).text.split())
    for story in made["stories"]:
        for statement in story["statements"]:
            assert statement["place"]["text"] in html
            assert statement["place"]["text"] in text


@pytest.mark.parametrize(
    ("stories", "extent"), [(3, "full"), (30, "short"), (60, "headlines"), (400, "headlines")]
)
def test_a_long_edition_is_shortened_until_it_is_small_enough(stories: int, extent: str) -> None:
    made = email(many(stories), attached=True)
    assert made.extent == extent
    assert len(encoded(made.html)) <= LARGEST
    assert ("the whole edition is in the attached PDF" in made.html) == (extent != "full")
    assert made.text.count("Tidal barrier at Varnholt holds") >= stories // 3


def test_a_shortened_story_keeps_two_sentences_and_its_sources() -> None:
    html = email(many(30), link="https://news.example/").html
    assert "Two of the nine members voted for a reduction." not in html
    assert "Rate held at 3.25 per cent" in html
    assert '<a href="https://news.example/"' in html


def test_other_letters_take_more_bytes_and_are_shortened_all_the_same() -> None:
    made = many(40)
    for story in made["stories"]:
        story["headline"] = "堤防が開いた" * 10
    found = email(made)
    assert len(encoded(found.html)) <= LARGEST


def test_an_attack_stays_words() -> None:
    made = email(hostile(), link="javascript:alert(1)")
    html = made.html.lower()
    assert "<script" not in html
    assert "<img" not in html
    assert 'href="javascript:' not in html
    assert 'href="data:' not in html
    assert "\u202e" not in made.html + made.text
    assert "\x1b" not in made.html + made.text


def test_a_page_that_is_read_from_right_to_left_says_so() -> None:
    html = email(edition(language="ar")).html
    assert '<html lang="ar" dir="rtl">' in html
    assert 'align="right"' in html


def test_the_same_edition_gives_the_same_mail() -> None:
    assert email(edition()) == email(edition())


# --- the message ----------------------------------------------------------------------


def test_a_message_has_both_parts_and_the_pdf_byte_for_byte() -> None:
    made = email(edition())
    content = body(made.text, made.html, Attachment("briefing-2026-01-15.pdf", PDF))
    found = parsed(stored(headers(), content))
    kinds = [part.get_content_type() for part in found.walk()]
    assert kinds == [
        "multipart/mixed",
        "multipart/alternative",
        "text/plain",
        "text/html",
        "application/pdf",
    ]
    (attached,) = found.iter_attachments()
    assert attached.get_content() == PDF
    assert attached.get_filename() == "briefing-2026-01-15.pdf"
    html, text = found.get_body(("html",)), found.get_body(("plain",))
    assert html is not None
    assert text is not None
    assert html.get_content().splitlines() == made.html.splitlines()
    assert text.get_content().splitlines() == made.text.splitlines()


def test_a_message_says_what_mail_programs_ask_for() -> None:
    content = body("Hello.\n")
    found = parsed(
        message(
            headers(
                language="de",
                list_id="briefing.x.example",
                unsubscribe=("mailto:u@x.example?subject=unsubscribe%20t", "https://x.example/u?t"),
                one_click=True,
                reply_to=Mailbox("", "r@x.example"),
            ),
            content,
        )
    )
    assert found["From"] == "The Briefing <b@x.example>"
    assert found["To"] == "Ada <ada@y.example>"
    assert found["Reply-To"] == "r@x.example"
    assert found["Date"] == "Fri, 16 Jan 2026 06:30:00 +0000"
    assert found["List-Id"] == "<briefing.x.example>"
    assert found["List-Unsubscribe"].split(", ") == [
        "<mailto:u@x.example?subject=unsubscribe%20t>",
        "<https://x.example/u?t>",
    ]
    assert found["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert found["Auto-Submitted"] == "auto-generated"
    assert found["Content-Language"] == "de"
    assert found["Message-ID"] == message_id("4711", ADA, SENDER)


def test_the_message_id_is_that_of_edition_and_recipient() -> None:
    first = message_id("4711", ADA, SENDER)
    assert first == message_id("4711", Mailbox("A. L.", "ADA@y.example"), SENDER)
    assert first != message_id("4712", ADA, SENDER)
    assert first != message_id("4711", Mailbox("", "bob@y.example"), SENDER)
    assert first.endswith("@x.example>")


def test_the_same_message_is_the_same_bytes() -> None:
    pdf = Attachment("b.pdf", PDF)
    once, twice = (message(headers(), body("a\n", "<p>b", pdf)) for _ in range(2))
    assert once == twice


@given(st.text(max_size=300), st.text(max_size=60))
def test_no_title_or_name_adds_a_header_and_all_letters_arrive(title: str, name: str) -> None:
    content = message(headers(subject=title, sender=Mailbox(name, "b@x.example")), body("x\n"))
    head = content.partition(b"\r\n\r\n")[0]
    assert all(len(line) <= 998 for line in head.split(b"\r\n"))
    found = message_from_bytes(content, policy=default)
    names = [name.lower() for name in found]
    assert names == ["from", "to", "subject", "date", "message-id", "auto-submitted", "mime-version", "content-type", "content-transfer-encoding"] or names == ["from", "to", "subject", "date", "message-id", "auto-submitted", "content-type", "content-transfer-encoding", "mime-version"]  # fmt: skip


def test_an_attack_in_a_title_stays_in_the_subject() -> None:
    found = parsed(message(headers(subject=f"{ATTACK}\r\nBcc: eve@z.example"), body("x\n")))
    assert "Bcc" not in found
    assert found["Subject"].startswith("</script><script>alert(1)</script>")


@pytest.mark.parametrize(
    "title", ["Überschwemmung im Süden", "堤防が開いた 水位は下がる", "👩‍🚒 Löscht"]
)
def test_titles_in_any_letters_are_read_back(title: str) -> None:
    found = parsed(
        message(headers(subject=title, sender=Mailbox(title, "b@x.example")), body("x\n"))
    )
    assert found["Subject"] == title
    assert found["From"].addresses[0].display_name == title


def test_a_line_of_one_dot_does_not_end_the_mail() -> None:
    content = message(headers(), body("one\n.\n..two\n"))
    assert b"\r\n..\r\n...two\r\n" in content
    found = parsed(stored(headers(), body("one\n.\n..two\n")))
    assert found.get_content() == "one\n.\n..two\n"


# --- addresses ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("ada@y.example", Mailbox("", "ada@y.example")),
        ('"Lovelace, Ada" <ada+news@y.example>', Mailbox("Lovelace, Ada", "ada+news@y.example")),
        ("Ådne <ådne@münchen.example>", Mailbox("Ådne", "ådne@xn--mnchen-3ya.example")),
    ],
)
def test_a_mailbox_is_a_name_and_an_address(written: str, expected: Mailbox) -> None:
    assert mailbox(written) == expected


@pytest.mark.parametrize(
    "written",
    ["", "ada", "ada@", "@y.example", "a b@y.example", "ada@y.example\r\nBcc: x@z.example",
     "ada@y..example", "<>", "a" * 300 + "@y.example", "ada@-y.example"],
)  # fmt: skip
def test_what_is_no_address_is_refused(written: str) -> None:
    with pytest.raises(UsageError, match="is no mail address"):
        mailbox(written)
