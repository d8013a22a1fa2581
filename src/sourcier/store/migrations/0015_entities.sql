-- Who and what the articles name, each sighting known by its article and its place in the article's list, and what is one
-- person, organisation or place over all of them. Names stand in `sighted` and `entities` alone: elsewhere they are numbers.
CREATE TABLE sighted (
    article INTEGER PRIMARY KEY REFERENCES articles (number) ON DELETE CASCADE,
    found BLOB NOT NULL
);

CREATE TABLE sightings (
    number INTEGER PRIMARY KEY,
    article INTEGER NOT NULL REFERENCES sighted (article) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    kind TEXT NOT NULL,
    reference INTEGER NOT NULL,
    entity TEXT,
    UNIQUE (article, position)
);
CREATE INDEX sightings_entity ON sightings (entity, article);

CREATE TABLE sighting_blocks (
    block INTEGER NOT NULL,
    sighting INTEGER NOT NULL REFERENCES sightings (number) ON DELETE CASCADE,
    PRIMARY KEY (block, sighting)
) WITHOUT ROWID;
CREATE INDEX sighting_blocks_sighting ON sighting_blocks (sighting);

CREATE TABLE named (
    name INTEGER NOT NULL,
    article INTEGER NOT NULL REFERENCES sighted (article) ON DELETE CASCADE,
    PRIMARY KEY (name, article)
) WITHOUT ROWID;
CREATE INDEX named_article ON named (article);

CREATE TABLE borne (
    word INTEGER NOT NULL,
    name INTEGER NOT NULL,
    article INTEGER NOT NULL REFERENCES sighted (article) ON DELETE CASCADE,
    PRIMARY KEY (word, name, article)
) WITHOUT ROWID;
CREATE INDEX borne_article ON borne (article);

CREATE TABLE entities (
    id TEXT PRIMARY KEY,
    kind TEXT NOT NULL,
    name TEXT NOT NULL,
    country TEXT,
    articles INTEGER NOT NULL,
    roles TEXT NOT NULL,
    variants TEXT NOT NULL,
    sought TEXT NOT NULL,
    why BLOB NOT NULL
);
CREATE INDEX entities_articles ON entities (articles DESC, id);

-- What a person decided; the articles that it speaks of are told by id, so that it holds again when one comes back.
CREATE TABLE decisions (
    number INTEGER PRIMARY KEY,
    together INTEGER NOT NULL,
    kind TEXT NOT NULL,
    name TEXT,
    author TEXT,
    time TEXT NOT NULL,
    undone TEXT
);
CREATE TABLE decision_sides (
    decision INTEGER NOT NULL REFERENCES decisions (number) ON DELETE CASCADE,
    side INTEGER NOT NULL,
    position INTEGER NOT NULL,
    article TEXT NOT NULL,
    reference INTEGER NOT NULL,
    PRIMARY KEY (decision, side, position)
) WITHOUT ROWID;
CREATE INDEX decision_sides_article ON decision_sides (article);

-- What is still to be done: articles whose facts are others than those seen last, sightings to be resolved anew.
CREATE TABLE unsighted (article INTEGER PRIMARY KEY REFERENCES articles (number) ON DELETE CASCADE);
CREATE TABLE unresolved (sighting INTEGER PRIMARY KEY REFERENCES sightings (number) ON DELETE CASCADE);

CREATE TRIGGER unsighted_new AFTER INSERT ON facts BEGIN
    INSERT OR IGNORE INTO unsighted (article) VALUES (new.article);
END;

CREATE TRIGGER unsighted_changed AFTER UPDATE OF outlet ON articles WHEN old.outlet IS NOT new.outlet BEGIN
    INSERT INTO unsighted (article) SELECT new.number WHERE EXISTS (SELECT 1 FROM facts WHERE article = new.number)
    ON CONFLICT DO NOTHING;
END;

CREATE TRIGGER decision_renamed AFTER UPDATE OF id ON articles WHEN old.id IS NOT new.id BEGIN
    UPDATE decision_sides SET article = new.id WHERE article = old.id;
END;

-- An entity that loses a sighting is resolved anew; until then it is none, for its names may have been those that went.
CREATE TRIGGER sighting_gone BEFORE DELETE ON sightings BEGIN
    INSERT OR IGNORE INTO unresolved (sighting)
    SELECT number FROM sightings WHERE entity = old.entity AND number <> old.number;
    DELETE FROM entities WHERE id = old.entity;
END;

-- The rarer a name, the more it says. How rare it is counts by doublings, so that one article more seldom changes
-- anything; `name_levels` is what counted last (above 1), `touched_names` what may count otherwise now.
CREATE TABLE name_levels (
    borne INTEGER NOT NULL,
    name INTEGER NOT NULL,
    level INTEGER NOT NULL,
    PRIMARY KEY (borne, name)
) WITHOUT ROWID;
CREATE TABLE touched_names (
    borne INTEGER NOT NULL,
    name INTEGER NOT NULL,
    PRIMARY KEY (borne, name)
) WITHOUT ROWID;
CREATE TRIGGER named_more AFTER INSERT ON named BEGIN
    INSERT INTO touched_names (borne, name) VALUES (0, new.name) ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER named_less AFTER DELETE ON named BEGIN
    INSERT INTO touched_names (borne, name) VALUES (0, old.name) ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER borne_more AFTER INSERT ON borne BEGIN
    INSERT INTO touched_names (borne, name) VALUES (1, new.word) ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER borne_less AFTER DELETE ON borne BEGIN
    INSERT INTO touched_names (borne, name) VALUES (1, old.word) ON CONFLICT DO NOTHING;
END;

INSERT INTO unsighted (article) SELECT article FROM facts;

-- For people who open the file.
CREATE VIEW v_entities AS
SELECT id AS entity, kind, name, country, articles, roles, variants FROM entities;
