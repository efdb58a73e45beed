import type { Span, Token } from '../../model/index.ts'
import type { AttributionLexicon, AttributionNoun, AttributionVerb } from '../../pipeline/index.ts'
import { caseOf, childrenWith, childWith, relation, type Tree } from './tree.ts'

type Stance = AttributionVerb['stance']

/** A word that may show speech, before it is known whether anything is said. `ids` are the words of the cue, in order. */
export type Cue =
  | (CueBase & {
      readonly how: 'verb'
      readonly verb: AttributionVerb
      readonly passive: boolean
      /** Whether the subject is a document or survey and no person. */
      readonly byDocument: boolean
    })
  | (CueBase & {
      readonly how: 'noun'
      readonly noun: AttributionNoun
      /** The verb that only carries the noun; its subject says it. */
      readonly light: number | null
      /** The verb by which the noun comes upon its subject ("faced criticism"). */
      readonly receiver: number | null
    })
  | (CueBase & { readonly how: 'phrase'; readonly speaker: number })
  | (CueBase & { readonly how: 'adverb' })
  | (CueBase & { readonly how: 'adjective' })

interface CueBase {
  readonly tree: Tree
  readonly head: number
  readonly ids: readonly number[]
  readonly lemma: string
  readonly stance: Stance
}

/** All cues of a sentence, in order. */
export function findCues(tree: Tree, lexicon: AttributionLexicon): Cue[] {
  const cues: Cue[] = []
  for (const token of tree.sentence.tokens) {
    const cue =
      verbCue(tree, token, lexicon) ??
      phraseCue(tree, token, lexicon) ??
      nounCue(tree, token, lexicon) ??
      adverbCue(tree, token, lexicon) ??
      adjectiveCue(tree, token, lexicon)
    if (cue !== null) cues.push(cue)
  }
  return cues
}

const attributive = new Set(['amod', 'case', 'mark', 'compound', 'cc', 'fixed', 'flat'])

function verbCue(tree: Tree, token: Token, lexicon: AttributionLexicon): Cue | null {
  if (token.upos !== 'VERB' || attributive.has(relation(token))) return null
  const lemma = lemmaOf(token, lexicon)
  const particle = particleOf(tree, token)
  const phrasal = particle === null ? undefined : lexicon.verbs.get(`${lemma} ${particle.form.toLowerCase()}`)
  const verb = phrasal ?? lexicon.verbs.get(lemma)
  // "as the envoy put it"; to put a thing somewhere is no speech.
  if (lemma === 'put' && phrasal === undefined && childWith(tree, token.id, 'obj')?.form.toLowerCase() !== 'it')
    return null
  if (verb === undefined) return null
  if (verb.kind === 'rule' && !laidDown(tree, token, lexicon)) return null
  if (isActUpon(tree, token, lexicon)) return null
  if (isFeeling(tree, token, lexicon)) return null
  // "make up", "take on": a particle that the lexicon does not know makes another verb of it.
  if (
    particle !== null &&
    phrasal === undefined &&
    particle.deprel === 'compound:prt' &&
    !verb.prepositions.includes(particle.form.toLowerCase())
  )
    return null
  const passive =
    tree.children(token.id).some((c) => c.deprel === 'aux:pass' || c.deprel === 'nsubj:pass') ||
    isLedIn(tree, token) ||
    // "assessments expressed by X": a past participle behind its noun.
    (token.deprel === 'acl' &&
      !/ing$/u.test(token.form) &&
      childWith(tree, token.id, 'nsubj', 'mark', 'aux', ...(verb.frames.has('predicate') ? [] : ['obj', 'ccomp'])) ===
        null)
  const ids = verbGroup(tree, token, lexicon)
  if (phrasal !== undefined && particle !== null && !ids.includes(particle.id))
    for (let id = ids[ids.length - 1]! + 1; id <= particle.id; id++) ids.push(id)
  // "as the envoy put it"
  if (lemma === 'put' && tree.token(token.id + 1)?.form.toLowerCase() === 'it' && !ids.includes(token.id + 1))
    ids.push(token.id + 1)
  return {
    how: 'verb',
    tree,
    head: token.id,
    ids,
    lemma: phrasal === undefined ? lemma : `${lemma} ${particle!.form.toLowerCase()}`,
    verb,
    passive,
    byDocument: lexicon.showing.has(shower(tree, token, lexicon)?.lemma.toLowerCase() ?? ''),
    stance: stanceOf(tree, token, verb.stance, lexicon),
  }
}

/** "recalled its ambassador", "were denied entry", "the arms that they laid down": the object, by the verb's own, is something that is done and not said. */
export function isActUpon(tree: Tree, token: Token, lexicon: AttributionLexicon): boolean {
  const lemma = lemmaOf(token, lexicon)
  const objects =
    lexicon.actsUpon.get(`${lemma} ${particleOf(tree, token)?.form.toLowerCase()}`) ?? lexicon.actsUpon.get(lemma)
  return (
    objects !== undefined &&
    (childrenWith(tree, token.id, 'obj', 'nsubj:pass').some((c) => objects.has(c.lemma.toLowerCase())) ||
      (token.deprel === 'acl:relcl' && objects.has(tree.token(token.head)?.lemma.toLowerCase() ?? '')))
  )
}

/** "We are convinced that S": a participle of a state of mind with its copula, read as an adjective. "It was determined that S" has nobody in that state. */
const isFeeling = (tree: Tree, token: Token, lexicon: AttributionLexicon): boolean =>
  lexicon.adjectives.has(token.form.toLowerCase()) &&
  childWith(tree, token.id, 'cop', 'aux:pass') !== null &&
  childWith(tree, token.id, 'nsubj:pass', 'nsubj')?.form.toLowerCase() !== 'it'

/** The subject of a verb, or what its relative pronoun stands for. */
const shower = (tree: Tree, token: Token, lexicon: AttributionLexicon): Token | null => {
  const own = childWith(tree, token.id, 'nsubj')
  if (own !== null && !lexicon.relatives.has(own.form.toLowerCase())) return own
  const governor = tree.token(token.head)
  return governor === null || governor.upos === 'NOUN' || governor.upos === 'PROPN'
    ? governor
    : childWith(tree, governor.id, 'nsubj')
}

/** "Asked about the ships, X said": a past participle in front of its sentence is done to the subject; "Asking about them" is not. */
const isLedIn = (tree: Tree, token: Token): boolean =>
  token.deprel === 'advcl' &&
  token.head > token.id &&
  /VerbForm=Part/u.test(token.feats) &&
  !/ing$/u.test(token.form) &&
  tree.children(token.id).every((c) => !/^(?:nsubj|aux|cop)$/u.test(relation(c)))

/** Whether a law, treaty or ruling is the subject: "the charter allows", "rules that bar"; "the guard allows" is an act. */
function laidDown(tree: Tree, token: Token, lexicon: AttributionLexicon): boolean {
  const own = childWith(tree, token.id, 'nsubj')
  const subject =
    token.deprel === 'acl:relcl' && (own === null || lexicon.relatives.has(own.form.toLowerCase()))
      ? tree.token(token.head)
      : token.deprel === 'acl' && /ing$/u.test(token.form)
        ? tree.token(token.head)
        : own
  return subject !== null && subject.upos !== 'VERB' && lexicon.rules.has(subject.lemma.toLowerCase())
}

/** "point out", "make clear": the particle, adverb or adjective that goes with a verb. */
function particleOf(tree: Tree, token: Token): Token | null {
  const next = tree.token(token.id + 1)
  const particle = childWith(tree, token.id, 'compound:prt')
  if (particle !== null) return particle
  if (/^(?:make|makes|made|making)$/iu.test(token.form))
    return tree.children(token.id).find((c) => /^(?:clear|plain)$/iu.test(c.form)) ?? null
  if (
    next !== null &&
    /^(?:out|on|up|down|off|back|in)$/iu.test(next.form) &&
    (next.upos === 'ADP' || next.upos === 'ADV')
  ) {
    const governed = tree.token(next.head)
    // "spoke out on Monday" has a particle, "spoke on Monday" has not.
    if (next.head === token.id || (governed !== null && next.deprel !== 'case')) return next
  }
  return null
}

/** The verb with its auxiliaries, negation and the adverbs among them; a catenative that it hangs on comes first ("went on to explain"). */
function verbGroup(tree: Tree, token: Token, lexicon: AttributionLexicon): number[] {
  const ids = [token.id]
  const extendLeft = (head: Token): void => {
    for (let id = ids[0]! - 1; id > 0; id--) {
      const left = tree.token(id)
      if (left === null || !(left.head === head.id || ids.includes(left.head)) || !inVerbGroup(left)) return
      ids.unshift(id)
    }
  }
  extendLeft(token)
  const particle = childWith(tree, token.id, 'compound:prt')
  if (particle !== null && particle.id === token.id + 1) ids.push(particle.id)
  const governor = tree.token(token.head)
  if (
    governor !== null &&
    (token.deprel === 'xcomp' || (token.deprel === 'advcl' && /^(?:go|come)$/u.test(lemmaOf(governor, lexicon)))) &&
    governor.upos === 'VERB' &&
    governor.id < token.id &&
    ids[0]! - governor.id <= 4 &&
    lexicon.catenatives.has(lemmaOf(governor, lexicon)) &&
    childWith(tree, governor.id, 'obj', 'iobj') === null
  ) {
    for (let id = ids[0]! - 1; id >= governor.id; id--) ids.unshift(id)
    extendLeft(governor)
  }
  return ids
}

const inVerbGroup = (token: Token): boolean =>
  relation(token) === 'aux' ||
  (relation(token) === 'advmod' &&
    token.upos !== 'SCONJ' &&
    token.upos !== 'CCONJ' &&
    !/^(?:when|where|why|how|however|thus|meanwhile|instead|so|here|there|moreover|furthermore|nevertheless|yesterday|today|both|either|perhaps|maybe|only)$/iu.test(
      token.form,
    )) ||
  (token.deprel === 'advmod' && /^(?:not|n['’]t)$/iu.test(token.form))

/** The stance of the outer voice: the verb's, changed by an adverb of judgement or by negation ("did not confirm"). */
function stanceOf(tree: Tree, token: Token, stance: Stance, lexicon: AttributionLexicon): Stance {
  for (const adverb of childrenWith(tree, token.id, 'advmod')) {
    const judged = lexicon.manner.get(adverb.form.toLowerCase())
    if (judged !== undefined) return judged
  }
  const negated = tree
    .children(token.id)
    .some((c) => /^(?:not|n['’]t|never|hardly)$/iu.test(c.form) && relation(c) === 'advmod')
  if (!negated) return stance
  return stance === 'denies' || stance === 'doubts' ? 'reports' : 'doubts'
}

function nounCue(tree: Tree, token: Token, lexicon: AttributionLexicon): Cue | null {
  if (token.upos !== 'NOUN' || relation(token) === 'compound') return null
  const noun = lexicon.nouns.get(token.lemma.toLowerCase())
  if (noun === undefined) return null
  const light = carrier(tree, token, lexicon.lightVerbs, lexicon)
  const receiver =
    light === null && noun.kind === 'speech' ? carrier(tree, token, lexicon.receivingVerbs, lexicon) : null
  const verb = light ?? receiver
  const ids =
    verb === null
      ? nounGroup(tree, token)
      : [...verbGroup(tree, verb, lexicon), ...between(verb.id, token.id), token.id]
  return {
    how: 'noun',
    tree,
    head: token.id,
    ids,
    lemma: token.lemma.toLowerCase(),
    noun,
    light: light?.id ?? null,
    receiver: receiver?.id ?? null,
    stance: noun.stance,
  }
}

/** The verb, one of some, that a noun of saying is the object of: "issued a warning", "made a number of remarks", "faced criticism". */
function carrier(tree: Tree, token: Token, verbs: ReadonlySet<string>, lexicon: AttributionLexicon): Token | null {
  let object = token
  const counted = tree.token(token.head)
  if (
    relation(token) === 'nmod' &&
    counted !== null &&
    /^(?:number|series|couple|set|range|host|variety|list)$/iu.test(counted.form)
  )
    object = counted
  const governor = tree.token(object.head)
  const carries =
    object.deprel === 'obj' && governor !== null && governor.id < object.id && verbs.has(lemmaOf(governor, lexicon))
  return carries ? governor : null
}

/** A noun of saying with its article and adjectives ("an earlier claim"); an adjective of a nation names the speaker and stays out. */
function nounGroup(tree: Tree, token: Token): number[] {
  const ids = [token.id]
  for (let id = token.id - 1; id > 0; id--) {
    const left = tree.token(id)
    if (
      left === null ||
      !(left.head === token.id || ids.includes(left.head)) ||
      !/^(?:amod|det|advmod|nummod)$/u.test(relation(left)) ||
      (/^\p{Lu}/u.test(left.form) && id > 1)
    )
      break
    ids.unshift(id)
  }
  return ids
}

/** The lemma by the lexicon's own forms, else the reader's. */
const lemmaOf = (token: Token, lexicon: AttributionLexicon): string =>
  lexicon.forms.get(token.form.toLowerCase()) ?? token.lemma.toLowerCase()

const between = (from: number, to: number): number[] =>
  Array.from({ length: Math.max(0, to - from - 1) }, (_, i) => from + 1 + i)

/** A noun whose case marker is a cue ("according to the ministry"), or a possessed noun of opinion ("in his view"). */
function phraseCue(tree: Tree, token: Token, lexicon: AttributionLexicon): Cue | null {
  const markers = tree.children(token.id).filter((c) => (c.deprel === 'case' || c.deprel === 'mark') && c.id < token.id)
  if (markers.length > 0) {
    const words = caseOf(tree, token.id)
    if (lexicon.phrases.includes(words)) {
      const ids = markers
        .flatMap((marker) => [marker.id, ...childrenWith(tree, marker.id, 'fixed').map((part) => part.id)])
        .sort((a, b) => a - b)
      return { how: 'phrase', tree, head: token.id, ids, lemma: words, speaker: token.id, stance: 'reports' }
    }
    if (lexicon.possessed.has(token.form.toLowerCase()) && /^(?:in|by|to|on|from)$/u.test(words)) {
      const owner =
        childWith(tree, token.id, 'nmod:poss') ??
        childrenWith(tree, token.id, 'nmod').find((c) => caseOf(tree, c.id) === 'of') ??
        null
      if (owner !== null)
        return {
          how: 'phrase',
          tree,
          head: token.id,
          ids: [token.id],
          lemma: token.form.toLowerCase(),
          speaker: owner.id,
          stance: 'reports',
        }
    }
  }
  // "In the latest poll, S": a survey speaks for those asked.
  if (
    markers.length === 1 &&
    caseOf(tree, token.id) === 'in' &&
    /^(?:polls?|surveys?|stud(?:y|ies))$/iu.test(token.form)
  ) {
    const governor = tree.token(token.head)
    if (
      governor !== null &&
      relation(token) === 'obl' &&
      !lexicon.verbs.has(lemmaOf(governor, lexicon)) &&
      markers[0]!.id === tree.subtree(token.id)[0]
    ) {
      const opens = markers[0]!.id === 1
      if (opens)
        return {
          how: 'phrase',
          tree,
          head: token.id,
          ids: [markers[0]!.id],
          lemma: 'in a survey',
          speaker: token.id,
          stance: 'reports',
        }
    }
  }
  return astray(tree, token)
}

/** "according to" where the parse hangs it elsewhere: the speaker is the noun phrase that begins right after it. */
function astray(tree: Tree, token: Token): Cue | null {
  const start = tree.children(token.id).length === 0 ? token.id : tree.subtree(token.id)[0]!
  const to = tree.token(start - 1)
  const according = tree.token(start - 2)
  if (to?.form.toLowerCase() !== 'to' || according?.form.toLowerCase() !== 'according') return null
  if (according.head === token.id || !/^(?:NOUN|PROPN|PRON)$/u.test(token.upos)) return null
  const governor = tree.token(token.head)
  // Only the top word of the phrase: its head lies before the phrase, or is a verb.
  if (governor !== null && governor.id >= start && governor.upos !== 'VERB' && governor.upos !== 'AUX') return null
  return {
    how: 'phrase',
    tree,
    head: token.id,
    ids: [according.id, to.id],
    lemma: 'according to',
    speaker: token.id,
    stance: 'reports',
  }
}

function adverbCue(tree: Tree, token: Token, lexicon: AttributionLexicon): Cue | null {
  const stance = token.upos === 'ADV' ? lexicon.adverbs.get(token.form.toLowerCase()) : undefined
  return stance === undefined
    ? null
    : { how: 'adverb', tree, head: token.id, ids: [token.id], lemma: token.form.toLowerCase(), stance }
}

function adjectiveCue(tree: Tree, token: Token, lexicon: AttributionLexicon): Cue | null {
  const stance =
    token.upos === 'ADJ' || token.upos === 'VERB' ? lexicon.adjectives.get(token.form.toLowerCase()) : undefined
  if (stance === undefined) return null
  const copula = childWith(tree, token.id, 'cop', 'aux:pass')
  if (copula === null) return null
  const ids = [token.id]
  for (let id = token.id - 1; id > 0; id--) {
    const left = tree.token(id)
    if (
      left === null ||
      left.head !== token.id ||
      !(left.deprel === 'cop' || left.deprel === 'aux:pass' || inVerbGroup(left))
    )
      break
    ids.unshift(id)
  }
  return {
    how: 'adjective',
    tree,
    head: token.id,
    ids,
    lemma: token.form.toLowerCase(),
    stance: stanceOf(tree, token, stance, lexicon),
  }
}

/** The stretch of a cue's words. */
export const cueSpan = (cue: Cue, ids: readonly number[] = cue.ids): Span => {
  const first = cue.tree.token(ids[0]!)!
  const last = cue.tree.token(ids[ids.length - 1]!)!
  return { start: first.span.start, end: last.span.end }
}
