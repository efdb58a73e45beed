import type { Block, Doc, Sentence, Span } from '../../model/index.ts'
import { trimmed } from '../../text/index.ts'

/** A quotation shorter than this is a word taken over ("so-called “aggression”"), and the marker bears the clause around it. */
const FEWEST_WORDS = 4
/** The longest interruption of one quotation: “…,” he told reporters in the capital. “…” */
const INTERRUPTION = 80
/** The longest stretch, in UTF-16 code units, that is searched for where a sentence or quotation begins or ends. */
const LONGEST = 5000
const CLAUSE =
  /[;:]\s|\s[—–]\s|,\s(?=(?:and|but|while|whereas|although|though|which|who|whose|because|so|yet|or|where|when)\s)/gu

/** Where markers stand in one block, and what bounds the claims there. */
export interface Setting {
  readonly doc: Doc
  readonly block: number
  /** Spans of the block's sentences, in order; empty where nobody found any. */
  readonly sentences: readonly Span[]
}

/**
 * The stretch that markers at `marker` bear: after a closing quotation mark the quotation; at a sentence's end the sentence; inside a
 * sentence the clause before; at the end of a block quotation the whole of it; alone in a paragraph the paragraph before.
 * `previous` is where the markers before it in the block end.
 */
export function claimOf(setting: Setting, marker: Span, previous: number | null): Span {
  const { doc, block } = setting
  const own = doc.blocks[block]!
  const before = trimmed(doc.text, { start: own.span.start, end: marker.start })
  if (before.start === before.end) return doc.blocks[block - 1]?.span ?? own.span
  const after = doc.text.slice(marker.end, own.span.end)
  if (own.kind === 'block-quotation' && !/[\p{L}\p{N}]/u.test(after)) return before
  return quotation(setting, before.end) ?? sentenceOrClause(setting, before, after, previous)
}

/**
 * The stretch that a marker bears which is itself words of the sentence ("Keller (2015) shows that …", a link): from the clause that it begins
 * or stands in to the sentence's end, or to the next such marker.
 */
export function claimAround(setting: Setting, marker: Span, previous: number | null, next: number | null): Span {
  const { text } = setting.doc
  const sentence = sentenceAt(setting, { start: setting.doc.blocks[setting.block]!.span.start, end: marker.end })
  const known = setting.sentences.find((s) => s.start <= marker.start && marker.start < s.end)
  const stop = known?.end ?? sentenceEnd(text, marker.end, setting.doc.blocks[setting.block]!.span.end)
  const from = Math.max(sentence.start, previous ?? 0)
  const clause = Math.min(marker.start, clauseStart(text, from, marker.end, marker.start))
  const start = quotations(text, from, clause).open ?? clause
  const end = next !== null && next < stop ? next : stop
  const lead = /^[\s,;:.–—]*(?:(?:and|but|while)\s)?/u.exec(text.slice(start, marker.start))?.[0].length ?? 0
  const tail =
    /[\s,;:–—(]*(?:\b(?:and|but|while|as|which)\s)?[\s(]*$/u.exec(text.slice(marker.end, end))?.[0].length ?? 0
  return trimmed(text, { start: start + lead, end: end === next ? end - tail : end })
}

/** Where the sentence that holds `from` ends, by full stops before a capital. */
function sentenceEnd(text: string, from: number, to: number): number {
  const m = /[.!?…][”"»)]*(?=\s+[\p{Lu}“"«])/u.exec(text.slice(from, Math.min(to, from + LONGEST)))
  return m === null ? to : from + m.index + m[0].length
}

/** The quotation that is still open at `end`, or that closes there. */
function quotation({ doc, block }: Setting, end: number): Span | null {
  const own = doc.blocks[block]!
  const { open, closed } = quotations(doc.text, Math.max(own.span.start, end - LONGEST), end)
  if (open !== null) return long(doc.text, { start: open, end })
  const last = closed.at(-1)
  if (last !== undefined && doc.text.slice(last.end, end).replace(/[.,;:!?]/gu, '') === '')
    return long(doc.text, { start: interrupted(doc.text, closed), end: last.end })
  if (!/[”»"][.,;:]?$/u.test(doc.text.slice(end - 2, end))) return null
  const start = carriedOver(doc, block)
  return start === null ? null : long(doc.text, { start, end })
}

const long = (text: string, span: Span): Span | null =>
  (text.slice(span.start, span.end).match(/[\p{L}\p{N}][\p{L}\p{N}’'-]*/gu) ?? []).length >= FEWEST_WORDS ? span : null

/** The outermost quotations from `start` to `end`, and where one begins that is still open. Marks nest; „ may be closed by “. */
function quotations(text: string, start: number, end: number): { open: number | null; closed: Span[] } {
  const stack: { mark: string; at: number }[] = []
  const closed: Span[] = []
  const close = (at: number): void => {
    const opened = stack.pop()
    if (opened !== undefined && stack.length === 0) closed.push({ start: opened.at, end: at + 1 })
  }
  for (let at = start; at < end; at++) {
    const c = text[at]!
    const top = stack.at(-1)?.mark
    if (c === '“' && top === '„') close(at)
    else if (c === '“' || c === '«' || c === '„') stack.push({ mark: c, at })
    else if (c === '”' || c === '»') close(at)
    else if (c === '"') {
      if (top === '"') close(at)
      else stack.push({ mark: c, at })
    }
  }
  return { open: stack[0]?.at ?? null, closed }
}

/** Where a quotation begins that its speaker interrupts: the marks close after a comma or dash and open again a few words on. */
function interrupted(text: string, closed: readonly Span[]): number {
  let i = closed.length - 1
  while (i > 0) {
    const gap = text.slice(closed[i - 1]!.end, closed[i]!.start)
    const pause = /[,…—–]/u.test(text[closed[i - 1]!.end - 2]!)
    if (
      gap.length > INTERRUPTION ||
      !pause ||
      /\[\d/u.test(gap) ||
      !/^[\s,…]*(?:\p{L}[^.!?]*[.,:]?)?[\s…]*$/u.test(gap)
    )
      break
    i--
  }
  return closed[i]!.start
}

/** Where a quotation begins that runs over several paragraphs and closes in this one without having been opened in it. */
function carriedOver(doc: Doc, block: number): number | null {
  for (let i = block - 1; i >= Math.max(0, block - 10); i--) {
    const { kind, span } = doc.blocks[i] as Block
    if (kind === 'heading' || kind === 'reference-list') return null
    const { open, closed } = quotations(doc.text, span.start, span.end)
    if (open !== null) return open
    if (closed.length > 0) return null
  }
  return null
}

function sentenceOrClause(setting: Setting, before: Span, after: string, previous: number | null): Span {
  const { text } = setting.doc
  const sentence = sentenceAt(setting, before)
  const ended =
    /[.!?…。][”"’»)\]]*$/u.test(text.slice(sentence.start, before.end)) ||
    /^(?:\s?\[[\d,;\s–-]+\])*\s*(?:[.!?。]|$)/u.test(after)
  const floor = previous !== null && previous > sentence.start ? previous : sentence.start
  if (ended && floor === sentence.start) return trimmed(text, { start: sentence.start, end: before.end })
  const start = clauseStart(text, floor, before.end)
  const lead = /^[\s,;:.–—]*(?:(?:and|but|while)\s)?/u.exec(text.slice(start, before.end))?.[0].length ?? 0
  const claim = trimmed(text, { start: start + lead, end: before.end })
  return claim.start < claim.end ? claim : trimmed(text, { start: sentence.start, end: before.end })
}

/** The last boundary of a clause, not after `latest`, that leaves at least two words before `to`. */
function clauseStart(text: string, from: number, to: number, latest = to): number {
  const within = text.slice(from, to)
  const starts = [...within.matchAll(CLAUSE)].map((m) => m.index + m[0].length).filter((s) => from + s <= latest)
  const fit = starts.reverse().find((s) => (within.slice(s).match(/[\p{L}\p{N}]+/gu) ?? []).length >= 2)
  return from + (fit ?? 0)
}

/** The sentence that holds the last character of `before`; by full stops where no sentences are known. */
function sentenceAt({ doc, sentences }: Setting, before: Span): Span {
  const at = before.end - 1
  const known = sentences.find(
    (s) => s.start <= at && at < s.end && /[\p{L}\p{N}]/u.test(doc.text.slice(s.start, before.end)),
  )
  if (known !== undefined && /\p{L}/u.test(doc.text.slice(known.start, before.end).replace(/\[\d+\]/gu, '')))
    return {
      start:
        known.start + (/^(?:\s*\[[\d,;\s–-]+\])+\s*/u.exec(doc.text.slice(known.start, before.end))?.[0].length ?? 0),
      end: known.end,
    }
  const from = Math.max(before.start, before.end - LONGEST)
  const stops = [...doc.text.slice(from, at).matchAll(/[.!?]["”»)]?(?:\s?\[[\d,;\s–-]+\])*\s+(?=[\p{Lu}“"«])/gu)]
  const last = stops.at(-1)
  return { start: last === undefined ? before.start : from + last.index + last[0].length, end: before.end }
}

/** Sentence spans by block. */
export function sentencesByBlock(sentences: readonly Sentence[]): ReadonlyMap<number, readonly Span[]> {
  const out = new Map<number, Span[]>()
  for (const s of sentences) {
    const list = out.get(s.block)
    if (list === undefined) out.set(s.block, [s.span])
    else list.push(s.span)
  }
  return out
}
