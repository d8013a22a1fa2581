-- Many articles at once: words of a whole batch are sorted in memory (at most 64 MB) before they are written, and
-- indexes that nothing asks are not kept.
INSERT INTO search (search, rank) VALUES ('hashsize', 67108864);
DROP INDEX articles_url;
DROP INDEX articles_published;
