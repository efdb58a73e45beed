import type { Telling } from '../../../src/review/happenings.ts'
import { joinsOf } from '../../../src/review/happenings.ts'
import type { ReadingView } from '../../../src/server/wire.ts'
import type { Entry } from './entries.ts'
import { Part } from './part.tsx'

interface Props {
  readonly id: string
  readonly happenings: ReadingView['happenings']
  readonly entries: readonly Entry[]
  readonly onChoose: (entry: Entry) => void
}

/** Where else the document tells of an event's happening: each telling's words, who tells it, and why it is held for the same. */
export function ToldAgain({ id, happenings, entries, onChoose }: Props) {
  const happening = happenings.find((h) => h.tellings.some((t) => t.id === id))
  if (happening === undefined) return null
  const byId = new Map(entries.map((entry) => [entry.id, entry]))
  const joins = joinsOf(happening, id)
  return (
    <Part title="Told again">
      <ol className="chain">
        {happening.tellings
          .filter((t) => t.id !== id)
          .map((telling) => {
            const entry = byId.get(telling.id)
            return (
              <li key={telling.id}>
                <p className="voice">
                  {telling.record.speakers.map((v) => v.actor?.name || v.text).join(' → ')}
                  <span className="voice-part">{howTold(telling)}</span>
                </p>
                {entry === undefined ? (
                  <p className="voice-words">{telling.record.citation.exact}</p>
                ) : (
                  <button type="button" className="voice-words" onClick={() => onChoose(entry)}>
                    {telling.record.citation.exact}
                  </button>
                )}
                <p className="quiet">{whyInWords(telling.id, joins)}</p>
              </li>
            )
          })}
      </ol>
    </Part>
  )
}

const howTold = (telling: Telling): string => (telling.kind === 'event' ? telling.record.status : 'points back')

/** The grounds or the decision that join a telling to the chosen one; by way of others where there are none. */
function whyInWords(id: string, joins: ReturnType<typeof joinsOf>): string {
  const found = joins.find((join) =>
    join.by === 'evidence'
      ? join.link.findings.includes(id)
      : join.decision.kind === 'merged' && join.decision.findings.includes(id),
  )
  if (found === undefined) return 'by way of another telling'
  if (found.by === 'decision') return `decided by ${found.decision.by}`
  return found.link.grounds.map((ground) => ground.words).join(' · ')
}
