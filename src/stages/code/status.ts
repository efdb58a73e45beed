import type { Status, Token } from '../../model/index.ts'
import { basesOf } from '../../text/inflection.ts'
import { childrenWith, type Tree } from '../attribute/tree.ts'

/** How an act is told, with the word that shows it, for a person. */
export interface Telling {
  readonly status: Status
  /** 'will', 'if', 'refuse': the word that decides, or null when tense alone does. */
  readonly by: string | null
  /** Whether the act is negated as well ('will not'). */
  readonly negated: boolean
}

const set = (words: string): ReadonlySet<string> => new Set(words.split(' '))
/** What an infinitive's governor says of it. */
const GOVERNORS: readonly (readonly [Status, ReadonlySet<string>])[] = [
  ['denied', set('refuse decline fail deny neglect refrain stop cease avoid forbid ban prohibit prevent')],
  [
    'planned',
    set(
      'plan intend decide prepare schedule expect agree promise pledge vow undertake set due ready offer commit arrange resolve order aim about decision plan promise pledge intention commitment agreement propose',
    ),
  ],
  [
    'hypothetical',
    set(
      'want hope seek try attempt ask urge consider wish threaten call demand like request able unable willing need suggest attempt effort bid desire invite encourage right opportunity chance possible ability',
    ),
  ],
  ['ongoing', set('begin start continue keep go')],
]
/** 'refrained from sending', 'kept them from sending'. */
const PREVENTING = set('refrain abstain desist keep prevent stop ban bar block prohibit dissuade discourage deter')
/** 'the first state to recognize': the infinitive tells of a fact. */
const ORDINAL = set('first second third fourth fifth sixth seventh eighth ninth tenth last latest next only')
const HABIT = set('always often regularly usually repeatedly periodically frequently routinely annually constantly')
const UNREAL = set('possible potential proposed threatened hypothetical alleged suspected would-be likely')
const COMING = set('upcoming planned future forthcoming scheduled coming impending next imminent')
const NEGATIVE = set("not n't never no nor neither without hardly nt")
const NOBODY = set('nobody none nothing')
/** Prepositions of a clause's own parts: 'exchanged envoys with none of them', 'opposed by no delegation'. */
const PARTS = set('by with on to')
/** Nouns whose clause is open: 'the allegation that they had fired'. */
const OPEN = set(
  'allegation claim rumour rumor suggestion accusation charge hypothesis speculation fear possibility prospect',
)
const UNITS = set(
  'day week month year spring summer autumn winter season morning evening night monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december',
)
const CONDITION = set('if unless whether lest')
/** What decides where it is the simple present alone. */
export const PRESENT = 'present'
const MAX_DEPTH = 12

/**
 * The status of an act from the words about it: negation, modal verbs, conditions, tense and aspect, and the verb or noun that an infinitive hangs on.
 * `head` is the trigger, `support` the verb that carries a noun ('held talks'), if any.
 */
export function tellingOf(tree: Tree, head: number, support: number | null): Telling {
  const token = tree.token(head)
  if (token === null) return { status: 'happened', by: null, negated: false }
  if (support === null && token.upos !== 'VERB' && token.upos !== 'ADJ' && token.upos !== 'AUX')
    return ofNoun(tree, token)
  const verb = support === null ? token : tree.token(support)!
  const told = ofClause(tree, verb, 0)
  if (support === null) return told
  const noun = ofNoun(tree, token)
  return noun.by === null ? told : noun
}

function ofNoun(tree: Tree, noun: Token): Telling {
  for (const kid of tree.children(noun.id)) {
    const lemma = kid.lemma.toLowerCase()
    if (kid.deprel === 'det' && lemma === 'no') return { status: 'denied', by: 'no', negated: true }
    if (kid.deprel === 'det' && lemma === 'any') return { status: 'hypothetical', by: 'any', negated: false }
    if (kid.deprel === 'case' && lemma === 'without') return { status: 'denied', by: 'without', negated: true }
    if (kid.deprel === 'amod' && UNREAL.has(lemma)) return { status: 'hypothetical', by: lemma, negated: false }
    if (kid.deprel === 'amod' && COMING.has(lemma)) return { status: 'planned', by: lemma, negated: false }
  }
  return { status: 'happened', by: null, negated: false }
}

function ofClause(tree: Tree, verb: Token, depth: number): Telling {
  const kids = tree.children(verb.id)
  const negated =
    kids.some(
      (kid) =>
        (kid.deprel === 'advmod' || kid.deprel === 'det' || kid.deprel === 'cc:preconj' || kid.deprel === 'aux') &&
        isNegative(kid),
    ) ||
    kids.some((kid) => kid.deprel === 'mark' && kid.form.toLowerCase() === 'without') ||
    kids.some((kid) => isPart(tree, kid) && isNone(tree, kid))
  const told = unnegated(tree, verb, kids, depth)
  return negated || told.negated ? { status: 'denied', by: told.by ?? 'not', negated: true } : told
}

const isPart = (tree: Tree, { id, deprel }: Token): boolean =>
  deprel.startsWith('nsubj') ||
  deprel === 'obj' ||
  (deprel.startsWith('obl') &&
    tree.children(id).some((kid) => kid.deprel === 'case' && PARTS.has(kid.form.toLowerCase())))

/** 'nobody', 'no ship', 'neither side'. */
const isNone = (tree: Tree, noun: Token): boolean =>
  NOBODY.has(noun.form.toLowerCase()) ||
  tree
    .children(noun.id)
    .some(
      (kid) =>
        (kid.deprel === 'det' || kid.deprel === 'cc:preconj') && ['no', 'neither'].includes(kid.form.toLowerCase()),
    )

const isNegative = (token: Token): boolean =>
  NEGATIVE.has(token.lemma.toLowerCase()) || NEGATIVE.has(token.form.toLowerCase())

function unnegated(tree: Tree, verb: Token, kids: readonly Token[], depth: number): Telling {
  const auxiliaries = kids.filter((kid) => kid.deprel === 'aux' || kid.deprel === 'aux:pass' || kid.deprel === 'cop')
  const lemmas = auxiliaries.map((aux) => aux.form.toLowerCase())
  const told = (status: Status, by: string | null): Telling => ({ status, by, negated: false })
  const condition = kids.find((kid) => kid.deprel === 'mark' && CONDITION.has(kid.lemma.toLowerCase()))
  if (condition !== undefined) return told('hypothetical', condition.lemma.toLowerCase())
  if (isOpen(tree, verb)) return told('hypothetical', 'that')
  if (asks(tree, verb, auxiliaries)) return told('hypothetical', '?')
  if (lemmas.some((aux) => ['will', "'ll", '’ll', 'shall', 'wo'].includes(aux))) return told('planned', 'will')
  if (lemmas.includes('would')) return told('planned', 'would')
  const modal = lemmas.find((aux) => ['may', 'might', 'could', 'can', 'must', 'should', 'ca'].includes(aux))
  if (modal !== undefined) return told('hypothetical', modal)
  const to = kids.some((kid) => kid.deprel === 'mark' && kid.form.toLowerCase() === 'to')
  const above = tree.token(verb.head)
  const finite = auxiliaries.length > 0 || verb.feats.includes('VerbForm=Fin')
  if (above !== null && depth < MAX_DEPTH && (to || (verb.deprel === 'xcomp' && !finite))) {
    const bases = [above.lemma.toLowerCase(), ...basesOf(above.form)]
    const [status, known] = GOVERNORS.find(([, words]) => bases.some((base) => words.has(base))) ?? [null, null]
    const governor = (known === null ? null : bases.find((base) => known.has(base))) ?? bases[0]!
    if (governor === 'go' && to) return told('planned', 'going to')
    if (governor === 'be' && to) return told('planned', 'is to')
    if (status === 'denied') return { status: 'denied', by: governor, negated: true }
    if (status === 'planned' || status === 'hypothetical') return told(status, governor)
    if (above.upos === 'VERB' || above.upos === 'AUX') {
      const outer = ofClause(tree, above, depth + 1)
      if (verb.deprel === 'advcl' && outer.status === 'happened') return told('planned', 'purpose')
      return status === 'ongoing' && outer.status === 'happened' ? told('ongoing', governor) : outer
    }
    if (tree.children(above.id).some((kid) => kid.deprel === 'amod' && ORDINAL.has(kid.form.toLowerCase()))) {
      const clause = tree.children(above.id).some((kid) => kid.deprel === 'cop') ? above : tree.token(above.head)
      return clause === null ? told('happened', null) : ofClause(tree, clause, depth + 1)
    }
    return told('hypothetical', governor)
  }
  if (
    above !== null &&
    verb.deprel === 'advcl' &&
    kids.some((kid) => kid.deprel === 'mark' && kid.form.toLowerCase() === 'from') &&
    [above.lemma.toLowerCase(), ...basesOf(above.form)].some((base) => PREVENTING.has(base))
  )
    return ofClause(tree, above, depth + 1).negated
      ? told('happened', null)
      : { status: 'denied', by: 'from', negated: true }
  if (
    verb.deprel === 'conj' &&
    auxiliaries.length === 0 &&
    above !== null &&
    depth < MAX_DEPTH &&
    !kids.some((kid) => kid.deprel.startsWith('nsubj')) &&
    above.upos === 'VERB' &&
    !verb.feats.includes('Tense=Past|VerbForm=Fin')
  ) {
    const first = ofClause(tree, above, depth + 1)
    if (first.by !== null && !first.negated) return first
  }
  if (kids.some((kid) => isHabit(tree, kid))) return told('habitual', 'adverb')
  const present = ['is', 'are', 'am', "'s", "'re", '’s', '’re']
  const ing = /ing$/iu.test(verb.form)
  if (ing && lemmas.some((aux) => present.includes(aux) || aux === 'been')) return told('ongoing', null)
  if (lemmas.some((aux) => ['do', 'does'].includes(aux))) return told('ongoing', null)
  if (auxiliaries.length === 0 && verb.feats.includes('Tense=Pres') && verb.feats.includes('VerbForm=Fin'))
    return told('ongoing', PRESENT)
  return told('happened', null)
}

/** 'often', 'every spring', 'each Tuesday'. */
const isHabit = (tree: Tree, { id, deprel, lemma }: Token): boolean =>
  (deprel === 'advmod' && HABIT.has(lemma.toLowerCase())) ||
  (deprel.startsWith('obl') &&
    UNITS.has(lemma.toLowerCase()) &&
    tree.children(id).some((kid) => kid.deprel === 'det' && ['every', 'each'].includes(kid.form.toLowerCase())))

/** 'the allegation that it fired'. */
function isOpen(tree: Tree, verb: Token): boolean {
  const above = tree.token(verb.head)
  return (
    above !== null &&
    verb.deprel === 'acl' &&
    OPEN.has(above.lemma.toLowerCase()) &&
    tree.children(verb.id).some((kid) => kid.deprel === 'mark' && kid.form.toLowerCase() === 'that')
  )
}

/** 'Did they apologise?': a main clause with its auxiliary before its subject, and a question mark after it. */
function asks(tree: Tree, verb: Token, auxiliaries: readonly Token[]): boolean {
  const kids = tree.children(verb.id)
  const subject = kids.find((kid) => kid.deprel.startsWith('nsubj'))
  const isMain = verb.deprel === 'root' || verb.deprel === 'parataxis'
  return (
    isMain &&
    subject !== undefined &&
    auxiliaries.some((aux) => aux.id < subject.id) &&
    kids.every((kid) => !/^(?:why|how|when|where|what|who|which)$/iu.test(kid.form)) &&
    kids.some((kid) => kid.form === '?' && kid.id > verb.id)
  )
}

/** Whether a clause stands under a denial: 'denied that it had …'. */
export function isDenied(tree: Tree, head: number): boolean {
  let at = tree.token(head)
  for (let depth = 0; at !== null && depth < MAX_DEPTH; depth++) {
    const above = tree.token(at.head)
    if (
      above !== null &&
      (at.deprel === 'ccomp' || at.deprel === 'obj') &&
      above.lemma.toLowerCase() === 'deny' &&
      childrenWith(tree, above.id, 'nsubj').length > 0
    )
      return true
    at = above
  }
  return false
}
