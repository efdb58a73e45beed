/** Decisions that name several findings, only ever added; nothing ever wrote to the table of the first schema, which could name one. */
export const decisions = `
DROP TABLE decisions;
CREATE TABLE decisions (
  number INTEGER PRIMARY KEY,
  what TEXT NOT NULL,
  supersedes INTEGER REFERENCES decisions(number),
  decision TEXT NOT NULL      -- Decision, JSON
) STRICT;
CREATE INDEX decisions_what ON decisions(what);
CREATE TRIGGER decisions_unchanged BEFORE UPDATE ON decisions BEGIN SELECT RAISE(ABORT, 'decisions are only ever added'); END;
CREATE TRIGGER decisions_kept BEFORE DELETE ON decisions BEGIN SELECT RAISE(ABORT, 'decisions are only ever added'); END;
`
