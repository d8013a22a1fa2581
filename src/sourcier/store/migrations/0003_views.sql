-- For people who open the file with Datasette or another reader; the program itself reads the tables.
CREATE VIEW v_articles AS
SELECT a.id, a.title, a.outlet, a.published, a.url, a.byline, a.language, a.complete, length(a.text) AS characters,
       (SELECT count(*) FROM locations l WHERE l.article = a.id) AS locations,
       (SELECT count(*) FROM corrections c WHERE c.article = a.id AND c.undone IS NULL) AS corrections,
       (SELECT family FROM family_articles f WHERE f.article = a.id) AS family
FROM articles a;

CREATE VIEW v_passages AS
SELECT p.number AS passage, p.kind, p.best, p.direction,
       p.derived, d.outlet AS derived_outlet, d.title AS derived_title, d.published AS derived_published,
       p.source, s.outlet AS source_outlet, s.title AS source_title, s.published AS source_published,
       p.similarity, p.score, p.equal AS equal_words,
       substr(d.text, p.derived_start + 1, p.derived_end - p.derived_start) AS derived_text,
       substr(s.text, p.source_start + 1, p.source_end - p.source_start) AS source_text
FROM passages p JOIN articles d ON d.id = p.derived JOIN articles s ON s.id = p.source;

CREATE VIEW v_edits AS
SELECT e.passage, e.category, e.kind, e.weight,
       substr(s.text, e.source_start + 1, e.source_end - e.source_start) AS source_words,
       substr(d.text, e.derived_start + 1, e.derived_end - e.derived_start) AS derived_words,
       e.cue, p.source, s.outlet AS source_outlet, p.derived, d.outlet AS derived_outlet, p.direction,
       e.unit, e.source_start, e.derived_start
FROM edits e JOIN passages p ON p.number = e.passage
     JOIN articles d ON d.id = p.derived JOIN articles s ON s.id = p.source;

CREATE VIEW v_families AS
SELECT f.id AS family, count(m.article) AS articles, count(DISTINCT a.outlet) AS outlets,
       min(a.published) AS first_published, max(a.published) AS last_published,
       f.origin, o.outlet AS origin_outlet, o.title AS origin_title,
       f.absent_name AS absent_origin, f.absent_why AS absent_origin_why,
       f.searched, f.searched_from, f.searched_to
FROM families f JOIN family_articles m ON m.family = f.id JOIN articles a ON a.id = m.article
     LEFT JOIN articles o ON o.id = f.origin
GROUP BY f.id;

CREATE VIEW v_credit AS
SELECT e.family, e.derived, d.outlet AS derived_outlet, d.title AS derived_title, d.published AS derived_published,
       e.source, s.outlet AS source_outlet, s.title AS source_title, s.published AS source_published,
       e.shared, e.delay_seconds, e.direction, e.credit, e.credit_names,
       json_array_length(e.credit_covers) AS passages_credited, json_array_length(e.passages) AS passages,
       (SELECT group_concat(r.kind, ', ') FROM reasons r WHERE r.edge = e.number) AS reasons
FROM edges e JOIN articles d ON d.id = e.derived JOIN articles s ON s.id = e.source;
