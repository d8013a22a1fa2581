-- The program itself puts new articles into the full-text table: in a trigger, SQLite would write out its words after
-- every single one.
DROP TRIGGER search_new;
