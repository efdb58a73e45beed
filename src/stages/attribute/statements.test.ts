import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { attribution } from '../../lang/en/attribution.ts'
import type { Block, Mention, Sentence } from '../../model/index.ts'
import { Statement } from '../../model/index.ts'
import { examples } from './examples.fixture.ts'
import { type Told, tell } from './reading.fixture.ts'
import { findStatements } from './statements.ts'

type Name = keyof typeof examples

/** One statement of an example, as far as the construction decides it. */
interface Expected extends Partial<Told> {
  readonly speaker: string | null
  readonly cue: string | null
  readonly content: readonly string[]
}

const one = (speaker: string | null, cue: string | null, content: string[], rest: Partial<Told> = {}): Expected => ({
  speaker,
  cue,
  content,
  ...rest,
})

const found: Partial<Record<Name, Expected[]>> = {
  'said-that': [
    one('The minister', 'said', ['that the talks would resume in June'], { form: 'indirect', stance: 'reports' }),
  ],
  fronted: [one('the minister', 'said', ['The talks will resume in June'])],
  inverted: [one('Anna Kowal, the head of the delegation', 'said', ['“We will not sign it,”'], { form: 'direct' })],
  middle: [one('the envoy', 'said', ['“We will stay,”', '“and we will vote.”'], { form: 'direct' })],
  continued: [one('the envoy', 'said', ['“We will stay,”', '“Nobody asked us to leave.”'], { form: 'direct' })],
  mixed: [
    one('The envoy', 'called', ['the plan “a road to nowhere”'], { form: 'mixed' }),
    one('The envoy', 'urged', ['both sides to meet again'], { addressee: 'both sides' }),
  ],
  'mixed-clause': [one('The spokesman', 'said', ['the sanctions were “illegal” and would fail'], { form: 'mixed' })],
  according: [one('the ministry', 'According to', ['the ship left the port on Monday'])],
  'according-end': [one('a report by the ministry', 'according to', ['The ship left the port on Monday'])],
  'noun-that': [one('Norland', 'The claim', ['that the ship carried weapons'], { stance: 'doubts' })],
  light: [one('The council', 'issued a warning', ['that the truce could collapse'])],
  passive: [one(null, 'was stressed', ['that the channel remains open'], { reason: 'passive without agent' })],
  'passive-agent': [one('the union', 'was condemned by', ['The strike'])],
  'in-statement': [one('this statement', 'was emphasized:', ['“We stand together.”'], { form: 'direct' })],
  expected: [one(null, 'is expected', ['The king', 'to visit Oslo in May'], { reason: 'passive without agent' })],
  nested: [
    one('The agency', 'reported', ['that the minister said the border would open'], { inside: null }),
    one('the minister', 'said', ['the border would open'], { inside: 0 }),
  ],
  participle: [
    one('The general', 'denied', ['the charge'], { stance: 'denies' }),
    one('The general', 'adding', ['that his troops had left'], { stance: 'reports' }),
  ],
  'as-said': [one('the envoy', 'said', ['the border is closed'])],
  relative: [one('who', 'said', ['the plan had failed'])],
  poll: [one('The survey', 'found', ['that most voters want peace'])],
  court: [one('The court', 'ruled', ['that the law was void'])],
  vow: [one('The prime minister', 'vowed', ['to send more aid'])],
  'call-for': [one('Paris', 'called for', ['restraint'])],
  falsely: [one('The paper', 'falsely claimed', ['that the treaty had lapsed'], { stance: 'denies' })],
  denied: [one('The embassy', 'denied', ['that it had paid him'], { stance: 'denies' })],
  allegedly: [one(null, 'allegedly', ['The ship', 'carried arms'], { stance: 'doubts' })],
  confident: [one('The premier', 'is confident', ['that the deal will hold'])],
  'colon-list': [one('The ambassador', 'made a number of remarks:', ['The channel is open. Trade has grown'])],
  'lead-in': [one('The president', 'turned', ['“Peace has no price.”'], { form: 'direct' })],
  unlisted: [one('she', 'harrumphed', ['“Never again,”'], { form: 'direct' })],
  'first-person': [one('the general', 'said', ['“I think we will win,”'])],
  coordinated: [one('The ministry', 'said', ['the vote was flawed']), one('The ministry', 'warned against', ['haste'])],
  'plans-according': [one('aides', 'according to', ['The envoy plans to leave'])],
  'in-view': [one('his', 'view', ['the embargo hurts both sides'])],
}

describe('constructions that tell who said what', () => {
  for (const [name, expected] of Object.entries(found) as [Name, Expected[]][])
    it(name, () => {
      expect(tell(examples[name]).told).toMatchObject(expected)
      expect(tell(examples[name]).told).toHaveLength(expected.length)
    })
})

describe('what looks like speech and is none', () => {
  const none: Name[] = ['as-told', 'call-phone', 'scare', 'title', 'showed']
  for (const name of none) it(name, () => expect(tell(examples[name]).told).toEqual([]))
})

describe('speakerMention', () => {
  const mention = (
    id: string,
    text: string,
    part: string,
    head: number,
    form: Mention['form'],
    name: string,
  ): Mention => ({
    id,
    sentence: 0,
    span: { start: text.indexOf(part), end: text.indexOf(part) + part.length },
    head,
    form,
    actor: { name, kind: 'person', code: null, sector: null },
    members: [],
    why: 'test',
  })

  it('is the noun that a relative pronoun stands for', () => {
    const { statements } = tell(examples.relative, undefined, (text) => [
      mention('m1', text, 'The envoy', 2, 'description', 'the envoy'),
    ])
    expect(statements[0]!.speakerMention).toBe('m1')
  })

  it('is the last naming of the actor that a pronoun was resolved to', () => {
    const { statements } = tell(examples.unlisted, undefined, (text) => [
      mention('m1', text, 'Never', 99, 'name', 'Ada Horn'),
      mention('m2', text, 'she', 6, 'pronoun', 'Ada Horn'),
    ])
    expect(statements[0]!.speakerMention).toBe('m1')
  })

  it('is null without mentions', () => expect(tell(examples['said-that']).statements[0]!.speakerMention).toBeNull())
})

describe('layout', () => {
  const blocks =
    (...kinds: Block['kind'][]) =>
    (text: string): Block[] => {
      const at = text.indexOf(':') + 1
      const spans = [
        { start: 0, end: at },
        { start: at + 1, end: text.length },
      ]
      return kinds.map((kind, i) => ({ kind, span: spans[i]!, level: null, page: null }))
    }

  it('gives the block quotation after a colon to the cue before it', () => {
    const example =
      'The/DET/2/det letter/NOUN/3/nsubj said/VERB/0/root~ :/PUNCT/3/punct ‖ Trade/NOUN/3/nsubj has/AUX/3/aux grown/VERB/0/root~ ./PUNCT/3/punct'
    expect(tell(example, blocks('paragraph', 'block-quotation')).told).toMatchObject([
      { speaker: 'The letter', cue: 'said:', content: ['Trade has grown.'], form: 'direct' },
    ])
  })

  const headline = (before: string) =>
    `${before}~ :/PUNCT/1/punct sanctions/NOUN/5/nsubj will/AUX/5/aux fail/VERB/1/parataxis`
  const asHeading = (text: string): Block[] => [
    { kind: 'heading', span: { start: 0, end: text.length }, level: 1, page: null },
  ]

  it('reads a name before the colon of a headline as a speaker', () => {
    expect(tell(headline('Petrov/PROPN/0/root'), asHeading).told).toMatchObject([
      { speaker: 'Petrov', cue: ':', content: ['sanctions will fail'], form: 'indirect' },
    ])
  })

  it('reads a label before the colon of a headline as no speaker', () => {
    expect(tell(headline('Analysis/NOUN/0/root'), asHeading).told).toEqual([])
  })

  it('reads turns of an interview', () => {
    const turn = (who: string) => `${who}/NOUN/3/nsubj~ :/PUNCT/3/punct Wait/VERB/0/root~ ./PUNCT/3/punct`
    const paragraphs = (text: string): Block[] =>
      [...text.matchAll(/[QA]: Wait\./gu)].map((m) => ({
        kind: 'paragraph',
        span: { start: m.index, end: m.index + m[0].length },
        level: null,
        page: null,
      }))
    const { told } = tell(['A', 'Q', 'A', 'Q', 'A'].map(turn).join(' ‖ '), paragraphs)
    expect(told.map((t) => [t.speaker, t.content])).toEqual([
      ['A', ['Wait.']],
      ['Q', ['Wait.']],
      ['A', ['Wait.']],
      ['Q', ['Wait.']],
      ['A', ['Wait.']],
    ])
  })
})

describe('any tree and any marks', () => {
  const word = fc.constantFrom(
    'he',
    'said',
    'that',
    '“',
    '”',
    '"',
    ',',
    '.',
    ':',
    'according',
    'to',
    'warning',
    'Rome',
    '’',
    'adding',
    '—',
  )
  const token = fc.record({
    form: word,
    upos: fc.constantFrom('NOUN', 'VERB', 'PROPN', 'PUNCT', 'SCONJ', 'PRON'),
    head: fc.nat(12),
    deprel: fc.constantFrom(
      'root',
      'nsubj',
      'ccomp',
      'obj',
      'acl',
      'conj',
      'advcl',
      'punct',
      'parataxis',
      'nmod',
      'xcomp',
      'case',
    ),
  })

  it('gives valid statements whose spans lie in the text, and never fails', () => {
    fc.assert(
      fc.property(fc.array(token, { minLength: 1, maxLength: 12 }), (words) => {
        let text = ''
        const tokens = words.map((w, i) => {
          if (i > 0) text += ' '
          const start = text.length
          text += w.form
          return {
            id: i + 1,
            span: { start, end: text.length },
            form: w.form,
            lemma: w.form === 'said' ? 'say' : w.form,
            upos: w.upos,
            feats: '_',
            head: w.head,
            deprel: w.deprel,
          }
        })
        const sentences: Sentence[] = [{ index: 0, block: 0, span: { start: 0, end: text.length }, tokens }]
        const blocks: Block[] = [{ kind: 'paragraph', span: { start: 0, end: text.length }, level: null, page: null }]
        const { statements } = findStatements(
          { id: 'd', text, blocks, sentences, frames: [], mentions: [] },
          attribution,
        )
        const ids = new Set(statements.map((s) => s.id))
        for (const statement of statements) {
          Statement.parse(statement)
          expect(statement.speaker === null).toBe(statement.speakerReason !== null)
          expect(statement.inside === null || (ids.has(statement.inside) && statement.inside !== statement.id)).toBe(
            true,
          )
          for (const span of [...statement.content, statement.cue, statement.speaker])
            if (span !== null) expect(span.start < span.end && span.end <= text.length).toBe(true)
        }
      }),
      { numRuns: 500 },
    )
  })
})
