import type { Settlement } from '../../pipeline/index.ts'

/** People from whom on a settlement is known by its name alone, and how much larger it must be than the next of that name. */
const KNOWN = 30_000
const LARGER = 4

/** The settlement that a name means, with what spoke for it, or null where nothing does. */
export interface ChosenSettlement {
  readonly settlement: Settlement
  readonly why: string
}

/**
 * Chooses among namesakes by evidence: the one in a country that the document names (the likeliest of several by the order of naming, then
 * by size), else one that is far larger than all others. "Tripoli" beside Lebanon is not Libya's; a hamlet called "Union" is nobody's.
 */
export function chooseSettlement(found: readonly Settlement[], named: ReadonlySet<string>): ChosenSettlement | null {
  const [largest] = found
  const near = found.filter((s) => named.has(s.country) && !isNamedAfter(s, largest!))
  for (const country of named) {
    const settlement = near.find((s) => s.country === country)
    if (settlement !== undefined)
      return { settlement, why: `settlement in ${country}, which the document names${among(found)}` }
  }
  const [first, second] = found
  if (first === undefined || first.population < KNOWN) return null
  if (second !== undefined && first.population < LARGER * second.population) return null
  return { settlement: first, why: `by far the largest settlement of the name${among(found)}` }
}

/** States whose towns are often named after older ones. */
const SETTLED = new Set(['USA', 'CAN', 'AUS', 'NZL'])

/** "Geneva" beside the United States is still the one in Switzerland: a town there is not meant by its name alone where an older one is far larger. */
const isNamedAfter = (town: Settlement, largest: Settlement): boolean =>
  SETTLED.has(town.country) && !SETTLED.has(largest.country) && largest.population > NAMESAKE * town.population

const NAMESAKE = 6

const among = (found: readonly Settlement[]): string => (found.length === 1 ? '' : `, among ${found.length}`)
