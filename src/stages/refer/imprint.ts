import type { Span } from '../../model/index.ts'
import { trimmed } from '../../text/index.ts'
import type { EntryDate } from './dates.ts'
import type { Head } from './heads.ts'
import { BODY, holdsBody } from './people.ts'
import { type Piece, piecesOf, withoutNoise } from './pieces.ts'

/** Where a work came out: in what, by whom, in which place. */
export interface Imprint {
  readonly container: Span | null
  readonly publisher: Span | null
  readonly place: Span | null
}

const AGENCIES = new Set(
  'KCNA TASS ТАСС Reuters AFP AP Xinhua Yonhap Interfax Интерфакс Anadolu Armenpress Azertag APA Tanjug EFE ANSA DPA Kyodo IRNA SANA Ukrinform Belta SUNA WAM SPA PTI ANI 연합뉴스 新华社 조선중앙통신'
    .split(' ')
    .concat('Agence France-Presse', 'Associated Press', 'RIA Novosti', 'РИА Новости', 'Press Trust of India'),
)
const EDITED = /\bedited\sby\b|\beds?\.\s\p{Lu}|\((?:eds?)\.?\)|,\seditors?\b|под\sред/iu

const PLACE =
  "(?:\\p{Lu}[\\p{L}’'-]*(?:[\\s-]\\p{Lu}[\\p{L}’'-]*){0,2}|\\p{Lu}\\p{Ll}{0,2}\\.|[\\p{Script=Han}\\p{Script=Hangul}]{2,6})"
/** "Vienna: Danube Press", "New York, NY, USA: House", "М.: Дом", "北京: 出版社", at a beginning or after a mark. Not "Eastern Europe: problems". */
const HOUSE = new RegExp(
  `(?<=^[\\s,.;:()—–-]*|[.;,(—–\\]?]\\s{0,120})(?!In:)(${PLACE}(?:(?:,\\s|\\sand\\s|\\set\\s)${PLACE}){0,2})\\s?:\\s((?:\\p{Lu}|\\p{Lo})(?:[^,;()[\\].]|\\.(?!\\s|$)){1,80}?)(?=\\s\\d{4}(?!\\d)|[,;()[\\]]|\\.(?:\\s|$)|\\s*$)`,
  'u',
)
const SIGNED = new RegExp(`\\b(?:signed|done|adopted|concluded)\\s(?:at|in)\\s(${PLACE})`, 'u')
/** Nouns of official acts, which are dated from a place: "Joint communiqué. Tianjin, 31 August 2025". */
const ACT =
  /(?<!\p{L})(?:treaty|declaration|resolution|communiqu[eé]|agreement|protocol|memorandum|convention|charter|notice|decision|decree|joint\s(?:statement|press\srelease)|road\smap|minutes)(?!\p{L})|декларация|договор|соглашение|протокол|резолюция|заявление|коммюнике|указ/iu

const blank = (text: string, start: number, end: number): string =>
  text.slice(0, start) + ' '.repeat(end - start) + text.slice(end)

/** Container, publisher and place among what follows an entry's title. `page` tells that the work is a part of another. */
export function imprintOf(lead: string, head: Head, dates: readonly EntryDate[], page: Span | null): Imprint {
  const edited = EDITED.test(lead.slice(head.after))
  let text = withoutNoise(blank(lead, 0, head.after))
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
  let found = known
  for (const [i, piece] of pieces.entries()) {
    const name = text.slice(piece.start, piece.end)
    if (!/^[\p{Lu}\p{Lo}„“"«]|^\d+\s\p{Lu}|^[a-z]\p{Lu}/u.test(name)) continue
    const next = pieces[i + 1] ?? null
    const follows = next !== null && isTown(text.slice(next.start, next.end)) ? next : null
    const span = { start: piece.start, end: piece.end }
    const here = { text, facts, found, piece, span, name, town: isTown(name), follows }
    const puts = RULES.map((rule) => rule(here)).find((parts) => parts !== null)
    found = { ...found, ...puts }
  }
  return found
}

const spanOf = (m: RegExpExecArray, part: string): Span => {
  const start = m.index + m[0].lastIndexOf(part)
  return { start, end: start + part.length }
}

interface Facts {
  readonly quoted: boolean
  /** A page, volume or number is given: a part of a journal. */
  readonly article: boolean
  /** Only a year is given, no page, no number: a book. */
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
    article: page !== null || numbers,
    book: !head.quoted && page === null && !numbers && told.every((d) => d.value.length === 4) && told.length > 0,
    byBody: author !== undefined && holdsBody(lead.slice(author.start, author.end)),
    act: ACT.test(lead.slice(0, head.after)),
  }
}

/** What tells a piece's part: the entry's facts, what was found before, its name, and a town that follows. */
interface Here {
  readonly text: string
  readonly facts: Facts
  readonly found: Imprint
  readonly piece: Piece
  readonly span: Span
  readonly name: string
  readonly town: boolean
  readonly follows: Piece | null
}

/** Puts a piece in its part of the imprint; nothing to leave it out; null when the rule is not about it. */
type Rule = (here: Here) => Partial<Imprint> | null

const isNamed = ({ found }: Here): boolean => found.container !== null || found.publisher !== null

/** The rules, the surest first. */
const RULES: readonly Rule[] = [
  // An agency by its name: "…, Reuters, 7 June 2020".
  ({ name, found, span }) => (AGENCIES.has(name) && found.publisher === null ? { publisher: span } : null),
  // What "in" or "//" leads in: "in Embassies under Siege", "// Вестник".
  ({ piece, found, span }) => (piece.within && found.container === null ? { container: span } : null),
  // A body by its words: "Office of the President", and not "Foreign Policy Institute Review".
  (here) => {
    if (!BODY.test(here.name) || isJournal(here)) return null
    return here.found.publisher === null ? { publisher: here.span } : {}
  },
  // A town after who published, before the date or the end: "Armenpress, Yerevan, 3 May 2020", "Proc. Conf., Aarhus, Denmark, 2015".
  (here) => {
    const { piece, facts, found, town, follows } = here
    const closing = piece.dated !== 'no' || piece.last || follows !== null
    if (!town || piece.first || !isNamed(here) || !closing || facts.house) return null
    return facts.edited && found.publisher === null ? null : placed(here)
  },
  // A letter's place: "Anna Keller to the Ministry, Rome, 4 May 1949".
  (here) => (here.town && here.facts.letter && here.piece.dated === 'full' ? placed(here) : null),
  // "State House, Abuja." after a dated title: who issued it, and where.
  (here) => (isIssuer(here) && !isNamed(here) ? { publisher: here.span } : null),
  // A town right after the title, and the region after it: "Washington, DC".
  (here) => {
    const { town, found, facts } = here
    if (!town || found.container !== null || (isNamed(here) && !facts.strokes)) return null
    return isFromPlace(here) || found.place !== null ? placed(here) : null
  },
  // The publisher of a collection: "Divided Cities, edited by Costas Leventis, Tidewater, 2006".
  ({ facts, found, span }) =>
    facts.edited && found.container !== null && found.publisher === null ? { publisher: span } : null,
  // The publisher of a book without a place: "The Rhine Customs. Waal & Zoon, 2001".
  ({ facts, found, span }) => (facts.book && !facts.house && found.publisher === null ? { publisher: span } : null),
  // A book whose publisher is known has no outlet.
  ({ facts }) => (facts.house && !facts.quoted && !facts.edited ? {} : null),
  // Else the first name is the outlet.
  ({ name, found, span }) => (found.container === null && name.split(/\s+/u).length <= 10 ? { container: span } : {}),
]

/** The place, or one more word of it: "Aarhus, Denmark". */
const placed = ({ text, found: { place }, span }: Here): Partial<Imprint> => {
  if (place === null) return { place: span }
  return place.end < span.start && /^[\s,]*$/u.test(text.slice(place.end, span.start))
    ? { place: { start: place.start, end: span.end } }
    : {}
}

/** One to three large words: a name that can be a town's. */
const isTown = (name: string): boolean =>
  /^\p{Lu}[\p{L}’'-]*\.?(?:(?:\sand)?[\s-]\p{Lu}[\p{L}’'-]*){0,3}$/u.test(name) &&
  !/^(?:The|Radio|TV)\s/u.test(name) &&
  !AGENCIES.has(name)

/** A town before the date: of what a body published, of an act, in a bracket or after a dash. Not "Why the pass matters. Haaretz, 1 May 2005". */
function isFromPlace({ text, facts, piece, follows }: Here): boolean {
  const closed = piece.dated !== 'no' || (follows !== null && follows.dated !== 'no')
  if (facts.byBody) return closed || piece.last || (follows?.last ?? false)
  if (!closed) return false
  const byComma = !facts.quoted && piece.dated !== 'no' && piece.first && /^ *, $/u.test(text.slice(0, piece.start))
  return facts.act || piece.dash || piece.bracketed || byComma
}

const isJournal = ({ name, piece, facts }: Here): boolean =>
  piece.first && (facts.quoted || facts.article) && JOURNAL.test(name) && !OWN_HOUSE.test(name)
const OWN_HOUSE = /^(?:Cent(?:re|er)|Institute|Council|School|Department|Office|Ministry)\b/u
const JOURNAL =
  /\b(?:Journal|Review|Papers?|Quarterly|Notes|Bulletin|Blog|Studies|Affairs|Letters|Gazette|Times|News|Forum|Observer|Observatory)\b|Вестник|Известия|Журнал/u

const isIssuer = ({ facts, piece, follows, name }: Here): boolean =>
  !facts.quoted &&
  piece.first &&
  piece.dated === 'no' &&
  follows?.last === true &&
  follows.dated === 'no' &&
  name.includes(' ')
