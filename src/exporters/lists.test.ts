import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Reference, ReferenceField } from '../model/index.ts'
import { type CslItem, cslItem, dateOf, edtfOf, nameOf } from './csl.ts'
import { type ListFormat, listFormats } from './lists.ts'

const field = (value: string | null): ReferenceField | null =>
  value === null ? null : { value, span: { start: 0, end: value.length } }

const reference = (
  given: Partial<Record<keyof Reference['fields'], string>>,
  author: readonly string[] = [],
): Reference => {
  const names = [
    'title',
    'container-title',
    'publisher',
    'publisher-place',
    'issued',
    'accessed',
    'URL',
    'archive',
    'page',
  ] as const
  const fields = Object.fromEntries(names.map((n) => [n, field(given[n] ?? null)])) as unknown as Reference['fields']
  return {
    id: 'rA1',
    number: 3,
    span: { start: 0, end: 1 },
    fields: { ...fields, author: author.map((a) => field(a)!) },
    language: 'en',
  }
}

const formats = Object.keys(listFormats) as ListFormat[]
const back = async (format: ListFormat, items: readonly CslItem[]) =>
  listFormats[format].read(listFormats[format].write(items))

describe('a reference as CSL-JSON', () => {
  it('keeps every field under its name', () => {
    const entry = reference(
      {
        title: 'Salt and silver',
        'container-title': 'Journal of River Trade',
        issued: '2019-05',
        accessed: '2020-06-09',
        URL: 'https://example.org/a',
        archive: 'https://web.archive.org/web/2020/https://example.org/a',
        page: '14-29',
      },
      ['Keller, A. M.', 'World Bank'],
    )
    expect(cslItem(entry)).toEqual({
      id: 'rA1',
      type: 'article-journal',
      'citation-number': '3',
      author: [{ family: 'Keller', given: 'A. M.' }, { literal: 'World Bank' }],
      title: 'Salt and silver',
      'container-title': 'Journal of River Trade',
      issued: { 'date-parts': [[2019, 5]] },
      accessed: { 'date-parts': [[2020, 6, 9]] },
      URL: 'https://example.org/a',
      archive: 'https://web.archive.org/web/2020/https://example.org/a',
      page: '14–29',
      language: 'en',
    })
  })

  it.each([
    ['article-newspaper', { 'container-title': 'Haaretz', issued: '2005-09-01' }],
    ['article-journal', { 'container-title': 'Rivers', issued: '2005' }],
    ['webpage', { publisher: 'ANSA', URL: 'https://example.org' }],
    ['book', { publisher: 'Danube Press', 'publisher-place': 'Vienna', issued: '2015' }],
    ['document', { title: 'Joint communiqué', 'publisher-place': 'Andermatt', issued: '2005-08-31' }],
  ])('is a %s by what it prints', (type, fields) => {
    expect(cslItem(reference(fields)).type).toBe(type)
  })

  it.each([
    ['Keller, A. M.', { family: 'Keller', given: 'A. M.' }],
    ['van der Berg, Jan-Willem', { family: 'van der Berg', given: 'Jan-Willem' }],
    ['A. M. Keller', { family: 'Keller', given: 'A. M.' }],
    ['P. van Dyke', { family: 'van Dyke', given: 'P.' }],
    ['Anna Maria Keller', { literal: 'Anna Maria Keller' }],
    ['Ministry of Transport, Port Division', { literal: 'Ministry of Transport, Port Division' }],
    ['한지원', { literal: '한지원' }],
  ])('parts the name “%s” only where the print tells', (printed, name) => {
    expect(nameOf(printed)).toEqual(name)
  })

  it('gives dates back as EDTF, intervals too; words are no date', () => {
    for (const date of ['2019', '2019-05', '2019-05-03', '2019/2020', '0987-01'])
      expect(edtfOf(dateOf(date))).toBe(date)
    expect(dateOf('198X')).toEqual({ literal: '198X' })
    expect(edtfOf(dateOf('198X'))).toBeNull()
  })
})

/** Items as they come from lists: any writing, any marks, dates of every precision. */
const word = fc.constantFrom(
  'Salt',
  'of',
  '50%',
  'A&B',
  '{x}',
  '#1',
  '$5',
  'a_b',
  '~',
  '^',
  '\\end',
  '“q”',
  '«ц»',
  'Пост',
  '한지원',
  '锦州港',
  'É',
  '—',
  '"',
  "d'Or",
  '<i>',
  '2:',
)
const phrase = fc.array(word, { minLength: 1, maxLength: 5 }).map((w) => w.join(' '))
const date = fc.constantFrom('2019', '2019-05', '2019-05-03', '2019/2020').map(dateOf)
const optional = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined, freq: 4 })
const name = fc
  .constantFrom(
    'Keller, A. M.',
    'World Bank',
    'Marchand-Duval, Étienne',
    '한지원',
    'Ministry of X, Y and Z',
    'van Dyke, P.',
  )
  .map(nameOf)
const url = fc.constantFrom('https://e.org/a_b?x=1&y=%20#~z', 'https://пример.рф/а')
const items = fc
  .array(
    fc.record({
      type: fc.constantFrom('article-journal', 'article-newspaper', 'webpage', 'book', 'document', 'chapter', 'report'),
      'citation-number': optional(fc.constantFrom('1', '27')),
      author: optional(fc.array(name, { minLength: 1, maxLength: 3 })),
      title: optional(phrase),
      'container-title': optional(phrase),
      publisher: optional(phrase),
      'publisher-place': optional(phrase),
      issued: optional(date),
      accessed: optional(fc.constantFrom('2020-01-02').map(dateOf)),
      URL: optional(url),
      archive: optional(fc.constant('https://web.archive.org/web/2020/https://e.org/a_b')),
      page: optional(fc.constantFrom('3', '14–29', 'R4–R7')),
      language: optional(fc.constantFrom('en', 'ru', 'ko')),
    }),
    { minLength: 1, maxLength: 4 },
  )
  .map((all) => all.map((one, i) => JSON.parse(JSON.stringify({ id: `r${i}`, ...one })) as CslItem))

/** BibTeX has no field for an entry's number, and its reader writes other letters in addresses by their codes. */
function inBibtex({ 'citation-number': _, ...item }: CslItem): CslItem {
  return item.URL === undefined ? item : { ...item, URL: encodeURI(item.URL).replaceAll('%25', '%') }
}

describe.each(formats)('%s', (format) => {
  it('gives back what was written', async () => {
    await fc.assert(
      fc.asyncProperty(items, async (all) => {
        const kept = format === 'bibtex' ? all.map(inBibtex) : all
        expect(await back(format, all)).toEqual(kept)
      }),
      { numRuns: 300 },
    )
  })

  it.each(['', 'hello', 'https://example.org/list.bib', '[{"title": 3}]', '@article{a, title = {x'])(
    'refuses “%s”',
    async (text) => {
      await expect(async () => listFormats[format].read(text)).rejects.toMatchObject({ code: 'list-broken' })
    },
  )

  it('is not broken by lines in a value', async () => {
    const [item] = await back(format, [
      { id: 'r1', type: 'document', title: 'One\r\nER  - \r\nTY  - BOOK', language: 'en' },
    ])
    expect(item!.title!.replace(/\s+/gu, ' ')).toBe('One ER - TY - BOOK')
  })
})

describe('lists of other programs', () => {
  it('are read from CSL-JSON: numbers as text, text as numbers, names in more parts, keys that are not ours', () => {
    const read = listFormats.csl.read(
      JSON.stringify([
        {
          id: 7,
          type: 'book',
          title: 'Salt',
          volume: 3,
          author: [{ family: 'Berg', given: 'Jan', 'non-dropping-particle': 'van der' }, { family: 'Unesco' }],
          issued: { 'date-parts': [['2019', '5']] },
          accessed: { raw: '2020-01-02' },
        },
      ]),
    )
    expect(read).toEqual([
      {
        id: '7',
        type: 'book',
        author: [{ family: 'van der Berg', given: 'Jan' }, { literal: 'Unesco' }],
        title: 'Salt',
        issued: { 'date-parts': [[2019, 5]] },
        accessed: { 'date-parts': [[2020, 1, 2]] },
      },
    ])
  })

  it('are read from RIS: old tags, lines that go on, dates without strokes', () => {
    const read = listFormats.ris.read(
      '\ufeffTY  - EJOUR\nA1  - Keller, A.\nAU  - World Bank\nT1  - Salt and\n  silver\nJO  - Rivers\nPY  - 2019\nSP  - 3-9\nKW  - salt\nER  -\n\nTY  - XXXX\nTI  - T\nDA  - 2019-05-03\n',
    )
    expect(read).toEqual([
      {
        id: '1',
        type: 'article-journal',
        author: [{ family: 'Keller', given: 'A.' }, { literal: 'World Bank' }],
        title: 'Salt and silver',
        'container-title': 'Rivers',
        issued: { 'date-parts': [[2019]] },
        page: '3–9',
      },
      { id: '2', type: 'document', title: 'T', issued: { 'date-parts': [[2019, 5, 3]] } },
    ])
  })

  it('are read from BibTeX: strings, accents, months by name, biblatex’s names of fields', async () => {
    const read = await listFormats.bibtex.read(String.raw`
      @string{jrt = "River \& Road"}
      @article{k19, author = {{\'E}tienne Marchand-Duval and Keller, A.}, title = {The {NATO} of Salt}, journal = jrt, year = 2019, month = may}
      @comment{not this}
      @online{m, title = {Пост}, date = {2019-05-03}, organization = {Интерфакс}, urldate = {2020-01-02}, url = {https://e.org/a_b}}`)
    expect(read).toEqual([
      {
        id: 'k19',
        type: 'article-journal',
        author: [
          { family: 'Marchand-Duval', given: 'Étienne' },
          { family: 'Keller', given: 'A.' },
        ],
        title: 'The NATO of Salt',
        'container-title': 'River & Road',
        issued: { 'date-parts': [[2019, 5]] },
      },
      {
        id: 'm',
        type: 'webpage',
        title: 'Пост',
        publisher: 'Интерфакс',
        issued: { 'date-parts': [[2019, 5, 3]] },
        accessed: { 'date-parts': [[2020, 1, 2]] },
        URL: 'https://e.org/a_b',
      },
    ])
  })
})
