import type { Span, Token } from '../../model/index.ts'
import type { AttributionLexicon } from '../../pipeline/index.ts'
import type { Cue } from './cues.ts'
import { isTime } from './time-words.ts'
import { caseOf, childrenWith, childWith, hangsOn, relation, type Tree } from './tree.ts'

/** Who says it: the noun phrase and its head, or nobody and why. */
export type Speaker =
  | { readonly span: Span; readonly head: number; readonly reason: null }
  | { readonly span: null; readonly head: null; readonly reason: string }

const nobody = (reason: string): Speaker => ({ span: null, head: null, reason })

/** The speaker of a cue in its sentence. `passive` tells that the subject is what is said. */
export function speakerOf(cue: Cue, passive: boolean, lexicon: AttributionLexicon): Speaker {
  const { tree } = cue
  switch (cue.how) {
    case 'phrase':
      return phrase(tree, tree.token(cue.speaker)!, cue)
    case 'adverb':
      return nobody('hearsay: the word names nobody')
    case 'noun':
      return ownerOf(cue, lexicon)
    case 'adjective':
      return subjectOf(cue, cue.head, lexicon, 0)
    case 'verb': {
      if (!passive && !cue.passive) return subjectOf(cue, cue.head, lexicon, 0)
      const agent = agentOf(tree, cue.head)
      if (agent !== null) return phrase(tree, agent, cue)
      if (cue.passive) {
        const stray = strayAgent(tree, cue)
        if (stray !== null) return phrase(tree, stray, cue)
        const place = childrenWith(tree, cue.head, 'obl').find(
          (c) => lexicon.documents.has(c.lemma.toLowerCase()) && /^in$/u.test(caseOf(tree, c.id)),
        )
        if (place !== undefined && passive) return phrase(tree, place, cue)
        return inWhich(cue, lexicon) ?? nobody('passive without agent')
      }
      return nobody('passive without agent')
    }
  }
}

const agentOf = (tree: Tree, id: number): Token | null =>
  [...childrenWith(tree, id, 'obl:agent'), ...childrenWith(tree, id, 'obl', 'advcl', 'nmod')].find(
    (c) =>
      caseOf(tree, c.id) === 'by' &&
      !isTime(c) &&
      !/^(?:analogy|means|way|contrast|default|law|mistake|chance|phone|email|telephone|letter|accident|force)$/iu.test(
        c.form,
      ),
  ) ?? null

/** "expressed in an interview by X": the agent of a participle that the parse hangs on a noun between. */
function strayAgent(tree: Tree, cue: Cue): Token | null {
  if (tree.token(cue.head)?.deprel !== 'acl') return null
  return (
    tree.sentence.tokens.find(
      (t) =>
        t.id > cue.head &&
        hangsOn(tree, t.id, cue.head) &&
        caseOf(tree, t.id) === 'by' &&
        (t.upos === 'PROPN' || t.upos === 'NOUN') &&
        !isTime(t),
    ) ?? null
  )
}

/** "the statement of X, in which it was stressed": the owner of the document, else the document. */
function inWhich(cue: Cue, lexicon: AttributionLexicon): Speaker | null {
  const { tree } = cue
  const token = tree.token(cue.head)!
  const where = childrenWith(tree, cue.head, 'obl').find((c) => /^which$/iu.test(c.form) && caseOf(tree, c.id) === 'in')
  if (token.deprel !== 'acl:relcl' || where === undefined) return null
  const noun = tree.sentence.tokens.findLast((t) => t.id < where.id && lexicon.documents.has(t.lemma.toLowerCase()))
  if (noun === undefined) return null
  const owner =
    childWith(tree, noun.id, 'nmod:poss') ??
    tree.children(noun.id).find((c) => relation(c) === 'nmod' && /^(?:of|by|from)$/u.test(caseOf(tree, c.id))) ??
    null
  return phrase(tree, owner ?? noun, cue)
}

/** The subject of a verb: its own, or the one that it shares with the word that it hangs on. */
function subjectOf(cue: Cue, id: number, lexicon: AttributionLexicon, depth: number): Speaker {
  const { tree } = cue
  const token = tree.token(id)
  if (token === null || depth > 8) return nobody('no subject')
  const own = ownSubject(tree, id)
  if (own !== null && own.deprel !== 'nsubj:pass')
    return own.form.toLowerCase() === 'it' && childWith(tree, id, 'expl') !== null
      ? nobody('impersonal')
      : phrase(tree, own, cue)
  if (childWith(tree, id, 'expl') !== null && own === null) return nobody('impersonal')
  const agent = depth > 0 ? agentOf(tree, id) : null
  const passive = childWith(tree, id, 'nsubj:pass')
  if (passive !== null)
    return depth > 0 && agent !== null
      ? phrase(tree, agent, cue)
      : depth > 0 || cue.how === 'adjective'
        ? phrase(tree, passive, cue)
        : nobody('passive without agent')
  const governor = tree.token(token.head)
  if (governor === null) return nobody(/Mood=Imp/u.test(token.feats) ? 'imperative' : 'no subject')
  switch (relation(token)) {
    case 'conj':
    case 'parataxis':
    case 'list':
      return subjectOf(cue, governor.id, lexicon, depth + 1)
    case 'advcl':
    case 'xcomp': {
      const object = controllerOf(tree, token, governor, lexicon)
      return object !== null ? phrase(tree, object, cue) : subjectOf(cue, governor.id, lexicon, depth + 1)
    }
    case 'acl':
      return token.deprel === 'acl:relcl' && governor.upos !== 'PRON'
        ? phrase(tree, governor, cue)
        : /^(?:NOUN|PROPN|PRON)$/u.test(governor.upos) && governor.id < id
          ? aclOwner(cue, governor, token, lexicon, depth)
          : nobody('no subject')
    case 'ccomp':
    case 'obl':
    case 'nmod':
    case 'dep':
      return token.feats.includes('VerbForm=Fin')
        ? nobody('no subject')
        : subjectOf(cue, governor.id, lexicon, depth + 1)
    default:
      return nobody('no subject')
  }
}

/**
 * The object that does what an infinitive or gerund says: "urged them to ask", "pushed doctors to ask", "fined the firm for refusing".
 * "Promised them to ask" and "used the speech to ask" have the subject do it.
 */
function controllerOf(tree: Tree, token: Token, governor: Token, lexicon: AttributionLexicon): Token | null {
  const object = childWith(tree, governor.id, 'obj', 'iobj')
  if (object === null || object.id > token.id || object.id < governor.id || object.form.toLowerCase() === 'it')
    return null
  const frames = lexicon.verbs.get(governor.lemma.toLowerCase())?.frames
  const makes = lexicon.causatives.has(governor.lemma.toLowerCase()) || frames?.has('object-infinitive') === true
  if (relation(token) === 'xcomp') return makes || frames?.has('infinitive') !== true ? object : null
  const mark = childWith(tree, token.id, 'mark')?.form.toLowerCase()
  return (makes && mark === 'to') || (mark === 'for' && /ing$/u.test(token.form)) ? object : null
}

/** The subject of a verb itself, the nearest before it when a parse gives several; that of a copula around it only when there is no other. */
function ownSubject(tree: Tree, id: number): Token | null {
  const subjects = tree.children(id).filter((c) => relation(c) === 'nsubj' && c.deprel !== 'nsubj:pass')
  const inner = subjects.filter((c) => c.deprel !== 'nsubj:outer')
  return inner.findLast((c) => c.id < id) ?? inner[0] ?? subjects[0] ?? null
}

/** "a letter saying that": the noun says it; "his plan to ask", "an effort to explain": its owner or the subject does. */
function aclOwner(cue: Cue, governor: Token, token: Token, lexicon: AttributionLexicon, depth: number): Speaker {
  const { tree } = cue
  // "the lead in advocating", "his role in saying": a gerund with a preposition, and an infinitive, are no acts of the noun.
  const infinitive = tree
    .children(token.id)
    .some((c) => c.deprel === 'mark' || (c.deprel === 'case' && c.id < token.id))
  const carrier = tree.token(governor.head)
  // "the council issued a statement calling for": who issued it says it.
  const issued =
    carrier !== null &&
    governor.deprel === 'obj' &&
    lexicon.documents.has(governor.lemma.toLowerCase()) &&
    /^(?:issue|release|send|publish|sign|file|deliver|post|write)/iu.test(carrier.lemma)
  if (!infinitive && issued) return subjectOf(cue, carrier.id, lexicon, depth + 1)
  if (!infinitive) return phrase(tree, governor, cue)
  const verb = tree.token(governor.head)
  // "needs more voters to judge": a parse that hangs the infinitive on the object.
  if (verb !== null && relation(governor) === 'obj' && lexicon.causatives.has(verb.lemma.toLowerCase()))
    return phrase(tree, governor, cue)
  const owner = childWith(tree, governor.id, 'nmod:poss')
  if (owner !== null) return phrase(tree, owner, cue)
  return verb !== null && relation(governor) === 'obj'
    ? subjectOf(cue, verb.id, lexicon, depth + 1)
    : nobody('no subject')
}

/** Who stands behind a noun of saying: possessor, "by", light verb's subject, adjective of a nation. */
function ownerOf(cue: Extract<Cue, { how: 'noun' }>, lexicon: AttributionLexicon): Speaker {
  const { tree } = cue
  const owner = childWith(tree, cue.head, 'nmod:poss')
  if (owner !== null) return phrase(tree, owner, cue)
  const by = tree.children(cue.head).find((c) => relation(c) === 'nmod' && /^(?:by|from)$/u.test(caseOf(tree, c.id)))
  if (by !== undefined) return phrase(tree, by, cue)
  const made = childrenWith(tree, cue.head, 'acl')
    .map((c) => agentOf(tree, c.id))
    .find((c) => c !== null)
  if (made !== undefined && made !== null) return phrase(tree, made, cue)
  if (cue.light !== null) return subjectOf(cue, cue.light, lexicon, 0)
  if (cue.receiver !== null) {
    const from = childrenWith(tree, cue.receiver, 'obl').find((c) => caseOf(tree, c.id) === 'from')
    return from === undefined ? nobody('a noun without its owner') : phrase(tree, from, cue)
  }
  // "the claim of X that S"; in "criticism of X" X is what is spoken of.
  const said = tree.children(cue.head).some((c) => c.id > cue.head && ['acl', 'ccomp'].includes(relation(c)))
  const of = said
    ? tree
        .children(cue.head)
        .find((c) => relation(c) === 'nmod' && caseOf(tree, c.id) === 'of' && (c.upos === 'PROPN' || c.upos === 'NOUN'))
    : undefined
  if (of !== undefined) return phrase(tree, of, cue)
  const among = tree.children(cue.head).find((c) => relation(c) === 'nmod' && caseOf(tree, c.id) === 'among')
  if (among !== undefined) return phrase(tree, among, cue)
  const nation = tree
    .children(cue.head)
    .find(
      (c) =>
        c.id < cue.head &&
        (relation(c) === 'amod' || relation(c) === 'compound') &&
        (c.upos === 'PROPN' || /^\p{Lu}/u.test(c.form)) &&
        c.id !== tree.sentence.tokens[0]?.id,
    )
  if (nation !== undefined) return phrase(tree, nation, cue)
  return nobody('a noun without its owner')
}

/** What a noun phrase is cut against: the words of the cue. */
type Anchor = Pick<Cue, 'head' | 'ids'> & { readonly how: Cue['how'] | 'subject' }

const closers = /^[)\]}”’"'»]$/u

/**
 * The noun phrase of a speaker: with titles, appositions and relative clauses, without its case marker and without the cue.
 * An apposition set off before the verb keeps both its commas.
 */
export function phrase(tree: Tree, head: Token, cue: Anchor): Speaker {
  const cueIds = new Set(cue.ids)
  const markers = new Set(
    tree
      .children(head.id)
      .filter(
        (c) =>
          (c.deprel === 'case' && !/^['’]s?$/u.test(c.form)) ||
          c.deprel === 'mark' ||
          c.deprel === 'cc' ||
          c.deprel === 'cc:preconj' ||
          (relation(c) === 'advmod' && c.id < head.id && !/^(?:about|nearly|almost|some|more|not)$/iu.test(c.form)),
      )
      .flatMap((c) => tree.subtree(c.id)),
  )
  // A predicate nominal heads its clause too: keep to the noun phrase.
  const apart = new Set(
    tree
      .children(head.id)
      .filter(
        (c) =>
          [
            'cop',
            'aux',
            'nsubj',
            'parataxis',
            'advcl',
            'ccomp',
            'csubj',
            'obl',
            'expl',
            'discourse',
            'vocative',
          ].includes(relation(c)) ||
          (isTime(c) && c.id > head.id && relation(c) === 'nmod') ||
          (c.id > head.id &&
            tree.token(tree.subtree(c.id)[0]! - 1)?.form === ',' &&
            relation(c) === 'acl' &&
            /ing$/u.test(c.form) &&
            c.deprel !== 'acl:relcl') ||
          (c.deprel === 'acl:relcl' &&
            head.id < cue.head &&
            cue.how === 'verb' &&
            /^(?:who|which|whose)$/iu.test(
              tree.token(tree.subtree(c.id).find((id) => tree.token(id)!.upos !== 'PUNCT')!)?.form ?? '',
            ) &&
            tree.subtree(c.id).some((id) => tree.token(id)!.form === ',' && id < c.id)) ||
          hangsOn(tree, cue.head, c.id),
      )
      .flatMap((c) => tree.subtree(c.id)),
  )
  const ids = tree.subtree(head.id).filter((id) => !markers.has(id) && !apart.has(id) && !cueIds.has(id))
  const run = runAround(tree, ids, head.id)
  let first = run[0]!
  let last = run[run.length - 1]!
  while (first < head.id && tree.token(first)!.upos === 'PUNCT' && !/^[(“"«‘]$/u.test(tree.token(first)!.form)) first++
  while (last > head.id && isPause(tree.token(last)!)) last--
  while (
    /^(?:Mr|Mrs|Ms|Dr|Sens?|Reps?|Gov|Gens?|Lt|Col|Prof|Rev|Capt|Sgt|Amb)\.?$/u.test(
      tree.token(first - 1)?.form ?? '',
    ) &&
    !cueIds.has(first - 1)
  )
    first--
  if (cue.how === 'phrase' && cue.ids[0]! < head.id) last = phraseEnd(tree, cue.ids[0]!, head.id, last)
  last = wholeName(tree, last, cue)
  const beforeCue = last < cue.ids[0]!
  const aside = cue.how === 'phrase' ? null : appositionAfter(tree, last, cue)
  if (aside !== null) last = aside
  const setOff = run.some((id) => id > first && id < last && tree.token(id)!.form === ',') || aside !== null
  const comma = tree.token(last + 1)
  const closing =
    setOff && beforeCue && comma !== null && comma.form === ',' && last + 1 < cue.ids[0]! && !isList(tree, head.id)
  return {
    span: { start: tree.token(first)!.span.start, end: closing ? comma.span.end : tree.token(last)!.span.end },
    head: head.id,
    reason: null,
  }
}

/** "According to the survey, the mayor leads": a leading phrase ends at its first comma, unless a second closes an apposition. */
function phraseEnd(tree: Tree, first: number, head: number, last: number): number {
  if (tree.sentence.tokens.some((t) => t.id < first && !/^(?:PUNCT|CCONJ|ADV)$/u.test(t.upos))) return last
  const commas = tree.sentence.tokens.filter((t) => t.form === ',' && t.id > head && t.id <= last + 1)
  if (commas.length === 0 || (commas.length > 1 && commas[commas.length - 1]!.id === last + 1)) return last
  return commas[0]!.id - 1
}

/** Whether the commas in a noun phrase only part the members of a list. */
const isList = (tree: Tree, head: number): boolean =>
  tree.children(head).some((c) => relation(c) === 'conj') &&
  !tree.children(head).some((c) => relation(c) === 'appos' || c.deprel === 'acl:relcl')

/** A name goes on after a title, and a possessor up to what it has ("nominee | Hillary Clinton", "the ad's | narrator"). */
function wholeName(tree: Tree, last: number, cue: Anchor): number {
  const here = tree.token(last)!
  const possessive = /^['’]s?$/u.test(here.form)
  let end = last
  for (let id = last + 1; ; id++) {
    const token = tree.token(id)
    if (token === null || cue.ids.includes(id)) return possessive && end === last ? last : end
    const hyphen =
      /^[-–]$/u.test(token.form) &&
      token.span.start === tree.token(id - 1)!.span.end &&
      tree.token(id + 1)?.span.start === token.span.end
    const goesOn = token.upos === 'PROPN' || hyphen || (possessive && /^(?:NOUN|ADJ)$/u.test(token.upos))
    if (!goesOn || (!possessive && here.upos === 'PRON')) return end
    end = id
  }
}

/**
 * The last word of an apposition that stands right after a speaker between commas, also where the parse hangs it elsewhere:
 * it begins like a noun phrase or with "who", and has no verb of its own otherwise. ", at the summit," is none.
 */
function appositionAfter(tree: Tree, last: number, cue: Anchor): number | null {
  if (tree.token(last + 1)?.form !== ',') return null
  const start = tree.token(last + 2)
  if (start === null || cue.ids.includes(start.id)) return null
  const relative = /^who$/iu.test(start.form) && last > cue.head
  if (!relative && !/^(?:DET|NOUN|PROPN|ADJ|NUM)$/u.test(start.upos)) return null
  if (/^(?:mondays?|tuesdays?|wednesdays?|thursdays?|fridays?|saturdays?|sundays?)$/iu.test(start.form)) return null
  const before = last < cue.ids[0]!
  let verbs = 0
  let end: number | null = null
  for (let id = last + 2; ; id++) {
    const token = tree.token(id)
    if (token === null || (before && id >= cue.ids[0]!) || id - last > 40) break
    if (/^[.;:?!"“”—–―]$/u.test(token.form) || token.form === '--') break
    if (token.upos === 'VERB' && token.deprel !== 'amod' && relation(token) !== 'acl' && token.deprel !== 'acl:relcl')
      verbs++
    if (token.upos === 'AUX' && !relative) verbs++
    if (verbs > (relative ? 1 : 0)) return end
    if (token.upos === 'CCONJ' && tree.token(id + 1)?.upos === 'PRON') break
    if (token.form === ',') {
      end = id - 1
      if (!before) {
        const next = tree.token(id + 1)
        if (next === null || !/^(?:DET|NOUN|PROPN|ADJ)$/u.test(next.upos)) return end
      }
      continue
    }
    if (!before) end = id
  }
  if (!before) return end
  // Before the verb the apposition is closed by a comma, and nothing else stands between that and the verb.
  return end !== null &&
    (end + 2 === cue.ids[0]! ||
      tree.sentence.tokens.slice(end + 1, cue.ids[0]! - 1).every((t) => t.head === cue.head || t.upos === 'PUNCT'))
    ? end
    : null
}

const isPause = (token: Token): boolean => token.upos === 'PUNCT' && !closers.test(token.form)

/** The unbroken run of ids about a word; commas that hang elsewhere do not break it. */
function runAround(tree: Tree, ids: readonly number[], head: number): number[] {
  const set = new Set(ids)
  const run = [head]
  for (let id = head - 1; id > 0 && (set.has(id) || (isComma(tree, id) && set.has(id - 1))); id--) run.unshift(id)
  for (let id = head + 1; set.has(id) || (isComma(tree, id) && set.has(id + 1)); id++) run.push(id)
  return run
}

const isComma = (tree: Tree, id: number): boolean => {
  const token = tree.token(id)
  return token !== null && token.upos === 'PUNCT' && /^[,()"“”'-]$/u.test(token.form)
}
