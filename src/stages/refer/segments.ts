import type { Span } from '../../model/index.ts'
import { trimmed } from '../../text/index.ts'

const ABBREVIATION =
  /(?:^|[\s.(«“"/])(?:\p{Lu}|Dr|Mr|Mrs|Ms|Amb|Prof|Gen|Lt|Col|St|vs?|[Nn]os?|[Vv]ol|[Aa]rts?|[Pp]aras?|[Cc]h|[Ss]ec|pp?|eds?|al|cf|ca|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Inc|Ltd|Co|Res|Doc|op|cit|Proc|Conf|Syst|Int|Univ|Dept|Trans|Rev|Sci|Soc|Lett|Symp|Bull|Ann|Assoc|Econ|Geogr|Hist|Polit|Stud|Tech|обл|г|гг|им|д|т)\.$/u
const OPENS = new Map([
  ['“', '”'],
  ['«', '»'],
  ['„', '“'],
  ['‘', '’'],
  ["'", "'"],
  ['《', '》'],
  ['「', '」'],
  ['『', '』'],
])

/** The stretches that full stops, question marks and "//" part an entry into, without those marks; quoted stretches are not parted. */
export function segments(text: string, from: number): Span[] {
  const out: Span[] = []
  let start = from
  let closing: string | null = null
  const cut = (end: number, next: number): void => {
    const span = bare(text, { start, end })
    if (span.start < span.end) out.push(span)
    start = next
  }
  for (let at = from; at < text.length; at++) {
    const c = text[at]!
    if (closing !== null) {
      if (c === closing) closing = null
      continue
    }
    if (c !== '‘' && c !== "'" && OPENS.has(c) && text.indexOf(OPENS.get(c)!, at) > 0) closing = OPENS.get(c)!
    else if (c === '/' && text[at + 1] === '/' && /\s/u.test(text[at - 1] ?? '')) cut(at, at + 2)
    else if (
      c === '。' ||
      (/[.?!]/u.test(c) && /[\s”"»]/u.test(text[at + 1] ?? ' ') && !(c === '.' && abbreviated(text, at)))
    )
      cut(c === '.' || c === '。' ? at : at + 1, at + 1)
  }
  cut(text.length, text.length)
  return out
}

const abbreviated = (text: string, at: number): boolean =>
  ABBREVIATION.test(text.slice(Math.max(0, at - 8), at + 1)) ||
  (/\d$/u.test(text.slice(at - 1, at)) && /^\.\s?\d/u.test(text.slice(at, at + 3)))

/** A stretch without the white space and light punctuation at its ends. */
function bare(text: string, span: Span): Span {
  let { start, end } = trimmed(text, span)
  while (start < end && /[\s,;:.)”"»]/u.test(text[start]!)) start++
  while (end > start && /[\s,;:]/u.test(text[end - 1]!)) end--
  return { start, end }
}

/** A name without the full stop at its end. */
export const withoutDots = (text: string): string => text.replace(/[\s,.(]+$/u, '')

/** The mark that closes a quotation opened by `open`. */
const closes = (open: string): string => (open === '"' ? '"' : (OPENS.get(open) ?? ''))

/**
 * A title in quotation marks: the first quoted stretch of two words or more that begins the entry or follows a comma, full stop or
 * bracket. Words quoted inside a title (‘interview with “Channel A”’, “‘A sea of our own’: …”, ‘Minister: “No toll”’) are none. `before` and `after` are where the rest ends and goes on.
 */
export function quotedTitle(
  text: string,
): { readonly title: Span; readonly before: number; readonly after: number } | null {
  for (const m of text.matchAll(/[“"«„《「『‘]|(?<=^|\s)'(?=\p{L})/gu)) {
    const before = text.slice(0, m.index).trimEnd()
    const led = before === '' || /[,.;)\]—–]$/u.test(before) || (/[「『《]/u.test(m[0]) && EAST_ASIAN_NAME.test(before))
    if (!led) {
      if (m[0] === '‘' || m[0] === "'") continue
      return null
    }
    const end = closing(text, m.index, m[0])
    if (end === null) continue
    const span = bare(text, { start: m.index + 1, end })
    const title = /[.]$/u.test(text.slice(span.start, span.end)) ? { start: span.start, end: span.end - 1 } : span
    const words = text.slice(title.start, title.end)
    const alone = /^.[.,]|^[.,]/u.test(text.slice(end - 1, end + 2)) && words.length > 2
    if ((words.match(/[\p{L}\p{N}]+/gu) ?? []).length < 2 && !/\p{Lo}{3}/u.test(words) && !alone) continue
    const follows = text.slice(end + 1, end + 8)
    if (
      follows.startsWith(':') ||
      (before === '' && !/[,.]/u.test(text[end - 1]!) && /^[”"»]?\s+\p{Ll}/u.test(follows))
    )
      return null
    return { title, before: before.length, after: end + 1 }
  }
  return null
}

const EAST_ASIAN_NAME = /^[\p{Script=Han}\p{Script=Hangul}\p{Script=Katakana}・、，,\s]{2,30}$/u

/** Where the quotation opened at `at` closes, nested ones of the same kind passed over. */
function closing(text: string, at: number, open: string): number | null {
  const close = closes(open)
  let depth = 0
  for (let i = at + 1; i < text.length; i++) {
    const c = text[i]!
    if (c === open && open !== close) depth++
    else if (c === close) {
      if ((close === '’' || close === "'") && /\p{L}/u.test(text[i + 1] ?? ' ')) continue
      if (close === "'" && !/^'(?:[.,;)]|$)/u.test(text.slice(i, i + 2)) && !/[.,]/u.test(text[i - 1]!)) continue
      if (depth === 0) return i
      depth--
    }
  }
  return null
}
