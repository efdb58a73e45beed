/** The first schema: documents with their readings (append-only), entries with what tables filter and sort by, failures, decisions. */
export const record = `
CREATE TABLE documents (
  rowid INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  sha256 TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  text TEXT NOT NULL,
  doc TEXT NOT NULL,          -- Doc without its text, JSON
  added TEXT NOT NULL         -- ISO 8601, as every time here
) STRICT;
CREATE VIRTUAL TABLE document_text USING fts5(text, content='documents', content_rowid='rowid', tokenize='unicode61 remove_diacritics 2');
CREATE TRIGGER documents_added AFTER INSERT ON documents BEGIN
  INSERT INTO document_text(rowid, text) VALUES (new.rowid, new.text);
END;

CREATE TABLE readings (
  rowid INTEGER PRIMARY KEY,
  doc TEXT NOT NULL REFERENCES documents(id),
  recorded TEXT NOT NULL,
  activity TEXT NOT NULL,     -- JSON
  current INTEGER NOT NULL,
  doc_facts TEXT NOT NULL,    -- Doc without its text as this reading had it, JSON
  layers TEXT NOT NULL,       -- JSON: sentences (spans), times, references, markers
  problems TEXT NOT NULL      -- JSON
) STRICT;
CREATE INDEX readings_doc ON readings(doc, current);

CREATE TABLE events (
  rowid INTEGER PRIMARY KEY,
  reading INTEGER NOT NULL REFERENCES readings(rowid),
  current INTEGER NOT NULL,
  id TEXT NOT NULL,
  doc TEXT NOT NULL,
  position INTEGER NOT NULL,
  type TEXT NOT NULL,
  status TEXT NOT NULL,
  first TEXT,                 -- the days within which it happened; null is unknown
  last TEXT,
  actor TEXT NOT NULL,
  recipient TEXT NOT NULL,
  speaker TEXT NOT NULL,
  name TEXT NOT NULL,         -- the document's
  exact TEXT NOT NULL,
  entry TEXT NOT NULL         -- EventRecord, JSON
) STRICT;
CREATE INDEX events_id ON events(id, current);
CREATE INDEX events_doc ON events(current, doc, position);
CREATE INDEX events_when ON events(current, first);
CREATE INDEX events_type ON events(current, type);
CREATE INDEX events_status ON events(current, status);
CREATE INDEX events_actor ON events(current, actor);
CREATE INDEX events_recipient ON events(current, recipient);
CREATE INDEX events_speaker ON events(current, speaker);
CREATE INDEX events_name ON events(current, name, position);

CREATE TABLE sides (
  event INTEGER NOT NULL REFERENCES events(rowid),
  role TEXT NOT NULL,
  code TEXT,
  name TEXT NOT NULL,
  text TEXT NOT NULL
) STRICT;
CREATE INDEX sides_event ON sides(event);
CREATE INDEX sides_code ON sides(role, code, event);

CREATE TABLE statements (
  rowid INTEGER PRIMARY KEY,
  reading INTEGER NOT NULL REFERENCES readings(rowid),
  current INTEGER NOT NULL,
  id TEXT NOT NULL,
  doc TEXT NOT NULL,
  position INTEGER NOT NULL,
  form TEXT NOT NULL,
  first TEXT,
  last TEXT,
  speaker TEXT NOT NULL,
  name TEXT NOT NULL,
  exact TEXT NOT NULL,
  entry TEXT NOT NULL         -- StatementRecord, JSON
) STRICT;
CREATE INDEX statements_id ON statements(id, current);
CREATE INDEX statements_doc ON statements(current, doc, position);
CREATE INDEX statements_said ON statements(current, first);
CREATE INDEX statements_speaker ON statements(current, speaker);
CREATE INDEX statements_name ON statements(current, name, position);

CREATE TABLE failures (
  uri TEXT PRIMARY KEY,
  code TEXT NOT NULL,
  message TEXT NOT NULL,
  at TEXT NOT NULL
) STRICT;

CREATE TABLE decisions (
  rowid INTEGER PRIMARY KEY,
  finding TEXT NOT NULL,
  doc TEXT NOT NULL,
  decision TEXT NOT NULL,     -- JSON
  by TEXT NOT NULL,
  at TEXT NOT NULL,
  supersedes INTEGER REFERENCES decisions(rowid)
) STRICT;
CREATE INDEX decisions_finding ON decisions(finding);
`
