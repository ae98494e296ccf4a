-- The archive, as a new one is made. An older one is brought here by the files in steps/ (a test
-- compares the two). Times are ISO 8601 text in UTC with microseconds, so that they sort as text;
-- days are ISO dates. Small columns stand before the texts: a query that needs only those does
-- not read the pages of the texts.

CREATE TABLE source (                       -- an outlet as it was configured; a new name is a new row
    key       INTEGER PRIMARY KEY,
    id        TEXT NOT NULL,
    name      TEXT NOT NULL,
    url       TEXT NOT NULL,
    section   TEXT NOT NULL,
    language  TEXT NOT NULL,
    UNIQUE (id, name, url, section, language)
);

CREATE TABLE article (                      -- one version of one article; never changed, never deleted
    key        INTEGER PRIMARY KEY,
    id         TEXT NOT NULL UNIQUE,
    work       TEXT NOT NULL,               -- the id that all versions were given by their address
    current    INTEGER NOT NULL CHECK (current IN (0, 1)),  -- the version that new editions use
    outlet     TEXT NOT NULL,               -- source.id: several rows of `source` may be one outlet
    source     INTEGER NOT NULL REFERENCES source (key),
    published  TEXT NOT NULL,
    retrieved  TEXT NOT NULL,
    updated    TEXT,
    dated      INTEGER NOT NULL CHECK (dated IN (0, 1)),
    digest     BLOB NOT NULL,               -- of the text, white space aside
    url        TEXT NOT NULL,
    section    TEXT NOT NULL,
    language   TEXT NOT NULL,
    authors    TEXT NOT NULL,               -- a JSON list
    title      TEXT NOT NULL,
    text       TEXT NOT NULL
);
CREATE INDEX article_published ON article (published, id) WHERE current;
CREATE INDEX article_work ON article (work);
CREATE INDEX article_url ON article (url) WHERE url <> '';
CREATE INDEX article_digest ON article (digest);

CREATE VIEW whole_article AS                -- a version with its outlet, in the order of model.Article
SELECT a.id, s.id AS source_id, s.name AS source_name, s.url AS source_url,
    s.section AS source_section, s.language AS source_language, a.url, a.title, a.text,
    a.published, a.retrieved, a.updated, a.authors, a.section, a.language, a.dated,
    a.key, a.work, a.outlet, a.current
FROM article AS a JOIN source AS s ON s.key = a.source;

-- Porter stems find "strikes" for "strike"; diacritics are folded ("Erdogan" finds "Erdoğan").
CREATE VIRTUAL TABLE article_words USING fts5 (
    title, text,
    content = 'article', content_rowid = 'key',
    tokenize = 'porter unicode61 remove_diacritics 2'
);
CREATE TRIGGER article_added AFTER INSERT ON article BEGIN
    INSERT INTO article_words (rowid, title, text) VALUES (new.key, new.title, new.text);
END;
CREATE TRIGGER article_kept BEFORE DELETE ON article BEGIN
    SELECT raise(ABORT, 'a stored article is never deleted: an edition may cite it');
END;
CREATE TRIGGER article_unchanged BEFORE UPDATE OF id, title, text ON article BEGIN
    SELECT raise(ABORT, 'a stored text is never changed: a new version is stored beside it');
END;

CREATE TABLE edition (
    key        INTEGER PRIMARY KEY,
    day        TEXT NOT NULL,
    reader     TEXT NOT NULL,               -- '' is the edition of everybody
    revision   INTEGER NOT NULL,            -- from 1; a refreshed edition is a further revision
    current    INTEGER NOT NULL CHECK (current IN (0, 1)),
    made       TEXT NOT NULL,
    "start"    TEXT NOT NULL,
    "end"      TEXT NOT NULL,
    time_zone  TEXT NOT NULL,
    settings   TEXT NOT NULL,               -- JSON
    versions   TEXT NOT NULL,               -- JSON: what it was made with
    content    BLOB NOT NULL,               -- the edition's JSON, deflated
    UNIQUE (day, reader, revision)
);
CREATE UNIQUE INDEX edition_current ON edition (reader, day) WHERE current;

CREATE TABLE edition_article (              -- all that the edition was made from, shown or not
    edition  INTEGER NOT NULL REFERENCES edition (key),
    article  INTEGER NOT NULL REFERENCES article (key),
    PRIMARY KEY (edition, article)
) WITHOUT ROWID;

CREATE TABLE story (                        -- one story in one edition
    key       INTEGER PRIMARY KEY,
    edition   INTEGER NOT NULL REFERENCES edition (key),
    id        TEXT NOT NULL,                -- the same over the days
    position  INTEGER NOT NULL,
    status    TEXT NOT NULL,
    told      INTEGER NOT NULL CHECK (told IN (0, 1)),  -- 0: listed in one line
    section   TEXT NOT NULL,
    headline  TEXT NOT NULL,
    UNIQUE (edition, id)
);
CREATE INDEX story_id ON story (id);

CREATE TABLE story_article (
    story    INTEGER NOT NULL REFERENCES story (key),
    article  INTEGER NOT NULL REFERENCES article (key),
    PRIMARY KEY (story, article)
) WITHOUT ROWID;
CREATE INDEX story_article_article ON story_article (article);

CREATE TABLE statement (                    -- a printed sentence: article.text["start":"end"]
    story     INTEGER NOT NULL REFERENCES story (key),
    position  INTEGER NOT NULL,
    article   INTEGER NOT NULL REFERENCES article (key),
    "start"   INTEGER NOT NULL,
    "end"     INTEGER NOT NULL,
    PRIMARY KEY (story, position)
) WITHOUT ROWID;

CREATE TABLE speaker (
    key   INTEGER PRIMARY KEY,
    id    TEXT NOT NULL UNIQUE,
    name  TEXT NOT NULL
);

CREATE TABLE speaker_name (                 -- all the ways in which a speaker is named
    speaker  INTEGER NOT NULL REFERENCES speaker (key),
    folded   TEXT NOT NULL,                 -- lower case, no diacritics, single spaces
    PRIMARY KEY (speaker, folded)
) WITHOUT ROWID;

CREATE TABLE extraction (                   -- which articles have been searched for quotes, by what
    article    INTEGER PRIMARY KEY REFERENCES article (key),
    extractor  TEXT NOT NULL
);

CREATE TABLE quote (
    key       INTEGER PRIMARY KEY,
    article   INTEGER NOT NULL REFERENCES article (key),
    position  INTEGER NOT NULL,             -- in the article, from 0
    speaker   INTEGER REFERENCES speaker (key),  -- NULL: the article names nobody
    label     TEXT NOT NULL,                -- the speaker in the article's words
    role      TEXT NOT NULL,
    kind      TEXT NOT NULL,
    cue       TEXT NOT NULL,
    contents  TEXT NOT NULL,                -- JSON: [[start, end], ...] in article.text
    text      TEXT NOT NULL,                -- the contents, joined by a space
    UNIQUE (article, position)
);
CREATE INDEX quote_speaker ON quote (speaker, article);

CREATE VIRTUAL TABLE quote_words USING fts5 (
    text, label,
    content = 'quote', content_rowid = 'key',
    tokenize = 'porter unicode61 remove_diacritics 2'
);
CREATE TRIGGER quote_added AFTER INSERT ON quote BEGIN
    INSERT INTO quote_words (rowid, text, label) VALUES (new.key, new.text, new.label);
END;
CREATE TRIGGER quote_removed AFTER DELETE ON quote BEGIN
    INSERT INTO quote_words (quote_words, rowid, text, label)
    VALUES ('delete', old.key, old.text, old.label);
END;

CREATE TABLE validator (                    -- what a server wants to hear in a conditional request
    url            TEXT PRIMARY KEY,
    etag           TEXT NOT NULL,
    last_modified  TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE health (                       -- how a source has answered, last time and before
    source         TEXT PRIMARY KEY,
    last_ok        TEXT,
    failing_since  TEXT,                    -- NULL: it is well
    failures       INTEGER NOT NULL,        -- in a row
    cause          TEXT NOT NULL
) WITHOUT ROWID;

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
