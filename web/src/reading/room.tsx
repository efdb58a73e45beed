import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { ReadingView } from '../../../src/server/wire.ts'
import { go, linkTo, readingAddress, recordAddress } from '../address.ts'
import { answer, server } from '../api.ts'
import { useLoaded } from '../loaded.ts'
import { useKeys } from '../shell/keys.ts'
import { Failed, Loading } from '../shell/states.tsx'
import { useTitle } from '../shell/title.ts'
import { counted, QUADS, titleOfDoc } from '../words/names.ts'
import { blockViews } from './blocks.tsx'
import { Card } from './card.tsx'
import { type Entry, entriesOf } from './entries.ts'
import { EntryList, entryInWords } from './entry-list.tsx'
import { beginsWithTitle, Masthead } from './masthead.tsx'
import { placeOf } from './place.ts'
import { Text } from './text.tsx'
import { useBlocksInView } from './use-blocks-in-view.ts'

/** One document, read: the text in the middle, its entries on one side, the chosen one's card on the other. */
export function ReadingRoom({ id, entry }: { id: string; entry: string | null }) {
  const [loaded, again] = useLoaded(() => answer(server.api.documents[':id'].$get({ param: { id } })), [id])
  useTitle(loaded.state === 'ready' ? titleOfDoc((loaded.value as ReadingView).doc) : 'Reading')
  if (loaded.state === 'loading') return <Loading what="Opening the document …" />
  if (loaded.state === 'failed') return <Failed error={loaded.error} again={again} />
  return <Reading view={loaded.value as ReadingView} at={entry} again={again} />
}

function Reading({ view, at, again }: { view: ReadingView; at: string | null; again: () => void }) {
  const { doc, references, markers } = view
  const entries = useMemo(() => entriesOf(view.events, view.statements), [view])
  const blocks = useMemo(() => blockViews(doc, entries, markers, references), [doc, entries, markers, references])
  const titled = beginsWithTitle(doc)
  const { entry: chosen, passage } = useMemo(() => placeOf(view, entries, at), [view, entries, at])
  const place = useMemo(() => (chosen === null ? -1 : entries.indexOf(chosen)), [entries, chosen])
  const [listOpen, setListOpen] = useState(false)
  const card = useRef<HTMLElement>(null)
  const page = useRef<HTMLDivElement>(null)
  /** Whether the text should move to the chosen entry: not when one clicked on it there. */
  const moves = useRef(true)
  const inView = useEntriesInView(page, blocks, entries)

  const choose = useCallback(
    (entry: Entry | null, move = true) => {
      moves.current = move
      setListOpen(false)
      go(readingAddress(doc.id, entry?.id ?? null), 'replace')
    },
    [doc.id],
  )
  const step = useCallback(
    (by: 1 | -1) => {
      const from = place >= 0 ? place : by > 0 ? (inView?.[0] ?? 0) - 1 : (inView?.[1] ?? entries.length - 1) + 1
      const next = entries[from + by]
      if (next !== undefined) choose(next)
    },
    [place, entries, inView, choose],
  )
  const show = useCallback((focus: boolean) => {
    const first = page.current?.querySelector<HTMLElement>('[data-first]')
    first?.scrollIntoView({ block: 'center' })
    if (focus) first?.focus({ preventScroll: true })
  }, [])
  const chooseUnder = useCallback(
    (under: readonly Entry[]) => {
      const here = chosen === null ? -1 : under.indexOf(chosen)
      choose(under[(here + 1) % under.length]!, false)
    },
    [chosen, choose],
  )
  // biome-ignore lint/correctness/useExhaustiveDependencies: when another place is gone to, not when the same is loaded again
  useEffect(() => {
    if (chosen === null) return
    card.current?.querySelector('.card-body')?.scrollTo(0, 0)
    if (moves.current) show(false)
    moves.current = true
  }, [at])

  const inCard = (): boolean => card.current?.contains(document.activeElement) ?? false
  const toCard = (event: KeyboardEvent): void => {
    if (chosen === null || inCard() || (event.target as HTMLElement).matches('button, a, summary')) return
    event.preventDefault()
    card.current?.focus()
  }
  const outwards = (): void => {
    if (listOpen) setListOpen(false)
    else if (inCard()) show(true)
    else if (chosen !== null) choose(null)
  }
  useKeys({ j: () => step(1), k: () => step(-1), Enter: toCard, Escape: outwards })

  return (
    <div className="reading" ref={page} data-card={chosen !== null || undefined} data-list={listOpen || undefined}>
      <aside className="side side-list" aria-label="Entries in the order of the text">
        <header className="side-head">
          <h2>{counted(entries.length, 'entry', 'entries')}</h2>
          <button
            type="button"
            className="icon-button list-close"
            aria-label="Close the list"
            onClick={() => setListOpen(false)}
          >
            ✕
          </button>
        </header>
        {entries.length === 0 ? (
          <p className="quiet side-empty">
            Nothing in this text was read as an event or a statement. Problems, if any, stand above the text.
          </p>
        ) : (
          <EntryList entries={entries} chosen={chosen} inView={inView} onChoose={choose} />
        )}
      </aside>
      <div className="page">
        {at !== null && chosen === null && (
          <p className="lost" role="alert">
            This address names an entry that the document no longer has.
          </p>
        )}
        <Masthead doc={doc} here="text" alarms={view.alarms}>
          <Facts view={view} />
        </Masthead>
        <Text
          doc={doc}
          blocks={blocks}
          chosen={chosen}
          passage={passage}
          references={references}
          titled={titled}
          onChoose={chooseUnder}
        />
      </div>
      <aside className="side side-card" aria-label="The chosen entry">
        {chosen === null ? (
          <Hint empty={entries.length === 0} />
        ) : (
          <Card
            doc={doc}
            entry={chosen}
            place={[place, entries.length]}
            entries={entries}
            view={view}
            references={references}
            persons={view.persons}
            box={card}
            onChoose={choose}
            onDecided={() => {
              go(readingAddress(doc.id, chosen.id), 'replace')
              again()
            }}
            onStep={step}
            onShow={() => show(true)}
            onClose={() => choose(null)}
          />
        )}
      </aside>
      {entries.length > 0 && (
        <button type="button" className="list-toggle" aria-expanded={listOpen} onClick={() => setListOpen(!listOpen)}>
          {counted(entries.length, 'entry', 'entries')}
        </button>
      )}
      <output className="heard" aria-live="polite">
        {chosen === null ? '' : `${place + 1} of ${entries.length}: ${entryInWords(chosen)}`}
      </output>
    </div>
  )
}

/** First and last entry of the blocks in view, as indices into the entries. */
function useEntriesInView(
  page: React.RefObject<HTMLElement | null>,
  blocks: ReturnType<typeof blockViews>,
  entries: readonly Entry[],
): readonly [number, number] | null {
  const seen = useBlocksInView(page, blocks.length)
  return useMemo(() => {
    if (seen === null) return null
    const order = new Map(entries.map((entry, i) => [entry, i]))
    let [first, last] = [entries.length, -1]
    for (const view of blocks.slice(seen[0], seen[1] + 1))
      for (const entry of view.entries) {
        const i = order.get(entry)!
        first = Math.min(first, i)
        last = Math.max(last, i)
      }
    return last < 0 ? null : [first, last]
  }, [seen, blocks, entries])
}

/** '89 events', or '84 events in 92 tellings' where some are told more than once. */
function eventsInWords({ events, happenings }: ReadingView): string {
  const all = happenings.flatMap((h) => h.tellings)
  const again = all.filter((t) => t.kind === 'event').length - happenings.length
  const tellings = events.length + all.filter((t) => t.kind === 'recall').length
  const told = counted(events.length - again, 'event')
  return happenings.length === 0 ? told : `${told} in ${counted(tellings, 'telling')}`
}

function Facts({ view }: { view: ReadingView }) {
  const { doc } = view
  return (
    <>
      <p className="byline quiet">
        {doc.origin.uri} · <a {...linkTo(recordAddress('events', { doc: doc.id }))}>{eventsInWords(view)}</a>
        {' · '}
        <a {...linkTo(recordAddress('statements', { doc: doc.id }))}>{counted(view.statements.length, 'statement')}</a>
        {view.references.length > 0 && ` · ${counted(view.references.length, 'reference')}`}
      </p>
      {view.problems.length > 0 && (
        <details className="problem-box">
          <summary>{counted(view.problems.length, 'problem')}</summary>
          <ul className="problems">
            {view.problems.map((problem) => (
              <li key={`${problem.code} ${problem.span?.start} ${problem.message}`}>
                {problem.message} <code>{problem.code}</code>
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  )
}

function Hint({ empty }: { empty: boolean }) {
  return (
    <div className="hint">
      {!empty && (
        <p>
          Choose a marked word to see who did what to whom, and who says so. Or press <kbd>j</kbd> for the next entry.
        </p>
      )}
      <ul className="hint-legend">
        {QUADS.map(([quad, name]) => (
          <li key={quad}>
            <span className="swatch" data-quad={quad}>
              word
            </span>{' '}
            {name}
          </li>
        ))}
        <li>
          <span className="swatch statement">words</span> a statement: what somebody said
        </li>
      </ul>
    </div>
  )
}
