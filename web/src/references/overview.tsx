import type { ReactNode } from 'react'
import type { ListFinding } from '../../../src/model/index.ts'
import type { ReferencesView } from '../../../src/server/wire.ts'
import { capital, isAlarm, percent, VERDICTS, type VerdictKind } from '../words/verdicts.ts'
import { Likely, Part } from './card.tsx'
import { alarmsOf, type CheckedEntry, type CheckedMarker, type Checking } from './checking.ts'
import { MarkerChips } from './list.tsx'
import { Renumbering } from './renumbering.tsx'

interface Props {
  readonly view: ReferencesView
  readonly checking: Checking
  /** Whether the address named a marker or an entry that is not there. */
  readonly lost: boolean
  /** Which explanation's renumbering is shown, by its place. */
  readonly explanation: number
  readonly onExplanation: (place: number) => void
  readonly onChoose: (chosen: CheckedMarker | CheckedEntry) => void
  readonly onFinding: (finding: ListFinding, place: number) => void
  readonly onClose: () => void
}

/** The references as a whole: verdicts counted, what happened to the list, the numbers it should print, and findings. */
export function Overview({ view, checking, lost, onClose, ...props }: Props) {
  const { judgement, markers, references } = view
  const judged = judgement.verdicts.length > 0
  return (
    <section className="card overview" aria-label="The references as a whole">
      <header className="card-bar">
        <h2 className="card-place">The list as a whole</h2>
        <button type="button" className="icon-button overview-close" onClick={onClose} aria-label="Close">
          ✕
        </button>
      </header>
      <div className="card-body">
        {lost && <p role="alert">This address names a marker or an entry that the document no longer has.</p>}
        {judged ? (
          <Judged view={view} checking={checking} {...props} />
        ) : (
          <NotJudged view={view} read={markers.length > 0 && references.length > 0} />
        )}
      </div>
    </section>
  )
}

function NotJudged({ view: { doc, markers, references }, read }: { view: ReferencesView; read: boolean }) {
  if (read)
    return (
      <>
        <p>This document was read before references were judged. Read it again to see which markers fit:</p>
        <p>
          <code className="command">dragoman read --again {doc.origin.uri}</code>
        </p>
      </>
    )
  if (references.length > 0) return <p>No marker in the text points to the list, so there is nothing to judge.</p>
  return (
    <p>
      {markers.length > 0
        ? 'The text has markers, and no list of references was found that they could point to.'
        : 'No list of references and no markers were found in this text.'}
    </p>
  )
}

type JudgedProps = Omit<Props, 'lost' | 'onClose'>

function Judged({ view, checking, explanation, onExplanation, onChoose, onFinding }: JudgedProps) {
  const { explanations, findings } = view.judgement
  const alarms = alarmsOf(checking)
  const [top] = explanations
  const fine = alarms.length === 0 && (top === undefined || top.kind === 'none')
  return (
    <>
      <Counts checking={checking} />
      {fine && <p className="all-fits">No marker needs a look: each fits its entry, or nothing speaks against it.</p>}
      {!fine && explanations.length > 0 && (
        <Part title="What happened to the list">
          <Explanations view={view} explanation={explanation} onExplanation={onExplanation} />
        </Part>
      )}
      {alarms.length > 0 && (
        <Part title="Markers to check">
          <ul className="alarm-list">
            {alarms.map((marker) => (
              <li key={marker.id}>
                <MarkerChips markers={[marker]} checking={checking} onChoose={onChoose} />{' '}
                {marker.verdict !== null && VERDICTS[marker.verdict][1]}
                <Better marker={marker} checking={checking} onChoose={onChoose} />
              </li>
            ))}
          </ul>
        </Part>
      )}
      {(view.changes[explanation]?.length ?? 0) > 0 && (
        <Part title="Numbers to change">
          <Renumbering key={explanation} view={view} explanation={explanation} />
        </Part>
      )}
      {findings.length > 0 && (
        <Part title="Also found">
          <ul className="claims">
            {findings.map((finding, place) => (
              <li key={`${finding.code} ${finding.span.start} ${finding.entry}`}>
                <button type="button" className="text-button" onClick={() => onFinding(finding, place)}>
                  {capital(finding.message)}
                </button>
              </li>
            ))}
          </ul>
        </Part>
      )}
    </>
  )
}

/** How many markers have each verdict; it tells the signs and colours as well. */
function Counts({ checking }: { checking: Checking }) {
  const by = Map.groupBy(checking.markers, (m) => m.verdict)
  return (
    <ul className="verdict-counts" aria-label="Verdicts">
      {(Object.keys(VERDICTS) as VerdictKind[]).map((kind) => {
        const count = by.get(kind)?.length ?? 0
        return (
          <li
            key={kind}
            data-verdict={kind}
            data-none={count === 0 || undefined}
            data-alarm={isAlarm(kind) || undefined}
          >
            <span className="verdict-sign" aria-hidden="true">
              {VERDICTS[kind][0]}
            </span>
            <b>{count}</b> {VERDICTS[kind][1]}
          </li>
        )
      })}
    </ul>
  )
}

function Better(props: { marker: CheckedMarker; checking: Checking; onChoose: Props['onChoose'] }): ReactNode {
  const entry = props.checking.entry(props.marker.better?.entry ?? null)
  if (entry === null) return null
  return (
    <>
      {'; '}
      <button type="button" className="text-button" onClick={() => props.onChoose(entry)}>
        entry {entry.call}
      </button>{' '}
      fits better
    </>
  )
}

function Explanations({ view, explanation, onExplanation }: Pick<Props, 'view' | 'explanation' | 'onExplanation'>) {
  const { explanations } = view.judgement
  const [top, ...others] = explanations
  if (top === undefined) return null
  return (
    <>
      <p className="explanation">{capital(top.why)}.</p>
      <Likely probability={top.probability} what="to be what happened" />
      {others.length > 0 && (
        <details className="others">
          <summary>Other explanations</summary>
          <fieldset>
            <legend className="heard">Explanation whose numbers are shown</legend>
            {explanations.map((e, place) => (
              <label key={e.why}>
                <input
                  type="radio"
                  name="explanation"
                  checked={place === explanation}
                  onChange={() => onExplanation(place)}
                />
                <span>
                  {capital(e.why)}. <span className="quiet">{percent(e.probability)}</span>
                </span>
              </label>
            ))}
          </fieldset>
        </details>
      )}
    </>
  )
}
