import type { ListExplanation, Marker, Reference, Renumbering, ShiftCause } from '../../model/index.ts'
import type { Alignment } from './align.ts'
import { type Change, type Step, targetsOf } from './hypotheses.ts'
import { firstCopies, type Twins } from './works.ts'

/** The most explanations that are told, and the least likely one. */
const MOST = 5
const LEAST = 0.01

/** What an explanation speaks of. `places` are the markers' printed places in the list. */
export interface About {
  readonly markers: readonly Marker[]
  readonly references: readonly Reference[]
  readonly places: readonly (number | null)[]
  readonly twins: readonly Twins[]
}

/** The changes of an alignment as explanations: those of one kind that differ only in where they begin are one, told by the likeliest. */
export function explanationsOf(alignment: Alignment, about: About): ListExplanation[] {
  const groups = Map.groupBy(alignment.changes, ({ change }) => kindOf(change))
  return [...groups.values()]
    .map((group) => {
      const sum = group.reduce((total, h) => total + h.probability, 0)
      const renumbering = renumbered(group[0]!.change, alignment, about)
      return tell(group[0]!.change, { probability: Math.min(1, sum), renumbering }, about)
    })
    .filter((e) => e.probability >= LEAST)
    .sort((a, b) => b.probability - a.probability)
    .slice(0, MOST)
}

/** What makes two changes the same explanation. */
function kindOf(change: Change): string {
  if (change.kind === 'shift') return `shift ${change.steps.map((s) => s.by).join(' ')}`
  if (change.kind === 'recount') return `shift ${change.by}`
  if (change.kind === 'swap') return `swap ${change.a} ${change.b}`
  if (change.kind === 'move') return `move ${change.length} ${change.by}`
  return change.kind
}

/** New numbers for the markers whose entry is another work; where a marker may mean either, the likelier. */
function renumbered(
  change: Change,
  { meant }: Alignment,
  { markers, references, places, twins }: About,
): Renumbering[] {
  const works = firstCopies(references.length, twins)
  return markers.flatMap((marker, i) => {
    const place = places[i] ?? null
    if (place === null) return []
    const targets = targetsOf(change, place)
    const target = targets.length > 1 && meant[i]!.other?.place !== targets.at(-1) ? targets[0]! : targets.at(-1)!
    if (targets.length > 1 && meant[i]!.printed >= (meant[i]!.other?.probability ?? 0)) return []
    if (target === place || (target !== null && target < works.length && works[target] === works[place])) return []
    const entry = target === null ? undefined : references[target]
    return [{ marker: marker.id, from: marker.number, to: entry === undefined ? null : (entry.number ?? target! + 1) }]
  })
}

type Common = Pick<ListExplanation, 'probability' | 'renumbering'>

function tell(change: Change, common: Common, about: About): ListExplanation {
  const { references } = about
  const id = (place: number): string => references[place]!.id
  switch (change.kind) {
    case 'none':
      return { kind: 'none', ...common, why: 'the numbers stand as the claims need them' }
    case 'mixed': {
      const why = 'several markers miss their entries, and no single change of the list explains it'
      return { kind: 'mixed', ...common, why }
    }
    case 'swap': {
      const why = `entries ${called(about, change.a)} and ${called(about, change.b)} stand in each other’s place`
      return { kind: 'swap', ...common, entries: [id(change.a), id(change.b)], why }
    }
    case 'move': {
      const [first, last] = [change.first + change.by, change.first + change.by + change.length - 1]
      const why = `${moved(change, about)}, and those between have moved up`
      return { kind: 'move', ...common, first: id(first), last: id(last), by: change.by, why }
    }
    case 'recount':
      return shift([change], common, about, doubledNear(change, about) ?? addedNear(change, common, about))
    case 'shift':
      return shift(change.steps, common, about, causeOf(change.steps[0]!, about))
  }
}

/** How a place of the list is called in a message. */
const called = ({ references }: About, place: number): string => `[${references[place]?.number ?? place + 1}]`

function moved({ first, length, by }: { first: number; length: number; by: number }, about: About): string {
  const from = called(about, first + by)
  const what = length === 1 ? `entry ${from}` : `entries ${from}–${called(about, first + by + length - 1)}`
  return `${what} once stood ${by > 0 ? `before ${called(about, first)}` : `behind ${called(about, first + length - 1)}`}`
}

function shift(steps: readonly Step[], common: Common, about: About, cause: ShiftCause): ListExplanation {
  const [step, ...more] = steps
  const from = firstTouched(common, about) ?? firstFrom(step!.from, about)
  const off = (by: number): string => `${Math.abs(by) === 1 ? 'one' : Math.abs(by)} too ${by > 0 ? 'small' : 'large'}`
  const then = more.map(({ from: at, by }) =>
    by === 0 ? `, up to ${called(about, at - 1)}` : `, and from ${called(about, at)} on ${off(by)}`,
  )
  const why = `from marker [${from.number}] on the numbers are ${off(step!.by)}${then.join('')}: ${CAUSES[cause.kind]}`
  return { kind: 'shift', ...common, by: step!.by, from: from.id, number: from.number, cause, why }
}

/** The marker with the lowest number that gets another one, the first of them in the text. */
function firstTouched({ renumbering }: Common, { markers }: About): Marker | undefined {
  const touched = new Set(renumbering.map((r) => r.marker))
  return markers.filter((m) => touched.has(m.id)).sort((a, b) => a.number - b.number || a.span.start - b.span.start)[0]
}

const firstFrom = (from: number, { markers, places }: About): Marker =>
  markers.find((_, i) => (places[i] ?? -1) >= from) ?? markers.at(-1)!

const CAUSES: Readonly<Record<ShiftCause['kind'], string>> = {
  'entry-doubled': 'an entry stands in the list twice',
  'entry-added': 'the list has an entry that no claim needs',
  'entry-missing': 'the list lacks an entry that a claim needs',
  'markers-renumbered': 'the list is whole, and the numbers in the text were changed',
}

/** How far from the place where a shift shows a doubled entry may stand: markers in between may tell nothing. */
const AROUND = 3

function causeOf({ from, by }: Step, about: About): ShiftCause {
  if (by > 0)
    return doubledNear({ from, by }, about) ?? { kind: 'entry-added', entry: about.references[from]?.id ?? null }
  const lost = about.places.some((place) => place !== null && place >= from && place < from - by)
  return { kind: lost ? 'entry-missing' : 'markers-renumbered' }
}

/** The entry near where the numbers part that no marker means once they are mended; without one the list is whole. */
function addedNear({ from, by }: Step, { renumbering }: Common, { markers, references }: About): ShiftCause {
  const to = new Map(renumbering.map((r) => [r.marker, r.to]))
  const meant = new Set(markers.map((m) => (to.has(m.id) ? to.get(m.id) : m.number)))
  const added = references.slice(from - by, from + by).find((r) => r.number !== null && !meant.has(r.number))
  return added === undefined ? { kind: 'markers-renumbered' } : { kind: 'entry-added', entry: added.id }
}

/** The copy of another entry that stands nearest to where a shift shows. */
function doubledNear({ from, by }: Step, { references, twins }: About): ShiftCause | null {
  const near = twins
    .flatMap(({ first, second }) => [
      { at: second, of: first },
      { at: first, of: second },
    ])
    .filter(({ at }) => at >= from - AROUND && at < from + by + AROUND)
    .sort((a, b) => Math.abs(a.at - from) - Math.abs(b.at - from))[0]
  return near === undefined
    ? null
    : { kind: 'entry-doubled', entry: references[near.at]!.id, of: references[near.of]!.id }
}
