import { describe, expect, it } from 'vitest'
import type { ActorRef, Doc, EventFinding, EventRecord, Layers, Mention, Statement } from '../model/index.ts'
import { emptyLayers } from '../pipeline/index.ts'
import { record } from './record.ts'

const text = 'The minister said: “We condemn the raid.” [2]'
const span = (words: string) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length })
const unknown = { kind: 'unknown', reason: 'a test' } as const
const doc: Doc = {
  id: 'd',
  text,
  language: 'en',
  title: unknown,
  author: { kind: 'known', value: 'Ana Lima', from: 'a test', span: null },
  publisher: unknown,
  date: { kind: 'known', value: '2024-05-01', from: '--date', span: null },
  origin: { uri: 'd.txt', mediaType: 'text/plain', encoding: null, sha256: '', bytes: 0 },
  blocks: [{ kind: 'paragraph', span: { start: 0, end: text.length }, level: null, page: 3 }],
  links: [],
}
const minister: ActorRef = { name: 'minister', kind: 'office', code: 'NOR', sector: 'GOV' }
const nobody: ActorRef = { name: '', kind: 'unknown', code: null, sector: null }
const mention: Mention = {
  id: 'm',
  sentence: 0,
  span: span('The minister'),
  head: 2,
  form: 'description',
  actor: minister,
  members: [],
  why: 'a test',
}
const statement: Statement = {
  id: 's',
  speaker: span('The minister'),
  speakerMention: 'm',
  speakerReason: null,
  cue: span('said'),
  content: [span('“We condemn the raid.”')],
  form: 'direct',
  addressee: null,
  where: null,
  inside: null,
  stance: 'reports',
  why: 'a test',
}
const event: EventFinding = {
  id: 'e',
  sentence: 0,
  type: 'ACCUSE',
  mode: null,
  contexts: [],
  status: 'ongoing',
  trigger: span('condemn'),
  head: 6,
  actors: [{ span: span('We'), text: 'We', mention: null, actor: nobody }],
  recipients: [],
  statement: 's',
  span: span('We condemn the raid'),
  where: null,
  confidence: 0.8,
  why: 'a test',
}

/** The first event's entry, with layers changed as told. */
async function entry(change: Partial<Layers> = {}): Promise<EventRecord> {
  const marker = { id: 'k', span: span('[2]'), number: 2, entry: null, claim: span('“We condemn the raid.”') }
  const layers = {
    ...emptyLayers(),
    mentions: [mention],
    statements: [statement],
    events: [event],
    markers: [marker],
    ...change,
  }
  const { layers: made } = await record.run(doc, layers, {} as never)
  return made.eventRecords[0]!
}

describe('the record stage', () => {
  it('gives an event its chain of speakers, outermost first, its references, page and four dates', async () => {
    const made = await entry({ anchors: { s: { kind: 'stated', value: '2024-04-30', span: span('said') } } })
    expect(made.speakers.map((v) => v.text)).toEqual(['Ana Lima', 'The minister'])
    expect(made.references).toEqual([2])
    expect(made.citation).toMatchObject({ exact: 'We condemn the raid', page: 3 })
    expect([made.when.value, made.said.value, made.published.value]).toEqual([null, '2024-04-30', '2024-05-01'])
    expect(made.when).toMatchObject({ kind: 'unknown', from: 'no expression of time dates it' })
  })

  it('takes the first person for the speaker, and says so', async () => {
    const made = await entry()
    expect(made.actors[0]).toMatchObject({ text: 'We', actor: minister })
    expect(made.why).toContain('the first person is the speaker')
  })

  it('takes “our country” for the speaker’s, and “our allies” for others', async () => {
    const side = (words: string) => ({
      ...event.actors[0]!,
      text: words,
      actor: { ...nobody, name: words, kind: 'organisation' as const },
    })
    const made = await entry({ events: [{ ...event, recipients: [side('our own country'), side('our allies')] }] })
    expect(made.recipients.map((r) => r.actor.code)).toEqual(['NOR', null])
  })

  it('takes the first person of reported speech in a quotation for the one who is quoted', async () => {
    const union: ActorRef = { name: 'union', kind: 'igo', code: 'EUR', sector: null }
    const outer = { ...statement, id: 'o' }
    const inner: Statement = { ...statement, id: 's', speakerMention: 'u', form: 'indirect', inside: 'o' }
    const mentions = [mention, { ...mention, id: 'u', actor: union }]
    expect((await entry({ mentions, statements: [outer, inner] })).actors[0]!.actor).toEqual(minister)
    const quoted: Statement = { ...inner, form: 'direct' }
    expect((await entry({ mentions, statements: [outer, quoted] })).actors[0]!.actor).toEqual(union)
    const alone: Statement = { ...inner, inside: null }
    expect((await entry({ mentions, statements: [alone] })).actors[0]!.actor).toEqual(union)
  })

  it('takes “we” as a speaker for the one around', async () => {
    const outer = { ...statement, id: 'o' }
    const inner: Statement = {
      ...statement,
      id: 's',
      speaker: span('We'),
      speakerMention: 'w',
      form: 'indirect',
      inside: 'o',
    }
    const we = { ...mention, id: 'w', span: span('We'), form: 'pronoun', actor: nobody } as const
    const made = await entry({ mentions: [mention, we], statements: [outer, inner] })
    expect(made.speakers.map((v) => v.actor?.name ?? null)).toEqual([null, 'minister', 'minister'])
  })

  it('leaves the first person of the author’s own words, and other pronouns, as they are', async () => {
    expect((await entry({ events: [{ ...event, statement: null }] })).actors[0]!.actor).toEqual(nobody)
    const you = { ...event, actors: [{ ...event.actors[0]!, text: 'you' }] }
    expect((await entry({ events: [you] })).actors[0]!.actor).toEqual(nobody)
  })

  it('ends at a statement that stands in itself', async () => {
    expect((await entry({ statements: [{ ...statement, inside: 's' }] })).speakers).toHaveLength(2)
  })
})
