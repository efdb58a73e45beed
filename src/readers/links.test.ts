import { describe, expect, it } from 'vitest'
import { linkMarks, withoutMarks } from './links.ts'
import { html, markdown } from './registry.ts'

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)

describe('marks of links', () => {
  it('come off again with the stretch and the address', () => {
    const [open, close] = linkMarks('https://a.example/b c')
    expect(withoutMarks(`See ${open}the note${close}.`)).toEqual({
      text: 'See the note.',
      links: [{ span: { start: 4, end: 12 }, url: 'https://a.example/b%20c' }],
    })
  })
  it('are not put around what is no other place, and fall away without a partner', () => {
    for (const url of ['#note', 'mailto:a@b.example', 'javascript:alert(1)', '', null])
      expect(linkMarks(url)).toEqual(['', ''])
    expect(withoutMarks(`a${linkMarks('https://a.example')[0]}b`)).toEqual({ text: 'ab', links: [] })
  })
})

describe.each([
  ['Markdown', markdown, 'It [rained](https://a.example/1) and [froze][f] [here](#x).\n\n[f]: https://b.example/2\n'],
  [
    'HTML',
    html,
    '<p>It <a href="https://a.example/1">rained</a> and <a href="https://b.example/2"><b>froze</b></a> <a href="#x">here</a>.</p>',
  ],
])('%s', (_, reader, source) => {
  it('keeps the links of its text', async () => {
    const { text, links } = await reader.read(bytes(source))
    expect(text).toBe('It rained and froze here.')
    expect(links.map(({ span, url }) => [text.slice(span.start, span.end), url])).toEqual([
      ['rained', 'https://a.example/1'],
      ['froze', 'https://b.example/2'],
    ])
  })
})
