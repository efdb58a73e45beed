import { memo, type ReactNode, useMemo } from 'react'
import type { Doc, Marker, Reference, Span } from '../../../src/model/index.ts'
import { quadOf } from '../words/names.ts'
import { Blocks, type BlockView, Frame, meets } from './blocks.tsx'
import { type Entry, type Role, rolesOf } from './entries.ts'
import { lanesOf, type Mark, type Segment, segmentsOf } from './segments.ts'

/** What a stretch of text is marked for. */
type Drawn =
  | { readonly as: 'entry'; readonly entry: Entry }
  | { readonly as: 'trigger'; readonly entry: Entry }
  | { readonly as: 'role'; readonly role: Role }
  | { readonly as: 'marker'; readonly marker: Marker }
  | { readonly as: 'passage' }

interface TextProps {
  readonly doc: Doc
  readonly blocks: readonly BlockView[]
  readonly chosen: Entry | null
  /** Words to go to that are no entry's; else one goes to the chosen entry's. */
  readonly passage: Span | null
  readonly references: readonly Reference[]
  /** Whether the text begins with its own title, which is then the page's. */
  readonly titled: boolean
  /** Called with the entries under a click, the innermost first. */
  readonly onChoose: (under: readonly Entry[]) => void
}

/** The document's text, its blocks as what they are and its entries drawn over them. */
export function Text({ doc, blocks, chosen, passage, references, titled, onChoose }: TextProps) {
  const byNumber = useMemo(() => new Map(references.map((r) => [r.id, r])), [references])
  const entries = useMemo(() => new Map(blocks.flatMap((b) => b.entries).map((e) => [e.id, e])), [blocks])
  const first = (passage ?? chosen?.spans[0])?.start ?? null
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: j, k, Enter and the list of entries do the same by keyboard
    // biome-ignore lint/a11y/noStaticElementInteractions: as above
    <div
      className="text"
      lang={doc.language}
      onClick={(event) => {
        if (window.getSelection()?.isCollapsed === false) return
        const ids = (event.target as HTMLElement).closest<HTMLElement>('[data-entries]')?.dataset.entries?.split(' ')
        const under = (ids ?? []).flatMap((id) => entries.get(id) ?? [])
        if (under.length > 0) onChoose(under)
      }}
    >
      <Blocks blocks={blocks}>
        {(view) => (
          <TextBlock
            key={view.index}
            view={view}
            text={doc.text}
            chosen={chosen !== null && view.entries.includes(chosen) ? chosen : null}
            passage={passage !== null && meets(passage, view.block.span) ? passage : null}
            first={first !== null && holds(view, first) ? first : null}
            references={byNumber}
            titled={titled}
          />
        )}
      </Blocks>
    </div>
  )
}

const holds = ({ block }: BlockView, at: number): boolean => block.span.start <= at && at < block.span.end

interface BlockProps {
  readonly view: BlockView
  readonly text: string
  readonly chosen: Entry | null
  readonly passage: Span | null
  /** Where the words begin that one goes to. */
  readonly first: number | null
  readonly references: ReadonlyMap<string, Reference>
  readonly titled: boolean
}

const TextBlock = memo(function TextBlock({ view, text, chosen, passage, first, references, titled }: BlockProps) {
  const content = useMemo(
    () => drawn(view, text, chosen, passage, first, references),
    [view, text, chosen, passage, first, references],
  )
  return (
    <Frame view={view} text={text} titled={titled}>
      {content}
    </Frame>
  )
})

function drawn(
  view: BlockView,
  text: string,
  chosen: Entry | null,
  passage: Span | null,
  first: number | null,
  references: ReadonlyMap<string, Reference>,
): ReactNode[] {
  const lines = view.entries.flatMap((entry) =>
    entry.spans.map((span): Mark<Drawn> => ({ span, of: { as: 'entry', entry } })),
  )
  const lanes = lanesOf(lines.filter(({ span }) => meets(span, view.block.span)))
  const marks: Mark<Drawn>[] = [
    ...lines,
    ...view.entries.flatMap((entry) =>
      entry.kind === 'event' ? [{ span: entry.record.trigger, of: { as: 'trigger', entry } as const }] : [],
    ),
    ...(chosen === null ? [] : rolesOf(chosen).map(([role, span]) => ({ span, of: { as: 'role', role } as const }))),
    ...(passage === null ? [] : [{ span: passage, of: { as: 'passage' } as const }]),
    ...view.markers.map((marker) => ({ span: marker.span, of: { as: 'marker', marker } as const })),
  ]
  return segmentsOf(view.block.span, marks).map((segment) => (
    <Piece
      key={segment.start}
      segment={segment}
      text={text}
      chosen={chosen}
      isFirst={segment.start === first}
      lanes={lanes}
      references={references}
    />
  ))
}

interface PieceProps {
  readonly segment: Segment<Drawn>
  readonly text: string
  readonly chosen: Entry | null
  readonly isFirst: boolean
  readonly lanes: ReadonlyMap<Mark<Drawn>, number>
  readonly references: ReadonlyMap<string, Reference>
}

const LANES = 4
const tintOf = (entry: Entry): string =>
  entry.kind === 'statement' ? 'var(--statement)' : `var(--quad-${quadOf(entry.record.type) ?? 'none'})`

function Piece({ segment, text, chosen, isFirst, lanes, references }: PieceProps) {
  const words = text.slice(segment.start, segment.end)
  if (segment.marks.length === 0) return words
  const entries: Entry[] = []
  const triggers: Entry[] = []
  const roles: Role[] = []
  let marker: Marker | null = null
  let inPassage = false
  const lines: (readonly [lane: number, entry: Entry])[] = []
  for (const mark of segment.marks) {
    const { of } = mark
    if (of.as === 'entry') {
      entries.push(of.entry)
      lines.push([Math.min(lanes.get(mark) ?? 0, LANES - 1), of.entry])
    } else if (of.as === 'trigger') triggers.push(of.entry)
    else if (of.as === 'role') roles.push(of.role)
    else if (of.as === 'passage') inPassage = true
    else marker = of.marker
  }
  const under = [...new Set([...triggers, ...entries])]
  const trigger = triggers[0] ?? null
  const inChosen = chosen !== null && under.includes(chosen)
  const classes = [
    'piece',
    trigger === null ? '' : 'trigger',
    inChosen ? 'chosen' : '',
    inPassage ? 'passage' : '',
    ...roles.map((role) => `role-${role}`),
  ]
  const inner = marker === null ? words : <MarkerLink marker={marker} words={words} references={references} />
  return (
    <span
      className={classes.filter(Boolean).join(' ')}
      data-entries={under.length === 0 ? undefined : under.map((entry) => entry.id).join(' ')}
      data-first={isFirst ? '' : undefined}
      tabIndex={isFirst ? -1 : undefined}
      style={{
        ...strokes(lines, chosen),
        ...(trigger === null ? {} : { ['--tint' as string]: tintOf(trigger) }),
        ...(inChosen ? { ['--wash' as string]: tintOf(chosen) } : {}),
      }}
    >
      {inner}
    </span>
  )
}

/** Room below the text for the lines, as `.piece` has it in reading.css. */
const ROOM = '9px'

/**
 * The paint behind a piece: a fill (`--fill`, set by its classes) over the words, and one line below them for each
 * entry, solid for events, dotted for statements, stronger for the chosen one.
 */
function strokes(lines: readonly (readonly [number, Entry])[], chosen: Entry | null): Record<string, string> {
  const layers = lines.map(([lane, entry]) => {
    const colour = entry === chosen ? tintOf(entry) : `color-mix(in srgb, ${tintOf(entry)} 55%, transparent)`
    const dotted = entry.kind === 'statement'
    return {
      image: dotted
        ? `linear-gradient(90deg, ${colour} 60%, transparent 60%)`
        : `linear-gradient(${colour}, ${colour})`,
      size: dotted ? '4px 1.5px' : '100% 1.5px',
      position: `0 calc(100% - ${(LANES - 1 - lane) * 3}px)`,
      repeat: dotted ? 'repeat-x' : 'no-repeat',
    }
  })
  layers.push({
    image: 'linear-gradient(var(--fill), var(--fill))',
    size: `100% calc(100% - ${ROOM})`,
    position: '0 0',
    repeat: 'no-repeat',
  })
  const joined = (part: 'image' | 'size' | 'position' | 'repeat'): string => layers.map((l) => l[part]).join(', ')
  return {
    backgroundImage: joined('image'),
    backgroundSize: joined('size'),
    backgroundPosition: joined('position'),
    backgroundRepeat: joined('repeat'),
  }
}

function MarkerLink({
  marker,
  words,
  references,
}: {
  marker: Marker
  words: string
  references: ReadonlyMap<string, Reference>
}) {
  const reference = marker.entry === null ? undefined : references.get(marker.entry)
  if (reference === undefined)
    return (
      <span className="marker lost" title={`The list has no entry ${marker.number}`}>
        {words}
      </span>
    )
  return (
    <a
      className="marker"
      href={`#reference-${reference.id}`}
      title={reference.fields.title?.value ?? `Reference ${marker.number}`}
      onClick={(event) => {
        event.preventDefault()
        event.stopPropagation()
        document.getElementById(`reference-${reference.id}`)?.scrollIntoView({ block: 'center' })
      }}
    >
      {words}
    </a>
  )
}
