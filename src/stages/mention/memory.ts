import type { ActorRef, Mention } from '../../model/index.ts'

/** What a document has named so far, for the pronouns and short names that come after. */
export interface Memory {
  /** Puts a mention that names its actor at the front. */
  remember(mention: Mention, subject: boolean): void
  /** A person by a later short name, or null. */
  person(name: string): ActorRef | null
  /** The latest actor that a pronoun or description may stand for, with the words that named it. */
  latest(fits: (actor: ActorRef, text: string) => boolean): { actor: ActorRef; text: string } | null
  /** The two latest states that differ. */
  pair(): ActorRef[]
}

const KEPT = 40

/** @param textOf the words of a mention */
export function documentMemory(textOf: (mention: Mention) => string): Memory {
  const recent: { actor: ActorRef; text: string; weight: number; at: number }[] = []
  const persons = new Map<string, ActorRef>()
  let clock = 0
  return {
    remember(mention, subject) {
      const { actor } = mention
      if (actor.kind === 'person') {
        const parts = actor.name.split(/\s+/u)
        for (const key of [
          actor.name,
          parts.at(-1)!,
          ...(parts.length > 2 ? [parts.slice(-2).join(' ')] : []),
          parts.slice(0, 2).join(' '),
        ]) {
          const before = persons.get(key.toLowerCase())
          if (before === undefined || before.code === null) persons.set(key.toLowerCase(), actor)
        }
      }
      recent.unshift({ actor, text: textOf(mention), weight: subject ? 1 : 0, at: ++clock })
      if (recent.length > KEPT) recent.pop()
    },
    person: (name) => persons.get(name.toLowerCase()) ?? null,
    latest(fits) {
      const candidates = recent.filter((r) => fits(r.actor, r.text)).slice(0, 4)
      candidates.sort((a, b) => b.at + b.weight * 2.5 - (a.at + a.weight * 2.5))
      return candidates[0] ?? null
    },
    pair() {
      const out: ActorRef[] = []
      for (const { actor } of recent)
        if (
          out.length < 2 &&
          (actor.kind === 'state' || actor.kind === 'de-facto') &&
          !out.some((a) => a.code === actor.code)
        )
          out.push(actor)
      return out.length === 2 ? out.reverse() : []
    },
  }
}
