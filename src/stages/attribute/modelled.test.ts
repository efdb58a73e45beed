import { expect, test } from 'vitest'
import type { Frame } from '../../model/index.ts'
import type { Draft, Ground } from './draft.ts'
import { modelled } from './modelled.ts'
import { treeOf } from './tree.ts'

/** "Lima mused that talks might fail": "mused" is in no list. */
const rows = [
  ['Lima', 2, 'nsubj'],
  ['mused', 0, 'root'],
  ['that', 6, 'mark'],
  ['talks', 6, 'nsubj'],
  ['might', 6, 'aux'],
  ['fail', 2, 'ccomp'],
] as const
let at = 0
const tokens = rows.map(([form, head, deprel], i) => {
  const span = { start: at, end: at + form.length }
  at += form.length + 1
  return { id: i + 1, span, form, lemma: form, upos: 'X', feats: '_', head, deprel }
})
const ground = { trees: [treeOf({ index: 0, block: 0, span: { start: 0, end: at - 1 }, tokens })] } as unknown as Ground
const frame = (parts: [string, number, number][], probability = 0.9): Frame => ({
  kind: 'cue',
  sentence: 0,
  token: 2,
  probability,
  parts: parts.map(([label, first, last]) => ({ label, tokens: [first, last] })),
})
const whole = frame([
  ['SPEAKER', 1, 1],
  ['CONTENT', 3, 6],
])

test('a cue that only the model knows is told with its speaker and content', () => {
  const [draft] = modelled(ground, [whole], [])
  expect(draft).toMatchObject({
    cueSpan: { start: 5, end: 10 },
    speaker: { span: { start: 0, end: 4 }, head: 1 },
    content: [{ start: 11, end: 32 }],
  })
  expect(draft!.why).toContain('mused')
})

test('not when a rule told of it, when the model is unsure, or when a part is missing or lies in the other', () => {
  const known = { cueSpan: { start: 5, end: 10 } } as Draft
  expect(modelled(ground, [whole], [known])).toEqual([])
  expect(
    modelled(
      ground,
      [
        frame(
          [
            ['SPEAKER', 1, 1],
            ['CONTENT', 3, 6],
          ],
          0.6,
        ),
      ],
      [],
    ),
  ).toEqual([])
  expect(modelled(ground, [frame([['CONTENT', 3, 6]])], [])).toEqual([])
  expect(
    modelled(
      ground,
      [
        frame([
          ['SPEAKER', 4, 4],
          ['CONTENT', 3, 6],
        ]),
      ],
      [],
    ),
  ).toEqual([])
})
