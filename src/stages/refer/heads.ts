import type { Span } from '../../model/index.ts'
import { trimmed } from '../../text/index.ts'
import type { EntryDate } from './dates.ts'
import { authors, BODY, hasInitial, holdsBody, isBody, isPeople, withoutRoles } from './people.ts'
import { quotedTitle, segments } from './segments.ts'
import { BACKWARDS } from './shortforms.ts'

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
  const within = { start: 0, end: year?.index ?? end }
  const stretch = withoutRoles(lead.slice(0, within.end))
  const listed = isPeople(stretch) || isBody(stretch) || /;|\s(?:and|&|et|und|y|и)\s|^\S+,/u.test(stretch)
  return authors(lead, listed ? within : { start: 0, end: `${stretch}, `.indexOf(', ') })
}

/** "Keller, A. (2020, May 4). Title.", "Keller, Anna. 2020. Title.", "Body (n.d.) Title": a year after names. Not "Report (2020) on …", "Ann Bo, Title, 2020". */
const dated: Shape = (lead, dates) => {
  const m = DATED.exec(lead)
  if (m === null) return null
  const names = withoutRoles(m[1]!)
  const [at] = m.indices![2]!
  const year = dates.find((d) => d.start >= at - 1 && d.start <= at)
  const bracketed = lead[at - 1] === '('
  if ((year === undefined && !/^n/iu.test(m[2]!)) || (!bracketed && segments(names, 0).length > 1)) return null
  const alone = bracketed && /^\p{Lu}[\p{L}’'-]+$/u.test(names)
  if (!isPeople(names) && !isBody(names) && !alone) return null
  const [title] = segments(lead, Math.max(m[0].length, year?.end ?? 0))
  return title === undefined ? null : work(lead, authors(lead, { start: 0, end: at }), title, dates)
}
const DATED =
  /^([^“"«(]{2,300}?(?:\s\((?:eds?|ред)[^()]{0,8}\))?)(?:\.?\s?\(|\.\s|,\s(?=\d{4}[a-z]?\.\s)|(?<=\p{L})\s(?=\d{4}\.))((?:1[5-9]|20)\d\d|n\. ?d\.)[a-z]?(?:,\s[^()]{1,20})?\)?[.,:]?\s+(?=\S)/diu

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
  if (title === undefined || !/\p{L}{2}\P{L}+\p{L}|\p{L}{4}/u.test(lead.slice(title.start, title.end))) return null
  return work(lead, authors(lead, { start: 0, end }), title, dates)
}

const NAME =
  "\\p{Lu}[\\p{L}’'.-]*(?:\\s(?:(?:van|von|de|der|den|del|da|dos|la|bin|ibn|al|el)\\s)?\\p{Lu}[\\p{L}’'.-]*){1,4}"
const SENDER = /^([^,]{3,80}?),?\s(?:(?:letter\s|telegram\s)?to\s|interview(?:ed)?\s(?:by|with)\s)[^,]{2,80},/u

/** "Anna Keller to the Ministry, Rome, 4 May 1949, …", "Anna Keller, interview by …,": a paper without a title, by its sender. */
const letter: Shape = (lead, dates) => {
  const m = SENDER.exec(lead)
  if (m === null || !(isPeople(m[1]!) || isBody(m[1]!)) || !dates.some((d) => d.value.length === 10)) return null
  return { author: [{ start: 0, end: m[1]!.length }], title: null, after: m[0].length, quoted: true }
}

const NAMES_AND_TITLE = new RegExp(
  `^(?:(${NAME}(?:,\\s${NAME}){0,6},?\\s(?:and|&)\\s${NAME})|(${NAME}))(?:\\set al\\.)?(?:,\\seds?\\.)?,\\s(?=\\S)`,
  'u',
)
/** Where the imprint of a note begins: "(Vienna: Press, 2011)", ", Vienna: Press, 2011", or ", Vienna, 4 May 2011" after a title with small words. */
const IMPRINTS: readonly RegExp[] = [
  /\s\((?:[^()]{0,120},?\s)?(?:1[5-9]|20)\d\d\)/u,
  /,\s\p{Lu}[\p{L}’'-]*(?:[\s-]\p{Lu}[\p{L}’'-]*){0,2}:\s\p{Lu}[^,;]{1,60},\s(?:1[5-9]|20)\d\d/u,
  /(?<=,\s\p{Lu}[^,.]*\s\p{Ll}[^,.]*),\s\p{Lu}[\p{L}’'-]*(?:[\s-]\p{Lu}[\p{L}’'-]*){0,2},\s(?:\d{1,2}\s\p{Lu}\p{L}+\s)?(?:1[5-9]|20)\d\d/u,
]

/** "Anna Keller and Bo Stone, Title (Vienna: Press, 2011), 45": a note with its imprint after commas or in brackets. Not "Title of a Work (2011)". */
const note: Shape = (lead, dates) => {
  const imprint = IMPRINTS.map((i) => i.exec(lead)).find((m) => m !== null && m.index > 8)
  if (imprint === undefined || imprint === null) return null
  const before = lead.slice(0, imprint.index)
  const people = NAMES_AND_TITLE.exec(before)
  const names = people?.[1] ?? people?.[2] ?? null
  const body = bodyBefore(before)
  const author = body ?? (names !== null && isPeople(names) && !holdsBody(names) ? names : null)
  if (author === null) return null
  const start = author === body ? author.length + 2 : people![0].length
  const title = withoutAdditions(lead, trimmed(lead, { start, end: imprint.index }))
  const one = title.end - title.start >= 4 && segments(lead.slice(title.start, title.end), 0).length === 1
  return !one ? null : work(lead, authors(lead, { start: 0, end: author.length }), title, dates)
}

/** The body that an entry begins with, before a comma and a title: the longest such beginning. */
function bodyBefore(text: string): string | null {
  for (let at = text.lastIndexOf(', ', LONGEST_NAME); at > 0; at = text.lastIndexOf(', ', at - 1)) {
    const [before, after] = [text.slice(0, at), text.slice(at + 2)]
    if (isBody(before) && !holdsBody(firstPiece(after)) && words(after) >= 2 && !/^(?:no|vol|art)s?\./u.test(after))
      return before
  }
  return DOCUMENT.exec(text)?.[1] ?? null
}

const LONGEST_NAME = 160

const firstPiece = (text: string): string => (/^[^,]*/u.exec(text)?.[0] ?? '').replace(/\s\p{Ll}.*$/u, '')

/** "Sultan of the Coast, Letter to …", "DP World, Annual report …": a large name before a kind of document. */
const DOCUMENT =
  /^(\p{Lu}[\p{L}’'-]*(?:\s(?:of|the|for|and|de|du|\p{Lu}[\p{L}’'-]*)){0,8}),\s(?:(?:Annual|Quarterly|Final|Interim|Press|Joint|First|Second|Third|Special|Open)\s)?(?:[Rr]eport|[Ss]tatement|[Ll]etter|[Ss]peech|[Nn]ote|[Nn]otice|[Rr]esolution|[Dd]ecree|[Dd]écret|[Cc]ommuniqu[eé]|[Mm]inutes|[Cc]ircular|[Dd]irective|[Oo]rder|[Bb]ulletin|[Yy]earbook|[Rr]emarks|[Gg]uidelines|[Rr]elease|[Hh]andbook|[Mm]emorandum|[Dd]ecision)(?!\p{L})/u

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
  const body = bodyBefore(withoutDates(lead, first, dates))
  if (body === null && second !== undefined && isAuthor(lead, opening, second, dates))
    return work(lead, authors(lead, first), second, dates)
  const comma = opening.indexOf(', ')
  const person = comma > 0 && hasInitial(opening.slice(0, comma)) && words(opening.slice(comma)) >= 2
  const length = body?.length ?? (person ? comma : 0)
  if (length === 0) return work(lead, [], first, dates)
  const title = { start: first.start + length + 2, end: first.end }
  return work(lead, authors(lead, { start: first.start, end: first.start + length }), title, dates)
}

/** Whether the first sentence of an entry names who wrote the second. */
function isAuthor(lead: string, opening: string, second: Span, dates: readonly EntryDate[]): boolean {
  const title = withoutDates(lead, second, dates)
  if (/^[\p{Script=Han}\p{Script=Hangul}\p{Script=Katakana}]/u.test(opening))
    return (
      (isPeople(opening) || /^\S{2,12}$/u.test(opening)) &&
      (title.match(/\p{L}/gu)?.length ?? 0) > 4 &&
      !BODY.test(title)
    )
  if (isBody(opening)) return words(title) >= 2
  return isPeople(withoutRoles(opening)) && (words(title) >= 3 || opening.includes(','))
}

/** "Keller, Anna: Title. …", "Anna Keller: Title. In: …": a colon after names, as in German lists. Not "Vienna: the talks go on". */
const colon: Shape = (lead, dates) => {
  const m = /^([^:.“"«(]{4,120}(?:\p{Lu}\.[^:.“"«(]{0,60}){0,4}):\s(?=\p{Lu}|[“„«"])/u.exec(lead)
  if (m === null || !isPeople(withoutRoles(m[1]!)) || !(/^[\p{L}’'-]+,\s/u.test(m[1]!) || /\.\sIn:\s/u.test(lead)))
    return null
  const [title] = segments(lead, m[0].length)
  return title === undefined ? null : work(lead, authors(lead, { start: 0, end: m[1]!.length }), title, dates)
}

/** "Ibid., p. 4", "Marku, op. cit., p. 140": what points back has no title of its own. */
const backwards: Shape = (lead) => {
  const m = BACKWARDS.exec(lead)
  if (m === null) return null
  const author = m[1] === undefined ? [] : authors(lead, { start: 0, end: m[1].length })
  return { author, title: null, after: lead.length, quoted: false }
}

const SHAPES: readonly Shape[] = [backwards, quoted, dated, marked, letter, inverted, note, colon, byStops]

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
  /,\s(?:pp?|paras?|arts?|articles?|annex|chap(?:ter)?|vol|sections?|box|note)\.?\s[\dIVX–-]+(?!.*\p{Ll}{4}).*$/iu,
  /\s\/[^/\s][^/]{0,38}\/$/u,
  /\s*\([^()]*$/u,
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
  const date = dates.find(
    (d) =>
      d.start > span.start + 8 && d.end <= span.end + 1 && isSetOff(lead, span, d) && before(lead, span, d) !== null,
  )
  const cut = date === undefined ? null : before(lead, span, date)
  if (date === undefined || cut === null) return withoutOutlet(lead, span, false)
  if (dates.some((d) => d.start > span.end && d.value.length >= date.value.length)) return span
  const place = /,\s(\p{Lu}[\p{L}’'-]*(?:[\s-]\p{Lu}[\p{L}’'-]*){0,2})$/u.exec(cut)
  const placed = place !== null && place.index > 8
  return withoutOutlet(lead, { start: span.start, end: span.start + (placed ? place.index : cut.length) }, placed)
}

/** Whether a date is followed by a mark or ends the stretch. */
const isSetOff = (lead: string, span: Span, d: EntryDate): boolean =>
  d.end >= span.end - 3 || /^\)?[,;]/u.test(lead.slice(d.end, d.end + 2))

/** What stands before a date without the comma, bracket or preposition that sets it off; null when nothing does ("the war of 2014"). */
function before(lead: string, span: Span, date: EntryDate): string | null {
  const whole = lead.slice(span.start, date.start)
  const bare = whole.replace(/(?:[\s,(]|\s(?:от|from|of|on)\s|\d{1,2}\s?[–-])+$/u, '')
  return bare.length < whole.length && /[,(]|\s(?:от|on)\s/u.test(whole.slice(bare.length)) ? bare : null
}

/** A title without who published it after the last comma: a body, or before a place any short name. "Summary of results, Ministry of Unification". */
function withoutOutlet(lead: string, span: Span, placed: boolean): Span {
  const text = lead.slice(span.start, span.end)
  const comma = text.lastIndexOf(', ')
  const name = text.slice(comma + 2)
  const outlet =
    (isBody(name) && /^\p{Lu}/u.test(name)) || (placed && /^\p{Lu}\p{L}+(?:\s\p{Lu}\p{L}+){1,2}$/u.test(name))
  return comma > 12 && outlet && words(text.slice(0, comma)) >= 3 && /\s\p{Ll}/u.test(text.slice(0, comma))
    ? { start: span.start, end: span.start + comma }
    : span
}
