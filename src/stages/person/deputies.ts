import type { Mention, Office, Person } from '../../model/index.ts'

/** Posts that are somebody's: whose office they belong to, the words tell by whose they are. */
const BESIDE = /^(?:deputy|assistant|aide|adviser|advisor|chief of staff|spokes(?:man|woman|person)|press secretary)$/u

/**
 * "his deputy Ana Lima", "the minister's spokesman": the post of somebody whose own office the document gives gets that office's rank, state and body. The last
 * one given before it counts, else the first; where the document gives none, the post stays as it is told.
 * @param offices phrases that name an office of their own: 'deputy foreign minister'
 */
export function withDeputies(
  persons: readonly Person[],
  mentions: readonly Mention[],
  offices: ReadonlyMap<string, string>,
): Person[] {
  // The words of the post begin with whose it is: of the mentions that begin there the shortest.
  const starting = new Map<number, Mention>()
  for (const m of mentions.filter((each) => each.actor.kind === 'person')) {
    const before = starting.get(m.span.start)
    if (before === undefined || m.span.end < before.span.end) starting.set(m.span.start, m)
  }
  const byName = new Map(persons.map((p) => [p.name, p]))
  const told = (office: Office, person: Person): Office => {
    const whose = BESIDE.test(office.role) ? starting.get(office.span.start) : undefined
    const holder = whose === undefined ? undefined : byName.get(whose.actor.name)
    if (holder === undefined || holder === person) return office
    const own = holder.offices.filter((o) => !BESIDE.test(o.role))
    const held = own.findLast((o) => o.span.start < office.span.start) ?? own[0]
    if (held === undefined) return office
    const role = `${office.role} ${held.role}`
    return {
      ...office,
      role: offices.has(role) ? role : office.role,
      code: office.code ?? held.code,
      sector: held.sector ?? office.sector,
      body: office.body ?? held.body,
      why: `${office.why}; ${office.role} of ${holder.name}, “${held.title}”`,
    }
  }
  return persons.map((person) => {
    const changed = person.offices.map((office) => told(office, person))
    return { ...person, code: person.code ?? changed.find((o) => o.code !== null)?.code ?? null, offices: changed }
  })
}
