import type { NamedEntity, Sentence, Token } from '../../model/index.ts'
import type { TitleLexicon } from '../../pipeline/index.ts'
import { type Role, roleOf } from '../mention/describe.ts'

/** What the verb says of when the office was held: now, in the past, before then, from then on, until then, later. */
export type Tense = 'now' | 'past' | 'earlier' | 'since' | 'until' | 'later'

/** An office as a construction gives it, before its time is known. */
export interface Found {
  readonly role: Role
  /** The words of the office, in the order of the text. */
  readonly tokens: readonly Token[]
  /** The word whose dependents may date the office: its own head, or the verb of "became minister". */
  readonly clause: Token
  /** What the verb says of the time; null where the office only stands beside a name. */
  readonly tense: Tense | null
  readonly why: string
}

export interface Ground {
  readonly sentence: Sentence
  readonly entities: readonly NamedEntity[]
  readonly titles: TitleLexicon
}

/** What somebody merely is: no office, though the lexicon has it among the words for one person. */
const NO_OFFICE = /^(?:civilian|resident|citizen|villager|national|observer)$/u
const NO_SECTOR = new Set(['REF', 'CRM'])

/** The office that a noun heads; null when it names none. "Presidents" before two names is one for each. */
export function officeOf(head: Token, tokens: readonly Token[], titles: TitleLexicon): Role | null {
  const role = roleOf({ head, tokens }, titles) ?? prefixed(head, titles)
  if (role === null || NO_OFFICE.test(role.phrase)) return null
  if (role.phrase === 'member' && !role.plural) return role
  const sector = titles.offices.get(role.phrase)
  return sector === undefined || NO_SECTOR.has(sector) ? null : role
}

/** "Ex-president", "then-minister" as one word. */
function prefixed(head: Token, titles: TitleLexicon): Role | null {
  const form = /^(?:ex|then)[-–](.+)$/iu.exec(head.form)?.[1]
  if (form === undefined) return null
  const noun: Token = { ...head, form, lemma: form.toLowerCase() }
  return roleOf({ head: noun, tokens: [noun] }, titles)
}

/** Words without article and closing marks at the edges. */
export function bare(tokens: readonly Token[]): Token[] {
  const out = [...tokens]
  while (out.length > 0 && /^(?:DET|PUNCT|CCONJ)$/u.test(out[0]!.upos)) out.shift()
  while (out.length > 0 && /^(?:PUNCT|CCONJ|ADP)$/u.test(out.at(-1)!.upos)) out.pop()
  return out
}
