-- The register of outlets. `articles.outlet` is the registered name; `stated_outlet` is what it was made from.
CREATE TABLE outlets (
    name TEXT PRIMARY KEY,
    owner TEXT,
    kind TEXT,
    client INTEGER,
    reference INTEGER NOT NULL
);

CREATE TABLE outlet_aliases (
    key TEXT PRIMARY KEY,
    outlet TEXT NOT NULL REFERENCES outlets (name) ON UPDATE CASCADE ON DELETE CASCADE,
    position INTEGER NOT NULL,
    alias TEXT NOT NULL
);
CREATE INDEX outlet_aliases_outlet ON outlet_aliases (outlet);

CREATE TABLE outlet_domains (
    domain TEXT PRIMARY KEY,
    outlet TEXT NOT NULL REFERENCES outlets (name) ON UPDATE CASCADE ON DELETE CASCADE,
    position INTEGER NOT NULL
);
CREATE INDEX outlet_domains_outlet ON outlet_domains (outlet);

ALTER TABLE articles ADD COLUMN stated_outlet TEXT;
ALTER TABLE articles ADD COLUMN host TEXT;
UPDATE articles SET stated_outlet = outlet, host = host_of(url) WHERE outlet IS NOT NULL OR url IS NOT NULL;
CREATE INDEX articles_stated_outlet ON articles (stated_outlet);
CREATE INDEX articles_host ON articles (host);
