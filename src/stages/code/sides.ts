import type { ActorRef, Mention, Side, Thing, Token } from '../../model/index.ts'
import type { SideCandidate } from '../../pipeline/index.ts'
import { basesOf } from '../../text/inflection.ts'
import { caseOf, headOf, spanOf, type Tree } from '../attribute/tree.ts'
import { CROWDS, MEASURES, PEOPLE, TIMES } from './people.ts'

/** A side with the token that it stands on. */
export interface FoundSide {
  readonly head: number
  readonly side: Side
  /** True when the noun phrase itself was no side and this one was found inside it. */
  readonly inside: boolean
}

/** How far to look inside a noun phrase that is no side itself: not at all, for whose name it bears, or for any side it holds. */
export type Dig = 'no' | 'name' | 'any'
const NONE: ReadonlySet<string> = new Set()

/** Finds sides in one sentence: from a token of the tree to the mention that covers it, or to what it holds. */
export interface SideFinder {
  readonly find: (id: number, options: { readonly dig: Dig; readonly avoid?: ReadonlySet<string> }) => FoundSide[]
  /** The first candidate that names a side; several when sides are joined by 'and'. */
  readonly first: (
    candidates: readonly SideCandidate[],
    options: { readonly dig: Dig; readonly not: readonly FoundSide[] },
  ) => { sides: FoundSide[]; by: SideCandidate } | null
  /** A thing that is no side, as it stands ('the attacks'): what is condemned, asked for or refused. */
  readonly asText: (candidates: readonly SideCandidate[]) => FoundSide | null
  readonly mentionAt: (id: number) => Mention | null
}

/** 'fundamentalists', 'technocrat': nouns that this ends in are people. */
const PERSON_ENDING = /(ist|crat|eer|ian|sman|woman)s?$/iu
const unknownActor = (name: string): ActorRef => ({ name, kind: 'unknown', code: null, sector: null })
const INSIDE = [
  'nmod:poss',
  'amod',
  'compound',
  'nmod:desc',
  'nmod',
  'appos',
  'flat',
  'nmod:unmarked',
  'det',
  'acl',
  'obj',
  'obl:agent',
  'obl',
  'iobj',
  'xcomp',
  'ccomp',
  'nsubj',
  'nsubj:pass',
  'conj',
]
const PREPOSITIONS = [
  'of',
  'by',
  'from',
  'against',
  'with',
  'between',
  'to',
  'for',
  'on',
  'in',
  'at',
  'among',
  'into',
  'over',
  'near',
]
/** What only sets the scene or stands against an act, and names none of its sides: 'despite Israel's wish'. */
const SET_APART = new Set(
  'despite notwithstanding after before since during amid amidst following until till unlike besides except like as'.split(
    ' ',
  ),
)
/** Clauses beside a noun tell of other acts: 'condemned the attacks, which have seen people arrested in Natal'. */
const LEAVES = new Set(['acl:relcl', 'advcl'])
const MAX_DIG = 5

export function sideFinder(
  text: string,
  tree: Tree,
  mentions: readonly Mention[],
  lookup: (name: string) => ActorRef | null,
  relational: ReadonlySet<string>,
  things: readonly Thing[] = [],
): SideFinder {
  const forces = peopleAmong(tree, things)
  const byHead = new Map<number, Mention>()
  for (const mention of mentions) {
    const head = headWithin(tree, mention)
    const known = byHead.get(head)
    if (known === undefined || mention.span.end - mention.span.start > known.span.end - known.span.start)
      byHead.set(head, mention)
  }
  const mentionAt = (id: number): Mention | null => byHead.get(id) ?? null

  const conjuncts = (id: number, depth = 0): number[] =>
    depth > 20
      ? [id]
      : [
          id,
          ...tree
            .children(id)
            .filter((kid) => kid.deprel === 'conj' && !['VERB', 'AUX'].includes(kid.upos))
            .flatMap((kid) => conjuncts(kid.id, depth + 1)),
        ]

  /** The noun phrase around a head: its words without clauses and appositions. */
  const phraseSpan = (id: number) => {
    const head = tree.token(id)!
    const near = tree
      .children(id)
      .filter(
        (kid) =>
          ['det', 'amod', 'compound', 'nummod', 'flat', 'nmod:poss', 'case', 'nmod:desc'].includes(kid.deprel) &&
          kid.deprel !== 'case',
      )
    return spanOf(tree, [head.id, ...near.flatMap((kid) => [...tree.subtree(kid.id)])])!
  }

  const toSide = (mention: Mention, code: string | null): Side => ({
    span: mention.span,
    text: text.slice(mention.span.start, mention.span.end),
    mention: mention.id,
    actor: code === null || mention.actor.code !== null ? mention.actor : { ...mention.actor, code },
  })

  /** Two subjects side by side ("European Community | foreign ministers") are one phrase that the parser cut: the first names the country. */
  const besideCode = (id: number): string | null => {
    const token = tree.token(id)
    if (token === null || !token.deprel.startsWith('nsubj')) return null
    const start = Math.min(...tree.subtree(id))
    const before = tree
      .children(token.head)
      .find((kid) => kid.deprel === token.deprel && kid.id !== id && Math.max(...tree.subtree(kid.id)) === start - 1)
    return before === undefined ? null : (mentionAt(before.id)?.actor.code ?? null)
  }

  /** The country that a noun phrase without one carries inside: 'Turkish police', 'rebels in Mali', 'the president of Peru'. */
  const codeInside = (id: number, depth = 0): string | null => {
    if (depth > MAX_DIG) return null
    const bond = isAmong(relational, tree.token(id)!)
    for (const kid of [...tree.children(id)].sort(byPlace)) {
      if (!['nmod:poss', 'amod', 'compound', 'nmod', 'appos', 'nmod:desc'].includes(kid.deprel)) continue
      if (bond && kid.deprel === 'nmod:poss') continue
      if (
        kid.deprel === 'nmod' &&
        !/^(of|in|from|at|near|inside|across|throughout|outside|to)\b/u.test(caseOf(tree, kid.id))
      )
        continue
      const code =
        mentionAt(kid.id)?.actor.code ??
        (['nmod', 'nmod:poss', 'nmod:desc', 'appos', 'compound'].includes(kid.deprel)
          ? codeInside(kid.id, depth + 1)
          : null)
      if (code !== null) return code
    }
    return besideCode(id)
  }

  const isSetApart = (token: Token): boolean =>
    (token.deprel === 'obl' || token.deprel === 'nmod') && SET_APART.has(caseOf(tree, token.id).split(' ')[0]!)

  const byPlace = (a: Token, b: Token): number => rank(a) - rank(b) || a.id - b.id
  const rank = (token: Token): number => {
    const base = INSIDE.indexOf(token.deprel)
    if (base < 0) return 99
    if (token.deprel !== 'nmod' && token.deprel !== 'obl') return base
    const at = PREPOSITIONS.indexOf(caseOf(tree, token.id))
    return base + (at < 0 ? 0.9 : at / 20)
  }

  /** The name or description in this sentence that a pronoun stands for, when the two have the same actor. */
  const antecedentOf = (pronoun: Mention): Mention | null =>
    mentions.findLast(
      (other) =>
        other.form !== 'pronoun' &&
        other.form !== 'adjective' &&
        other.span.end <= pronoun.span.start &&
        sameActor(other.actor, pronoun.actor),
    ) ?? null

  /** The mention that a name stands in though the parser gave it another head. */
  const covering = (token: Token): Mention | null =>
    token.upos !== 'PROPN'
      ? null
      : (mentions.find(
          (mention) =>
            mention.form !== 'adjective' &&
            mention.span.start <= token.span.start &&
            mention.span.end >= token.span.end &&
            hangsTogether(tree, token, mention),
        ) ?? null)

  const direct = (id: number): FoundSide | null => {
    const token = tree.token(id)
    if (token === null) return null
    const mention = mentionAt(id) ?? covering(token)
    const speaker =
      token.upos === 'PRON' && (mention === null || mention.actor.kind === 'unknown') ? ownSpeaker(tree, token) : null
    if (speaker !== null) return direct(speaker)
    if (mention !== null && mention.form === 'pronoun') {
      const named = antecedentOf(mention)
      if (named !== null) return { head: named.head, side: toSide(named, null), inside: false }
    }
    if (mention !== null) {
      if (mention.form === 'pronoun' && mention.actor.kind === 'unknown' && !isPersonal(token)) return null
      return { head: id, side: toSide(mention, mention.actor.code === null ? codeInside(id) : null), inside: false }
    }
    const measured =
      isAmong(MEASURES, token) || token.upos === 'NUM'
        ? tree.children(id).find((kid) => kid.deprel === 'nmod' && caseOf(tree, kid.id) === 'of')
        : undefined
    if (measured !== undefined) {
      const inner = direct(measured.id)
      if (inner !== null) return inner
    }
    const named = token.upos === 'PROPN' && !TIMES.has(token.form.toLowerCase())
    const people =
      token.upos === 'NOUN' &&
      (isAmong(PEOPLE, token) ||
        PERSON_ENDING.test(token.form) ||
        CROWDS.has(token.form.toLowerCase()) ||
        forces.has(id))
    if (!named && !people && !isPersonal(token)) return null
    const span = phraseSpan(id)
    const words = text.slice(span.start, span.end)
    return {
      head: id,
      side: { span, text: words, mention: null, actor: { ...unknownActor(words), code: codeInside(id) } },
      inside: false,
    }
  }

  /** What a noun phrase is named after: whose, of which country, of, by. Only these can act for it ('US air strikes killed'). */
  const named = (id: number): FoundSide[] => {
    for (const kid of [...tree.children(id)].sort(byPlace)) {
      const linked =
        ['nmod:poss', 'amod', 'compound', 'nmod:desc', 'appos'].includes(kid.deprel) ||
        (kid.deprel === 'nmod' && ['of', 'by', 'from'].includes(caseOf(tree, kid.id)))
      if (!linked) continue
      const mention = mentionAt(kid.id)
      if (mention === null || (mention.actor.kind === 'place' && mention.actor.code === null)) continue
      return conjuncts(kid.id)
        .map(direct)
        .filter((side) => side !== null)
        .map((side) => ({ ...side, inside: true }))
    }
    return []
  }

  /** 'anti-Russian sanctions': whom the prefix turns a thing against. */
  const opponent = (token: Token): FoundSide | null => {
    const name = /^anti-(\p{Lu}.*)$/u.exec(token.form)?.[1]
    const actor = name === undefined ? null : lookup(name)
    return actor === null
      ? null
      : { head: token.id, side: { span: token.span, text: token.form, mention: null, actor }, inside: true }
  }

  /** Breadth first through what hangs on a word, nearest and likeliest first. */
  const dug = (id: number, avoid: ReadonlySet<string>): FoundSide[] => {
    let level = [id]
    for (let depth = 0; depth < MAX_DIG && level.length > 0; depth++) {
      const next: number[] = []
      for (const at of level)
        for (const kid of [...tree.children(at)].sort(byPlace)) {
          if (rank(kid) === 99 || isSetApart(kid) || LEAVES.has(kid.deprel)) continue
          if (kid.deprel !== 'acl') {
            const found = mentionAt(kid.id)
            if (
              found !== null &&
              (found.actor.code !== null || (found.form === 'name' && found.actor.kind !== 'unknown')) &&
              found.form !== 'pronoun' &&
              !avoid.has(found.actor.code ?? '')
            )
              return conjuncts(kid.id)
                .map(direct)
                .filter((side) => side !== null)
                .map((side) => ({ ...side, inside: true }))
          }
          const against = opponent(kid)
          if (against !== null && !avoid.has(against.side.actor.code ?? '')) return [against]
          next.push(kid.id)
        }
      level = next
    }
    return []
  }

  /** 'Indian and Chinese troops', 'UK and EU negotiators': a side for each of the countries that the phrase joins. */
  const joinedModifiers = (id: number): FoundSide[] => {
    const first = tree
      .children(id)
      .find((kid) => ['amod', 'compound'].includes(kid.deprel) && mentionAt(kid.id)?.actor.code != null)
    if (first === undefined) return []
    const others = tree.children(first.id).filter((kid) => kid.deprel === 'conj')
    return [first, ...others].flatMap((each) => {
      const mention = mentionAt(each.id)
      return mention === null || mention.actor.code === null
        ? []
        : [{ head: each.id, side: toSide(mention, null), inside: false }]
    })
  }

  /** One side for each member of a group ("both countries"). */
  const membersOf = (found: FoundSide): FoundSide[] => {
    const joined = joinedModifiers(found.head)
    if (joined.length > 1) return joined
    const mention = mentionAt(found.head)
    const members = mention?.members ?? []
    return members.length < 2 || mention?.id !== found.side.mention
      ? [found]
      : members.map((actor) => ({ ...found, side: { ...found.side, actor } }))
  }

  const find: SideFinder['find'] = (id, { dig, avoid = NONE }) => {
    const found = conjuncts(id)
      .map(direct)
      .filter((side) => side !== null)
      .flatMap(membersOf)
    if (found.length > 0 || dig === 'no') return found
    return dig === 'name' ? named(id) : dug(id, avoid)
  }

  const first: SideFinder['first'] = (candidates, { dig, not }) => {
    const search = (avoid: ReadonlySet<string>) => {
      for (const candidate of candidates) {
        if (candidate.role.endsWith('modifier') && mentionAt(candidate.id) === null) continue
        const sides = find(candidate.id, { dig: candidate.role === 'clause.subject' ? 'no' : dig, avoid }).filter(
          (found) => !not.some((other) => other.head === found.head || same(other.side, found.side)),
        )
        if (sides.length > 0) return { sides, by: candidate }
      }
      return null
    }
    const codes = new Set(not.flatMap((found) => (found.side.actor.code === null ? [] : [found.side.actor.code])))
    return search(codes) ?? (codes.size === 0 ? null : search(NONE))
  }
  const asText: SideFinder['asText'] = (candidates) => {
    for (const { id, role } of candidates) {
      const token = tree.token(id)
      if (
        token === null ||
        role.endsWith('modifier') ||
        !['NOUN', 'PROPN'].includes(token.upos) ||
        TIMES.has(token.form.toLowerCase())
      )
        continue
      const span = phraseSpan(id)
      const words = text.slice(span.start, span.end)
      return { head: id, side: { span, text: words, mention: null, actor: unknownActor(words) }, inside: false }
    }
    return null
  }

  return { find, first, asText, mentionAt }
}

/** Heads of what the model takes for forces, titles and nationalities: people, though no list names the word ('two commodores'). */
const peopleAmong = (tree: Tree, things: readonly Thing[]): ReadonlySet<number> =>
  new Set(things.filter(({ label }) => /^(?:MIL|TTL|NAT)$/u.test(label)).map(({ tokens }) => headOf(tree, tokens)))

/** The head of a mention; an article that stands alone with an adjective ("the Ethiopian" attack) and a hyphen ("al-Qaeda network") give way to its last word. */
function headWithin(tree: Tree, mention: Mention): number {
  if (!['DET', 'PUNCT'].includes(tree.token(mention.head)?.upos ?? '')) return mention.head
  const words = tree.sentence.tokens.filter(
    (token) => token.span.start >= mention.span.start && token.span.end <= mention.span.end && token.upos !== 'PUNCT',
  )
  return words.at(-1)?.id ?? mention.head
}

/** Whether the mention's head hangs on the token or beside it: then both head one phrase. */
const hangsTogether = (tree: Tree, token: Token, mention: Mention): boolean => {
  const head = tree.token(mention.head)
  return head !== null && (head.head === token.id || head.head === token.head || token.deprel === 'flat')
}

const sameActor = (a: ActorRef, b: ActorRef): boolean =>
  a.kind !== 'unknown' && a.name !== '' && a.name === b.name && a.code === b.code

/** 'The group said it will …': the pronoun that is the subject of what someone says of himself stands for the speaker. */
function ownSpeaker(tree: Tree, pronoun: Token): number | null {
  if (
    !['it', 'they', 'he', 'she', 'we', 'i'].includes(pronoun.form.toLowerCase()) ||
    !pronoun.deprel.startsWith('nsubj')
  )
    return null
  const verb = tree.token(pronoun.head)
  const saying = verb === null || verb.deprel !== 'ccomp' ? null : tree.token(verb.head)
  if (saying === null || saying.id > pronoun.id) return null
  const speaker = tree.children(saying.id).findLast((kid) => kid.deprel === 'nsubj' && kid.id < saying.id)
  return speaker === undefined || speaker.upos === 'PRON' ? null : speaker.id
}

const isAmong = (words: ReadonlySet<string>, token: Token): boolean =>
  words.has(token.lemma.toLowerCase()) || basesOf(token.form).some((base) => words.has(base))
const same = (a: Side, b: Side): boolean => a.mention !== null && a.mention === b.mention
const isPersonal = (token: Token): boolean =>
  token.upos === 'PRON' &&
  ['he', 'she', 'they', 'we', 'i', 'them', 'him', 'her', 'us', 'you'].includes(token.form.toLowerCase())
