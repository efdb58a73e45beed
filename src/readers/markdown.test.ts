import { describe, expect, it } from 'vitest'
import { codeOf, readAs, shown } from './fixtures.ts'

describe('Markdown', () => {
  it('gives the text that a reader sees, in blocks', async () => {
    const source = `# A *treaty*

Some **stressed** words, a [link](https://example.org), \`code\` and ~~none~~.
The same paragraph &amp; more.

> They quoted
> him.

1. first
2. second
   - inner

| State | Vote |
|---|---|
| Oslo | for |

<p>Raw <b>HTML</b></p><script>evil()</script>

    indented code
`
    expect(await shown('a.md', source)).toEqual([
      ['heading', 'A treaty'],
      ['paragraph', 'Some stressed words, a link, code and none.\nThe same paragraph & more.'],
      ['block-quotation', 'They quoted\nhim.'],
      ['list-item', '1. first'],
      ['list-item', '2. second'],
      ['list-item', 'inner'],
      ['table-cell', 'State'],
      ['table-cell', 'Vote'],
      ['table-cell', 'Oslo'],
      ['table-cell', 'for'],
      ['paragraph', 'Raw HTML'],
      ['paragraph', 'indented code'],
    ])
  })
  it('numbers footnotes as they are shown, and keeps them as references', async () => {
    expect(await shown('a.md', 'They signed[^b] and met[^a].\n\n[^a]: A. Writer.\n[^b]: B. Writer.\n')).toEqual([
      ['paragraph', 'They signed[1] and met[2].'],
      ['reference-list', '[2] A. Writer.'],
      ['reference-list', '[1] B. Writer.'],
    ])
    expect((await shown('b.md', 'They met[^7].\n\n[^7]: A. Writer.\n'))[1]).toEqual([
      'reference-list',
      '[7] A. Writer.',
    ])
  })
  it('finds a reference list under its heading', async () => {
    const source =
      'They signed [1].\n\n## References\n\n[1] A. Writer. 2020.\n\n[2] B. Writer. 2021.\n\n## About us\n\nWe study rivers.'
    expect((await shown('a.md', source)).map(([kind]) => kind)).toEqual([
      'paragraph',
      'heading',
      'reference-list',
      'reference-list',
      'heading',
      'paragraph',
    ])
  })
})

describe('front matter', () => {
  it('gives the facts', async () => {
    const { doc } = await readAs(
      'a.md',
      '---\ntitle: A note\nauthors: [Jane Doe, Ivan Petrov]\npublisher: The Day\ndate: May 5, 2025\nlang: en\n---\nThey signed.',
    )
    expect([doc.title, doc.author, doc.publisher, doc.date]).toMatchObject([
      { value: 'A note', from: 'front matter: title' },
      { value: 'Jane Doe, Ivan Petrov' },
      { value: 'The Day' },
      { value: '2025-05-05' },
    ])
    expect(doc.text).toBe('They signed.')
  })
  it('that is broken is told of, and the text read all the same', async () => {
    const { doc, problems } = await readAs('a.md', '---\ntitle: [A note\n---\nThey signed.')
    expect([doc.text, problems.map((p) => p.code)]).toEqual(['They signed.', ['front-matter-broken']])
  })
  it('is no rule across the page, and pollutes nothing', async () => {
    expect((await readAs('a.md', '---\n\nThey signed.')).doc.text).toBe('They signed.')
    await readAs('a.md', '---\n__proto__: polluted\nconstructor: x\n---\nThey signed.')
    expect(Object.prototype).not.toHaveProperty('polluted')
  })
})

describe('hostile Markdown', () => {
  it.each([
    ['brackets', '['.repeat(50_000)],
    ['emphasis', 'a**b'.repeat(20_000)],
    ['quotations', `${'>'.repeat(20_000)} a`],
    ['nested lists', Array.from({ length: 500 }, (_, i) => `${' '.repeat(i * 2)}- a`).join('\n')],
    ['back-ticks', Array.from({ length: 600 }, (_, i) => `a${'`'.repeat(i)}`).join('')],
    ['links', '![[]('.repeat(20_000)],
    ['table', `${'|a'.repeat(5000)}\n${'|-'.repeat(5000)}\n${'|a\n'.repeat(300)}`],
    ['aliases', `---\na: &a [x,x]\nb: &b [*a,*a]\nc: [*b,*b]\n---\nThey signed.`],
  ])('of %s is read soon', async (_, source) => {
    const began = performance.now()
    expect(await codeOf(readAs('a.md', `They signed.\n\n${source}`))).toBe('none')
    expect(performance.now() - began).toBeLessThan(8000)
  })
  it('is read as plain text where it would take too long, with a problem', async () => {
    const { doc, problems } = await readAs(
      'a.md',
      `---\ntitle: A note\n---\nThey *signed*.\n\n${'a**b'.repeat(20_000)}`,
    )
    expect(doc.text.startsWith('They *signed*.')).toBe(true)
    expect(doc.title).toMatchObject({ value: 'A note' })
    expect(problems.map((p) => p.code)).toEqual(['read-as-plain-text'])
  })
})
