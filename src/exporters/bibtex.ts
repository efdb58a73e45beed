import {
  brokenList,
  type CslDate,
  type CslItem,
  type CslName,
  compact,
  dateOf,
  edtfOf,
  nameOfParts,
  oneLine,
  pagesOf,
} from './csl.ts'

/** Entry types; what is not here is `misc`. A newspaper's article is told from a journal's by `entrysubtype`, as biblatex has it. */
const TYPES: Readonly<Record<string, string>> = {
  'article-journal': 'article',
  'article-newspaper': 'article',
  'article-magazine': 'article',
  webpage: 'online',
  book: 'book',
  chapter: 'incollection',
  report: 'report',
  thesis: 'thesis',
}

const ARCHIVED = 'Archived: '

/**
 * Items as BibTeX in UTF-8: the old names of fields, which biblatex takes too, and beside them `urldate` and `language`, which BibTeX passes over.
 * The entry's number has no field: a style numbers entries itself.
 */
export const writeBibtex = (items: readonly CslItem[]): string => items.map(entry).join('\n')

function entry(item: CslItem): string {
  const within = TYPES[item.type] === 'incollection' ? 'booktitle' : 'journal'
  const issued =
    item.issued === undefined ? null : (edtfOf(item.issued) ?? ('literal' in item.issued ? item.issued.literal : null))
  const [year, month, day] = issued === null || issued.includes('/') ? [] : issued.split('-')
  const fields: readonly (readonly [string, string | null | undefined])[] = [
    ['author', item.author?.map(name).join(' and ')],
    ['title', braced(item.title)],
    [within, escaped(item['container-title'])],
    ['entrysubtype', item.type === 'article-newspaper' ? 'newspaper' : null],
    ['publisher', escaped(item.publisher)],
    ['address', escaped(item['publisher-place'])],
    ...(year === undefined ? [['date', escaped(issued ?? undefined)] as const] : []),
    ['year', year],
    ['month', month === undefined ? null : String(Number(month))],
    ['day', day === undefined ? null : String(Number(day))],
    ['pages', escaped(item.page)?.replaceAll('–', '--')],
    ['url', address(item.URL)],
    ['urldate', item.accessed === undefined ? null : edtfOf(item.accessed)],
    ['note', item.archive === undefined ? null : `${ARCHIVED}\\url{${address(item.archive)}}`],
    ['language', item.language],
  ]
  const lines = fields.flatMap(([field, value]) =>
    value == null || value === '' ? [] : [`  ${field} = {${value}},\n`],
  )
  return `@${TYPES[item.type] ?? 'misc'}{${item.id.replace(/[^\w:.-]/gu, '')},\n${lines.join('')}}\n`
}

const SPECIAL: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '{': '\\{',
  '}': '\\}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
}

/** Text with what LaTeX would take for commands escaped; every other character stays. */
function escaped(text: string | undefined): string | undefined {
  return text === undefined ? undefined : oneLine(text).replace(/[\\{}~^&%$#_]/gu, (c) => SPECIAL[c] ?? `\\${c}`)
}

/** A title in its own braces, so that no style changes its capitals. */
const braced = (text: string | undefined): string | undefined => (text === undefined ? undefined : `{${escaped(text)}}`)

const name = (n: CslName): string =>
  'literal' in n ? `{${escaped(n.literal)}}` : `${escaped(n.family)}, ${escaped(n.given)}`

/** An address without what would end its field: braces, spaces and backslashes by their codes. */
const address = (url: string | undefined): string | undefined =>
  url?.replace(/[{}\\\s]/gu, (c) => `%${c.codePointAt(0)!.toString(16).toUpperCase().padStart(2, '0')}`)

/** Reads BibTeX and biblatex, LaTeX's commands turned into characters. Throws `list-broken`. */
export async function readBibtex(text: string): Promise<CslItem[]> {
  const { plugins } = await import('@citation-js/core')
  await import('@citation-js/plugin-bibtex')
  plugins.config.get('@bibtex').parse.sentenceCase = 'never'
  let read: readonly Read[]
  try {
    // The type is forced: of its own the library would take an address for something to fetch.
    read = plugins.input.chain(text, { forceType: '@biblatex/text', generateGraph: false }) as readonly Read[]
  } catch (error) {
    throw brokenList('BibTeX', error instanceof Error ? error.message : String(error))
  }
  if (read.length === 0) throw brokenList('BibTeX', 'no entry begins with “@”')
  return read.map(item)
}

/** What the library makes of an entry. */
interface Read extends Readonly<Record<string, unknown>> {
  readonly author?: readonly Readonly<Record<string, string>>[]
}

function item(read: Read, place: number): CslItem {
  const text = (key: string): string | undefined => (read[key] === undefined ? undefined : oneLine(String(read[key])))
  const date = (key: string): CslDate | undefined => {
    const value = read[key] as { 'date-parts'?: number[][]; raw?: string } | undefined
    if (value?.['date-parts'] !== undefined) return { 'date-parts': value['date-parts'] }
    return value?.raw === undefined ? undefined : dateOf(value.raw)
  }
  const note = text('note')
  return compact({
    id: text('id') ?? String(place + 1),
    type: read.genre === 'newspaper' ? 'article-newspaper' : String(read.type ?? 'document'),
    'citation-number': undefined,
    author: read.author?.map(nameOfParts),
    title: text('title'),
    'container-title': text('container-title'),
    publisher: text('publisher'),
    'publisher-place': text('publisher-place'),
    issued: date('issued'),
    accessed: date('accessed'),
    URL: text('URL'),
    archive: note?.startsWith(ARCHIVED) ? note.slice(ARCHIVED.length) : undefined,
    page: text('page') === undefined ? undefined : pagesOf(text('page')!),
    language: text('language'),
  })
}
