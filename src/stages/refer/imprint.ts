import type { Span } from '../../model/index.ts'
import { trimmed } from '../../text/index.ts'
import type { EntryDate } from './dates.ts'
import type { Head } from './heads.ts'
import { BODY } from './people.ts'
import { segments } from './segments.ts'

/** Where a work came out: in what, by whom, in which place. */
export interface Imprint {
  readonly container: Span | null
  readonly publisher: Span | null
  readonly place: Span | null
}

const AGENCIES = new Set(
  'KCNA TASS ТАСС Reuters AFP AP Xinhua Yonhap Interfax Интерфакс Anadolu Armenpress Azertag APA Tanjug EFE ANSA DPA Kyodo IRNA SANA Ukrinform Belta SUNA WAM SPA PTI ANI'.split(
    ' ',
  ),
)
const PERSON = "\\p{Lu}[\\p{L}’'.-]*(?:\\s(?:and\\s|&\\s|и\\s)?\\p{Lu}[\\p{L}’'.-]*){0,8}"
const PERSONS = "\\p{Lu}[\\p{L}’'.-]*(?:,?\\s(?:and\\s|&\\s|и\\s)?\\p{Lu}[\\p{L}’'.-]*){0,12}"

/** What stands among outlet and publisher and is neither; `edited` kinds tell that a collection is meant. */
const NOISE: readonly RegExp[] = [
  /\((?:\d+(?:st|nd|rd|th)\sed|rev)[^()]{0,40}\)|(?:—\s)?\b\d+(?:st|nd|rd|th|-е)\s(?:edn?|изд)\b\.?,?/giu,
  new RegExp(
    `\\b(?:eds?|trans)\\.\\s${PERSON}|\\b(?:[Ee]dited|[Tt]ranslated|[Cc]onducted)\\sby\\s${PERSON}|\\binterview\\s(?:by|with)\\s${PERSON}`,
    'gu',
  ),
  new RegExp(`(?<=\\b[Ii]n:?\\s)${PERSONS}(?:\\s\\([Ee]ds?\\.?\\)|,\\s(?:editors?|eds?)\\b)[.,]?`, 'gu'),
  /(?<!\/)\/\s(?:под\sред|отв\.\sред|сост)[^—]*(?=\s—)|(?<!\/)\/\s\p{Lu}[^—/]{0,80}(?=\s—)/gu,
  /\[(?:press release|online|internet|podcast|video|map|speech|electronic resource|электронный ресурс|сайт|[A-Z]{1,2}(?:\/[A-Z]{2})?)\]/giu,
  /\((?:blog|podcast|video|online|spring|summer|autumn|fall|winter)\)/giu,
  /\b(?:Spring|Summer|Autumn|Fall|Winter)(?=\s\d{4})/gu,
  /\b(?:press\s(?:release|note)|news\srelease|report|fact\ssheet)(?=[,.]\s)/giu,
  /\b(?:PhD|Ph\.D\.|doctoral|master[’']s|M\.?[AS]\.?)\s(?:diss(?:ertation|\.)|thesis),?|\bdept\.?\s[^,]{2,40},/giu,
  /\b(?:working\spaper|policy\s(?:briefing|paper|brief)|tech(?:nical)?\.?\srep(?:ort|\.)?|briefing|telegram|publication\sno\.?|art(?:icle)?\.?\sno\.?)\s\d+[.,]?/giu,
  /\(?\b(?:vol|no|nos|iss|nr|para|paras|art|chap|sec|box|file|folder)\.?\s[\dA-Z][\d–-]*\b/giu,
  /(?<!\p{L})(?:[Тт]|[Вв]ып|[Чч]|[Кк]н|№)\.?\s?\d+(?:\s?\(\d+\))?|(?<!\p{L})\d+\s?(?:с\.|p\.|pp\.|стр)/gu,
  /(?<!\p{L})(?:канд|докт|ист|полит|юрид|наук)\.?(?=\s|$)/gu,
  /제?\d+[권호]/gu,
]
const EDITED = /\bedited\sby\b|\beds?\.\s\p{Lu}|\((?:eds?)\.?\)|,\seditors?\b|под\sред/iu

const PLACE =
  "(?:\\p{Lu}[\\p{L}’'-]*(?:[\\s-]\\p{Lu}[\\p{L}’'-]*){0,2}|\\p{Lu}\\p{Ll}{0,2}\\.|[\\p{Script=Han}\\p{Script=Hangul}]{2,6})"
/** "Vienna: Danube Press", "New York, NY, USA: House", "М.: Дом", "北京: 出版社", at a beginning or after a mark. Not "Eastern Europe: problems". */
const HOUSE = new RegExp(
  `(?<=^[\\s,.;:()—–-]*|[.;,(—–\\]?]\\s{0,120})(${PLACE}(?:(?:,\\s|\\sand\\s|\\set\\s)${PLACE}){0,2})\\s?:\\s((?:\\p{Lu}|\\p{Lo})(?:[^,;()[\\].]|\\.(?!\\s|$)){1,80})`,
  'u',
)
const SIGNED = new RegExp(`\\b(?:signed|done|adopted|concluded)\\s(?:at|in)\\s(${PLACE})`, 'u')
/** Nouns of official acts, which are dated from a place: "Joint communiqué. Tianjin, 31 August 2025". */
const ACT =
  /(?<!\p{L})(?:treaty|declaration|resolution|communiqu[eé]|agreement|protocol|memorandum|convention|charter|notice|decision|decree|joint\s(?:statement|press\srelease)|road\smap|minutes)(?!\p{L})|декларация|договор|соглашение|протокол|резолюция|заявление|коммюнике|указ/iu

const blank = (text: string, start: number, end: number): string =>
  text.slice(0, start) + ' '.repeat(end - start) + text.slice(end)
const without = (text: string, pattern: RegExp): string => text.replace(pattern, (m) => ' '.repeat(m.length))

/** Container, publisher and place among what follows an entry's title. `page` tells that the work is a part of another. */
export function imprintOf(lead: string, head: Head, dates: readonly EntryDate[], page: Span | null): Imprint {
  const edited = EDITED.test(lead.slice(head.after))
  let text = ' '.repeat(head.after) + lead.slice(head.after)
  text = NOISE.reduce(without, text)
  if (page !== null && page.start >= head.after) text = blank(text, page.start, page.end)
  const strokes = /\/([^/\d\s][^/\d]{1,40})\/|\((\p{Lu}[\p{Lu}\p{L}]{1,20})\)/u.exec(text)
  const agency = strokes === null ? null : spanOf(strokes, strokes[1] ?? strokes[2]!)
  if (strokes !== null) text = blank(text, strokes.index, strokes.index + strokes[0].length)
  const house = HOUSE.exec(text)
  if (house !== null) text = blank(text, house.index, house.index + house[0].length)
  const signed = SIGNED.exec(text)
  const pieces = piecesOf(text, head.after, dates)
  const known: Imprint = {
    container: null,
    publisher: house === null ? agency : trimmed(lead, spanOf(house, house[2]!)),
    place: house === null ? (signed === null ? null : spanOf(signed, signed[1]!)) : spanOf(house, house[1]!),
  }
  const facts = { ...context(lead, head, dates, page), edited, house: house !== null, strokes: agency !== null }
  return pieces.reduce((found, piece, i) => place(text, facts, found, piece, pieces[i + 1] ?? null), known)
}

const spanOf = (m: RegExpExecArray, part: string): Span => {
  const start = m.index + m[0].lastIndexOf(part)
  return { start, end: start + part.length }
}

/** A name among what follows the title. */
interface Piece extends Span {
  /** "in" or "//" stands before: what follows holds the work. */
  readonly within: boolean
  /** A date follows at once; `full` with month. */
  readonly dated: 'no' | 'year' | 'full'
  /** Nothing follows in its sentence. */
  readonly last: boolean
  /** The piece before it in its sentence, or null where it begins one. */
  readonly after: Span | null
  readonly dash: boolean
}

function piecesOf(text: string, from: number, dates: readonly EntryDate[]): Piece[] {
  return segments(text, from).flatMap((segment) => {
    const parts = commaParts(text, segment)
    let before: Span | null = null
    return parts.flatMap((part, i): Piece[] => {
      const bare = bareName(text, part, dates)
      if (bare === null) return []
      const gap = text.slice(part.start, bare.start)
      const lead = text.slice(Math.max(0, part.start - 6), bare.start)
      const next = dates.find((d) => d.start >= bare.end && /^[\s,.;(—–]*$/u.test(text.slice(bare.end, d.start)))
      const piece: Piece = {
        ...bare,
        within: /(?:^|[\s,.])[Ii]n:?\s+$|\/\/\s*$|在/u.test(lead) || /^[Ii]n\b/u.test(gap),
        dated: next === undefined ? 'no' : next.value.length > 4 ? 'full' : 'year',
        last: i === parts.length - 1,
        after: before,
        dash: /[—–]\s*$/u.test(lead),
      }
      before = bare
      return [piece]
    })
  })
}

interface Facts {
  readonly quoted: boolean
  /** Only a year is given, no page, no address: a book. */
  readonly book: boolean
  readonly byBody: boolean
  readonly act: boolean
  readonly edited: boolean
  readonly house: boolean
  readonly strokes: boolean
  readonly letter: boolean
}

function context(lead: string, head: Head, dates: readonly EntryDate[], page: Span | null) {
  const author = head.author[0]
  const told = dates.filter((d) => head.title === null || d.start < head.title.start || d.start >= head.title.end)
  const numbers = /\b(?:vol|no)\.\s?\d|\d\s?\(\d|№|;\s?\d+[:(]|,\s\d+,/u.test(lead.slice(head.after))
  return {
    quoted: head.quoted,
    letter: head.title === null,
    book: !head.quoted && page === null && !numbers && told.every((d) => d.value.length === 4) && told.length > 0,
    byBody: author !== undefined && BODY.test(lead.slice(author.start, author.end)),
    act: ACT.test(lead.slice(0, head.after)),
  }
}

/** Puts a piece in the first place that its form and its neighbours allow. */
function place(text: string, facts: Facts, found: Imprint, piece: Piece, next: Piece | null): Imprint {
  const name = text.slice(piece.start, piece.end)
  const span = { start: piece.start, end: piece.end }
  const title = /^[\p{Lu}\p{Lo}„“"«]|^\d+\s\p{Lu}|^[a-z]\p{Lu}/u.test(name)
  const issuer = AGENCIES.has(name) || BODY.test(name)
  const town = isTown(name)
  if (!title && !issuer) return found
  if (AGENCIES.has(name) && found.publisher === null) return { ...found, publisher: span }
  if (piece.within && found.container === null) return { ...found, container: span }
  if (issuer && !isJournal(name, piece, facts)) return found.publisher === null ? { ...found, publisher: span } : found
  const named = found.container !== null || found.publisher !== null
  const closing = piece.dated !== 'no' || piece.last || (next !== null && isTown(text.slice(next.start, next.end)))
  if (town && piece.after !== null && named && closing && !facts.house && !(facts.edited && found.publisher === null))
    return { ...found, place: found.place === null ? span : joined(text, found.place, span) }
  if (town && facts.letter && piece.dated === 'full') return found.place === null ? { ...found, place: span } : found
  if (isIssuer(text, facts, piece, next) && !named) return { ...found, publisher: span }
  if (
    town &&
    found.container === null &&
    (!named || facts.strokes) &&
    found.place === null &&
    isFromPlace(text, facts, piece, next)
  )
    return { ...found, place: span }
  if (town && found.place !== null && !named && piece.after === found.place)
    return { ...found, place: joined(text, found.place, span) }
  if (facts.edited && found.container !== null && found.publisher === null) return { ...found, publisher: span }
  if (facts.book && !facts.house && !piece.within && found.publisher === null) return { ...found, publisher: span }
  if (facts.house && !facts.quoted && !piece.within && !facts.edited) return found
  if (name.split(/\s+/u).length > 10) return found
  if (found.container === null) return { ...found, container: span }
  return found
}

/** "Aarhus, Denmark" is one place. */
const joined = (text: string, a: Span, b: Span): Span =>
  /^[\s,]*$/u.test(text.slice(a.end, b.start)) ? { start: a.start, end: b.end } : a

/** One to three large words: a name that can be a town's. */
const isTown = (name: string): boolean =>
  /^\p{Lu}[\p{L}’'-]*\.?(?:[\s-]\p{Lu}[\p{L}’'-]*){0,2}$/u.test(name) &&
  !/^(?:The|Radio|TV)\s/u.test(name) &&
  !AGENCIES.has(name)

/** A town right after the title, before the date: of what a body published, of an act, or set off by a dash. Not "Why the pass matters. Haaretz, 1 May 2005". */
function isFromPlace(text: string, facts: Facts, piece: Piece, next: Piece | null): boolean {
  const closed =
    piece.dated !== 'no' || (next !== null && next.dated !== 'no' && isTown(text.slice(next.start, next.end)))
  if (!closed) return false
  return (
    facts.byBody || facts.act || piece.dash || (!facts.quoted && piece.after === null && startsWithComma(text, piece))
  )
}

/** "Title, Lima, 4 May 2009": a comma alone parts the title from the town. */
const startsWithComma = (text: string, piece: Span): boolean => /^ *, $/u.test(text.slice(0, piece.start))

/** "Foreign Policy Institute Review", "Council of Europe Papers" in which a page is given. */
const isJournal = (name: string, piece: Piece, facts: Facts): boolean =>
  facts.quoted &&
  piece.after === null &&
  /\b(?:Journal|Review|Papers?|Quarterly|Notes|Bulletin|Blog|Studies|Affairs|Letters|Gazette|Times|News|Forum|Observer|Observatory)\b/u.test(
    name,
  ) &&
  !/^(?:Cent(?:re|er)|Institute|Council|School|Department|Office|Ministry)\b/u.test(name)

/** "State House, Abuja." after a dated title: who issued it, and where. */
const isIssuer = (text: string, facts: Facts, piece: Piece, next: Piece | null): boolean =>
  !facts.quoted &&
  piece.after === null &&
  piece.dated === 'no' &&
  next !== null &&
  next.after !== null &&
  next.last &&
  next.dated === 'no' &&
  isTown(text.slice(next.start, next.end)) &&
  / /u.test(text.slice(piece.start, piece.end))

/** Broadcasters with a figure in their name: "France 24", "Channel 4". */
const CHANNEL = /^[\s,.]*\p{Lu}\p{L}+ \d{1,2}[\s,.]*$/u

/** A part without its dates, volume, issue and pages; null when no name is left. */
function bareName(lead: string, part: Span, dates: readonly EntryDate[]): Span | null {
  let { start, end } = part
  for (const d of dates) {
    if (d.start <= start + 1 && d.end > start) start = Math.min(d.end, end)
    else if (d.start > start && d.start < end) end = d.start
  }
  let text = lead.slice(start, end)
  const number =
    /[\s(]*(?:\b(?:vol|no|iss|nr|pp?|т|№)\b\.?|№|(?<![\p{L}\d]\s?)\d(?!\w*\s\p{Lu}\p{L}{2})|(?<=\p{L}\s)\d(?!\w*\s\p{Lu}\p{L}{2})).*$/iu.exec(
      text,
    )
  if (number !== null && !CHANNEL.test(text)) text = text.slice(0, number.index)
  const head = /^(?:[\s,.;:()[\]/–—『《「-]+|(?:in|In|\/\/)(?=[\s:]))+/u.exec(text)?.[0].length ?? 0
  text = text.slice(head).replace(/[\s,.;:()[\]/–—』》」-]+$/u, '')
  return /\p{L}{2}|\p{Lo}/u.test(text) ? { start: start + head, end: start + head + text.length } : null
}

function commaParts(lead: string, segment: Span): Span[] {
  const out: Span[] = []
  let start = segment.start
  for (let at = start; at <= segment.end; at++)
    if (at === segment.end || /[;、，]/u.test(lead[at]!) || (lead[at] === ',' && /\s/u.test(lead[at + 1] ?? ' '))) {
      const part = trimmed(lead, { start, end: at })
      if (part.start < part.end) out.push(part)
      start = at + 1
    }
  return out
}
