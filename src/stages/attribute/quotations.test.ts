import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Block } from '../../model/index.ts'
import { findQuotations, looksLikeTitle } from './quotations.ts'

/** Paragraphs of a text, parted by line breaks. */
const paragraphs = (text: string): Block[] =>
  [...text.matchAll(/[^\n]+/gu)].map((m) => ({
    kind: 'paragraph',
    span: { start: m.index, end: m.index + m[0].length },
    level: null,
    page: null,
  }))

const quoted = (text: string) => {
  const { quotations, problems } = findQuotations(text, paragraphs(text))
  return {
    texts: quotations.map((q) => q.parts.map((part) => text.slice(part.start, part.end))),
    depths: quotations.map((q) => (q.outer === null ? 0 : q.outer.outer === null ? 1 : 2)),
    problems: problems.map((p) => p.code),
    quotations,
  }
}

describe('findQuotations', () => {
  it.each([
    ['He said “yes” and left.', ['“yes”']],
    ['He said "yes" and left.', ['"yes"']],
    ["He said ''yes'' and left.", ["''yes''"]],
    ['Er sagte „ja“ und ging.', ['„ja“']],
    ['Il dit « oui » et partit.', ['« oui »']],
    ['He said ‘yes’ and left.', ['‘yes’']],
    ["He said 'yes' and left.", ["'yes'"]],
    ['The allies’ view and the 1990s’ end', []],
    ["It isn't the envoys' plan.", []],
  ])('%s', (text, expected) => {
    const found = quoted(text)
    expect(found.texts.flat()).toEqual(expected)
    expect(found.problems).toEqual([])
  })

  it('keeps a quotation in a quotation apart, also with the same marks', () => {
    const other = quoted('“She told me ‘never’ twice,” he said.')
    expect(other.texts).toEqual([['“She told me ‘never’ twice,”'], ['‘never’']])
    expect(other.depths).toEqual([0, 1])
    const same = quoted('“The so-called “shield” is no shield,” he said.')
    expect(same.texts).toEqual([['“The so-called “shield” is no shield,”'], ['“shield”']])
    expect(same.problems).toEqual([])
  })

  it('carries a quotation over paragraphs whose opening mark is repeated', () => {
    const { texts, problems } = quoted('She said: “We stay.\n“We vote.\n“We win.”\nThen she left.')
    expect(texts).toEqual([['“We stay.', '“We vote.', '“We win.”']])
    expect(problems).toEqual([])
  })

  it('carries a quotation over paragraphs when the next mark closes it', () => {
    expect(quoted('She said: “We stay.\nWe vote.”').texts).toEqual([['“We stay.', 'We vote.”']])
  })

  it('closes a lost mark at the end of its paragraph, before a reference marker, and says so', () => {
    const { texts, problems } = quoted('She said: “We stay. [8]\nHe said “no”.')
    expect(texts).toEqual([['“We stay.'], ['“no”']])
    expect(problems).toEqual(['unbalanced-quotation'])
  })

  it('opens a lost mark at the head of its sentence, and says so', () => {
    const { texts, problems } = quoted('It rained. We stay,” she said.')
    expect(texts).toEqual([['We stay,”']])
    expect(problems).toEqual(['unbalanced-quotation'])
  })

  it('reads dialogue after dashes and leaves a list item alone', () => {
    expect(quoted('— We stay here, — said the envoy. — All of us.').texts.flat()).toEqual([
      'We stay here,',
      'All of us.',
    ])
    expect(quoted('— Paris').texts).toEqual([])
  })

  it('nests every quotation in its outer one, whatever the text', () => {
    fc.assert(
      fc.property(
        fc.string({
          unit: fc.constantFrom('“', '”', '‘', '’', '"', "'", 'a', 'B', ' ', '.', ',', '\n', '«', '»', '—'),
        }),
        (text) => {
          const { quotations } = findQuotations(text, paragraphs(text))
          for (const q of quotations) {
            expect(q.span.start < q.span.end && q.span.end <= text.length).toBe(true)
            expect(q.parts[0]!.start).toBe(q.span.start)
            if (q.outer !== null)
              expect(q.outer.span.start <= q.span.start && q.span.end <= q.outer.span.end).toBe(true)
          }
        },
      ),
      { numRuns: 1000 },
    )
  })

  it('takes time in proportion to a hostile text', () => {
    const text = 'a “b '.repeat(40_000)
    const start = performance.now()
    findQuotations(text, paragraphs(text))
    expect(performance.now() - start).toBeLessThan(2000)
  })
})

describe('looksLikeTitle', () => {
  it.each([
    ['He wrote “The Art of Peace” there.', true],
    ['He wrote “The Long Night,” a novel.', true],
    ['He said “the art of peace” there.', false],
    ['He said “No.”', false],
  ])('%s', (text, expected) => {
    const { quotations } = findQuotations(text, paragraphs(text))
    expect(looksLikeTitle(text, quotations[0]!)).toBe(expected)
  })
})
