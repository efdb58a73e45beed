import type { Span, Token } from '../../model/index.ts'
import { overlaps } from '../../text/index.ts'
import type { Cue } from './cues.ts'
import type { Speaker } from './speakers.ts'
import { isTime } from './time-words.ts'

const nominal = /^(?:DET|ADJ|NOUN|PROPN|PRON|NUM|SYM)$/u

/**
 * The speaker as the tree has it, unless that lies within what is said, or the tree has none: then the noun phrase next to the verb,
 * on the side away from the content. Nobody when there is none there either.
 */
export function speakerBeside(cue: Cue, content: readonly Span[], speaker: Speaker): Speaker {
  if (cue.how !== 'verb' || cue.passive) return speaker
  const { span } = speaker
  if (span !== null && !content.some((part) => overlaps(part, span))) return nearer(cue, speaker)
  if (span === null && speaker.reason === 'impersonal') return speaker
  // An infinitive has its speaker elsewhere, not in the noun before it.
  if (cue.tree.token(cue.ids[0]! - 1)?.form.toLowerCase() === 'to')
    return span === null ? speaker : { span: null, head: null, reason: 'no subject' }
  const free = (token: Token): boolean =>
    (nominal.test(token.upos) || /^['’]s?$/u.test(token.form)) &&
    !isTime(token) &&
    !content.some((part) => overlaps(part, token.span))
  const { tree } = cue
  const before: Token[] = []
  for (let id = cue.ids[0]! - 1; ; id--) {
    const token = tree.token(id)
    if (token === null || !free(token)) break
    before.unshift(token)
  }
  const after: Token[] = []
  for (let id = cue.ids[cue.ids.length - 1]! + 1; ; id++) {
    const token = tree.token(id)
    if (token === null || !(free(token) || (after.length > 0 && /^of$/iu.test(token.form)))) break
    after.push(token)
  }
  const quoted = content.some((part) => part.end <= cue.tree.token(cue.ids[0]!)!.span.start)
  const found = before.length > 0 ? before : quoted ? after : []
  const head = found.findLast((token) => /^(?:NOUN|PROPN|PRON)$/u.test(token.upos))
  if (head === undefined) return span === null ? speaker : { span: null, head: null, reason: 'no subject' }
  const last = found[found.length - 1]!
  return {
    span: { start: found[0]!.span.start, end: /^of$/iu.test(last.form) ? head.span.end : last.span.end },
    head: head.id,
    reason: null,
  }
}

/**
 * "…: Norland insisted that": a noun phrase alone between a pause and a finite verb is its subject, though the parse names one further off.
 * "The envoy of Norland insisted" has no pause before the phrase.
 */
function nearer(cue: Extract<Cue, { how: 'verb' }>, speaker: Speaker): Speaker {
  const { tree } = cue
  if (speaker.span === null || !/VerbForm=Fin/u.test(tree.token(cue.head)!.feats)) return speaker
  const run: Token[] = []
  for (let id = cue.ids[0]! - 1; ; id--) {
    const token = tree.token(id)
    if (token === null || !nominal.test(token.upos) || isTime(token) || run.length > 6) break
    run.unshift(token)
  }
  const head = run.findLast((token) => token.upos === 'PROPN' || token.upos === 'NOUN')
  if (head === undefined || run[run.length - 1] !== head || speaker.span.end > run[0]!.span.start) return speaker
  const before = tree.token(run[0]!.id - 1)
  if (before !== null && !/^(?:[,:;.”"]|--|—|–|that|when|while|after|because)$/iu.test(before.form)) return speaker
  return { span: { start: run[0]!.span.start, end: head.span.end }, head: head.id, reason: null }
}
