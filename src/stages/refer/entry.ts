import type { Reference, ReferenceField, Span } from '../../model/index.ts'
import { trimmed } from '../../text/index.ts'
import { type EntryDate, entryDates } from './dates.ts'
import { quotedTitle, segments, withoutDots } from './segments.ts'

type Fields = Reference['fields']

const ADDRESS = /\b(?:https?:\/\/|www\.)[^\s<>"“”»]+|\bdoi:\s?10\.\d{4,9}\/[^\s<>"“”»]+/giu
const ARCHIVE =
  /^https?:\/\/(?:web\.archive\.org|archive\.(?:ph|is|today|org|li|md|vn|fo)|perma\.cc|webcitation\.org)\b/iu
/** What leads in an address, at the end of the text before it. */
const LEAD =
  /(?:[\s,;:.(<[–—-]|(?<!\p{L})(?:available|accessible|online|retrieved|at|from|on|url|link|see|archived|original|the|режим доступа|доступно|электронный ресурс|verfügbar|unter|disponible|sur|en))*$/iu
const ACCESSED =
  /\b(?:last\s+)?(?:accessed|retrieved|visited|checked|viewed|abgerufen|consulté|consultado)(?:\s+(?:on|am|le|el))?\s*:?\s*|дата обращения\s*:?\s*|(?:접속일|검색일|访问日期|閲覧日)\s*:?\s*/giu
const PAGES =
  /(?<![\p{L}\d])(?:pp?|[sS]|[сС]|стр)\.\s?(\d{1,5}(?:\s?[–—-]\s?\d{1,5})?)|:\s?(\d{1,5}\s?[–—-]\s?\d{1,5})(?!\d)/u

const AGENCIES = new Set(
  'KCNA TASS ТАСС Reuters AFP AP Xinhua Yonhap Interfax Интерфакс Anadolu Armenpress Azertag APA Tanjug EFE ANSA DPA Kyodo IRNA SANA Ukrinform Belta SUNA WAM SPA PTI ANI'.split(
    ' ',
  ),
)
/** Words of which a publishing body's name is made. */
const BODY =
  /(?<!\p{L})(?:press|publish(?:ers?|ing)|ministry|institute|department|embassy|university|council|commission|committee|office|agency|bank|parliament|assembly|secretariat|service|foundation|cent(?:re|er)|organi[sz]ation|association|court|union|united nations|government|group|watch|verlag|universität|ministère|editions?|éditions)(?!\p{L})|министерств|посольств|институт|издательств|университет|агентств|совет|комитет|통신|외교부|출판|大学|出版社|外交部/iu
/** Nouns of documents and themes: what holds one of them is a title and no person's name. */
const WORK =
  /(?<!\p{L})(?:treaty|convention|agreement|declaration|resolution|report|statement|joint|charter|protocol|memorandum|act|law|policy|war|peace|relations|review|history|press|decision|decree|note|letter|speech|remarks|interview|communiqu[eé]|answers?|politics|foreign|security|strategy|crisis|conflict|conference|summit|map|guide)(?!\p{L})/iu

/** Parses an entry's body into CSL's fields, each with the stretch that it was read from. What the entry does not say is null. */
export function entryFields(text: string, body: Span): Fields {
  const content = text.slice(body.start, body.end)
  const field = (start: number, end: number, value?: string): ReferenceField | null => {
    const span = trimmed(content, { start, end })
    if (span.start >= span.end) return null
    return {
      value: value ?? content.slice(span.start, span.end).replace(/\s+/gu, ' '),
      span: { start: body.start + span.start, end: body.start + span.end },
    }
  }
  const { URL, archive, first } = addresses(content, field)
  const accessed = accessDate(content)
  const until = Math.min(first ?? content.length, accessed?.from ?? content.length)
  const head = content.slice(0, until).replace(LEAD, '').length
  const lead = head > 0 || first === null ? content.slice(0, head) : content
  const dates = entryDates(lead)
  const named = names(lead, dates)
  const issued = issueDate(dates, named.title)
  const page = PAGES.exec(named.title === null ? lead : blanked(lead, named.title))
  const pages = page === null ? null : page.index + page[0].indexOf(page[1] ?? page[2]!)
  return {
    author: named.author.flatMap((s) => field(s.start, s.end) ?? []),
    title: named.title === null ? null : field(named.title.start, named.title.end),
    'container-title': named.container === null ? null : field(named.container.start, named.container.end),
    publisher: named.publisher === null ? null : field(named.publisher.start, named.publisher.end),
    'publisher-place': named.place === null ? null : field(named.place.start, named.place.end),
    issued: issued === null ? null : field(issued.start, issued.end, issued.value),
    accessed: accessed === null ? null : field(accessed.date.start, accessed.date.end, accessed.date.value),
    URL,
    archive,
    page: page === null || pages === null ? null : field(pages, pages + (page[1] ?? page[2]!).length),
  }
}

type MakeField = (start: number, end: number, value?: string) => ReferenceField | null

function addresses(
  content: string,
  field: MakeField,
): { URL: ReferenceField | null; archive: ReferenceField | null; first: number | null } {
  let URL: ReferenceField | null = null
  let archive: ReferenceField | null = null
  let first: number | null = null
  for (const m of content.matchAll(ADDRESS)) {
    const end = m.index + withoutTail(m[0]).length
    const address = content.slice(m.index, end)
    first ??= m.index
    if (ARCHIVE.test(address)) {
      archive ??= field(m.index, end)
      const original = /\/(https?:\/\/.+)$/u.exec(address.slice(8))
      if (original !== null && URL === null) URL = field(end - original[1]!.length, end)
    } else if (/^doi:/iu.test(address)) {
      URL ??= field(m.index, end, `https://doi.org/${address.replace(/^doi:\s?/iu, '')}`)
    } else URL ??= field(m.index, end)
  }
  return { URL, archive, first }
}

/** An address without the punctuation of the sentence that it stands in; a bracket stays when it was opened inside. */
function withoutTail(address: string): string {
  let end = address.length
  while (end > 0) {
    const c = address[end - 1]!
    if (/[.,;:!?'’\]>]/u.test(c)) end--
    else if (c === ')' && !address.slice(0, end).includes('(')) end--
    else break
  }
  return address.slice(0, end)
}

/** The day on which an address was looked at, with where the words that say so begin. */
function accessDate(content: string): { readonly from: number; readonly date: EntryDate } | null {
  for (const cue of content.matchAll(ACCESSED)) {
    const start = cue.index + cue[0].length
    const date = entryDates(content.slice(start, start + 40))[0]
    if (date !== undefined && date.start < 4)
      return { from: cue.index, date: { value: date.value, start: start + date.start, end: start + date.end } }
  }
  return null
}

/** The fullest date outside the title, the first of its kind; a date inside the title only when there is no other. */
function issueDate(dates: readonly EntryDate[], title: Span | null): EntryDate | null {
  const inTitle = (d: EntryDate): boolean => title !== null && title.start <= d.start && d.end <= title.end
  const outside = dates.filter((d) => !inTitle(d))
  const from = outside.length > 0 ? outside : dates.filter((d) => d.value.length > 4)
  return from.reduce<EntryDate | null>(
    (best, d) => (best === null || d.value.length > best.value.length ? d : best),
    null,
  )
}

const blanked = (text: string, span: Span): string =>
  text.slice(0, span.start) + ' '.repeat(span.end - span.start) + text.slice(span.end)

interface Named {
  readonly author: readonly Span[]
  readonly title: Span | null
  readonly container: Span | null
  readonly publisher: Span | null
  readonly place: Span | null
}

/** Author, title and what follows, by the place of quotation marks, a year after names ("Smith, J. (2020)"), or full stops. */
function names(lead: string, dates: readonly EntryDate[]): Named {
  const quoted = quotedTitle(lead)
  if (quoted !== null)
    return {
      author: authors(lead, { start: 0, end: quoted.before }, dates),
      title: quoted.title,
      ...rest(lead, quoted.after, dates),
    }
  const dated = /^[^“"«(]{2,200}?[\s,.(]\(?(\d{4})[a-z]?\)?[.,:]?\s+/u.exec(lead)
  const year =
    dated === null ? undefined : dates.find((d) => d.start >= 2 && d.end <= dated[0].length && d.value.length === 4)
  if (dated !== null && year !== undefined) {
    const before = trimmed(lead, { start: 0, end: year.start })
    if (isPeople(withoutDots(lead.slice(before.start, before.end))) || isBody(lead.slice(before.start, before.end))) {
      const [title] = segments(lead, dated[0].length)
      if (title !== undefined) return { author: authors(lead, before, dates), title, ...rest(lead, title.end, dates) }
    }
  }
  const inverted = invertedNames(lead)
  const [work] = inverted === 0 ? [] : segments(lead, inverted)
  if (work !== undefined && /\p{L}{2}\P{L}+\p{L}/u.test(lead.slice(work.start, work.end))) {
    const title = tidy(lead, work, dates)
    return { author: authors(lead, { start: 0, end: inverted }, dates), title, ...rest(lead, title.end, dates) }
  }
  return byStops(lead, dates)
}

const INVERTED = /\p{Lu}[\p{L}’'-]+,?\s(?:\p{Lu}\.[\s-]?){1,3}(?:,?\s?(?:and|&|и)\s|[;,]\s?)?/uy

/** Where names such as "Keller, A. M., Stone, B." or "Зиновьев Г. В." end at the head of an entry; 0 when there are none. */
function invertedNames(lead: string): number {
  let end = 0
  for (INVERTED.lastIndex = 0; INVERTED.test(lead); ) end = INVERTED.lastIndex
  return end
}

/** "Author. Title. Container, place, date", "Body, Title, date", or a title first. */
function byStops(lead: string, dates: readonly EntryDate[]): Named {
  const parts = segments(lead, 0)
  const [first, second] = parts
  if (first === undefined) return { author: [], title: null, container: null, publisher: null, place: null }
  const words = (s: Span): number => (withoutDates(lead, s, dates).match(/\p{L}[\p{L}’'-]*/gu) ?? []).length
  const opening = lead.slice(first.start, first.end)
  if (second !== undefined && words(second) >= 3 && (isPeople(opening) || isBody(opening)))
    return { author: authors(lead, first, dates), title: tidy(lead, second, dates), ...rest(lead, second.end, dates) }
  const comma = lead.indexOf(', ', first.start)
  if (comma > 0 && comma < first.end) {
    const before = { start: first.start, end: comma }
    const after = { start: comma + 1, end: first.end }
    if (
      (isBody(lead.slice(before.start, before.end)) || hasInitial(lead.slice(before.start, before.end))) &&
      words(after) >= 2
    ) {
      const title = tidy(lead, trimmed(lead, after), dates)
      return { author: authors(lead, before, dates), title, ...rest(lead, title.end, dates) }
    }
  }
  const title = tidy(lead, first, dates)
  return { author: [], title, ...rest(lead, title.end, dates) }
}

const withoutDates = (lead: string, span: Span, dates: readonly EntryDate[]): string =>
  dates
    .reduce((text, d) => (d.start >= span.start && d.end <= span.end ? blanked(text, d) : text), lead)
    .slice(span.start, span.end)

/** A title without the place, agency and date that follow it after commas or strokes: "…, New York, 26 September 2024", "… /KCNA/". */
function tidy(lead: string, span: Span, dates: readonly EntryDate[]): Span {
  let end = span.end
  const agency = /\s\/[^/]{2,40}\/$/u.exec(lead.slice(span.start, end))
  if (agency !== null) end = span.start + agency.index
  const date = dates.find((d) => d.end >= end - 1 && d.end <= end + 1 && d.start > span.start + 8)
  if (dates.some((d) => d.start > end && d.value.length === 10)) return trimmed(lead, { start: span.start, end })
  if (date !== undefined) {
    const before = lead.slice(span.start, date.start)
    const bare = before.replace(/[\s,(]+$/u, '')
    if (bare.length === before.length || !/[,(]/u.test(before.slice(bare.length)))
      return trimmed(lead, { start: span.start, end })
    end = span.start + bare.length
    const place = /,\s(\p{Lu}[\p{L}’'-]*(?:\s\p{Lu}[\p{L}’'-]*){0,2})$/u.exec(bare)
    if (place !== null && span.start + place.index > span.start + 8) end = span.start + place.index
  }
  return trimmed(lead, { start: span.start, end })
}

const PARTICLES = new Set(
  'and & et al van von de der den del da di la le bin ibn al el y ve und и та и др with'.split(' '),
)

/** Whether a stretch is made of people's names only: "Kim Myung Chol", "Smith, J. and Jones, A.", "Зиновьев Г. В.". */
function isPeople(text: string): boolean {
  const words = text.split(/[\s,;.]+/u).filter((w) => w !== '')
  if (words.length < 2 || words.length > 20 || WORK.test(text) || /\d/u.test(text)) return false
  const capital = words.filter((w) => /^(?:\p{Lu}|\p{Lo}|al-|el-)/u.test(w))
  if (!words.every((w) => /^(?:\p{Lu}|\p{Lo}|al-|el-)/u.test(w) || PARTICLES.has(w.toLowerCase()))) return false
  return capital.length >= 2 && (words.length <= 4 || /[,;&]|\band\b|\bet al\b/u.test(text))
}

const hasInitial = (text: string): boolean => isPeople(text) && /(?:^|\s)\p{Lu}\./u.test(text)

/** Whether a stretch is the name of a body that can be an author: every chief word begins large and one of them is a body's word. */
function isBody(text: string): boolean {
  const words = text.trim().split(/\s+/u)
  if (
    words.length > 12 ||
    !BODY.test(text) ||
    /\b(?:statement|resolution|report|interview|treaty|answers?)\b/iu.test(text)
  )
    return false
  return words.every(
    (w) =>
      /^[\p{Lu}\p{Lo}(“"]/u.test(w) ||
      /^(?:of|the|for|and|on|to|in|de|des|du|la)$/iu.test(w) ||
      /^\p{Script=Cyrillic}/u.test(w),
  )
}

/** The names in an author stretch, one span each: parted by "and", "&", ";" and by commas that do not part a surname from its initials. */
function authors(lead: string, within: Span, dates: readonly EntryDate[]): Span[] {
  const date = dates.find((d) => d.start >= within.start && d.end <= within.end)
  const end = date === undefined ? within.end : date.start
  const stretch = lead.slice(within.start, end)
  const out: Span[] = []
  const add = (start: number, stop: number): void => {
    let span = trimmed(lead, { start: within.start + start, end: within.start + stop })
    const bare = lead
      .slice(span.start, span.end)
      .replace(/[\s,;:(–—-]+$/u, '')
      .replace(/(?<!(?:^|[\s.])\p{Lu})\.$/u, '')
    span = { start: span.start, end: span.start + bare.length }
    if (/\p{L}{2}/u.test(bare) && !/^(?:et al|и др)/iu.test(bare)) out.push(span)
  }
  if (isBody(stretch)) {
    add(0, stretch.length)
    return out
  }
  let start = 0
  for (const m of stretch.matchAll(
    /;\s*|,?\s+(?:and|&|und|et|y|ve|и)\s+|,\s+(?!\p{Lu}\.|\p{Lu}\p{Ll}+\s+\p{Lu}\.?(?:,|$)|(?:Jr|Sr)\b)/gu,
  )) {
    const name = stretch.slice(start, m.index)
    const invertedFull =
      m[0].startsWith(',') && !/\s(?:and|&|und|et|y|ve|и)\s/u.test(m[0]) && !/[\s,]/u.test(name.trim())
    if (invertedFull) continue
    add(start, m.index)
    start = m.index + m[0].length
  }
  add(start, stretch.length)
  return out
}

/** Nouns of official acts, which are dated from a place: "Joint communiqué. Tianjin, 31 August 2025". */
const ACT =
  /(?<!\p{L})(?:treaty|declaration|resolution|communiqu[eé]|agreement|protocol|memorandum|convention|charter|notice|decision|decree)(?!\p{L})|декларация|договор|соглашение|протокол|резолюция|заявление|коммюнике|указ/iu

/** Whether one or two large words stand right before a full date. */
function isPlaceName(lead: string, span: Span, dates: readonly EntryDate[]): boolean {
  const name = lead.slice(span.start, span.end)
  const gap = /^,\s+/u.exec(lead.slice(span.end))?.[0].length
  if (gap === undefined || !/^\p{Lu}[\p{L}’'-]*(?:\s\p{Lu}[\p{L}’'-]*)?$/u.test(name) || /^The\s/u.test(name))
    return false
  return dates.some((d) => d.start === span.end + gap && d.value.length === 10)
}

/** Container, publisher and place among the parts after the title. */
function rest(
  lead: string,
  from: number,
  dates: readonly EntryDate[],
): Pick<Named, 'container' | 'publisher' | 'place'> {
  let container: Span | null = null
  let publisher: Span | null = null
  let place: Span | null = null
  const strokes = /\/([^/\d]{2,40})\/|\((\p{Lu}[\p{Lu}\p{L}]{1,20})\)/u.exec(lead.slice(from))
  if (strokes !== null) {
    const name = strokes[1] ?? strokes[2]!
    const start = from + strokes.index + strokes[0].indexOf(name)
    publisher = { start, end: start + name.length }
  }
  for (const segment of segments(lead, from)) {
    const pieces = commaParts(lead, segment)
    pieces.forEach((part, i) => {
      const text = lead.slice(part.start, part.end)
      if (publisher !== null && part.start <= publisher.start && publisher.end <= part.end) return
      const house = /^(\p{Lu}[\p{L}’'-]*(?:[\s,]+\p{Lu}[\p{L}’'-]*){0,3}):\s(\p{Lu}.{1,80})$/u.exec(text)
      if (house !== null) {
        place ??= { start: part.start, end: part.start + house[1]!.length }
        publisher ??= { start: part.end - house[2]!.length, end: part.end }
        return
      }
      if (/\d/u.test(withoutDates(lead, part, dates)) && !/\p{L}{4}/u.test(text)) return
      const bare = bareName(lead, part, dates)
      if (bare === null) return
      const name = lead.slice(bare.start, bare.end)
      const next = pieces[i + 1]
      const beforeDate = next !== undefined && dates.some((d) => d.start >= next.start && d.start <= next.start + 1)
      const short = name.split(/\s+/u).length
      if (i > 0 && beforeDate && short <= 3 && /^\p{Lu}/u.test(name) && (container !== null || publisher !== null))
        place ??= bare
      else if (AGENCIES.has(name) || BODY.test(name)) publisher ??= bare
      else if (short <= 10 && /^[\p{Lu}\p{Lo}]/u.test(name)) container ??= bare
    })
  }
  if (place === null && container !== null && ACT.test(lead.slice(0, from)) && isPlaceName(lead, container, dates)) {
    place = container
    container = null
  }
  if (place === null) {
    const m = /^[\s,]*(\p{Lu}[\p{L}’'-]*(?:\s\p{Lu}[\p{L}’'-]*){0,2}),\s/u.exec(lead.slice(from))
    if (
      m !== null &&
      container !== null &&
      (container as Span).start === from + m[0].indexOf(m[1]!) &&
      lead[from] === ','
    ) {
      const after = from + m[0].length
      if (dates.some((d) => d.start >= after && d.start <= after + 1)) {
        place = container
        container = null
      }
    }
  }
  return { container, publisher, place }
}

/** Broadcasters with a figure in their name: "France 24", "Channel 4". */
const CHANNEL = /^[\s,.]*\p{Lu}\p{L}+ \d{1,2}[\s,.]*$/u

/** A part without its dates, volume, issue and pages; null when no name is left. */
function bareName(lead: string, part: Span, dates: readonly EntryDate[]): Span | null {
  let { start, end } = part
  for (const d of dates) {
    if (d.start <= start + 1 && d.end > start) start = d.end
    else if (d.start > start && d.start < end) end = d.start
  }
  let text = lead.slice(start, end)
  const number = /[\s(]*(?:\b(?:vol|no|iss|nr|pp?|т|№)\b\.?|№|\d).*$/iu.exec(text)
  if (number !== null && !CHANNEL.test(text)) text = text.slice(0, number.index)
  const head = /^(?:[\s,.;:()/–—-]+|(?:in|In|\/\/)(?=[\s:]))+/u.exec(text)?.[0].length ?? 0
  text = text.slice(head).replace(/[\s,.;:(/–—-]+$/u, '')
  return /\p{L}{2}|\p{Lo}/u.test(text) ? { start: start + head, end: start + head + text.length } : null
}

function commaParts(lead: string, segment: Span): Span[] {
  const out: Span[] = []
  let start = segment.start
  for (let at = start; at <= segment.end; at++)
    if (at === segment.end || (lead[at] === ',' && /\s/u.test(lead[at + 1] ?? ' '))) {
      const part = trimmed(lead, { start, end: at })
      if (part.start < part.end) out.push(part)
      start = at + 1
    }
  return out
}
