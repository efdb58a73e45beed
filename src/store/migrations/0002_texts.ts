/** Each reading keeps the text that its offsets count in (a reader may come to read a file otherwise); names and spans of time are found in indexes alone. */
export const texts = `
ALTER TABLE readings ADD COLUMN text TEXT;  -- null where it is the document's
CREATE TRIGGER documents_reread AFTER UPDATE OF text ON documents BEGIN
  INSERT INTO document_text(document_text, rowid, text) VALUES ('delete', old.rowid, old.text);
  INSERT INTO document_text(rowid, text) VALUES (new.rowid, new.text);
END;
CREATE INDEX sides_name ON sides(role, name, event);
CREATE INDEX sides_text ON sides(role, text, event);
DROP INDEX events_when;
CREATE INDEX events_when ON events(current, first, last);
DROP INDEX events_type;
CREATE INDEX events_type ON events(current, type, first, last);
DROP INDEX events_status;
CREATE INDEX events_status ON events(current, status, first, last);
CREATE INDEX events_exact ON events(current, exact);
DROP INDEX statements_said;
CREATE INDEX statements_said ON statements(current, first, last);
`
