import type { Sentence, Span, Statement, TimeAnchor, TimeExpression, Token } from '../model/index.ts'
import { defineStage } from '../pipeline/index.ts'
import { covers, overlaps } from '../text/index.ts'
import { findTimes } from './date/grammar.ts'
import { resolveTimes } from './date/resolve.ts'

/** Finds expressions of time and what they mean, and dates each event and statement by them; never by the date of publication. */
export const date = defineStage({
  name: 'date',
  version: '1',
  needs: ['sentences', 'events', 'statements'],
  adds: ['times', 'anchors'],
  run(doc, { sentences, events, statements }, { language }) {
    const prose = doc.blocks.filter((b) => b.kind !== 'reference-list')
    const times = resolveTimes(
      doc,
      prose.flatMap((b) => findTimes(doc.text, b.span, language.times)),
    )
    const place = placing(sentences, times)
    const anchors: Record<string, TimeAnchor> = {}
    for (const event of events) anchors[event.id] = dateOf(sentences[event.sentence], event.head, place, null)
    for (const statement of statements) anchors[statement.id] = saidOn(statement, place)
    return { layers: { times, anchors }, problems: [] }
  },
})

interface Placing {
  /** Expressions of a sentence that can date something, with the token that heads each. */
  in(sentence: number): readonly { readonly time: TimeExpression; readonly token: Token }[]
  sentenceAt(offset: number): Sentence | undefined
}

function placing(sentences: readonly Sentence[], times: readonly TimeExpression[]): Placing {
  const bySentence = new Map<number, { time: TimeExpression; token: Token }[]>()
  const sentenceAt = (offset: number): Sentence | undefined => {
    let low = 0
    let high = sentences.length - 1
    while (low <= high) {
      const mid = (low + high) >> 1
      const { span } = sentences[mid]!
      if (offset < span.start) high = mid - 1
      else if (offset >= span.end) low = mid + 1
      else return sentences[mid]
    }
    return undefined
  }
  for (const time of times) {
    if (time.type === 'duration' || time.type === 'set') continue
    const sentence = sentenceAt(time.span.start)
    const inside = sentence?.tokens.filter((t) => overlaps(t.span, time.span)) ?? []
    const token = inside.find((t) => !inside.some((u) => u.id === t.head)) ?? inside[0]
    if (sentence === undefined || token === undefined) continue
    const list = bySentence.get(sentence.index) ?? []
    list.push({ time, token })
    bySentence.set(sentence.index, list)
  }
  return { in: (index) => bySentence.get(index) ?? [], sentenceAt }
}

/** Steps from one token up to another through the tree, or null when it does not stand under it. */
function stepsUp(sentence: Sentence, from: Token, to: number): number | null {
  let at = from
  for (let steps = 0; steps <= sentence.tokens.length; steps++) {
    if (at.id === to) return steps
    if (at.head === 0) return null
    at = sentence.tokens[at.head - 1]!
  }
  return null
}

const CLAUSE = /^(?:ccomp|advcl|acl|parataxis|conj|root|csubj|xcomp)/u

/** The date of a word: the expression under it; else under the clause that it belongs to; else alone in its sentence; else unknown. */
function dateOf(sentence: Sentence | undefined, head: number, place: Placing, without: Span | null): TimeAnchor {
  if (sentence === undefined) return unknown('its sentence was not read')
  const here = place.in(sentence.index).filter(({ time }) => without === null || !covers(without, time.span))
  for (
    let at: Token | undefined = sentence.tokens[head - 1];
    at !== undefined;
    at = at.head === 0 ? undefined : sentence.tokens[at.head - 1]
  ) {
    const under = here
      .map(({ time, token }) => ({ time, steps: ownClause(sentence, token, at!.id) }))
      .filter((u): u is { time: TimeExpression; steps: number } => u.steps !== null)
      .sort((a, b) => a.steps - b.steps)
    if (under.length > 0) return under[0]!.time.anchor
    if (at.deprel === 'ccomp' || at.deprel === 'acl:relcl') break
  }
  if (here.length === 1 && head > 0) {
    const { anchor } = here[0]!.time
    return anchor.value === null
      ? anchor
      : {
          kind: 'assumed',
          value: anchor.value,
          span: anchor.span,
          from: 'the only expression of time in the sentence, though in another clause',
        }
  }
  return unknown(
    here.length > 1
      ? 'several expressions of time in the sentence, none of them bound to it'
      : 'the sentence has no expression of time',
  )
}

/** Steps from an expression up to a word when no other clause lies between them. */
function ownClause(sentence: Sentence, token: Token, to: number): number | null {
  const steps = stepsUp(sentence, token, to)
  if (steps === null) return null
  for (let at = token; at.id !== to; at = sentence.tokens[at.head - 1]!)
    if (CLAUSE.test(at.deprel) && !(at.deprel === 'conj' && at === token)) return null
  return steps
}

/** When something was said: the expression bound to the cue, outside what is said. */
function saidOn(statement: Statement, place: Placing): TimeAnchor {
  const cue = statement.cue ?? statement.speaker
  if (cue === null) return unknown('no word of saying dates it')
  const sentence = place.sentenceAt(cue.start)
  const token = sentence?.tokens.find((t) => overlaps(t.span, cue))
  if (sentence === undefined || token === undefined) return unknown('its sentence was not read')
  const outside = place.in(sentence.index).filter(({ time }) => !statement.content.some((c) => covers(c, time.span)))
  const own: Placing = { ...place, in: () => outside }
  return dateOf(sentence, token.id, own, null)
}

const unknown = (from: string): TimeAnchor => ({ kind: 'unknown', value: null, span: null, from })
