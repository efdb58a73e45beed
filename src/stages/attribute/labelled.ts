import type { Span } from '../../model/index.ts'
import { blockAt, type Draft, type Ground } from './draft.ts'
import { findHeadlines, labelled } from './headlines.ts'
import type { Quotation } from './quotations.ts'
import { relation } from './tree.ts'

/** Speech that layout shows and no verb: headlines and transcripts with a colon, questions and answers, signatures after a dash. */
export function findLabelled(ground: Ground): Draft[] {
  const turns = [...findTurns(ground), ...findExchanges(ground)]
  const taken = new Set(
    turns.flatMap((turn) => turn.content.map((span) => blockAt(ground.blocks, span.start)?.index ?? -1)),
  )
  return [...turns, ...findHeadlines(ground, taken), ...findSignatures(ground)]
}

const turn =
  /^(["“«]?\s*)((?:[QA]|\p{Lu}[\p{Lu}.'’-]+(?: \p{Lu}[\p{Lu}.'’-]+){0,4}|(?:(?:Mr|Ms|Mrs|Dr|Gen|Sen|Rep|Gov)\. )?\p{Lu}[\p{L}.'’-]{1,24}(?: \p{Lu}[\p{L}.'’-]{1,24}){0,3})(?: \([^()]{1,40}\))?)(:)\s+(?=\S)/u

/** Characters of a paragraph in which questions and answers are looked for. */
const LONGEST = 20_000

/**
 * Turns of an interview or transcript: blocks that begin with a name or letter and a colon, when at least three do and one name comes again
 * or there are two sides. Blocks without a name between two turns go on with the turn before. A single "Note: …" is none.
 */
function findTurns(ground: Ground): Draft[] {
  const heads = ground.blocks.map((block) =>
    block.kind === 'heading' || block.kind === 'reference-list'
      ? null
      : turn.exec(ground.text.slice(block.span.start, Math.min(block.span.end, block.span.start + 200))),
  )
  // A title such as "Petrov: no deal" is no turn, unless the same name comes again.
  const [title] = heads
  if (title !== null && title !== undefined && !heads.slice(1).some((head) => head !== null && head[2] === title[2]))
    heads[0] = null
  const names = heads.flatMap((head) => (head === null ? [] : [head[2]!]))
  const spoken = new Set(names.filter((name) => !ground.lexicon.noSpeaker.has(name.toLowerCase())))
  if (names.length < 3 || spoken.size === 0 || spoken.size === names.length) return []
  const nextTurn: number[] = []
  for (let i = heads.length - 1, next = -1; i >= 0; i--) {
    nextTurn[i] = next
    const head = heads[i]
    if (head !== null && head !== undefined && spoken.has(head[2]!)) next = i
  }
  const drafts: Draft[] = []
  let current: { draft: Draft; content: Span[]; at: number } | null = null
  ground.blocks.forEach((block, index) => {
    const head = heads[index]
    if (head !== null && head !== undefined && spoken.has(head[2]!)) {
      const start = block.span.start + head[1]!.length
      const speaker = { start, end: start + head[2]!.length }
      const content = [inside(ground.text, { start: block.span.start + head[0].length, end: block.span.end })]
      const colon = { start: speaker.end, end: speaker.end + 1 }
      const draft = labelled(speaker, firstSentence(ground, block.span), colon, content, 'turn of a transcript')
      current = { draft, content, at: index }
      drafts.push(draft)
      return
    }
    if (current === null) return
    const more = nextTurn[index]!
    if (more < 0 || more - index > 6 || index - current.at > 6 || block.kind === 'heading') {
      current = null
      return
    }
    if (/^["“]?\(?[\p{Lu}\s]+\)[.]?["”]?$/u.test(ground.text.slice(block.span.start, block.span.end).trim())) return
    current.content.push(inside(ground.text, block.span))
    current.at = index
  })
  return drafts
}

/** A label at the head of a sentence: "Q:", "A.", "MINISTER:", "The witness:". */
const exchange =
  /(?<=^|[.?!…]["”’]?\s+)(Q|A|(?:The )?\p{Lu}[\p{L}'’-]*(?: \p{Lu}[\p{L}'’-]*){0,4}(?: \([^()]{1,40}\))?|The \p{Ll}+)(:|(?<=^[QA]|\s[QA])\.)\s+(?=\S)/gu

/** Questions and answers within one paragraph ("Q: Did you talk? A: We did."): at least two labels, of two sides, the first at its head. */
function findExchanges(ground: Ground): Draft[] {
  return ground.blocks.flatMap((block) => {
    if (block.kind === 'reference-list') return []
    const text = ground.text.slice(block.span.start, Math.min(block.span.end, block.span.start + LONGEST))
    if (!/^[^\n]{1,80}[:.]\s/u.test(text)) return []
    const heads = [...text.matchAll(exchange)]
    const names = new Set(heads.map((head) => head[1]!.toLowerCase()))
    if (heads.length < 2 || names.size < 2 || heads[0]!.index > 0) return []
    if ([...names].some((name) => ground.lexicon.noSpeaker.has(name))) return []
    return heads.map((head, i) => {
      const start = block.span.start + head.index
      const speaker = { start, end: start + head[1]!.length }
      const end = i + 1 < heads.length ? block.span.start + heads[i + 1]!.index : block.span.end
      const content = inside(ground.text, { start: start + head[0].length, end })
      const mark = { start: speaker.end, end: speaker.end + 1 }
      return labelled(speaker, firstSentence(ground, { start, end }), mark, [content], 'turn of a transcript')
    })
  })
}

/** A stretch without white space and without a quotation mark that only opens or closes it. */
function inside(text: string, span: Span): Span {
  let { start, end } = span
  while (start < end && /[\s"“«]/u.test(text[start]!)) start++
  while (end > start && /\s/u.test(text[end - 1]!)) end--
  const body = text.slice(start, end)
  if (/["”»]$/u.test(body) && (body.match(/["“«”»]/gu)?.length ?? 0) % 2 === 1) end--
  return { start, end }
}

const firstSentence = (ground: Ground, span: Span): number => ground.words.within(span)[0]?.sentence ?? 0

const dash = /^\s*(?:[—–―]|--?)\s*(?=\p{Lu})/u

/** '“…” — Name, office': a name and no verb after a quotation, on its line or on the next. */
function findSignatures(ground: Ground): Draft[] {
  const drafts: Draft[] = []
  for (const quotation of ground.quotations) {
    if (quotation.outer !== null) continue
    const home = blockAt(ground.blocks, quotation.span.end - 1)
    if (home === null) continue
    const rest = ground.text.slice(quotation.span.end, home.block.span.end)
    const next = ground.blocks[home.index + 1]
    const same = signature(ground, { start: quotation.span.end, end: home.block.span.end }, quotation)
    const below = rest.trim() === '' && next !== undefined ? signature(ground, next.span, quotation) : null
    const found = same ?? below
    if (found !== null) drafts.push(found)
  }
  return drafts
}

function signature(ground: Ground, span: Span, quotation: Quotation): Draft | null {
  const line = ground.text.slice(span.start, Math.min(span.end, span.start + 160))
  const match = dash.exec(line)
  if (match === null) return null
  const newline = ground.text.slice(span.start + match[0].length, span.end).search(/[\n“"«]/u)
  const end = newline < 0 ? span.end : span.start + match[0].length + newline
  const words = ground.words.within({ start: span.start + match[0].length, end })
  if (
    words.length === 0 ||
    words.length > 24 ||
    words.some((word) => (word.token.upos === 'VERB' && relation(word.token) !== 'acl') || word.token.upos === 'AUX')
  )
    return null
  if (words[0]!.token.upos !== 'PROPN' && words[0]!.token.upos !== 'NOUN') return null
  const at = span.start + match[0].length
  const mark = match[0].trim()
  const cue = { start: span.start + match[0].indexOf(mark), end: span.start + match[0].indexOf(mark) + mark.length }
  const stop = words.findIndex((word) => /^[,(]$/u.test(word.token.form))
  const name = (stop > 0 ? words.slice(0, stop) : words).filter(
    (word) => word.token.upos !== 'PUNCT' || word.token.form !== '.',
  )
  const closing = name[name.length - 1]!.token
  const stopped = /\p{L}{4,}\.$/u.test(closing.form) ? 1 : 0
  return labelled(
    { start: at, end: closing.span.end - stopped },
    words[0]!.sentence,
    cue,
    quotation.parts,
    'signature after a quotation',
  )
}
