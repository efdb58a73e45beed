import type { Mention } from '../../model/index.ts'
import type { AttributionLexicon } from '../../pipeline/index.ts'
import { covers } from '../../text/index.ts'
import type { Cue } from './cues.ts'
import type { Draft } from './draft.ts'
import { issuersOf, type Place } from './issuers.ts'
import type { Tree } from './tree.ts'

/**
 * Finds the mention that a draft's speaker is: the one with its head, else the longest that lies in its noun phrase. "who" stands for the noun
 * that its clause hangs on, "this statement" for whoever issued it, and a resolved pronoun for the last mention of the same actor by name or description.
 */
export function speakerMentions(
  mentions: readonly Mention[],
  trees: readonly Tree[],
  lexicon: AttributionLexicon,
): (draft: Draft) => string | null {
  const bySentence = grouped(mentions, (mention) => mention.sentence)
  const byActor = grouped(
    mentions.filter((mention) => mention.form === 'name' || mention.form === 'description'),
    (mention) => mention.actor.name,
  )
  /** The nearest mention before a pronoun that names or describes the same known actor. */
  const named = (pronoun: Mention): Mention | undefined =>
    pronoun.actor.kind === 'unknown'
      ? undefined
      : byActor.get(pronoun.actor.name)?.findLast((mention) => mention.span.start < pronoun.span.start)
  const issuerAt = issuersOf(trees, lexicon)
  const at = ({ sentence, id }: Place): Mention | undefined => bySentence.get(sentence)?.find((m) => m.head === id)
  return (draft) => {
    const { span, head } = draft.speaker
    if (span === null) return null
    const issuer = issuerAt({ sentence: draft.speakerSentence, id: head })
    const issued = issuer === null ? undefined : at(issuer)
    if (issued !== undefined) return issued.form === 'pronoun' ? (named(issued) ?? issued).id : issued.id
    const here = bySentence.get(draft.speakerSentence) ?? []
    const antecedent = draft.cue === null ? null : antecedentOf(draft.cue, head, lexicon)
    const headed = here.find((mention) => mention.head === (antecedent ?? head))
    if (headed !== undefined) return headed.form === 'pronoun' ? (named(headed) ?? headed).id : headed.id
    const inside = here.filter((mention) => covers(span, mention.span))
    return (
      inside.reduce<Mention | null>(
        (best, mention) => (best === null || length(mention) > length(best) ? mention : best),
        null,
      )?.id ?? null
    )
  }
}

function grouped<T, K>(items: readonly T[], key: (item: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>()
  for (const item of items) {
    const group = groups.get(key(item))
    if (group === undefined) groups.set(key(item), [item])
    else group.push(item)
  }
  return groups
}

const length = (mention: Mention): number => mention.span.end - mention.span.start

/** The head of the noun phrase that a relative pronoun stands for; null for another word. */
function antecedentOf(cue: Cue, head: number, lexicon: AttributionLexicon): number | null {
  const token = cue.tree.token(head)
  if (token === null || !lexicon.relatives.has(token.form.toLowerCase())) return null
  let clause = cue.tree.token(token.head)
  for (let steps = 0; clause !== null && steps < 8; steps++) {
    if (clause.deprel === 'acl:relcl') return clause.head
    clause = cue.tree.token(clause.head)
  }
  return null
}
