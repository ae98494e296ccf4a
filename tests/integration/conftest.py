"""Postfix and dovecot of the system on loopback, with a configuration, queue and mailboxes of the
test's own. They run only where they are asked for: `pytest -m integration tests/integration`, as
root (postfix changes its user)."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.mailserver import PASSWORD, USER, authority, free_port

MAIN = """\
compatibility_level = 3.6
queue_directory = {queue}
data_directory = {data}
daemon_directory = /usr/lib/postfix/sbin
command_directory = /usr/sbin
maillog_file = {log}
maillog_file_prefixes = {folder}
myhostname = localhost
mydestination =
inet_interfaces = 127.0.0.1
inet_protocols = ipv4
virtual_mailbox_domains = y.example
virtual_mailbox_maps = inline:{{ ada@y.example=ok, bob@y.example=ok }}
virtual_transport = lmtp:inet:127.0.0.1:{lmtp}
default_transport = error:5.4.4 nothing leaves this machine
smtpd_tls_cert_file = {cert}
smtpd_tls_key_file = {key}
smtpd_tls_security_level = encrypt
smtpd_recipient_restrictions = reject_unauth_destination
local_recipient_maps =
alias_maps =
alias_database =
mynetworks =
message_size_limit = 2000000
enable_long_queue_ids = yes
"""
MASTER = """\
127.0.0.1:{smtp} inet n - n - - smtpd
postlog unix-dgram n - n - 1 postlogd
cleanup unix n - n - 0 cleanup
qmgr unix n - n 300 1 qmgr
rewrite unix - - n - - trivial-rewrite
bounce unix - - n - 0 bounce
defer unix - - n - 0 bounce
trace unix - - n - 0 bounce
verify unix - - n - 1 verify
proxymap unix - - n - - proxymap
smtp unix - - n - - smtp
error unix - - n - - error
retry unix - - n - - error
lmtp unix - - n - - lmtp
anvil unix - - n - 1 anvil
tlsmgr unix - - n 1000? 1 tlsmgr
"""
DOVECOT = """\
base_dir = {folder}/run
log_path = {folder}/dovecot.log
protocols = imap lmtp
listen = 127.0.0.1
ssl = required
ssl_cert = <{cert}
ssl_key = <{key}
mail_location = maildir:{folder}/mail/%n
mail_uid = {uid}
mail_gid = {gid}
first_valid_uid = 1
auth_username_format = %n
passdb {{
  driver = static
  args = password={password}
}}
userdb {{
  driver = static
  args = uid={uid} gid={gid} home={folder}/mail/%n allow_all_users=yes
}}
service lmtp {{
  inet_listener lmtp {{
    address = 127.0.0.1
    port = {lmtp}
  }}
}}
service imap-login {{
  inet_listener imap {{
    port = 0
  }}
  inet_listener imaps {{
    address = 127.0.0.1
    port = {imap}
  }}
}}
"""


@dataclass(frozen=True)
class Servers:
    smtp: int
    imap: int
    ca: Path
    mail: Path  # a Maildir for each user


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    if "integration" in config.getoption("markexpr"):
        return
    skip = pytest.mark.skip(reason="asked for with -m integration")
    for item in items:
        if item.get_closest_marker("integration"):
            item.add_marker(skip)


@pytest.fixture(scope="session")
def servers() -> Iterator[Servers]:
    if not (shutil.which("postfix") and shutil.which("dovecot")):
        pytest.skip("apt-get install postfix dovecot-core dovecot-lmtpd dovecot-imapd")
    if os.getuid() != 0:
        pytest.skip("postfix is started by root alone")
    # Not pytest's own folder: its path is closed to the servers' users.
    folder = Path(tempfile.mkdtemp(prefix="briefing-mail-"))
    folder.chmod(0o755)
    try:
        with _running(folder) as found:
            yield found
    finally:
        shutil.rmtree(folder, ignore_errors=True)


class _running:  # noqa: N801 (a context)
    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.etc = folder / "etc"

    def __enter__(self) -> Servers:
        folder, etc = self.folder, self.etc
        cert, _ = authority(folder)
        ports = {name: free_port() for name in ("smtp", "lmtp", "imap")}
        nobody = {"uid": 65534, "gid": 65534}
        for name in ("etc", "queue", "data", "mail", "run"):
            (folder / name).mkdir()
        shutil.chown(folder / "data", "postfix")
        shutil.chown(folder / "mail", 65534, 65534)
        values = {
            **ports,
            **nobody,
            "folder": folder,
            "queue": folder / "queue",
            "data": folder / "data",
            "log": folder / "postfix.log",
            "cert": cert,
            "key": folder / "server.key",
            "password": PASSWORD.replace(" ", "-"),
        }
        (etc / "main.cf").write_text(MAIN.format(**values))
        (etc / "master.cf").write_text(MASTER.format(**values))
        (etc / "dovecot.conf").write_text(DOVECOT.format(**values))
        _run("dovecot", "-c", str(etc / "dovecot.conf"))
        _run("postfix", "-c", str(etc), "start")
        for port in ports.values():
            _wait_for(port)
        return Servers(ports["smtp"], ports["imap"], cert, folder / "mail")

    def __exit__(self, *exc: object) -> None:
        subprocess.run(["postfix", "-c", str(self.etc), "stop"], capture_output=True, check=False)
        dovecot = ["doveadm", "-c", str(self.etc / "dovecot.conf"), "stop"]
        subprocess.run(dovecot, capture_output=True, check=False)


def _run(*words: str) -> None:
    # Into a file: a server that goes into the background keeps a pipe open.
    with tempfile.TemporaryFile() as said:
        done = subprocess.run(words, stdout=said, stderr=said, check=False)
        said.seek(0)
        assert done.returncode == 0, said.read().decode()


def _wait_for(port: int) -> None:
    for _ in range(200):
        try:
            socket.create_connection(("127.0.0.1", port), 1).close()
            return
        except OSError:
            time.sleep(0.05)
    raise AssertionError(f"nothing listens on port {port}")


__all__ = ["PASSWORD", "USER", "Servers"]
