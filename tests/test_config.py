from __future__ import annotations

import json
import re
import tomllib
from dataclasses import fields, replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing import config
from briefing.config.check import frames
from briefing.config.faults import line_of
from briefing.config.sample import comments, toml
from briefing.config.values import File, SourceTable
from briefing.errors import ConfigError
from briefing.model import Source, Subscription
from briefing.settings import EditionSettings, FetchSettings, Settings

FEED = 'url = "https://gazette.example/feed.xml"'


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty home, and an empty folder to stand in."""
    for name in ("CONFIG", "DATA"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(tmp_path / "home" / name.lower()))
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    return tmp_path


def written(text: str, path: Path = Path("briefing.toml")) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def loaded(text: str) -> config.Config:
    return config.load(written(text))


def fault(text: str) -> str:
    """What is said of a wrong file."""
    with pytest.raises(ConfigError) as error:
        loaded(text)
    return str(error.value)


# --- where it is found ------------------------------------------------------------------


def test_without_a_file_everything_has_its_default(home: Path) -> None:
    found = config.load()
    assert (found.path, found.settings, found.subscriptions) == (None, Settings(), ())
    assert found.archive == home / "home" / "data" / "briefing" / "archive.sqlite"


def test_the_file_that_is_named_first_counts(home: Path) -> None:
    option, variable, here, user = (
        written("", path)
        for path in (home / "o.toml", home / "v.toml", Path("briefing.toml"), config.user_file())
    )
    environ = {"BRIEFING_CONFIG": str(variable)}
    assert config.find(option, environ) == option
    assert config.find(None, environ) == variable
    assert config.find(None, {}) == here
    here.unlink()
    assert config.find(None, {}) == user
    user.unlink()
    assert config.find(None, {}) is None


@pytest.mark.parametrize("environ", [{}, {"BRIEFING_CONFIG": "none.toml"}])
def test_a_file_that_is_named_must_be_there(environ: dict[str, str]) -> None:
    with pytest.raises(ConfigError, match=r"no configuration file none.toml: `briefing init`"):
        config.load(None if environ else Path("none.toml"), environ)


def test_an_option_stands_before_a_variable_before_the_file(home: Path) -> None:
    written('data_dir = "file"')
    environ = {"BRIEFING_DATA_DIR": "variable"}
    here = home / "here"
    assert config.load(data_dir=Path("option"), environ=environ).data_dir == Path("option")
    assert config.load(environ=environ).data_dir == here / "variable"
    assert config.load().data_dir == here / "file"


def test_a_variable_sets_the_time_zone() -> None:
    environ = {"BRIEFING_TIME_ZONE": "Asia/Tokyo"}
    assert config.load(environ=environ).settings.edition.time_zone == "Asia/Tokyo"
    with pytest.raises(ConfigError, match=r'BRIEFING_TIME_ZONE is wrong: "Mars" is not'):
        config.load(environ={"BRIEFING_TIME_ZONE": "Mars"})


def test_paths_in_the_file_are_relative_to_the_file(home: Path) -> None:
    (home / "etc" / "pages").mkdir(parents=True)
    text = 'data_dir = "kept"\ntemplates = "pages"\n[[sources]]\nkind = "folder"\nurl = "saved"'
    found = config.load(written(text, home / "etc" / "briefing.toml"))
    assert found.data_dir == home / "etc" / "kept"
    assert found.templates == home / "etc" / "pages"
    assert found.subscriptions[0].source.url == str(home / "etc" / "saved")


def test_templates_must_be_a_folder() -> None:
    with pytest.raises(ConfigError, match="no folder of templates"):
        loaded('templates = "none"')


# --- values -----------------------------------------------------------------------------


def test_values_of_the_file_stand_in_the_place_of_defaults() -> None:
    found = loaded(
        """
        [edition]
        title = "Morgen"
        time_zone = "Europe/Berlin"
        [cluster]
        granularity = "topic"
        [interests]
        up = ["dams"]
        [importance]
        size = -1
        [[sections.rules]]
        section = "Water"
        words = ["dam", "weir"]
        [fetch]
        timeout = 5
        """
    )
    assert found.settings.edition == EditionSettings("Morgen", time_zone="Europe/Berlin")
    assert found.settings.cluster.granularity == "topic"
    assert found.settings.interests.up == ("dams",)
    assert found.settings.importance.size == -1.0
    assert found.settings.sections.rules[0].words == ("dam", "weir")
    assert found.fetch == FetchSettings(timeout=5.0)


def test_a_source_needs_only_an_address() -> None:
    found = loaded(f'[[sources]]\n{FEED}\n[[sources]]\nurl = "https://www.post.example/rss"')
    assert found.subscriptions == (
        Subscription(Source("gazette-example", "gazette.example", FEED[7:-1])),
        Subscription(Source("post-example", "post.example", "https://www.post.example/rss")),
    )


def test_feeds_with_one_name_are_one_outlet() -> None:
    feeds = (f'[[sources]]\nname = "Post"\nurl = "https://{n}.example/"\n' for n in "ab")
    assert [s.source.id for s in loaded("".join(feeds)).subscriptions] == ["post", "post"]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("The Gazette", ("The Gazette", "the-gazette")),
        (" The\\nGazette ", ("The Gazette", "the-gazette")),
        ("Газета", ("Газета", "газета")),
        ("***", ("***", "https-gazette-example-feed-xml")),
    ],
)
def test_a_name_gives_the_id(name: str, expected: tuple[str, str]) -> None:
    (found,) = loaded(f'[[sources]]\n{FEED}\nname = "{name}"').subscriptions
    assert (found.source.name, found.source.id) == expected


def test_all_that_may_be_said_of_a_source() -> None:
    found = loaded(
        f"""
        [[sources]]
        {FEED}
        name = "The Gazette"
        section = "World"
        language = "en"
        kind = "page"
        full_text = true
        follow = true
        max_entries = 7
        """
    )
    outlet = Source("the-gazette", "The Gazette", FEED[7:-1], "World", "en")
    assert found.subscriptions == (Subscription(outlet, "page", True, True, 7),)


def test_a_source_table_holds_what_a_subscription_holds() -> None:
    parts = {f.name for f in fields(Source)} | {f.name for f in fields(Subscription)}
    assert {f.name for f in fields(SourceTable)} == parts - {"source"}


# --- faults -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[edition]\nstorys = 3", "line 2: edition.storys is not known: did you mean stories?"),
        (
            '[[readers]]\nname = "Ada"\nways = ["print"]\nsections = ["sprot"]',
            'line 4: readers.sections (entry 1) "sprot" is no section: did you mean Sport?',
        ),
        ("[editions]\nstories = 3", "line 1: editions is not known: did you mean edition?"),
        ("[edition]\nTime-Zone = 'UTC'", "line 2: edition.Time-Zone is not known: did you mean"),
        ("colour = 3", "line 1: colour is not known: here may stand edition, "),
        ("edition.stories = 'x'", 'line 1: edition.stories must be a whole number, not "x"'),
        ("[edition]\n\nstories = 2.5", "line 3: edition.stories must be a whole number, not 2.5"),
        ("[edition]\nstories = true", "edition.stories must be a whole number, not true"),
        ("[mail]\nport = 99999", "mail.port must be between 1 and 65535, not 99999"),
        ("[mailbox]\nport = 0", "mailbox.port must be between 1 and 65535, not 0"),
        ('[edition]\ntitle = "A\\nB"', "edition.title must be one line: it is also the subject"),
        ("[edition]\nstories = -1", "edition.stories must be 0 or more, not -1"),
        ("[edition]\ntitle = 5", 'edition.title must be a text in quotes ("..."), not 5'),
        ("edition = 5", "line 1: edition must be a table, not 5"),
        ("[fetch]\ntimeout = nan", "fetch.timeout must be a number, not nan or inf"),
        ("[fetch]\ntimeout = -0.5", "fetch.timeout must be 0 or more, not -0.5"),
        ("[fetch]\ntrust_env = 'no'", 'fetch.trust_env must be true or false, not "no"'),
        ("[interests]\nup = 'dams'", 'interests.up must be a list (["...", "..."]), not "dams"'),
        ("[interests]\nup = [\n'a',\n2]", "line 2: interests.up (entry 2) must be a text"),
        ("[cluster]\ngranularity = 'x'", 'cluster.granularity must be "event" or "topic", not'),
        ("[rank]\nranker = 'best'", "line 2: rank.ranker must be one of blend, lead, "),
        ("[look]\ntheme = 'loud'", 'look.theme must be "default", "card" or "large", not "loud"'),
        ("[edition]\ntitle = ' '", "edition.title must not be empty"),
        ("[edition]\ntime_zone = 'Mars'", 'edition.time_zone is wrong: "Mars" is not a time zone'),
        ("[edition]\nday_starts = 6", "edition.day_starts must be a text in quotes"),
        ("[edition]\nday_starts = '6'", 'day_starts is wrong: "6" is not a time of day: write it'),
        ("[edition]\nlookback_days = 999999999", "lookback_days must be 366 at most, not 1e+09"),
        (f"[[sources]]\n{FEED}\nlanguage = '?'", "line 3: sources.language (entry 1) must be a c"),
        ("data_dir = '~nobody-of-this-name/x'", "names the home folder of somebody unknown"),
        ("[edition]\nlanguage = 'English!'", "language must be one of ar, de, en, es, fr, ru, "),
        ("[edition]\nlanguage = 'xx'", "line 2: edition.language must be one of ar, de, en, es,"),
        ("[cluster]\njoin = 7", "line 2: cluster.join must be between 0 and 1, not 7"),
        ("[dedup]\nshare = 44", "line 2: dedup.share must be between 0 and 1, not 44"),
        ("[quotes]\nsame_words = 1.5", "quotes.same_words must be between 0 and 1, not 1.5"),
        (
            "[[sections.rules]]\nsection = 'A'",
            "line 1: sections.rules (entry 1) fits nothing: name",
        ),
        ('[edition]\ntitle = "a\\u0000"', "edition.title must be a text without null characters"),
        ("[[sources]]\nname = 'A'", "line 1: sources.url (entry 1) is missing"),
        ("[[sources]]\nurl = 'feed.xml'", "sources.url (entry 1) must begin with http://"),
        ("[[sources]]\nurl = 'file:///etc/passwd'", "must begin with http://"),
        ("[[sources]]\nurl = 'http://['", "must begin with http://"),
        ("[[sources]]\nurl = ' '", "sources.url (entry 1) is empty"),
        ("[[sources]]\nurl = 'https://me:pw@a.example/'", "holds a password"),
        (f"[[sources]]\n{FEED}\n[[sources]]\n{FEED}\nnam = 'x'", "line 5: sources.nam (entry 2)"),
        (
            f"[[sources]]\n{FEED}\n[[sources]]\n{FEED}",
            "line 4: sources.url (entry 2) is that of entry 1 already",
        ),
        (
            f"[[sources]]\n{FEED}\nid = 'a'\n[[sources]]\nurl = 'http://b.example/'\nid = 'a'",
            'line 6: sources.id (entry 2) gives "b.example" the id "a", which "gazette.example"',
        ),
        ("[[sections.rules]]\nsektion = 'A'", "line 2: sections.rules.sektion (entry 1) is not"),
        ("[fetch]\npassword = 'x'", "fetch.password does not belong here"),
        ("[post]\napi_key = 'x'", "post is not known"),
        ("[edition", "is not TOML: "),
        ("a = " + "[" * 5000, "is not a configuration"),
    ],
)
def test_a_fault_is_named_with_its_line_and_what_to_write(text: str, said: str) -> None:
    assert said in fault(text)


def test_the_settings_name_the_languages_of_the_frame() -> None:
    told = comments(EditionSettings)["language"]
    assert all(name in re.findall(r"\b[a-z]{2}\b", told) for name in frames())


def test_what_is_no_share_may_be_more_than_one() -> None:
    text = "[cluster]\nfade = 4\nundated = 2\nusual_pairs = 9\n[rank]\ninterest = 2\n"
    found = loaded(text + "[edition]\nlanguage = 'de-AT'\n[select]\nwords = 200").settings
    assert (found.cluster.undated, found.rank.interest, found.select.words) == (2, 2, 200)
    assert loaded("[cluster]\njoin = 1\nguard = 0").settings.cluster.join == 1


def test_a_fault_of_one_table_hides_none_of_another() -> None:
    told = fault(
        """[edition]
storys = 5
stories = 0
lookback_days = "x"
[[sources]]
url = "ftp://a.example"
[[sources]]
name = "Bugle"
[[readers]]
name = "Ada"
adresses = ["ada@post.example"]
[[readers]]
name = "Bo"
ways = ["folder:out"]
time = "25:00"
[schedule]
time = "99"
"""
    )
    keys = [line.split(": ")[1].split()[0] for line in told.splitlines()]
    assert keys == [
        "edition.storys",
        "edition.stories",
        "edition.lookback_days",
        "sources.url",
        "sources.url",
        "readers.adresses",  # and not that Ada gets nothing
        "readers.time",
        "schedule.time",
    ]


def test_a_wrong_entry_of_a_list_hides_nothing_of_its_table() -> None:
    told = fault(
        """[schedule]
time = "6:3"
days = ["mon", "funday"]
[mail]
host = "mail.post.example"
sender = "briefing@post.example"
[[readers]]
name = "Ada"
addresses = ["ada"]
formats = ["doc"]
theme = "nope"
[[readers]]
name = "Bo"
ways = ["fax:1"]
[[readers]]
name = "Cy"
ways = [1]
"""
    )
    keys = [line.split(": ")[1].split()[0] for line in told.splitlines()]
    assert keys == [
        "schedule.time",
        "schedule.days",
        "readers.addresses",
        "readers.formats",
        "readers.theme",
        "readers.ways",
        "readers.ways",
    ]
    assert 'readers.theme (entry 1) must be "", "default", "card" or "large", not "nope"' in told


def test_a_list_of_tables_is_asked_for_as_it_is_written() -> None:
    assert fault("readers = 4").endswith(
        "readers must be written as tables, each under [[readers]], not 4"
    )
    assert "each under [[sections.rules]]" in fault("[sections]\nrules = true")
    assert "sources (entry 1) must be a table" in fault("sources = [4]")


def test_all_faults_are_told_a_line_each_in_the_order_of_the_file() -> None:
    told = fault("[edition]\ntime_zone = 'Mars'\nstories = -1\n[quotes]\nper_story = -1")
    assert [re.findall(r"line \d", line) for line in told.splitlines()] == [
        ["line 2"],
        ["line 3"],
        ["line 5"],
    ]


def test_a_secret_is_never_shown() -> None:
    assert "hunter2" not in fault("[fetch]\npassword = 'hunter2'")
    assert "hunter2" not in fault("[[sources]]\nurl = 'https://me:hunter2@a.example/'")


def test_a_file_that_is_no_text_is_refused() -> None:
    Path("briefing.toml").write_bytes(b"title = '\xff'")
    with pytest.raises(ConfigError, match=r"is not UTF-8 text \(byte 9\)"):
        config.load()


def test_a_huge_file_is_refused() -> None:
    assert "more than 1000000 bytes" in fault("#" * 1_000_001)


@pytest.mark.parametrize(
    ("place", "line"),
    [
        (("a",), 1),
        (("t", "b"), 4),
        (("t", "x"), 3),
        (("s", 1, "c"), 8),
        (("s", 1, "x"), 7),
        (("t", "d", "e"), 10),
        (("u", "f"), 12),
        (("none",), None),
    ],
)
def test_the_line_of_a_key_or_else_of_its_table(place: tuple[str | int, ...], line: int) -> None:
    text = "a = 1\n\n[t]\nb = 2 # [x]\n[[s]]\nc = 3\n[[s]]\n c=4\n[t.d]\ne = 5\n[ u ]\n'f' = 6\n"
    assert line_of(place, text) == line


@given(st.text(st.sampled_from("[]=.\"'#\na1 \\{}"), max_size=60))
def test_any_text_is_a_configuration_or_a_fault(text: str) -> None:
    path = Path("fuzz.toml")
    path.write_text(text)
    try:
        config.load(path)
    except ConfigError as error:
        told = str(error)
    else:
        told = "fuzz.toml"
    assert told.startswith("fuzz.toml")


# --- the sample -------------------------------------------------------------------------


def uncommented(text: str) -> str:
    """Every line that shows a default, made to count; the example of a source is left out."""
    settings_alone = text.split("# [[sources]]")[0]
    return re.sub(r"(?m)^# (?=[a-z_]+ = )", "", settings_alone)


def test_the_sample_says_what_the_defaults_are() -> None:
    plain = loaded("")
    for text in (config.sample(), uncommented(config.sample())):
        assert loaded(text) == plain


def test_the_sample_names_every_key() -> None:
    table = tomllib.loads(uncommented(config.sample()))
    expected = config.describe(config.load())
    for name in (f.name for f in fields(Settings)):
        shown = expected[name]
        assert isinstance(shown, dict)
        assert set(table[name]) == set(shown) - {"rules", "caps"}


def test_the_sample_takes_up_subscriptions() -> None:
    given_ones = (
        Subscription(Source("gazette", 'The "Gazette" [evil]\x7f', "https://gazette.example/f")),
        Subscription(Source("post", "Post", "https://post.example/f", "World"), follow=True),
    )
    found = loaded(config.sample(given_ones))
    assert found.subscriptions == given_ones


def test_what_the_sample_says_of_a_key_stands_in_the_settings() -> None:
    assert "HH:MM" in comments(EditionSettings)["day_starts"]
    assert comments(File)["data_dir"].startswith("where the archive lies")


@given(st.text() | st.integers(-(2**60), 2**60) | st.booleans() | st.lists(st.text(), max_size=3))
def test_every_value_is_read_back_as_it_was_written(value: object) -> None:
    assert tomllib.loads(f"key = {toml(value)}")["key"] == value


def test_a_configuration_is_shown_as_json() -> None:
    shown = json.loads(json.dumps(config.describe(loaded(f"[[sources]]\n{FEED}"))))
    assert shown["edition"]["title"] == "The Briefing"
    assert shown["sources"][0]["id"] == "gazette-example"
    assert shown["file"] == "briefing.toml"


WHOLE = """\
templates = "looks"
data_dir = "~/news"
[edition]
title = 'The "Post" \u202e'
stories = 5
places = ["Varnholt", "Ravensmoor"]
[[sections.rules]]
section = "Sport"
paths = ["/sport/"]
words = ["match"]
[[sections.caps]]
section = "Sport"
most = 2
[interests]
muted = ["football"]
[mail]
sender = "ada@example.org"
host = "mail.example.org"
ca_file = "certificates.pem"
[[readers]]
name = "Ada"
addresses = ["ada@example.org"]
ways = ["folder:copies"]
days = ["mon"]
[[sources]]
name = "Ledger"
url = "texts"
kind = "folder"
[[sources]]
url = "https://gazette.example/feed.xml"
follow = true
"""


@pytest.mark.parametrize("text", ["", WHOLE])
def test_a_configuration_that_is_shown_can_be_pasted_back(home: Path, text: str) -> None:
    Path("looks").mkdir()
    found = loaded(text)
    shown = "\n".join(config.as_toml(found))
    again = config.load(written(shown, home / "elsewhere" / "briefing.toml"))
    assert replace(again, path=found.path) == found
    assert "None" not in shown
    assert ('title = "The \\"Post\\" ' in shown) == bool(text)


def test_what_is_shown_says_what_was_set() -> None:
    found = loaded(WHOLE.replace('templates = "looks"', ""))
    lines = "\n".join(config.as_toml(found)).split("\n")
    assert 'data_dir = "' in lines[2]
    assert "edition.stories = 5  # set by you; else 12" in lines
    assert "edition.also = 12" in lines
    assert '  {section = "Sport", paths = ["/sport/"], words = ["match"]},' in lines
    assert lines[lines.index("[[readers]]") + 1] == 'name = "Ada"'


def test_the_documentation_shows_the_sample_and_every_variable() -> None:
    text = (Path(__file__).parent.parent / "docs" / "configuration.md").read_text(encoding="utf-8")
    assert config.sample() in text, "run tools/document_config.py"
    for name, meaning in config.ENVIRONMENT.items():
        assert f"| `{name}` | {meaning} |" in text
    for field in fields(SourceTable):
        assert f"| `{field.name}` |" in text


def test_what_is_nested_too_deep_is_a_mistake_and_no_crash() -> None:
    assert "is not known" in fault(f"x = {'[' * 250}{']' * 250}")
