import type { Span } from '../../model/index.ts'
import { trimmed } from '../../text/index.ts'
import type { EntryDate } from './dates.ts'
import { segments } from './segments.ts'

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
  /(?:제|第)?\d+[권호巻卷期号]/gu,
  /\b(?:UN|U\.N\.)\s[Dd]oc\.?\s\S+|\b\d+\s(?:U\.?N\.?T\.?S\.?|L\.?N\.?T\.?S\.?)\s\d+/gu,
  /\b[Ss]igned by [^.]{1,200}/gu,
]
/** A text in which what is neither outlet nor publisher is blank, so that places stay: editors, editions, kinds, volumes. */
export const withoutNoise = (text: string): string =>
  NOISE.reduce((kept, pattern) => kept.replace(pattern, (m) => ' '.repeat(m.length)), text)

/** A name among what follows the title. */
export interface Piece extends Span {
  /** "in" or "//" stands before: what follows holds the work. */
  readonly within: boolean
  /** A date follows at once; `full` with month. */
  readonly dated: 'no' | 'year' | 'full'
  /** Nothing follows in its sentence. */
  readonly last: boolean
  /** It begins its sentence. */
  readonly first: boolean
  /** A dash or an opening bracket stands before. */
  readonly dash: boolean
  readonly bracketed: boolean
}

/** The names between marks from `from` on, without dates, volumes, numbers and pages. */
export function piecesOf(text: string, from: number, dates: readonly EntryDate[]): Piece[] {
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
        first: before === null,
        dash: /[—–]\s*$/u.test(lead),
        bracketed: /\(\s*$/u.test(lead),
      }
      before = bare
      return [piece]
    })
  })
}

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
    if (at === segment.end || /[;、，()]/u.test(lead[at]!) || (lead[at] === ',' && /\s/u.test(lead[at + 1] ?? ' '))) {
      const part = trimmed(lead, { start, end: at })
      if (part.start < part.end) out.push(part)
      start = at + 1
    }
  return out
}
