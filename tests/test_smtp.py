from __future__ import annotations

import socket
import ssl
import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from briefing.deliver.outcome import Outcome
from briefing.deliver.passwords import password
from briefing.deliver.smtp import Mailer
from briefing.errors import DeliveryError
from briefing.settings import MailSettings
from tests.mailserver import PASSWORD, USER, Script, authority, free_port, mail_server

CONTENT = b"Subject: dam\r\n\r\nThe dam opened.\r\n..hidden dot\r\n"
PLAIN = MailSettings(sender="b@x.example", host="127.0.0.1", security="none", timeout=5)


def sent(settings: MailSettings, *recipients: str, content: bytes = CONTENT) -> list[Outcome]:
    with Mailer(settings, lambda: PASSWORD) as mailer:
        return [mailer.send("b@x.example", one, content) for one in recipients or ("a@y.example",)]


def to(script: Script, *recipients: str) -> list[Outcome]:
    with mail_server(script) as place:
        return sent(replace(PLAIN, port=place.port), *recipients)


# --- answers --------------------------------------------------------------------------


def test_a_mail_arrives_as_it_was_made_and_the_answer_is_kept() -> None:
    script = Script()
    assert to(script) == [Outcome("sent", "250 queued as 4711")]
    (taken,) = script.taken
    assert (taken.sender, taken.recipient) == ("b@x.example", "a@y.example")
    assert taken.content == b"Subject: dam\r\n\r\nThe dam opened.\r\n.hidden dot\r\n"


def test_many_mails_go_over_one_connection_each_in_an_envelope_of_its_own() -> None:
    script = Script()
    to(script, "a@y.example", "b@y.example", "c@y.example")
    assert script.sessions == 1
    assert [t.recipient for t in script.taken] == ["a@y.example", "b@y.example", "c@y.example"]


@pytest.mark.parametrize(
    ("script", "expected"),
    [
        (Script(mail=["451 4.3.0 later"]), Outcome("retry", "451 4.3.0 later")),
        (Script(rcpt=["450 4.2.1 greylisted"]), Outcome("retry", "450 4.2.1 greylisted")),
        (Script(data=["452 4.3.1 full"]), Outcome("retry", "452 4.3.1 full")),
        (Script(mail=["550 5.7.1 no"]), Outcome("failed", "550 5.7.1 no")),
        (Script(rcpt=["550 5.1.1 who"]), Outcome("failed", "550 5.1.1 who", refused=True)),
        (Script(rcpt=["550 5.2.2 quota"]), Outcome("failed", "550 5.2.2 quota")),
        (Script(data=["554 5.6.0 spam"]), Outcome("failed", "554 5.6.0 spam")),
    ],
)
def test_each_refusal_has_its_outcome_and_the_next_mail_goes_on(
    script: Script, expected: Outcome
) -> None:
    first, second = to(script, "a@y.example", "b@y.example")
    assert first == expected
    assert second.result == "sent"
    assert [t.recipient for t in script.taken] == ["b@y.example"]


# --- breaks ---------------------------------------------------------------------------


@pytest.mark.parametrize("script", [Script(mail=["drop"]), Script(rcpt=["drop"])])
def test_a_break_before_the_mail_was_handed_over_is_tried_again(script: Script) -> None:
    (outcome,) = to(script)
    assert (outcome.result, outcome.lasting) == ("retry", True)
    assert "before the mail was handed over" in outcome.answer


def test_a_connection_that_the_server_ended_between_two_mails_is_opened_again() -> None:
    script = Script(mail=["", "drop"])
    assert [o.result for o in to(script, "a@y.example", "b@y.example")] == ["sent", "sent"]
    assert script.sessions == 2


@pytest.mark.parametrize(("break_", "taken"), [("drop", 0), ("late", 1)])
def test_a_break_after_data_is_unknown_whether_the_server_took_the_mail_or_not(
    break_: str, taken: int
) -> None:
    script = Script(data=[break_])
    (outcome,) = to(script)
    assert outcome.result == "unknown"
    assert "broke after DATA" in outcome.answer
    assert len(script.taken) == taken


def test_a_server_that_says_it_closes_is_left_for_now() -> None:
    (outcome,) = to(Script(mail=["421 4.3.2 going down"]))
    assert (outcome.result, outcome.answer) == ("retry", "421 4.3.2 going down")


# --- a server that is written out by hand ---------------------------------------------


def spoken(*answers: bytes) -> Iterator[int]:
    """A server that gives one answer after another, whatever it hears; then silence."""
    with socket.socket() as server:
        server.bind(("127.0.0.1", 0))
        server.listen()

        def serve() -> None:
            connection, _ = server.accept()
            with connection:
                for answer in answers:
                    connection.sendall(answer)
                    if not connection.recv(65536):
                        return
                connection.recv(65536)

        thread = threading.Thread(target=serve, daemon=True)
        thread.start()
        yield server.getsockname()[1]
        thread.join(10)


HELLO = (b"220 hello\r\n", b"250 hello\r\n")
OK = b"250 ok\r\n"


def test_a_server_that_falls_silent_after_data_leaves_the_mail_unknown() -> None:
    for port in spoken(*HELLO, OK, OK, b"354 go\r\n"):
        (outcome,) = sent(replace(PLAIN, port=port, timeout=0.3))
        assert outcome.result == "unknown"


def test_a_server_that_falls_silent_before_it_is_tried_again() -> None:
    for port in spoken(*HELLO, OK):
        (outcome,) = sent(replace(PLAIN, port=port, timeout=0.3))
        assert outcome.result == "retry"


def test_an_answer_that_is_none_after_data_is_unknown() -> None:
    for port in spoken(*HELLO, OK, OK, b"354 go\r\n", b"what?\r\n"):
        (outcome,) = sent(replace(PLAIN, port=port))
        assert outcome.result == "unknown"


def test_what_a_server_says_cannot_command_a_terminal() -> None:
    for port in spoken(*HELLO, b"550 5.7.1 \x1b[31mred\x07\r\n", OK):
        (outcome,) = sent(replace(PLAIN, port=port))
        assert outcome.answer == "550 5.7.1  [31mred"


# --- size and letters -----------------------------------------------------------------


def test_a_mail_that_is_larger_than_the_server_takes_is_not_begun() -> None:
    script = Script()
    with mail_server(script, size=1000) as place:
        (outcome,) = sent(replace(PLAIN, port=place.port), content=b"x" * 2000)
    assert outcome.result == "failed"
    assert 'pdf = "link"' in outcome.answer
    assert script.taken == []


def test_an_address_in_other_letters_goes_where_the_server_takes_it() -> None:
    script = Script()
    assert to(script, "ådne@y.example")[0].result == "sent"
    assert script.taken[0].recipient == "ådne@y.example"
    for port in spoken(*HELLO):
        (outcome,) = sent(replace(PLAIN, port=port), "ådne@y.example")
        assert (outcome.result, "takes no address" in outcome.answer) == ("failed", True)


# --- the way there --------------------------------------------------------------------


def refused(settings: MailSettings) -> str:
    with pytest.raises(DeliveryError) as error, Mailer(settings, lambda: PASSWORD) as mailer:
        mailer.connect()
    assert PASSWORD not in str(error.value)
    assert error.value.exit_code == 5
    return str(error.value)


@pytest.fixture(scope="module")
def trusted(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, ssl.SSLContext]:
    return authority(tmp_path_factory.mktemp("ca"))


@pytest.mark.parametrize("security", ["tls", "starttls"])
def test_a_server_of_the_own_authority_is_trusted_with_the_login(
    trusted: tuple[Path, ssl.SSLContext], security: str
) -> None:
    file, context = trusted
    script = Script()
    ways = {"tls": context} if security == "tls" else {"starttls": context, "auth": True}
    with mail_server(script, **ways) as place:  # type: ignore[arg-type]
        settings = replace(
            PLAIN,
            port=place.port,
            security=security,
            ca_file=str(file),
            user=USER if security == "starttls" else "",
        )
        assert [o.result for o in sent(settings)] == ["sent"]


@pytest.mark.parametrize("security", ["tls", "starttls"])
def test_a_certificate_of_nobody_we_know_is_refused(
    trusted: tuple[Path, ssl.SSLContext], security: str
) -> None:
    _, context = trusted
    ways = {"tls": context} if security == "tls" else {"starttls": context}
    with mail_server(**ways) as place:  # type: ignore[arg-type]
        words = refused(replace(PLAIN, port=place.port, security=security))
    assert words.startswith("the certificate of the mail server 127.0.0.1 is not trusted")


def test_a_certificate_of_another_name_is_refused(
    trusted: tuple[Path, ssl.SSLContext],
) -> None:
    file, context = trusted
    with mail_server(tls=context) as place:
        settings = replace(PLAIN, host="127.0.0.2", security="tls", ca_file=str(file))
        with socket.create_server(("127.0.0.2", 0)) as other:
            port = other.getsockname()[1]
            thread = threading.Thread(target=_relay, args=(other, place.port), daemon=True)
            thread.start()
            assert "is not trusted" in refused(replace(settings, port=port))
            thread.join(10)


def _relay(server: socket.socket, port: int) -> None:
    """One connection, passed on both ways."""
    here, _ = server.accept()
    with here, socket.create_connection(("127.0.0.1", port)) as there:
        back = threading.Thread(target=_pump, args=(there, here), daemon=True)
        back.start()
        _pump(here, there)
        back.join(10)


def _pump(source: socket.socket, target: socket.socket) -> None:
    try:
        while part := source.recv(65536):
            target.sendall(part)
        target.shutdown(socket.SHUT_WR)
    except OSError:
        return


def test_a_server_without_starttls_gets_nothing_but_the_greeting() -> None:
    script = Script()
    with mail_server(script) as place:
        words = refused(replace(PLAIN, port=place.port, security="starttls", user=USER))
    assert "offers no STARTTLS: nothing was sent" in words


def test_tls_to_a_port_that_speaks_plain_says_which_port_goes_with_what() -> None:
    with mail_server() as place:
        words = refused(replace(PLAIN, port=place.port, security="tls"))
    assert 'port 465 goes with security = "tls"' in words


def test_a_wrong_login_is_told_without_the_password(
    trusted: tuple[Path, ssl.SSLContext],
) -> None:
    file, context = trusted
    with mail_server(starttls=context, auth=True) as place:
        words = refused(
            replace(PLAIN, port=place.port, security="starttls", ca_file=str(file), user="eve")
        )
    assert words.startswith("the mail server 127.0.0.1 refused the login of eve: 535")


def test_a_name_without_address_a_closed_port_and_silence_are_told_apart() -> None:
    unknown = refused(replace(PLAIN, host="mail.invalid", port=25))
    assert unknown == "no address is known for the mail server mail.invalid"
    assert "no connection to the mail server" in refused(replace(PLAIN, port=free_port()))
    for port in spoken():
        words = refused(replace(PLAIN, port=port, timeout=0.3))
        assert words.endswith("did not answer within 0.3 s")
    for port in spoken(b"554 5.7.1 not you\r\n"):
        assert "takes no mail now: 554 5.7.1 not you" in refused(replace(PLAIN, port=port))


# --- passwords ------------------------------------------------------------------------


def test_a_password_comes_by_command_variable_or_file(tmp_path: Path) -> None:
    file = tmp_path / "password"
    file.write_text("by file\n")
    file.chmod(0o600)
    environ = {"MAIL_PASSWORD": "by variable"}
    user = MailSettings(user="ada")
    assert password(replace(user, password_command="echo by command"), {}) == "by command"
    assert password(replace(user, password_environment="MAIL_PASSWORD"), environ) == "by variable"
    assert password(replace(user, password_file=str(file)), {}) == "by file"


def test_a_missing_password_is_told_by_its_place_and_never_shown(tmp_path: Path) -> None:
    file = tmp_path / "password"
    file.write_text("secret words")
    file.chmod(0o644)
    user = MailSettings(user="ada")
    for settings, expected in (
        (replace(user, password_file=str(file)), "chmod 600"),
        (replace(user, password_file=str(tmp_path / "none")), "cannot be read"),
        (replace(user, password_environment="NONE"), "the variable NONE holds no password"),
        (replace(user, password_command="sh -c 'echo secret words; exit 3'"), "failed"),
        (replace(user, password_command="true"), "prints holds no password"),
    ):
        with pytest.raises(DeliveryError, match=expected) as error:
            password(settings, {})
        assert "secret" not in str(error.value)
