import type { EventFinding, Mention, Side, Span, Statement } from '../../model/index.ts'
import { covers } from '../../text/index.ts'

const FIRST = /^(?:i|me|we|us)$/iu
const SECOND = /^(?:you)$/iu

/** Looks up who speaks in a statement and whom it is said to. */
export type Voices = (statement: string | null) => {
  readonly speaker: Mention | null
  readonly addressee: Mention | null
}

export function voicesOf(statements: readonly Statement[], mentions: readonly Mention[]): Voices {
  const byId = new Map(statements.map((statement) => [statement.id, statement]))
  const mention = new Map(mentions.map((each) => [each.id, each]))
  const within = (span: Span | null): Mention | null =>
    span === null ? null : (mentions.find((each) => each.form !== 'adjective' && covers(span, each.span)) ?? null)
  return (id) => {
    const statement = id === null ? undefined : byId.get(id)
    return {
      speaker: mention.get(statement?.speakerMention ?? '') ?? null,
      addressee: within(statement?.addressee ?? null),
    }
  }
}

/**
 * "We" and "I" in what somebody says are the speaker, "you" is the one spoken to. What is left of them, in the author's own words or where nobody is named,
 * stays unknown, and `why` says so.
 */
export function spokenFor(event: EventFinding, voices: Voices): EventFinding {
  const { speaker, addressee } = voices(event.statement)
  const notes = new Set<string>()
  const spoken = (side: Side): Side => {
    if (side.actor.kind !== 'unknown' || !(FIRST.test(side.text) || SECOND.test(side.text))) return side
    const voice = FIRST.test(side.text) ? speaker : addressee
    const isKnown = voice !== null && voice.actor.kind !== 'unknown'
    notes.add(isKnown ? `“${side.text}” is ${voice.actor.name}` : `nobody says whom “${side.text}” means`)
    return isKnown ? { ...side, actor: voice.actor } : side
  }
  const [actors, recipients] = [event.actors.map(spoken), event.recipients.map(spoken)]
  return notes.size === 0 ? event : { ...event, actors, recipients, why: [event.why, ...notes].join('; ') }
}
