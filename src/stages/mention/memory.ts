import type { ActorRef, Mention } from '../../model/index.ts'
import { spellingKey } from '../../text/index.ts'

/** Something that a document has named: its actor, its words, the office or body that they name, and where it stood. */
export interface Named {
  readonly actor: ActorRef
  readonly text: string
  /** The lexicon's phrase: 'foreign minister'; 'demonym' for the state of an adjective; null for a bare name. */
  readonly role: string | null
  /** What it stands for together, when it is several. */
  readonly members: readonly ActorRef[]
  readonly plural: boolean
}

/** What a document has named so far, for the pronouns and short names that come after. */
export interface Memory {
  /** Puts a mention that names its actor at the front. */
  remember(mention: Mention, as: { role: string | null; subject: 'main' | 'other' | null; plural: boolean }): void
  /** Puts two or more that were named together ("Chile and Peru") at the front. */
  rememberTogether(actors: readonly ActorRef[]): void
  /** A person by a later short name, another spelling or initials, or null. */
  person(name: string): ActorRef | null
  /** The latest of which a word is the head noun of its longer name: "Union" of "the European Union". */
  shortened(word: string): { readonly actor: ActorRef; readonly text: string } | null
  /** The latest that a pronoun or description may stand for; the subject of its clause goes before what was named beside it. */
  latest(fits: (named: Named) => boolean): Named | null
  /** All that fit, the latest first, each with how many were named since. */
  all(fits: (named: Named) => boolean): (Named & { readonly age: number })[]
  /** The latest known actors that were named together, when they are so many. */
  together(count: number | null): Named | null
  /** The two latest that fit and differ, in the order of the text; empty when there are fewer. */
  pair(fits: (actor: ActorRef) => boolean): ActorRef[]
}

/** "Chile, Peru and Bolivia". */
export const listed = (actors: readonly ActorRef[]): string =>
  actors
    .map((a) => a.name)
    .join(', ')
    .replace(/, (?=[^,]*$)/u, ' and ')

const KEPT = 40
/** How many later mentions a subject goes before. */
const LEAD = { main: 3, other: 2.5, none: 0 } as const

/** @param textOf the words of a mention */
export function documentMemory(textOf: (mention: Mention) => string): Memory {
  const recent: (Named & { readonly lead: number; readonly at: number })[] = []
  const persons = new Map<string, ActorRef>()
  const surnames = new Map<string, ActorRef[]>()
  const heads = new Map<string, { actor: ActorRef; text: string }>()
  let clock = 0
  const push = (named: Named, lead: number): void => {
    recent.unshift({ ...named, lead, at: ++clock })
    if (recent.length > KEPT) recent.pop()
  }
  return {
    remember(mention, { role, subject, plural }) {
      if (mention.actor.kind === 'person') learn(mention.actor, persons, surnames)
      const { actor, members } = mention
      if (mention.form === 'name' && SHORTENED.has(actor.kind))
        for (const head of headsOf(actor, textOf(mention))) heads.set(head, { actor, text: textOf(mention) })
      push({ actor, text: textOf(mention), role, members, plural }, LEAD[subject ?? 'none'])
    },
    rememberTogether(actors) {
      const members = actors.filter((a, at) => actors.findIndex((b) => b.name === a.name) === at)
      if (members.length < 2) return
      const text = listed(members)
      push(
        { actor: { name: text, kind: 'group', code: null, sector: null }, text, role: null, members, plural: true },
        LEAD.other,
      )
    },
    person(name) {
      const exact = persons.get(name.toLowerCase())
      if (exact !== undefined) return exact
      const parts = name.split(/\s+/u)
      if (parts.length < 2) return null
      const same = surnames.get(spellingKey(parts.at(-1)!))?.filter((known) => compatible(known.name, name)) ?? []
      return same.length === 1 ? same[0]! : null
    },
    shortened: (word) => heads.get(word) ?? null,
    latest(fits) {
      const candidates = recent.filter(fits).slice(0, 4)
      candidates.sort((a, b) => b.at + b.lead - (a.at + a.lead))
      return candidates[0] ?? null
    },
    all: (fits) => recent.filter(fits).map((named) => ({ ...named, age: clock - named.at })),
    together: (count) =>
      recent.find(
        (r) =>
          r.members.length > 1 &&
          (count === null || r.members.length === count) &&
          r.members.every((m) => m.code !== null || m.kind === 'person'),
      ) ?? null,
    pair(fits) {
      const out: ActorRef[] = []
      for (const { actor, role } of recent)
        if (
          out.length < 2 &&
          role !== 'demonym' &&
          fits(actor) &&
          !out.some((a) => a.code === actor.code && a.name === actor.name)
        )
          out.push(actor)
      return out.length === 2 ? out.reverse() : []
    },
  }
}

const SHORTENED = new Set<string>(['igo', 'organisation', 'state', 'de-facto'])

/** Names that are told by another noun than their own. */
const ALSO: Readonly<Record<string, string>> = { NTO: 'Alliance' }

/** Nouns by which something may come up again: of the name that the text gives, and of the full name of a body that it gives by its initials ("EU", "the Union"). */
function headsOf(actor: ActorRef, text: string): string[] {
  const initials = actor.kind === 'igo' && /^(?:the )?[\p{Lu}.]{2,}$/u.test(text)
  const also = actor.code === null ? undefined : ALSO[actor.code]
  return [headNoun(text), initials ? headNoun(actor.name) : null, also ?? null].flatMap((head) => head ?? [])
}

/** The noun that a name of several words is built on: "Court" of "the International Court of Justice"; null where it is none of several. */
function headNoun(name: string): string | null {
  const words = name.replace(/^the /iu, '').split(/\s+/u)
  const of = words.findIndex((word) => /^(?:of|for|and)$/u.test(word))
  const head = of < 0 ? words.at(-1)! : words[of - 1]
  return words.length > 1 && head !== undefined && /^\p{Lu}\p{Ll}+$/u.test(head) ? head : null
}

/** Names by which a person may come up again; one with a state is not overwritten by one without. */
function learn(actor: ActorRef, persons: Map<string, ActorRef>, surnames: Map<string, ActorRef[]>): void {
  const parts = actor.name.split(/\s+/u)
  const keys = [actor.name, parts.at(-1)!, parts.slice(0, 2).join(' ')]
  if (parts.length > 2) keys.push(parts.slice(-2).join(' '))
  for (const key of keys) {
    const before = persons.get(key.toLowerCase())
    if (before === undefined || before.code === null) persons.set(key.toLowerCase(), actor)
  }
  if (parts.length < 2) return
  const surname = spellingKey(parts.at(-1)!)
  const namesakes = (surnames.get(surname) ?? []).filter((known) => known.name !== actor.name)
  surnames.set(surname, [...namesakes, actor])
}

/** Whether two full names with one surname may be one person: the first names are the same but for spelling, or one is the other's initial. */
function compatible(a: string, b: string): boolean {
  const [first, second] = [a, b].map((name) => name.split(/\s+/u)[0]!)
  const [x, y] = [spellingKey(first!), spellingKey(second!)]
  if (x === y) return true
  const initial = (word: string): boolean => /^(?:\p{Lu}\.-?)+$|^\p{Lu}$/u.test(word)
  return (initial(first!) || initial(second!)) && x[0] === y[0]
}
