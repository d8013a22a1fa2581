-- A person's word that one article was not taken from another; the two in either order are one pair.
CREATE TABLE denials (
    number INTEGER PRIMARY KEY,
    derived TEXT NOT NULL REFERENCES articles (id) ON UPDATE CASCADE ON DELETE CASCADE,
    source TEXT NOT NULL REFERENCES articles (id) ON UPDATE CASCADE ON DELETE CASCADE,
    author TEXT,
    time TEXT NOT NULL,
    undone TEXT
);
CREATE INDEX denials_derived ON denials (derived);
CREATE INDEX denials_source ON denials (source);
CREATE UNIQUE INDEX denials_pair ON denials (min(derived, source), max(derived, source)) WHERE undone IS NULL;

-- The newest changes first, of both kinds.
CREATE INDEX denials_time ON denials (time);
CREATE INDEX corrections_time ON corrections (time);
