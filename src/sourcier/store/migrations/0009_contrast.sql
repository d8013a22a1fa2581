-- The words of the heaviest difference of a family, for lists.
ALTER TABLE overviews ADD COLUMN contrast_derived TEXT REFERENCES articles (id) ON UPDATE CASCADE ON DELETE SET NULL;
ALTER TABLE overviews ADD COLUMN contrast_source TEXT REFERENCES articles (id) ON UPDATE CASCADE ON DELETE SET NULL;
ALTER TABLE overviews ADD COLUMN words_before TEXT;
ALTER TABLE overviews ADD COLUMN words_after TEXT;
ALTER TABLE overviews ADD COLUMN directed INTEGER;

-- Families found before have none: they are to be found anew.
UPDATE state SET value = value + 1 WHERE name = 'change';
