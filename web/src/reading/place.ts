import type { Span } from '../../../src/model/index.ts'
import type { ReadingView } from '../../../src/server/wire.ts'
import type { Entry } from './entries.ts'

/** What an address names in a document: an entry, or words that point back at one, which are then the passage to go to. */
export interface Place {
  readonly entry: Entry | null
  readonly passage: Span | null
}

export function placeOf(
  { happenings, parted }: Pick<ReadingView, 'happenings' | 'parted'>,
  entries: readonly Entry[],
  at: string | null,
): Place {
  const entry = (id: string | undefined): Entry | null => entries.find((e) => e.id === id) ?? null
  const named = at === null ? null : entry(at)
  if (at === null || named !== null) return { entry: named, passage: null }
  const groups = [
    ...happenings.map(({ id, tellings }) => ({ id, tellings })),
    ...parted.flatMap(({ findings, from }) => [
      { id: from[0]!.id, tellings: findings },
      { id: findings[0]!.id, tellings: from },
    ]),
  ]
  const telling = groups.flatMap((g) => g.tellings).find((t) => t.id === at && t.kind === 'recall')
  if (telling?.kind !== 'recall') return { entry: null, passage: null }
  return { entry: entry(groups.find((g) => g.tellings.includes(telling))?.id), passage: telling.record.span }
}
