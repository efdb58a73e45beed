import { expect, test } from 'vitest'
import type { Block, Frame } from '../../model/index.ts'
import { tell } from './reading.fixture.ts'

/** What is told of a sentence, as [speaker, cue, content …]. */
const said = (example: string, frames: readonly Frame[] = [], blocks?: (text: string) => Block[]) =>
  tell(example, blocks, () => [], frames).told.map(({ speaker, cue, content }) => [speaker, cue, ...content])
const heading = (text: string): Block[] => [
  { kind: 'heading', span: { start: 0, end: text.length }, level: 1, page: null },
]

test('an interruption takes both sides of it, though the parse gives its name to another word', () => {
  expect(
    said(
      'Nobody/PRON/9/nsubj~ ,/PUNCT/9/punct insists/VERB/0/root/VerbForm=Fin La/PROPN/9/nsubj:pass Paz/PROPN/4/flat~ ,/PUNCT/9/punct has/AUX/9/aux been/AUX/9/aux:pass harmed/VERB/3/ccomp/VerbForm=Part there/ADV/9/advmod~ ./PUNCT/3/punct',
    ),
  ).toEqual([['La Paz', 'insists', 'Nobody', 'has been harmed there']])
})

test('a time after the verb closes an interruption, a participle after it is the outer voice’s', () => {
  const sentence = (rest: string) =>
    `The/DET/2/det talks/NOUN/3/nsubj failed/VERB/0/root/VerbForm=Fin~ ,/PUNCT/6/punct the/DET/6/det envoy/NOUN/7/nsubj said/VERB/3/parataxis/VerbForm=Fin on/ADP/9/case Friday/PROPN/7/obl${rest}~ ./PUNCT/3/punct`
  expect(said(sentence(''))).toEqual([['the envoy', 'said', 'The talks failed']])
  expect(said(sentence('~ ,/PUNCT/11/punct smiling/VERB/7/advcl at/ADP/13/case Lima/PROPN/11/obl'))).toEqual([
    ['the envoy', 'said', 'The talks failed'],
  ])
})

test('a verb with an object of its own that is done and not said tells nothing', () => {
  const recalled = (object: string) =>
    `Lima/PROPN/2/nsubj recalled/VERB/0/root/VerbForm=Fin its/PRON/4/nmod:poss ${object}/NOUN/2/obj~ ./PUNCT/2/punct`
  expect(said(recalled('ambassador'))).toEqual([])
  expect(said(recalled('promise'))).toEqual([['Lima', 'recalled', 'its promise']])
})

test('what is asked and stays open is not said; what somebody did not claim is', () => {
  const negated = (word: string) =>
    `Lima/PROPN/4/nsubj did/AUX/4/aux not/PART/4/advmod say/VERB/0/root/VerbForm=Inf ${word}/SCONJ/7/mark talks/NOUN/7/nsubj failed/VERB/4/ccomp/VerbForm=Fin~ ./PUNCT/4/punct`
  expect(said(negated('whether'))).toEqual([])
  expect(said(negated('that'))).toEqual([['Lima', 'did not say', 'that talks failed']])
})

test('a state of mind with its copula has its subject for speaker; "it was determined" has none', () => {
  const convinced = (subject: string, form: string) =>
    `${subject}/PRON/3/nsubj:pass was/AUX/3/aux:pass ${form}/VERB/0/root/VerbForm=Part that/SCONJ/6/mark talks/NOUN/6/nsubj failed/VERB/3/ccomp/VerbForm=Fin~ ./PUNCT/3/punct`
  expect(said(convinced('She', 'convinced'))).toEqual([['She', 'was convinced', 'that talks failed']])
  expect(said(convinced('It', 'determined'))[0]?.[0] ?? null).toBeNull()
})

test('a relative clause after a comma ends a content; one without a comma belongs to it', () => {
  const content = (comma: string) =>
    `Lima/PROPN/2/nsubj condemned/VERB/0/root/VerbForm=Fin the/DET/4/det raid/NOUN/2/obj${comma} which/PRON/${comma === '' ? 6 : 7}/nsubj failed/VERB/4/acl:relcl/VerbForm=Fin~ ./PUNCT/2/punct`
  expect(said(content('~ ,/PUNCT/7/punct'))).toEqual([['Lima', 'condemned', 'the raid']])
  expect(said(content(''))).toEqual([['Lima', 'condemned', 'the raid which failed']])
})

test('verbs joined to one object share it', () => {
  const joined = (first: string) =>
    `Lima/PROPN/2/nsubj ${first}/VERB/0/root/VerbForm=Fin but/CCONJ/4/cc accepts/VERB/2/conj/VerbForm=Fin the/DET/6/det ruling/NOUN/4/obj~ ./PUNCT/2/punct`
  expect(said(joined('regrets'))).toEqual([['Lima', 'regrets', 'the ruling']])
  expect(said(joined('waits'))).toEqual([])
})

test('a thing reported by somebody is what the clause hangs on; a thing built by somebody is not', () => {
  const by = (verb: string) =>
    `The/DET/2/det losses/NOUN/6/nsubj ${verb}/VERB/2/acl/VerbForm=Part by/ADP/5/case Lima/PROPN/3/obl:agent grew/VERB/0/root/VerbForm=Fin~ ./PUNCT/6/punct`
  expect(said(by('announced'))).toEqual([['Lima', 'announced', 'The losses']])
  expect(said(by('caused'))).toEqual([])
})

test('who faces criticism is what it is about, and no speaker', () => {
  const faced = (noun: string) =>
    `The/DET/2/det envoy/NOUN/3/nsubj faced/VERB/0/root/VerbForm=Fin ${noun}/NOUN/3/obj from/ADP/6/case Lima/PROPN/3/obl~ ./PUNCT/3/punct`
  expect(said(faced('criticism'))).toEqual([['Lima', 'faced criticism', 'The envoy']])
  expect(said(faced('trouble'))).toEqual([])
})

test('a clause on the statement that it stands in belongs to the verb', () => {
  const where = (noun: string, preposition: string) =>
    `Lima/PROPN/2/nsubj announced/VERB/0/root/VerbForm=Fin ${preposition}/ADP/5/case a/DET/5/det ${noun}/NOUN/2/obl that/SCONJ/8/mark talks/NOUN/8/nsubj failed/VERB/5/acl/VerbForm=Fin~ ./PUNCT/2/punct`
  expect(said(where('statement', 'in'))).toEqual([['Lima', 'announced', 'that talks failed']])
  expect(said(where('meeting', 'after'))).toEqual([])
})

test('the writer who leads the reader on says nothing of somebody', () => {
  const lead = (adjective: string) =>
    `It/PRON/3/expl is/AUX/3/cop ${adjective}/ADJ/0/root noting/VERB/3/csubj that/SCONJ/7/mark talks/NOUN/7/nsubj failed/VERB/4/ccomp/VerbForm=Fin~ ./PUNCT/3/punct`
  expect(said(lead('worth'))).toEqual([])
})

test('a headline may have its speaker at its end; a number or a time there is none', () => {
  const line = (last: string) =>
    `Banks/NOUN/3/nsubj must/AUX/3/aux name/VERB/0/root clients/NOUN/3/obj~ :/PUNCT/3/punct ${last}/NOUN/3/parataxis`
  expect(said(line('regulator'), [], heading)).toEqual([['regulator', ':', 'Banks must name clients']])
  expect(said(line('Friday'), [], heading)).toEqual([])
})

test('a label before a colon that names no possible speaker is none', () => {
  const line = (label: string, upos: string) =>
    `${label}/${upos}/4/parataxis~ :/PUNCT/1/punct talks/NOUN/4/nsubj failed/VERB/0/root/VerbForm=Fin again/ADV/4/advmod`
  expect(said(line('Film', 'NOUN'), [], heading)).toEqual([])
  expect(said(line('Lima', 'PROPN'), [], heading)).toEqual([['Lima', ':', 'talks failed again']])
})

test('a headline in capitals is read by its verb; a possessor’s noun is no verb of it', () => {
  const line = (second: string) =>
    `Envoy/PROPN/2/compound ${second}/PROPN/0/root ‘/PUNCT/5/punct~ Long/PROPN/5/compound Fight/PROPN/2/appos~ ’/PUNCT/5/punct Over/PROPN/8/compound Canal/PROPN/2/appos`
  expect(said(line('Predicts'), [], heading)).toEqual([['Envoy', 'Predicts', '‘Long Fight’ Over Canal']])
  expect(said(line('Travels'), [], heading)).toEqual([])
})

test('questions and answers within a paragraph are turns; one label is none', () => {
  const first = 'Q/PROPN/4/nsubj~ :/PUNCT/1/punct Who/PRON/4/nsubj won/VERB/0/root~ ?/PUNCT/4/punct'
  expect(
    said(`${first} A/PROPN/9/nsubj~ :/PUNCT/6/punct We/PRON/9/nsubj won/VERB/4/parataxis~ ./PUNCT/9/punct`),
  ).toEqual([
    ['Q', ':', 'Who won?'],
    ['A', ':', 'We won.'],
  ])
  expect(said(first).filter(([, cue]) => cue === ':')).not.toContainEqual(['A', ':', 'We won.'])
})

test('a content with a hole, or one that ends early, is completed by the model; another stays', () => {
  const sentence =
    'Lima/PROPN/2/nsubj said/VERB/0/root/VerbForm=Fin that/SCONJ/5/mark talks/NOUN/5/nsubj failed/VERB/2/ccomp/VerbForm=Fin twice/ADV/2/advmod~ ./PUNCT/2/punct'
  const frame = (first: number, last: number): Frame => ({
    kind: 'cue',
    sentence: 0,
    token: 2,
    probability: 0.9,
    parts: [{ label: 'CONTENT', tokens: [first, last] }],
  })
  expect(said(sentence)).toEqual([['Lima', 'said', 'that talks failed']])
  expect(said(sentence, [frame(3, 6)])).toEqual([['Lima', 'said', 'that talks failed twice']])
  expect(said(sentence, [frame(4, 6)])).toEqual([['Lima', 'said', 'that talks failed']])
})

test('a quotation within a quotation at its end does not hide its comma', () => {
  const { told } = tell(
    '“/PUNCT/4/punct~ They/PRON/4/nsubj all/ADV/4/advmod cried/VERB/13/ccomp/VerbForm=Fin ‘/PUNCT/6/punct~ never/ADV/4/obj~ ,/PUNCT/4/punct~ ’/PUNCT/6/punct~ ”/PUNCT/4/punct Anna/PROPN/13/nsubj Kowal/PROPN/10/flat later/ADV/13/advmod recalled/VERB/0/root/VerbForm=Fin~ ./PUNCT/13/punct',
  )
  const whole = told.find(({ cue }) => cue?.includes('recalled'))
  expect(whole?.content[0]).toContain('They all cried')
})

test('a clause that a broken parse made of marks alone is no trouble', () => {
  expect(() => said('Lima/PROPN/2/nsubj said/VERB/0/root/VerbForm=Fin ,/PUNCT/2/ccomp')).not.toThrow()
})
