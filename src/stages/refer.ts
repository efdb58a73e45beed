import type { Doc, Marker, Problem, Reference, Sentence, Span } from '../model/index.ts'
import { defineStage } from '../pipeline/index.ts'
import { findingId } from '../text/index.ts'
import { claimOf, sentencesByBlock } from './refer/claims.ts'
import { readEntry } from './refer/entry.ts'
import { listFindings } from './refer/findings.ts'
import { findEntries } from './refer/lists.ts'
import {
  authorYearGroups,
  bracketGroups,
  lostSuperscriptGroups,
  type MarkerGroup,
  superscriptGroups,
} from './refer/markers.ts'

/** Reads the document's own list of references, links the markers in its text to it by the printed number, and finds the claim that each bears. */
export const refer = defineStage({
  name: 'refer',
  version: '1',
  needs: ['sentences'],
  adds: ['references', 'markers'],
  run(doc, { sentences }) {
    const list = findEntries(doc)
    const references = list.entries.map(
      (entry, place): Reference => ({
        id: findingId(doc.id, 'reference', entry.span, String(entry.number ?? place + 1)),
        number: entry.number,
        span: entry.span,
        ...readEntry(doc.text, entry.body),
      }),
    )
    const groups = markerGroups(doc, list.blocks, references)
    const markers = linked(doc, groups, references, sentences)
    return { layers: { references, markers }, problems: [...listFindings(references, markers), ...missing(groups)] }
  },
})

interface Placed {
  readonly block: number
  readonly group: MarkerGroup
}

/** All markers of the prose in order. Plain figures and names with years are looked for only where no bracket or raised figure is used. */
function markerGroups(doc: Doc, listBlocks: ReadonlySet<number>, references: readonly Reference[]): Placed[] {
  const prose = doc.blocks.flatMap((b, block) => (listBlocks.has(block) ? [] : [{ block, span: b.span }]))
  const numbers = new Set(references.flatMap((r) => r.number ?? []))
  const has = (n: number): boolean => numbers.has(n)
  const plain = prose.flatMap(({ block, span }) =>
    [...bracketGroups(doc.text, span), ...superscriptGroups(doc.text, span, has)].map((group) => ({ block, group })),
  )
  if (plain.length > 0 || references.length === 0) return inOrder(plain)
  if (numbers.size > 0) {
    const blockAt = new Map(prose.map((p) => [p.span, p.block]))
    const spans = prose.map((p) => p.span)
    return lostSuperscriptGroups(doc.text, spans, has).map((group) => ({
      block: blockAt.get(spans.find((s) => s.start <= group.span.start && group.span.end <= s.end)!)!,
      group,
    }))
  }
  return prose.flatMap(({ block, span }) =>
    authorYearGroups(doc.text, span, references).map((group) => ({ block, group })),
  )
}

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
  return placed.flatMap(({ block, group }) => {
    const same = before !== null && before.block === block
    const touching = same && doc.text.slice(before!.span.end, group.span.start).trim() === ''
    const claim: Span = touching
      ? before!.claim
      : claimOf({ doc, block, sentences: bounds.get(block) ?? [] }, group.span, same ? before!.span.end : null)
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
