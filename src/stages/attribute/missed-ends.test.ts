import { expect, test } from 'vitest'
import { sentencesFromConllu } from '../../../test/conllu.ts'
import { cutAtStops } from './missed-ends.ts'
import { conlluOf } from './reading.fixture.ts'

const heads = (example: string): number[] =>
  cutAtStops(sentencesFromConllu(conlluOf(example)).sentences[0]!).tokens.map((token) => token.head)

test('what hangs over a full stop, or over a stop within closing marks, becomes a root', () => {
  expect(heads('He/PRON/2/nsubj left/VERB/0/root~ ./PUNCT/2/punct She/PRON/5/nsubj stayed/VERB/2/parataxis')).toEqual([
    2, 0, 2, 5, 0,
  ])
  expect(
    heads('“/PUNCT/2/punct~ Leave/VERB/0/root~ ./PUNCT/2/punct~ ”/PUNCT/2/punct She/PRON/6/nsubj stayed/VERB/2/conj'),
  ).toEqual([2, 0, 2, 2, 6, 0])
})

test('an abbreviation, a small letter, or a stop at the end parts nothing', () => {
  const whole = [
    'Gov/PROPN/3/nsubj~ ./PUNCT/1/punct Horn/PROPN/4/nsubj left/VERB/0/root',
    'He/PRON/2/nsubj left/VERB/0/root~ ./PUNCT/2/punct then/ADV/5/advmod returned/VERB/2/conj',
    'He/PRON/2/nsubj left/VERB/0/root~ ./PUNCT/2/punct~ ”/PUNCT/2/punct',
  ]
  for (const example of whole) {
    const sentence = sentencesFromConllu(conlluOf(example)).sentences[0]!
    expect(cutAtStops(sentence)).toBe(sentence)
  }
})
