import type { EvidenceKind, Marker, Reference, Span } from '../../model/index.ts'
import type { ActorOntology } from '../../pipeline/index.ts'
import { edtf, isDate, overlaps } from '../../text/index.ts'
import { entryDates } from '../refer/dates.ts'
import { dateTraits, isLink, type Trait, withoutDates, wordTraits } from './prose.ts'
import { HOMES, stateTraits } from './statenames.ts'
import { DATE_SHOWN, SHOWN } from './weights.ts'
import { wordsOf } from './words.ts'

/** A trait of an entry: what it counts as, how often a right marker's setting shows it, and which traits say the same together. */
export interface EntryTrait extends Trait {
  readonly kind: EvidenceKind
  readonly shown: number
  readonly group: string
}

/** An entry as it is compared. `issued` is when it was published (EDTF), the finest date known. */
export interface EntryTraits {
  readonly reference: Reference
  readonly traits: readonly EntryTrait[]
  readonly issued: string | null
  readonly issuedSpan: Span | null
}

/** The traits of every entry; "ibid." has those of the entry meant as well, and a link only those of its address. */
export function entriesTraits(
  text: string,
  references: readonly Reference[],
  markers: readonly Marker[],
  actors: ActorOntology,
): EntryTraits[] {
  const own = references.map((reference) =>
    isLink(reference, markers)
      ? { reference, traits: addressTraits(text, reference, new Set()), issued: null, issuedSpan: null }
      : entryTraits(text, reference, actors),
  )
  const byId = new Map(own.map((e) => [e.reference.id, e]))
  return own.map((entry) => {
    const meant = byId.get(entry.reference.meant ?? '')
    return meant === undefined ? entry : { ...entry, traits: [...entry.traits, ...meant.traits] }
  })
}

/** What can be compared of an entry: the words of its fields, its dates, its address, its language. */
function entryTraits(text: string, reference: Reference, actors: ActorOntology): EntryTraits {
  const { fields } = reference
  const hidden = [fields.accessed?.span, ...addressSpans(text, reference.span)].filter((s) => s !== undefined)
  const content = withoutLabel(text, reference)
  const visible = (trait: Trait): boolean => !hidden.some((s) => overlaps(s, trait.span))
  const titled = fields.title !== null && isTitleCase(text, fields.title.span)
  const dated = datesOf(text, reference, content, visible)
  const words = withoutDates(wordTraits(text, content, actors), dated).filter(visible)
  const states = stateTraits(text, reference, actors)
  const named = [...words, ...states].flatMap((trait) => placed(text, trait, reference, titled) ?? [])
  const address = addressTraits(text, reference, new Set(named.map((t) => t.key)))
  const homes = (HOMES.get(reference.language) ?? []).map(
    (code): EntryTrait => ({
      key: `a:${code}`,
      span: content,
      kind: 'language',
      shown: SHOWN.language,
      group: 'language',
    }),
  )
  return {
    reference,
    traits: [...named, ...dated, ...address, ...homes],
    issued: fields.issued?.value ?? null,
    issuedSpan: fields.issued?.span ?? null,
  }
}

const ADDRESS = /\b(?:https?:\/\/|www\.)[^\s<>“”"]+|\bdoi:\s?\S+/giu

const addressSpans = (text: string, { start, end }: Span): Span[] =>
  [...text.slice(start, end).matchAll(ADDRESS)].map((m) => ({
    start: start + m.index,
    end: start + m.index + m[0].length,
  }))

function withoutLabel(text: string, { span, number }: Reference): Span {
  if (number === null) return span
  const label = /^[\s[(]*[\d⁰¹²³⁴-⁹]+[\])}.:]*\s*/u.exec(text.slice(span.start, span.end))?.[0].length ?? 0
  return { start: span.start + label, end: span.end }
}

/** Whether a title writes its chief words large, so that capitals tell no names. */
function isTitleCase(text: string, title: Span): boolean {
  const words = wordsOf(text, title).filter((w) => !w.figure)
  return words.length > 0 && words.filter((w) => w.capital).length > words.length * 0.85
}

const within = (span: Span, field: { readonly span: Span } | null): boolean =>
  field !== null && field.span.start <= span.start && span.end <= field.span.end

/** What a word of an entry counts as, by the field that it stands in. Names count as such only where the text writes them large too. */
function placed(text: string, trait: Trait, { fields }: Reference, titled: boolean): EntryTrait | null {
  const { span } = trait
  const large = trait.key.startsWith('c:')
  if (trait.key.startsWith('k:')) return foreign(text, trait, fields)
  const as = (kind: EvidenceKind, group: string): EntryTrait => ({ ...trait, kind, shown: SHOWN[kind], group })
  const author = fields.author.findIndex((a) => within(span, a))
  if (author >= 0) return large ? as('speaker-or-author', `author${author}`) : null
  if (within(span, fields['container-title'])) return large ? null : as('outlet', 'container')
  if (within(span, fields.publisher)) return large ? null : as('body', 'publisher')
  if (trait.key.startsWith('b:')) return as('quotation', trait.key)
  if (trait.key.startsWith('a:')) return as('names', trait.key)
  const name = /^\p{Lu}/u.test(text.slice(span.start, span.end)) && !titled && fields.title?.span.start !== span.start
  if (large) return name ? as('names', trait.key.slice(2)) : null
  return name
    ? { ...as('title-words', trait.key.slice(2)), shown: SHOWN['title-words'] / 2 }
    : as('title-words', trait.key)
}

/** A name in Cyrillic by its root; Latin ones are compared in full, and the first word of a title is no name. */
function foreign(text: string, trait: Trait, { author: authors, title }: Reference['fields']): EntryTrait | null {
  const { span } = trait
  if (!/^\p{Script=Cyrillic}/u.test(text.slice(span.start, span.end)) || title?.span.start === span.start) return null
  const author = authors.findIndex((a) => within(span, a))
  const kind = author < 0 ? 'names' : 'speaker-or-author'
  return { ...trait, kind, shown: SHOWN[kind] * 0.8, group: author < 0 ? trait.key : `author${author}` }
}

/** An entry's date: one by the year alone meets every date of that year, a finer one the year where the text gives no more. */
const dated = (value: string, span: Span, group: string, share = 1): EntryTrait[] =>
  [...dateTraits(value, span), { key: `${value.length > 4 ? 'y' : 'Y'}:${value.slice(0, 4)}`, span }]
    .filter((t) => value.length === 4 || !t.key.startsWith('Y:'))
    .map((t) => ({ ...t, kind: 'date' as const, shown: DATE_SHOWN[t.key[0]!]! * share, group }))

function datesOf(text: string, { fields }: Reference, content: Span, visible: (t: Trait) => boolean): EntryTrait[] {
  const issued = fields.issued === null ? [] : dated(fields.issued.value, fields.issued.span, 'issued')
  const others = entryDates(text.slice(content.start, content.end))
    .map(({ value, start, end }) => ({ value, span: { start: content.start + start, end: content.start + end } }))
    .filter(({ value, span }) => value !== fields.issued?.value && visible({ key: '', span }))
    .flatMap(({ value, span }) => dated(value, span, `date ${value}`))
  return [...issued, ...others]
}

const PLAIN_LABEL =
  /^(?:example|www|web|en|com|org|net|int|gov|edu|co|ac|info|html?|php|pdf|index|news|article|articles|press|docs?|document|documents|files?|view|page|[a-z]{2})$/u

/** Words and dates of an address: its host's names ("kcna"), the words of its path and the dates in it ("/2019/05/", "301024"). */
function addressTraits(text: string, { fields }: Reference, known: ReadonlySet<string>): EntryTrait[] {
  if (fields.URL === null) return []
  const { span, value } = fields.URL
  const written = text.slice(span.start, span.end) === value
  const at = (index: number, length: number): Span =>
    written ? { start: span.start + index, end: span.start + index + length } : span
  const start = /^(?:https?:\/\/web\.archive\.org\/web\/\d+\*?\/)?(?:https?:\/\/)?/u.exec(value)![0].length
  const path = value.indexOf('/', start) < 0 ? value.length : value.indexOf('/', start)
  const end = /[?#]/u.exec(value.slice(path))?.index ?? value.length
  const words = [...value.slice(start, path + end).matchAll(/\p{L}{3,}/gu)].flatMap((m): EntryTrait[] => {
    const index = start + m.index
    const inHost = index < path
    if (PLAIN_LABEL.test(m[0].toLowerCase()) || (!inHost && (m[0].length < 4 || HASH.test(around(value, index)))))
      return []
    const trait = wordTraits(m[0], { start: 0, end: m[0].length }, none).find((t) => t.key.startsWith('w:'))
    if (trait === undefined || known.has(trait.key)) return []
    const kind = inHost ? 'outlet' : 'address'
    return [
      { key: trait.key, span: at(index, m[0].length), kind, shown: SHOWN[kind], group: inHost ? 'host' : trait.key },
    ]
  })
  const days = slugDates(value.slice(path, path + end))
  return [...words, ...days.flatMap((day) => dated(day, span, 'address date', 0.8))]
}

/** The part of a path that a place stands in. */
function around(path: string, at: number): string {
  const start = path.lastIndexOf('/', at) + 1
  const end = path.indexOf('/', at)
  return path.slice(start, end < 0 ? path.length : end)
}

/** Parts of a path that are a key and no words: "671327b553252807403a3440e35d4028". */
const HASH = /[0-9a-f]{12}/u

const none: ActorOntology = {
  lookup: () => null,
  longest: () => null,
  misspelt: () => null,
  membersOf: () => [],
  isAlliance: () => false,
}

/** The days and months that figures of a path may stand for: "/2019/05/08/", "2019-05", "20190508", "301024" (30 October 2024, or 24 October 2030). */
export function slugDates(path: string): string[] {
  const whole = /(?<!\d)((?:19|20)\d\d)[/_-]?(\d\d)(?:[/_-]?(\d\d))?(?!\d)/u.exec(path)
  if (whole !== null) {
    const [year, month, day] = whole.slice(1).map((x) => (x === undefined ? null : Number(x)))
    return isDate(year!, month!, day ?? 1) ? [edtf(year!, month!, day ?? null)] : []
  }
  const six = /(?<!\d)(\d\d)(\d\d)(\d\d)(?!\d)/u.exec(path)
  if (six === null) return []
  const [a, b, c] = six.slice(1).map(Number) as [number, number, number]
  const readings = [
    [2000 + c, b, a],
    [2000 + a, b, c],
  ] as const
  return readings.filter(([y, m, d]) => y < 2040 && isDate(y, m, d)).map(([y, m, d]) => edtf(y, m, d))
}
