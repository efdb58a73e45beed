import type { Token } from '../../model/index.ts'
import { clefted } from './clefts.ts'
import { type Content, caseIds, connectives, content, isInfinitive, subtreeBut } from './content.ts'
import type { Cue } from './cues.ts'
import { addressing, interruption } from './interruption.ts'
import { complementMark } from './noun-contents.ts'
import { isTime } from './time-words.ts'
import { caseOf, childrenWith, childWith, relation, type Tree } from './tree.ts'

type VerbCue = Extract<Cue, { how: 'verb' }>

/** Tried in order; the first that fits is the content. */
const verbRules: readonly ((cue: VerbCue) => Content | null)[] = [
  interruption,
  complementClause,
  infinitive,
  namedAs,
  asSaid,
  aside,
  clefted,
  ledInByPreposition,
  nounObject,
  looseObject,
  proForm,
  sharedObject,
]

export function verbContent(cue: VerbCue): Content | null {
  for (const rule of verbRules) {
    const found = rule(cue)
    if (found !== null && found.ids.length > 0) return found
  }
  return null
}

/** "X said that S", "X told them S", "X asked whether S". */
function complementClause(cue: VerbCue): Content | null {
  const { tree, verb } = cue
  if (!verb.frames.has('clause') && !verb.quoteOnly) return null
  // "made it clear S": the clause hangs on the adjective.
  const holder = cue.lemma.startsWith('make ') ? cue.ids[cue.ids.length - 1]! : cue.head
  const found = [
    ...childrenWith(tree, cue.head, 'ccomp'),
    ...(holder === cue.head
      ? []
      : tree.children(holder).filter((c) => ['ccomp', 'csubj', 'advcl'].includes(relation(c)) && c.id > holder)),
  ].filter((c) => c.id !== cue.head && !isRelative(tree, c))
  const own = found.length > 0 ? found : thatClause(cue)
  const clause = own.length > 0 ? own : clauseOfStatement(cue)
  if (clause.length === 0 || verb.quoteOnly) return null
  // "to see whether it holds" looks for an answer; nobody says one.
  if (
    cue.lemma === 'see' &&
    clause.every((c) => tree.children(c.id).some((m) => m.deprel === 'mark' && /^(?:if|whether)$/iu.test(m.form)))
  )
    return null
  const told = childWith(tree, cue.head, 'iobj', 'obj') ?? addressedTo(tree, cue.head)
  const first = clause[0]!
  const strayed =
    told !== null &&
    told.id > cue.head &&
    told.id < first.id &&
    cue.lemma !== 'tell' &&
    relation(told) === 'obj' &&
    needsSubject(tree, first)
  if (strayed)
    return content(
      [...tree.subtree(told.id), ...clause.flatMap((c) => subtreeBut(tree, c.id, cue.head))],
      `${cue.lemma} with a clause`,
    )
  return content(
    clause.flatMap((c) => subtreeBut(tree, c.id, cue.head, ...contrasts(tree, c))),
    `${cue.lemma} with a clause`,
    { addressee: told?.id ?? null },
  )
}

/** ", which is a loss": a relative clause after a comma that a parse took for what is said. */
const isRelative = (tree: Tree, clause: Token): boolean => {
  const first = tree.subtree(clause.id).find((id) => tree.token(id)!.upos !== 'PUNCT') ?? clause.id
  return /^(?:which|whose|whom)$/iu.test(tree.token(first)!.form) && tree.token(first - 1)?.form === ','
}

/** Clauses at the end of a reported one that set something against it after a comma ("…, although she denied it", "…, but he refuses"): the outer voice's. */
const contrasts = (tree: Tree, clause: Token): number[] =>
  tree
    .children(clause.id)
    .filter((c) => {
      if (c.id < clause.id) return false
      const first = tree.subtree(c.id).find((id) => tree.token(id)!.upos !== 'PUNCT')
      if (first === undefined) return false
      const comma = tree.token(first - 1)?.form === ','
      const word = tree.token(first)!.form.toLowerCase()
      if (!comma) return false
      if (relation(c) === 'advcl') return /^(?:although|though|while|whereas)$/u.test(word)
      return relation(c) === 'conj' && word === 'but' && childWith(tree, c.id, 'nsubj') !== null
    })
    .map((c) => c.id)

/** Whether a finite clause stands without subject or conjunction: the parse gave its subject to the verb above ("say the plans | would fail"). */
const needsSubject = (tree: Tree, clause: Token): boolean =>
  !tree.children(clause.id).some((c) => ['nsubj', 'csubj', 'expl', 'mark'].includes(relation(c))) &&
  (/VerbForm=Fin/u.test(clause.feats) || tree.children(clause.id).some((c) => ['aux', 'cop'].includes(relation(c))))

/** A clause with "that" which a parse hangs on the verb as an adverbial; "so that" and "now that" are adverbials indeed. */
const thatClause = (cue: VerbCue): Token[] =>
  cue.tree
    .children(cue.head)
    .filter(
      (c) =>
        c.id > cue.head &&
        ['advcl', 'obl', 'conj', 'dep', 'acl', 'nmod'].includes(relation(c)) &&
        c.deprel !== 'acl:relcl' &&
        cue.tree
          .children(c.id)
          .some(
            (m) =>
              m.form.toLowerCase() === 'that' &&
              m.deprel === 'mark' &&
              !/^(?:so|now|in|given|provided|such|except)$/iu.test(cue.tree.token(m.id - 1)?.form ?? ''),
          ),
    )

/** "X announced in a statement | that S": the clause that a parse hangs on the document in which it was said. */
const clauseOfStatement = (cue: VerbCue): Token[] =>
  childrenWith(cue.tree, cue.head, 'obl')
    .filter((c) => c.id > cue.head && caseOf(cue.tree, c.id) === 'in')
    .flatMap((c) =>
      childrenWith(cue.tree, c.id, 'acl', 'ccomp').filter((clause) => complementMark(cue.tree, clause) === 'that'),
    )

/** "X suggested waiting", "X said the same": a gerund or a thing after a verb that mostly takes a clause. */
function looseObject(cue: VerbCue): Content | null {
  const { tree, verb } = cue
  if (!verb.frames.has('clause') || verb.kind === 'will') return null
  const gerund = childrenWith(tree, cue.head, 'xcomp').find(
    (c) => c.id > cue.head && /ing$/u.test(c.form) && !isInfinitive(tree, c),
  )
  if (gerund !== undefined && (verb.kind === 'speech' || verb.kind === 'showing' || verb.frames.has('noun')))
    return content(subtreeBut(tree, gerund.id, cue.head), `${cue.lemma} with a gerund`)
  if (!/^(?:say|claim|state|assert|argue|believe)$/u.test(cue.lemma)) return null
  const object = childrenWith(tree, cue.head, 'obj').find((c) => c.id > cue.head && c.upos !== 'PRON')
  return object === undefined ? null : content(tree.subtree(object.id), `${cue.lemma} something`)
}

/** "what X hopes", "X said so": a word that stands for what is said. "the pact that X praised" is the pact's, "what X wants to see" has more. */
function proForm(cue: VerbCue): Content | null {
  const { tree, verb } = cue
  if (!verb.frames.has('clause') && !verb.frames.has('noun')) return null
  const word = tree
    .children(cue.head)
    .find((c) =>
      c.id < cue.head
        ? relation(c) === 'obj' && c.form.toLowerCase() === 'what'
        : c.id === cue.ids[cue.ids.length - 1]! + 1 && c.form.toLowerCase() === 'so' && c.upos === 'ADV',
    )
  return word === undefined ? null : content([word.id], `${cue.lemma} “${word.form.toLowerCase()}”`)
}

/** "X vowed to V", "X urged Y to V" (there Y belongs to what is urged). */
function infinitive(cue: VerbCue): Content | null {
  const { tree, verb } = cue
  const clause =
    childrenWith(tree, cue.head, 'xcomp').find((c) => isInfinitive(tree, c)) ??
    (cue.verb.frames.has('infinitive')
      ? childrenWith(tree, cue.head, 'ccomp').find((c) => isInfinitive(tree, c))
      : undefined) ??
    // A parse that takes what is asked or decided for a purpose: "called on the sides to meet", "voted to leave".
    (cue.verb.frames.has('object-infinitive') || cue.verb.frames.has('infinitive') || cue.lemma === 'call'
      ? tree
          .children(cue.head)
          .find((c) => relation(c) === 'advcl' && isInfinitive(tree, c) && tree.token(c.id - 1)?.form !== ',')
      : undefined)
  if (clause === undefined || clause.id < cue.head) return null
  const object =
    childWith(tree, cue.head, 'obj', 'iobj') ??
    childrenWith(tree, cue.head, 'obl').find(
      (o) => o.id > cue.head && cue.lemma === 'call' && /^(?:on|upon)$/u.test(caseOf(tree, o.id)),
    ) ??
    null
  // "voted 31 to 6 to leave": a count is nobody.
  const between = object !== null && object.id > cue.head && object.id < clause.id && object.upos !== 'NUM'
  if (between && (verb.frames.has('object-infinitive') || cue.lemma === 'tell' || cue.lemma === 'call')) {
    const marker = [...caseIds(tree, object.id), ...childrenWith(tree, cue.head, 'compound:prt').map((c) => c.id)].sort(
      (x, y) => x - y,
    )
    if (
      cue.lemma === 'call' &&
      marker.length === 0 &&
      !/^(?:on|upon)$/iu.test(tree.token(cue.ids[cue.ids.length - 1]!)!.form)
    )
      return null
    const ids = [...(cue.lemma === 'tell' ? [] : subtreeBut(tree, object.id, ...marker)), ...tree.subtree(clause.id)]
    return content(ids, `${cue.lemma} somebody to do`, { addressee: object.id, cueIds: marker })
  }
  if (!between && verb.frames.has('infinitive')) return content(tree.subtree(clause.id), `${cue.lemma} to do`)
  return null
}

/** "X regrets but understands N", "X neither confirmed nor denied that S": what a verb joined to this one is about, when this one has nothing of its own. */
function sharedObject(cue: VerbCue): Content | null {
  const { tree, verb } = cue
  const bare = tree
    .children(cue.head)
    .every((c) => c.id < cue.head || !/^(?:obj|iobj|obl|ccomp|xcomp|advcl|parataxis)$/u.test(relation(c)))
  const next = childrenWith(tree, cue.head, 'conj')[0]
  if (
    !bare ||
    cue.passive ||
    next === undefined ||
    next.upos !== 'VERB' ||
    next.id - cue.head > 4 ||
    childWith(tree, next.id, 'nsubj') !== null
  )
    return null
  const object = tree
    .children(next.id)
    .find(
      (c) =>
        c.id > next.id &&
        ((relation(c) === 'obj' && verb.frames.has('noun')) || (relation(c) === 'ccomp' && verb.frames.has('clause'))),
    )
  return object === undefined ? null : content(tree.subtree(object.id), `${cue.lemma} something`)
}

/** "X called Y a farce", "X described Y as a farce", "X referred to Y as a farce", "the court found it lawful". */
function namedAs(cue: VerbCue): Content | null {
  const { tree, verb } = cue
  const judges = verb.frames.has('predicate')
  const bare = judges || verb.frames.has('named')
  if (!bare && !/^(?:refer|see|think)$/u.test(cue.lemma)) return null
  const why = `${cue.lemma} something by a name`
  const object =
    childWith(tree, cue.head, 'obj') ??
    childrenWith(tree, cue.head, 'obl').find((o) => /^(?:to|of)$/u.test(caseOf(tree, o.id)) && !bare) ??
    null
  const predicate =
    (bare ? childrenWith(tree, cue.head, 'xcomp').find((c) => !isInfinitive(tree, c)) : undefined) ??
    (bare
      ? tree
          .children(cue.head)
          .find(
            (c) =>
              c.id !== object?.id &&
              c.id > cue.head &&
              (relation(c) === 'obj' || (judges && relation(c) === 'obl' && caseOf(tree, c.id) === '' && !isTime(c))),
          )
      : undefined) ??
    namedBy(cue) ??
    (judges ? childrenWith(tree, cue.head, 'ccomp')[0] : undefined) ??
    null
  if (predicate === null) {
    if (object === null || object.id < cue.head || !judges) return null
    const relative = relation(tree.token(cue.head)!) === 'acl'
    return relative || cue.lemma !== 'call' || holdsName(tree, object) ? content(tree.subtree(object.id), why) : null
  }
  if (predicate.id < cue.head) return null
  if (object === null || object.id < cue.head)
    return judges || object !== null ? content(tree.subtree(predicate.id), why) : null
  const marker = relation(object) === 'obl' ? caseIds(tree, object.id) : []
  return content([...subtreeBut(tree, object.id, ...marker), ...tree.subtree(predicate.id)], why, { cueIds: marker })
}

/** The "as" phrase of a verb of naming; "to" with "liken". */
const namedBy = (cue: VerbCue): Token | undefined =>
  cue.tree
    .children(cue.head)
    .find(
      (c) =>
        c.id > cue.head &&
        ['obl', 'advcl', 'xcomp', 'nmod', 'acl'].includes(relation(c)) &&
        (/^as$/u.test(caseOf(cue.tree, c.id)) || (cue.lemma === 'liken' && caseOf(cue.tree, c.id) === 'to')),
    )

/** A noun phrase that a parse made of two ("her vote | a mistake", "the deal ‘a farce’"): the sign is what hangs behind its head, or a quotation mark. */
const holdsName = (tree: Tree, object: Token): boolean =>
  tree.subtree(object.id).some((id) => /^(?:["“‘'«]|'')$/u.test(tree.token(id)!.form)) ||
  tree
    .children(object.id)
    .some(
      (c) =>
        c.id > object.id &&
        ['appos', 'amod', 'nmod:unmarked', 'nmod:desc', 'parataxis', 'acl', 'flat'].includes(c.deprel),
    )

/** "S, as X put it"; "As X said, S". "As he told his story, …" has an object and is no such aside. */
function asSaid(cue: VerbCue): Content | null {
  const { tree, verb } = cue
  const token = tree.token(cue.head)!
  const governor = tree.token(token.head)
  if (governor === null || relation(token) !== 'advcl' || (!verb.frames.has('clause') && !verb.frames.has('quotation')))
    return null
  const mark = tree
    .children(cue.head)
    .find((c) => c.form.toLowerCase() === 'as' && (c.deprel === 'mark' || c.deprel === 'advmod'))
  // "as stated in the report" stands somewhere; "as expected" is nobody's word.
  const told = verb.kind === 'speech' || verb.kind === 'writing'
  const inText = told && (cue.passive || /VerbForm=Part/u.test(token.feats))
  if (!told && cue.passive && childWith(tree, cue.head, 'obl:agent') === null) return null
  if (mark === undefined || (childWith(tree, cue.head, 'nsubj', 'nsubj:pass') === null && !inText)) return null
  const object = childWith(tree, cue.head, 'obj', 'ccomp', 'xcomp')
  if (object !== null && object.form.toLowerCase() !== 'it') return null
  const ids = subtreeBut(tree, conjunctAround(tree, governor, cue.head).id, cue.head)
  const joined = new Set(connectives(tree, ids))
  return content(
    ids.filter((id) => !joined.has(id)),
    `as somebody ${cue.lemma}`,
  )
}

/** "A helps and does not, as X believes, | harm": of joined clauses the one that an aside stands amid, after its conjunction. */
const conjunctAround = (tree: Tree, governor: Token, aside: number): Token =>
  childrenWith(tree, governor.id, 'conj').find((c) => {
    const joint = childWith(tree, c.id, 'cc')
    return joint !== null && joint.id < aside && aside < c.id
  }) ?? governor

/** "S, X said"; "S1, X said, S2": the verb hangs on what is said, or what is said hangs on it without a conjunction. */
function aside(cue: VerbCue): Content | null {
  const { tree, verb } = cue
  if (!verb.frames.has('clause') && !verb.frames.has('quotation')) return null
  if (verb.quoteOnly || cue.passive) return null
  const token = tree.token(cue.head)!
  const own = childrenWith(tree, cue.head, 'parataxis').find(
    (c) => startsAfterPause(tree, c, cue.head) || endsBeforePause(tree, c, cue.head),
  )
  if (own !== undefined && childWith(tree, cue.head, 'obj', 'xcomp') === null)
    return content(subtreeBut(tree, own.id, cue.head), `${cue.lemma} beside a clause`)
  const governor = tree.token(token.head)
  if (governor === null || token.deprel !== 'parataxis') return null
  const told = addressing.test(cue.lemma) ? childWith(tree, cue.head, 'obj', 'iobj') : null
  const object = childWith(tree, cue.head, 'obj', 'xcomp')
  if (childWith(tree, cue.head, 'nsubj') === null || (object !== null && object !== told)) return null
  // "It failed, I think." but not "It failed (he said so)".
  if (childrenWith(tree, cue.head, 'advmod').some((c) => c.form.toLowerCase() === 'so')) return null
  return content(subtreeBut(tree, governor.id, cue.head), `${cue.lemma} as an aside`, { addressee: told?.id ?? null })
}

/** "X called for restraint", "X warned against haste". */
function ledInByPreposition(cue: VerbCue): Content | null {
  const { tree, verb } = cue
  if (verb.prepositions.length === 0 || verb.frames.has('noun-with-ground')) return null
  const phrase = tree
    .children(cue.head)
    .find(
      (c) =>
        c.id > cue.head &&
        ['obl', 'advcl', 'nmod', 'xcomp'].includes(relation(c)) &&
        verb.prepositions.includes(caseOf(tree, c.id)) &&
        !isTime(c) &&
        c.upos !== 'NUM' &&
        !inLongPreposition(tree, c),
    )
  if (phrase === undefined) return afterPreposition(cue)
  const marker = caseIds(tree, phrase.id)
  const ids = [...subtreeBut(tree, phrase.id, ...marker), ...trailing(cue, phrase)]
  return content(ids, `${cue.lemma} with "${caseOf(tree, phrase.id)}"`, { cueIds: marker })
}

/** "on behalf | of X", "in front | of X": the preposition goes with a noun that has one itself. */
const inLongPreposition = (tree: Tree, phrase: Token): boolean => {
  const before = tree.token((caseIds(tree, phrase.id)[0] ?? 1) - 1)
  return before !== null && before.upos === 'NOUN' && caseOf(tree, before.id) !== ''
}

/** "reflected on 3 May": a date says when, not what. */
const isDate = (tree: Tree, token: Token): boolean =>
  isTime(token) || (token.upos === 'NUM' && tree.children(token.id).some(isTime))

/** The same where the parse hangs the preposition on the verb or its object: the word next to the verb tells. */
function afterPreposition(cue: VerbCue): Content | null {
  const { tree, verb } = cue
  const preposition = tree.token(Math.max(cue.head, cue.ids[cue.ids.length - 1]!) + 1) ?? null
  const own = cue.ids[cue.ids.length - 1]! > cue.head ? tree.token(cue.ids[cue.ids.length - 1]!) : null
  const found = [own, preposition].find((t) => t !== null && verb.prepositions.includes(t.form.toLowerCase())) ?? null
  if (found === null) return null
  const head =
    found.head > found.id
      ? tree.token(found.head)
      : (tree.children(cue.head).find((c) => c.id > found.id && ['obj', 'obl'].includes(relation(c))) ?? null)
  if (head === null || isDate(tree, head)) return null
  const ids = tree.subtree(head.id).filter((id) => id > found.id)
  return ids.length === 0
    ? null
    : content(ids, `${cue.lemma} with "${found.form.toLowerCase()}"`, { cueIds: [found.id] })
}

/** Phrases right after a thing spoken of that belong to it as likely as to the verb: "tax rises | on the rich". */
function trailing(cue: VerbCue, object: Token): number[] {
  const { tree } = cue
  const out: number[] = []
  let end = Math.max(...tree.subtree(object.id))
  for (const next of tree.children(cue.head).filter((c) => c.id > end)) {
    const ids = tree.subtree(next.id)
    if (ids[0] !== end + 1 || isTime(next)) break
    const goesOn =
      (relation(next) === 'obl' &&
        /^(?:on|for|of|from|to|between|against|with|over|into|among|about|behind|by|as|without|toward|towards)$/u.test(
          caseOf(tree, next.id),
        )) ||
      (['xcomp', 'advcl'].includes(relation(next)) && isInfinitive(tree, next))
    if (!goesOn) break
    out.push(...ids)
    end = ids[ids.length - 1]!
  }
  return out
}

/** A relative clause set off by a comma: what it tells is the outer voice's. */
const isAside = (tree: Tree, token: Token): boolean =>
  (token.deprel === 'acl:relcl' && tree.token(tree.subtree(token.id)[0]! - 1)?.form === ',') ||
  (token.deprel === 'acl:relcl' && tree.token(tree.subtree(token.id)[0]!)?.form === ',')

/** "Explaining the vote, the delegate, X, said": what a parse takes for an apposition to the object of a participle that opens its sentence. */
const isBesideFronted = ({ tree, ids }: VerbCue, token: Token): boolean =>
  ids[0] === 1 && token.deprel === 'appos' && tree.token(tree.subtree(token.id)[0]! - 1)?.form === ','

const grounds = /^(?:for|of|as|over|on|about|against)$/u

/** "X condemned the strike", "X praised her for it", "X cited the treaty". */
function nounObject(cue: VerbCue): Content | null {
  const { tree, verb } = cue
  const withGround = verb.frames.has('noun-with-ground')
  if (!verb.frames.has('noun') && !withGround) return null
  // "The survey shows a rise" tells something; "the envoy showed restraint" does not.
  if (verb.kind === 'showing' && !cue.byDocument) return null
  const object = childrenWith(tree, cue.head, 'obj')[0] ?? null
  if (object === null) return null
  const relative = /^(?:that|which|who|whom)$/iu.test(object.form)
  // "charged them with fraud" has its own preposition, "attacked them over it" any of a reason.
  const isGround = (preposition: string): boolean =>
    withGround && verb.prepositions.length > 0 ? verb.prepositions.includes(preposition) : grounds.test(preposition)
  const ground = tree
    .children(cue.head)
    .filter(
      (c) =>
        c.id > cue.head &&
        ['obl', 'advcl'].includes(relation(c)) &&
        isGround(caseOf(tree, c.id)) &&
        c.id > object.id &&
        !isTime(c),
    )
  if (withGround && ground.length === 0) return null
  if (object.id < cue.head)
    return relative ? whatClauseIsAbout(cue) : content(tree.subtree(object.id), `${cue.lemma} something`)
  const asides = tree.children(object.id).filter((c) => isAside(tree, c) || isBesideFronted(cue, c))
  return content(
    [
      ...subtreeBut(tree, object.id, cue.head, ...asides.map((c) => c.id)).filter((id) => id > cue.head),
      ...ground.flatMap((g) => tree.subtree(g.id)),
      ...trailing(cue, object),
    ],
    `${cue.lemma} something`,
  )
}

/** "the plan that X proposed", "an account denied by X": the noun phrase that the clause of the cue hangs on, without that clause. */
function whatClauseIsAbout(cue: VerbCue): Content | null {
  const { tree, verb } = cue
  const token = tree.token(cue.head)!
  const noun = tree.token(token.head)
  if (verb.kind !== 'speech' && verb.kind !== 'writing') return null
  if (relation(token) !== 'acl' || noun === null || noun.id > cue.head || !/^(?:NOUN|PROPN)$/u.test(noun.upos))
    return null
  const clauses = childrenWith(tree, noun.id, 'acl', 'appos', 'cop', 'nsubj', 'expl', 'advmod', 'parataxis', 'advcl')
  const ids = subtreeBut(tree, noun.id, ...clauses.map((c) => c.id), ...caseIds(tree, noun.id)).filter(
    (id) => id < cue.ids[0]!,
  )
  return content(ids, `what somebody ${cue.lemma}`, { passive: cue.passive })
}

/** "Y was condemned", "Y is expected to V", "it was stressed that S", "Y was accused of N". */
export function passiveContent(cue: VerbCue): Content | null {
  const { tree, verb } = cue
  const subject = childWith(tree, cue.head, 'nsubj:pass', 'csubj:pass')
  const clause = childrenWith(tree, cue.head, 'ccomp', 'csubj').filter((c) => c.id !== cue.head)
  const empty =
    subject === null ||
    (subject.form.toLowerCase() === 'it' && clause.length > 0) ||
    /^(?:who|which|that)$/iu.test(subject.form)
  if (verb.frames.has('clause') && clause.length > 0) {
    const told = subject !== null && subject.form.toLowerCase() !== 'it' ? subject.id : null
    return content(
      clause.flatMap((c) => subtreeBut(tree, c.id, cue.head)),
      `${cue.lemma} in the passive`,
      { addressee: told, passive: true },
    )
  }
  const rest = tree
    .children(cue.head)
    .filter(
      (c) =>
        c.id > cue.head &&
        (relation(c) === 'xcomp' ||
          (['obl', 'advcl'].includes(relation(c)) &&
            grounds.test(caseOf(tree, c.id)) &&
            c.deprel !== 'obl:agent' &&
            !isTime(c))),
    )
  if (
    subject === null &&
    verb.frames.has('noun') &&
    tree.token(cue.head)!.deprel === 'acl' &&
    childWith(tree, cue.head, 'obl:agent') !== null
  )
    return whatClauseIsAbout(cue)
  const judged =
    verb.frames.has('noun') ||
    (verb.frames.has('predicate') && rest.length > 0) ||
    (verb.frames.has('named') && rest.some((c) => relation(c) === 'xcomp' || caseOf(tree, c.id) === 'as')) ||
    (verb.frames.has('clause') && rest.some((c) => relation(c) === 'xcomp' && isInfinitive(tree, c))) ||
    (verb.frames.has('object-infinitive') && rest.some((c) => relation(c) === 'xcomp')) ||
    (verb.frames.has('noun-with-ground') && rest.length > 0)
  if (!judged) return null
  // "was accused | of": the preposition right after the verb goes with it.
  const last = cue.ids[cue.ids.length - 1]!
  const marker = rest
    .flatMap((c) => (isInfinitive(tree, c) ? [] : caseIds(tree, c.id)))
    .filter((id, i) => id === last + 1 + i)
  const ids = [
    ...(empty || subject === null ? [] : tree.subtree(subject.id)),
    ...rest.flatMap((c) => subtreeBut(tree, c.id, ...marker)),
  ]
  return ids.length === 0
    ? null
    : content(ids, `${cue.lemma} in the passive`, { passive: true, cueIds: marker.length > 0 ? marker : byOf(cue) })
}

/** "was endorsed | by": the preposition of an agent right after the verb. */
function byOf(cue: VerbCue): number[] {
  const next = cue.tree.token(cue.ids[cue.ids.length - 1]! + 1)
  return next !== null && next.form.toLowerCase() === 'by' && next.deprel === 'case' ? [next.id] : []
}

const addressedTo = (tree: Tree, id: number): Token | null =>
  childrenWith(tree, id, 'obl').find((c) =>
    c.upos === 'PROPN' || c.upos === 'PRON' ? caseOf(tree, c.id) === 'to' : false,
  ) ?? null

/** Whether a comma, colon or dash stands right before the words of `token`, which come after `anchor`. */
const startsAfterPause = (tree: Tree, token: Token, anchor: number): boolean => {
  const first = tree.subtree(token.id)[0]!
  return (
    token.id > anchor &&
    tree.token(first)?.upos !== 'CCONJ' &&
    [tree.token(first), tree.token(first - 1)].some(
      (t) => t !== null && t.id > anchor && /^[,:—–"“‘'«-]+$/u.test(t.form),
    )
  )
}

const endsBeforePause = (tree: Tree, token: Token, anchor: number): boolean => {
  const ids = tree.subtree(token.id).filter((id) => id < anchor)
  return token.id < anchor && ids.length > 0
}
