import type { Citation, Doc, Span } from '../model/index.ts'

const CONTEXT = 32

/** A citation of a span: its text, a little before and after, its place and page. */
export function citationOf(doc: Doc, span: Span): Citation {
  const block = doc.blocks.find((b) => b.span.start <= span.start && span.start < b.span.end)
  return {
    doc: doc.id,
    exact: doc.text.slice(span.start, span.end),
    prefix: doc.text.slice(Math.max(0, span.start - CONTEXT), span.start),
    suffix: doc.text.slice(span.end, span.end + CONTEXT),
    start: span.start,
    end: span.end,
    page: block?.page ?? null,
  }
}

/** Finds a citation again in a changed text: by place, else by quotation with the most context in common; null when it is gone. */
export function reanchor(text: string, citation: Citation): Span | null {
  const { exact, prefix, suffix, start } = citation
  if (exact === '') return null
  if (text.startsWith(exact, start)) return { start, end: start + exact.length }
  let best: { at: number; score: number } | null = null
  for (let at = text.indexOf(exact); at >= 0; at = text.indexOf(exact, at + 1)) {
    const score =
      sameEnd(text.slice(Math.max(0, at - prefix.length), at), prefix) +
      sameStart(text.slice(at + exact.length, at + exact.length + suffix.length), suffix)
    if (
      best === null ||
      score > best.score ||
      (score === best.score && Math.abs(at - start) < Math.abs(best.at - start))
    )
      best = { at, score }
  }
  return best === null ? null : { start: best.at, end: best.at + exact.length }
}

function sameStart(a: string, b: string): number {
  let n = 0
  while (n < a.length && n < b.length && a[n] === b[n]) n++
  return n
}

function sameEnd(a: string, b: string): number {
  let n = 0
  while (n < a.length && n < b.length && a[a.length - 1 - n] === b[b.length - 1 - n]) n++
  return n
}
