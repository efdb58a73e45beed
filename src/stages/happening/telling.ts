import type { ActorRef, Doc, EventRecord, Mention, Sentence, Span, Token } from '../../model/index.ts'
import type { HappeningLexicon, HappeningNoun } from '../../pipeline/index.ts'
import { covers, overlaps } from '../../text/index.ts'
import { caseOf, relation, type Tree } from '../attribute/tree.ts'

/** One telling of a happening, as the grounds compare it with another. Words are lemmas in lower case. */
export interface Telling {
  readonly id: string
  readonly sentence: number
  readonly span: Span
  /** What tells it: an event of the record, or a noun phrase alone with the actors and places that it names. */
  readonly by:
    | { readonly kind: 'event'; readonly record: EventRecord }
    | { readonly kind: 'recall'; readonly named: readonly ActorRef[] }
  /** The word that tells it, and with it the words beside it in the trigger. */
  readonly word: string
  readonly words: ReadonlySet<string>
  /** What the lexicon says of the noun; 'any' where it may point back at any act; null for verbs and other nouns. */
  readonly noun: HappeningNoun | 'any' | null
  readonly pointing: 'this' | 'the' | null
  /** The word by which it is another happening than those told before. */
  readonly fresh: string | null
  readonly plural: boolean
  /** Noun → number before it: 'diplomat' → 'four'. */
  readonly numbers: ReadonlyMap<string, string>
  /** Words about it that are neither names of its sides nor words of time. */
  readonly content: ReadonlySet<string>
  readonly inHeading: boolean
  /** The words that its own hangs on, up to the root of its clause among clauses that stand side by side. */
  readonly above: readonly number[]
}

/** What tellings are made from. */
export interface Scene {
  readonly doc: Doc
  readonly sentence: Sentence
  readonly tree: Tree
  readonly mentions: readonly Mention[]
  /** Expressions of time in the sentence. */
  readonly times: readonly Span[]
  readonly lexicon: HappeningLexicon
}

const CONTENT = new Set(['NOUN', 'PROPN', 'ADJ', 'NUM', 'VERB'])
/** What hangs on an act without being told of it. */
const OUTSIDE = new Set(['punct', 'det', 'case', 'mark', 'cc', 'aux', 'cop', 'discourse', 'parataxis'])

/** An event as a telling. */
export function tellingOfEvent(scene: Scene, record: EventRecord): Telling {
  const { sentence, tree } = scene
  const trigger = sentence.tokens.filter((t) => covers(record.trigger, t.span) && CONTENT.has(t.upos)).map((t) => t.id)
  const sides = [...record.actors, ...record.recipients]
  const spans = sides.filter((side) => isActor(side.actor)).flatMap((side) => side.span ?? [])
  const named = scene.mentions.filter((m) => namesActor(m) && spans.some((span) => covers(span, m.span)))
  const heads = [record.head, ...trigger]
  const object = heads.flatMap((id) =>
    tree
      .children(id)
      .filter((kid) => kid.deprel === 'obj')
      .map((kid) => kid.id),
  )
  return {
    id: record.id,
    span: record.trigger,
    by: { kind: 'event', record },
    ...wordsOf(
      scene,
      sentence.span,
      record.head,
      heads,
      named.map((m) => m.span),
    ),
    ...nounOf(scene, record.head),
    fresh: freshIn(scene, [...heads, ...object]),
  }
}

/** Names, and offices, tell who a side is; other descriptions ("an Omani tanker") also tell what the act is about. */
const namesActor = ({ form, actor }: Mention): boolean =>
  form !== 'description' || /^(?:person|office|state|de-facto|igo)$/u.test(actor.kind)

/** The noun phrase at `head` as a telling. */
export function tellingOfNoun(scene: Scene, id: string, head: number, span: Span): Telling {
  const named = scene.mentions.filter((m) => covers(span, m.span) && m.head !== head && isActor(m.actor))
  const spans = named.map((m) => m.span)
  return {
    id,
    span,
    by: { kind: 'recall', named: named.flatMap((m) => (m.members.length > 0 ? m.members : [m.actor])) },
    ...wordsOf(scene, span, head, [head], spans),
    ...nounOf(scene, head),
    fresh: freshIn(scene, [head]),
  }
}

/** Whether an actor is known well enough to be told from another. */
export const isActor = ({ code, kind }: ActorRef): boolean => code !== null || kind === 'person'

const lemma = (tree: Tree, id: number): string => tree.token(id)?.lemma.toLowerCase() ?? ''

/** The words of what hangs on `heads` inside a stretch, but for the names of sides. */
function wordsOf(scene: Scene, within: Span, head: number, heads: readonly number[], sides: readonly Span[]) {
  const { sentence, tree, times } = scene
  const skip = (span: Span) => [...sides, ...times].some((s) => overlaps(s, span))
  const ids = contentIds(tree, heads).filter(
    (id) => covers(within, tree.token(id)!.span) && !skip(tree.token(id)!.span),
  )
  const numbers = ids.flatMap((id) => {
    const number = tree.children(id).find((kid) => kid.deprel === 'nummod')
    return number === undefined ? [] : [[lemma(tree, id), number.form.toLowerCase()] as const]
  })
  return {
    sentence: sentence.index,
    word: lemma(tree, head),
    words: new Set(heads.map((id) => lemma(tree, id))),
    content: new Set(ids.filter((id) => CONTENT.has(tree.token(id)!.upos)).map((id) => lemma(tree, id))),
    numbers: new Map(numbers),
    inHeading: scene.doc.blocks[sentence.block]?.kind === 'heading',
    above: aboveOf(tree, head),
  }
}

/** The words told of an act: all that hangs on its words, short of other clauses with their own subject; and the noun that its clause describes. */
function contentIds(tree: Tree, heads: readonly number[]): number[] {
  const out = new Set<number>()
  const visit = (id: number): void => {
    for (const kid of tree.children(id)) {
      const isOther =
        OUTSIDE.has(relation(kid)) ||
        kid.deprel === 'acl:relcl' ||
        ((relation(kid) === 'conj' || relation(kid) === 'advcl') && kid.upos === 'VERB')
      if (isOther || out.has(kid.id)) continue
      if (kid.id !== heads[0]) out.add(kid.id)
      visit(kid.id)
    }
  }
  for (const id of heads) visit(id)
  for (const id of heads) {
    const token = tree.token(id)
    if (token !== null && relation(token) === 'acl' && !heads.includes(token.head)) out.add(token.head)
  }
  return [...out]
}

function nounOf({ tree, lexicon }: Scene, head: number): Pick<Telling, 'noun' | 'pointing' | 'plural'> {
  const token = tree.token(head)
  if (token === null || (token.upos !== 'NOUN' && token.upos !== 'PROPN'))
    return { noun: null, pointing: null, plural: false }
  const word = token.lemma.toLowerCase()
  const noun = lexicon.nouns.get(word) ?? (lexicon.any.has(word) ? 'any' : null)
  const isPlural = token.feats.includes('Number=Plur')
  return {
    noun,
    pointing: noun === null ? null : pointingOf(tree, head, lexicon),
    plural: isPlural && !(noun !== null && noun !== 'any' && noun.plural),
  }
}

function pointingOf(tree: Tree, head: number, { this: near, the, said }: HappeningLexicon): Telling['pointing'] {
  const before = tree
    .children(head)
    .filter((kid) => kid.id < head)
    .map((kid) => kid.form.toLowerCase())
  if (before.some((word) => near.has(word) || said.has(word))) return 'this'
  return before.some((word) => the.has(word)) ? 'the' : null
}

/** The first word before or beside these words by which they tell of another happening. */
function freshIn({ tree, lexicon }: Scene, ids: readonly number[]): string | null {
  for (const id of ids.flatMap((id) => [id, ...partOf(tree, id, lexicon)])) {
    const isPointed = pointingOf(tree, id, lexicon) !== null
    for (const kid of tree.children(id)) {
      const form = kid.form.toLowerCase()
      if (/^(?:det|amod|nummod|advmod)/u.test(kid.deprel) && lexicon.fresh.has(form)) return form
      if (kid.deprel === 'amod' && lexicon.novel.has(form) && !isPointed) return form
      const phrase = tree
        .subtree(kid.id)
        .map((i) => tree.token(i)!.form.toLowerCase())
        .join(' ')
      if (lexicon.again.has(phrase)) return phrase
    }
  }
  return null
}

/** 'a new round of talks': the word of which a noun is told. */
function partOf(tree: Tree, id: number, { parts }: HappeningLexicon): number[] {
  const token = tree.token(id)
  const isPart =
    token !== null && token.deprel === 'nmod' && caseOf(tree, id) === 'of' && parts.has(lemma(tree, token.head))
  return isPart ? [token.head] : []
}

function aboveOf(tree: Tree, id: number): number[] {
  const out: number[] = []
  for (let at = tree.token(id); at !== null && !isOwnClause(at) && !out.includes(at.head); at = tree.token(at.head))
    if (at.head !== 0) out.push(at.head)
  return out
}

/** Whether a word heads a clause that stands beside the one before it. */
const isOwnClause = (token: Token): boolean =>
  token.deprel === 'parataxis' || (token.deprel === 'conj' && token.upos === 'VERB')
