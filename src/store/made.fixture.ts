import { createHash } from 'node:crypto'
import type {
  Activity,
  ActorRef,
  EventRecord,
  Fact,
  PersonRecord,
  Reading,
  StatementRecord,
  TimeAnchor,
  Voice,
} from '../model/index.ts'
import { citationOf, findingId } from '../text/index.ts'

/** What made the readings of these tests. */
export const activity: Activity = { program: 'dragoman test', model: 'none', codebook: 'made', stages: { record: '1' } }

const states: readonly (readonly [name: string, code: string])[] = [
  ['Norway', 'NOR'],
  ['Kenya', 'KEN'],
  ['Chile', 'CHL'],
  ['Japan', 'JPN'],
  ['Ghana', 'GHA'],
  ['Oman', 'OMN'],
  ['Peru', 'PER'],
]
const acts: readonly (readonly [verb: string, type: string])[] = [
  ['met', 'CONSULT'],
  ['praised', 'SUPPORT'],
  ['accused', 'ACCUSE'],
  ['attacked', 'ASSAULT'],
]
const statuses = ['happened', 'planned', 'denied'] as const

const known = (value: string): Fact => ({ kind: 'known', value, from: 'test', span: null })
const missing: Fact = { kind: 'unknown', reason: 'the test gives none' }
const unknown: TimeAnchor = { kind: 'unknown', value: null, span: null, from: 'no expression of time dates it' }
const state = ([name, code]: readonly [string, string]): ActorRef => ({ name, kind: 'state', code, sector: 'GOV' })

/**
 * A reading with `events` events, one a line, every fifth of them said by “Envoy Brandt” in a statement and every seventh undated.
 * `seed` makes documents differ; the same arguments give the same reading.
 */
export function madeReading(seed: number, events: number, options: { uri?: string; type?: string } = {}): Reading {
  const told = Array.from({ length: events }, (_, n) => {
    const k = seed * 31 + n
    const [actor, recipient] = [states[k % 7]!, states[(k + 1 + (k % 5)) % 7]!]
    const [verb, type] = acts[k % 4]!
    const year = 1990 + (k % 35)
    const when = n % 7 === 6 ? null : `${year}-${String((k % 12) + 1).padStart(2, '0')}`
    const words = `${actor[0]} ${verb} ${recipient[0]} (${seed}.${n})`
    return {
      actor,
      recipient,
      verb,
      type: options.type ?? type,
      when,
      status: statuses[k % 3]!,
      said: n % 5 === 4,
      words,
    }
  })
  const text = told.map((t) => `${t.words}${t.said ? ', Envoy Brandt said' : ''}.\n`).join('')
  const sha256 = createHash('sha256').update(text).digest('hex')
  const doc: Reading['doc'] = {
    id: sha256.slice(0, 16),
    text,
    language: 'en',
    title: known(`Digest ${seed}`),
    author: missing,
    publisher: known('Chronicle Desk'),
    date: known('2025-01-01'),
    origin: {
      uri: options.uri ?? `digests/${seed}.txt`,
      mediaType: 'text/plain',
      encoding: 'utf-8',
      sha256,
      bytes: text.length,
    },
    blocks: [],
    links: [],
  }
  const author: Voice = { text: 'Chronicle Desk', actor: null, span: null, statement: null }
  const eventRecords: EventRecord[] = []
  const statementRecords: StatementRecord[] = []
  const sentences: Reading['layers']['sentences'] = []
  let start = 0
  for (const [index, t] of told.entries()) {
    const end = text.indexOf('\n', start)
    const span = { start, end: start + t.words.length }
    const trigger = { start: start + t.actor[0].length + 1, end: start + t.actor[0].length + 1 + t.verb.length }
    const speakers = [author]
    let statement: string | null = null
    if (t.said) {
      const speaker = { start: span.end + 2, end: span.end + 14 }
      statement = findingId(doc.id, 'statement', span, 'said')
      const person: ActorRef = { name: 'Erik Brandt', kind: 'person', code: 'NOR', sector: 'GOV' }
      speakers.push({ text: 'Envoy Brandt', actor: person, span: speaker, statement })
      statementRecords.push({
        id: statement,
        doc: doc.id,
        speaker,
        speakerMention: null,
        speakerReason: null,
        cue: { start: speaker.end + 1, end: speaker.end + 5 },
        content: [span],
        form: 'indirect',
        addressee: null,
        where: null,
        inside: null,
        stance: 'reports',
        why: 'made by the test',
        said: unknown,
        speakers,
        references: [],
        citation: citationOf(doc, { start, end: end - 1 }),
      })
    }
    const side = (s: readonly [string, string], at: number) => ({
      span: { start: at, end: at + s[0].length },
      text: s[0],
      mention: null,
      actor: state(s),
    })
    const published: TimeAnchor = { kind: 'assumed', value: '2025-01-01', span: null, from: 'test' }
    eventRecords.push({
      id: findingId(doc.id, 'event', trigger, t.type),
      doc: doc.id,
      sentence: index,
      type: t.type,
      mode: null,
      contexts: ['diplomatic'],
      status: t.status,
      trigger,
      head: 2,
      actors: [side(t.actor, start)],
      recipients: [side(t.recipient, trigger.end + 1)],
      statement,
      span,
      where: null,
      confidence: 0.5,
      why: 'made by the test',
      when: t.when === null ? unknown : { kind: 'stated', value: t.when, span: trigger },
      said: unknown,
      published,
      speakers,
      references: [],
      citation: citationOf(doc, span),
    })
    sentences.push({ index, block: 0, span: { start, end }, tokens: [] })
    start = end + 1
  }
  return {
    doc,
    layers: {
      words: [],
      sentences,
      entities: [],
      things: [],
      frames: [],
      mentions: [],
      persons: [],
      statements: [],
      events: [],
      points: {},
      times: [{ id: `t${doc.id}`, span: { start: 0, end: 4 }, type: 'date', anchor: unknown }],
      anchors: {},
      references: [],
      markers: [],
      judgement: { verdicts: [], explanations: [], findings: [] },
      eventRecords,
      statementRecords,
      personRecords: personsOf(doc, statementRecords),
      recalls: [],
      tellingLinks: [],
    },
    problems: [{ code: 'made', stage: 'test', span: { start: 0, end: 4 }, message: 'a problem made by the test' }],
  }
}

/** The envoy who speaks in every document that has five events or more. */
function personsOf(doc: Reading['doc'], statements: readonly StatementRecord[]): PersonRecord[] {
  const [first] = statements
  if (first === undefined) return []
  const span = { start: first.speaker!.start, end: first.speaker!.start + 5 }
  return [
    {
      id: findingId(doc.id, 'person', first.speaker!),
      doc: doc.id,
      published: '2025-01-01',
      name: 'Erik Brandt',
      names: ['Erik Brandt', 'Brandt'],
      code: 'NOR',
      mentions: statements.map((s) => s.speaker!),
      beside: [],
      offices: [
        {
          title: 'Envoy',
          role: 'envoy',
          code: 'NOR',
          sector: 'GOV',
          body: null,
          span,
          sentence: 0,
          held: 'at',
          when: { kind: 'assumed', value: '2025-01-01', span: null, from: 'test' },
          why: 'title',
          citation: citationOf(doc, span),
        },
      ],
    },
  ]
}
