-- A user's own places: the files that they came in, each place with its names, and all of them as one gazetteer's file, which
-- the program alone reads and makes anew whenever a file comes or goes.
CREATE TABLE gazetteer_files (
    number INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE,
    added TEXT NOT NULL
);

CREATE TABLE gazetteer_places (
    number INTEGER PRIMARY KEY,
    file INTEGER NOT NULL REFERENCES gazetteer_files (number) ON DELETE CASCADE,
    name TEXT NOT NULL,
    kind TEXT NOT NULL,
    country TEXT,
    lat REAL,
    lon REAL,
    population INTEGER,
    source_id TEXT NOT NULL,
    admin TEXT,
    names TEXT NOT NULL
);
CREATE INDEX gazetteer_places_file ON gazetteer_places (file);

CREATE TABLE gazetteer (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    checksum TEXT NOT NULL,
    file BLOB NOT NULL
);
