import type { Token } from '../../model/index.ts'
import { type Content, caseIds, content, isMedium, subtreeBut } from './content.ts'
import type { Cue } from './cues.ts'
import { isTime } from './time-words.ts'
import { caseOf, childWith, relation, type Tree } from './tree.ts'

type NounCue = Extract<Cue, { how: 'noun' }>

const aboutWords = /^(?:about|on|over|against|for)$/u

const toNouns = /^(?:opposition|response|answer|objection|reply|obsession|reaction)$/u

const ofNouns =
  /^(?:criticism|condemnation|denunciation|praise|denial|description|characterization|view|opinion|rejection|repudiation|assessment|account|fear|hope|awareness|acknowledg(?:e)?ment|admission|prediction|understanding|accusation|charge|promise|threat|warning|rumou?r|allegation|claim|report|announcement|theory|suspicion|insinuation)$/u

/** "the claim that S", "his remarks on N", "the question is whether S", "issued a warning that S". */
export function nounContent(cue: NounCue): Content | null {
  const { tree, noun } = cue
  const met = cue.receiver === null ? null : received(cue, cue.receiver)
  if (met !== null) return met
  const clause = tree
    .children(cue.head)
    .find(
      (c) =>
        c.id > cue.head && (relation(c) === 'ccomp' || (relation(c) === 'acl' && complementMark(tree, c) !== null)),
    )
  if (clause !== undefined) {
    if (noun.kind === 'document' && complementMark(tree, clause) !== 'that') return null
    return content(
      tree.subtree(clause.id),
      `the ${cue.lemma} ${complementMark(tree, clause) === 'to' ? 'to do' : 'that'}`,
    )
  }
  const strayed = noun.kind === 'document' ? null : thatAfter(tree, cue.head)
  if (strayed !== null) return content(strayed, `the ${cue.lemma} that`)
  const token = tree.token(cue.head)!
  if (
    token.deprel === 'nsubj:outer' ||
    (relation(token) === 'nsubj' &&
      childWith(tree, token.head, 'ccomp') !== null &&
      tree.children(token.head).some((c) => c.deprel === 'cop'))
  ) {
    const predicate = tree.token(token.head)
    if (predicate !== null && token.deprel === 'nsubj:outer') {
      const copulas = tree
        .children(predicate.id)
        .filter((c) => c.deprel === 'cop' && c.id > token.id && c.id < predicate.id)
      const from = copulas[0]?.id ?? token.id
      const subject = new Set(tree.subtree(token.id))
      return content(
        tree.subtree(predicate.id).filter((id) => id > from && !subject.has(id)),
        `the ${cue.lemma} is that`,
      )
    }
  }
  if (noun.kind === 'document' && cue.lemma !== 'report') return null
  const near =
    cue.light === null
      ? tree.children(cue.head)
      : [
          ...tree.children(cue.head),
          ...tree.children(cue.light).filter((c) => relation(c) === 'obl' && c.id > cue.head),
        ]
  const phrase = near.find(
    (c) =>
      c.id > cue.head &&
      relation(c) === 'nmod' &&
      !isTime(c) &&
      !isMedium(c) &&
      (aboutWords.test(caseOf(tree, c.id)) ||
        (caseOf(tree, c.id) === 'of' && ofNouns.test(cue.lemma)) ||
        (/^(?:to|with|in)$/u.test(caseOf(tree, c.id)) && toNouns.test(cue.lemma))),
  )
  if (phrase === undefined || !(hasOwner(cue) || isHearsay(cue, phrase))) return null
  const marker = caseIds(tree, phrase.id)
  return content(subtreeBut(tree, phrase.id, ...marker), `the ${cue.lemma} ${caseOf(tree, phrase.id)}`, {
    cueIds: marker,
  })
}

/** "N faced criticism for A", "N drew praise from X": what the words are about, and their ground. "Faced a question that" has a clause of its own. */
function received({ tree, head, lemma }: NounCue, verb: number): Content | null {
  const subject = childWith(tree, verb, 'nsubj')
  if (
    subject === null ||
    !/^(?:criticism|condemnation|denunciation|praise|accusation|allegation|complaint|objection|question|call|demand)$/u.test(
      lemma,
    )
  )
    return null
  if (tree.children(head).some((c) => /^(?:this|that|such)$/iu.test(c.form))) return null
  const ground = [...tree.children(head), ...tree.children(verb)].find(
    (c) =>
      c.id > head &&
      /^(?:nmod|obl|acl|advcl)$/u.test(relation(c)) &&
      /^(?:for|over|about|on|to|of|that)$/u.test(caseOf(tree, c.id)) &&
      !isTime(c),
  )
  return content(
    [...tree.subtree(subject.id), ...(ground === undefined ? [] : tree.subtree(ground.id))],
    `met with ${lemma}`,
  )
}

/** "the conclusion that S" where the parse hangs S elsewhere: the conjunction right after the noun tells. */
function thatAfter(tree: Tree, id: number): number[] | null {
  const that = tree.token(id + 1)
  if (that === null || that.form.toLowerCase() !== 'that' || that.upos !== 'SCONJ' || that.deprel !== 'mark')
    return null
  const clause = tree.token(that.head)
  if (clause === null || clause.id <= that.id) return null
  const ids = tree.subtree(clause.id).filter((x) => x >= that.id)
  const run = ids.filter((x, i) => x === that.id + i)
  return run.length < 3 ? null : run
}

/** "Rumours of a coup", "allegations of fraud": a noun of unproven claims says something though nobody is named; "criticism of the plan" does not. */
const isHearsay = ({ tree, lemma, noun }: NounCue, phrase: Token): boolean =>
  (lemma === 'report' ||
    (noun.kind === 'speech' && noun.stance === 'doubts' && lemma !== 'charge') ||
    lemma === 'accusation') &&
  caseOf(tree, phrase.id) !== 'on'

/** Whether somebody is named beside the noun: "his remarks", "remarks by the envoy", "the envoy made remarks". */
const hasOwner = (cue: NounCue): boolean =>
  cue.light !== null ||
  cue.tree
    .children(cue.head)
    .some((c) => c.deprel === 'nmod:poss' || (relation(c) === 'nmod' && /^(?:by|from)$/u.test(caseOf(cue.tree, c.id))))

/** 'that', 'whether', 'if' or 'to' at the head of a complement clause; null for another clause. */
export function complementMark(tree: Tree, clause: Token): string | null {
  if (clause.deprel === 'acl:relcl') {
    const first = tree.children(clause.id)[0]
    return first !== undefined && first.deprel === 'mark' && first.form.toLowerCase() === 'that' ? 'that' : null
  }
  const mark = tree.children(clause.id).find((c) => c.deprel === 'mark' && /^(?:that|whether|if|to)$/iu.test(c.form))
  return mark?.form.toLowerCase() ?? null
}
