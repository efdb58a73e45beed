import type { Doc, Sentence, Span } from '../../model/index.ts'
import { fromSuperscript } from './lists.ts'

/** A place in the text that points into the list, with the numbers it names. */
export interface Pointer {
  readonly span: Span
  readonly numbers: readonly number[]
}

const MOST_IN_RANGE = 60

/**
 * Pointers outside reference lists: "[3]", "[3, 5–7]", superscripts, and where the list is numbered up to `last` and no brackets are used,
 * figures that stand right after a word or a mark ("war.12"). "[2022]", "[1991–2000]", "[sic]" and "[…]" are none.
 */
export function pointersOf(doc: Doc, last: number): Pointer[] {
  const prose = doc.blocks.filter((b) => b.kind !== 'reference-list').map((b) => b.span)
  const find = (pattern: RegExp, numbers: (m: RegExpExecArray) => number[]): Pointer[] =>
    prose.flatMap((span) =>
      [...doc.text.slice(span.start, span.end).matchAll(pattern)].flatMap((m): Pointer[] => {
        const named = numbers(m as RegExpExecArray)
        return named.length === 0
          ? []
          : [{ span: { start: span.start + m.index, end: span.start + m.index + m[0].length }, numbers: named }]
      }),
    )
  const bracketed = find(/\[\d{1,4}(?:\s?[,;–—-]\s?\d{1,4}){0,12}\]/gu, (m) => expand(m[0].slice(1, -1), last))
  if (bracketed.length > 0) return bracketed
  const raised = find(/(?<=[\p{L}\p{P}])[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3}/gu, (m) => within([fromSuperscript(m[0])], last))
  if (raised.length > 0) return raised
  const lost = find(
    /(?<=\p{L}{2}[.,;:!?]?["”’»)]?|[.,]["”’»])(?<![$€£]|\d)\d{1,3}(?=\s+[\p{Lu}“"«(]|\s*$|[\s,;)])(?!\s?%)/gu,
    (m) => within([Number(m[0])], last),
  )
  return rising(lost) ? lost : []
}

const within = (numbers: readonly number[], last: number): number[] =>
  numbers.filter((n) => n >= 1 && n <= Math.max(last + 30, 1))

/** "3, 5–7" as 3 5 6 7; a year or a range of years is no number of an entry. */
function expand(list: string, last: number): number[] {
  const out: number[] = []
  for (const part of list.split(/[,;]/u)) {
    const [a, b] = part.split(/[–—-]/u).map((s) => Number(s.trim()))
    if (b === undefined) out.push(a!)
    else if (b > a! && b - a! < MOST_IN_RANGE) for (let n = a!; n <= b; n++) out.push(n)
    else return []
  }
  return out.every((n) => n >= 1 && n <= Math.max(last + 30, 1)) ? out : []
}

/** Lost superscripts are believed only where the figures rise from 1 as notes do. */
function rising(pointers: readonly Pointer[]): boolean {
  const numbers = pointers.flatMap((p) => p.numbers)
  if (numbers.length < 3 || numbers[0] !== 1) return false
  const steps = numbers.slice(1).filter((n, i) => n === numbers[i]! + 1 || n === numbers[i]).length
  return steps >= (numbers.length - 1) * 0.8
}

/** The stretch that a marker bears: the quotation that closes before it; at a sentence's end the sentence; within one the clause before it. */
export function claimOf(doc: Doc, pointer: Span, sentences: readonly Sentence[]): Span {
  const block = doc.blocks.find((b) => b.span.start <= pointer.start && pointer.end <= b.span.end)
  const floor = block?.span.start ?? 0
  const before = doc.text.slice(floor, pointer.start).replace(/[\s.,;]+$/u, '')
  const quoted = /["”»]$/u.test(before) ? openingOf(before) : null
  if (quoted !== null) return { start: floor + quoted, end: floor + before.length }
  const holding = sentenceBefore(sentences, floor + Math.max(0, before.length - 1))
  if (holding === undefined) return { start: floor, end: floor + before.length }
  const start = Math.min(holding.span.start, floor + before.length)
  const rest = doc.text.slice(pointer.end, holding.span.end)
  if (!/\p{L}/u.test(rest)) return { start, end: floor + before.length }
  const clause = Math.max(
    doc.text.lastIndexOf(';', pointer.start - 1),
    doc.text.lastIndexOf(', and ', pointer.start - 1),
    doc.text.lastIndexOf(', but ', pointer.start - 1),
  )
  return { start: clause > start ? clause + 1 : start, end: floor + before.length }
}

/** Where the quotation that ends `before` opens, counting nested marks back. */
function openingOf(before: string): number | null {
  if (before.endsWith('"')) {
    const at = before.lastIndexOf('"', before.length - 2)
    return at < 0 ? null : at
  }
  let depth = 0
  for (let i = before.length - 1; i >= 0; i--) {
    if (/[”»]/u.test(before[i]!)) depth++
    if (/[“«]/u.test(before[i]!) && --depth === 0) return i
  }
  return null
}

function sentenceBefore(sentences: readonly Sentence[], offset: number): Sentence | undefined {
  let low = 0
  let high = sentences.length - 1
  let best: Sentence | undefined
  while (low <= high) {
    const mid = (low + high) >> 1
    if (sentences[mid]!.span.start <= offset) {
      best = sentences[mid]
      low = mid + 1
    } else high = mid - 1
  }
  return best
}
