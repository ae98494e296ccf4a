"""A configuration as plain data, for `config show --json`."""

from __future__ import annotations

from dataclasses import asdict

from briefing.config.values import Config


def describe(config: Config) -> dict[str, object]:
    """Every value that counts, the defaults included, under the names of briefing.toml."""
    return {
        "file": str(config.path) if config.path else None,
        "data_dir": str(config.data_dir),
        "archive": str(config.archive),
        "templates": str(config.templates) if config.templates else None,
        **asdict(config.settings),
        "fetch": asdict(config.fetch),
        "schedule": asdict(config.schedule),
        "mail": asdict(config.mail),
        "delivery": asdict(config.delivery),
        "owner": asdict(config.owner),
        "mailbox": asdict(config.mailbox),
        "readers": [asdict(reader) for reader in config.readers],
        "sources": [
            {
                **asdict(subscription.source),
                "kind": subscription.kind,
                "full_text": subscription.full_text,
                "follow": subscription.follow,
                "max_entries": subscription.max_entries,
            }
            for subscription in config.subscriptions
        ],
    }
