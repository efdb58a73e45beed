import { expect, test } from 'vitest'
import { sentencesFromConllu } from '../../../test/conllu.ts'
import { treeOf } from '../attribute/tree.ts'
import { type ToldMatch, weigh } from './weigh.ts'

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
  borneOut: 0,
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

test('an entry that the model bears out keeps its type and gains the sides that it missed', () => {
  const [told] = weigh([match], [act(2, { AID: 0.9 })], tree)
  expect(told).toMatchObject({ type: 'AID', confidence: 0.86, actorCandidates: match.actorCandidates })
  expect(told!.recipientCandidates).toEqual([{ id: 5, role: 'recipient', by: 'model' }])
  expect(told!.why).toContain('model: 0.9')
})

test('a weak entry that the model does not see is not told; a strong one is, with less confidence', () => {
  expect(weigh([{ ...match, confidence: 0.3 }], [], tree)).toEqual([])
  expect(weigh([match], [], tree)[0]!.confidence).toBeLessThan(0.5)
})

test('an act that no entry lists is told when it is likely, with the model as its reason', () => {
  const [told] = weigh([], [act(2, { ASSAULT: 0.7 })], tree)
  expect(told).toMatchObject({ entry: 'model', type: 'ASSAULT', trigger: [2], confidence: 0.7 })
  expect(told!.actorCandidates.map((side) => side.id)).toEqual([1])
  expect(weigh([], [act(2, { ASSAULT: 0.3 })], tree)).toEqual([])
  expect(weigh([match], [act(3, { ASSAULT: 0.95 })], tree)).toHaveLength(1)
  expect(weigh([match], [act(5, { ASSAULT: 0.7 })], tree)).toHaveLength(1)
  expect(weigh([match], [act(5, { ASSAULT: 0.95 })], tree)).toHaveLength(2)
})
