import type { Doc, Marker, Problem, Reference, Span } from '../model/index.ts'
import { defineStage } from '../pipeline/index.ts'
import { findingId, textOf } from '../text/index.ts'
import { entryLanguage, fieldsOf } from './refer/fields.ts'
import { entriesOf } from './refer/lists.ts'
import { claimOf, pointersOf } from './refer/markers.ts'

/** Reads the document's own reference list, and links the markers in its text to the entries by the printed number. */
export const refer = defineStage({
  name: 'refer',
  version: '1',
  needs: ['sentences'],
  adds: ['references', 'markers'],
  run(doc, { sentences }) {
    const references = entriesOf(doc).map(
      (entry): Reference => ({
        id: findingId(doc.id, 'reference', entry.span),
        number: entry.number,
        span: entry.span,
        fields: fieldsOf(doc.text, entry),
        language: entryLanguage(textOf(doc.text, entry.body)),
      }),
    )
    const byNumber = new Map(references.filter((r) => r.number !== null).map((r) => [r.number!, r]))
    const pointers = byNumber.size === 0 ? [] : pointersOf(doc, Math.max(...byNumber.keys()))
    const markers = pointers.flatMap(({ span, numbers }) => {
      const claim = claimOf(doc, span, sentences)
      return numbers.map(
        (number): Marker => ({
          id: findingId(doc.id, 'marker', span, String(number)),
          span,
          number,
          entry: byNumber.get(number)?.id ?? null,
          claim,
        }),
      )
    })
    return {
      layers: { references, markers },
      problems: [...markerProblems(markers), ...listProblems(doc, references, markers)],
    }
  },
})

const problem = (code: string, span: Span, message: string): Problem => ({ code, stage: 'refer', span, message })

const markerProblems = (markers: readonly Marker[]): Problem[] =>
  markers
    .filter((m) => m.entry === null)
    .map((m) =>
      problem('marker-without-entry', m.span, `the text points to [${m.number}], and the list has no such entry`),
    )

function listProblems(doc: Doc, references: readonly Reference[], markers: readonly Marker[]): Problem[] {
  const cited = new Set(markers.map((m) => m.entry))
  const named = (r: Reference) => (r.number === null ? 'an entry' : `[${r.number}]`)
  const uncited =
    markers.length === 0
      ? []
      : references
          .filter((r) => r.number !== null && !cited.has(r.id))
          .map((r) => problem('entry-never-cited', r.span, `nothing in the text points to ${named(r)}`))
  const doubled = references.flatMap((r, i) => {
    const twin = references.slice(0, i).find((other) => sameWork(other, r))
    return twin === undefined
      ? []
      : [problem('entry-duplicate', r.span, `${named(r)} is the same work as ${named(twin)}`)]
  })
  const numbers = references.filter((r) => r.number !== null)
  const gaps = numbers
    .slice(1)
    .flatMap((r, i) =>
      r.number! > numbers[i]!.number! + 1
        ? [problem('entry-number-gap', r.span, `the list goes from [${numbers[i]!.number}] to [${r.number}]`)]
        : [],
    )
  return [...uncited, ...doubled, ...gaps].map((p) => ({
    ...p,
    message: `${p.message}: “${textOf(doc.text, p.span!).slice(0, 60)}…”`,
  }))
}

/** The same address, or the same title word for word. */
function sameWork(a: Reference, b: Reference): boolean {
  const address = (r: Reference) =>
    r.fields.URL?.value.replace(/^https?:\/\/(?:www\.)?/u, '').replace(/\/$/u, '') ?? null
  if (address(a) !== null && address(a) === address(b)) return true
  const words = (r: Reference) =>
    r.fields.title?.value
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu)
      ?.join(' ') ?? ''
  return words(a).length > 20 && words(a) === words(b)
}
