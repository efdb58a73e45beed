import { readFileSync } from 'node:fs'

/**
 * How often the sides of events that the reading finds have the right country or body between states (PLOVER's IGO). The gold gives codes and no stretches, so a
 * gold side counts as found where an event of its type has one in its place; of several such events and sides those are compared that agree best.
 *
 *     node_modules/.bin/node bench/sides.ts GOLD.jsonl PREDICTED.jsonl [--errors]
 */
interface Side {
  readonly text: string
  readonly code: string | null
}
interface Gold {
  readonly id: string
  readonly text: string
  readonly dyads: readonly {
    readonly event: string
    readonly actor: string | null
    readonly recipient: string | null
  }[]
}
interface Predicted {
  readonly id: string
  readonly events: readonly {
    readonly event: string
    readonly actor: readonly Side[]
    readonly recipient: readonly Side[]
  }[]
}
interface Compared {
  readonly gold: string
  readonly side: Side
  readonly right: boolean
}

const [goldPath, predictedPath] = process.argv.slice(2)
if (goldPath === undefined || predictedPath === undefined)
  throw new Error('usage: sides.ts GOLD.jsonl PREDICTED.jsonl [--errors]')
const rows = <T>(path: string): T[] =>
  readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as T)
const predicted = new Map(rows<Predicted>(predictedPath).map((row) => [row.id, row]))

const country = ({ code }: Side): string | null => code?.slice(0, 3) ?? null
const compared = (gold: string | null, side: Side | null): Compared[] =>
  gold === null || side === null ? [] : [{ gold, side, right: country(side) === gold }]

/** All ways of taking one actor and one recipient of an event; the sides of what is done together stand for both. */
function pairsOf({ actor, recipient }: Predicted['events'][number]): (readonly [Side | null, Side | null])[] {
  const others = recipient.length > 0 ? recipient : actor.length > 1 ? actor : [null]
  return (actor.length > 0 ? actor : [null]).flatMap((a) =>
    others.filter((r) => r === null || r !== a).map((r) => [a, r] as const),
  )
}

const found = rows<Gold>(goldPath).flatMap(({ id, text, dyads }) => {
  const different = [...new Map(dyads.map((d) => [JSON.stringify(d), d])).values()]
  return different.flatMap((dyad) => {
    const ways = (predicted.get(id)?.events ?? [])
      .filter((event) => event.event === dyad.event)
      .flatMap(pairsOf)
      .map(([a, r]) => [...compared(dyad.actor, a), ...compared(dyad.recipient, r)])
    const right = (way: readonly Compared[]): number => way.filter((side) => side.right).length
    ways.sort((a, b) => right(b) - right(a) || b.length - a.length)
    return (ways[0] ?? []).map((side) => ({ ...side, text }))
  })
})
const right = found.filter((side) => side.right).length
const none = found.filter(({ side }) => side.code === null).length
console.log(
  `sides found ${found.length}, with the right code ${right} = ${(right / found.length).toFixed(3)}, without a code ${none}`,
)
if (process.argv.includes('--errors'))
  for (const { gold, side, text } of found.filter((s) => !s.right))
    console.log(`  ${gold} got ${country(side)} "${side.text}" | ${text}`)
