import { type ReactNode, type Ref, useEffect, useState } from 'react'
import type {
  ActorRef,
  Doc,
  PersonRecord,
  Reference,
  Span,
  StatementRecord,
  TimeAnchor,
  Voice,
} from '../../../src/model/index.ts'
import type { ReadingView } from '../../../src/server/wire.ts'
import { linkTo, personAddress, readingAddress, recordAddress } from '../address.ts'
import { citationInWords } from '../words/cite.ts'
import { basisInWords, dateInWords } from '../words/dates.ts'
import { glossOf, quadName, quadOf, spaced } from '../words/names.ts'
import type { Entry } from './entries.ts'
import { Part } from './part.tsx'
import { HeldApart, ToldAgain } from './told-again.tsx'

interface Props {
  readonly doc: Doc
  readonly entry: Entry
  readonly place: readonly [number, number]
  readonly entries: readonly Entry[]
  readonly view: ReadingView
  readonly references: readonly Reference[]
  readonly persons: readonly PersonRecord[]
  readonly box: Ref<HTMLElement>
  readonly onChoose: (entry: Entry) => void
  readonly onDecided: () => void
  readonly onStep: (by: 1 | -1) => void
  readonly onShow: () => void
  readonly onClose: () => void
}

/** Everything that the record holds of one entry, beside the words that it rests on. */
export function Card(props: Props) {
  const { doc, entry, place, box, onStep, onShow, onClose } = props
  const statements = new Map(props.entries.flatMap((e) => (e.kind === 'statement' ? [[e.id, e] as const] : [])))
  const quad = entry.kind === 'event' ? quadOf(entry.record.type) : null
  return (
    <article
      className="card"
      ref={box}
      tabIndex={-1}
      aria-label={entry.kind === 'event' ? `Event: ${entry.record.type}` : 'Statement'}
      data-quad={quad ?? undefined}
      data-kind={entry.kind}
    >
      <header className="card-bar">
        <button type="button" className="icon-button" onClick={() => onStep(-1)} aria-label="Previous entry">
          ↑
        </button>
        <button type="button" className="icon-button" onClick={() => onStep(1)} aria-label="Next entry">
          ↓
        </button>
        <span className="card-place">
          {place[0] + 1} of {place[1]}
        </span>
        <button type="button" className="text-button" onClick={onShow}>
          Show in text
        </button>
        <button type="button" className="icon-button" onClick={onClose} aria-label="Close the card">
          ✕
        </button>
      </header>
      <div className="card-body">
        {entry.kind === 'event' ? <EventHead entry={entry} /> : <StatementHead record={entry.record} />}
        <blockquote className="card-words">{entry.record.citation.exact}</blockquote>
        {entry.kind === 'event' && <Who entry={entry} />}
        <Chain
          doc={doc}
          speakers={entry.record.speakers}
          statements={statements}
          persons={props.persons}
          onChoose={props.onChoose}
          current={entry}
        />
        {entry.kind === 'event' && (
          <>
            <ToldAgain id={entry.id} view={props.view} onDecided={props.onDecided} />
            <HeldApart id={entry.id} view={props.view} onDecided={props.onDecided} />
          </>
        )}
        <Times doc={doc} entry={entry} />
        {entry.record.where != null && (
          <Part title={entry.kind === 'event' ? 'Where' : 'Said in'}>
            <p>
              {entry.record.where.text}
              {entry.record.where.country !== null && <Code>{entry.record.where.country}</Code>}
            </p>
          </Part>
        )}
        {entry.kind === 'statement' && <Holds {...props} record={entry.record} />}
        <RestsOn numbers={entry.record.references} references={props.references} doc={doc} />
        <Part title="Why">
          <p className="why">{entry.record.why}</p>
          {entry.kind === 'event' && <Confidence value={entry.record.confidence} />}
        </Part>
        <CopyCitation doc={doc} entry={entry} />
      </div>
    </article>
  )
}

const Code = ({ children }: { children: ReactNode }) => <span className="code">{children}</span>

function EventHead({ entry }: { entry: Extract<Entry, { kind: 'event' }> }) {
  const { type, mode, status, contexts } = entry.record
  const quad = quadOf(type)
  return (
    <div className="card-head">
      <h2>
        <span className="type-chip" data-quad={quad}>
          {type}
        </span>
        {mode !== null && <span className="mode">{spaced(mode)}</span>}
        <span className="status" data-status={status}>
          {status}
        </span>
      </h2>
      <p className="gloss">
        {quad !== null && <b>{quadName(quad)}. </b>}
        {glossOf(type)}
      </p>
      {contexts.length > 0 && <p className="contexts">{contexts.map(spaced).join(' · ')}</p>}
    </div>
  )
}

const STANCES: Readonly<Record<StatementRecord['stance'], string | null>> = {
  reports: null,
  endorses: 'the outer voice endorses it',
  doubts: 'the outer voice doubts it',
  denies: 'the outer voice denies it',
}

function StatementHead({ record }: { record: StatementRecord }) {
  const stance = STANCES[record.stance]
  return (
    <div className="card-head">
      <h2>
        <span className="type-chip" data-kind="statement">
          statement
        </span>
        <span className="mode">{record.form} speech</span>
        {record.inside !== null && <span className="status">nested</span>}
      </h2>
      {stance !== null && <p className="gloss">{stance}</p>}
    </div>
  )
}

function Who({ entry }: { entry: Extract<Entry, { kind: 'event' }> }) {
  const { actors, recipients } = entry.record
  return (
    <div className="who">
      <Sides title={actors.length > 1 ? 'Actors' : 'Actor'} sides={actors} filter="actor" />
      <span className="who-arrow" aria-hidden="true">
        →
      </span>
      <Sides title={recipients.length > 1 ? 'Recipients' : 'Recipient'} sides={recipients} filter="recipient" />
    </div>
  )
}

interface SidesProps {
  readonly title: string
  readonly sides: readonly { text: string; span: Span | null; actor: ActorRef }[]
  readonly filter: 'actor' | 'recipient'
}

function Sides({ title, sides, filter }: SidesProps) {
  return (
    <section className="sides">
      <h3>{title}</h3>
      {sides.length === 0 ? (
        <p className="quiet">not named</p>
      ) : (
        <ul>
          {sides.map((side, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two sides may be alike, and the list does not change
            <li key={i}>
              <a {...linkTo(recordAddress('events', { [filter]: side.actor.name }))} title="All events with this side">
                {side.actor.name}
              </a>
              <ActorCodes actor={side.actor} />
              {side.text !== side.actor.name && (
                <span className="side-words">{side.span === null ? 'understood' : `“${side.text}”`}</span>
              )}
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

function ActorCodes({ actor }: { actor: ActorRef }) {
  const code = [actor.code, actor.sector].filter((part) => part !== null).join(' ')
  if (code === '') return null
  return (
    <span className="code" title={`${actor.kind}${actor.sector === null ? '' : `, sector ${actor.sector}`}`}>
      {code}
    </span>
  )
}

/** The offices that the document gives a person, and the way to the person across documents. */
function Offices({ of, persons }: { of: string; persons: readonly PersonRecord[] }) {
  const person = persons.find((p) => p.name === of)
  if (person === undefined) return null
  const titles = [...new Set(person.offices.map((o) => o.title))]
  return (
    <p className="quiet">
      <a {...linkTo(personAddress(person.id))}>{titles.join('; ') || 'no office told'}</a>
    </p>
  )
}

interface ChainProps {
  readonly doc: Doc
  readonly speakers: readonly Voice[]
  readonly persons: readonly PersonRecord[]
  readonly statements: ReadonlyMap<string, Extract<Entry, { kind: 'statement' }>>
  readonly onChoose: (entry: Entry) => void
  readonly current: Entry
}

/** Who says so: the author, whom the author lets speak, whom that one quotes, each with the words. */
function Chain({ doc, speakers, persons, statements, onChoose, current }: ChainProps) {
  return (
    <Part title="According to">
      <ol className="chain">
        {speakers.map((voice, i) => {
          const statement = voice.statement === null ? undefined : statements.get(voice.statement)
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: a chain is an order, and one may stand in it twice
            <li key={i}>
              <p className="voice">
                {voice.actor !== null && voice.actor.name !== voice.text ? (
                  <>
                    {voice.actor.name} <span className="side-words">“{voice.text}”</span>
                  </>
                ) : (
                  voice.text
                )}
                {voice.actor !== null && <ActorCodes actor={voice.actor} />}
                {i === 0 && <span className="voice-part">author</span>}
              </p>
              {voice.actor?.kind === 'person' && <Offices of={voice.actor.name} persons={persons} />}
              {statement !== undefined && statement !== current && (
                <button type="button" className="voice-words" onClick={() => onChoose(statement)}>
                  <WordsOf doc={doc} record={statement.record} />
                </button>
              )}
              {statement !== undefined && statement === current && (
                <p className="voice-words">
                  <WordsOf doc={doc} record={statement.record} />
                </p>
              )}
              {i === 0 && speakers.length === 1 && <p className="quiet">in the author’s own words</p>}
            </li>
          )
        })}
      </ol>
    </Part>
  )
}

function WordsOf({ doc, record }: { doc: Doc; record: StatementRecord }) {
  const content = record.content.map((span) => doc.text.slice(span.start, span.end)).join(' … ')
  return (
    <>
      {record.cue !== null && <i>{doc.text.slice(record.cue.start, record.cue.end)} </i>}
      {content}
    </>
  )
}

function Times({ doc, entry }: { doc: Doc; entry: Entry }) {
  const words = (span: Span): string => doc.text.slice(span.start, span.end)
  const rows: readonly (readonly [string, TimeAnchor])[] =
    entry.kind === 'event'
      ? [
          ['Happened', entry.record.when],
          ['Said', entry.record.said],
          ['Published', entry.record.published],
        ]
      : [['Said', entry.record.said]]
  return (
    <Part title="When">
      <dl className="times">
        {rows.map(([name, time]) => (
          <div key={name} data-kind={time.kind}>
            <dt>{name}</dt>
            <dd>
              <span className="time-value">{time.value === null ? 'unknown' : dateInWords(time.value)}</span>
              <span className="time-basis">{basisInWords(time, words)}</span>
            </dd>
          </div>
        ))}
      </dl>
    </Part>
  )
}

/** What stands inside a statement: the events it tells and the statements it quotes; and whom it was said to. */
function Holds({ doc, record, entries, onChoose }: Props & { record: StatementRecord }) {
  const held = entries.filter((e) => (e.kind === 'event' ? e.record.statement : e.record.inside) === record.id)
  return (
    <>
      {record.addressee !== null && (
        <Part title="Said to">
          <p>{doc.text.slice(record.addressee.start, record.addressee.end)}</p>
        </Part>
      )}
      {held.length > 0 && (
        <Part title="Tells of">
          <ul className="held">
            {held.map((entry) => (
              <li key={entry.id}>
                <button type="button" className="text-button" onClick={() => onChoose(entry)}>
                  <span
                    className={entry.kind === 'event' ? 'dot' : 'dot statement'}
                    data-quad={entry.kind === 'event' ? quadOf(entry.record.type) : undefined}
                    aria-hidden="true"
                  />
                  {entry.kind === 'event' ? entry.record.type : `what ${entry.record.speakers.at(-1)?.text} said`}
                </button>
              </li>
            ))}
          </ul>
        </Part>
      )}
    </>
  )
}

function RestsOn({
  numbers,
  references,
  doc,
}: {
  numbers: readonly number[]
  references: readonly Reference[]
  doc: Doc
}) {
  if (numbers.length === 0) return null
  return (
    <Part title="Rests on">
      <ul className="rests-on">
        {numbers.map((number) => {
          const reference = references.find((r) => r.number === number)
          return (
            <li key={number}>
              <span className="code">[{number}]</span>{' '}
              {reference === undefined ? (
                <span className="quiet">not in the document’s list</span>
              ) : (
                doc.text.slice(reference.span.start, reference.span.end).replace(/^\s*\[?\d+[\].)]*\s*/u, '')
              )}
            </li>
          )
        })}
      </ul>
    </Part>
  )
}

function Confidence({ value }: { value: number }) {
  const percent = Math.round(value * 100)
  return (
    <div className="confidence">
      <meter min={0} max={100} value={percent} aria-label="Confidence" />
      <span>confidence {percent} %</span>
    </div>
  )
}

function CopyCitation({ doc, entry }: { doc: Doc; entry: Entry }) {
  const [told, setTold] = useState<'no' | 'copied' | 'refused'>('no')
  // biome-ignore lint/correctness/useExhaustiveDependencies: another entry was not copied yet
  useEffect(() => setTold('no'), [entry.id])
  const text = citationInWords(doc, entry.record.citation, window.location.origin + readingAddress(doc.id, entry.id))
  return (
    <div className="cite">
      <button
        type="button"
        className="button"
        onClick={() =>
          navigator.clipboard.writeText(text).then(
            () => setTold('copied'),
            () => setTold('refused'),
          )
        }
      >
        Copy citation
      </button>
      <span className="quiet" aria-live="polite">
        {told === 'copied' && 'Copied.'}
        {told === 'refused' && 'The browser did not allow it; copy it from here:'}
      </span>
      {told === 'refused' && <p className="cite-text">{text}</p>}
    </div>
  )
}
