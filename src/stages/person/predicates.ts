import type { Token } from '../../model/index.ts'
import { basesOf } from '../../text/inflection.ts'
import { childrenOf, phraseOf } from '../mention/phrases.ts'
import { bare, type Found, type Ground, officeOf, type Tense } from './office.ts'

/** "Lima is minister", "Lima, who had been minister": an office as predicate of the person. */
export function copular(head: Token, on: Ground): Found[] {
  const { sentence, titles } = on
  return predicates(head, on).flatMap(({ verb: noun }) => {
    const children = childrenOf(sentence).get(noun.id) ?? []
    const copula = children.find((t) => t.deprel === 'cop')
    if (copula === undefined || !isSaid(children)) return []
    const words = bare(phraseOf(sentence, noun).tokens.filter((t) => t.id > copula.id))
    const role = officeOf(noun, words, titles)
    if (role === null) return []
    return [{ role, tokens: words, clause: noun, tense: tenseOf(copula, children), why: `predicate of ${copula.form}` }]
  })
}

/** Verbs after which somebody holds an office, still holds it, held it, or holds it no longer. */
const VERBS: readonly { readonly verb: RegExp; readonly tense: Tense | null; readonly passive: boolean }[] = [
  { verb: /^become$/u, tense: 'since', passive: false },
  { verb: /^(?:remain|serve|act|work)$/u, tense: null, passive: false },
  {
    verb: /^(?:appoint|elect|re-?elect|name|install|swear|designate|promote|reappoint)$/u,
    tense: 'since',
    passive: true,
  },
  { verb: /^(?:resign|retire|step|quit)$/u, tense: 'until', passive: false },
  { verb: /^(?:dismiss|fire|sack|remove|oust|depose|replace|relieve)$/u, tense: 'until', passive: true },
]

/** "Lima became minister", "served as envoy", "was appointed head", "the parliament elected Lima president", "resigned as chairman". */
export function becoming(head: Token, on: Ground): Found[] {
  const { sentence, titles } = on
  return predicates(head, on).flatMap(({ verb, as }) => {
    const bases = [verb.lemma.toLowerCase(), ...basesOf(verb.form.toLowerCase())]
    const rule = VERBS.find((v) => bases.some((base) => v.verb.test(base)))
    const children = childrenOf(sentence).get(verb.id) ?? []
    if (rule === undefined || !isSaid(children) || (rule.passive ? as === 'nsubj' : as !== 'nsubj')) return []
    const noun = children.find((t) => t !== head && isOfficeOf(t, verb, on))
    if (noun === undefined) return []
    const words = bare(phraseOf(sentence, noun).tokens)
    const role = officeOf(noun, words, titles)
    if (role === null) return []
    const future = children.some((t) => t.deprel === 'aux' && /^(?:will|shall|’ll|'ll)$/iu.test(t.form))
    const tense = future ? 'later' : (rule.tense ?? tenseOf(verb, children))
    return [{ role, tokens: words, clause: verb, tense, why: `predicate of ${verb.form}` }]
  })
}

function isOfficeOf(token: Token, verb: Token, { sentence }: Ground): boolean {
  if (token.id < verb.id || (token.upos !== 'NOUN' && token.upos !== 'PROPN')) return false
  const preposition = (childrenOf(sentence).get(token.id) ?? []).find((t) => t.deprel === 'case')?.form.toLowerCase()
  if (preposition !== undefined) return preposition === 'as' && /^(?:obl|advcl|xcomp|nmod)/u.test(token.deprel)
  return /^(?:xcomp|obj)/u.test(token.deprel)
}

/** The words that a person is subject or object of, also through "who". */
function predicates(head: Token, { sentence }: Ground): { verb: Token; as: 'nsubj' | 'nsubj:pass' | 'obj' }[] {
  const out: { verb: Token; as: 'nsubj' | 'nsubj:pass' | 'obj' }[] = []
  const parent = sentence.tokens[head.head - 1]
  const as = (deprel: string) =>
    /^(?:nsubj:pass|nsubj|obj)$/u.test(deprel) ? (deprel as 'nsubj' | 'nsubj:pass' | 'obj') : null
  const own = as(head.deprel)
  if (parent !== undefined && own !== null) {
    out.push({ verb: parent, as: own })
    if (own === 'nsubj')
      for (const joined of childrenOf(sentence).get(parent.id) ?? [])
        if (joined.deprel === 'conj' && !hasSubject(joined, sentence)) out.push({ verb: joined, as: own })
  }
  for (const clause of childrenOf(sentence).get(head.id) ?? []) {
    if (clause.deprel !== 'acl:relcl') continue
    const who = (childrenOf(sentence).get(clause.id) ?? []).find((t) => /^(?:who|that|whom)$/iu.test(t.form))
    const role = who === undefined ? null : as(who.deprel)
    if (role !== null) out.push({ verb: clause, as: role })
  }
  return out
}

const hasSubject = (token: Token, sentence: Ground['sentence']): boolean =>
  (childrenOf(sentence).get(token.id) ?? []).some((t) => /^nsubj/u.test(t.deprel))

/** Not denied, not supposed, not wished for. */
const isSaid = (children: readonly Token[]): boolean =>
  !children.some(
    (t) =>
      /^(?:not|never|n’t|n't|no|nearly|almost|would|could|may|might|should|if|whether|unless|to)$/iu.test(t.form) &&
      /^(?:advmod|aux|mark|det|cc)/u.test(t.deprel),
  )

function tenseOf(verb: Token, children: readonly Token[]): Tense {
  const auxiliaries = children.filter((t) => /^aux/u.test(t.deprel)).map((t) => t.form.toLowerCase())
  if (auxiliaries.some((form) => /^(?:will|shall|’ll|'ll)$/u.test(form))) return 'later'
  if (auxiliaries.includes('had')) return 'earlier'
  if (auxiliaries.some((form) => /^(?:has|have|is|are|’s|'s)$/u.test(form))) return 'now'
  const past = /^(?:was|were)$|ed$/iu.test(verb.form) || /Tense=Past/u.test(verb.feats)
  return past ? 'past' : 'now'
}
