import type { Doc, EventFinding, Problem, Span, Statement, TimeAnchor } from '../../model/index.ts'
import { compareInTime, textOf } from '../../text/index.ts'

type Anchors = Readonly<Record<string, TimeAnchor>>

/** A date that the words give; what is only assumed proves nothing. */
interface Firm {
  readonly value: string
  readonly span: Span
}

/** Orders in time that cannot be: something told as past is dated after the words that tell it, or after the document. Each names both dates. */
export function impossibleOrders(
  doc: Doc,
  events: readonly EventFinding[],
  statements: readonly Statement[],
  anchors: Anchors,
): Problem[] {
  const past = events.filter(({ status }) => status === 'happened' || status === 'ongoing')
  const told = [
    ...past.map(({ id, statement, trigger }) => ({ id, within: statement, words: trigger })),
    ...statements.flatMap(({ id, inside, cue }) => (cue === null ? [] : [{ id, within: inside, words: cue }])),
  ]
  return told.flatMap(({ id, within, words }): Problem[] => {
    const when = firm(anchors[id])
    if (when === null) return []
    const said = within === null ? null : firm(anchors[within])
    if (said !== null && compareInTime(said.value, when.value) < 0)
      return [problem(doc, 'said-before-happened', words, when, `it was said (${named(doc, said.span, said.value)})`)]
    if (doc.date.kind === 'unknown' || compareInTime(doc.date.value, when.value) >= 0) return []
    const { value, span } = doc.date
    return [problem(doc, 'dated-after-document', words, when, `the document (${named(doc, span, value)})`)]
  })
}

function firm(anchor: TimeAnchor | undefined): Firm | null {
  return anchor?.kind === 'stated' || anchor?.kind === 'derived' ? anchor : null
}

function problem(doc: Doc, code: string, words: Span, when: Firm, before: string): Problem {
  const message = `“${textOf(doc.text, words)}” is told as past, but its date (${named(doc, when.span, when.value)}) is after ${before}`
  return { code, stage: 'date', span: when.span, message }
}

/** "“5 June 2024”, 120–131, read as 2024-06-05". */
const named = (doc: Doc, span: Span | null, value: string): string =>
  span === null ? value : `“${textOf(doc.text, span)}”, ${span.start}–${span.end}, read as ${value}`
