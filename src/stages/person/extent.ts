import type { Doc, Held, Sentence, TimeAnchor, TimeExpression, Token } from '../../model/index.ts'
import { childrenOf } from '../mention/phrases.ts'
import type { Found, Tense } from './office.ts'

/** Times of a document, by sentence, each with the token that heads it. */
export interface Dated {
  readonly doc: Doc
  readonly times: ReadonlyMap<number, readonly Placed[]>
}

interface Placed {
  readonly time: TimeExpression
  readonly token: Token
}

/** Lays the times out by sentence. */
export function dated(doc: Doc, sentences: readonly Sentence[], times: readonly TimeExpression[]): Dated {
  const out = new Map<number, Placed[]>()
  let at = 0
  for (const time of times.filter((t) => t.type === 'date' && t.anchor.value !== null)) {
    while (at < sentences.length && sentences[at]!.span.end <= time.span.start) at++
    const sentence = sentences[at]
    const words = sentence?.tokens.filter((t) => t.span.start < time.span.end && time.span.start < t.span.end) ?? []
    const ids = new Set(words.map((t) => t.id))
    const token = words.find((t) => !ids.has(t.head))
    if (sentence === undefined || token === undefined) continue
    const list = out.get(sentence.index) ?? []
    if (list.length === 0) out.set(sentence.index, list)
    list.push({ time, token })
  }
  return { doc, times: out }
}

type Extent = { readonly held: Held; readonly when: TimeAnchor }

const FORMER = /^(?:former|formerly|ex|previous|erstwhile|late|onetime|deposed|ousted)$/iu
const COMING = /^(?:incoming|elect|designate|future|next|prospective)$/iu
const THEN = /^then$/iu

/** The time for which the words bear an office out: their own dates, "former" and "then", the verb's tense, the clause's date, the document's. */
export function extentOf(found: Found, mention: Token, sentence: Sentence, on: Dated): Extent {
  const { tokens, clause, tense } = found
  const own = ownDates(found, mention, sentence, on)
  if (own.length > 0) return byDates(own, tense, sentence)
  const scene = sceneOf(tense === null ? mention : clause, sentence, on)
  const words = [...before(tokens, mention, sentence), ...tokens].flatMap((t) => t.form.split(/[-–]/u))
  if (words.some((w) => FORMER.test(w))) return { held: 'before', when: scene }
  if (words.some((w) => COMING.test(w)) || tense === 'later') return { held: 'after', when: scene }
  if (words.some((w) => THEN.test(w))) return { held: 'at', when: past(scene) }
  if (tense === 'since' || tense === 'until') return { held: tense, when: past(scene) }
  if (tense === 'earlier' || (tense === 'past' && isDocuments(scene))) return { held: 'before', when: scene }
  return { held: 'at', when: scene }
}

/** "Then" or "ex" right before the words of an office, and hung on them or joined by a hyphen; "But then President Lima came" has none. */
function before(tokens: readonly Token[], mention: Token, { tokens: all }: Sentence): Token[] {
  const first = tokens[0]!.id
  const [outer, inner] = [all[first - 3], all[first - 2]]
  const word = inner !== undefined && /^[-–]$/u.test(inner.form) ? outer : inner
  if (word === undefined || !/^(?:then|ex|former)$/iu.test(word.form)) return []
  return word !== inner || word.head === mention.id || tokens.some((t) => t.id === word.head) ? [word] : []
}

/** Whether an anchor is the document's own date, or none: nothing that the clause says. */
const isDocuments = (anchor: TimeAnchor): boolean => anchor.span === null

/** What began, ended or was in a past that only the document's date bounds has an unknown date. */
const past = (anchor: TimeAnchor): TimeAnchor =>
  isDocuments(anchor) ? { kind: 'unknown', value: null, span: null, from: 'the clause has no date of its own' } : anchor

/** Dates under the words of the office or its verb, and in brackets after it. */
function ownDates({ tokens, clause, tense }: Found, mention: Token, sentence: Sentence, { times }: Dated): Placed[] {
  const name = (childrenOf(sentence).get(mention.id) ?? []).findLast((t) => t.deprel.startsWith('flat')) ?? mention
  const brackets = tense === null ? [sentence.tokens[tokens.at(-1)!.id], sentence.tokens[name.id]] : []
  return (times.get(sentence.index) ?? []).filter(
    ({ token }) =>
      isUnder(token, tense === null ? tokens : [clause], sentence) ||
      brackets.some((b) => b?.form === '(' && token.id > b.id && token.id <= b.id + 4),
  )
}

const STEPS = 6

/** Whether a word hangs under one of others without a clause of its own between. */
function isUnder(token: Token, tops: readonly Token[], { tokens }: Sentence): boolean {
  for (let at: Token | undefined = token, steps = 0; at !== undefined && steps < STEPS; steps++) {
    if (at !== token && tops.includes(at)) return true
    if (/^(?:acl|advcl|ccomp|parataxis|conj|appos)/u.test(at.deprel)) return false
    at = tokens[at.head - 1]
  }
  return false
}

const BOUNDS: readonly (readonly [RegExp, Held])[] = [
  [/^(?:since|from|after)$/iu, 'since'],
  [/^(?:until|till|to|through)$/iu, 'until'],
  [/^before$/iu, 'before'],
]

function boundOf({ token }: Placed, sentence: Sentence): Held | null {
  const words = (childrenOf(sentence).get(token.id) ?? []).filter((t) => /^(?:case|mark)$/u.test(t.deprel))
  return BOUNDS.find(([pattern]) => words.some((t) => pattern.test(t.form)))?.[1] ?? null
}

/** "From 2010 to 2015", "(2010–2015)", "since 2019", "until May", "in 2014". */
function byDates(own: readonly Placed[], tense: Tense | null, sentence: Sentence): Extent {
  const [first, second] = own
  const { anchor } = first!.time
  if (second !== undefined && !isInterval(anchor) && !isInterval(second.time.anchor)) {
    const span = { start: first!.time.span.start, end: second.time.span.end }
    const value = `${anchor.value}/${second.time.anchor.value}`
    return { held: 'during', when: { kind: 'derived', value, span, from: 'its first and its last date' } }
  }
  const bound = boundOf(first!, sentence)
  if (anchor.value?.startsWith('../') === true) return { held: bound ?? 'until', when: anchor }
  if (anchor.value?.endsWith('/..') === true) return { held: bound ?? 'since', when: anchor }
  if (bound !== null) return { held: bound, when: anchor }
  if (isInterval(anchor)) return { held: 'during', when: anchor }
  return { held: tense === 'since' || tense === 'until' ? tense : tense === 'later' ? 'after' : 'at', when: anchor }
}

const isInterval = (anchor: TimeAnchor): boolean => anchor.value?.includes('/') === true

/** The one date of the clauses around a word, the nearest first, when it is not later than the document; else the document's date. */
function sceneOf(from: Token, sentence: Sentence, { doc, times }: Dated): TimeAnchor {
  const here = times.get(sentence.index) ?? []
  for (let at: Token | undefined = from, steps = 0; at !== undefined && here.length > 0 && steps < 2 * STEPS; steps++) {
    const top = at
    const near = here.filter(({ token }) => isUnder(token, [top], sentence))
    const [only] = near
    const value = only?.time.anchor.value ?? null
    if (near.length > 1) break
    if (only !== undefined && value !== null && !isLater(value, doc))
      return { kind: 'assumed', value, span: only.time.span, from: 'the date of its clause' }
    at = sentence.tokens[at.head - 1]
  }
  return documentDate(doc)
}

const isLater = (value: string, { date }: Doc): boolean =>
  date.kind === 'known' && value.slice(0, 4) > date.value.slice(0, 4)

/** The document's date, for what the words give no date of. */
export const documentDate = ({ date }: Doc): TimeAnchor =>
  date.kind === 'known'
    ? { kind: 'assumed', value: date.value, span: null, from: 'the document’s date' }
    : { kind: 'unknown', value: null, span: null, from: 'the document’s date is not known' }
