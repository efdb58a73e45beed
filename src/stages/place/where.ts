import type { Mention, Place, Span } from '../../model/index.ts'
import { basesOf } from '../../text/inflection.ts'
import { caseOf, relation, spanOf, type Tree } from '../attribute/tree.ts'

/** Where something is looked for: a sentence's tree, the mention of a word, and the words of a stretch. */
export interface Ground {
  readonly tree: Tree
  readonly mentionAt: (id: number) => Mention | null
  readonly textOf: (span: Span) => string
  /** Whether a word is the name of a town or region, also where it only describes another word ("the Geneva talks"). */
  readonly isPlaceName: (id: number) => boolean
  /** Words that are something else: sides of the act, what is said. */
  readonly isTaken: (id: number) => boolean
}

const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/u))

/** Prepositions that set something in a place. */
const AT = words('in at near inside outside within throughout along across off amid')
/** The same, but of a verb alone: "disagreement around Taiwan" is no place. */
const AT_OF_VERB = words('around')
/** "on" sets something only on these, by the last word of their name. */
const ON = /(?:islands?|peninsula|heights|strip|bank|archipelago|atoll|coast|border|front|line)$/iu

/** Nouns for a part or an edge of a place, which stands after "of" or before them: "off the coast of Yemen", "in the north of Mali". */
const PARTS = words(`
  coast coastline shore shoreline outskirts suburb north south east west north-east north-west south-east south-west northeast northwest southeast southwest centre center heart middle
  city town village island region province district area territory water airspace bank mouth vicinity side tip part soil capital port enclave zone waters edge downtown
`)
/** Nouns for what lies between two: of neither alone. */
const EDGES = words('border frontier boundary borderland borderlands')
const OF_PART = words('of in')
const OF_EDGE = words('of with between to')

/** Nouns of meeting that the name of their seat may stand before: "the Geneva talks". "The Minsk agreements", "the Camp David accords" are only called after a place. */
const MEETINGS = words(
  'sideline margin talk negotiation summit conference meeting round consultation session forum congress briefing rally protest ceremony',
)
/** Verbs by which a meeting is held somewhere: "talks held in Doha". */
const HELD = words('hold convene stage host schedule organise organize conduct')

const DEPTH = 2

/**
 * The place that something is set in, by the words of the act or saying at `ids`: a place after a preposition of place ("in Doha", "along the Yalu", "across
 * Ukraine"), a part or edge of one ("off the coast of Yemen", "on the border with Belarus", "in Chinese waters"), the same of the meeting at which it is done
 * ("at a briefing in Baku"), and the seat before a noun of meeting ("the Geneva talks"). Null where none is named.
 */
export function whereOf(ground: Ground, acts: readonly number[]): Place | null {
  const ids = acts.flatMap((id) => [id, ...meetingsAt(ground, id)])
  for (const id of ids) {
    const found = besides(ground, id, 0)
    if (found !== null) return found
  }
  for (const id of ids) {
    const found = seatOf(ground, id)
    if (found !== null) return found
  }
  return null
}

/** "resumed the Geneva talks", "held a summit in Doha": the meeting that a verb tells of. */
const meetingsAt = ({ tree }: Ground, id: number): number[] =>
  tree
    .children(id)
    .filter(
      (kid) =>
        /^(?:obj|nsubj:pass|obl)$/u.test(kid.deprel) && caseOf(tree, kid.id) === '' && isAmong(MEETINGS, tree, kid.id),
    )
    .map((kid) => kid.id)

function besides(ground: Ground, id: number, depth: number): Place | null {
  const { tree } = ground
  const isVerb = tree.token(id)?.upos === 'VERB'
  const kids = tree.children(id).filter((kid) => /^(?:obl|nmod)$/u.test(kid.deprel) && !ground.isTaken(kid.id))
  for (const kid of kids) {
    const found = placeAfter(ground, kid.id, caseOf(tree, kid.id), isVerb)
    if (found !== null) return found
  }
  if (depth === DEPTH) return null
  for (const kid of kids.filter(
    (k) => isAmong(MEETINGS, tree, k.id) && /^(?:at|in|during|after|on|of)$/u.test(caseOf(tree, k.id)),
  )) {
    const found = besides(ground, kid.id, depth + 1)
    if (found !== null) return found
  }
  for (const kid of tree.children(id).filter((k) => k.deprel === 'acl' && isAmong(HELD, tree, k.id))) {
    const found = besides(ground, kid.id, depth + 1)
    if (found !== null) return found
  }
  return null
}

/** A noun after a preposition as a place: by its own name, or as a part or edge of a named one. */
function placeAfter(ground: Ground, id: number, preposition: string, isVerb: boolean): Place | null {
  const { tree, mentionAt } = ground
  const mention = mentionAt(id)
  const on =
    preposition === 'on' &&
    (isAmong(EDGES, tree, id) || isAmong(PARTS, tree, id) || (isVerb && ON.test(tree.token(id)!.form)))
  const sets = AT.has(preposition) || on || (isVerb && AT_OF_VERB.has(preposition))
  if (!sets) return null
  if (isAmong(EDGES, tree, id)) return edgeOf(ground, id, preposition)
  if (mention !== null && isNamedPlace(mention)) return placed(ground, mention, preposition)
  if (!isAmong(PARTS, tree, id)) return null
  const inner = innerPlaces(ground, id, OF_PART)[0]
  if (inner !== undefined) return placed(ground, inner, `${preposition} ${upTo(ground, id, inner)}`)
  return ownerOf(ground, id, preposition)
}

/** "on the border with Belarus", "along the Polish-Belarusian border": what it lies between; of a country only where no other is named. */
function edgeOf(ground: Ground, id: number, preposition: string): Place | null {
  const { tree } = ground
  const places = innerPlaces(ground, id, OF_EDGE)
  const own = adjectives(ground, id)
  if (places.length === 0 && own.length === 0 && ground.mentionAt(id)?.actor.code == null) return null
  const last = places.at(-1)
  const ids = tree.subtree(id).filter((each) => last !== undefined || each <= id)
  const span = spanOf(
    tree,
    ids.filter((each) => tree.token(each)!.deprel !== 'case' || tree.token(each)!.head !== id),
  )!
  const whole = last === undefined ? span : { start: span.start, end: last.span.end }
  return { span: whole, text: ground.textOf(whole), country: null, relation: preposition }
}

/** The places that hang on a noun by one of some prepositions, with those joined to them. */
function innerPlaces({ tree, mentionAt }: Ground, id: number, prepositions: ReadonlySet<string>): Mention[] {
  const inner = tree.children(id).filter((kid) => kid.deprel === 'nmod' && prepositions.has(caseOf(tree, kid.id)))
  // "the border with Belarus": the noun after the next preposition, wherever the parser hangs it.
  const next = tree.token(id + 1)
  const after = next?.upos === 'ADP' && prepositions.has(next.form.toLowerCase()) ? tree.token(next.head) : null
  return [...inner, ...(after === null || inner.includes(after) ? [] : [after])]
    .flatMap((kid) => [kid, ...tree.children(kid.id).filter((t) => t.deprel === 'conj')])
    .flatMap((kid) => mentionAt(kid.id) ?? [])
    .filter(isNamedPlace)
}

/** "in Chinese waters", "in the Turkish capital": the country that describes a part of it. */
function ownerOf(ground: Ground, id: number, preposition: string): Place | null {
  const mention = ground.mentionAt(id)
  const code = mention?.actor.kind === 'place' ? mention.actor.code : null
  const [own] = adjectives(ground, id)
  const country = code ?? own?.actor.code ?? null
  if (country === null) return null
  const { tree } = ground
  const span = spanOf(
    tree,
    tree.subtree(id).filter((each) => each <= id && tree.token(each)!.upos !== 'ADP'),
  )!
  return { span, text: ground.textOf(span), country, relation: preposition }
}

const adjectives = ({ tree, mentionAt }: Ground, id: number): Mention[] =>
  tree
    .children(id)
    .filter((kid) => /^(?:amod|compound|nmod:poss|nmod:desc)$/u.test(kid.deprel))
    .flatMap((kid) => mentionAt(kid.id) ?? [])
    .filter(({ actor }) => actor.code !== null && /^(?:state|de-facto|place)$/u.test(actor.kind))

/** "the Geneva talks": a name of a place right before a noun of meeting, not one of two ("the Moscow-Kyiv talks", which are the sides). */
function seatOf(ground: Ground, id: number): Place | null {
  const { tree } = ground
  if (!isAmong(MEETINGS, tree, id)) return null
  for (const kid of tree.children(id)) {
    if (!/^(?:compound|nmod:desc)$/u.test(kid.deprel) || kid.upos !== 'PROPN' || ground.isTaken(kid.id)) continue
    const beside = [tree.token(kid.id - 1), tree.token(kid.id + 1)]
    if (!ground.isPlaceName(kid.id) || beside.some((t) => t !== null && /^[-–]$/u.test(t.form))) continue
    if (tree.children(kid.id).some((t) => relation(t) === 'conj')) continue
    const span = spanOf(tree, tree.subtree(kid.id))!
    return { span, text: ground.textOf(span), country: ground.mentionAt(kid.id)?.actor.code ?? null, relation: 'seat' }
  }
  return null
}

const placed = (ground: Ground, { span, actor }: Mention, how: string): Place => ({
  span,
  text: ground.textOf(span),
  country: actor.code,
  relation: how,
})

/** The words from a part of a place to the place, without it: "the coast of". */
function upTo({ tree, textOf }: Ground, id: number, { span }: Mention): string {
  const first = spanOf(tree, tree.subtree(id))!
  const start = tree
    .children(id)
    .reduce((at, kid) => (kid.deprel === 'case' ? Math.max(at, kid.span.end) : at), first.start)
  return textOf({ start, end: span.start }).trim()
}

const isNamedPlace = ({ actor, form }: Mention): boolean =>
  form === 'name' && /^(?:place|state|de-facto)$/u.test(actor.kind)

function isAmong(set: ReadonlySet<string>, tree: Tree, id: number): boolean {
  const form = tree.token(id)?.form.toLowerCase() ?? ''
  return set.has(form) || basesOf(form).some((base) => set.has(base))
}
