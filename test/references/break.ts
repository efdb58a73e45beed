import { byNumber, type Entry, type Paper, type Pointer, trueMarkers } from './paper.ts'

/** What was done to a document; named as in `ListExplanation`. `by`: the entry meant is the printed number plus this. */
export type Cause =
  | { readonly kind: 'none' | 'swap' | 'move' | 'mixed' }
  | { readonly kind: 'shift'; readonly by: number; readonly cause: 'entry-doubled' | 'entry-missing' | null }

export interface Broken {
  readonly paper: Paper
  readonly cause: Cause
  /** What was done, for a person. */
  readonly how: string
}

/** Numbers in [0, 1) from words (their FNV-1a hash as the seed of mulberry32): the same words give the same numbers. */
function randomness(words: string): () => number {
  let state = [...words].reduce((hash, c) => Math.imul(hash ^ c.codePointAt(0)!, 0x01000193) >>> 0, 0x811c9dc5)
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), state | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
}

class Chance {
  readonly #next: () => number
  constructor(words: string) {
    this.#next = randomness(words)
  }
  /** A whole number from `from` to `to`, both among them. */
  whole(from: number, to: number): number {
    return from + Math.floor(this.#next() * (to - from + 1))
  }
  of<T>(values: readonly T[]): T {
    return values[this.whole(0, values.length - 1)]!
  }
  shuffled<T>(values: readonly T[]): T[] {
    const out = [...values]
    for (let i = out.length - 1; i > 0; i--) {
      const j = this.whole(0, i)
      ;[out[i], out[j]] = [out[j]!, out[i]!]
    }
    return out
  }
}

/** The ways to break a document. Each gives null when chance hit on a place where it cannot be done, or could not be told from another way. */
const WAYS: Readonly<Record<string, (paper: Paper, chance: Chance) => Broken | null>> = {
  /** The list is sound, and all numbers in the text from one on are too high or too low. */
  shift(paper, chance) {
    const by = chance.of([-3, -2, -1, 1, 2, 3])
    const from = chance.whole(Math.max(2, by + 1), Math.ceil(paper.entries.length * 0.8))
    const ids = paper.entries.length
    const moved = (n: number): number => (n < from ? n : byNumber(paper.style) ? n - by : Math.min(n - by, ids))
    const broken = { ...paper, prose: renumbered(paper, moved) }
    if (broken.prose.some((part) => typeof part !== 'string' && new Set(part.printed).size < part.printed.length))
      return null
    return { paper: broken, cause: { kind: 'shift', by, cause: null }, how: `markers from ${from} on by ${-by}` }
  },
  /** One or two entries stand in the list twice, and the later ones moved up. */
  double(paper, chance) {
    const many = chance.of([1, 1, 1, 2])
    const first = chance.whole(1, Math.floor(paper.entries.length * 0.7))
    const at = chance.of([first + many, first + many, chance.whole(first + many, paper.entries.length - 1)])
    const again = chance.of([(body: string) => body, withoutAddress])
    const copies = paper.entries.slice(first - 1, first - 1 + many).map((e) => ({ ...e, body: again(e.body) }))
    if (copies.some(ibid) || leaning(paper.entries[at - 1])) return null
    const entries = [...paper.entries.slice(0, at - 1), ...copies, ...paper.entries.slice(at - 1)]
    const cause = { kind: 'shift', by: many, cause: 'entry-doubled' } as const
    return { paper: { ...paper, entries }, cause, how: `${many} from [${first}] again at [${at}]` }
  },
  /** One or two entries that the text cites are missing from the list. */
  drop(paper, chance) {
    const many = chance.of([1, 1, 1, 2])
    const first = chance.whole(1, Math.floor(paper.entries.length * 0.8))
    const after = paper.entries[first - 1 + many]
    if (leaning(after)) return null
    const entries = [...paper.entries.slice(0, first - 1), ...paper.entries.slice(first - 1 + many)]
    const cause = { kind: 'shift', by: -many, cause: 'entry-missing' } as const
    return { paper: { ...paper, entries }, cause, how: `${many} from [${first}] left out` }
  },
  /** Two entries changed places (in styles that point by name: two names). */
  swap(paper, chance) {
    const [a, b] = chance.shuffled(free(paper)).slice(0, 2).sort(upwards) as [number, number]
    const changed = (n: number): number => (n === a ? b : n === b ? a : n)
    return { paper: rearranged(paper, changed), cause: { kind: 'swap' }, how: `[${a}] and [${b}]` }
  },
  /** Two to four entries moved elsewhere in the list, and those between followed. */
  move(paper, chance) {
    const many = chance.whole(2, 4)
    const first = chance.whole(1, paper.entries.length - many)
    const rest = [...paper.entries.slice(0, first - 1), ...paper.entries.slice(first - 1 + many)]
    const to = chance.whole(1, rest.length + 1)
    const far = Math.abs(to - first)
    const block = paper.entries.slice(first - 1, first - 1 + many)
    const cuts = [block[0], paper.entries[first - 1 + many], rest[to - 1]]
    if (far < 2 || far > 12 || cuts.some(leaning)) return null
    const entries = [...rest.slice(0, to - 1), ...block, ...rest.slice(to - 1)]
    return { paper: { ...paper, entries }, cause: { kind: 'move' }, how: `${many} from [${first}] to [${to}]` }
  },
  /** A third to two thirds of the entries stand in no order. */
  mix(paper, chance) {
    const pool = free(paper)
    const some = chance
      .shuffled(pool)
      .slice(0, Math.max(6, Math.round(pool.length * (0.33 + 0.33 * chance.of([0, 1])))))
    const places = [...some].sort(upwards)
    const order = chance.shuffled(places)
    if (order.some((n, i) => n === places[i])) return null
    const to = new Map(places.map((n, i) => [n, order[i]!]))
    return {
      paper: rearranged(paper, (n) => to.get(n) ?? n),
      cause: { kind: 'mixed' },
      how: `${places.length} entries in no order`,
    }
  },
}

/** The ways that make sense in a style: a list that is pointed to by name has no numbers to shift; links have no list at all. */
const waysOf = (paper: Paper): string[] =>
  byNumber(paper.style) ? Object.keys(WAYS) : paper.style === 'link' ? ['shift', 'swap', 'mix'] : ['swap', 'mix']

/** The fewest markers that a break must make wrong, so that there is something to be seen. */
const FEWEST = 4

/** Breaks a document in every way that its style allows, `times` each. The same seed gives the same. */
export function breaks(paper: Paper, times: number, seed: string): { way: string; broken: Broken }[] {
  return waysOf(paper).flatMap((way) =>
    Array.from({ length: times }, (_, i) => ({ way, broken: broken(paper, way, `${seed} ${way} ${i}`) })),
  )
}

function broken(paper: Paper, way: string, seed: string): Broken {
  const fewest = way === 'swap' ? 2 : FEWEST
  for (let attempt = 0; attempt < 1000; attempt++) {
    const found = WAYS[way]!(paper, new Chance(`${seed} ${attempt}`))
    if (found !== null && trueMarkers(found.paper).filter((m) => !m.right).length >= fewest) return found
  }
  throw new Error(`no way to ${way} this document`)
}

/** An entry's body without the address at its end, as a second hand would write it. */
const withoutAddress = (body: string): string =>
  body.replace(/\s*(?:Available at:?\s|URL:\s)?https?:\S+(?:, accessed [^.]+\.?|\s\([^()]+\)\.?)?$/u, '')

const upwards = (a: number, b: number): number => a - b

/** An entry that means the one above it can neither be parted from it nor moved alone. */
const ibid = (entry: Entry): boolean => /^ibid/iu.test(entry.body)
const leaning = (entry: Entry | undefined): boolean => entry !== undefined && ibid(entry)

/** Ids of the entries that mean no other and are meant by none. */
const free = ({ entries }: Paper): number[] =>
  entries.flatMap((e, i) => (ibid(e) || leaning(entries[i + 1]) ? [] : [e.id]))

const renumbered = (paper: Paper, number: (n: number) => number): (string | Pointer)[] =>
  paper.prose.map((part) => (typeof part === 'string' ? part : { ...part, printed: part.printed.map(number) }))

/** Entries put in other places; where the text points by name, the names. */
function rearranged(paper: Paper, to: (n: number) => number): Paper {
  if (!byNumber(paper.style)) return { ...paper, prose: renumbered(paper, to) }
  return {
    ...paper,
    entries: paper.entries.map((place, i) => ({ ...paper.entries[to(i + 1) - 1]!, after: place.after })),
  }
}
