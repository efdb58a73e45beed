import type { Doc, Marker, Problem, Reference, Sentence, Span } from '../model/index.ts'
import { defineStage } from '../pipeline/index.ts'
import { findingId } from '../text/index.ts'
import { claimAround, claimOf, sentencesByBlock } from './refer/claims.ts'
import { readEntry } from './refer/entry.ts'
import { listFindings } from './refer/findings.ts'
import { linkedReferences } from './refer/links.ts'
import { findEntries } from './refer/lists.ts'
import { lostSuperscriptGroups } from './refer/lost.ts'
import { bracketGroups, type MarkerGroup, parenthesisGroups, superscriptGroups } from './refer/markers.ts'
import { authorYearGroups, callings } from './refer/names.ts'
import { meantBy } from './refer/shortforms.ts'

/** Reads the document's own list of references, links the markers in its text to it by the printed number, and finds the claim that each bears. */
export const refer = defineStage({
  name: 'refer',
  version: '2',
  needs: ['sentences'],
  adds: ['references', 'markers'],
  run(doc, { sentences }) {
    const { references, groups } = referencesOf(doc)
    const markers = linked(doc, groups, references, sentences)
    return { layers: { references, markers }, problems: [...listFindings(references, markers), ...missing(groups)] }
  },
})

/** The entries of the document's list with what points to them; without a list the addresses that its text links to. */
function referencesOf(doc: Doc): { readonly references: Reference[]; readonly groups: readonly Placed[] } {
  const list = findEntries(doc)
  const works = list.entries.map(
    (entry, place): Reference => ({
      id: findingId(doc.id, 'reference', entry.span, String(entry.number ?? place + 1)),
      number: entry.number,
      span: entry.span,
      ...withLinks(doc, readEntry(doc.text, entry.body), entry.span),
    }),
  )
  const meant = meantBy(
    works,
    list.entries.map(({ body }) => doc.text.slice(body.start, body.end)),
  )
  const references = works.map((work, i) => (meant[i] === null ? work : { ...work, meant: meant[i] }))
  const groups = markerGroups(doc, list.blocks, references)
  return references.length + groups.length > 0 ? { references, groups } : linkedReferences(doc)
}

/** An entry whose address is not printed but linked to. */
function withLinks<T extends Pick<Reference, 'fields'>>(doc: Doc, read: T, span: Span): T {
  const link = doc.links.find((l) => span.start <= l.span.start && l.span.end <= span.end)
  if (link === undefined || read.fields.URL !== null) return read
  return { ...read, fields: { ...read.fields, URL: { value: link.url, span: link.span } } }
}

interface Placed {
  readonly block: number
  readonly group: MarkerGroup
}

/**
 * All markers of the prose in order: of a numbered list brackets and raised figures, else plain figures that were raised; of an unnumbered
 * one names with years, else brackets that count its entries.
 */
function markerGroups(doc: Doc, listBlocks: ReadonlySet<number>, references: readonly Reference[]): Placed[] {
  const prose = doc.blocks.flatMap((b, block) => (listBlocks.has(block) ? [] : [{ block, span: b.span }]))
  const numbers = new Set(references.flatMap((r) => r.number ?? []))
  const has = (n: number): boolean => numbers.has(n)
  const inEach = (groups: (within: Span) => readonly MarkerGroup[]): Placed[] =>
    inOrder(prose.flatMap(({ block, span }) => groups(span).map((group) => ({ block, group }))))
  if (references.length > 0 && numbers.size === 0) {
    const known = callings(doc.text, references)
    const named = inEach((within) => authorYearGroups(doc.text, within, known))
    if (named.some(({ group }) => group.numbers.length > 0)) return named
  }
  const raised = inEach((within) => [...bracketGroups(doc.text, within), ...superscriptGroups(doc.text, within, has)])
  if (raised.length > 0 || numbers.size === 0) return raised
  if (isLabelledInParentheses(doc, references)) return inEach((within) => parenthesisGroups(doc.text, within, has))
  const spans = prose.map((p) => p.span)
  const lost = lostSuperscriptGroups(doc.text, spans, has, Math.max(...numbers))
  return inEach((within) => lost.filter(({ span }) => within.start <= span.start && span.end <= within.end))
}

/** Whether the list prints its numbers in round brackets: "(3) …". */
const isLabelledInParentheses = (doc: Doc, references: readonly Reference[]): boolean =>
  references.every(({ span }) => doc.text[span.start] === '(')

const inOrder = (groups: readonly Placed[]): Placed[] =>
  [...groups].sort((a, b) => a.group.span.start - b.group.span.start)

function linked(
  doc: Doc,
  placed: readonly Placed[],
  references: readonly Reference[],
  sentences: readonly Sentence[],
): Marker[] {
  const entries = new Map<number, string>()
  references.forEach((r, place) => {
    const number = r.number ?? place + 1
    if (!entries.has(number)) entries.set(number, r.id)
  })
  const bounds = sentencesByBlock(sentences)
  let before: { block: number; span: Span; claim: Span } | null = null
  return placed.flatMap(({ block, group }, i) => {
    const same = before !== null && before.block === block ? before : null
    const next = placed[i + 1]?.block === block ? placed[i + 1]!.group.span.start : null
    const setting = { doc, block, sentences: bounds.get(block) ?? [] }
    const claim: Span =
      same !== null && /^[\s,;]*$/u.test(doc.text.slice(same.span.end, group.span.start))
        ? same.claim
        : isWords(doc, group)
          ? claimAround(setting, group.span, same?.span.end ?? null, next)
          : claimOf(setting, group.span, same?.span.end ?? null)
    before = { block, span: group.span, claim }
    return group.numbers.map(
      (number): Marker => ({
        id: findingId(doc.id, 'marker', group.span, String(number)),
        span: group.span,
        number,
        entry: entries.get(number) ?? null,
        claim,
      }),
    )
  })
}

/** Whether a marker is words of its sentence: a link, or "Keller (2015)", and not "(Keller 2015)". */
const isWords = (doc: Doc, { style, span }: MarkerGroup): boolean =>
  style === 'link' || (style === 'author-year' && doc.text[span.start] !== '(')

/** Names and years in the text that an author–year list does not hold. */
const missing = (placed: readonly Placed[]): Problem[] =>
  placed.flatMap(({ group }) =>
    group.missing.map((name) => ({
      code: 'marker-without-entry',
      stage: 'refer',
      span: group.span,
      message: `no entry of the list is by ${name}; correct the marker or add the entry`,
    })),
  )
