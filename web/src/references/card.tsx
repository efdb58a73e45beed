import type { ReactNode, Ref } from 'react'
import type { Evidence } from '../../../src/model/index.ts'
import { capital, EVIDENCE, percent, VERDICTS } from '../words/verdicts.ts'
import type { CheckedEntry, CheckedMarker, Checking } from './checking.ts'
import { EntryWords, MarkerChips } from './list.tsx'

interface Props {
  readonly text: string
  readonly language: string
  readonly checking: Checking
  readonly box: Ref<HTMLElement>
  readonly onChoose: (chosen: CheckedMarker | CheckedEntry) => void
  readonly onStep: (by: 1 | -1) => void
  readonly onShow: () => void
  readonly onClose: () => void
}

/** The chosen marker: its claim, its verdict, and what speaks for and against the printed entry and the one that fits better. */
export function MarkerCard({ checked, ...props }: Props & { checked: CheckedMarker }) {
  const { text, language, checking } = props
  const { marker, verdict, probability } = checked
  const printed = checking.entry(marker.entry)
  const better = checking.entry(checked.better?.entry ?? null)
  return (
    <Shell {...props} label={`Marker ${checked.call}`} verdict={verdict} place={checking.markers.indexOf(checked)}>
      <div className="card-head">
        <h2>
          <span className="type-chip">{checked.call}</span>
          <span className="mode">
            {verdict === null ? 'not judged' : `${VERDICTS[verdict][0]} ${VERDICTS[verdict][1]}`}
          </span>
        </h2>
        {probability !== null && printed !== null && (
          <Likely probability={probability} what={`that entry ${printed.call} is the one meant`} />
        )}
      </div>
      <Part title="What it is to bear out">
        <blockquote className="card-words" lang={language} dir="auto">
          {text.slice(marker.claim.start, marker.claim.end)}
        </blockquote>
      </Part>
      {printed === null ? (
        <Part title="Printed">
          <p>The list has no entry of this number.</p>
        </Part>
      ) : (
        <Candidate {...props} title="Printed" entry={printed} evidence={checked.evidence} />
      )}
      {better !== null && checked.better !== null && (
        <Candidate {...props} title="Fits better" entry={better} evidence={checked.better.evidence}>
          <Likely probability={checked.better.probability} what="that this one is meant" />
        </Candidate>
      )}
      {better === null && (verdict === 'does-not-fit' || verdict === 'no-entry') && (
        <Part title="Fits better">
          <p>No entry of the list clearly bears the claim out.</p>
        </Part>
      )}
    </Shell>
  )
}

/** The chosen entry of the list: who prints its number, who needs it, and what is wrong with it. */
export function EntryCard({ entry, ...props }: Props & { entry: CheckedEntry }) {
  const { text, language, checking, onChoose } = props
  const uses = (title: string, markers: readonly CheckedMarker[]) =>
    markers.length > 0 && (
      <Part title={title}>
        <ul className="claims">
          {markers.map((marker) => (
            <li key={marker.id}>
              <MarkerChips markers={[marker]} checking={checking} onChoose={onChoose} />{' '}
              <span lang={language}>{text.slice(marker.marker.claim.start, marker.marker.claim.end)}</span>
            </li>
          ))}
        </ul>
      </Part>
    )
  return (
    <Shell {...props} label={`Entry ${entry.call}`} verdict={null} place={null}>
      <div className="card-head">
        <h2>
          <span className="type-chip">{entry.call}</span>
          <span className="mode">entry of the list</span>
        </h2>
      </div>
      <p className="card-entry" lang={entry.reference.language} dir="auto">
        {entry.words}
      </p>
      {entry.findings.length > 0 && (
        <Part title="What is wrong with it">
          <ul className="claims">
            {entry.findings.map((finding) => (
              <li key={`${finding.code} ${finding.other} ${finding.marker}`}>{capital(finding.message)}</li>
            ))}
          </ul>
        </Part>
      )}
      {uses('Cited at', entry.cited)}
      {uses('Needed at', entry.needed)}
      {entry.cited.length + entry.needed.length === 0 && <p className="quiet">No marker points to this entry.</p>}
    </Shell>
  )
}

interface ShellProps extends Props {
  readonly label: string
  readonly verdict: CheckedMarker['verdict']
  /** The place among the markers; null for an entry. */
  readonly place: number | null
  readonly children: ReactNode
}

function Shell({ label, verdict, place, children, checking, box, onStep, onShow, onClose }: ShellProps) {
  return (
    <article className="card" ref={box} tabIndex={-1} aria-label={label} data-verdict={verdict ?? undefined}>
      <header className="card-bar">
        <button type="button" className="icon-button" onClick={() => onStep(-1)} aria-label="Previous marker">
          ↑
        </button>
        <button type="button" className="icon-button" onClick={() => onStep(1)} aria-label="Next marker">
          ↓
        </button>
        <span className="card-place">{place !== null && `${place + 1} of ${checking.markers.length}`}</span>
        <button type="button" className="text-button" onClick={onShow}>
          {place === null ? 'Show in list' : 'Show in text'}
        </button>
        <button type="button" className="icon-button" onClick={onClose} aria-label="Close the card">
          ✕
        </button>
      </header>
      <div className="card-body">{children}</div>
    </article>
  )
}

/** A part of a card with its title. */
export function Part({ title, children }: { title: ReactNode; children: ReactNode }) {
  return (
    <section className="card-part">
      <h3>{title}</h3>
      <div>{children}</div>
    </section>
  )
}

/** A probability as a bar and in words. */
export function Likely({ probability, what }: { probability: number; what: string }) {
  return (
    <div className="confidence">
      <meter min={0} max={100} value={Math.round(probability * 100)} aria-label={`How likely it is ${what}`} />
      <span>
        {percent(probability)} likely {what}
      </span>
    </div>
  )
}

interface CandidateProps extends Props {
  readonly title: string
  readonly entry: CheckedEntry
  readonly evidence: readonly Evidence[]
  readonly children?: ReactNode
}

function Candidate({ title, entry, evidence, children, text, onChoose }: CandidateProps) {
  return (
    <Part
      title={
        <>
          {title}:{' '}
          <button type="button" className="text-button" onClick={() => onChoose(entry)}>
            entry {entry.call}
          </button>
        </>
      }
    >
      <p className="card-entry" lang={entry.reference.language} dir="auto">
        <EntryWords text={text} entry={entry} evidence={evidence} />
      </p>
      {children}
      {evidence.length === 0 ? (
        <p className="quiet">Nothing speaks for it or against it that can be shown.</p>
      ) : (
        <ul className="evidence">
          {evidence.map((e, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two pieces may be alike, and the list does not change
            <li key={i} data-side={e.side}>
              <span className="evidence-sign" role="img" aria-label={e.side}>
                {e.side === 'for' ? '+' : '−'}
              </span>
              <span>
                {capital(e.why)} <span className="evidence-kind">{EVIDENCE[e.kind]}</span>
              </span>
            </li>
          ))}
        </ul>
      )}
    </Part>
  )
}
