import { bounds } from '../text/index.ts'
import { type BodyMembers, KNOWN_UNTIL, memberships } from './memberships.ts'

/** One stay of a member in a body. Dates are EDTF; `until` null goes on as of `KNOWN_UNTIL`. */
export interface Stay {
  readonly body: BodyMembers
  readonly member: string
  readonly since: string
  readonly until: string | null
  /** Stretches (EDTF intervals) in which its rights were suspended. */
  readonly suspended: readonly string[]
}

/** Whether something held through a time: all of it, none of it, or a part of it (also where a bare year does not tell). */
export type Through = 'whole' | 'part' | 'none'

const codesOf = (codes: string): string[] => codes.split(' ')

const stays: readonly Stay[] = memberships.flatMap((body) =>
  body.members.flatMap(([when, codes]) => {
    const [since, until] = when.split('/') as [string, string]
    return codesOf(codes).map(
      (member): Stay => ({ body, member, since, until: until || null, suspended: suspensions(body, member) }),
    )
  }),
)

function suspensions({ suspended = [] }: BodyMembers, member: string): string[] {
  return suspended.filter(([, codes]) => codesOf(codes).includes(member)).map(([when]) => when)
}

/** The stays of all members in a body, in the order of entry. */
export const staysIn = (body: string): Stay[] =>
  stays.filter((stay) => stay.body.code === body).toSorted((a, b) => a.since.localeCompare(b.since))

/** The stays of a state, or of a body, in all bodies. */
export const staysOf = (member: string): Stay[] => stays.filter((stay) => stay.member === member)

/** The bodies whose members are known, by their codes. */
export const bodiesWithMembers: ReadonlyMap<string, BodyMembers> = new Map(memberships.map((body) => [body.code, body]))

/** How far a stretch with an EDTF beginning and end (null: open) covers a time. A beginning of which only the year is told covers that year in part. */
export function through({ since, until }: Pick<Stay, 'since' | 'until'>, on: string): Through {
  const [from, to, time] = [bounds(since), until === null ? null : bounds(until), bounds(on)]
  if (from === null || time === null) return 'none'
  const [first, last] = [time.first ?? '', time.last ?? '9999']
  if (last < from.first! || (to !== null && first > to.last!)) return 'none'
  return first >= from.last! && (to === null || last <= to.first!) ? 'whole' : 'part'
}

/** How far a stay was suspended at a time. */
export function suspendedOn({ suspended }: Stay, on: string): Through {
  const found = suspended.map((when) => {
    const [since, until] = when.split('/') as [string, string]
    return through({ since, until: until || null }, on)
  })
  return found.find((one) => one === 'whole') ?? found.find((one) => one === 'part') ?? 'none'
}

/** The codes of those who were members of a body through the whole of a time (EDTF); null is the last day that is known. */
export const membersOn = (body: string, on: string | null): string[] =>
  staysIn(body)
    .filter((stay) => through(stay, on ?? KNOWN_UNTIL) === 'whole')
    .map((stay) => stay.member)

/** Whether the members of a body are each other's allies by treaty. */
export const isAlliance = (body: string): boolean => bodiesWithMembers.get(body)?.alliance === true
