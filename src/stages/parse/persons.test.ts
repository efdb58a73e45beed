import { expect, test } from 'vitest'
import type { Token } from '../../model/index.ts'
import { actorOntology } from '../../ontologies/actors.ts'
import { cutAtBody } from './persons.ts'

/** The words that are left of a person's name, which is marked by brackets. */
function left(text: string): string {
  const words = text.split(' ')
  const tokens = words.map((word, at) => ({ id: at + 1, form: word.replace(/[[\]]/gu, '') }) as Token)
  const first = words.findIndex((w) => w.startsWith('[')) + 1
  const last = words.findIndex((w) => w.endsWith(']')) + 1
  const cut = cutAtBody({ first, last, label: 'PER' }, tokens, actorOntology())
  return tokens
    .slice(cut.first - 1, cut.last)
    .map((t) => t.form)
    .join(' ')
}

test('a state or body after an article is no part of a person’s name', () => {
  expect(left('ambassador to the [ROK G.V. Zinoviev] said')).toBe('G.V. Zinoviev')
  expect(left('envoy to the [United Nations Ana Lima] said')).toBe('Ana Lima')
  expect(left('envoy to [the UN Ana Lima] said')).toBe('Ana Lima')
})

test('a name that is a state’s too stays whole, and so does what is no name', () => {
  expect(left('Minister [Jordan Lima] said')).toBe('Jordan Lima')
  expect(left('the [Lima Soto] government')).toBe('Lima Soto')
  expect(left('the [Chad] envoy')).toBe('Chad')
})
