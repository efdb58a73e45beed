import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { ListFinding } from '../../../src/model/index.ts'
import type { ReferencesView } from '../../../src/server/wire.ts'
import { go, referencesAddress } from '../address.ts'
import { answer, server } from '../api.ts'
import { useLoaded } from '../loaded.ts'
import { Masthead } from '../reading/masthead.tsx'
import { useKeys } from '../shell/keys.ts'
import { Failed, Loading } from '../shell/states.tsx'
import { useTitle } from '../shell/title.ts'
import { counted, titleOfDoc } from '../words/names.ts'
import { EntryCard, MarkerCard } from './card.tsx'
import { alarmsOf, type CheckedEntry, type CheckedMarker, checkingOf, linksOf, markerInWords } from './checking.ts'
import { LinkLines } from './lines.tsx'
import { EntryColumn } from './list.tsx'
import { Overview } from './overview.tsx'
import { CheckedText } from './text.tsx'

/** A document's references, checked: its list beside its text, and what is said of the chosen marker or of the whole. */
export function ReferencesRoom({ id, at }: { id: string; at: string | null }) {
  const [loaded, again] = useLoaded(() => answer(server.api.documents[':id'].references.$get({ param: { id } })), [id])
  useTitle(
    loaded.state === 'ready' ? `References of ${titleOfDoc((loaded.value as ReferencesView).doc)}` : 'References',
  )
  if (loaded.state === 'loading') return <Loading what="Opening the references …" />
  if (loaded.state === 'failed') return <Failed error={loaded.error} again={again} />
  return <References view={loaded.value as ReferencesView} at={at} />
}

type Item = CheckedMarker | CheckedEntry

/** The element of a marker in the text. */
const markerIn = (page: HTMLElement | null, id: string): HTMLElement | null =>
  page?.querySelector<HTMLElement>(`.text [data-marker="${CSS.escape(id)}"]`) ?? null

/** Moves an entry into the part of the list that is seen, and not the page. */
function showEntry(list: HTMLElement | null, id: string | undefined): void {
  const entry = id === undefined ? null : list?.querySelector<HTMLElement>(`[data-entry="${CSS.escape(id)}"]`)
  if (list === null || entry == null) return
  const top = entry.offsetTop - list.offsetTop
  const seen = top >= list.scrollTop && top + entry.offsetHeight <= list.scrollTop + list.clientHeight
  if (!seen) list.scrollTop = top - list.clientHeight / 3
}

function References({ view, at }: { view: ReferencesView; at: string | null }) {
  const { doc, references, judgement } = view
  const checking = useMemo(() => checkingOf(view), [view])
  const alarms = useMemo(() => alarmsOf(checking), [checking])
  const chosen = useMemo(() => checking.find(at), [checking, at])
  const [looked, look] = useState<Item | null>(null)
  const [explanation, setExplanation] = useState(0)
  const [open, setOpen] = useState<'list' | 'overview' | null>(null)
  const page = useRef<HTMLDivElement>(null)
  const list = useRef<HTMLOListElement>(null)
  const card = useRef<HTMLElement>(null)
  /** Whether the text should move to the chosen marker: not when one clicked on it there. */
  const moves = useRef(true)
  const links = useMemo(() => linksOf(looked ?? chosen), [looked, chosen])

  const choose = useCallback(
    (item: Item | null, move = true) => {
      moves.current = move
      setOpen(null)
      look(null)
      go(referencesAddress(doc.id, item?.id ?? null), 'replace')
    },
    [doc.id],
  )
  const show = useCallback((item: Item | null, focus: boolean) => {
    if (item === null) return
    const element =
      item.as === 'marker'
        ? markerIn(page.current, item.id)
        : (list.current?.querySelector<HTMLElement>(`[data-entry="${CSS.escape(item.id)}"] .checked-words`) ?? null)
    if (item.as === 'marker') element?.scrollIntoView({ block: 'center' })
    else showEntry(list.current, item.id)
    if (focus) element?.focus({ preventScroll: true })
  }, [])
  const clicked = useCallback(
    (marker: CheckedMarker) => (marker === chosen ? card.current?.focus() : choose(marker, false)),
    [chosen, choose],
  )
  const step = useCallback(
    (among: readonly CheckedMarker[], by: 1 | -1) => {
      const next = stepped(checking.markers, among, chosen, by)
      if (next !== undefined) choose(next)
    },
    [checking, chosen, choose],
  )
  const showFinding = (finding: ListFinding, place: number): void => {
    const item = checking.find(finding.marker ?? finding.entry)
    if (item !== null) {
      choose(item)
      return
    }
    setOpen(null)
    const words = page.current?.querySelector<HTMLElement>(`[data-finding="${place}"]`)
    words?.scrollIntoView({ block: 'center' })
    words?.focus({ preventScroll: true })
  }
  useEffect(() => {
    if (chosen === null) return
    card.current?.querySelector('.card-body')?.scrollTo(0, 0)
    const [first, second] = linksOf(chosen)
    showEntry(list.current, chosen.as === 'entry' ? chosen.id : (second ?? first)?.entry)
    if (moves.current && chosen.as === 'marker') show(chosen, false)
    moves.current = true
  }, [chosen, show])

  const inCard = (): boolean => card.current?.contains(document.activeElement) ?? false
  const toCard = (event: KeyboardEvent): void => {
    if (chosen === null || inCard() || (event.target as HTMLElement).matches('button, a, summary')) return
    event.preventDefault()
    card.current?.focus()
  }
  const outwards = (): void => {
    if (open !== null) setOpen(null)
    else if (inCard()) show(chosen, true)
    else if (chosen !== null) choose(null)
  }
  useKeys({
    j: () => step(checking.markers, 1),
    k: () => step(checking.markers, -1),
    n: () => step(alarms, 1),
    p: () => step(alarms, -1),
    Enter: toCard,
    Escape: outwards,
  })

  const shared = {
    text: doc.text,
    language: doc.language,
    checking,
    box: card,
    onChoose: choose,
    onStep: (by: 1 | -1) => step(checking.markers, by),
    onShow: () => {
      if (chosen?.as === 'entry') setOpen('list')
      requestAnimationFrame(() => show(chosen, true))
    },
    onClose: () => choose(null),
  }
  return (
    <div
      className="reading checking"
      ref={page}
      data-card={chosen !== null || open === 'overview' || undefined}
      data-list={open === 'list' || undefined}
    >
      <aside className="side side-list" aria-label="The list of references">
        <header className="side-head">
          <h2>{counted(references.length, 'entry', 'entries')}</h2>
          <button
            type="button"
            className="icon-button list-close"
            aria-label="Close the list"
            onClick={() => setOpen(null)}
          >
            ✕
          </button>
        </header>
        {references.length === 0 ? (
          <p className="quiet side-empty">No list of references was found in this text.</p>
        ) : (
          <EntryColumn
            text={doc.text}
            checking={checking}
            chosen={chosen}
            links={links}
            box={list}
            onChoose={choose}
            onLook={look}
          />
        )}
      </aside>
      <div className="page">
        <Masthead doc={doc} here="references" alarms={alarms.length}>
          <p className="byline quiet">
            {counted(references.length, 'entry', 'entries')} · {counted(checking.markers.length, 'marker')}
          </p>
        </Masthead>
        <CheckedText
          doc={doc}
          references={references}
          checking={checking}
          findings={judgement.findings}
          chosen={chosen}
          onChoose={clicked}
          onLook={look}
        />
      </div>
      <aside className="side side-card" aria-label="What is said of the references">
        {chosen?.as === 'marker' && <MarkerCard {...shared} checked={chosen} />}
        {chosen?.as === 'entry' && <EntryCard {...shared} entry={chosen} />}
        {chosen === null && (
          <Overview
            view={view}
            checking={checking}
            lost={at !== null}
            explanation={explanation}
            onExplanation={setExplanation}
            onChoose={choose}
            onFinding={showFinding}
            onClose={() => setOpen(null)}
          />
        )}
      </aside>
      <div className="toggles">
        {references.length > 0 && (
          <button type="button" className="list-toggle" aria-expanded={open === 'list'} onClick={() => setOpen('list')}>
            {counted(references.length, 'entry', 'entries')}
          </button>
        )}
        <button
          type="button"
          className="overview-toggle"
          aria-expanded={open === 'overview'}
          onClick={() => setOpen('overview')}
        >
          {alarms.length === 0 ? 'Overview' : `${alarms.length} to check`}
        </button>
      </div>
      <LinkLines links={links} list={list} />
      <output className="heard" aria-live="polite">
        {chosen?.as === 'marker' &&
          `${checking.markers.indexOf(chosen) + 1} of ${checking.markers.length}: ${markerInWords(chosen, checking)}`}
        {chosen?.as === 'entry' && `entry ${chosen.call}`}
      </output>
    </div>
  )
}

/** The next of some markers after the chosen one in the order of the text, or the one before it; from nothing the first or the last. */
function stepped(
  order: readonly CheckedMarker[],
  among: readonly CheckedMarker[],
  chosen: Item | null,
  by: 1 | -1,
): CheckedMarker | undefined {
  const here = chosen?.as === 'marker' ? order.indexOf(chosen) : by > 0 ? -1 : order.length
  const places = new Map(order.map((marker, i) => [marker, i]))
  return by > 0 ? among.find((m) => places.get(m)! > here) : among.findLast((m) => places.get(m)! < here)
}
