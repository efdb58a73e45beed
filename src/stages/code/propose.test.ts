import { expect, test } from 'vitest'
import { sentencesFromConllu } from '../../../test/conllu.ts'
import { treeOf } from '../attribute/tree.ts'
import { propose, type ToldMatch } from './propose.ts'

/** "Peru sent aid to Chile": heads and relations by hand. */
const { sentences } = sentencesFromConllu(`
1 Peru Peru X 2 nsubj
2 sent sent X 0 root
3 aid aid X 2 obj
4 to to X 5 case
5 Chile Chile X 2 obl
`)
const tree = treeOf(sentences[0]!)

const match: ToldMatch = {
  entry: 'AID.send',
  type: 'AID',
  mode: null,
  contexts: [],
  trigger: [2],
  actors: [1],
  recipients: [],
  actorCandidates: [{ id: 1, role: 'subject', by: 'nsubj' }],
  recipientCandidates: [],
  absorbed: [3],
  strict: false,
  reciprocal: false,
  confidence: 0.8,
  status: 'happened',
  entryType: 'AID',
  entryMode: null,
  why: 'codebook entry AID.send',
}
const act = (token: number, types: Record<string, number>) => ({
  kind: 'act' as const,
  sentence: 0,
  token,
  types,
  status: 'happened',
  parts: [
    { label: 'ACTOR', tokens: [1, 1] as [number, number] },
    { label: 'RECIPIENT', tokens: [4, 5] as [number, number] },
  ],
})

test('an entry takes up what the model says of its word, and the sides that it missed', () => {
  const [proposal, ...others] = propose([match], [act(2, { AID: 0.9 })], tree)
  expect(others).toEqual([])
  expect(proposal).toMatchObject({
    by: 'entry',
    type: 'AID',
    types: { AID: 0.9 },
    actorCandidates: match.actorCandidates,
  })
  expect(proposal!.recipientCandidates).toEqual([{ id: 5, role: 'recipient', by: 'model' }])
  expect(proposal!.why).toContain('model: 0.9')
})

test('where the model reads the word of an entry in another way, both are proposed', () => {
  const proposals = propose([match], [act(2, { AID: 0.2, ASSAULT: 0.6 })], tree)
  expect(proposals.map(({ by, type }) => `${by} ${type}`)).toEqual(['entry AID', 'model ASSAULT'])
})

test('an act that no entry lists is proposed by the model, unless it is hardly likely', () => {
  const [proposal] = propose([], [act(2, { ASSAULT: 0.7 })], tree)
  expect(proposal).toMatchObject({ by: 'model', entry: 'model', type: 'ASSAULT', trigger: [2], inContent: false })
  expect(proposal!.actorCandidates.map((side) => side.id)).toEqual([1])
  expect(propose([], [act(2, { ASSAULT: 0.05 })], tree)).toEqual([])
})

test('what an entry is about is marked as its content', () => {
  const proposals = propose([match], [act(3, { ASSAULT: 0.95 }), act(5, { ASSAULT: 0.95 })], tree)
  expect(proposals.map(({ by, inContent }) => `${by} ${inContent}`)).toEqual([
    'entry false',
    'model true',
    'model false',
  ])
})
