import { describe, expect, it } from 'vitest'
import { plainBlocks } from './blocks.ts'

const of = (text: string): [string, string][] =>
  plainBlocks(text).map((b) => [b.kind, text.slice(b.span.start, b.span.end)])
const kinds = (text: string): string[] => of(text).map(([kind]) => kind)

const WRAPPED = `The delegation arrived in the evening and was received at the airport by
the ambassador, who had come with two of his deputies and said that the
talks would begin at once.`

describe('paragraphs', () => {
  it('are lines where each line is a whole paragraph', () => {
    expect(kinds('The ministers met on Monday.\nThey signed the treaty.\nNobody spoke to the press.')).toEqual([
      'paragraph',
      'paragraph',
      'paragraph',
    ])
    const long = 'The ministers met on Monday and talked for three hours about the border, the bridge and the river. '
      .repeat(3)
      .trim()
    expect(kinds(`${long}\n${long}`)).toHaveLength(2)
  })

  it('are joined from lines broken at a column, with or without blank lines between', () => {
    expect(of(WRAPPED)).toEqual([['paragraph', WRAPPED]])
    expect(of(`${WRAPPED}\n\n${WRAPPED}`)).toHaveLength(2)
    const indented = WRAPPED.replace('The', '   The')
    expect(of(`${indented}\n${indented}`).map(([, text]) => text)).toEqual([WRAPPED, WRAPPED])
    expect(of(WRAPPED.replaceAll('\n', '\r\n'))).toHaveLength(1)
  })

  it('are not joined where short paragraphs happen to be of one length', () => {
    const lines = [
      'The foreign ministers of both states met in Geneva on Monday.',
      'They signed the treaty on the border after a long night there.',
      'The presidents will meet in the capital early in the new year.',
    ]
    expect(of(lines.join('\n')).map(([, text]) => text)).toEqual(lines)
  })

  it('end at carriage returns, form feeds and separators too, and keep every character', () => {
    expect(kinds('They met.\rThey spoke.\fThey left.\u2029They wrote.')).toHaveLength(4)
    expect(of('  Ａ ｆｕｌｌ　width “ﬁ” line, with\u00a0spaces.  ')).toEqual([
      ['paragraph', 'Ａ ｆｕｌｌ　width “ﬁ” line, with\u00a0spaces.'],
    ])
  })
})

describe('headings', () => {
  it('are short lines without an end, over something', () => {
    expect(kinds('Relations after the war\nThe two states signed a treaty.')).toEqual(['heading', 'paragraph'])
  })
  it.each([
    ['a sentence', 'They met.\nThey signed a treaty.'],
    ['a line that leads in', 'The minister said:\nWe agree.'],
    ['a byline', 'By Jane Doe, 5 May 2025\nThey signed a treaty.'],
    ['a dateline', 'Moscow, 5 May 2025\nThey signed a treaty.'],
  ])('are not %s', (_, text) => {
    expect(kinds(text)[0]).toBe('paragraph')
  })
  it('are not the last lines', () => {
    expect(kinds('They signed a treaty.\nJane Doe\nDirector of Studies')).toEqual([
      'paragraph',
      'paragraph',
      'paragraph',
    ])
    expect(kinds('Ministers meet in Geneva')).toEqual(['paragraph'])
  })
})

describe('lists and quotations', () => {
  it('are known by their marks', () => {
    expect(kinds('They agreed on this:\n- a bridge\n• a tunnel\n1. a road\n(a) a port')).toEqual([
      'paragraph',
      'list-item',
      'list-item',
      'list-item',
      'list-item',
    ])
    expect(kinds('He wrote.\n> We shall not yield.')).toEqual(['paragraph', 'block-quotation'])
  })
  it('keep their wrapped lines; a dash in mid-sentence begins no item', () => {
    const text = `They agreed on three points that had been open for more than a year now:\n- a bridge over the river, which is to be built by both of the states and\n  paid for by them in equal shares over the years;\n- a tunnel.\n\n${WRAPPED}`
    expect(kinds(text)).toEqual(['paragraph', 'list-item', 'list-item', 'paragraph'])
    expect(kinds(WRAPPED.replace('the ambassador, who', '– as ever – the ambassador, who'))).toEqual(['paragraph'])
  })
  it('are paragraphs set in from the margin of wrapped text', () => {
    const quotation = WRAPPED.split('\n')
      .map((l) => `     ${l}`)
      .join('\n')
    expect(kinds(`${WRAPPED}\n\n${quotation}\n\n${WRAPPED}`)).toEqual(['paragraph', 'block-quotation', 'paragraph'])
  })
})

const ENTRIES = [
  '[1] A. Writer. On treaties. Geneva, 2020.',
  '[2] B. Writer. On bridges. 2021.',
  '[3] C. Writer. On tunnels. https://example.org/3',
]

describe('reference lists', () => {
  it.each(['References:', 'Bibliography', 'NOTES', 'Sources', 'Works cited'])('stand under “%s”', (heading) => {
    expect(kinds(['They signed [1].', heading, ...ENTRIES].join('\n'))).toEqual([
      'paragraph',
      'heading',
      'reference-list',
      'reference-list',
      'reference-list',
    ])
  })
  it('are unnumbered too, and end where prose begins', () => {
    const text =
      'They signed.\nBibliography\nWriter, Anna. On treaties. Geneva: Lake Press, 2020\nWriter, Boris. On bridges. 2021.\nAbout the institute\nThe institute studies borders and those who live beside them.'
    expect(kinds(text)).toEqual(['paragraph', 'heading', 'reference-list', 'reference-list', 'heading', 'paragraph'])
  })
  it('are known without a heading by entries that run on in one paragraph, or in three of them', () => {
    expect(kinds(`They signed [1].\n${ENTRIES.join(' ')}`)).toEqual(['paragraph', 'reference-list'])
    expect(kinds(`They signed [1].\n${ENTRIES.join('\n')}`)).toEqual([
      'paragraph',
      'reference-list',
      'reference-list',
      'reference-list',
    ])
  })
  it('keep entries of several lines together with their list', () => {
    const wrapped = `${WRAPPED}\n\nReferences\n[1] A. Writer. On the treaties of the last century and their signatories,\nwith a chapter on borders. Geneva, 2020.\n[2] B. Writer. On bridges, tunnels and the other ways of crossing a border\nwithout being seen. 2021.`
    expect(kinds(wrapped)).toEqual(['paragraph', 'heading', 'reference-list', 'reference-list'])
  })
  it.each([
    ['prose under “Sources”', 'They signed.\nSources\nThe ministry would not say where it had its figures from.'],
    ['markers in prose', 'They signed in 2020 [1] and again [2] and again [3] in the same town.'],
    ['a paragraph that begins with a marker', '[1] shows that they signed. Others doubt it [4].'],
    ['a list of years', 'Main dates\n1991. They recognised each other.\n2020. They signed.'],
  ])('are not %s', (_, text) => {
    expect(kinds(text)).not.toContain('reference-list')
  })
})

it('takes no longer than its length allows', () => {
  const began = performance.now()
  for (const part of ['[1] ', '- ', ' ', '\n', 'A\n', '“', '¹', '[', 'By A ', 'Oslo, ', '1/'])
    plainBlocks(part.repeat(200_000))
  expect(performance.now() - began).toBeLessThan(20_000)
})
