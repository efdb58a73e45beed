import type { Block, Fact, Span } from '../model/index.ts'
import { bounds, isDate, writtenDate } from '../text/index.ts'
import { basis, byline, dateline, doubtfulDate, type Found, isImprint, loneDate } from './imprint.ts'
import type { Content, Facts, Given } from './reader.ts'

/** Blocks looked at from the beginning, and from the end. */
const HEAD = 6
const TAIL = 3
const LINE = 400

interface Line {
  readonly text: string
  readonly block: Block
  readonly first: boolean
}

/**
 * The document's facts: what was given, else what its format says to readers, else what its first or last lines say in so many words,
 * else what the writing program filled in, else unknown with the reason.
 */
export function factsOf(content: Content, given: Given): Facts {
  const prose = content.blocks.filter((b) => b.kind !== 'reference-list')
  const line = (block: Block): Line => ({
    text: content.text.slice(block.span.start, Math.min(block.span.end, block.span.start + LINE)),
    block,
    first: block === content.blocks[0],
  })
  const head = prose.slice(0, HEAD).map(line)
  const tail = prose.slice(Math.max(HEAD, prose.length - TAIL)).map(line)
  const { facts, properties } = content
  return {
    title:
      asGiven(given.title, '--title') ??
      facts.title ??
      titleLine(head) ??
      filledIn(properties.title, NO_TITLE) ??
      unknown('no title was found; give --title'),
    author:
      asGiven(given.author, '--author') ??
      facts.author ??
      authorLine(head, tail) ??
      filledIn(properties.author, NO_AUTHOR) ??
      unknown('no author was found; give --author'),
    publisher:
      asGiven(given.publisher, '--publisher') ??
      facts.publisher ??
      firstOf(head, (l) => known(l, dateline(l.text)?.agency ?? null, 'dateline')) ??
      properties.publisher ??
      unknown('no publisher was found; give --publisher'),
    date:
      asGiven(given.date, '--date') ??
      asDay(facts.date) ??
      firstOf(head, (l) => known(l, dateline(l.text)?.date ?? null, 'dateline')) ??
      firstOf(head, (l) => known(l, loneDate(l.text), 'first lines')) ??
      firstOf(tail, (l) => known(l, loneDate(l.text), 'last lines')) ??
      unknown(noDate(facts.date, [...head, ...tail])),
  }
}

const unknown = (reason: string): Fact => ({ kind: 'unknown', reason })

const asGiven = (value: string | null, option: string): Fact | null =>
  value === null || value.trim() === '' ? null : { kind: 'known', value: value.trim(), from: option, span: null }

function firstOf(lines: readonly Line[], look: (line: Line) => Fact | null): Fact | null {
  for (const line of lines) {
    const fact = look(line)
    if (fact !== null) return fact
  }
  return null
}

function known(line: Line, found: Found | null, from: string): Fact | null {
  if (found === null) return null
  const { start } = line.block.span
  const span: Span = { start: start + found.start, end: start + found.end }
  return { kind: 'known', value: found.value, from, span }
}

/** A date in any written form as EDTF; null when none can be read. */
function asDay(fact: Fact | null): Fact | null {
  if (fact?.kind !== 'known') return null
  const compact = /^(\d{4})(\d{2})(\d{2})(?!\d)/u.exec(fact.value)
  const value = compact === null ? fact.value : `${compact[1]}-${compact[2]}-${compact[3]}`
  if (isEdtf(value)) return { ...fact, value }
  const date = writtenDate(value)
  return date === null ? null : { ...fact, value: date.value }
}

/** Whether a value is EDTF as Dragoman reads it, and a day that exists. */
export function isEdtf(value: string): boolean {
  return value.split('/').every((end) => {
    if (end === '' || end === '..') return value.includes('/')
    const day = /^(\d{4})-(\d{2})(?:-(\d{2}))?[~?%]?$/u.exec(end)
    if (day !== null && (day[3] !== undefined || Number(day[2]) <= 12))
      return isDate(Number(day[1]), Number(day[2]), day[3] === undefined ? 1 : Number(day[3]))
    return bounds(end) !== null
  })
}

/** A title heading, else the first heading that is long enough to be no label of a section. */
function titleLine(head: readonly Line[]): Fact | null {
  const headings = head.filter((l) => l.block.kind === 'heading' && !isImprint(l.text))
  const title = headings.find((l) => l.block.level === 1) ?? headings.find((l) => l.text.length > 12)
  return title === undefined
    ? null
    : known(title, { value: title.text, start: 0, end: title.text.length }, 'first heading')
}

/** A byline that is not the document's first line (unless a date follows it), else the speaker whose words the text says that it gives. */
function authorLine(head: readonly Line[], tail: readonly Line[]): Fact | null {
  const byName = (line: Line): Fact | null => {
    const found = byline(line.text)
    return found === null || (line.first && !found.dated) ? null : known(line, found, 'byline')
  }
  const byBasis = (line: Line): Fact | null => {
    const found = basis(line.text)
    return found === null ? null : known(line, found, `first lines: “${found.wording}”`)
  }
  return firstOf(head, byName) ?? firstOf(head, byBasis) ?? firstOf(tail, byName)
}

/** What programs put in when nobody has said anything. */
const NO_TITLE =
  /^(?:microsoft (?:word|powerpoint)\b.*|untitled.*|document ?\d*|presentation ?\d*|.*\.(?:docx?|pdf|indd|qxd|rtf|odt|tmp))$/iu
const NO_AUTHOR =
  /^(?:un-?named|unknown|python-docx|admin(?:istrator)?|user ?\d*|owner|author|root|guest|pc|home|office|hp|dell|lenovo|asus|acer|microsoft.*)$/iu

const filledIn = (fact: Fact | null, unfit: RegExp): Fact | null =>
  fact?.kind === 'known' && !unfit.test(fact.value) ? fact : null

function noDate(stated: Fact | null, lines: readonly Line[]): string {
  if (stated?.kind === 'known')
    return `${stated.from} says “${stated.value.slice(0, 40)}”, which is no date; give --date`
  for (const { text } of lines) {
    const doubtful = text.length < 160 ? doubtfulDate(text) : null
    if (doubtful !== null) return `“${doubtful}” can be read as more than one date; give --date`
  }
  return 'no date of publication was found; give --date'
}
