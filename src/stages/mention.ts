import type { ActorRef, Mention, Sentence, Token } from '../model/index.ts'
import { defineStage, type TitleLexicon } from '../pipeline/index.ts'
import { findingId } from '../text/index.ts'
import { type Owner, ownerOf, type Role, roleOf } from './mention/describe.ts'
import { documentMemory, type Memory } from './mention/memory.ts'
import { childrenOf, headOf, type Name, namesIn, type Phrase, phraseOf } from './mention/phrases.ts'

/** Finds the phrases that name actors and places, and says which actor each is, as far as the document bears it out. */
export const mention = defineStage({
  name: 'mention',
  version: '1',
  needs: ['sentences', 'entities'],
  adds: ['mentions'],
  run(doc, { sentences, entities }, { actors, language }) {
    const bySentence = Map.groupBy(entities, (e) => e.sentence)
    const text = (m: { span: { start: number; end: number } }) => doc.text.slice(m.span.start, m.span.end)
    const draft = (memory: Memory, persons: Memory | null): Mention[] =>
      sentences.flatMap((sentence) => {
        const names = namesIn(sentence, bySentence.get(sentence.index) ?? [], actors)
        return mentionsOf(sentence, names, language.titles, doc.id, memory, persons)
      })
    // The first round learns who the persons are, so that a surname before the full name is understood too.
    const learned = documentMemory(text)
    draft(learned, null)
    return { layers: { mentions: draft(documentMemory(text), learned) }, problems: [] }
  },
})

const UNKNOWN: ActorRef = { name: '', kind: 'unknown', code: null, sector: null }

function mentionsOf(
  sentence: Sentence,
  names: readonly Name[],
  titles: TitleLexicon,
  doc: string,
  memory: Memory,
  persons: Memory | null,
): Mention[] {
  const out: Mention[] = []
  const taken = new Set<number>()
  const add = (
    tokens: readonly Token[],
    head: Token,
    form: Mention['form'],
    actor: ActorRef,
    why: string,
    members: ActorRef[] = [],
  ): void => {
    const span = { start: tokens[0]!.span.start, end: tokens.at(-1)!.span.end }
    const made: Mention = {
      id: findingId(doc, 'mention', span),
      sentence: sentence.index,
      span,
      head: head.id,
      form,
      actor,
      members,
      why,
    }
    out.push(made)
    if (form === 'name' || (form === 'description' && actor.code !== null))
      memory.remember(made, /^nsubj/u.test(head.deprel))
  }
  for (const token of sentence.tokens) {
    if (taken.has(token.id)) continue
    if (token.upos === 'PRON') {
      const resolved = pronoun(token, memory)
      if (resolved !== null) add([token], token, 'pronoun', resolved.actor, resolved.why, resolved.members)
      continue
    }
    const name = names.find((n) => n.first <= token.id && token.id <= n.last) ?? null
    if (name !== null && token !== headOf(sentence, name.first, name.last)) continue
    if (name?.known?.form === 'adjective' && modifies(token)) {
      add(slice(sentence, name), token, 'adjective', name.known.actor, name.known.why)
      continue
    }
    if (
      name === null &&
      token.upos !== 'NOUN' &&
      token.upos !== 'PROPN' &&
      !(token.upos === 'NUM' && /^nsubj|^obj|^obl/u.test(token.deprel))
    )
      continue
    if (name === null && /^(?:compound|flat|goeswith)/u.test(token.deprel)) continue
    const phrase = phraseOf(sentence, token)
    const found = resolve(sentence, phrase, name, names, titles, memory, persons)
    if (found === null) continue
    add(spanOf(sentence, phrase, name, found), token, found.form, found.actor, found.why, found.members)
    if (found.whole) for (const t of phrase.tokens) if (t !== token && sameName(names, t, name)) taken.add(t.id)
  }
  return out
}

const slice = (sentence: Sentence, name: Name): Token[] => sentence.tokens.slice(name.first - 1, name.last)
const modifies = (token: Token): boolean => /^(?:amod|compound|nmod:desc)/u.test(token.deprel)
const sameName = (names: readonly Name[], token: Token, name: Name | null): boolean =>
  names.some((n) => n.entity === 'PER' && n !== name && n.first <= token.id && token.id <= n.last)

/** A name inside another phrase ("Russia's" army) is that name alone; otherwise the whole phrase. */
function spanOf(sentence: Sentence, phrase: Phrase, name: Name | null, found: Resolved): readonly Token[] {
  if (name === null || found.whole) return phrase.tokens
  const own = slice(sentence, name)
  const before = sentence.tokens[name.first - 2]
  return before !== undefined && before.upos === 'DET' && before.head === found.head.id ? [before, ...own] : own
}

interface Resolved {
  readonly actor: ActorRef
  readonly form: Mention['form']
  readonly why: string
  readonly members: ActorRef[]
  readonly head: Token
  /** Whether the whole phrase is the mention, not the name alone. */
  readonly whole: boolean
}

function resolve(
  sentence: Sentence,
  phrase: Phrase,
  name: Name | null,
  names: readonly Name[],
  titles: TitleLexicon,
  memory: Memory,
  persons: Memory | null,
): Resolved | null {
  const { head } = phrase
  const role = roleOf(phrase, titles)
  const person = personIn(sentence, phrase, names)
  if (person !== null) return personOf(sentence, phrase, person, role, names, titles, memory, persons)
  if (name?.known && !ownBody(sentence, name, head, names)) {
    const { actor, form, why } = name.known
    const abroad = form === 'adjective' ? peopleOf(sentence, name, head, names) : null
    if (abroad !== null)
      return { actor: abroad.actor, form: 'description', why: abroad.why, members: [], head, whole: true }
    const asBody = actor.kind === 'state' && role !== null && head.id > name.last ? role : null
    if (asBody === null)
      return { actor, form: form === 'adjective' ? 'description' : 'name', why, members: [], head, whole: false }
  }
  const others = name?.known ? names.filter((n) => n !== name) : names
  const owner = ownerOf(sentence, head, others)
  if (name !== null && name.entity !== null)
    return organisationOf(sentence, name, owner ?? within(sentence, name, names), role, head)
  if (role === null) return pairOf(sentence, phrase, memory)
  return describedOf(phrase, role, owner, memory)
}

/** "Bosnian Serbs", "Israeli Arabs": a people named after another state's demonym belongs to the state of the first; "Russian-Turkish" is none. */
function peopleOf(sentence: Sentence, name: Name, head: Token, names: readonly Name[]): Owner | null {
  const before = sentence.tokens[name.first - 2]
  if (head.upos === 'ADJ' || before?.head !== head.id || before.deprel !== 'amod') return null
  const outer = names.find((n) => n.known?.form === 'adjective' && n.last === before.id)
  return outer?.known ? { actor: outer.known.actor, name: outer, why: `people of ${outer.known.actor.name}` } : null
}

/** "the Security Council of Georgia": a name that is a description too is the state's own body when its phrase names a state. */
function ownBody(sentence: Sentence, name: Name, head: Token, names: readonly Name[]): boolean {
  if (
    name.known?.actor.kind !== 'igo' ||
    !/^(?:the )?security council$/iu.test(
      slice(sentence, name)
        .map((t) => t.form)
        .join(' '),
    )
  )
    return false
  const owner = ownerOf(
    sentence,
    head,
    names.filter((n) => n !== name),
  )
  return owner !== null && owner.actor.kind !== 'igo'
}

/** The name of a person that a phrase holds as its head or joined to it: "Foreign Minister Ana Lima". */
function personIn(sentence: Sentence, phrase: Phrase, names: readonly Name[]): Name | null {
  const inPhrase = (n: Name) => phrase.tokens.some((t) => t.id >= n.first && t.id <= n.last)
  for (const n of names) {
    if (n.entity !== 'PER' || !inPhrase(n)) continue
    const top = headOf(sentence, n.first, n.last)
    if (
      top === phrase.head ||
      (top.head === phrase.head.id && /^(?:flat|appos|compound|nmod:desc|nmod:unmarked)/u.test(top.deprel)) ||
      (n.first <= phrase.head.id && phrase.head.id <= n.last)
    )
      return n
  }
  return null
}

function personOf(
  sentence: Sentence,
  phrase: Phrase,
  name: Name,
  role: Role | null,
  names: readonly Name[],
  titles: TitleLexicon,
  memory: Memory,
  persons: Memory | null,
): Resolved {
  const { head } = phrase
  const text = slice(sentence, name).map((t) => t.form)
  while (text.length > 1 && titles.honorifics.has(text[0]!.toLowerCase())) text.shift()
  const full = text
    .join(' ')
    .replace(/ - /gu, '-')
    .replace(/ ['’]s$/u, '')
  const known = memory.person(full) ?? persons?.person(full) ?? null
  const beside = apposed(sentence, head, titles, names)
  const own = ownRole(phrase, name, titles) ?? role
  const owner = ownerOf(sentence, head, names) ?? beside?.owner ?? null
  const sector = own?.sector ?? beside?.role.sector ?? known?.sector ?? null
  const code = owner?.actor.code ?? known?.code ?? null
  const why =
    owner !== null
      ? `person; ${owner.why}`
      : known?.code
        ? `person, named before as ${known.name}`
        : 'person; the document says no state'
  const longer = known !== null && known.name.split(' ').length > text.length ? known.name : full
  return { actor: { name: longer, kind: 'person', code, sector }, form: 'name', why, members: [], head, whole: true }
}

/** The office before a person's name in one phrase. */
function ownRole(phrase: Phrase, name: Name, titles: TitleLexicon): Role | null {
  const before = phrase.tokens.filter((t) => t.id < name.first && t.upos !== 'DET' && t.upos !== 'PUNCT')
  const last = before.at(-1)
  return last === undefined ? null : roleOf({ head: last, tokens: before }, titles)
}

/** An apposition that names an office, on either side: "Ana Lima, the secretary of the council". */
function apposed(
  sentence: Sentence,
  head: Token,
  titles: TitleLexicon,
  names: readonly Name[],
): { role: Role; owner: Owner | null } | null {
  const near = (childrenOf(sentence).get(head.id) ?? []).filter((t) => t.deprel === 'appos')
  if (head.deprel === 'appos') near.push(sentence.tokens[head.head - 1]!)
  for (const token of near) {
    const role = roleOf(phraseOf(sentence, token), titles)
    if (role !== null) return { role, owner: ownerOf(sentence, token, names) }
  }
  return null
}

/** A known state or body inside a longer name: "Bank of [England]". */
function within(sentence: Sentence, name: Name, names: readonly Name[]): Owner | null {
  const inner = names.find((n) => n.known !== null && n.first >= name.first && n.last <= name.last)
  return inner?.known
    ? {
        actor: inner.known.actor,
        name: inner,
        why: `part of the name, ${slice(sentence, inner)
          .map((t) => t.form)
          .join(' ')}`,
      }
    : null
}

function organisationOf(sentence: Sentence, name: Name, owner: Owner | null, role: Role | null, head: Token): Resolved {
  const text = slice(sentence, name)
    .map((t) => t.form)
    .join(' ')
    .replace(/ - /gu, '-')
    .replace(/ (['’]s)/gu, '$1')
  const kind = name.entity === 'LOC' ? 'place' : 'organisation'
  const actor: ActorRef = {
    name: text,
    kind,
    code: owner?.actor.code ?? null,
    sector: kind === 'place' ? null : (role?.sector ?? null),
  }
  return {
    actor,
    form: 'name',
    why: owner === null ? `${kind} by the language model` : `${kind} by the language model; ${owner.why}`,
    members: [],
    head,
    whole: true,
  }
}

/** A description: tied to a state by its own words, else the same as one before it ("the minister"), else of no known state. */
function describedOf(phrase: Phrase, role: Role, owner: Owner | null, memory: Memory): Resolved | null {
  const { head } = phrase
  const text = phrase.tokens
    .map((t) => t.form)
    .join(' ')
    .replace(/ - /gu, '-')
    .replace(/ (['’]s)/gu, '$1')
    .replace(/^(?:the|a|an) /iu, '')
  const base = { form: 'description' as const, members: [], head, whole: true }
  if (owner !== null)
    return {
      ...base,
      actor: { name: text, kind: role.kind, code: owner.actor.code, sector: role.sector ?? owner.actor.sector },
      why: `${role.phrase}; ${owner.why}`,
    }
  const definite = /^(?:the|this|that|its|his|her|their)$/iu.test(phrase.tokens[0]!.form)
  if (
    /^(?:side|country|state|nation|party|government|ally|neighbor|neighbour|partner)$/u.test(role.phrase) &&
    /^(?:both|two)$/iu.test(phrase.tokens.find((t) => t.upos !== 'DET' || /^both$/iu.test(t.form))?.form ?? '')
  ) {
    const members = memory.pair()
    if (members.length === 2)
      return {
        ...base,
        actor: { name: text, kind: 'group', code: null, sector: role.sector },
        members,
        why: `stands for ${members.map((m) => m.name).join(' and ')}, the two named last`,
      }
  }
  if (definite) {
    const before = memory.latest(
      (actor, words) =>
        (actor.kind === role.kind || actor.kind === 'person') &&
        actor.code !== null &&
        (words.toLowerCase().includes(role.phrase) ||
          (role.kind === 'office' &&
            actor.kind === 'person' &&
            actor.sector === role.sector &&
            role.phrase.length > 20)),
    )
    if (before !== null)
      return {
        ...base,
        actor: { ...before.actor, sector: before.actor.sector ?? role.sector },
        why: `antecedent “${before.text}”`,
      }
    if (/^(?:country|state|nation|government|republic|kingdom)$/u.test(role.phrase)) {
      const state = memory.latest((actor) => actor.kind === 'state' || actor.kind === 'de-facto')
      if (state !== null)
        return { ...base, actor: { ...state.actor, sector: role.sector }, why: `antecedent “${state.text}”` }
    }
  }
  return {
    ...base,
    actor: { name: text, kind: role.kind, code: null, sector: role.sector },
    why: `${role.phrase}; the document says no state`,
  }
}

/** "both", "the two" as a phrase of their own. */
function pairOf(_sentence: Sentence, phrase: Phrase, memory: Memory): Resolved | null {
  if (!/^(?:both|two)$/iu.test(phrase.head.form) || phrase.tokens.length > 2) return null
  const members = memory.pair()
  if (members.length < 2) return null
  return {
    actor: { name: 'both', kind: 'group', code: null, sector: null },
    form: 'pronoun',
    why: `stands for ${members.map((m) => m.name).join(' and ')}, the two named last`,
    members,
    head: phrase.head,
    whole: true,
  }
}

/** Third-person pronouns by number and kind; "I", "we" and "you" belong to the speaker, who is not known here. */
function pronoun(token: Token, memory: Memory): { actor: ActorRef; why: string; members: ActorRef[] } | null {
  const form = token.form.toLowerCase()
  const antecedent = (fits: (actor: ActorRef, text: string) => boolean) => {
    const found = memory.latest(fits)
    return found === null
      ? { actor: UNKNOWN, why: 'no antecedent was found', members: [] }
      : { actor: found.actor, why: `antecedent “${found.text}”`, members: [] }
  }
  if (/^(?:he|him|his|she|her|hers|himself|herself)$/u.test(form))
    return antecedent((a) => a.kind === 'person' || a.kind === 'office')
  if (/^(?:it|its|itself)$/u.test(form) && token.deprel !== 'expl')
    return antecedent((a) => a.kind !== 'person' && a.kind !== 'place' && a.kind !== 'group' && a.kind !== 'office')
  if (/^(?:they|them|their|theirs|themselves)$/u.test(form)) {
    const members = memory.pair()
    const found = memory.latest((a) => a.kind === 'group')
    if (found !== null) return { actor: found.actor, why: `antecedent “${found.text}”`, members: [] }
    return members.length === 2
      ? {
          actor: { name: 'both', kind: 'group', code: null, sector: null },
          why: `stands for ${members.map((m) => m.name).join(' and ')}, the two named last`,
          members,
        }
      : antecedent((a) => a.kind === 'organisation' || a.kind === 'igo')
  }
  if (/^(?:i|me|my|we|us|our|you|your|ourselves|myself|mine|ours)$/u.test(form))
    return { actor: UNKNOWN, why: 'belongs to the speaker', members: [] }
  return null
}
