import { expect, test } from 'vitest'
import { bestBio, type FrameScores, framesIn } from './frames.ts'
import { knownVerb } from './lemma.ts'

/** Scores in which each word prefers one label. */
const preferring = (labels: number, chosen: readonly number[], by = 4): Float32Array => {
  const out = new Float32Array(labels * chosen.length)
  chosen.forEach((label, word) => {
    out[word * labels + label] = by
  })
  return out
}

test('an inside tag follows only its own kind', () => {
  // O B-1 I-1 B-2 I-2: the second word prefers I-2 after B-1, which cannot be.
  const scores = preferring(5, [1, 4, 2])
  scores[1 * 5 + 2] = 3.5
  expect(bestBio(scores, 3, 5)).toEqual([1, 2, 2])
  expect(bestBio(preferring(5, [3, 4, 0]), 3, 5)).toEqual([3, 4, 0])
  expect(bestBio(preferring(3, [2], 1), 1, 3)[0]).not.toBe(2)
  expect(bestBio(new Float32Array(0), 0, 5)).toEqual([])
})

const labels = {
  acts: ['none', 'AID', 'ASSAULT'],
  status: ['happened', 'denied'],
  rolesets: ['be.01', 'send.01', 'send.02', 'strike.01'],
  rolesets_of: { shipment: ['send.01', 'send.02'] },
  roles: ['O', 'B-ARG0', 'I-ARG0', 'B-ARG1', 'I-ARG1'],
  speech: ['O', 'B-SPEAKER', 'I-SPEAKER', 'B-CONTENT', 'I-CONTENT'],
  sides: ['O', 'B-ACTOR', 'I-ACTOR', 'B-RECIPIENT', 'I-RECIPIENT'],
}
const NOTHING = preferring(5, [0, 0, 0, 0, 0])
/** "Peru sent aid .", then a next sentence of one word: only "sent" anchors anything. */
const scores: FrameScores = {
  predicates: Float32Array.from([0.1, 0.97, 0.2, 0.0, 0.9]),
  cues: Float32Array.from([0, 0.1, 0, 0, 0]),
  acts: Float32Array.from([1, 0, 0, 0.03, 0.95, 0.02, 0.99, 0.01, 0, 1, 0, 0, 1, 0, 0]),
  factuality: Float32Array.from([0, 2.804, 0, 0, 0]),
  status: Float32Array.from([0, 0, 3, 1, 0, 0, 0, 0, 0, 0]),
  rolesets: Float32Array.from([0, 0, 0, 0, 2, 1, 2, 9, 0, 0, 0, 0]),
  at: Int32Array.from([0, 1, 4]),
  bio: {
    roles: Float32Array.from([...NOTHING, ...preferring(5, [1, 0, 3, 0, 0]), ...NOTHING]),
    speech: Float32Array.from([...NOTHING, ...NOTHING, ...NOTHING]),
    sides: Float32Array.from([...NOTHING, ...preferring(5, [1, 0, 0, 0, 1]), ...NOTHING]),
  },
}

test('a window’s frames, with parts inside the sentence alone', () => {
  expect(framesIn(scores, labels, ['Peru', 'send', 'aid', '.'], 0, 4)).toEqual([
    {
      kind: 'predicate',
      token: 2,
      roleset: 'send.02',
      factuality: 2.8,
      probability: 0.97,
      parts: [
        { label: 'ARG0', tokens: [1, 1] },
        { label: 'ARG1', tokens: [3, 3] },
      ],
    },
    {
      kind: 'act',
      token: 2,
      types: { AID: 0.95, ASSAULT: 0.02 },
      status: 'happened',
      parts: [{ label: 'ACTOR', tokens: [1, 1] }],
    },
  ])
})

test('a noun has the rolesets of the verb that it is made from', () => {
  expect(framesIn(scores, labels, ['Peru', 'shipment', 'aid', '.'], 0, 4)[0]).toMatchObject({ roleset: 'send.02' })
})

test('a lemma that no roleset has falls back to what is likely, else to its first sense', () => {
  const [found] = framesIn(scores, labels, ['Peru', 'dispatch', 'aid', '.'], 0, 4)
  expect(found).toMatchObject({ roleset: 'strike.01' })
  const even = { ...scores, rolesets: new Float32Array(12) }
  expect(framesIn(even, labels, ['Peru', 'dispatch', 'aid', '.'], 0, 4)[0]).toMatchObject({ roleset: 'dispatch.01' })
})

test('a verb’s lemma is set right only where it is no verb', () => {
  const verbs = new Set(['deny', 'vote', 'recall', 'found', 'find'])
  expect(knownVerb('denied', 'deni', verbs)).toBe('deny')
  expect(knownVerb('voted', 'vot', verbs)).toBe('vote')
  expect(knownVerb('recalled', 'recalle', verbs)).toBe('recall')
  expect(knownVerb('founded', 'found', verbs)).toBe('found')
  expect(knownVerb('zorbed', 'zorb', verbs)).toBe('zorb')
})
