-- For lists over many articles: what is shown or asked for stands in columns and indexes, so that no text need be read.
ALTER TABLE articles ADD COLUMN instant TEXT;
ALTER TABLE articles ADD COLUMN characters INTEGER NOT NULL DEFAULT 0;
ALTER TABLE articles ADD COLUMN first_seen TEXT NOT NULL DEFAULT '';
UPDATE articles SET instant = instant(published), characters = length(text),
    first_seen = coalesce((SELECT min(first_seen) FROM locations WHERE article = articles.id), '');

DROP INDEX articles_outlet;
CREATE INDEX articles_outlet ON articles (outlet, instant DESC, id, published, first_seen);
CREATE INDEX articles_instant ON articles (instant DESC, id, published, outlet, first_seen);
CREATE INDEX articles_first_seen ON articles (first_seen, id);

DROP INDEX family_articles_article;
CREATE INDEX family_articles_article ON family_articles (article, family);
CREATE INDEX edges_credit ON edges (credit, direction, derived);
CREATE INDEX families_absent ON families (absent_name);

CREATE TABLE differences (
    category TEXT NOT NULL,
    article TEXT NOT NULL REFERENCES articles (id) ON UPDATE CASCADE ON DELETE CASCADE,
    PRIMARY KEY (category, article)
) WITHOUT ROWID;
CREATE INDEX differences_article ON differences (article);
INSERT INTO differences
SELECT DISTINCT e.category, p.derived FROM edits e JOIN passages p ON p.number = e.passage WHERE p.best;

CREATE TABLE overviews (
    family TEXT PRIMARY KEY REFERENCES families (id) ON DELETE CASCADE,
    title TEXT,
    articles INTEGER NOT NULL,
    outlets INTEGER NOT NULL,
    first_published TEXT,
    last_published TEXT,
    latest TEXT,
    origins_min INTEGER NOT NULL,
    origins_max INTEGER NOT NULL,
    absent_name TEXT,
    absent_why TEXT,
    meaning INTEGER NOT NULL,
    category TEXT,
    weight REAL NOT NULL,
    ties INTEGER NOT NULL,
    uncredited INTEGER NOT NULL
);
CREATE INDEX overviews_look ON overviews (weight * uncredited DESC, weight DESC, articles DESC, family);
CREATE INDEX overviews_latest ON overviews (latest DESC, family);
CREATE INDEX overviews_size ON overviews (articles DESC, family);

-- What was found before has no overviews: it is to be found anew.
UPDATE state SET value = value + 1 WHERE name = 'change';
