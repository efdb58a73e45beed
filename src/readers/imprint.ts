import { writtenDate } from '../text/index.ts'

/** A stretch of one line, in UTF-16 code units from the line's beginning. */
export interface Found {
  readonly value: string
  readonly start: number
  readonly end: number
}

const WORD = String.raw`\p{Lu}[\p{L}.’'-]{0,30}`
const NAME = String.raw`${WORD}(?:\s(?:(?:de|da|van|von|al|bin|der|den|el|la)\s){0,2}${WORD}){1,4}`
const NAMES = String.raw`${NAME}(?:(?:,\s${NAME}){0,4},?\sand\s${NAME})?`
const TITLES = String.raw`(?:(?:Dr|Prof|Amb|Mr|Mrs|Ms|Gen|Col|Sen)\.?\s|(?:Professor|Ambassador|Academician|Minister|General)\s){0,3}`
const LONGEST = 400

const BYLINE = new RegExp(
  String.raw`^(?:(?:By|BY|by|Written by|Author:|Authors:|AUTHOR:)\s)${TITLES}(${NAMES})(\s?[,|–—·(-].{0,80})?$`,
  'u',
)

/**
 * "By Jane Doe", "By Jane Doe and Ivan Petrov, 5 May 2025", "Author: Jane Doe". `dated` tells whether a date follows.
 * Not "By land and sea", "By the end of May".
 */
export function byline(line: string): (Found & { readonly dated: boolean }) | null {
  if (line.length > 200) return null
  const m = BYLINE.exec(line)
  if (m === null) return null
  const start = line.indexOf(m[1]!, m[0].indexOf(' '))
  const dated = m[2] !== undefined && writtenDate(m[2]) !== null
  return { value: m[1]!, start, end: start + m[1]!.length, dated }
}

const BASIS = new RegExp(
  String.raw`^(?:This|The following|The present)\s(?:article|text|paper|analysis|note|report|essay|commentary|transcript)\s((?:is|was)\s(?:(?:based|built)\son|adapted\sfrom|written|prepared|an\sedited\s(?:version|transcript)\sof|a\stranscript\sof)\s[\p{L}\s’-]{0,60}?\b(?:by|of))\s${TITLES}(${NAMES})`,
  'u',
)

/** "This article is based on the speech by Jane Doe": whose words the text says that it gives, and the wording. Not "This article is based on interviews." */
export function basis(line: string): (Found & { readonly wording: string }) | null {
  const m = BASIS.exec(line.slice(0, LONGEST))
  if (m === null) return null
  const end = m[0].length
  return { value: m[2]!, start: end - m[2]!.length, end, wording: m[1]! }
}

const PLACE = String.raw`${WORD}(?:[\s-](?:(?:de|of|upon|la|on)[\s-])?${WORD}){0,3}`
const DASH = String.raw`\s?(?:—|–|--|\s-)`
const DATELINE = new RegExp(
  String.raw`^(?<place>${PLACE})(?:,\s(?<date>[\p{L}\d][\p{L}\d.,\s]{1,30}?))?(?:[.,]?\s\((?<agency>\p{Lu}[\p{L}\s.]{1,30})\)${DASH}|[.,]?\s\/(?<wire>\p{Lu}[\p{L}\s.]{1,30})\/\.?(?:${DASH})?|${DASH})\s`,
  'u',
)

/**
 * An agency's dateline: "Pyongyang, 4 October 2022 (KCNA) —", "MOSCOW, October 4. /TASS/.", "GENEVA (AFP) —". A date without its year tells nothing.
 * Not "Kim Yo Jong (WPK) – the sister", "On 4 October 2022 – a day later".
 */
export function dateline(line: string): { readonly date: Found | null; readonly agency: Found | null } | null {
  const head = line.slice(0, LONGEST)
  const m = DATELINE.exec(head)
  if (m === null) return null
  const { place, date: words, agency: bracketed, wire } = m.groups as Record<string, string | undefined>
  const agency = bracketed ?? wire
  const date = words === undefined ? null : writtenDate(words)
  const dated = words !== undefined && (date === null ? DAY_OF_YEAR.test(words) : isBare(words, date))
  const certain = dated || (words === undefined && agency !== undefined && place === place?.toUpperCase())
  if (!certain) return null
  const from = words === undefined ? 0 : head.indexOf(words, place!.length)
  const name = agency === undefined ? 0 : head.indexOf(agency, place!.length)
  return {
    date: date === null ? null : { value: date.value, start: from + date.start, end: from + date.end },
    agency: agency === undefined ? null : { value: agency, start: name, end: name + agency.length },
  }
}

const DAY_OF_YEAR = /^(?:\p{Lu}[\p{L}]{2,8}\.?\s\d{1,2}|\d{1,2}\s\p{Lu}[\p{L}]{2,8}\.?)$/u
const WEEKDAY = `(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|mon|tue|wed|thu|fri|sat|sun)`
const CLOCK = String.raw`(?:\d{1,2}[:.]\d{2}(?::\d{2})?\s?(?:a\.?m\.?|p\.?m\.?)?\s?(?:gmt|utc|[a-z]{2,4})?)`
const AROUND = new RegExp(
  String.raw`^[\s,.|()/–—-]*(?:(?:first\s)?(?:published|posted|updated|date|dated|released?|issued)(?:\s(?:on|at))?\s?:?)?[\s,.|()–—-]*${WEEKDAY}?[\s,.|()–—-]*(?:at\s)?${CLOCK}?[\s,.|()/–—-]*$`,
  'iu',
)
const PLACE_COMMA = new RegExp(String.raw`^${PLACE},\s?[\s.]*$`, 'u')

/** Whether nothing but a weekday, a clock time or a word such as "Published" stands beside a date. */
const isBare = (line: string, date: Found): boolean =>
  AROUND.test(`${line.slice(0, date.start)} ${line.slice(date.end)}`)

/**
 * A date that stands alone on its line, or after a place or a byline: "5 May 2025", "Published on Monday, 5 May 2025", "Moscow, 5 May 2025",
 * "By Jane Doe, 5 May 2025". Not "Talks in Moscow, 5 May 2025", "The treaty of 19 June 2024".
 */
export function loneDate(line: string): Found | null {
  if (line.length > 160) return null
  const date = writtenDate(line)
  if (date === null) return null
  const updated = /[;,|(\s]+(?:last\s)?updated\b/iu.exec(line.slice(date.end))
  const short = updated === null ? line : line.slice(0, date.end + updated.index)
  if (isBare(short, date)) return date
  const before = short.slice(0, date.start)
  const bare = /^[\s.)]*$/u.test(short.slice(date.end))
  const named = /^(.*\p{L})\s?[,|–—·(-]\s?$/u.exec(before)
  return bare && (PLACE_COMMA.test(before) || (named !== null && byline(named[1]!) !== null)) ? date : null
}

/** Figures that can be read as more than one date: "25/05/05", "04/05/2025". */
export const doubtfulDate = (line: string): string | null =>
  /(?<![\d/.])\d{1,2}\/\d{1,2}\/(?:\d{4}|\d{2})(?![\d/])/u.exec(line)?.[0] ?? null

/** Whether a line tells of the document (who, when, where) and so is no heading. */
export const isImprint = (line: string): boolean =>
  byline(line) !== null || loneDate(line) !== null || dateline(line) !== null
