import type { Doc, Mention, NamedEntity, Sentence, Token } from '../model/index.ts'
import { type ActorOntology, defineStage, type Gazetteer, type TitleLexicon } from '../pipeline/index.ts'
import { findingId } from '../text/index.ts'
import { countriesNamed } from './mention/countries.ts'
import { documentMemory, type Memory } from './mention/memory.ts'
import { corrected } from './mention/misspelt.ts'
import { childrenOf, headOf, isPlural, type Name, namesIn, type Phrase, phraseOf, tokensOf } from './mention/phrases.ts'
import { FOR_CLAUSE, pronounOf } from './mention/pronouns.ts'
import { qualified } from './mention/qualified.ts'
import { resolve } from './mention/resolve.ts'
import type { Antecedent, Resolved, Scene } from './mention/scene.ts'
import { chooseSenses } from './mention/senses.ts'
import { chooseSettlement } from './mention/settlements.ts'

/** Finds the phrases that name actors and places, and says which actor each is, as far as the document bears it out. */
export const mention = defineStage({
  name: 'mention',
  version: '3',
  needs: ['sentences', 'entities'],
  adds: ['mentions'],
  run(doc, { sentences, entities }, { actors, gazetteer, language }) {
    const given = { doc, sentences, entities, actors, gazetteer, titles: language.titles }
    // The first round learns who the persons are, so that a surname before the full name is understood too.
    const learned = round(given, null).memory
    return { layers: { mentions: round(given, learned).mentions }, problems: [] }
  },
})

interface Given {
  readonly doc: Doc
  readonly sentences: readonly Sentence[]
  readonly entities: readonly NamedEntity[]
  readonly actors: ActorOntology
  readonly gazetteer: Gazetteer
  readonly titles: TitleLexicon
}

/** One pass over the document; `persons` are those that an earlier pass has learned. */
function round(
  { doc, sentences, entities, actors, gazetteer, titles }: Given,
  persons: Memory | null,
): { mentions: Mention[]; memory: Memory } {
  const memory = documentMemory((m) => doc.text.slice(m.span.start, m.span.end))
  const bySentence = Map.groupBy(entities, (e) => e.sentence)
  const isPerson = (surname: string): boolean => persons?.person(surname) != null
  const found = sentences.map((s) =>
    corrected(s, namesIn(s, bySentence.get(s.index) ?? [], actors, isPerson), actors, gazetteer),
  )
  const names = chooseSenses(sentences, found).map((own, at) => qualified(sentences[at]!, own, gazetteer))
  const named = countriesNamed(names.flat().map((name) => name.known?.actor.code ?? null))
  const settlement: Scene['settlement'] = (name) => {
    const chosen = chooseSettlement(gazetteer.settlements(name), named)
    return chosen === null ? null : { code: chosen.settlement.country, why: chosen.why }
  }
  const on = doc.date?.kind === 'known' ? doc.date.value : null
  const bodies = { membersOf: (body: string) => actors.membersOf(body, on), isAlliance: actors.isAlliance }
  const mentions: Mention[] = []
  let afterThing = false
  for (const [at, sentence] of sentences.entries()) {
    const made = mentionsOf(doc, sentence, {
      names: names[at]!,
      titles,
      memory,
      persons,
      settlement,
      afterThing,
      ...bodies,
    })
    afterThing = isAboutThing(sentence, made)
    mentions.push(...made)
  }
  return { mentions, memory }
}

function mentionsOf(
  doc: Doc,
  sentence: Sentence,
  given: Omit<Scene, 'sentence' | 'pronouns' | 'made' | 'words'>,
): Mention[] {
  const { names, memory } = given
  const out: Mention[] = []
  const spent = new Set<number>()
  const made = new Map<number, Mention>()
  const pronouns = new Map<number, Antecedent>()
  const words = (tokens: readonly Token[]): string =>
    tokens.length === 0 ? '' : doc.text.slice(tokens[0]!.span.start, tokens.at(-1)!.span.end).replace(/\s+/gu, ' ')
  const scene: Scene = { ...given, sentence, pronouns, made, words }

  const add = (tokens: readonly Token[], found: Omit<Resolved, 'whole' | 'spent'>): Mention => {
    const span = { start: tokens[0]!.span.start, end: tokens.at(-1)!.span.end }
    const { head, form, actor, members, why } = found
    const id = findingId(doc.id, 'mention', span)
    const made: Mention = { id, sentence: sentence.index, span, head: head.id, form, actor, members: [...members], why }
    out.push(made)
    return made
  }

  for (const token of sentence.tokens) {
    if (spent.has(token.id)) continue
    if (token.upos === 'PRON') {
      const antecedent = pronounOf(scene, token)
      if (antecedent === null) continue
      pronouns.set(token.id, antecedent)
      made.set(token.id, add([token], { ...antecedent, head: token, form: 'pronoun', role: null }))
      continue
    }
    const name = names.find((n) => n.first <= token.id && token.id <= n.last) ?? null
    if (name !== null && token !== headOf(sentence, name.first, name.last)) continue
    if (name?.known?.form === 'adjective' && modifies(sentence, token)) {
      const { actor, why } = name.known
      const made = add(tokensOf(sentence, name), {
        actor,
        why,
        members: [],
        head: token,
        form: 'adjective',
        role: null,
      })
      memory.remember(made, { role: 'demonym', subject: null, plural: false })
      rememberHyphened(scene, name)
      continue
    }
    if (name === null && !isNominal(token)) continue
    const phrase = phraseOf(sentence, token)
    const found = resolve(scene, phrase, name)
    if (found === null) continue
    const mention = add(spanOf(sentence, phrase, name, found), found)
    made.set(token.id, mention)
    for (const id of found.spent) spent.add(id)
    if (found.whole)
      for (const t of phrase.tokens) if (t !== token && isOwnPerson(names, t, name, found)) spent.add(t.id)
    remember(scene, mention, found, token)
  }
  return out
}

/** Whether the main subject of a sentence is a thing in the singular that is no actor, or "it" for one: "the treaty", "the channel". */
function isAboutThing({ tokens }: Sentence, mentions: readonly Mention[]): boolean {
  const subject = tokens.find((t) => /^nsubj/u.test(t.deprel) && tokens[t.head - 1]?.head === 0)
  if (subject === undefined) return false
  const mention = mentions.find((m) => m.head === subject.id)
  if (subject.form.toLowerCase() === 'it') return mention?.actor.kind === 'unknown' && mention.why !== FOR_CLAUSE
  return subject.upos === 'NOUN' && !isPlural(subject) && mention === undefined
}

/** A common or proper noun that heads a phrase of its own, or a number that stands for people or states ("the two agreed"). */
const isNominal = (token: Token): boolean =>
  (token.upos === 'NOUN' ||
    token.upos === 'PROPN' ||
    (token.upos === 'NUM' && /^(?:nsubj|obj|obl)/u.test(token.deprel))) &&
  !/^(?:compound|flat|goeswith|nmod:desc)/u.test(token.deprel)

/** Whether a demonym describes a noun, by itself, joined to another that does ("Greek and Turkish ministers") or before a participle ("Saudi-led"). */
function modifies(sentence: Sentence, token: Token): boolean {
  const first = token.deprel === 'conj' && token.upos === 'ADJ' ? sentence.tokens[token.head - 1] : token
  return first !== undefined && /^(?:amod|compound|nmod:desc|obl:unmarked)/u.test(first.deprel)
}

/** The person's name inside a phrase that is that person as a whole: no mention of its own. */
const isOwnPerson = (names: readonly Name[], token: Token, name: Name | null, found: Resolved): boolean =>
  found.actor.kind === 'person' &&
  names.some((n) => n.entity === 'PER' && n !== name && n.first <= token.id && token.id <= n.last)

/** A name inside another phrase ("Russia's" army) is that name alone; otherwise the whole phrase. */
function spanOf(sentence: Sentence, phrase: Phrase, name: Name | null, found: Resolved): readonly Token[] {
  if (name === null || found.whole) return phrase.tokens
  const own = tokensOf(sentence, name)
  const before = sentence.tokens[name.first - 2]
  return before !== undefined && before.upos === 'DET' && before.head === found.head.id ? [before, ...own] : own
}

/** What a later pronoun or description may stand for: names that are no part of another name's phrase, and descriptions. */
function remember(scene: Scene, mention: Mention, found: Resolved, token: Token): void {
  const plural = found.form === 'description' && (isPlural(token) || found.members.length > 1)
  const attributive = /^(?:compound|flat|nmod:desc)/u.test(token.deprel)
  if (
    !attributive &&
    mention.actor.kind !== 'unknown' &&
    !(mention.actor.kind === 'place' && found.form === 'description')
  )
    scene.memory.remember(mention, { role: found.role, subject: subjectOf(scene.sentence, token), plural })
  const joined = token.deprel === 'conj' ? togetherWith(scene, token) : []
  if (joined.length > 1) scene.memory.rememberTogether(joined.map((m) => m.actor))
}

const subjectOf = ({ tokens }: Sentence, token: Token): 'main' | 'other' | null =>
  !/^nsubj/u.test(token.deprel) ? null : tokens[token.head - 1]?.head === 0 ? 'main' : 'other'

/** "Chilean-Peruvian relations": the two are named together. */
function rememberHyphened(scene: Scene, name: Name): void {
  const before = scene.names.find((n) => n.last + 2 === name.first && n.known !== null)
  const hyphen = scene.sentence.tokens[name.first - 2]
  if (!before?.known || hyphen === undefined || !/^[-–]$/u.test(hyphen.form)) return
  const actors = [before.known.actor, name.known!.actor]
  if (actors.every((a) => TOGETHER.has(a.kind) && a.code !== null) && actors[0]!.code !== actors[1]!.code)
    scene.memory.rememberTogether(actors)
}

const TOGETHER = new Set(['state', 'de-facto', 'igo'])
const JOINABLE = new Set([...TOGETHER, 'group', 'organisation'])

/** The actors that a name is joined to by "and", itself last: "Chile, Peru and Bolivia". Empty before the last one, and when they are of two kinds. */
function togetherWith(scene: Scene, token: Token): Mention[] {
  const { sentence, made } = scene
  const conjuncts = (childrenOf(sentence).get(token.head) ?? []).filter((t) => t.deprel === 'conj')
  if (conjuncts.at(-1) !== token) return []
  const all = [token.head, ...conjuncts.map((t) => t.id)].flatMap((id) => made.get(id) ?? [])
  const isPersons = all.every((m) => m.actor.kind === 'person')
  const isStates = all.every((m) => JOINABLE.has(m.actor.kind)) && all.some((m) => TOGETHER.has(m.actor.kind))
  return all.length === conjuncts.length + 1 && (isPersons || isStates) ? all : []
}
