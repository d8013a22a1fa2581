-- Beginnings of words are looked for at every letter typed: those of three letters have an index of their own.
DROP TABLE search;
CREATE VIRTUAL TABLE search USING fts5 (
    title, text, content = 'articles', content_rowid = 'number', tokenize = 'unicode61 remove_diacritics 2', prefix = '3'
);
INSERT INTO search (search) VALUES ('rebuild');
