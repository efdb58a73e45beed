import { describe, expect, it } from 'vitest'
import { sentencesFromConllu } from '../../test/conllu.ts'
import { openCodebook } from '../codebook/index.ts'
import type { ActorRef, Doc, EventFinding, Frame, Mention, Sentence, Statement } from '../model/index.ts'
import { plover } from '../ontologies/plover.ts'
import type { Ports } from '../pipeline/index.ts'
import { code } from './code.ts'

const actors = { lookup: () => null, longest: () => null }
const language = { titles: { relational: new Set<string>() } }
const ports = { codebook: openCodebook(), plover, actors, language } as unknown as Ports
const unknown = { kind: 'unknown', reason: 'a test' } as const
const state = (code: string): ActorRef => ({ name: code, kind: 'state', code, sector: null })

/** Codes hand-annotated sentences; `named` gives mentions as 'word' → code, each the one word. */
function codedOf(
  conllu: string,
  named: Record<string, string>,
  kind: Doc['blocks'][number]['kind'] = 'paragraph',
  statements: (text: string) => Statement[] = () => [],
  frames: readonly Frame[] = [],
) {
  const { text, sentences } = sentencesFromConllu(conllu)
  const doc: Doc = {
    id: 'd',
    text,
    language: 'en',
    title: unknown,
    author: unknown,
    publisher: unknown,
    date: unknown,
    origin: { uri: 'test:', mediaType: 'text/plain', encoding: null, sha256: '', bytes: 0 },
    blocks: [{ kind, span: { start: 0, end: text.length }, level: null, page: null }],
  } as Doc
  const mentions = sentences.flatMap((sentence: Sentence) =>
    sentence.tokens
      .filter((token) => token.form in named)
      .map(
        (token): Mention => ({
          id: `m${token.span.start}`,
          sentence: sentence.index,
          span: token.span,
          head: token.id,
          form: token.upos === 'ADJ' ? 'adjective' : 'name',
          actor: state(named[token.form]!),
          members: [],
          why: 'a test',
        }),
      ),
  )
  const result = code.run(
    doc,
    { sentences, things: [], entities: [], frames: [...frames], mentions, statements: statements(text) },
    ports,
  )
  return (result as { layers: { events: EventFinding[] } }).layers.events
}
const short = (event: EventFinding) =>
  `${event.type} ${event.actors.map((side) => side.actor.code ?? side.text).join('+')}>${event.recipients.map((side) => side.actor.code ?? side.text).join('+')}`

const CONDEMNS = `
  1 Norway Norway PROPN 2 nsubj
  2 condemned condemn VERB 0 root
  3 the the DET 5 det
  4 Chadian Chadian ADJ 5 amod
  5 raid raid NOUN 2 obj`

describe('the coding stage', () => {
  it('looks inside a noun phrase that is no side', () => {
    const events = codedOf(CONDEMNS, { Norway: 'NOR', Chadian: 'TCD' })
    expect(events.map(short)).toEqual(['ACCUSE NOR>TCD'])
    expect(events[0]!.why).toContain('ACCUSE.condemn')
    expect(events[0]!.confidence).toBeLessThan(0.75)
  })

  it('tells an act that the model alone sees, by how likely it is, and makes no recipient of a thing', () => {
    const waltzes = `
      1 Norway Norway PROPN 2 nsubj
      2 waltzed waltz VERB 0 root
      3 the the DET 4 det
      4 banquet banquet NOUN 2 obj`
    const seen = (p: number): Frame => ({
      kind: 'act',
      sentence: 0,
      token: 2,
      types: { REJECT: p },
      status: 'happened',
      parts: [{ label: 'ACTOR', tokens: [1, 1] }],
    })
    const told = (p: number) => codedOf(waltzes, { Norway: 'NOR' }, 'paragraph', () => [], [seen(p)])
    expect(told(0.9).map(short)).toEqual(['REJECT NOR>'])
    expect(told(0.9)[0]!.confidence).toBeGreaterThan(told(0.7)[0]!.confidence)
    expect(told(0.1)).toEqual([])
  })

  it('passes over reference lists', () => {
    expect(codedOf(CONDEMNS, { Norway: 'NOR' }, 'reference-list')).toEqual([])
  })

  it('makes each conjunct a side, and all of a meeting actors', () => {
    const events = codedOf(
      `1 Ghana Ghana PROPN 4 nsubj
       2 and and CCONJ 3 cc
       3 Togo Togo PROPN 1 conj
       4 met meet VERB 0 root
       5 with with ADP 6 case
       6 Benin Benin PROPN 4 obl`,
      { Ghana: 'GHA', Togo: 'TGO', Benin: 'BEN' },
    )
    expect(events.map(short)).toEqual(['CONSULT GHA+TGO+BEN>'])
  })

  it('codes a meeting of one side with nobody as nothing', () => {
    expect(codedOf('1 Ghana Ghana PROPN 2 nsubj\n2 met meet VERB 0 root', { Ghana: 'GHA' })).toEqual([])
  })

  it('asks for a recipient where the type does', () => {
    const aid = '1 Ghana Ghana PROPN 2 nsubj\n2 donated donate VERB 0 root\n3 medicine medicine NOUN 2 obj'
    expect(codedOf(aid, { Ghana: 'GHA' })).toEqual([])
  })

  it('links an act to the shortest statement that holds it', () => {
    const statement = (id: string, start: number, end: number): Statement => ({
      id,
      speaker: null,
      speakerMention: null,
      speakerReason: 'a test',
      cue: null,
      content: [{ start, end }],
      form: 'indirect',
      addressee: null,
      where: null,
      inside: null,
      stance: 'reports',
      why: 'a test',
    })
    const events = codedOf(CONDEMNS, { Norway: 'NOR', Chadian: 'TCD' }, 'paragraph', (text) => [
      statement('outer', 0, text.length),
      statement('inner', 7, 20),
    ])
    expect(events[0]!.statement).toBe('inner')
  })

  it('says that people without a country are of the place, and only then', () => {
    const riot = `
      1 Prisoners prisoner NOUN 2 nsubj
      2 rioted riot VERB 0 root
      3 in in ADP 4 case
      4 Peru Peru PROPN 2 obl`
    const [event] = codedOf(riot, { Peru: 'PER' })
    expect(event!.actors[0]!.actor.code).toBe('PER')
    expect(event!.why).toContain('taken to be of PER')
    const kill = `
      1 Gunmen gunman NOUN 2 nsubj
      2 killed kill VERB 0 root
      3 Peruvian Peruvian ADJ 4 amod
      4 sailors sailor NOUN 2 obj`
    expect(codedOf(kill, { Peruvian: 'PER' })[0]!.actors[0]!.actor.code).toBeNull()
  })

  it('does not take leaders who meet abroad for leaders of the place', () => {
    const signed = `
      1 The the DET 2 det
      2 leaders leader NOUN 3 nsubj
      3 signed sign VERB 0 root
      4 a a DET 5 det
      5 treaty treaty NOUN 3 obj
      6 in in ADP 7 case
      7 Peru Peru PROPN 3 obl`
    expect(codedOf(signed, { Peru: 'PER' })[0]?.actors[0]?.actor.code ?? null).toBeNull()
  })

  it('gives the same ids again', () => {
    const ids = () => codedOf(CONDEMNS, { Norway: 'NOR', Chadian: 'TCD' }).map((event) => event.id)
    expect(ids()).toEqual(ids())
  })

  it('takes a refusal of the future for a REJECT that happened', () => {
    const refusal = `
      1 Norway Norway PROPN 4 nsubj
      2 will will AUX 4 aux
      3 never never ADV 4 advmod
      4 recognise recognise VERB 0 root
      5 Chad Chad PROPN 4 obj`
    expect(codedOf(refusal, { Norway: 'NOR', Chad: 'TCD' }).map((e) => [short(e), e.status])).toEqual([
      ['REJECT NOR>TCD', 'happened'],
    ])
  })

  it('leaves an act that did not happen denied', () => {
    const undone = `
      1 Norway Norway PROPN 4 nsubj
      2 did do AUX 4 aux
      3 not not PART 4 advmod
      4 attack attack VERB 0 root
      5 Chad Chad PROPN 4 obj`
    expect(codedOf(undone, { Norway: 'NOR', Chad: 'TCD' }).map((e) => [short(e), e.status])).toEqual([
      ['ASSAULT NOR>TCD', 'denied'],
    ])
  })
})
