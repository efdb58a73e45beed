import type { Span } from '../../model/index.ts'
import { trimmed } from '../../text/index.ts'
import type { EntryDate } from './dates.ts'
import { authors, BODY, hasInitial, isBody, isPeople, withoutRoles } from './people.ts'
import { quotedTitle, segments } from './segments.ts'

/** How an entry begins: who wrote it, its title, and where the rest (outlet, publisher, place) goes on. `quoted`: a part of a larger work. */
export interface Head {
  readonly author: readonly Span[]
  readonly title: Span | null
  readonly after: number
  readonly quoted: boolean
}

type Shape = (lead: string, dates: readonly EntryDate[]) => Head | null

/** Author and title by the first construction that the entry shows. */
export function headOf(lead: string, dates: readonly EntryDate[]): Head {
  for (const shape of SHAPES) {
    const head = shape(lead, dates)
    if (head !== null) return head
  }
  return { author: [], title: null, after: 0, quoted: false }
}

const work = (lead: string, author: readonly Span[], title: Span, dates: readonly EntryDate[]): Head => {
  const tidied = tidy(lead, title, dates)
  return { author, title: tidied, after: tidied.end, quoted: false }
}

/** "Anna Keller, “Title,” …": what stands before a title in quotation marks is its author. */
const quoted: Shape = (lead) => {
  const found = quotedTitle(lead)
  if (found === null) return null
  const before = authorsBefore(lead, found.before)
  return { author: before, title: found.title, after: found.after, quoted: true }
}

/** Names before a title; a year between them and the title is none. */
function authorsBefore(lead: string, end: number): Span[] {
  const year = /(?<=[\s,.(])(?:\d{4}[a-z]?(?:,\s[^()]{1,20})?|n\. ?d\.|forthcoming)\)?[.,:]?\s*$/iu.exec(
    lead.slice(0, end),
  )
  return authors(lead, { start: 0, end: year?.index ?? end })
}

/** "Keller, A. (2020, May 4). Title.", "Keller, Anna. 2020. Title.", "Body (n.d.) Title": a year after names. Not "Report (2020) on …". */
const dated: Shape = (lead, dates) => {
  const m =
    /^([^“"«(]{2,300}?(?:\s\((?:eds?|ред)[^()]{0,8}\))?)[\s,.]\s?\(?((?:1[5-9]|20)\d\d|n\. ?d\.)[a-z]?(?:,\s[^()]{1,20})?\)?[.,:]?\s+(?=\S)/iu.exec(
      lead,
    )
  if (m === null) return null
  const names = withoutRoles(m[1]!)
  const year = dates.find((d) => d.start >= m[1]!.length && d.start <= m[1]!.length + 3)
  if (year === undefined && !/^n/iu.test(m[2]!)) return null
  const alone = m[0].includes('(') && /^\p{Lu}[\p{L}’'-]+$/u.test(names)
  if (!isPeople(names) && !isBody(names) && !alone) return null
  const [title] = segments(lead, Math.max(m[0].length, year?.end ?? 0))
  const end = lead.slice(0, m[1]!.length + 4).lastIndexOf(m[2]!.slice(0, 1))
  return title === undefined ? null : work(lead, authorsBefore(lead, Math.max(end, m[1]!.length)), title, dates)
}

/** "王芳, 李强. 题名[J]. …": Chinese names, a title and the letter of its kind in brackets (GB/T 7714). */
const marked: Shape = (lead, dates) => {
  const m = /^([^.[\]]{2,80})\.\s?([^[\]]{2,200})\[[A-Z]{1,2}(?:\/[A-Z]{2})?\]/u.exec(lead)
  if (m === null) return null
  const start = m[0].indexOf(m[2]!, m[1]!.length)
  return work(lead, authors(lead, { start: 0, end: m[1]!.length }), { start, end: start + m[2]!.length }, dates)
}

const INVERTED =
  /(?:(?:[Vv]an|[Vv]on|[Dd]e|[Dd]er|[Dd]en|[Dd]el|la)\s){0,3}\p{Lu}[\p{L}’'-]+(?:,?\s(?:\p{Lu}\.[\s-]?){1,3}|\s(?!UN\b|EU\b|US\b|UK\b|AU\b)\p{Lu}{1,3}(?=[.,;])\.?\s?)(?:,?\s?(?:and|&|и)\s|[;,]\s?)?/uy

/** "Keller, A. M., Stone, B. Title.", "Зиновьев Г. В. Title.", "Keller AM, Stone B. Title.": surnames with initials. Not "NATO, EU. …". */
const inverted: Shape = (lead, dates) => {
  let end = 0
  for (INVERTED.lastIndex = 0; INVERTED.test(lead); ) end = INVERTED.lastIndex
  if (end === 0) return null
  const roles = /^[\s,]*(?:et al\.|и др\.|editors?\.|eds?\.|\(eds?\.\))\s*/u.exec(lead.slice(end))?.[0].length ?? 0
  const [title] = segments(lead, end + roles)
  if (title === undefined || !/\p{L}{2}\P{L}+\p{L}/u.test(lead.slice(title.start, title.end))) return null
  return work(lead, authors(lead, { start: 0, end }), title, dates)
}

const NAME =
  "\\p{Lu}[\\p{L}’'.-]*(?:\\s(?:(?:van|von|de|der|den|del|da|dos|la|bin|ibn|al|el)\\s)?\\p{Lu}[\\p{L}’'.-]*){1,4}"
const SENDER = new RegExp(
  `^(${NAME}),?\\s(?:(?:letter\\s|telegram\\s)?to\\s(?:the\\s)?\\p{Lu}|interview(?:ed)?\\s(?:by|with)\\s)[^,]{1,80},`,
  'u',
)

/** "Anna Keller to the Ministry, Rome, 4 May 1949, …", "Anna Keller, interview by …,": a paper without a title, by its sender. */
const letter: Shape = (lead) => {
  const m = SENDER.exec(lead)
  if (m === null || !isPeople(m[1]!)) return null
  return { author: [{ start: 0, end: m[1]!.length }], title: null, after: m[0].length, quoted: true }
}

const NAMES_AND_TITLE = new RegExp(
  `^(?:(${NAME}(?:,\\s${NAME}){0,6},?\\s(?:and|&)\\s${NAME})|(${NAME}))(?:\\set al\\.)?(?:,\\seds?\\.)?,\\s(?=\\S)`,
  'u',
)
const IMPRINT_BRACKET = /\s\((?:[^()]{0,120},?\s)?(?:1[5-9]|20)\d\d\)/gu

/** "Anna Keller and Bo Stone, Title (Vienna: Press, 2011), 45": a note with its imprint in brackets. Not "Title of a Work (2011)". */
const note: Shape = (lead) => {
  const bracket = [...lead.matchAll(IMPRINT_BRACKET)].find((m) => m.index > 8)
  if (bracket === undefined) return null
  const before = lead.slice(0, bracket.index)
  const people = NAMES_AND_TITLE.exec(before)
  const names = people?.[1] ?? people?.[2] ?? null
  const comma = before.indexOf(', ')
  const body = comma > 0 && isBody(before.slice(0, comma)) ? before.slice(0, comma) : null
  const author = names !== null && isPeople(names) && !BODY.test(names) ? names : body
  if (author === null) return null
  const start = author === body ? comma + 2 : people![0].length
  const title = withoutAdditions(lead, trimmed(lead, { start, end: bracket.index }))
  if (title.end - title.start < 4) return null
  return { author: authors(lead, { start: 0, end: author.length }), title, after: title.end, quoted: false }
}

/** A title in a note ends where its editor, translator or edition begins: "Title, trans. Alice Brandt, 2nd ed." */
function withoutAdditions(lead: string, span: Span): Span {
  const m = /,\s(?:eds?\.|edited\sby|trans\.|translated\sby|vols?\.\s\d|\d+(?:st|nd|rd|th)\sed)/u.exec(
    lead.slice(span.start, span.end),
  )
  return m === null ? span : { start: span.start, end: span.start + m.index }
}

/** "Author. Title. …", "Body, Title, date", or a title first. */
const byStops: Shape = (lead, dates) => {
  const [first, second] = segments(lead, 0)
  if (first === undefined) return null
  const opening = lead.slice(first.start, first.end)
  const comma = opening.indexOf(', ')
  const [before, after] = [opening.slice(0, comma), opening.slice(comma + 2)]
  const parted =
    comma > 0 && words(after) >= 2 && !BODY.test(after) && (isBody(before) || hasInitial(before)) && !isPeople(after)
  const named = isPeople(withoutRoles(opening)) || isBody(opening)
  if (second !== undefined && named && !(parted && isBody(before)) && words(withoutDates(lead, second, dates)) >= 3)
    return work(lead, authors(lead, first), second, dates)
  if (second !== undefined && isPeople(withoutRoles(opening)) && /,/u.test(opening))
    return work(lead, authors(lead, first), second, dates)
  if (parted || (comma > 0 && isBody(before) && words(after) >= 2 && !named))
    return work(
      lead,
      authors(lead, { start: first.start, end: first.start + comma }),
      { start: first.start + comma + 2, end: first.end },
      dates,
    )
  return work(lead, [], first, dates)
}

const SHAPES: readonly Shape[] = [quoted, dated, marked, letter, note, inverted, byStops]

const words = (text: string): number => (text.match(/\p{L}[\p{L}’'-]*/gu) ?? []).length

const blanked = (text: string, span: Span): string =>
  text.slice(0, span.start) + ' '.repeat(span.end - span.start) + text.slice(span.end)

const withoutDates = (lead: string, span: Span, dates: readonly EntryDate[]): string =>
  dates
    .reduce((text, d) => (d.start >= span.start && d.end <= span.end ? blanked(text, d) : text), lead)
    .slice(span.start, span.end)

/** What stands at a title's end and is not of it: kinds and editions in brackets, who answers for it, an agency in strokes, the kind of a thesis. */
const TAILS: readonly RegExp[] = [
  /\s*\[[^[\]]{0,80}\]$/u,
  /\s*\((?:\d+(?:st|nd|rd|th)\sedn?\b|rev\.|publication|report\sno|policy|working\spaper|vol)[^()]{0,60}\)$/iu,
  /\s\/\s\p{Lu}.*$/u,
  /\s\/[^/\s][^/]{0,38}\/$/u,
  /\s:\s(?:автореф\.\s?)?дис$/u,
  /,\s(?:signed|done|adopted|concluded)\s(?:at|in)\s\p{Lu}[^,]{0,40}$/u,
  /,?\s(?:signed|done|adopted|concluded)$/u,
]

/** A title without its tail, and without the place and date that follow it after commas: "…, New York, 26 September 2024". */
function tidy(lead: string, span: Span, dates: readonly EntryDate[]): Span {
  const bare = withoutTails(lead, trimmed(lead, span))
  return withoutTails(lead, withoutPlaceAndDate(lead, bare, dates))
}

function withoutTails(lead: string, span: Span): Span {
  let text = lead.slice(span.start, span.end)
  for (let before = ''; before !== text; ) {
    before = text
    for (const tail of TAILS) {
      const at = text.search(tail)
      if (at > 3) text = text.slice(0, at)
    }
  }
  return { start: span.start, end: span.start + text.length }
}

function withoutPlaceAndDate(lead: string, span: Span, dates: readonly EntryDate[]): Span {
  const date = dates.find((d) => d.end >= span.end - 3 && d.end <= span.end + 1 && d.start > span.start + 8)
  if (date === undefined || dates.some((d) => d.start > span.end && d.value.length >= date.value.length)) return span
  const before = lead.slice(span.start, date.start)
  const bare = before.replace(/(?:[\s,(]|\s(?:от|from|of|on)\s)+$/u, '')
  if (bare.length === before.length || !/[,(]|\s(?:от|on)\s/u.test(before.slice(bare.length))) return span
  const place = /,\s(\p{Lu}[\p{L}’'-]*(?:\s\p{Lu}[\p{L}’'-]*){0,2})$/u.exec(bare)
  return { start: span.start, end: span.start + (place !== null && place.index > 8 ? place.index : bare.length) }
}
