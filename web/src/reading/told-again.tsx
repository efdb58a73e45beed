import type { Telling } from '../../../src/review/happenings.ts'
import { joinsOf } from '../../../src/review/happenings.ts'
import type { ReadingView } from '../../../src/server/wire.ts'
import { linkTo, readingAddress } from '../address.ts'
import { answer, server } from '../api.ts'
import { Decide, decisionInWords, Undo } from '../shell/decide.tsx'
import { Part } from './part.tsx'

interface Props {
  readonly id: string
  readonly view: Pick<ReadingView, 'happenings' | 'parted'>
  readonly onDecided: () => void
}

const part = (telling: string) => (reason: string) =>
  answer(server.api.events.unmerge.$post({ json: { telling, from: [], reason } }))

/** Where else the document tells of an event's happening, with why it is held for the same; and the way to part them. */
export function ToldAgain({ id, view, onDecided }: Props) {
  const happening = view.happenings.find((h) => h.tellings.some((t) => t.id === id))
  if (happening === undefined) return null
  const joins = joinsOf(happening, id)
  const others = happening.tellings.filter((t) => t.id !== id)
  const isPair = others.length === 1
  return (
    <Part title="Told again">
      <ul className="tellings">
        {others.map((telling) => (
          <li key={telling.id}>
            <TellingLink telling={telling} />
            <p className="quiet">{whyInWords(telling.id, joins)}</p>
            {!isPair && <Decide label="Another happening" decide={part(telling.id)} onDone={onDecided} />}
          </li>
        ))}
      </ul>
      <Decide
        key={id}
        label={isPair ? 'These are two happenings' : 'The chosen one is another happening'}
        decide={part(id)}
        onDone={onDecided}
      />
    </Part>
  )
}

/** What somebody decided to be another happening than the chosen event's, and the way to undo it. */
export function HeldApart({ id, view, onDecided }: Props) {
  const isChosen = (telling: Telling): boolean => telling.id === id
  const parted = view.parted.filter((p) => [...p.findings, ...p.from].some(isChosen))
  if (parted.length === 0) return null
  return (
    <Part title="Another happening, by decision">
      {parted.map(({ decision, findings, from }) => (
        <div key={decision.number} className="held-apart">
          <ul className="tellings">
            {(findings.some(isChosen) ? from : findings).map((telling) => (
              <li key={telling.id}>
                <TellingLink telling={telling} />
              </li>
            ))}
          </ul>
          <Undo decision={decision} onDone={onDecided} />
        </div>
      ))}
    </Part>
  )
}

/** A telling: who tells it and how, and its words as the way to them. */
function TellingLink({ telling }: { telling: Telling }) {
  const { speakers, citation } = telling.record
  return (
    <>
      <p className="voice">
        {speakers.map((v) => v.actor?.name || v.text).join(' → ')}
        <span className="voice-part">{telling.kind === 'event' ? telling.record.status : 'points back'}</span>
      </p>
      <a className="voice-words" {...linkTo(readingAddress(telling.record.doc, telling.id))}>
        {citation.exact}
      </a>
    </>
  )
}

/** The grounds or the decision that join a telling to the chosen one; by way of others where there are none. */
function whyInWords(id: string, joins: ReturnType<typeof joinsOf>): string {
  const found = joins.find((join) =>
    join.by === 'evidence'
      ? join.link.findings.includes(id)
      : join.decision.kind === 'merged' && join.decision.findings.includes(id),
  )
  if (found === undefined) return 'by way of another telling'
  if (found.by === 'decision') return decisionInWords(found.decision)
  return found.link.grounds.map((ground) => ground.words).join(' · ')
}
