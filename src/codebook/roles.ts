import type { Token } from '../model/index.ts'
import { base, child, childrenIn, feature, lemmaOf, prepositionOf, type Tree } from './tree.ts'

/**
 * What fills a place about a predicate. Roles are those of the active clause, whatever its voice: `subject`, `object`, `indirect`,
 * a preposition (`to`, `with`), `preposition` (a predicate's own: 'are on strike'), `possessor`, `modifier` (adjective or compound), `clause` (complement), `purpose`, `particle`.
 */
export interface Argument {
  readonly role: string
  readonly id: number
  /** The construction it was found by, for a person: 'passive', 'relative clause', 'control'. */
  readonly by: string
}

/** The arguments of every verb, adjective and noun of a sentence, worked out when they are asked for. */
export interface Roles {
  of(id: number): readonly Argument[]
  /** A word with those joined to it: what is said of one may hang on the last ('rejection and condemnation of'). */
  joined(id: number): readonly number[]
  /** Predicates that have `id` in the role of object (or as the subject of a verb that takes none), the nearest first. */
  governors(id: number): readonly { readonly verb: number; readonly role: string }[]
}

const RELATIVE = new Set(['who', 'which', 'that', 'whom', 'whose'])
/** Verbs with an object whose infinitive still belongs to the subject. */
const SUBJECT_CONTROL = new Set(['promise', 'threaten', 'vow', 'pledge', 'use', 'need', 'take', 'have'])
/** Nouns whose infinitive is done by whoever has them, not by the noun: 'Iran's decision to leave'. */
const CONTROL_NOUNS = new Set(
  (
    'ability agreement ambition appeal attempt authority bid call campaign capacity choice commitment consensus decision demand deal desire determination ' +
    'duty effort failure freedom goal idea inability intent intention initiative move mission need obligation offer operation opportunity order pact permission ' +
    'plan pledge policy power preparation pressure promise proposal push readiness refusal reluctance request resolve right step strategy threat treaty ' +
    'try ultimatum unwillingness vow vote warning way will willingness'
  ).split(' '),
)
/** Nouns whose participle is done by whoever issued them: 'put out a report accusing the army'. */
const MESSAGES = new Set(
  'statement report declaration letter resolution message note speech decree communique document tweet article editorial petition warrant law bill motion paper'.split(
    ' ',
  ),
)
/** Verbs that make their object or complement out to be the subject: 'became the first country to recognize'. */
const LINKING = new Set(['be', 'become', 'remain'])
const STATIVE = new Set(['remain', 'stay', 'be', 'become', 'get'])
const MAX_DEPTH = 12

/** Roles over one tree. Broken trees (cycles) end at a fixed depth. */
export function rolesOf(tree: Tree): Roles {
  const memo = new Map<number, readonly Argument[]>()
  const of = (id: number): readonly Argument[] => {
    const known = memo.get(id)
    if (known !== undefined) return known
    memo.set(id, [])
    const token = tree.token(id)
    const found = token === null ? [] : isVerbal(tree, token) ? verbArguments(tree, token) : nounArguments(tree, token)
    memo.set(id, found)
    return found
  }
  let inverse: Map<number, { verb: number; role: string }[]> | null = null
  const governors = (id: number) => {
    if (inverse === null) {
      inverse = new Map()
      for (const token of tree.tokens) {
        if (!isVerbal(tree, token)) continue
        for (const argument of of(token.id)) {
          if (argument.role === 'clause' || argument.role === 'particle') continue
          for (const target of sharing(tree, argument.id)) {
            const list = inverse.get(target)
            if (list === undefined) inverse.set(target, [{ verb: token.id, role: argument.role }])
            else list.push({ verb: token.id, role: argument.role })
          }
        }
      }
    }
    return inverse.get(id) ?? []
  }
  return { of, governors, joined: (id) => sharing(tree, id) }
}

/** An argument and its noun conjuncts. */
function sharing(tree: Tree, id: number, depth = 0): number[] {
  if (depth > MAX_DEPTH) return [id]
  return [id, ...childrenIn(tree, id, 'conj').flatMap((conjunct) => sharing(tree, conjunct.id, depth + 1))]
}

/** A verb, or an adjective or noun with a copula of its own. */
export const isVerbal = (tree: Tree, token: Token): boolean =>
  token.upos === 'VERB' || token.upos === 'AUX' || (token.upos === 'ADJ' && child(tree, token.id, 'cop') !== null)

const TIMES = new Set(
  (
    'monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december ' +
    'today yesterday tomorrow'
  ).split(' '),
)
/** 'on Monday', 'in June', 'in 2019': when, and no part of the frame. */
const isTime = (token: Token): boolean => TIMES.has(token.form.toLowerCase()) || /^(1[5-9]|20)\d\d$/u.test(token.form)

/** Whether a verb stands in the passive: marked so, a bare participle on a noun, or joined to a passive that shares its auxiliary. */
export function isPassive(tree: Tree, verb: Token, depth = 0): boolean {
  const kids = tree.children(verb.id)
  if (kids.some((kid) => kid.deprel === 'aux:pass' || kid.deprel === 'nsubj:pass')) return true
  if (kids.some((kid) => kid.deprel === 'nsubj' || kid.deprel === 'aux')) return false
  if (!feature(verb, 'VerbForm=Part') && !looksPast(verb)) return false
  if (feature(verb, 'Tense=Pres')) return false
  if (verb.deprel === 'acl' || verb.deprel === 'amod') return true
  // 'the talks remain suspended'
  const linked = tree.token(verb.head)
  if (verb.deprel === 'xcomp' && linked !== null && STATIVE.has(lemmaOf(linked))) return !/ing$/iu.test(verb.form)
  if (verb.deprel === 'advcl') return child(tree, verb.id, 'obj') === null && feature(verb, 'VerbForm=Part')
  if (verb.deprel === 'conj' && depth < MAX_DEPTH) {
    const first = tree.token(verb.head)
    return (
      first !== null &&
      first.upos === 'VERB' &&
      kids.every((kid) => kid.deprel !== 'obj') &&
      isPassive(tree, first, depth + 1)
    )
  }
  return false
}

const looksPast = (verb: Token): boolean =>
  verb.feats === '_' && /(ed|en|wn|de|ght|ld|nt)$/iu.test(verb.form) && !/ing$/iu.test(verb.form)

const isInfinitive = (tree: Tree, verb: Token): boolean =>
  !/ing$/iu.test(verb.form) && childrenIn(tree, verb.id, 'mark').some((mark) => mark.form.toLowerCase() === 'to')

function verbArguments(tree: Tree, verb: Token): Argument[] {
  const found: Argument[] = []
  const passive = isPassive(tree, verb)
  const hasObject = child(tree, verb.id, 'obj') !== null
  const surface = surfaceSubject(tree, verb)
  if (surface !== null) {
    const role = !passive ? 'subject' : hasObject ? 'indirect' : 'object'
    found.push({ role, id: surface.id, by: passive ? joined('passive', surface.by) : surface.by })
  }
  for (const kid of tree.children(verb.id)) {
    const target = antecedent(tree, kid) ?? kid
    const by = target === kid ? 'direct' : 'relative clause'
    switch (kid.deprel) {
      case 'obj': {
        // An object with a preposition is none; of two objects the first is given the second ('gave the airline permission').
        const led = prepositionOf(tree, kid.id)
        const later = childrenIn(tree, verb.id, 'obj').some(
          (other) => other.id > kid.id && prepositionOf(tree, other.id) === null,
        )
        found.push({ role: led ?? (later ? 'indirect' : 'object'), id: target.id, by })
        break
      }
      case 'nsubj':
        // A second subject after the verb is what a parser makes of an object at times.
        if (
          kid.id > verb.id &&
          unbroken(tree, verb.id, kid.id) &&
          surface !== null &&
          surface.id !== kid.id &&
          !hasObject &&
          !passive
        )
          found.push({ role: 'object', id: target.id, by })
        break
      case 'iobj':
        found.push({ role: 'indirect', id: target.id, by })
        break
      case 'obl:agent': {
        // Of 'imposed on them by the Council' a parser may take the first noun for the agent, too.
        const preposition = prepositionOf(tree, kid.id) ?? 'by'
        found.push(
          preposition === 'by'
            ? { role: 'subject', id: target.id, by: 'passive' }
            : { role: preposition, id: target.id, by },
        )
        break
      }
      case 'obl':
      case 'nmod': {
        // 'called on them': a particle without a preposition beside it leads the noun in.
        const preposition =
          prepositionOf(tree, kid.id) ?? child(tree, verb.id, 'compound:prt')?.form.toLowerCase() ?? null
        if (isTime(target)) break
        if (preposition === 'by' && passive) found.push({ role: 'subject', id: target.id, by: 'passive' })
        else if (preposition !== null) found.push({ role: preposition, id: target.id, by })
        break
      }
      case 'xcomp':
      case 'ccomp':
        found.push({ role: 'clause', id: kid.id, by })
        break
      case 'advcl':
        if (isInfinitive(tree, kid)) found.push({ role: 'purpose', id: kid.id, by })
        else found.push(...clausePreposition(tree, kid))
        break
      case 'advmod':
        found.push({ role: 'advmod', id: kid.id, by }, ...beyond(tree, kid))
        break
      case 'compound:prt':
        found.push({ role: 'particle', id: kid.id, by })
        break
    }
  }
  found.push(...gap(tree, verb, found))
  return found
}

/** 'fell back from Aleppo': a noun with a preposition may hang on the adverb instead of the verb. */
const beyond = (tree: Tree, adverb: Token): Argument[] =>
  childrenIn(tree, adverb.id, 'obl').flatMap((noun) => {
    const preposition = prepositionOf(tree, noun.id)
    return preposition === null || preposition === 'than' || isTime(noun)
      ? []
      : [{ role: preposition, id: noun.id, by: 'direct' }]
  })

/** No comma or other mark stands between two words. */
const unbroken = (tree: Tree, from: number, to: number): boolean =>
  tree.tokens.every((token) => token.id <= from || token.id >= to || token.upos !== 'PUNCT')

/** 'accused of shelling', 'succeeded in freeing': the clause after a preposition, in that preposition's role. */
function clausePreposition(tree: Tree, clause: Token): Argument[] {
  const mark = childrenIn(tree, clause.id, 'mark', 'case')[0]
  return mark === undefined ? [] : [{ role: mark.form.toLowerCase(), id: clause.id, by: 'clause' }]
}

/** What a relative clause without a pronoun leaves out: 'the missiles that Russia fired', 'the town they shelled'. */
function gap(tree: Tree, verb: Token, found: readonly Argument[]): Argument[] {
  if (verb.deprel !== 'acl:relcl') return []
  const noun = tree.token(verb.head)
  if (noun === null || found.some((argument) => argument.id === noun.id)) return []
  if (found.some((argument) => argument.role === 'object' || argument.role === 'clause')) return []
  return found.some((argument) => argument.role === 'subject')
    ? [{ role: 'object', id: noun.id, by: 'relative clause' }]
    : []
}

/** The noun that a relative pronoun stands for, or null when `token` is none. */
function antecedent(tree: Tree, token: Token): Token | null {
  if (
    !RELATIVE.has(token.form.toLowerCase()) ||
    (token.upos !== 'PRON' && token.upos !== 'DET' && token.upos !== 'SCONJ')
  )
    return null
  let at: Token | null = token
  for (let depth = 0; at !== null && depth < MAX_DEPTH; depth++) {
    if (at.deprel === 'acl:relcl') return tree.token(at.head)
    at = tree.token(at.head)
  }
  return null
}

const joined = (a: string, b: string): string => (b === 'direct' ? a : `${a}, ${b}`)

/** The subject as it stands (of a passive: what is acted on), its own or one that the construction lends it. */
function surfaceSubject(tree: Tree, verb: Token, depth = 0): { id: number; by: string } | null {
  if (depth > MAX_DEPTH) return null
  // Of several subjects the nearest before the verb is its own: a dateline ("CAIRO (AP) -- …") stands farther off.
  // An auxiliary that a parser takes for a verb keeps the subject from it.
  const subjects = [verb, ...childrenIn(tree, verb.id, 'aux', 'aux:pass')]
    .flatMap((each) => childrenIn(tree, each.id, 'nsubj:pass', 'nsubj', 'nsubj:outer'))
    .sort((a, b) => a.id - b.id)
  const nearest = subjects.findLast((subject) => subject.id < verb.id) ?? subjects[0] ?? null
  const own = nearest === null ? null : (afterDateline(tree, nearest, verb) ?? nearest)
  if (own !== null) {
    const noun = antecedent(tree, own)
    return noun === null ? { id: own.id, by: 'direct' } : { id: predicated(tree, noun, depth), by: 'relative clause' }
  }
  const above = tree.token(verb.head)
  if (above === null) return null
  switch (verb.deprel) {
    case 'conj': {
      // 'A visited B, and C visited D' where the parser joins C, too, to the first verb.
      const beside = childrenIn(tree, above.id, 'conj').findLast(
        (kid) => kid.id > above.id && kid.id < verb.id && ['PROPN', 'NOUN', 'PRON'].includes(kid.upos),
      )
      if (beside !== undefined && isVerbal(tree, above)) return { id: beside.id, by: 'coordination' }
      return isVerbal(tree, above) ? lent(surfaceSubject(tree, above, depth + 1), 'coordination') : null
    }
    case 'xcomp':
      return isVerbal(tree, above)
        ? controller(tree, above, depth + 1)
        : lent(surfaceSubject(tree, above, depth + 1), 'control')
    case 'advcl':
    case 'parataxis':
    case 'ccomp': {
      const fronted = frontedSubject(tree, verb, above)
      if (fronted !== null) return { id: fronted.id, by: 'fronted clause' }
      if (childrenIn(tree, verb.id, 'mark').some((mark) => ['that', 'if', 'because'].includes(mark.form.toLowerCase())))
        return null
      if (verb.deprel === 'ccomp' && !feature(verb, 'VerbForm=Inf') && !isInfinitive(tree, verb)) return null
      if (verb.deprel === 'parataxis' && !feature(verb, 'VerbForm=Part') && !feature(verb, 'VerbForm=Ger')) return null
      // 'keep them from sending', 'talked them into sending': the object does it.
      const led = childrenIn(tree, verb.id, 'mark').some((mark) => ['from', 'into'].includes(mark.form.toLowerCase()))
      const object = led ? child(tree, above.id, 'obj', 'iobj') : null
      if (object !== null) return { id: object.id, by: 'control' }
      return lent(surfaceSubject(tree, above, depth + 1), verb.deprel === 'advcl' ? 'adverbial clause' : 'control')
    }
    case 'acl':
      return ofNoun(tree, verb, above, depth)
    case 'acl:relcl':
      return isInfinitive(tree, verb) ? ofNoun(tree, verb, above, depth) : null
    default:
      return null
  }
}

/** 'X did Y, Z said': the subject before the clause is the clause's, even where the parser hangs it on the verb of saying at the end. */
function frontedSubject(tree: Tree, verb: Token, above: Token): Token | null {
  if (verb.deprel !== 'ccomp' || above.id < verb.id || isInfinitive(tree, verb)) return null
  const subject = tree.children(above.id).findLast((kid) => kid.deprel === 'nsubj' && kid.id < verb.id)
  return subject === undefined ? null : (afterDateline(tree, subject, verb) ?? subject)
}

const DASHES = new Set(['-', '--', '—', '–', ':'])
/** 'HARARE, Zimbabwe - The opposition has …': the subject is what hangs on the dateline after its dash. */
function afterDateline(tree: Tree, subject: Token, verb: Token): Token | null {
  const before = tree.tokens.filter((token) => token.id < verb.id)
  const dash = before.find((token) => DASHES.has(token.form) && token.id > subject.id && token.id <= subject.id + 8)
  if (
    dash === undefined ||
    before.some((token) => token.id < dash.id && !['PROPN', 'PUNCT', 'NUM'].includes(token.upos))
  )
    return null
  return before.find((token) => token.id > dash.id && token.head === subject.id && isNominal(token)) ?? null
}

const lent = (subject: { id: number; by: string } | null, by: string): { id: number; by: string } | null =>
  subject === null ? null : { id: subject.id, by }

/** Who does the infinitive below `governor`: its object where it has one, else its subject. */
function controller(tree: Tree, governor: Token, depth: number): { id: number; by: string } | null {
  const object = child(tree, governor.id, 'iobj', 'obj')
  if (object !== null && !SUBJECT_CONTROL.has(lemmaOf(governor)))
    return { id: (antecedent(tree, object) ?? object).id, by: 'control' }
  return lent(surfaceSubject(tree, governor, depth), 'control')
}

/** The subject of a clause that hangs on a noun: the noun itself ('troops crossing'), or who has it ('its decision to cross'). */
function ofNoun(tree: Tree, verb: Token, noun: Token, depth: number): { id: number; by: string } | null {
  if (!isInfinitive(tree, verb)) {
    const issuer = MESSAGES.has(lemmaOf(noun)) && !feature(verb, 'Tense=Past') ? issuerOf(tree, noun, depth) : null
    return issuer ?? { id: noun.id, by: 'participle' }
  }
  if (!CONTROL_NOUNS.has(lemmaOf(noun))) return { id: predicated(tree, noun, depth), by: 'infinitive of a noun' }
  const owner = child(tree, noun.id, 'nmod:poss') ?? agentOf(tree, noun)
  if (owner !== null) return { id: owner.id, by: 'infinitive of a noun' }
  const holder = tree.token(noun.head)
  if (holder !== null && isVerbal(tree, holder))
    return lent(surfaceSubject(tree, holder, depth + 1), 'infinitive of a noun')
  return { id: noun.id, by: 'infinitive of a noun' }
}

function issuerOf(tree: Tree, noun: Token, depth: number): { id: number; by: string } | null {
  const owner = child(tree, noun.id, 'nmod:poss') ?? agentOf(tree, noun)
  if (owner !== null) return { id: owner.id, by: 'participle of a message' }
  const holder = tree.token(noun.head)
  if (holder === null || !isVerbal(tree, holder) || noun.deprel !== 'obj') return null
  return lent(surfaceSubject(tree, holder, depth + 1), 'participle of a message')
}

/** 'a decision by Iran', 'the plan of the EU': who has a noun. */
const agentOf = (tree: Tree, noun: Token): Token | null =>
  childrenIn(tree, noun.id, 'nmod').find((kid) => ['by', 'of'].includes(prepositionOf(tree, kid.id) ?? '')) ?? null

/** 'X became the first state to …', 'X is the country that …': the noun stands for X. */
function predicated(tree: Tree, noun: Token, depth: number): number {
  if (depth > MAX_DEPTH) return noun.id
  if (child(tree, noun.id, 'cop') !== null) {
    const subject = child(tree, noun.id, 'nsubj', 'nsubj:outer')
    if (subject !== null && subject.upos !== 'PRON') return subject.id
  }
  const above = tree.token(noun.head)
  if (above !== null && LINKING.has(lemmaOf(above)) && ['xcomp', 'obj'].includes(noun.deprel))
    return surfaceSubject(tree, above, depth + 1)?.id ?? noun.id
  if (noun.deprel === 'appos' && above !== null) return above.id
  return noun.id
}

function nounArguments(tree: Tree, noun: Token): Argument[] {
  const found: Argument[] = []
  const link = tree.token(noun.head)
  if (link !== null && LINKING.has(lemmaOf(link)) && ['xcomp', 'obj'].includes(noun.deprel)) {
    const subject = surfaceSubject(tree, link)
    if (subject !== null) found.push({ role: 'subject', id: subject.id, by: 'predicate' })
  }
  // 'are on strike': the preposition of a noun that is a predicate.
  const marker = child(tree, noun.id, 'cop') === null ? null : child(tree, noun.id, 'case')
  if (marker !== null) found.push({ role: 'preposition', id: marker.id, by: 'predicate' })
  for (const kid of tree.children(noun.id)) {
    const target = antecedent(tree, kid) ?? kid
    switch (kid.deprel) {
      case 'nmod:poss':
        found.push({ role: 'possessor', id: target.id, by: 'possessive' })
        break
      case 'amod':
      case 'compound':
      case 'nmod:desc':
        found.push({ role: 'modifier', id: kid.id, by: 'modifier' })
        break
      case 'nmod':
      case 'obl': {
        const preposition = prepositionOf(tree, kid.id)
        if (preposition !== null && !isTime(target))
          found.push({ role: preposition, id: target.id, by: 'noun with preposition' })
        break
      }
      case 'nsubj':
        if (child(tree, noun.id, 'cop') !== null) found.push({ role: 'subject', id: target.id, by: 'predicate' })
        break
      case 'acl':
      case 'acl:relcl':
        if (isInfinitive(tree, kid) || kid.deprel === 'acl')
          found.push({ role: 'clause', id: kid.id, by: 'noun with clause' })
        break
      case 'ccomp':
        found.push({ role: 'clause', id: kid.id, by: 'noun with clause' })
        break
    }
  }
  return found
}

/** Whether the noun is one of a clause's core or prepositional parts (not a verb's complement clause). */
export const isNominal = (token: Token): boolean =>
  ['NOUN', 'PROPN', 'PRON', 'ADJ', 'NUM', 'DET'].includes(token.upos) && base(token) !== 'ccomp'
