import type { EventRecord, RecordedDecision, StatementRecord, Voice } from '../model/index.ts'
import { type Happening, happeningsOf, type Identity, type Telling } from '../review/index.ts'
import type { Stored, StoredDocument, StoredEvent, StoredReading } from '../store/index.ts'
import { partedStill } from './parted.ts'
import type { DocumentRow, EventRow, PersonRow, ReadingView, SideRow, StatementRow, VoiceRow } from './wire.ts'

/** The most of a citation's text that a table is sent, in code units. */
const MOST_EXACT = 280

const side = ({ text, actor }: EventRecord['actors'][number]): SideRow => ({ text, name: actor.name, code: actor.code })
const voice = ({ text, actor }: Voice): VoiceRow => ({ text, name: actor?.name ?? null })
const short = (text: string): string => (text.length <= MOST_EXACT ? text : `${text.slice(0, MOST_EXACT)}…`)

/** What the library shows of a document. */
export const documentRow = ({ doc, name, added, events, statements, problems }: StoredDocument): DocumentRow => ({
  id: doc.id,
  name,
  file: doc.origin.uri.split(/[\\/]/u).filter(Boolean).at(-1) ?? '',
  author: doc.author,
  publisher: doc.publisher,
  date: doc.date,
  added,
  events,
  statements,
  problems: problems.length,
})

/** What the reading view shows of a document, with what was decided on events. */
export function readingView(reading: StoredReading, decisions: readonly RecordedDecision[]): ReadingView {
  const { doc, events, statements, persons, references, markers, judgement, problems } = reading
  const happenings = happeningsOf(reading, decisions)
  return {
    doc,
    events,
    statements,
    happenings: happenings.filter(({ tellings }) => tellings.length > 1),
    parted: partedTellings(reading, happenings, decisions),
    persons,
    references,
    markers,
    problems,
    alarms: judgement.verdicts.filter(({ kind }) => kind !== 'fits' && kind !== 'undecided').length,
  }
}

/** What somebody decided to be two happenings, and still is; words that point back at nothing any more count for themselves. */
function partedTellings(
  { recalls }: StoredReading,
  happenings: readonly Happening[],
  decisions: readonly RecordedDecision[],
): ReadingView['parted'] {
  const lost = recalls.map((record): Telling => ({ kind: 'recall', id: record.id, record }))
  const told = new Map(lost.map((telling) => [telling.id, { telling, group: telling.id }]))
  for (const { id, tellings } of happenings)
    for (const telling of tellings) told.set(telling.id, { telling, group: id })
  const tellingOf = (id: string): Telling => told.get(id)!.telling
  return partedStill(decisions, (id) => told.get(id)?.group ?? null).map(({ decision, findings, from }) => ({
    decision,
    findings: findings.map(tellingOf),
    from: from.map(tellingOf),
  }))
}

/** What a table shows of an event. */
export const eventRow = ({ entry, name, told }: StoredEvent): EventRow => ({
  told,
  id: entry.id,
  doc: entry.doc,
  name,
  type: entry.type,
  mode: entry.mode,
  status: entry.status,
  actors: entry.actors.map(side),
  recipients: entry.recipients.map(side),
  when: entry.when,
  speakers: entry.speakers.map(voice),
  exact: short(entry.citation.exact),
})

/** What a table shows of a statement. */
export const statementRow = ({ entry, name }: Stored<StatementRecord>): StatementRow => ({
  id: entry.id,
  doc: entry.doc,
  name,
  form: entry.form,
  speakers: entry.speakers.map(voice),
  said: entry.said,
  exact: short(entry.citation.exact),
})

/** What the list shows of a person. */
export const personRow = ({ id, name, codes, records }: Identity): PersonRow => ({
  id,
  name,
  codes,
  office: records.flatMap((r) => r.offices).at(-1)?.title ?? null,
  documents: records.length,
  mentions: records.reduce((sum, r) => sum + r.mentions.length, 0),
})
