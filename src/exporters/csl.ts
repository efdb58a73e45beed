import { z } from 'zod'
import { DragomanError, type Reference } from '../model/index.ts'

const CslName = z.union([z.object({ family: z.string(), given: z.string() }), z.object({ literal: z.string() })])
export type CslName = z.infer<typeof CslName>

/** One date, or two for an interval: [year], [year, month] or [year, month, day]. What is no such date is kept as `literal`. */
const CslDate = z.union([
  z.object({ 'date-parts': z.array(z.array(z.int()).min(1).max(3)).min(1).max(2) }),
  z.object({ literal: z.string() }),
])
export type CslDate = z.infer<typeof CslDate>

const words = z.string().optional()

/** An entry as CSL-JSON has it, as far as a reference list gives it. Keys are absent, not null: so the format wants it. */
export const CslItem = z.object({
  id: z.string(),
  type: z.string(),
  'citation-number': words,
  author: z.array(CslName).optional(),
  title: words,
  'container-title': words,
  publisher: words,
  'publisher-place': words,
  issued: CslDate.optional(),
  accessed: CslDate.optional(),
  URL: words,
  archive: words,
  page: words,
  language: words,
})
export type CslItem = z.infer<typeof CslItem>

/** An entry of a document's list as CSL-JSON; `id` is the entry's own. */
export function cslItem({ id, number, fields, language }: Reference): CslItem {
  const { author, issued, accessed, page, ...plain } = fields
  return compact({
    id,
    type: typeOf(fields),
    'citation-number': number === null ? undefined : String(number),
    author: author.length === 0 ? undefined : author.map((a) => nameOf(a.value)),
    ...Object.fromEntries(Object.entries(plain).map(([name, field]) => [name, field?.value])),
    issued: issued === null ? undefined : dateOf(issued.value),
    accessed: accessed === null ? undefined : dateOf(accessed.value),
    page: page === null ? undefined : pagesOf(page.value),
    language,
  })
}

/** An item without the keys that have no value, in the order of the schema. */
export const compact = (item: { [K in keyof CslItem]?: CslItem[K] | undefined }): CslItem =>
  Object.fromEntries(
    Object.keys(CslItem.shape).flatMap((key) => {
      const value = item[key as keyof CslItem]
      return value === undefined || value === '' ? [] : [[key, value]]
    }),
  ) as CslItem

/** What an entry is, by what it prints: the first that holds. */
const TYPES: readonly (readonly [string, (fields: Reference['fields']) => boolean])[] = [
  [
    'article-newspaper',
    (f) => f['container-title'] !== null && f.page === null && /^\d{4}-\d{2}-\d{2}$/u.test(f.issued?.value ?? ''),
  ],
  ['article-journal', (f) => f['container-title'] !== null],
  ['webpage', (f) => f.URL !== null],
  ['book', (f) => f.publisher !== null && f['publisher-place'] !== null && /^\d{4}$/u.test(f.issued?.value ?? '')],
]

const typeOf = (fields: Reference['fields']): string => TYPES.find(([, holds]) => holds(fields))?.[0] ?? 'document'

const GIVEN = /^\p{Lu}[\p{L}’'-]*\.?(?:[ -]?\p{Lu}[\p{L}’'-]*\.?){0,3}$/u
const FAMILY =
  /^(?:(?:van|von|de|del|der|den|da|di|la|le|al|el|bin|ter|dos)\s){0,2}\p{Lu}[\p{L}’'-]*(?: \p{Lu}[\p{L}’'-]*)?$/u
const INITIALS_FIRST = /^((?:\p{Lu}\.[ -]?)+) ?((?:\p{Ll}+ ){0,2}\p{Lu}[\p{L}’'-]+)$/u

/**
 * A name in its parts where the print tells which is which: "Keller, A. M.", "A. M. Keller". "Anna Maria Keller", which could be parted in two ways,
 * and "Ministry of Transport, Port Division" stay whole.
 */
export function nameOf(printed: string): CslName {
  const [family, given, more] = printed.split(/,\s+/u)
  if (given !== undefined && more === undefined && FAMILY.test(family!) && GIVEN.test(given))
    return { family: family!, given }
  const initials = INITIALS_FIRST.exec(printed)
  return initials === null ? { literal: printed } : { family: initials[2]!, given: initials[1]!.trim() }
}

/** An EDTF date, or interval of two, as CSL has it. */
export function dateOf(edtf: string): CslDate {
  const ends = edtf.split('/')
  const parts = ends.map((end) => (/^\d{4}(?:-\d{2}){0,2}$/u.test(end) ? end.split('-').map(Number) : null))
  return parts.length > 2 || parts.includes(null) ? { literal: edtf } : { 'date-parts': parts as number[][] }
}

/** A date of CSL as EDTF; null for words. */
export const edtfOf = (date: CslDate): string | null =>
  'literal' in date
    ? null
    : date['date-parts']
        .map(([y, ...rest]) => [String(y).padStart(4, '0'), ...rest.map((n) => String(n).padStart(2, '0'))].join('-'))
        .join('/')

/** "3-9" with the dash that ranges of pages are printed with. */
export const pagesOf = (printed: string): string => printed.replace(/(?<=\p{N})\s?[-‐‑—]+\s?(?=\p{L}{0,2}\p{N})/gu, '–')

/** One line of text, as formats of lines need it. */
export const oneLine = (value: string): string => value.replace(/\s+/gu, ' ').trim()

/** Items as CSL-JSON. */
export const writeCsl = (items: readonly CslItem[]): string => `${JSON.stringify(items, null, 2)}\n`

/** Items as other programs write them: ids and years as either numbers or text, names in more parts, dates as they were typed. */
const Foreign = CslItem.extend({
  id: z.coerce.string(),
  author: z.array(z.record(z.string(), z.unknown()).transform((parts) => nameOfParts(parts))).optional(),
  issued: foreignDate().optional(),
  accessed: foreignDate().optional(),
})

function foreignDate() {
  const parts = z.object({ 'date-parts': z.array(z.array(z.coerce.number().int()).min(1).max(3)).min(1).max(2) })
  const typed = z.object({ raw: z.string() }).transform(({ raw }) => dateOf(raw))
  return z.union([parts, typed, z.object({ literal: z.string() })])
}

/** A name from its parts: of one part it is whole, particles go before the family name, and a capitalised “particle” is a given name. */
export function nameOfParts(parts: Readonly<Record<string, unknown>>): CslName {
  const part = (key: string): string => (typeof parts[key] === 'string' ? oneLine(parts[key]) : '')
  const particle = part('non-dropping-particle') || part('dropping-particle')
  const first = /^\p{Lu}/u.test(particle)
  const family = [first ? '' : particle, part('family'), part('suffix')].filter((p) => p !== '').join(' ')
  const given = [first ? particle : '', part('given')].filter((p) => p !== '').join(' ')
  return given === '' || family === '' ? { literal: part('literal') || family || given } : { family, given }
}

/** Reads CSL-JSON; keys beyond those of an item are left out. Throws `list-broken`. */
export function readCsl(text: string): CslItem[] {
  try {
    return z.array(Foreign).parse(JSON.parse(text)).map(compact)
  } catch (error) {
    throw brokenList('CSL-JSON', error instanceof z.ZodError ? z.prettifyError(error) : String(error))
  }
}

/** Trouble with a list of references in some format. */
export const brokenList = (format: string, why: string): DragomanError =>
  new DragomanError(
    'list-broken',
    `this is no ${format} that can be read (${oneLine(why).slice(0, 200)}); mend it there`,
  )
