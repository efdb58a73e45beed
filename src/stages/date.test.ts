import { describe, expect, test } from 'vitest'
import { sentencesFromConllu } from '../../test/conllu.ts'
import { times } from '../lang/en/times.ts'
import type { EventFinding, Sentence, Statement, TimeAnchor } from '../model/index.ts'
import type { Ports } from '../pipeline/index.ts'
import { blankDoc } from './date/doc.fixture.ts'
import { date } from './date.ts'

const event = (sentences: readonly Sentence[], form: string, over: Partial<EventFinding> = {}): EventFinding => {
  const sentence = sentences.find((s) => s.tokens.some((t) => t.form === form))!
  const token = sentence.tokens.find((t) => t.form === form)!
  return {
    id: form,
    sentence: sentence.index,
    type: 'CONSULT',
    mode: null,
    contexts: [],
    status: 'happened',
    trigger: token.span,
    head: token.id,
    actors: [],
    recipients: [],
    statement: null,
    span: token.span,
    where: null,
    confidence: 1,
    why: '',
    ...over,
  }
}

const statement = (text: string, cue: string, content: string): Statement => {
  const at = (words: string) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length })
  return {
    id: cue,
    speaker: null,
    speakerMention: null,
    speakerReason: null,
    cue: at(cue),
    content: [at(content)],
    form: 'indirect',
    addressee: null,
    where: null,
    inside: null,
    stance: 'reports',
    why: '',
  }
}

/** Anchors of the events and statements that are named by their words. */
async function anchors(
  conllu: string,
  options: {
    date?: string
    events?: string[]
    statements?: [cue: string, content: string][]
    status?: EventFinding['status']
  },
): Promise<Record<string, TimeAnchor>> {
  const { text, sentences } = sentencesFromConllu(conllu)
  const events = (options.events ?? []).map((form) => event(sentences, form, { status: options.status ?? 'happened' }))
  const statements = (options.statements ?? []).map(([cue, content]) => statement(text, cue, content))
  const ports = { language: { times } } as unknown as Ports
  const { layers } = await date.run(blankDoc(text, options.date ?? null), { sentences, events, statements }, ports)
  return layers.anchors
}

const met = `
1 The the DET 2 det
2 leaders leader NOUN 3 nsubj
3 met meet VERB 0 root
4 on on ADP 6 case
5 16 16 NUM 6 nummod
6 June June PROPN 3 obl
7 2021 2021 NUM 6 nummod
8 and and CCONJ 9 cc
9 signed sign VERB 3 conj
10 it it PRON 9 obj
11 . . PUNCT 3 punct`

const said = `
1 The the DET 2 det
2 minister minister NOUN 3 nsubj
3 said say VERB 0 root
4 on on ADP 5 case
5 Tuesday Tuesday PROPN 3 obl
6 that that SCONJ 9 mark
7 the the DET 8 det
8 sides side NOUN 9 nsubj
9 signed sign VERB 3 ccomp
10 in in ADP 11 case
11 May May PROPN 9 obl
12 2020 2020 NUM 11 nummod
13 . . PUNCT 3 punct`

const held = `
1 Talks talk NOUN 6 nsubj
2 held hold VERB 1 acl
3 in in ADP 4 case
4 May May PROPN 2 obl
5 2021 2021 NUM 4 nummod
6 failed fail VERB 0 root
7 . . PUNCT 6 punct`

const who = `
1 The the DET 2 det
2 envoy envoy NOUN 9 nsubj
3 who who PRON 4 nsubj
4 visited visit VERB 2 acl:relcl
5 Seoul Seoul PROPN 4 obj
6 in in ADP 7 case
7 May May PROPN 4 obl
8 2021 2021 NUM 7 nummod
9 resigned resign VERB 0 root
10 . . PUNCT 9 punct`

const bare = `
1 The the DET 2 det
2 army army NOUN 3 nsubj
3 attacked attack VERB 0 root
4 . . PUNCT 3 punct`

const moved = `
1 In in ADP 2 case
2 March March PROPN 6 obl
3 1918 1918 NUM 2 nummod
4 the the DET 5 det
5 front front NOUN 6 nsubj
6 moved move VERB 0 root
7 . . PUNCT 6 punct`

const frozen = `
1 Ties tie NOUN 4 nsubj:pass
2 have have AUX 4 aux
3 been be AUX 4 aux:pass
4 frozen freeze VERB 0 root
5 since since ADP 6 case
6 2020 2020 NUM 4 obl
7 . . PUNCT 4 punct`

const twice = `
1 They they PRON 2 nsubj
2 met meet VERB 0 root
3 in in ADP 4 case
4 May May PROPN 2 obl
5 2019 2019 NUM 4 nummod
6 and and CCONJ 7 cc
7 2021 2021 NUM 4 conj
8 . . PUNCT 2 punct`

const renamed = `
1 They they PRON 2 nsubj
2 met meet VERB 0 root
3 on on ADP 6 case
4 Thursday Thursday PROPN 6 appos
5 , , PUNCT 6 punct
6 16 16 NUM 2 obl
7 May May PROPN 6 nmod
8 2024 2024 NUM 6 nummod
9 . . PUNCT 2 punct`

const ranged = `
1 They they PRON 2 nsubj
2 fought fight VERB 0 root
3 from from ADP 4 case
4 3 3 NUM 2 obl
5 to to ADP 7 case
6 5 5 NUM 7 nummod
7 May May PROPN 2 obl
8 1940 1940 NUM 7 nummod
9 for for ADP 11 case
10 three three NUM 11 nummod
11 days day NOUN 2 obl
12 . . PUNCT 2 punct`

const summit = `
1 The the DET 2 det
2 summit summit NOUN 6 nsubj
3 in in ADP 4 case
4 May May PROPN 2 nmod
5 2021 2021 NUM 4 nummod
6 failed fail VERB 0 root
7 . . PUNCT 6 punct`

const after = `
1 After after ADP 3 case
2 the the DET 3 det
3 signing signing NOUN 8 obl
4 in in ADP 5 case
5 May May PROPN 3 nmod
6 2021 2021 NUM 5 nummod
7 they they PRON 8 nsubj
8 met meet VERB 0 root
9 in in ADP 10 case
10 Bern Bern PROPN 8 obl
11 . . PUNCT 8 punct`

const nowFinds = `
1 After after SCONJ 2 mark
2 signing sign VERB 6 advcl
3 it it PRON 2 obj
4 they they PRON 6 nsubj
5 now now ADV 6 advmod
6 trade trade VERB 0 root
7 . . PUNCT 6 punct`

describe('when something happened', () => {
  test('a date inside the subject, or after "after", dates that noun; for the verb it is only assumed', async () => {
    const subject = await anchors(summit, { events: ['summit', 'failed'] })
    expect(subject.summit).toMatchObject({ kind: 'stated', value: '2021-05' })
    expect(subject.failed).toMatchObject({ kind: 'assumed', value: '2021-05' })
    const phrase = await anchors(after, { events: ['signing', 'met'] })
    expect(phrase.signing).toMatchObject({ kind: 'stated', value: '2021-05' })
    expect(phrase.met).toMatchObject({ kind: 'assumed', value: '2021-05' })
  })

  test('"now" dates its own clause and no other', async () => {
    const found = await anchors(nowFinds, { date: '2025-05-05', events: ['signing', 'trade'] })
    expect(found.trade).toMatchObject({ kind: 'derived', value: '2025-05-05' })
    expect(found.signing).toMatchObject({ kind: 'unknown' })
  })

  test('the date under its own verb, and under the verb that it is joined to', async () => {
    const found = await anchors(met, { events: ['met', 'signed'] })
    expect(found.met).toMatchObject({ kind: 'stated', value: '2021-06-16' })
    expect(found.signed).toMatchObject({ kind: 'stated', value: '2021-06-16' })
  })

  test('a participle dates the noun that it stands under', async () => {
    const found = await anchors(held, { events: ['Talks'] })
    expect(found.Talks).toMatchObject({ kind: 'stated', value: '2021-05' })
  })

  test('a relative clause keeps its date; for the main clause it is only assumed', async () => {
    const found = await anchors(who, { events: ['visited', 'resigned'] })
    expect(found.visited).toMatchObject({ kind: 'stated', value: '2021-05' })
    expect(found.resigned).toMatchObject({ kind: 'assumed', value: '2021-05' })
  })

  test('a list dates an event by the set of its members; a day named twice is one day', async () => {
    expect((await anchors(twice, { events: ['met'] })).met).toMatchObject({ value: '{2019-05,2021-05}' })
    expect((await anchors(renamed, { events: ['met'], date: '2024-05-18' })).met).toMatchObject({ value: '2024-05-16' })
  })

  test('the narrative’s date is for what a verb tells, not for what a noun brings up again', async () => {
    const noun = bare.replace('attacked attack VERB', 'attacked attack NOUN')
    expect((await anchors(`${moved}\n\n${noun}`, { events: ['attacked'] })).attacked).toMatchObject({ value: null })
  })

  test('a range is one interval and a length is no date', async () => {
    const found = await anchors(ranged, { events: ['fought'] })
    expect(found.fought).toMatchObject({ value: '1940-05-03/1940-05-05' })
  })

  test('"since" leaves the end open', async () => {
    expect((await anchors(frozen, { events: ['frozen'] })).frozen).toMatchObject({ kind: 'stated', value: '2020/..' })
  })

  test('a narrative goes on at the date that it has come to, which is assumed', async () => {
    const found = await anchors(`${moved}\n\n${bare}`, { events: ['attacked'] })
    expect(found.attacked).toMatchObject({
      kind: 'assumed',
      value: '1918-03',
      from: 'the narrative has come to “March 1918”',
    })
  })

  test('what is only planned does not take the narrative’s date', async () => {
    const found = await anchors(`${moved}\n\n${bare}`, { events: ['attacked'], status: 'planned' })
    expect(found.attacked).toMatchObject({ kind: 'unknown', value: null })
  })

  test('without any date it is unknown: never the day of publication', async () => {
    const found = await anchors(bare, { date: '2025-05-05', events: ['attacked'] })
    expect(found.attacked).toEqual({ kind: 'unknown', value: null, span: null, from: 'the sentence has no date' })
  })
})

describe('when something was said', () => {
  const content = 'that the sides signed in May 2020'

  test('the date at the cue is the statement’s, the one inside what is said the event’s', async () => {
    const found = await anchors(said, { date: '2025-06-19', events: ['signed'], statements: [['said', content]] })
    expect(found.said).toMatchObject({ kind: 'derived', value: '2025-06-17', from: 'the document’s date 2025-06-19' })
    expect(found.signed).toMatchObject({ kind: 'stated', value: '2020-05' })
  })

  test('without the document’s date the weekday of the cue is unknown, and the content’s date is not borrowed', async () => {
    const found = await anchors(said, { events: ['signed'], statements: [['said', content]] })
    expect(found.said).toMatchObject({ kind: 'unknown', from: 'the document’s date is not known' })
  })
})

describe('orders that cannot be', () => {
  const problemsOf = async (conllu: string, on: string | null, status: EventFinding['status'] = 'happened') => {
    const { text, sentences } = sentencesFromConllu(conllu)
    const content = text.slice(text.indexOf('that the sides'))
    const events = [event(sentences, 'signed', { status, statement: 'said' })]
    const ports = { language: { times } } as unknown as Ports
    const layers = { sentences, events, statements: [statement(text, 'said', content)] }
    const { problems } = await date.run(blankDoc(text, on), layers, ports)
    return problems.map(({ code, message }) => [code, message])
  }
  const later = said.replace('12 2020 2020', '12 2026 2026')

  test('said before it happened: both dates are named', async () => {
    expect(await problemsOf(later, '2025-06-19')).toEqual([
      [
        'said-before-happened',
        '“signed” is told as past, but its date (“May 2026”, 54–62, read as 2026-05) is after it was said (“Tuesday”, 21–28, read as 2025-06-17)',
      ],
    ])
  })

  test('what is only planned may come after, and what came before is in order', async () => {
    expect(await problemsOf(later, '2025-06-19', 'planned')).toEqual([])
    expect(await problemsOf(said, '2025-06-19')).toEqual([])
    expect(await problemsOf(later, null)).toEqual([])
  })

  test('dated after the document that tells it as past', async () => {
    const { text, sentences } = sentencesFromConllu(met)
    const ports = { language: { times } } as unknown as Ports
    const layers = { sentences, events: [event(sentences, 'met')], statements: [] }
    const found = await date.run(blankDoc(text, '2021-06-15'), layers, ports)
    expect(found.problems).toMatchObject([
      { code: 'dated-after-document', message: expect.stringContaining('is after the document (2021-06-15)') },
    ])
    expect((await date.run(blankDoc(text, '2021-06'), layers, ports)).problems).toEqual([])
  })
})

test('dates of the reference list are left to the references', async () => {
  const doc = blankDoc('Signed on 19 June 2024.\n\n1. Smith, J. Report. 12 May 2023.', '2025-05-05')
  const blocks = doc.blocks.map((b, i) => (i === 1 ? { ...b, kind: 'reference-list' as const } : b))
  const ports = { language: { times } } as unknown as Ports
  const { layers } = await date.run({ ...doc, blocks }, { sentences: [], events: [], statements: [] }, ports)
  expect(layers.times.map((t) => t.anchor.value)).toEqual(['2024-06-19'])
})
