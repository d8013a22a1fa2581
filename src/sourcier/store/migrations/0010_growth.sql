-- A ledger that grows: what is still to be done for which article, and the stretches that pairs of articles share.
-- Articles are known by their numbers here, and no number is used twice: an index beside the ledger goes by them.
INSERT INTO state (name, value) VALUES ('highest', 0);

CREATE TABLE settings (
    name TEXT PRIMARY KEY,
    value TEXT NOT NULL
);
INSERT INTO settings (name, value) VALUES ('identity', lower(hex(randomblob(16)))), ('parameters', '{}');

CREATE TABLE pending (
    article INTEGER PRIMARY KEY,
    taken INTEGER NOT NULL DEFAULT 0
);
CREATE TABLE unjudged (article INTEGER PRIMARY KEY);
CREATE TABLE gone (number INTEGER PRIMARY KEY);

CREATE TABLE texts (
    article INTEGER PRIMARY KEY REFERENCES articles (number) ON DELETE CASCADE,
    words INTEGER NOT NULL
);

CREATE TABLE pairs (
    later INTEGER NOT NULL REFERENCES articles (number) ON DELETE CASCADE,
    earlier INTEGER NOT NULL REFERENCES articles (number) ON DELETE CASCADE,
    words INTEGER NOT NULL,
    stretches BLOB NOT NULL,
    PRIMARY KEY (later, earlier)
) WITHOUT ROWID;
CREATE INDEX pairs_earlier ON pairs (earlier, later, words);

CREATE TRIGGER pending_new AFTER INSERT ON articles BEGIN
    INSERT INTO pending (article) VALUES (new.number) ON CONFLICT DO UPDATE SET taken = 0;
END;

-- What is compared, or tells who was first. An article that is being matched now is to be matched once more.
CREATE TRIGGER pending_changed
AFTER UPDATE OF id, title, title_start, title_end, outlet, url, byline, published, language, links ON articles
WHEN old.id IS NOT new.id OR old.title IS NOT new.title OR old.title_start IS NOT new.title_start
    OR old.title_end IS NOT new.title_end OR old.outlet IS NOT new.outlet OR old.url IS NOT new.url
    OR old.byline IS NOT new.byline OR old.published IS NOT new.published OR old.language IS NOT new.language
    OR old.links IS NOT new.links BEGIN
    INSERT INTO pending (article) VALUES (new.number) ON CONFLICT DO UPDATE SET taken = 0;
END;

-- Before, for its pairs go with an article.
CREATE TRIGGER pending_gone BEFORE DELETE ON articles BEGIN
    INSERT INTO pending (article)
    SELECT earlier FROM pairs WHERE later = old.number UNION SELECT later FROM pairs WHERE earlier = old.number
    ON CONFLICT DO UPDATE SET taken = 0;
    INSERT OR IGNORE INTO unjudged (article)
    SELECT earlier FROM pairs WHERE later = old.number UNION SELECT later FROM pairs WHERE earlier = old.number;
    DELETE FROM pending WHERE article = old.number;
    DELETE FROM unjudged WHERE article = old.number;
    INSERT OR IGNORE INTO gone (number) VALUES (old.number);
    UPDATE state SET value = max(value, old.number) WHERE name = 'highest';
END;

-- What was found before stays until it is found anew.
INSERT INTO pending (article) SELECT number FROM articles;

-- What was searched is the whole ledger, whatever was added since: it is counted when it is asked for.
DROP VIEW v_families;
ALTER TABLE families DROP COLUMN searched;
ALTER TABLE families DROP COLUMN searched_from;
ALTER TABLE families DROP COLUMN searched_to;
CREATE VIEW v_families AS
SELECT f.id AS family, count(m.article) AS articles, count(DISTINCT a.outlet) AS outlets,
       min(a.published) AS first_published, max(a.published) AS last_published,
       f.origin, o.outlet AS origin_outlet, o.title AS origin_title,
       f.absent_name AS absent_origin, f.absent_why AS absent_origin_why,
       (SELECT count(*) FROM articles) AS searched,
       (SELECT published FROM articles WHERE instant IS NOT NULL ORDER BY instant LIMIT 1) AS searched_from,
       (SELECT published FROM articles WHERE instant IS NOT NULL ORDER BY instant DESC LIMIT 1) AS searched_to
FROM families f JOIN family_articles m ON m.family = f.id JOIN articles a ON a.id = m.article
     LEFT JOIN articles o ON o.id = f.origin
GROUP BY f.id;
