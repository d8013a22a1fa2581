-- What the readers found in each article, as bytes that the program alone reads; none for one that nothing reads, with
-- the reason. Facts of another version or gazetteer are stale; those of an article that changed go at once.
CREATE TABLE facts (
    article INTEGER PRIMARY KEY REFERENCES articles (number) ON DELETE CASCADE,
    version INTEGER NOT NULL,
    gazetteer TEXT NOT NULL,
    found BLOB,
    message TEXT,
    hint TEXT
);
CREATE INDEX facts_version ON facts (version, gazetteer, article);

CREATE TRIGGER facts_changed AFTER UPDATE OF id, text, published, language ON articles
WHEN old.id IS NOT new.id OR old.text IS NOT new.text OR old.published IS NOT new.published
    OR old.language IS NOT new.language BEGIN
    DELETE FROM facts WHERE article = new.number;
END;
