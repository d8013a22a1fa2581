-- What was read. `articles` holds what is known of each article now: what its places say together, corrections applied.
CREATE TABLE articles (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    title TEXT,
    title_start INTEGER,
    title_end INTEGER,
    outlet TEXT,
    url TEXT,
    byline TEXT,
    published TEXT,
    captured TEXT,
    language TEXT,
    complete INTEGER NOT NULL,
    links TEXT NOT NULL,
    path TEXT NOT NULL,
    hash TEXT NOT NULL,
    text TEXT NOT NULL
);
CREATE INDEX articles_hash ON articles (hash);
CREATE INDEX articles_url ON articles (url);
CREATE INDEX articles_outlet ON articles (outlet);
CREATE INDEX articles_published ON articles (published);

CREATE TABLE locations (
    number INTEGER PRIMARY KEY,
    article TEXT NOT NULL REFERENCES articles (id) ON UPDATE CASCADE ON DELETE CASCADE,
    path TEXT NOT NULL,
    first_seen TEXT NOT NULL,
    says TEXT,
    raw BLOB
);
CREATE INDEX locations_article ON locations (article);
CREATE INDEX locations_path ON locations (path);

CREATE TABLE corrections (
    number INTEGER PRIMARY KEY,
    article TEXT NOT NULL REFERENCES articles (id) ON UPDATE CASCADE ON DELETE CASCADE,
    field TEXT NOT NULL,
    old TEXT,
    new TEXT,
    author TEXT,
    time TEXT NOT NULL,
    undone TEXT
);
CREATE INDEX corrections_article ON corrections (article);

CREATE TABLE problems (
    number INTEGER PRIMARY KEY,
    stage TEXT NOT NULL,
    location TEXT NOT NULL,
    message TEXT NOT NULL,
    hint TEXT,
    time TEXT NOT NULL,
    UNIQUE (stage, location, message)
);
CREATE INDEX problems_location ON problems (location);

-- What was found.
CREATE TABLE passages (
    number INTEGER PRIMARY KEY,
    kind TEXT NOT NULL,
    derived TEXT NOT NULL REFERENCES articles (id) ON UPDATE CASCADE ON DELETE CASCADE,
    source TEXT NOT NULL REFERENCES articles (id) ON UPDATE CASCADE ON DELETE CASCADE,
    derived_start INTEGER NOT NULL,
    derived_end INTEGER NOT NULL,
    source_start INTEGER NOT NULL,
    source_end INTEGER NOT NULL,
    similarity REAL NOT NULL,
    score REAL NOT NULL,
    best INTEGER NOT NULL,
    direction TEXT NOT NULL,
    equal INTEGER NOT NULL
);
CREATE INDEX passages_derived ON passages (derived);
CREATE INDEX passages_source ON passages (source);

CREATE TABLE edits (
    passage INTEGER NOT NULL REFERENCES passages (number) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    unit TEXT NOT NULL,
    kind TEXT NOT NULL,
    category TEXT NOT NULL,
    weight REAL NOT NULL,
    derived_start INTEGER NOT NULL,
    derived_end INTEGER NOT NULL,
    source_start INTEGER NOT NULL,
    source_end INTEGER NOT NULL,
    cue TEXT,
    PRIMARY KEY (passage, position)
);
CREATE INDEX edits_category ON edits (category);

CREATE TABLE families (
    id TEXT PRIMARY KEY,
    origin TEXT REFERENCES articles (id) ON UPDATE CASCADE ON DELETE SET NULL,
    absent_name TEXT,
    absent_why TEXT,
    searched INTEGER NOT NULL,
    searched_from TEXT,
    searched_to TEXT
);
CREATE INDEX families_origin ON families (origin);

CREATE TABLE family_articles (
    family TEXT NOT NULL REFERENCES families (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    article TEXT NOT NULL REFERENCES articles (id) ON UPDATE CASCADE ON DELETE CASCADE,
    shared REAL,
    reworded REAL,
    unmatched REAL,
    PRIMARY KEY (family, article)
);
CREATE INDEX family_articles_article ON family_articles (article);

CREATE TABLE edges (
    number INTEGER PRIMARY KEY,
    family TEXT NOT NULL REFERENCES families (id) ON DELETE CASCADE,
    derived TEXT NOT NULL REFERENCES articles (id) ON UPDATE CASCADE ON DELETE CASCADE,
    source TEXT NOT NULL REFERENCES articles (id) ON UPDATE CASCADE ON DELETE CASCADE,
    shared REAL NOT NULL,
    delay_seconds REAL,
    direction TEXT NOT NULL,
    credit TEXT NOT NULL,
    credit_names TEXT NOT NULL,
    credit_spans TEXT NOT NULL,
    credit_covers TEXT NOT NULL,
    passages TEXT NOT NULL,
    headline_derived TEXT,
    headline_source TEXT,
    headline_edits TEXT
);
CREATE INDEX edges_family ON edges (family);
CREATE INDEX edges_derived ON edges (derived);
CREATE INDEX edges_source ON edges (source);

CREATE TABLE reasons (
    edge INTEGER NOT NULL REFERENCES edges (number) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    kind TEXT NOT NULL,
    text TEXT NOT NULL,
    PRIMARY KEY (edge, position)
);

CREATE TABLE blocks (
    edge INTEGER NOT NULL REFERENCES edges (number) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    unit TEXT NOT NULL,
    kind TEXT NOT NULL,
    derived_start INTEGER NOT NULL,
    derived_end INTEGER NOT NULL,
    source_start INTEGER NOT NULL,
    source_end INTEGER NOT NULL,
    PRIMARY KEY (edge, position)
);

-- How it was found, and what the program notes for itself.
CREATE TABLE runs (
    stage TEXT PRIMARY KEY,
    version INTEGER NOT NULL,
    parameters TEXT NOT NULL,
    searched INTEGER NOT NULL,
    searched_from TEXT,
    searched_to TEXT,
    change INTEGER NOT NULL,
    time TEXT NOT NULL
);

CREATE TABLE state (
    name TEXT PRIMARY KEY,
    value INTEGER NOT NULL
);
INSERT INTO state (name, value) VALUES ('change', 0), ('scrub', 0);
