import { expect, test } from 'vitest'
import { sentencesFromConllu } from '../../../test/conllu.ts'
import { attribution } from '../../lang/en/attribution.ts'
import type { Frame } from '../../model/index.ts'
import type { Draft, Ground } from './draft.ts'
import { modelled } from './modelled.ts'
import { treeOf } from './tree.ts'

/** "Lima mused that talks might fail": "mused" is in no list. */
const { text, sentences } = sentencesFromConllu(`
1 Lima Lima X 2 nsubj
2 mused mused X 0 root
3 that that X 6 mark
4 talks talks X 6 nsubj
5 might might X 6 aux
6 fail fail X 2 ccomp
`)
const ground = (...frames: Frame[]): Ground =>
  ({ text, trees: [treeOf(sentences[0]!)], frames, quotations: [], lexicon: attribution }) as unknown as Ground
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
  const [draft] = modelled(ground(whole), [])
  expect(draft).toMatchObject({
    cueSpan: { start: 5, end: 10 },
    speaker: { span: { start: 0, end: 4 }, head: 1 },
    content: [{ start: 11, end: 32 }],
  })
  expect(draft!.why).toContain('mused')
})

test('not when a rule told of it, when the model is unsure, or when a part is missing or lies in the other', () => {
  const known = { cueSpan: { start: 5, end: 10 }, content: [] as Draft['content'] } as Draft
  const outer = { cueSpan: null, content: [{ start: 0, end: text.length }] as Draft['content'] } as Draft
  expect(modelled(ground(whole), [outer])).toEqual([])
  expect(modelled(ground({ ...whole, probability: 0.97 } as Frame), [outer])).toHaveLength(1)
  expect(modelled(ground(whole), [known])).toEqual([])
  expect(
    modelled(
      ground(
        frame(
          [
            ['SPEAKER', 1, 1],
            ['CONTENT', 3, 6],
          ],
          0.6,
        ),
      ),
      [],
    ),
  ).toEqual([])
  expect(modelled(ground(frame([['CONTENT', 3, 6]])), [])).toEqual([])
  expect(
    modelled(
      ground(
        frame([
          ['SPEAKER', 4, 4],
          ['CONTENT', 3, 6],
        ]),
      ),
      [],
    ),
  ).toEqual([])
})
