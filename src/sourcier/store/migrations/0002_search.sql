-- Full-text search; the words stand here, the texts only in articles.
CREATE VIRTUAL TABLE search USING fts5 (
    title, text, content = 'articles', content_rowid = 'number', tokenize = 'unicode61 remove_diacritics 2'
);

CREATE TRIGGER search_new AFTER INSERT ON articles BEGIN
    INSERT INTO search (rowid, title, text) VALUES (new.number, new.title, new.text);
END;

CREATE TRIGGER search_gone AFTER DELETE ON articles BEGIN
    INSERT INTO search (search, rowid, title, text) VALUES ('delete', old.number, old.title, old.text);
END;

CREATE TRIGGER search_changed AFTER UPDATE OF title, text ON articles
WHEN old.title IS NOT new.title OR old.text IS NOT new.text BEGIN
    INSERT INTO search (search, rowid, title, text) VALUES ('delete', old.number, old.title, old.text);
    INSERT INTO search (rowid, title, text) VALUES (new.number, new.title, new.text);
END;
