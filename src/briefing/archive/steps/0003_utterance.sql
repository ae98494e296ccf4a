-- Which quotes an edition printed: no later one prints them again.

CREATE TABLE utterance (                    -- a printed quote
    story     INTEGER NOT NULL REFERENCES story (key),
    position  INTEGER NOT NULL,
    speaker   TEXT NOT NULL,                -- as printed
    text      TEXT NOT NULL,                -- its stretches, joined by a space
    PRIMARY KEY (story, position)
) WITHOUT ROWID;
