import type { EventRecord, Recall, RecordedDecision, TellingLink } from '../model/index.ts'
import { foldDecisions, type Join } from './fold.ts'

/** A telling of a happening: an event of the record, or words that only point back at one. */
export type Telling =
  | { readonly kind: 'event'; readonly id: string; readonly record: EventRecord }
  | { readonly kind: 'recall'; readonly id: string; readonly record: Recall }

/** What happened, as one document tells it: `id` is that of the event told first; its tellings are in the order of the text. */
export interface Happening {
  readonly id: string
  readonly tellings: readonly Telling[]
  readonly joins: readonly Join<TellingLink>[]
}

/** What a document tells, from its current reading. */
export interface Told {
  readonly events: readonly EventRecord[]
  readonly recalls: readonly Recall[]
  readonly tellingLinks: readonly TellingLink[]
}

/** The happenings of a document: what evidence and decisions say is one. Words that point back at nothing any more are none. */
export function happeningsOf(told: Told, decisions: readonly RecordedDecision[]): Happening[] {
  const tellings: readonly Telling[] = [
    ...told.events.map((record) => ({ kind: 'event', id: record.id, record }) as const),
    ...told.recalls.map((record) => ({ kind: 'recall', id: record.id, record }) as const),
  ].sort((a, b) => placeOf(a) - placeOf(b))
  const byId = new Map(tellings.map((t) => [t.id, t]))
  const { groups } = foldDecisions(
    { findings: tellings.map((t) => t.id), links: told.tellingLinks, apart: () => false },
    decisions,
  )
  return groups.flatMap(({ members, joins }) => {
    const own = members.map((id) => byId.get(id)!)
    const first = own.find((t) => t.kind === 'event')
    return first === undefined ? [] : [{ id: first.id, tellings: own, joins }]
  })
}

const placeOf = (t: Telling): number => (t.kind === 'event' ? t.record.trigger.start : t.record.span.start)

/** The grounds and decisions that join one telling to others of its happening. */
export const joinsOf = ({ joins }: Happening, id: string): Join<TellingLink>[] =>
  joins.filter((join) =>
    join.by === 'evidence'
      ? join.link.findings.includes(id)
      : join.decision.kind === 'merged' && join.decision.findings.includes(id),
  )
