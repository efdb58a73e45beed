import { memo, type ReactNode, useMemo } from 'react'
import type { Doc, ListFinding, Reference, Span } from '../../../src/model/index.ts'
import { Blocks, type BlockView, blockViews, Frame, meets } from '../reading/blocks.tsx'
import { beginsWithTitle } from '../reading/masthead.tsx'
import { type Mark, type Segment, segmentsOf } from '../reading/segments.ts'
import { VERDICTS } from '../words/verdicts.ts'
import { type CheckedEntry, type CheckedMarker, type Checking, markerInWords } from './checking.ts'
import { partsOf } from './parts.ts'

/** What a stretch of text is marked for. */
type Drawn =
  | { readonly as: 'markers'; readonly markers: readonly CheckedMarker[] }
  | { readonly as: 'claim' }
  | { readonly as: 'evidence'; readonly side: 'for' | 'against' }
  | { readonly as: 'finding'; readonly finding: ListFinding; readonly place: number }

interface Props {
  readonly doc: Doc
  readonly references: readonly Reference[]
  readonly checking: Checking
  readonly findings: readonly ListFinding[]
  readonly chosen: CheckedMarker | CheckedEntry | null
  readonly onChoose: (marker: CheckedMarker) => void
  /** Called with the marker under the pointer or the focus, and with null when it is left. */
  readonly onLook: (marker: CheckedMarker | null) => void
}

const nothing: readonly Mark<Drawn>[] = []

/** The document's text without its list, each marker with its verdict; the chosen one's claim and what speaks for and against it are marked. */
export function CheckedText({ doc, references, checking, findings, chosen, onChoose, onLook }: Props) {
  const blocks = useMemo(() => proseOf(doc, references, checking), [doc, references, checking])
  const lasting = useMemo(() => lastingMarks(checking, findings), [checking, findings])
  const passing = useMemo(() => passingMarks(chosen, lasting), [chosen, lasting])
  const titled = beginsWithTitle(doc)
  const settled = useMemo(() => new Map(blocks.map((view) => [view, marksIn(lasting, view)])), [blocks, lasting])
  return (
    <div className="text" lang={doc.language}>
      <Blocks blocks={blocks}>
        {(view) => {
          const passes = marksIn(passing, view)
          return (
            <Frame key={view.index} view={view} text={doc.text} titled={titled}>
              <Content
                span={view.block.span}
                text={doc.text}
                lasting={settled.get(view)!}
                passing={passes}
                chosen={chosen !== null && (passes !== nothing || chosen.as === 'entry') ? chosen : null}
                checking={checking}
                onChoose={onChoose}
                onLook={onLook}
              />
            </Frame>
          )
        }}
      </Blocks>
    </div>
  )
}

/** The marks that touch a block; always the same value where none does. */
function marksIn(marks: readonly Mark<Drawn>[], { block }: BlockView): readonly Mark<Drawn>[] {
  const some = marks.filter(({ span }) => meets(span, block.span))
  return some.length === 0 ? nothing : some
}

/** The blocks that are no entries of the list; entries that are links in the text stay. */
function proseOf(doc: Doc, references: readonly Reference[], { markers }: Checking): BlockView[] {
  const inText = new Set(markers.map(({ marker }) => marker.span.start))
  const listed = references.filter(({ span }) => !inText.has(span.start))
  return blockViews(doc, [], [], listed).filter(({ reference }) => reference === null)
}

/** Marks that stand whatever is chosen. */
function lastingMarks({ markers }: Checking, findings: readonly ListFinding[]): Mark<Drawn>[] {
  const groups = Map.groupBy(markers, ({ marker }) => marker.span.start)
  const stretches = [...groups.values()].map(
    (group): Mark<Drawn> => ({ span: group[0]!.marker.span, of: { as: 'markers', markers: group } }),
  )
  const bare = findings.flatMap((finding, place): Mark<Drawn>[] =>
    finding.code === 'claim-without-reference' ? [{ span: finding.span, of: { as: 'finding', finding, place } }] : [],
  )
  return [...stretches, ...whole(bare, stretches)]
}

/** The claim of the chosen marker and its evidence. */
function passingMarks(chosen: CheckedMarker | CheckedEntry | null, lasting: readonly Mark<Drawn>[]): Mark<Drawn>[] {
  if (chosen?.as !== 'marker') return []
  const evidence = [...chosen.evidence, ...(chosen.better?.evidence ?? [])].flatMap(({ claim, side }): Mark<Drawn>[] =>
    claim === null ? [] : [{ span: claim, of: { as: 'evidence', side } }],
  )
  const stretches = lasting.filter(({ of }) => of.as === 'markers')
  return whole([{ span: chosen.marker.claim, of: { as: 'claim' } }, ...evidence], stretches)
}

/** The marks that cut no stretch of markers in two. */
const whole = (marks: readonly Mark<Drawn>[], stretches: readonly Mark<Drawn>[]): Mark<Drawn>[] => {
  const cuts = (at: number, { span }: Mark<Drawn>): boolean => span.start < at && at < span.end
  return marks.filter(({ span }) => !stretches.some((s) => cuts(span.start, s) || cuts(span.end, s)))
}

interface ContentProps {
  readonly span: Span
  readonly text: string
  readonly lasting: readonly Mark<Drawn>[]
  readonly passing: readonly Mark<Drawn>[]
  readonly chosen: CheckedMarker | CheckedEntry | null
  readonly checking: Checking
  readonly onChoose: (marker: CheckedMarker) => void
  readonly onLook: (marker: CheckedMarker | null) => void
}

const Content = memo(function Content({ span, text, lasting, passing, ...props }: ContentProps) {
  return segmentsOf(span, [...lasting, ...passing]).map((segment) => (
    <Piece key={segment.start} segment={segment} words={text.slice(segment.start, segment.end)} {...props} />
  ))
})

interface PieceProps extends Omit<ContentProps, 'span' | 'text' | 'lasting' | 'passing'> {
  readonly segment: Segment<Drawn>
  readonly words: string
}

function Piece({ segment, words, ...props }: PieceProps) {
  if (segment.marks.length === 0) return words
  const classes = new Set<string>()
  let content: ReactNode = words
  let place: number | undefined
  let title: string | undefined
  for (const { of } of segment.marks) {
    if (of.as === 'markers') content = <Markers words={words} markers={of.markers} {...props} />
    else if (of.as === 'claim') classes.add('claim')
    else if (of.as === 'evidence') classes.add(`evidence-${of.side}`)
    else {
      classes.add('bare')
      place = of.place
      title = of.finding.message
    }
  }
  if (classes.size === 0) return content
  return (
    <span
      className={[...classes].join(' ')}
      data-finding={place}
      title={title}
      tabIndex={place === undefined ? undefined : -1}
    >
      {content}
    </span>
  )
}

function Markers({
  words,
  markers,
  ...props
}: { words: string; markers: readonly CheckedMarker[] } & Omit<PieceProps, 'segment' | 'words'>) {
  const byMarker = new Map(markers.map((m) => [m.marker, m]))
  return partsOf(
    words,
    markers.map((m) => m.marker),
  ).map((part, i) => {
    const checked = part.of === null ? undefined : byMarker.get(part.of)
    if (checked === undefined) return part.text
    // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a stretch are an order that does not change
    return <MarkerLink key={i} checked={checked} words={part.text} implied={part.implied} {...props} />
  })
}

interface LinkProps extends Omit<PieceProps, 'segment' | 'words'> {
  readonly checked: CheckedMarker
  readonly words: string
  readonly implied: boolean
}

/** How a marker's words are set: raised figures larger, names and links as the text around them. */
const settingOf = (words: string): 'raised' | 'words' | undefined =>
  /^[⁰¹²³⁴-⁹]+$/u.test(words) ? 'raised' : /\p{L}{2}/u.test(words) ? 'words' : undefined

function MarkerLink({ checked, words, implied, chosen, checking, onChoose, onLook }: LinkProps) {
  const { id, verdict, marker } = checked
  const name = markerInWords(checked, checking)
  const linked =
    chosen?.as === 'entry' && (marker.entry === chosen.id ? 'printed' : checked.better?.entry === chosen.id && 'better')
  return (
    <a
      href={checking.address(id)}
      className="check"
      data-marker={id}
      data-verdict={verdict ?? undefined}
      data-set={settingOf(words)}
      data-implied={implied || undefined}
      data-linked={linked || undefined}
      aria-current={chosen?.id === id ? 'true' : undefined}
      aria-label={name}
      title={name}
      onClick={(event) => {
        if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
        event.preventDefault()
        onChoose(checked)
      }}
      onPointerEnter={() => onLook(checked)}
      onPointerLeave={() => onLook(null)}
      onFocus={() => onLook(checked)}
      onBlur={() => onLook(null)}
    >
      {words}
      {verdict !== null && (
        <span className="check-sign" aria-hidden="true">
          {VERDICTS[verdict][0]}
        </span>
      )}
    </a>
  )
}
