import type { Span } from '../../model/index.ts'
import { covers, overlaps } from '../../text/index.ts'
import type { Quotation } from './quotations.ts'
import { runsOf, type Tree } from './tree.ts'

const openers = /^[“„«‘"'([{$€£#@`]|^''$/u
const closers = /^[”“»’"')\]}%°]|^''$/u

/** Stretches of some words of a sentence, without the punctuation at their ends; words parted only by punctuation stay together. */
export function stretches(tree: Tree, ids: readonly number[]): Span[] {
  const spans: Span[] = []
  const runs = joined(tree, ids)
  for (const run of runs) {
    let from = 0
    let to = run.length - 1
    const form = (at: number): string => tree.token(run[at]!)!.form
    const upos = (at: number): string => tree.token(run[at]!)!.upos
    while (from <= to && upos(from) === 'PUNCT' && !openers.test(form(from))) from++
    while (to >= from && upos(to) === 'PUNCT' && !closers.test(form(to)) && !/^[?!]+$/u.test(form(to))) to--
    // "Is it so?", he asked: the mark belongs to the question; an indirect one's full stop does not.
    while (
      to >= from &&
      /^[?!]+$/u.test(form(to)) &&
      !/^(?:[”"'’]|'')$/u.test(to + 1 < run.length ? form(to + 1) : '') &&
      upos(to) === 'PUNCT'
    )
      to--
    // A bracket that closes what began before these words.
    while (
      to > from &&
      /^[)\]]$/u.test(form(to)) &&
      !run.slice(from, to).some((id) => /^[([]$/u.test(tree.token(id)!.form))
    )
      to--
    if (from > to) continue
    spans.push({ start: tree.token(run[from]!)!.span.start, end: tree.token(run[to]!)!.span.end })
  }
  return spans
}

function joined(tree: Tree, ids: readonly number[]): number[][] {
  const runs: number[][] = []
  for (const run of runsOf(ids)) {
    const last = runs[runs.length - 1]
    const gap =
      last === undefined
        ? []
        : Array.from({ length: run[0]! - last[last.length - 1]! - 1 }, (_, i) => last[last.length - 1]! + 1 + i)
    if (last !== undefined && gap.every((id) => tree.token(id)?.upos === 'PUNCT')) last.push(...gap, ...run)
    else runs.push([...run])
  }
  return runs
}

/**
 * Spans made to agree with the quotation marks, which overrule the tree: a span that enters a quotation from outside takes all of it,
 * and one whose cue stands inside a quotation ends with it.
 */
export function balanced(text: string, spans: readonly Span[], cue: Span, quotations: readonly Quotation[]): Span[] {
  const home = innermost(quotations, cue)
  const within = home === null ? null : home.inner
  const out: Span[] = []
  for (const span of spans) {
    let { start, end } = span
    for (const quotation of quotationsTouching(quotations, span)) {
      if (covers(quotation.span, cue) || overlaps(quotation.span, cue)) continue
      const q = quotation.span
      if (q.start < end && start < q.end) {
        if (q.start < start) start = q.start
        if (q.end > end) end = q.end
      }
    }
    if (within !== null) {
      start = Math.max(start, within.start)
      end = Math.min(end, within.end)
    }
    while (start < end && /[\s,;:]/u.test(text[start]!)) start++
    while (end > start && /[\s,;:]/u.test(text[end - 1]!)) end--
    if (start < end) out.push({ start, end })
  }
  return merged(
    text,
    out.flatMap((span) => without(text, span, cue)),
  )
}

/** The smallest quotation that holds a span. Quotations stand in order of their start and nest. */
export function innermost(quotations: readonly Quotation[], span: Span): Quotation | null {
  let found: Quotation | null = quotations[firstFrom(quotations, span.start + 1) - 1] ?? null
  while (found !== null && !covers(found.span, span)) found = found.outer
  return found
}

/** Index of the first quotation that starts at `offset` or later. */
function firstFrom(quotations: readonly Quotation[], offset: number): number {
  let low = 0
  let high = quotations.length
  while (low < high) {
    const mid = (low + high) >> 1
    if (quotations[mid]!.span.start < offset) low = mid + 1
    else high = mid
  }
  return low
}

/** A span less another that lies in it. */
export function without(text: string, span: Span, hole: Span): Span[] {
  if (!overlaps(span, hole)) return [span]
  const parts = [
    { start: span.start, end: Math.min(span.end, hole.start) },
    { start: Math.max(span.start, hole.end), end: span.end },
  ]
  return parts.map((part) => trimmedOfPauses(text, part)).filter((part) => part.end > part.start)
}

/** A span without white space, commas and colons at its ends. */
export const trimmedOfPauses = (text: string, span: Span): Span => {
  let { start, end } = span
  while (start < end && /[\s,;:]/u.test(text[start]!)) start++
  while (end > start && /[\s,;:]/u.test(text[end - 1]!)) end--
  return { start, end }
}

/** Spans in order, those that touch or overlap made one. */
export function merged(text: string, spans: readonly Span[]): Span[] {
  const ordered = [...spans].sort((a, b) => a.start - b.start)
  const out: Span[] = []
  for (const span of ordered) {
    const last = out[out.length - 1]
    if (
      last !== undefined &&
      (span.start <= last.end ||
        (text.slice(last.end, span.start).trim() === '' && !text.slice(last.end, span.start).includes('\n')))
    )
      out[out.length - 1] = { start: last.start, end: Math.max(last.end, span.end) }
    else out.push({ ...span })
  }
  return out
}

/** Quotations that touch a span. */
export function quotationsTouching(quotations: readonly Quotation[], span: Span): Quotation[] {
  const out: Quotation[] = []
  const from = firstFrom(quotations, span.start)
  for (let before = quotations[from - 1] ?? null; before !== null; before = before.outer)
    if (before.span.end > span.start) out.push(before)
  for (let at = from; at < quotations.length && quotations[at]!.span.start < span.end; at++) out.push(quotations[at]!)
  return out
}
