import type { Sentence, Token } from '../model/index.ts'
import type { CodebookMatch, CodebookPort, SideCandidate } from '../pipeline/index.ts'
import { absorb } from './absorb.ts'
import type { Codebook, Rule } from './entry.ts'
import { nounFrame } from './nouns.ts'
import { type Argument, isPassive, isVerbal, type Roles, rolesOf } from './roles.ts'
import type { RuleMatch } from './rulematch.ts'
import { childrenIn, feature, lemmaOf, prepositionOf, type Tree, treeOf } from './tree.ts'

/** The codebook as stages ask for it. */
export const codebookPort = (book: Codebook): CodebookPort => ({
  version: book.version,
  match: (sentence) => matchSentence(book, sentence).map(asCodebookMatch),
  frame: (sentence, token) => generalFrame(book, treeOf(sentence, book.vocabulary), token),
})

/** Places of the sides of words that no entry lists: most verbs do something to their object, most nouns of acting have a doer before them and an aim behind. */
const GENERAL = {
  verb: { actor: ['subject'], recipient: ['object', 'indirect', 'to', 'with', 'against', 'on', 'at', 'from'] },
  noun: {
    actor: ['subject', 'by', 'possessor', 'modifier', 'between', 'from'],
    recipient: ['against', 'on', 'upon', 'to', 'toward', 'towards', 'with', 'target'],
  },
} as const

function generalFrame(book: Codebook, tree: Tree, id: number): ReturnType<CodebookPort['frame']> {
  const token = tree.token(id)
  if (token === null) return null
  const roles = rolesOf(tree)
  const isNoun = token.upos === 'NOUN' || token.upos === 'PROPN'
  const args = isNoun ? nounFrame(tree, roles, book, id).arguments : roles.of(id)
  const { actor, recipient } = GENERAL[isNoun ? 'noun' : 'verb']
  const candidates = (paths: readonly string[]): SideCandidate[] =>
    paths.flatMap((path) => fillers(roles, args, path).map((found) => ({ id: found.id, role: path, by: found.by })))
  return { actorCandidates: candidates(actor), recipientCandidates: candidates(recipient) }
}

/** Every act that the codebook finds in a sentence: one match a trigger, contents of other acts left out. */
export function matchSentence(book: Codebook, sentence: Sentence): RuleMatch[] {
  const tree = treeOf(sentence, book.vocabulary)
  const roles = rolesOf(tree)
  const best: RuleMatch[] = []
  for (const token of tree.tokens) {
    const found = rulesFor(book, tree, token)
      .map(({ rule, word }) => tryRule(book, tree, roles, rule, word, token))
      .filter((match) => match !== null)
    const first = found.reduce<RuleMatch | null>((a, b) => (a === null || b.specificity > a.specificity ? b : a), null)
    if (first !== null) best.push(first)
  }
  return absorb(tree, withoutOverlaps(best))
}

function rulesFor(book: Codebook, tree: Tree, token: Token): readonly { rule: Rule; word: string }[] {
  const lemma = lemmaOf(token)
  if (token.upos === 'VERB')
    return token.deprel === 'amod' || token.deprel === 'compound' ? [] : (book.byLemma.get(`verb ${lemma}`) ?? [])
  if (token.upos === 'NOUN' || token.upos === 'PROPN')
    return token.deprel === 'compound' || token.deprel === 'amod' || token.deprel === 'flat'
      ? []
      : (book.byLemma.get(`noun ${lemma}`) ?? [])
  if (token.upos === 'ADJ' && isVerbal(tree, token)) return book.byLemma.get(`adjective ${lemma}`) ?? []
  return []
}

function tryRule(book: Codebook, tree: Tree, roles: Roles, rule: Rule, word: string, token: Token): RuleMatch | null {
  const parts = wordParts(tree, rule, word, token)
  if (parts === null) return null
  const { arguments: args, support } =
    rule.of === 'noun' ? nounFrame(tree, roles, book, token.id) : { arguments: roles.of(token.id), support: null }
  if (rule.voice !== 'any' && isPassive(tree, token) !== (rule.voice === 'passive')) return null
  const look = (path: string): Argument[] => fillers(roles, args, path)
  const trigger = [token.id, ...tree.parts(token.id), ...parts]
  let specificity = rule.weight + parts.length
  let strict = false
  for (const [path, words] of rule.with) {
    const filled = look(path).filter((argument) => fits(book, tree, argument.id, words))
    if (words.has('@actor')) strict = true
    else if (filled.length === 0) return null
    specificity += words.has('*') || words.has('@actor') ? 0.5 : 1
    if (
      !words.has('*') &&
      !path.startsWith('clause') &&
      !words.has('@actor') &&
      filled[0] !== undefined &&
      rule.of !== 'noun'
    ) {
      const named = lexical(book, tree, filled[0].id)
      if (path === 'object') {
        trigger.push(named, ...tree.parts(named))
        specificity += 2
      }
    }
  }
  for (const [path, words] of rule.without)
    if (look(path).some((argument) => words.has('*') || fits(book, tree, argument.id, words))) return null
  const candidates = (paths: readonly string[]): SideCandidate[] =>
    paths.flatMap((path) => look(path).map(({ id, by }) => ({ id, role: path, by })))
  const actors = candidates(rule.actor)
  const recipients = candidates(rule.recipient).filter(
    (side) => !actors.some((actor) => actor.id === side.id && rule.of !== 'noun'),
  )
  if (support !== null) trigger.push(support)
  // 'lifted the sanctions imposed on them': the participle tells less than the clause around it.
  if (token.deprel === 'acl') specificity -= 1
  if (recipients.length > 0) specificity += 0.3
  return {
    rule,
    head: token.id,
    trigger,
    actors,
    recipients,
    absorbed: rule.absorbs.flatMap(look).map((argument) => argument.id),
    strict,
    specificity,
    support,
    construction: [
      ...new Set([...actors.slice(0, 1), ...recipients.slice(0, 1)].map((side) => `${side.role} (${side.by})`)),
    ].join(', '),
    type: rule.type,
    mode: rule.mode,
    note: '',
  }
}

const PARTS = new Set(['compound:prt', 'advmod', 'obl', 'xcomp', 'obj', 'compound', 'amod', 'case', 'mark'])
/** Ids of the further words of a multi-word trigger, or null when they are not there. A verb with a particle is another verb. */
function wordParts(tree: Tree, rule: Rule, word: string, token: Token): number[] | null {
  const words = word.split(' ')
  const kids = tree.children(token.id)
  if (rule.of === 'verb') {
    const particles = childrenIn(tree, token.id, 'compound:prt')
    if (words.length === 1) return particles.every((particle) => rule.with.has(particle.form.toLowerCase())) ? [] : null
    const rest = words.slice(1)
    // "walked out of the talks": the particle may be read as a preposition of the noun.
    const near = [...kids, ...kids.flatMap((kid) => childrenIn(tree, kid.id, 'case'))]
    const found = rest.map((part) => near.find((kid) => kid.form.toLowerCase() === part && PARTS.has(kid.deprel)))
    return found.every((part) => part !== undefined) ? found.map((part) => part!.id) : null
  }
  const found = (rule.of === 'noun' ? words.slice(0, -1) : words.slice(1)).map((part) =>
    kids.find((kid) => (lemmaOf(kid) === part || kid.form.toLowerCase() === part) && kid.id < token.id),
  )
  return found.every((part) => part !== undefined) ? found.map((part) => part!.id) : null
}

/** What fills a role; a dot goes into the filler ('object.of'), a bar gives a choice ('of|out of'). */
function fillers(roles: Roles, args: readonly Argument[], path: string): Argument[] {
  return path.split('|').flatMap((each) => {
    const [first, ...rest] = each.split('.')
    let found = args.filter((argument) => argument.role === first)
    for (const step of rest)
      found = found.flatMap((argument) =>
        roles
          .joined(argument.id)
          .flatMap((id) => roles.of(id))
          .filter((inner) => inner.role === step)
          .map((inner) => ({ ...inner, by: `${argument.by}, ${inner.by}` })),
      )
    return found
  })
}

const MUST = new Set(['must', 'should', 'ought', 'have', 'need'])

/** Whether a filler (or one joined to it) is among the words that a rule asks for. */
function fits(book: Codebook, tree: Tree, id: number, words: ReadonlySet<string>): boolean {
  if (words.has('*')) return true
  return [id, ...childrenIn(tree, id, 'conj').map((conjunct) => conjunct.id)].some((each) => {
    const named = tree.token(lexical(book, tree, each))
    if (named === null) return false
    const infinitive = childrenIn(tree, each, 'mark').some((mark) => mark.form.toLowerCase() === 'to')
    if (words.has('@infinitive') && infinitive) return true
    if (words.has('@fact') && !infinitive) return true
    if (words.has('@must') && isObliged(tree, each)) return true
    if (words.has('@wish') && (isObliged(tree, each) || isSubjunctive(tree, each))) return true
    if (words.has('@name') && (named.upos === 'PROPN' || named.upos === 'PRON')) return true
    const lemma = lemmaOf(named)
    if (words.has(lemma) || words.has(named.form.toLowerCase())) return true
    return tree
      .children(named.id)
      .some((kid) => (kid.deprel === 'compound' || kid.deprel === 'amod') && words.has(`${lemmaOf(kid)} ${lemma}`))
  })
}

/** 'must leave', 'should leave', 'has to leave', 'needs to leave'. */
function isObliged(tree: Tree, id: number): boolean {
  const verb = tree.token(id)
  if (verb === null) return false
  const modal = childrenIn(tree, id, 'aux').some((aux) => ['must', 'should', 'ought'].includes(lemmaOf(aux)))
  const phrase =
    MUST.has(lemmaOf(verb)) &&
    childrenIn(tree, id, 'xcomp').length > 0 &&
    (lemmaOf(verb) === 'have' || lemmaOf(verb) === 'need')
  return modal || phrase
}

/** 'insists that it return the archives': the bare verb with one subject of the third person. */
function isSubjunctive(tree: Tree, id: number): boolean {
  const verb = tree.token(id)
  const subject = childrenIn(tree, id, 'nsubj')[0]
  if (verb === null || verb.upos !== 'VERB' || subject === undefined) return false
  const isOne =
    !feature(subject, 'Number=Plur') &&
    !['i', 'you', 'we', 'they'].includes(subject.form.toLowerCase()) &&
    childrenIn(tree, subject.id, 'conj').length === 0
  return isOne && verb.form.toLowerCase() === lemmaOf(verb) && childrenIn(tree, id, 'aux', 'cop').length === 0
}

/** The noun that says what is meant: 'talks' of 'a round of talks'. */
export function lexical(book: Codebook, tree: Tree, id: number): number {
  const token = tree.token(id)
  if (token === null || !book.transparent.has(lemmaOf(token))) return id
  const inner = childrenIn(tree, id, 'nmod').find((kid) => prepositionOf(tree, kid.id) === 'of')
  return inner === undefined ? id : inner.id
}

/** Of matches that share words the most specific stays: 'imposed sanctions' over 'sanctions'. */
function withoutOverlaps(matches: readonly RuleMatch[]): RuleMatch[] {
  const ranked = [...matches].sort((a, b) => b.specificity - a.specificity || a.head - b.head)
  const taken = new Set<number>()
  const kept: RuleMatch[] = []
  for (const match of ranked) {
    const heads = match.trigger.filter((id) => id !== match.support || !kept.some((other) => other.support === id))
    if (heads.some((id) => taken.has(id))) continue
    for (const id of match.trigger) if (id !== match.support) taken.add(id)
    if (
      match.support !== null &&
      !matches.some((other) => other.head === match.support && other.specificity > match.specificity)
    )
      taken.add(match.support)
    kept.push(match)
  }
  return kept.sort((a, b) => a.head - b.head)
}

function asCodebookMatch(match: RuleMatch): CodebookMatch {
  const { rule } = match
  return {
    entry: rule.id,
    type: match.type,
    mode: match.mode,
    contexts: rule.contexts,
    trigger: match.trigger,
    actors: match.actors.map((side) => side.id),
    recipients: match.recipients.map((side) => side.id),
    actorCandidates: match.actors,
    recipientCandidates: match.recipients,
    absorbed: match.absorbed,
    strict: match.strict,
    reciprocal: rule.reciprocal,
    confidence: rule.weight,
    why: `codebook entry ${rule.id}${match.construction === '' ? '' : `: ${match.construction}`}${match.note}`,
  }
}
