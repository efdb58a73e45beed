import type { ReferenceField, Span } from '../../model/index.ts'
import { type EntryDate, entryDates } from './dates.ts'

/** Makes a field of a stretch of the entry; null where nothing stands there. `value` replaces the words as printed. */
export type MakeField = (start: number, end: number, value?: string) => ReferenceField | null

const ADDRESS =
  /\b(?:https?:\/\/|www\.)[^\s<>"“”»。，]+|\bdoi:\s?10\.\d{4,9}\/[^\s<>"“”»]+|(?<=[\s(])(?:[a-z0-9-]{1,40}\.){1,4}[a-z]{2,8}\/[^\s<>"“”»]+/giu
const ARCHIVE =
  /^https?:\/\/(?:web\.archive\.org|archive\.(?:ph|is|today|org|li|md|vn|fo)|perma\.cc|webcitation\.org)\b/iu
/** What leads in an address, at the end of the text before it. */
const LEAD =
  /(?:[\s,;:.(<[–—-]|(?<!\p{L})(?:available|accessible|online\]?|retrieved|at|from|on|url|link|see|archived|original|the|режим доступа|доступно|электронный ресурс|verfügbar|unter|disponible|sur|en))*$/iu
const ACCESSED =
  /\b(?:last\s+)?(?:accessed|retrieved|visited|checked|viewed|cited|abgerufen|consulté|consultado)(?:\s+(?:on|am|le|el))?\s*:?\s*|дата обращения\s*:?\s*|(?:접속일|검색일|访问日期|閲覧日)\s*:?\s*|(?<=\))\[(?=\d{4}-\d\d-\d\d\])/giu

/** The addresses of an entry: the work's own, an archived copy, and where the first begins. Of a copy that names its original, that is the work's. */
export interface Addresses {
  readonly URL: ReferenceField | null
  readonly archive: ReferenceField | null
  readonly first: number | null
}

/** Finds "https://…", "www.…", "doi:10.…" and "site.org/page". Not "and/or" nor "12.5/13". */
export function addresses(content: string, field: MakeField): Addresses {
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

/** The day on which an address was looked at, with where the words that say so begin: "accessed 4 May 2020", "[cited 2020 May 4]", "(2020-05-01)[2020-05-04]". */
export function accessDate(content: string): { readonly from: number; readonly date: EntryDate } | null {
  for (const cue of content.matchAll(ACCESSED)) {
    const start = cue.index + cue[0].length
    const date = entryDates(content.slice(start, start + 40))[0]
    if (date !== undefined && date.start < 4)
      return { from: cue.index, date: { value: date.value, start: start + date.start, end: start + date.end } }
  }
  return null
}

/** How long the entry is before its address or date of access, without the words that lead in to them. */
export function leadLength(content: string, first: number | null, accessed: Span['start'] | null): number {
  const until = Math.min(first ?? content.length, accessed ?? content.length)
  const head = content.slice(Math.max(0, until - 200), until).replace(LEAD, '').length + Math.max(0, until - 200)
  return head > 0 || first === null ? head : content.length
}
