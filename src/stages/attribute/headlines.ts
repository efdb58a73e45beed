import type { Span } from '../../model/index.ts'
import { overlaps } from '../../text/index.ts'
import type { Draft, Ground } from './draft.ts'
import { isTime } from './time-words.ts'
import { childWith } from './tree.ts'
import type { Word } from './words.ts'

/** A statement that layout shows: its cue is a mark or a word, and its speaker no word of a tree. */
export const labelled = (
  speaker: Span,
  sentence: number,
  cueSpan: Span,
  content: readonly Span[],
  why: string,
): Draft => ({
  cue: null,
  cueSpan,
  speaker: { span: speaker, head: 0, reason: null },
  speakerSentence: sentence,
  content,
  addressee: null,
  stance: 'reports',
  why,
  clausal: true,
})

/** Headlines, and the first line of a text, in which a mark beside a name shows speech: "Lavrov: no deal", "No deal – Lavrov", "No deal: minister". */
export function findHeadlines(ground: Ground, taken: ReadonlySet<number>): Draft[] {
  const names = namesAmid(ground)
  return ground.blocks.flatMap((block, index) => {
    if (taken.has(index) || (index > 0 && block.kind !== 'heading') || block.kind === 'reference-list') return []
    const words = ground.words.within(block.span)
    const found =
      words.length > 40 ? null : (nameFirst(ground, block.span, words, names) ?? nameLast(ground, words, names))
    return found === null ? [] : [found]
  })
}

const isVerb = (word: Word): boolean => word.token.upos === 'VERB' || word.token.upos === 'AUX'

/** "Lavrov: sanctions will not work", "Poll: most want peace": a short name or a kind of report before a colon. "Kosovo: envoys urge calm" has its speaker after it. */
function nameFirst(ground: Ground, span: Span, words: readonly Word[], names: ReadonlySet<string>): Draft | null {
  const colon = words.findIndex((word) => word.token.form === ':')
  if (colon < 1 || colon > 7 || colon === words.length - 1) return null
  const before = words.slice(0, colon)
  const after = words.slice(colon + 1)
  const last = before[before.length - 1]!.token
  if (
    before.some(
      (word) =>
        /^(?:VERB|AUX|SCONJ|NUM)$/u.test(word.token.upos) ||
        isTime(word.token) ||
        (word.token.upos === 'PUNCT' && !/^['’"“”,.()-]$/u.test(word.token.form)),
    ) ||
    !speaks(ground, before, names) ||
    (last.upos !== 'PROPN' && last.upos !== 'NOUN') ||
    (isPlace(ground, before[0]!.token.span) && tellsItself(ground, after))
  )
    return null
  // A headline's second half must say something: a verb, or a quotation.
  if (!after.some((word) => isVerb(word) || /^["“‘'«]$/u.test(word.token.form))) return null
  const end = lineEnd(ground.text, span)
  return end <= after[0]!.token.span.start
    ? null
    : labelled(
        { start: before[0]!.token.span.start, end: last.span.end },
        before[0]!.sentence,
        words[colon]!.token.span,
        [{ start: after[0]!.token.span.start, end }],
        'headline with a colon',
      )
}

/** "Curfew extended till Monday – High Commission", "Banks must name clients: regulator". A line with a full stop is none. */
function nameLast(ground: Ground, words: readonly Word[], names: ReadonlySet<string>): Draft | null {
  const at = words.findLastIndex((word) => /^[:—–]$/u.test(word.token.form))
  const before = words.slice(0, at)
  const after = words.slice(at + 1)
  const last = after[after.length - 1]
  if (before.length < 2 || last === undefined || after.length > 5 || /^[.?!]$/u.test(last.token.form)) return null
  if (!after.every((word) => /^(?:PROPN|NOUN|ADJ|DET|ADP|PART)$/u.test(word.token.upos))) return null
  if (!speaks(ground, after, names) || after.some((word) => isTime(word.token)) || !before.some((word) => isVerb(word)))
    return null
  return labelled(
    { start: after[0]!.token.span.start, end: last.token.span.end },
    last.sentence,
    words[at]!.token.span,
    [{ start: before[0]!.token.span.start, end: before[before.length - 1]!.token.span.end }],
    'headline with its speaker at the end',
  )
}

/**
 * "Envoy Vows ‘Long Fight’ Over Canal": a headline in capitals, of which the tree tells nothing; its first verb of saying in the present has its speaker
 * before it, and what is said after it. "Peace Talks Stall" has no such verb, "Norland's Calls for Calm" a noun.
 */
export const findHeadlineVerbs = (ground: Ground, told: readonly Draft[]): Draft[] =>
  ground.blocks.flatMap((block, index) => {
    if (
      (index > 0 && block.kind !== 'heading') ||
      told.some((draft) => draft.content.some((span) => overlaps(span, block.span)))
    )
      return []
    const words = ground.words.within(block.span)
    if (words.length > 30 || !isInCapitals(words)) return []
    const at = words.findIndex(
      ({ token }, i) => i > 0 && /s$/u.test(token.form) && saysSo(ground, token.form) && token.upos !== 'AUX',
    )
    const before = words.slice(0, at)
    if (at < 1 || at > 7 || before.some((word) => !/^(?:PROPN|NOUN|ADJ|DET|NUM)$/u.test(word.token.upos))) return []
    const verb = ground.lexicon.verbs.get(ground.lexicon.forms.get(words[at]!.token.form.toLowerCase())!)!
    const from = verb.prepositions.includes(words[at + 1]?.token.form.toLowerCase() ?? '') ? at + 2 : at + 1
    const end = lineEnd(ground.text, block.span)
    const first = words[from]?.token.span.start ?? end
    return words.length - from < 2 || first >= end
      ? []
      : [
          labelled(
            { start: before[0]!.token.span.start, end: before[before.length - 1]!.token.span.end },
            before[0]!.sentence,
            { start: words[at]!.token.span.start, end: words[from - 1]!.token.span.end },
            [{ start: first, end }],
            'headline with a verb of saying',
          ),
        ]
  })

/** Whether the longer words of a line are written with capitals. */
function isInCapitals(words: readonly Word[]): boolean {
  const long = words.filter(({ token }) => /^\p{L}{4}/u.test(token.form))
  return long.length > 2 && long.filter(({ token }) => /^\p{Lu}/u.test(token.form)).length >= long.length * 0.8
}

const saysSo = ({ lexicon }: Ground, form: string): boolean => {
  const verb = lexicon.verbs.get(lexicon.forms.get(form.toLowerCase()) ?? '')
  return verb !== undefined && !verb.quoteOnly && verb.kind !== 'rule' && verb.kind !== 'will' && verb.frames.size > 0
}

/** Whether some words before or after a mark may be who speaks: a name, people in the plural, a document, an office or body. */
function speaks({ lexicon }: Ground, words: readonly Word[], names: ReadonlySet<string>): boolean {
  const { form, lemma, upos } = words[words.length - 1]!.token
  const noun = lemma.toLowerCase()
  if (lexicon.noSpeaker.has(form.toLowerCase())) return false
  if (lexicon.documents.has(noun) || lexicon.nouns.get(noun)?.kind === 'document' || lexicon.voices.has(noun))
    return true
  return words.some((word) => word.token.upos === 'PROPN')
    ? upos === 'PROPN' || words.length > 1
    : words.length === 1 && names.has(form)
}

/** Words that stand with a capital after a small word somewhere, and so are names, whatever a parse of a headline made of them. */
const namesAmid = ({ words }: Ground): ReadonlySet<string> =>
  new Set(
    words.all.flatMap(({ token: { form } }, at) =>
      /^\p{Lu}\p{L}/u.test(form) && /^\p{Ll}+$/u.test(words.all[at - 1]?.token.form ?? '') ? [form] : [],
    ),
  )

const isPlace = ({ mentions }: Ground, span: Span): boolean =>
  mentions.some((mention) => /^(?:state|de-facto|place)$/u.test(mention.actor.kind) && overlaps(mention.span, span))

/** "…: envoys urge calm": the first words after the colon are the subject of a verb of saying. */
function tellsItself(ground: Ground, after: readonly Word[]): boolean {
  const verb = after.slice(1, 6).find(isVerb)
  const cue = verb === undefined ? undefined : ground.cues.get(verb.token)
  if (cue === undefined || cue.how !== 'verb' || /^["“‘'«]$/u.test(after[0]!.token.form)) return false
  const subject = childWith(cue.tree, cue.head, 'nsubj')
  return subject !== null && subject.upos !== 'PRON' && cue.tree.subtree(subject.id).includes(after[0]!.token.id)
}

function lineEnd(text: string, span: Span): number {
  let end = span.end
  while (end > span.start && /[\s]/u.test(text[end - 1]!)) end--
  if (text[end - 1] === '.' && text[end - 2] !== '.') end--
  return end
}
