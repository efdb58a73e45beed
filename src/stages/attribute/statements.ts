import type { Block, Frame, Mention, Problem, Sentence, Span, Statement, Token } from '../../model/index.ts'
import type { AttributionLexicon } from '../../pipeline/index.ts'
import { covers, findingId, hull } from '../../text/index.ts'
import { speakerBeside } from './beside.ts'
import { completed } from './completed.ts'
import { continued } from './continued.ts'
import { type Cue, findCues } from './cues.ts'
import { blockAt, type Draft, type Ground } from './draft.ts'
import { findHeadlineVerbs } from './headlines.ts'
import { findLabelled } from './labelled.ts'
import { ledInByColon } from './led-in.ts'
import { cutAtStops } from './missed-ends.ts'
import { modelled } from './modelled.ts'
import { nest } from './nesting.ts'
import { raisePhrases } from './outer-phrases.ts'
import { shareSpeakers } from './participles.ts'
import { findQuotations, type Quotation } from './quotations.ts'
import { reported, widened } from './reported.ts'
import { saidWhere } from './said-where.ts'
import { merged, quotationsTouching } from './spans.ts'
import { speakerMentions } from './speaker-mentions.ts'
import { speakerOf } from './speakers.ts'
import { findSpoken, isFull, type Spoken, sidesOf } from './spoken.ts'
import { childWith, subtreeSpan, treeOf } from './tree.ts'
import { isUnsaid } from './unsaid.ts'
import { wordsOf } from './words.ts'

/** What the stage is given, with nothing of the pipeline. */
export interface Source {
  readonly id: string
  readonly text: string
  readonly blocks: readonly Block[]
  readonly sentences: readonly Sentence[]
  readonly frames: readonly Frame[]
  readonly mentions: readonly Mention[]
}

/**
 * All statements of a document, in order of their first content, outer before inner.
 * Quotation marks come first, then the tree; speech that only layout shows, and what the model alone sees; what goes on without a cue; then nesting.
 */
export function findStatements(
  source: Source,
  lexicon: AttributionLexicon,
): { statements: Statement[]; problems: Problem[] } {
  const { quotations, problems } = findQuotations(source.text, source.blocks)
  const sentences = source.sentences.map(cutAtStops)
  const trees = sentences.map(treeOf)
  const cues = new Map<Token, Cue>()
  for (const tree of trees) for (const cue of findCues(tree, lexicon)) cues.set(tree.token(cue.head)!, cue)
  const ground: Ground = {
    text: source.text,
    blocks: source.blocks,
    trees,
    words: wordsOf(sentences),
    frames: source.frames,
    mentions: source.mentions,
    quotations,
    cues,
    lexicon,
  }

  const labelled = findLabelled(ground)
  const signed = new Set(
    labelled.filter((draft) => draft.why.startsWith('signature')).map((draft) => draft.content[0]!.start),
  )
  const sides = sidesOf(ground)
  const spoken = findSpoken(ground, sides).filter(({ quotation }) => !signed.has(quotation.span.start))
  const direct = spokenDrafts(ground, spoken)
  const used = new Set(spoken.map(({ cue }) => cueKey(cue)))
  const indirect: Draft[] = []
  for (const cue of cues.values()) {
    if (used.has(cueKey(cue))) continue
    const draft = reported(ground, cue)
    if (draft !== null) indirect.push(draft)
  }
  const told = dropDoubles([...labelled, ...direct, ...completed(ground, indirect)])
  const found = raisePhrases(ground, shareSpeakers(ground, [...told, ...findHeadlineVerbs(ground, told)]))
  const led = ledInByColon(ground, found)
  const drafts = continued(ground, sides, [...led, ...modelled(ground, led)])
  const kept = nest(
    ground,
    drafts.filter((draft) => worthKeeping(ground, draft)),
  )
  const whereOf = saidWhere(ground, source.mentions)
  const mentionOf = speakerMentions(source.mentions, trees, lexicon)
  const statements = kept.map(
    ({ draft, inside }): Statement => ({
      id: draftId(source.id, draft),
      speaker: draft.speaker.span,
      speakerMention: mentionOf(draft),
      speakerReason: draft.speaker.reason,
      cue: draft.cueSpan,
      content: [...draft.content],
      form: formOf(ground, draft),
      addressee: draft.addressee,
      where: whereOf(draft),
      inside: inside === null ? null : draftId(source.id, inside),
      stance: draft.stance,
      why: draft.why,
    }),
  )
  return { statements: [...new Map(statements.map((statement) => [statement.id, statement])).values()], problems }
}

const cueKey = (cue: Cue): string => `${cue.tree.sentence.index}:${cue.head}`

/** One draft a cue, with all the quotations that it leads in or follows. */
function spokenDrafts(ground: Ground, spoken: readonly Spoken[]): Draft[] {
  const byCue = new Map<string, Spoken[]>()
  for (const one of spoken) {
    const key = cueKey(one.cue)
    const others = byCue.get(key)
    if (others === undefined) byCue.set(key, [one])
    else others.push(one)
  }
  return [...byCue.values()].map((group) => {
    const { cue } = group[0]!
    const span = widened(ground, cue, [])
    const quoted = group.flatMap(({ quotation, start }) =>
      quotation.parts.map((part, i) => ({ start: i === 0 ? Math.min(start, part.start) : part.start, end: part.end })),
    )
    const content = merged(ground.text, [...quoted, ...besides(ground, cue, quoted)])
    const told =
      cue.how === 'verb'
        ? (childWith(cue.tree, cue.head, 'iobj') ??
          (cue.lemma === 'tell' || cue.lemma === 'ask' || cue.lemma === 'inform' || cue.lemma === 'remind'
            ? childWith(cue.tree, cue.head, 'obj')
            : null))
        : null
    return {
      cue,
      cueSpan: span,
      speaker: speakerBeside(cue, content, speakerOf(cue, cue.how === 'verb' && cue.passive, ground.lexicon)),
      speakerSentence: cue.tree.sentence.index,
      content,
      addressee: told === null ? null : subtreeSpan(cue.tree, told.id),
      stance: cue.stance,
      why: group.length > 1 ? 'quotation about its cue' : group[0]!.why,
      clausal: true,
    }
  })
}

/** What the cue says in words outside the quotation that run straight into it ('said it was over: “…”'). */
function besides(ground: Ground, cue: Cue, quoted: readonly Span[]): Span[] {
  const told = reported(ground, cue)
  if (told === null || !told.clausal) return []
  return told.content.filter(
    (span) =>
      !/^(?:the following|as follows)(?:\s+\w+)?$/iu.test(ground.text.slice(span.start, span.end)) &&
      quoted.some(
        (q) =>
          span.end <= q.start && q.start - span.end < 4 && /^[\s,:;—–-]*$/u.test(ground.text.slice(span.end, q.start)),
      ),
  )
}

/** A noun of saying with its light verb, and that verb by itself, are one statement; so are two cues with the same words. */
function dropDoubles(drafts: readonly Draft[]): Draft[] {
  const light = new Set(
    drafts.flatMap(({ cue }) =>
      cue !== null && cue.how === 'noun' && cue.light !== null ? [`${cue.tree.sentence.index}:${cue.light}`] : [],
    ),
  )
  const verbs = new Map(
    drafts.flatMap((draft) => (draft.cue?.how === 'verb' ? [[cueKey(draft.cue), draft] as const] : [])),
  )
  return drafts.filter(({ cue, content }) => {
    if (cue === null) return true
    if (cue.how === 'verb') return !light.has(cueKey(cue))
    // "announced in a statement that S": the verb says it.
    const verb = verbs.get(`${cue.tree.sentence.index}:${cue.tree.token(cue.head)!.head}`)
    return cue.how !== 'noun' || verb === undefined || verb.content[0]!.start !== content[0]!.start
  })
}

/** A cue whose speaker cannot be told is kept only where that is itself something known: hearsay, a passive, a claim that nobody owns. */
function worthKeeping(ground: Ground, draft: Draft): boolean {
  if (draft.cue !== null && (isUnsaid(draft.cue) || isInvitation(draft.cue))) return false
  if (draft.speaker.reason === null || draft.cue === null) return true
  if (draft.speaker.reason === 'no subject')
    return quotationsTouching(ground.quotations, draft.content[0]!).some(
      (q) => q.span.start === draft.content[0]!.start,
    )
  // "a stream called Miller’s Run" only names it.
  const { cue } = draft
  if (
    cue.how === 'verb' &&
    cue.verb.frames.has('predicate') &&
    draft.speaker.span === null &&
    cue.tree.token(cue.head)!.deprel === 'acl'
  )
    return false
  if (draft.speaker.reason === 'a noun without its owner')
    return /^(?:the \w+ (?:that|of|about)|met with \w+)$/u.test(draft.why)
  return draft.speaker.reason !== 'imperative'
}

/** "Let's say", "it is worth noting": the writer leads the reader on, and nobody is said to say it. */
function isInvitation({ tree, head }: Cue): boolean {
  const governor = tree.token(tree.token(head)!.head)
  if (governor === null) return false
  return (
    governor.form.toLowerCase() === 'worth' ||
    (governor.lemma.toLowerCase() === 'let' &&
      [governor.id + 1, governor.id + 2].some((id) => /^(?:['’]s|us)$/iu.test(tree.token(id)?.form ?? '')))
  )
}

const draftId = (doc: string, draft: Draft): string =>
  findingId(
    doc,
    'statement',
    draft.content[0]!,
    `${draft.cueSpan?.start ?? -1}:${draft.content[draft.content.length - 1]!.end}`,
  )

/** "— We will not sign, said the envoy": a paragraph of dialogue that a dash opens. */
function opensWithDash({ text, blocks }: Ground, { content }: Draft): boolean {
  const home = blockAt(blocks, content[0]!.start)
  return home !== null && /^\s*(?:[—–―]|--)\s*$/u.test(text.slice(home.block.span.start, content[0]!.start))
}

function formOf(ground: Ground, draft: Draft): Statement['form'] {
  if (/transcript|signature/u.test(draft.why) || opensWithDash(ground, draft)) return 'direct'
  const home = draft.cueSpan === null ? null : blockAt(ground.blocks, draft.cueSpan.start)
  if (home !== null && home.index !== blockAt(ground.blocks, draft.content[0]!.start)?.index) return 'direct'
  const whole = hull(draft.content)
  const touching = quotationsTouching(ground.quotations, whole).filter(
    (q) => draft.cueSpan === null || !covers(q.span, draft.cueSpan),
  )
  const direct = draft.content.every((span) =>
    touching.some((q: Quotation) => q.parts.some((part) => part.start <= span.start && span.end <= part.end)),
  )
  if (direct) return 'direct'
  return touching.some((q) => isFull(ground, q) || draft.content.some((span) => covers(span, q.span)))
    ? 'mixed'
    : 'indirect'
}
