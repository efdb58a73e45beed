/** Persons of each reading; readings that were made before have none. */
export const persons = `
CREATE TABLE persons (
  rowid INTEGER PRIMARY KEY,
  reading INTEGER NOT NULL REFERENCES readings(rowid),
  current INTEGER NOT NULL,
  id TEXT NOT NULL,
  doc TEXT NOT NULL,
  position INTEGER NOT NULL,
  name TEXT NOT NULL,         -- the document's
  entry TEXT NOT NULL         -- PersonRecord, JSON
) STRICT;
CREATE INDEX persons_id ON persons(id, current);
CREATE INDEX persons_doc ON persons(current, doc, position);
`
