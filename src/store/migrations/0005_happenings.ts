/** Which tellings of the current readings only tell again what an event told first; kept up with readings and decisions. */
export const happenings = `
CREATE TABLE retellings (
  doc TEXT NOT NULL,
  finding TEXT NOT NULL,      -- id of the event, or of the words that only point back
  event INTEGER REFERENCES events(rowid),  -- null where it is no event
  lead INTEGER NOT NULL REFERENCES events(rowid)
) STRICT;
CREATE INDEX retellings_doc ON retellings(doc);
CREATE INDEX retellings_finding ON retellings(finding);
CREATE INDEX retellings_event ON retellings(event, lead);
CREATE INDEX retellings_lead ON retellings(lead);
`
