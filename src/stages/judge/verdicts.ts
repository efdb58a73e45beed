import type { BetterEntry, Evidence, Marker, Verdict } from '../../model/index.ts'
import type { Meant } from './align.ts'

/** Below `wrong` a marker does not fit, below `doubt` it is doubtful; `told` is the least evidence that says "fits" by itself. */
const BOUNDS = { wrong: 0.2, doubt: 0.5, told: 1, better: 0.5 } as const

/** What a marker is judged by. `evidence` gives that of any place in the list. */
export interface Case {
  readonly marker: Marker
  readonly place: number | null
  readonly meant: Meant
  entry(place: number): string
  evidence(place: number): Evidence[]
}

/** The verdict of one marker. */
export function verdictOf({ marker, place, meant, entry, evidence }: Case): Verdict {
  const better = (least: number): BetterEntry | null =>
    meant.other === null || meant.other.probability < least
      ? null
      : {
          entry: entry(meant.other.place),
          probability: Math.min(1, meant.other.probability),
          evidence: evidence(meant.other.place),
        }
  if (marker.entry === null || place === null)
    return { kind: 'no-entry', marker: marker.id, better: better(BOUNDS.better) }
  const shown = evidence(place)
  const judged = { marker: marker.id, entry: marker.entry, probability: meant.printed, evidence: shown }
  if (meant.printed < BOUNDS.wrong) return { kind: 'does-not-fit', ...judged, better: better(BOUNDS.better) }
  if (meant.printed < BOUNDS.doubt) return { kind: 'doubtful', ...judged, better: better(BOUNDS.better) }
  const told = shown.filter((e) => e.side === 'for').reduce((sum, e) => sum + e.weight, 0)
  return { kind: told >= BOUNDS.told ? 'fits' : 'undecided', ...judged }
}
