import { sortedPlaces } from './alphabet.ts'
import { type Change, changes, type Hypothesis, type Sums, targetsOf } from './hypotheses.ts'
import { DISORDER, IN_LIST, PRIOR, SLIP, UNCITED } from './weights.ts'

/** What the alignment is given: for every marker the place in the list that its number prints, and its fit to every entry (natural logarithms). */
export interface Alignable {
  /** Place of the entry with the printed number; from `entries` on for numbers beyond the list; null for one that the list leaves out. */
  readonly places: readonly (number | null)[]
  readonly fits: readonly (readonly number[])[]
  readonly entries: number
  /** Whether markers point by number or place; those by name do not shift, but two names may change places. */
  readonly counted: boolean
  /** By what the list is sorted, entry by entry; null for a list in no order of its own. */
  readonly alphabet: readonly string[] | null
  /** The place of the first entry of the same work, for every entry. */
  readonly works: readonly number[]
}

/** With the fits as likelihood ratios, worked out once. */
interface Weighed extends Alignable {
  readonly ratios: readonly Float64Array[]
}

/** What comes out: changes by probability, and for every marker how likely it means each entry. */
export interface Alignment {
  readonly changes: readonly { readonly change: Change; readonly probability: number }[]
  readonly meant: readonly Meant[]
}

/** For one marker: how likely the printed entry (or the same work elsewhere) is meant, and the other entry that is likeliest. */
export interface Meant {
  readonly printed: number
  readonly other: { readonly place: number; readonly probability: number } | null
}

/**
 * Weighs every change of the list against the markers' own fit. A marker follows the change, but for a slip, in which it means any entry or one that
 * the list lacks; the chances are summed over all changes, so that a marker without evidence goes with the list.
 */
export function align(given: Alignable): Alignment {
  const input: Weighed = { ...given, ratios: given.fits.map((row) => Float64Array.from(row, Math.exp)) }
  const numbered = scored(input)
  const total = sumOfLogs(numbered.map((h) => h.score))
  const weighted = numbered
    .map(({ change, score }) => ({ change, probability: Math.exp(score - total) }))
    .filter((h) => h.probability > 1e-4)
    .sort((a, b) => b.probability - a.probability)
  const accounts = weighted.map((h): Account => ({ ...h, cited: citedBy(input, h.change) }))
  return { changes: weighted, meant: input.places.map((_, marker) => meantBy(input, marker, accounts)) }
}

function scored(input: Weighed): Hypothesis[] {
  const doubled = new Set(input.works.flatMap((first, place) => (first === place ? [] : [first, place])))
  const sound = likelihoods(input, SLIP.sound)
  const none: Hypothesis = { change: { kind: 'none' }, score: sound.run(0, sound.places, 0) + Math.log(PRIOR.none) }
  const order = input.alphabet === null ? null : sortedPlaces(input.alphabet)
  const mixed = SLIP.mixed.map((slip): Hypothesis => {
    const sums = likelihoods(input, slip)
    return {
      change: { kind: 'mixed', slip, order },
      score: followed(sums, order) + Math.log(PRIOR.mixed / SLIP.mixed.length),
    }
  })
  const structural = changes(likelihoods(input, SLIP.broken), doubled, input.counted)
  return [none, ...structural, ...mixed].map((h) => ({
    ...h,
    score: h.score + uncited(input, h.change) + disorder(input, h.change),
  }))
}

/** The likelihood of every printed place meaning the one that an order gives. */
function followed(sums: Sums, order: readonly number[] | null): number {
  if (order === null) return sums.run(0, sums.places, 0)
  let sum = 0
  for (let place = 0; place < sums.places; place++) sum += sums.at(place, order[place] ?? place)
  return sum
}

/** What it costs that the list as it once was, by a change, breaks its alphabet. */
function disorder({ alphabet, entries }: Alignable, change: Change): number {
  if (alphabet === null || change.kind === 'recount') return 0
  const once = Array.from({ length: entries }, (_, place) => targetsOf(change, place)[0]!).filter(
    (t) => t !== null && t < entries && t >= 0,
  )
  return once.filter((t, i) => i > 0 && alphabet[t!]! < alphabet[once[i - 1]!]!).length * Math.log(DISORDER)
}

/** What it costs that a change leaves entries uncited that hold no other copy of a work cited. */
function uncited(input: Alignable, change: Change): number {
  const cited = citedBy(input, change)
  return input.works.filter((first, place) => first === place && !cited.has(place)).length * Math.log(UNCITED)
}

/** For every work the printed places that mean it by a change. */
function citedBy({ places, entries, works }: Alignable, change: Change): Map<number, Set<number>> {
  const cited = new Map<number, Set<number>>()
  for (const place of new Set(places))
    for (const target of place === null ? [] : targetsOf(change, place)) {
      if (target === null || target >= entries || target < 0) continue
      const work = works[target]!
      cited.set(work, (cited.get(work) ?? new Set()).add(place!))
    }
  return cited
}

/** How likely a slip shows the setting that a marker has: another entry of the list, each as likely, or one that it lacks. */
function slipOf(ratios: Float64Array): number {
  const mean = ratios.reduce((sum, ratio) => sum + ratio, 0) / Math.max(1, ratios.length)
  return IN_LIST * mean + (1 - IN_LIST)
}

/** A number that the list lacks though nothing happened to it. */
const NO_ENTRY = 0.005

/** `target` is a place of the list, null for an entry that it lost, and beyond its end for a number that it never had. */
function emission(ratios: Float64Array, target: number | null, slip: number, other: number): number {
  if (target !== null && (target >= ratios.length || target < 0)) return Math.log(NO_ENTRY)
  const ratio = target === null ? 1 : ratios[target]!
  return Math.log((1 - slip) * ratio + slip * other)
}

function likelihoods({ places, ratios, entries }: Weighed, slip: number): Sums {
  const last = Math.max(entries, ...places.map((p) => (p ?? 0) + 1))
  const column = (target: number | null): number =>
    target === null ? entries + 1 : target >= entries || target < 0 ? entries : target
  const rows = ratios.map((own) => {
    const other = slipOf(own)
    return Float64Array.from({ length: entries + 2 }, (_, c) => emission(own, c > entries ? null : c, slip, other))
  })
  const at = Array.from({ length: last }, () => new Float64Array(entries + 2))
  places.forEach((place, marker) => {
    for (let c = 0; place !== null && c < entries + 2; c++) at[place]![c]! += rows[marker]![c]!
  })
  const prefix = summedBy(last, (place, by) => at[place]![column(place + by)]!)
  const markersAt = Map.groupBy(
    places.flatMap((place, marker) => (place === null ? [] : [{ place, marker }])),
    (m) => m.place,
  )
  const prefixEither = summedBy(last, (place, by) =>
    (markersAt.get(place) ?? []).reduce((sum, { marker }) => {
      const row = rows[marker]!
      return sum + Math.log((Math.exp(row[column(place)]!) + Math.exp(row[column(place + by)]!)) / 2)
    }, 0),
  )
  return {
    places: last,
    entries,
    at: (place, target) => at[place]![column(target)]!,
    run: (from, to, by) => (to <= from ? 0 : prefix(by)[to]! - prefix(by)[from]!),
    either: (from, to, by) => (to <= from ? 0 : prefixEither(by)[to]! - prefixEither(by)[from]!),
  }
}

/** Sums over places from the first on, worked out once for every distance. */
function summedBy(places: number, value: (place: number, by: number) => number): (by: number) => Float64Array {
  const known = new Map<number, Float64Array>()
  return (by) => {
    let sums = known.get(by)
    if (sums === undefined) {
      sums = new Float64Array(places + 1)
      for (let place = 0; place < places; place++) sums[place + 1] = sums[place]! + value(place, by)
      known.set(by, sums)
    }
    return sums
  }
}

interface Account {
  readonly change: Change
  readonly probability: number
  readonly cited: ReadonlyMap<number, ReadonlySet<number>>
}

/** How likely a marker is a slip under a change; more so where its work is meant by another number as well, for a sound list has one a work. */
function slipUnder({ works, entries }: Alignable, { change, cited }: Account, target: number | null): number {
  if (change.kind === 'mixed') return change.slip
  if (change.kind === 'none') return SLIP.sound
  const shared = target !== null && target >= 0 && target < entries && (cited.get(works[target]!)?.size ?? 0) > 1
  return shared ? SLIP.shared : SLIP.broken
}

function meantBy(input: Weighed, marker: number, accounts: readonly Account[]): Meant {
  const { places, ratios, entries } = input
  const place = places[marker] ?? null
  const own = ratios[marker]!
  const other = slipOf(own)
  const share = new Float64Array(entries)
  for (const account of accounts) {
    const targets = place === null ? [null] : targetsOf(account.change, place)
    const parts = targets.map((target) => {
      const slip = slipUnder(input, account, target)
      return { target, slip, whole: Math.exp(emission(own, target, slip, other)) }
    })
    const sum = parts.reduce((total, p) => total + p.whole, 0)
    for (const { target, slip, whole } of parts) {
      if (target !== null && target < entries && target >= 0)
        share[target]! += (account.probability * (whole - slip * other)) / sum
      const slipped = (account.probability * slip * IN_LIST) / sum / entries
      for (let j = 0; j < entries; j++) share[j]! += slipped * own[j]!
    }
  }
  return byWork(share, input.works, place !== null && place < entries ? input.works[place]! : null)
}

/** Chances of entries taken together by works: that of the printed one, and the likeliest other. */
function byWork(share: Float64Array, works: readonly number[], printed: number | null): Meant {
  const sums = new Map<number, { place: number; probability: number }>()
  share.forEach((probability, place) => {
    const sofar = sums.get(works[place]!)
    if (sofar === undefined) sums.set(works[place]!, { place, probability })
    else
      sums.set(works[place]!, {
        place: probability > share[sofar.place]! ? place : sofar.place,
        probability: sofar.probability + probability,
      })
  })
  const own = printed === null ? 0 : (sums.get(printed)?.probability ?? 0)
  if (printed !== null) sums.delete(printed)
  const other = [...sums.values()].sort((a, b) => b.probability - a.probability)[0] ?? null
  return { printed: Math.min(1, own), other }
}

function sumOfLogs(values: readonly number[]): number {
  const top = Math.max(...values)
  return top + Math.log(values.reduce((sum, v) => sum + Math.exp(v - top), 0))
}
