import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import { codeOf, readAs, shown } from './fixtures.ts'

const P =
  '<p>The two governments agreed on Monday to reopen the border crossing, which had been closed for three years, a spokeswoman said.</p>'
const MENU = '<nav><ul><li><a href="/">Home</a></li><li><a href="/sport">Sport</a></li></ul></nav>'
const page = (head: string, body: string) =>
  `<!doctype html><html lang="en"><head>${head}</head><body>${MENU}${body}<footer>Imprint and cookies</footer></body></html>`
const values = async (source: string) => {
  const { doc } = await readAs('a.html', source)
  return [doc.title, doc.author, doc.publisher, doc.date].map((f) => (f.kind === 'known' ? f.value : null))
}

describe('the article', () => {
  it('is found among menus, with its title', async () => {
    const { doc } = await readAs(
      'a.html',
      page('', `<article><h1>Border reopens</h1>${P.repeat(6)}</article><aside>Most read: a sports final</aside>`),
    )
    expect(doc.text.startsWith('Border reopens\n\nThe two governments')).toBe(true)
    expect(doc.text).not.toMatch(/Sport|sports|Imprint/u)
    expect(doc.blocks.map((b) => [b.kind, b.level])).toEqual([
      ['heading', 1],
      ...Array.from({ length: 6 }, () => ['paragraph', null]),
    ])
  })
  it.each(['<h2>References</h2><ol>', '<div class="references"><h3>Notes</h3><ol>', '<div class="footnotes"><ol>'])(
    'keeps its reference list, though it is all links: %s',
    async (before) => {
      const entries = [1, 2, 3].map(
        (n) => `<li id="fn${n}"><a href="https://example.org/${n}">[${n}] A. Writer. On treaties. 2020.</a></li>`,
      )
      for (const [inside, after] of [
        [`${before}${entries.join('')}</ol>`, ''],
        ['', `${before}${entries.join('')}</ol>`],
      ]) {
        const blocks = await shown(
          'a.html',
          page('', `<article><h1>Border reopens</h1>${P.repeat(6)}${inside}</article>${after}`),
        )
        expect(blocks.filter(([kind]) => kind === 'reference-list')).toHaveLength(3)
        expect(blocks.filter(([kind]) => kind === 'paragraph')).toHaveLength(6)
      }
    },
  )
  it('is the body when there is too little to find', async () => {
    expect(await shown('a.html', page('', '<p>The talks ended.</p>'))).toEqual([['paragraph', 'The talks ended.']])
  })
  it('is read where a form holds the page, and where breaks part paragraphs', async () => {
    const body = `<form><div>They met on Monday.<br><br>They signed on Tuesday.<br>Nobody spoke.</div></form>`
    expect(await shown('a.html', page('', body))).toEqual([
      ['paragraph', 'They met on Monday.'],
      ['paragraph', 'They signed on Tuesday. Nobody spoke.'],
    ])
  })
  it('runs and shows no scripts, styles, or what is hidden', async () => {
    const body = `<script>globalThis.hacked = 1; document.write('evil')</script><style>p { color: red }</style><p onclick="globalThis.hacked = 2">The talks ended.</p>
      <img src="x" onerror="globalThis.hacked = 3"><div hidden>Secret</div><iframe src="file:///etc/passwd"></iframe><svg><text>Chart</text></svg>`
    const { doc } = await readAs('a.html', page('<script src="https://example.org/x.js"></script>', body))
    expect(doc.text).toBe('The talks ended.')
    expect(globalThis).not.toHaveProperty('hacked')
  })
})

describe('blocks', () => {
  it('are what their elements say', async () => {
    const body = `<h2>What they agreed</h2><ul><li>a bridge</li><li><p>a tunnel</p></li></ul><ol start="3"><li>a road<ol><li>of gravel</li></ol></li><li value="9">a port</li></ol>
      <blockquote><p>We shall not yield.</p></blockquote><table><tr><th>State</th><td>Vote</td></tr></table><pre>First part.\n\nSecond part.</pre>`
    expect(await shown('a.html', page('', body))).toEqual([
      ['heading', 'What they agreed'],
      ['list-item', 'a bridge'],
      ['list-item', 'a tunnel'],
      ['list-item', '3. a road'],
      ['list-item', '1. of gravel'],
      ['list-item', '9. a port'],
      ['block-quotation', 'We shall not yield.'],
      ['table-cell', 'State'],
      ['table-cell', 'Vote'],
      ['paragraph', 'First part.'],
      ['paragraph', 'Second part.'],
    ])
  })
  it('keep raised figures: as markers where they lead to a note, else as printed', async () => {
    const body = `<p>They signed.<sup><a href="#fn1">1</a></sup> It covers 20 km<sup>2</sup> on the 4<sup>th</sup> river.<a href="#n2"><sup>[2]</sup></a></p>
      <ol><li id="fn1">A. Writer. On treaties. <a href="#fnref1">back</a></li><li id="fn2">B. Writer.</li></ol>`
    expect(await shown('a.html', page('', body))).toEqual([
      ['paragraph', 'They signed.[1] It covers 20 km² on the 4th river.[2]'],
      ['reference-list', '[1] A. Writer. On treaties. back'],
      ['reference-list', '[2] B. Writer.'],
    ])
  })
  it('know a reference list by its heading', async () => {
    const body = `<p>They signed [1].</p><h2>References</h2><ol><li>A. Writer. 2020.</li><li>B. Writer. 2021.</li></ol><h2>About us</h2><p>We study rivers.</p>`
    expect((await shown('a.html', page('', body))).map(([kind]) => kind)).toEqual([
      'paragraph',
      'heading',
      'reference-list',
      'reference-list',
      'heading',
      'paragraph',
    ])
  })
})

describe('facts', () => {
  it.each([
    [
      'Open Graph',
      '<meta property="og:title" content="Border reopens | The Day"><meta property="og:site_name" content="The Day"><meta name="author" content="By Jane Doe"><meta property="article:published_time" content="2024-03-05T23:00:00+03:00">',
    ],
    [
      'Dublin Core',
      '<meta name="DC.title" content="Border reopens"><meta name="DC.creator" content="Jane Doe"><meta name="DC.publisher" content="The Day"><meta name="DC.date.issued" content="2024-03-05">',
    ],
    [
      'JSON-LD',
      '<script type="application/ld+json">{"@graph":[{"@type":"NewsArticle","headline":"Border reopens","author":[{"name":"Jane Doe"}],"publisher":{"name":"The Day"},"datePublished":"2024-03-05T08:00:00Z"}]}</script>',
    ],
    [
      'Highwire',
      '<meta name="citation_title" content="Border reopens"><meta name="citation_author" content="Jane Doe"><meta name="citation_publisher" content="The Day"><meta name="citation_publication_date" content="5 March 2024">',
    ],
  ])('come from %s', async (_, head) => {
    expect(await values(page(head, P.repeat(3)))).toEqual(['Border reopens', 'Jane Doe', 'The Day', '2024-03-05'])
  })
  it('come from what the page shows', async () => {
    const body = `<article><h1>Border reopens</h1><span class="byline">By Jane Doe</span><time datetime="2024-03-05T08:00">Tuesday</time>${P.repeat(3)}</article><time datetime="2026-01-01">now</time>`
    expect(await values(page('<title>Site</title>', body))).toEqual(['Border reopens', 'Jane Doe', null, '2024-03-05'])
  })
  it('are unknown rather than guessed', async () => {
    const body = `<div><time datetime="2024-01-01">a</time><time datetime="2025-01-01">b</time></div>${P.repeat(3)}`
    expect(
      await values(
        page(
          '<meta property="article:author" content="https://social.example/jane"><script type="application/ld+json">{broken</script>',
          body,
        ),
      ),
    ).toEqual([null, null, null, null])
    const { doc } = await readAs('a.html', page('<meta name="date" content="soon">', P))
    expect(doc.date).toEqual({ kind: 'unknown', reason: 'meta date says “soon”, which is no date; give --date' })
  })
})

describe('encoding and language', () => {
  it.each([
    ['<meta charset="koi8-r">', 'koi8-r'],
    ['<meta http-equiv="Content-Type" content="text/html; charset=windows-1251">', 'windows-1251'],
  ])('are declared by %s', async (head, encoding) => {
    const { doc, problems } = await readAs(
      'a.html',
      iconv.encode(page(head, '<p>Стороны подписали договор.</p>'), encoding),
    )
    expect([doc.text, doc.origin.encoding, doc.language, problems]).toEqual([
      'Стороны подписали договор.',
      encoding,
      'ru',
      [],
    ])
  })
  it('may be declared in XML', async () => {
    const source =
      '<?xml version="1.0" encoding="ISO-8859-5"?><html><body><p>Стороны подписали договор.</p></body></html>'
    expect((await readAs('a.xhtml', iconv.encode(source, 'iso-8859-5'))).doc.text).toBe('Стороны подписали договор.')
  })
  it('follows the words where the page’s template says another language', async () => {
    const { doc } = await readAs('a.html', page('', P.repeat(3)).replace('lang="en"', 'lang="ko"'))
    expect(doc.language).toBe('en')
  })
})

describe('hostile pages', () => {
  it.each([
    ['deep nesting', `${'<div>'.repeat(20_000)}The end.`],
    ['many links', '<a href=x>b</a>'.repeat(50_000)],
    ['open brackets', `The end.${'<'.repeat(100_000)}`],
    ['open comments', `The end.${'<!--'.repeat(100_000)}`],
    ['attributes', `<p ${'a=b '.repeat(100_000)}>The end.</p>`],
    ['entities', `The end.${'&amp'.repeat(100_000)}`],
    ['blanks', `The end.${' '.repeat(1_000_000)}<br>${' \n'.repeat(300_000)}.`],
  ])('of %s are read or refused soon', async (_, body) => {
    const began = performance.now()
    expect(await codeOf(readAs('a.html', `<html><body>${body}`))).toMatch(/^(?:none|too-large)$/u)
    expect(performance.now() - began).toBeLessThan(8000)
  })
  it('lose no text to their depth', async () => {
    expect((await readAs('a.html', `<html><body>${'<div>'.repeat(3000)}The end.`)).doc.text).toBe('The end.')
  })
})
