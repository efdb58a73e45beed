import type { Span } from '../../model/index.ts'
import { speakerBeside } from './beside.ts'
import { type Cue, cueSpan } from './cues.ts'
import { blockAt, type Draft, type Ground } from './draft.ts'
import { holderOf } from './intervals.ts'
import { widened } from './reported.ts'
import { innermost } from './spans.ts'
import { speakerOf } from './speakers.ts'
import type { Tree } from './tree.ts'

/** Cues whose sentence ends with a colon, or has one after them, and that say nothing yet: what follows is theirs. */
export function ledInByColon(ground: Ground, drafts: readonly Draft[]): Draft[] {
  const byCue = new Map(drafts.flatMap((draft) => (draft.cue === null ? [] : [[draft.cue, draft] as const])))
  const isSaid = holderOf(drafts.flatMap((draft) => draft.content))
  const replaced = new Set<Draft>()
  const led: Draft[] = []
  for (const tree of ground.trees) {
    const found = ledInBy(ground, tree)
    if (found === null || isSaid(found.colon)) continue
    const own = byCue.get(found.cue)
    if (own !== undefined && (own.clausal || own.content.some((span) => span.end > found.colon.start))) continue
    if (found.content.some(isSaid)) continue
    if (own !== undefined) replaced.add(own)
    led.push({
      cue: found.cue,
      cueSpan: widened(ground, found.cue, []),
      speaker: speakerBeside(
        found.cue,
        found.content,
        speakerOf(found.cue, found.cue.how === 'verb' && found.cue.passive, ground.lexicon),
      ),
      speakerSentence: tree.sentence.index,
      content: found.content,
      addressee: null,
      stance: found.cue.stance,
      why: found.why,
      clausal: true,
    })
  }
  return [...drafts.filter((draft) => !replaced.has(draft)), ...led]
}

interface Led {
  readonly cue: Cue
  readonly colon: Span
  readonly content: Span[]
  readonly why: string
}

/** The cue before a sentence's last colon, and what comes after that. */
function ledInBy(ground: Ground, tree: Tree): Led | null {
  const { tokens, span } = tree.sentence
  const colon = tokens.findLast((token) => token.form === ':')
  if (colon === undefined) return null
  const depth = innermost(ground.quotations, colon.span)
  const before = tokens.filter((token) => token.id < colon.id)
  const cue = mainCue(
    before
      .flatMap((token) => ground.cues.get(token) ?? [])
      .filter((one) => innermost(ground.quotations, cueSpan(one)) === depth),
  )
  // "Executive Order: …" is a heading.
  if (cue === null || !before.some((token) => token.upos === 'VERB' || token.upos === 'AUX')) return null
  // "a number of remarks: A. B. C."; "the following remark: A." keeps to its sentence.
  const several =
    before.some((token) => /^(?:number|series|several|couple|two|three|four|five)$/iu.test(token.form)) &&
    before.some(
      (token) => token.upos === 'NOUN' && ground.lexicon.nouns.get(token.lemma.toLowerCase())?.kind === 'speech',
    )
  const inSentence = tokens.some((token) => token.id > colon.id && token.upos !== 'PUNCT')
  const content =
    inSentence && !several
      ? sentenceEnd(ground.text, colon.span.end, span.end)
      : afterColon(ground, colon.span.end, several)
  return content.length === 0
    ? null
    : { cue, colon: colon.span, content, why: inSentence ? 'what a colon leads in' : 'paragraph that a colon leads in' }
}

/** The cue that a colon belongs to: the last verb that can stand with a clause or quotation, else the last noun. */
function mainCue(cues: readonly Cue[]): Cue | null {
  const speaks = (cue: Cue): boolean =>
    cue.how === 'verb' &&
    !cue.verb.quoteOnly &&
    cue.verb.frames.has('clause') &&
    (cue.verb.kind === 'speech' || cue.verb.kind === 'writing' || cue.verb.kind === 'showing') &&
    (!cue.passive || cue.tree.token(cue.head)!.deprel === 'acl') &&
    cue.tree.token(cue.head)!.deprel !== 'acl:relcl'
  return cues.findLast(speaks) ?? cues.findLast((cue) => cue.how === 'noun' && cue.noun.kind === 'speech') ?? null
}

/** A stretch without white space at its ends and without its last full stop; empty when nothing is left. */
function sentenceEnd(text: string, from: number, to: number): Span[] {
  let start = from
  let end = to
  while (start < end && /\s/u.test(text[start]!)) start++
  while (end > start && /\s/u.test(text[end - 1]!)) end--
  if (text[end - 1] === '.' && text[end - 2] !== '.') end--
  return start < end ? [{ start, end }] : []
}

/**
 * What stands after a colon that ends its sentence: the rest of its paragraph (of several assessments, theses or points all of it,
 * else one sentence); else a block quotation or list, or the next paragraph.
 */
function afterColon(ground: Ground, colon: number, several: boolean): Span[] {
  const home = blockAt(ground.blocks, colon - 1)
  if (home === null) return []
  const next = ground.words.within({ start: colon, end: Math.min(home.block.span.end, colon + 200) })[0]
  if (next !== undefined)
    return sentenceEnd(
      ground.text,
      colon,
      several ? home.block.span.end : ground.trees[next.sentence]!.sentence.span.end,
    )
  const first = ground.blocks[home.index + 1]
  if (first === undefined || first.kind === 'heading' || first.kind === 'reference-list') return []
  const run = [first]
  if (first.kind !== 'paragraph')
    for (let i = home.index + 2; i < ground.blocks.length && ground.blocks[i]!.kind === first.kind; i++)
      run.push(ground.blocks[i]!)
  return run.map(({ span }) => {
    let { start, end } = span
    while (start < end && /\s/u.test(ground.text[start]!)) start++
    while (end > start && /\s/u.test(ground.text[end - 1]!)) end--
    return { start, end }
  })
}
