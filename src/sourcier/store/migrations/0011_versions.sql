-- The texts that one page had. `page` is a number made of the normalised address: see core/address.py.
ALTER TABLE articles ADD COLUMN page INTEGER;
UPDATE articles SET page = page_of(url) WHERE url IS NOT NULL;
CREATE INDEX articles_page ON articles (page) WHERE page IS NOT NULL;

CREATE TABLE versions (
    article INTEGER PRIMARY KEY REFERENCES articles (number) ON DELETE CASCADE,
    first INTEGER NOT NULL,
    position INTEGER NOT NULL
);
CREATE INDEX versions_first ON versions (first, position);

-- Pages whose texts changed since their versions were told apart; empty after every transaction of the program.
CREATE TABLE touched_pages (page INTEGER PRIMARY KEY);
INSERT INTO touched_pages SELECT page FROM articles WHERE page IS NOT NULL GROUP BY page HAVING count(*) > 1;

CREATE TRIGGER page_new AFTER INSERT ON articles
WHEN EXISTS (SELECT 1 FROM articles WHERE page = new.page AND number <> new.number) BEGIN
    INSERT INTO touched_pages (page) VALUES (new.page) ON CONFLICT DO NOTHING;
END;

CREATE TRIGGER page_changed AFTER UPDATE OF page, outlet, title, published, captured, first_seen ON articles
WHEN old.page IS NOT new.page OR old.outlet IS NOT new.outlet OR old.title IS NOT new.title
    OR old.published IS NOT new.published OR old.captured IS NOT new.captured OR old.first_seen IS NOT new.first_seen
BEGIN
    DELETE FROM versions WHERE article = new.number;
    INSERT INTO touched_pages (page) SELECT old.page WHERE old.page IS NOT NULL ON CONFLICT DO NOTHING;
    INSERT INTO touched_pages (page) SELECT new.page WHERE new.page IS NOT NULL ON CONFLICT DO NOTHING;
END;

CREATE TRIGGER page_gone AFTER DELETE ON articles WHEN old.page IS NOT NULL BEGIN
    INSERT INTO touched_pages (page) VALUES (old.page) ON CONFLICT DO NOTHING;
END;
