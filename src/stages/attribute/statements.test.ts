import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { attribution } from '../../lang/en/attribution.ts'
import type { Block, Frame, Mention, Sentence } from '../../model/index.ts'
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
  'asked-first': [
    one(null, 'Asked about', ['the ships'], { reason: 'passive without agent' }),
    one('the spokesman', 'said', ['none had sailed']),
  ],
  'noted-name': [one('Dana Chin', 'noted', ['The talks had failed'])],
  'told-name': [one('she', 'told', ['The talks had failed'], { addressee: 'Dana Chin' })],
  rule: [one('The charter', 'bans', ['the use of force'])],
  'rule-clause': [one('the law', 'requiring', ['firms to leave'])],
  pushed: [one('its allies', 'condemn', ['the raid'])],
  'used-to': [one('Norland', 'condemn', ['the raid'])],
  'fined-for': [one('the firm', 'refusing', ['to testify'])],
  rumours: [one(null, 'Rumours of', ['a coup'], { reason: 'a noun without its owner', stance: 'doubts' })],
  so: [one('The mayor', 'said', ['so'])],
  charged: [one('Prosecutors', 'charged', ['the admiral with fraud'])],
  'two-sentences': [one('The envoy', 'said', ['he would leave']), one('The mayor', 'confirmed', ['this'])],
  'relative-adding': [one('who', 'said', ['it failed']), one('Lima', 'adding', ['that nobody had lied'])],
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
  const none: Name[] = [
    'as-told',
    'call-phone',
    'scare',
    'title',
    'showed',
    'allowed-in',
    'criticism-of',
    'so-did',
    'you-see',
    'charged-fee',
  ]
  for (const name of none) it(name, () => expect(tell(examples[name]).told).toEqual([]))
})

describe('the language model beside the tree', () => {
  const cue = (token: number): Frame => ({ kind: 'cue', sentence: 0, token, probability: 0.9, parts: [] })
  const cues = (...frames: Frame[]) => tell(examples.nested, undefined, undefined, frames).told.map((one) => one.cue)

  it('lets a statement in another stand when it sees speech there too', () =>
    expect(cues(cue(3), cue(7))).toEqual(['reported', 'said']))

  it('drops one in another where it sees none, and no outer one', () => expect(cues(cue(4))).toEqual(['reported']))
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

  const statementTwice = (first: string) =>
    `${first} ‖ This/DET/2/det statement/NOUN/3/nsubj said/VERB/0/root/VerbForm=Fin it/PRON/5/nsubj failed/VERB/3/ccomp~ ./PUNCT/3/punct`
  const speakerOfSecond = (first: string, name: string, head: number) =>
    tell(statementTwice(first), undefined, (text) => [mention('m1', text, name, head, 'name', name)]).statements.at(-1)!
      .speakerMention

  it('is the issuer of the statement that "this statement" points back to', () => {
    const issued =
      'Oslo/PROPN/2/nsubj issued/VERB/0/root/VerbForm=Fin a/DET/4/det statement/NOUN/2/obj~ ./PUNCT/2/punct'
    expect(speakerOfSecond(issued, 'Oslo', 1)).toBe('m1')
  })

  it('is nobody when the document before it is another one or only read', () => {
    const letter = 'Oslo/PROPN/2/nsubj issued/VERB/0/root/VerbForm=Fin a/DET/4/det letter/NOUN/2/obj~ ./PUNCT/2/punct'
    const read = 'Oslo/PROPN/2/nsubj read/VERB/0/root/VerbForm=Fin a/DET/4/det statement/NOUN/2/obj~ ./PUNCT/2/punct'
    expect([speakerOfSecond(letter, 'Oslo', 1), speakerOfSecond(read, 'Oslo', 1)]).toEqual([null, null])
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

  it('reads a paragraph that a dash opens as direct speech', () => {
    const dialogue =
      '—/PUNCT/4/punct We/PRON/4/nsubj shall/AUX/4/aux stay/VERB/6/ccomp~ ,/PUNCT/4/punct said/VERB/0/root/VerbForm=Fin the/DET/8/det envoy/NOUN/6/nsubj~ ./PUNCT/6/punct'
    expect(tell(dialogue).told).toMatchObject([{ speaker: 'the envoy', content: ['We shall stay'], form: 'direct' }])
    expect(tell(dialogue.replace('—', 'Yes')).told).toMatchObject([{ form: 'indirect' }])
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
