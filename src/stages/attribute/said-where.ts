import type { Mention, Place } from '../../model/index.ts'
import { textOf } from '../../text/index.ts'
import { whereOf } from '../place/where.ts'
import type { Draft, Ground } from './draft.ts'
import { childrenWith } from './tree.ts'

/** Verbs of appearing somewhere to speak: "Speaking in Baku, he said". */
const APPEARING = new Set(['speak', 'address', 'appear', 'write', 'comment', 'talk'])
const SAYING = new Set(['speech', 'writing'])

/**
 * Looks up where something was said: a place beside the verb of saying ("said in Moscow on Tuesday"), beside those who were told ("told reporters in Geneva"), at a
 * meeting ("said at a briefing in Baku"), or where the speaker appears ("Speaking in Riga, she said"). Not a place of which something is said: "in" inside
 * the content, or after a verb of thought ("believes in Europe").
 */
export function saidWhere(ground: Ground, mentions: readonly Mention[]): (draft: Draft) => Place | null {
  const bySentence = Map.groupBy(mentions, (mention) => mention.sentence)
  return ({ cue, content, speaker }) => {
    if (cue === null || cue.how !== 'verb' || !SAYING.has(cue.verb.kind)) return null
    const { tree, head } = cue
    const here = bySentence.get(tree.sentence.index) ?? []
    const told = childrenWith(tree, head, 'obj', 'iobj').map((t) => t.id)
    const appearing = childrenWith(tree, head, 'advcl').filter((t) => APPEARING.has(t.lemma.toLowerCase()))
    const other = speaker.span === null ? content : [...content, speaker.span]
    return whereOf(
      {
        tree,
        mentionAt: (id) => here.find((mention) => mention.head === id) ?? null,
        textOf: (span) => textOf(ground.text, span),
        isPlaceName: () => false,
        isTaken: (id) =>
          other.some(({ start, end }) => start < tree.token(id)!.span.end && tree.token(id)!.span.start < end),
      },
      [head, ...told, ...appearing.map((t) => t.id)].filter(
        (id) => !other.some((span) => span.start <= tree.token(id)!.span.start && tree.token(id)!.span.end <= span.end),
      ),
    )
  }
}
