import { expect, test } from 'vitest'
import type { Sentence, Token } from '../model/index.ts'
import { treeOf } from './tree.ts'

/** 'the cease - fire held', with or without spaces about the hyphen. */
function sentence(space: number): Sentence {
  const words = ['the', 'cease', '-', 'fire', 'held']
  const heads = [4, 4, 4, 5, 0]
  let at = 0
  const tokens = words.map((form, i): Token => {
    const start = at
    at = start + form.length + (form === 'the' || form === 'fire' ? 1 : space)
    const deprel = ['det', 'compound', 'punct', 'nsubj', 'root'][i]!
    return {
      id: i + 1,
      span: { start, end: start + form.length },
      form,
      lemma: form,
      upos: i === 4 ? 'VERB' : 'NOUN',
      feats: '_',
      head: heads[i]!,
      deprel,
    }
  })
  return { index: 0, block: 0, span: { start: 0, end: at }, tokens }
}

test('a hyphen is no boundary where the vocabulary knows one word, and one where spaces stand about it', () => {
  const joined = treeOf(sentence(0), new Set(['ceasefire', 'hold']))
  expect(joined.token(4)?.lemma).toBe('ceasefire')
  expect(joined.parts(4)).toEqual([2, 3])
  expect(joined.token(2)).toBeNull()
  expect(treeOf(sentence(1), new Set(['ceasefire', 'hold'])).token(4)?.lemma).toBe('fire')
  expect(treeOf(sentence(0), new Set(['hold'])).token(4)?.lemma).toBe('fire')
})
