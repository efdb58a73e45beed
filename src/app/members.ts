import { type ActorRef, DragomanError } from '../model/index.ts'
import { actorOntology, memberOf } from '../ontologies/actors.ts'
import {
  bodiesWithMembers,
  type Stay,
  staysIn,
  staysOf,
  suspendedOn,
  type Through,
  through,
} from '../ontologies/members.ts'
import { KNOWN_UNTIL } from '../ontologies/memberships.ts'

/** A stay of a member in a body as it is told; `covers` is how far it covers the time asked for, null where none was. Dates are EDTF. */
export interface ToldStay {
  readonly body: string
  readonly bodyName: string
  readonly member: string
  readonly memberName: string
  readonly since: string
  readonly until: string | null
  readonly suspended: readonly string[]
  readonly covers: Through | null
  readonly source: string
  readonly note: string | null
}

/** What is known of memberships; `answer` is said where a body and a member were asked for. */
export interface Membership {
  readonly answer: string | null
  readonly knownUntil: string
  readonly stays: readonly ToldStay[]
}

/**
 * Of a body its members, of a state its bodies, of a body and a state whether and when that one was a member; each by name or code, `on` an EDTF time.
 * Throws `not-found` for what is neither a state nor a body whose members are known, `bad-request` for a second name without a body before it.
 */
export function askMembers(first: string, second: string | null, on: string | null): Membership {
  const [one, other] = [called(first), second === null ? null : called(second)]
  if (other !== null && one.kind !== 'igo')
    throw new DragomanError('bad-request', `${one.name} is a state; name the body first, then who may be its member`)
  const all = one.kind === 'igo' ? staysIn(one.code!) : staysOf(one.code!)
  const asked = other === null ? all : all.filter((stay) => stay.member === other.code)
  const told = asked.map((stay) => toldOf(stay, on))
  return {
    answer: other === null ? null : answer(one, other, asked, on ?? KNOWN_UNTIL),
    knownUntil: KNOWN_UNTIL,
    stays: other === null ? told.filter((stay) => stay.covers !== 'none') : told,
  }
}

/** A state or body by its name or code. */
function called(word: string): ActorRef {
  const found = actorOntology().lookup(word)?.actor ?? null
  const code = word.toUpperCase()
  for (const body of bodiesWithMembers.values())
    if (body.code === code || body.name === found?.name)
      return { name: body.name, kind: 'igo', code: body.code, sector: null }
  const known = found ?? (staysOf(code).length > 0 ? memberOf(code) : null)
  if (known !== null && known.code !== null && staysOf(known.code).length > 0) return known
  const bodies = [...bodiesWithMembers.values()].map((body) => body.name).join(', ')
  throw new DragomanError(
    'not-found',
    `“${word}” is neither a member of a body nor a body whose members are known; those are ${bodies}`,
  )
}

const toldOf = (stay: Stay, on: string | null): ToldStay => ({
  body: stay.body.code,
  bodyName: stay.body.name,
  member: stay.member,
  memberName: memberOf(stay.member).name,
  since: stay.since,
  until: stay.until,
  suspended: stay.suspended,
  covers: on === null ? null : through(stay, on),
  source: stay.body.source,
  note: stay.body.note ?? null,
})

/** "Finland was no member of NATO on 2023-04-01." */
function answer(body: ActorRef, member: ActorRef, stays: readonly Stay[], on: string): string {
  const how = stays.map((stay) => through(stay, on))
  if (how.includes('whole')) {
    const suspended = stays.some((stay) => suspendedOn(stay, on) !== 'none') ? ', with its rights suspended' : ''
    return `${member.name} was a member of ${body.name} on ${on}${suspended}.`
  }
  if (how.includes('part')) return `${member.name} was a member of ${body.name} for a part of ${on}.`
  return `${member.name} was no member of ${body.name} on ${on}.`
}
