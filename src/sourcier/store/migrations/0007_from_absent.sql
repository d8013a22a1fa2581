-- Which articles of a family come from its absent origin.
ALTER TABLE family_articles ADD COLUMN from_absent INTEGER NOT NULL DEFAULT 0;
