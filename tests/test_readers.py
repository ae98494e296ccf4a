from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from briefing.app.answers.explaining import explained
from briefing.app.editions.making import Groundwork, degraded, make
from briefing.app.editions.readers import edition_of, wanted, wish_of
from briefing.config import load
from briefing.errors import ConfigError, NothingToReport, UsageError
from briefing.model import Missed
from tests.deliveries import ADA, BOB, MAIL, shell, with_news

DAY = date(2026, 1, 15)
SECTIONS = (
    '[[sections.rules]]\nsection = "Water"\nwords = ["dam"]\n'
    '[[sections.rules]]\nsection = "Town"\nwords = ["mayor"]\n'
)


def test_a_reader_without_wishes_gets_the_edition_of_everybody(tmp_path: Path) -> None:
    config = shell(tmp_path, MAIL + ADA + 'theme = "large"\ntime = "08:00"\n').config
    assert wish_of(config, config.readers[0]).key == ""


def test_a_wish_changes_what_it_names_and_nothing_else(tmp_path: Path) -> None:
    text = '[interests]\nup = ["sea"]\n' + MAIL + ADA
    text += 'language = "de"\ninterests = ["dam"]\nless = ["football"]\nmuted = ["tennis"]\nminutes = 5\n'
    config = shell(tmp_path, text).config
    found = wanted(config, config.readers[0])
    assert (found.edition.language, found.edition.minutes) == ("de", 5)
    assert (found.interests.up, found.interests.down) == (("sea", "dam"), ("football",))
    assert found.interests.muted == ("tennis",)
    assert found.rank == config.settings.rank


def test_a_reader_of_one_section_gets_its_stories_alone(tmp_path: Path) -> None:
    program = with_news(shell(tmp_path, SECTIONS + MAIL + ADA + 'sections = ["water"]\n'))
    with program.archive() as archive:
        wish = wish_of(program.config, program.config.readers[0])
        made = edition_of(program, archive, DAY, wish).edition
        assert [(s["section"], s["headline"]) for s in made["stories"]] == [
            ("Water", "Dam opens on day 15")
        ]
        assert edition_of(program, archive, DAY, wish).recorded


def test_a_readers_own_edition_is_explained_by_his_wishes(tmp_path: Path) -> None:
    program = with_news(shell(tmp_path, MAIL + ADA + 'interests = ["dam"]\n'))
    with pytest.raises(NothingToReport, match="no edition of 2026-01-15 for Ada"):
        explained(program, "1", "2026-01-15", "Ada")
    with program.archive() as archive:
        edition_of(program, archive, DAY, wish_of(program.config, program.config.readers[0]))
        make(program, archive, DAY)
    hers, plain = (
        next(
            s for s in explained(program, "1", "2026-01-15", name).lines() if "your interests" in s
        )
        for name in ("Ada", "")
    )
    assert ("+1.00" in hers, "+0.00" in plain) == (True, True)
    with pytest.raises(UsageError, match='no reader "Eve": configured are Ada'):
        explained(program, "1", "2026-01-15", "Eve")


def test_readers_of_one_run_share_the_work_and_get_what_each_would_get_alone(
    tmp_path: Path,
) -> None:
    text = SECTIONS + MAIL + ADA + 'sections = ["water"]\n' + BOB + "minutes = 1\n"
    text += '[[readers]]\nname = "Cas"\naddresses = ["cas@y.example"]\ntime_zone = "Asia/Tokyo"\n'
    editions = []
    for number, shared in enumerate((True, False)):
        (tmp_path / str(number)).mkdir()
        program = with_news(shell(tmp_path / str(number), text), 14, 15)
        with program.archive() as archive:
            ground = Groundwork(archive) if shared else None
            wishes = [wish_of(program.config, reader) for reader in program.config.readers]
            editions.append(
                [
                    json.dumps(edition_of(program, archive, day, wish, ground).edition)
                    for wish in wishes
                    for day in (date(2026, 1, 14), DAY)
                ]
            )
    assert editions[0] == editions[1]
    assert len(set(editions[0])) == 6


def test_the_stories_of_a_day_are_found_once_for_all_readers(tmp_path: Path) -> None:
    program = with_news(shell(tmp_path, MAIL + ADA + 'interests = ["dam"]\n' + BOB))
    steps: list[str] = []
    program = replace(program, step=steps.append)
    with program.archive() as archive:
        ground = Groundwork(archive)
        for reader in program.config.readers:
            edition_of(program, archive, DAY, wish_of(program.config, reader), ground)
    assert steps.count("compose") == 2
    assert steps.count("cluster") == 1


def test_an_edition_that_another_process_made_meanwhile_is_not_made_again(
    tmp_path: Path,
) -> None:
    program = with_news(shell(tmp_path))
    wish = wish_of(program.config, program.config.readers[0])
    with program.archive() as archive, program.archive() as other:
        lock = archive.lock

        @contextmanager
        def late(purpose: str, **how: Any) -> Iterator[None]:
            edition_of(program, other, DAY, wish)
            with lock(purpose, **how):
                yield

        archive.lock = late  # type: ignore[method-assign]
        assert edition_of(program, archive, DAY, wish).recorded
        assert len(archive.editions()) == 1


def test_a_section_without_news_is_nothing_to_report(tmp_path: Path) -> None:
    program = with_news(shell(tmp_path, SECTIONS + MAIL + ADA + 'sections = ["Culture"]\n'))
    with program.archive() as archive, pytest.raises(NothingToReport):
        edition_of(program, archive, DAY, wish_of(program.config, program.config.readers[0]))


def test_an_edition_is_degraded_from_the_configured_share_of_missed_sources(
    tmp_path: Path,
) -> None:
    urls = "".join(f'[[sources]]\nurl = "https://s{n}.example/"\n' for n in range(4))
    program = shell(tmp_path, urls)
    missed = [Missed(f"s{n}", "timed out") for n in range(4)]
    assert [degraded(program, missed[:n]) for n in range(5)] == [False, False, True, True, True]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (ADA, "readers.addresses (entry 1) need a mail server"),
        ('[[readers]]\nname = "Ada"\n', "readers (entry 1) gets nothing: name addresses, or ways"),
        (MAIL + ADA + ADA, "readers.name (entry 2) is that of another reader"),
        (
            MAIL + ADA + 'ways = ["fax:1"]',
            '"fax:1" is no way out: write KIND:WHERE, KIND one of folder, maildir,',
        ),
        (MAIL + ADA + 'ways = ["webhook:ftp://x.example"]', "begins with https://"),
        (MAIL + ADA + 'time = "6"', "not a time of day"),
        (MAIL + ADA + 'time_zone = "Mars"', "not a time zone"),
        (MAIL + ADA + 'days = ["monday"]', 'must be "mon"'),
        (MAIL + ADA + 'formats = ["docx"]', 'not "docx"'),
        (MAIL.replace("127.0.0.1", "mail.x.example"), "on this machine only"),
        (MAIL.replace("b@x.example", "nobody"), '"nobody" is no mail address'),
        (MAIL + 'user = "ada"', "needs a password: name its place"),
        (MAIL + 'password = "x"', "never holds a password"),
        (MAIL + 'password_file = "a"\npassword_command = "b"', "name one place"),
        (MAIL + 'unsubscribe_url = "http://x.example"', "begins with https://"),
        (MAIL.replace('pdf = "none"', 'pdf = "link"'), 'pdf = "link" needs an address'),
        ("[delivery]\ndegraded_share = 2.0", "must be between 0 and 1"),
    ],
)
def test_what_cannot_be_meant_is_told(tmp_path: Path, text: str, said: str) -> None:
    path = tmp_path / "briefing.toml"
    path.write_text(text)
    with pytest.raises(ConfigError) as error:
        load(path)
    assert said in str(error.value)


def test_paths_of_ways_and_secrets_are_relative_to_the_file(tmp_path: Path) -> None:
    text = MAIL + 'ca_file = "ca.pem"\n' + ADA + 'ways = ["folder:out", "command:cat out"]\n'
    config = shell(tmp_path, text + BOB).config
    assert config.mail.ca_file == str(tmp_path / "ca.pem")
    assert config.readers[0].ways == (f"folder:{tmp_path / 'out'}", "command:cat out")
