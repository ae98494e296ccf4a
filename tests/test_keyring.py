"""A password from the system's keyring: with the real package, and a keyring that is not the system's."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from briefing.deliver.passwords import password
from briefing.errors import DeliveryError
from briefing.settings import MailSettings

keyring = pytest.importorskip("keyring", reason="the keyring extra is not installed")
backend = pytest.importorskip("keyring.backend")
errors = pytest.importorskip("keyring.errors")

SETTINGS = MailSettings(host="mail.x.example", user="ada", password_keyring="briefing")


class Drawer(backend.KeyringBackend):
    """A keyring in memory; a locked one gives nothing away."""

    priority = 1

    def __init__(self) -> None:
        super().__init__()
        self.kept: dict[tuple[str, str], str] = {}
        self.locked = False

    def get_password(self, service: str, username: str) -> str | None:
        if self.locked:
            raise errors.KeyringLocked("the drawer is locked: s3cret")
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self.kept[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        del self.kept[service, username]


@pytest.fixture
def drawer() -> Iterator[Drawer]:
    before = keyring.get_keyring()
    own = Drawer()
    keyring.set_keyring(own)
    yield own
    keyring.set_keyring(before)


def test_a_password_comes_from_the_keyring_by_service_and_user(drawer: Drawer) -> None:
    keyring.set_password("briefing", "ada", "by keyring")
    keyring.set_password("briefing", "bob", "of another")
    assert password(SETTINGS, {}) == "by keyring"


def test_a_keyring_without_the_entry_is_told_by_the_name_of_the_entry(drawer: Drawer) -> None:
    with pytest.raises(DeliveryError, match="the keyring's entry briefing holds no password"):
        password(SETTINGS, {})


def test_a_locked_keyring_is_told_without_what_it_says(drawer: Drawer) -> None:
    drawer.locked = True
    with pytest.raises(DeliveryError) as told:
        password(SETTINGS, {})
    assert str(told.value) == "the keyring could not be asked (KeyringLocked)"
    assert told.value.__cause__ is None


def test_a_machine_without_any_keyring_is_told(drawer: Drawer) -> None:
    from keyring.backends import fail

    keyring.set_keyring(fail.Keyring())
    with pytest.raises(DeliveryError, match=r"could not be asked \(NoKeyringError\)"):
        password(SETTINGS, {})
