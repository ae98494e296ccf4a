"""briefing.toml as settings, limits and subscriptions.

What the file may hold is read from the dataclasses: a key, its type and its default stand in
`settings` (and `model.Subscription`), and only there.
"""

from briefing.config.describe import as_toml, describe
from briefing.config.files import find, user_file
from briefing.config.load import load
from briefing.config.sample import sample, tables
from briefing.config.values import ENVIRONMENT, Config

__all__ = [
    "ENVIRONMENT",
    "Config",
    "as_toml",
    "describe",
    "find",
    "load",
    "sample",
    "tables",
    "user_file",
]
