-- The outbox, and what a run remembers.

CREATE TABLE delivery (                     -- one edition (or notice) on one way to one recipient
    key        INTEGER PRIMARY KEY,
    day        TEXT NOT NULL,
    edition    TEXT NOT NULL,               -- edition.reader; "notice:..." for words to the owner
    revision   INTEGER NOT NULL,
    reader     TEXT NOT NULL,               -- as configured
    way        TEXT NOT NULL,               -- mail, folder, maildir, eml, command, print, webhook
    recipient  TEXT NOT NULL,               -- an address, a path, a command
    turn       INTEGER NOT NULL,            -- 1; sent once more by hand: 2
    notice     TEXT NOT NULL,               -- the words of a notice; '' for an edition
    state      TEXT NOT NULL
        CHECK (state IN ('queued', 'sending', 'sent', 'retry', 'failed', 'unknown')),
    attempts   INTEGER NOT NULL,
    queued     TEXT NOT NULL,
    due        TEXT NOT NULL,               -- not before
    deadline   TEXT NOT NULL,               -- nor after
    changed    TEXT NOT NULL,
    answer     TEXT NOT NULL,               -- the server's last words
    UNIQUE (day, edition, way, recipient, turn)
);
CREATE INDEX delivery_open ON delivery (due) WHERE state IN ('queued', 'sending', 'retry');

CREATE TABLE occasion (                     -- what became of a reader's edition on a day
    day      TEXT NOT NULL,
    reader   TEXT NOT NULL,
    outcome  TEXT NOT NULL CHECK (outcome IN ('queued', 'empty', 'held')),
    at       TEXT NOT NULL,
    PRIMARY KEY (day, reader)
) WITHOUT ROWID;

CREATE TABLE suppressed (                   -- addresses that get nothing: refused, or unsubscribed
    address  TEXT PRIMARY KEY,
    since    TEXT NOT NULL,
    reason   TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE run (                          -- the last run of each kind: 'fetch', 'run'
    kind     TEXT PRIMARY KEY,
    at       TEXT NOT NULL,
    outcome  TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE reported (                     -- troubles that the owner has been told of
    what   TEXT PRIMARY KEY,
    since  TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE secret (                       -- what only this archive knows: signs unsubscribe links
    name   TEXT PRIMARY KEY,
    value  TEXT NOT NULL
) WITHOUT ROWID;
