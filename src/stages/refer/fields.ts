import type { Reference, ReferenceField, Span } from '../../model/index.ts'
import { textOf, trimmed, writtenDate } from '../../text/index.ts'
import type { Entry } from './lists.ts'

type Fields = Reference['fields']

const ADDRESS = /\b(?:https?:\/\/|www\.)[^\s<>“”"]+/giu
const ARCHIVE = /archive\.(?:org|today|is|ph)|webcache/iu
const ACCESSED =
  /\b(?:accessed|retrieved|last visited|date of access|дата обращения|abgerufen am|consulté le)\b[:\s]*(?:on\s)?/iu
const LEAD =
  /\b(?:available(?: online)? at|retrieved from|url|доступно(?: по адресу)?|режим доступа|text at|online at)\s*:?\s*$/iu

/** Reads the fields of an entry, each with its stretch of text. What a field's words do not show stays null. */
export function fieldsOf(text: string, entry: Entry): Fields {
  const body = textOf(text, entry.body)
  const field = (start: number, end: number, value: string | null = null): ReferenceField | null => {
    const span = trimmed(text, { start: entry.body.start + start, end: entry.body.start + end })
    return span.start < span.end ? { value: value ?? textOf(text, span), span } : null
  }
  const addresses = [...body.matchAll(ADDRESS)].map((m) => ({ at: m.index, address: m[0].replace(/[.,;:)\]]+$/u, '') }))
  const plain = addresses.find((a) => !ARCHIVE.test(a.address)) ?? addresses[0]
  const archive = addresses.find((a) => a !== plain && ARCHIVE.test(a.address))
  const accessedAt = ACCESSED.exec(body)
  const accessed = accessedAt === null ? null : shiftedDate(body, accessedAt.index + accessedAt[0].length, body.length)
  const lead = plain === undefined ? null : LEAD.exec(body.slice(0, plain.at))
  const stop = Math.min(
    plain === undefined ? body.length : plain.at - (lead?.[0].length ?? 0),
    accessedAt?.index ?? body.length,
  )
  const issued = lastDate(body.slice(0, stop)) ?? bareYear(body.slice(0, stop))
  const parts = partsOf(body.slice(0, stop), issued)
  const named = roles(body, parts)
  return {
    author: named.author.map((p) => field(p.start, p.end)!).filter(Boolean),
    title: named.title === null ? null : field(named.title.start, named.title.end),
    'container-title': named.container === null ? null : field(named.container.start, named.container.end),
    publisher: named.publisher === null ? null : field(named.publisher.start, named.publisher.end),
    'publisher-place': named.place === null ? null : field(named.place.start, named.place.end),
    issued: issued === null ? null : field(issued.start, issued.end, issued.value),
    accessed: accessed === null ? null : field(accessed.start, accessed.end, accessed.value),
    URL: plain === undefined ? null : field(plain.at, plain.at + plain.address.length),
    archive: archive === undefined ? null : field(archive.at, archive.at + archive.address.length),
    page: pages(body.slice(0, stop), field),
  }
}

type Dated = Span & { readonly value: string }

function shiftedDate(body: string, start: number, end: number): Dated | null {
  const found = writtenDate(body.slice(start, end))
  return found === null ? null : { start: start + found.start, end: start + found.end, value: found.value }
}

/** The last date written out in full or by month. */
function lastDate(head: string): Dated | null {
  let last: Dated | null = null
  for (let from = 0; from < head.length; ) {
    const found = shiftedDate(head, from, head.length)
    if (found === null) break
    last = found
    from = found.end
  }
  return last
}

function bareYear(head: string): Dated | null {
  const years = [...head.matchAll(/(?<![\d/.-])(?:1[5-9]|20)\d{2}(?![\d/-])/gu)]
  const m = years.find((y) => head[y.index - 1] === '(') ?? years.at(-1)
  return m === undefined ? null : { start: m.index, end: m.index + 4, value: m[0] }
}

/** Pieces of an entry between full stops, slashes and quotation marks, without its date. Initials and abbreviations do not end one. */
function partsOf(head: string, issued: Span | null): Span[] {
  const cuts: number[] = [0]
  const push = (at: number): void => {
    if (at > cuts.at(-1)!) cuts.push(at)
  }
  if (issued !== null) {
    const open = head[issued.start - 1] === '(' ? issued.start - 1 : issued.start
    push(open)
    push(head[issued.end] === ')' ? issued.end + 1 : issued.end)
  }
  for (const m of head.matchAll(
    /[.?!]["”’»]?(?=\s+[\p{Lu}\d“"«‘[/(])|\s\/\/?\s?|[“«"](?=\p{L})|["”»](?=[\s,.)]|$)/gu,
  )) {
    const before = head.slice(Math.max(0, m.index - 12), m.index)
    if (m[0].startsWith('.') && /(?:^|[\s.])(?:\p{Lu}|Dr|Mr|Ms|Mrs|St|No|Vol|vol|pp?|eds?|al|Jr)$/u.test(before))
      continue
    push(/^[“«"]/u.test(m[0]) && !/["”»]/u.test(m[0]) ? m.index : m.index + m[0].length)
  }
  const sorted = [...new Set(cuts)].sort((a, b) => a - b)
  return sorted
    .map((start, i) => stripped(head, { start, end: sorted[i + 1] ?? head.length }))
    .filter(
      (span) =>
        span.start < span.end &&
        !(issued !== null && span.start >= issued.start && span.end <= issued.end) &&
        /\p{L}/u.test(head.slice(span.start, span.end)),
    )
}

/** A span without the marks and spaces at its ends. */
function stripped(text: string, span: Span): Span {
  let { start, end } = span
  while (start < end && /[\s.,;:/()“”"«»–—]/u.test(text[start]!)) start++
  while (
    end > start &&
    /[\s,;:/(“”"«»–—]|\.(?!\p{L})/u.test(text[end - 1]!) &&
    !/\.\p{Lu}\.$/u.test(text.slice(start, end))
  )
    end--
  return { start, end }
}

const PERSON =
  /^(?:\p{Lu}[\p{L}’'-]+,?\s(?:\p{Lu}\.?\s?-?){1,3}|(?:\p{Lu}\.\s?){1,3}\p{Lu}[\p{L}’'-]+|\p{Lu}[\p{L}’'-]+(?:[\s-](?:de|van|von|al|el|bin|der|\p{Lu}[\p{L}’'.-]*)){1,3})(?:(?:,|\s?&|\sand|;)\s.{2,80})?$/u
const OUTLET =
  /\b(?:KCNA|TASS|Reuters|AFP|AP|Xinhua|Yonhap|BBC|Interfax|RIA Novosti|Anadolu|Al Jazeera|Agency|News|Times|Post|Journal|Gazette|Herald|Review|Quarterly|Bulletin|Monitor|Today|Tribune|Guardian|Channel|Press Service|Ministry of [\p{Lu}]|Press Office|Magazine|Daily|Observer|Chronicle|Telegraph)\b/u
const PLACE = /^\p{Lu}[\p{L}’'-]+(?:\s\p{Lu}[\p{L}’'-]+){0,2}$/u
const PUBLISHER =
  /\b(?:Press|Publishers?|Verlag|University|Institute|Books|Editions?|Academy|Foundation|House|Centre|Center|Council|Embassy|Посольство|Министерство|Издательство)\b/u

interface Roles {
  readonly author: readonly Span[]
  readonly title: Span | null
  readonly container: Span | null
  readonly publisher: Span | null
  readonly place: Span | null
}

/** Which part is what: a person first is the author, the part in quotation marks or the first other one the title, then outlet, place and publisher by their words. */
function roles(body: string, parts: readonly Span[]): Roles {
  const say = (span: Span) => body.slice(span.start, span.end)
  const quoted = parts.find((p) => /[“«"]$/u.test(body.slice(Math.max(0, p.start - 1), p.start)) && say(p).length > 12)
  const rest = [...parts]
  const author =
    rest.length > 1 && PERSON.test(say(rest[0]!)) && say(rest[0]!).length < 120 && rest[0] !== quoted
      ? rest.shift()!
      : null
  const title = quoted ?? rest[0] ?? null
  const others = rest.filter((p) => p !== title).flatMap((p) => commas(body, p))
  const outlet = others.find((p) => OUTLET.test(say(p)))
  const publisher = others.find((p) => p !== outlet && PUBLISHER.test(say(p)))
  const place = others.find((p) => p !== outlet && p !== publisher && PLACE.test(say(p)) && say(p).length < 40)
  const tail = title === null ? null : outletAtEnd(body, title)
  return {
    author: author === null ? [] : authors(body, author),
    title: tail === null ? title : tail.title,
    container: outlet ?? tail?.outlet ?? null,
    publisher: publisher ?? null,
    place: place ?? tail?.place ?? null,
  }
}

/** "Title, City" and "Title, Outlet" where no full stop parts them. */
function outletAtEnd(body: string, title: Span): { title: Span; outlet: Span | null; place: Span | null } | null {
  const pieces = commas(body, title)
  const last = pieces.at(-1)
  if (pieces.length < 2 || last === undefined) return null
  const words = body.slice(last.start, last.end)
  const kept = stripped(body, { start: title.start, end: last.start })
  if (OUTLET.test(words) && words.length < 40) return { title: kept, outlet: last, place: null }
  return PLACE.test(words) && words.split(' ').length <= 2 && last.end >= title.end - 1
    ? { title: kept, outlet: null, place: last }
    : null
}

function commas(body: string, span: Span): Span[] {
  const out: Span[] = []
  let start = span.start
  for (let at = span.start; at <= span.end; at++)
    if (at === span.end || (body[at] === ',' && body[at + 1] === ' ')) {
      const part = stripped(body, { start, end: at })
      if (part.start < part.end) out.push(part)
      start = at + 1
    }
  return out
}

/** Several authors parted by "and", "&" or semicolons. */
function authors(body: string, span: Span): Span[] {
  const out: Span[] = []
  let start = span.start
  for (const m of body.slice(span.start, span.end).matchAll(/\s(?:and|&)\s|;\s/gu)) {
    out.push(stripped(body, { start, end: span.start + m.index }))
    start = span.start + m.index + m[0].length
  }
  out.push({ start, end: span.end })
  return out.filter((s) => s.start < s.end)
}

function pages(head: string, field: (start: number, end: number) => ReferenceField | null): ReferenceField | null {
  const m = /\bpp?\.\s?(\d+(?:\s?[-–]\s?\d+)?)/u.exec(head)
  return m === null ? null : field(m.index + m[0].length - m[1]!.length, m.index + m[0].length)
}

/** The language of an entry by the script of its letters (BCP 47). */
export function entryLanguage(body: string): string {
  const text = body.replace(ADDRESS, '')
  const letters = text.match(/\p{L}/gu)?.length ?? 0
  const share = (script: RegExp) => (text.match(script)?.length ?? 0) / Math.max(1, letters)
  if (share(/\p{Script=Cyrillic}/gu) > 0.4) return 'ru'
  if (share(/\p{Script=Hangul}/gu) > 0.3) return 'ko'
  if (share(/\p{Script=Han}/gu) > 0.3) return 'zh'
  if (share(/\p{Script=Arabic}/gu) > 0.3) return 'ar'
  return 'en'
}
