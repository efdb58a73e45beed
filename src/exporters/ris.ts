import { brokenList, type CslDate, type CslItem, type CslName, compact, edtfOf, oneLine, pagesOf } from './csl.ts'

/** Types of entries; of several with one CSL type the first is written. */
const TYPES: readonly (readonly [string, string])[] = [
  ['JOUR', 'article-journal'],
  ['NEWS', 'article-newspaper'],
  ['ELEC', 'webpage'],
  ['BOOK', 'book'],
  ['GEN', 'document'],
  ['CHAP', 'chapter'],
  ['RPRT', 'report'],
  ['MGZN', 'article-magazine'],
  ['BLOG', 'post-weblog'],
  ['THES', 'thesis'],
  ['CONF', 'paper-conference'],
  ['LEGAL', 'legislation'],
  ['EJOUR', 'article-journal'],
  ['EBOOK', 'book'],
  ['ICOMM', 'webpage'],
]

/** Tags of one value with the item's key; of several with one key the first is written, and all are read. */
const TAGS: readonly (readonly [
  string,
  'id' | 'title' | 'container-title' | 'publisher' | 'publisher-place' | 'URL' | 'language' | 'citation-number',
])[] = [
  ['ID', 'id'],
  ['TI', 'title'],
  ['T2', 'container-title'],
  ['PB', 'publisher'],
  ['CY', 'publisher-place'],
  ['UR', 'URL'],
  ['LA', 'language'],
  ['C1', 'citation-number'],
  ['T1', 'title'],
  ['JO', 'container-title'],
  ['JF', 'container-title'],
  ['BT', 'container-title'],
  ['PP', 'publisher-place'],
  ['LK', 'URL'],
]

const ARCHIVED = 'Archived: '

/** Items in the RIS format, with CRLF as its lines end. Names and titles are written as they are, in UTF-8. */
export const writeRis = (items: readonly CslItem[]): string => items.map(record).join('\r\n')

function record(item: CslItem): string {
  const pages = item.page?.split('–') ?? []
  const once = TAGS.filter(([tag, key]) => TAGS.find(([, k]) => k === key)![0] === tag)
  const lines: [string, string | undefined][] = [
    ['TY', TYPES.find(([, type]) => type === item.type)?.[0] ?? 'GEN'],
    ...(item.author ?? []).map((name): [string, string] => [
      'AU',
      'literal' in name ? whole(name.literal) : `${name.family}, ${name.given}`,
    ]),
    ...once.map(([tag, key]): [string, string | undefined] => [tag, item[key]]),
    ['PY', yearOf(item.issued)],
    ['DA', dateLine(item.issued)],
    ['Y2', dateLine(item.accessed)],
    ['SP', pages[0]],
    ['EP', pages.slice(1).join('–') || undefined],
    ['N1', item.archive === undefined ? undefined : ARCHIVED + item.archive],
  ]
  const written = lines.flatMap(([tag, value]) => (value === undefined ? [] : [`${tag}  - ${oneLine(value)}\r\n`]))
  return `${written.join('')}ER  - \r\n`
}

/** A body's name with a comma would be taken for a family name: a comma at its end, as RIS knows it for names of one part, keeps it whole. */
const whole = (name: string): string => (name.includes(', ') ? `${name},` : name)

const yearOf = (date: CslDate | undefined): string | undefined =>
  date === undefined ? undefined : (edtfOf(date)?.slice(0, 4) ?? undefined)

/** "2019/05/03/", "2019///"; an interval or words after the third stroke, where RIS keeps what is no date. */
function dateLine(date: CslDate | undefined): string | undefined {
  if (date === undefined) return undefined
  const edtf = edtfOf(date)
  if (edtf === null) return `///${'literal' in date ? date.literal : ''}`
  if (edtf.includes('/')) return `///${edtf}`
  const [year, month = '', day = ''] = edtf.split('-')
  return `${year}/${month}/${day}/`
}

/** Reads RIS as programs write it: tags in any order, lines that go on, LF or CRLF. Throws `list-broken` when it holds no record. */
export function readRis(text: string): CslItem[] {
  const items: CslItem[] = []
  let open: (readonly [string, string])[] | null = null
  for (const line of text.replace(/^\ufeff/u, '').split(/\r?\n|\r/u)) {
    const m = /^([A-Z][A-Z0-9])\s{1,2}-(?:\s(.*))?$/u.exec(line)
    const value = m?.[2]?.trim() ?? ''
    if (m === null) {
      const last = open?.at(-1)
      if (last !== undefined && line.trim() !== '') open![open!.length - 1] = [last[0], `${last[1]} ${line.trim()}`]
    } else if (m[1] === 'TY') open = [['TY', value]]
    else if (m[1] === 'ER') {
      if (open !== null) items.push(item(open, items.length + 1))
      open = null
    } else open?.push([m[1]!, value])
  }
  if (open !== null) items.push(item(open, items.length + 1))
  if (items.length === 0) throw brokenList('RIS', 'no line begins with “TY  -”')
  return items
}

function item(lines: readonly (readonly [string, string])[], place: number): CslItem {
  const first = (...tags: string[]): string | undefined =>
    tags.map((t) => lines.find(([tag]) => tag === t)?.[1]).find((v) => v)
  const keyed = (key: string): string | undefined => first(...TAGS.filter(([, k]) => k === key).map(([tag]) => tag))
  const authors = lines
    .filter(([tag, value]) => (tag === 'AU' || tag === 'A1') && value !== '')
    .map(([, value]) => readName(value))
  const note = lines.find(([tag, value]) => tag === 'N1' && value.startsWith(ARCHIVED))?.[1]
  const pages = [first('SP'), first('EP')].filter((p) => p !== undefined)
  return compact({
    ...(Object.fromEntries(TAGS.map(([, key]) => [key, keyed(key)])) as Record<
      (typeof TAGS)[number][1],
      string | undefined
    >),
    id: keyed('id') ?? String(place),
    type: TYPES.find(([ris]) => ris === first('TY'))?.[1] ?? 'document',
    author: authors.length === 0 ? undefined : authors,
    issued: readDate(first('DA', 'PY', 'Y1')),
    accessed: readDate(first('Y2')),
    archive: note?.slice(ARCHIVED.length),
    page: pages.length === 0 ? undefined : pagesOf(pages.join('–')),
  })
}

function readName(value: string): CslName {
  if (value.endsWith(',')) return { literal: value.slice(0, -1) }
  const [family, given] = value.split(/,\s*/u)
  return given === undefined || given === '' ? { literal: value } : { family: family!, given }
}

function readDate(value: string | undefined): CslDate | undefined {
  if (value === undefined || value === '') return undefined
  const [year, month, day, ...rest] = value.split(/[/-]/u)
  const other = rest.join('/')
  if (year === '' && value.startsWith('///')) return interval(value.slice(3))
  const parts = [year, month, day].map((p) => (p?.trim() ? Number(p) : null))
  const known = parts.slice(0, parts.indexOf(null) < 0 ? 3 : parts.indexOf(null)) as number[]
  return known.length === 0 || known.some(Number.isNaN) ? { literal: other || value } : { 'date-parts': [known] }
}

function interval(value: string): CslDate {
  const ends = value.split('/').map((end) => (/^\d{4}(?:-\d{2}){0,2}$/u.test(end) ? end.split('-').map(Number) : null))
  return ends.length !== 2 || ends.includes(null) ? { literal: value } : { 'date-parts': ends as number[][] }
}
