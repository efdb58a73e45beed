import type { RecordedDecision, TellingLink } from '../../../model/index.ts'
import { happeningsOf, type Join, joinsOf, type Telling } from '../../../review/index.ts'
import type { Store } from '../../../store/store.ts'
import { voice } from '../voice.ts'

/** The other tellings of an event's happening, each with its words, who tells it, and what joins the two. */
export function tellingsBeside(id: string, store: Store): { json: unknown; rows: [string, string][] } {
  const found = store.happening(id)
  const reading = found === null ? null : store.reading(found.doc)
  const happening =
    reading === null ? undefined : happeningsOf(reading, store.decisions('event')).find((h) => h.id === found?.id)
  const others = happening?.tellings.filter((t) => t.id !== id) ?? []
  const joins = happening === undefined ? [] : joinsOf(happening, id)
  return {
    json: { happening: happening?.id ?? id, others, joins },
    rows: others.map((t) => ['told again', againLine(t, joins)]),
  }
}

function againLine({ id, kind, record }: Telling, joins: readonly Join<TellingLink>[]): string {
  const why = joins.flatMap((join) => {
    if (join.by === 'decision') return decides(join.decision, id) ? [`decision ${join.decision.number}`] : []
    const { findings, kind: how, probability, grounds } = join.link
    return findings.includes(id) ? [`${how}, ${probability.toFixed(2)}: ${grounds.map((g) => g.words).join(', ')}`] : []
  })
  const status = kind === 'event' ? record.status : 'points back'
  return `${id} “${record.citation.exact}” (${status}), according to ${record.speakers.map(voice).join(' → ')}${why.length > 0 ? `; ${why.join('; ')}` : ''}`
}

const decides = (decision: RecordedDecision, id: string): boolean =>
  decision.kind === 'merged' && decision.findings.includes(id)
