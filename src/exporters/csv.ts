import type { EventRecord, PersonRecord, StatementRecord } from '../model/index.ts'

/** Rows as CSV (RFC 4180): CRLF, quoted where needed. Cells are kept as they are, also those that a spreadsheet would take for a formula. */
export const csvRows = (rows: readonly (readonly (string | number | null)[])[]): string =>
  rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('')

const cell = (value: string | number | null): string => {
  const text = value === null ? '' : String(value)
  return /[",\r\n]/u.test(text) ? `"${text.replace(/"/gu, '""')}"` : text
}

const list = (values: readonly (string | null)[]): string => values.map((v) => v ?? '').join('; ')

export const eventHeader = [
  'id',
  'type',
  'mode',
  'contexts',
  'status',
  'actors',
  'actor_codes',
  'recipients',
  'recipient_codes',
  'when',
  'when_kind',
  'when_from',
  'said',
  'published',
  'speakers',
  'references',
  'trigger',
  'exact',
  'start',
  'end',
  'page',
  'confidence',
  'why',
  'document',
  'document_id',
  'happening',
] as const

/** An event as a row of `eventHeader`; offsets in UTF-16 code units. Tellings of one `happening` have its id in common. */
export const eventRow = (e: EventRecord, name: string, happening: string): (string | number | null)[] => [
  e.id,
  e.type,
  e.mode,
  list(e.contexts),
  e.status,
  list(e.actors.map((s) => s.text)),
  list(e.actors.map((s) => s.actor.code)),
  list(e.recipients.map((s) => s.text)),
  list(e.recipients.map((s) => s.actor.code)),
  e.when.value,
  e.when.kind,
  e.when.kind === 'stated' ? null : e.when.from,
  e.said.value,
  e.published.value,
  e.speakers.map((v) => v.text).join(' → '),
  list(e.references.map(String)),
  e.citation.exact.slice(e.trigger.start - e.citation.start, e.trigger.end - e.citation.start),
  e.citation.exact,
  e.citation.start,
  e.citation.end,
  e.citation.page,
  e.confidence,
  e.why,
  name,
  e.doc,
  happening,
]

export const statementHeader = [
  'id',
  'form',
  'speakers',
  'stance',
  'said',
  'said_kind',
  'inside',
  'references',
  'exact',
  'start',
  'end',
  'page',
  'why',
  'document',
  'document_id',
] as const

/** A statement as a row of `statementHeader`; offsets in UTF-16 code units. */
export const statementRow = (s: StatementRecord, name: string): (string | number | null)[] => [
  s.id,
  s.form,
  s.speakers.map((v) => v.text).join(' → '),
  s.stance,
  s.said.value,
  s.said.kind,
  s.inside,
  list(s.references.map(String)),
  s.citation.exact,
  s.citation.start,
  s.citation.end,
  s.citation.page,
  s.why,
  name,
  s.doc,
]

export const personHeader = [
  'person',
  'id',
  'name',
  'names',
  'code',
  'title',
  'role',
  'body',
  'office_code',
  'sector',
  'held',
  'when',
  'when_kind',
  'start',
  'end',
  'page',
  'why',
  'document',
  'document_id',
] as const

/** A document's person as rows of `personHeader`, one an office, and one without where the text gives none; `person` is who that is across documents. */
export const personRows = (p: PersonRecord, person: string, name: string): (string | number | null)[][] => {
  const who = [person, p.id, p.name, list(p.names), p.code]
  if (p.offices.length === 0) return [[...who, ...Array<null>(12).fill(null), name, p.doc]]
  return p.offices.map((o) => [
    ...who,
    o.title,
    o.role,
    o.body,
    o.code,
    o.sector,
    o.held,
    o.when.value,
    o.when.kind,
    o.citation.start,
    o.citation.end,
    o.citation.page,
    o.why,
    name,
    p.doc,
  ])
}
