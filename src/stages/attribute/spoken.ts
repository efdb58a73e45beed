import type { Span, Token } from '../../model/index.ts'
import type { AttributionVerb } from '../../pipeline/index.ts'
import type { Cue } from './cues.ts'
import { blockAt, type Ground } from './draft.ts'
import { abbreviated } from './missed-ends.ts'
import { looksLikeTitle, type Quotation } from './quotations.ts'
import { childWith, relation } from './tree.ts'
import type { Word } from './words.ts'

/** A direct quotation with the cue that stands beside it. */
export interface Spoken {
  readonly quotation: Quotation
  readonly cue: Cue
  /** Where what is said begins, when words before the quotation belong to it too ("The deal is “dead,” she said"). */
  readonly start: number
  readonly why: string
}

const terminator = /^(?:[.?!;]+|…|\.{3,})$/u
const pause = /^[,—–―:-]+$/u

/** A verb that no lexicon lists, when only a quotation makes it speech: '“Never,” he harrumphed.' */
const unlisted: AttributionVerb = {
  kind: 'speech',
  stance: 'reports',
  quoteOnly: true,
  frames: new Set(['quotation']),
  prepositions: [],
}

type VerbCue = Extract<Cue, { how: 'verb' }>

/** The words on both sides of a quotation, each up to the nearest end of a sentence and within what the quotation stands in. */
export interface Sides {
  readonly left: readonly Word[]
  readonly right: readonly Word[]
  /** Whether a sentence's end cut the right side (and not the next quotation). */
  readonly rightEnds: boolean
  readonly previous: Quotation | null
  readonly next: Quotation | null
}

/** Neighbours of every quotation at the same depth and in the same paragraph. */
export function sidesOf(ground: Ground): Map<Quotation, Sides> {
  const byOuter = new Map<Quotation | null, Quotation[]>()
  for (const quotation of ground.quotations) {
    const siblings = byOuter.get(quotation.outer)
    if (siblings === undefined) byOuter.set(quotation.outer, [quotation])
    else siblings.push(quotation)
  }
  const sides = new Map<Quotation, Sides>()
  for (const siblings of byOuter.values())
    siblings.forEach((quotation, i) => {
      const first = blockAt(ground.blocks, quotation.span.start)?.block.span ?? quotation.span
      const last = blockAt(ground.blocks, quotation.span.end - 1)?.block.span ?? quotation.span
      const outer = quotation.outer?.inner ?? null
      const from = Math.max(first.start, outer?.start ?? 0)
      const to = Math.min(last.end, outer?.end ?? last.end)
      const previous = siblings[i - 1] !== undefined && siblings[i - 1]!.span.end > from ? siblings[i - 1]! : null
      const next = siblings[i + 1] !== undefined && siblings[i + 1]!.span.start < to ? siblings[i + 1]! : null
      const before = ground.words.within({ start: Math.max(from, previous?.span.end ?? 0), end: quotation.span.start })
      const after = ground.words.within({ start: quotation.span.end, end: Math.min(to, next?.span.start ?? to) })
      const lastStop = before.findLastIndex((_, at) => isEnd(before, at))
      const firstStop = after.findIndex((_, at) => isEnd(after, at))
      sides.set(quotation, {
        left: before.slice(lastStop + 1),
        right: firstStop < 0 ? after : after.slice(0, firstStop),
        rightEnds: firstStop >= 0 || next === null,
        previous,
        next,
      })
    })
  return sides
}

/** The last mark of what is quoted, before the closing marks of a quotation that ends with it. */
const lastOf = (text: string, span: Span): string =>
  text
    .slice(span.start, span.end)
    .replace(/[\s'’”"»]+$/u, '')
    .slice(-1)

/** Whether a sentence ends with a word; the stop of "Sen. Horn" and "Del. Price" ends none. */
const isEnd = (words: readonly Word[], at: number): boolean =>
  terminator.test(words[at]!.token.form) &&
  !(
    words[at]!.token.form === '.' &&
    abbreviated.test(words[at - 1]?.token.form ?? '') &&
    /^\p{Lu}/u.test(words[at + 1]?.token.form ?? '')
  )

/** Whether a quotation holds a sentence of its own and no fragment: it begins like one, and has a verb or an end. */
export function isFull(ground: Ground, quotation: Quotation): boolean {
  const inner = ground.text.slice(quotation.inner.start, quotation.inner.end).trimStart()
  if (!/^[^\p{L}\p{N}]*[\p{Lu}\p{N}]/u.test(inner) && !/^(?:…|\.\.\.)/u.test(inner)) return false
  if (/[.?!…]['’]?\s*$/u.test(inner)) return true
  if (looksLikeTitle(ground.text, quotation)) return false
  return (
    /,\s*$/u.test(inner) ||
    ground.words.within(quotation.inner).some((word) => word.token.upos === 'VERB' || word.token.upos === 'AUX')
  )
}

/** The quotations that have a cue beside them: after, before, or in the middle of what is said. */
export function findSpoken(ground: Ground, sides: ReadonlyMap<Quotation, Sides>): Spoken[] {
  const spoken: Spoken[] = []
  for (const quotation of ground.quotations) {
    const side = sides.get(quotation)!
    const after = cueAfter(ground, quotation, side)
    const before = cueBefore(ground, quotation, side)
    const end = lastOf(ground.text, quotation.inner)
    const found =
      end === ','
        ? (after ?? before)
        : before !== null && (end === '.' || after === null || leadsInNext(ground, side))
          ? before
          : (after ?? before)
    const led = found === null || isOwnerless(found) ? ledIn(ground, quotation, side) : null
    const chosen = led === null ? found : null
    if (chosen === null) {
      if (led !== null)
        spoken.push({
          quotation,
          cue: led,
          start: quotation.span.start,
          why: 'quotation that the sentence before leads in',
        })
      continue
    }
    const start = chosen === after && before === null ? startOfSaid(ground, quotation, side) : quotation.span.start
    spoken.push({
      quotation,
      cue: chosen,
      start,
      why: chosen === after ? 'quotation before its cue' : 'quotation after its cue',
    })
  }
  return spoken
}

/**
 * A sentence without a verb of saying that hands over to a quotation: with a colon ("turned to the guests: “…”"), or with "the following"
 * ("addressed them in the following words. “…”"). A list of names after a colon is no quotation.
 */
function ledIn(ground: Ground, quotation: Quotation, side: Sides): Cue | null {
  if (quotation.outer !== null || !isFull(ground, quotation) || ground.words.within(quotation.inner).length < 4)
    return null
  const colon = side.left[side.left.length - 1]?.token.form === ':'
  if (side.left.length > 0 && !colon) return null
  const home = blockAt(ground.blocks, quotation.span.start)
  if (home === null) return null
  const last = colon
    ? side.left[0]
    : ground.words
        .within({ start: Math.max(home.block.span.start, side.previous?.span.end ?? 0), end: quotation.span.start })
        .at(-1)
  if (last === undefined) return null
  const tree = ground.trees[last.sentence]!
  const before = tree.sentence.tokens.filter((token) => token.span.end <= quotation.span.start)
  if (!colon && !before.slice(-8).some((token) => /^(?:following|follows)$/iu.test(token.form))) return null
  // The sentence may run into the quotation, whose verb is then its root.
  const verbs = before.filter(
    (token) =>
      token.upos === 'VERB' && childWith(tree, token.id, 'nsubj') !== null && !/^(?:acl|advcl)$/u.test(relation(token)),
  )
  const root = verbs.find((token) => token.head === 0) ?? verbs.at(-1)
  if (root === undefined) return null
  return {
    how: 'verb',
    tree,
    head: root.id,
    ids: [root.id],
    lemma: root.lemma.toLowerCase(),
    verb: unlisted,
    passive: false,
    byDocument: false,
    stance: 'reports',
  }
}

/** A noun of saying beside which nobody is named ("the following theses: “…”"): the verb's subject says it. */
const isOwnerless = (cue: Cue): boolean =>
  cue.how === 'noun' &&
  cue.light === null &&
  !cue.tree.children(cue.head).some((c) => c.deprel === 'nmod:poss' || relation(c) === 'nmod' || relation(c) === 'acl')

/** Whether the words after a quotation lead in the next one: '“A.” Later he said: “B.”' */
const leadsInNext = (ground: Ground, side: Sides): boolean =>
  side.next !== null &&
  !side.rightEnds &&
  /^[,:]$/u.test(side.right[side.right.length - 1]?.token.form ?? '') &&
  isFull(ground, side.next)

/** '“…,” said X', '“…,” X said': the verb and its subject come at once after the closing mark. */
function cueAfter(ground: Ground, quotation: Quotation, side: Sides): Cue | null {
  const end = lastOf(ground.text, quotation.inner)
  const words = side.right.slice(
    side.right.findIndex((word) => word.token.upos !== 'PUNCT' && !pause.test(word.token.form)),
  )
  if (side.right.every((word) => word.token.upos === 'PUNCT') || words.length === 0) return null
  const strong = /[,?!—–…-]/u.test(end) || /^[,—–―-]$/u.test(side.right[0]!.token.form)
  const limit = Math.min(words.length, 48)
  for (let i = 0; i < limit; i++) {
    const { token, sentence } = words[i]!
    if (token.upos !== 'VERB') continue
    const tree = ground.trees[sentence]!
    const subject = childWith(tree, token.id, 'nsubj')
    const inSubject = new Set(subject === null ? [] : tree.subtree(subject.id))
    if (inParticiple(words, i)) continue
    const clear = words
      .slice(0, i)
      .every((word) =>
        word.sentence !== sentence
          ? word.token.upos !== 'VERB' && word.token.upos !== 'AUX'
          : inSubject.has(word.token.id) ||
            word.token.head === token.id ||
            !/^(?:VERB|AUX|SCONJ|CCONJ)$/u.test(word.token.upos),
      )
    if (!clear) return null
    const cue = ground.cues.get(token)
    const listed: VerbCue | null =
      cue !== undefined && cue.how === 'verb' && cue.verb.frames.has('quotation') ? cue : null
    // Without a pause at the end of the quotation the order must be plain: 'said X' or 'X said' and nothing more.
    if (
      !strong &&
      !(
        listed !== null &&
        i <= 4 &&
        (end === '.' ? side.rightEnds : isFull(ground, quotation)) &&
        cueKindSpeaks(listed) &&
        (i === 0 || subject !== null)
      )
    )
      return null
    // A sentence about something else may follow a question: '“Why?” The crowd went home.'
    if (listed === null && end !== ',' && side.right[0]!.token.form !== ',') return null
    if (/[?!]/u.test(end) && listed !== null && !cueKindSpeaks(listed)) return null
    if (end === '…' || end === '-' || end === '—') if (listed === null) return null
    // 'Mocking the “phony deal,” X accused Y': what the verb takes itself is what is said, and the marks are about a term.
    if (
      listed !== null &&
      saysMore(listed, quotation) &&
      (listed.verb.kind === 'judgement' || !isFull(ground, quotation))
    )
      return null
    if (listed === null) {
      if (subject === null && i > 0) return null
      // 'the “public option,” which would help' has a relative clause beside it.
      if (
        !isFull(ground, quotation) ||
        side.left.length > 0 ||
        /^(?:acl|advcl)$/u.test(relation(token)) ||
        (subject !== null && ground.lexicon.relatives.has(subject.form.toLowerCase()))
      )
        return null
      if (childWith(tree, token.id, 'obj', 'ccomp') !== null) return null
      return {
        how: 'verb',
        tree,
        head: token.id,
        ids: [token.id],
        lemma: token.lemma.toLowerCase(),
        verb: unlisted,
        passive: false,
        byDocument: false,
        stance: 'reports',
      }
    }
    return listed
  }
  return null
}

/** Whether a verb takes an object or a clause of its own after it, outside the quotation. */
const saysMore = (cue: Cue, quotation: Quotation): boolean =>
  cue.tree
    .children(cue.head)
    .some(
      (c) =>
        c.id > cue.head &&
        ['obj', 'ccomp', 'xcomp'].includes(relation(c)) &&
        !(quotation.span.start <= c.span.start && c.span.end <= quotation.span.end) &&
        !(relation(c) === 'obj' && cue.tree.token(cue.head)!.lemma === 'tell'),
    )

const cueKindSpeaks = (cue: Cue): boolean =>
  cue.how === 'verb' && (cue.verb.kind === 'speech' || cue.verb.kind === 'writing' || cue.verb.kind === 'thought')

/** A verb between commas in an apposition ('X, known for his haste, said') is not the cue. */
const inParticiple = (words: readonly Word[], i: number): boolean => {
  const token = words[i]!.token
  return relation(token) === 'acl' && words.slice(0, i).some((word) => word.token.id === token.head)
}

/** 'X said, “…”', 'X said: “…”', 'In the words of X: “…”'. */
function cueBefore(ground: Ground, quotation: Quotation, side: Sides): Cue | null {
  const { left } = side
  const last = left[left.length - 1]?.token
  if (last === undefined) return null
  const cues = left.flatMap((word, at) => {
    const cue = ground.cues.get(word.token)
    return cue === undefined ? [] : [{ cue, at, token: word.token }]
  })
  const verbs = cues.filter(
    ({ cue }) => cue.how === 'verb' && (cue.verb.frames.has('quotation') || cue.verb.kind === 'speech'),
  )
  if (last.form === ':' || last.form === ':-') {
    const main = verbs.filter(({ token }) => token.deprel !== 'acl:relcl' && relation(token) !== 'csubj')
    const verb = main[main.length - 1] ?? verbs[verbs.length - 1]
    if (verb !== undefined) return verb.cue
    const noun = cues.filter(({ cue }) => cue.how === 'noun' || cue.how === 'phrase')
    return noun[noun.length - 1]?.cue ?? null
  }
  const verb = verbs[verbs.length - 1]
  if (verb === undefined || (verb.cue.how === 'verb' && !verb.cue.verb.frames.has('quotation'))) {
    const phrase = cues.findLast(({ cue }) => cue.how === 'phrase')
    return phrase !== undefined && last.form === ',' && isFull(ground, quotation) ? phrase.cue : null
  }
  const rest = left.slice(verb.at + 1)
  if (rest.some((word) => word.token.upos === 'VERB' && !ground.cues.has(word.token) && relation(word.token) !== 'acl'))
    return null
  // An interrupted quotation goes on in small letters: '“We stay,” he said, “and we vote.”'
  const interrupted =
    side.previous !== null &&
    /[,—–-]$/u.test(ground.text.slice(side.previous.inner.start, side.previous.inner.end).trimEnd())
  if (last.form === ',' && interrupted && rest.length <= 12) return verb.cue
  if (!isFull(ground, quotation)) return null
  if (last.form === ',')
    return looksLikeTitle(ground.text, quotation) &&
      !/[.?!,]$/u.test(ground.text.slice(quotation.inner.start, quotation.inner.end))
      ? null
      : verb.cue
  // 'said that “We …”' is left to the tree, and so is '“Peace Now” campaign'.
  if (/^(?:that|the|a|an|this|of|to)$/iu.test(last.form)) return null
  const words = ground.words.within(quotation.inner).length
  if (looksLikeTitle(ground.text, quotation) || words < 3) return null
  return last === verb.token || rest.every((word) => word.token.upos !== 'NOUN' || word.token.head === verb.token.id)
    ? verb.cue
    : null
}

/** Words of the sentence that come before a quotation and belong to what is said. */
function startOfSaid(ground: Ground, quotation: Quotation, side: Sides): number {
  if (isFull(ground, quotation) && side.left.length === 0) return quotation.span.start
  const within = quotation.outer?.inner ?? blockAt(ground.blocks, quotation.span.start)?.block.span ?? quotation.span
  const before = ground.words.within({
    start: Math.max(within.start, quotation.span.start - 2000),
    end: quotation.span.start,
  })
  let start = quotation.span.start
  for (let i = before.length - 1; i >= 0; i--) {
    const token: Token = before[i]!.token
    if (terminator.test(token.form)) break
    // A quotation that ends a sentence ends here too.
    if (/^(?:[”"»]|'')$/u.test(token.form) && /[.?!]$/u.test(before[i - 1]?.token.form ?? '')) break
    start = token.span.start
  }
  return start
}
