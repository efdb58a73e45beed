import type { Mention, Span, Statement } from '../../model/index.ts'
import { overlaps } from '../../text/index.ts'

/** For a claim the stretches that name who says it, pronouns followed to the name; the outer speakers too. Empty where no statement is known. */
export function speakersOf(statements: readonly Statement[], mentions: readonly Mention[]): (claim: Span) => Span[] {
  const named = new Map(mentions.map((m) => [m.id, m.span]))
  const spoken = statements.map((s) => ({
    content: s.content,
    speakers: [s.speaker, named.get(s.speakerMention ?? '') ?? null].filter((span) => span !== null),
  }))
  return (claim) => spoken.filter((s) => s.content.some((c) => overlaps(c, claim))).flatMap((s) => s.speakers)
}
