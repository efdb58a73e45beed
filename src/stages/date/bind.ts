import type { EventFinding, Sentence, Span, Statement, TimeAnchor, Token } from '../../model/index.ts'
import type { TimeLexicon } from '../../pipeline/index.ts'
import { overlaps } from '../../text/index.ts'
import type { Dating } from './datings.ts'
import type { Resolution } from './resolve.ts'

/** Dates, sentences and statements laid out so that each event and statement can find its own. */
export interface Ground {
  readonly sentences: readonly Sentence[]
  readonly resolution: Resolution
  /** Dates by the index of their sentence, each with the token that heads it and whose words it stands in. */
  readonly bySentence: ReadonlyMap<number, readonly Placed[]>
  /** Words such as "after", which keep a date in their phrase from dating the verb: "after the signing in May, they met". */
  readonly limits: ReadonlySet<string>
  /** Id of the innermost statement whose content holds a place; null for the author's own words. */
  voiceAt(offset: number): string | null
}

interface Placed extends Dating {
  readonly token: Token
  readonly voice: string | null
}

/** The ground of a document. */
export function ground(
  sentences: readonly Sentence[],
  statements: readonly Statement[],
  resolution: Resolution,
  { limits }: TimeLexicon,
): Ground {
  const voiceAt = voices(sentences, statements)
  const bySentence = new Map<number, Placed[]>()
  for (const dating of resolution.dates) {
    const sentence = sentenceAt(sentences, dating.span.start)
    const token = sentence === undefined ? undefined : headOf(sentence, dating.span)
    if (sentence === undefined || token === undefined) continue
    const placed = { ...dating, token, voice: voiceAt(dating.span.start) }
    append(bySentence, sentence.index, placed)
  }
  return { sentences, resolution, bySentence, limits, voiceAt }
}

function append<T>(map: Map<number, T[]>, key: number, value: T): void {
  const list = map.get(key)
  if (list === undefined) map.set(key, [value])
  else list.push(value)
}

/** When an event happened, as far as the grammar, the sentence or the narrative around it tells. */
export function whenHappened(event: EventFinding, on: Ground): TimeAnchor {
  const sentence = on.sentences[event.sentence]
  if (sentence === undefined) return unknown('its sentence was not read')
  const goesOn = event.status === 'ongoing' && on.resolution.style === 'narrative'
  const told = event.status === 'happened' || goesOn
  return when(sentence, event.head, on.voiceAt(event.trigger.start), told, on)
}

/** When something was said: by the words around its cue, outside of what is said. */
export function whenSaid(statement: Statement, on: Ground): TimeAnchor {
  const cue = statement.cue ?? statement.speaker
  if (cue === null) return unknown('no word of saying dates it')
  const sentence = sentenceAt(on.sentences, cue.start)
  const token = sentence === undefined ? undefined : headOf(sentence, cue)
  if (sentence === undefined || token === undefined) return unknown('its sentence was not read')
  return when(sentence, token.id, on.voiceAt(cue.start), true, on)
}

/** Its own clause, else the only date of the sentence in the same voice, else the date that the narrative has come to. */
function when(sentence: Sentence, head: number, voice: string | null, told: boolean, on: Ground): TimeAnchor {
  const here = (on.bySentence.get(sentence.index) ?? []).filter((p) => p.voice === voice)
  const valued = here.filter((p) => p.anchor.value !== null)
  const own = inClause(sentence, head, valued, on.limits) ?? inClause(sentence, head, here, on.limits)
  if (own !== null) return own
  const firm = valued.filter((p) => p.firm)
  if (firm.length === 1) return assumed(firm[0]!.anchor, 'the only date of the sentence, though in another clause')
  if (firm.length > 1) return unknown('several dates in the sentence, none of them bound to it')
  return (told && tells(sentence, head) ? fromScene(sentence, on) : null) ?? unknown('the sentence has no date')
}

/** The date nearest under a word, or under the words of the clause that it belongs to. */
function inClause(
  sentence: Sentence,
  head: number,
  dates: readonly Placed[],
  limits: ReadonlySet<string>,
): TimeAnchor | null {
  if (dates.length === 0) return null
  let at = sentence.tokens[head - 1]
  for (let steps = 0; at !== undefined && steps <= sentence.tokens.length; steps++) {
    const near = nearest(sentence, dates, at, limits)
    if (near !== null) return near.anchor
    if (at.head === 0 || SEALED.test(at.deprel)) return null
    at = sentence.tokens[at.head - 1]
  }
  return null
}

/** Clauses whose happenings are not dated by what stands around them: "said on Monday that …", "who visited in May". */
const SEALED = /^(?:ccomp|advcl|acl|parataxis|csubj)/u
/** Clauses that a date belongs to before it belongs to what stands above them. */
const CLAUSE = /^(?:ccomp|advcl|acl|parataxis|conj|csubj|xcomp)/u

function nearest(sentence: Sentence, dates: readonly Placed[], at: Token, limits: ReadonlySet<string>): Placed | null {
  let best: { placed: Placed; steps: number } | null = null
  for (const placed of dates) {
    const steps = stepsUp(sentence, placed.token, at.id, limits)
    if (steps !== null && (best === null || steps < best.steps)) best = { placed, steps }
  }
  return best?.placed ?? null
}

/**
 * Steps from a date's head up to a word, where it dates that word: no other clause lies between (a participle right under the word lets it
 * through, "talks held in May"), nor a subject or a phrase with "after" that has the date for itself ("the summit in May led to …").
 */
function stepsUp(sentence: Sentence, from: Token, to: number, limits: ReadonlySet<string>): number | null {
  let at = from
  for (let steps = 0; steps <= sentence.tokens.length; steps++) {
    if (at.id === to) return steps
    if (
      at.head === 0 ||
      (at === from ? CLAUSE.test(at.deprel) && at.deprel !== 'conj' : shuts(sentence, at, to, limits))
    )
      return null
    at = sentence.tokens[at.head - 1]!
  }
  return null
}

/** Whether a word between a date and `to` keeps the date for itself. */
function shuts(sentence: Sentence, { id, deprel, head }: Token, to: number, limits: ReadonlySet<string>): boolean {
  if (CLAUSE.test(deprel)) return !(deprel === 'acl' && head === to)
  if (/^nsubj/u.test(deprel)) return true
  return sentence.tokens.some((t) => t.head === id && t.deprel === 'case' && limits.has(t.form.toLowerCase()))
}

/** Whether a word moves the telling on, as verbs do: "the operation", "their support" come up again whenever they happened. */
const tells = ({ tokens }: Sentence, head: number): boolean => /^(?:VERB|AUX)$/u.test(tokens[head - 1]?.upos ?? '')

/** The date that a narrative (or the paragraph of an analysis) has come to before a sentence. */
function fromScene(sentence: Sentence, { resolution }: Ground): TimeAnchor | null {
  if (resolution.style === 'report') return null
  let low = 0
  let high = resolution.scenes.length
  while (low < high) {
    const mid = (low + high) >> 1
    if (resolution.scenes[mid]!.at < sentence.span.start) low = mid + 1
    else high = mid
  }
  const scene = resolution.scenes[low - 1]
  if (scene === undefined || scene.frame.block !== sentence.block) return null
  return {
    kind: 'assumed',
    value: scene.frame.value,
    span: null,
    from: `the narrative has come to “${scene.frame.words}”`,
  }
}

const assumed = (anchor: TimeAnchor, from: string): TimeAnchor =>
  anchor.value === null ? anchor : { kind: 'assumed', value: anchor.value, span: anchor.span, from }

const unknown = (from: string): TimeAnchor => ({ kind: 'unknown', value: null, span: null, from })

/** The token of a stretch whose head lies outside it. */
function headOf(sentence: Sentence, span: Span): Token | undefined {
  const inside = sentence.tokens.filter((t) => overlaps(t.span, span))
  return inside.find((t) => !inside.some((u) => u.id === t.head)) ?? inside[0]
}

function sentenceAt(sentences: readonly Sentence[], offset: number): Sentence | undefined {
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

/** Looks up whose words a place stands in, by the contents of each sentence's statements. */
function voices(sentences: readonly Sentence[], statements: readonly Statement[]): (offset: number) => string | null {
  const contents = new Map<number, { id: string; span: Span }[]>()
  for (const { id, content } of statements)
    for (const span of content)
      for (
        let s = sentenceAt(sentences, span.start);
        s !== undefined && s.span.start < span.end;
        s = sentences[s.index + 1]
      )
        append(contents, s.index, { id, span })
  return (offset) => {
    const sentence = sentenceAt(sentences, offset)
    let best: { id: string; size: number } | null = null
    for (const { id, span } of sentence === undefined ? [] : (contents.get(sentence.index) ?? [])) {
      const size = span.end - span.start
      if (span.start <= offset && offset < span.end && (best === null || size < best.size)) best = { id, size }
    }
    return best?.id ?? null
  }
}
