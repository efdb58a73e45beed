import type { ListExplanation, Marker, Reference, Renumbering, ShiftCause } from '../../model/index.ts'
import type { Alignment } from './align.ts'
import { type Change, targetOf } from './hypotheses.ts'
import type { Twins } from './works.ts'

/** The most explanations that are told. */
const MOST = 5

/** The changes of an alignment as explanations: those of one kind that differ only in where they begin are one, told by the likeliest. */
export function explanationsOf(
  { changes }: Alignment,
  markers: readonly Marker[],
  references: readonly Reference[],
  places: readonly (number | null)[],
  twins: readonly Twins[],
): ListExplanation[] {
  const groups = Map.groupBy(changes, ({ change }) => kindOf(change))
  return [...groups.values()]
    .map((group) => {
      const probability = Math.min(
        1,
        group.reduce((sum, h) => sum + h.probability, 0),
      )
      const renumbering = renumber(group[0]!.change, markers, references, places)
      return tell(group[0]!.change, { probability, renumbering }, { markers, references, places, twins })
    })
    .filter((e) => e.probability >= 0.01)
    .sort((a, b) => b.probability - a.probability)
    .slice(0, MOST)
}

/** What makes two changes the same explanation. */
function kindOf(change: Change): string {
  if (change.kind === 'shift') return `shift ${change.steps.map((s) => s.by).join(' ')}`
  if (change.kind === 'swap') return `swap ${change.a} ${change.b}`
  if (change.kind === 'move') return `move ${change.length} ${change.by}`
  return change.kind
}

function renumber(
  change: Change,
  markers: readonly Marker[],
  references: readonly Reference[],
  places: readonly (number | null)[],
): Renumbering[] {
  return markers.flatMap((marker, i) => {
    const place = places[i] ?? null
    if (place === null) return []
    const target = targetOf(change, place)
    if (target === place) return []
    const entry = target === null ? undefined : references[target]
    return [{ marker: marker.id, from: marker.number, to: entry === undefined ? null : (entry.number ?? target! + 1) }]
  })
}

interface About {
  readonly markers: readonly Marker[]
  readonly references: readonly Reference[]
  readonly places: readonly (number | null)[]
  readonly twins: readonly Twins[]
}

type Common = Pick<ListExplanation, 'probability' | 'renumbering'>

function tell(change: Change, common: Common, about: About): ListExplanation {
  const { references } = about
  const number = (place: number): string => `[${references[place]?.number ?? place + 1}]`
  const id = (place: number): string => references[place]!.id
  switch (change.kind) {
    case 'none':
      return { kind: 'none', ...common, why: 'the numbers stand as the claims need them' }
    case 'mixed':
      return {
        kind: 'mixed',
        ...common,
        why: 'several markers miss their entries, and no single change of the list explains it',
      }
    case 'swap':
      return {
        kind: 'swap',
        ...common,
        entries: [id(change.a), id(change.b)],
        why: `entries ${number(change.a)} and ${number(change.b)} stand in each other’s place`,
      }
    case 'move': {
      const { first, length, by } = change
      const [from, to] = [first + by, first + by + length - 1]
      const what = length === 1 ? `entry ${number(from)}` : `entries ${number(from)}–${number(to)}`
      const place =
        by > 0
          ? `before ${number(Math.min(first, references.length - 1))}`
          : `behind ${number(Math.min(first + length - 1, references.length - 1))}`
      return {
        kind: 'move',
        ...common,
        first: id(from),
        last: id(to),
        by,
        why: `${what} once stood ${place}, and those between have moved up`,
      }
    }
    case 'shift':
      return shift(change.steps, common, about)
  }
}

function shift(
  steps: readonly { readonly from: number; readonly by: number }[],
  common: Common,
  about: About,
): ListExplanation {
  const { markers, places } = about
  const [step, ...more] = steps
  const touched = markers
    .map((marker, i) => ({ marker, place: places[i] ?? null }))
    .filter(({ place }) => place !== null && place >= step!.from)
    .sort((a, b) => a.place! - b.place! || a.marker.span.start - b.marker.span.start)
  const from = touched[0]?.marker ?? markers.at(-1)!
  const { by } = step!
  const cause = causeOf(step!, about)
  const small = Math.abs(by) === 1 ? 'one' : String(Math.abs(by))
  const then = more
    .map((s) =>
      s.by === 0
        ? `, up to [${numberAt(about, s.from - 1)}]`
        : `, and from [${numberAt(about, s.from)}] on ${s.by > 0 ? `${s.by} too small` : `${-s.by} too large`}`,
    )
    .join('')
  return {
    kind: 'shift',
    ...common,
    by,
    from: from.id,
    number: from.number,
    cause,
    why: `from marker [${from.number}] on the numbers are ${small} too ${by > 0 ? 'small' : 'large'}${then}: ${CAUSES[cause.kind]}`,
  }
}

const CAUSES: Readonly<Record<ShiftCause['kind'], string>> = {
  'entry-doubled': 'an entry stands in the list twice',
  'entry-added': 'the list has an entry that no claim needs',
  'entry-missing': 'the list lacks an entry that a claim needs',
}

const numberAt = ({ references }: About, place: number): number => references[place]?.number ?? place + 1

/** How far from the place where a shift shows a doubled entry may stand: markers in between may tell nothing. */
const AROUND = 3

function causeOf({ from, by }: { from: number; by: number }, { references, twins }: About): ShiftCause {
  if (by < 0) return { kind: 'entry-missing' }
  const near = twins
    .flatMap(({ first, second }) => [
      { at: second, of: first },
      { at: first, of: second },
    ])
    .filter(({ at }) => at >= from - AROUND && at < from + by + AROUND)
    .sort((a, b) => Math.abs(a.at - from) - Math.abs(b.at - from))[0]
  if (near !== undefined) return { kind: 'entry-doubled', entry: references[near.at]!.id, of: references[near.of]!.id }
  return { kind: 'entry-added', entry: references[from]?.id ?? null }
}
